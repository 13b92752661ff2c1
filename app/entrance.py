"""What lets a lead into a stage, and what follows for it and for its stays."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement import gates
from app.context import Context, StaleContextError
from app.errors import RefusedError
from app.fields import clean
from app.stays import MILESTONES, StayTimes
from db import rows
from db.journal import write_of
from db.models import Lead, Stay

MILESTONE_COLUMNS = {milestone: f"{milestone}_at" for milestone in MILESTONES}
LEAVE = (
    sa.update(rows.table_of(Stay))
    .where(rows.table_of(Stay).c.lead_id == sa.bindparam("lead"), rows.table_of(Stay).c.left_at.is_(None))
    .values(left_at=sa.bindparam("moment"))
)


def check_room(session: Session, stage: Any, more: int) -> None:
    """Let so many more leads into a stage, whose lock is held.

    Raises:
        RefusedError: its limit is a hard one, and they would be more than it.
    """
    if not stage.wip_hard or stage.wip_limit is None:
        return
    counted = sa.select(sa.func.count()).where(
        Lead.stage_id == stage.id, Lead.state == "open", Lead.deleted_at.is_(None)
    )
    there = int(session.execute(counted).scalar_one())
    if there + more > stage.wip_limit:
        raise RefusedError(
            f"{stage.name} takes {stage.wip_limit} leads at most, and {there} stand there now. "
            "Move one on first, or change the stage's limit.",
            code="stage.full",
            facts={"stage": stage.name, "limit": stage.wip_limit, "there": there},
        )


def gate(
    context: Context, row: Any, kind: str, stage_id: int, reason: int | None, note: str | None, *, archived: bool
) -> None:
    """Let a lead, of which `row` is what stands, into a stage of a kind.

    Raises:
        RefusedError: the stage is archived, or asks for a reason that was not given.
    """
    stage = context.stages.get(stage_id)
    name = stage.name if stage else "That stage"
    if archived:
        raise RefusedError("{name} is archived; choose a stage that is on the board.", name=name)
    if kind == "lost" and row.stage_id != stage_id:
        given = context.reasons.get(reason) if reason is not None else None
        if given is None or given.list not in {"lost", "disqualify"}:
            raise RefusedError(
                "{lead} can go to {name} once you say why it was lost; give a reason.", lead=row.name, name=name
            )
        if given.note_required and not note:
            raise RefusedError("The reason “{reason}” needs a note that says more.", reason=given.name)


def check_agreement(context: Context, number: int | None) -> None:
    """Raise a StaleContextError where another version of the agreement is in force than the act took for granted."""
    if number != (None if context.agreement is None else context.agreement.id):
        raise StaleContextError


def enter(session: Session, row: Mapping[Any, Any], stage_id: int, override: str | None = None) -> gates.Judged:
    """Let a lead, of which `row` holds the columns, into another stage, as the agreement in force has it.

    A blank `override` is none: why a lead is let in all the same is kept and counted.

    Raises:
        RefusedError: it does not meet the agreement, or the stage is the other team's.
    """
    context: Context = session.info["context"]
    before, target = context.stages.get(row["stage_id"]), context.stages.get(stage_id)
    if target is None:  # a stage that was made a moment ago
        return gates.Judged(None if context.agreement is None else context.agreement.id)
    why = clean(override or "").strip() or None
    gates.check_team(context, row["name"], target, why)
    milestone = None if before is None else before.milestone
    return gates.judged(session, row, milestone, target.milestone, why)


def entered(row: Any, stage_id: int, kind: str, milestone: str | None, now: datetime) -> dict[str, Any]:
    """Return a lead's columns that follow from entering a stage of that kind and milestone now."""
    return {
        "stage_id": stage_id,
        "entered_at": now,
        "state": kind if kind in {"won", "lost"} else "open",
        "won_at": now if kind == "won" else None,
        "lost_at": now if kind == "lost" else None,
        **_milestones(row, milestone, now),
    }


def _milestones(row: Any, milestone: str | None, now: datetime) -> dict[str, Any]:
    """Return the milestones that an entry now reaches for the first time, skipped ones included."""
    if milestone is None:
        return {}
    reached = MILESTONES[: MILESTONES.index(milestone) + 1]
    return {MILESTONE_COLUMNS[one]: now for one in reached if getattr(row, MILESTONE_COLUMNS[one]) is None}


def stay_row(lead_id: int, stay: StayTimes, session: Session, let_in: gates.Judged | None = None) -> dict[str, Any]:
    """Return the stored row of a stay that the act in hand begins."""
    write = write_of(session)
    return {
        "lead_id": lead_id,
        "stage_id": stay.stage_id,
        "entered_at": stay.entered_at,
        "left_at": stay.left_at,
        "member_id": write.facts.member_id,
        "op": write.op,
        **(gates.Judged(None) if let_in is None else let_in).columns(),
    }
