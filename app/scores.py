"""The score of a lead: the points that the agreement in force gives it now, whole.

They are those of the first definition that gives points at all (MQL, SAL, SQL). Points that stay are kept with the lead
as `fit`. Those that fade all halve in the same time, so that each lead's are kept as one sum, its `heat`, as it would
be at the moment when the version was published: heat = Σ points · 2^((since − published) / half-life). What is left of
it now is heat · 2^(−(now − published) / half-life), one factor for all leads, computed on read, here and by the
database from the same three numbers. `app.agreement.rescoring` keeps fit and heat.

A version that is in force for more than 900 half-lives is taken to be 900 old; what had faded by a hundred when it was
published counts for nothing. As long as no version gives points, a lead's score is its own field.
"""

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.agreement import fading
from app.agreement.terms import DEFINED, ROUNDING, Milestone, Terms
from app.context import Context
from app.glimpse import LEFT
from db.models import Lead
from db.textual import whole
from db.types import to_micros


def scored_by(terms: Terms | None) -> Milestone | None:
    """Return whose definition gives the score, None where no clause is worth points."""
    if terms is None:
        return None
    return next((one for one in DEFINED if any(clause.points for clause in terms.definition(one))), None)


def needed(context: Context) -> int | None:
    """Return how many points the definition asks for that gives the score, None where it asks for none."""
    milestone = scored_by(context.agreement)
    return None if context.agreement is None or milestone is None else context.agreement.needed(milestone)


def weight(terms: Terms, since: datetime, now: datetime) -> float:
    """Return what a point that fades since a moment adds to a lead's heat; since now, where that is still to come."""
    if terms.halving_days is None or terms.published_at is None:
        return 1.0
    return fading.weight(to_micros(terms.published_at), terms.halving_days, to_micros(min(since, now)))


def factor(terms: Terms, now: datetime) -> float:
    """Return what is left now of heat."""
    if terms.halving_days is None or terms.published_at is None:
        return 1.0
    return fading.left(to_micros(terms.published_at), terms.halving_days, to_micros(now))


def rounded(points: float) -> int:
    """Return points as a score shows them, rounded: 49.9 are 50."""
    return math.floor(points + ROUNDING)


def score_of(context: Context, own: int | None, fit: int | None, heat: float | None) -> int | None:
    """Return the score now of a lead that has a score of its own, fit and heat; None where it has none yet."""
    terms = context.agreement
    if terms is None or scored_by(terms) is None:
        return own
    return None if fit is None or heat is None else rounded(fit + heat * factor(terms, context.now))


def column(context: Context, lead: Any = Lead) -> sa.ColumnElement[Any]:
    """Return, as part of a statement, the score now of each lead of a table or alias, called `score`."""
    terms = context.agreement
    if terms is None or scored_by(terms) is None:
        return lead.score.label("score")  # type: ignore[no-any-return]  # an attribute of a model
    left: Any = sa.bindparam(LEFT, factor(terms, context.now), sa.Double())
    points = sa.cast(lead.fit, sa.Double()) + lead.heat * left + sa.literal(ROUNDING, sa.Double())
    return whole(points).label("score")


def shown(context: Context, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a lead's plain values with the score that it has now in place of its own."""
    if "fit" not in values:
        return values
    return {**values, "score": score_of(context, values.get("score"), values["fit"], values["heat"])}
