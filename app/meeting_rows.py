"""Writing what belongs to a meeting: it must be open, and what is set must be something."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.errors import NotFoundError, RefusedError, UsageError, Word
from app.fields import clean
from db import rows
from db.models import Decision, MeetingItem


def open_meeting(session: Session, meeting_id: int) -> dict[str, Any]:
    """Return a meeting that may be written, locked so that nobody closes it meanwhile.

    Raises:
        NotFoundError: there is none.
        RefusedError: it is closed.
    """
    found = things.read(session, "meeting", meeting_id, lock=True)
    if found["deleted_at"] is not None:
        raise NotFoundError(f"There is no meeting {meeting_id}; it was moved to the bin.", code="meeting.gone")
    if found["closed_at"] is not None:
        raise RefusedError(
            f"“{found['title'] or 'That meeting'}” is closed, and its minutes stand. Write it down in the next one.",
            code="meeting.closed",
        )
    return found


def belonging(session: Session, kind: str, number: int) -> dict[str, Any]:
    """Return a step or decision of a meeting that may be written, both locked; raises as `open_meeting` does.

    A step of the standing agenda belongs to none.
    """
    meeting_id = things.read(session, kind, number)["meeting_id"]
    if meeting_id is not None:
        open_meeting(session, meeting_id)
    # Read again: while the meeting's lock was waited for, a colleague may have written it.
    return things.read(session, kind, number, lock=True)


def next_place(session: Session, model: type[MeetingItem | Decision], meeting_id: int) -> int:
    """Return the position after the last one of a meeting."""
    table = rows.table_of(model)
    last = sa.select(sa.func.max(table.c.position)).where(table.c.meeting_id == meeting_id)
    found = session.execute(last).scalar_one()
    return 0 if found is None else int(found) + 1


def only(values: Mapping[str, Any], names: tuple[str, ...], kind: str) -> None:
    """Raise a UsageError for a field that may not be set here."""
    unknown = sorted(set(values) - set(names))
    if unknown:
        raise UsageError(
            "A {kind} has no field “{field}” to be set here. Its fields are: {known}.",
            kind=Word(kind),
            field=unknown[0],
            known=", ".join(names),
        )


def said(text: str, kind: str) -> str:
    """Return a text that says something.

    Raises:
        UsageError: it says nothing.
    """
    words = clean(text).strip()
    if not words:
        raise UsageError("Say what the {kind} is.", kind=Word(kind))
    return words
