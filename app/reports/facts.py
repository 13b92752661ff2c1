"""The leads and stays that a report reads: as they are, or as they stood at a past moment.

Every report is written once, over a table of facts. For the present that is the table of leads itself. For the past
it is made from `app.history` (fields) and the stays up to that moment (stages and milestones), and handed to the
database with the statement.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import history
from app.context import Context
from app.fields import CUSTOM, LEAD
from app.finding import condition_of
from app.stays import MILESTONES, milestones
from db.models import Lead, Stay
from db.rows import table_of
from db.types import given, to_micros, to_units

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

NONE = -(1 << 62)
_NUMBER = sa.BigInteger()
_COLUMNS: dict[str, Any] = {
    "id": _NUMBER,
    "created_at": _NUMBER,
    "source": sa.Text(),
    "owner_id": _NUMBER,
    "qualified_by_id": _NUMBER,
    "campaign_id": _NUMBER,
    "contact_id": _NUMBER,
    "company_id": _NUMBER,
    "reason_id": _NUMBER,
    "stage_id": _NUMBER,
    "state": sa.Text(),
    "value": _NUMBER,
    "currency": sa.Text(),
    "expected_close": sa.Date(),
    "due_at": _NUMBER,
    "name": sa.Text(),
    "entered_at": _NUMBER,
    "won_at": _NUMBER,
    "lost_at": _NUMBER,
    **{f"{milestone}_at": _NUMBER for milestone in MILESTONES},
    "custom": sa.JSON(),
    "recorded_by": _NUMBER,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report selects from.

    Attributes:
        session: a read.
        context: members, stages, zone.
        now: the moment at which the figures stand.
        lead: the table of leads; every statement also takes `meet`.
        stay: the table of stays, `left_at` empty for one that lasted at `now`.
        meet: which rows of `lead` count.
        all_but_binned: whether those are all that do not lie in the bin.
    """

    session: Session
    context: Context
    now: datetime
    lead: sa.FromClause
    stay: sa.FromClause
    meet: tuple[sa.ColumnElement[bool], ...] = ()
    all_but_binned: bool = False

    @property
    def now_micros(self) -> int:
        """The moment as microseconds."""
        return to_micros(self.now)

    @property
    def stays_meet(self) -> sa.ColumnElement[bool]:
        """The condition that a stay is one of a lead that counts."""
        chosen = sa.select(self.lead.c.id).where(*self.meet)
        if self.all_but_binned:
            return self.stay.c.lead_id.not_in(sa.select(self.lead.c.id).where(self.lead.c.deleted_at.is_not(None)))
        return self.stay.c.lead_id.in_(chosen)

    def number(self, column: str) -> sa.ColumnElement[int]:
        """Return a lead's moment or amount as the whole number that is stored."""
        return number(self.lead.c[column])


def number(column: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    """Return a moment or an amount as the whole number that is stored."""
    return sa.type_coerce(column, sa.BigInteger)


def scanned(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    """Return a number in a form that no index is searched by.

    A file would rather search by the moment and then fetch every row than read one covering index to its end.
    """
    return column + sa.literal_column("0")


def facts_of(session: Session, as_of: datetime | None = None) -> Facts:
    """Return the facts of all leads, at a moment or of the present."""
    return facts_by_query(session, as_of, [""])[""]


def facts_by_query(session: Session, as_of: datetime | None, queries: Iterable[str]) -> dict[str, Facts]:
    """Return for each query the facts of the leads that meet it (all of them for an empty one).

    Raises:
        QueryError: a query cannot be read; it says where.
    """
    context: Context = session.info["context"]
    if as_of is not None:
        return _past(session, context, as_of, dict.fromkeys(queries))
    lead = table_of(Lead)
    found = {}
    for query in queries:
        meet = [lead.c.deleted_at.is_(None)]
        if query.strip():
            meet.append(lead.c.id.in_(sa.select(lead.c.id).where(condition_of(session, LEAD, query))))
        found[query] = Facts(session, context, context.now, lead, table_of(Stay), tuple(meet), not query.strip())
    return found


def _past(session: Session, context: Context, moment: datetime, queries: Iterable[str]) -> dict[str, Facts]:
    stays: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    stay = table_of(Stay)
    entries = session.execute(
        sa.select(stay.c.lead_id, stay.c.entered_at, stay.c.stage_id)
        .where(stay.c.entered_at <= moment)
        .order_by(stay.c.lead_id, stay.c.id)
    )
    for lead_id, entered, stage in entries.all():
        stays[lead_id].append((entered, stage))
    recorded = {row.id: row.recorded_by for row in session.execute(sa.select(Lead.id, Lead.recorded_by)).all()}
    stood = history.at(session, moment).values()
    left = sa.case((number(stay.c.left_at) <= to_micros(moment), number(stay.c.left_at)))
    seen = sa.select(
        stay.c.id, stay.c.lead_id, stay.c.stage_id, number(stay.c.entered_at).label("entered_at"), left.label("left_at")
    ).where(stay.c.entered_at <= moment)
    found = {}
    for place, query in enumerate(queries):
        chosen = _judged(session, query, stood)
        rows = [_row(context, one, stays[one.id], recorded.get(one.id)) for one in chosen]
        lead = given(session, f"stood_{place}", _COLUMNS, rows)
        found[query] = Facts(session, context, moment, lead, seen.subquery("stays_then"))
    return found


def _judged(session: Session, query: str, stood: Iterable[history.LeadAt]) -> list[history.LeadAt]:
    if not query.strip():
        return list(stood)
    from app.query import Record, around, parse  # noqa: PLC0415 - most reports are of all leads

    judge = parse(query, LEAD.name).bind(session.info["context"])
    # Of what a lead belongs to, only the present is known.
    others = around(session)
    return [one for one in stood if judge.verdict(Record(LEAD, one.values, others)).met]


def _row(
    context: Context, one: history.LeadAt, entries: Sequence[tuple[datetime, int]], recorded_by: int | None
) -> list[Any]:
    values = one.values
    kind = context.stages[one.stage_id].kind
    entered = to_micros(one.entered_at)
    first = milestones([(moment, context.stages[stage].milestone) for moment, stage in entries])
    custom = {
        str(context.field(LEAD.name, name.removeprefix(CUSTOM)).id): value
        for name, value in values.items()
        if name.startswith(CUSTOM)
    }
    return [
        one.id,
        _micros(values.get("created")),
        values.get("source"),
        one.owner_id,
        values.get("qualified_by"),
        values.get("campaign"),
        values.get("contact"),
        values.get("company"),
        values.get("reason") if kind == "lost" else None,
        one.stage_id,
        kind if kind in {"won", "lost"} else "open",
        _units(values.get("value")),
        values.get("currency"),
        values.get("expected_close"),
        _micros(values.get("due")),
        values.get("name"),
        entered,
        entered if kind == "won" else None,
        entered if kind == "lost" else None,
        *(None if moment is None else to_micros(moment) for moment in first.values()),
        json.dumps(custom),
        recorded_by,
    ]


def _micros(plain: str | None) -> int | None:
    return None if plain is None else to_micros(datetime.fromisoformat(plain))


def _units(plain: str | None) -> int | None:
    return None if plain is None else to_units(Decimal(plain))


def series(
    session: Session, parts: Sequence[sa.FromClause], keys: Sequence[str], numbers: Sequence[str]
) -> "list[tuple[int, tuple[Any, ...], Numbers]]":
    """Return whole numbers, in one statement, as (which part, key values, one line of numbers a row).

    Of each part the columns `numbers`, none of them NULL, are grouped by the columns `keys`. The numbers travel as
    one text a group: a row of its own for each would take several times as long on either engine.
    """
    statements = []
    for place, rows in enumerate(parts):
        by = [rows.c[key] for key in keys]
        statement = sa.select(sa.literal_column(str(place)).label("part"), *by, packed(rows, numbers))
        statements.append(statement.group_by(*by) if keys else statement)
    found = session.execute(sa.union_all(*statements)).all()
    return [(int(row.part), tuple(row[1:-1]), unpacked(row.numbers, len(numbers))) for row in found]


def packed(rows: sa.FromClause, numbers: Sequence[str]) -> sa.Label[Any]:
    """Return the aggregate that puts the whole numbers of some columns of all rows into one text."""
    line: sa.ColumnElement[Any] = sa.cast(rows.c[numbers[0]], sa.Text)
    for name in numbers[1:]:
        line = line.concat(sa.literal_column("','")).concat(sa.cast(rows.c[name], sa.Text))
    return sa.func.aggregate_strings(line, ",").label("numbers")


def unpacked(text: str | None, width: int) -> "Numbers":
    """Return what `packed` put together, one line of `width` numbers a row."""
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    array = np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, dtype=np.int64)
    return array.reshape(-1, width)
