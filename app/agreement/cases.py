"""What each promise of the agreement is kept or broken by: cases with the moment by which they were due.

All of it is computed from what happened, the calendar and a moment; so it is right with nobody logged in.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal, TypeAlias

import numpy as np
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.asking import Asked, asked
from app.agreement.past import past_of
from app.agreement.rejudging import PATHS, Lines
from app.agreement.terms import PromiseTerms
from app.context import Context
from app.fields import LEAD
from app.finding import condition_of
from app.handoffs.times import Times
from app.periods import bounds, day_start
from app.query import QueryError
from db.models import Activity, Handoff, Lead, Stay
from db.rows import table_of
from db.types import from_micros, to_micros

State: TypeAlias = Literal["kept", "owed", "overdue", "forgiven", "paused"]
_TOUCHES = ("call", "email", "meeting")
_SENT_BACK = ("rejected", "recycled")


@dataclass(frozen=True, slots=True)
class Case:
    """One time that a promise was put to the test.

    Attributes:
        lead_id: whose case it is.
        name: the lead's.
        owner_id: who owes it, None while it is nobody's.
        began: from when on the clock ran.
        due: by when it was to be done, None where the calendar never comes so far.
        done: when it was done.
        state: kept; owed: not due yet; overdue: too late or not at all; forgiven; paused: not counted.
        note: what a meeting said as it forgave it.
    """

    lead_id: int
    name: str
    owner_id: int | None
    began: datetime
    due: datetime | None
    done: datetime | None
    state: State
    note: str = ""


@dataclass
class Evidence:
    """What happened to leads, read once for all promises. `now` is the moment of the answer, `since` the earliest.

    `is_past` says that the answer is as of that moment: what was taken away since, was still there.
    """

    session: Session
    context: Context
    now: datetime
    since: datetime
    is_past: bool = False

    def there(self, table: sa.FromClause) -> sa.ColumnElement[bool]:
        """Return the condition that a row does not, or did not yet, lie in the bin."""
        return standing(table, self.now if self.is_past else None)

    @cached_property
    def handoffs(self) -> Sequence[Any]:
        """The handoffs sent, answered or still open since, with the names of their leads, the first sent first."""
        table, lead = table_of(Handoff), table_of(Lead)
        held = sa.or_(table.c.sent_at >= self.since, table.c.answered_at >= self.since, table.c.answered_at.is_(None))
        statement = (
            sa.select(table, lead.c.name)
            .join(lead, lead.c.id == table.c.lead_id)
            .where(self.there(table), self.there(lead), table.c.sent_at <= self.now, held)
            .order_by(table.c.sent_at, table.c.id)
        )
        return self.session.execute(statement).all()

    @cached_property
    def accepted(self) -> Sequence[Any]:
        """The leads that sales took over since."""
        lead = table_of(Lead)
        columns = (lead.c.id, lead.c.name, lead.c.owner_id, lead.c.contact_id, lead.c.sal_at, lead.c.state)
        closed = sa.func.coalesce(lead.c.won_at, lead.c.lost_at).label("closed_at")
        chosen = sa.select(*columns, sa.type_coerce(closed, lead.c.won_at.type).label("closed_at")).where(
            self.there(lead), lead.c.sal_at >= self.since, lead.c.sal_at <= self.now
        )
        return self.session.execute(chosen.order_by(lead.c.sal_at, lead.c.id)).all()

    @cached_property
    def touches(self) -> Mapping[int, list[datetime]]:
        """When somebody called, wrote to or met a lead or its contact, by the lead, in order."""
        lead, happened = table_of(Lead), table_of(Activity)
        found: dict[int, list[datetime]] = defaultdict(list)
        for kind, number in (("lead", lead.c.id), ("contact", lead.c.contact_id)):
            rows = self.session.execute(
                sa.select(lead.c.id, happened.c.at)
                .join(happened, sa.and_(happened.c.kind == kind, happened.c.record_id == number))
                .where(
                    lead.c.sal_at >= self.since,
                    happened.c.at >= self.since,
                    happened.c.at <= self.now,
                    self.there(happened),
                    happened.c.type.in_(_TOUCHES),
                    happened.c.direction == "out",
                )
            ).all()
            for row in rows:
                found[row.id].append(row.at)
        return {number: sorted(moments) for number, moments in found.items()}

    @cached_property
    def taken_up(self) -> Mapping[int, list[datetime]]:
        """When anything was done with leads that had been sent back: moved, or written, called or met about."""
        table, stay, happened = table_of(Handoff), table_of(Stay), table_of(Activity)
        sent_back = sa.select(table.c.lead_id).where(
            table.c.answer.in_(_SENT_BACK), table.c.answered_at >= self.since, self.there(table)
        )
        moved = sa.select(stay.c.lead_id.label("id"), stay.c.entered_at.label("at")).where(
            stay.c.lead_id.in_(sent_back), stay.c.entered_at >= self.since, stay.c.entered_at <= self.now
        )
        worked = sa.select(happened.c.record_id.label("id"), happened.c.at).where(
            happened.c.kind == "lead",
            happened.c.record_id.in_(sent_back),
            happened.c.at >= self.since,
            happened.c.at <= self.now,
            self.there(happened),
            happened.c.type != "visit",
        )
        found: dict[int, list[datetime]] = defaultdict(list)
        for row in self.session.execute(sa.union_all(moved, worked)).all():
            found[row.id].append(row.at)
        return {number: sorted(moments) for number, moments in found.items()}

    @cached_property
    def times(self) -> Times:
        """The calendars of whoever owes something: those that the clocks of handoffs are read by."""
        return Times.read(self.session)

    def due(self, began: datetime, minutes: int, member: int | None, *, done: bool) -> datetime | None:
        """Return when so many minutes of working time have passed; None where they never will have.

        The time is the member's, or everybody's while nobody did it and they are no longer here to do it.
        """
        return self.times.due(
            {
                "to_member_id": member,
                "sent_at": began,
                "answer_minutes": minutes,
                "answered_at": began if done else None,
            }
        )

    def case(self, row: Any, owner: int | None, began: datetime, due: datetime | None, done: datetime | None) -> Case:
        """Return a case as it stands at the moment of the answer."""
        if done is not None and done > self.now:
            done = None
        late = due is not None and (self.now if done is None else done) > due
        state: State = "overdue" if late else "owed" if done is None else "kept"
        return Case(getattr(row, "lead_id", row.id), row.name, owner, began, due, done, state)


def standing(table: sa.FromClause, as_of: datetime | None) -> sa.ColumnElement[bool]:
    """Return the condition that a row does not lie in the bin, or at a moment did not lie there yet."""
    here = table.c.deleted_at.is_(None)
    return here if as_of is None else sa.or_(here, table.c.deleted_at > as_of)


def cases_of(evidence: Evidence, promise: PromiseTerms) -> list[Case]:
    """Return the cases of a promise that is kept case by case, the earliest first."""
    made = {
        "answers": _answers,
        "attempts": _attempts,
        "complete": _complete,
        "returns": _returns,
        "reasons": _reasons,
    }[promise.metric](evidence, promise)
    return sorted(made, key=lambda one: (one.began, one.lead_id))


def _answers(evidence: Evidence, promise: PromiseTerms) -> Iterable[Case]:
    """Handoffs answered in time. One that was passed on is counted where it went; silence is no answer."""
    for row in evidence.handoffs:
        if row.to_team != promise.team:
            continue
        minutes = promise.within_minutes or row.answer_minutes
        answered = row.answered_at is not None and row.answered_at <= evidence.now
        due = evidence.due(row.sent_at, minutes, row.to_member_id, done=answered)
        done = row.answered_at if row.answer in {"accepted", "rejected", "recycled"} else None
        one = evidence.case(row, row.to_member_id, row.sent_at, due, done)
        if row.answer == "rerouted" and row.answered_at <= evidence.now:
            one = replace(one, state="paused")
        elif row.answer == "returned" and row.answered_at <= evidence.now:
            one = replace(one, state="overdue")
        yield one


def _attempts(evidence: Evidence, promise: PromiseTerms) -> Iterable[Case]:
    """Accepted leads that were tried often enough. One that was closed before it was due is not counted."""
    wanted = promise.amount or 1
    for row in evidence.accepted:
        tries = [at for at in evidence.touches.get(row.id, ()) if at >= row.sal_at]
        done = tries[wanted - 1] if len(tries) >= wanted else None
        due = evidence.due(row.sal_at, promise.within_minutes or 0, row.owner_id, done=done is not None)
        one = evidence.case(row, row.owner_id, row.sal_at, due, done)
        closed = row.closed_at is not None and row.closed_at <= evidence.now
        if closed and one.done is None and (due is None or row.closed_at <= due):
            one = replace(one, state="paused")
        yield one


def _complete(evidence: Evidence, promise: PromiseTerms) -> Iterable[Case]:
    """Handed over leads that met the query as they stood when they were sent; one passed on was not sent anew."""
    rows = [row for row in evidence.handoffs if row.to_team != promise.team and row.previous_id is None]
    since = min((row.sent_at for row in rows), default=evidence.now)
    handed = sa.select(table_of(Handoff).c.lead_id).where(table_of(Handoff).c.sent_at >= since)
    verdicts = stood(evidence, promise.query, handed, [(row.lead_id, row.sent_at) for row in rows])
    for row, met in zip(rows, verdicts, strict=True):
        yield evidence.case(row, row.from_member_id, row.sent_at, row.sent_at, row.sent_at if met else None)


def stood(
    evidence: Evidence, query: str, ids: sa.Select[tuple[int]], moments: Sequence[tuple[int, datetime]]
) -> Sequence[bool]:
    """Return whether a lead met a query at a moment, for each of these; `ids` selects all the leads among them."""
    one: Asked = asked(query, evidence.context)
    if not moments or one.broken or one.node is None:
        return [True] * len(moments)
    session = evidence.session
    table = table_of(Lead)
    since = min(at for _, at in moments)
    own = [name for path, name in one.names if not path]
    leads = past_of(session, LEAD, table.c.id.in_(ids), own, since)
    around = {}
    for path, kind in PATHS.items():
        names = [name for where, name in one.names if where == path]
        if names:
            ever = sorted({number for number in leads.tracks[path].codes.values if number is not None})
            around[path] = past_of(session, kind, table_of(kind.table).c.id.in_(ever), names, since)
    owners = leads.places(np.array([number for number, _ in moments], np.int64))
    micros = np.array([to_micros(at) for _, at in moments], np.int64)
    lines = Lines(evidence.context, leads, around, micros, owners, micros)
    met: list[bool] = lines.verdicts(one).tolist()
    return met


def _returns(evidence: Evidence, promise: PromiseTerms) -> Iterable[Case]:
    """Leads sent back that somebody took up again; a recycled one rests until its day."""
    for row in evidence.handoffs:
        if row.to_team == promise.team or row.answer not in _SENT_BACK or row.answered_at > evidence.now:
            continue
        rests = row.answered_at
        if row.answer == "recycled" and row.until is not None:
            rests = max(rests, day_start(row.until, evidence.context.zone))
        done = next((at for at in evidence.taken_up.get(row.lead_id, ()) if at > row.answered_at), None)
        due = evidence.due(rests, promise.within_minutes or 0, row.from_member_id, done=done is not None)
        one = evidence.case(row, row.from_member_id, row.answered_at, due, done)
        yield replace(one, state="paused") if rests > evidence.now and done is None else one


def _reasons(evidence: Evidence, promise: PromiseTerms) -> Iterable[Case]:
    """Refusals that say why."""
    for row in evidence.handoffs:
        if row.to_team != promise.team or row.answer not in _SENT_BACK or row.answered_at > evidence.now:
            continue
        done = row.answered_at if row.reason_id is not None else None
        yield evidence.case(row, row.answered_by, row.answered_at, row.answered_at, done)


def reached(
    evidence: Evidence, promise: PromiseTerms, first: date, last: date
) -> tuple[list[tuple[int, datetime]], str]:
    """Return the leads that reached the promise's milestone, each with when, and why its query cannot be followed."""
    table = table_of(Lead)
    moment = sa.type_coerce(table.c[f"{promise.milestone or 'mql'}_at"], sa.BigInteger)
    start, end = bounds(first, last, evidence.context.zone)
    broken = ""
    condition: sa.ColumnElement[bool] = sa.true()
    try:
        condition = condition_of(evidence.session, LEAD, promise.query)
    except QueryError as error:
        broken = str(error)
    came = sa.and_(evidence.there(table), moment >= start, moment < end, moment <= to_micros(evidence.now))
    chosen = sa.select(table.c.id, moment).where(came if evidence.is_past else sa.and_(came, condition))
    rows = evidence.session.execute(chosen.order_by(moment, table.c.id)).all()
    found = [(row[0], from_micros(row[1])) for row in rows]
    if evidence.is_past:
        then = [(number, evidence.now) for number, _ in found]
        met = stood(evidence, promise.query, sa.select(table.c.id).where(came), then)
        found = [one for one, holds in zip(found, met, strict=True) if holds]
    return found, broken
