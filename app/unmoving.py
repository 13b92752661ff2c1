"""Undo and redo of a move: the stay that it began goes or comes again, and the lead stands where it then stood."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import rank
from app.context import Context
from app.entrance import stay_row
from app.errors import ConflictError, NotFoundError
from app.fields import LEAD, from_plain
from app.leads import facts, record_move, standing_columns
from app.stays import StayTimes
from db import rows
from db.journal import write_of
from db.models import Lead, Stay


def put_back(session: Session, lead_id: int, values: Mapping[str, Any], expected: Mapping[str, Any], op: str) -> None:
    """Undo or redo a move: the stage and place of `values`, if the lead still stands as `expected`.

    `op` is the act whose stay goes (undo) or comes again (redo).

    Raises:
        ConflictError: a colleague moved or changed the lead since.
    """
    context: Context = session.info["context"]
    stage_id = int(values.get("stage") or expected.get("stage") or 0)
    moved = "stage" in values
    row = session.execute(sa.select(Lead.__table__).where(Lead.id == lead_id).with_for_update()).one_or_none()
    if row is None or row.deleted_at is not None:
        raise NotFoundError("That lead is no longer there; it may have been moved to the bin.")
    stage_id = stage_id or row.stage_id
    guarded = {"stage_id": expected["stage"]} if moved else {"rank": expected["rank"]}
    later = [name for name, wanted in guarded.items() if getattr(row, name) != wanted]
    if later:
        raise ConflictError("{lead} was moved by a colleague since, so it is left where it is.", lead=row.name)
    session.info["store"].lock(session, stage_id)
    changed: dict[str, Any] = {"rank": _free_rank(session, stage_id, str(values.get("rank") or row.rank), lead_id)}
    if moved:
        stays = _stays_after(session, lead_id, stage_id, values, op)
        changed |= standing_columns(stays, facts(context))
        for name, column in (("reason", "reason_id"), ("note", "note")):
            if name in values:
                changed[column] = from_plain(LEAD.fields[name].type, values[name])
    rows.update(session, Lead, lead_id, row.version, changed)
    record_move(session, row, changed)


def _stays_after(session: Session, lead_id: int, stage_id: int, values: Mapping[str, Any], op: str) -> list[StayTimes]:
    """Take the stay of an act away, or begin it again, and return the stays that are left."""
    found = session.execute(
        sa.select(Stay.id, Stay.stage_id, Stay.entered_at, Stay.left_at, Stay.op)
        .where(Stay.lead_id == lead_id)
        .order_by(Stay.id)
    ).all()
    last = found[-1]
    if last.op == op and len(found) > 1:
        session.execute(sa.delete(Stay).where(Stay.id == last.id))
        reopened = found[-2]
        session.execute(sa.update(Stay).where(Stay.id == reopened.id).values(left_at=None))
        kept = [*found[:-2], reopened]
        stays = [StayTimes(one.stage_id, one.entered_at, one.left_at) for one in kept]
        return [*stays[:-1], StayTimes(reopened.stage_id, reopened.entered_at, None)]
    entered = from_plain("moment", values["entered"]) if values.get("entered") else write_of(session).now
    session.execute(sa.update(Stay).where(Stay.id == last.id).values(left_at=entered))
    stay = StayTimes(stage_id, entered, None)
    rows.insert_all(session, Stay, [stay_row(lead_id, stay, session) | {"op": op}])
    stays = [StayTimes(one.stage_id, one.entered_at, one.left_at) for one in found[:-1]]
    return [*stays, StayTimes(last.stage_id, last.entered_at, entered), stay]


def _free_rank(session: Session, stage_id: int, wanted: str, lead_id: int) -> str:
    """Return the wanted rank, or the nearest one after it if somebody stands there meanwhile."""
    following = (
        session.execute(
            sa.select(Lead.rank)
            .where(Lead.stage_id == stage_id, Lead.rank >= wanted, Lead.id != lead_id)
            .order_by(Lead.rank)
            .limit(2)
        )
        .scalars()
        .all()
    )
    if not following or following[0] != wanted:
        return wanted
    return rank.between(wanted, following[1] if len(following) > 1 else None)
