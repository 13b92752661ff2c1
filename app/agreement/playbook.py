"""What the agreement has done for a lead that comes in or enters a stage: each required action becomes a task."""

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import tasks, things
from app.agreement.terms import PlayTerms
from app.clocks import Calendar, NeverWorkedError, hours_of
from app.context import Context
from app.fields import LEAD
from app.query import QueryError, parse, record_of
from db.journal import write_of
from db.models import Task
from db.types import from_micros, to_micros

_MINUTE = 60_000_000


def owe(session: Session, lead_id: int, owner_id: int | None, stage_id: int | None) -> None:
    """Write down what is owed on a lead that entered a stage, or that came in where there is none.

    An action that is still open on the lead is not asked for a second time.
    """
    context: Context = session.info["context"]
    terms = context.agreement
    plays = [] if terms is None else [one for one in terms.plays if one.stage_id == stage_id]
    if terms is None or not plays:
        return
    open_ = sa.select(Task.play_key).where(
        *(Task.kind == "lead", Task.record_id == lead_id, Task.play_key.is_not(None)),
        *(Task.done_at.is_(None), Task.deleted_at.is_(None)),
    )
    known = set(session.execute(open_).scalars())
    now = write_of(session).now
    made = False
    for one in _meant(session, context, lead_id, plays):
        if one.key in known:
            continue
        by_owner = one.doer == "owner"
        values = {
            "kind": "lead",
            "record_id": lead_id,
            "title": one.title,
            "owner_id": owner_id if by_owner else None,
            "team": None if by_owner and owner_id is not None else _team(context, one, stage_id),
            "due_at": due(context, now, one.within_minutes),
            "created_at": now,
            "agreement_id": terms.id,
            "play_key": one.key,
        }
        things.create(session, "task", values)
        made = True
    if made:
        tasks.follow(session, lead_id, adding=True)


def _team(context: Context, play: PlayTerms, stage_id: int | None) -> str:
    """Return whose task it is that nobody owns: the team that is named, or that of the stage."""
    if play.doer != "owner":
        return play.doer
    stage = context.stages.get(stage_id or 0)
    return stage.team if stage is not None and stage.team != "both" else "marketing" if stage is None else "sales"


def _meant(session: Session, context: Context, lead_id: int, plays: list[PlayTerms]) -> Iterator[PlayTerms]:
    """Yield the actions that are meant for this lead; one whose query cannot be followed is meant for all."""
    record = None
    for one in plays:
        if not one.query:
            yield one
            continue
        record = record_of(session, LEAD, lead_id) if record is None else record
        try:
            if parse(one.query, LEAD.name).judge(record, context).met:
                yield one
        except QueryError:
            yield one


def due(context: Context, start: datetime, minutes: int) -> datetime | None:
    """Return when so many minutes of the workspace's working time have passed since a moment; None for never."""
    info = context.info
    calendar = Calendar(hours_of(info.working_hours, info.holidays, context.zone))
    try:
        return from_micros(calendar.after(to_micros(start), minutes * _MINUTE))
    except NeverWorkedError:
        return None
