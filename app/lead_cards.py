"""Leads as the board's cards show them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import scores
from app.context import Context, StageRow
from db.models import Company, Lead, Member
from db.types import from_micros, from_units, to_micros

_DAY = 86_400_000_000


class LeadCard(NamedTuple):
    """A lead as a card shows it.

    A tuple of what is stored (ten thousand of them are read in one go), with the moments and the amount read off
    it: `units` are ten-thousandths, `due`, `entered` and `created` microseconds since 1970.
    """

    id: int
    version: int
    stage_id: int
    rank: str
    name: str
    company: str
    units: int | None
    currency: str
    owner_id: int | None
    owner: str
    score: int | None
    next_step: str
    due: int | None
    entered: int
    created: int
    state: str
    source: str
    campaign_id: int | None
    contact_id: int | None

    @property
    def value(self) -> Decimal | None:
        """The amount in `currency`."""
        return None if self.units is None else from_units(self.units)

    @property
    def due_at(self) -> datetime | None:
        """When the next step is due."""
        return None if self.due is None else from_micros(self.due)

    @property
    def entered_at(self) -> datetime:
        """When the lead entered its stage."""
        return from_micros(self.entered)

    @property
    def created_at(self) -> datetime:
        """When the lead came in."""
        return from_micros(self.created)


def stored_card(context: Context) -> tuple[Any, ...]:
    """Return the columns of a card in the order of `LeadCard`, numbers as they are stored."""

    def raw(column: Any) -> Any:
        return sa.type_coerce(column, sa.BigInteger).label(column.key)

    return (
        Lead.id,
        Lead.version,
        Lead.stage_id,
        Lead.rank,
        Lead.name,
        sa.func.coalesce(Company.name, "").label("company"),
        raw(Lead.value),
        sa.func.coalesce(Lead.currency, sa.bindparam("fallback")).label("currency"),
        Lead.owner_id,
        sa.func.coalesce(Member.name, "").label("owner"),
        scores.column(context),
        sa.func.coalesce(Lead.next_step, "").label("next_step"),
        raw(Lead.due_at),
        raw(Lead.entered_at),
        raw(Lead.created_at),
        Lead.state,
        sa.func.coalesce(Lead.source, "").label("source"),
        Lead.campaign_id,
        Lead.contact_id,
    )


def cards(session: Session, ids: Sequence[int]) -> list[LeadCard]:
    """Return these leads as cards; one that is gone or lies in the bin is left out."""
    context: Context = session.info["context"]
    statement = (
        sa.select(*stored_card(context))
        .outerjoin(Company, Company.id == Lead.company_id)
        .outerjoin(Member, Member.id == Lead.owner_id)
        .where(Lead.id.in_(ids), Lead.deleted_at.is_(None))
    )
    rows = session.execute(statement, {"fallback": context.info.currency}).all()
    return [LeadCard._make(row) for row in rows]


def overdue_of(context: Context, stage: StageRow, cards: Iterable[LeadCard]) -> list[LeadCard]:
    """Return the open leads of a stage whose next step is past due or that stand there longer than agreed."""
    now = to_micros(context.now)
    oldest = now - stage.rot_days * _DAY if stage.rot_days is not None else None
    return [
        card
        for card in cards
        if card.state == "open"
        and ((card.due is not None and card.due < now) or (oldest is not None and card.entered <= oldest))
    ]
