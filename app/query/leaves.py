"""One clause of a query, bound to a field: as a condition for the database, and as a verdict in memory."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived, scores
from app.context import Context
from app.fields import KINDS, fold, from_plain
from app.query.nodes import QueryError, Value
from app.query.ranges import Range, days
from app.query.ranges import number as number_range
from app.query.records import Values, values_of
from app.query.targets import Target
from app.query.words import found
from db.models import RecordKey
from db.textual import contains, perhaps
from db.types import given, to_micros, to_units

LONGEST_VALUE = 1_000
# Texts that are seldom the same twice: to look for letters in each costs less than to hand all of them over.
_MANIFOLD = frozenset({"external_id", "street", "domain", "note", "next_step"})
Predicate = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A condition on the own columns of a kind of record, and the same on its plain values.

    Where it asks whether one stored number lies in ranges, `spans` names the field and has them.
    """

    sql: Callable[[Session], sa.ColumnElement[bool]]
    met: Callable[[Values], bool]
    spans: tuple[str, Sequence[Range]] | None = None


def column(target: Target) -> Any:
    """Return the column of a target."""
    model: Any = target.kind.model
    return getattr(model, target.column)


def spaced(text: str) -> str:
    """Return a text folded, with single spaces."""
    return " ".join(fold(text).split())


def texts(target: Target, op: str, values: Iterable[Value]) -> Leaf:
    """Return the condition that a text is, or contains, one of the values."""
    given_ = [_checked(value) for value in values]
    tests = [_predicate(value, part=target.free and op == ":") for value in given_]

    def fits(text: str | None) -> bool:
        return bool(text) and any(test(spaced(text or "")) for test in tests)

    def sql(session: Session) -> sa.ColumnElement[bool]:
        held = _held(target)
        statement = sa.select(held).where(held.is_not(None)).distinct()
        likely = _likely(session, target, given_)
        if likely is not None:
            statement = statement.where(likely)
        return among(session, held, [text for text in session.execute(statement).scalars() if fits(text)])

    return Leaf(sql, lambda record: fits(values_of(record, target.name)))


def _held(target: Target) -> Any:
    if target.custom is None:
        return column(target)
    return column(target)[str(target.custom)].as_string()


def _likely(session: Session, target: Target, values: list[Value]) -> sa.ColumnElement[bool] | None:
    """Return what a text that fits must meet besides, to read fewer of them; None where that cannot be told."""
    pieces = [max(re.split(r"[*\s]+", fold(value.text)), key=len, default="") for value in values]
    if not all(pieces):
        return None
    if target.name == "name":
        # What is searched for holds every shown name.
        return sa.or_(*(found(session, target.kind, piece) for piece in pieces))
    if target.name in _MANIFOLD:
        return sa.or_(*(perhaps(_held(target), piece) for piece in pieces))
    return None


def among(session: Session, held: Any, found: list[str]) -> sa.ColumnElement[bool]:
    """Return the condition that a text is one of many, handed over as one."""
    if not found:
        return sa.false()
    number = session.info["given_texts"] = session.info.get("given_texts", 0) + 1
    listed = given(session, f"texts_{number}", {"held": sa.Text()}, [[text] for text in found])
    return sa.type_coerce(held, sa.Text).in_(sa.select(listed.c.held))


def _checked(value: Value) -> Value:
    if not value.text.strip():
        raise QueryError("Nothing is asked for here; -has:city finds what is empty", value.start, value.end)
    if len(value.text) > LONGEST_VALUE:
        raise QueryError("A value may have {most} characters at most", value.start, value.end, most=LONGEST_VALUE)
    return value


def _predicate(value: Value, *, part: bool) -> Predicate:
    if "*" in value.text and not value.quoted:
        pieces = [re.escape(fold(piece)) for piece in value.text.split("*")]
        pattern = re.compile(".*".join(pieces), re.DOTALL)
        return lambda text: pattern.fullmatch(text) is not None
    wanted = spaced(value.text)
    return (lambda text: wanted in text) if part else (lambda text: wanted == text)


def custom(target: Target, op: str, values: tuple[Value, ...], context: Context) -> Leaf:
    """Return the condition on a field that the team added, by what its values stand for."""
    form = target.type.removeprefix("custom ")
    if form == "text":
        return texts(target, op, values)
    if form == "number":
        spans = [number_range(op, value, money=True) for value in values]
    elif form == "date":
        spans = [days(context, op, value) for value in values]
    else:
        wanted = {yes(value) for value in values}
        return _read(target, lambda plain: (plain in (True, 1, "true", "1")) in wanted)
    del op
    kind = "money" if form == "number" else "date"
    return _read(target, lambda plain: any(one.holds(_stored(kind, str(plain))) for one in spans))


def _stored(kind: str, plain: str) -> int | None:
    try:
        value = from_plain(kind, plain)
    except (ValueError, ArithmeticError):
        return None
    return to_units(value) if kind == "money" else int(value.toordinal())


def _read(target: Target, fits: Callable[[Any], bool]) -> Leaf:
    """Return a leaf whose few distinct values are judged here, on either way."""

    def sql(session: Session) -> sa.ColumnElement[bool]:
        held = _held(target)
        found = session.execute(sa.select(held).where(held.is_not(None)).distinct()).scalars().all()
        return among(session, held, [text for text in found if fits(text)])

    def met(record: Values) -> bool:
        plain = record.get(target.name)
        return plain is not None and fits(plain)

    return Leaf(sql, met)


def keys(target: Target, op: str, values: tuple[Value, ...]) -> Leaf:
    """Return the condition that one e-mail, phone or tag is, or contains, one of the values."""
    kind, field = target.kind.name, derived.KEYS[target.column]
    wholes: list[str] = []
    parts: list[str] = []
    for value in map(_checked, values):
        wanted = derived.folded(field, value.text.strip("*") if not value.quoted else value.text)
        is_part = op == ":" and (field != "tag" or ("*" in value.text and not value.quoted))
        (parts if is_part else wholes).append(wanted)

    def fits(key: str) -> bool:
        return key in wholes or any(part in key for part in parts)

    def sql(session: Session) -> sa.ColumnElement[bool]:
        model: Any = target.kind.model
        held = sa.select(RecordKey.record_id).where(RecordKey.kind == kind, RecordKey.field == field)
        tests = [model.id.in_(held.where(RecordKey.key.in_(wholes)))] if wholes else []
        for part in parts:
            if field == "email" and " " not in part:
                # What is searched for holds every e-mail as it stands, and is found by its letters.
                own = held.where(RecordKey.record_id == model.id, contains(RecordKey.key, part))
                tests.append(sa.and_(found(session, target.kind, part), own.exists()))
            else:
                tests.append(model.id.in_(held.where(contains(RecordKey.key, part))))
        return sa.or_(*tests)

    def met(record: Values) -> bool:
        held = derived.keys_of(kind, 0, {target.column: record.get(target.name)})
        return any(fits(key) for _, _, key, _ in held)

    return Leaf(sql, met)


def spans(target: Target, found: list[Range]) -> Leaf:
    """Return the condition that a stored number, moment or date lies in one of the ranges."""

    def stored(record: Values) -> int | None:
        value = from_plain(target.type, values_of(record, target.name))
        if value is None:
            return None
        if target.type == "moment":
            return to_micros(value)
        if target.type == "money":
            return to_units(value)
        return int(value.toordinal()) if target.type == "date" else int(value)

    def sql(session: Session) -> sa.ColumnElement[bool]:
        del session
        held: Any = column(target)
        if target.type != "date":
            held = sa.type_coerce(held, sa.BigInteger)
        return sa.or_(*(_within(held, one, target.type) for one in found))

    def met(record: Values) -> bool:
        number = stored(record)
        return any(one.holds(number) for one in found)

    return Leaf(sql, met, (target.name, found))


def scored(context: Context, found: list[Range]) -> Leaf:
    """Return the condition that a lead's score lies in one of the ranges."""

    def sql(session: Session) -> sa.ColumnElement[bool]:
        del session
        held: Any = scores.column(context).element
        return sa.or_(*(_within(held, one, "number") for one in found))

    def met(record: Values) -> bool:
        score = scores.shown(context, record).get("score")
        return any(one.holds(score) for one in found)

    return Leaf(sql, met)


def _within(held: Any, one: Range, type_: str) -> sa.ColumnElement[bool]:
    limits = []
    for bound, compare in ((one.low, held.__ge__), (one.high, held.__le__)):
        if bound is None:
            continue
        limits.append(compare(_day(bound) if type_ == "date" else sa.literal(bound, sa.BigInteger)))
    return sa.and_(held.is_not(None), *limits)


def _day(ordinal: int) -> Any:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def references(target: Target, wanted: set[int], *, none: bool) -> Leaf:
    """Return the condition that what is referred to is one of these, or nothing."""

    def sql(session: Session) -> sa.ColumnElement[bool]:
        del session
        held = column(target)
        tests = [held.in_(sorted(wanted))] if wanted else []
        if none:
            tests.append(held.is_(None))
        return sa.or_(sa.false(), *tests)

    def met(record: Values) -> bool:
        held = values_of(record, _plain_name(target))
        return none if held is None else held in wanted

    return Leaf(sql, met)


def filled(target: Target) -> Leaf:
    """Return the condition that there is something in a field."""

    def sql(session: Session) -> sa.ColumnElement[bool]:
        del session
        if target.type == "list":
            field = derived.KEYS[target.column]
            model: Any = target.kind.model
            return sa.exists().where(
                RecordKey.kind == target.kind.name, RecordKey.record_id == model.id, RecordKey.field == field
            )
        held = _held(target)
        if target.type in {"text", "custom text"}:
            return sa.and_(held.is_not(None), sa.type_coerce(held, sa.Text) != "")
        return held.is_not(None)  # type: ignore[no-any-return]  # an attribute of a model

    def met(record: Values) -> bool:
        if target.type == "list":
            return derived.has_keys(target.column, record.get(target.name) or ())
        return values_of(record, _plain_name(target)) is not None

    return Leaf(sql, met)


def _plain_name(target: Target) -> str:
    return "stage" if target.column == "stage_id" else target.name


def overdue(context: Context, wanted: set[bool]) -> Leaf:
    """Return the condition that an open lead's next step is past due, or that it stands longer than agreed."""
    now = to_micros(context.now)
    oldest = {
        stage.id: now - stage.rot_days * 86_400_000_000
        for stage in context.stages.values()
        if stage.rot_days is not None and stage.kind not in {"won", "lost"}
    }
    open_ = [stage.id for stage in context.stages.values() if stage.kind not in {"won", "lost"}]
    model: Any = KINDS["lead"].model

    def sql(session: Session) -> sa.ColumnElement[bool]:
        del session
        due = sa.type_coerce(model.due_at, sa.BigInteger)
        entered = sa.type_coerce(model.entered_at, sa.BigInteger)
        rotten = [sa.and_(model.stage_id == stage, entered <= limit) for stage, limit in oldest.items()]
        late = sa.func.coalesce(sa.and_(model.stage_id.in_(open_), sa.or_(due < now, *rotten)), sa.false())
        tests = [late if one else sa.not_(late) for one in sorted(wanted)]
        return sa.or_(*tests)

    def met(record: Values) -> bool:
        due = from_plain("moment", values_of(record, "due"))
        entered = from_plain("moment", values_of(record, "entered"))
        stage = record.get("stage")
        late = stage in open_ and (
            (due is not None and to_micros(due) < now)
            or (stage in oldest and entered is not None and to_micros(entered) <= oldest[stage])
        )
        return late in wanted

    return Leaf(sql, met)


_YES = {"yes": True, "true": True, "1": True, "si": True, "no": False, "false": False, "0": False}


def yes(value: Value) -> bool:
    """Return what a yes or no means.

    Raises:
        QueryError: it is neither.
    """
    found = _YES.get(fold(value.text))
    if found is None:
        raise QueryError("“{value}” is neither yes nor no", value.start, value.end, value=value.text[:40])
    return found
