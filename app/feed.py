"""What happened with a record: notes, calls, e-mails and visits, its moves, and who changed what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.context import Context
from app.errors import UsageError
from db.journal import write_of
from db.models import Activity, Import, ImportChange, Journal

TYPES = ("note", "call", "email", "meeting", "visit")
NEWEST = 200


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One line of a timeline. `what` is an activity's type or the act of a change; `fields` what changed."""

    at: datetime
    member_id: int | None
    who: str
    what: str
    text: str
    fields: dict[str, Any]


def add(
    session: Session,
    kind: str,
    record_id: int,
    type_: str,
    text: str,
    direction: str | None = None,
    minutes: int | None = None,
    at: datetime | None = None,
) -> int:
    """Write a note, call, e-mail, meeting or visit on a record and return its id.

    Raises:
        UsageError: the type is none of these.
    """
    if type_ not in TYPES:
        raise UsageError(f"“{type_}” is no kind of activity. Choose one of: {', '.join(TYPES)}.")
    write = write_of(session)
    return things.create(
        session,
        "activity",
        {
            "kind": kind,
            "record_id": record_id,
            "type": type_,
            "direction": direction,
            "text": text,
            "minutes": minutes,
            "at": at or write.now,
            "member_id": write.facts.member_id,
        },
    )


def timeline(session: Session, kind: str, record_id: int) -> tuple[TimelineItem, ...]:
    """Return what happened with a record, newest first, at most the newest 200 of each sort."""
    context: Context = session.info["context"]

    def who(member: int | None) -> str:
        found = context.members.get(member) if member is not None else None
        return found.name if found else ""

    items = [
        TimelineItem(row.at, row.member_id, who(row.member_id), row.type, row.text, {})
        for row in session.execute(
            sa.select(Activity.at, Activity.member_id, Activity.type, Activity.text)
            .where(Activity.kind == kind, Activity.record_id == record_id, Activity.deleted_at.is_(None))
            .order_by(Activity.at.desc())
            .limit(NEWEST)
        ).all()
    ]
    items += [
        TimelineItem(row.at, row.actor_id, who(row.actor_id), row.act, "", row.fields)
        for row in session.execute(
            sa.select(Journal.at, Journal.actor_id, Journal.act, Journal.fields)
            .where(Journal.kind == kind, Journal.record_id == record_id)
            .order_by(Journal.id.desc())
            .limit(NEWEST)
        ).all()
    ]
    items += [
        TimelineItem(row.at, row.member_id, who(row.member_id), "importing.update", row.file, row.fields)
        for row in session.execute(
            sa.select(Import.at, Import.member_id, Import.file, ImportChange.fields)
            .join(Import, Import.id == ImportChange.import_id)
            .where(ImportChange.kind == kind, ImportChange.record_id == record_id)
        ).all()
    ]
    return tuple(sorted(items, key=lambda item: item.at, reverse=True))
