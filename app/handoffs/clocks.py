"""The clocks of handoffs: how long each has waited, for whom, how much of its time is used, whether it will run out.

All of it is computed on read from the events, the calendar, the absences and now (formula 4): the total is the working
time of the workspace from the sending to the answer; the response time is what of it was the receiver's own; the queue
delay is the rest, nobody's: the time in the pool, with somebody who has left, or while the receiver was away. A clock
stops where it was answered, or where it ran out, since an unanswered handoff returns then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.clocks import HOUR, NeverWorkedError
from app.handoffs.times import MINUTE, Times
from db.types import from_micros, to_micros

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

WARNINGS = (50, 75, 100)
"""The shares of its time, in percent, at which a clock warns."""
AHEAD = 2 * HOUR
"""How far the forecast looks ahead, in microseconds by the wall clock."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A handoff's clock as it stands; times are worked microseconds, `due` and `now` are microseconds since 1970.

    Attributes:
        queue: the queue delay, which was nobody's.
        response: the response time, which was a person's.
        used: what of the agreed time is used, in the working time of whoever has it.
        agreed: the time to answer.
        due: the moment at which it has run out, None where the calendar never comes so far.
        is_open: whether it still runs.
        now: the moment that it is judged at.
    """

    queue: int
    response: int
    used: int
    agreed: int
    due: int | None
    is_open: bool
    now: int

    @property
    def total(self) -> int:
        """The working time from the sending to the answer."""
        return self.queue + self.response

    @property
    def share(self) -> int:
        """The used part of the agreed time in whole percent, rounded down; more than 100 where it came too late."""
        return share_of(self.used, self.agreed)

    @property
    def warning(self) -> int:
        """The highest of `WARNINGS` that it has come to, or 0."""
        return max((one for one in WARNINGS if one <= self.share), default=0)

    @property
    def left(self) -> int:
        """What is left of the agreed time, 0 where nothing is."""
        return max(0, self.agreed - self.used)

    @property
    def will_breach(self) -> bool:
        """Whether it runs out within two hours from now if nobody answers."""
        return self.is_open and self.due is not None and self.now < self.due <= self.now + AHEAD

    @property
    def due_at(self) -> datetime | None:
        """When it has run out."""
        return None if self.due is None else from_micros(self.due)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values, times in worked minutes, rounded down."""
        return {
            "queue_minutes": self.queue // MINUTE,
            "response_minutes": self.response // MINUTE,
            "total_minutes": self.total // MINUTE,
            "used_percent": self.share,
            "warning": self.warning,
            "left_minutes": self.left // MINUTE if self.is_open else 0,
            "will_breach": self.will_breach,
        }


def share_of(used: int, agreed: int) -> int:
    """Return a used part of a time in whole percent; of no time at all everything is used."""
    return used * 100 // agreed if agreed > 0 else 100


def clock(times: Times, found: Mapping[str, Any], now: datetime) -> Clock:
    """Return the clock of one handoff, a row of its table, at a moment."""
    held = times.held_by(found["to_member_id"], answered=found["answered_at"] is not None)
    theirs, everybody = times.calendar(held), times.calendar(None)
    start, moment = to_micros(found["sent_at"]), to_micros(now)
    agreed = found["answer_minutes"] * MINUTE
    try:
        due = theirs.after(start, agreed)
    except NeverWorkedError:
        due = None
    answered = None if found["answered_at"] is None else to_micros(found["answered_at"])
    is_open = answered is None and (due is None or due > moment)
    end = answered if answered is not None else moment if due is None else min(moment, due)
    used = theirs.elapsed(start, end)
    response = used if held is not None else 0
    return Clock(everybody.elapsed(start, end) - response, response, used, agreed, due, is_open, moment)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clocks of many handoffs as columns, in the order of the rows; each means what it does in `Clock`.

    `due` is -1 where the calendar never comes so far.
    """

    queue: "Numbers"
    response: "Numbers"
    used: "Numbers"
    agreed: "Numbers"
    due: "Numbers"
    is_open: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]"
    now: int

    @property
    def share(self) -> "Numbers":
        """The used parts in whole percent."""
        import numpy as np  # noqa: PLC0415 - one clock needs none of it

        return np.where(self.agreed > 0, self.used * 100 // np.maximum(self.agreed, 1), 100)

    @property
    def warning(self) -> "Numbers":
        """The warnings that they have come to."""
        import numpy as np  # noqa: PLC0415 - one clock needs none of it

        return np.array((0, *WARNINGS), np.int64)[np.searchsorted(np.array(WARNINGS), self.share, "right")]

    @property
    def will_breach(self) -> "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]":
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
    import numpy as np  # noqa: PLC0415 - one clock needs none of it

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
        due[chosen] = calendar.after_many(starts[chosen], agreed[chosen])
    ends = np.where(done, answers, np.where(due < 0, moment, np.minimum(due, moment)))
    for calendar, chosen in groups:
        used[chosen] = calendar.elapsed_many(starts[chosen], ends[chosen])
    total = times.calendar(None).elapsed_many(starts, ends)
    response = np.where(held > 0, used, 0)
    return Clocks(total - response, response, used, agreed, due, ~done & ((due < 0) | (due > moment)), moment)
