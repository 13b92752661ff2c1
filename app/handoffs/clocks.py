"""The clocks of handoffs: how long each has waited, for whom, how much of its time is used, whether it will run out.

All of it is computed on read from the events, the calendar, the absences and now (formula 4): the total is the working
time of the workspace from the sending to the answer; the response time is what of it was the receiver's own; the queue
delay is the rest, nobody's: the time in the pool, with somebody who has left, or while the receiver was away. A clock
stops where it was answered, or where it ran out, since an unanswered handoff returns then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.clocks import HOUR, NeverWorkedError
from app.handoffs.times import MINUTE, Times
from db.types import from_micros, to_micros

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
