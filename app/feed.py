"""Writing what people did with a record: notes, calls, e-mails, meetings and visits. `app.timeline` reads it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import mentions, records, things
from app.context import Context
from app.errors import RefusedError, UsageError
from app.fields import kind_of
from db.folding import KEY_LENGTH
from db.journal import write_of
from db.models import Activity

TYPES = ("note", "call", "email", "meeting", "visit")
DIRECTIONS = ("in", "out")
LONGEST_MINUTES = 24 * 60
_EDITED = ("text", "direction", "minutes", "at", "subject")


def add(
    session: Session,
    kind: str,
    record_id: int,
    type_: str,
    text: str,
    direction: str | None = None,
    minutes: int | None = None,
    at: datetime | None = None,
    parent_id: int | None = None,
) -> int:
    """Write a note, call, e-mail, meeting or visit on a record and return its id; whom it names is told.

    `parent_id` is the note that it replies to: whose thread it joins, and whose author is told (see `app.replies`).

    Raises:
        UsageError: the type is none of these, a note says nothing, or the minutes are none.
        NotFoundError: the record is gone.
    """
    more: dict[str, Any] = {"direction": direction, "minutes": minutes, "at": at}
    if parent_id is not None:
        more["parent_id"] = parent_id
    return _add(session, kind, record_id, type_, text, more)


def log_email(
    session: Session,
    kind: str,
    record_id: int,
    subject: str,
    text: str,
    at: datetime | None = None,
    direction: str = "in",
    external_id: str | None = None,
) -> int:
    """Write down an e-mail that came in or went out and return its id.

    An e-mail that the record has already, by its own id (`external_id`), is not written again.

    Raises:
        UsageError: the direction is neither in nor out.
        NotFoundError: the record is gone.
    """
    if external_id:
        external_id = external_id.strip()[:KEY_LENGTH]
        known = session.execute(
            sa.select(Activity.id)
            .where(
                Activity.external_id == external_id,
                Activity.kind == kind,
                Activity.record_id == record_id,
                Activity.deleted_at.is_(None),
            )
            .limit(1)
        ).scalar_one_or_none()
        if known is not None:
            return known
    more = {"direction": direction, "at": at, "subject": subject.strip() or None, "external_id": external_id or None}
    return _add(session, kind, record_id, "email", text, more)


def _add(session: Session, kind: str, record_id: int, type_: str, text: str, more: dict[str, Any]) -> int:
    if type_ not in TYPES:
        raise UsageError("“{type}” is no kind of activity. Choose one of: {known}.", type=type_, known=", ".join(TYPES))
    found = records.require(session, kind_of(kind), record_id)
    write = write_of(session)
    write.subject = write.subject or str(found["name"] or "")
    values = {"type": type_, "text": text.strip(), **more}
    _check(values)
    values |= {"kind": kind, "record_id": record_id, "member_id": write.facts.member_id}
    values["at"] = values["at"] or write.now
    number = things.create(session, "activity", values)
    mentions.keep(session, number, values["text"])
    return number


def edit(session: Session, activity_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save what one wrote oneself anew: its text, direction, minutes, at or subject, merged by field.

    Raises:
        ConflictError: it was changed meanwhile, from another computer.
        RefusedError: a colleague wrote it.
        UsageError: there is no such field, or it says nothing.
    """
    for name in mine:
        if name not in _EDITED:
            raise UsageError("“{name}” of what was written down cannot be changed.", name=name)
    theirs = _own(session, activity_id)
    values = dict(mine)
    if "text" in values:
        values["text"] = str(values["text"]).strip()
    _check({"type": theirs["type"], "text": theirs["text"], **values})
    things.edit(session, "activity", activity_id, values, base)
    if "text" in values:
        mentions.keep(session, activity_id, values["text"])


def remove(session: Session, activity_id: int) -> None:
    """Move what one wrote oneself to the bin.

    Raises:
        RefusedError: a colleague wrote it.
    """
    _own(session, activity_id)
    things.remove(session, "activity", activity_id)


def _own(session: Session, activity_id: int) -> dict[str, Any]:
    context: Context = session.info["context"]
    theirs = things.read(session, "activity", activity_id)
    me = context.me.id if context.me else None
    if theirs["member_id"] != me:
        author = context.members.get(theirs["member_id"])
        name = author.name if author else "Somebody else"
        raise RefusedError("{name} wrote that; only they can change it. Write a note of your own beside it.", name=name)
    return theirs


def _check(values: Mapping[str, Any]) -> None:
    if values["type"] == "note" and not values["text"]:
        raise UsageError("The note says nothing yet. Write a word or two.")
    if values.get("direction") not in {None, *DIRECTIONS}:
        raise UsageError("A call or an e-mail comes in or goes out: the direction is “in” or “out”.")
    minutes = values.get("minutes")
    if minutes is not None and not 0 <= minutes <= LONGEST_MINUTES:
        raise UsageError("The minutes are a whole number up to 1440, a day.")
