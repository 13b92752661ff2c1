"""A calendar's working time for many moments at once, as arrays of microseconds."""

from typing import TypeAlias

import numpy as np

from app.clocks import LONGEST_REACH, REACH, Calendar

Numbers: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


def elapsed(calendar: Calendar, starts: Numbers, ends: Numbers) -> Numbers:
    """Return the worked microseconds between many pairs of moments, an array as long as both."""
    if not len(starts):
        return np.zeros(0, np.int64)
    firsts, lasts, before = _intervals(calendar, int(min(starts.min(), ends.min())), int(max(starts.max(), ends.max())))
    if not len(firsts):
        return np.zeros(len(starts), np.int64)

    def worked(moments: Numbers) -> Numbers:
        place = np.searchsorted(firsts, moments, "right") - 1
        inside = np.minimum(moments, lasts[place]) - firsts[place]
        return np.where(place < 0, 0, before[place] + inside)

    return np.where(ends > starts, worked(ends) - worked(starts), 0)


def after(calendar: Calendar, starts: Numbers, amounts: Numbers) -> Numbers:
    """Return for many starts what `Calendar.after` returns for one; -1 where so much is never worked."""
    due = np.where(amounts <= 0, starts, -1)
    left = np.flatnonzero(due < 0)
    reach = REACH if calendar.works else 0
    while reach and len(left):
        begins = starts[left]
        firsts, lasts, before = _intervals(calendar, int(begins.min()), int(begins.max()) + reach)
        if len(firsts):
            place = np.maximum(np.searchsorted(firsts, begins, "right") - 1, 0)
            done = before[place] + np.clip(np.minimum(begins, lasts[place]) - firsts[place], 0, None)
            wanted = done + amounts[left]
            place = np.searchsorted(before, wanted - 1, "right") - 1
            found = wanted <= before[place] + lasts[place] - firsts[place]
            due[left[found]] = (firsts[place] + wanted - before[place])[found]
            left = left[~found]
        reach = 0 if reach >= LONGEST_REACH else min(reach * 4, LONGEST_REACH)
    return due


def _intervals(calendar: Calendar, first: int, last: int) -> tuple[Numbers, Numbers, Numbers]:
    starts, ends, before = (np.array(one, np.int64) for one in calendar.intervals(first, last))
    return starts, ends, before
