"""How soon a person answers a lead."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.metrics import DAY, percentile, spread
from app.periods import bounds, day_numbers
from app.reports.answer import Answer, Column, Row, spread_fields
from app.reports.by import Group, grouping, ordered
from app.reports.entries import within
from app.reports.facts import NONE, Facts, facts_of, number, series
from app.reports.question import Question
from db.models import Activity, Journal
from db.rows import table_of
from db.types import from_micros

if TYPE_CHECKING:
    from app.reports.facts import Numbers

HUMAN = ("call", "email", "meeting")


def speed(session: Session, question: Question) -> Answer:
    """Return speed to lead (formula 4) of the leads created in the period.

    `total` runs from creation to the first call, e-mail or meeting that went out to the lead or its contact;
    `queue` from creation until the lead first had an owner, `response` from then to the touch. A lead that nobody
    has answered takes part with the time it has waited so far: where that bears on a percentile, `at_least` is
    true. Queue and response are of the leads of which the journal knows when they got their owner.

    Raises:
        UsageError: the grouping cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by)
    assigned = _assigned(facts)
    found: dict[Group, list[Numbers]] = defaultdict(list)
    for (key,), lines in _lines(facts, question, by.key_column):
        if by.unit is None:
            found[by.group(key)].append(lines)
            continue
        days = day_numbers(lines[:, 0], facts.context.zone)
        for day in sorted(set(days.tolist())):
            found[by.group(day)].append(lines[days == day])
    everything = [lines for arrays in found.values() for lines in arrays]
    order = ordered({group: sum(map(len, arrays)) for group, arrays in found.items()})
    total = _fields(facts, everything, assigned)
    return Answer(
        report="speed",
        population=f"leads created {question.period}{by.text}",
        clock="elapsed time in days of 24 hours, nights and holidays counted",
        window="all",
        as_of=facts.now,
        rows=tuple(group.fields() | _fields(facts, found[group], assigned) for group in order) if by.name else (),
        total=total,
        open=total["unanswered"],
        columns=(
            Column("leads", "leads"),
            Column("unanswered", "unanswered"),
            Column("median days", "median.days"),
            Column("at least", "median.at_least"),
            Column("p90 days", "p90.days"),
            Column("at least", "p90.at_least"),
        ),
    )


def first_touch(facts: Facts, limit: int | None = None) -> sa.ColumnElement[Any]:
    """Return the moment (a whole number, or NULL) of the first human touch that went out since creation.

    Args:
        facts: where the leads are.
        limit: the moment after which nothing counts.
    """
    lead, activity = facts.lead, table_of(Activity)

    def earliest(kind: str, link: str) -> sa.ColumnElement[Any]:
        at = number(activity.c.at)
        statement = sa.select(sa.func.min(at)).where(
            activity.c.kind == kind,
            activity.c.record_id == lead.c[link],
            activity.c.direction == "out",
            activity.c.type.in_(HUMAN),
            activity.c.deleted_at.is_(None),
            at >= facts.number("created_at"),
            at <= (facts.now_micros if limit is None else limit),
        )
        return statement.scalar_subquery()

    own, contacts = earliest("lead", "id"), earliest("contact", "contact_id")
    return sa.case((own <= contacts, own), else_=sa.func.coalesce(contacts, own))


def _lines(facts: Facts, question: Question, key: sa.ColumnElement[Any]) -> "list[tuple[tuple[Any, ...], Numbers]]":
    """Return created, touched (or NONE) and lead id of the leads created in the period."""
    created = facts.number("created_at")
    rows = sa.select(
        key.label("key"),
        created.label("created_at"),
        sa.func.coalesce(first_touch(facts), sa.literal(NONE, sa.BigInteger)).label("touched_at"),
        facts.lead.c.id,
    ).where(*facts.meet, *within(created, *bounds(question.start, question.end, facts.context.zone)))
    parts = series(facts.session, [rows.subquery()], ["key"], ["created_at", "touched_at", "id"])
    return [(key_, numbers) for _, key_, numbers in parts]


def _assigned(facts: Facts) -> dict[int, int]:
    """Return when the journal first gave each lead an owner: lead id -> moment."""
    after = Journal.fields[("owner", "after")].as_integer()
    statement = (
        sa.select(Journal.record_id, sa.func.min(number(table_of(Journal).c.at)))
        .where(Journal.kind == "lead", after.is_not(None), Journal.at <= from_micros(facts.now_micros))
        .group_by(Journal.record_id)
    )
    return dict(facts.session.execute(statement).all())


def _fields(facts: Facts, arrays: "list[Numbers]", assigned: dict[int, int]) -> Row:
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    lines = np.concatenate(arrays) if arrays else np.empty((0, 3), dtype=np.int64)
    answered = lines[:, 1] != NONE
    waited = np.where(answered, lines[:, 1], facts.now_micros) - lines[:, 0]
    # An import may bring a lead with its owner: when that one got it, nobody wrote down.
    owned = [
        (created, touched, max(created, assigned[lead]))
        for created, touched, lead in lines.tolist()
        if lead in assigned
    ]
    return {
        "leads": len(lines),
        "answered": int(answered.sum()),
        "unanswered": int((~answered).sum()),
        "median": _at_least(waited, ~answered, 50),
        "p90": _at_least(waited, ~answered, 90),
        "total": spread_fields(spread((lines[:, 1] - lines[:, 0])[answered])),
        "queue": spread_fields(spread([owner - created for created, _, owner in owned])),
        "response": spread_fields(spread([touched - owner for _, touched, owner in owned if touched != NONE])),
    }


def _at_least(waited: "Numbers", unanswered: Any, percent: int) -> Row:
    """Return a percentile of all leads, those still waiting taken with what they have waited.

    Each of them will have waited longer in the end, so the true figure is at least this one; it is this one exactly
    if all of them have passed it already.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    if len(waited) == 0:
        return {"days": None, "at_least": False}
    value = percentile(np.sort(waited), percent)
    return {"days": value / DAY, "at_least": bool((waited[unanswered] < value).any())}
