"""Counting first entries into milestones: by a field, by a unit of time, or all together."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.periods import day_numbers
from app.reports.by import By, Group
from app.reports.facts import Facts, series

if TYPE_CHECKING:
    from app.reports.facts import Numbers


@dataclass(frozen=True, slots=True)
class Part:
    """Leads that first entered a milestone at `entered`, under the conditions `where`, and which of them went on."""

    entered: sa.ColumnElement[int]
    went_on: sa.ColumnElement[bool]
    where: tuple[sa.ColumnElement[bool], ...]


def within(moment: sa.ColumnElement[int], start: int | None, end: int | None) -> tuple[sa.ColumnElement[bool], ...]:
    """Return the conditions that a moment is there and lies in a period."""
    first = moment.is_not(None) if start is None else moment >= start
    return (first,) if end is None else (first, moment < end)


def counted(facts: Facts, by: By, parts: list[Part]) -> Iterator[tuple[int, Group, int, int]]:
    """Yield (which part, group, how many entered, how many of them went on), in one statement."""
    return _by_time(facts, by, parts) if by.unit else _by_field(facts, by, parts)


def _by_field(facts: Facts, by: By, parts: list[Part]) -> Iterator[tuple[int, Group, int, int]]:
    statements = []
    for place, part in enumerate(parts):
        rows = sa.select(by.key_column.label("key"), sa.case((part.went_on, 1)).label("went_on"))
        found = rows.where(*part.where).subquery()
        count, went_on = sa.func.count(), sa.func.count(found.c.went_on)
        statements.append(sa.select(sa.literal_column(str(place)), found.c.key, count, went_on).group_by(found.c.key))
    for place, key, entered, converted in facts.session.execute(sa.union_all(*statements)).all():
        yield int(place), by.group(key), entered, converted


def _by_time(facts: Facts, by: By, parts: list[Part]) -> Iterator[tuple[int, Group, int, int]]:
    everyone = [sa.select(part.entered.label("at")).where(*part.where).subquery() for part in parts]
    further = [sa.select(part.entered.label("at")).where(*part.where, part.went_on).subquery() for part in parts]
    for place, _, numbers in series(facts.session, [*everyone, *further], [], ["at"]):
        for group, count in by_unit(facts, by, numbers[:, 0]).items():
            if place < len(parts):
                yield place, group, count, 0
            else:
                yield place - len(parts), group, 0, count


def by_unit(facts: Facts, by: By, moments: "Numbers") -> dict[Group, int]:
    """Return how many instants fall into each unit of the workspace's time."""
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    found: dict[Group, int] = defaultdict(int)
    days, counts = np.unique(day_numbers(moments, facts.context.zone), return_counts=True)
    for day, count in zip(days.tolist(), counts.tolist(), strict=True):
        found[by.group(day)] += count
    return dict(found)
