"""Sending a lead to the other team: the row that a move into a stage of handoffs makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement import gates
from app.agreement.judging import Finding, judge
from app.context import Context, MemberRow
from app.fields import to_plain
from app.handoffs import routing
from app.stays import MILESTONES
from db import rows
from db.journal import write_of
from db.models import Handoff

_TABLE = rows.table_of(Handoff)
EXISTS = "exists"
ACCEPTED = "sal"


@dataclass(frozen=True, slots=True)
class Sent:
    """A handoff to be written: of which lead, out of which stage, to whom (None for the pool)."""

    lead_id: int
    from_stage_id: int | None
    to: MemberRow | None
    evidence: dict[str, Any]
    number: int | None = None
    previous_id: int | None = None
    from_member_id: int | None = None
    sent_at: datetime | None = None
    note: str = ""


def evidence_of(session: Session, row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return what speaks for a lead, of which `row` holds the columns, as it is sent: its points by clause of the MQL.

    It is empty as long as no agreement says what counts.
    """
    context: Context = session.info["context"]
    terms = context.agreement
    if terms is None or not terms.definition("mql"):
        return {}
    return plain(judge(terms, "mql", gates.record_of(session, context, row), context))


def plain(found: Finding) -> dict[str, Any]:
    """Return what a definition says of a lead as a handoff keeps it."""
    return {
        "points": round(found.points, 2),
        "needed": found.needed,
        "met": found.met,
        "clauses": [
            {"key": one.clause.key, "said": gates.said(one), "met": one.met, "points": round(one.points, 2)}
            for one in found.lines
        ],
    }


def open_columns(lead_id: Any) -> tuple[sa.ColumnElement[Any], ...]:
    """Return, as parts of a statement on a lead, its open handoff's id, version and receiver."""
    found = []
    for name in ("id", "version"):
        one = sa.select(_TABLE.c[name]).where(
            _TABLE.c.lead_id == lead_id, _TABLE.c.answered_at.is_(None), _TABLE.c.deleted_at.is_(None)
        )
        found.append(one.order_by(_TABLE.c.sent_at.desc(), _TABLE.c.id.desc()).limit(1).scalar_subquery())
    return found[0].label("handoff_id"), found[1].label("handoff_version")


def number_column(session: Session) -> tuple[sa.ColumnElement[Any], ...]:
    """Return, on a server, the part of a statement that draws a handoff's id, so that nothing waits for it later."""
    return (sa.func.nextval("tandem.handoffs_id_seq").label("handoff_number"),) if session.info["store"].stamps else ()


def write_all(session: Session, sent: Sequence[Sent]) -> list[int]:
    """Write handoffs and return their ids; those whose numbers are known travel together."""
    context: Context = session.info["context"]
    write = write_of(session)
    rule = routing.rule_of(context)
    numbers: list[int] = []
    known: list[dict[str, Any]] = []
    for one in sent:
        values = {
            "lead_id": one.lead_id,
            "agreement_id": rule.agreement_id,
            "previous_id": one.previous_id,
            "from_member_id": one.from_member_id if one.from_member_id is not None else write.facts.member_id,
            "from_stage_id": one.from_stage_id,
            "to_team": routing.receiving(context, one.from_stage_id),
            "to_member_id": None if one.to is None else one.to.id,
            "sent_at": one.sent_at or write.now,
            "answer_minutes": rule.answer_minutes,
            "note": one.note,
            "evidence": one.evidence,
        }
        if one.number is None:
            number = rows.insert(session, Handoff, values)
        else:
            number = one.number
            known.append({"id": number, **values})
        shown = {name: (None, to_plain(value)) for name, value in values.items() if value is not None}
        write.record("handoff", number, shown | {EXISTS: (False, True)})
        numbers.append(number)
    rows.insert_all(session, Handoff, known)
    return numbers


def left(session: Session, row: Any, kind: str, milestone: str | None, reason: int | None) -> None:
    """Settle the open handoff, if there is one, of a lead that is moved out of its stage by hand.

    Forward, it is accepted by who moves it; lost, rejected with that reason; back, it was never sent.
    """
    if row.handoff_id is None:
        return
    write = write_of(session)
    answered = {"answered_at": write.now, "answered_by": write.facts.member_id}
    changed: dict[str, Any]
    if kind == "lost":
        changed = {"answer": "rejected", "reason_id": reason, **answered}
    elif milestone is not None and MILESTONES.index(milestone) >= MILESTONES.index(ACCEPTED):
        changed = {"answer": "accepted", **answered}
    elif kind == "handoff":
        return
    else:
        rows.update(session, Handoff, row.handoff_id, row.handoff_version, {"deleted_at": write.now})
        write.record("handoff", row.handoff_id, {EXISTS: (True, False)})
        return
    rows.update(session, Handoff, row.handoff_id, row.handoff_version, changed)
    write.record("handoff", row.handoff_id, {name: (None, to_plain(value)) for name, value in changed.items()})
