"""Everything that is written down about a meeting, read in one statement."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.errors import NotFoundError
from app.meeting_parts import padded
from app.reports.progress import GoalRow
from db.models import Campaign, Decision, Forgiveness, Goal, Handoff, Lead, Meeting, MeetingItem, Task, Win
from db.rows import table_of
from db.types import from_micros, from_units, to_micros

WITHOUT_ONE = timedelta(days=7)
"""How far back wins and changes are told when there was no meeting before."""


@dataclass(frozen=True, slots=True)
class Item:
    """A step of the agenda: planned minutes, the seconds it took, what was noted."""

    id: int
    title: str
    topic: str
    position: int
    minutes: int
    seconds: int
    notes: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What a meeting settled."""

    id: int
    text: str
    position: int


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody owes after a meeting, this one or one before."""

    id: int
    title: str
    owner_id: int | None
    due_at: datetime | None
    done_at: datetime | None
    meeting_id: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class AddedWin:
    """A win that a member added."""

    id: int
    title: str
    detail: str
    at: datetime
    member_id: int | None


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A disputed rejection that waits for a ruling, or was ruled on in this meeting or since the one before.

    `id` is the handoff's, `evidence` what spoke for the lead as it was sent; an empty `ruling` is still to come.
    """

    id: int
    lead_id: int
    lead: str
    from_stage_id: int | None
    reason_id: int | None
    answered_by: int | None
    answer_note: str
    disputed_at: datetime
    disputed_by: int | None
    dispute_note: str
    ruling: str
    ruling_note: str
    ruled_at: datetime | None
    ruled_by: int | None
    clause_key: str
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ForgivenRow:
    """What the meeting let a team off: a promise by its key, as a whole, one lead's case of it, or so many leads."""

    id: int
    promise_key: str
    lead: str
    amount: int | None
    note: str
    member_id: int


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign with its dates and channel."""

    id: int
    name: str
    channel: str
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting as a list shows it."""

    id: int
    version: int
    title: str
    starts_at: datetime
    ended_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Papers(MeetingRow):
    """A meeting with all that belongs to it.

    Attributes:
        since: when the meeting before began; a week before this one if there was none.
        is_first: whether there was no meeting before.
        minutes: the frozen summary, or None while the meeting is open.
        actions: those of this meeting, and of earlier ones what was still open when the one before began.
        goals: all goals, whatever their period.
    """

    present: tuple[int, ...]
    notes: str
    minutes: Mapping[str, Any] | None
    since: datetime
    is_first: bool
    items: tuple[Item, ...]
    decisions: tuple[DecisionRow, ...]
    actions: tuple[Action, ...]
    wins: tuple[AddedWin, ...]
    goals: tuple[GoalRow, ...]
    campaigns: tuple[CampaignRow, ...]
    disputes: tuple[DisputeRow, ...]
    forgiven: tuple[ForgivenRow, ...]


def papers(session: Session, meeting_id: int | None = None, *, begun: bool = False) -> Papers:
    """Return a meeting, the latest if none is named, in one statement.

    With `begun`, one that has begun goes before those to come. Where no meeting was ever written down, it is the one
    that could be held now; its id is 0.

    Raises:
        NotFoundError: there is no meeting of that number.
    """
    context: Context = session.info["context"]
    lists: dict[str, list[Any]] = defaultdict(list)
    for row in session.execute(_statement(meeting_id, context.now, begun=begun)).all():
        lists[row.what].append(row)
    if not lists["meeting"] and meeting_id is not None:
        raise NotFoundError(
            f"There is no meeting {meeting_id}. Leave the number out for the latest one.", code="meeting.gone"
        )
    if not lists["meeting"]:
        return _unwritten(context.now, lists)
    (row,) = lists["meeting"]
    starts = from_micros(row.m)
    return Papers(
        id=row.id,
        version=row.p,
        title=row.a,
        starts_at=starts,
        ended_at=_moment(row.n),
        closed_at=_moment(row.o),
        present=tuple(json.loads(row.c)),
        notes=row.b,
        minutes=json.loads(row.d) if row.d not in (None, "null") else None,
        since=starts - WITHOUT_ONE if row.q is None else from_micros(row.q),
        is_first=row.q is None,
        **_belongings(lists),
    )


def _unwritten(now: datetime, lists: Mapping[str, list[Any]]) -> Papers:
    return Papers(
        id=0,
        version=0,
        title="",
        starts_at=now,
        ended_at=None,
        closed_at=None,
        present=(),
        notes="",
        minutes=None,
        since=now - WITHOUT_ONE,
        is_first=True,
        **_belongings(lists),
    )


def _belongings(lists: Mapping[str, list[Any]]) -> dict[str, Any]:
    items = sorted((Item(one.id, one.a, one.b, one.m, one.n, one.o, one.c) for one in lists["item"]), key=_place)
    decisions = sorted((DecisionRow(one.id, one.a, one.m) for one in lists["decision"]), key=_place)
    actions = [
        Action(one.id, one.a, one.m, _moment(one.n), _moment(one.o), one.p, from_micros(one.q)) for one in lists["task"]
    ]
    wins = [AddedWin(one.id, one.a, one.b, from_micros(one.m), one.n) for one in lists["win"]]
    campaigns = [CampaignRow(one.id, one.a, one.b or "", _day(one.c), _day(one.d)) for one in lists["campaign"]]
    goals = sorted((_goal(one) for one in lists["goal"]), key=lambda one: (one.starts, one.position, one.id))
    # What is open comes first, by its day, then what is done.
    actions.sort(key=lambda one: (one.done_at is not None, one.due_at or _NEVER, one.id))
    return {
        "items": tuple(items),
        "decisions": tuple(decisions),
        "actions": tuple(actions),
        "wins": tuple(sorted(wins, key=lambda one: (one.at, one.id))),
        "goals": tuple(goals),
        "forgiven": tuple(
            ForgivenRow(one.id, one.a, one.c or "", one.m, one.b or "", one.n)
            for one in sorted(lists["forgiven"], key=lambda one: int(one.id))
        ),
        "disputes": tuple(sorted(map(_dispute, lists["dispute"]), key=lambda one: (one.disputed_at, one.id))),
        "campaigns": tuple(sorted(campaigns, key=lambda one: (one.starts or date.min, one.id))),
    }


_NEVER = from_micros(253_402_300_799_000_000)


def _place(one: Item | DecisionRow) -> tuple[int, int]:
    return one.position, one.id


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _dispute(row: Any) -> DisputeRow:
    return DisputeRow(
        id=row.id,
        lead_id=row.m,
        lead=row.a,
        from_stage_id=row.u,
        reason_id=row.n,
        answered_by=row.o,
        answer_note=row.b or "",
        disputed_at=from_micros(row.q),
        disputed_by=row.p,
        dispute_note=row.c or "",
        ruling=row.d or "",
        ruling_note=row.e or "",
        ruled_at=_moment(row.r),
        ruled_by=row.s,
        clause_key=row.f or "",
        evidence=json.loads(row.g or "null") or {},
    )


def _goal(row: Any) -> GoalRow:
    def amount(units: int | None) -> Decimal | None:
        return None if units is None else from_units(units)

    starts, ends = date.fromisoformat(row.f), date.fromisoformat(row.g)
    return GoalRow(
        id=row.id,
        version=row.r,
        name=row.a,
        metric=row.b,
        target=from_units(row.m),
        marketing_target=amount(row.n),
        sales_target=amount(row.o),
        currency=row.c,
        hours=row.p,
        query=row.d,
        starts=starts,
        ends=ends,
        manual=json.loads(row.e),
        position=row.q,
    )


def _statement(meeting_id: int | None, now: datetime, *, begun: bool) -> sa.CompoundSelect[Any]:
    meeting = table_of(Meeting)
    standing = meeting.c.deleted_at.is_(None)
    chosen = sa.select(meeting).where(standing)
    if meeting_id is None:
        first = [sa.case((meeting.c.starts_at <= now, 0), else_=1)] if begun else []
        chosen = chosen.order_by(*first, meeting.c.starts_at.desc(), meeting.c.id.desc()).limit(1)
    else:
        chosen = chosen.where(meeting.c.id == meeting_id)
    this = chosen.cte("this")
    number = sa.select(this.c.id).scalar_subquery()
    stored = sa.select(sa.type_coerce(this.c.starts_at, sa.BigInteger)).scalar_subquery()
    starts = sa.func.coalesce(stored, sa.literal(to_micros(now), sa.BigInteger))
    began = sa.type_coerce(meeting.c.starts_at, sa.BigInteger)
    before = sa.select(sa.func.max(began)).where(standing, began < starts).scalar_subquery()
    since = sa.func.coalesce(before, starts - WITHOUT_ONE // timedelta(microseconds=1))
    head = padded(
        "meeting",
        this.c.id,
        (this.c.title, this.c.notes, this.c.present, this.c.minutes),
        (this.c.starts_at, this.c.ended_at, this.c.closed_at, this.c.version, before),
    )
    return sa.union_all(head, *_of_meeting(number), *_beside(number, starts, since))


def _of_meeting(number: Any) -> list[sa.Select[Any]]:
    item, decision = table_of(MeetingItem), table_of(Decision)
    items = padded(
        "item",
        item.c.id,
        (item.c.title, item.c.topic, item.c.notes),
        (item.c.position, item.c.minutes, item.c.seconds),
    ).where(item.c.meeting_id == number, item.c.deleted_at.is_(None))
    decisions = padded("decision", decision.c.id, (decision.c.text,), (decision.c.position,)).where(
        decision.c.meeting_id == number, decision.c.deleted_at.is_(None)
    )
    return [items, decisions, _forgiven(number)]


def _beside(number: Any, starts: Any, since: Any) -> list[sa.Select[Any]]:
    task, win, goal, campaign = table_of(Task), table_of(Win), table_of(Goal), table_of(Campaign)
    other = table_of(Meeting).alias("other")
    earlier = sa.select(other.c.id).where(sa.type_coerce(other.c.starts_at, sa.BigInteger) < starts)
    carried = sa.or_(task.c.done_at.is_(None), sa.type_coerce(task.c.done_at, sa.BigInteger) > since)
    actions = padded(
        "task",
        task.c.id,
        (task.c.title,),
        (task.c.owner_id, task.c.due_at, task.c.done_at, task.c.meeting_id, task.c.created_at),
    ).where(
        task.c.deleted_at.is_(None),
        sa.or_(task.c.meeting_id == number, sa.and_(task.c.meeting_id.in_(earlier), carried)),
    )
    wins = padded("win", win.c.id, (win.c.title, win.c.detail), (win.c.at, win.c.member_id)).where(
        win.c.deleted_at.is_(None), sa.type_coerce(win.c.at, sa.BigInteger) > since
    )
    goals = padded(
        "goal",
        goal.c.id,
        (goal.c.name, goal.c.metric, goal.c.currency, goal.c.query, goal.c.manual, goal.c.starts, goal.c.ends),
        (goal.c.target, goal.c.marketing_target, goal.c.sales_target, goal.c.hours, goal.c.position, goal.c.version),
    ).where(goal.c.deleted_at.is_(None))
    campaigns = padded(
        "campaign", campaign.c.id, (campaign.c.name, campaign.c.channel, campaign.c.starts, campaign.c.ends), ()
    ).where(campaign.c.deleted_at.is_(None))
    return [actions, wins, goals, campaigns, _disputed(number, since)]


_DISPUTE_TEXTS = ("answer_note", "dispute_note", "ruling", "ruling_note", "clause_key", "evidence")
_DISPUTE_NUMBERS = (
    *("lead_id", "reason_id", "answered_by", "disputed_by"),
    *("disputed_at", "ruled_at", "ruled_by", "from_stage_id"),
)


def _disputed(number: Any, since: Any) -> sa.Select[Any]:
    handoff, lead = table_of(Handoff), table_of(Lead)
    ruled = sa.type_coerce(handoff.c.ruled_at, sa.BigInteger)
    lately = sa.and_(handoff.c.meeting_id.is_(None), ruled > since)
    texts = [lead.c.name, *(handoff.c[name] for name in _DISPUTE_TEXTS)]
    numbers = [handoff.c[name] for name in _DISPUTE_NUMBERS]
    chosen = padded("dispute", handoff.c.id, texts, numbers).join_from(handoff, lead, lead.c.id == handoff.c.lead_id)
    return chosen.where(
        handoff.c.deleted_at.is_(None),
        lead.c.deleted_at.is_(None),
        handoff.c.disputed_at.is_not(None),
        sa.or_(ruled.is_(None), handoff.c.meeting_id == number, lately),
    )


def _forgiven(number: Any) -> sa.Select[Any]:
    one, lead = table_of(Forgiveness), table_of(Lead)
    texts, numbers = (one.c.promise_key, one.c.note, lead.c.name), (one.c.amount, one.c.member_id)
    chosen = padded("forgiven", one.c.id, texts, numbers).join_from(one, lead, lead.c.id == one.c.lead_id, isouter=True)
    return chosen.where(one.c.meeting_id == number, one.c.deleted_at.is_(None))
