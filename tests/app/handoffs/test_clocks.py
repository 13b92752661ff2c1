"""The clocks of handoffs, held against a slow count of quarter hours, and as they stand in a workspace."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app import leads, members
from app import workspace as door
from app.clocks import HOUR
from app.context import Context
from app.handoffs import reading
from app.handoffs.clocks import AHEAD, Clock, clock
from app.handoffs.many_clocks import clocks
from app.handoffs.times import Times
from app.workspace import Workspace
from db.models import WorkspaceInfo
from db.types import from_micros, to_micros
from tests.helpers.histories import History, load

QUARTER = HOUR // 4
ZONES = ("Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "UTC")
# Around changes of the clock, and a day that one zone left out altogether.
AROUND = [
    datetime(*day, tzinfo=UTC) for day in ((2026, 3, 29), (2026, 10, 25), (2026, 3, 8), (2026, 4, 5), (2011, 12, 30))
]
REACH = 8 * 96  # how many quarter hours lie before and after the base
ALWAYS, SOMETIMES, LEFT = 1, 2, 3  # one who is never away, one who is, one who has left


@cache
def shown(zone: str, base: datetime) -> list[tuple[date, int]]:
    """Return what the wall clock shows in each quarter hour around a base: the day and the minute."""
    first = to_micros(base) - REACH * QUARTER
    local = [from_micros(first + one * QUARTER).astimezone(ZoneInfo(zone)) for one in range(2 * REACH)]
    return [(one.date(), one.hour * 60 + one.minute) for one in local]


@dataclass(frozen=True)
class World:
    """A calendar with absences, and the quarter hours that count for each receiver."""

    zone: str
    base: datetime
    week: dict[int, tuple[tuple[int, int], ...]]
    holidays: frozenset[date]
    away: dict[int, list[tuple[int, int]]]

    def at(self, slot: int) -> int:
        return to_micros(self.base) + (slot - REACH) * QUARTER

    def worked(self, receiver: int | None) -> list[bool]:
        gone = self.away.get(receiver or 0, ())
        return [
            day not in self.holidays
            and any(start <= minute < end for start, end in self.week.get(day.weekday(), ()))
            and not any(first <= slot < last for first, last in gone)
            for slot, (day, minute) in enumerate(shown(self.zone, self.base))
        ]

    def times(self) -> Times:
        info = SimpleNamespace(
            working_hours={str(day): parts for day, parts in self.week.items()},
            holidays=[day.isoformat() for day in self.holidays],
        )
        known = {number: SimpleNamespace(active=number != LEFT) for number in (ALWAYS, SOMETIMES, LEFT)}
        context = SimpleNamespace(info=info, members=known, zone=ZoneInfo(self.zone))
        spans = {one: [(self.at(first), self.at(last)) for first, last in gone] for one, gone in self.away.items()}
        return Times(cast("Context", context), spans)


@dataclass(frozen=True)
class Sent:
    """A handoff; `sent` and `answered` are quarter hours around the base, `agreed` is how many it has."""

    receiver: int | None
    sent: int
    agreed: int
    answered: int | None


@st.composite
def some_worlds(draw: st.DrawFn) -> World:
    hour = st.integers(0, 96)
    part = st.tuples(hour, hour).map(lambda two: (min(two) * 15, max(two) * 15))
    parts = st.lists(part, max_size=2).map(tuple)
    week = draw(st.just({}) | st.dictionaries(st.integers(0, 6), parts, min_size=5, max_size=7))
    base = draw(st.sampled_from(AROUND))
    days = st.integers(-5, 6).map(lambda number: (base + timedelta(days=number)).date())
    gone = st.lists(st.tuples(st.integers(0, 2 * REACH), st.integers(0, 500)).map(lambda two: (two[0], sum(two))))
    away = {SOMETIMES: draw(gone), LEFT: draw(gone)}
    holidays = draw(st.frozensets(days, max_size=3))
    return World(draw(st.sampled_from(ZONES)), base, week, holidays, {one: gone for one, gone in away.items() if gone})


@st.composite
def some_handoffs(draw: st.DrawFn) -> Sent:
    sent = draw(st.integers(0, REACH))
    answered = draw(st.none() | st.integers(0, REACH - 1).map(lambda later: sent + later))
    receiver = draw(st.sampled_from((None, ALWAYS, SOMETIMES, LEFT)))
    return Sent(receiver, sent, draw(st.integers(0, 120)), answered)


def counted(shifts: dict[int | None, list[bool]], one: Sent, now: int) -> tuple[int, int, int, int | None, bool]:
    """Return queue delay, response time, the used time (in quarter hours), when it is due, and whether it is open."""
    holder = one.receiver if one.receiver != LEFT or one.answered is not None else None
    theirs, everybody = shifts[holder], shifts[None]
    due, passed = one.sent, 0
    while passed < one.agreed and due < 2 * REACH:
        passed += theirs[due]
        due += 1
    known = due if passed >= one.agreed else None
    end = one.answered if one.answered is not None else now if known is None else min(now, known)
    used = sum(theirs[one.sent : end])
    response = used if holder is not None else 0
    is_open = one.answered is None and (known is None or known > now)
    return sum(everybody[one.sent : end]) - response, response, used, known, is_open


CASES = 10_000
AT_ONCE = 40


@settings(max_examples=CASES // AT_ONCE, deadline=None)
@given(some_worlds(), st.lists(some_handoffs(), min_size=AT_ONCE, max_size=AT_ONCE), st.integers(0, 2 * REACH - 1))
def test_every_clock_is_what_a_slow_count_finds(world: World, sent: list[Sent], now: int) -> None:
    times, moment = world.times(), from_micros(world.at(now))
    shifts = {receiver: world.worked(receiver) for receiver in (None, ALWAYS, SOMETIMES, LEFT)}
    rows = [
        (one.receiver, world.at(one.sent), one.agreed * 15, None if one.answered is None else world.at(one.answered))
        for one in sent
    ]
    many = clocks(times, rows, moment)
    for place, (one, row) in enumerate(zip(sent, rows, strict=True)):
        found = clock(times, as_stored(row), moment)
        queue, response, used, due, is_open = counted(shifts, one, now)
        assert [found.queue, found.response, found.used] == [count * QUARTER for count in (queue, response, used)]
        assert found.is_open == is_open
        if due is None:
            assert found.due is None or found.due > world.at(2 * REACH)
        else:
            assert found.due == world.at(due)
            assert found.will_breach == (is_open and world.at(now) < world.at(due) <= world.at(now) + AHEAD)
        share = 100 if not one.agreed else used * 100 // one.agreed
        assert (found.share, found.warning) == (share, next((step for step in (100, 75, 50) if share >= step), 0))
        columns = (many.queue, many.response, many.used, many.agreed, many.share, many.warning, many.will_breach)
        same = (found.queue, found.response, found.used, found.agreed, found.share, found.warning, found.will_breach)
        assert tuple(column[place].item() for column in columns) == same
        assert (many.due[place], many.is_open[place]) == (-1 if found.due is None else found.due, found.is_open)


def as_stored(row: tuple[int | None, int, int, int | None]) -> dict[str, Any]:
    receiver, sent, minutes, answered = row
    at = None if answered is None else from_micros(answered)
    return {"to_member_id": receiver, "sent_at": from_micros(sent), "answer_minutes": minutes, "answered_at": at}


MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 3, 23, 10, tzinfo=MADRID)  # the clock goes forward on the Sunday of this week


@dataclass
class Office:
    """A workspace with one lead handed to a member, whose clock the test moves."""

    open: Workspace
    now: list[datetime]
    member: int

    def clock(self, *moment: int) -> Clock:
        self.now[0] = datetime(*moment, tzinfo=MADRID)  # type: ignore[arg-type,misc] # a moment's parts are no zone
        return self.open.read(reading.of_lead, 1)[0].clock

    def keep(self, **values: Any) -> None:
        self.open.write(_keep, values)
        self.open.noticed(iter(["workspace"]))


def _keep(session: Session, values: dict[str, Any]) -> None:
    session.execute(sa.update(WorkspaceInfo).values(**values))


@pytest.fixture
def office(file_url: str) -> Iterator[Office]:
    """Monday to Friday from 9 to 17; handed over on Monday at ten, to be answered within eight hours."""
    now = [MONDAY]
    with door.open_workspace(file_url, clock=lambda: now[0]) as opened:
        week = {str(day): [[9 * 60, 17 * 60]] for day in range(5)}
        me = opened.me
        assert me is not None
        made = Office(opened, now, me.id)
        made.keep(working_hours=week, holidays=[])
        first = next(one.id for one in opened.context().board() if one.name == "Qualified")
        at = MONDAY - timedelta(days=7)
        load(opened, [History(at, ((at, first),))])
        stage = next(one.id for one in opened.context().board() if one.kind == "handoff")
        opened.write(leads.move, 1, stage, to=opened.context().members[me.id])
        yield made


def minutes(found: Clock) -> tuple[int, int, int, int]:
    told = found.to_json()
    return told["queue_minutes"], told["response_minutes"], told["used_percent"], told["warning"]


def test_a_clock_warns_as_its_time_runs_out(office: Office) -> None:
    assert minutes(office.clock(2026, 3, 23, 13)) == (0, 180, 37, 0)
    assert minutes(office.clock(2026, 3, 23, 14)) == (0, 240, 50, 50)
    assert minutes(office.clock(2026, 3, 23, 16)) == (0, 360, 75, 75)
    assert not office.clock(2026, 3, 24, 7, 59).will_breach
    assert office.clock(2026, 3, 24, 8).will_breach  # it runs out at ten, after the one hour left of the work
    after = office.clock(2026, 3, 24, 12)
    assert (minutes(after), after.will_breach, after.is_open) == ((0, 480, 100, 100), False, False)


def test_a_holiday_put_on_today_gives_the_day_back(office: Office) -> None:
    before = office.clock(2026, 3, 24, 9, 30)
    assert before.share == 93
    office.keep(holidays=["2026-03-24"])
    today = office.clock(2026, 3, 24, 12)
    assert (today.share, today.is_open, today.will_breach) == (87, True, False)
    assert today.due_at == datetime(2026, 3, 25, 10, tzinfo=MADRID)


def test_time_that_the_receiver_is_away_is_nobodys(office: Office) -> None:
    office.open.write(members.set_away, office.member, date(2026, 3, 24), date(2026, 3, 25))
    found = office.clock(2026, 3, 26, 9, 30)
    assert minutes(found) == (960, 450, 93, 75)
    assert found.total == (960 + 450) * 60_000_000


def test_another_time_zone_moves_the_hours_of_work(office: Office) -> None:
    office.keep(timezone="America/New_York")  # ten in Madrid is five in the morning there; work begins at nine
    found = office.clock(2026, 3, 23, 16)
    assert (minutes(found), found.due_at) == ((0, 120, 25, 0), datetime(2026, 3, 23, 22, tzinfo=MADRID))
