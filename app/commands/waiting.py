"""The command on what waits for a member."""

import argparse

from app.commands.common import Command, answer, opened, workspace_argument


def _inbox(given: argparse.Namespace) -> int:
    from app import inbox  # noqa: PLC0415 - other commands need none of it

    with opened(given) as made:
        found = made.read(inbox.found)
        zone = made.context().zone
    lines = []
    for one in found.items:
        when = (
            f"by {one.due_at.astimezone(zone):%Y-%m-%d %H:%M}" if one.due_at else f"{one.at.astimezone(zone):%Y-%m-%d}"
        )
        about = ", ".join(part for part in (one.record, one.company, one.who) if part)
        words = " ".join(one.text.split())
        lines.append(f"{one.group}: {about or words} ({when}){f': {words}' if about and words else ''}")
    document = {"count": len(found.items), "overdue": found.overdue, "items": [one.to_json() for one in found.items]}
    answer(given, document, "\n".join(lines) or "Nothing waits for you.")
    return 0


COMMANDS = {"inbox": Command("lists what waits for a member, what presses most first", workspace_argument, _inbox)}
