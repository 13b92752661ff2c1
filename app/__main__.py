"""Where the program starts: the window, or one command."""

import gc
import re
import sys
from collections.abc import Sequence

from app.later import put_off_what_libraries_hardly_want

_A_COMMAND = re.compile(r"[a-z-]+")


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and return the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["--self-test"]:
        from ui import selftest  # noqa: PLC0415 - loads all there is

        return selftest.run(given[1] if len(given) > 1 else None)
    put_off_what_libraries_hardly_want()
    if not plainly_window(given):
        from app import cli  # noqa: PLC0415 - loads what every command needs, which the window has no time for

        if cli.is_command(given):
            sys.excepthook = cli.unforeseen
            return cli.run(given)
    # What is loaded now stays to the end: looking through it for what may go, again and again, is a tenth of the start.
    # The window takes it out of the search for good and lets the search begin, once it stands.
    gc.disable()
    from ui.main import start  # noqa: PLC0415 - Qt is loaded only for the window

    return start(given)


def plainly_window(arguments: Sequence[str]) -> bool:
    """Return whether the window is meant beyond doubt: nothing is said, or one word that can be no command's name."""
    return not arguments or (
        len(arguments) == 1 and not arguments[0].startswith("-") and not _A_COMMAND.fullmatch(arguments[0])
    )


if __name__ == "__main__":
    sys.exit(main())
