"""Working time, held against a slow and obvious count of worked minutes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import worked
from app.clocks import HOUR, Calendar, Hours, NeverWorkedError, day_span, hours_of
from db.types import from_micros, to_micros

MINUTE = HOUR // 60
ZONES = ("Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "UTC")
OFFICE = dict.fromkeys(range(5), ((9 * 60, 13 * 60), (14 * 60, 18 * 60)))
# Around changes of the clock, and a day that one zone left out altogether.
AROUND = [
    datetime(*day, tzinfo=UTC) for day in ((2026, 3, 29), (2026, 10, 25), (2026, 3, 8), (2026, 4, 5), (2011, 12, 30))
]


def is_worked(hours: Hours, moment: int) -> bool:
    local = from_micros(moment).astimezone(hours.zone)
    minute = local.hour * 60 + local.minute
    return (
        local.date() not in hours.holidays
        and any(start <= minute < end for start, end in hours.week.get(local.weekday(), ()))
        and not any(gone <= moment < back for gone, back in hours.away)
    )


def counted(hours: Hours, start: int, end: int) -> int:
    return sum(MINUTE for moment in range(start, end, MINUTE) if is_worked(hours, moment))


@st.composite
def some_hours(draw: st.DrawFn) -> Hours:
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    part = st.tuples(st.integers(0, 1440), st.integers(0, 1440)).map(lambda two: (min(two), max(two)))
    week = draw(st.dictionaries(st.integers(0, 6), st.lists(part, max_size=2).map(tuple), max_size=7))
    base = draw(st.sampled_from(AROUND))
    days = st.integers(-3, 4).map(lambda number: (base + timedelta(days=number)).date())
    holidays = draw(st.frozensets(days, max_size=2))
    away = draw(st.lists(st.tuples(st.integers(-3000, 3000), st.integers(0, 2000)), max_size=2))
    at = to_micros(base)
    spans = tuple((at + first * MINUTE, at + (first + length) * MINUTE) for first, length in away)
    return Hours(week, holidays, zone, spans)


@settings(max_examples=400)
@given(some_hours(), st.sampled_from(AROUND), st.integers(-4000, 4000), st.integers(0, 4000))
def test_work_between_two_moments_is_what_a_slow_count_finds(
    hours: Hours, base: datetime, first: int, length: int
) -> None:
    start = to_micros(base) + first * MINUTE
    end = start + length * MINUTE
    calendar = Calendar(hours)
    expected = counted(hours, start, end)
    assert calendar.elapsed(start, end) == expected
    many = worked.elapsed(calendar, np.array([start, end, start], np.int64), np.array([end, start, start], np.int64))
    assert many.tolist() == [expected, 0, 0]
    if expected:
        due = calendar.after(start, expected)
        assert counted(hours, start, due) == expected
        assert is_worked(hours, due - MINUTE)
        assert due <= end


def test_an_office_week() -> None:
    zone = ZoneInfo("Europe/Madrid")
    calendar = Calendar(Hours(OFFICE, frozenset({date(2026, 12, 25)}), zone))

    def at(month: int, day: int, hour: int, minute: int = 0) -> int:
        return to_micros(datetime(2026, month, day, hour, minute, tzinfo=zone))

    assert calendar.after(at(11, 20, 16, 10), 4 * HOUR) == at(11, 23, 11, 10)  # Friday to Monday
    assert calendar.after(at(12, 24, 17, 0), 2 * HOUR) == at(12, 28, 10, 0)  # over a holiday
    assert calendar.after(at(11, 21, 12, 0), 0) == at(11, 21, 12, 0)
    assert calendar.elapsed(at(11, 23, 8, 0), at(11, 23, 14, 30)) == 4 * HOUR + HOUR // 2


def test_an_hour_shown_twice_is_worked_twice() -> None:
    zone = ZoneInfo("Europe/Madrid")
    nights = Calendar(Hours(dict.fromkeys(range(7), ((0, 6 * 60),)), frozenset(), zone))
    for day, hours in ((date(2026, 10, 25), 7), (date(2026, 3, 29), 5), (date(2026, 11, 25), 6)):
        assert nights.elapsed(*day_span(day, day, zone)) == hours * HOUR


def test_a_calendar_without_work_says_so() -> None:
    calendar = Calendar(Hours({}, frozenset(), ZoneInfo("UTC")))
    assert calendar.elapsed(0, 10**15) == 0
    assert worked.elapsed(calendar, np.array([0], np.int64), np.array([10**15], np.int64)).tolist() == [0]
    with pytest.raises(NeverWorkedError):
        calendar.after(0, 1)


def test_stored_hours_are_read() -> None:
    hours = hours_of({"0": [[540, 600]]}, ["2026-01-05"], ZoneInfo("UTC"), [(1, 2)])
    assert hours == Hours({0: ((540, 600),)}, frozenset({date(2026, 1, 5)}), ZoneInfo("UTC"), ((1, 2),))
