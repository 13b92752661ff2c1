"""Shared goals: writing them down, entering what cannot be measured, and seeing where they stand."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from app import things
from app.context import Context
from app.errors import UsageError
from app.fields import LEAD
from app.finding import condition_of
from app.periods import local_day
from app.reports import progress
from app.reports.progress import AMOUNTS, ANSWERED, MANUAL, METRICS, GoalRow, Part, Progress

ALL_METRICS = (*METRICS, MANUAL)
_PERCENT = 100
FIELDS = (
    "name",
    "metric",
    "target",
    "marketing_target",
    "sales_target",
    "currency",
    "hours",
    "query",
    "starts",
    "ends",
    "position",
)


def create(session: Session, values: Mapping[str, Any]) -> int:
    """Write a goal from its fields (decimals and dates as such) and return its id.

    Raises:
        UsageError: a field is missing, unknown or contradicts another.
        QueryError: the query cannot be read; it says where.
    """
    given = {name: value for name, value in values.items() if value is not None}
    _check(session, given)
    return things.create(session, "goal", given)


def edit(session: Session, goal_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save an edit, merged by field.

    Raises:
        UsageError: a field is unknown or contradicts another.
        ConflictError: a colleague changed the same field; nothing is written.
    """
    _check(session, things.read(session, "goal", goal_id, lock=True) | dict(mine), set(mine))
    things.edit(session, "goal", goal_id, mine, base)


def remove(session: Session, goal_id: int) -> None:
    """Move a goal to the bin."""
    things.remove(session, "goal", goal_id)


def enter(session: Session, goal_id: int, day: date, marketing: Decimal, sales: Decimal) -> None:
    """Write down what a day brought, for a goal that is entered by hand; nought of both takes the day away.

    Raises:
        UsageError: the goal measures itself, or the day is not in its period.
    """
    goal = things.read(session, "goal", goal_id, lock=True)
    if goal["metric"] != MANUAL:
        raise UsageError("“{goal}” measures itself; nothing is entered by hand.", goal=goal["name"])
    if not goal["starts"] <= day <= goal["ends"]:
        raise UsageError(
            "“{goal}” runs from {starts} to {ends}; {day} is outside.",
            goal=goal["name"],
            starts=goal["starts"],
            ends=goal["ends"],
            day=day,
        )
    entries = {text: entry for text, entry in goal["manual"].items() if text != day.isoformat()}
    if marketing or sales:
        entries[day.isoformat()] = {"marketing": f"{marketing:f}", "sales": f"{sales:f}"}
    things.edit(session, "goal", goal_id, {"manual": dict(sorted(entries.items()))})


def goals(
    session: Session, first: date | None = None, last: date | None = None, as_of: datetime | None = None
) -> tuple[Progress, ...]:
    """Return where the goals stand whose period meets the days from first to last, in two statements.

    Raises:
        QueryError: a goal's query cannot be read; it says where.
    """
    return tuple(progress.measured(session, progress.goal_rows(session, first, last), as_of))


def current(session: Session, as_of: datetime | None = None) -> tuple[Progress, ...]:
    """Return where the goals stand whose period today is in."""
    context: Context = session.info["context"]
    today = local_day(as_of or context.now, context.zone)
    return goals(session, today, today, as_of)


def behind(session: Session, goal_id: int, as_of: datetime | None = None) -> list[int]:
    """Return the ids of the leads behind a goal's figure, newest first.

    Raises:
        NotFoundError: there is no such goal.
        UsageError: the goal is entered by hand.
    """
    row = things.read(session, "goal", goal_id)
    return progress.behind(session, GoalRow(*(row[name] for name in GoalRow.__slots__)), as_of)


def _check(session: Session, values: Mapping[str, Any], given: set[str] | None = None) -> None:
    """Refuse a goal that makes no sense; `given` are the fields that are being set."""
    unknown = sorted((given if given is not None else set(values)) - set(FIELDS))
    if unknown:
        raise UsageError(
            "A goal has no field “{field}”. Its fields are: {known}.", field=unknown[0], known=", ".join(FIELDS)
        )
    missing = [name for name in ("name", "metric", "target", "starts", "ends") if values.get(name) in (None, "")]
    if missing:
        raise UsageError("A goal needs a {field}.", field=missing[0])
    metric = values["metric"]
    if metric not in ALL_METRICS:
        raise UsageError(
            "A goal cannot measure “{metric}”. Choose one of: {known}.", metric=metric, known=", ".join(ALL_METRICS)
        )
    if values["ends"] < values["starts"]:
        raise UsageError(
            "The goal ends on {ends}, before it begins on {starts}.", ends=values["ends"], starts=values["starts"]
        )
    if values["target"] <= 0:
        raise UsageError("A goal's target is more than nought.")
    if metric == ANSWERED and (not values.get("hours") or values["hours"] <= 0 or values["target"] > _PERCENT):
        raise UsageError("A goal for answers in time needs its hours, and a target of up to 100 percent.")
    condition_of(session, LEAD, values.get("query") or "")


__all__ = [
    "ALL_METRICS",
    "AMOUNTS",
    "FIELDS",
    "GoalRow",
    "Part",
    "Progress",
    "behind",
    "create",
    "current",
    "edit",
    "enter",
    "goals",
    "remove",
]
