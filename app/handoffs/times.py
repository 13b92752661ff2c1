"""By when a handoff is to be answered: its minutes in the working time of whoever has it, absences taken out."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.clocks import Calendar, NeverWorkedError, Span, day_span, hours_of
from app.context import Context
from app.handoffs import routing
from db.models import Absence
from db.rows import table_of
from db.types import from_micros, to_micros

MINUTE = 60_000_000


class Times:
    """The calendars of those who have handoffs to answer. Who has left is counted as the pool."""

    def __init__(self, context: Context, away: Mapping[int, list[Span]]) -> None:
        self._context = context
        self._away = away
        self._calendars: dict[int | None, Calendar] = {}

    @classmethod
    def read(cls, session: Session) -> Self:
        """Return them by what the workspace, its holidays and absences say now."""
        context: Context = session.info["context"]
        table = table_of(Absence)
        away: dict[int, list[Span]] = defaultdict(list)
        for row in session.execute(sa.select(table).where(table.c.deleted_at.is_(None))).all():
            away[row.member_id].append(day_span(row.first_day, row.last_day, context.zone))
        return cls(context, away)

    def held_by(self, member_id: int | None, *, answered: bool) -> int | None:
        """Return in whose hands a handoff is, or was when it was answered; None for nobody's: the pool's."""
        return member_id if answered or routing.is_there(self._context, member_id) else None

    def whose(self, holder: int | None) -> int | None:
        """Return whose calendar counts: the holder's if they are ever away, else None for everybody's."""
        return holder if holder in self._away else None

    def calendar(self, holder: int | None) -> Calendar:
        """Return the working time of who holds a handoff, None for the pool."""
        key = self.whose(holder)
        if key not in self._calendars:
            info = self._context.info
            away = self._away[key] if key is not None else ()
            self._calendars[key] = Calendar(hours_of(info.working_hours, info.holidays, self._context.zone, away))
        return self._calendars[key]

    def due(self, found: Mapping[str, Any]) -> datetime | None:
        """Return by when a handoff is to be answered; None where so much is never worked.

        A row that does not say when it was answered is one that waits.
        """
        holder = self.held_by(found["to_member_id"], answered=found.get("answered_at") is not None)
        calendar = self.calendar(holder)
        try:
            return from_micros(calendar.after(to_micros(found["sent_at"]), found["answer_minutes"] * MINUTE))
        except NeverWorkedError:
            return None

    def is_past(self, found: Mapping[str, Any], now: datetime) -> bool:
        """Return whether the time to answer has run out."""
        due = self.due(found)
        return due is not None and due <= now
