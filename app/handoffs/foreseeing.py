"""Who would receive a lead that is about to be handed over, and by when they would answer."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy.orm import Session

from app.agreement import gates
from app.context import Context
from app.errors import RefusedError
from app.handoffs import routing
from app.handoffs.times import Times
from db.journal import write_of


@contextmanager
def said(session: Session, row: Any, lead: Mapping[Any, Any], *, wanted: bool) -> Iterator[None]:
    """Add to what the agreement refuses who would receive the lead by its route, as the lead is now.

    The facts get `receiver`, a name or None for the pool, and `due`, None where so much is never worked. Nothing is
    added where it is not wanted, or where the lead waits for an answer already.

    Args:
        session: the one of the move.
        row: a row with `routing.columns` and the lead's open handoff.
        lead: its columns by name.
        wanted: whether it goes to a stage of handoffs by the route.
    """
    try:
        yield
    except RefusedError as error:
        if wanted and error.code == gates.UNMET and row.handoff_id is None:
            error.facts = {**error.facts, **_foreseen(session, row, lead)}
        raise


def _foreseen(session: Session, row: Any, lead: Mapping[Any, Any]) -> dict[str, Any]:
    context: Context = session.info["context"]
    member = routing.receiver(session, routing.turn_of(context, row), lead, row.stage_id)
    handoff = {
        "to_member_id": None if member is None else member.id,
        "sent_at": write_of(session).now,
        "answer_minutes": routing.rule_of(context).answer_minutes,
    }
    return {"receiver": None if member is None else member.name, "due": Times.read(session).due(handoff)}
