"""Disputes of rejections: raised once by the sending side, ruled by a lead of a team or an admin, kept as examples."""

from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records, things
from app.agreement.terms import terms
from app.context import Context
from app.errors import RefusedError, Word
from app.fields import LEAD
from app.handoffs import answering, reading, routing
from app.handoffs.reading import HandoffRow
from app.meeting_rows import open_meeting
from app.stays import MILESTONES
from db import rows
from db.journal import write_of
from db.models import Handoff
from db.rows import by_name

Ruling = Literal["upheld", "overturned"]
_JUDGES = {"lead", "admin"}
_LEAST = "mql"
_TABLE = rows.table_of(Handoff)


def dispute(session: Session, lead_id: int, note: str | None) -> None:
    """Dispute the rejection of a lead, which its sender or a lead of the sending team may do once, with a note.

    Raises:
        RefusedError: its last answer is no rejection, was disputed already, is not mine to dispute, or the note is
            missing.
        NotFoundError: the lead is gone.
    """
    context: Context = session.info["context"]
    lead = answering.lead_of(session, lead_id)
    write = write_of(session)
    write.subject = lead.name
    found = _last(session, lead_id)
    if found is None or found["answer"] != "rejected":
        raise RefusedError("The last answer to {lead} is no rejection, so there is nothing to dispute.", lead=lead.name)
    if found["disputed_at"] is not None:
        raise RefusedError("The rejection of {lead} was disputed already; that can be done once.", lead=lead.name)
    if not may_dispute(context, found["from_member_id"], found["to_team"]):
        raise RefusedError(
            "Only who sent {lead}, or a lead of their team, may dispute its rejection.",
            code="handoff.not_yours",
            lead=lead.name,
        )
    values = {
        "disputed_at": write.now,
        "disputed_by": write.facts.member_id,
        "dispute_note": _said(note, Word("A dispute")),
    }
    things.edit(session, "handoff", found["id"], values)


def may_dispute(context: Context, from_member_id: int | None, to_team: str) -> bool:
    """Return whether I may dispute a rejection: its sender, or a lead of a team or admin not of the receiving team."""
    me = context.me
    return me is not None and (me.id == from_member_id or (me.role in _JUDGES and me.team != to_team))


def rule(
    session: Session,
    lead_id: int,
    ruling: Ruling,
    note: str | None,
    meeting_id: int | None = None,
    clause: str | None = None,
) -> None:
    """Rule on a lead's open dispute, in a meeting that is open: the rejection is upheld, or overturned.

    The ruling is an example of the definition that the handoff spoke for, or of the clause of it with that key.

    Overturned, the lead is the receiver's, as if accepted: it goes into the stage of accepted leads unless it is past
    that, and belongs to whom it was sent to, or to who rejected it if that was the pool or somebody who has left. The
    answer stays a rejection: the overturn rate counts it among the ruled (formula 6).

    Raises:
        RefusedError: there is no open dispute, I am neither a team's lead nor an admin, the note is missing, the
            meeting is closed, or the definition has no such clause.
        NotFoundError: the lead or the meeting is gone.
    """
    context: Context = session.info["context"]
    if meeting_id is not None:
        open_meeting(session, meeting_id)
    if ruling == "overturned":
        session.info["store"].lock(session, answering.accepting_stage(context).id)
    lead = answering.lead_of(session, lead_id)
    write = write_of(session)
    write.subject = lead.name
    found = _disputed(session, lead_id)
    if found is None:
        raise RefusedError("No rejection of {lead} waits for a ruling.", lead=lead.name)
    if not may_rule(context):
        raise RefusedError("Only a lead of a team or an admin may rule on a dispute.", code="handoff.not_yours")
    if clause is not None and clause not in _clauses(session, found):
        raise RefusedError(
            "The definition that {lead} was judged by has no clause “{key}”.", lead=lead.name, key=clause
        )
    ruled: dict[str, Any] = {"ruled_at": write.now, "ruled_by": write.facts.member_id, "ruling": ruling}
    ruled |= {"meeting_id": meeting_id, "clause_key": clause}
    things.edit(session, "handoff", found["id"], ruled | {"ruling_note": _said(note, Word("A ruling"))})
    if ruling == "overturned":
        _accept(session, context, lead, found)


def may_rule(context: Context) -> bool:
    """Return whether I may rule on disputes: a lead of either team, or an admin."""
    return context.me is not None and context.me.role in _JUDGES


def waiting(session: Session) -> list[HandoffRow]:
    """Return the handoffs whose rejection is disputed and not ruled on yet, the earliest sent first."""
    found = reading.where(session, _TABLE.c.disputed_at.is_not(None) & _TABLE.c.ruled_at.is_(None))
    return sorted(found, key=lambda one: (one.sent_at, one.id))


def examples(session: Session, milestone: str) -> list[HandoffRow]:
    """Return the ruled disputes of a milestone, the latest sent first: each an example of what its definition means.

    A handoff speaks for the milestone of the stage that it came from, at least for the MQL.
    """
    context: Context = session.info["context"]
    stages = [number for number in context.stages if milestone_of(context, number) == milestone]
    spoken: sa.ColumnElement[bool] = _TABLE.c.from_stage_id.in_(stages)
    if milestone == _LEAST:
        spoken |= _TABLE.c.from_stage_id.is_(None)
    return reading.where(session, _TABLE.c.ruled_at.is_not(None) & spoken)


def milestone_of(context: Context, from_stage_id: int | None) -> str:
    """Return the milestone that a handoff out of a stage speaks for, at least the MQL."""
    stage = context.stages.get(from_stage_id or 0)
    if stage is None or not stage.milestone:
        return _LEAST
    return max(_LEAST, stage.milestone, key=MILESTONES.index)


def _clauses(session: Session, found: dict[str, Any]) -> set[str]:
    """Return the keys of what a handoff speaks for, in the version it was judged under and in today's."""
    context: Context = session.info["context"]
    milestone = milestone_of(context, found["from_stage_id"])
    agreed = [context.agreement]
    if found["agreement_id"] is not None and (agreed[0] is None or agreed[0].id != found["agreement_id"]):
        agreed.append(terms(session, found["agreement_id"]))
    known = [one for version in agreed if version is not None for one in version.clauses]
    return {one.key for one in known if one.milestone == milestone}


def _accept(session: Session, context: Context, lead: Any, found: dict[str, Any]) -> None:
    write = write_of(session)
    again = answering.open_of(session, lead.id, lock=True)
    if again is not None:
        answered = {"answer": "accepted", "answered_at": write.now, "answered_by": write.facts.member_id}
        things.edit(session, "handoff", again["id"], answered)
    if not answering.is_past_acceptance(context, lead.stage_id):
        answering.put_into(session, lead.id, answering.accepting_stage(context).id, write.now)
    hands = (found["to_member_id"], found["answered_by"])
    owner = next((one for one in hands if routing.is_there(context, one)), None)
    if owner is not None:
        records.edit(session, LEAD, lead.id, {"owner": owner})


def _last(session: Session, lead_id: int) -> dict[str, Any] | None:
    """Return the handoff of a lead that was answered last."""
    return _one(session, lead_id, _TABLE.c.answered_at.is_not(None))


def _disputed(session: Session, lead_id: int) -> dict[str, Any] | None:
    return _one(session, lead_id, _TABLE.c.disputed_at.is_not(None) & _TABLE.c.ruled_at.is_(None))


def _one(session: Session, lead_id: int, condition: sa.ColumnElement[bool]) -> dict[str, Any] | None:
    row = session.execute(
        sa.select(_TABLE)
        .where(_TABLE.c.lead_id == lead_id, _TABLE.c.deleted_at.is_(None), condition)
        .order_by(_TABLE.c.answered_at.desc(), _TABLE.c.id.desc())
        .limit(1)
        .with_for_update()
    ).one_or_none()
    return None if row is None else dict(by_name(row))


def _said(note: str | None, what: Word) -> str:
    said = (note or "").strip()
    if not said:
        raise RefusedError("{what} needs a note that says why.", what=what)
    return said
