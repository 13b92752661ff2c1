"""Contacts: finding, showing and editing people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import around, companies, records, timeline
from app.around import LeadLine, MergedLine
from app.consents import ConsentRow
from app.contact_rows import first_page, ids, page
from app.duplicates import merging
from app.errors import NotFoundError
from app.fields import CONTACT
from app.tasks import TaskRow
from app.timeline import TimelineItem
from db.journal import write_of
from db.models import Company, Contact, Lead


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """Everything a detail pane shows of one contact.

    `before` is where older lines of the timeline begin; `merged` are those that were merged into this one.
    """

    id: int
    values: Mapping[str, Any]
    company: str
    consents: Mapping[str, str]
    agreed: tuple[ConsentRow, ...]
    leads: tuple[LeadLine, ...]
    tasks: tuple[TaskRow, ...]
    timeline: tuple[TimelineItem, ...]
    before: datetime | None
    merged: tuple[MergedLine, ...] = ()
    pinned: tuple[TimelineItem, ...] = ()


def detail(session: Session, contact_id: int) -> ContactDetail:
    """Return one contact with its leads, consents and timeline; of one that was merged, the one that it leads to.

    Raises:
        NotFoundError: it is gone.
    """
    try:
        values = records.require(session, CONTACT, contact_id)
    except NotFoundError:
        merged = merging.into(session, contact_id)
        if merged is None:
            raise
        return detail(session, merged)
    parts = (
        *_around(contact_id),
        *around.leads(session.info["context"], Lead.contact_id == contact_id),
        *around.tasks("contact", contact_id),
    )
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
        around.merged_lines(rows),
        happened.pinned,
    )


def _around(contact_id: int) -> list[sa.Select[Any]]:
    company = timeline.line("company", text=Company.name).join(Contact, Contact.company_id == Company.id)
    return [company.where(Contact.id == contact_id), around.consents(contact_id), around.merges(contact_id)]


def create(session: Session, values: Mapping[str, Any]) -> int:
    """Write a new contact from plain values and return its id."""
    return records.create(session, CONTACT, values)


def add(session: Session, values: Mapping[str, Any], company: int | str | None = None) -> int:
    """Write a new contact who works for a company: its id, or the name of one, which is made if there is none.

    Raises:
        UsageError: there are several companies of that name.
    """
    number = companies.found_or_made(session, company) if isinstance(company, str) else company
    write_of(session).subject = ""  # as below
    return create(session, {**values, "company": number})


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


__all__ = [
    "ContactDetail",
    "add",
    "create",
    "detail",
    "edit",
    "first_page",
    "ids",
    "page",
    "remove",
    "set_company",
]
