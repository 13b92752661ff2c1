"""The command line: what arguments mean, what is printed, which exit code is given.

Standard output carries the answer and nothing else; messages and progress go to standard error. Exit codes: 0 done,
1 a known error said in a sentence, 2 wrong usage, 3 done in part or waiting for a choice.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any

from app import faults
from app.commands import admin, agreement, data, doubles, figures, handing, notes, promises, waiting, working
from app.commands.common import Command, WrongUsageError
from app.errors import KnownError

COMMANDS: dict[str, Command] = {
    **data.COMMANDS,
    **doubles.COMMANDS,
    **agreement.COMMANDS,
    **figures.COMMANDS,
    **promises.COMMANDS,
    **handing.COMMANDS,
    **notes.COMMANDS,
    **waiting.COMMANDS,
    **working.COMMANDS,
    **admin.COMMANDS,
}
_FIRST_OPTIONS = {"-h", "--help"}
_UNSAID = argparse.SUPPRESS
_NUMBER = re.compile(r"-\d+")


def is_command(arguments: Sequence[str]) -> bool:
    """Return whether these arguments are a command, well written or not; otherwise they open the window.

    The window takes one word, the workspace; more words are a command, if only a misspelt one.
    """
    words = []
    rest = list(arguments)
    while (place := _command_at(rest)) < len(rest):
        words.append(rest[place])
        rest = rest[place + 1 :]
    return bool(words and (words[0] in COMMANDS or len(words) > 1)) or not _FIRST_OPTIONS.isdisjoint(arguments)


def _command_at(arguments: Sequence[str]) -> int:
    """Return where the first word is that is no option and no option's value."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] == "--as" else 1
    return place


class Parser(argparse.ArgumentParser):
    """A parser whose options may stand between its words, and whose words may begin with a minus, as a query may."""

    def arranged(self, arguments: Sequence[str]) -> list[str]:
        """Return the arguments with the options first, each with its value, and the words after them."""
        options: list[str] = []
        words: list[str] = []
        rest = iter(arguments)
        for word in rest:
            if word == "--":
                words += rest
            elif not word.startswith("-") or word == "-" or _NUMBER.fullmatch(word):
                words.append(word)
            elif word.startswith("--"):
                value = next(rest, None) if "=" not in word and self._takes_value(word) else None
                options.append(word if value is None else f"{word}={value}")
            elif len(word) == len("-o"):
                value = next(rest, None) if self._takes_value(word) else None
                options.append(word if value is None else word + value)
            else:
                (options if self._takes_value(word[:2]) else words).append(word)
        return [*options, *(["--"] if words else []), *words]

    def _takes_value(self, option: str) -> bool:
        known = self._option_string_actions
        named = [option] if option in known else [name for name in known if name.startswith(option)]
        return len({id(known[name]) for name in named}) == 1 and known[named[0]].nargs != 0


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what a command line says; exits as argparse does, with 2, where it says nothing that is understood."""
    top, commands = parser()
    place = _command_at(arguments)
    if place < len(arguments) and arguments[place] in commands:
        command = commands[arguments[place]]
        arguments = [*arguments[: place + 1], *command.arranged(arguments[place + 1 :])]
    return top.parse_args(arguments)


def parser() -> tuple[Parser, Mapping[str, Parser]]:
    """Return the parser of the whole command line, and those of its commands."""
    top = Parser(
        prog="tandem",
        parents=[_everywhere(as_member=None, json=False)],
        description="Without a command the window opens. WORKSPACE is a file or the address of a PostgreSQL database; "
        "left out, it is TANDEM_WORKSPACE, else the one opened last.",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, parents=[_everywhere()], help=command.help, description=command.help)
        command.arguments(one)
    return top, commands.choices


def _everywhere(**defaults: Any) -> Parser:
    """Return the options that may stand before the command and after it; a command's own have no defaults.

    So what was said before the command is not taken back by what was left out after it.
    """
    shared = Parser(add_help=False)
    shared.add_argument("--as", dest="as_member", metavar="E-MAIL", help="the member who acts", default=_UNSAID)
    shared.add_argument("--json", action="store_true", help="print one JSON document", default=_UNSAID)
    shared.set_defaults(**defaults)
    return shared


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a known error is one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        given = parsed(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2
    try:
        return COMMANDS[given.command].run(given)
    except KnownError as error:
        sys.stderr.write(f"tandem: {error}\n")
        return 2 if isinstance(error, WrongUsageError) else 1
    except BrokenPipeError:
        # Whoever read our answer has gone, as `head` does; nothing is wrong here.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in a sentence that the program itself failed, and keep the particulars for whoever mends it."""
    place = faults.keep(faults.fault_of(kind, error, trace))
    kept = "It could not be written down" if place is None else f"The particulars are in {place}"
    sys.stderr.write(f"tandem: Something went wrong that nobody foresaw ({kind.__name__}). {kept}; please report it.\n")
