"""What became of leads: won and lost, their value, and how long they took."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.metrics import DAY, FEWEST_CASES, rate_of, spread
from app.periods import bounds, day_numbers
from app.reports.answer import RATE, Answer, Column, Row, moneys, rate_fields, spread_fields
from app.reports.by import By, Group, grouping, ordered
from app.reports.entries import within
from app.reports.facts import NONE, Facts, facts_of, series
from app.reports.question import Question

if TYPE_CHECKING:
    from app.reports.facts import Numbers

WON = "won"


@dataclass(slots=True)
class Outcome:
    """Leads won and lost, and their values in ten-thousandths by currency."""

    won: int = 0
    lost: int = 0
    value: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    lost_value: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, state: str, currency: str | None, count: int, units: int) -> None:
        """Count leads that ended so; without a currency they have no value."""
        if state == WON:
            self.won += count
        else:
            self.lost += count
        if currency is not None:
            (self.value if state == WON else self.lost_value)[currency] += units

    def fields(self) -> Row:
        """Return counts, win rates and values as fields of a row (formula 7)."""
        rates = []
        for currency in sorted(self.value.keys() | self.lost_value.keys()):
            won, lost = self.value.get(currency, 0), self.lost_value.get(currency, 0)
            told = self.won + self.lost >= FEWEST_CASES and won + lost > 0
            rates.append({"currency": currency, "rate": won / (won + lost) if told else None})
        return {
            "won": self.won,
            "lost": self.lost,
            **rate_fields(rate_of(self.won, self.won + self.lost)),
            "value": moneys(self.value),
            "lost_value": moneys(self.lost_value),
            "value_rates": rates,
        }


def wins(session: Session, question: Question) -> Answer:
    """Return won and lost leads of the period, by count and by value, with both win rates (formula 7).

    Open leads are in neither. A lead without a value counts but adds nothing; amounts of different currencies are
    never added up.

    Raises:
        UsageError: the grouping cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by)
    found = outcomes(facts, by, question)
    total = Outcome()
    for one in found.values():
        for state, count, values in ((WON, one.won, one.value), ("lost", one.lost, one.lost_value)):
            total.add(state, None, count, 0)
            for currency, units in values.items():
                total.add(state, currency, 0, units)
    order = ordered({group: one.won * 1_000_000 + one.lost for group, one in found.items()})
    return Answer(
        report="wins",
        population=f"leads won or lost {question.period}{by.text}",
        clock="the day on which a lead entered the won or lost stage in which it stands, in the workspace's zone",
        window="the period itself",
        as_of=facts.now,
        rows=tuple(group.fields() | found[group].fields() for group in order) if by.name else (),
        total=total.fields(),
        open=_open(facts),
        columns=(Column("won", "won"), Column("lost", "lost"), *RATE, Column("won value", "value")),
    )


def outcomes(facts: Facts, by: By, question: Question) -> dict[Group, Outcome]:
    """Return what became of the leads that were closed in the period, by group."""
    lead = facts.lead
    known = sa.func.coalesce(lead.c.currency, facts.context.info.currency)
    columns = (
        lead.c.state.label("state"),
        sa.case((lead.c.value.is_not(None), known)).label("currency"),
        sa.func.coalesce(facts.number("value"), sa.literal_column("0")).label("value"),
    )
    found: dict[Group, Outcome] = defaultdict(Outcome)
    for (key, state, currency), lines in _closed(facts, by, question, columns, ["state", "currency"], ["value"]):
        if by.unit is None:
            found[by.group(key)].add(state, currency, len(lines), sum(lines[:, 1].tolist()))
            continue
        days = day_numbers(lines[:, 0], facts.context.zone)
        for day, units in zip(days.tolist(), lines[:, 1].tolist(), strict=True):
            found[by.group(day)].add(state, currency, 1, units)
    return dict(found)


def _closed(
    facts: Facts,
    by: By,
    question: Question,
    columns: Sequence[sa.ColumnElement[Any]],
    keys: list[str],
    numbers: list[str],
) -> "list[tuple[tuple[Any, ...], Numbers]]":
    """Return the leads closed in the period, grouped, with the moment of closing as their first number."""
    closed = sa.func.coalesce(facts.number("won_at"), facts.number("lost_at"))
    conditions = within(closed, *bounds(question.start, question.end, facts.context.zone))
    rows = sa.select(by.key_column.label("key"), closed.label("at"), *columns).where(*facts.meet, *conditions)
    found = series(facts.session, [rows.subquery()], ["key", *keys], ["at", *numbers])
    return [(values, lines) for _, values, lines in found]


def _open(facts: Facts) -> int:
    count = sa.select(sa.func.count()).select_from(facts.lead).where(*facts.meet, facts.lead.c.state == "open")
    return int(facts.session.execute(count).scalar_one())


_MEASURES = (("cycle", "opportunity_at"), ("to_close", "created_at"))


def cycle(session: Session, question: Question) -> Answer:
    """Return how long leads took that were closed in the period (formula 8), won and lost beside each other.

    `cycle` runs from the first entry into the milestone opportunity, `to_close` from the lead's creation, both to
    the closing; each as days of 24 hours and, `_calendar`, as the difference of the dates in the workspace's zone.
    A lead closed before it began keeps its negative time. A lost lead that never was an opportunity has no cycle.

    Raises:
        UsageError: the grouping cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by)
    found: dict[Group, dict[str, list[Numbers]]] = defaultdict(lambda: defaultdict(list))
    none = sa.literal(NONE, sa.BigInteger)
    columns = (
        facts.lead.c.state.label("state"),
        sa.func.coalesce(facts.number("opportunity_at"), none).label("opportunity_at"),
        facts.number("created_at").label("created_at"),
    )
    for (key, state), lines in _closed(facts, by, question, columns, ["state"], [start for _, start in _MEASURES]):
        for group, some in _split(facts, by, key, lines):
            _measure(facts, found[group], str(state), some)
    total: dict[str, list[Numbers]] = defaultdict(list)
    for measures in found.values():
        for name, arrays in measures.items():
            total[name] += arrays
    order = ordered({group: sum(len(one) for one in measures["won"]) for group, measures in found.items()})
    return Answer(
        report="cycle",
        population=f"leads won or lost {question.period}{by.text}",
        clock="days of 24 hours, and dates of the workspace's zone (calendar)",
        window="all",
        as_of=facts.now,
        rows=tuple(group.fields() | _cycle_fields(found[group]) for group in order) if by.name else (),
        total=_cycle_fields(total),
        open=_open(facts),
        columns=(
            Column("won", "won"),
            Column("cycle median", "cycle.median"),
            Column("p90", "cycle.p90"),
            Column("to close median", "to_close.median"),
            Column("p90", "to_close.p90"),
            Column("calendar days", "to_close_calendar.median"),
            Column("lost", "lost"),
            Column("lost cycle median", "lost_cycle.median"),
        ),
    )


def _split(facts: Facts, by: By, key: Any, lines: "Numbers") -> "list[tuple[Group, Numbers]]":
    """Return the lines by group: all in one, or by the unit of time in which they were closed."""
    if by.unit is None:
        return [(by.group(key), lines)]
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    days = day_numbers(lines[:, 0], facts.context.zone)
    groups = {int(day): by.group(int(day)) for day in np.unique(days)}
    numbered = {group: place for place, group in enumerate(dict.fromkeys(groups.values()))}
    place = np.array([numbered[groups[int(day)]] for day in days.tolist()], dtype=np.int64)
    return [(group, lines[place == wanted]) for group, wanted in numbered.items()]


def _measure(facts: Facts, measures: "dict[str, list[Numbers]]", state: str, lines: "Numbers") -> None:
    prefix = "" if state == WON else "lost_"
    measures[state].append(lines[:, 0])
    zone = facts.context.zone
    closed = day_numbers(lines[:, 0], zone)
    for place, (name, _) in enumerate(_MEASURES, start=1):
        began = lines[:, place] != NONE
        some = lines[began]
        measures[f"{prefix}{name}"].append(some[:, 0] - some[:, place])
        measures[f"{prefix}{name}_calendar"].append(closed[began] - day_numbers(some[:, place], zone))


def _cycle_fields(measures: "dict[str, list[Numbers]]") -> Row:
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    row: Row = {state: sum(len(one) for one in measures[state]) for state in (WON, "lost")}
    for prefix in ("", "lost_"):
        for name, _ in _MEASURES:
            for clock, unit in (("", DAY), ("_calendar", 1)):
                arrays = measures[f"{prefix}{name}{clock}"]
                durations = np.concatenate(arrays) if arrays else np.empty(0, dtype=np.int64)
                row[f"{prefix}{name}{clock}"] = spread_fields(spread(durations, unit))
    return row
