"""The ledger: what both teams promised each other, kept, owed, overdue, carried over and forgiven, side by side.

Computed on read from what happened and the calendar, so it is right with nobody logged in, and right again after a
holiday is added.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.agreement.cases import Case, Evidence, cases_of, reached, standing
from app.agreement.papers import agreed
from app.agreement.terms import TEAMS, PromiseTerms, Team, Terms
from app.context import Context
from app.errors import RefusedError, UsageError, Word
from app.meeting_rows import open_meeting
from app.metrics import Rate, rate_of, working_days
from app.periods import day_start, following, local_day, unit_start
from db.journal import write_of
from db.models import Forgiveness, Meeting
from db.rows import table_of

Pace: TypeAlias = Literal["kept", "on pace", "behind", "short", "quiet"]
WEEKS = 5
"""Of how many weeks a promise shows its trend."""


@dataclass(frozen=True, slots=True)
class Forgiven:
    """What a meeting let a team off: all of a period's debt, a case of it (`lead_id`), or so many leads (`amount`).

    `meeting_at` is when that meeting began.
    """

    promise_key: str
    first_day: date
    lead_id: int | None
    amount: int | None
    note: str
    meeting_id: int | None
    member_id: int
    at: datetime
    meeting_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise in a period.

    Attributes:
        terms: what was promised.
        first_day: the first day counted; a volume's own week, month or quarter.
        last_day: the last one.
        kept: cases kept; of a volume, the leads delivered.
        owed: cases not due yet; of a volume, the leads still to come while its period lasts.
        overdue: cases too late or never done; of a volume, what was missing as its period ended.
        paused: cases that are not counted.
        forgiven: cases, or leads of a volume, that a meeting let the team off.
        expected: of a volume, the leads expected by today: its amount x working days gone / working days.
        cases: all of them, none for a volume.
        ids: of a volume, the leads delivered.
        carried: cases of before the period that are still open and past due; of a volume, one line for its last period.
        short_before: of a volume, what was missing at the end of the period before, less what was forgiven.
        pardons: the forgivenesses that count here.
        trend: by week, the oldest first: its Monday, kept, and kept and overdue together (of a volume: 0).
        broken: why the promise's query cannot be followed, "" where it can.
    """

    terms: PromiseTerms
    first_day: date
    last_day: date
    kept: int
    owed: int
    overdue: int
    paused: int = 0
    forgiven: int = 0
    expected: float | None = None
    cases: tuple[Case, ...] = ()
    ids: tuple[int, ...] = ()
    carried: tuple[Case, ...] = ()
    short_before: int = 0
    pardons: tuple[Forgiven, ...] = ()
    trend: tuple[tuple[date, int, int], ...] = ()
    broken: str = ""

    @property
    def is_volume(self) -> bool:
        """Whether it is an amount of leads, and not kept case by case."""
        return self.terms.metric == "volume"

    @property
    def overdue_cases(self) -> tuple[Case, ...]:
        """The cases that are too late or were never done; of a volume, none."""
        return tuple(one for one in self.cases if one.state == "overdue")

    @property
    def day_before(self) -> date:
        """The first day of the period before that of the first day."""
        return _before(self.terms, self.first_day)

    @property
    def rate(self) -> Rate:
        """The promise's attainment (formula 5): kept / (kept + overdue); of a volume, none."""
        return Rate(None, None, None) if self.is_volume else rate_of(self.kept, self.kept + self.overdue)

    @property
    def pace(self) -> Pace:
        """How the promise stands."""
        if self.is_volume:
            amount = self.terms.amount or 0
            if self.kept >= amount:
                return "kept"
            if self.overdue:
                return "short"
            return "on pace" if self.expected is None or self.kept >= self.expected else "behind"
        due = self.kept + self.overdue
        if not due:
            return "quiet"
        return "kept" if self.kept * 100 >= due * (self.terms.goal_percent or 100) else "short"


@dataclass(frozen=True, slots=True)
class Side:
    """What one team owes the other; its totals add the promises that are kept case by case, and no volume."""

    team: Team
    promises: tuple[Kept, ...]

    def _sum(self, name: str) -> int:
        return sum(int(getattr(one, name)) for one in self.promises if not one.is_volume)

    @property
    def kept(self) -> int:
        """Cases kept."""
        return self._sum("kept")

    @property
    def owed(self) -> int:
        """Cases not due yet."""
        return self._sum("owed")

    @property
    def overdue(self) -> int:
        """Cases too late or never done."""
        return self._sum("overdue")

    @property
    def forgiven(self) -> int:
        """Cases that a meeting let the team off."""
        return self._sum("forgiven")

    @property
    def rate(self) -> Rate:
        """Kept / (kept + overdue) over all its cases (formula 5: totals add numerators and denominators)."""
        return rate_of(self.kept, self.kept + self.overdue)

    @property
    def late(self) -> int:
        """Cases overdue, and what a volume lacks."""
        return sum(one.overdue for one in self.promises)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Both teams' promises under the version in force; `version` is None as long as none was published.

    `is_past` says that it was asked for as of a moment, and so is under the version that was in force then.
    """

    version: int | None
    first_day: date
    last_day: date
    as_of: datetime
    sides: tuple[Side, ...]
    is_past: bool = False

    def promise(self, key: str) -> Kept | None:
        """Return the promise of that key."""
        return next((one for side in self.sides for one in side.promises if one.terms.key == key), None)


def ledger(
    session: Session, start: date | None = None, end: date | None = None, as_of: datetime | None = None
) -> Ledger:
    """Return the ledger of the cases that began from one day to another, by default in this month.

    A volume is measured over its own week, month or quarter in which the last of these days lies. As of a moment it is
    the ledger that one would have seen then: under the version then in force, with what had happened and had been
    forgiven by then; calendars and holidays are those known now.

    Raises:
        UsageError: the period ends before it begins.
    """
    context: Context = session.info["context"]
    now = as_of or context.now
    today = local_day(now, context.zone)
    last = end or (today if start is None or start <= today else start)
    first = start or unit_start(last, "month")
    if last < first:
        raise UsageError(
            "The period ends on {last}, before it begins on {first}. Swap --from and --to.", last=last, first=first
        )
    if as_of is not None:
        context = replace(context, now=now, agreement=agreed(session, as_of))
    terms = context.agreement
    if terms is None:
        return Ledger(None, first, last, now, tuple(Side(team, ()) for team in TEAMS), as_of is not None)
    since = _earliest(terms, first, last)
    evidence = Evidence(session, context, now, day_start(since, context.zone), as_of is not None)
    pardons = _pardons(session, as_of)
    made = [_kept(evidence, one, first, last, pardons.get(one.key, ())) for one in terms.promises]
    sides = (Side(team, tuple(one for one in made if one.terms.team == team)) for team in TEAMS)
    return Ledger(terms.number, first, last, now, tuple(sides), as_of is not None)


def _earliest(terms: Terms, first: date, last: date) -> date:
    """Return the first day of which anything is asked: the weeks of the trend, and each promise's last period."""
    weeks = unit_start(last, "week") - timedelta(weeks=WEEKS - 1)
    return min([weeks, *(_before(one, first) for one in terms.promises)])


def _before(promise: PromiseTerms, first: date) -> date:
    """Return the first day of the period before the one in which a day lies."""
    return unit_start(unit_start(first, promise.period) - timedelta(days=1), promise.period)


def _pardons(session: Session, as_of: datetime | None) -> Mapping[str, Sequence[Forgiven]]:
    table = table_of(Forgiveness)
    meeting = table_of(Meeting)
    names = tuple(name for name in Forgiven.__dataclass_fields__ if name != "meeting_at")
    columns = (*(table.c[name] for name in names), meeting.c.starts_at)
    held = table.outerjoin(meeting, meeting.c.id == table.c.meeting_id)
    chosen = sa.select(*columns).select_from(held).where(standing(table, as_of))
    if as_of is not None:
        chosen = chosen.where(table.c.at <= as_of)
    found: dict[str, list[Forgiven]] = {}
    for row in session.execute(chosen.order_by(table.c.at, table.c.id)).all():
        found.setdefault(row.promise_key, []).append(Forgiven(*row))
    return found


def _kept(evidence: Evidence, promise: PromiseTerms, first: date, last: date, pardons: Sequence[Forgiven]) -> Kept:
    if promise.metric == "volume":
        return _volume(evidence, promise, last, pardons)
    zone = evidence.context.zone
    cases = [_pardoned(one, promise, local_day(one.began, zone), pardons) for one in cases_of(evidence, promise)]
    start, end = day_start(first, zone), day_start(last + timedelta(days=1), zone)
    inside = tuple(one for one in cases if start <= one.began < end)
    before = tuple(one for one in cases if one.began < start and one.state == "overdue" and one.done is None)
    counts = Counter(one.state for one in inside)
    return Kept(
        promise,
        first,
        last,
        kept=counts["kept"],
        owed=counts["owed"],
        overdue=counts["overdue"],
        paused=counts["paused"],
        forgiven=counts["forgiven"],
        cases=inside,
        carried=before,
        pardons=tuple(one for one in pardons if unit_start(first, promise.period) <= one.first_day <= last),
        trend=tuple(_week(cases, week, zone) for week in _weeks(last)),
    )


def _pardoned(case: Case, promise: PromiseTerms, day: date, pardons: Iterable[Forgiven]) -> Case:
    if case.state != "overdue":
        return case
    period = unit_start(day, promise.period)
    for one in pardons:
        if one.first_day == period and one.lead_id in {None, case.lead_id}:
            return replace(case, state="forgiven", note=one.note)
    return case


def _weeks(last: date) -> list[date]:
    monday = unit_start(last, "week")
    return [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]


def _week(cases: Iterable[Case], monday: date, zone: Any) -> tuple[date, int, int]:
    start, end = day_start(monday, zone), day_start(monday + timedelta(days=7), zone)
    states = [one.state for one in cases if start <= one.began < end]
    return monday, states.count("kept"), states.count("kept") + states.count("overdue")


def _volume(evidence: Evidence, promise: PromiseTerms, last: date, pardons: Sequence[Forgiven]) -> Kept:
    context = evidence.context
    start = unit_start(last, promise.period)
    end = following(start, promise.period) - timedelta(days=1)
    before = _before(promise, last)
    weeks = _weeks(last)
    came, broken = reached(evidence, promise, min(before, weeks[0]), end)
    days = [(number, local_day(at, context.zone)) for number, at in came]
    ids = tuple(number for number, day in days if start <= day <= end)
    amount = promise.amount or 0
    today = local_day(evidence.now, context.zone)
    let_off = _let_off(pardons, start, amount)
    missing = max(amount - len(ids) - let_off, 0)
    is_over = today > end
    short = max(amount - sum(before <= day < start for _, day in days) - _let_off(pardons, before, amount), 0)
    # What came before anything was agreed is owed by nobody, and nothing is carried over from what is not over yet.
    agreed = context.agreement.published_at if context.agreement is not None else None
    if agreed is None or local_day(agreed, context.zone) > before or today < start:
        short = 0
    info = context.info
    weekdays = frozenset(int(day) for day, parts in info.working_hours.items() if parts)
    holidays = frozenset(map(date.fromisoformat, info.holidays))
    whole = working_days(start, end, weekdays, holidays)
    gone = working_days(start, min(today, end), weekdays, holidays)
    return Kept(
        promise,
        start,
        end,
        kept=len(ids),
        owed=0 if is_over else missing,
        overdue=missing if is_over else 0,
        forgiven=let_off,
        expected=amount * gone / whole if whole else None,
        ids=ids,
        short_before=short,
        pardons=tuple(one for one in pardons if one.first_day in {start, before}),
        trend=tuple((week, sum(week <= day < week + timedelta(days=7) for _, day in days), 0) for week in weeks),
        broken=broken,
    )


def _let_off(pardons: Iterable[Forgiven], first: date, amount: int) -> int:
    return sum(amount if one.amount is None else one.amount for one in pardons if one.first_day == first)


def forgive(
    session: Session,
    promise_key: str,
    day: date,
    meeting_id: int,
    lead_id: int | None = None,
    amount: int | None = None,
    note: str = "",
) -> int:
    """Let a team off what it owes: all that a promise lacks in the period of a day, one case, or so many leads.

    Only whom it was promised to can, in a meeting that is open. Returns the id.

    Raises:
        RefusedError: there is no such promise in force, the member who acts belongs to the team that owes, or the
            meeting is closed.
        NotFoundError: there is no such meeting.
    """
    context: Context = session.info["context"]
    terms = context.agreement
    promise = None if terms is None else next((one for one in terms.promises if one.key == promise_key), None)
    if promise is None:
        raise RefusedError("The agreement in force holds no such promise any more, so nothing is owed by it.")
    if context.me is None or context.me.team == promise.team:
        other = Word("sales" if promise.team == "marketing" else "marketing")
        raise RefusedError("Only {team}, to whom it was promised, can forgive it.", team=other)
    open_meeting(session, meeting_id)
    write_of(session).subject = promise.title or promise.metric
    values = {
        "promise_key": promise_key,
        "first_day": unit_start(day, promise.period),
        "lead_id": lead_id,
        "amount": amount,
        "note": note.strip(),
        "meeting_id": meeting_id,
        "member_id": context.me.id,
        "at": write_of(session).now,
    }
    return things.create(session, "forgiveness", values)
