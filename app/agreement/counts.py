"""How many leads each clause of a definition finds today, and where their points lie, counted by the database."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.tally import counted, tally
from app.agreement.terms import ROUNDING, Milestone, Terms
from db.textual import whole


@dataclass(frozen=True, slots=True)
class Count:
    """How many leads meet something, and how many of these were won."""

    leads: int
    won: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What a definition finds among all leads.

    Attributes:
        milestone: whose definition it is.
        all: how many leads there are, and won ones.
        full: how many meet the whole definition.
        passed: how many meet all that is required, whatever their points.
        clauses: by the key of a clause, how many meet it.
        points: whole points -> how many of those that meet all that is required have them.
        broken: by the key of a clause that cannot be followed, why.
        needed: how many points it asks for, None where it asks for none.
        before: how many meet the definition of the version it is compared with, None without one.
        before_number: the number of that version.
        before_needed: how many points that one asks for.
        most: how many points its clauses give together.
    """

    milestone: Milestone
    all: Count
    full: Count
    passed: Count
    clauses: Mapping[str, Count]
    points: Mapping[int, int]
    broken: Mapping[str, str]
    needed: int | None = None
    before: Count | None = None
    before_number: int | None = None
    before_needed: int | None = None
    most: int = 0

    @property
    def is_out_of_reach(self) -> bool:
        """Whether it asks for more points than its clauses give, so that no lead ever meets it."""
        return (self.needed or 0) > self.most


def counts(session: Session, terms: Terms, milestone: Milestone, base: Terms | None = None) -> Counts:
    """Return what a definition finds today among all leads that are not in the bin, beside another version's."""
    mine = terms.definition(milestone)
    found = tally(session, (*mine, *(() if base is None else base.definition(milestone))))
    followed = [one for one in mine if one.query in found.flags]
    asked: list[Any] = [sa.true(), found.full(terms, milestone), found.passed(terms, milestone)]
    asked += [found.full(base, milestone)] if base is not None else []
    # One pass for all: by points, of those that meet all that is required, and the sums over these rows.
    points = sa.case((found.passed(terms, milestone), whole(found.points(terms, milestone) + ROUNDING)))
    columns = [*asked, *(found.met(one) == 1 for one in followed)]
    rows = _by_points(session, found.rows, points, columns)
    numbers = [_sum(row[1][place] for row in rows) for place in range(len(columns))]
    everything, full, passed = numbers[:3]
    return Counts(
        milestone,
        everything,
        full,
        passed,
        {one.key: number for one, number in zip(followed, numbers[len(asked) :], strict=True)},
        {worth: each[2].leads for worth, each in rows if worth is not None},
        {one.key: found.broken[one.query] for one in mine if one.query in found.broken},
        terms.needed(milestone),
        None if base is None else numbers[3],
        None if base is None else base.number,
        None if base is None else base.needed(milestone),
        terms.most(milestone),
    )


def _by_points(
    session: Session, rows: Any, points: Any, conditions: Sequence[Any]
) -> list[tuple[int | None, list[Count]]]:
    """Return by points, None for none, of each condition how many rows meet it, and how many of these were won."""
    columns = [column for one in conditions for column in (counted(one), counted(sa.and_(one, rows.c.won == 1)))]
    key = points.label("points")
    statement = sa.select(key, *columns).select_from(rows).group_by(key).order_by(key)
    return [
        (None if worth is None else int(worth), [Count(*pair) for pair in zip(found[::2], found[1::2], strict=True)])
        for worth, *found in session.execute(statement).all()
    ]


def _sum(parts: Iterable[Count]) -> Count:
    each = list(parts)
    return Count(sum(one.leads for one in each), sum(one.won for one in each))
