"""To whom a handoff goes by the agreement's route, and under which terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context, MemberRow
from app.periods import local_day
from db.models import Absence, Handoff
from db.rows import table_of

DEFAULT_MINUTES = 8 * 60
"""Working minutes for an answer as long as no agreement is in force."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The handoff rule in force; without an agreement a lead goes to the pool."""

    agreement_id: int | None
    route: str
    members: tuple[int, ...]
    capacity: int | None
    answer_minutes: int


@dataclass(slots=True)
class Turn:
    """Who was served last of those who take turns, how many unanswered handoffs each has, and who is away."""

    members: tuple[int, ...]
    last: int | None
    waiting: dict[int, int]
    away: frozenset[int]


def rule_of(context: Context) -> Rule:
    """Return the rule of the agreement in force, with those of its members who are still there."""
    terms = context.agreement
    if terms is None:
        return Rule(None, "pool", (), None, DEFAULT_MINUTES)
    named = {
        "person": (terms.route_member_id,) if terms.route_member_id is not None else (),
        "turn": terms.route_members,
        "pool": (),
    }[terms.route]
    there = tuple(number for number in named if is_there(context, number))
    return Rule(terms.id, terms.route, there, terms.capacity, terms.answer_minutes)


def is_there(context: Context, member_id: int | None) -> bool:
    """Return whether somebody is a member who has not left."""
    member = context.members.get(member_id) if member_id is not None else None
    return member is not None and member.active


def columns(context: Context) -> Sequence[sa.ColumnElement[Any]]:
    """Return what a statement reads beside its own to know whose turn it is; nothing where nobody takes turns."""
    rule = rule_of(context)
    return _columns(rule.members) if rule.route == "turn" else ()


def day(context: Context, now: Any) -> date:
    """Return the value of the statement's `handoff_day`: today in the workspace's zone."""
    return local_day(now, context.zone)


@cache
def _columns(members: tuple[int, ...]) -> tuple[sa.ColumnElement[Any], ...]:
    table, absence = table_of(Handoff), table_of(Absence)
    standing = table.c.deleted_at.is_(None)
    last = sa.select(table.c.to_member_id).where(table.c.to_member_id.in_(members), standing)
    last = last.order_by(table.c.sent_at.desc(), table.c.id.desc()).limit(1)
    today: Any = sa.bindparam("handoff_day", type_=sa.Date())
    found: list[sa.ColumnElement[Any]] = [last.scalar_subquery().label("turn_last")]
    for number in members:
        mine = sa.select(sa.func.count()).where(table.c.to_member_id == number, table.c.answered_at.is_(None), standing)
        gone = sa.select(sa.func.count()).where(
            absence.c.member_id == number,
            absence.c.first_day <= today,
            absence.c.last_day >= today,
            absence.c.deleted_at.is_(None),
        )
        found += [
            mine.scalar_subquery().label(f"turn_waiting_{number}"),
            gone.scalar_subquery().label(f"turn_away_{number}"),
        ]
    return tuple(found)


def turn_of(context: Context, row: Any) -> Turn | None:
    """Return whose turn it is from a row with `columns`."""
    rule = rule_of(context)
    if rule.route != "turn":
        return None
    waiting = {number: int(getattr(row, f"turn_waiting_{number}")) for number in rule.members}
    away = frozenset(number for number in rule.members if getattr(row, f"turn_away_{number}"))
    return Turn(rule.members, row.turn_last, waiting, away)


def read_turn(session: Session, now: Any) -> Turn | None:
    """Return whose turn it is, by a statement of its own where anybody takes turns."""
    context: Context = session.info["context"]
    wanted = columns(context)
    if not wanted:
        return None
    return turn_of(context, session.execute(sa.select(*wanted), {"handoff_day": day(context, now)}).one())


def receiver(context: Context, turn: Turn | None) -> MemberRow | None:
    """Return who receives the next handoff, None for the pool; the turn goes on to them.

    Who has as many unanswered as agreed, or is away today, is passed over; when all are, it goes to the pool.
    """
    rule = rule_of(context)
    if turn is None:
        return context.members[rule.members[0]] if rule.members else None
    order = list(turn.members)
    if turn.last in order:
        after = order.index(turn.last) + 1
        order = order[after:] + order[:after]
    for number in order:
        full = rule.capacity is not None and turn.waiting[number] >= rule.capacity
        if not full and number not in turn.away:
            turn.last = number
            turn.waiting[number] += 1
            return context.members[number]
    return None
