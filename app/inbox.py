"""What waits for a member, and what they say of it: done with, or not before a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import feed, inbox_items, mentions, replies, tasks, things
from app.context import Context
from app.errors import RefusedError, UsageError
from app.inbox_items import Item
from app.mentions import MentionRow
from app.periods import day_start, local_day
from db.journal import write_of
from db.models import InboxMark

SORTS = ("handoff", "task", "mention", "dispute")
_MORNING = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task of mine. `kind` and `record_id` say what it is about, where it is about something; `about` is its name.

    A meeting's action is about its meeting.
    """

    id: int
    title: str
    kind: str
    record_id: int | None
    about: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Inbox:
    """All that waits: tasks, notes that name me and that I have not seen, how many leads of mine are overdue.

    `items` are all that the inbox shows now, what presses most first.
    """

    tasks: Sequence[Waiting] = ()
    mentions: Sequence[MentionRow] = ()
    overdue: int = 0
    items: Sequence[Item] = ()

    def pressing(self, now: datetime) -> int:
        """Return what the bell counts: tasks that are due by now, and notes not seen yet."""
        return sum(is_pressing(one, now) for one in self.tasks) + len(self.mentions)


def found(session: Session) -> Inbox:
    """Return all that waits for me, in one statement."""
    got = inbox_items.read(session)
    notes = tuple(
        MentionRow(
            one.id,
            one.activity_id or 0,
            one.at,
            one.who_id,
            one.who,
            one.text,
            one.kind,
            one.record_id or 0,
            one.record,
            None,
        )
        for one in got.items
        if one.sort == "mention"
    )
    owed = tuple(Waiting(one.id, one.text, one.kind, one.record_id, one.record, one.due_at) for one in got.tasks)
    return Inbox(owed, notes, got.overdue, got.items)


def is_pressing(one: Waiting, now: datetime) -> bool:
    """Return whether a task is due by now: what the bell counts."""
    return one.due_at is not None and one.due_at <= now


def later(session: Session, sort: str, item_id: int, until: datetime) -> None:
    """Put a thing off: it comes back into my inbox by itself at a moment.

    Raises:
        UsageError: there is no such sort of thing, or the moment is past.
    """
    if until <= write_of(session).now:
        raise UsageError("Choose a moment that is still to come.")
    _mark(session, sort, item_id, "later_until", until)


def done(session: Session, sort: str, item_id: int) -> None:
    """Take a thing out of my inbox: a task is ticked off, a mention marked as seen, anything else is only hidden.

    Raises:
        UsageError: there is no such sort of thing.
        RefusedError: a note names somebody else.
        NotFoundError: there is no such thing.
    """
    if sort == "task":
        tasks.finish(session, item_id)
    elif sort == "mention":
        mentions.mark(session, [item_id])
    else:
        _mark(session, sort, item_id, "done_at", write_of(session).now)


def answer(session: Session, sort: str, item_id: int, kind: str, record_id: int, text: str) -> None:
    """Write a reply to a thing in my inbox and take a mention, or a dispute, out of it; a handoff and a task stay.

    To a mention it joins the note's thread, to anything else it is a note on the record.

    Raises:
        UsageError: it says nothing.
        NotFoundError: what it is about is gone.
    """
    if sort == "mention":
        note = things.read(session, "mention", item_id)["activity_id"]
        replies.reply(session, note, text)
        mentions.mark(session, [item_id])
    else:
        feed.add(session, kind, record_id, "note", text)
        if sort == "dispute":
            done(session, sort, item_id)


def moments(now: datetime, context: Context) -> tuple[tuple[str, datetime], ...]:
    """Return until when a thing can be put off: in an hour, in three, tomorrow at eight, on Monday, in a week."""
    today = local_day(now, context.zone)
    monday = today + timedelta(days=7 - today.weekday())

    def at(days: int) -> datetime:
        return morning(today + timedelta(days=days), context.zone)

    return (
        ("hour", now + timedelta(hours=1)),
        ("hours", now + timedelta(hours=3)),
        ("tomorrow", at(1)),
        ("monday", morning(monday, context.zone)),
        ("week", at(7)),
    )


def morning(day: date, zone: tzinfo) -> datetime:
    """Return when what was put off until a day comes back."""
    return day_start(day, zone) + timedelta(hours=_MORNING)


def _mark(session: Session, sort: str, item_id: int, column: str, value: datetime) -> None:
    context: Context = session.info["context"]
    if sort not in SORTS:
        raise UsageError("“{sort}” is nothing that waits in an inbox.", sort=sort)
    if context.me is None:
        raise RefusedError("Only a member of the workspace has an inbox.")
    known = things.read(session, {"dispute": "handoff"}.get(sort, sort), item_id)
    write = write_of(session)
    write.subject = write.subject or str(known.get("title") or "")
    statement = sa.select(InboxMark.id).where(
        InboxMark.member_id == context.me.id,
        InboxMark.sort == sort,
        InboxMark.item_id == item_id,
        InboxMark.deleted_at.is_(None),
    )
    number = session.execute(statement.order_by(InboxMark.id.desc()).limit(1)).scalar_one_or_none()
    if number is None:
        given = {"member_id": context.me.id, "sort": sort, "item_id": item_id, column: value}
        things.create(session, "mark", given)
    else:
        things.edit(session, "mark", number, {column: value})
