"""The leads behind a figure of a report: the same conditions as the figure's own, so that the rows count up to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.context import Context
from app.errors import UsageError
from app.periods import bounds, day_numbers
from app.reports.answer import Row
from app.reports.by import ALL, By, Group, grouping
from app.reports.conversion import cohort_parts
from app.reports.entries import Part, within
from app.reports.facts import NONE, Facts, facts_of
from app.reports.question import Question, ask, overall
from app.reports.speed import first_touch
from app.reports.stage_time import leads_behind
from db.models import Company, Lead
from db.rows import table_of
from db.types import from_micros, from_units

FIGURES: Mapping[str, tuple[str, ...]] = {
    "conversion": ("entered", "converted", "stayed", "open"),
    "flow": ("entered", "reached"),
    "wins": ("won", "lost"),
    "cycle": ("won", "lost"),
    "stage-time": ("entered", "left", "open", "over"),
    "speed": ("leads", "answered", "unanswered"),
    "pipeline": ("leads",),
}
"""Of which figures of a report the leads can be seen, by the names of the row's fields."""
SHOWN = 500


@dataclass(frozen=True, slots=True)
class Behind:
    """A lead behind a figure: `began` and `ended` are the moments between which the figure looks, where it has any."""

    id: int
    name: str
    company: str
    began: datetime | None
    ended: datetime | None
    owner: str
    stage_id: int
    value: Decimal | None
    currency: str

    @property
    def days(self) -> float | None:
        """The days between the two."""
        if self.began is None or self.ended is None:
            return None
        return (self.ended - self.began).total_seconds() / 86_400


@dataclass(frozen=True, slots=True)
class Found:
    """All leads behind a figure, the latest first, and the first of them as rows."""

    ids: tuple[int, ...]
    rows: tuple[Behind, ...]


_Line = tuple[int, int | None, int | None]


def behind(
    session: Session,
    name: str,
    by: str | None,
    start: str | None,
    end: str | None,
    row: Row,
    figure: str,
) -> Found:
    """Return the leads behind a figure of a report's row; of the row of totals, all of them.

    Raises:
        UsageError: the report or the figure has no leads behind it.
    """
    context: Context = session.info["context"]
    question = ask(context, name, by, start, end)
    if figure not in FIGURES.get(name, ()):
        raise UsageError("No leads stand behind “{figure}” of the report “{name}”.", figure=figure, name=name)
    if name == "stage-time":
        lines = _of_stage(session, question, row, figure)
    else:
        lines = _of_group(session, question, row, figure)
    # Those without a second moment come last: what went on is what one looks for first.
    lines.sort(key=lambda line: (line[2] or 0, line[1] or 0, line[0]), reverse=True)
    return Found(tuple(line[0] for line in lines), _rows(session, lines[:SHOWN]))


def _of_stage(session: Session, question: Question, row: Row, figure: str) -> list[_Line]:
    stage_id = int(row.get("stage_id") or row["id"])
    group = ALL if "stage_id" not in row else Group((0, ""), str(row["key"]), int(row.get("id") or 0))
    found = leads_behind(session, question, stage_id, group, figure)
    return [(int(one[0]), int(one[1]), None if one[2] == NONE else int(one[2])) for one in found]


def _of_group(session: Session, question: Question, row: Row, figure: str) -> list[_Line]:
    facts = facts_of(session, question.as_of)
    grouped = question.by or ("stage" if question.report == "pipeline" else None)
    by = grouping(facts, grouped)
    selects, moment = _selected(facts, by, question, row, figure)
    is_total = not by.name or "key" not in row or (":" in str(row["key"]) and question.report in {"conversion", "flow"})
    wanted = None if is_total else (str(row["key"]), int(row.get("id") or 0))
    lines: list[_Line] = []
    for select in selects:
        found = session.execute(select).all()
        groups = _groups(facts, by, [one.key if by.unit is None else getattr(one, moment) for one in found])
        lines += [
            (int(one.id), one.began, one.ended)
            for one, group in zip(found, groups, strict=True)
            if wanted is None or (group.key, group.id) == wanted
        ]
    return lines


def _groups(facts: Facts, by: By, values: Sequence[Any]) -> Iterable[Group]:
    if by.unit is None:
        return [by.group(value) for value in values]
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    if not values:
        return []
    days = day_numbers(np.array(values, dtype=np.int64), facts.context.zone)
    return [by.group(int(day)) for day in days]


def _selected(facts: Facts, by: By, question: Question, row: Row, figure: str) -> tuple[list[sa.Select[Any]], str]:
    """Return the statements that read a figure's leads, and by which of their moments a unit of time groups them."""
    lead, none = facts.lead, sa.null()
    period = bounds(question.start, question.end, facts.context.zone)

    def chosen(began: Any, ended: Any, *conditions: Any) -> sa.Select[Any]:
        columns = (lead.c.id, by.key_column.label("key"), began.label("began"), ended.label("ended"))
        return sa.select(*columns).where(*facts.meet, *conditions)

    if question.report in {"conversion", "flow"}:
        first, colon, last = str(row.get("key", "")).partition(":")
        pair = (first, last) if colon and not by.name else overall(facts.context)
        before, after = (facts.number(f"{milestone}_at") for milestone in pair)
        if question.report == "flow":
            moment = before if figure == "entered" else after
            return [chosen(before, after, *within(moment, *period))], "began" if figure == "entered" else "ended"
        wanted = {"entered": (True, None), "converted": (True, True), "stayed": (True, False), "open": (False, None)}
        mature, went_on = wanted[figure]
        parts = [part for is_mature, part in cohort_parts(facts, by, question, pair) if is_mature == mature]
        return [chosen(before, after, *part.where, *_went(part, went_on)) for part in parts], "began"
    if question.report in {"wins", "cycle"}:
        closed = sa.func.coalesce(facts.number("won_at"), facts.number("lost_at"))
        began = facts.number("opportunity_at" if question.report == "cycle" else "created_at")
        return [chosen(began, closed, *within(closed, *period), lead.c.state == figure)], "ended"
    if question.report == "speed":
        created, touch = facts.number("created_at"), first_touch(facts)
        more = {"leads": (), "answered": (touch.is_not(None),), "unanswered": (touch.is_(None),)}[figure]
        return [chosen(created, touch, *within(created, *period), *more)], "began"
    expected = [lead.c.state == "open"]
    if question.start is not None:
        expected.append(lead.c.expected_close >= question.start)
    if question.end is not None:
        expected.append(lead.c.expected_close <= question.end)
    return [chosen(facts.number("entered_at"), none, *expected)], "began"


def _went(part: Part, went_on: bool | None) -> tuple[sa.ColumnElement[bool], ...]:
    """Return the condition that a lead went on, or did not; what has no value did not, unlike in SQL."""
    if went_on is None:
        return ()
    return (part.went_on,) if went_on else (sa.case((part.went_on, 1), else_=0) == 0,)


def _rows(session: Session, lines: Sequence[_Line]) -> tuple[Behind, ...]:
    context: Context = session.info["context"]
    lead, company = table_of(Lead), table_of(Company)
    statement = (
        sa.select(
            lead.c.id,
            lead.c.name,
            company.c.name.label("company"),
            lead.c.owner_id,
            lead.c.stage_id,
            sa.type_coerce(lead.c.value, sa.BigInteger).label("units"),
            lead.c.currency,
        )
        .outerjoin(company, company.c.id == lead.c.company_id)
        .where(lead.c.id.in_([line[0] for line in lines]))
    )
    found = {row.id: row for row in session.execute(statement).all()} if lines else {}
    made = []
    for number, began, ended in lines:
        row = found[number]
        owner = context.members.get(row.owner_id or 0)
        made.append(
            Behind(
                id=number,
                name=row.name,
                company=row.company or "",
                began=None if began is None else from_micros(began),
                ended=None if ended is None else from_micros(ended),
                owner=owner.name if owner else "",
                stage_id=row.stage_id,
                value=None if row.units is None else from_units(row.units),
                currency=row.currency or context.info.currency,
            )
        )
    return tuple(made)
