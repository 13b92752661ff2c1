"""The command on what waits for a member: it lists it, takes things out and puts them off."""

import argparse
from datetime import datetime

from app import inbox
from app.commands.common import Command, WrongUsageError, answer, day, integer, opened, workspace_argument
from app.context import Context


def _arguments(parser: argparse.ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument(
        "--done", metavar="SORT:ID", action="append", default=[], help="take it out, as in task:5; again for each"
    )
    parser.add_argument(
        "--later", metavar="SORT:ID", action="append", default=[], help="put it off, as in task:5; again for each"
    )
    parser.add_argument("--until", metavar="DATE", help="the day on which what is put off comes back, in the morning")


def _inbox(given: argparse.Namespace) -> int:
    done, later = list(map(_key, given.done)), list(map(_key, given.later))
    if bool(later) != bool(given.until):
        raise WrongUsageError("Say what is put off and until when: --later SORT:ID --until DATE, as in 2026-01-31.")
    with opened(given, settled=True) as made:
        for sort, which in done:
            made.write(inbox.done, sort, which)
        if later:
            until = _morning(made.context(), given.until)
            for sort, which in later:
                made.write(inbox.later, sort, which, until)
        found = made.read(inbox.found)
        zone = made.context().zone
    lines = []
    for one in found.items:
        when = (
            f"by {one.due_at.astimezone(zone):%Y-%m-%d %H:%M}" if one.due_at else f"{one.at.astimezone(zone):%Y-%m-%d}"
        )
        about = ", ".join(part for part in (one.record, one.company, one.who) if part)
        words = " ".join(one.text.split())
        lines.append(
            f"{one.sort}:{one.id}  {one.group}: {about or words} ({when}){f': {words}' if about and words else ''}"
        )
    document = {"count": len(found.items), "overdue": found.overdue, "items": [one.to_json() for one in found.items]}
    answer(given, document, "\n".join(lines) or "Nothing waits for you.")
    return 0


def _key(text: str) -> tuple[str, int]:
    sort, _, which = text.partition(":")
    try:
        found = integer(which)
    except ValueError:
        found = 0
    if sort not in inbox.SORTS or found < 1:
        known = ", ".join(inbox.SORTS)
        raise WrongUsageError(f"“{text}” names nothing in an inbox. Write SORT:ID as it lists them; SORT is {known}.")
    return sort, found


def _morning(context: Context, text: str) -> datetime:
    return inbox.morning(day("--until", text), context.zone)


COMMANDS = {
    "inbox": Command(
        "lists what waits for a member, what presses most first; takes things out or puts them off", _arguments, _inbox
    )
}
