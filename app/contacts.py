"""Contacts: finding, showing and editing people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import around, companies, finding, records, timeline
from app.around import LeadLine
from app.consents import ConsentRow
from app.context import Context
from app.fields import CONTACT
from app.tasks import TaskRow
from app.timeline import TimelineItem
from db.journal import write_of
from db.models import Activity, Company, Contact, Lead


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
class ContactDetail:
    """Everything a detail pane shows of one contact; `before` is where older lines of the timeline begin."""

    id: int
    values: Mapping[str, Any]
    company: str
    consents: Mapping[str, str]
    agreed: tuple[ConsentRow, ...]
    leads: tuple[LeadLine, ...]
    tasks: tuple[TaskRow, ...]
    timeline: tuple[TimelineItem, ...]
    before: datetime | None


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
    parts = (*_around(contact_id), *around.leads(Lead.contact_id == contact_id), *around.tasks("contact", contact_id))
    rows = session.execute(sa.union_all(*parts, *timeline.happened("contact", contact_id))).all()
    happened = timeline.part(session, rows)
    return ContactDetail(
        contact_id,
        values,
        next((row.text for row in rows if row.sort == "company"), ""),
        {row.what: row.text for row in rows if row.sort == "consent"},
        around.consent_rows(rows),
        around.lead_lines(rows),
        around.task_rows(session, rows),
        happened.items,
        happened.before,
    )


def _around(contact_id: int) -> list[sa.Select[Any]]:
    company = timeline.line("company", text=Company.name).join(Contact, Contact.company_id == Company.id)
    return [company.where(Contact.id == contact_id), around.consents(contact_id)]


def create(session: Session, values: Mapping[str, Any]) -> int:
    """Write a new contact from plain values and return its id."""
    return records.create(session, CONTACT, values)


def edit(
    session: Session, contact_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Save an edit of a contact; see `records.edit`."""
    return records.edit(session, CONTACT, contact_id, mine, base)


def set_company(session: Session, contact_id: int, company: int | str | None, base: int | None) -> None:
    """Save whom a contact works for: a company's id, or the name of one, which is made if there is none.

    Raises:
        ConflictError: a colleague wrote down another company meanwhile.
        UsageError: there are several companies of that name.
    """
    number = companies.found_or_made(session, company) if isinstance(company, str) else company
    write_of(session).subject = ""  # the act is named after the contact, not after a company made for it
    records.edit(session, CONTACT, contact_id, {"company": number}, {"company": base})


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
