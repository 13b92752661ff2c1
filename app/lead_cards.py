"""Leads as the board's cards show them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import scores
from app.context import Context, StageRow
from db.models import Company, Lead
from db.types import from_micros, from_units, to_micros

_DAY = 86_400_000_000


class LeadCard(NamedTuple):
    """A lead as a card shows it.

    A tuple of what is stored (ten thousand of them are read in one go), with the moments and the amount read off
    it: `units` are ten-thousandths, `due`, `entered` and `created` microseconds since 1970. The owner's name is in the
    context, as are those of stage and campaign.
    """

    id: int
    version: int
    stage_id: int
    rank: str
    name: str
    company: str | None
    units: int | None
    currency: str
    owner_id: int | None
    score: int | None
    next_step: str | None
    due: int | None
    entered: int
    created: int
    state: str
    source: str | None
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


@cache
def _stored() -> dict[str, Any]:
    """Return the columns of a card but for the score, by name: once, since every board waits for them."""

    def raw(column: Any) -> Any:
        return sa.type_coerce(column, sa.BigInteger).label(column.key)

    return {
        "id": Lead.id,
        "version": Lead.version,
        "stage_id": Lead.stage_id,
        "rank": Lead.rank,
        "name": Lead.name,
        "company": Company.name.label("company"),
        "units": raw(Lead.value),
        "currency": sa.func.coalesce(Lead.currency, sa.bindparam("fallback")).label("currency"),
        "owner_id": Lead.owner_id,
        "next_step": Lead.next_step,
        "due": raw(Lead.due_at),
        "entered": raw(Lead.entered_at),
        "created": raw(Lead.created_at),
        "state": Lead.state,
        "source": Lead.source,
        "campaign_id": Lead.campaign_id,
        "contact_id": Lead.contact_id,
    }


def stored_card(context: Context) -> tuple[Any, ...]:
    """Return the columns of a card in the order of `LeadCard`, as they are stored."""
    columns = _stored() | {"score": scores.column(context)}
    return tuple(columns[name] for name in LeadCard._fields)


def cards(session: Session, ids: Sequence[int]) -> list[LeadCard]:
    """Return these leads as cards; one that is gone or lies in the bin is left out."""
    context: Context = session.info["context"]
    statement = (
        sa.select(*stored_card(context))
        .outerjoin(Company, Company.id == Lead.company_id)
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
