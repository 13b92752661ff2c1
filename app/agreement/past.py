"""What the fields of many leads, and of what they belong to, held at past moments, column by column.

The present is taken back through the journal and through what imports updated, as `app.history` does it for whole
leads; here only the fields that somebody asks for are read, and each distinct value is one small number, its code.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

import numpy as np
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records
from app.context import Context
from app.fields import CONSENT, CUSTOM, KINDS, Kind, from_plain, to_plain
from app.query.done import DID, columns, done, touches
from app.query.ranges import Range
from db.models import Consent, Import, ImportChange, Journal, Stay
from db.rows import fetched, table_of
from db.textual import unindexed
from db.types import from_micros, from_units, to_micros, to_units

Numbers: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Flags: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

BY_STAYS = frozenset({"stage", "entered", "won_at", "lost_at"})
"""Fields of a lead that its stays tell, imported ones included."""
_NUMERIC = frozenset({"moment", "money"})
_Changes: TypeAlias = dict[str, tuple[Numbers, Numbers, Numbers]]
"""By field: whose, when, the code of what it held before; those of one moment in the order in which they were made."""


class Codes:
    """The distinct values of a field; a value's code is its place among them.

    Moments and amounts are `numeric`: they are kept as the numbers that are stored, since nearly each is another, and
    become plain values where one is looked at.
    """

    def __init__(self, type_: str = "") -> None:
        self.values: list[Any] = []
        self.numeric = type_ in _NUMERIC
        self._type = type_
        self._known: dict[Any, int] = {}

    def plain(self, code: int) -> Any:
        """Return the plain value of a code."""
        value = self.values[code]
        if value is None or not self.numeric:
            return value
        return to_plain(from_micros(value) if self._type == "moment" else from_units(value))

    def of_plain(self, plain: Any) -> int:
        """Return the code of a plain value."""
        if plain is None or not self.numeric:
            return self.code(plain)
        value = from_plain(self._type, plain)
        return self.code(to_micros(value) if self._type == "moment" else to_units(value))

    def within(self, ranges: Iterable[Range]) -> "Flags":
        """Return by code whether a numeric value lies in one of the ranges; the last is of no record."""
        there = np.array([*(value is not None for value in self.values), False])
        held = np.array([*(value or 0 for value in self.values), 0], np.int64)
        found = np.zeros(len(held), bool)
        for one in ranges:
            inside = there if one.low is None else there & (held >= one.low)
            found |= inside if one.high is None else inside & (held <= one.high)
        return found

    def code(self, value: Any) -> int:
        """Return the code of a value."""
        # Lists, and numbers that are equal to a truth, need a key of their own.
        kind = type(value)
        key = value if kind is str else (kind, tuple(value) if kind is list else value)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.values)
            self.values.append(value)
        return found


@dataclass(slots=True)
class Track:
    """A field of all records of a kind through time: what each holds now, and what it held before each change."""

    codes: Codes
    now: "Numbers"
    owners: "Numbers"
    moments: "Numbers"
    before: "Numbers"

    def at(self, places: "Numbers", moments: "Numbers") -> "Numbers":
        """Return the code held by the record at each place (none: -1) at each moment, changes of that moment done."""
        held = np.where(places < 0, -1, self.now[places] if len(self.now) else -1)
        if not len(self.owners):
            return held
        ranks = np.unique(np.concatenate([self.moments, moments]), return_inverse=True)
        width = len(ranks[0]) + 1
        rank = ranks[1].reshape(-1)
        changed = self.owners * width + rank[: len(self.owners)]
        following = np.searchsorted(changed, places * width + rank[len(self.owners) :], "right")
        inside = np.minimum(following, len(changed) - 1)
        later = (following < len(changed)) & (self.owners[inside] == places)
        return np.where(later, self.before[inside], held)


@dataclass(slots=True)
class Past:
    """Records of one kind, by their place in `ids`, with the tracks of the fields that were asked for."""

    kind: Kind
    ids: "Numbers"
    tracks: dict[str, Track] = field(default_factory=dict)

    def places(self, ids: "Numbers") -> "Numbers":
        """Return the place of each id, -1 for one that is not among these."""
        if not len(self.ids):
            return np.full(len(ids), -1, np.int64)
        found = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[found] == ids, found, -1)


def past_of(session: Session, kind: Kind, where: sa.ColumnElement[bool], names: Iterable[str], since: datetime) -> Past:
    """Return the records that meet a condition, with the fields named as they stood from a moment on.

    `consent:*` stands for all that a contact agreed to.
    """
    context: Context = session.info["context"]
    wanted = _spelled(session, kind, names)
    table = table_of(kind.table)
    stored = [name for name in wanted if _column(context, kind, name) is not None]
    held_ = [_column(context, kind, name) for name in stored]
    found = fetched(session, sa.select(table.c.id, *held_).where(where).order_by(table.c.id))
    past = Past(kind, np.fromiter((row[0] for row in found), np.int64, len(found)))
    codes = {name: Codes(_type_of(kind, name)) for name in wanted}
    present: dict[str, Iterable[int]] = {}
    for place, name in enumerate(stored, start=1):
        held = [row[place] for row in found]
        code = _coded(_type_of(kind, name), codes[name], held)
        present[name] = map(code.__getitem__, held)
    if any(name.startswith(CONSENT) for name in wanted):
        for name, given in _consents(session, past, wanted).items():
            present[name] = map(codes[name].code, given)
    if DID in wanted:
        past.tracks[DID] = _done(session, past)
        wanted = [name for name in wanted if name != DID]
    changes = _changes(session, kind, {name: codes[name] for name in wanted}, since)
    if kind.name == "lead" and not BY_STAYS.isdisjoint(wanted):
        changes |= _stays(session, context, where, codes)
    for name in wanted:
        past.tracks[name] = _track(past, codes[name], present.get(name), changes.get(name))
    return past


def _spelled(session: Session, kind: Kind, names: Iterable[str]) -> list[str]:
    found = sorted(set(names))
    if kind.name == "contact" and f"{CONSENT}*" in found:
        purposes = session.execute(sa.select(Consent.purpose).distinct()).scalars()
        found = [name for name in found if not name.startswith(CONSENT)]
        found += [f"{CONSENT}{purpose}" for purpose in sorted(purposes)]
    return found


def _column(context: Context, kind: Kind, name: str) -> Any:
    """Return what is read of a field, as the driver gives it alike on both engines; None where no column holds it."""
    table = table_of(kind.table)
    if name == records.EXISTS:
        return sa.case((table.c.deleted_at.is_(None), 1), else_=0)
    if name.startswith(CUSTOM):
        return sa.cast(table.c.custom[str(context.field(kind.name, name.removeprefix(CUSTOM)).id)], sa.Text)
    one = kind.fields.get(name)
    if one is None or not one.column:
        return None
    column = table.c[one.column]
    if one.type in {"list", "date"}:
        return sa.cast(column, sa.Text)
    return sa.type_coerce(column, sa.BigInteger if one.type in {"moment", "money"} else column.type)


def _type_of(kind: Kind, name: str) -> str:
    """Return what kind of value a field holds; "" for one that is no field: whether the record is there."""
    if name.startswith(CUSTOM):
        return "custom"
    one = kind.fields.get(name)
    return "" if one is None else one.type


def _coded(type_: str, codes: Codes, stored: Iterable[Any]) -> Mapping[Any, int]:
    """Return the code of each distinct stored value of a field."""
    code: dict[Any, int] = {}
    distinct = dict.fromkeys(stored)
    if None in distinct:
        code[None] = codes.code([] if type_ == "list" else None)
        del distinct[None]
    held: Iterable[Any] = distinct
    if type_ in {"list", "custom"}:
        held = json.loads(f"[{','.join(distinct)}]")  # all in one: one by one takes several times as long
    elif not type_:
        held = map(bool, distinct)
    for value, plain in zip(distinct, held, strict=True):
        code[value] = codes.code(plain)
    return code


def _consents(session: Session, past: Past, wanted: Sequence[str]) -> dict[str, Sequence[Any]]:
    held: dict[str, list[Any]] = {name: [None] * len(past.ids) for name in wanted if name.startswith(CONSENT)}
    places = {int(number): place for place, number in enumerate(past.ids)}
    granted = sa.select(Consent.contact_id, Consent.purpose, Consent.granted).where(Consent.deleted_at.is_(None))
    for row in session.execute(granted).all():
        if row.contact_id in places:
            held[f"{CONSENT}{row.purpose}"][places[row.contact_id]] = "yes" if row.granted else "no"
    return dict(held)


def _done(session: Session, past: Past) -> Track:
    """Return what was done with each record, from one activity to the next: a tuple of all until then."""
    found = done(past.kind, *columns()).subquery()
    codes = Codes()
    none = codes.code(())
    now = np.full(len(past.ids), none)
    lines: list[tuple[int, int, int]] = []
    rows = session.execute(sa.select(found).order_by(found.c.owner, found.c.at)).all()
    for owner, many in groupby(rows, itemgetter(0)):
        place = int(past.places(np.array([owner], np.int64))[0])
        if place < 0:
            continue
        each = touches(many)
        lines += [(place, one.at, codes.code(each[end:])) for end, one in enumerate(each, 1)]  # the latest stands first
        now[place] = codes.code(each)
    owners, moments, before = (np.array([line[one] for line in lines], np.int64) for one in range(3))
    order = np.lexsort((-np.arange(len(lines)), moments, owners))
    return Track(codes, now, owners[order], moments[order], before[order])


def _changes(session: Session, kind: Kind, codes: Mapping[str, Codes], since: datetime) -> _Changes:
    """Return the journal's and the imports' changes of these fields after a moment."""
    names = [name for name in codes if kind.name != "lead" or name not in BY_STAYS]
    if not names:
        return {}
    journal, change, brought = table_of(Journal), table_of(ImportChange), table_of(Import)
    at = sa.type_coerce(journal.c.at, sa.BigInteger)
    text = sa.cast(journal.c.fields, sa.Text)
    told = sa.select(at, journal.c.record_id, text).where(
        # Most lines are of this kind: through its index they would be looked for one by one, and sorted.
        unindexed(journal.c.kind) == kind.name,
        at > to_micros(since),
        sa.or_(*(_named(text, name) for name in names)),
    )
    at = sa.type_coerce(brought.c.at, sa.BigInteger)
    updated = (
        sa.select(at, change.c.record_id, sa.cast(change.c.fields, sa.Text))
        .join_from(change, brought, brought.c.id == change.c.import_id)
        .where(change.c.kind == kind.name, at > to_micros(since), brought.c.undone_at.is_(None))
    )
    found = fetched(session, updated) + fetched(session, told.order_by(journal.c.id))
    moments, owners = (np.fromiter(map(itemgetter(place), found), np.int64, len(found)) for place in (0, 1))
    kinds = {written: place for place, written in enumerate(dict.fromkeys(map(itemgetter(2), found)))}
    which = np.fromiter(map(kinds.__getitem__, map(itemgetter(2), found)), np.int64, len(found))
    before = {name: np.full(len(kinds), -1, np.int64) for name in names}
    for place, written in enumerate(kinds):  # many changes are the same
        for name, both in json.loads(written).items():
            if name in before and not (name == records.EXISTS and both["before"] is False):
                before[name][place] = codes[name].of_plain(both["before"])
    changes: _Changes = {}
    for name in names:
        held = before[name][which]
        told_of = np.flatnonzero(held >= 0)
        changes[name] = owners[told_of], moments[told_of], held[told_of]
    return changes


def _named(text: Any, name: str) -> sa.ColumnElement[bool]:
    # A name that JSON writes with escapes is not looked for: all lines are read then.
    quoted = json.dumps(name)
    return text.contains(quoted, autoescape=True) if "\\" not in quoted else sa.true()


def _stays(session: Session, context: Context, where: sa.ColumnElement[bool], codes: Mapping[str, Codes]) -> _Changes:
    """Return the moves of leads as changes of the fields that follow from the stage."""
    stay, lead = table_of(Stay), table_of(KINDS["lead"].table)
    entered = sa.type_coerce(stay.c.entered_at, sa.BigInteger)
    chosen = stay.c.lead_id.in_(sa.select(lead.c.id).where(where))
    statement = sa.select(stay.c.lead_id, entered, stay.c.stage_id).where(chosen)
    lines: dict[str, list[tuple[int, int, int]]] = {name: [] for name in codes if name in BY_STAYS}
    held: dict[str, Any] = {}
    last = None
    for number, moment, stage in fetched(session, statement.order_by(stay.c.lead_id, entered, stay.c.id)):
        if number != last:
            held, last = dict.fromkeys(BY_STAYS), number
        for name, found in lines.items():
            found.append((number, moment, codes[name].code(held[name])))
        kind = context.stages[stage].kind
        held = {
            "stage": stage,
            "entered": moment,
            "won_at": moment if kind == "won" else None,
            "lost_at": moment if kind == "lost" else None,
        }
    changes: _Changes = {}
    for name, found in lines.items():
        owners, moments, before = np.array(found, np.int64).reshape(-1, 3).T
        changes[name] = (owners, moments, before)
    return changes


def _track(
    past: Past, codes: Codes, present: Iterable[int] | None, changes: tuple[Numbers, Numbers, Numbers] | None
) -> Track:
    count = len(past.ids)
    now = np.full(count, codes.code(None)) if present is None else np.fromiter(present, np.int64, count)
    none = np.zeros(0, np.int64)
    whose, moments, before = changes or (none, none, none)
    owners = past.places(whose)
    # Stable: of changes of one moment the first says what stood before all of them.
    order = np.lexsort((moments, owners))
    order = order[owners[order] >= 0]
    return Track(codes, now, owners[order], moments[order], before[order])
