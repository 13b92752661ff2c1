"""Writing what is not a contact, company or lead: tasks, activities, goals, meetings, stages, members and so on.

Their fields are their columns; journal and undo know them by the names below.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import ConflictError, NotFoundError, UsageError, Word
from app.fields import clean, from_plain, to_plain
from app.merging import merge
from db import rows
from db.base import Base
from db.folding import key
from db.journal import write_of
from db.models import (
    Absence,
    Activity,
    Agreement,
    Campaign,
    Clause,
    Consent,
    ContactMerge,
    CustomField,
    Decision,
    Forgiveness,
    Goal,
    Handoff,
    InboxMark,
    KeptApart,
    Lead,
    Meeting,
    MeetingItem,
    Member,
    Mention,
    Play,
    Poll,
    Promise,
    Reaction,
    Reason,
    SavedView,
    Signature,
    Stage,
    Task,
    Win,
    WorkspaceInfo,
)
from db.rows import by_name
from db.types import Moment, Money, from_units, given, to_units

EXISTS = "exists"
MODELS: Mapping[str, type[Base]] = {
    "absence": Absence,
    "activity": Activity,
    "agreement": Agreement,
    "apart": KeptApart,
    "campaign": Campaign,
    "clause": Clause,
    "consent": Consent,
    "decision": Decision,
    "field": CustomField,
    "forgiveness": Forgiveness,
    "goal": Goal,
    "handoff": Handoff,
    "item": MeetingItem,
    "mark": InboxMark,
    "meeting": Meeting,
    "member": Member,
    "mention": Mention,
    "merge": ContactMerge,
    "play": Play,
    "poll": Poll,
    "promise": Promise,
    "reaction": Reaction,
    "reason": Reason,
    "signature": Signature,
    "stage": Stage,
    "task": Task,
    "view": SavedView,
    "win": Win,
    "workspace": WorkspaceInfo,
}
_NAMES = ("title", "name", "text")
_KEPT = {"id", "version", "recorded_at", "recorded_by", "updated_at", "updated_by", "deleted_at", "name_key"}


def create(session: Session, kind: str, values: Mapping[str, Any]) -> int:
    """Write a new row from column values (moments, decimals and dates as such) and return its id."""
    model = MODELS[kind]
    given = {name: _kept(value) for name, value in values.items()}
    number = rows.insert(session, model, given | _keyed(model, given))
    record_new(session, kind, number, given)
    return number


def record_new(session: Session, kind: str, number: int, values: Mapping[str, Any]) -> None:
    """Enter a new row in the journal."""
    write = write_of(session)
    write.subject = write.subject or _name(values)
    shown = {name: (None, to_plain(value)) for name, value in values.items() if value is not None and name not in _KEPT}
    write.record(kind, number, shown | {EXISTS: (False, True)})


def read(session: Session, kind: str, number: int, *, lock: bool = False) -> dict[str, Any]:
    """Return a row's columns.

    Raises:
        NotFoundError: there is none.
    """
    table = rows.table_of(MODELS[kind])
    statement = sa.select(table).where(table.c.id == number)
    row = session.execute(statement.with_for_update() if lock else statement).one_or_none()
    if row is None:
        raise NotFoundError("There is no {kind} {number}.", kind=Word(kind), number=number)
    return dict(by_name(row))


def edit(
    session: Session,
    kind: str,
    number: int,
    mine: Mapping[str, Any],
    base: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Save an edit of column values, merged by field; return the row as it is now in force.

    Raises:
        ConflictError: a colleague changed one of the fields to something else; nothing is written.
        UsageError: there is no such field.
    """
    wanted = {name: _kept(value) for name, value in mine.items()}
    theirs = read(session, kind, number, lock=True)
    unknown = [name for name in wanted if name not in theirs or name in _KEPT - {"name_key", "deleted_at"}]
    if unknown:
        raise UsageError("A {kind} has no field “{field}” that can be set.", kind=Word(kind), field=unknown[0])
    before = {name: _kept((base or theirs).get(name)) for name in wanted}
    settled, conflicts = merge(before, wanted, {name: theirs[name] for name in wanted})
    if conflicts:
        raise ConflictError(
            "{name} wasn't saved: a colleague changed {fields} meanwhile. Choose whose to keep.",
            conflicts,
            name=_name(theirs) or Word("This"),
            fields=", ".join(sorted(conflicts)),
        )
    # Empty is one thing to the merge; a column takes the empty value of its own kind.
    own = {
        name: value if value is not None else _emptied(wanted[name], theirs[name]) for name, value in settled.items()
    }
    changed = {name: value for name, value in own.items() if value != theirs[name]}
    if changed:
        _store(session, kind, theirs, changed)
    return theirs | changed


def _kept(value: Any) -> Any:
    """Return a value as it comes back from the database: what the journal says must be what is found there."""
    if isinstance(value, str):
        return clean(value)
    return from_units(to_units(value)) if isinstance(value, Decimal) else value


def _emptied(wanted: Any, found: Any) -> Any:
    return found if found in ("", [], None) else wanted


def carry(session: Session, kind: str, condition: sa.ColumnElement[bool], column: str, value: Any) -> list[int]:
    """Write one value into a column of all rows that meet a condition, those in the bin too; return their ids.

    Two statements for any number of them: on a server far away each would be a wait of its own.
    """
    table = rows.table_of(MODELS[kind])
    statement = sa.select(table.c.id, table.c[column]).where(condition).order_by(table.c.id).with_for_update()
    found = session.execute(statement).all()
    if not found:
        return []
    write = write_of(session)
    values: dict[str, Any] = {column: value}
    if not session.info["store"].stamps:
        values |= {"version": table.c.version + 1, "updated_at": write.now, "updated_by": write.member_id}
    numbers = [row.id for row in found]
    wanted = given(session, "carried", {"number": sa.BigInteger()}, [[number] for number in numbers])
    session.execute(sa.update(table).where(table.c.id.in_(sa.select(wanted.c.number))).values(values))
    for row in found:
        write.record(kind, row.id, {column: (to_plain(row[1]), to_plain(value))})
    return numbers


def remove(session: Session, kind: str, number: int) -> None:
    """Move a row to the bin."""
    theirs = read(session, kind, number, lock=True)
    if theirs["deleted_at"] is None:
        _store(session, kind, theirs, {"deleted_at": write_of(session).now})


def put(session: Session, kind: str, number: int, values: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    """Write plain values if the row still holds the expected ones; this is how undo puts things back.

    Raises:
        ConflictError: a colleague changed one of the fields since.
    """
    theirs = read(session, kind, number, lock=True)
    shown = {name: to_plain(value) for name, value in theirs.items()} | {EXISTS: theirs.get("deleted_at") is None}
    later = [name for name in expected if shown.get(name) != expected[name]]
    if later:
        raise ConflictError(
            "{name} was changed by a colleague since ({fields}), so it is left as it is.",
            name=_name(theirs) or Word("This"),
            fields=", ".join(sorted(later)),
        )
    if kind == "stage" and values.get(EXISTS) is False and _has_leads(session, number):
        raise ConflictError(
            "Leads stand in {name} by now, so it is left where it is. Archive it instead.", name=_name(theirs)
        )
    if _is_published(session, kind, theirs):
        raise ConflictError("That version of the agreement is published by now, so it stays as it is.")
    changed: dict[str, Any] = {}
    for name, value in values.items():
        if name == EXISTS:
            changed["deleted_at"] = None if value else write_of(session).now
        else:
            changed[name] = _stored(kind, name, value)
    _store(session, kind, theirs, changed)


def _is_published(session: Session, kind: str, theirs: Mapping[str, Any]) -> bool:
    if kind == "agreement":
        return theirs["published_at"] is not None
    if kind not in {"clause", "play", "promise", "signature"}:
        return False
    statement = sa.select(Agreement.published_at).where(Agreement.id == theirs["agreement_id"])
    return session.execute(statement).scalar_one() is not None


def _has_leads(session: Session, stage_id: int) -> bool:
    leads = sa.select(Lead.id).where(Lead.stage_id == stage_id, Lead.deleted_at.is_(None)).limit(1)
    return session.execute(leads).first() is not None


def _store(session: Session, kind: str, theirs: Mapping[str, Any], changed: dict[str, Any]) -> None:
    model = MODELS[kind]
    rows.update(session, model, int(theirs["id"]), int(theirs["version"]), changed | _keyed(model, changed))
    write = write_of(session)
    write.subject = write.subject or _name(theirs)
    entry = {name: (to_plain(theirs[name]), to_plain(value)) for name, value in changed.items() if name not in _KEPT}
    if "deleted_at" in changed:
        entry[EXISTS] = (theirs["deleted_at"] is None, changed["deleted_at"] is None)
    write.record(kind, int(theirs["id"]), entry)


def _keyed(model: type[Base], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the key by which a thing is found again, where its name is among the values."""
    return {"name_key": key(str(values["name"]))} if "name" in values and "name_key" in rows.table_of(model).c else {}


def _stored(kind: str, name: str, value: Any) -> Any:

    column = rows.table_of(MODELS[kind]).c[name].type
    if isinstance(column, Moment):
        return from_plain("moment", value)
    if isinstance(column, Money):
        return from_plain("money", value)
    if isinstance(column, sa.Date):
        return from_plain("date", value)
    return value


def _name(values: Mapping[str, Any]) -> str:
    return next((str(values[name]) for name in _NAMES if values.get(name)), "")


__all__ = ["EXISTS", "MODELS", "carry", "create", "edit", "put", "read", "remove"]
