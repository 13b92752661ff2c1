"""How a win came about: who touched the lead first, who qualified, accepted and closed it, from its history."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.stays import MILESTONES
from app.timeline import of_company
from db.models import Activity, Lead, Stay

PARTS = ("touch", "qualified", "accepted", "closed")
_REACHED = {"mql": "qualified", "sal": "accepted", "customer": "closed"}


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of a relay: who ran it and when; `source` is where the lead came from, for the first touch."""

    part: str
    member_id: int | None
    at: datetime
    source: str = ""


@dataclass(frozen=True, slots=True)
class Relay:
    """A won lead and its legs in order; `days` from qualified to won, None where it was never qualified."""

    lead_id: int
    name: str
    value: Decimal | None
    currency: str
    legs: tuple[Leg, ...]
    days: int | None


def of_biggest_win(session: Session, company_id: int) -> Relay | None:
    """Return the relay of a company's biggest win, None where nothing was won."""
    lead = session.execute(
        sa.select(
            Lead.id,
            Lead.name,
            Lead.value,
            Lead.currency,
            Lead.contact_id,
            Lead.source,
            Lead.created_at,
            Lead.qualified_by_id,
            Lead.mql_at,
            Lead.won_at,
        )
        .where(of_company(company_id), Lead.state == "won", Lead.deleted_at.is_(None))
        .order_by(Lead.value.is_(None), Lead.value.desc(), Lead.id)
        .limit(1)
    ).one_or_none()
    if lead is None:
        return None
    context: Context = session.info["context"]
    stays = session.execute(
        sa.select(Stay.stage_id, Stay.entered_at, Stay.member_id)
        .where(Stay.lead_id == lead.id)
        .order_by(Stay.entered_at, Stay.id)
    ).all()
    touch = session.execute(
        sa.select(Activity.at, Activity.member_id)
        .where(
            sa.or_(
                sa.and_(Activity.kind == "lead", Activity.record_id == lead.id),
                sa.and_(Activity.kind == "contact", Activity.record_id == lead.contact_id),
            ),
            Activity.type != "note",
            Activity.member_id.is_not(None),
            Activity.deleted_at.is_(None),
        )
        .order_by(Activity.at)
        .limit(1)
    ).one_or_none()
    first = Leg("touch", touch.member_id, touch.at, lead.source or "") if touch else None
    legs = [first or Leg("touch", None, lead.created_at, lead.source or "")]
    order = {milestone: place for place, milestone in enumerate(MILESTONES)}
    for milestone, part in _REACHED.items():
        for stay in stays:
            stage = context.stages.get(stay.stage_id)
            reached = stage is not None and stage.milestone and order[stage.milestone] >= order[milestone]
            if reached:
                by = lead.qualified_by_id if part == "qualified" and lead.qualified_by_id else stay.member_id
                legs.append(Leg(part, by, stay.entered_at))
                break
    days = (lead.won_at - lead.mql_at).days if lead.won_at and lead.mql_at else None
    currency = lead.currency or context.info.currency
    return Relay(lead.id, lead.name, lead.value, currency, tuple(legs), days)
