"""Going straight to a record: the first contacts, companies and leads that some letters may mean, in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.errors import QueryError
from app.fields import COMPANY, CONTACT, LEAD, Kind, fold
from app.finding import first_condition
from app.query import written
from db.models import Company, Contact, Lead

MOST = 5
"""Records of each kind."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that may be meant: its name, and what tells it from others of that name."""

    kind: str
    id: int
    name: str
    beside: str


def look(session: Session, text: str, most: int = MOST) -> list[Hit]:
    """Return the records that a text may mean, by kind and name; the text may be a query."""
    if not fold(text).strip():
        return []
    context: Context = session.info["context"]
    contact_company, lead_company = sa.orm.aliased(Company), sa.orm.aliased(Company)
    contact = (
        sa.select(
            sa.literal(0).label("place"),
            Contact.id,
            Contact.name,
            contact_company.name.label("beside"),
            sa.null().label("stage"),
            Contact.sort_key,
        )
        .outerjoin(contact_company, contact_company.id == Contact.company_id)
        .where(Contact.deleted_at.is_(None), _condition(session, CONTACT, text))
        .order_by(Contact.sort_key, Contact.id)
    )
    company = (
        sa.select(
            sa.literal(1).label("place"),
            Company.id,
            Company.name,
            Company.city.label("beside"),
            sa.null().label("stage"),
            Company.sort_key,
        )
        .where(Company.deleted_at.is_(None), _condition(session, COMPANY, text))
        .order_by(Company.sort_key, Company.id)
    )
    lead = (
        sa.select(
            sa.literal(2).label("place"),
            Lead.id,
            Lead.name,
            lead_company.name.label("beside"),
            Lead.stage_id.label("stage"),
            Lead.sort_key,
        )
        .outerjoin(lead_company, lead_company.id == Lead.company_id)
        .where(Lead.deleted_at.is_(None), _condition(session, LEAD, text))
        .order_by(Lead.sort_key, Lead.id)
    )
    parts = [sa.select(part.limit(most).subquery()) for part in (contact, company, lead)]
    rows = session.execute(sa.union_all(*parts)).all()
    rows = sorted(rows, key=lambda row: (row.place, row.sort_key, row.id))
    return [Hit(_KINDS[row.place], row.id, row.name, _beside(context, row)) for row in rows]


_KINDS: Sequence[str] = ("contact", "company", "lead")


def _beside(context: Context, row: Any) -> str:
    stage = context.stages.get(row.stage) if row.stage is not None else None
    return " · ".join(part for part in (row.beside, stage.name if stage else "") if part)


def _condition(session: Session, kind: Kind, text: str) -> sa.ColumnElement[bool]:
    try:
        return first_condition(session, kind, text)
    except QueryError:
        # Half a query, or a name that looks like one: then its words are what is looked for.
        words = [written("", ":", (word,)) for word in fold(text).split()]
        try:
            return first_condition(session, kind, " ".join(words))
        except QueryError:
            return sa.false()
