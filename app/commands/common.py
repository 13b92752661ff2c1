"""What every command shares: opening the workspace, and answering in words or in JSON."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app import settings
from app.as_of import moment_of
from app.errors import ReadOnlyError, RefusedError, UsageError
from app.filing import whole
from app.workspace import Workspace, open_workspace

_MOST = 2**63 - 1


class WrongUsageError(UsageError):
    """The command line itself is wrong, whatever the workspace holds; the exit code is 2."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what `--help` says, its arguments, and what it does (returning the exit code)."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def workspace_argument(parser: argparse.ArgumentParser) -> None:
    """Add the WORKSPACE that may be left out."""
    parser.add_argument("workspace", metavar="WORKSPACE", nargs="?", help="a file or a server's address")


@contextmanager
def opened(given: argparse.Namespace, *, read_only: bool = False, settled: bool = False) -> Iterator[Workspace]:
    """Give the workspace that the command line names, and remember it as the last one.

    `settled` makes fact first what time has done to handoffs, so that nothing hangs on whether somebody looked before.
    """
    try:
        url = settings.workspace(given.workspace)
    except UsageError as error:
        raise WrongUsageError(str(error)) from error
    with open_workspace(url, given.as_member, read_only=read_only) as workspace:
        if not workspace.store.stamps:
            settings.write(last_workspace=workspace.url)
        if settled:
            _settle(workspace)
        yield workspace


def _settle(workspace: Workspace) -> None:
    from app.handoffs import silence  # noqa: PLC0415 - most commands need nothing of handoffs

    # Who may only look sees what others made fact.
    with suppress(ReadOnlyError, RefusedError):
        silence.settle(workspace)


def answer(given: argparse.Namespace, document: Any, text: str) -> None:
    """Print the answer: the document with `--json`, else the text."""
    if given.json:
        sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    elif text:
        sys.stdout.write(text + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Print a message for the person, beside the answer."""
    sys.stderr.write(text + "\n")


def table(heads: list[str], lines: list[list[str]]) -> str:
    """Return lines of text as columns under their heads."""
    widths = [max(len(line[column]) for line in [heads, *lines]) for column in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in [heads, *lines]
    )


def saved(given: argparse.Namespace, written: bytes, what: str) -> int:
    """Write a paper to where it was asked for, and say so; return the command's exit code.

    Raises:
        RefusedError: nothing can be written there.
    """
    file: Path = given.output
    try:
        with whole(file) as target:
            target.write_bytes(written)
    except OSError as error:
        raise RefusedError(
            "{path} cannot be written ({why}). Choose another place.", path=file, why=error.strerror
        ) from error
    answer(given, {"file": str(file), "bytes": len(written)}, f"The {what} is {file}.")
    return 0


def integer(text: str) -> int:
    """Return a whole number that a database can hold; argparse refuses the command line where it is none."""
    found = int(text)
    if not -_MOST <= found <= _MOST:
        raise ValueError
    return found


def day(option: str, text: str) -> date:
    """Return the day that an option gives.

    Raises:
        WrongUsageError: it is no date.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise WrongUsageError(f"{option} “{text}” is not a date. Write it as in 2026-01-31.") from None


def as_of(made: Workspace, text: str | None) -> datetime | None:
    """Return the moment that `--as-of` gives, None for the present.

    Raises:
        WrongUsageError: it is no moment, or has not come yet.
    """
    if not text:
        return None
    try:
        return moment_of(made.context(), text)
    except UsageError as error:
        raise WrongUsageError(str(error)) from error
