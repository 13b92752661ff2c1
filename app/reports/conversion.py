"""How many leads go on from one milestone to a later one: the conversion of cohorts."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.metrics import DAY, rate_of
from app.periods import bounds, matured
from app.reports.answer import RATE, Answer, Column, Row, rate_fields
from app.reports.by import By, Group, grouping, ordered
from app.reports.entries import Part, counted, within
from app.reports.facts import Facts, facts_of, scanned
from app.reports.question import Question, adjacent_pairs, overall
from db.types import to_micros

Pair = tuple[str, str]


@dataclass(slots=True)
class Cohort:
    """Leads that entered a milestone: those that had their whole window, how many went on, and the rest."""

    entered: int = 0
    converted: int = 0
    open: int = 0

    def fields(self) -> Row:
        """Return the counts and the rate as fields of a row."""
        counts = {"entered": self.entered, "converted": self.converted}
        return counts | rate_fields(rate_of(self.converted, self.entered)) | {"open": self.open}


def conversion(session: Session, question: Question) -> Answer:
    """Return the conversion of cohorts (formula 1).

    Of the leads whose first entry into the earlier milestone falls in the period, the share that entered the later
    one within the window of entering the earlier. A cohort counts once its end + window has passed; the leads of
    the others are "still open". A cohort is a month, or the unit of time that the report is grouped by. Without a
    grouping there is a row for each milestone and the next; with one, from the first milestone to the last.

    Raises:
        UsageError: the grouping or the pair cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by)
    whole = question.pair or overall(facts.context)
    every = [question.pair] if question.pair else adjacent_pairs(facts.context)
    pairs = [whole] if question.by else every
    cohorts = _cohorts(facts, by, question, pairs if whole in pairs else [*pairs, whole])
    totals = _totals(cohorts)
    if question.by:
        rows = [group.fields() | cohorts[whole][group].fields() for group in _ordered(cohorts[whole])]
    else:
        rows = [{"key": ":".join(pair)} | totals[pair].fields() for pair in pairs]
    unit = _cohort_unit(by)
    return Answer(
        report="conversion",
        population=f"leads that first entered the milestone “{whole[0] if question.by else 'before'}” "
        f"{question.period}, in cohorts of a {unit}{by.text}",
        clock="days of 24 hours from the first entry into one milestone to the first entry into the other; "
        "a skipped milestone counts as entered when a later one is",
        window=question.window_text,
        as_of=facts.now,
        rows=tuple(rows),
        total={"key": ":".join(whole)} | totals[whole].fields(),
        open=totals[whole].open,
        columns=(Column("entered", "entered"), Column("converted", "converted"), *RATE, Column("still open", "open")),
    )


def _cohort_unit(by: By) -> str:
    return "month" if by.unit in {None, "weekday"} else str(by.unit)


def _ordered(cohorts: dict[Group, Cohort]) -> list[Group]:
    return ordered({group: cohort.entered + cohort.open for group, cohort in cohorts.items()})


def _totals(cohorts: dict[Pair, dict[Group, Cohort]]) -> dict[Pair, Cohort]:
    totals = {}
    for pair, found in cohorts.items():
        totals[pair] = Cohort(
            sum(one.entered for one in found.values()),
            sum(one.converted for one in found.values()),
            sum(one.open for one in found.values()),
        )
    return totals


def _cohorts(facts: Facts, by: By, question: Question, pairs: list[Pair]) -> dict[Pair, dict[Group, Cohort]]:
    parts = [(pair, mature, part) for pair in pairs for mature, part in cohort_parts(facts, by, question, pair)]
    found: dict[Pair, dict[Group, Cohort]] = {pair: {} for pair in pairs}
    for place, group, entered, converted in counted(facts, by, [part for _, _, part in parts]):
        pair, mature, _ = parts[place]
        cohort = found[pair].setdefault(group, Cohort())
        if mature:
            cohort.entered += entered
            cohort.converted += converted
        else:
            cohort.open += entered
    return found


def cohort_parts(facts: Facts, by: By, question: Question, pair: Pair) -> list[tuple[bool, Part]]:
    """Return the leads that had their whole window, and those that had not yet."""
    zone, window = facts.context.zone, question.window
    cut = matured(question.end, _cohort_unit(by), window, facts.now, zone)
    before, after = (facts.number(f"{milestone}_at") for milestone in pair)
    went_on = after.is_not(None) if window is None else after <= before + sa.literal(window * DAY, sa.BigInteger)
    # The index of a milestone serves its pair of neighbours; grouped, the wide index is read in the groups' order.
    moment = before if by.column is None else scanned(before)
    base = (*facts.meet, *within(moment, *bounds(question.start, question.end, zone)))
    if cut is None:
        return [(True, Part(before, went_on, base))]
    limit = to_micros(cut)
    return [
        (True, Part(before, went_on, (*base, moment < limit))),
        (False, Part(before, went_on, (*base, moment >= limit))),
    ]
