"""Reading and writing contacts, companies and leads by their fields.

A write goes through here whoever asks for it: a form, the command line, an import's update, an undo. So there is one
place that merges, guards, keeps the derived columns and writes the journal.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived
from app.context import Context
from app.errors import ConflictError, NotFoundError, UsageError, Word
from app.fields import CONSENT, CUSTOM, KINDS, Kind, clean, from_plain, normal, to_plain
from app.merging import merge
from db import rows
from db.base import Base
from db.journal import write_of
from db.models import Consent
from db.rows import by_name

EXISTS = "exists"
SCORE = ("fit", "heat")
"""What the agreement gives a lead (`app.scores`), beside its fields."""


def read(session: Session, kind: Kind, record_id: int, *, lock: bool = False) -> dict[str, Any] | None:
    """Return a record as plain values by field name, with `version` and `exists`, or None.

    With `lock`, nobody else can write it until the transaction ends.
    """
    row = session.execute(_one(kind.table, lock=lock), {"number": record_id}).one_or_none()
    return None if row is None else plain(session.info["context"], kind, dict(by_name(row)))


@cache
def _one(model: type[Base], *, lock: bool) -> sa.Select[*tuple[Any, ...]]:
    table = rows.table_of(model)
    query = sa.select(table).where(table.c.id == sa.bindparam("number"))
    return query.with_for_update() if lock else query


def plain(context: Context, kind: Kind, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of a kind's table as plain values by field name."""
    values = {one.name: to_plain(row[one.column]) for one in kind.fields.values() if one.column and one.column in row}
    for number, value in (row.get("custom") or {}).items():
        added = context.fields.get(int(number))
        if added is not None:
            values[f"{CUSTOM}{added.name}"] = value
    for name in SCORE:
        if name in row:
            values[name] = row[name]
    values["version"] = row["version"]
    values[EXISTS] = row["deleted_at"] is None
    return values


def require(session: Session, kind: Kind, record_id: int, *, lock: bool = False) -> dict[str, Any]:
    """Return a record that must be there.

    Raises:
        NotFoundError: it is not, or it lies in the bin.
    """
    found = read(session, kind, record_id, lock=lock)
    if found is None or not found[EXISTS]:
        raise NotFoundError(
            "There is no {kind} {record_id}; it may have been moved to the bin.",
            kind=Word(kind.name),
            record_id=record_id,
        )
    return found


def create(session: Session, kind: Kind, values: Mapping[str, Any]) -> int:
    """Write a new record from plain values and return its id.

    Raises:
        UsageError: a field is unknown or may not be set.
    """
    check_fields(session.info["context"], kind, values)
    given = {name: cleaned(kind, name, value) for name, value in values.items() if value not in (None, "", [])}
    columns = columns_of(session, kind, given)
    columns.setdefault("created_at", write_of(session).now)
    columns |= derived.columns(session, kind, columns)
    record_id = rows.insert(session, kind.table, columns)
    derived.write_keys(session, kind, record_id, columns)
    _write_consents(session, kind, record_id, given)
    write = write_of(session)
    write.subject = write.subject or str(columns.get("name", ""))
    write.record(kind.name, record_id, {name: (None, value) for name, value in given.items()} | {EXISTS: (False, True)})
    return record_id


def edit(
    session: Session,
    kind: Kind,
    record_id: int,
    mine: Mapping[str, Any],
    base: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Save an edit: a three-way merge by field within this transaction; return the values now in force.

    Args:
        session: a write.
        kind: what it is.
        record_id: which one.
        mine: the fields as they should be.
        base: the same fields as they were shown when editing began; left out, mine holds whatever stood there.

    Raises:
        ConflictError: a colleague changed one of these fields to something else; nothing is written.
        NotFoundError: the record is gone.
        UsageError: a field is unknown or may not be set.
    """
    check_fields(session.info["context"], kind, mine)
    wanted = {name: cleaned(kind, name, value) for name, value in mine.items()}
    theirs = require(session, kind, record_id, lock=True)
    theirs |= _consents(session, kind, record_id, wanted)
    before = {name: (base or theirs).get(name) for name in wanted}
    settled, conflicts = merge(before, wanted, {name: theirs.get(name) for name in wanted}, kind)
    if conflicts:
        names = ", ".join(sorted(conflicts))
        raise ConflictError(
            "{name} wasn't saved: a colleague changed {names} meanwhile. Choose whose to keep.",
            conflicts,
            name=theirs["name"] or Word("This record"),
            names=names,
        )
    changed = {name: value for name, value in settled.items() if value != theirs.get(name)}
    if changed:
        store(session, kind, record_id, theirs, changed)
    return theirs | changed


def put(session: Session, kind: Kind, record_id: int, values: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    """Write plain values if the record still holds the expected ones; this is how undo puts things back.

    Raises:
        ConflictError: a colleague changed one of the fields since.
    """
    theirs = read(session, kind, record_id, lock=True)
    if theirs is None:
        raise NotFoundError("There is no {kind} {record_id} any more.", kind=Word(kind.name), record_id=record_id)
    theirs |= _consents(session, kind, record_id, {**values, **expected})
    later = {
        name: (expected[name], values.get(name), theirs.get(name))
        for name in expected
        if theirs.get(name) != expected[name] and (theirs.get(name) or None) != (expected[name] or None)
    }
    if later:
        raise ConflictError(
            "{name} was changed by a colleague since ({fields}), so it is left as it is.",
            later,
            name=theirs["name"] or Word("This record"),
            fields=", ".join(sorted(later)),
        )
    store(session, kind, record_id, theirs, dict(values))


def store(session: Session, kind: Kind, record_id: int, theirs: Mapping[str, Any], changed: dict[str, Any]) -> None:
    """Write changed plain values of a locked record, its derived columns, keys and journal."""
    columns = columns_of(session, kind, changed, theirs)
    merged = all_columns(kind, theirs) | columns
    columns |= derived.columns(session, kind, merged, changed=set(columns))
    merged |= columns
    # A consent is a row of its own, but the contact's version moves with it.
    rows.update(session, kind.table, record_id, int(theirs["version"]), columns or {"name": merged["name"]})
    derived.rewrite_keys(session, kind, record_id, merged, changed=set(columns))
    derived.spread_names(session, kind, record_id, merged, theirs)
    _write_consents(session, kind, record_id, changed)
    write = write_of(session)
    write.subject = write.subject or str(merged.get("name") or theirs["name"] or "")
    write.record(kind.name, record_id, {name: (theirs.get(name), value) for name, value in changed.items()})


def remove(session: Session, kind: Kind, record_id: int) -> None:
    """Move a record to the bin."""
    store(session, kind, record_id, require(session, kind, record_id, lock=True), {EXISTS: False})


def restore(session: Session, kind: Kind, record_id: int) -> None:
    """Take a record out of the bin."""
    theirs = read(session, kind, record_id, lock=True)
    if theirs is None:
        raise NotFoundError("There is no {kind} {record_id}.", kind=Word(kind.name), record_id=record_id)
    if not theirs[EXISTS]:
        store(session, kind, record_id, theirs, {EXISTS: True})


def check_fields(context: Context, kind: Kind, values: Mapping[str, Any]) -> None:
    """Raise a UsageError for a field that is unknown or that people may not set."""
    for name in values:
        if name.startswith(CUSTOM):
            context.field(kind.name, name.removeprefix(CUSTOM))
        elif name.startswith(CONSENT) and kind.name == "contact":
            continue
        elif name not in kind.fields:
            names = ", ".join(one.name for one in kind.fields.values() if one.edit)
            raise UsageError(
                "A {kind} has no field “{name}”. Its fields are: {names}, custom:NAME.",
                kind=Word(kind.name),
                name=name,
                names=names,
            )
        elif not kind.fields[name].edit:
            raise UsageError(
                "“{name}” of a {kind} is kept by Tandem and cannot be set.", name=name, kind=Word(kind.name)
            )


def cleaned(kind: Kind, name: str, value: Any) -> Any:
    """Return a field's plain value in its one spelling, without what no database can hold."""
    if name in kind.fields:
        return normal(kind.fields[name].type, value)
    return clean(value) if isinstance(value, str) else value


def columns_of(
    session: Session, kind: Kind, values: Mapping[str, Any], theirs: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return plain values as columns; custom values join those that the record has."""
    context: Context = session.info["context"]
    found: dict[str, Any] = {}
    custom: dict[str, Any] | None = None
    for name, value in values.items():
        if name == EXISTS:
            found["deleted_at"] = None if value else write_of(session).now
        elif name.startswith(CUSTOM):
            if custom is None:
                custom = _custom(context, kind, theirs or {})
            number = str(context.field(kind.name, name.removeprefix(CUSTOM)).id)
            custom.pop(number, None)
            if value not in (None, ""):
                custom[number] = value
        elif name in kind.fields and kind.fields[name].column:
            one = kind.fields[name]
            found[one.column] = _stored(one.type, value)
    if custom is not None:
        found["custom"] = custom
    return found


def _stored(type_: str, value: Any) -> Any:
    if type_ == "list":
        return list(value or [])
    return from_plain(type_, value if value != "" else None)


def _custom(context: Context, kind: Kind, theirs: Mapping[str, Any]) -> dict[str, Any]:
    return {
        str(context.field(kind.name, name.removeprefix(CUSTOM)).id): value
        for name, value in theirs.items()
        if name.startswith(CUSTOM)
    }


def all_columns(kind: Kind, theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record's plain values as columns."""
    return {
        one.column: from_plain(one.type, theirs[one.name])
        for one in kind.fields.values()
        if one.column and one.name in theirs
    }


def _consents(session: Session, kind: Kind, record_id: int, values: Mapping[str, Any]) -> dict[str, Any]:
    if kind.name != "contact" or not any(name.startswith(CONSENT) for name in values):
        return {}
    return {f"{CONSENT}{purpose}": value for purpose, value in consents(session, record_id).items()}


def consents(session: Session, contact_id: int) -> dict[str, str]:
    """Return what a contact agreed to: purpose -> yes or no."""
    found = session.execute(
        sa.select(Consent.purpose, Consent.granted).where(
            Consent.contact_id == contact_id, Consent.deleted_at.is_(None)
        )
    ).all()
    return {row.purpose: "yes" if row.granted else "no" for row in found}


def _write_consents(session: Session, kind: Kind, record_id: int, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name.startswith(CONSENT) and kind.name == "contact":
            set_consent(session, record_id, name.removeprefix(CONSENT), value)


def set_consent(session: Session, contact_id: int, purpose: str, value: str | None) -> None:
    """Write what a contact agreed to for a purpose: "yes", "no" or None for not asked.

    Raises:
        UsageError: the value is neither.
    """
    if value not in {"yes", "no", None, ""}:
        raise UsageError("Consent is yes or no, not “{value}”.", value=value)
    write = write_of(session)
    found = session.execute(
        sa.select(Consent.id, Consent.version)
        .where(Consent.contact_id == contact_id, Consent.purpose == purpose)
        .with_for_update()
    ).one_or_none()
    values: dict[str, Any] = {"granted": value == "yes", "at": write.now, "member_id": write.facts.member_id}
    values["deleted_at"] = None if value else write.now
    if found is None:
        if value:
            rows.insert(session, Consent, {"contact_id": contact_id, "purpose": purpose, **values})
    else:
        rows.update(session, Consent, found.id, found.version, values)


def kind_named(name: str) -> Kind:
    """Return the kind that journal entries call by this name."""
    return KINDS[name]
