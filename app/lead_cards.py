"""Single cards of the board, for a view that patches what changed."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.leads import LeadCard, stored_card
from db.models import Company, Lead, Member


def cards(session: Session, ids: Sequence[int]) -> list[LeadCard]:
    """Return these leads as cards; one that is gone or lies in the bin is left out."""
    context: Context = session.info["context"]
    statement = (
        sa.select(*stored_card())
        .outerjoin(Company, Company.id == Lead.company_id)
        .outerjoin(Member, Member.id == Lead.owner_id)
        .where(Lead.id.in_(ids), Lead.deleted_at.is_(None))
    )
    rows = session.execute(statement, {"fallback": context.info.currency}).all()
    return [LeadCard._make(row) for row in rows]
