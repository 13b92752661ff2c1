"""Definitions judged by the database for all leads at once: one row a lead with what each clause says, to be counted.

It is `judging.judge` as part of a statement; what comes out are counts, never the leads. Points of a clause that fades
are worth · 2^(−age / half-life), its age counted as there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.terms import ROUNDING, ClauseTerms, Milestone, Terms
from app.context import Context
from app.fields import LEAD
from app.query import Query, QueryError, parse
from app.query.done import done, moment
from app.query.touches import fading, matching
from db.models import Activity, Lead
from db.rows import table_of
from db.types import to_micros

_DAY = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows, as part of a statement.

    Attributes:
        rows: one a lead that is not in the bin: `won`, and a column for each query.
        flags: by query, its column: 1 where a lead meets it, else 0.
        ages: by query of a clause that fades, since when it does, in microseconds before now.
        broken: by query that cannot be followed, why. Such a clause stops nobody.
    """

    rows: Any
    flags: dict[str, Any]
    ages: dict[str, Any]
    broken: dict[str, str]

    def met(self, clause: ClauseTerms) -> Any:
        """Return whether a lead meets a clause, as 1 or 0."""
        return self.flags.get(clause.query, sa.literal(0))

    def points(self, terms: Terms, milestone: Milestone) -> Any:
        """Return what a lead's points come to."""
        total: Any = sa.literal(0.0, sa.Double())
        for one in terms.definition(milestone):
            if one.points is None or one.query not in self.flags:
                continue
            worth: Any = sa.cast(self.flags[one.query] * one.points, sa.Double())
            if one.fades and terms.halving_days is not None:
                halvings = sa.cast(self.ages[one.query], sa.Double()) / float(terms.halving_days * _DAY)
                worth = worth * sa.func.power(sa.literal(2.0, sa.Double()), -halvings)
            total = total + worth
        return total

    def passed(self, terms: Terms, milestone: Milestone) -> Any:
        """Return whether a lead meets all that is required."""
        required = [one for one in terms.definition(milestone) if one.points is None and one.query in self.flags]
        return sa.and_(sa.true(), *(self.flags[one.query] == 1 for one in required))

    def full(self, terms: Terms, milestone: Milestone) -> Any:
        """Return whether a lead meets the whole definition."""
        needed = terms.needed(milestone)
        passed = self.passed(terms, milestone)
        return passed if needed is None else sa.and_(passed, self.points(terms, milestone) + ROUNDING >= needed)


def counted(condition: Any) -> Any:
    """Return how many rows meet a condition."""
    return sa.func.count(sa.case((condition, 1)))


def tally(session: Session, clauses: Iterable[ClauseTerms]) -> Tally:
    """Return the rows in which these clauses are judged."""
    context: Context = session.info["context"]
    bare = replace(context, agreement=None)
    table = table_of(Lead)
    wanted: dict[str, bool] = {}
    for one in clauses:
        wanted[one.query] = wanted.get(one.query, False) or one.fades
    columns: list[Any] = [sa.case((table.c.state == "won", 1), else_=0).label("won")]
    source: Any = table
    names: dict[str, tuple[str, str | None]] = {}
    broken: dict[str, str] = {}
    for place, (text, fades) in enumerate(wanted.items()):
        try:
            query = parse(text, LEAD.name)
            condition = query.condition(session, bare)
        except QueryError as error:
            broken[text] = str(error)
            continue
        columns.append(sa.case((sa.func.coalesce(condition, sa.false()), 1), else_=0).label(f"c{place}"))
        names[text] = (f"c{place}", f"a{place}" if fades else None)
        if fades:
            since: Any = sa.type_coerce(table.c.created_at, sa.BigInteger)
            latest = _latest(session, query, place)
            if latest is not None:
                source = source.outerjoin(latest, latest.c.owner == table.c.id)
                since = sa.func.coalesce(latest.c.at, since)
            now = sa.literal(to_micros(context.now), sa.BigInteger())
            columns.append(sa.case((since < now, now - since), else_=0).label(f"a{place}"))
    # Kept as rows: each column is asked for many times, and must not be judged anew each time.
    statement = sa.select(*columns).select_from(source).where(table.c.deleted_at.is_(None))
    rows = statement.cte("judged").prefix_with("MATERIALIZED")
    flags = {text: rows.c[flag] for text, (flag, _) in names.items()}
    ages = {text: rows.c[age] for text, (_, age) in names.items() if age is not None}
    return Tally(rows, flags, ages, broken)


def _latest(session: Session, query: Query, place: int) -> Any:
    asked = fading(query.node)
    if asked is None:
        return None
    each = done(LEAD, moment().label("at"), Activity.id.label("number")).subquery()
    found = sa.select(each.c.owner, sa.func.max(each.c.at).label("at")).where(
        each.c.number.in_(matching(session, asked))
    )
    return found.group_by(each.c.owner).subquery(f"last{place}")
