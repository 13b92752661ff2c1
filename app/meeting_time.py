"""The time of a meeting's steps, the same in every window: the workspace holds when the step that is on began to run.

So nothing is lost when a window goes: a step runs until somebody pauses it or goes on, and what ran is added to its
seconds then. A server's own clock says when, so that no two computers need to agree.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from app import things
from app.context import Context
from app.errors import NotFoundError
from app.meeting_rows import belonging, open_meeting
from app.periods import local_day
from db.journal import write_of


@dataclass(frozen=True, slots=True)
class Running:
    """The step that is on; `seconds` is how long it has run since, None while it rests, `by` who let it run."""

    step_id: int
    seconds: int | None
    by: str


def running(session: Session, meeting: dict[str, Any]) -> Running | None:
    """Return the step that is on in a meeting, given by its columns; None before the first."""
    context: Context = session.info["context"]
    if meeting["item_id"] is None:
        return None
    member = context.members.get(meeting["item_by"] or 0)
    since: datetime | None = meeting["item_since"]
    seconds = None
    if since is not None and meeting["closed_at"] is None:
        now = session.info["store"].moment(session) or context.now
        seconds = max(0, int((now - since).total_seconds()))
    return Running(int(meeting["item_id"]), seconds, member.name if member else "")


def run(session: Session, step_id: int) -> None:
    """Let the time of a step run from now on; that of the one before stops, and its seconds are written down.

    The first step that runs begins the meeting, unless its day is behind it: then it keeps its day.

    Raises:
        RefusedError: the meeting is closed.
        NotFoundError: there is no such step in a meeting.
    """
    context: Context = session.info["context"]
    write = write_of(session)
    meeting_id = belonging(session, "item", step_id)["meeting_id"]
    if meeting_id is None:
        raise NotFoundError("A step of the standing agenda has no time of its own.")
    meeting = open_meeting(session, meeting_id)
    if meeting["item_id"] == step_id and meeting["item_since"] is not None:
        return
    stop(session, meeting)
    values: dict[str, Any] = {"item_id": step_id, "item_since": write.now, "item_by": write.facts.member_id}
    is_first = meeting["item_id"] is None
    if is_first and local_day(meeting["starts_at"], context.zone) >= local_day(write.now, context.zone):
        values["starts_at"] = write.now
    things.edit(session, "meeting", meeting_id, values)


def pause(session: Session, meeting_id: int) -> None:
    """Let the time of the step that is on rest; its seconds are written down.

    Raises:
        RefusedError: the meeting is closed.
    """
    meeting = open_meeting(session, meeting_id)
    stop(session, meeting)
    things.edit(session, "meeting", meeting_id, {"item_since": None})


def stop(session: Session, meeting: dict[str, Any]) -> None:
    """Add the time that ran to the seconds of the step that is on, where one runs."""
    since: datetime | None = meeting["item_since"]
    if meeting["item_id"] is None or since is None:
        return
    step = things.read(session, "item", meeting["item_id"], lock=True)
    ran = max(0, round((write_of(session).now - since).total_seconds()))
    things.edit(session, "item", step["id"], {"seconds": step["seconds"] + ran})
