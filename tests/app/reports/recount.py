"""The formulas once more, slowly and plainly, from lists of what happened to each lead."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.context import Context
from tests.helpers.histories import History

MILESTONES = ["lead", "mql", "sal", "sql", "opportunity", "customer"]


@dataclass(frozen=True)
class Life:
    """A lead with its stages by name, milestones by name, and local dates at hand."""

    history: History
    context: Context

    @property
    def path(self) -> list[tuple[datetime, int]]:
        """Its entries in order of time, a stage entered twice running counting once."""
        found: list[tuple[datetime, int]] = []
        for moment, stage in sorted(self.history.entries):
            if not found or found[-1][1] != stage:
                found.append((moment, stage))
        return found

    def first(self, milestone: str) -> datetime | None:
        """The first entry into a stage of a milestone; a skipped one is entered with any later one."""

        def entries(wanted: set[str]) -> list[datetime]:
            return [moment for moment, stage in self.path if self.context.stages[stage].milestone in wanted]

        own = entries({milestone})
        later = entries(set(MILESTONES[MILESTONES.index(milestone) + 1 :]))
        return min(own or later, default=None)

    @property
    def stage(self) -> int:
        return self.path[-1][1]

    @property
    def entered(self) -> datetime:
        return self.path[-1][0]

    @property
    def state(self) -> str:
        kind = self.context.stages[self.stage].kind
        return kind if kind in {"won", "lost"} else "open"

    @property
    def closed(self) -> datetime | None:
        return None if self.state == "open" else self.entered

    def stays(self) -> list[tuple[int, datetime, datetime | None, int | None]]:
        """Stage, entered, left, next stage."""
        path = self.path
        return [
            (stage, moment, path[place + 1][0], path[place + 1][1])
            if place + 1 < len(path)
            else (stage, moment, None, None)
            for place, (moment, stage) in enumerate(path)
        ]


def lives(context: Context, histories: Iterable[History], now: datetime | None = None) -> list[Life]:
    """Return the leads that are there, as they stood at `now`."""
    found = []
    for one in histories:
        past = replace(one, entries=tuple(entry for entry in one.entries if now is None or entry[0] <= now))
        if one.deleted_at is None and past.entries and (now is None or one.created <= now):
            found.append(Life(past, context))
    return found


def local(context: Context, moment: datetime) -> date:
    return moment.astimezone(context.zone).date()


def midnight(context: Context, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=context.zone).astimezone(UTC)


def next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def inside(context: Context, moment: datetime | None, start: date | None, end: date | None) -> bool:
    if moment is None:
        return False
    day = local(context, moment)
    return (start is None or day >= start) and (end is None or day <= end)


Key = Callable[[Life], Any]


def conversion(
    found: list[Life],
    pair: tuple[str, str],
    window: int | None,
    now: datetime,
    period: tuple[date | None, date | None],
    key: Key | None,
) -> dict[str, tuple[int, int, int]]:
    """Return key -> entered, converted, open; without a key, by month of entering."""
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for life in found:
        context = life.context
        before, after = life.first(pair[0]), life.first(pair[1])
        if before is None or not inside(context, before, *period):
            continue
        ends = next_month(local(context, before))
        if period[1] is not None:
            ends = min(ends, period[1] + timedelta(days=1))
        name = local(context, before).strftime("%Y-%m") if key is None else key(life)
        if window is not None and midnight(context, ends) + timedelta(days=window) > now:
            rows[name][2] += 1
            continue
        rows[name][0] += 1
        if after is not None and (window is None or after - before <= timedelta(days=window)):
            rows[name][1] += 1
    return {name: (one[0], one[1], one[2]) for name, one in rows.items()}


def share(values: list[float], part: float) -> float | None:
    """Return a percentile by linear interpolation."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * part
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def days(before: datetime, after: datetime) -> float:
    return (after - before) / timedelta(days=1)


def calendar(context: Context, before: datetime, after: datetime) -> int:
    return (local(context, after) - local(context, before)).days
