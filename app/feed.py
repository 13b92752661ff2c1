"""What happened with a record: notes, calls, e-mails and visits, its moves, and who changed what."""

from collections.abc import Iterable
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
from db.types import Moment

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
    return items(session, session.execute(sa.union_all(*happened(kind, record_id))).all())


def items(session: Session, rows: Iterable[Any]) -> tuple[TimelineItem, ...]:
    """Return the timeline in rows that have the columns of `line`, newest first; rows of another sort are left out."""
    context: Context = session.info["context"]
    found = []
    for row in rows:
        if row.sort == SORT:
            member = context.members.get(row.member_id) if row.member_id is not None else None
            who = member.name if member else ""
            found.append(TimelineItem(row.at, row.member_id, who, row.what, row.text, row.fields or {}))
    return tuple(sorted(found, key=lambda item: item.at, reverse=True))


def happened(kind: str, record_id: int) -> list[sa.Select[Any]]:
    """Return the reads of a record's timeline; one statement takes them all, for one trip to a server."""
    activities = (
        line(SORT, at=Activity.at, member_id=Activity.member_id, what=Activity.type, text=Activity.text)
        .where(Activity.kind == kind, Activity.record_id == record_id, Activity.deleted_at.is_(None))
        .order_by(Activity.at.desc())
        .limit(NEWEST)
        .subquery()
    )
    edits = (
        line(SORT, at=Journal.at, member_id=Journal.actor_id, what=Journal.act, fields=Journal.fields)
        .where(Journal.kind == kind, Journal.record_id == record_id)
        .order_by(Journal.id.desc())
        .limit(NEWEST)
        .subquery()
    )
    imports = (
        line(
            SORT,
            at=Import.at,
            member_id=Import.member_id,
            what=sa.literal("importing.update"),
            text=Import.file,
            fields=ImportChange.fields,
        )
        .join(Import, Import.id == ImportChange.import_id)
        .where(ImportChange.kind == kind, ImportChange.record_id == record_id)
    )
    return [sa.select(activities), sa.select(edits), imports]


def line(sort: str, **given: Any) -> sa.Select[Any]:
    """Return a SELECT of `sort` and the columns of `_LINE`, so that reads of several tables fit one UNION."""
    return sa.select(
        sa.literal(sort).label("sort"),
        *((given[name] if name in given else sa.cast(empty, empty.type)).label(name) for name, empty in _LINE.items()),
    )


SORT = "happened"
_LINE: dict[str, sa.ColumnElement[Any]] = {
    "at": sa.literal(None, Moment()),
    "member_id": sa.literal(None, sa.BigInteger()),
    "what": sa.literal(None, sa.Text()),
    "text": sa.literal("", sa.Text()),
    "fields": sa.literal(None, sa.JSON(none_as_null=True)),
    "number": sa.literal(None, sa.BigInteger()),
    "stage_id": sa.literal(None, sa.BigInteger()),
    "score": sa.literal(None, sa.BigInteger()),
}
