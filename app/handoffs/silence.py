"""What time does to handoffs: unanswered ones return when they are due, recycled leads come back on their day.

Both follow from events, the calendar and now. Whoever looks first makes them fact, as they were at their own moment;
the act's id is made of the handoff's, so that of many clients one alone does.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.clocks import day_span
from app.context import Context
from app.errors import NotFoundError
from app.handoffs import answering, routing
from app.handoffs.times import Times
from app.periods import local_day
from app.workspace import Workspace
from db.journal import write_of
from db.models import Handoff, Lead
from db.rows import by_name, table_of
from db.types import from_micros

_ROUNDS = 8


def settle(workspace: Workspace) -> int:
    """Make fact what time has done meanwhile; return how many handoffs returned or leads came back."""
    done = 0
    if workspace.read_only:
        return done
    for _ in range(_ROUNDS):
        silent, back = workspace.read(due)
        for number in silent:
            done += bool(workspace.write(expire, number, op=f"silence-{number}").entries)
        for number in back:
            done += bool(workspace.write(come_back, number, op=f"back-{number}").entries)
        if not silent and not back:
            break
    return done


def due(session: Session) -> tuple[list[int], list[int]]:
    """Return the handoffs past due without an answer, and those whose recycled lead's day has come."""
    context: Context = session.info["context"]
    table, lead = table_of(Handoff), table_of(Lead)
    today = local_day(context.now, context.zone)
    standing = sa.and_(table.c.deleted_at.is_(None), lead.c.deleted_at.is_(None))
    columns = (table.c.id, table.c.to_member_id, table.c.sent_at, table.c.answer_minutes, table.c.answered_at)
    rows = session.execute(
        sa.select(*columns)
        .join(lead, lead.c.id == table.c.lead_id)
        .where(
            standing,
            sa.or_(
                table.c.answered_at.is_(None),
                sa.and_(table.c.answer == "recycled", table.c.until <= today, table.c.back_at.is_(None)),
            ),
        )
        .order_by(table.c.sent_at, table.c.id)
    ).all()
    waiting = [row for row in rows if row.answered_at is None]
    back = [row.id for row in rows if row.answered_at is not None]
    if not waiting:
        return [], back
    times = Times.read(session)
    return [row.id for row in waiting if times.is_past(_plain(row), context.now)], back


def _plain(row: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = by_name(row)
    return found


def expire(session: Session, handoff_id: int) -> None:
    """Return a handoff that nobody answered in time, as of the moment it was due; nothing if it was answered.

    From a person it goes to the pool, or to the sender, as the agreement says; from the pool to the sender.
    """
    context: Context = session.info["context"]
    found, lead = _held(session, handoff_id)
    at = Times.read(session).due(found)
    if found["answered_at"] is not None or found["deleted_at"] is not None or at is None or lead is None:
        return
    if at > write_of(session).now:
        return
    write_of(session).subject = lead.name
    things.edit(session, "handoff", handoff_id, {"answer": "returned", "answered_at": at})
    if found["to_member_id"] is not None and _on_silence(context) == "pool":
        answering.again(session, found, None, at)
    elif context.stages[lead.stage_id].kind == "handoff":
        answering.put_into(session, lead.id, answering.stage_back(context, found).id, at)


def _on_silence(context: Context) -> str:
    return context.agreement.on_silence if context.agreement is not None else "pool"


def come_back(session: Session, handoff_id: int) -> None:
    """Hand a recycled lead over again at the beginning of its day; one that went on meanwhile stays where it is."""
    context: Context = session.info["context"]
    found, lead = _held(session, handoff_id)
    today = local_day(write_of(session).now, context.zone)
    until = found["until"]
    if found["deleted_at"] is not None or found["back_at"] is not None or until is None or until > today:
        return
    if lead is None:
        return
    write_of(session).subject = lead.name
    at: datetime = max(from_micros(day_span(until, until, context.zone)[0]), found["answered_at"])
    things.edit(session, "handoff", handoff_id, {"back_at": at})
    stage = next((one for one in context.board() if one.kind == "handoff"), None)
    went_on = lead.state != "open" or answering.is_past_acceptance(context, lead.stage_id)
    if stage is None or went_on or answering.open_of(session, lead.id) is not None:
        return
    again = found["to_member_id"] if routing.is_there(context, found["to_member_id"]) else None
    answering.again(session, found, context.members.get(again or 0), at)
    answering.put_into(session, lead.id, stage.id, at)


def _held(session: Session, handoff_id: int) -> tuple[dict[str, Any], Any]:
    """Return a handoff and its lead, None where that lies in the bin, both locked."""
    context: Context = session.info["context"]
    found = things.read(session, "handoff", handoff_id)
    stage = next((one.id for one in context.board() if one.kind == "handoff"), 0)
    for number in sorted({stage, answering.stage_back(context, found).id}):
        session.info["store"].lock(session, number)
    try:
        lead = answering.lead_of(session, found["lead_id"])
    except NotFoundError:
        lead = None
    return things.read(session, "handoff", handoff_id, lock=True), lead
