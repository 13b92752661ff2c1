"""Goals that measure themselves: what was reached, by which team, and how that compares with the pace.

What marketing brought: a lead that came through a campaign, or that a member of marketing entered. All others are
sales' own. Where a promise is measured (answers in time) there are no parts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.errors import UsageError
from app.metrics import FEWEST_CASES, pace, working_days
from app.periods import bounds, day_numbers, local_day, unit_start
from app.reports.entries import within
from app.reports.facts import NONE, Facts, facts_by_query, packed, unpacked
from app.reports.speed import first_touch
from db.models import Goal
from db.rows import table_of
from db.types import from_micros, from_units, to_micros

if TYPE_CHECKING:
    from app.reports.facts import Numbers

State: TypeAlias = Literal["ahead", "on_pace", "behind", "met", "missed", "not_started", "no_pace"]
AMOUNTS = frozenset({"pipeline", "won_value"})
ANSWERED = "answered_within"
MANUAL = "manual"
METRICS: Mapping[str, str] = {
    "leads": "lead_at",
    "mqls": "mql_at",
    "sals": "sal_at",
    "sqls": "sql_at",
    "opportunities": "opportunity_at",
    "pipeline": "opportunity_at",
    "won": "won_at",
    "won_value": "won_at",
    ANSWERED: "created_at",
}
AHEAD = Decimal("1.1")
BEHIND = Decimal("0.9")
RECENT_WEEKS = 8
HOUR = 3_600_000_000
_FIRST = date(1970, 1, 1).toordinal()
_WIDTH = 4


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A shared target as it is written down; see `db.models.goals`."""

    id: int
    version: int
    name: str
    metric: str
    target: Decimal
    marketing_target: Decimal | None
    sales_target: Decimal | None
    currency: str | None
    hours: int | None
    query: str
    starts: date
    ends: date
    manual: Mapping[str, Any]
    position: int


@dataclass(frozen=True, slots=True)
class Part:
    """What was brought in some time: both teams' amounts, and for a promise how many cases kept it."""

    marketing: Decimal = Decimal(0)
    sales: Decimal = Decimal(0)
    kept: int = 0
    cases: int = 0

    def __add__(self, other: "Part") -> "Part":
        return Part(
            self.marketing + other.marketing,
            self.sales + other.sales,
            self.kept + other.kept,
            self.cases + other.cases,
        )

    def amount(self, metric: str) -> Decimal | None:
        """Return the amount; of a promise the percentage kept, None under 5 cases."""
        if metric != ANSWERED:
            return self.marketing + self.sales
        return None if self.cases < FEWEST_CASES else Decimal(100 * self.kept) / self.cases


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a goal stands.

    Attributes:
        goal: the goal.
        part: what was reached in the period so far; for a promise `kept` of `cases` that are due.
        actual: the same as one amount (money in `currency`, a percentage for a promise), None under 5 cases.
        expected: what the pace asks for by now (formula 15); of a promise its whole target.
        state: see `state_of`.
        projected: what the period ends with if it goes on like this, None before the first working day is over.
        gone, days: working days that are over, and those of the whole period.
        weeks: the last 8 weeks by their Monday, from before the period too.
        within: what each day of the period brought.
        reached: the moment at which the target was met, or None.
        currency: what amounts of money are in.
    """

    goal: GoalRow
    part: Part
    actual: Decimal | None
    expected: Decimal
    state: State
    projected: Decimal | None
    gone: int
    days: int
    weeks: tuple[tuple[date, Part], ...]
    within: tuple[tuple[date, Part], ...]
    reached: datetime | None
    currency: str

    @property
    def met(self) -> bool:
        """Whether the target is reached."""
        return self.actual is not None and self.actual >= self.goal.target


def state_of(goal: GoalRow, actual: Decimal | None, expected: Decimal, today: date) -> State:
    """Return where a goal stands.

    Before the period `not_started`, after it `met` or `missed`. During it `met` once the target is reached (a
    promise can still be broken, so it is `on_pace` while it is kept, else `behind`). Otherwise `behind` under 90 %
    of what is expected by today, `ahead` over 110 % of it, each only if at least one whole (or, of money, any
    amount) is missing or beyond; else `on_pace`. `no_pace` if nothing can be told yet.
    """
    if today < goal.starts:
        return "not_started"
    if actual is None:
        return "no_pace"
    if today > goal.ends:
        return "met" if actual >= goal.target else "missed"
    if goal.metric == ANSWERED:
        return "on_pace" if actual >= goal.target else "behind"
    if actual >= goal.target:
        return "met"
    least = Decimal(0) if goal.metric in AMOUNTS else Decimal(1)
    if actual < expected * BEHIND and expected - actual >= least:
        return "behind"
    if actual > expected * AHEAD and actual - expected >= least:
        return "ahead"
    return "on_pace"


def goal_columns() -> list[sa.ColumnElement[Any]]:
    """Return the columns of a `GoalRow`, in its order."""
    goal = table_of(Goal)
    return [goal.c[name] for name in GoalRow.__slots__]


def goal_rows(session: Session, first: date | None = None, last: date | None = None) -> list[GoalRow]:
    """Return the goals whose period meets the days from first to last, in order."""
    goal = table_of(Goal)
    statement = sa.select(*goal_columns()).where(goal.c.deleted_at.is_(None))
    if first is not None:
        statement = statement.where(goal.c.ends >= first)
    if last is not None:
        statement = statement.where(goal.c.starts <= last)
    found = session.execute(statement.order_by(goal.c.starts, goal.c.position, goal.c.id)).all()
    return [GoalRow(*row) for row in found]


def measured(session: Session, goals: Sequence[GoalRow], as_of: datetime | None = None) -> list[Progress]:
    """Return where each goal stands, in one statement for all of them.

    Raises:
        QueryError: a goal's query cannot be read; it says where.
    """
    statements = statements_of(goals, facts_of_goals(session, goals, as_of))
    found: dict[int, str | None] = {}
    if statements:
        found = {row.part: row.numbers for row in session.execute(sa.union_all(*statements)).all()}
    return [progress(session, goal, found.get(place), as_of) for place, goal in enumerate(goals)]


def facts_of_goals(session: Session, goals: Sequence[GoalRow], as_of: datetime | None) -> dict[str, Facts]:
    """Return the facts of the leads that meet each goal's query, by query.

    Raises:
        QueryError: a query cannot be read; it says where.
    """
    return facts_by_query(session, as_of, [goal.query for goal in goals if goal.metric in METRICS])


def statements_of(goals: Sequence[GoalRow], facts: Mapping[str, Facts]) -> list[sa.Select[Any]]:
    """Return a statement for each goal that measures itself: its place as `part`, what counts as `numbers`."""
    return [
        sa.select(sa.literal_column(str(place)).label("part"), packed(counted_rows(facts[goal.query], goal), _NUMBERS))
        for place, goal in enumerate(goals)
        if goal.metric in METRICS
    ]


_NUMBERS = ("at", "brought", "amount", "id")


def counted_rows(facts: Facts, goal: GoalRow) -> sa.Subquery:
    """Return what counts for a goal, from the first week that is shown to now: when, by whom, how much, which lead."""
    lead = facts.lead
    marketing = [one.id for one in facts.context.members.values() if one.team == "marketing"]
    brought = sa.case((sa.or_(lead.c.campaign_id.is_not(None), lead.c.recorded_by.in_(marketing)), 1), else_=0)
    at = facts.number(METRICS[goal.metric])
    first, last = _span(facts.context, goal, facts.now)
    start, end = bounds(first, last, facts.context.zone)
    conditions = [*facts.meet, *within(at, start, end), at <= facts.now_micros]
    amount: sa.ColumnElement[Any] = sa.literal_column("1")
    if goal.metric in AMOUNTS:
        amount = facts.number("value")
        same = sa.func.coalesce(lead.c.currency, facts.context.info.currency) == currency_of(facts.context, goal)
        conditions += [same, lead.c.value.is_not(None)]
    elif goal.metric == ANSWERED:
        amount = sa.func.coalesce(first_touch(facts), sa.literal(NONE, sa.BigInteger))
    return (
        sa.select(at.label("at"), brought.label("brought"), amount.label("amount"), lead.c.id)
        .where(*conditions)
        .subquery()
    )


def _span(context: Context, goal: GoalRow, now: datetime) -> tuple[date, date]:
    """Return the first and the last day of which something is shown."""
    last = min(goal.ends, local_day(now, context.zone))
    monday = unit_start(last, "week") - timedelta(weeks=RECENT_WEEKS - 1)
    return min(goal.starts, monday), goal.ends


def currency_of(context: Context, goal: GoalRow) -> str:
    """Return the currency that a goal's money is in."""
    return goal.currency or context.info.currency


def progress(session: Session, goal: GoalRow, numbers: str | None, as_of: datetime | None = None) -> Progress:
    """Return where a goal stands, from what its statement found."""
    context: Context = session.info["context"]
    now = as_of or context.now
    today = local_day(now, context.zone)
    lines = unpacked(numbers, _WIDTH)
    days = _by_hand(goal, today) if goal.metric == MANUAL else _by_day(context, goal, lines, now)
    inside = {day: part for day, part in days.items() if goal.starts <= day <= goal.ends}
    part = sum(inside.values(), Part())
    actual = part.amount(goal.metric)
    weekdays, holidays = calendar_of(context)
    total = working_days(goal.starts, goal.ends, weekdays, holidays)
    gone = working_days(goal.starts, min(goal.ends, today - timedelta(days=1)), weekdays, holidays)
    expected = goal.target if goal.metric == ANSWERED else pace(goal.target, gone, total)
    if today < goal.starts:
        expected = Decimal(0)
    return Progress(
        goal=goal,
        part=part,
        actual=actual,
        expected=expected,
        state=state_of(goal, actual, expected, today),
        projected=_projected(goal, actual, gone, total),
        gone=gone,
        days=total,
        weeks=_weeks(days, min(goal.ends, today)),
        within=tuple(sorted(inside.items())),
        reached=_reached(context, goal, lines),
        currency=currency_of(context, goal) if goal.metric in AMOUNTS else "",
    )


def calendar_of(context: Context) -> tuple[frozenset[int], frozenset[date]]:
    """Return the week days on which the workspace works (0 is Monday) and its holidays."""
    weekdays = frozenset(int(day) for day, hours in context.info.working_hours.items() if hours)
    return weekdays, frozenset(date.fromisoformat(day) for day in context.info.holidays)


def _projected(goal: GoalRow, actual: Decimal | None, gone: int, total: int) -> Decimal | None:
    if actual is None or goal.metric == ANSWERED or gone == 0:
        return actual if goal.metric == ANSWERED else None
    return actual * total / gone


def _by_day(context: Context, goal: GoalRow, lines: "Numbers", now: datetime) -> dict[date, Part]:
    days: dict[date, Part] = defaultdict(Part)
    present = to_micros(now)
    limit = (goal.hours or 0) * HOUR
    for number, (at, brought, amount, _) in zip(
        day_numbers(lines[:, 0], context.zone).tolist(), lines.tolist(), strict=True
    ):
        day = date.fromordinal(number + _FIRST)
        if goal.metric == ANSWERED:
            in_time = amount != NONE and amount <= at + limit
            # Neither kept nor broken while there is still time.
            if in_time or at + limit <= present:
                days[day] += Part(kept=int(in_time), cases=1)
            continue
        value = from_units(amount) if goal.metric in AMOUNTS else Decimal(amount)
        days[day] += Part(marketing=value) if brought else Part(sales=value)
    return days


def _by_hand(goal: GoalRow, today: date) -> dict[date, Part]:
    days: dict[date, Part] = {}
    for text, entry in goal.manual.items():
        if date.fromisoformat(text) <= today:
            days[date.fromisoformat(text)] = Part(Decimal(entry["marketing"]), Decimal(entry["sales"]))
    return days


def _weeks(days: Mapping[date, Part], last: date) -> tuple[tuple[date, Part], ...]:
    monday = unit_start(last, "week")
    weeks = {monday - timedelta(weeks=back): Part() for back in range(RECENT_WEEKS - 1, -1, -1)}
    for day, part in days.items():
        if unit_start(day, "week") in weeks and day <= last:
            weeks[unit_start(day, "week")] += part
    return tuple(weeks.items())


def _reached(context: Context, goal: GoalRow, lines: "Numbers") -> datetime | None:
    """Return when the running sum first came up to the target; a promise is never met before its period ends."""
    if goal.metric in {ANSWERED, MANUAL}:
        return None
    start, end = bounds(goal.starts, goal.ends, context.zone)
    total = Decimal(0)
    for at, _, amount, _ in sorted(lines.tolist()):
        if (start is None or at >= start) and (end is None or at < end):
            total += from_units(amount) if goal.metric in AMOUNTS else Decimal(amount)
            if total >= goal.target:
                return from_micros(at)
    return None


def behind(session: Session, goal: GoalRow, as_of: datetime | None = None) -> list[int]:
    """Return the leads behind a goal's figure as they stood, newest first.

    Raises:
        UsageError: the goal is entered by hand, so no leads stand behind it.
    """
    if goal.metric not in METRICS:
        raise UsageError(
            f"“{goal.name}” is entered by hand; no leads stand behind it.",
            code="goal.by-hand",
            facts={"goal": goal.name},
        )
    context: Context = session.info["context"]
    text = session.execute(statements_of([goal], facts_of_goals(session, [goal], as_of))[0]).one().numbers
    start, end = bounds(goal.starts, goal.ends, context.zone)
    lines = [line for line in unpacked(text, _WIDTH).tolist() if (start or 0) <= line[0] < (end or 0)]
    return [line[3] for line in sorted(lines, reverse=True)]
