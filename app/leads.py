"""Leads: creating, editing and moving them, and the board they stand on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import around, derived, entrance, rank, records
from app.agreement import gates, playbook
from app.agreement.terms import in_force
from app.around import LeadLine
from app.context import Context, MemberRow, StageRow
from app.errors import NotFoundError, RefusedError, Word
from app.fields import LEAD, kind_of, to_plain
from app.finding import condition_of
from app.handoffs import foreseeing, routing, sending
from app.lead_cards import LeadCard, stored_card
from app.stays import StageFacts, StayTimes, standing
from db import rows
from db.journal import write_of
from db.models import Company, Contact, Lead, Stage, Stay
from db.types import from_units


@dataclass(frozen=True, slots=True)
class Column:
    """A stage of the board with its cards; the figures are over all leads that the query meets."""

    stage: StageRow
    cards: tuple[LeadCard, ...]
    count: int
    total: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Board:
    """The stages in order."""

    columns: tuple[Column, ...]


def board(session: Session, query: str = "", closed: int = 200) -> Board:
    """Return the board as of one moment: all open leads that the query meets, and the closed ones' figures.

    Of closed leads only the newest `closed` have cards; count and total of their stages are over all of them.

    Raises:
        QueryError: the query cannot be read; it says where.
    """
    context: Context = session.info["context"]
    parts = _parts(context, condition_of(session, LEAD, query), closed)
    # Straight from the tuple: the class's own `_make` is a call in Python for each of ten thousand cards.
    make = partial(tuple.__new__, LeadCard)
    given = {"fallback": context.info.currency}
    found = session.info["store"].together(session, parts, ("stage_id", "rank"), make, given)
    cards: dict[int | None, tuple[LeadCard, ...]] = {}
    for stage, some in groupby(found, _stage_of):
        here = (*cards.get(stage, ()), *some)
        cards[stage] = here if stage not in cards else tuple(sorted(here, key=_rank_of))
    figures = cards.pop(None, ())
    return Board(tuple(_column(stage, cards.get(stage.id, ()), figures) for stage in context.board()))


_stage_of, _rank_of, _units_of, _currency_of = (
    itemgetter(LeadCard._fields.index(name)) for name in ("stage_id", "rank", "units", "currency")
)
_CLOSED = ("won", "lost")
"""Named one by one: an index finds what a state is, and none finds what it is not."""


def _parts(context: Context, condition: sa.ColumnElement[bool], closed: int) -> tuple[sa.Select[*tuple[Any, ...]], ...]:
    """Return what the board is made of: the open leads, the newest closed ones, and the closed ones' figures.

    Figures stand in a card's columns, without a stage in the column of the stage: their stage as `id`, how many leads
    as `version`, the sum as text (it may be longer than any one amount) as `name`, and the currency.
    """
    newest = (
        sa.select(Lead.id)
        .where(Lead.state.in_(_CLOSED), Lead.deleted_at.is_(None), condition)
        .order_by(Lead.entered_at.desc())
        .limit(closed)
    )
    shown = sa.select(*stored_card(context)).outerjoin(Company, Company.id == Lead.company_id)
    figures = {
        "id": Lead.stage_id,
        "version": sa.func.count(),
        "name": sa.cast(sa.func.sum(Lead.value), sa.Text),
        "currency": sa.func.coalesce(Lead.currency, sa.bindparam("fallback")),
    }
    return (
        shown.where(Lead.state == "open", Lead.deleted_at.is_(None), condition),
        shown.where(Lead.state.in_(_CLOSED), Lead.id.in_(newest)),
        sa.select(*(figures.get(name, sa.null()).label(name) for name in LeadCard._fields))
        .where(Lead.state.in_(_CLOSED), Lead.deleted_at.is_(None), condition)
        .group_by(Lead.stage_id, Lead.currency),
    )


def _column(stage: StageRow, cards: tuple[LeadCard, ...], figures: Iterable[LeadCard]) -> Column:
    if stage.kind in {"won", "lost"}:
        closed = [one for one in figures if one.id == stage.id]
        total: dict[str, Decimal] = defaultdict(Decimal)
        for one in closed:
            total[one.currency] += from_units(int(one.name or 0))
        return Column(stage, cards, sum(one.version for one in closed), dict(total))
    units: dict[str, int] = defaultdict(int)
    for currency, amount in zip(map(_currency_of, cards), map(_units_of, cards), strict=True):
        if amount is not None:
            units[currency] += amount
    return Column(stage, cards, len(cards), {name: from_units(sum_) for name, sum_ in units.items()})


@dataclass(frozen=True, slots=True)
class Behind:
    """A lead with what it belongs to."""

    lead: LeadLine
    company_id: int | None
    company: str


def behind(session: Session, lead_id: int) -> Behind:
    """Return who is behind a lead.

    Raises:
        NotFoundError: it is gone, or lies in the bin.
    """
    rows_ = [
        row for part in around.leads(session.info["context"], Lead.id == lead_id) for row in session.execute(part).all()
    ]
    found = around.lead_lines(rows_)
    if not found:
        raise NotFoundError("That lead is no longer there; it may have been moved to the bin.")
    company = sa.select(Company.id, Company.name).join(Lead, Lead.company_id == Company.id).where(Lead.id == lead_id)
    row = session.execute(company).one_or_none()
    return Behind(found[0], None if row is None else row.id, "" if row is None else row.name)


def create(session: Session, values: Mapping[str, Any], stage: int | None = None) -> int:
    """Write a new lead from plain values, on top of its stage (the first one by default); return its id.

    Raises:
        RefusedError: the stage is full, or asks more of a lead than these values.
    """
    context: Context = session.info["context"]
    place = context.stages[stage] if stage is not None else first_stage(context)
    write = write_of(session)
    records.check_fields(context, LEAD, values)
    given = {name: records.cleaned(LEAD, name, value) for name, value in values.items() if value not in (None, "", [])}
    columns = records.columns_of(session, LEAD, given)
    columns.setdefault("created_at", write.now)
    columns |= derived.columns(session, LEAD, columns)
    session.info["store"].lock(session, place.id)
    entrance.check_room(session, place, 1)
    first = sa.select(sa.func.min(Lead.rank)).where(Lead.stage_id == place.id).scalar_subquery()
    top, version = session.execute(sa.select(first, in_force())).one()
    entrance.check_agreement(context, version)
    entered = columns["created_at"]
    columns |= {"stage_id": place.id, "rank": rank.between(None, top)}
    columns |= standing_columns([StayTimes(place.id, entered, None)], facts(context))
    let_in = gates.judged(session, _empty_row() | {"id": 0} | columns, None, place.milestone)
    lead_id = rows.insert(session, Lead, columns)
    rows.insert_all(session, Stay, [entrance.stay_row(lead_id, StayTimes(place.id, entered, None), session, let_in)])
    derived.write_keys(session, LEAD, lead_id, columns)
    write.subject = write.subject or columns["name"]
    write.record(
        "lead",
        lead_id,
        {name: (None, value) for name, value in given.items()}
        | {"stage": (None, place.id), records.EXISTS: (False, True)},
    )
    playbook.greet(session, lead_id)
    return lead_id


def _empty_row() -> dict[str, Any]:
    return dict.fromkeys(rows.table_of(Lead).c.keys()) | {"version": 0, "tags": [], "custom": {}}


def first_stage(context: Context) -> StageRow:
    """Return the stage in which leads begin: the first one of the board that is open."""
    stages = context.board()
    return next((stage for stage in stages if stage.kind == "open"), stages[0])


def edit(
    session: Session, lead_id: int, mine: Mapping[str, Any], base: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Save an edit of a lead's fields; see `records.edit`. A stage is changed by `move`."""
    return records.edit(session, LEAD, lead_id, mine, base)


def move(
    session: Session,
    lead_id: int,
    stage_id: int,
    after: int | None = None,
    reason: int | None = None,
    note: str | None = None,
    fill: Mapping[str, Mapping[str, Any]] | None = None,
    override: str | None = None,
    to: MemberRow | None = None,
    *,
    pool: bool = False,
) -> None:
    """Move a lead into a stage, below the card of lead `after` or on top.

    Args:
        session: a write.
        lead_id: the lead.
        stage_id: the stage.
        after: the lead below which it goes.
        reason: why it was lost.
        note: what there is to say about that.
        fill: fields to set first, as the agreement asks for them: by "lead", "contact" and "company", plain values.
        override: why a lead of a team lets it in although it does not meet the agreement.
        to: who receives it in a stage of handoffs; left out, whom the agreement's route names.
        pool: whether it lies in the pool there instead.

    Raises:
        RefusedError: the stage is archived or full, asks for a reason that was not given, or for more than the lead
            has by the agreement in force.
        NotFoundError: the lead or the stage is gone.
    """
    context: Context = session.info["context"]
    if fill:
        _fill(session, lead_id, fill)
    session.info["store"].lock(session, stage_id)
    plays = playbook.plays_at(context, stage_id)
    known = context.stages.get(stage_id)
    handed = known is not None and known.kind == "handoff"
    judging = bool(context.agreement and (context.agreement.clauses or (handed and context.agreement.route_rules)))
    judging = judging or any(one.query for one in plays)
    statement: Any = _for_move(judged=judging)
    asked: dict[str, Any] = {"lead": lead_id, "stage": stage_id, "after": after}
    # All that tasks and handoff need comes with the same answer, so that a server far away is not waited for again.
    if plays:
        statement = statement.add_columns(*playbook.columns(session, context, stage_id, rows.table_of(Lead)))
    if handed:
        statement = statement.add_columns(*sending.number_column(session), *routing.columns(context))
        asked |= {"handoff_day": routing.day(context, context.now)}
    row = session.execute(statement, asked).one_or_none()
    if row is None or row.deleted_at is not None:
        raise NotFoundError("That lead is no longer there; it may have been moved to the bin.")
    if row.target_kind is None:
        raise NotFoundError("That stage is no longer there; the board has changed.")
    entrance.gate(context, row, row.target_kind, stage_id, reason, note, archived=row.target_archived is not None)
    if row.target_hard and row.stage_id != stage_id:
        entrance.check_room(session, session.execute(sa.select(Stage.__table__).where(Stage.id == stage_id)).one(), 1)
    now, before = write_of(session).now, rows.by_name(row)
    changed: dict[str, Any] = {"rank": _rank(session, row, stage_id)}
    if row.stage_id != stage_id:
        entrance.check_agreement(context, row.in_force)
        with foreseeing.said(session, row, before, wanted=handed and to is None and not pool):
            let_in = entrance.enter(session, before, stage_id, override)
        changed |= entrance.entered(row, stage_id, row.target_kind, row.target_milestone, now)
        changed |= {"reason_id": reason if row.target_kind == "lost" else None}
        if note:
            changed["note"] = note
        session.execute(entrance.LEAVE, {"lead": lead_id, "moment": now})
        rows.insert_all(session, Stay, [entrance.stay_row(lead_id, StayTimes(stage_id, now, None), session, let_in)])
        sending.left(session, row, row.target_kind, row.target_milestone, reason)
        write_of(session).subject = write_of(session).subject or row.name
        changed |= playbook.owe(session, before, changed, stage_id)
    rows.update(session, Lead, lead_id, row.version, changed)
    record_move(session, row, changed)
    if handed and row.stage_id != stage_id and row.handoff_id is None:
        sent = sending.Sent(
            lead_id,
            row.stage_id,
            to
            if to is not None or pool
            else routing.receiver(session, routing.turn_of(context, row), {**before, **changed}, row.stage_id),
            sending.evidence_of(session, before),
            getattr(row, "handoff_number", None),
            note=note or "",
        )
        sending.write_all(session, [sent])


def _fill(session: Session, lead_id: int, fill: Mapping[str, Mapping[str, Any]]) -> None:
    """Write what was filled in on the way, on the lead and on what it belongs to."""
    found = records.require(session, LEAD, lead_id, lock=True)
    for name, values in fill.items():
        kind = kind_of(name)
        number = lead_id if kind is LEAD else found.get(kind.name)
        if number is None:
            raise RefusedError("{lead} has no {kind} to fill that in on.", lead=found["name"], kind=Word(kind.name))
        records.edit(session, kind, int(number), values)


def record_move(session: Session, row: Any, changed: Mapping[str, Any]) -> None:
    """Enter in the journal what a move changed on a lead, of which `row` is what stood before."""
    write = write_of(session)
    write.subject = write.subject or row.name
    names = {"stage_id": "stage", "entered_at": "entered", "reason_id": "reason", "due_at": "due"}
    write.record(
        "lead",
        row.id,
        {
            names.get(column, column): (to_plain(getattr(row, column)), to_plain(value))
            for column, value in changed.items()
            if getattr(row, column) != value and column not in {"state", *entrance.MILESTONE_COLUMNS.values()}
        },
    )


@cache  # putting it together costs more than running it
def _for_move(*, judged: bool) -> sa.Select[*tuple[Any, ...]]:
    """Return the one statement that locks the lead and reads what its new place needs.

    With `judged`, what the agreement may ask about comes along: the columns of its contact and company.
    """
    lead: Any = sa.bindparam("lead")
    stage: Any = sa.bindparam("stage")
    after: Any = sa.bindparam("after")
    leads, stages = rows.table_of(Lead), rows.table_of(Stage)
    other, below, target = leads.alias("other"), leads.alias("below"), stages.alias("target")
    before = sa.select(other.c.rank).where(other.c.id == after, other.c.stage_id == stage, other.c.id != lead)
    following = sa.select(sa.func.min(below.c.rank)).where(
        below.c.stage_id == stage, below.c.id != lead, below.c.rank > sa.func.coalesce(before.scalar_subquery(), "")
    )
    beside = {"contact": rows.table_of(Contact), "company": rows.table_of(Company)} if judged else {}
    joined = leads.outerjoin(target, target.c.id == stage)
    for path, table in beside.items():
        joined = joined.outerjoin(table, table.c.id == leads.c[f"{path}_id"])
    return (
        sa.select(
            leads,
            *(one.label(f"{path}.{one.name}") for path, table in beside.items() for one in table.c),
            in_force().label("in_force"),
            before.scalar_subquery().label("rank_before"),
            following.scalar_subquery().label("rank_after"),
            target.c.kind.label("target_kind"),
            target.c.milestone.label("target_milestone"),
            target.c.archived_at.label("target_archived"),
            target.c.wip_hard.label("target_hard"),
            *sending.open_columns(lead),
        )
        .select_from(joined)
        .where(leads.c.id == lead)
        .with_for_update(of=leads)
    )


def _rank(session: Session, row: Any, stage_id: int) -> str:
    chosen = rank.between(row.rank_before, row.rank_after)
    if len(chosen) <= rank.TOO_LONG:
        return chosen
    # Too many cards were put into one gap: deal the whole stage out anew, within this write.
    others = session.execute(
        sa.select(Lead.id, Lead.rank).where(Lead.stage_id == stage_id, Lead.id != row.id).order_by(Lead.rank)
    ).all()
    table = rows.table_of(Lead)
    statement = sa.update(table).where(table.c.id == sa.bindparam("key")).values(rank=sa.bindparam("place"))
    fresh = list(rank.spread(len(others) + 1))
    mine = sum(1 for other in others if row.rank_before is not None and other.rank <= row.rank_before)
    places = fresh[:mine] + fresh[mine + 1 :]
    # Ranks are unique in a stage at every moment, so the old ones step aside first.
    session.execute(
        statement,
        [{"key": other.id, "place": f"~{place}"} for other, place in zip(others, places, strict=True)],
    )
    session.execute(statement, [{"key": other.id, "place": place} for other, place in zip(others, places, strict=True)])
    return fresh[mine]


def facts(context: Context) -> dict[int, StageFacts]:
    """Return what of every stage matters to a lead's history."""
    return {number: stage.facts for number, stage in context.stages.items()}


def standing_columns(stays: list[StayTimes], stages: Mapping[int, StageFacts]) -> dict[str, Any]:
    """Return a lead's columns that follow from its stays."""
    found = standing(stays, stages)
    return {
        "stage_id": found.stage_id,
        "state": found.state,
        "entered_at": found.entered_at,
        "won_at": found.won_at,
        "lost_at": found.lost_at,
        **{entrance.MILESTONE_COLUMNS[name]: moment for name, moment in found.milestones.items()},
    }
