"""How sales answered what it was handed: accepted, refused, returned by silence, and disputes."""

from collections import Counter, defaultdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.metrics import rate_of
from app.periods import bounds, day_numbers
from app.reports.answer import RATE, Answer, Column, Row, rate_fields
from app.reports.by import Group, grouping, ordered
from app.reports.facts import facts_of
from app.reports.question import Question
from db.models import Handoff
from db.rows import table_of
from db.types import to_micros

_REFUSED = ("rejected", "recycled", "returned")


def acceptance(session: Session, question: Question) -> Answer:
    """Return accepted / (accepted + rejected + recycled + returned by silence) of a period's answers (formula 6).

    Beside it, disputes won / ruled. One that was passed on is no answer; those not answered yet are left out.

    Raises:
        UsageError: the grouping cannot be had.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only a grouping by time needs it

    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by)
    table, lead = table_of(Handoff), facts.lead
    number = sa.type_coerce(table.c.answered_at, sa.BigInteger)
    ruled = sa.type_coerce(table.c.ruled_at, sa.BigInteger)
    sent = sa.type_coerce(table.c.sent_at, sa.BigInteger)
    now = to_micros(facts.now)
    statement = (
        sa.select(by.key_column.label("key"), number.label("at"), table.c.answer, table.c.ruling, ruled.label("ruled"))
        .select_from(table.join(lead, lead.c.id == table.c.lead_id))
        .where(*facts.meet, table.c.deleted_at.is_(None), sent <= now)
    )
    start, end = bounds(question.start, question.end, facts.context.zone)
    found: dict[Group, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    answered: list[Any] = []
    for row in session.execute(statement).all():
        if row.at is None or row.at > now:
            total["open"] += 1
        elif row.answer != "rerouted" and (start is None or row.at >= start) and (end is None or row.at < end):
            answered.append(row)
    keys = [row.key for row in answered]
    if by.unit is not None and answered:
        keys = day_numbers(np.array([row.at for row in answered], np.int64), facts.context.zone).tolist()
    for row, key in zip(answered, keys, strict=True):
        said = [row.answer, *(["ruled", row.ruling] if row.ruled is not None and row.ruled <= now else [])]
        total.update(said)
        found[by.group(key)].update(said)
    order = ordered({group: sum(counts.values()) for group, counts in found.items()})
    return Answer(
        report="acceptance",
        population=f"handoffs answered {question.period}{by.text}",
        clock="the day of the answer, in the workspace's zone",
        window="the period itself",
        as_of=facts.now,
        rows=tuple(group.fields() | _fields(found[group]) for group in order) if by.name else (),
        total=_fields(total),
        open=total["open"],
        columns=(
            *(Column(name, name) for name in ("accepted", *_REFUSED)),
            *RATE,
            Column("ruled", "ruled"),
            Column("overturned", "overturned"),
        ),
    )


def _fields(counts: Counter[str]) -> Row:
    accepted = counts["accepted"]
    refused = sum(counts[name] for name in _REFUSED)
    overturned = rate_of(counts["overturned"], counts["ruled"])
    return {
        "accepted": accepted,
        **{name: counts[name] for name in _REFUSED},
        "refused": refused,
        **rate_fields(rate_of(accepted, accepted + refused)),
        "ruled": counts["ruled"],
        "overturned": counts["overturned"],
        "overturn_rate": overturned.rate,
    }
