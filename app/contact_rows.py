"""Contacts as the rows of a list, in any order: found, sorted and read in one statement."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app import contact_orders, finding, scores
from app.contact_row import FOUND, ContactRow, row_of
from app.fields import CONTACT
from db.models import Activity, Company, Contact, Lead


@cache
def _shown_lead() -> Any:
    """Return the id of the lead that stands for a contact in the list."""
    other = aliased(Lead)
    return (
        sa.select(other.id)
        .where(other.contact_id == Contact.id, other.deleted_at.is_(None))
        .order_by(sa.case((other.state == "open", 0), else_=1), other.created_at.desc(), other.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _last_activity() -> Any:
    """Return when something was last done with a contact or one of its leads."""
    own = sa.select(Activity.at).where(
        Activity.kind == "contact", Activity.record_id == Contact.id, Activity.deleted_at.is_(None)
    )
    other = aliased(Lead)
    # Of each of the contact's leads the latest; never through all that was done with leads.
    of_lead = (
        sa.select(sa.func.max(Activity.at))
        .where(Activity.kind == "lead", Activity.record_id == other.id, Activity.deleted_at.is_(None))
        .correlate(other)
        .scalar_subquery()
    )
    on_leads = sa.select(of_lead).where(other.contact_id == Contact.id)
    both = own.correlate(Contact).union_all(on_leads.correlate(Contact)).subquery()
    latest = sa.select(sa.type_coerce(sa.func.max(both.c.at), Activity.at.type)).scalar_subquery()
    return latest.label("active_at")


_OWN = set(FOUND) - {"company", "stage_id", "active_at", "score"}
_STORED = {name: getattr(Contact, name) for name in FOUND if name in _OWN} | {
    "company": Company.name.label("company"),
    "stage_id": Lead.stage_id,
    "active_at": _last_activity(),
}


def _columns(session: Session) -> tuple[Any, ...]:
    columns = _STORED | {"score": scores.column(session.info["context"])}
    return tuple(columns[name] for name in FOUND)


def page(session: Session, ids: Sequence[int]) -> list[ContactRow]:
    """Return the rows of these contacts, in the order of `ids`; one that is gone is left out."""
    statement = _with_names(sa.select(*_columns(session)).where(Contact.id.in_(ids)))
    found = {row.id: row_of(session.info["context"], row) for row in session.execute(statement).all()}
    return [found[number] for number in ids if number in found]


def first_page(session: Session, query: str = "", sort: str = "name", limit: int = 50) -> list[ContactRow]:
    """Return the first rows that a query meets.

    Raises:
        QueryError: the query cannot be read; it says where.
        UsageError: there is no such sort.
    """
    statement = first_statement(session, query, sort, limit)
    return [row_of(session.info["context"], row) for row in session.execute(statement).all()]


def first_statement(session: Session, query: str, sort: str, limit: int) -> sa.Select[*tuple[Any, ...]]:
    """Return what the first rows are read with.

    Raises:
        QueryError: the query cannot be read; it says where.
        UsageError: there is no such sort.
    """
    met = sa.and_(Contact.deleted_at.is_(None), finding.first_condition(session, CONTACT, query, sort, limit))
    first, order = contact_orders.first(session, sort, met, limit)
    # The rows are fetched by the ids that an index gave, in the same statement: one trip to a server.
    return _with_names(sa.select(*_columns(session)).join(first, first.c.id == Contact.id).order_by(*order))


def ids(session: Session, query: str = "", sort: str = "name") -> Sequence[int]:
    """Return the ids of all contacts that a query meets, in order."""
    return contact_orders.all_ids(session, query, sort)


def _with_names(statement: sa.Select[*tuple[Any, ...]]) -> sa.Select[*tuple[Any, ...]]:
    return statement.outerjoin(Company, Company.id == Contact.company_id).outerjoin(Lead, Lead.id == _shown_lead())
