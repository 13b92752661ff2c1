"""What waits for a member: the tasks that they owe, those that are late first."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from db.models import Company, Contact, Lead, Meeting, Task

MOST = 100


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task of mine. `kind` and `record_id` say what it is about, where it is about something; `about` is its name."""

    id: int
    title: str
    kind: str
    record_id: int | None
    about: str
    due_at: datetime | None


def waiting(session: Session, most: int = MOST) -> list[Waiting]:
    """Return my open tasks by when they are due, those without a day last."""
    context: Context = session.info["context"]
    if context.me is None:
        return []
    name = sa.func.coalesce(Contact.name, Company.name, Lead.name, Meeting.title, "")
    rows = session.execute(
        sa.select(Task.id, Task.title, Task.kind, Task.record_id, Task.due_at, name.label("about"))
        .outerjoin(Contact, sa.and_(Task.kind == "contact", Contact.id == Task.record_id))
        .outerjoin(Company, sa.and_(Task.kind == "company", Company.id == Task.record_id))
        .outerjoin(Lead, sa.and_(Task.kind == "lead", Lead.id == Task.record_id))
        .outerjoin(Meeting, Meeting.id == Task.meeting_id)
        .where(Task.owner_id == context.me.id, Task.done_at.is_(None), Task.deleted_at.is_(None))
        .order_by(Task.due_at.is_(None), Task.due_at, Task.id)
        .limit(most)
    ).all()
    return [Waiting(row.id, row.title, row.kind or "", row.record_id, row.about, row.due_at) for row in rows]


def is_pressing(one: Waiting, now: datetime) -> bool:
    """Return whether a task is due by now: what the bell counts."""
    return one.due_at is not None and one.due_at <= now
