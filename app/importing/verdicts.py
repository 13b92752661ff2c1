"""The rows behind an import's figures: what becomes of each, kept while the plan is made, for a person to look at."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import presenting
from app.context import Context
from app.fields import KINDS
from app.importing import stored
from app.importing.converting import Batch
from app.importing.planning import Changed, Plan
from app.importing.table import Notice
from db.models import Company

MOST = 5_000
"""Rows of one verdict that can be looked at; of the refused ones, those whose cells are kept as well."""
VERDICTS = ("created", "updated", "unchanged", "skipped", "rejected")
_SHORT = 200


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a row changes in a field, as text for people."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file: its line, whom it is of, what is beside the name, and what is to be said of it."""

    line: int
    name: str
    beside: str
    reason: str = ""
    value: str = ""
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records change in a field, and in how many of them it was empty."""

    kind: str
    field: str
    count: int
    empty: int


@dataclass(slots=True)
class Kept:
    """Gathers the rows while the plan is made; `rows` gives those of a verdict once it is."""

    rows_of: dict[str, list[tuple[int, int, str, str]]] = field(default_factory=lambda: {one: [] for one in VERDICTS})
    cells: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def take(
        self, kind: str, batch: Batch, cells: Sequence[Sequence[str]], verdicts: Sequence[str], refs: Sequence[int]
    ) -> None:
        """Take in a chunk: who each row is of, and what becomes of it."""
        names, beside = _names(kind, batch), batch.values["company"].get("name")
        if kind == "company":
            beside = batch.values["company"].get("domain")
        elif kind == "lead" and beside is None:
            beside = batch.values["contact"].get("name") or batch.values["contact"].get("emails")
        for row, verdict in enumerate(verdicts):
            held = self.rows_of[verdict]
            if len(held) >= MOST:
                continue
            other = beside[row] if beside is not None else None
            held.append((batch.lines[row], refs[row], _first(names, row)[:_SHORT], _text(other or None)[:_SHORT]))
            if verdict == "rejected":
                self.cells[batch.lines[row]] = tuple(column[row] for column in cells)

    def rows(self, session: Session, plan: Plan, verdict: str) -> list[Row]:
        """Return the rows of a verdict, in the order of the file; of many, the first ones."""
        changes = plan.changes[plan.kind]
        context: Context = session.info["context"]
        held = [changes[ref] for _, ref, _, _ in self.rows_of["updated"] if ref in changes]
        companies = _companies(session, held) if verdict == "updated" else {}
        found = []
        for line, ref, name, beside in self.rows_of[verdict]:
            changed = changes.get(ref) if verdict == "updated" else None
            said = () if changed is None else _said(plan, context, changed, companies, beside)
            shown = name or ("" if changed is None else str(changed.base.get("name") or ""))
            found.append(Row(line, shown, beside, changes=said))
        return found


def refused(kept: Kept, rejections: Sequence[Notice]) -> list[Row]:
    """Return the refused rows with the reason of each, those too that could not be read at all."""
    by_line = {line: (name, beside) for line, _, name, beside in kept.rows_of["rejected"]}
    return [
        Row(one.line, *by_line.get(one.line, ("", "")), reason=one.message, value=one.value)
        for one in sorted(rejections, key=lambda one: one.line)[:MOST]
    ]


def tallies(plan: Plan) -> list[Tally]:
    """Return what the updates change, the most changed field first."""
    counts: Counter[tuple[str, str]] = Counter()
    empty: Counter[tuple[str, str]] = Counter()
    for kind, changes in plan.changes.items():
        for changed in changes.values():
            for name in changed.after:
                counts[kind, name] += 1
                empty[kind, name] += not changed.before.get(name)
    return [Tally(kind, name, count, empty[kind, name]) for (kind, name), count in counts.most_common()]


def stages(plan: Plan) -> list[tuple[str, int]]:
    """Return in which stages the leads that are made begin, in the order of the board; none where none is made."""
    if not plan.counts["lead"]:
        return []
    first = plan.lists.first_stage.id
    counts: Counter[int] = Counter()
    for lines, columns in plan.fresh["lead"]:
        nothing: list[Any] = [None] * len(lines)
        entered = columns.get("entries") or nothing
        for stage, entries in zip(columns.get("stage") or nothing, entered, strict=True):
            counts[stage if stage is not None else max(entries)[1] if entries else first] += 1
    order = plan.lists.order()
    made = plan.lists.new_stages
    known = plan.lists.context.stages
    return [
        (known[one].name if one > 0 else made[-one - 1], counts[one])
        for one in sorted(counts, key=lambda one: order.get(one, 0))
    ]


def _names(kind: str, batch: Batch) -> list[Sequence[Any]]:
    """Return the columns that tell whom a row is of, the likeliest first."""
    values = batch.values
    found: list[Sequence[Any]] = []
    if kind == "lead":
        found.append(values["lead"].get("name") or ())
    if kind != "company":
        first, last = values["contact"].get("first_name"), values["contact"].get("last_name")
        found.append(values["contact"].get("name") or ())
        if first is not None or last is not None:
            size = len(batch.lines)
            both = zip(first or [None] * size, last or [None] * size, strict=True)
            found.append([" ".join(part for part in pair if part) for pair in both])
        found += [values["contact"].get(name) or () for name in ("emails", "phones")]
    found.append(values["company"].get("name") or ())
    found += [values[kind].get("external_id") or ()]
    return [column for column in found if column]


def _first(columns: Sequence[Sequence[Any]], row: int) -> str:
    for column in columns:
        value = column[row]
        if value:
            return str(value[0] if isinstance(value, list) else value)
    return ""


def _companies(session: Session, changes: Sequence[Changed]) -> dict[int, str]:
    """Return the names of the companies that stand and that records come from or go to."""
    both = (values.get("company") for one in changes for values in (one.before, one.after))
    wanted = sorted({number for number in both if number is not None and number > 0})
    return {
        row.id: row.name
        for start in range(0, len(wanted), MOST)
        for row in session.execute(
            sa.select(Company.id, Company.name).where(Company.id.in_(wanted[start : start + MOST]))
        ).all()
    }


def _said(
    plan: Plan, context: Context, changed: Changed, companies: Mapping[int, str], company: str
) -> tuple[FieldChange, ...]:
    """Return what changes on a record that stands, as text; `company` is the one that the row names."""
    kind = plan.kind

    def shown(name: str, value: Any) -> str:
        known = KINDS[kind].fields.get(name)
        if value is not None and known is not None and known.type == "company":
            return str(companies.get(value, company))
        if known is not None and known.type == "member" and (value or 0) < 0:
            return str(plan.lists.new_members[-value - 1])
        if known is not None and known.type == "campaign" and (value or 0) < 0:
            return str(plan.lists.new_campaigns[-value - 1])
        plain = stored.plain(kind, name, value)
        return _text(plain if known is None else presenting.plain_name(context, known.type, plain))

    found = [
        FieldChange(name, shown(name, changed.before.get(name)), shown(name, value))
        for name, value in changed.after.items()
    ]
    if changed.stays:
        before, after = (
            context.stages.get(one or 0) for one in (changed.base.get("stage"), changed.stays[-1].stage_id)
        )
        found.append(FieldChange("stage", before.name if before else "", after.name if after else ""))
    return tuple(found)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
