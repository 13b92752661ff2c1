"""Answering a handoff: accept, reject, recycle until a day, or pass it on. One answer wins; later ones are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import entrance, leads, rank, records, things
from app.agreement import passing
from app.agreement.gates import Judged
from app.agreement.terms import Team
from app.context import Context, MemberRow, StageRow
from app.errors import NotFoundError, RefusedError, UsageError, Word
from app.fields import LEAD
from app.handoffs import routing, sending
from app.handoffs.times import Times
from app.periods import local_day
from app.stays import MILESTONES, StayTimes
from db import rows
from db.journal import write_of
from db.models import Handoff, Lead, Stay
from db.rows import by_name

WORDS = {
    "accepted": Word("accepted it"),
    "rejected": Word("rejected it"),
    "recycled": Word("sent it back for later"),
    "rerouted": Word("passed it on"),
    "returned": Word("let it return by silence"),
}


def send(
    session: Session, lead_id: int, to: MemberRow | None = None, note: str | None = None, *, pool: bool = False
) -> None:
    """Hand a lead over: to a member, to the pool, or to whom the agreement's route names.

    Raises:
        RefusedError: it is handed over already, the member is not of the team that receives it, or there is no stage
            for handoffs.
        UsageError: the member has left.
        NotFoundError: the lead is gone.
    """
    context: Context = session.info["context"]
    if to is not None:
        _check_there(to)
    stage = next((one for one in context.board() if one.kind == "handoff"), None)
    if stage is None:
        raise RefusedError("The board has no stage of the kind handoff. Make one first.")
    session.info["store"].lock(session, stage.id)
    lead = lead_of(session, lead_id)
    found = open_of(session, lead_id)
    if found is not None:
        raise RefusedError(
            "{lead} is handed over to {member} already. Pass it on by rerouting.",
            lead=lead.name,
            member=_whose(context, found),
        )
    is_there = context.stages[lead.stage_id].kind == "handoff"
    before = _stage_before(session, lead) if is_there else lead.stage_id
    if to is not None:
        _check_team(context, lead.name, to, before)
    if not is_there:
        leads.move(session, lead_id, stage.id, note=note, to=to, pool=pool)
        return
    turn = routing.read_turn(session, write_of(session).now)
    chosen = to or (None if pool else routing.receiver(session, turn, by_name(lead), before))
    sent = sending.Sent(
        lead_id,
        before,
        chosen,
        sending.evidence_of(session, by_name(lead)),
        note=note or "",
    )
    sending.write_all(session, [sent])
    write_of(session).subject = lead.name


def accept(
    session: Session,
    lead_id: int,
    typed: Mapping[str, Mapping[str, str]] | None = None,
    override: str | None = None,
) -> None:
    """Take a handed-over lead into my hands: it goes into the first stage of the milestone SAL and is mine.

    Args:
        session: a write.
        lead_id: the lead.
        typed: texts of fields that the agreement asks for, by "lead", "contact" and "company".
        override: why a lead of a team lets it in although it does not meet the agreement.

    Raises:
        UsageError: a text is no value of its field.
        RefusedError: it was answered already, it is not for me to answer, or something is still missing by the
            agreement in force.
    """
    context: Context = session.info["context"]
    target = accepting_stage(context)
    session.info["store"].lock(session, target.id)
    found = _answerable(session, lead_id)
    _answer(session, found, {"answer": "accepted"})
    # Whoever accepts owns it: that is part of what the agreement asks of an accepted lead.
    records.edit(session, LEAD, lead_id, {"owner": write_of(session).facts.member_id})
    passing.move(session, lead_id, target.id, None, typed or {}, override)


def reject(session: Session, lead_id: int, reason: int | None, note: str | None = None) -> None:
    """Refuse a lead as sent, for a counted reason; it goes back to the stage that it came from.

    Raises:
        RefusedError: it was answered already, it is not for me to answer, or the reason is missing.
    """
    _back(session, lead_id, {"answer": "rejected", **_reason(session, reason, note, "reject")})


def recycle(session: Session, lead_id: int, until: date | None, reason: int | None, note: str | None = None) -> None:
    """Send a lead back for a later try; on the day it comes back by itself.

    Raises:
        RefusedError: it was answered already, it is not for me to answer, or reason or day is missing or past.
    """
    context: Context = session.info["context"]
    if until is None or until <= local_day(context.now, context.zone):
        raise RefusedError("Say on which day it comes back; the day must lie ahead.")
    _back(session, lead_id, {"answer": "recycled", "until": until, **_reason(session, reason, note, "recycle")})


def reroute(session: Session, lead_id: int, to: MemberRow | None, reason: int | None, note: str | None = None) -> None:
    """Pass a handoff on within the team that receives it, or to its pool (None), for a counted reason.

    The clock begins anew.

    Raises:
        RefusedError: it was answered already, it is not for me to answer, they are of the other team, sent it, or had
            it before.
        UsageError: they have left.
    """
    context: Context = session.info["context"]
    if to is not None:
        _check_there(to)
    found = _answerable(session, lead_id)
    if to is not None:
        name = lead_of(session, lead_id).name
        _check_team(context, name, to, found["from_stage_id"])
        if to.id == found["from_member_id"]:
            raise RefusedError("{member} sent {lead}, so it is passed on to somebody else.", member=to.name, lead=name)
    receivers = receivers_of(session, found["id"])
    if (to.id if to else None) in receivers:
        whose = to.name if to else Word("The pool")
        raise RefusedError(
            "{whose} had this lead before: it would go round in a circle. Choose somebody else.", whose=whose
        )
    _answer(session, found, {"answer": "rerouted", **_reason(session, reason, note, "reject")})
    again(session, found, to, write_of(session).now)


def may_answer(context: Context, to_member_id: int | None, to_team: str) -> bool:
    """Return whether I may answer a handoff: its receiver, anybody of their team, any lead of a team or admin."""
    me = context.me
    return me is not None and (me.id == to_member_id or me.team in {to_team, "both"} or me.role in {"lead", "admin"})


def open_of(session: Session, lead_id: int, *, lock: bool = False) -> dict[str, Any] | None:
    """Return a lead's open handoff, or None."""
    table = rows.table_of(Handoff)
    statement = (
        sa.select(table)
        .where(table.c.lead_id == lead_id, table.c.answered_at.is_(None), table.c.deleted_at.is_(None))
        .order_by(table.c.sent_at.desc(), table.c.id.desc())
        .limit(1)
    )
    row = session.execute(statement.with_for_update() if lock else statement).one_or_none()
    return None if row is None else dict(by_name(row))


def accepting_stage(context: Context) -> StageRow:
    """Return the stage that accepted leads go into.

    Raises:
        RefusedError: the board has none of the milestone SAL.
    """
    stage = next((one for one in context.board() if one.milestone == "sal"), None)
    if stage is None:
        raise RefusedError("The board has no stage of the milestone SAL. Give one stage that milestone first.")
    return stage


def again(session: Session, found: Mapping[str, Any], to: MemberRow | None, at: datetime, note: str = "") -> int:
    """Write the handoff that follows another one, sent at that moment; return its id.

    Somebody who is not of the team that receives it gets none: it lies in the pool.
    """
    context: Context = session.info["context"]
    team = routing.receiving(context, found["from_stage_id"])
    sent = sending.Sent(
        found["lead_id"],
        found["from_stage_id"],
        to if to is not None and routing.receives(to, team) else None,
        found["evidence"],
        previous_id=found["id"],
        from_member_id=found["from_member_id"],
        sent_at=at,
        note=note or found["note"],
    )
    return sending.write_all(session, [sent])[0]


def put_into(session: Session, lead_id: int, stage_id: int, at: datetime) -> None:
    """Put a lead on top of a stage, past gates and limits: an answer must not fail for want of room."""
    context: Context = session.info["context"]
    lead = lead_of(session, lead_id)
    if lead.stage_id == stage_id:
        return
    at = max(at, lead.entered_at)
    stage = context.stages[stage_id]
    top = session.execute(sa.select(sa.func.min(Lead.rank)).where(Lead.stage_id == stage_id)).scalar_one()
    changed = {"rank": rank.between(None, top), "reason_id": None}
    changed |= entrance.entered(lead, stage_id, stage.kind, stage.milestone, at)
    session.execute(entrance.LEAVE, {"lead": lead_id, "moment": at})
    unjudged = Judged(None if context.agreement is None else context.agreement.id)
    rows.insert_all(session, Stay, [entrance.stay_row(lead_id, StayTimes(stage_id, at, None), session, unjudged)])
    rows.update(session, Lead, lead_id, lead.version, changed)
    leads.record_move(session, lead, changed)


def stage_back(context: Context, found: Mapping[str, Any]) -> StageRow:
    """Return the stage a handoff came from; the first open one where that is archived by now."""
    stage = context.stages.get(found["from_stage_id"] or 0)
    return stage if stage is not None and not stage.archived else leads.first_stage(context)


def is_past_acceptance(context: Context, stage_id: int) -> bool:
    """Return whether a stage's milestone is SAL or later."""
    milestone = context.stages[stage_id].milestone
    return milestone is not None and MILESTONES.index(milestone) >= MILESTONES.index("sal")


def _back(session: Session, lead_id: int, values: dict[str, Any]) -> None:
    context: Context = session.info["context"]
    found = open_of(session, lead_id)
    stage = stage_back(context, found) if found is not None else leads.first_stage(context)
    session.info["store"].lock(session, stage.id)
    found = _answerable(session, lead_id)
    _answer(session, found, values)
    put_into(session, lead_id, stage.id, write_of(session).now)


def _answerable(session: Session, lead_id: int) -> dict[str, Any]:
    """Return a lead's open handoff, locked, if I may answer it."""
    context: Context = session.info["context"]
    lead = lead_of(session, lead_id)
    write_of(session).subject = lead.name
    found = open_of(session, lead_id, lock=True)
    if found is None:
        raise _answered(session, context, lead)
    if Times.read(session).is_past(found, write_of(session).now):
        raise RefusedError("The time to answer for {lead} has run out; it has returned by silence.", lead=lead.name)
    if not may_answer(context, found["to_member_id"], found["to_team"]):
        raise RefusedError(
            "{lead} is for {member} to answer, or for somebody of {team}.",
            code="handoff.not_yours",
            lead=lead.name,
            member=_whose(context, found),
            team=Word(found["to_team"]),
        )
    return found


def _answered(session: Session, context: Context, lead: Any) -> RefusedError:
    table = rows.table_of(Handoff)
    last = session.execute(
        sa.select(table.c.answer, table.c.answered_by)
        .where(table.c.lead_id == lead.id, table.c.answered_at.is_not(None), table.c.deleted_at.is_(None))
        .order_by(table.c.answered_at.desc(), table.c.id.desc())
        .limit(1)
    ).one_or_none()
    if last is None:
        return RefusedError("{lead} is not handed over to anybody, so there is nothing to answer.", lead=lead.name)
    who = context.members.get(last.answered_by or 0)
    return RefusedError(
        "{lead} was answered already: {member} {act}.",
        lead=lead.name,
        member=who.name if who else Word("nobody"),
        act=WORDS[last.answer],
    )


def _answer(session: Session, found: Mapping[str, Any], values: dict[str, Any]) -> None:
    write = write_of(session)
    things.edit(
        session, "handoff", found["id"], values | {"answered_at": write.now, "answered_by": write.facts.member_id}
    )


def _reason(session: Session, reason: int | None, note: str | None, kept_in: str) -> dict[str, Any]:
    context: Context = session.info["context"]
    given = context.reasons.get(reason) if reason is not None else None
    if given is None or given.list != kept_in:
        names = "; ".join(one.name for one in context.reasons.values() if one.list == kept_in and not one.archived)
        raise RefusedError(
            "Every answer but accept needs a reason that is counted. Choose one of: {names}.", names=names
        )
    if given.note_required and not note:
        raise RefusedError("The reason “{reason}” needs a note that says more.", reason=given.name)
    return {"reason_id": given.id, "answer_note": note}


@dataclass(frozen=True, slots=True)
class Onward:
    """Where a handoff may be passed on: members of the team that receives it, and its pool."""

    team: Team
    members: tuple[int, ...]
    pool: bool


def onward(session: Session, handoff_id: int) -> Onward:
    """Return to whom a handoff may be passed on: not to who sent it, nor to who had it before."""
    context: Context = session.info["context"]
    table = rows.table_of(Handoff)
    columns = (table.c.from_stage_id, table.c.from_member_id)
    found = session.execute(sa.select(*columns).where(table.c.id == handoff_id)).one()
    team = routing.receiving(context, found.from_stage_id)
    had = receivers_of(session, handoff_id)
    people = (one for one in context.members.values() if routing.receives(one, team))
    able = tuple(one.id for one in people if one.id not in had and one.id != found.from_member_id)
    return Onward(team, able, None not in had)


def receivers_of(session: Session, handoff_id: int) -> set[int | None]:
    """Return who has had a lead since it was sent, up to that handoff; None stands for the receiving team's pool."""
    context: Context = session.info["context"]
    table = rows.table_of(Handoff)
    receivers: set[int | None] = set()
    step = sa.select(table.c.previous_id, table.c.to_member_id, table.c.to_team, table.c.from_stage_id, table.c.answer)
    number: int | None = handoff_id
    while number is not None:
        row = session.execute(step.where(table.c.id == number)).one()
        if number != handoff_id and row.answer != "rerouted":
            break
        # One that lies with the team it came from leads nowhere there, so that team's pool is not the one it goes to.
        if row.to_member_id is not None or row.to_team == routing.receiving(context, row.from_stage_id):
            receivers.add(row.to_member_id)
        number = row.previous_id
    return receivers


def _check_there(to: MemberRow) -> None:
    if not to.active:
        raise UsageError("{member} has left. Choose somebody who is there, or the pool.", member=to.name)


def _check_team(context: Context, lead: str, to: MemberRow, from_stage_id: int | None) -> None:
    team = routing.receiving(context, from_stage_id)
    if not routing.receives(to, team):
        raise RefusedError(
            "{member} is of {mine}, and {lead} is handed over to {team}. Choose somebody of {team}, or the pool.",
            member=to.name,
            mine=Word(to.team),
            lead=lead,
            team=Word(team),
        )


def _whose(context: Context, found: Mapping[str, Any]) -> str:
    member = context.members.get(found["to_member_id"] or 0)
    return member.name if member is not None else Word("the pool")


def lead_of(session: Session, lead_id: int) -> Any:
    """Return a lead's row, locked: whoever writes on a handoff holds its lead first."""
    row = session.execute(sa.select(Lead.__table__).where(Lead.id == lead_id).with_for_update()).one_or_none()
    if row is None or row.deleted_at is not None:
        raise NotFoundError("That lead is no longer there; it may have been moved to the bin.")
    return row


def _stage_before(session: Session, lead: Any) -> int:
    context: Context = session.info["context"]
    stays = sa.select(Stay.stage_id).where(Stay.lead_id == lead.id).order_by(Stay.entered_at.desc(), Stay.id.desc())
    before = (number for number in session.execute(stays).scalars() if context.stages[number].kind == "open")
    return next(before, leads.first_stage(context).id)
