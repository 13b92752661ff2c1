"""One goal looked at closely: its pace by day, what drives it beside the period before, and the leads behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from statistics import median
from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.context import Context
from app.errors import NotFoundError, Word
from app.metrics import FEWEST_CASES, working_days
from app.periods import bounds, local_day
from app.reports import progress
from app.reports.facts import NONE, Facts, number
from app.reports.progress import AMOUNTS, ANSWERED, METRICS, GoalRow, Progress
from db.models import Company, Lead
from db.rows import fetched, table_of
from db.types import from_micros, from_units

LISTED = 100
"""Of how many leads behind a goal, the latest, there are rows."""
_DAY = 86_400_000_000
_HOUR = 3_600_000_000
_ONE_DAY = timedelta(days=1)
What: TypeAlias = Literal["leads", "average", "marketing", "sales", "days", "answer_hours", "unanswered"]


@dataclass(frozen=True, slots=True)
class Driver:
    """A figure that a goal's own follows from, now and at the same point of the period before.

    Attributes:
        what: `leads` how many count, `average` their average amount, `marketing` and `sales` how many each team
            brought, `days` the median of days from a lead's making to what the goal counts, `answer_hours` the median
            of hours to the first answer, `unanswered` how many have none and no time left.
        now, then: the figure; None where under 5 cases do not say (counts are always told).
        better: whether more of it is better.
    """

    what: What
    now: Decimal | None
    then: Decimal | None
    better: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """A lead that counts for a goal: when, brought by marketing or not, and how much, None where it counts as one."""

    id: int
    name: str
    company: str
    at: datetime
    marketing: bool
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class GoalDetail:
    """What is shown of one goal.

    Attributes:
        progress: where it stands.
        pace: what the pace asks for (formula 15) at the end of each day of the period.
        then: the first and last day of the period before that it is compared with; None where nothing is.
        drivers: what drives it.
        leads: the leads behind it, the latest first, at most `LISTED`.
        count: how many there are in all.
    """

    progress: Progress
    pace: tuple[tuple[date, Decimal], ...]
    then: tuple[date, date] | None = None
    drivers: tuple[Driver, ...] = ()
    leads: tuple[Counted, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    at: int
    brought: int
    amount: int
    id: int
    made: int


def detail(session: Session, goal_id: int) -> GoalDetail:
    """Return what is shown of one goal.

    Raises:
        NotFoundError: there is no such goal, or it lies in the bin.
        QueryError: its query cannot be read; it says where.
    """
    context: Context = session.info["context"]
    row = things.read(session, "goal", goal_id)
    if row["deleted_at"] is not None:
        raise NotFoundError("There is no {kind} {number}.", kind=Word("goal"), number=goal_id)
    goal = GoalRow(*(row[name] for name in GoalRow.__slots__))
    [stands] = progress.measured(session, [goal])
    paced = _pace(context, goal)
    if goal.metric not in METRICS:
        return GoalDetail(stands, paced)
    facts = progress.facts_of_goals(session, [goal], None)[goal.query]
    lines = _lines(facts, goal)
    then = _before(context, goal)
    drivers: tuple[Driver, ...] = ()
    if then is not None:
        earlier = _lines(facts, replace(goal, starts=then[0], ends=then[1]))
        drivers = tuple(_drivers(goal, lines, earlier, facts.now_micros))
    return GoalDetail(stands, paced, then, drivers, _rows(session, goal, lines[:LISTED]), len(lines))


def _pace(context: Context, goal: GoalRow) -> tuple[tuple[date, Decimal], ...]:
    weekdays, holidays = progress.calendar_of(context)
    total = working_days(goal.starts, goal.ends, weekdays, holidays)
    found, gone, day = [], 0, goal.starts
    while day <= goal.ends:
        gone += working_days(day, day, weekdays, holidays)
        found.append((day, goal.target * gone / total if total else goal.target))
        day += _ONE_DAY
    return tuple(found)


def _lines(facts: Facts, goal: GoalRow) -> list[_Line]:
    """Return what counts in a goal's period, the latest first."""
    counted, lead = progress.counted_rows(facts, goal), table_of(Lead)
    start, end = bounds(goal.starts, goal.ends, facts.context.zone)
    statement = (
        sa.select(counted.c.at, counted.c.brought, counted.c.amount, counted.c.id, number(lead.c.created_at))
        .join_from(counted, lead, lead.c.id == counted.c.id)
        .where(counted.c.at >= start, counted.c.at < end)
        .order_by(counted.c.at.desc(), counted.c.id.desc())
    )
    return [_Line(*row) for row in fetched(facts.session, statement)]


def _before(context: Context, goal: GoalRow) -> tuple[date, date] | None:
    """Return the days of the period before that are as many working days as are over now, today among them.

    The period before is as many months, or else as many days. None before a goal has begun.
    """
    today = min(local_day(context.now, context.zone), goal.ends)
    if today < goal.starts:
        return None
    first = _shifted(goal)
    weekdays, holidays = progress.calendar_of(context)
    gone = working_days(goal.starts, today, weekdays, holidays)
    last, counted = first, working_days(first, first, weekdays, holidays)
    while last < goal.starts - _ONE_DAY and counted < gone:
        last += _ONE_DAY
        counted += working_days(last, last, weekdays, holidays)
    return first, last


def _shifted(goal: GoalRow) -> date:
    after = goal.ends + _ONE_DAY
    months = (after.year - goal.starts.year) * 12 + after.month - goal.starts.month
    if after.day == goal.starts.day == 1 and months > 0:
        year, month = divmod(goal.starts.year * 12 + goal.starts.month - 1 - months, 12)
        return date(year, month + 1, 1)
    return goal.starts - (goal.ends - goal.starts) - _ONE_DAY


def _drivers(goal: GoalRow, now: Sequence[_Line], then: Sequence[_Line], present: int) -> list[Driver]:
    if goal.metric == ANSWERED:
        limit = (goal.hours or 0) * _HOUR
        return [
            Driver("leads", Decimal(len(now)), Decimal(len(then)), better=True),
            Driver("answer_hours", _median(_waits(now), _HOUR), _median(_waits(then), _HOUR), better=False),
            Driver(
                "unanswered",
                Decimal(_unanswered(now, present - limit)),
                Decimal(_unanswered(then, present)),
                better=False,
            ),
        ]
    found = []
    if goal.metric in AMOUNTS:
        found += [
            Driver("leads", Decimal(len(now)), Decimal(len(then)), better=True),
            Driver("average", _average(now), _average(then), better=True),
        ]
    else:
        for team in ("marketing", "sales"):
            mine, before = (sum(one.brought == (team == "marketing") for one in lines) for lines in (now, then))
            found.append(Driver(team, Decimal(mine), Decimal(before), better=True))
    if METRICS[goal.metric] not in {"lead_at", "created_at"}:
        found.append(Driver("days", _median(_ages(now), _DAY), _median(_ages(then), _DAY), better=False))
    return found


def _waits(lines: Sequence[_Line]) -> list[int]:
    return [one.amount - one.at for one in lines if one.amount != NONE]


def _unanswered(lines: Sequence[_Line], until: int) -> int:
    return sum(one.amount == NONE and one.at <= until for one in lines)


def _ages(lines: Sequence[_Line]) -> list[int]:
    return [one.at - one.made for one in lines]


def _median(durations: Sequence[int], unit: int) -> Decimal | None:
    return None if len(durations) < FEWEST_CASES else Decimal(median(durations)) / unit


def _average(lines: Sequence[_Line]) -> Decimal | None:
    return None if len(lines) < FEWEST_CASES else from_units(sum(one.amount for one in lines)) / len(lines)


def _rows(session: Session, goal: GoalRow, lines: Sequence[_Line]) -> tuple[Counted, ...]:
    lead, firm = table_of(Lead), table_of(Company)
    names = sa.select(lead.c.id, lead.c.name, sa.func.coalesce(firm.c.name, ""))
    named = names.outerjoin(firm, firm.c.id == lead.c.company_id).where(lead.c.id.in_([one.id for one in lines]))
    known = {row[0]: (row[1], row[2]) for row in session.execute(named).all()}
    return tuple(
        Counted(
            one.id,
            *known[one.id],
            from_micros(one.at),
            one.brought == 1,
            from_units(one.amount) if goal.metric in AMOUNTS else None,
        )
        for one in lines
        if one.id in known
    )
