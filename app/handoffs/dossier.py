"""All that whoever answers a handoff is to know: what speaks for the lead, and how leads like it went."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import leads, timeline
from app.agreement import gates
from app.agreement.clause_text import ClauseText, clause_text
from app.agreement.judging import judge
from app.agreement.plain import kept_text
from app.agreement.terms import Terms, terms
from app.around import LeadLine
from app.context import Context
from app.errors import NotFoundError
from app.handoffs import answering, disputes, reading, sending
from app.handoffs.reading import HandoffRow
from app.metrics import Rate, rate_of
from app.periods import day_start, local_day, unit_start
from app.timeline import TimelineItem
from db.models import Company, Contact, Handoff, Lead
from db.rows import by_name, table_of

MONTHS_BACK = 6
"""Full months before this one whose handoffs tell how leads like this went."""
BAND = 20
"""Points from one band of scores to the next; leads of one band count as alike."""
_MOST = 5_000
_TOUCHES = 60
_PEOPLE = 4
_TABLE = table_of(Handoff)


@dataclass(frozen=True, slots=True)
class Brief:
    """A handoff as its answer needs it.

    Attributes:
        handoff: the handoff.
        left: the working time left to answer it, none where it ran out, None where it is never due.
        share: how much of the time to answer is gone, 0 to 1.
        counts: by a reason's id, how often it was given this quarter.
        onward: to whom it may be passed on.
        may_answer: whether I may answer it, now that it is open.
        may_dispute: whether I may dispute its rejection, which nobody has done yet.
        on_silence: to whom it goes without an answer: "pool" or "sender".
        first_task: what the agreement asks of who accepts it first, "" for nothing; within `first_minutes`.
    """

    handoff: HandoffRow
    left: timedelta | None
    share: float
    counts: Mapping[int, int]
    onward: answering.Onward
    may_answer: bool
    may_dispute: bool
    on_silence: str
    first_task: str = ""
    first_minutes: int = 0


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause of the MQL and what it says of the lead: `worth` is None where it is required, else its full points."""

    said: ClauseText
    met: bool
    points: float
    worth: int | None
    fades: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """How leads of the same source and band of scores went that were handed over since a day; this one is not counted.

    `floor` is where the band begins, None where the lead has no score; `days` is the middle value, from being handed
    over to being won.
    """

    since: date
    source: str
    floor: int | None
    accepted: int = 0
    answered: int = 0
    won: int = 0
    closed: int = 0
    days: float | None = None

    @property
    def acceptance(self) -> Rate:
        """Accepted / answered with its Wilson interval (formula 17), all None under five cases."""
        return rate_of(self.accepted, self.answered)

    @property
    def winning(self) -> Rate:
        """Won / closed of those accepted, as `acceptance`."""
        return rate_of(self.won, self.closed)


@dataclass(frozen=True, slots=True)
class Dossier:
    """A handoff with all that speaks for its lead.

    Attributes:
        brief: the handoff.
        lead: its lead.
        job_title, city: of its contact.
        company_id, company, company_size: its company, "" where there is none.
        people: the others at the company, name and job title.
        points, needed: the lead's score as it was sent, None where no agreement said what counts.
        clauses: what made it.
        version: the agreement's number that it was judged under.
        touches: what happened with the lead, newest first, without mere edits.
        alike: how leads like this went.
    """

    brief: Brief
    lead: LeadLine
    job_title: str = ""
    city: str = ""
    company_id: int | None = None
    company: str = ""
    company_size: str = ""
    people: tuple[tuple[str, str], ...] = ()
    points: float | None = None
    needed: int | None = None
    clauses: tuple[ClauseLine, ...] = ()
    version: int | None = None
    touches: tuple[TimelineItem, ...] = ()
    alike: Alike = field(default_factory=lambda: Alike(date.min, "", None))


def brief(session: Session, handoff_id: int) -> Brief:
    """Return a handoff as its answer needs it.

    Raises:
        NotFoundError: it is gone.
    """
    found = reading.where(session, _TABLE.c.id == handoff_id)
    if not found:
        raise NotFoundError("That handoff is no longer there; its lead may have been moved to the bin.")
    return _brief(session, found[0])


def of_lead(session: Session, lead_id: int) -> Brief | None:
    """Return a lead's handoff that waits for its answer, or whose rejection I may dispute; None where there is none."""
    found = reading.of_lead(session, lead_id)
    if not found:
        return None
    context: Context = session.info["context"]
    latest = found[0]
    return _brief(session, latest) if latest.is_open or _may_dispute(context, latest) else None


def dossier(session: Session, handoff_id: int) -> Dossier:
    """Return a handoff with all that speaks for its lead.

    Raises:
        NotFoundError: it is gone, or its lead is.
    """
    short = brief(session, handoff_id)
    found = short.handoff
    behind = leads.behind(session, found.lead_id)
    contact, company = table_of(Contact), table_of(Company)
    person = session.execute(
        sa.select(contact.c.job_title, contact.c.city, contact.c.company_id).where(
            contact.c.id == behind.lead.contact_id
        )
    ).one_or_none()
    company_id = behind.company_id or (person.company_id if person is not None else None)
    firm = session.execute(
        sa.select(company.c.name, company.c.size, company.c.city).where(company.c.id == company_id)
    ).one_or_none()
    points, needed, clauses, version = _evidence(session, found)
    return Dossier(
        brief=short,
        lead=behind.lead,
        job_title=(person.job_title if person is not None else "") or "",
        city=(person.city if person is not None else "") or (firm.city if firm is not None else "") or "",
        company_id=company_id,
        company=firm.name if firm is not None else "",
        company_size=(firm.size if firm is not None else "") or "",
        people=_people(session, company_id, behind.lead.contact_id),
        points=points,
        needed=needed,
        clauses=clauses,
        version=version,
        touches=_touches(session, behind.lead),
        alike=_alike(session, found, points),
    )


def _brief(session: Session, found: HandoffRow) -> Brief:
    context: Context = session.info["context"]
    agreed = context.agreement
    play = None if agreed is None else _first_play(context, agreed)
    return Brief(
        handoff=found,
        left=None if found.due_at is None else timedelta(microseconds=found.clock.left),
        share=min(found.clock.share / 100, 1.0),
        counts=reason_counts(session),
        onward=answering.onward(session, found.id),
        may_answer=found.is_open and answering.may_answer(context, found.to_member_id, found.to_team),
        may_dispute=_may_dispute(context, found),
        on_silence="pool" if agreed is None else agreed.on_silence,
        first_task="" if play is None else play.title,
        first_minutes=0 if play is None else play.within_minutes,
    )


def _first_play(context: Context, agreed: Terms) -> Any:
    """Return the action that is due first of those that the agreement asks for on acceptance."""
    stage = next((one.id for one in context.board() if one.milestone == "sal"), None)
    plays = [one for one in agreed.plays if stage is not None and one.stage_id == stage]
    return min(plays, key=lambda one: (one.within_minutes, one.position), default=None)


def _may_dispute(context: Context, found: HandoffRow) -> bool:
    open_to_it = found.answer == "rejected" and found.disputed_at is None
    return open_to_it and disputes.may_dispute(context, found.from_member_id, found.to_team)


def reason_counts(session: Session) -> dict[int, int]:
    """Return by a reason's id how often it was given with an answer since the quarter began."""
    context: Context = session.info["context"]
    start = day_start(unit_start(local_day(context.now, context.zone), "quarter"), context.zone)
    statement = (
        sa.select(_TABLE.c.reason_id, sa.func.count())
        .where(_TABLE.c.reason_id.is_not(None), _TABLE.c.answered_at >= start, _TABLE.c.deleted_at.is_(None))
        .group_by(_TABLE.c.reason_id)
    )
    return {row[0]: row[1] for row in session.execute(statement).all()}


def _evidence(
    session: Session, found: HandoffRow
) -> tuple[float | None, int | None, tuple[ClauseLine, ...], int | None]:
    """Return score, points needed, clauses and version: as they stood when it was sent, else as they are judged now."""
    context: Context = session.info["context"]
    agreed = context.agreement
    if found.agreement_id is not None and (agreed is None or agreed.id != found.agreement_id):
        agreed = terms(session, found.agreement_id)
    kept = found.evidence
    if not kept and agreed is not None and agreed.definition("mql"):
        row = session.execute(sa.select(table_of(Lead)).where(table_of(Lead).c.id == found.lead_id)).one()
        finding = judge(agreed, "mql", gates.record_of(session, context, by_name(row)), context)
        kept = sending.plain(finding)
    if not kept:
        return None, None, (), None
    known = {} if agreed is None else {one.key: one for one in agreed.definition("mql")}
    lines = []
    for one in kept.get("clauses", ()):
        clause = known.get(one["key"])
        worth = clause.points if clause is not None else (round(one["points"]) or None)
        lines.append(
            ClauseLine(
                said=kept_text(one["said"]) if clause is None else clause_text(clause.label, one["said"]),
                met=bool(one["met"]),
                points=float(one["points"]),
                worth=worth,
                fades=clause is not None and clause.fades,
            )
        )
    return float(kept["points"]), kept["needed"], tuple(lines), None if agreed is None else agreed.number


def _people(session: Session, company_id: int | None, but: int | None) -> tuple[tuple[str, str], ...]:
    if company_id is None:
        return ()
    table = table_of(Contact)
    statement = (
        sa.select(table.c.name, table.c.job_title)
        .where(table.c.company_id == company_id, table.c.deleted_at.is_(None), table.c.id != (but or 0))
        .order_by(table.c.job_title.is_(None), table.c.name, table.c.id)
        .limit(_PEOPLE)
    )
    return tuple((row.name, row.job_title or "") for row in session.execute(statement).all())


def _touches(session: Session, lead: LeadLine) -> tuple[TimelineItem, ...]:
    kind, number = ("contact", lead.contact_id) if lead.contact_id is not None else ("lead", lead.id)
    found = timeline.timeline(session, kind, number, _TOUCHES)
    return tuple(one for one in found if one.source != "journal" or one.is_move)


def _alike(session: Session, found: HandoffRow, points: float | None) -> Alike:
    context: Context = session.info["context"]
    lead = table_of(Lead)
    since = unit_start(local_day(context.now, context.zone), "month")
    for _ in range(MONTHS_BACK):
        since = unit_start(since - timedelta(days=1), "month")
    source = session.execute(sa.select(lead.c.source).where(lead.c.id == found.lead_id)).scalar_one() or ""
    floor = None if points is None else int(points // BAND) * BAND
    same = lead.c.source == source if source else sa.or_(lead.c.source.is_(None), lead.c.source == "")
    statement = (
        sa.select(_TABLE.c.lead_id, _TABLE.c.answer, _TABLE.c.sent_at, _TABLE.c.evidence, lead.c.state, lead.c.won_at)
        .join(lead, lead.c.id == _TABLE.c.lead_id)
        .where(
            _TABLE.c.deleted_at.is_(None),
            lead.c.deleted_at.is_(None),
            _TABLE.c.answer.in_(("accepted", "rejected", "recycled")),
            _TABLE.c.sent_at >= day_start(since, context.zone),
            _TABLE.c.lead_id != found.lead_id,
            same,
        )
        .order_by(_TABLE.c.sent_at.desc(), _TABLE.c.id.desc())
        .limit(_MOST)
    )
    alike = [row for row in session.execute(statement).all() if floor is None or _band(row.evidence) == floor]
    taken = {row.lead_id: row for row in alike if row.answer == "accepted"}
    closed = [row for row in taken.values() if row.state in {"won", "lost"}]
    won = [row for row in closed if row.state == "won"]
    days = sorted((row.won_at - row.sent_at) / timedelta(days=1) for row in won if row.won_at is not None)
    middle = None if not days else (days[(len(days) - 1) // 2] + days[len(days) // 2]) / 2
    accepted = sum(row.answer == "accepted" for row in alike)
    return Alike(since, source, floor, accepted, len(alike), len(won), len(closed), middle)


def _band(evidence: Mapping[str, Any] | None) -> int | None:
    points = (evidence or {}).get("points")
    return None if points is None else int(points // BAND) * BAND
