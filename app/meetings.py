"""Meetings: preparing and running one, what it settles, and closing it so that its figures and minutes stand.

Everything belongs to a meeting that is still open; a closed one is left as it is, and only its actions go on: they
are ticked off whenever they are done, and what is still open stands on the next meeting's agenda.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import meeting_time, minutes, things
from app.context import Context
from app.errors import UsageError
from app.freezing import freeze
from app.meeting_agenda import STANDARD, TOPICS, agenda
from app.meeting_papers import MeetingRow, papers
from app.meeting_rows import belonging, next_place, only, open_meeting
from app.minutes import summary_of
from db import rows
from db.journal import write_of
from db.models import Meeting, MeetingItem
from db.rows import by_name

_WEEK = timedelta(days=7)
_LONGEST_STEP = 24 * 60


def listed(session: Session, limit: int = 100) -> list[MeetingRow]:
    """Return the meetings, newest first, those to come included."""
    meeting = rows.table_of(Meeting)
    columns = [meeting.c[name] for name in MeetingRow.__slots__]
    statement = sa.select(*columns).where(meeting.c.deleted_at.is_(None))
    found = session.execute(statement.order_by(meeting.c.starts_at.desc(), meeting.c.id.desc()).limit(limit))
    return [MeetingRow(*row) for row in found]


def prepare(
    session: Session,
    starts_at: datetime | None = None,
    title: str | None = None,
    present: Sequence[int] | None = None,
) -> int:
    """Write a meeting down with its agenda, for now or for later, and return its id.

    What is left out is as in the meeting before: its title, who was present, and where there is no standing agenda its
    steps with their minutes. Left out
    too, the start is the next one in a row of weeks. The first meeting starts now, with the agenda that Tandem
    proposes.
    """
    context: Context = session.info["context"]
    now = write_of(session).now
    last = _last(session)
    if starts_at is None:
        starts_at = now if last is None else _next_week(context, last.starts_at, now)
    if present is None:
        present = last.present if last else [one.id for one in context.members.values() if one.active]
    active = [number for number in present if number in context.members and context.members[number].active]
    meeting_id = things.create(
        session,
        "meeting",
        {
            "title": title if title is not None else last.title if last else "",
            "starts_at": starts_at,
            "present": active,
        },
    )
    steps = steps_of(session, None) or (steps_of(session, last.id) if last else [])
    _insert_steps(session, meeting_id, steps or [{"title": "", "topic": topic, "minutes": n} for topic, n in STANDARD])
    return meeting_id


def proposed(session: Session) -> tuple[str, datetime]:
    """Return the title and the start that the next meeting has if nothing else is said."""
    context: Context = session.info["context"]
    last = _last(session)
    return ("", context.now) if last is None else (last.title, _next_week(context, last.starts_at, context.now))


def edit(session: Session, meeting_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save a meeting's title, start or notes, merged by field.

    Raises:
        ConflictError: a colleague changed the same field; nothing is written.
        RefusedError: the meeting is closed.
        UsageError: there is no such field.
    """
    only(mine, ("title", "starts_at", "notes"), "meeting")
    open_meeting(session, meeting_id)
    things.edit(session, "meeting", meeting_id, mine, base)


def attend(session: Session, meeting_id: int, member_ids: Iterable[int], *, there: bool = True) -> None:
    """Write down who is there, or is not; who else is there stays so.

    Raises:
        UsageError: there is no such member.
        RefusedError: the meeting is closed.
    """
    context: Context = session.info["context"]
    wanted = list(dict.fromkeys(member_ids))
    for number in wanted:
        if number not in context.members:
            raise UsageError("There is no member {number}.", number=number)
    found = list(open_meeting(session, meeting_id)["present"])
    if there:
        found += [number for number in wanted if number not in found]
    else:
        found = [number for number in found if number not in wanted]
    things.edit(session, "meeting", meeting_id, {"present": found})


def remove(session: Session, meeting_id: int) -> None:
    """Move a meeting to the bin.

    Raises:
        RefusedError: it is closed; minutes stand.
    """
    open_meeting(session, meeting_id)
    things.remove(session, "meeting", meeting_id)


# The agenda's steps


def add_step(session: Session, meeting_id: int, title: str, minutes_: int = 5, topic: str = "") -> int:
    """Add a step at the end of the agenda and return its id.

    Raises:
        UsageError: the topic or the minutes make no sense.
        RefusedError: the meeting is closed.
    """
    open_meeting(session, meeting_id)
    values = {"title": title.strip(), "topic": topic, "minutes": minutes_}
    _check_step(values)
    place = next_place(session, MeetingItem, meeting_id)
    return things.create(session, "item", {"meeting_id": meeting_id, "position": place, **values})


def edit_step(session: Session, step_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None) -> None:
    """Save a step's title, topic, minutes or notes, merged by field.

    Raises:
        ConflictError: a colleague changed the same field; nothing is written.
        RefusedError: the meeting is closed.
        UsageError: there is no such field, or it makes no sense.
    """
    only(mine, ("title", "topic", "minutes", "notes"), "step")
    found = belonging(session, "item", step_id)
    _check_step(found | dict(mine))
    things.edit(session, "item", step_id, mine, base)


def order_steps(session: Session, meeting_id: int, step_ids: Sequence[int]) -> None:
    """Put the steps of the agenda in this order; steps that are not named follow in theirs.

    Raises:
        RefusedError: the meeting is closed.
    """
    open_meeting(session, meeting_id)
    standing = [one["id"] for one in steps_of(session, meeting_id)]
    named = [number for number in dict.fromkeys(step_ids) if number in standing]
    for place, number in enumerate(named + [number for number in standing if number not in named]):
        things.edit(session, "item", number, {"position": place})


def remove_step(session: Session, step_id: int) -> None:
    """Take a step off the agenda.

    Raises:
        RefusedError: the meeting is closed.
    """
    found = belonging(session, "item", step_id)
    _let_go(session, found["meeting_id"], step_id)
    things.remove(session, "item", step_id)


def arrange(
    session: Session,
    meeting_id: int | None,
    steps: Sequence[Mapping[str, Any]],
    base: Sequence[Mapping[str, Any]],
    *,
    standing: bool = False,
) -> None:
    """Make an agenda what `steps` say (`id`, 0 for a new one, `title`, `topic`, `minutes`), in their order.

    `base` is what they were made from: what a colleague changed meanwhile in another step or field stays, and so does
    a step that a colleague added. Without a meeting it is the standing agenda, with which new meetings begin; with
    `standing` both are written.

    Raises:
        ConflictError: a colleague changed the same field of a step; nothing is written.
        RefusedError: the meeting is closed.
        UsageError: a step makes no sense.
    """
    for one in steps:
        _check_step(one)
    if meeting_id is not None:
        open_meeting(session, meeting_id)
    _arrange(session, meeting_id, steps, base)
    if standing and meeting_id is not None:
        for one in steps_of(session, None):
            things.remove(session, "item", one["id"])
        _insert_steps(session, None, steps)


def _arrange(
    session: Session, meeting_id: int | None, steps: Sequence[Mapping[str, Any]], base: Sequence[Mapping[str, Any]]
) -> None:
    was = {one["id"]: one for one in base if one["id"]}
    named = {one["id"] for one in steps}
    there = [one["id"] for one in steps_of(session, meeting_id)]
    for number in was:
        if number not in named and number in there:
            _let_go(session, meeting_id, number)
            things.remove(session, "item", number)
    place = -1
    for place, one in enumerate(steps):
        values = {name: one[name] for name in ("title", "topic", "minutes")}
        if one["id"] not in there:
            things.create(session, "item", values | {"meeting_id": meeting_id, "position": place})
            continue
        before = was.get(one["id"], values)
        mine = {name: value for name, value in values.items() if value != before[name]}
        things.edit(session, "item", one["id"], mine, {name: before[name] for name in mine})
        things.edit(session, "item", one["id"], {"position": place})
    for extra, number in enumerate((one for one in there if one not in named and one not in was), place + 1):
        things.edit(session, "item", number, {"position": extra})


def standing(session: Session) -> list[dict[str, Any]]:
    """Return the steps that a new meeting begins with: the standing agenda, else the latest meeting's, else Tandem's.

    Only those of the standing agenda have an id.
    """
    kept = steps_of(session, None)
    if kept:
        return kept
    last = _last(session)
    found = steps_of(session, last.id) if last else []
    return [one | {"id": 0} for one in found] or [
        {"id": 0, "title": "", "topic": topic, "minutes": minutes_} for topic, minutes_ in STANDARD
    ]


def steps_of(session: Session, meeting_id: int | None) -> list[dict[str, Any]]:
    """Return the steps of a meeting in their order, or those of the standing agenda."""
    item = rows.table_of(MeetingItem)
    found = session.execute(
        sa.select(item.c.id, item.c.title, item.c.topic, item.c.minutes)
        .where(item.c.meeting_id == meeting_id, item.c.deleted_at.is_(None))
        .order_by(item.c.position, item.c.id)
    )
    return [dict(by_name(row)) for row in found]


def _let_go(session: Session, meeting_id: int | None, step_id: int) -> None:
    """Let the time of a step that goes away rest."""
    if meeting_id is not None and things.read(session, "meeting", meeting_id)["item_id"] == step_id:
        meeting_time.pause(session, meeting_id)


def spend(session: Session, step_id: int, seconds: int) -> None:
    """Add to the time that a step took; two clocks that run at once both count.

    Raises:
        RefusedError: the meeting is closed.
        UsageError: the time is less than nothing.
    """
    if seconds < 0:
        raise UsageError("A step cannot take less than no time.")
    found = belonging(session, "item", step_id)
    things.edit(session, "item", step_id, {"seconds": found["seconds"] + seconds})


def close(session: Session, meeting_id: int) -> None:
    """Close a meeting: its figures and minutes are frozen as they are now; a reprint is the same to the byte.

    Raises:
        RefusedError: it is closed already.
        NotFoundError: there is no such meeting.
    """
    meeting = open_meeting(session, meeting_id)
    ended = meeting["ended_at"]
    meeting_time.stop(session, meeting)
    write = write_of(session)
    now = ended or write.now
    found = replace(papers(session, meeting_id), ended_at=now)
    frozen = freeze(minutes.live(session, found, printed_at=write.now))
    things.edit(
        session, "meeting", meeting_id, {"ended_at": now, "closed_at": write.now, "minutes": frozen, "item_since": None}
    )


def _last(session: Session) -> Any:
    meeting = rows.table_of(Meeting)
    newest = sa.select(meeting.c.id, meeting.c.title, meeting.c.starts_at, meeting.c.present).where(
        meeting.c.deleted_at.is_(None)
    )
    return session.execute(newest.order_by(meeting.c.starts_at.desc(), meeting.c.id.desc()).limit(1)).one_or_none()


def _next_week(context: Context, last: datetime, now: datetime) -> datetime:
    """Return the first moment after now that is whole weeks after `last` by the wall's clock."""
    local = last.astimezone(context.zone)
    weeks = max(1, (now - last) // _WEEK)
    while (local + weeks * _WEEK).astimezone(now.tzinfo) <= now:
        weeks += 1
    return (local + weeks * _WEEK).astimezone(now.tzinfo)


def _insert_steps(session: Session, meeting_id: int | None, steps: Sequence[Mapping[str, Any]]) -> None:
    """Write the steps of a new agenda in one statement."""
    first = session.info["store"].allocate_ids(session, rows.table_of(MeetingItem), len(steps))
    made = [
        {
            "id": first + place,
            "meeting_id": meeting_id,
            "position": place,
            "title": step["title"],
            "topic": step["topic"],
            "minutes": step["minutes"],
        }
        for place, step in enumerate(steps)
    ]
    rows.insert_all(session, MeetingItem, made)
    for one in made:
        fields = {name: (None, value) for name, value in one.items() if name != "id" and value is not None}
        write_of(session).record("item", one["id"], fields | {things.EXISTS: (False, True)})


def _check_step(values: Mapping[str, Any]) -> None:
    if values["topic"] and values["topic"] not in TOPICS:
        raise UsageError(
            "An agenda has no topic “{topic}”. Choose one of: {known}.", topic=values["topic"], known=", ".join(TOPICS)
        )
    if not values["topic"] and not values["title"].strip():
        raise UsageError("A step of the agenda needs a title or a topic.")
    if not 0 <= values["minutes"] <= _LONGEST_STEP:
        raise UsageError("A step of the agenda takes from 0 to {most} minutes.", most=_LONGEST_STEP)


__all__ = [
    "STANDARD",
    "TOPICS",
    "MeetingRow",
    "add_step",
    "agenda",
    "arrange",
    "attend",
    "close",
    "edit",
    "edit_step",
    "listed",
    "order_steps",
    "prepare",
    "proposed",
    "remove",
    "remove_step",
    "spend",
    "standing",
    "steps_of",
    "summary_of",
]
