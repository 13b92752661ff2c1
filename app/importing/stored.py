"""Records that stand, in the form in which an import compares and writes them.

A stored value is what the column holds: microseconds, ten-thousandths, ids, lists, ISO dates. Custom fields and
consents are entries of their own: custom:NAME, consent:PURPOSE.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from unicodedata import normalize

import sqlalchemy as sa
from sqlalchemy import BigInteger
from sqlalchemy.orm import Session

from app import derived
from app.context import Context
from app.fields import CONSENT, CUSTOM, KINDS, Kind, to_plain
from db.models import Consent, Stay
from db.rows import table_of
from db.types import Moment, Money, from_micros, from_units, to_micros, to_units

_BLOCK = 2_000
_LISTS = frozenset({"emails", "phones", "tags"})
STAYS = "stays"


def read(session: Session, kind: Kind, ids: Sequence[int], *, consents: bool = False) -> dict[int, dict[str, Any]]:
    """Return records by id as stored values, with `version` and, of leads, their `stays` in order."""
    table = table_of(kind.table)
    columns = [
        _plain_number(table.c[one.column]) for one in kind.fields.values() if one.column and one.name != "updated"
    ]
    context: Context = session.info["context"]
    names = {str(one.id): f"{CUSTOM}{one.name}" for one in context.fields.values() if one.kind == kind.name}
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(ids), _BLOCK):
        block = ids[start : start + _BLOCK]
        statement = sa.select(*columns, table.c.custom, table.c.version).where(table.c.id.in_(block))
        if "write" in session.info:
            statement = statement.order_by(table.c.id).with_for_update()
        for row in session.execute(statement).mappings():
            values = {
                one.name: _dated(row[one.column])
                for one in kind.fields.values()
                if one.column and one.name != "updated"
            }
            values |= {names[number]: value for number, value in (row["custom"] or {}).items() if number in names}
            values["version"] = row["version"]
            values["custom"] = row["custom"] or {}
            found[row["id"]] = values
        if kind.name == "lead":
            _add_stays(session, block, found)
        if consents:
            _add_consents(session, block, found)
    return found


def referred(session: Session, kind: Kind, other: Kind, ids: Sequence[int | None]) -> dict[int, tuple[int, str]]:
    """Return by id which company or contact records refer to, and its name."""
    table, target = table_of(kind.table), table_of(other.table)
    wanted = [number for number in dict.fromkeys(ids) if number is not None and number > 0]
    found: dict[int, tuple[int, str]] = {}
    for start in range(0, len(wanted), _BLOCK):
        statement = sa.select(table.c.id, target.c.id.label("other"), target.c.name).join_from(
            table, target, target.c.id == table.c[kind.fields[other.name].column]
        )
        for row in session.execute(statement.where(table.c.id.in_(wanted[start : start + _BLOCK]))).all():
            found[row.id] = (row.other, row.name)
    return found


def _plain_number(column: sa.Column[Any]) -> Any:
    if isinstance(column.type, (Moment, Money)):
        return sa.type_coerce(column, BigInteger).label(column.name)
    return column


def _dated(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _add_stays(session: Session, block: Sequence[int], found: dict[int, dict[str, Any]]) -> None:
    for number in block:
        if number in found:
            found[number][STAYS] = []
    statement = sa.select(Stay.lead_id, Stay.stage_id, Stay.entered_at, Stay.left_at)
    for row in session.execute(statement.where(Stay.lead_id.in_(block)).order_by(Stay.lead_id, Stay.id)).all():
        left = to_micros(row.left_at) if row.left_at is not None else None
        found[row.lead_id][STAYS].append([row.stage_id, to_micros(row.entered_at), left])


def _add_consents(session: Session, block: Sequence[int], found: dict[int, dict[str, Any]]) -> None:
    statement = sa.select(Consent.contact_id, Consent.purpose, Consent.granted)
    for row in session.execute(statement.where(Consent.contact_id.in_(block), Consent.deleted_at.is_(None))).all():
        found[row.contact_id][f"{CONSENT}{row.purpose}"] = "yes" if row.granted else "no"


def plain(kind: str, name: str, value: Any) -> Any:
    """Return a stored value as a plain one, as the journal keeps it."""
    known = KINDS[kind].fields.get(name)
    if value is None or known is None:
        return value
    if known.type == "moment":
        return to_plain(from_micros(value))
    if known.type == "money":
        return to_plain(from_units(value))
    return value


def from_plain(kind: str, name: str, value: Any) -> Any:
    """Return a plain value as the stored one."""
    known = KINDS[kind].fields.get(name)
    if value is None or known is None:
        return value
    if known.type == "moment":
        return to_micros(datetime.fromisoformat(value))
    if known.type == "money":
        return to_units(Decimal(value))
    return value


def merged(kind: str, base: Mapping[str, Any], patch: Mapping[str, Any], *, fill: bool) -> dict[str, Any]:
    """Return what a row changes on a record: lists grow, empty fields fill, others change unless `fill`.

    An id of the record's own is never replaced: it is what the record is found by.
    """
    changed: dict[str, Any] = {}
    for name, value in patch.items():
        held = base.get(name)
        if name in _LISTS:
            more = _added(name, held or [], value)
            if more:
                changed[name] = [*(held or []), *more]
        elif held in (None, "") or (not fill and name != "external_id" and not _same(held, value)):
            changed[name] = value
    if kind == "contact" and "name" not in patch and changed.keys() & {"first_name", "last_name"}:
        after = {**base, **changed}
        full = " ".join(part for part in (after.get("first_name"), after.get("last_name")) if part)
        if base.get("name") is not None and full != base.get("name"):
            changed["name"] = full
    return changed


def _same(held: Any, value: Any) -> bool:
    """Return whether two values are one; text that differs only in how its accents are composed is."""
    if held == value or not isinstance(held, str) or not isinstance(value, str) or value.isascii():
        return bool(held == value)
    return normalize("NFC", held) == normalize("NFC", value)


def _added(name: str, held: list[str], more: list[str]) -> list[str]:
    field = derived.KEYS[name]
    have = {derived.folded(field, one) for one in held}
    found = []
    for one in more:
        folded = derived.folded(field, one)
        if folded not in have:
            have.add(folded)
            found.append(one)
    return found


_MOMENTS = {
    "created_at",
    "entered_at",
    "won_at",
    "lost_at",
    *(f"{name}_at" for name in ("lead", "mql", "sal", "sql", "opportunity", "customer")),
}


def typed(name: str, value: Any, type_: str = "") -> Any:
    """Return a stored value as the mapped column takes it."""
    if value is None:
        return None
    if type_ == "moment" or name in _MOMENTS:
        return from_micros(value)
    if type_ == "money":
        return from_units(value)
    if type_ == "date":
        return date.fromisoformat(value)
    return value
