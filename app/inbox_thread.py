"""What a thing in the inbox is about: a few facts of the record, and what was said about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import replies, scores
from app.context import Context
from app.replies import Note
from db.models import Activity, Company, Contact, Lead
from db.types import from_units

NEWEST = 6


@dataclass(frozen=True, slots=True)
class About:
    """A record in few words. `title` stands below the name; stage, amount and score are a lead's."""

    kind: str
    id: int
    name: str
    title: str
    stage: str = ""
    entered_at: datetime | None = None
    value: Decimal | None = None
    currency: str = ""
    score: int | None = None
    next_step: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A record with notes on it, the oldest first; of a mention it is the note's own thread."""

    about: About | None = None
    notes: Sequence[Note] = ()


def of(session: Session, kind: str, record_id: int, activity_id: int | None = None) -> Thread:
    """Return what is known of a record and the thread of a note on it, or its newest notes, in two statements."""
    context: Context = session.info["context"]
    about = _about(context, kind, record_id) if kind in {"contact", "company", "lead"} else None
    row = session.execute(about).one_or_none() if about is not None else None
    if row is None:
        return Thread()
    root = sa.select(sa.func.coalesce(Activity.parent_id, Activity.id)).where(Activity.id == (activity_id or 0))
    if activity_id is not None:
        condition = sa.or_(Activity.id == root.scalar_subquery(), Activity.parent_id == root.scalar_subquery())
    else:
        newest = sa.select(Activity.id).where(Activity.kind == kind, Activity.record_id == record_id)
        newest = newest.where(Activity.type == "note", Activity.deleted_at.is_(None))
        newest = newest.order_by(Activity.at.desc(), Activity.id.desc()).limit(NEWEST)
        condition = Activity.id.in_(sa.select(newest.subquery().c.id))
    return Thread(_shown(context, row), replies.notes(session, condition))


def _shown(context: Context, row: Any) -> About:
    stage = context.stages.get(row.stage_id or 0)
    return About(
        kind=row.kind,
        id=row.id,
        name=row.name or "",
        title=" · ".join(part for part in (row.title, row.company) if part),
        stage=stage.name if stage is not None else "",
        entered_at=row.entered_at,
        value=None if row.units is None else from_units(row.units),
        currency=row.currency or context.info.currency,
        score=row.score,
        next_step=row.next_step or "",
        due_at=row.due_at,
    )


def _about(context: Context, kind: str, record_id: int) -> sa.Select[Any]:
    def line(name: Any, title: Any, company: Any, **lead: Any) -> sa.Select[Any]:
        empty: dict[str, Any] = {
            "stage_id": sa.cast(sa.null(), sa.BigInteger()),
            "entered_at": sa.cast(sa.null(), Lead.entered_at.type),
            "units": sa.cast(sa.null(), sa.BigInteger()),
            "currency": sa.literal("", sa.Text()),
            "score": sa.cast(sa.null(), sa.BigInteger()),
            "next_step": sa.literal("", sa.Text()),
            "due_at": sa.cast(sa.null(), Lead.due_at.type),
        }
        return sa.select(
            sa.literal(kind, sa.Text()).label("kind"),
            sa.literal(record_id, sa.BigInteger()).label("id"),
            name.label("name"),
            title.label("title"),
            company.label("company"),
            *((lead.get(one, value)).label(one) for one, value in empty.items()),
        )

    nothing = sa.literal("", sa.Text())
    if kind == "contact":
        found = line(Contact.name, Contact.job_title, sa.func.coalesce(Company.name, ""))
        chosen = found.select_from(Contact).outerjoin(Company, Company.id == Contact.company_id)
        return chosen.where(Contact.id == record_id)
    if kind == "company":
        return line(Company.name, nothing, nothing).select_from(Company).where(Company.id == record_id)
    found = line(
        sa.func.coalesce(Contact.name, Lead.name),
        sa.func.coalesce(Contact.job_title, ""),
        sa.func.coalesce(Company.name, ""),
        stage_id=Lead.stage_id,
        entered_at=Lead.entered_at,
        units=sa.type_coerce(Lead.value, sa.BigInteger()),
        currency=sa.func.coalesce(Lead.currency, ""),
        score=scores.column(context).element,
        next_step=sa.func.coalesce(Lead.next_step, ""),
        due_at=Lead.due_at,
    )
    return (
        found.select_from(Lead)
        .outerjoin(Contact, Contact.id == Lead.contact_id)
        .outerjoin(Company, Company.id == Lead.company_id)
        .where(Lead.id == record_id)
    )
