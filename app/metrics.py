"""The formulas of the product's page that need no database, by their numbers there.

Durations go in as whole microseconds or whole days and come out as days.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

Z = 1.96
FEWEST_CASES = 5
DAY = 86_400_000_000
FEWEST_FOR_ROT = 20


def wilson(hits: int, cases: int) -> tuple[float, float]:
    """Return the Wilson 95 % interval of hits among cases (formula 17, z = 1.96); cases is at least 1."""
    share = hits / cases
    square = Z * Z / cases
    middle = (share + square / 2) / (1 + square)
    half = Z * math.sqrt(share * (1 - share) / cases + square / (4 * cases)) / (1 + square)
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == cases else min(1.0, middle + half)
    return low, high


@dataclass(frozen=True, slots=True)
class Rate:
    """A share of cases with its interval; all three are None under 5 cases, where only counts are shown."""

    rate: float | None
    low: float | None
    high: float | None


def rate_of(hits: int, cases: int) -> Rate:
    """Return hits / cases with its Wilson interval (formula 17)."""
    if cases < FEWEST_CASES:
        return Rate(None, None, None)
    low, high = wilson(hits, cases)
    return Rate(hits / cases, low, high)


def difference(hits: int, cases: int, hits_before: int, cases_before: int) -> tuple[float, float] | None:
    """Return the 95 % interval of how much a share differs from another one's; None where either has under 5 cases.

    Newcombe's hybrid score interval, made of the two Wilson intervals (R. G. Newcombe, Interval estimation for the
    difference between independent proportions: comparison of eleven methods, Statistics in Medicine 17, 1998,
    873-890, method 10). Where nought lies in it, the change may be chance.
    """
    if min(cases, cases_before) < FEWEST_CASES:
        return None
    share, before = hits / cases, hits_before / cases_before
    low, high = wilson(hits, cases)
    low_before, high_before = wilson(hits_before, cases_before)
    change = share - before
    return (
        change - math.hypot(share - low, high_before - before),
        change + math.hypot(high - share, before - low_before),
    )


def little(average_open: float, a_day: float, days: float) -> float | None:
    """Return the gap of Little's law, (throughput x time - average open) / average open; None where nothing is open.

    Formula 18: over 20 % either way is a warning that entries, moves or closings were not written down when they were.
    """
    return None if average_open <= 0 else (a_day * days - average_open) / average_open


@dataclass(frozen=True, slots=True)
class Spread:
    """How long things took, in days; every figure but `n` is None when there is nothing to measure."""

    n: int
    mean: float | None
    min: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    max: float | None


NOTHING = Spread(0, None, None, None, None, None, None, None)


def percentile(ordered: "Sequence[int] | np.ndarray[tuple[int], np.dtype[np.int64]]", percent: int) -> float:
    """Return a percentile of ordered whole numbers by linear interpolation between the two nearest ranks.

    The rank is (n - 1) x percent / 100, as spreadsheets' PERCENTILE.INC takes it.
    """
    place, rest = divmod((len(ordered) - 1) * percent, 100)
    below = int(ordered[place])
    above = int(ordered[place + 1]) if rest else below
    return (below * 100 + (above - below) * rest) / 100


def spread(durations: "Sequence[int] | np.ndarray[tuple[int], np.dtype[np.int64]]", unit: int = DAY) -> Spread:
    """Return mean and percentiles, in days, of durations of which `unit` make a day (formulas 8 and 11)."""
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    if len(durations) == 0:
        return NOTHING
    ordered = np.sort(np.asarray(durations, dtype=np.int64))
    # A sum of microseconds may pass 64 bits; of seconds and of what is left over it cannot.
    whole, rest = np.divmod(ordered, 1_000_000)
    total = int(whole.sum()) * 1_000_000 + int(rest.sum())
    low, p25, half, p75, p90, high = (percentile(ordered, percent) / unit for percent in (0, 25, 50, 75, 90, 100))
    return Spread(len(ordered), total / (len(ordered) * unit), low, p25, half, p75, p90, high)


def velocity(
    opportunities: int, win_rate: float | None, average: Decimal | None, cycle_days: float | None
) -> Decimal | None:
    """Return the amount won a day (formula 9); None while one of its parts is unknown or the cycle is nought."""
    if win_rate is None or average is None or cycle_days is None or cycle_days <= 0:
        return None
    return opportunities * Decimal(win_rate) * average / Decimal(cycle_days)


def growth(now: int, before: int) -> float | None:
    """Return (now - before) / before (formula 3); None where there was nothing before."""
    return None if before == 0 else (now - before) / before


def working_days(first: date, last: date, weekdays: frozenset[int], holidays: frozenset[date]) -> int:
    """Return how many of the days from first to last, both counted, are worked (0 is Monday)."""
    if last < first:
        return 0
    weeks, rest = divmod((last - first).days + 1, 7)
    tail = [(first + timedelta(days=extra)).weekday() for extra in range(rest)]
    free = sum(1 for day in holidays if first <= day <= last and day.weekday() in weekdays)
    return weeks * len(weekdays) + sum(1 for day in tail if day in weekdays) - free


def pace(target: Decimal, gone: int, total: int) -> Decimal:
    """Return what is expected by now: target x working days gone / working days of the period (formula 15)."""
    return target if total == 0 else target * gone / total
