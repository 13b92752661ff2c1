"""Moving many leads in one act: what is chosen together goes together, in its order, and comes back with one undo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import entrance, leads, rank, records
from app.agreement import playbook
from app.agreement.gates import Judged
from app.agreement.terms import in_force
from app.context import Context
from app.errors import NotFoundError
from app.fields import LEAD
from app.handoffs import routing, sending
from app.stays import StayTimes
from db import rows
from db.journal import write_of
from db.models import Handoff, Lead, Stage, Stay
from db.rows import by_name

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Block:
    """Leads that go into a stage together, in this order, below the card of lead `after` or on top."""

    leads: tuple[int, ...]
    stage: int
    after: int | None = None


def move_all(
    session: Session,
    blocks: Sequence[Block],
    reason: int | None = None,
    note: str | None = None,
    values: Mapping[str, Any] | None = None,
    override: str | None = None,
) -> None:
    """Move blocks of leads, and write `values` on all of them; a lead that is gone meanwhile is passed over.

    Raises:
        RefusedError: a stage is archived or full, asks for a reason that was not given, or for more than one of the
            leads has by the agreement in force.
        NotFoundError: none of the leads, or a stage, is there.
    """
    context: Context = session.info["context"]
    for stage_id in sorted({block.stage for block in blocks}):
        session.info["store"].lock(session, stage_id)
    names: list[str] = []
    for block in blocks:
        for lead_id in block.leads if values else ():
            records.edit(session, LEAD, lead_id, values or {})
    for block in blocks:
        names += _move(session, context, block, reason, note, override)
    if not names:
        raise NotFoundError("Those leads are no longer there; they may have been moved to the bin.")
    write_of(session).subject = named(names)


def assign(session: Session, lead_ids: Sequence[int], values: Mapping[str, Any]) -> None:
    """Write the same values on several leads: an owner, a source."""
    names = [str(records.edit(session, LEAD, lead_id, values).get("name") or "") for lead_id in lead_ids]
    write_of(session).subject = named(names)


def remove_all(session: Session, lead_ids: Sequence[int]) -> None:
    """Move several leads to the bin."""
    statement = sa.select(Lead.name).where(Lead.id.in_(lead_ids)).order_by(Lead.id)
    names = [str(name) for name in session.execute(statement).scalars()]
    for lead_id in lead_ids:
        records.remove(session, LEAD, lead_id)
    write_of(session).subject = named(names)


def named(names: Sequence[str]) -> str:
    """Return what an act on these leads is called: the first few names, and how many more there are."""
    shown = ", ".join(name[:60] for name in names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} +{len(names) - _NAMED}"


def _move(
    session: Session, context: Context, block: Block, reason: int | None, note: str | None, override: str | None
) -> list[str]:
    """Move one block, whose stage is locked; return the names of the leads that moved."""
    statement_of_stage = sa.select(Stage.__table__, in_force().label("in_force")).where(Stage.id == block.stage)
    target = session.execute(statement_of_stage).one_or_none()
    if target is None:
        raise NotFoundError("That stage is no longer there; the board has changed.")
    leads_table = rows.table_of(Lead)
    owed = playbook.columns(session, context, block.stage, leads_table)
    statement = sa.select(leads_table, *sending.open_columns(Lead.id), *owed).where(
        Lead.id.in_(block.leads), Lead.deleted_at.is_(None)
    )
    found = {
        row.id: row for row in session.execute(statement.order_by(Lead.id).with_for_update(of=Lead.__table__)).all()
    }
    moving = [found[number] for number in dict.fromkeys(block.leads) if number in found]
    entering = [row for row in moving if row.stage_id != target.id]
    for row in moving:
        archived = target.archived_at is not None
        entrance.gate(context, row, target.kind, target.id, reason, note, archived=archived)
    if target.kind not in {"won", "lost"}:
        entrance.check_room(session, target, len(entering))
    if entering:
        entrance.check_agreement(context, target.in_force)
    # Judged before anything is written: one that is refused stops all.
    let_in = {row.id: entrance.enter(session, by_name(row), target.id, override) for row in entering}
    places = _places(session, target.id, moving, block.after)
    if any(len(place) > rank.TOO_LONG for place in places):
        # The gap is used up: one by one, so that the stage is dealt out anew.
        above = block.after
        for row in moving:
            leads.move(session, row.id, target.id, above, reason, note, override=override)
            above = row.id
        return [row.name for row in moving]
    now = write_of(session).now
    _change_stays(session, let_in, target.id)
    for row, place in zip(moving, places, strict=True):
        changed: dict[str, Any] = {"rank": place}
        if row.stage_id != target.id:
            changed |= entrance.entered(row, target.id, target.kind, target.milestone, now)
            changed["reason_id"] = reason if target.kind == "lost" else None
            if note:
                changed["note"] = note
            sending.left(session, row, target.kind, target.milestone, reason)
            changed |= playbook.owe(session, by_name(row), changed, target.id)
        rows.update(session, Lead, row.id, row.version, changed)
        leads.record_move(session, row, changed)
    _hand_over(session, target, [row for row in entering if row.handoff_id is None])
    return [row.name for row in moving]


def _change_stays(session: Session, let_in: Mapping[int, Judged], stage_id: int) -> None:
    """End the stays of the leads that enter a stage, and begin those there."""
    if not let_in:
        return
    now, table = write_of(session).now, rows.table_of(Stay)
    session.execute(sa.update(table).where(table.c.lead_id.in_(let_in), table.c.left_at.is_(None)).values(left_at=now))
    entered = StayTimes(stage_id, now, None)
    rows.insert_all(session, Stay, [entrance.stay_row(lead, entered, session, one) for lead, one in let_in.items()])


def _hand_over(session: Session, target: Any, sent: Sequence[Any]) -> None:
    """Send leads that entered a stage of handoffs, each to whom the route names in its turn."""
    if target.kind != "handoff" or not sent:
        return
    turn = routing.read_turn(session, write_of(session).now)
    first = session.info["store"].allocate_ids(session, rows.table_of(Handoff), len(sent))
    found = [
        sending.Sent(
            row.id,
            row.stage_id,
            routing.receiver(session, turn, {**by_name(row), "stage_id": target.id}, row.stage_id),
            sending.evidence_of(session, by_name(row)),
            first + place,
        )
        for place, row in enumerate(sent)
    ]
    sending.write_all(session, found)


def _places(session: Session, stage_id: int, moving: Sequence[Any], after: int | None) -> list[str]:
    """Return a rank for each, below the card of lead `after`, none of which one of them holds already."""
    numbers = [row.id for row in moving]
    here = sa.and_(Lead.stage_id == stage_id, Lead.id.not_in(numbers))
    before = session.execute(sa.select(Lead.rank).where(here, Lead.id == after)).scalar_one_or_none()
    following = session.execute(sa.select(sa.func.min(Lead.rank)).where(here, Lead.rank > (before or ""))).scalar_one()
    # Ranks are unique in a stage at every moment: what one of these holds is free only once it has gone.
    held = {row.rank for row in moving if row.stage_id == stage_id}
    places = rank.several(len(moving) + len(held), before, following)
    return [place for place in places if place not in held][: len(moving)]
