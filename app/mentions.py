"""Who is named with an “@” in what somebody wrote, and what of it they have seen."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app import things
from app.context import Context, MemberRow
from app.errors import RefusedError
from db.folding import fold
from db.journal import write_of
from db.models import Activity, Company, Contact, Lead, Mention

_SIGN = re.compile(r"(?<!\w)@")


@dataclass(frozen=True, slots=True)
class Named:
    """A member who is named in a text, and where: from the “@” to the end of the name."""

    member_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A note that names somebody. `kind`, `record_id` and `record` say what it was written on."""

    id: int
    activity_id: int
    at: datetime
    by_id: int | None
    by: str
    text: str
    kind: str
    record_id: int
    record: str
    read_at: datetime | None


def named(context: Context, text: str) -> Iterator[Named]:
    """Yield the members that an “@” names: by whole name, e-mail, or a first name that only one has.

    Accents and capitals don't matter. What may mean two members means none.
    """
    members = [one for one in context.members.values() if one.active]
    last = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < last:
            continue
        found = _one(members, text, sign.end())
        if found is not None:
            last = found[1]
            yield Named(found[0], sign.start(), last)


def _one(members: Sequence[MemberRow], text: str, start: int) -> tuple[int, int] | None:
    ends: dict[int, set[int]] = defaultdict(set)
    for one in members:
        for name in {one.name, one.email, one.name.partition(" ")[0]} - {""}:
            end = _end_of(name, text, start)
            if end is not None:
                ends[end].add(one.id)
    end = max(ends, default=0)
    return (ends[end].pop(), end) if end and len(ends[end]) == 1 else None


def _end_of(name: str, text: str, start: int) -> int | None:
    """Return where a name that stands at `start` ends; it may be written without accents or capitals."""
    most = min(len(text), start + 2 * len(name))
    wanted = fold(name)
    if not fold(text[start:most]).startswith(wanted):
        return None
    # Folding may change how long a text is, so the end is sought in the text as it was typed.
    for end in range(start + 1, most + 1):
        if fold(text[start:end]) == wanted and not text[end : end + 1].isalnum():
            return end
    return None


def keep(session: Session, activity_id: int, text: str) -> None:
    """Write down whom a note names, and take away whom it names no longer; nobody is told of their own words.

    Whom a reply answers is told as if it named them.
    """
    context: Context = session.info["context"]
    author = write_of(session).facts.member_id
    wanted = {one.member_id for one in named(context, text)}
    parent, note = aliased(Activity), Activity
    answered = sa.select(parent.member_id).join(note, note.parent_id == parent.id).where(note.id == activity_id)
    answerers = session.execute(answered).scalars()
    wanted |= {number for number in answerers if number is not None and number in context.members}
    wanted -= {author}
    there = {
        row.member_id: row.id
        for row in session.execute(
            sa.select(Mention.id, Mention.member_id).where(
                Mention.activity_id == activity_id, Mention.deleted_at.is_(None)
            )
        ).all()
    }
    for member_id in sorted(wanted - there.keys()):
        things.create(session, "mention", {"activity_id": activity_id, "member_id": member_id})
    for member_id in sorted(there.keys() - wanted):
        things.remove(session, "mention", there[member_id])


def mine(session: Session, *, unread: bool = True, limit: int = 200) -> list[MentionRow]:
    """Return the notes that name me, the newest first; only those not seen yet unless `unread` is false."""
    context: Context = session.info["context"]
    if context.me is None:
        return []
    name = sa.case(
        *(
            (Activity.kind == kind, sa.select(model.name).where(model.id == Activity.record_id).scalar_subquery())
            for kind, model in (("contact", Contact), ("company", Company), ("lead", Lead))
        ),
        else_="",
    ).label("record")
    statement = (
        sa.select(
            Mention.id,
            Mention.activity_id,
            Activity.at,
            Activity.member_id,
            Activity.text,
            Activity.kind,
            Activity.record_id,
            name,
            Mention.read_at,
        )
        .join(Activity, Activity.id == Mention.activity_id)
        .where(Mention.member_id == context.me.id, Mention.deleted_at.is_(None), Activity.deleted_at.is_(None))
        .order_by(Activity.at.desc(), Mention.id.desc())
        .limit(limit)
    )
    if unread:
        statement = statement.where(Mention.read_at.is_(None))
    found = []
    for row in session.execute(statement).all():
        author = context.members.get(row.member_id)
        by = author.name if author else ""
        told = (row.text, row.kind, row.record_id, row.record or "", row.read_at)
        found.append(MentionRow(row.id, row.activity_id, row.at, row.member_id, by, *told))
    return found


def mark(session: Session, ids: Sequence[int], *, read: bool = True) -> None:
    """Mark notes that name me as seen, or as not seen.

    Raises:
        RefusedError: one of them names somebody else.
    """
    context: Context = session.info["context"]
    write = write_of(session)
    for number in ids:
        theirs = things.read(session, "mention", number)
        if context.me is None or theirs["member_id"] != context.me.id:
            raise RefusedError("Only the one who is named can say that they have read it.")
        if (theirs["read_at"] is not None) != read:
            things.edit(session, "mention", number, {"read_at": write.now if read else None})
