"""Whether a lead meets a definition: clause by clause in memory for one, in one statement for all of them.

Both give the same verdict. Points stay as long as a clause is met; those of one that fades halve every
`halving_days`: from the latest of what it asks to have been done (`did:webinar`), from when the lead was made on where
it asks for no such thing. What they come to is rounded for nobody: 49.9 is less than 50; a millionth of a point more or
less is how a machine counts. In a clause `score` is the lead's own field, since what is made of points cannot ask for
their sum.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.terms import ROUNDING, ClauseTerms, Milestone, Terms
from app.context import Context
from app.fields import LEAD
from app.query import Query, QueryError, Record, parse
from app.query.done import DID, done, moment
from app.query.touches import fading, fitting, latest, matching
from db.models import Activity, Lead
from db.rows import fetched, table_of
from db.types import from_micros, to_micros

_DAY = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """What a clause says of a lead.

    Attributes:
        clause: the clause.
        met: whether the lead meets it.
        points: what it adds now, 0.0 for a required one or one that is not met.
        failed: the parts of its query that are not met, as they are written.
        broken: why it cannot be followed in this workspace, "" where it can; such a clause stops nobody.
        since: from when on its points fade, None where they do not.
    """

    clause: ClauseTerms
    met: bool
    points: float
    failed: tuple[str, ...] = ()
    broken: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a definition says of a lead. `needed` is None where it asks for no points."""

    milestone: Milestone
    lines: tuple[Line, ...]
    points: float
    needed: int | None

    @property
    def met(self) -> bool:
        """Whether the lead meets the definition."""
        return not self.unmet and self.enough

    @property
    def enough(self) -> bool:
        """Whether the points suffice."""
        return enough(self.points, self.needed)

    @property
    def unmet(self) -> tuple[Line, ...]:
        """The required clauses that are not met."""
        return tuple(one for one in self.lines if one.clause.points is None and not one.met and not one.broken)


def judge(terms: Terms, milestone: Milestone, record: Record, context: Context) -> Finding:
    """Return what a definition says of one lead, of which `record` holds the plain values."""
    bare = replace(context, agreement=None)
    lines = tuple(_line(terms, one, record, bare) for one in terms.definition(milestone))
    return Finding(milestone, lines, _sum(one.points for one in lines), terms.needed(milestone))


def enough(points: float, needed: int | None) -> bool:
    """Return whether points suffice; where none are asked for, any do."""
    return needed is None or points + ROUNDING >= needed


def faded(terms: Terms, since: datetime, now: datetime) -> float:
    """Return what is left at a moment, as a fraction of 1, of points that fade since another."""
    if terms.halving_days is None:
        return 1.0
    age = max(to_micros(now) - to_micros(since), 0)
    return float(2.0 ** (-age / (terms.halving_days * _DAY)))


def since(query: Query, record: Record) -> datetime:
    """Return since when the points of a clause fade for a lead, of which `record` holds the plain values."""
    asked = fading(query.node)
    last = None
    if asked is not None:
        last = max((latest(one.values, fitting(asked)) or 0 for one in record.reached(DID)), default=0)
    return from_micros(last) if last else datetime.fromisoformat(str(record.values["created"]))


def _line(terms: Terms, clause: ClauseTerms, record: Record, context: Context) -> Line:
    try:
        query = parse(clause.query, LEAD.name)
        verdict = query.judge(record, context)
    except QueryError as error:
        return Line(clause, met=False, points=0.0, broken=str(error))
    if clause.points is None or not verdict.met:
        return Line(clause, verdict.met, 0.0, verdict.failed)
    start = since(query, record) if clause.fades else None
    share = 1.0 if start is None else faded(terms, start, context.now)
    return Line(clause, verdict.met, float(clause.points) * share, verdict.failed, since=start)


def _sum(points: Iterable[float]) -> float:
    """Return a sum from left to right, as `Sheet` adds its columns: another order may end in another last digit."""
    total = 0.0
    for one in points:
        total += one
    return total


# All leads at once

Flags: TypeAlias = Mapping[str, Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a definition says of many leads, row by row.

    Attributes:
        ids: whose rows these are.
        states: how each stands: open, won or lost.
        met: by the key of each clause, whether each lead meets it. Broken clauses are not among them.
        points: what each lead has.
        full: whether each lead meets the whole definition.
        passed: whether each lead meets the required clauses.
        broken: by the key of a clause that cannot be followed, why.
        starts: by the key of a clause that fades, from when on for each lead, in microseconds since 1970.
    """

    ids: Sequence[int]
    states: Sequence[str]
    met: Flags
    points: Sequence[float]
    full: Sequence[bool]
    passed: Sequence[bool]
    broken: Mapping[str, str]
    starts: Mapping[str, Sequence[int]]


def sheet(session: Session, terms: Terms, milestone: Milestone, where: sa.ColumnElement[bool] | None = None) -> Sheet:
    """Return what a definition says of all leads that are not in the bin, or of those that meet a condition too."""
    context: Context = session.info["context"]
    bare = replace(context, agreement=None)
    table = table_of(Lead)
    followed: list[tuple[ClauseTerms, Query]] = []
    columns: list[Any] = []
    broken: dict[str, str] = {}
    for clause in terms.definition(milestone):
        try:
            query = parse(clause.query, LEAD.name)
            condition = query.condition(session, bare)
        except QueryError as error:
            broken[clause.key] = str(error)
            continue
        followed.append((clause, query))
        columns.append(sa.case((sa.func.coalesce(condition, sa.false()), 1), else_=0).label(f"c{len(columns)}"))
    created = sa.type_coerce(table.c.created_at, sa.BigInteger)
    statement = sa.select(table.c.id, table.c.state, created, *columns).where(table.c.deleted_at.is_(None))
    if where is not None:
        statement = statement.where(where)
    found = fetched(session, statement.order_by(table.c.id))
    points = [0.0] * len(found)
    passed = [True] * len(found)
    flags: dict[str, Sequence[bool]] = {}
    starts: dict[str, Sequence[int]] = {}
    for place, (clause, query) in enumerate(followed, start=3):
        mine = [bool(row[place]) for row in found]
        flags[clause.key] = mine
        if clause.points is None:
            passed = [both and one for both, one in zip(passed, mine, strict=True)]
            continue
        worth = float(clause.points)
        each = [1.0] * len(found)
        if clause.fades:
            last = _latest(session, query)
            starts[clause.key] = [last.get(row[0], row[2]) for row in found]
            each = _rates(terms, starts[clause.key], context.now)
        points = [total + (worth * rate if one else 0.0) for total, one, rate in zip(points, mine, each, strict=True)]
    needed = terms.needed(milestone)
    full = passed if needed is None else [one and enough(has, needed) for one, has in zip(passed, points, strict=True)]
    return Sheet([row[0] for row in found], [row[1] for row in found], flags, points, full, passed, broken, starts)


def _latest(session: Session, query: Query) -> dict[int, int]:
    """Return by lead since when the latest counts of what a query asks to have been done."""
    asked = fading(query.node)
    if asked is None:
        return {}
    each = done(LEAD, moment().label("at"), Activity.id.label("number")).subquery()
    statement = sa.select(each.c.owner, sa.func.max(each.c.at)).where(each.c.number.in_(matching(session, asked)))
    return dict(fetched(session, statement.group_by(each.c.owner)))


def _rates(terms: Terms, starts: Sequence[int], now: datetime) -> list[float]:
    if terms.halving_days is None:
        return [1.0] * len(starts)
    half, today = terms.halving_days * _DAY, to_micros(now)
    return [2.0 ** (-max(today - start, 0) / half) for start in starts]
