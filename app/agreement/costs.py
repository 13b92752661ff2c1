"""What bad leads cost: the hours of sales that went into refused leads, by reason and source."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.cases import standing
from app.context import Context
from app.metrics import FEWEST_CASES, Rate, rate_of
from app.periods import bounds
from db.models import Activity, Company, Handoff, Lead
from db.rows import table_of
from db.types import to_micros

_ANSWERED = ("accepted", "rejected", "recycled")


@dataclass(frozen=True, slots=True)
class Refused:
    """A rejected lead: what it was, who refused it, the minutes that sales had put into it, and what they said."""

    lead_id: int
    name: str
    company: str
    member_id: int | None
    minutes: int
    note: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The refused leads of a reason and a source, or of all; `answered` are all answered handoffs of that source."""

    refused: int
    answered: int
    minutes: int
    leads: tuple[Refused, ...] = ()

    @property
    def is_telling(self) -> bool:
        """Whether there are enough cases to say more than how many: five."""
        return self.refused >= FEWEST_CASES

    @property
    def hours(self) -> float:
        """Sales hours lost: minutes handled / 60 (formula 14)."""
        return self.minutes / 60

    @property
    def rate(self) -> Rate:
        """Refused / answered with its Wilson interval (formula 17), all None under five refused."""
        return rate_of(self.refused, self.answered) if self.is_telling else Rate(None, None, None)


EMPTY = Cell(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Costs:
    """The table: `reasons` (id, name) down, `sources` across, "" for leads without one.

    `cells` has each reason's line; the totals count every cell, those too small to tell included.
    """

    first_day: date | None
    last_day: date | None
    as_of: datetime
    reasons: tuple[tuple[int, str], ...]
    sources: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    by_reason: tuple[Cell, ...]
    by_source: tuple[Cell, ...]
    total: Cell

    @property
    def worst(self) -> tuple[int, int] | None:
        """The places of reason and source where most hours went, among those that tell; None where none does."""
        told = [
            (cell.minutes, -row, -column)
            for row, line in enumerate(self.cells)
            for column, cell in enumerate(line)
            if cell.is_telling and cell.minutes
        ]
        if not told:
            return None
        _, row, column = max(told)
        return -row, -column


@dataclass(slots=True)
class _Sum:
    refused: list[Refused] = field(default_factory=list)

    def cell(self, answered: int) -> Cell:
        leads = tuple(sorted(self.refused, key=lambda one: (-one.minutes, one.lead_id)))
        return Cell(len(leads), answered, sum(one.minutes for one in leads), leads)


def costs(session: Session, start: date | None = None, end: date | None = None, as_of: datetime | None = None) -> Costs:
    """Return what the leads rejected in a period cost.

    Answered are handoffs accepted, rejected or recycled; one that was passed on or that nobody answered is neither. The
    minutes are those logged on the lead, by anybody outside marketing, from when it was handed over until it was
    handed over again.
    """
    context: Context = session.info["context"]
    now = as_of or context.now
    rows = _handoffs(session, now, as_of)
    minutes = _minutes(session, rows, context, as_of)
    low, high = bounds(start, end, context.zone)
    answered: dict[str, int] = defaultdict(int)
    sums: dict[tuple[int, str], _Sum] = defaultdict(_Sum)
    for row in rows:
        if row.answer not in _ANSWERED or (low is not None and row.at < low) or (high is not None and row.at >= high):
            continue
        source = row.source or ""
        answered[source] += 1
        if row.answer == "rejected":
            one = Refused(row.lead_id, row.name, row.company or "", row.answered_by, minutes[row.id], row.note or "")
            sums[row.reason_id or 0, source].refused.append(one)
    sources = tuple(sorted(answered, key=lambda one: (-answered[one], one)))
    reasons = _reasons(context, {reason for reason, _ in sums})
    everybody = sum(answered.values())
    cells = tuple(
        tuple(
            sums[number, source].cell(answered[source]) if (number, source) in sums else Cell(0, answered[source], 0)
            for source in sources
        )
        for number, _ in reasons
    )
    return Costs(
        first_day=start,
        last_day=end,
        as_of=now,
        reasons=reasons,
        sources=sources,
        cells=cells,
        by_reason=tuple(_joined(line, everybody) for line in cells),
        by_source=tuple(
            _joined(column, answered[source]) for source, column in zip(sources, zip(*cells, strict=True), strict=False)
        ),
        total=_joined((cell for line in cells for cell in line), everybody),
    )


def _joined(cells: Iterable[Cell], answered: int) -> Cell:
    return _Sum([lead for cell in cells for lead in cell.leads]).cell(answered)


def _reasons(context: Context, used: set[int]) -> tuple[tuple[int, str], ...]:
    """Return the reasons for rejecting in their order, archived ones where they were given; 0 stands for none."""
    known = sorted(
        (one for one in context.reasons.values() if one.id in used or (one.list == "reject" and not one.archived)),
        key=lambda one: (one.list != "reject", one.position, one.id),
    )
    named = [(one.id, one.name) for one in known]
    return tuple(named + ([(0, "")] if 0 in used else []))


def _handoffs(session: Session, now: datetime, as_of: datetime | None) -> Sequence[Any]:
    table, lead, company = table_of(Handoff), table_of(Lead), table_of(Company)
    number = sa.type_coerce(table.c.answered_at, sa.BigInteger)
    columns = (table.c.id, table.c.lead_id, table.c.answer, table.c.answered_by, table.c.reason_id)
    sent = sa.type_coerce(table.c.sent_at, sa.BigInteger)
    statement = (
        sa.select(
            *columns,
            number.label("at"),
            sent.label("sent"),
            table.c.answer_note.label("note"),
            lead.c.name,
            lead.c.source,
            company.c.name.label("company"),
        )
        .join(lead, lead.c.id == table.c.lead_id)
        .outerjoin(company, company.c.id == lead.c.company_id)
        .where(standing(table, as_of), standing(lead, as_of), number <= to_micros(now))
        .where(table.c.to_team == "sales")
        .order_by(sent, table.c.id)
    )
    return session.execute(statement).all()


def _minutes(session: Session, rows: Sequence[Any], context: Context, as_of: datetime | None) -> dict[int, int]:
    """Return the minutes that went into each handoff of a lead, before it was handed over again."""
    sent: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        sent[row.lead_id].append((row.sent, row.id))
    table, handoff = table_of(Activity), table_of(Handoff)
    at = sa.type_coerce(table.c.at, sa.BigInteger)
    refused = sa.select(handoff.c.lead_id).where(handoff.c.answer == "rejected", standing(handoff, as_of))
    statement = sa.select(table.c.record_id, at.label("at"), table.c.minutes, table.c.member_id).where(
        table.c.kind == "lead",
        table.c.minutes > 0,
        standing(table, as_of),
        at <= to_micros(as_of or context.now),
        table.c.record_id.in_(refused),
    )
    found: dict[int, int] = defaultdict(int)
    for row in session.execute(statement).all():
        member = context.members.get(row.member_id or 0)
        if member is not None and member.team == "marketing":
            continue
        before = [number for moment, number in sent[row.record_id] if moment <= row.at]
        if before:
            found[before[-1]] += row.minutes
    return found
