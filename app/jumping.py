"""Going straight to a record: the first contacts, companies and leads that some letters may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.context import Context
from app.fields import COMPANY, CONTACT, LEAD, Kind, clean, fold
from app.finding import first_condition
from app.query.nodes import QueryError
from db.models import Company, Contact, Lead

_MARKS = frozenset('"\\()“”:<>=!-,')
_UNMARKED = dict.fromkeys(map(ord, _MARKS), " ")
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
    text = clean(text)
    wanted = fold(text).strip()
    if not any(letter not in _MARKS and not letter.isspace() for letter in wanted):
        return []
    context: Context = session.info["context"]
    contact_company, lead_company = aliased(Company), aliased(Company)
    contact = (
        sa.select(
            sa.literal(0).label("place"),
            Contact.id,
            Contact.name,
            contact_company.name.label("beside"),
            sa.cast(sa.null(), sa.BigInteger).label("stage"),
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
            sa.cast(sa.null(), sa.BigInteger).label("stage"),
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
    found: list[Hit] = []
    for part, model in ((contact, Contact), (company, Company), (lead, Lead)):
        # Whose name begins so is meant before somebody in whose address the letters stand somewhere.
        begins = sa.or_(
            sa.func.substr(model.search, 1, len(wanted)) == wanted,
            sa.func.substr(model.sort_key, 1, len(wanted)) == wanted,
        )
        rows = _read(session, (part.where(begins).limit(most), part.limit(most)))
        hits = dict.fromkeys(Hit(_KINDS[row.place], row.id, row.name, _beside(context, row)) for row in rows)
        found += list(hits)[:most]
    return found


def _read(session: Session, parts: Sequence[sa.Select[*tuple[Any, ...]]]) -> list[Any]:
    """Return the rows of all parts, part by part, each in its order."""
    numbered = []
    for number, part in enumerate(parts):
        rows = part.subquery()
        numbered.append(sa.select(rows, sa.literal(number).label("part")))
    return sorted(session.execute(sa.union_all(*numbered)).all(), key=lambda row: (row.part, row.sort_key, row.id))


_KINDS: Sequence[str] = ("contact", "company", "lead")


def _beside(context: Context, row: Any) -> str:
    stage = context.stages.get(row.stage) if row.stage is not None else None
    return " · ".join(part for part in (row.beside, stage.name if stage else "") if part)


def _condition(session: Session, kind: Kind, text: str) -> sa.ColumnElement[bool]:
    try:
        return first_condition(session, kind, text)
    except QueryError:
        # Half a query, or a name that looks like one: then its words are what is looked for.
        words = [f'"{word}"' for word in fold(text).translate(_UNMARKED).split()]
        try:
            return first_condition(session, kind, " ".join(words))
        except QueryError:
            return sa.false()
