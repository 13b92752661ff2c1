"""What somebody owes on a contact, company or lead: a title, an owner, a day.

A lead's next step is its open task that is due first; `next_step` and `due` of the lead hold it for cards, queries
and reports. A step that was written into the lead itself (by an import, say) stays until it is done or replaced.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records, things
from app.context import Context
from app.errors import UsageError
from app.fields import LEAD, kind_of, to_plain
from db.journal import write_of
from db.models import Task

_EDITED = frozenset({"title", "owner_id", "due_at"})
ACT = "tasks.finish"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as a list shows it; `record` is the name of what it is about."""

    id: int
    kind: str
    record_id: int
    record: str
    title: str
    owner_id: int | None
    owner: str
    due_at: datetime | None
    done_at: datetime | None


def add(
    session: Session,
    kind: str,
    record_id: int,
    title: str,
    owner_id: int | None = None,
    due_at: datetime | None = None,
) -> int:
    """Write down what is owed on a record and return its id; it is mine unless it is said whose.

    Raises:
        NotFoundError: the record is gone.
        UsageError: it says nothing, or there is no such member.
    """
    context: Context = session.info["context"]
    records.require(session, kind_of(kind), record_id, lock=kind == "lead")
    write = write_of(session)
    owner_id = owner_id if owner_id is not None else write.facts.member_id
    _check_owner(context, owner_id)
    values = {
        "kind": kind,
        "record_id": record_id,
        "title": _said(title),
        "owner_id": owner_id,
        "due_at": due_at,
        "created_at": write.now,
    }
    number = things.create(session, "task", values)
    if kind == "lead":
        follow(session, record_id, adding=True)
    return number


def edit(session: Session, task_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save a task's title, owner_id or due_at, merged by field.

    Raises:
        ConflictError: a colleague changed the same field; nothing is written.
        UsageError: there is no such field or member, or it says nothing.
    """
    unknown = mine.keys() - _EDITED
    if unknown:
        raise UsageError("A task has no field “{field}” that can be set.", field=min(unknown))
    values = dict(mine)
    if "title" in values:
        values["title"] = _said(values["title"])
    if "owner_id" in values:
        _check_owner(session.info["context"], values["owner_id"])
    before = things.read(session, "task", task_id)
    things.edit(session, "task", task_id, values, base)
    _followed(session, before)


def finish(session: Session, task_id: int, *, done: bool = True) -> None:
    """Tick a task off, or take the tick away; the first one to do so is who did it."""
    write = write_of(session)
    before = things.read(session, "task", task_id, lock=True)
    if (before["done_at"] is not None) != done:
        values = (
            {"done_at": write.now, "done_by": write.facts.member_id} if done else {"done_at": None, "done_by": None}
        )
        things.edit(session, "task", task_id, values)
        _followed(session, before)


def remove(session: Session, task_id: int) -> None:
    """Move a task to the bin."""
    before = things.read(session, "task", task_id)
    things.remove(session, "task", task_id)
    _followed(session, before)


# The next step of a lead


def finish_step(session: Session, lead_id: int) -> None:
    """Tick a lead's next step off; the task after it becomes the next."""
    found = records.require(session, LEAD, lead_id, lock=True)
    task = _of_step(session, lead_id, found)
    if task is None:
        title = found.get("next_step")
        if not title:
            raise UsageError("There is no next step to tick off.")
        # It was written into the lead itself: kept as a task that is done, so that it stays in the history.
        write = write_of(session)
        done = {"done_at": write.now, "done_by": write.facts.member_id, "owner_id": found.get("owner")}
        due = datetime.fromisoformat(found["due"]) if found.get("due") else None
        row = {"kind": "lead", "record_id": lead_id, "title": title, "due_at": due, "created_at": write.now}
        things.create(session, "task", row | done)
        follow(session, lead_id, before=title)
    else:
        finish(session, task)


def set_step(session: Session, lead_id: int, title: str, due_at: datetime | None, owner_id: int | None = None) -> None:
    """Write a lead's next step anew, or give it one."""
    found = records.require(session, LEAD, lead_id, lock=True)
    task = _of_step(session, lead_id, found)
    if task is not None:
        owner = {} if owner_id is None else {"owner_id": owner_id}
        edit(session, task, {"title": title, "due_at": due_at, **owner})
        return
    add(session, "lead", lead_id, title, owner_id if owner_id is not None else found.get("owner"), due_at)
    if found.get("next_step"):
        records.edit(session, LEAD, lead_id, {"next_step": _said(title), "due": to_plain(due_at)})


def _of_step(session: Session, lead_id: int, lead: Mapping[str, Any]) -> int | None:
    """Return the open task that a lead's next step stands for."""
    return next((row.id for row in _open(session, lead_id) if row.title == lead.get("next_step")), None)


def _open(session: Session, lead_id: int) -> list[Any]:
    statement = (
        sa.select(Task.id, Task.title, Task.due_at)
        .where(Task.kind == "lead", Task.record_id == lead_id, Task.done_at.is_(None), Task.deleted_at.is_(None))
        .order_by(Task.due_at.is_(None), Task.due_at, Task.id)
    )
    return list(session.execute(statement).all())


def _followed(session: Session, before: Mapping[str, Any]) -> None:
    if before["kind"] == "lead" and before["record_id"] is not None:
        follow(session, before["record_id"], before=before["title"])


def follow(session: Session, lead_id: int, before: str = "", *, adding: bool = False) -> None:
    """Bring a lead's next step in line with its open tasks; one written into the lead itself is left alone."""
    found = records.read(session, LEAD, lead_id, lock=True)
    if found is None or not found[records.EXISTS]:
        return
    first = next(iter(_open(session, lead_id)), None)
    step = found.get("next_step")
    own = step and step != before and all(step != row.title for row in _open(session, lead_id))
    if own and adding and first is not None and found.get("due") and first.due_at is not None:
        own = to_plain(first.due_at) >= found["due"]
    if not own:
        wanted = (
            {"next_step": first.title, "due": to_plain(first.due_at)} if first else {"next_step": None, "due": None}
        )
        records.edit(session, LEAD, lead_id, wanted)


def _said(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise UsageError("The task says nothing yet. Write what is to be done.")
    return words


def _check_owner(context: Context, owner_id: int | None) -> None:
    if owner_id is not None and owner_id not in context.members:
        raise UsageError("There is no member {owner_id}.", owner_id=owner_id)
