"""Handoffs as they stand now: by when each is to be answered, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context, MemberRow
from app.fields import to_plain
from app.handoffs import routing
from app.handoffs.clocks import Clock, clock
from app.handoffs.times import Times
from db.models import Handoff, Lead
from db.rows import by_name, table_of


@dataclass(frozen=True, slots=True)
class HandoffRow:
    """A handoff with the names that it means; "" as receiver stands for the pool.

    `answer` is "returned" as soon as the time has run out, whether or not anybody made it fact yet.
    """

    id: int
    lead_id: int
    lead: str
    agreement_id: int | None
    from_member_id: int | None
    sender: str
    from_stage: str
    to_team: str
    to_member_id: int | None
    receiver: str
    sent_at: datetime
    due_at: datetime | None
    answer_minutes: int
    note: str
    evidence: dict[str, Any]
    answer: str | None
    answered_at: datetime | None
    answered_by: str
    reason: str
    answer_note: str
    until: date | None
    back_at: datetime | None
    disputed_at: datetime | None
    dispute_note: str
    ruled_at: datetime | None
    ruled_by: str
    ruling: str | None
    ruling_note: str
    meeting_id: int | None
    clause_key: str | None
    clock: Clock

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer."""
        return self.answer is None

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        plain = {name: to_plain(getattr(self, name)) for name in self.__dataclass_fields__ if name != "clock"}
        return plain | {"clock": self.clock.to_json()}


def of_lead(session: Session, lead_id: int) -> list[HandoffRow]:
    """Return all handoffs of a lead, the latest first."""
    return where(session, table_of(Handoff).c.lead_id == lead_id)


def waiting(session: Session, member_id: int | None = None) -> list[HandoffRow]:
    """Return the open handoffs, of one member or of all, the earliest sent first."""
    table = table_of(Handoff)
    condition: sa.ColumnElement[bool] = table.c.answered_at.is_(None)
    if member_id is not None:
        condition = sa.and_(condition, table.c.to_member_id == member_id)
    return [one for one in reversed(where(session, condition)) if one.is_open]


def mine(session: Session) -> list[HandoffRow]:
    """Return the open handoffs that wait for me: sent to me, or in my team's pool; those due first come first."""
    context: Context = session.info["context"]
    me = context.me
    if me is None:
        return []
    found = [one for one in waiting(session) if one.to_member_id == me.id or _in_my_pool(me, one)]
    return sorted(found, key=lambda one: (one.due_at is None, one.due_at, one.sent_at, one.id))


def _in_my_pool(me: MemberRow, found: HandoffRow) -> bool:
    return found.to_member_id is None and me.team in {found.to_team, "both"}


def where(session: Session, condition: sa.ColumnElement[bool]) -> list[HandoffRow]:
    """Return the handoffs that meet a condition on their table, the latest sent first."""
    table, lead = table_of(Handoff), table_of(Lead)
    rows: Sequence[Any] = session.execute(
        sa.select(table, lead.c.name.label("lead"))
        .join(lead, lead.c.id == table.c.lead_id)
        .where(table.c.deleted_at.is_(None), lead.c.deleted_at.is_(None), condition)
        .order_by(table.c.sent_at.desc(), table.c.id.desc())
    ).all()
    if not rows:
        return []
    times = Times.read(session)
    return [_row(session.info["context"], times, by_name(row)) for row in rows]


def _row(context: Context, times: Times, row: Any) -> HandoffRow:
    def name(member_id: int | None) -> str:
        member = context.members.get(member_id or 0)
        return member.name if member is not None else ""

    running = clock(times, row, context.now)
    due = running.due_at
    silent = row["answered_at"] is None and not running.is_open
    stage, reason = context.stages.get(row["from_stage_id"] or 0), context.reasons.get(row["reason_id"] or 0)
    there = routing.is_there(context, row["to_member_id"]) or row["answered_at"] is not None
    return HandoffRow(
        id=row["id"],
        lead_id=row["lead_id"],
        lead=row["lead"],
        agreement_id=row["agreement_id"],
        from_member_id=row["from_member_id"],
        sender=name(row["from_member_id"]),
        from_stage=stage.name if stage is not None else "",
        to_team=row["to_team"],
        to_member_id=row["to_member_id"] if there else None,
        receiver=name(row["to_member_id"]) if there else "",
        sent_at=row["sent_at"],
        due_at=due,
        answer_minutes=row["answer_minutes"],
        note=row["note"],
        evidence=row["evidence"] or {},
        answer="returned" if silent else row["answer"],
        answered_at=due if silent else row["answered_at"],
        answered_by=name(row["answered_by"]),
        reason=reason.name if reason is not None else "",
        answer_note=row["answer_note"] or "",
        until=row["until"],
        back_at=row["back_at"],
        disputed_at=row["disputed_at"],
        dispute_note=row["dispute_note"] or "",
        ruled_at=row["ruled_at"],
        ruled_by=name(row["ruled_by"]),
        ruling=row["ruling"],
        ruling_note=row["ruling_note"] or "",
        meeting_id=row["meeting_id"],
        clause_key=row["clause_key"],
        clock=running,
    )
