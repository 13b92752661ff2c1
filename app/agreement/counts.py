"""How many leads each clause of a definition finds today, and where their points lie."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.agreement.judging import Sheet, sheet
from app.agreement.terms import Milestone, Terms


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
    """

    milestone: Milestone
    all: Count
    full: Count
    passed: Count
    clauses: Mapping[str, Count]
    points: Mapping[int, int]
    broken: Mapping[str, str]


def counts(session: Session, terms: Terms, milestone: Milestone) -> Counts:
    """Return what a definition finds today, among all leads that are not in the bin."""
    found = sheet(session, terms, milestone)
    return Counts(
        milestone,
        _count(found, [True] * len(found.ids)),
        _count(found, found.full),
        _count(found, found.passed),
        {key: _count(found, flags) for key, flags in found.met.items()},
        dict(sorted(Counter(int(has) for has, one in zip(found.points, found.passed, strict=True) if one).items())),
        found.broken,
    )


def _count(found: Sheet, flags: Sequence[bool]) -> Count:
    won = leads = 0
    for one, state in zip(flags, found.states, strict=True):
        if one:
            leads += 1
            won += state == "won"
    return Count(leads, won)
