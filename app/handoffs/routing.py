"""To whom a handoff goes by the agreement's route, and under which terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement import gates
from app.agreement.terms import RouteRule, Team
from app.context import Context, MemberRow
from app.fields import LEAD
from app.periods import local_day
from app.query import QueryError, parse
from db.models import Absence, Handoff
from db.rows import table_of

DEFAULT_MINUTES = 8 * 60
"""Working minutes for an answer as long as no agreement is in force."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The handoff rule in force; without an agreement a lead goes to the pool.

    `first` are the members to whom queries send the leads that meet them, before the route is asked.
    """

    agreement_id: int | None
    route: str
    members: tuple[int, ...]
    capacity: int | None
    answer_minutes: int
    first: tuple[RouteRule, ...] = ()


@dataclass(slots=True)
class Turn:
    """Who was served last of those who take turns, how many unanswered handoffs each has, and who is away.

    `members` are those who take turns; of those whom only a rule names, too, it is known what waits for them.
    """

    members: tuple[int, ...]
    last: int | None
    waiting: dict[int, int]
    away: frozenset[int]

    def has_room(self, number: int, capacity: int | None) -> bool:
        """Return whether somebody is here today and has fewer unanswered ones than agreed."""
        return number not in self.away and (capacity is None or self.waiting[number] < capacity)


def receiving(context: Context, from_stage_id: int | None) -> Team:
    """Return the team that a lead is handed over to out of a stage: the other one, and sales out of what is both's."""
    stage = context.stages.get(from_stage_id or 0)
    return "marketing" if stage is not None and stage.team == "sales" else "sales"


def receives(member: MemberRow, team: Team) -> bool:
    """Return whether a member is one of those who receive leads for a team."""
    return member.active and member.team in {team, "both"}


def rule_of(context: Context, team: Team | None = None) -> Rule:
    """Return the rule of the agreement in force, with those of its members who are still there, and of that team."""
    terms = context.agreement
    if terms is None:
        return Rule(None, "pool", (), None, DEFAULT_MINUTES)
    named = {
        "person": (terms.route_member_id,) if terms.route_member_id is not None else (),
        "turn": terms.route_members,
        "pool": (),
    }[terms.route]

    def fits(number: int) -> bool:
        return is_there(context, number) and (team is None or receives(context.members[number], team))

    there = tuple(number for number in named if fits(number))
    first = tuple(one for one in terms.route_rules if fits(one.member_id))
    return Rule(terms.id, terms.route, there, terms.capacity, terms.answer_minutes, first)


def is_there(context: Context, member_id: int | None) -> bool:
    """Return whether somebody is a member who has not left."""
    member = context.members.get(member_id) if member_id is not None else None
    return member is not None and member.active


def columns(context: Context) -> Sequence[sa.ColumnElement[Any]]:
    """Return what a statement reads beside its own to know who has room; nothing where the route asks for nobody's."""
    rule = rule_of(context)
    turning = rule.members if rule.route == "turn" else ()
    named = tuple(dict.fromkeys((*turning, *(one.member_id for one in rule.first))))
    return _columns(turning, named) if named else ()


def day(context: Context, now: Any) -> date:
    """Return the value of the statement's `handoff_day`: today in the workspace's zone."""
    return local_day(now, context.zone)


@cache
def _columns(turning: tuple[int, ...], named: tuple[int, ...]) -> tuple[sa.ColumnElement[Any], ...]:
    table, absence = table_of(Handoff), table_of(Absence)
    standing = table.c.deleted_at.is_(None)
    last = sa.select(table.c.to_member_id).where(table.c.to_member_id.in_(turning), standing)
    last = last.order_by(table.c.sent_at.desc(), table.c.id.desc()).limit(1)
    today: Any = sa.bindparam("handoff_day", type_=sa.Date())
    found: list[sa.ColumnElement[Any]] = [last.scalar_subquery().label("turn_last")]
    for number in named:
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
    """Return whose turn it is, and who has room, from a row with `columns`."""
    rule = rule_of(context)
    turning = rule.members if rule.route == "turn" else ()
    named = {*turning, *(one.member_id for one in rule.first)}
    if not named:
        return None
    waiting = {number: int(getattr(row, f"turn_waiting_{number}")) for number in named}
    away = frozenset(number for number in named if getattr(row, f"turn_away_{number}"))
    return Turn(turning, row.turn_last, waiting, away)


def read_turn(session: Session, now: Any) -> Turn | None:
    """Return whose turn it is, and who has room, by a statement of its own where anybody's is asked for."""
    context: Context = session.info["context"]
    wanted = columns(context)
    if not wanted:
        return None
    return turn_of(context, session.execute(sa.select(*wanted), {"handoff_day": day(context, now)}).one())


def receiver(
    session: Session, turn: Turn | None, lead: Mapping[Any, Any], from_stage_id: int | None
) -> MemberRow | None:
    """Return who receives a lead, of which `lead` holds the columns, None for the pool; the turn goes on to them.

    Out of that stage it goes to the other team, so only who is of that team, or of both, receives it. The rules come
    first, in their order: whoever the first one names that the lead meets. Who has as many unanswered as agreed, or is
    away today, is passed over, there and among those who take turns; when all are, the pool has it.
    """
    context: Context = session.info["context"]
    rule = rule_of(context, receiving(context, from_stage_id))
    chosen = None
    if turn is not None:
        chosen = _by_rule(session, context, rule, turn, lead) or _next(rule, turn)
    if chosen is None and rule.route == "person" and rule.members:
        chosen = rule.members[0]
    if chosen is None:
        return None
    if turn is not None and chosen in turn.waiting:
        turn.waiting[chosen] += 1
    return context.members[chosen]


def _by_rule(session: Session, context: Context, rule: Rule, turn: Turn, lead: Mapping[Any, Any]) -> int | None:
    """Return whom a rule names for a lead; one that cannot be followed any more names nobody."""
    record = gates.record_of(session, context, lead) if rule.first else None
    for one in rule.first:
        if record is None or not turn.has_room(one.member_id, rule.capacity):
            continue
        try:
            if parse(one.query, LEAD.name).judge(record, context).met:
                return one.member_id
        except QueryError:
            continue
    return None


def _next(rule: Rule, turn: Turn) -> int | None:
    """Return the next one in turn who has room; the turn goes on to them."""
    order = list(turn.members)
    if turn.last in order:
        after = order.index(turn.last) + 1
        order = order[after:] + order[:after]
    fit = (number for number in order if number in rule.members and turn.has_room(number, rule.capacity))
    chosen = next(fit, None)
    if chosen is not None:
        turn.last = chosen
    return chosen
