"""The figures that a meeting looks at, read in one statement: goals, wins, losses and who waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.meeting_parts import padded
from app.reports.facts import Facts, facts_by_query
from app.reports.progress import GoalRow, Progress, progress, statements_of
from db.models import Company, Contact
from db.rows import table_of
from db.types import from_micros, from_units, to_micros


@dataclass(frozen=True, slots=True)
class WonLead:
    """A lead that was won, with whom it owes that to."""

    id: int
    name: str
    company: str
    at: datetime
    value: Decimal | None
    currency: str
    source: str
    owner: str
    qualified_by: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open lead past its due time, or longer in its stage than agreed, and by how much."""

    id: int
    contact: str
    company: str
    owner: str
    value: Decimal | None
    currency: str
    overdue: timedelta


@dataclass(frozen=True, slots=True)
class Figures:
    """What a meeting looks at; `lost` counts the leads lost since the meeting before by reason, most first."""

    goals: tuple[Progress, ...]
    won: tuple[WonLead, ...]
    waiting: tuple[Waiting, ...]
    lost: tuple[tuple[str, int], ...]


def figures(session: Session, goals: Sequence[GoalRow], since: datetime, as_of: datetime | None = None) -> Figures:
    """Return the figures at a moment, or of now, of what happened after `since`.

    Raises:
        QueryError: a goal's query cannot be read; it says where.
    """
    context: Context = session.info["context"]
    by_query = facts_by_query(session, as_of, ["", *(goal.query for goal in goals)])
    facts = by_query[""]
    measured = [
        padded("goal", found.c.part, (found.c.numbers,), ())
        for found in (statement.subquery() for statement in statements_of(goals, by_query))
    ]
    found: dict[str, list[Any]] = {"goal": [], "won": [], "waiting": [], "lost": []}
    statement = sa.union_all(*measured, _won(facts, since), _waiting(facts), _lost(facts, since))
    for row in session.execute(statement).all():
        found[row.what].append(row)
    numbers = {row.id: row.a for row in found["goal"]}
    won = sorted((_won_lead(context, row) for row in found["won"]), key=lambda one: (one.at, one.id))
    waiting = [_waiting_lead(context, row, facts.now) for row in found["waiting"]]
    reasons = {row.id or 0: row.m for row in found["lost"]}
    named = [(context.reasons[key].name if key in context.reasons else "", count) for key, count in reasons.items()]
    return Figures(
        goals=tuple(progress(session, goal, numbers.get(place), as_of) for place, goal in enumerate(goals)),
        won=tuple(won),
        waiting=tuple(sorted(waiting, key=lambda one: (-one.overdue, one.id))),
        lost=tuple(sorted(named, key=lambda one: (-one[1], one[0]))),
    )


def _people(facts: Facts) -> tuple[Any, Any]:
    """Return the lead's contact's and company's name."""
    contact, company = table_of(Contact), table_of(Company)
    person = sa.select(contact.c.name).where(contact.c.id == facts.lead.c.contact_id).scalar_subquery()
    firm = sa.select(company.c.name).where(company.c.id == facts.lead.c.company_id).scalar_subquery()
    return person, firm


def _won(facts: Facts, since: datetime) -> sa.Select[Any]:
    lead = facts.lead
    _, company = _people(facts)
    won = facts.number("won_at")
    return padded(
        "won",
        lead.c.id,
        (lead.c.name, company, lead.c.currency, lead.c.source),
        (won, facts.number("value"), lead.c.owner_id, lead.c.qualified_by_id),
    ).where(*facts.meet, won > to_micros(since), won <= facts.now_micros)


def _waiting(facts: Facts) -> sa.Select[Any]:
    lead = facts.lead
    contact, company = _people(facts)
    entered, due, now = facts.number("entered_at"), facts.number("due_at"), facts.now_micros
    rotten = [
        sa.and_(lead.c.stage_id == stage.id, entered <= to_micros(facts.now - timedelta(days=stage.rot_days)))
        for stage in facts.context.stages.values()
        if stage.rot_days is not None and stage.kind not in {"won", "lost"}
    ]
    return padded(
        "waiting",
        lead.c.id,
        (sa.func.coalesce(contact, lead.c.name), company, lead.c.currency),
        (due, entered, facts.number("value"), lead.c.owner_id, lead.c.stage_id),
    ).where(*facts.meet, lead.c.state == "open", sa.or_(due < now, *rotten))


def _lost(facts: Facts, since: datetime) -> sa.Select[Any]:
    lead = facts.lead
    lost = facts.number("lost_at")
    rows = (
        sa.select(lead.c.reason_id.label("reason"), sa.func.count().label("leads"))
        .where(*facts.meet, lost > to_micros(since), lost <= facts.now_micros)
        .group_by(lead.c.reason_id)
        .subquery()
    )
    return padded("lost", rows.c.reason, (), (rows.c.leads,))


def _amount(units: int | None) -> Decimal | None:
    return None if units is None else from_units(units)


def _name(context: Context, member: int | None) -> str:
    found = context.members.get(member) if member is not None else None
    return found.name if found else ""


def _won_lead(context: Context, row: Any) -> WonLead:
    return WonLead(
        id=row.id,
        name=row.a,
        company=row.b or "",
        at=from_micros(row.m),
        value=_amount(row.n),
        currency=row.c or context.info.currency,
        source=row.d or "",
        owner=_name(context, row.o),
        qualified_by=_name(context, row.p),
    )


def _waiting_lead(context: Context, row: Any, now: datetime) -> Waiting:
    agreed = context.stages[row.q].rot_days
    past = [timedelta(0)]
    if row.m is not None:
        past.append(now - from_micros(row.m))
    if agreed is not None:
        past.append(now - from_micros(row.n) - timedelta(days=agreed))
    return Waiting(
        id=row.id,
        contact=row.a or "",
        company=row.b or "",
        owner=_name(context, row.p),
        value=_amount(row.o),
        currency=row.c or context.info.currency,
        overdue=max(past),
    )
