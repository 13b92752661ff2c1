"""The value of open leads: weighted pipeline, its velocity, and the coverage of what is to be won."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import UsageError
from app.metrics import FEWEST_CASES, rate_of, spread, velocity
from app.periods import bounds
from app.reports.answer import Answer, Column, Row, decimal_text, money, moneys, rate_fields
from app.reports.by import By, Group, grouping, ordered
from app.reports.entries import within
from app.reports.facts import Facts, facts_of, series
from app.reports.question import Question
from db.models import Goal
from db.types import from_units, to_units

QUALIFIED = ("sql", "opportunity", "customer")


def pipeline(session: Session, question: Question) -> Answer:
    """Return open leads with their value and their weighted value (formula 12), by stage unless said.

    The weighted value of a lead is value x probability of its stage, rounded to whole cents lead by lead, so that
    the leads behind a figure add up to it. Currencies stand side by side. A period keeps the leads that are
    expected to close in it; `--by month` and the other units of time go by the expected close.

    Raises:
        UsageError: the grouping cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by or "stage")
    counts: dict[Group, int] = defaultdict(int)
    values: dict[Group, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    weights: dict[Group, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in _open_leads(facts, by, question):
        group = _group(by, row)
        counts[group] += row.leads
        if row.value is not None:
            currency = row.currency or facts.context.info.currency
            values[group][currency] += int(row.value)
            weights[group][currency] += int(row.weighted)
    rows = [
        group.fields() | _amounts(counts[group], [values[group]], [weights[group]]) for group in ordered(dict(counts))
    ]
    expected = "" if question.start is None and question.end is None else f" expected to close {question.period}"
    return Answer(
        report="pipeline",
        population=f"open leads{expected}, by {by.name}",
        clock="none: as they stand",
        window="none",
        as_of=facts.now,
        rows=tuple(rows),
        total=_amounts(sum(counts.values()), list(values.values()), list(weights.values())),
        open=sum(counts.values()),
        columns=(Column("leads", "leads"), Column("value", "value"), Column("weighted", "weighted")),
    )


def _amounts(leads: int, values: list[dict[str, int]], weights: list[dict[str, int]]) -> Row:
    return {"leads": leads, "value": moneys(_sum(values)), "weighted": moneys(_sum(weights))}


def _sum(sums: list[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = defaultdict(int)
    for one in sums:
        for currency, units in one.items():
            total[currency] += units
    return total


def _group(by: By, row: Any) -> Group:
    if by.unit is None:
        return by.group(row.key)
    if row.key is None:
        return Group((9, ""), "")
    return by.group(row.key.toordinal() - date(1970, 1, 1).toordinal())


def _open_leads(facts: Facts, by: By, question: Question) -> Any:
    """Return open leads counted and added up by group and currency; value and weight are NULL where none has one."""
    lead = facts.lead
    key = lead.c.expected_close if by.unit is not None else by.key_column
    conditions = [*facts.meet, lead.c.state == "open"]
    if question.start is not None:
        conditions.append(lead.c.expected_close >= question.start)
    if question.end is not None:
        conditions.append(lead.c.expected_close <= question.end)
    value = facts.number("value")
    return facts.session.execute(
        sa.select(
            key.label("key"),
            lead.c.currency,
            sa.func.count().label("leads"),
            sa.func.sum(value).label("value"),
            sa.func.sum(_weighted(facts, value)).label("weighted"),
        )
        .where(*conditions)
        .group_by(key, lead.c.currency)
    ).all()


def _weighted(facts: Facts, value: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    """Return a lead's value times the probability of its stage, in whole cents, half away from nought (formula 12).

    Rounded lead by lead so that the leads behind a total add up to it.
    """
    chances = {stage.id: stage.probability for stage in facts.context.stages.values()}
    percent = sa.case(chances, value=facts.lead.c.stage_id, else_=0)
    cents = (sa.func.abs(value) * percent + 5_000) // 10_000 * 100
    return sa.case((value < 0, -cents), else_=cents)


@dataclass(slots=True)
class _Flow:
    """What the velocity of one currency is made of; `cycles` are the won leads' cycles in microseconds."""

    open: int = 0
    won: int = 0
    lost: int = 0
    valued: int = 0
    amount: int = 0
    cycles: list[int] | None = None


def pipeline_velocity(session: Session, question: Question) -> Answer:
    """Return the amount that comes in a day (formula 9), for each currency.

    Opportunities are the open leads that stand in a stage of the milestone opportunity; win rate, average won
    amount (of the won leads that have a value) and median cycle are of the leads closed in the period.

    Raises:
        UsageError: the grouping cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by)
    if by.unit is not None:
        raise UsageError(
            "Pipeline velocity is a figure of one moment; it cannot be grouped by a unit of time.",
            code="report.moment",
        )
    found: dict[tuple[Group, str], _Flow] = defaultdict(_Flow)
    own = facts.context.info.currency
    for (key, state, currency), lines in _flows(facts, by, question):
        one = found[by.group(key), currency or own]
        if state == "open":
            one.open += len(lines)
        elif state == "lost":
            one.lost += len(lines)
        else:
            one.won += len(lines)
            one.valued += int((lines[:, 2] == 1).sum())
            one.amount += sum(lines[:, 1].tolist())
            one.cycles = (one.cycles or []) + lines[:, 0].tolist()
    order = ordered({group: 0 for group, _ in found})
    keys = [key for group in order for key in sorted(found, key=lambda pair: pair[1]) if key[0] == group]
    return Answer(
        report="velocity",
        population="open leads in a stage of the milestone opportunity; win rate, average and cycle of the leads won "
        f"or lost {question.period}{by.text}",
        clock="days of 24 hours from the first entry into the milestone opportunity to winning",
        window="all",
        as_of=facts.now,
        rows=tuple(group.fields() | _flow_fields(found[group, currency], currency) for group, currency in keys),
        total={},
        open=sum(one.open for one in found.values()),
        columns=(
            Column("open", "opportunities"),
            Column("win rate %", "rate"),
            Column("average won", "average_won"),
            Column("median cycle", "cycle_days"),
            Column("a day", "per_day"),
        ),
    )


def _flows(facts: Facts, by: By, question: Question) -> Any:
    lead = facts.lead
    stages = [one.id for one in facts.context.stages.values() if one.milestone == "opportunity" and one.kind == "open"]
    closed = sa.func.coalesce(facts.number("won_at"), facts.number("lost_at"))
    zero: sa.ColumnElement[int] = sa.literal_column("0")
    started = sa.func.coalesce(facts.number("opportunity_at"), facts.number("created_at"))
    rows = sa.select(
        by.key_column.label("key"),
        lead.c.state,
        lead.c.currency,
        sa.func.coalesce(closed - started, zero).label("took"),
        sa.func.coalesce(facts.number("value"), zero).label("value"),
        sa.case((lead.c.value.is_not(None), 1), else_=0).label("valued"),
    )
    ended = rows.where(*facts.meet, *within(closed, *bounds(question.start, question.end, facts.context.zone)))
    opened = rows.where(*facts.meet, lead.c.state == "open", lead.c.stage_id.in_(stages))
    parts = series(
        facts.session,
        [ended.subquery(), opened.subquery()],
        ["key", "state", "currency"],
        ["took", "value", "valued"],
    )
    return [(key, lines) for _, key, lines in parts]


def _flow_fields(one: _Flow, currency: str) -> Row:
    rate = rate_of(one.won, one.won + one.lost)
    average = from_units(one.amount) / one.valued if one.valued else None
    days = spread(one.cycles or []).median
    a_day = velocity(one.open, rate.rate, average, days)
    return {
        "currency": currency,
        "opportunities": one.open,
        "won": one.won,
        "lost": one.lost,
        **rate_fields(rate),
        "average_won": None if average is None else {"amount": decimal_text(average), "currency": currency},
        "cycle_days": days,
        "per_day": None if a_day is None else {"amount": decimal_text(a_day), "currency": currency},
    }


def coverage(session: Session, question: Question) -> Answer:
    """Return how far open qualified value covers what is still to be won (formula 10), for each goal of won value.

    The period and target are the goal's. Open qualified value is that of the open leads in a stage of the milestone
    SQL or later which are expected to close in the period, in the goal's currency. The required coverage is 1 / win
    rate of all leads that were ever qualified so and are closed.

    Raises:
        UsageError: a grouping is asked for.
    """
    if question.by is not None:
        raise UsageError("Coverage is measured for each goal of won value; leave out --by.", code="report.alone")
    facts = facts_of(session, question.as_of)
    goals = session.execute(
        sa.select(Goal.id, Goal.name, Goal.target, Goal.currency, Goal.starts, Goal.ends)
        .where(Goal.metric == "won_value", Goal.deleted_at.is_(None))
        .where(sa.true() if question.start is None else Goal.ends >= question.start)
        .where(sa.true() if question.end is None else Goal.starts <= question.end)
        .order_by(Goal.starts, Goal.position, Goal.id)
    ).all()
    won, lost = _qualified_outcomes(facts)
    rows = tuple(_covered(facts, goal, won, lost) for goal in goals)
    return Answer(
        report="coverage",
        population="open leads in a stage of the milestone SQL or later, expected to close in the goal's period"
        + ("" if rows else "; there is no goal of won value in this period"),
        clock="dates of the workspace's zone",
        window="the goal's period",
        as_of=facts.now,
        rows=rows,
        total={},
        open=sum(row["leads"] for row in rows),
        columns=(
            Column("target", "target"),
            Column("won", "won_value"),
            Column("open qualified", "open_value"),
            Column("coverage", "coverage"),
            Column("required", "required"),
        ),
    )


def _qualified_outcomes(facts: Facts) -> tuple[int, int]:
    lead = facts.lead
    counts = sa.select(lead.c.state, sa.func.count()).where(*facts.meet, lead.c.sql_at.is_not(None))
    found: dict[str, int] = dict(facts.session.execute(counts.group_by(lead.c.state)).all())
    return found.get("won", 0), found.get("lost", 0)


def _covered(facts: Facts, goal: Any, won: int, lost: int) -> Row:
    lead = facts.lead
    currency = goal.currency or facts.context.info.currency
    same = sa.func.coalesce(lead.c.currency, facts.context.info.currency) == currency
    total = sa.func.coalesce(sa.func.sum(facts.number("value")), 0)
    stages = [one.id for one in facts.context.stages.values() if one.milestone in QUALIFIED and one.kind == "open"]
    expected = sa.select(sa.func.count(), total).where(
        *facts.meet,
        same,
        lead.c.state == "open",
        lead.c.stage_id.in_(stages),
        lead.c.expected_close >= goal.starts,
        lead.c.expected_close <= goal.ends,
    )
    period = bounds(goal.starts, goal.ends, facts.context.zone)
    gained = sa.select(total).where(*facts.meet, same, *within(facts.number("won_at"), *period))
    leads, units = facts.session.execute(expected).one()
    already = int(facts.session.execute(gained).scalar_one())
    missing = to_units(goal.target) - already
    return {
        "key": goal.name,
        "id": goal.id,
        "from": goal.starts.isoformat(),
        "to": goal.ends.isoformat(),
        "leads": leads,
        "target": money(to_units(goal.target), currency),
        "won_value": money(already, currency),
        "open_value": money(int(units), currency),
        "coverage": int(units) / missing if missing > 0 else None,
        "won": won,
        "lost": lost,
        "required": (won + lost) / won if won and won + lost >= FEWEST_CASES else None,
    }
