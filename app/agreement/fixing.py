"""What would have kept refused leads back: the field that most of them lack, as a clause for the draft."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement import drafts, papers
from app.agreement.costs import Cell
from app.agreement.tally import counted
from app.fields import LEAD
from app.query import parse, written
from db.models import Lead
from db.rows import table_of

_FIELDS = ("phone", "email", "company", "job_title", "value")
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Remedy:
    """A required clause of the MQL, the field that it asks for, and how many of these leads it would have kept back."""

    query: str
    field: str
    spared: int
    leads: int


def is_warranted(cell: Cell) -> bool:
    """Return whether a cell says enough to act on: five cases, and surely more than one handoff in twenty refused."""
    low = cell.rate.low
    return low is not None and low >= _LEAST


def remedy(session: Session, leads: Sequence[int], source: str | None) -> Remedy | None:
    """Return the clause that keeps most of these leads back, for a source or for all; None where they lack nothing."""
    table = table_of(Lead)
    columns = [counted(parse(f"-has:{field}", LEAD.name).condition(session)) for field in _FIELDS]
    missing = session.execute(sa.select(*columns).where(table.c.id.in_(leads), table.c.deleted_at.is_(None))).one()
    spared, place = max((count, -place) for place, count in enumerate(missing))
    if not spared:
        return None
    asked = f"has:{_FIELDS[-place]}"
    query = asked if source is None else f"{written('source', ':', [source], negated=True)} or {asked}"
    return Remedy(query, _FIELDS[-place], spared, len(leads))


def propose(session: Session, query: str) -> None:
    """Put a clause into the draft as a required one of the MQL; a draft is begun where there is none.

    One that the draft has already stays as it is.
    """
    number = drafts.begin(session)
    terms = papers.paper(session, number).terms
    if all(one.query != query for one in terms.definition("mql")):
        drafts.add(session, number, "clause", {"milestone": "mql", "query": query})
