"""The disagreement meter: each week a few leads go blind to one marketer and one seller. A lead, or not?"""

import hashlib
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things
from app.agreement.kappa import Kappa, Votes, kappa
from app.agreement.terms import Team, terms
from app.context import Context
from app.errors import NotFoundError, RefusedError, UsageError, Word
from app.periods import day_start, local_day, unit_start
from db.journal import write_of
from db.models import Activity, Company, Contact, Handoff, Lead, Poll
from db.rows import table_of

A_WEEK = 5
RECENT = timedelta(days=28)
ROLLING = 4
"""Over how many weeks a point of the trend looks."""
WEEKS = 8
_REST = timedelta(days=7 * 26)
_LOCK = -1_604  # no stage has such a number
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_LEAST_NAME = 3
"""Letters of a word that may name somebody; a shorter one names nobody."""


@dataclass(frozen=True, slots=True)
class Card:
    """A lead to be voted on, as a rater may see it: no names and no owners before both have voted.

    `facts` are (what, value) in order; `words` what the lead itself wrote last. Both votes, the clauses that spoke
    against it and the lead's own name are there only when both are in.
    """

    poll_id: int
    letter: str
    week: date
    facts: tuple[tuple[str, str], ...]
    words: str
    my_team: Team | None
    mine: bool | None
    is_settled: bool
    lead_id: int | None = None
    name: str = ""
    company: str = ""
    marketing: bool | None = None
    sales: bool | None = None
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """A clause that spoke against leads for one team and not for the other."""

    key: str
    count: int
    only_marketing: int
    only_sales: int


@dataclass(frozen=True, slots=True)
class Meter:
    """How far the teams agree: the last weeks together, week by week, and what splits them.

    A point of `trend` is (Monday, votes of the four weeks that end with it, kappa).
    """

    first_week: date
    last_week: date
    votes: Votes
    kappa: Kappa
    trend: tuple[tuple[date, Votes, Kappa], ...]
    splits: tuple[Split, ...]


def this_week(context: Context) -> date:
    """Return the Monday of the workspace's week."""
    return unit_start(local_day(context.now, context.zone), "week")


def draw(session: Session) -> int:
    """Choose this week's leads and raters unless that was done; return how many there are now.

    Among those that became MQLs or were handed over within four weeks and were not judged for half a year. Workspace
    and week alone decide the choice, so whoever looks first chooses what anybody would have chosen. The owner of a lead
    does not judge it where somebody else can.
    """
    context: Context = session.info["context"]
    week = this_week(context)
    session.info["store"].lock(session, _LOCK)
    table = table_of(Poll)
    there = session.execute(sa.select(sa.func.count()).where(table.c.week == week, table.c.deleted_at.is_(None)))
    found = int(there.scalar_one())
    if found:
        return found
    raters = {team: _raters(context, team) for team in ("marketing", "sales")}
    chance = _chance(context, week)
    for people in raters.values():
        chance.shuffle(people)
    leads = _candidates(session, context, week)
    chosen = chance.sample(leads, min(A_WEEK, len(leads)))
    made = 0
    for lead in chosen:
        marketer = _first(raters["marketing"], {lead.owner_id, lead.qualified_by_id}, set())
        seller = _first(raters["sales"], {lead.owner_id}, {marketer})
        if marketer is None or seller is None:
            continue
        version = context.agreement
        values = {"week": week, "lead_id": lead.id, "marketer_id": marketer, "seller_id": seller}
        things.create(session, "poll", values | {"agreement_id": None if version is None else version.id})
        made += 1
    write_of(session).subject = week.isoformat()
    return made


def _chance(context: Context, week: date) -> random.Random:
    digest = hashlib.sha256(f"{context.info.uuid} {week}".encode()).digest()
    return random.Random(int.from_bytes(digest, "big"))  # noqa: S311 - a fair draw that anybody can make again


def _raters(context: Context, team: str) -> list[int]:
    own = [one.id for one in context.members.values() if one.active and one.team == team]
    return sorted(own) or sorted(one.id for one in context.members.values() if one.active and one.team == "both")


def _first(people: Sequence[int], rather_not: set[Any], never: set[Any]) -> int | None:
    able = [one for one in people if one not in never]
    return next((one for one in able if one not in rather_not), able[0] if able else None)


def _candidates(session: Session, context: Context, week: date) -> list[Any]:
    lead, handoff, poll = table_of(Lead), table_of(Handoff), table_of(Poll)
    since = context.now - RECENT
    handed = sa.select(handoff.c.lead_id).where(handoff.c.sent_at >= since, handoff.c.deleted_at.is_(None))
    judged = sa.select(poll.c.lead_id).where(poll.c.week > week - _REST, poll.c.deleted_at.is_(None))
    statement = sa.select(lead.c.id, lead.c.owner_id, lead.c.qualified_by_id).where(
        lead.c.deleted_at.is_(None),
        lead.c.created_at <= context.now,
        sa.or_(lead.c.mql_at >= since, lead.c.id.in_(handed)),
        lead.c.id.not_in(judged),
    )
    return list(session.execute(statement.order_by(lead.c.id)).all())


def vote(session: Session, poll_id: int, *, is_lead: bool, clause: str | None = None) -> None:
    """Say of a lead whether it is one and, of one that is not, which clause of the definition spoke against it.

    Raises:
        RefusedError: the member who acts is not asked, or both votes are in.
        UsageError: the definition has no such clause.
    """
    poll, side = _asked(session, poll_id)
    if poll["marketer_vote"] is not None and poll["seller_vote"] is not None:
        raise RefusedError("Both have voted on this lead, so the votes stand.")
    if clause and not is_lead:
        _check_clause(session, poll["agreement_id"], clause)
    write_of(session).subject = poll["week"].isoformat()
    values = {f"{side}_vote": is_lead, f"{side}_at": write_of(session).now}
    things.edit(session, "poll", poll_id, values | {f"{side}_clause": None if is_lead else clause or None})


def _check_clause(session: Session, agreement_id: int | None, key: str) -> None:
    """Refuse a clause that stands in the definition of an MQL neither now nor as the leads were drawn."""
    current = session.info["context"].agreement
    known = () if current is None else current.definition("mql")
    if any(one.key == key for one in known):
        return
    drawn = None if agreement_id is None else terms(session, agreement_id)
    if drawn is None or all(one.key != key for one in drawn.definition("mql")):
        raise UsageError(
            "What an MQL is has no clause “{key}”. Its clauses are: {known}.",
            key=key,
            known=", ".join(one.key for one in known) or Word("none"),
        )


def skip(session: Session, poll_id: int) -> None:
    """Pass a lead that one knows to a colleague of one's team; where there is none, it is judged by nobody.

    Raises:
        RefusedError: the member who acts is not asked, or has voted.
    """
    context: Context = session.info["context"]
    poll, side = _asked(session, poll_id)
    if poll[f"{side}_vote"] is not None:
        raise RefusedError("You voted on this lead already.")
    people = _raters(context, "marketing" if side == "marketer" else "sales")
    other = poll["seller_id" if side == "marketer" else "marketer_id"]
    mine = poll[f"{side}_id"]
    later = [one for one in people if one > mine and one != other] or [
        one for one in people if one not in {mine, other}
    ]
    if later:
        things.edit(session, "poll", poll_id, {f"{side}_id": later[0]})
    else:
        things.remove(session, "poll", poll_id)


def _asked(session: Session, poll_id: int) -> tuple[dict[str, Any], str]:
    context: Context = session.info["context"]
    poll = things.read(session, "poll", poll_id, lock=True)
    if poll["deleted_at"] is not None:
        raise NotFoundError("That lead is not up for a vote any more.")
    me = None if context.me is None else context.me.id
    for side in ("marketer", "seller"):
        if me is not None and poll[f"{side}_id"] == me:
            return poll, side
    raise RefusedError("Somebody else is asked about this lead.")


def cards(session: Session, week: date | None = None) -> tuple[Card, ...]:
    """Return the leads of a week (this one, if left out) that the member who acts is asked about, and settled ones."""
    context: Context = session.info["context"]
    table = table_of(Poll)
    chosen = sa.select(table).where(table.c.week == (week or this_week(context)), table.c.deleted_at.is_(None))
    polls = session.execute(chosen.order_by(table.c.id)).all()
    shown = _shown(session, [poll.lead_id for poll in polls])
    found = []
    for poll, letter in zip(polls, _LETTERS, strict=False):
        settled = poll.marketer_vote is not None and poll.seller_vote is not None
        me = None if context.me is None else context.me.id
        team: Team | None = "marketing" if me == poll.marketer_id else "sales" if me == poll.seller_id else None
        if team is None and not settled:
            continue
        facts, words, named = shown[poll.lead_id]
        card = {
            "poll_id": poll.id,
            "letter": letter,
            "week": poll.week,
            "facts": facts,
            "words": words,
            "my_team": team,
            "mine": None if team is None else poll.marketer_vote if team == "marketing" else poll.seller_vote,
            "is_settled": settled,
        }
        if settled:
            clauses = tuple(one for one in (poll.marketer_clause, poll.seller_clause) if one)
            card |= named | {"marketing": poll.marketer_vote, "sales": poll.seller_vote, "clauses": clauses}
        found.append(Card(**card))
    return tuple(found)


_FACTS = (
    *(("company", "industry"), ("company", "size"), ("company", "country"), ("contact", "job_title")),
    *(("contact", "city"), ("lead", "source"), ("lead", "value"), ("lead", "tags")),
)


def _shown(session: Session, ids: Sequence[int]) -> Mapping[int, tuple[Any, str, dict[str, Any]]]:
    """Return of each lead what a rater may know, its last words, and what names it."""
    tables = {"lead": table_of(Lead), "contact": table_of(Contact), "company": table_of(Company)}
    lead, happened = tables["lead"], table_of(Activity)
    columns = [tables[kind].c[name].label(f"{kind}_{name}") for kind, name in _FACTS]
    currency = session.info["context"].info.currency
    statement = (
        sa.select(lead.c.id, lead.c.name, lead.c.currency, tables["company"].c.name.label("company"), *columns)
        .outerjoin(tables["contact"], tables["contact"].c.id == lead.c.contact_id)
        .outerjoin(tables["company"], tables["company"].c.id == lead.c.company_id)
        .where(lead.c.id.in_(list(ids)))
    )
    words: dict[int, str] = {}
    said = sa.select(happened.c.record_id, happened.c.text).where(
        happened.c.kind == "lead",
        happened.c.record_id.in_(list(ids)),
        happened.c.direction == "in",
        happened.c.deleted_at.is_(None),
    )
    if not ids:
        return {}
    for row in session.execute(said.order_by(happened.c.at)).all():
        words[row.record_id] = row.text
    found = {}
    for row in session.execute(statement).all():
        facts = []
        for kind, name in _FACTS:
            value = getattr(row, f"{kind}_{name}")
            if value in (None, "", []):
                continue
            text = ", ".join(value) if isinstance(value, list) else str(value)
            facts.append((f"{kind}.{name}", f"{text} {row.currency or currency}" if name == "value" else text))
        named = {"lead_id": row.id, "name": row.name, "company": row.company or ""}
        found[row.id] = tuple(facts), _without(words.get(row.id, ""), row), named
    return found


def _without(text: str, row: Any) -> str:
    """Return a text without the names that would give the lead away."""
    for name in sorted({row.name or "", row.company or "", *(row.name or "").split()}, key=len, reverse=True):
        if len(name) >= _LEAST_NAME:
            text = text.replace(name, "…")
    return text


def meter(session: Session, weeks: int = WEEKS, as_of: datetime | None = None) -> Meter:
    """Return how far the teams agreed in the last weeks; `as_of` tells of a past moment."""
    context: Context = session.info["context"]
    if as_of is not None:
        context = context.at(as_of)
    table = table_of(Poll)
    last = this_week(context)
    first = last - timedelta(weeks=weeks + ROLLING - 2)
    chosen = sa.select(table).where(
        table.c.deleted_at.is_(None),
        table.c.week >= first,
        table.c.week <= last,
        table.c.marketer_vote.is_not(None),
        table.c.seller_vote.is_not(None),
    )
    if as_of is not None:
        chosen = chosen.where(table.c.marketer_at <= as_of, table.c.seller_at <= as_of)
    by_week: dict[date, list[Any]] = defaultdict(list)
    for row in session.execute(chosen).all():
        by_week[row.week].append(row)
    trend = []
    for back in range(weeks - 1, -1, -1):
        week = last - timedelta(weeks=back)
        held = [row for ago in range(ROLLING) for row in by_week.get(week - timedelta(weeks=ago), ())]
        votes = _votes(held)
        trend.append((week, votes, kappa(votes)))
    recent = [row for ago in range(ROLLING) for row in by_week.get(last - timedelta(weeks=ago), ())]
    votes = _votes(recent)
    first_week = last - timedelta(weeks=ROLLING - 1)
    return Meter(first_week, last, votes, kappa(votes), tuple(trend), _splits(recent))


def _votes(rows: Sequence[Any]) -> Votes:
    counts = Counter((bool(row.marketer_vote), bool(row.seller_vote)) for row in rows)
    return Votes(counts[True, True], counts[False, False], counts[True, False], counts[False, True])


def _splits(rows: Sequence[Any]) -> tuple[Split, ...]:
    """Return the clauses named by whoever said no where the other said yes, those that split most first."""
    marketing: Counter[str] = Counter()
    sales: Counter[str] = Counter()
    for row in rows:
        if row.marketer_vote and not row.seller_vote:
            marketing[row.seller_clause or ""] += 1
        elif row.seller_vote and not row.marketer_vote:
            sales[row.marketer_clause or ""] += 1
    keys = sorted(marketing.keys() | sales.keys(), key=lambda key: (-marketing[key] - sales[key], key))
    return tuple(Split(key, marketing[key] + sales[key], marketing[key], sales[key]) for key in keys)


def board(session: Session) -> tuple[tuple[Card, ...], Meter]:
    """Return this week's leads and how far the teams agree."""
    return cards(session), meter(session)


def closes(week: date, context: Context) -> datetime:
    """Return until when a week's votes are asked for: its end."""
    return day_start(week + timedelta(days=7), context.zone)


__all__ = ["Card", "Meter", "Split", "board", "cards", "closes", "draw", "meter", "skip", "this_week", "vote"]
