"""Days, weeks and months of the workspace's time zone.

A local day begins at the first instant at which the wall clock shows its date, and ends where the next one begins;
so every instant belongs to one day, whatever the clock does in between.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import TYPE_CHECKING

from app.metrics import DAY
from db.types import from_micros, to_micros

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

UNITS = ("day", "week", "month", "quarter", "year", "weekday")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST = date(1970, 1, 1).toordinal()


def day_start(day: date, zone: tzinfo) -> datetime:
    """Return the first instant of a local day, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def local_day(moment: datetime, zone: tzinfo) -> date:
    """Return the local day to which an instant belongs."""
    day = moment.astimezone(zone).date()
    # A clock that goes back over midnight shows yesterday's date again; the day has begun all the same.
    return day + timedelta(days=1) if moment >= day_start(day + timedelta(days=1), zone) else day


def unit_start(day: date, unit: str) -> date:
    """Return the first day of the week (Monday), month, quarter or year of a day; a weekday's is the day."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    if unit == "year":
        return day.replace(month=1, day=1)
    return day


def following(day: date, unit: str) -> date:
    """Return the first day of the next unit after the one that `day` begins."""
    if unit == "week":
        return day + timedelta(days=7)
    if unit in {"month", "quarter", "year"}:
        months = {"month": 1, "quarter": 3, "year": 12}[unit]
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, 1)
    return day + timedelta(days=1)


def unit_key(day: date, unit: str) -> str:
    """Return the name of the unit that holds a day: 2018-04-30, 2018-W18, 2018-04, 2018-Q2, 2018 or Monday."""
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "year":
        return f"{day.year:04}"
    return WEEKDAYS[day.weekday()] if unit == "weekday" else day.isoformat()


def key_of_number(unit: str) -> "Callable[[int], str]":
    """Return a function from a day's number (see `day_numbers`) to its unit's name; it remembers what it said."""

    @cache
    def key(number: int) -> str:
        return unit_key(date.fromordinal(number + _FIRST), unit)

    return key


def day_numbers(moments: "Numbers", zone: tzinfo) -> "Numbers":
    """Return for each instant (microseconds) the number of its local day; day 0 is 1970-01-01."""
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    there = moments // DAY
    days = np.unique(there)
    starts = np.array([_start(int(day), zone) for day in days], dtype=np.int64)
    nexts = np.array([_start(int(day) + 1, zone) for day in days], dtype=np.int64)
    place = np.searchsorted(days, there)
    numbers: Numbers = there - (moments < starts[place]) + (moments >= nexts[place])
    return numbers


def _start(number: int, zone: tzinfo) -> int:
    try:
        return to_micros(day_start(date.fromordinal(number + _FIRST), zone))
    except (OverflowError, ValueError):  # the first and last days that a calendar knows
        return number * DAY


def matured(last: date | None, unit: str, window: int | None, now: datetime, zone: tzinfo) -> datetime | None:
    """Return the instant before which a cohort has had its whole window by now; None if all have (formula 1).

    A cohort is a week, month ... (`unit`) of the period; the last one ends where the period ends, with the day
    `last`. It counts once its end + window has passed.
    """
    if window is None:
        return None
    limit = now - timedelta(days=window)
    if last is not None:
        end = day_start(last + timedelta(days=1), zone)
        if end <= limit:
            return end
    return day_start(unit_start(local_day(limit, zone), "month" if unit == "weekday" else unit), zone)


def bounds(first: date | None, last: date | None, zone: tzinfo) -> tuple[int | None, int | None]:
    """Return a period of local days, both counted, as microseconds: from (counted) and until (not counted)."""
    start = None if first is None else to_micros(day_start(first, zone))
    end = None if last is None else to_micros(day_start(last + timedelta(days=1), zone))
    return start, end


def moment_text(moment: datetime) -> str:
    """Return a moment as ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def local_text(micros: int, zone: tzinfo) -> str:
    """Return an instant as local date and time to the minute."""
    return from_micros(micros).astimezone(zone).strftime("%Y-%m-%d %H:%M")
