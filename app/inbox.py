"""What waits for a member: the tasks that they owe, those that are late first, notes that name them, late leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import mentions
from app.context import Context, MemberRow
from app.fields import LEAD
from app.finding import condition_of
from app.mentions import MentionRow
from db.models import Company, Contact, Lead, Meeting, Task

MOST = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task of mine. `kind` and `record_id` say what it is about, where it is about something; `about` is its name.

    A meeting's action is about its meeting.
    """

    id: int
    title: str
    kind: str
    record_id: int | None
    about: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Inbox:
    """All that waits: tasks, notes that name me and that I have not seen, and how many leads of mine are overdue."""

    tasks: Sequence[Waiting] = ()
    mentions: Sequence[MentionRow] = ()
    overdue: int = 0

    def pressing(self, now: datetime) -> int:
        """Return what the bell counts: tasks that are due by now, and notes not seen yet."""
        return sum(is_pressing(one, now) for one in self.tasks) + len(self.mentions)


def found(session: Session) -> Inbox:
    """Return all that waits for me."""
    context: Context = session.info["context"]
    if context.me is None:
        return Inbox()
    overdue = sa.select(sa.func.count()).select_from(Lead)
    overdue = overdue.where(Lead.deleted_at.is_(None), condition_of(session, LEAD, "overdue:yes owner:me"))
    return Inbox(waiting(session), mentions.mine(session), session.execute(overdue).scalar_one())


def waiting(session: Session, most: int = MOST) -> list[Waiting]:
    """Return my open tasks by when they are due, those without a day last."""
    context: Context = session.info["context"]
    if context.me is None:
        return []
    name = sa.func.coalesce(Contact.name, Company.name, Lead.name, Meeting.title, "")
    rows = session.execute(
        sa.select(Task.id, Task.title, Task.kind, Task.record_id, Task.meeting_id, Task.due_at, name.label("about"))
        .outerjoin(Contact, sa.and_(Task.kind == "contact", Contact.id == Task.record_id))
        .outerjoin(Company, sa.and_(Task.kind == "company", Company.id == Task.record_id))
        .outerjoin(Lead, sa.and_(Task.kind == "lead", Lead.id == Task.record_id))
        .outerjoin(Meeting, Meeting.id == Task.meeting_id)
        .where(_mine(context.me), Task.done_at.is_(None), Task.deleted_at.is_(None))
        .order_by(Task.due_at.is_(None), Task.due_at, Task.id)
        .limit(most)
    ).all()
    return [Waiting(row.id, row.title, *_about(row), row.about, row.due_at) for row in rows]


def _mine(me: MemberRow) -> sa.ColumnElement[bool]:
    """Return the condition that a task is mine, or my team's as long as nobody has taken it."""
    teams = ("marketing", "sales") if me.team == "both" else (me.team,)
    return sa.or_(Task.owner_id == me.id, sa.and_(Task.owner_id.is_(None), Task.team.in_(teams)))


def _about(row: Any) -> tuple[str, int | None]:
    if row.kind is None and row.meeting_id is not None:
        return "meeting", row.meeting_id
    return row.kind or "", row.record_id


def is_pressing(one: Waiting, now: datetime) -> bool:
    """Return whether a task is due by now: what the bell counts."""
    return one.due_at is not None and one.due_at <= now
