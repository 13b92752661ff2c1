"""The score of one lead, clause by clause."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.judging import Line, judge
from app.context import Context
from app.fields import LEAD
from app.query import record_of
from app.scores import rounded, scored_by
from db.models import Lead


@dataclass(frozen=True, slots=True)
class Explained:
    """What a lead's score is made of.

    Attributes:
        lead: its name.
        score: what it is, None where the lead has none.
        needed: how many points the definition asks for, None where it asks for none.
        version: the number of the version that gives the points, None where the score is the lead's own field.
        lines: the clauses that are worth points, those that give most first.
    """

    lead: str
    score: int | None
    needed: int | None = None
    version: int | None = None
    lines: tuple[Line, ...] = ()


def explain_contact(session: Session, contact_id: int) -> Explained:
    """Return what the score is made of that a list shows of a contact: its latest lead's, open ones first.

    Raises:
        NotFoundError: it has no lead.
    """
    latest = sa.select(Lead.id).where(Lead.contact_id == contact_id, Lead.deleted_at.is_(None))
    latest = latest.order_by(sa.case((Lead.state == "open", 0), else_=1), Lead.created_at.desc(), Lead.id.desc())
    return explain(session, session.execute(latest.limit(1)).scalar_one_or_none() or 0)


def explain(session: Session, lead_id: int) -> Explained:
    """Return what a lead's score is made of now.

    Raises:
        NotFoundError: it is gone.
    """
    context: Context = session.info["context"]
    record = record_of(session, LEAD, lead_id)
    name = str(record.values.get("name") or "")
    terms, milestone = context.agreement, scored_by(context.agreement)
    if terms is None or milestone is None:
        return Explained(name, record.values.get("score"))
    found = judge(terms, milestone, record, context)
    lines = sorted((one for one in found.lines if one.clause.points), key=lambda one: -one.points)
    return Explained(name, rounded(found.points), found.needed, terms.number, tuple(lines))
