"""What happened with a record: notes, calls, e-mails and visits, its moves, and who changed what.

To a contact belongs what happened with its leads; to a company what happened with its people and leads. `app.feed`
writes notes and calls, the journal keeps the rest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.context import Context
from db.models import Activity, Consent, Contact, ContactMerge, Import, ImportChange, Journal, Lead, Reaction, Task
from db.types import Moment

NEWEST = 60
"""How many lines are read at a time."""
SHOWN = ("all", "notes", "talks", "moves", "edits")
"""What a timeline can be narrowed to: everything, notes, calls and e-mails, moves, edits."""
TALKS = ("call", "email", "meeting", "visit")
EVERY = 10_000_000
SORT = "happened"
PINNED = "pinned"
MOST_PINNED = 40
"""Pinned notes, with what was replied to them, that a record shows at most."""
DONE = "tasks.finish"


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One line of a timeline.

    Attributes:
        at: when it was.
        member_id: who did it, None where nobody is known.
        who: their name.
        what: an activity's type or the act of a change.
        text: what was written, or the file of an import.
        fields: what changed, field -> before and after.
        source: activity, journal, task or import.
        id: its number there.
        kind: contact, company or lead: what it happened to.
        record_id: which one.
        record: the name of that one.
        subject: an e-mail's.
        direction: in, out or none.
        minutes: how long it took.
        parent_id: the activity that it replies to.
        is_pinned: whether somebody pinned it to the top of its record.
        reactions: the ids of who reacted to it, by sign.
    """

    at: datetime
    member_id: int | None
    who: str
    what: str
    text: str
    fields: dict[str, Any]
    source: str = ""
    id: int = 0
    kind: str = ""
    record_id: int = 0
    record: str = ""
    subject: str = ""
    direction: str | None = None
    minutes: int | None = None
    parent_id: int | None = None
    is_pinned: bool = False
    reactions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def is_move(self) -> bool:
        """Whether a lead went from one stage to another."""
        return self.source == "journal" and self.kind == "lead" and "stage" in self.fields

    @property
    def key(self) -> tuple[str, int, str, int]:
        """What tells it from every other line."""
        return self.source, self.id, self.kind, self.record_id


class Part(NamedTuple):
    """Lines of a timeline, the newest first; older ones begin at `before`, None where there are none.

    `pinned` are the notes pinned to the record, with what was replied to them; a newest part alone has them, and they
    stand among its items too, in their place.
    """

    items: tuple[TimelineItem, ...]
    before: datetime | None
    pinned: tuple[TimelineItem, ...] = ()


def timeline(session: Session, kind: str, record_id: int, limit: int | None = 200) -> tuple[TimelineItem, ...]:
    """Return the newest of what happened with a record, newest first; with no limit, all of it."""
    return page(session, kind, record_id, limit=limit or EVERY).items


def page(
    session: Session,
    kind: str,
    record_id: int,
    shown: str = "all",
    before: datetime | None = None,
    limit: int = NEWEST,
) -> Part:
    """Return a part of a record's timeline, newest first.

    Lines of the very moment `before` come again, since one act can leave several; `TimelineItem.key` tells them apart.
    """
    rows = session.execute(sa.union_all(*happened(kind, record_id, shown, before, limit))).all()
    return part(session, rows, shown, limit)


def part(session: Session, rows: Iterable[Any], shown: str = "all", limit: int = NEWEST) -> Part:
    """Return the timeline in rows that have the columns of `line`; rows of another sort are left out."""
    context: Context = session.info["context"]
    pinned: list[TimelineItem] = []
    found: list[TimelineItem] = []
    for row in rows:
        if row.sort in {SORT, PINNED}:
            (found if row.sort == SORT else pinned).append(_item(context, row))
    for some in (found, pinned):
        # By source too, so that a note and what it changed stand in one order at every reading.
        some.sort(key=lambda item: (item.at, item.source, item.id), reverse=True)
    more = len(found) > limit
    kept = found[:limit]
    last = kept[-1].at if more else None
    if shown in {"moves", "edits"}:
        kept = [one for one in kept if one.is_move == (shown == "moves")]
    return Part(tuple(kept), last, tuple(pinned))


def _item(context: Context, row: Any) -> TimelineItem:
    member = context.members.get(row.member_id) if row.member_id is not None else None
    return TimelineItem(
        at=row.at,
        member_id=row.member_id,
        who=member.name if member else "",
        what=row.what,
        text=row.text,
        fields=row.fields or {},
        source=row.source,
        id=row.number,
        kind=row.kind,
        record_id=row.record_id,
        record=row.record or "",
        subject=row.subject or "",
        direction=row.direction or None,
        minutes=row.minutes,
        parent_id=row.parent_id,
        is_pinned=row.pinned_at is not None,
        reactions=_reactions(row.signs),
    )


def _reactions(signs: str | None) -> dict[str, tuple[int, ...]]:
    """Return who gave which sign from the words of `_with_signs`."""
    found: dict[str, set[int]] = {}
    for one in (signs or "").split():
        sign, _, number = one.partition(":")
        found.setdefault(sign, set()).add(int(number))
    return {sign: tuple(sorted(found[sign])) for sign in sorted(found)}


def happened(
    kind: str, record_id: int, shown: str = "all", before: datetime | None = None, limit: int = NEWEST
) -> list[sa.Select[Any]]:
    """Return the reads of a record's timeline; one statement takes them all, for one trip to a server."""
    found: list[sa.Select[Any]] = []
    for one, ids, name in _belonging(kind, record_id):
        if one == "consent":
            if shown in {"all", "edits"}:
                found.append(_journal(one, ids, name, shown, before, limit))
            continue
        if shown in {"all", "notes", "talks"}:
            found.append(_with_signs(_newest(_activities(one, ids, name, SORT, shown), Activity.at, before, limit)))
        if shown in {"all", "notes"} and before is None and (name is None or (kind, one) == ("contact", "lead")):
            statement = _activities(one, ids, name, PINNED).where(_pinned(one, ids))
            found.append(_with_signs(_newest(statement, Activity.at, None, MOST_PINNED - 1)))
        if shown == "all":
            found.append(_done_tasks(one, ids, name, before, limit))
        if shown in {"all", "edits"} or (shown == "moves" and one == "lead"):
            found.append(_journal(one, ids, name, shown, before, limit))
    if shown in {"all", "edits"}:
        found.append(_imports(kind, record_id, before, limit))
    return found


def _belonging(kind: str, record_id: int) -> list[tuple[str, Any, Any]]:
    """Return what a record's timeline is made of: kinds, the ids of each, and the name of the one a line is about."""
    alone = [record_id]
    if kind == "contact":
        return [
            ("contact", _merged(record_id), None),
            ("lead", sa.select(Lead.id).where(Lead.contact_id == record_id, Lead.deleted_at.is_(None)), Lead),
            ("consent", sa.select(Consent.id).where(Consent.contact_id == record_id), Consent),
        ]
    if kind == "company":
        people = sa.select(Contact.id).where(Contact.company_id == record_id, Contact.deleted_at.is_(None))
        return [
            ("company", alone, None),
            ("contact", people, Contact),
            ("lead", sa.select(Lead.id).where(of_company(record_id), Lead.deleted_at.is_(None)), Lead),
        ]
    return [(kind, alone, None)]


def _merged(contact_id: int) -> sa.Select[Any]:
    """Return a contact's id and those of all that were merged into it, whose history is its own."""
    found = sa.select(sa.literal(contact_id, sa.BigInteger()).label("id")).cte("merged_into", recursive=True)
    more = sa.select(ContactMerge.gone_id).join(found, ContactMerge.kept_id == found.c.id)
    found = found.union(more.where(ContactMerge.deleted_at.is_(None)))
    return sa.select(found.c.id)


def of_company(company_id: int) -> sa.ColumnElement[bool]:
    """Return the condition on leads that belong to a company, directly or through one of its people."""
    people = sa.select(Contact.id).where(Contact.company_id == company_id)
    return sa.or_(Lead.company_id == company_id, Lead.contact_id.in_(people))


def _name(model: type[Contact | Lead | Consent] | None, number: Any) -> Any:
    if model is None:
        return sa.literal("", sa.Text())
    name: Any = Consent.purpose if model is Consent else model.name  # type: ignore[union-attr]  # only a consent has none
    return sa.cast(sa.select(name).where(model.id == number).scalar_subquery(), sa.Text())


def _newest(statement: sa.Select[Any], at: Any, before: datetime | None, limit: int) -> sa.Select[Any]:
    if before is not None:
        statement = statement.where(at <= before)
    return sa.select(statement.order_by(at.desc()).limit(limit + 1).subquery())


def _activities(kind: str, ids: Any, name: Any, sort: str, shown: str = "all") -> sa.Select[Any]:
    statement = line(
        sort,
        source=sa.literal("activity"),
        number=Activity.id,
        kind=sa.literal(kind),
        record_id=Activity.record_id,
        record=_name(name, Activity.record_id),
        at=Activity.at,
        member_id=Activity.member_id,
        what=Activity.type,
        text=Activity.text,
        subject=Activity.subject,
        direction=Activity.direction,
        minutes=Activity.minutes,
        parent_id=Activity.parent_id,
        pinned_at=Activity.pinned_at,
    ).where(Activity.kind == kind, Activity.record_id.in_(ids), Activity.deleted_at.is_(None))
    if shown == "notes":
        statement = statement.where(Activity.type == "note")
    elif shown == "talks":
        statement = statement.where(Activity.type.in_(TALKS))
    return statement


def _pinned(kind: str, ids: Any) -> sa.ColumnElement[bool]:
    """Return the condition on activities of records that are pinned, or reply to a pinned one."""
    top = aliased(Activity)
    whose = sa.select(top.id).where(
        top.kind == kind, top.record_id.in_(ids), top.pinned_at.is_not(None), top.deleted_at.is_(None)
    )
    return sa.or_(Activity.pinned_at.is_not(None), Activity.parent_id.in_(whose))


def _with_signs(found: sa.Select[Any]) -> sa.Select[Any]:
    """Return lines of activities with who reacted to each: “sign:member” in a row, of those lines alone."""
    rows = found.subquery()
    one = Reaction.sign + ":" + sa.cast(Reaction.member_id, sa.Text())
    signs = sa.select(sa.func.aggregate_strings(one, " ")).where(
        Reaction.activity_id == rows.c.number, Reaction.deleted_at.is_(None)
    )
    given = sa.func.coalesce(signs.scalar_subquery(), "").label("signs")
    return sa.select(*(given if column.name == "signs" else column for column in rows.c))


def _done_tasks(kind: str, ids: Any, name: Any, before: datetime | None, limit: int) -> sa.Select[Any]:
    statement = line(
        SORT,
        source=sa.literal("task"),
        number=Task.id,
        kind=sa.literal(kind),
        record_id=Task.record_id,
        record=_name(name, Task.record_id),
        at=Task.done_at,
        member_id=Task.done_by,
        what=sa.literal(DONE),
        text=Task.title,
    ).where(Task.kind == kind, Task.record_id.in_(ids), Task.done_at.is_not(None), Task.deleted_at.is_(None))
    return _newest(statement, Task.done_at, before, limit)


def _journal(kind: str, ids: Any, name: Any, shown: str, before: datetime | None, limit: int) -> sa.Select[Any]:
    statement = line(
        SORT,
        source=sa.literal("journal"),
        number=Journal.id,
        kind=sa.literal(kind),
        record_id=Journal.record_id,
        record=_name(name, Journal.record_id),
        at=Journal.at,
        member_id=Journal.actor_id,
        what=Journal.act,
        fields=Journal.fields,
    ).where(Journal.kind == kind, Journal.record_id.in_(ids))
    if shown == "moves":
        statement = statement.where(Journal.act.not_in(("leads.edit", "tasks.add", "tasks.edit", DONE)))
    if before is not None:
        statement = statement.where(Journal.at <= before)
    return sa.select(statement.order_by(Journal.id.desc()).limit(limit + 1).subquery())


def _imports(kind: str, record_id: int, before: datetime | None, limit: int) -> sa.Select[Any]:
    statement = (
        line(
            SORT,
            source=sa.literal("import"),
            number=Import.id,
            kind=sa.literal(kind),
            record_id=sa.literal(record_id, sa.BigInteger()),
            at=Import.at,
            member_id=Import.member_id,
            what=sa.literal("importing.update"),
            text=Import.file,
            fields=ImportChange.fields,
        )
        .join(Import, Import.id == ImportChange.import_id)
        .where(ImportChange.kind == kind, ImportChange.record_id == record_id)
    )
    return _newest(statement, Import.at, before, limit)


def line(sort: str, **given: Any) -> sa.Select[Any]:
    """Return a SELECT of `sort` and the columns of `_LINE`, so that reads of several tables fit one UNION."""
    return sa.select(
        sa.literal(sort).label("sort"),
        *((given[name] if name in given else sa.cast(empty, empty.type)).label(name) for name, empty in _LINE.items()),
    )


_LINE: dict[str, sa.ColumnElement[Any]] = {
    "at": sa.literal(None, Moment()),
    "member_id": sa.literal(None, sa.BigInteger()),
    "what": sa.literal(None, sa.Text()),
    "text": sa.literal("", sa.Text()),
    "fields": sa.literal(None, sa.JSON(none_as_null=True)),
    "number": sa.literal(None, sa.BigInteger()),
    "source": sa.literal("", sa.Text()),
    "kind": sa.literal("", sa.Text()),
    "record_id": sa.literal(None, sa.BigInteger()),
    "record": sa.literal("", sa.Text()),
    "subject": sa.literal("", sa.Text()),
    "direction": sa.literal("", sa.Text()),
    "minutes": sa.literal(None, sa.BigInteger()),
    "parent_id": sa.literal(None, sa.BigInteger()),
    "pinned_at": sa.literal(None, Moment()),
    "signs": sa.literal("", sa.Text()),
    # What the other sorts need: a lead, a task, a consent.
    "entered_at": sa.literal(None, Moment()),
    "stage_id": sa.literal(None, sa.BigInteger()),
    "score": sa.literal(None, sa.BigInteger()),
    "units": sa.literal(None, sa.BigInteger()),
    "currency": sa.literal("", sa.Text()),
    "due_at": sa.literal(None, Moment()),
}
