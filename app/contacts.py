"""Contacts: finding, showing and editing people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import feed, finding, records
from app.context import Context
from app.fields import CONTACT
from db.models import Activity, Company, Consent, Contact, Lead


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact as a list shows it. Moments are UTC."""

    id: int
    version: int
    name: str
    company: str
    owner_id: int | None
    owner: str
    tags: tuple[str, ...]
    source: str
    email: str
    phone: str
    city: str
    job_title: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead of a contact."""

    id: int
    name: str
    stage_id: int
    state: str
    score: int | None


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """Everything a detail pane shows of one contact."""

    id: int
    values: Mapping[str, Any]
    company: str
    consents: Mapping[str, str]
    leads: tuple[LeadLine, ...]
    timeline: tuple[feed.TimelineItem, ...]


_COLUMNS = (
    Contact.id,
    Contact.version,
    Contact.name,
    Contact.owner_id,
    Contact.tags,
    Contact.source,
    Contact.emails,
    Contact.phones,
    Contact.city,
    Contact.job_title,
    Contact.created_at,
    Company.name.label("company"),
)


def page(session: Session, ids: Sequence[int]) -> list[ContactRow]:
    """Return the rows of these contacts, in the order of `ids`; one that is gone is left out."""
    found = {row.id: row for row in _rows(session, sa.select(*_COLUMNS).where(Contact.id.in_(ids)))}
    return [found[number] for number in ids if number in found]


def first_page(session: Session, query: str = "", sort: str = "name", limit: int = 50) -> list[ContactRow]:
    """Return the first rows that a query meets.

    Raises:
        QueryError: the query cannot be read; it says where.
        UsageError: there is no such sort.
    """
    order = finding.order(CONTACT, sort)
    first = (
        sa.select(Contact.id)
        .where(Contact.deleted_at.is_(None), finding.first_condition(session, CONTACT, query))
        .order_by(*order)
        .limit(limit)
        .subquery()
    )
    # The rows are fetched by the ids that an index gave, in the same statement: one trip to a server.
    return _rows(session, sa.select(*_COLUMNS).join(first, first.c.id == Contact.id).order_by(*order))


def ids(session: Session, query: str = "", sort: str = "name") -> Sequence[int]:
    """Return the ids of all contacts that a query meets, in order."""
    return finding.ids(session, CONTACT, query, sort)


def _rows(session: Session, statement: sa.Select[*tuple[Any, ...]]) -> list[ContactRow]:
    context: Context = session.info["context"]
    joined = statement.outerjoin(Company, Company.id == Contact.company_id)
    rows = []
    for row in session.execute(joined).all():
        owner = context.members.get(row.owner_id)
        rows.append(
            ContactRow(
                row.id,
                row.version,
                row.name,
                row.company or "",
                row.owner_id,
                owner.name if owner else "",
                tuple(row.tags),
                row.source or "",
                row.emails[0] if row.emails else "",
                row.phones[0] if row.phones else "",
                row.city or "",
                row.job_title or "",
                row.created_at,
            )
        )
    return rows


def detail(session: Session, contact_id: int) -> ContactDetail:
    """Return one contact with its leads, consents and timeline.

    Raises:
        NotFoundError: it is gone.
    """
    values = records.require(session, CONTACT, contact_id)
    rows = session.execute(sa.union_all(*_around(contact_id), *feed.happened("contact", contact_id))).all()
    return ContactDetail(
        contact_id,
        values,
        next((row.text for row in rows if row.sort == "company"), ""),
        {row.what: row.text for row in rows if row.sort == "consent"},
        tuple(
            LeadLine(row.number, row.text, row.stage_id, row.what, row.score)
            for row in sorted((row for row in rows if row.sort == "lead"), key=lambda row: row.at, reverse=True)
        ),
        feed.items(session, rows),
    )


def _around(contact_id: int) -> list[sa.Select[Any]]:
    company = feed.line("company", text=Company.name).join(Contact, Contact.company_id == Company.id)
    consents = feed.line("consent", what=Consent.purpose, text=sa.case((Consent.granted, "yes"), else_="no"))
    leads = feed.line(
        "lead",
        number=Lead.id,
        text=Lead.name,
        stage_id=Lead.stage_id,
        what=Lead.state,
        score=Lead.score,
        at=Lead.created_at,
    )
    return [
        company.where(Contact.id == contact_id),
        consents.where(Consent.contact_id == contact_id, Consent.deleted_at.is_(None)),
        leads.where(Lead.contact_id == contact_id, Lead.deleted_at.is_(None)),
    ]


def create(session: Session, values: Mapping[str, Any]) -> int:
    """Write a new contact from plain values and return its id."""
    return records.create(session, CONTACT, values)


def edit(
    session: Session, contact_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Save an edit of a contact; see `records.edit`."""
    return records.edit(session, CONTACT, contact_id, mine, base)


def remove(session: Session, contact_id: int) -> None:
    """Move a contact to the bin."""
    records.remove(session, CONTACT, contact_id)


def last_activity(session: Session, ids: Sequence[int]) -> dict[int, datetime]:
    """Return when something was last done with each of these contacts; those without are left out."""
    found = session.execute(
        sa.select(Activity.record_id, sa.type_coerce(sa.func.max(Activity.at), Activity.at.type).label("at"))
        .where(Activity.kind == "contact", Activity.record_id.in_(ids), Activity.deleted_at.is_(None))
        .group_by(Activity.record_id)
    ).all()
    return {row.record_id: row.at for row in found}
