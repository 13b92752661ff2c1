"""Working time: how much of it lies between two moments, and when an amount of it will have passed.

A moment is worked when the wall clock of the workspace's zone then shows an hour of work on a day that is no holiday,
and it lies in nobody's absence. So an hour that the clock shows twice in autumn counts twice, and one that it skips in
spring does not. Time is never stepped through: the worked intervals of a span are laid out once, with the work done up
to each, and a moment is found among them by bisection. All moments are microseconds since 1970, in UTC.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import accumulate

from db.types import from_micros, to_micros

HOUR = 3_600_000_000
_MINUTE = 60_000_000
_DAY = 24 * HOUR
REACH = 400 * _DAY
"""How far beyond what was asked for intervals are laid out, so that the next question finds them."""
_STEP = 64 * _DAY
LONGEST_REACH = 20 * 366 * _DAY
Span = tuple[int, int]


class NeverWorkedError(ValueError):
    """The calendar holds no work, or not as much as asked for within twenty years."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When the workspace works.

    Attributes:
        week: by the day of the week, 0 is Monday, the worked parts of the day in minutes of the wall clock.
        holidays: days on which nobody works.
        zone: whose wall clock it is.
        away: moments from and to which the one who is asked about is absent.
    """

    week: Mapping[int, Sequence[Span]]
    holidays: frozenset[date]
    zone: tzinfo
    away: tuple[Span, ...] = ()


def hours_of(
    working_hours: Mapping[str, Sequence[Sequence[int]]],
    holidays: Iterable[str],
    zone: tzinfo,
    away: Iterable[Span] = (),
) -> Hours:
    """Return the hours that a workspace keeps, from its stored values."""
    week = {int(day): tuple((int(start), int(end)) for start, end in parts) for day, parts in working_hours.items()}
    return Hours(week, frozenset(map(date.fromisoformat, holidays)), zone, tuple(away))


class Calendar:
    """The worked intervals of some hours, laid out as far as somebody asked."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours
        self._works = any(start < end for parts in hours.week.values() for start, end in parts)
        self._from = self._until = 0
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []  # the work done before each interval begins

    def elapsed(self, start: int, end: int) -> int:
        """Return the worked microseconds between two moments; 0 where the second is no later."""
        if end <= start:
            return 0
        self._reach(start, end)
        return self._worked(end) - self._worked(start)

    def intervals(self, first: int, last: int) -> tuple[list[int], list[int], list[int]]:
        """Return the intervals between two moments, and some on both sides: starts, ends, the work done before each."""
        self._reach(first, last)
        return self._starts, self._ends, self._before

    @property
    def works(self) -> bool:
        """Whether the hours hold any work at all."""
        return self._works

    def after(self, start: int, amount: int) -> int:
        """Return the first moment at which `amount` worked microseconds have passed since `start`.

        Nothing has passed at the start itself, whenever it is.

        Raises:
            NeverWorkedError: so much is not worked within twenty years.
        """
        if amount <= 0:
            return start
        reach = REACH if self._works else 0
        while reach:
            self._reach(start, start + reach)
            wanted = self._worked(start) + amount
            place = bisect_right(self._before, wanted - 1) - 1
            if place >= 0 and wanted <= self._before[place] + self._ends[place] - self._starts[place]:
                return self._starts[place] + wanted - self._before[place]
            reach = 0 if reach >= LONGEST_REACH else min(reach * 4, LONGEST_REACH)
        raise NeverWorkedError

    def _worked(self, moment: int) -> int:
        place = bisect_right(self._starts, moment) - 1
        if place < 0:
            return 0
        return self._before[place] + min(moment, self._ends[place]) - self._starts[place]

    def _reach(self, start: int, end: int) -> None:
        """Lay the intervals out over a span, with room around it."""
        if self._from < self._until and self._from <= start and end <= self._until:
            return
        first = start if self._from >= self._until else min(start, self._from)
        last = end if self._from >= self._until else max(end, self._until)
        # In whole steps, so that calendars of the same hours share what is laid out.
        self._from, self._until = (first - _STEP // 8) // _STEP * _STEP, -(-(last + REACH) // _STEP) * _STEP
        hours = self._hours
        week = tuple((day, tuple(parts)) for day, parts in hours.week.items())
        spans = _without(_worked_spans(week, hours.holidays, hours.zone, self._from, self._until), hours.away)
        self._starts = [span[0] for span in spans]
        self._ends = [span[1] for span in spans]
        lengths = (end - start for start, end in spans)
        self._before = [0, *accumulate(lengths)][: len(spans)]


@lru_cache(maxsize=8)
def _worked_spans(
    week: tuple[tuple[int, tuple[Span, ...]], ...], holidays: frozenset[date], zone: tzinfo, start: int, end: int
) -> Sequence[Span]:
    """Return the worked spans between two moments, in order, touching ones joined; absences are not taken out."""
    found: list[Span] = []
    parts = dict(week)
    for first, last, offset in _offsets(zone, start, end):
        # Within such a piece the wall clock runs evenly: local days and their parts are plain arithmetic.
        day = (first + offset) // _DAY
        while day * _DAY < last + offset:
            local = date.fromordinal(day + _EPOCH)
            if local not in holidays:
                for begin, finish in parts.get(local.weekday(), ()):
                    at = day * _DAY - offset
                    span = max(first, at + begin * _MINUTE), min(last, at + finish * _MINUTE)
                    if span[0] < span[1]:
                        found.append(span)
            day += 1
    return _joined(found)


_EPOCH = date(1970, 1, 1).toordinal()


def _offsets(zone: tzinfo, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return pieces of a span in each of which the zone's offset from UTC stays the same, with that offset."""
    pieces = []
    at = start
    offset = _offset(zone, at)
    moment = start
    while moment < end:
        later = min(moment + _DAY, end)
        changed = _offset(zone, later)
        if changed != offset:
            turn = _turn(zone, moment, later, offset)
            pieces.append((at, turn, offset))
            at, offset = turn, _offset(zone, turn)
            moment = turn
        else:
            moment = later
    pieces.append((at, end, offset))
    return pieces


def _turn(zone: tzinfo, low: int, high: int, offset: int) -> int:
    """Return the first moment, to the second, at which the offset is another one."""
    low, high = low // 1_000_000, -(-high // 1_000_000)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(zone, middle * 1_000_000) == offset else (low, middle)
    return high * 1_000_000


def _offset(zone: tzinfo, moment: int) -> int:
    found = from_micros(moment).astimezone(zone).utcoffset()
    return 0 if found is None else int(found / timedelta(microseconds=1))


def _start(span: Span) -> int:
    return span[0]


def _end(span: Span) -> int:
    return span[1]


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _without(spans: Sequence[Span], away: Sequence[Span]) -> Sequence[Span]:
    """Return what is left of ordered spans when absences are taken out."""
    left = spans
    for gone, back in _joined([span for span in away if span[0] < span[1]]):
        # Only what the absence touches is taken apart.
        begin, finish = bisect_right(left, gone, key=_end), bisect_left(left, back, key=_start)
        touched = left[begin:finish]
        parts = [part for start, end in touched for part in ((start, min(end, gone)), (max(start, back), end))]
        left = [*left[:begin], *(part for part in parts if part[0] < part[1]), *left[finish:]]
    return left


def day_span(first: date, last: date, zone: tzinfo) -> Span:
    """Return the span of whole local days, the last included, as an absence is noted."""
    begin = datetime(first.year, first.month, first.day, tzinfo=zone)
    following = last + timedelta(days=1)
    finish = datetime(following.year, following.month, following.day, tzinfo=zone)
    return to_micros(begin.astimezone(UTC)), to_micros(finish.astimezone(UTC))
