"""The command line: what arguments mean, what is printed, which exit code is given.

Standard output carries the answer and nothing else; messages and progress go to standard error. Exit codes: 0 done,
1 a known error said in a sentence, 2 wrong usage, 3 done in part or waiting for a choice.
"""

import argparse
import sys
from collections.abc import Sequence

from app.commands import admin, data, figures
from app.commands.common import Command
from app.errors import KnownError

COMMANDS: dict[str, Command] = {**data.COMMANDS, **figures.COMMANDS, **admin.COMMANDS}
_FIRST_OPTIONS = {"-h", "--help"}


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether these arguments name a command; otherwise they open the window."""
    words = _without_options(arguments)
    return bool(words and words[0] in COMMANDS) or bool(arguments and arguments[0] in _FIRST_OPTIONS)


def _without_options(arguments: Sequence[str]) -> list[str]:
    words, skip = [], False
    for word in arguments:
        if skip:
            skip = False
        elif word == "--as":
            skip = True
        elif not word.startswith("-"):
            words.append(word)
    return words


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--as", dest="as_member", metavar="E-MAIL", help="the member who acts")
    shared.add_argument("--json", action="store_true", help="print one JSON document")
    top = argparse.ArgumentParser(
        prog="tandem",
        parents=[shared],
        description="Without a command the window opens. WORKSPACE is a file or the address of a PostgreSQL database; "
        "left out, it is TANDEM_WORKSPACE, else the one opened last.",
    )
    top.set_defaults(as_member=None, json=False)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, parents=[shared], help=command.help, description=command.help)
        command.arguments(one)
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a known error is one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        given = parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        return COMMANDS[given.command].run(given)
    except KnownError as error:
        sys.stderr.write(f"tandem: {error}\n")
        return 1
    except BrokenPipeError:
        # Whoever read our answer has gone, as `head` does; nothing is wrong here.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130
