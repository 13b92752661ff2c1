"""Where the program starts: the window, or one command."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--self-test"]:
        from ui import selftest  # noqa: PLC0415 - loads all there is

        return selftest.run(given[1] if len(given) > 1 else None)
    from app import cli  # noqa: PLC0415 - kept out of the import of the package

    if cli.is_command(given):
        sys.excepthook = cli.unforeseen
        return cli.run(given)
    from ui.main import start  # noqa: PLC0415 - Qt is loaded only for the window

    return start(given)


if __name__ == "__main__":
    sys.exit(main())
