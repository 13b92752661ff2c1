"""The clocks of many handoffs at once, as columns; what each of them means is said at `app.handoffs.clocks`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from app import worked
from app.handoffs.clocks import AHEAD, WARNINGS
from app.handoffs.times import MINUTE, Times
from app.worked import Numbers
from db.types import to_micros


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clocks of many handoffs as columns, in the order of the rows; each means what it does in `Clock`.

    `due` is -1 where the calendar never comes so far.
    """

    queue: Numbers
    response: Numbers
    used: Numbers
    agreed: Numbers
    due: Numbers
    is_open: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    now: int

    @property
    def share(self) -> Numbers:
        """The used parts in whole percent."""
        return np.where(self.agreed > 0, self.used * 100 // np.maximum(self.agreed, 1), 100)

    @property
    def warning(self) -> Numbers:
        """The warnings that they have come to."""
        return np.array((0, *WARNINGS), np.int64)[np.searchsorted(np.array(WARNINGS), self.share, "right")]

    @property
    def will_breach(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Which of them run out within two hours from now if nobody answers."""
        return self.is_open & (self.due > self.now) & (self.due <= self.now + AHEAD)


def clocks(times: Times, rows: Sequence[tuple[int | None, int, int, int | None]], now: datetime) -> Clocks:
    """Return the clocks of many handoffs at a moment, quickly.

    Args:
        times: the calendars.
        rows: of each handoff the receiver, when it was sent, the minutes to answer, and when it was answered; moments
            in microseconds since 1970.
        now: the moment.
    """
    moment = to_micros(now)
    # 0 stands for nobody and -1 for no answer yet: ids and moments of answers are greater.
    table = np.array([(to or 0, sent, minutes, -1 if at is None else at) for to, sent, minutes, at in rows], np.int64)
    receivers, starts, minutes, answers = table.reshape(-1, 4).T.copy()
    agreed = minutes * MINUTE
    done = answers >= 0
    held = np.zeros(len(starts), np.int64)
    for receiver in np.unique(receivers).tolist():
        theirs = receivers == receiver
        for answered in (False, True):
            held[theirs & (done == answered)] = times.held_by(receiver or None, answered=answered) or 0
    used, due = np.zeros_like(starts), np.zeros_like(starts)
    holders, places = np.unique(held, return_inverse=True)
    keys = np.array([times.whose(one or None) or 0 for one in holders.tolist()], np.int64)[places.reshape(-1)]
    groups = [(times.calendar(key or None), np.flatnonzero(keys == key)) for key in np.unique(keys).tolist()]
    for calendar, chosen in groups:
        due[chosen] = worked.after(calendar, starts[chosen], agreed[chosen])
    ends = np.where(done, answers, np.where(due < 0, moment, np.minimum(due, moment)))
    for calendar, chosen in groups:
        used[chosen] = worked.elapsed(calendar, starts[chosen], ends[chosen])
    total = worked.elapsed(times.calendar(None), starts, ends)
    response = np.where(held > 0, used, 0)
    return Clocks(total - response, response, used, agreed, due, ~done & ((due < 0) | (due > moment)), moment)
