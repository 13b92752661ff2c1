"""A meeting's summary: made from what is written down and from live figures, or as it was frozen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy.orm import Session

from app.context import Context
from app.freezing import thaw
from app.meeting_disputes import disputes_at, forgiven_in
from app.meeting_figures import Figures, Waiting, WonLead, figures
from app.meeting_papers import Action, AddedWin, Papers, papers
from app.periods import local_day
from app.reports.progress import AMOUNTS, ANSWERED, MANUAL, GoalRow, Progress
from app.summary_data import (
    ActionLine,
    ChartData,
    ChartPoint,
    GoalLine,
    Person,
    Summary,
    Team,
    Tile,
    Unit,
    WaitingLine,
    Win,
)

TILES = 4
CHART_WEEKS = 6
LONGEST_WAITING = 20
_HOUR = timedelta(hours=1)
_CENT = Decimal("0.01")
_CLOCKS = {"won": "won_day", "won_value": "won_day", ANSWERED: "elapsed", MANUAL: "by_hand"}
_POPULATIONS = {ANSWERED: "touched_within"}


def summary_of(session: Session, meeting_id: int | None = None) -> Summary:
    """Return the summary of a meeting, the latest that has begun if none is named, in two statements.

    A closed meeting's is the one that was frozen when it was closed, so that a reprint is the same to the byte. A
    meeting that was closed elsewhere without minutes is told as things stood when it was closed.

    Raises:
        NotFoundError: there is no meeting of that number.
    """
    context: Context = session.info["context"]
    found = papers(session, meeting_id, begun=True)
    if found.minutes is not None:
        return thaw(found.minutes)
    stood = found.closed_at if found.closed_at is not None and found.closed_at < context.now else None
    return live(session, found, stood)


def live(session: Session, found: Papers, as_of: datetime | None = None, printed_at: datetime | None = None) -> Summary:
    """Return the summary of a meeting from the figures as they stand, or as they stood."""
    context: Context = session.info["context"]
    return told(context, found, measured(session, found, as_of), as_of or context.now, printed_at)


def measured(session: Session, found: Papers, as_of: datetime | None = None) -> Figures:
    """Return the figures that a meeting looks at, as they stand or as they stood, in one statement."""
    context: Context = session.info["context"]
    day = local_day(found.starts_at, context.zone)
    return figures(session, [goal for goal in found.goals if goal.starts <= day <= goal.ends], found.since, as_of)


def told(context: Context, found: Papers, shown: Figures, now: datetime, printed_at: datetime | None = None) -> Summary:
    """Return the summary that papers and figures make."""
    return Summary(
        company=context.info.company,
        title=found.title,
        date=local_day(found.starts_at, context.zone),
        starts=found.starts_at,
        ends=found.ended_at,
        period_end=max((one.goal.ends for one in shown.goals), default=None),
        printed_at=printed_at or now,
        timezone=context.info.timezone,
        currency=context.info.currency,
        present=_present(context, found.present),
        tiles=tuple(tile_of(context, one, place, now) for place, one in enumerate(shown.goals[:TILES])),
        goals=tuple(goal_line(context, one, now) for one in shown.goals),
        chart=_chart(context, shown.goals, now),
        wins=wins(context, found, shown, now),
        decisions=tuple(one.text for one in found.decisions),
        actions=tuple(_action(context, one) for one in actions_at(found, now)),
        disputes=disputes_at(context, found, now),
        forgiven=forgiven_in(context, found),
        waiting=tuple(_waiting(one) for one in shown.waiting[:LONGEST_WAITING]),
        more_waiting=max(0, len(shown.waiting) - LONGEST_WAITING),
        notes="\n".join([found.notes, *(f"{one.title}: {one.notes}" for one in found.items if one.notes)]).strip(),
        since=None if found.is_first else local_day(found.since, context.zone),
        waiting_population="waiting",
        waiting_clock="elapsed",
        waiting_window=now.astimezone(context.zone).isoformat(timespec="seconds"),
    )


def actions_at(found: Papers, moment: datetime) -> list[Action]:
    """Return what was owed at a moment: later actions are left out, and what was done later is still open."""
    known = [one for one in found.actions if one.created_at <= moment]
    return [replace(one, done_at=None) if one.done_at and one.done_at > moment else one for one in known]


def _present(context: Context, ids: Sequence[int]) -> tuple[Person, ...]:
    members = [context.members[number] for number in ids if number in context.members]
    return tuple(Person(one.name, _team(one.team)) for one in members)


def _team(text: str) -> Team:
    teams: tuple[Team, ...] = ("marketing", "sales")
    return next((team for team in teams if team == text), "both")


def _unit(context: Context, one: Progress) -> Unit:
    if one.goal.metric == ANSWERED:
        return "percent"
    # The paper has one currency; an amount in another is written as a plain number under a name that says so.
    return "money" if one.goal.metric in AMOUNTS and one.currency == context.info.currency else "count"


def _label(goal: GoalRow) -> str:
    return f"{ANSWERED}:{goal.hours}" if goal.metric == ANSWERED else goal.metric


def _said(context: Context, one: Progress, now: datetime) -> dict[str, str]:
    """Return population, clock and window of a goal's figure."""
    goal = one.goal
    population = _POPULATIONS.get(goal.metric, goal.metric)
    until = min(goal.ends, local_day(now, context.zone))
    return {
        "population": f"{goal.metric}: {goal.query}" if goal.query else population,
        "clock": _CLOCKS.get(goal.metric, "stage_entry"),
        "window": f"{goal.starts.isoformat()}/{max(goal.starts, until).isoformat()}",
    }


def tile_of(context: Context, one: Progress, place: int, now: datetime) -> Tile:
    """Return a goal as a headline figure, the first one's difference said in words."""
    said = _said(context, one, now)
    label = one.goal.name if one.goal.metric == MANUAL or one.goal.query else _label(one.goal)
    unit = _unit(context, one)
    if one.goal.metric == ANSWERED:
        gap = None if one.actual is None else one.actual - one.goal.target
        return Tile(label, one.actual, unit, gap, "target", None if gap is None else gap >= 0, **said)
    today = local_day(now, context.zone)
    recent = sum(
        (part.marketing + part.sales for day, part in one.within if day > today - timedelta(days=7)), Decimal(0)
    )
    return Tile(label, one.actual, unit, recent, "plain" if place else "week", True if recent > 0 else None, **said)


def goal_line(context: Context, one: Progress, now: datetime) -> GoalLine:
    """Return a goal as a paper shows it."""
    goal = one.goal
    name, unit = goal.name, _unit(context, one)
    if goal.metric in AMOUNTS and unit == "count":
        name = f"{goal.name} ({one.currency})"
    said = _said(context, one, now)
    if one.actual is None:
        # Too few cases for a rate: the cases themselves.
        cases, kept = Decimal(one.part.cases), Decimal(one.part.kept)
        return GoalLine(name, _label(goal), "count", cases, kept, None, None, None, "no_pace", **said)
    parts = goal.metric != ANSWERED
    return GoalLine(
        name=name,
        metric=_label(goal),
        unit=unit,
        target=goal.target,
        actual=one.actual.quantize(_CENT),
        marketing=one.part.marketing if parts else None,
        sales=one.part.sales if parts else one.actual.quantize(_CENT),
        expected=one.expected.quantize(_CENT),
        state=one.state,
        **said,
    )


def _chart(context: Context, goals: Sequence[Progress], now: datetime) -> ChartData | None:
    """Return the weeks before this one of the first promise, else of the first goal."""
    one = next((goal for goal in goals if goal.goal.metric == ANSWERED), next(iter(goals), None))
    if one is None:
        return None
    today = local_day(now, context.zone)
    monday = today - timedelta(days=today.weekday())
    weeks = [(day, part) for day, part in one.weeks if day < monday][-CHART_WEEKS:]
    promise = one.goal.metric == ANSWERED
    said = _said(context, one, now)
    if weeks:
        said["window"] = f"{weeks[0][0].isoformat()}/{(weeks[-1][0] + timedelta(days=6)).isoformat()}"
    return ChartData(
        title=_label(one.goal) if promise else one.goal.name,
        unit=_unit(context, one),
        goal=one.goal.target if promise else None,
        points=tuple(ChartPoint(day, _rounded(part.amount(one.goal.metric))) for day, part in weeks),
        **said,
    )


def _rounded(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount.quantize(_CENT)


def wins(context: Context, found: Papers, shown: Figures, now: datetime) -> tuple[Win, ...]:
    """Return what is there to celebrate since the meeting before: leads won, goals met, what members added."""
    told = [(one.at, _won(one)) for one in shown.won]
    told += [
        (one.reached, _met(context, one)) for one in shown.goals if one.reached and found.since < one.reached <= now
    ]
    told += [(added.at, _added(context, added)) for added in found.wins if added.at <= now]
    return tuple(win for _, win in sorted(told, key=lambda pair: pair[0]))


def _met(context: Context, one: Progress) -> Win:
    return Win(one.goal.name, "", one.actual, one.goal.target, _unit(context, one), one.currency)


def _added(context: Context, one: AddedWin) -> Win:
    member = context.members.get(one.member_id or 0)
    detail = " · ".join(part for part in (one.detail, member.name if member else "") if part)
    return Win(one.title, detail, id=one.id)


def _won(one: WonLead) -> Win:
    who = " + ".join(dict.fromkeys(part for part in (one.owner, one.qualified_by) if part))
    detail = " · ".join(part for part in (one.source, who) if part)
    return Win(one.company or one.name, detail, one.value, None, "money", one.currency)


def _action(context: Context, one: Action) -> ActionLine:
    owner = context.members.get(one.owner_id or 0)
    return ActionLine(
        what=one.title,
        who=owner.name if owner else "",
        due=None if one.due_at is None else local_day(one.due_at, context.zone),
        done=None if one.done_at is None else local_day(one.done_at, context.zone),
    )


def _waiting(one: Waiting) -> WaitingLine:
    hours = Decimal(one.overdue // _HOUR)
    return WaitingLine(one.contact, one.company, one.owner, one.value, one.currency, hours)
