"""What colleagues make of a note: replies, reactions, and whether it is pinned to the top of its record."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import feed, things
from app.context import Context
from app.errors import NotFoundError, RefusedError, UsageError, Word
from db.journal import write_of
from db.models import Activity, Reaction

SIGNS = ("agree", "thanks", "seen", "great")
"""The reactions that there are."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote, with the ids of who reacted, by sign."""

    id: int
    kind: str
    record_id: int
    type: str
    parent_id: int | None
    by_id: int | None
    by: str
    team: str
    at: datetime
    text: str
    is_pinned: bool
    reactions: Mapping[str, Sequence[int]]


def reply(session: Session, activity_id: int, text: str) -> int:
    """Write a note in reply to another and return its id; whom it names and who began the thread are told.

    A thread is one deep: a reply to a reply joins the thread of the first note.

    Raises:
        UsageError: it says nothing.
        RefusedError: the note lies in the bin.
        NotFoundError: there is no such note.
    """
    theirs = _standing(session, activity_id)
    root = theirs["parent_id"] or activity_id
    return feed.add(session, theirs["kind"], theirs["record_id"], "note", text, parent_id=root)


def react(session: Session, activity_id: int, sign: str, *, on: bool = True) -> None:
    """Put a sign of mine below a note, or take it away.

    Raises:
        UsageError: there is no such sign.
        RefusedError: nobody is known to be me, or the note lies in the bin.
        NotFoundError: there is no such note.
    """
    context: Context = session.info["context"]
    if sign not in SIGNS:
        raise UsageError("“{sign}” is no reaction. Choose one of: {known}.", sign=sign, known=", ".join(SIGNS))
    if context.me is None:
        raise RefusedError("Only a member of the workspace can react to a note.")
    theirs = _standing(session, activity_id)
    write = write_of(session)
    write.subject = write.subject or str(theirs["text"])[:80]
    statement = sa.select(Reaction.id).where(
        Reaction.activity_id == activity_id,
        Reaction.member_id == context.me.id,
        Reaction.sign == sign,
        Reaction.deleted_at.is_(None),
    )
    there = session.execute(statement).scalars().all()
    if on and not there:
        given = {"activity_id": activity_id, "member_id": context.me.id, "sign": sign}
        things.create(session, "reaction", given)
    elif not on:
        for number in there:
            things.remove(session, "reaction", number)


def pin(session: Session, activity_id: int, *, on: bool = True) -> None:
    """Pin a note to the top of its record and of the feed, or let it go; anybody may.

    Raises:
        RefusedError: the note lies in the bin.
        NotFoundError: there is no such note.
    """
    write = write_of(session)
    theirs = _standing(session, activity_id, lock=True)
    if (theirs["pinned_at"] is not None) != on:
        values = {"pinned_at": write.now, "pinned_by": write.facts.member_id}
        things.edit(session, "activity", activity_id, values if on else dict.fromkeys(values))


def _standing(session: Session, activity_id: int, *, lock: bool = False) -> dict[str, Any]:
    theirs = things.read(session, "activity", activity_id, lock=lock)
    if theirs["deleted_at"] is not None:
        raise RefusedError("That note was moved to the bin meanwhile.")
    return theirs


def one(session: Session, activity_id: int) -> Note:
    """Return one note.

    Raises:
        NotFoundError: it is gone.
    """
    found = notes(session, Activity.id == activity_id)
    if not found:
        raise NotFoundError("There is no {kind} {number}.", kind=Word("activity"), number=activity_id)
    return found[0]


def notes(session: Session, condition: sa.ColumnElement[bool]) -> tuple[Note, ...]:
    """Return the notes that meet a condition, the oldest first, with their reactions, in one statement."""
    context: Context = session.info["context"]
    rows = session.execute(
        sa.select(
            Activity.id,
            Activity.kind,
            Activity.record_id,
            Activity.type,
            Activity.parent_id,
            Activity.member_id,
            Activity.at,
            Activity.text,
            Activity.pinned_at,
            Reaction.sign,
            Reaction.member_id.label("reacted"),
        )
        .outerjoin(Reaction, sa.and_(Reaction.activity_id == Activity.id, Reaction.deleted_at.is_(None)))
        .where(condition, Activity.deleted_at.is_(None))
        .order_by(Activity.at, Activity.id, Reaction.id)
    ).all()
    signs: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.sign is not None and row.reacted not in signs[row.id][row.sign]:
            signs[row.id][row.sign].append(row.reacted)
    found: dict[int, Note] = {}
    for row in rows:
        author = context.members.get(row.member_id)
        found[row.id] = Note(
            id=row.id,
            kind=row.kind,
            record_id=row.record_id,
            type=row.type,
            parent_id=row.parent_id,
            by_id=row.member_id,
            by=author.name if author else "",
            team=author.team if author else "",
            at=row.at,
            text=row.text,
            is_pinned=row.pinned_at is not None,
            reactions={sign: tuple(ids) for sign, ids in signs[row.id].items()},
        )
    return tuple(found.values())
