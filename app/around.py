"""What stands around a contact, a company or a lead: its leads, what is owed, what it agreed to.

Each is a SELECT in the columns of `timeline.line`, so that one statement, one trip, reads a whole pane.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import scores, timeline
from app.consents import ConsentRow
from app.context import Context
from app.tasks import TaskRow
from app.timeline import TimelineItem, line
from db.models import Consent, Contact, ContactMerge, Lead, Task
from db.types import from_units

MOST = 200
"""Leads and tasks that a pane reads at most."""


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead of a contact or company. Moments are UTC, `value` is in `currency` or the workspace's own if empty."""

    id: int
    name: str
    stage_id: int
    state: str
    score: int | None
    value: Decimal | None
    currency: str
    owner_id: int | None
    next_step: str
    due_at: datetime | None
    entered_at: datetime
    created_at: datetime
    contact_id: int | None
    contact: str


def leads(context: Context, condition: sa.ColumnElement[bool]) -> list[sa.Select[Any]]:
    """Return the read of the leads that meet a condition."""
    contact = sa.cast(sa.select(Contact.name).where(Contact.id == Lead.contact_id).scalar_subquery(), sa.Text())
    statement = line(
        "lead",
        number=Lead.id,
        text=Lead.name,
        stage_id=Lead.stage_id,
        what=Lead.state,
        score=scores.column(context),
        units=sa.type_coerce(Lead.value, sa.BigInteger),
        currency=Lead.currency,
        member_id=Lead.owner_id,
        subject=Lead.next_step,
        due_at=Lead.due_at,
        entered_at=Lead.entered_at,
        at=Lead.created_at,
        record_id=Lead.contact_id,
        record=contact,
    ).where(condition, Lead.deleted_at.is_(None))
    return [sa.select(statement.order_by(Lead.created_at.desc(), Lead.id.desc()).limit(MOST).subquery())]


def lead_lines(rows: Iterable[Any]) -> tuple[LeadLine, ...]:
    """Return the leads among the rows: the open ones first, the newest on top."""
    found = [
        LeadLine(
            id=row.number,
            name=row.text,
            stage_id=row.stage_id,
            state=row.what,
            score=row.score,
            value=None if row.units is None else from_units(row.units),
            currency=row.currency or "",
            owner_id=row.member_id,
            next_step=row.subject or "",
            due_at=row.due_at,
            entered_at=row.entered_at,
            created_at=row.at,
            contact_id=row.record_id,
            contact=row.record or "",
        )
        for row in rows
        if row.sort == "lead"
    ]
    found.sort(key=lambda one: (one.created_at, one.id), reverse=True)
    return tuple(sorted(found, key=lambda one: one.state != "open"))


@dataclass(frozen=True, slots=True)
class LeadAround:
    """A lead, what happened with itself, and the tasks owed beside its next step, the one due first on top."""

    lead: LeadLine | None
    tasks: tuple[TaskRow, ...]
    timeline: tuple[TimelineItem, ...]
    before: datetime | None
    pinned: tuple[TimelineItem, ...]


def of_lead(session: Session, lead_id: int) -> LeadAround:
    """Return a lead with its own timeline and open tasks, in one statement; no lead where it lies in the bin."""
    parts = (
        *leads(session.info["context"], Lead.id == lead_id),
        *tasks("lead", lead_id),
        *timeline.happened("lead", lead_id),
    )
    rows = session.execute(sa.union_all(*parts)).all()
    happened = timeline.part(session, rows)
    lead = next(iter(lead_lines(rows)), None)
    owed = task_rows(session, rows)
    if owed and lead is not None and owed[0].title == lead.next_step:
        owed = owed[1:]
    return LeadAround(lead, owed, happened.items, happened.before, happened.pinned)


def tasks(kind: str, record_id: int) -> list[sa.Select[Any]]:
    """Return the read of the open tasks on one record itself."""
    return [_open_tasks(kind, [record_id], sa.literal("", sa.Text()))]


def tasks_of(kind: str, ids: Any, model: type[Contact | Lead]) -> sa.Select[Any]:
    """Return the read of the open tasks on several records of a kind, each with the name of what it is about."""
    name = sa.cast(sa.select(model.name).where(model.id == Task.record_id).scalar_subquery(), sa.Text())
    return _open_tasks(kind, ids, name)


def _open_tasks(kind: str, ids: Any, name: Any) -> sa.Select[Any]:
    statement = line(
        "task",
        number=Task.id,
        kind=sa.literal(kind),
        record_id=Task.record_id,
        record=name,
        text=Task.title,
        member_id=Task.owner_id,
        due_at=Task.due_at,
    ).where(Task.kind == kind, Task.record_id.in_(ids), Task.done_at.is_(None), Task.deleted_at.is_(None))
    return sa.select(statement.order_by(Task.due_at.is_(None), Task.due_at, Task.id).limit(MOST).subquery())


def task_rows(session: Session, rows: Iterable[Any]) -> tuple[TaskRow, ...]:
    """Return the open tasks among the rows, the one that is due first on top."""
    context: Context = session.info["context"]
    found = []
    for row in rows:
        if row.sort == "task":
            owner = context.members.get(row.member_id) if row.member_id is not None else None
            name = owner.name if owner else ""
            about = (row.number, row.kind, row.record_id, row.record or "", row.text)
            found.append(TaskRow(*about, row.member_id, name, row.due_at, None))
    return tuple(sorted(found, key=lambda one: (one.due_at is None, one.due_at or context.now, one.id)))


def consents(contact_id: int) -> sa.Select[Any]:
    """Return the read of what a contact agreed to."""
    return line(
        "consent",
        what=Consent.purpose,
        text=sa.case((Consent.granted, "yes"), else_="no"),
        at=Consent.at,
        member_id=Consent.member_id,
        subject=Consent.basis,
        record=Consent.source,
        kind=Consent.wording,
    ).where(Consent.contact_id == contact_id, Consent.deleted_at.is_(None))


@dataclass(frozen=True, slots=True)
class MergedLine:
    """A contact that was merged into the one at hand: the merge, its name, and when."""

    id: int
    name: str
    at: datetime


def merges(contact_id: int) -> sa.Select[Any]:
    """Return the read of the contacts that were merged into one and stand merged."""
    gone = sa.select(Contact.name).where(Contact.id == ContactMerge.gone_id).scalar_subquery()
    return line("merge", number=ContactMerge.id, at=ContactMerge.at, text=sa.cast(gone, sa.Text())).where(
        ContactMerge.kept_id == contact_id, ContactMerge.deleted_at.is_(None)
    )


def merged_lines(rows: Iterable[Any]) -> tuple[MergedLine, ...]:
    """Return the merges among the rows, the newest first."""
    found = [MergedLine(row.number, row.text, row.at) for row in rows if row.sort == "merge"]
    return tuple(sorted(found, key=lambda one: one.id, reverse=True))


def consent_rows(rows: Iterable[Any]) -> tuple[ConsentRow, ...]:
    """Return what was agreed to among the rows, by purpose."""
    found = [
        ConsentRow(
            row.what, row.text == "yes", row.at, row.member_id, row.subject or "", row.record or "", row.kind or ""
        )
        for row in rows
        if row.sort == "consent"
    ]
    return tuple(sorted(found, key=lambda one: one.purpose))
