"""The clocks that run on leads now: answers that are awaited, and first tries that are promised."""

from typing import Any, Literal, NamedTuple, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.handoffs.clocks import Clock, clock
from app.handoffs.times import Times
from db.models import Activity, Handoff, Lead
from db.rows import table_of

Awaited: TypeAlias = Literal["answer", "attempt"]
_TOUCHES = ("call", "email", "meeting")


class Running(NamedTuple):
    """A clock that runs on a lead, or has run out: what is awaited, and how the clock stands."""

    awaited: Awaited
    clock: Clock


def running(session: Session) -> dict[int, Running]:
    """Return by the lead the clock that runs on it now; of two the answer's, since it comes first.

    A promised number of attempts runs from the acceptance of an open lead until they were made, for leads accepted
    since the version in force was published. It stays when it has run out; an answer's is gone then, as the handoff is.
    """
    context: Context = session.info["context"]
    attempts, handoffs = _attempts(session, context), _handoffs(session)
    if not attempts and not handoffs:
        return {}
    times = Times.read(session)
    found = {row["lead_id"]: Running("attempt", clock(times, row, context.now)) for row in attempts}
    for row in handoffs:
        held = clock(times, row, context.now)
        if held.is_open:
            found[row["lead_id"]] = Running("answer", held)
    return found


def _handoffs(session: Session) -> list[dict[str, Any]]:
    table, lead = table_of(Handoff), table_of(Lead)
    columns = (table.c.lead_id, table.c.to_member_id, table.c.sent_at, table.c.answer_minutes, table.c.answered_at)
    statement = (
        sa.select(*columns)
        .join(lead, lead.c.id == table.c.lead_id)
        .where(table.c.answered_at.is_(None), table.c.deleted_at.is_(None), lead.c.deleted_at.is_(None))
        .order_by(table.c.sent_at, table.c.id)
    )
    return [dict(row) for row in session.execute(statement).mappings()]


def _attempts(session: Session, context: Context) -> list[dict[str, Any]]:
    """Return accepted leads that were not tried as often as is promised yet, as rows that `clock` reads."""
    terms = context.agreement
    promised = [one for one in terms.promises if one.metric == "attempts" and one.within_minutes] if terms else []
    if terms is None or not promised:
        return []
    promise = min(promised, key=lambda one: one.within_minutes or 0)
    lead, happened = table_of(Lead), table_of(Activity)
    tries = [
        sa.select(sa.func.count())
        .where(
            happened.c.kind == kind,
            happened.c.record_id == number,
            happened.c.at >= lead.c.sal_at,
            happened.c.deleted_at.is_(None),
            happened.c.type.in_(_TOUCHES),
            happened.c.direction == "out",
        )
        .scalar_subquery()
        for kind, number in (("lead", lead.c.id), ("contact", lead.c.contact_id))
    ]
    statement = sa.select(lead.c.id, lead.c.owner_id, lead.c.sal_at).where(
        lead.c.state == "open",
        lead.c.deleted_at.is_(None),
        lead.c.sal_at >= terms.published_at,
        tries[0] + tries[1] < (promise.amount or 1),
    )
    return [
        {
            "lead_id": row.id,
            "to_member_id": row.owner_id,
            "sent_at": row.sal_at,
            "answer_minutes": promise.within_minutes,
            "answered_at": None,
        }
        for row in session.execute(statement)
    ]
