"""The clause on what was done with a record: notes, calls, e-mails, meetings and visits; `done` says whose they are.

In memory they are a record's value `did`: one `Touch` each.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.fields import Kind, fold
from app.query.done import DID, Touch, done, moment
from app.query.leaves import LONGEST_VALUE, Leaf, spaced
from app.query.nodes import Clause, Node, Not, QueryError, Value
from app.query.ranges import Range, moments
from app.query.records import Values
from db.models import Activity
from db.rows import fetched, table_of
from db.textual import perhaps
from db.types import given

_TYPES = frozenset({"note", "call", "email", "meeting", "visit"})


Fits = Callable[[Touch], bool]


def asks(clause: Clause) -> bool:
    """Return whether a clause asks for what was done."""
    name = fold(clause.field)
    return name == DID or name.startswith(f"{DID}:")


def did(clause: Clause, kind: Kind, context: Context) -> Leaf:
    """Return the condition that something was done (`did:webinar`), the last time at a moment (`did:webinar>=-14d`).

    A value that names a type (`did:call`) asks for that type; any other is a part of the subject or text.

    Raises:
        QueryError: nothing is asked for, or the moment is none.
    """
    asked = _asked(clause)
    fits = _fits(asked)
    dated = ":" in clause.field
    if not dated and clause.op not in {":", "=", "!="}:
        sentence = "“did” goes with a colon, as in did:webinar or did:webinar>=-14d"
        raise QueryError(sentence, clause.start, clause.end)
    spans = [moments(context, ":" if clause.op == "!=" else clause.op, one) for one in clause.values] if dated else []

    def met(record: Values) -> bool:
        last = latest(record, fits)
        return last is not None and (not dated or any(one.holds(last) for one in spans))

    def sql(session: Session) -> sa.ColumnElement[bool]:
        found = done(kind, moment().label("at"), Activity.id.label("number")).subquery()
        statement = sa.select(found.c.owner).where(found.c.number.in_(matching(session, asked)))
        if dated:
            last = sa.func.max(found.c.at)
            limits = [sa.and_(sa.true(), *_limits(last, one)) for one in spans]
            statement = statement.group_by(found.c.owner).having(sa.or_(*limits))
        model: Any = kind.model
        return model.id.in_(statement)  # type: ignore[no-any-return]  # an attribute of a model

    return Leaf(sql, met)


def _limits(last: Any, span: Range) -> list[Any]:
    limits = ((span.low, last.__ge__), (span.high, last.__le__))
    return [compare(sa.literal(bound, sa.BigInteger)) for bound, compare in limits if bound is not None]


def anything(kind: Kind) -> Leaf:
    """Return the condition that anything was done."""

    def sql(session: Session) -> sa.ColumnElement[bool]:
        del session
        model: Any = kind.model
        return model.id.in_(done(kind))  # type: ignore[no-any-return]  # an attribute of a model

    return Leaf(sql, lambda record: bool(record.get(DID)))


def latest(record: Values, fits: Fits) -> int | None:
    """Return since when the latest fitting activity of a record counts, None where there is none."""
    return max((one.at for one in record.get(DID) or () if fits(one)), default=None)


def fading(node: Node | None) -> tuple[Value, ...] | None:
    """Return what a query asks to have been done, of whose latest it fades; None where it asks for no such thing.

    What it asks not to have been done is left aside.
    """
    found = [one for part in ([] if node is None else _wanted(node)) for one in _asked(part)]
    return tuple(found) or None


def _wanted(node: Node) -> Iterable[Clause]:
    if isinstance(node, Not):
        return
    if isinstance(node, Clause):
        if asks(node) and node.op != "!=":
            yield node
        return
    for part in getattr(node, "parts", ()):
        yield from _wanted(part)


def fitting(asked: Sequence[Value]) -> Fits:
    """Return what tells whether an activity is one of those asked for."""
    return _fits(asked)


def _asked(clause: Clause) -> tuple[Value, ...]:
    name = clause.field.partition(":")[2]
    values = (Value(name, False, clause.start, clause.start + len(clause.field)),) if name else clause.values
    for value in values:
        if not value.text.strip(" *"):
            raise QueryError(
                "Nothing is asked for here; has:did finds whom anything was done with", value.start, value.end
            )
        if len(value.text) > LONGEST_VALUE:
            raise QueryError("A value may have {most} characters at most", value.start, value.end, most=LONGEST_VALUE)
    return values


def _type(value: Value) -> str | None:
    name = fold(value.text)
    return name if not value.quoted and name in _TYPES else None


def _fits(asked: Sequence[Value]) -> Fits:
    types = {_type(value) for value in asked}
    patterns = [_pattern(value) for value in asked if _type(value) is None]
    return lambda touch: touch.type in types or any(one.search(touch.text) for one in patterns)


def _pattern(value: Value) -> re.Pattern[str]:
    pieces = [value.text] if value.quoted else value.text.split("*")
    return re.compile(".*".join(re.escape(spaced(piece)) for piece in pieces), re.DOTALL)


def matching(session: Session, asked: Sequence[Value]) -> sa.Select[tuple[int]]:
    """Return the ids of the activities that are asked for; texts are judged here, as in memory."""
    table = table_of(Activity)
    types = sorted({one for one in map(_type, asked) if one is not None})
    tests: list[Any] = [table.c.type.in_(types)] if types else []
    texts = [value for value in asked if _type(value) is None]
    if texts:
        fits = _fits(texts)
        held = sa.func.coalesce(Activity.subject, "").concat(" ").concat(Activity.text)
        pieces = [max(re.split(r"[*\s]+", fold(value.text)), key=len) for value in texts]
        likely = sa.or_(*(perhaps(held, piece) for piece in pieces))
        statement = sa.select(table.c.id, held).where(likely, table.c.deleted_at.is_(None))
        found = [[number] for number, text in fetched(session, statement) if fits(Touch("", spaced(text), 0))]
        if found:
            count = session.info["given_texts"] = session.info.get("given_texts", 0) + 1
            listed = given(session, f"done_{count}", {"number": sa.BigInteger()}, found)
            tests.append(table.c.id.in_(sa.select(listed.c.number)))
    return sa.select(table.c.id).where(sa.or_(sa.false(), *tests))
