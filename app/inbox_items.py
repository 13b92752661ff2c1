"""All that waits for a member, read in one statement: handoffs, clocks, mentions, tasks, disputes, and what is late."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import scores
from app.clocks import Span, day_span
from app.context import Context, MemberRow
from app.fields import LEAD, to_plain
from app.finding import condition_of
from app.handoffs import clocks
from app.handoffs.clocks import Clock
from app.handoffs.times import Times
from db.models import Absence, Activity, Company, Contact, Handoff, InboxMark, Lead, Meeting, Mention, Task
from db.types import Moment, to_micros

GROUPS = ("handoffs", "clocks", "mentions", "tasks", "disputes")
"""What waits, by how much it presses."""
SOON = timedelta(hours=8)
"""A clock is about to run out this long before its end, in working time: a working day."""
AHEAD = timedelta(days=7)
"""A task comes into the inbox this long before it is due."""
MOST = 200
_JUDGES = frozenset({"lead", "admin"})


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits.

    Attributes:
        group: one of `GROUPS`.
        sort: handoff, task, mention or dispute; with `id` it names the thing.
        kind, record_id, record, company: what it is about, with its name and its company's.
        text: the note, the task's title, the sender's note or the dispute's.
        who_id, who: the colleague behind it: sender, author, who disputes.
        at: when it came.
        due_at: when its time is over, if it has such a moment.
        activity_id: the note that a mention stands in.
        source, score: of the lead that was handed over.
        minutes: the time that was promised, in working minutes.
        clock: how a handoff's clock stands.
        left: what is left, in working time, of a promise that is about to run out.
    """

    group: str
    sort: str
    id: int
    kind: str
    record_id: int | None
    record: str
    company: str
    text: str
    who_id: int | None
    who: str
    at: datetime
    due_at: datetime | None
    activity_id: int | None = None
    source: str = ""
    score: int | None = None
    minutes: int | None = None
    done_at: datetime | None = None
    clock: Clock | None = None
    left: timedelta | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from every other thing that waits."""
        return self.sort, self.id

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        shown = [name for name in self.__dataclass_fields__ if name not in {"done_at", "clock", "left"}]
        plain = {name: to_plain(getattr(self, name)) for name in shown}
        if self.left is not None:
            plain["left_minutes"] = self.left // timedelta(minutes=1)
        return plain if self.clock is None else plain | {"clock": self.clock.to_json()}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: all that waits, how many leads of mine are overdue, and all of my open tasks."""

    items: Sequence[Item] = ()
    overdue: int = 0
    tasks: Sequence[Item] = ()


_COLUMNS: Mapping[str, Any] = {
    "id": sa.BigInteger(),
    "kind": sa.Text(),
    "record_id": sa.BigInteger(),
    "record": sa.Text(),
    "company": sa.Text(),
    "text": sa.Text(),
    "who_id": sa.BigInteger(),
    "at": Moment(),
    "due_at": Moment(),
    "activity_id": sa.BigInteger(),
    "source": sa.Text(),
    "score": sa.BigInteger(),
    "minutes": sa.BigInteger(),
    "to_member_id": sa.BigInteger(),
    "play": sa.Text(),
    "first_day": sa.Date(),
    "last_day": sa.Date(),
    "done_at": Moment(),
    "later_until": Moment(),
}


def read(session: Session) -> Read:
    """Return what waits for me, what presses most first, in one statement."""
    context: Context = session.info["context"]
    me = context.me
    if me is None:
        return Read()
    parts = [_tasks(me), _mentions(me), _handoffs(context, me), _disputes(context, me), _absences(), _overdue(session)]
    rows = session.execute(sa.union_all(*parts)).all()
    absences: dict[int, list[Span]] = defaultdict(list)
    overdue = 0
    for row in rows:
        if row.sort == "absence":
            absences[row.id].append(day_span(_day(row.first_day), _day(row.last_day), context.zone))
        elif row.sort == "overdue":
            overdue = int(row.id)
    times = Times(context, absences)
    found = [_item(context, times, row) for row in rows if row.sort not in {"absence", "overdue"}]
    tasks = [item for item, until in found if item.sort == "task" and (until is None or until <= context.now)]
    wanted = [item for item, until in found if _waits(context, item, until)]
    return Read(tuple(urgent(wanted)), overdue, tuple(sorted(tasks, key=_by_due)))


def urgent(items: Iterable[Item]) -> list[Item]:
    """Return things by group, in each what runs out first on top, then the newest."""
    return sorted(items, key=lambda one: (GROUPS.index(one.group), *_by_due(one)))


def newest(items: Iterable[Item]) -> list[Item]:
    """Return things by group, the newest of each on top."""
    return sorted(items, key=lambda one: (GROUPS.index(one.group), -one.at.timestamp(), one.id))


def _by_due(one: Item) -> tuple[bool, float, float, int]:
    return one.due_at is None, one.due_at.timestamp() if one.due_at else 0.0, -one.at.timestamp(), one.id


def _waits(context: Context, item: Item, until: datetime | None) -> bool:
    if item.done_at is not None or (until is not None and until > context.now):
        return False
    if item.sort == "handoff":
        # Past due it is returned, whether or not anybody made that fact yet.
        return item.due_at is None or item.due_at > context.now
    if item.sort != "task" or item.group == "clocks":  # days off may keep its end further away
        return True
    return item.due_at is not None and item.due_at <= context.now + AHEAD


def _day(value: Any) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _item(context: Context, times: Times, row: Any) -> tuple[Item, datetime | None]:
    due, clock, left = row.due_at, None, None
    group = {"task": "tasks", "mention": "mentions", "handoff": "handoffs", "dispute": "disputes"}[row.sort]
    if row.sort == "handoff":
        sent = {"to_member_id": row.to_member_id, "sent_at": row.at, "answer_minutes": row.minutes, "answered_at": None}
        clock = clocks.clock(times, sent, context.now)
        due = clock.due_at
    elif row.sort == "task" and row.play and due is not None:
        left = _left(times, context.now, due)
        group, left = ("clocks", left) if left <= SOON else (group, None)
    who = context.members.get(row.who_id) if row.who_id is not None else None
    item = Item(
        group=group,
        sort=row.sort,
        id=row.id,
        kind=row.kind or "",
        record_id=row.record_id,
        record=row.record or "",
        company=row.company or "",
        text=row.text or "",
        who_id=row.who_id,
        who=who.name if who else "",
        at=row.at,
        due_at=due,
        activity_id=row.activity_id,
        source=row.source or "",
        score=row.score,
        minutes=row.minutes,
        done_at=row.done_at,
        clock=clock,
        left=left,
    )
    return item, row.later_until


def _left(times: Times, now: datetime, due: datetime) -> timedelta:
    """Return the working time until a promised task is due, by the workspace's calendar as its due time is."""
    calendar = times.calendar(None)
    if not calendar.works:  # nobody works any more; what was promised before still runs out
        return max(due - now, timedelta())
    return timedelta(microseconds=calendar.elapsed(to_micros(now), to_micros(due)))


def _line(sort: str, **given: Any) -> sa.Select[Any]:
    columns = [
        (sa.type_coerce(given[name], kind) if name in given else sa.cast(sa.null(), kind)).label(name)
        for name, kind in _COLUMNS.items()
    ]
    return sa.select(sa.literal(sort, sa.Text()).label("sort"), *columns)


def _mark(me: MemberRow, sort: str, number: Any, column: Any) -> Any:
    """Return the latest moment that I said of a thing; marks taken back by undo don't count."""
    return (
        sa.select(sa.func.max(column))
        .where(
            InboxMark.member_id == me.id,
            InboxMark.sort == sort,
            InboxMark.item_id == number,
            InboxMark.deleted_at.is_(None),
        )
        .scalar_subquery()
    )


def _marks(me: MemberRow, sort: str, number: Any) -> dict[str, Any]:
    return {
        "done_at": _mark(me, sort, number, InboxMark.done_at),
        "later_until": _mark(me, sort, number, InboxMark.later_until),
    }


def _teams(me: MemberRow) -> tuple[str, ...]:
    return ("marketing", "sales") if me.team == "both" else (me.team,)


def _tasks(me: MemberRow) -> sa.Select[Any]:
    mine = sa.or_(Task.owner_id == me.id, sa.and_(Task.owner_id.is_(None), Task.team.in_(_teams(me))))
    about = sa.case((sa.and_(Task.kind.is_(None), Task.meeting_id.is_not(None)), "meeting"), else_=Task.kind)
    statement = _line(
        "task",
        id=Task.id,
        kind=about,
        record_id=sa.func.coalesce(Task.record_id, Task.meeting_id),
        record=sa.func.coalesce(Contact.name, Company.name, Lead.name, Meeting.title, ""),
        text=Task.title,
        at=Task.created_at,
        due_at=Task.due_at,
        play=Task.play_key,
        **_marks(me, "task", Task.id),
    )
    chosen = (
        statement.select_from(Task)
        .outerjoin(Contact, sa.and_(Task.kind == "contact", Contact.id == Task.record_id))
        .outerjoin(Company, sa.and_(Task.kind == "company", Company.id == Task.record_id))
        .outerjoin(Lead, sa.and_(Task.kind == "lead", Lead.id == Task.record_id))
        .outerjoin(Meeting, Meeting.id == Task.meeting_id)
        .where(mine, Task.done_at.is_(None), Task.deleted_at.is_(None))
        .order_by(Task.due_at.is_(None), Task.due_at, Task.id)
        .limit(MOST)
    )
    return sa.select(chosen.subquery())


def _mentions(me: MemberRow) -> sa.Select[Any]:
    name = sa.case(
        *(
            (Activity.kind == kind, sa.select(model.name).where(model.id == Activity.record_id).scalar_subquery())
            for kind, model in (("contact", Contact), ("company", Company), ("lead", Lead))
        ),
        else_="",
    )
    statement = _line(
        "mention",
        id=Mention.id,
        kind=Activity.kind,
        record_id=Activity.record_id,
        record=name,
        text=Activity.text,
        who_id=Activity.member_id,
        at=Activity.at,
        activity_id=Activity.id,
        **_marks(me, "mention", Mention.id),
    )
    chosen = (
        statement.select_from(Mention)
        .join(Activity, Activity.id == Mention.activity_id)
        .where(
            Mention.member_id == me.id,
            Mention.read_at.is_(None),
            Mention.deleted_at.is_(None),
            Activity.deleted_at.is_(None),
        )
        .order_by(Activity.at.desc(), Mention.id.desc())
        .limit(MOST)
    )
    return sa.select(chosen.subquery())


def _of_handoff(context: Context, me: MemberRow, sort: str, who: Any, at: Any, text: Any) -> sa.Select[Any]:
    statement = _line(
        sort,
        id=Handoff.id,
        kind=sa.literal("lead", sa.Text()),
        record_id=Handoff.lead_id,
        record=sa.func.coalesce(Contact.name, Lead.name),
        company=sa.func.coalesce(Company.name, ""),
        text=text,
        who_id=who,
        at=at,
        source=Lead.source,
        score=scores.column(context).element,
        minutes=Handoff.answer_minutes,
        to_member_id=Handoff.to_member_id,
        **_marks(me, sort, Handoff.id),
    )
    return (
        statement.select_from(Handoff)
        .join(Lead, Lead.id == Handoff.lead_id)
        .outerjoin(Contact, Contact.id == Lead.contact_id)
        .outerjoin(Company, Company.id == Lead.company_id)
        .where(Handoff.deleted_at.is_(None), Lead.deleted_at.is_(None))
    )


def _handoffs(context: Context, me: MemberRow) -> sa.Select[Any]:
    pool = sa.and_(Handoff.to_member_id.is_(None), Handoff.to_team.in_(_teams(me)))
    statement = _of_handoff(context, me, "handoff", Handoff.from_member_id, Handoff.sent_at, Handoff.note)
    chosen = statement.where(Handoff.answered_at.is_(None), sa.or_(Handoff.to_member_id == me.id, pool))
    return sa.select(chosen.order_by(Handoff.sent_at, Handoff.id).limit(MOST).subquery())


def _disputes(context: Context, me: MemberRow) -> sa.Select[Any]:
    statement = _of_handoff(context, me, "dispute", Handoff.disputed_by, Handoff.disputed_at, Handoff.dispute_note)
    chosen = statement.where(Handoff.disputed_at.is_not(None), Handoff.ruled_at.is_(None))
    if me.role not in _JUDGES:
        chosen = chosen.where(Handoff.answered_by == me.id)
    return sa.select(chosen.order_by(Handoff.disputed_at.desc(), Handoff.id.desc()).limit(MOST).subquery())


def _absences() -> sa.Select[Any]:
    statement = _line(
        "absence", id=Absence.member_id, first_day=Absence.first_day, last_day=Absence.last_day
    ).select_from(Absence)
    return statement.where(Absence.deleted_at.is_(None))


def _overdue(session: Session) -> sa.Select[Any]:
    late = sa.select(sa.func.count()).select_from(Lead)
    late = late.where(
        Lead.state == "open",  # said again for the index: all but a few leads of a workspace are closed
        Lead.deleted_at.is_(None),
        condition_of(session, LEAD, "overdue:yes owner:me"),
    )
    return _line("overdue", id=late.scalar_subquery())
