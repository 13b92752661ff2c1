"""What the agreement has done for a lead that comes in or enters a stage: each required action becomes a task."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records, things
from app.agreement import gates
from app.agreement.terms import PlayTerms
from app.clocks import Calendar, NeverWorkedError, hours_of
from app.context import Context
from app.fields import LEAD, to_plain
from app.query import QueryError, parse
from db import rows
from db.journal import write_of
from db.models import Lead, Task
from db.rows import by_name
from db.types import from_micros, to_micros

_MINUTE = 60_000_000


@dataclass(frozen=True, slots=True)
class _Owed:
    """What is owed from a moment on: the action, the task's columns, its id where the statement drew it."""

    play: PlayTerms
    values: dict[str, Any]
    number: int | None


def plays_at(context: Context, stage_id: int | None) -> list[PlayTerms]:
    """Return the actions that the agreement in force asks for in a stage, or where a lead comes in for None."""
    terms = context.agreement
    return [] if terms is None else [one for one in terms.plays if one.stage_id == stage_id]


def columns(session: Session, context: Context, stage_id: int | None, leads: Any) -> Sequence[sa.ColumnElement[Any]]:
    """Return what a statement on leads, a table or its alias, reads beside its own so that `owe` asks nothing more."""
    plays = plays_at(context, stage_id)
    if not plays:
        return ()
    open_ = (Task.kind == "lead", Task.record_id == leads.c.id, Task.done_at.is_(None), Task.deleted_at.is_(None))
    first = [
        sa.select(column).where(*open_).order_by(Task.due_at.is_(None), Task.due_at, Task.id).limit(1).scalar_subquery()
        for column in (Task.title, Task.due_at)
    ]
    found = [first[0].label("owed_title"), first[1].label("owed_due")]
    found.append(sa.exists().where(*open_, Task.title == leads.c.next_step).label("owed_step"))
    for at, one in enumerate(plays):
        found.append(sa.exists().where(*open_, Task.play_key == one.key).label(f"owed_{at}"))
        if session.info["store"].stamps:
            found.append(sa.func.nextval("tandem.tasks_id_seq").label(f"owed_number_{at}"))
    return found


def owe(session: Session, row: Mapping[Any, Any], changed: Mapping[str, Any], stage_id: int | None) -> dict[str, Any]:
    """Write down what is owed on a lead that enters a stage, or that comes in; return what changes on the lead.

    An action that is still open on the lead is not asked for a second time.

    Args:
        session: a write.
        row: the lead's columns and those of `columns`.
        changed: the lead's columns that the entry changes.
        stage_id: the stage, None where the lead comes in.
    """
    context: Context = session.info["context"]
    plays = plays_at(context, stage_id)
    if not plays:
        return {}
    entered = {**row, **changed}
    meant = {one.key for one in _meant(session, context, entered, plays)}
    owed = [
        _Owed(one, _values(session, context, one, entered, stage_id), row.get(f"owed_number_{at}"))
        for at, one in enumerate(plays)
        if one.key in meant and not row[f"owed_{at}"]
    ]
    if not owed:
        return {}
    _write(session, owed)
    return _step(row, owed)


def greet(session: Session, lead_id: int) -> None:
    """Write down what is owed on a lead that came in a moment ago."""
    context: Context = session.info["context"]
    if not plays_at(context, None):
        return
    leads = rows.table_of(Lead)
    statement = sa.select(leads, *columns(session, context, None, leads)).where(leads.c.id == lead_id)
    row = by_name(session.execute(statement).one())
    changed = owe(session, row, {}, None)
    if changed:
        step = {"next_step": changed["next_step"], "due": to_plain(changed["due_at"])}
        records.edit(session, LEAD, lead_id, step)


def _values(
    session: Session, context: Context, play: PlayTerms, lead: Mapping[Any, Any], stage_id: int | None
) -> dict[str, Any]:
    now = write_of(session).now
    owner = lead["owner_id"] if play.doer == "owner" else None
    return {
        "kind": "lead",
        "record_id": lead["id"],
        "title": play.title,
        "owner_id": owner,
        "team": None if owner is not None else _team(context, play, stage_id),
        "due_at": due(context, now, play.within_minutes),
        "created_at": now,
        "agreement_id": None if context.agreement is None else context.agreement.id,
        "play_key": play.key,
    }


def _write(session: Session, owed: Sequence[_Owed]) -> None:
    """Write tasks; those whose ids are known travel together."""
    known = []
    for one in owed:
        if one.number is None:
            things.create(session, "task", one.values)
        else:
            known.append({"id": one.number, **one.values})
            things.record_new(session, "task", one.number, one.values)
    rows.insert_all(session, Task, known)


def _step(row: Mapping[Any, Any], owed: Sequence[_Owed]) -> dict[str, Any]:
    """Return the lead's next step once these tasks are there too; one written into the lead itself is left alone."""
    open_ = [(one.values["title"], one.values["due_at"]) for one in owed]
    if row["owed_title"] is not None:
        open_.insert(0, (row["owed_title"], row["owed_due"]))
    title, when = min(open_, key=lambda one: (one[1] is None, one[1] or datetime.max.replace(tzinfo=UTC)))
    step, step_due = row["next_step"], row["due_at"]
    own = step and not row["owed_step"] and all(step != one.values["title"] for one in owed)
    if own and step_due is not None and when is not None:
        own = when >= step_due
    return {} if own else {"next_step": title, "due_at": when}


def _team(context: Context, play: PlayTerms, stage_id: int | None) -> str:
    """Return whose task it is that nobody owns: the team that is named, or that of the stage."""
    if play.doer != "owner":
        return play.doer
    stage = context.stages.get(stage_id or 0)
    return stage.team if stage is not None and stage.team != "both" else "marketing" if stage is None else "sales"


def _meant(
    session: Session, context: Context, lead: Mapping[Any, Any], plays: Sequence[PlayTerms]
) -> Iterator[PlayTerms]:
    """Yield the actions that are meant for this lead; one whose query cannot be followed is meant for all."""
    record = gates.record_of(session, context, lead) if any(one.query for one in plays) else None
    for one in plays:
        if record is None or not one.query:
            yield one
            continue
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
