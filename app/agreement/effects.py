"""What each change of a draft does by itself: leads that the version in force finds and would not find with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.counts import Count
from app.agreement.difference import Changed, difference
from app.agreement.tally import counted, tally
from app.agreement.terms import DEFINED, ClauseTerms, Milestone, Terms

Key: TypeAlias = tuple[str, str]
"""The part and key of a difference."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Leads that meet a definition with one change and did not before, and those that did and do not."""

    gained: Count
    lost: Count

    @property
    def net(self) -> int:
        """How many more meet it."""
        return self.gained.leads - self.lost.leads


def weighed(one: Changed) -> Milestone | None:
    """Return whose definition a difference changes, None where it changes none."""
    if one.part == "clause":
        found: Milestone = (one.after or one.before).milestone
        return found
    if one.part == "score":
        return next((name for name in DEFINED if one.key == f"{name}_points"), "mql")
    return None


def alone(base: Terms, one: Changed) -> Terms:
    """Return a version with one difference of another and nothing else of it."""
    if one.part == "score":
        return replace(base, **{one.key: one.after})
    kept: Iterable[ClauseTerms] = base.clauses
    if one.what == "added":
        return replace(base, clauses=(*kept, one.after))
    changed = (one.after if each.key == one.key else each for each in kept)
    return replace(base, clauses=tuple(each for each in changed if each is not None))


def effects(session: Session, base: Terms, terms: Terms) -> Mapping[Key, Effect]:
    """Return by difference of a draft what it does to the version it is compared with, counted by the database."""
    changes = [(one, found) for one in difference(base, terms) if (found := weighed(one)) is not None]
    if not changes:
        return {}
    judged = tally(session, (*base.clauses, *terms.clauses))
    won = judged.rows.c.won == 1
    columns = []
    for one, milestone in changes:
        before, after = judged.full(base, milestone), judged.full(alone(base, one), milestone)
        for condition in (sa.and_(after, sa.not_(before)), sa.and_(before, sa.not_(after))):
            columns += [counted(condition), counted(sa.and_(condition, won))]
    row = session.execute(sa.select(*columns).select_from(judged.rows)).one()
    quads = (row[place : place + 4] for place in range(0, len(columns), 4))
    return {
        (one.part, one.key): Effect(Count(*quad[:2]), Count(*quad[2:]))
        for (one, _), quad in zip(changes, quads, strict=True)
    }
