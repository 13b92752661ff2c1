"""The stages of the board: made, changed, put in order, archived and brought back. None is ever deleted.

A stage's kind and milestone say what became of every lead that ever stood there, so they are settled once one has.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import moving, things
from app.context import Context, StageRow
from app.errors import NotFoundError, RefusedError, UsageError
from app.fields import clean, fold
from app.stays import MILESTONES
from db.journal import write_of
from db.models import Lead, Stay

TEAMS = ("marketing", "sales", "both")
KINDS = ("open", "handoff", "won", "lost")
CLOSED = frozenset({"won", "lost"})
LONGEST_NAME = 80
MOST_DAYS = 3_650
MOST_LEADS = 10_000
_SETTLED = ("kind", "milestone")


@dataclass(frozen=True, slots=True)
class Standing:
    """How many open leads stand in a stage, and whether a lead ever did."""

    open: int
    ever: bool


def standing(session: Session, stage_id: int) -> Standing:
    """Return who stands in a stage."""
    here = sa.select(sa.func.count()).where(Lead.stage_id == stage_id, Lead.state == "open", Lead.deleted_at.is_(None))
    ever = sa.exists().where(Stay.stage_id == stage_id)
    row = session.execute(sa.select(here.scalar_subquery(), sa.case((ever, 1), else_=0))).one()
    return Standing(int(row[0]), bool(row[1]))


def create(session: Session, values: Mapping[str, Any], place: int | None = None) -> int:
    """Write a new stage, `place` places from the board's beginning or at its end; return its id.

    Raises:
        UsageError: a value is missing or not one.
        RefusedError: another stage has this name.
    """
    context: Context = session.info["context"]
    given = {"team": "both", "kind": "open", "milestone": None, "probability": 0} | dict(values)
    checked = _checked(context, given, None)
    order = context.board()
    at = len(order) if place is None else max(0, min(place, len(order)))
    number = things.create(session, "stage", checked | {"position": at})
    for position, stage in enumerate([*order[:at], None, *order[at:]]):
        if stage is not None and stage.position != position:
            things.edit(session, "stage", stage.id, {"position": position})
    write_of(session).subject = checked["name"]
    return number


def edit(session: Session, stage_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save an edit of a stage, merged by field.

    Raises:
        UsageError: a value is not one.
        RefusedError: another stage has this name, or leads stood here and what became of them would change.
        ConflictError: a colleague changed the same field meanwhile.
    """
    context: Context = session.info["context"]
    stage = _stage(context, stage_id)
    checked = _checked(context, mine, stage)
    settled = [name for name in _SETTLED if name in checked and checked[name] != getattr(stage, name)]
    if {"open", "handoff"} == {checked.get("kind", stage.kind), stage.kind} and settled == ["kind"]:
        settled = []
    if settled and standing(session, stage_id).ever:
        raise RefusedError(
            "Leads stand or stood in {stage}, and what became of them follows from its kind. Add a stage "
            "of the other kind instead, and archive this one.",
            stage=stage.name,
        )
    if settled:
        _keep_kinds(context, stage, str(checked.get("kind", stage.kind)))
    things.edit(session, "stage", stage_id, checked, base)


def place(session: Session, stage_id: int, position: int) -> None:
    """Put a stage so many places from the board's beginning.

    Raises:
        NotFoundError: there is no such stage.
    """
    context: Context = session.info["context"]
    stage = _stage(context, stage_id)
    order = [one for one in context.board() if one.id != stage_id]
    order.insert(max(0, min(position, len(order))), stage)
    for number, one in enumerate(order):
        if one.position != number:
            things.edit(session, "stage", one.id, {"position": number})
    write_of(session).subject = stage.name


def archive(session: Session, stage_id: int, to: int | None = None) -> None:
    """Take a stage off the board; the open leads that stand there go to the stage `to`, on top and in their order.

    Raises:
        RefusedError: open leads stand there and it is not said where they go, or the board would lack such a stage.
    """
    context: Context = session.info["context"]
    stage = _stage(context, stage_id)
    _keep_kinds(context, stage, None)
    session.info["store"].lock(session, stage_id)
    here = sa.select(Lead.id).where(Lead.stage_id == stage_id, Lead.state == "open", Lead.deleted_at.is_(None))
    found = tuple(session.execute(here.order_by(Lead.rank)).scalars())
    if found and to is None:
        raise RefusedError(
            "{count} open leads stand in {stage}. Say to which stage they go.", count=len(found), stage=stage.name
        )
    if found and to is not None:
        target = _stage(context, to)
        if target.kind in CLOSED or target.archived or to == stage_id:
            raise RefusedError("{stage} is archived once its open leads stand in another open stage.", stage=stage.name)
        moving.move_all(session, [moving.Block(found, to)])
    things.edit(session, "stage", stage_id, {"archived_at": write_of(session).now})
    write_of(session).subject = stage.name


def bring_back(session: Session, stage_id: int) -> None:
    """Put an archived stage on the board again, where it stood."""
    stage = _stage(session.info["context"], stage_id)
    if things.read(session, "stage", stage_id)["deleted_at"] is not None:
        things.put(session, "stage", stage_id, {things.EXISTS: True}, {things.EXISTS: False})
    things.edit(session, "stage", stage_id, {"archived_at": None})
    write_of(session).subject = stage.name


def _stage(context: Context, stage_id: int) -> StageRow:
    stage = context.stages.get(stage_id)
    if stage is None:
        raise NotFoundError("That stage is no longer there; the board has changed.")
    return stage


def _keep_kinds(context: Context, stage: StageRow, kind: str | None) -> None:
    """Keep a stage in which leads begin, one for the won and one for the lost."""
    left = {one.kind for one in context.board() if one.id != stage.id} | {kind}
    if stage.kind in {"open", *CLOSED} and stage.kind not in left and not stage.archived:
        raise RefusedError("The board needs a stage like {stage}; add another of its kind first.", stage=stage.name)


def _checked(context: Context, values: Mapping[str, Any], stage: StageRow | None) -> dict[str, Any]:
    """Return values that a stage can have.

    Raises:
        UsageError: one is missing or not one.
        RefusedError: another stage has this name.
    """
    found = dict(values)
    if stage is None or "name" in found:
        name = " ".join(clean(str(found.get("name") or "")).split())
        if not name:
            raise UsageError("A stage needs a name.")
        if len(name) > LONGEST_NAME:
            raise UsageError("A stage's name has at most {most} characters.", most=LONGEST_NAME)
        others = (one for one in context.board() if stage is None or one.id != stage.id)
        if any(fold(one.name) == fold(name) for one in others):
            raise RefusedError("There is a stage called {name} already. Choose another name.", name=name)
        found["name"] = name
    for field, allowed in (("team", TEAMS), ("kind", KINDS), ("milestone", (None, *MILESTONES))):
        if field in found and found[field] not in allowed:
            raise UsageError("“{value}” is not a {field}.", value=found[field], field=field)
    for field, most in (("rot_days", MOST_DAYS), ("wip_limit", MOST_LEADS), ("probability", 100)):
        least = 0 if field == "probability" else 1
        if found.get(field) is not None and not least <= int(found[field]) <= most:
            raise UsageError("Give a whole number from {least} to {most:,}.", least=least, most=most)
    limit = found.get("wip_limit", stage.wip_limit if stage is not None else None)
    if limit is None and found.get("wip_hard", stage.wip_hard if stage is not None else False):
        found["wip_hard"] = False
    return found
