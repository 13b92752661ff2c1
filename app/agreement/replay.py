"""A draft of the agreement, run over the leads of the past months as they then stood, before anybody signs it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.agreement.asking import Asked, asked
from app.agreement.past import Flags, Numbers, Past, past_of
from app.agreement.rejudging import PATHS, Judged, Lines, firsts, judged, lines_of, nearest
from app.agreement.replayed import Failed, Missed, Replay, Side
from app.agreement.terms import Terms, terms
from app.context import Context
from app.errors import NotFoundError, UsageError
from app.fields import LEAD
from app.importing.progress import Progress
from app.metrics import working_days
from app.periods import day_numbers, day_start, key_of_number, local_day, unit_start
from db.models import Activity, Agreement, Company, Handoff, Lead
from db.rows import fetched, table_of
from db.types import from_micros, from_units, to_micros

MONTHS = 12
MOST_MONTHS = 120
TOUCHED = 500
"""Of how many missed leads, those of the highest value, the touches are told."""
READING, JUDGING = "reading", "judging"
STOPPED = "The replay was stopped; nothing is changed by one anyway."
_NEVER = 1 << 62
_REFUSED = frozenset({"rejected", "recycled"})


def watched() -> Progress:
    """Return what tells how far a replay is, and stops it."""
    return Progress(stage=READING, stopped=STOPPED)


def version_of(session: Session, text: str) -> Terms:
    """Return the version of the agreement that has this number, else the one with this id.

    Raises:
        NotFoundError: there is none.
        UsageError: this is no number.
    """
    if not text.strip().isdecimal():
        raise UsageError("“{text}” is no version of the agreement. Write its number, as in 5.", text=text)
    table = table_of(Agreement)
    wanted = int(text)
    found = session.execute(
        sa.select(table.c.id)
        .where(table.c.deleted_at.is_(None), sa.or_(table.c.number == wanted, table.c.id == wanted))
        .order_by(sa.case((table.c.number == wanted, 0), else_=1))
    ).first()
    made = None if found is None else terms(session, found.id)
    if made is None:
        raise NotFoundError(
            "There is no version {wanted} of the agreement. “tandem agreement show” lists them.", wanted=wanted
        )
    return made


def replay(session: Session, draft_id: int, months: int = MONTHS, progress: Progress | None = None) -> Replay:
    """Return what a version's definition of an MQL would have done with the leads of the past months.

    Every lead that was made in that time and is not in the bin is judged as it was made and at each later change of
    what the clauses look at, until it was won or lost; contacts and companies as they stood then, too. A clause on a
    day that moves with the calendar is judged at these moments and not between them. Beside it stands the version in
    force over the same leads or, where none is, what really went to sales. Nothing is written.

    Raises:
        NotFoundError: there is no such version.
        UsageError: so many months cannot be replayed.
        StoppedError: `progress` was told to stop.
    """
    context: Context = session.info["context"]
    if not 1 <= months <= MOST_MONTHS:
        raise UsageError("A replay looks back over 1 to {most} months, not {months}.", most=MOST_MONTHS, months=months)
    draft = terms(session, draft_id)
    if draft is None:
        raise NotFoundError("There is no such version of the agreement any more.")
    progress = progress or watched()
    return _Run(session, context, draft, months, progress).answer()


@dataclass(frozen=True, slots=True)
class _Facts:
    """What really became of each lead, by its place."""

    ids: "Numbers"
    created: "Numbers"
    ends: "Numbers"
    handed: "Numbers"
    accepted: "Flags"
    won: "Numbers"
    refused: "Flags"
    reasons: Sequence[int | None]
    units: Sequence[int | None]
    currencies: Sequence[str]


class _Run:
    """One replay, step by step."""

    def __init__(self, session: Session, context: Context, draft: Terms, months: int, progress: Progress) -> None:
        self.session, self.context, self.draft, self.months = session, context, draft, months
        self.force = None if context.agreement is None or context.agreement.id == draft.id else context.agreement
        self.progress = progress
        self.last = local_day(context.now, context.zone)
        self.first = _back(self.last, months)
        table = table_of(Lead)
        created = sa.type_coerce(table.c.created_at, sa.BigInteger)
        self.since = day_start(self.first, context.zone)
        self.where = sa.and_(
            table.c.deleted_at.is_(None), created >= to_micros(self.since), created <= to_micros(context.now)
        )

    def answer(self) -> Replay:
        """Return the whole answer."""
        clauses = [one for made in (self.draft, self.force) if made is not None for one in made.definition("mql")]
        self.progress.begin(READING, len(PATHS) + 2)
        known = {one.query: asked(one.query, self.context) for one in clauses}
        facts = self._facts()
        self.progress.step(1)
        lines = self._lines(facts, known)
        self.progress.begin(JUDGING, len(clauses))
        found = judged(lines, self.draft, "mql", known, lambda: self.progress.step(1))
        after = firsts(lines, found)
        before = facts.handed
        if self.force is not None:
            before = firsts(lines, judged(lines, self.force, "mql", known, lambda: self.progress.step(1)))
        return self._told(facts, lines, known, found, before, after)

    def _facts(self) -> _Facts:
        table = table_of(Lead)
        names = ("created_at", "won_at", "lost_at", "mql_at", "sal_at")
        numbers = [sa.func.coalesce(sa.type_coerce(table.c[name], sa.BigInteger), -1) for name in names]
        value = sa.type_coerce(table.c.value, sa.BigInteger)
        columns = (table.c.id, *numbers, value, table.c.reason_id, table.c.currency)
        found = fetched(self.session, sa.select(*columns).where(self.where).order_by(table.c.id))
        held = list(zip(*found, strict=True)) or [()] * len(columns)
        ids, created, won, lost, handed, accepted = (np.array(one, np.int64) for one in held[:6])
        answers = self._answers()
        # A real chance that was lost was refused by nobody; what was disqualified was no lead at all.
        none = {number for number, one in self.context.reasons.items() if one.list == "disqualify"}
        reasons = list(held[7])
        taken = accepted >= 0
        sent_back = (lost >= 0) & np.fromiter((one in none for one in reasons), bool, len(reasons))
        for place, one in enumerate(held[0]):
            if one in answers:
                answer, reason = answers[one]
                taken[place] |= answer == "accepted"
                sent_back[place] |= answer in _REFUSED
                reasons[place] = reason or reasons[place]
        currency = self.context.info.currency
        return _Facts(
            ids=ids,
            created=created,
            ends=np.where(won >= 0, won, np.where(lost >= 0, lost, _NEVER)),
            handed=handed,
            accepted=taken,
            won=won,
            refused=~taken & sent_back,
            reasons=reasons,
            units=held[6],
            currencies=[one or currency for one in held[8]],
        )

    def _answers(self) -> dict[int, tuple[str, int | None]]:
        """Return the last answer to a handoff of each lead, with its reason; accepted once is accepted."""
        table = table_of(Handoff)
        columns = (table.c.lead_id, table.c.answer, table.c.reason_id)
        chosen = sa.select(*columns).where(table.c.deleted_at.is_(None), table.c.answer.is_not(None))
        found: dict[int, tuple[str, int | None]] = {}
        for lead_id, answer, reason in fetched(self.session, chosen.order_by(table.c.answered_at, table.c.id)):
            if found.get(lead_id, ("",))[0] != "accepted":
                found[lead_id] = answer, reason
        return found

    def _lines(self, facts: _Facts, known: Mapping[str, Asked]) -> Lines:
        names = {key for one in known.values() for key in one.names}
        leads = past_of(self.session, LEAD, self.where, [name for path, name in names if not path], self.since)
        self.progress.step(1)
        table = table_of(Lead)
        around: dict[str, Past] = {}
        for path, kind in PATHS.items():
            if any(one == path for one, _ in names):
                own = kind.model.__table__.c.id  # type: ignore[attr-defined]  # a mapped class has its table
                ever = {one for one in leads.tracks[path].codes.values if one is not None}
                now = sa.select(table.c[f"{path}_id"]).where(self.where)
                gone = ever - {one for (one,) in fetched(self.session, now)}
                where = own.in_(now) if not gone else sa.or_(own.in_(now), own.in_(sorted(gone)))
                around[path] = past_of(
                    self.session, kind, where, [name for one, name in names if one == path], self.since
                )
            self.progress.step(1)
        return lines_of(self.context, leads, around, facts.created, np.minimum(facts.ends, _NEVER))

    def _told(
        self,
        facts: _Facts,
        lines: Lines,
        known: Mapping[str, Asked],
        found: Judged,
        before: "Numbers",
        after: "Numbers",
    ) -> Replay:
        sellers = sum(one.active and one.team == "sales" for one in self.context.members.values())
        sellers = sellers or sum(one.active and one.team == "both" for one in self.context.members.values())
        info = self.context.info
        weekdays = frozenset(int(day) for day, parts in info.working_hours.items() if parts)
        days = working_days(self.first, self.last, weekdays, frozenset(map(date.fromisoformat, info.holidays)))
        spared = np.flatnonzero(facts.refused & (before >= 0) & (after < 0))
        reasons = Counter(facts.reasons[int(place)] for place in spared)
        missed = np.flatnonzero((facts.won >= 0) & (after < 0))
        why = self._why(lines, known, found, nearest(lines, found)[missed])
        rows = self._missed(facts, missed, before[missed] >= 0, why)
        return Replay(
            number=self.draft.number,
            version_id=self.draft.id,
            is_draft=self.draft.is_draft,
            compared=None if self.force is None else self.force.number,
            first_day=self.first,
            last_day=self.last,
            months=self.months,
            leads=len(facts.ids),
            before=_side(facts, before, sellers, days),
            after=_side(facts, after, sellers, days),
            by_month=self._by_month(before, after),
            spared=tuple((self._reason(number), count) for number, count in reasons.most_common()),
            spared_ids=tuple(int(facts.ids[place]) for place in spared),
            missed=self._touched(sorted(rows, key=lambda row: (-(row.value or 0), row.id))),
            won=int((facts.won >= 0).sum()),
            won_value=_sums(facts, np.flatnonzero(facts.won >= 0)),
            missed_value=_sums(facts, missed),
            sellers=sellers,
            working_days=days,
            broken={one.text: one.broken for one in known.values() if one.broken},
        )

    def _reason(self, number: int | None) -> str:
        found = self.context.reasons.get(number or 0)
        return "" if found is None else found.name

    def _by_month(self, before: "Numbers", after: "Numbers") -> tuple[tuple[str, int, int], ...]:
        named = key_of_number("month")
        counts: list[Counter[str]] = []
        for moments in (before, after):
            days = day_numbers(moments[moments >= 0], self.context.zone)
            counts.append(Counter(named(int(day)) for day in days))
        keys, month = [], unit_start(self.first, "month")
        while month <= self.last:
            keys.append(f"{month.year:04}-{month.month:02}")
            month = _back(month, -1)
        return tuple((key, counts[0][key], counts[1][key]) for key in keys)

    def _why(self, lines: Lines, known: Mapping[str, Asked], found: Judged, near: "Numbers") -> list[dict[str, Any]]:
        """Return what kept the lead of each of some lines out, as a `Missed` says it."""
        needed = self.draft.needed("mql")
        points = found.points[near]
        short = np.zeros(len(near), bool) if needed is None else points < needed
        columns: list[list[Failed | None]] = []
        for clause in self.draft.definition("mql"):
            met = found.met.get(clause.key)
            if met is None or (clause.points is not None and clause.points <= 0) or not len(near):
                continue
            failed = ~met[near] & (True if clause.points is None else short)
            parts = lines.failed(known[clause.query], near)
            said = {one: Failed(clause.key, clause.query, clause.label, clause.points, one) for one in set(parts)}
            columns.append([said[one] if counts else None for one, counts in zip(parts, failed.tolist(), strict=True)])
        rows = zip(*columns, strict=True) if columns else [()] * len(near)
        return [
            {
                "failed": tuple(one for one in row if one is not None),
                "points": held,
                "needed": needed,
                "judged_at": from_micros(moment),
            }
            for row, held, moment in zip(rows, points.tolist(), lines.moments[near].tolist(), strict=True)
        ]

    def _missed(
        self, facts: _Facts, missed: "Numbers", caught: "Flags", why: Sequence[Mapping[str, Any]]
    ) -> list[Missed]:
        named = self._names() if len(missed) else {}
        rows = []
        for place, before, more in zip(missed.tolist(), caught.tolist(), why, strict=True):
            number, units = int(facts.ids[place]), facts.units[place]
            name, company, owner = named[number]
            rows.append(
                Missed(
                    id=number,
                    caught_before=before,
                    won_at=from_micros(int(facts.won[place])),
                    value=None if units is None else from_units(units),
                    currency=facts.currencies[place],
                    name=name,
                    company=company or "",
                    owner_id=owner,
                    **more,
                )
            )
        return rows

    def _names(self) -> dict[int, tuple[str, str | None, int | None]]:
        """Return the name, company and owner of each won lead."""
        table, firm = table_of(Lead), table_of(Company)
        shown = (
            sa.select(table.c.id, table.c.name, firm.c.name, table.c.owner_id)
            .outerjoin(firm, firm.c.id == table.c.company_id)
            .where(self.where, table.c.won_at.is_not(None))
        )
        return {number: (name, company, owner) for number, name, company, owner in fetched(self.session, shown)}

    def _touched(self, rows: Sequence[Missed]) -> tuple[Missed, ...]:
        """Return the rows, the first of them with when each was first and last touched."""
        table, touch = table_of(Lead), table_of(Activity)
        ids = [row.id for row in rows[:TOUCHED]]
        people = self.session.execute(sa.select(table.c.id, table.c.contact_id).where(table.c.id.in_(ids))).all()
        whose: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, contact in people:
            whose["lead", number].append(number)
            if contact is not None:
                whose["contact", contact].append(number)
        touched: dict[int, list[Any]] = defaultdict(list)
        for kind in ("lead", "contact"):
            wanted = [number for one, number in whose if one == kind]
            happened = sa.select(touch.c.record_id, touch.c.type, touch.c.at).where(
                touch.c.kind == kind,
                touch.c.record_id.in_(wanted),
                touch.c.deleted_at.is_(None),
                touch.c.type != "note",
            )
            for record, type_, at in self.session.execute(happened).all() if wanted else ():
                for number in whose[kind, record]:
                    touched[number].append((type_, at))
        made = list(rows)
        for place, row in enumerate(rows[:TOUCHED]):
            touches = sorted((one for one in touched[row.id] if one[1] <= row.won_at), key=itemgetter(1))
            if touches:
                made[place] = replace(row, first_touch=touches[0], last_touch=touches[-1])
        return tuple(made)


def _side(facts: _Facts, ready: "Numbers", sellers: int, days: int) -> Side:
    chosen = ready >= 0
    accepted, refused = int((chosen & facts.accepted).sum()), int((chosen & facts.refused).sum())
    count = int(chosen.sum())
    return Side(
        ready=count,
        accepted=accepted,
        refused=refused,
        open=count - accepted - refused,
        won=int((chosen & (facts.won >= 0)).sum()),
        a_day=count / sellers / days if sellers and days else None,
    )


def _sums(facts: _Facts, places: "Numbers") -> dict[str, Decimal]:
    """Return the value of some leads by currency; two currencies are never added."""
    sums: dict[str, int] = defaultdict(int)
    for place in places.tolist():
        if facts.units[place] is not None:
            sums[facts.currencies[place]] += facts.units[place] or 0
    return {currency: from_units(units) for currency, units in sorted(sums.items())}


def _back(day: date, months: int) -> date:
    """Return the day so many months before, the last of its month where that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))
