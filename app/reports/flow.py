"""How many leads pass the milestones in a period: the flow ratio and the lead velocity rate."""

from collections import defaultdict
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import UsageError
from app.metrics import FEWEST_CASES, growth
from app.periods import bounds, following, local_day, unit_key
from app.reports.answer import Answer, Column, Row
from app.reports.by import By, Group, grouping, ordered
from app.reports.entries import Part, counted, within
from app.reports.facts import Facts, facts_of, scanned
from app.reports.question import Question, adjacent_pairs, milestones_in_use, overall


def flow(session: Session, question: Question) -> Answer:
    """Return the flow ratio (formula 2): entries into the later milestone / into the earlier, in the same period.

    Different leads may stand above and below the line, so it is no conversion, has no interval and may pass 1.

    Raises:
        UsageError: the grouping or the pair cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, question.by)
    whole = question.pair or overall(facts.context)
    pairs = [whole] if question.by or question.pair else adjacent_pairs(facts.context)
    wanted = list(dict.fromkeys(milestone for pair in (*pairs, whole) for milestone in pair))
    entries = _entries(facts, by, question, wanted)
    sums = {milestone: sum(found.values()) for milestone, found in entries.items()}
    if question.by:
        both = {group: entries[whole[0]].get(group, 0) for milestone in whole for group in entries[milestone]}
        rows = [
            group.fields() | _ratio(entries[whole[0]].get(group, 0), entries[whole[1]].get(group, 0))
            for group in ordered(both)
        ]
    else:
        rows = [{"key": ":".join(pair)} | _ratio(sums[pair[0]], sums[pair[1]]) for pair in pairs]
    return Answer(
        report="flow",
        population=f"leads that first entered each milestone {question.period}{by.text}",
        clock="the day of the first entry, in the workspace's zone; a skipped milestone counts as entered when a "
        "later one is",
        window="the period itself",
        as_of=facts.now,
        rows=tuple(rows),
        total={"key": ":".join(whole)} | _ratio(sums[whole[0]], sums[whole[1]]),
        open=0,
        columns=(Column("entered", "entered"), Column("reached", "reached"), Column("ratio %", "ratio")),
    )


def _ratio(entered: int, reached: int) -> Row:
    ratio = reached / entered if entered >= FEWEST_CASES else None
    return {"entered": entered, "reached": reached, "ratio": ratio}


def _entries(facts: Facts, by: By, question: Question, wanted: list[str]) -> dict[str, dict[Group, int]]:
    """Return for each milestone how many leads of each group first entered it in the period."""
    period = bounds(question.start, question.end, facts.context.zone)
    parts = []
    for milestone in wanted:
        entered = facts.number(f"{milestone}_at")
        moment = entered if by.column is None else scanned(entered)
        parts.append(Part(entered, sa.false(), (*facts.meet, *within(moment, *period))))
    found: dict[str, dict[Group, int]] = {milestone: defaultdict(int) for milestone in wanted}
    for place, group, entered_now, _ in counted(facts, by, parts):
        found[wanted[place]][group] += entered_now
    return found


def lead_velocity(session: Session, question: Question) -> Answer:
    """Return how the number of newly qualified leads grows from month to month (formula 3).

    A lead is qualified in the month of its first entry into the milestone MQL. The first month has nothing to be
    compared with; a month that has not ended is left out, its leads are "open".

    Raises:
        UsageError: it is asked for in another grouping than by month.
    """
    if question.by not in {None, "month"}:
        raise UsageError("The lead velocity rate is measured from month to month; leave out --by.", code="report.alone")
    facts = facts_of(session, question.as_of)
    by = grouping(facts, "month")
    milestone = question.pair[0] if question.pair else "mql"
    if milestone not in milestones_in_use(facts.context):
        raise UsageError(
            f"No stage bears the milestone “{milestone}”, so no lead is ever qualified. Set it on a stage.",
            code="report.qualified",
        )
    counts = {group.key: count for group, count in _entries(facts, by, question, [milestone])[milestone].items()}
    months = _months(counts, question, local_day(facts.now, facts.context.zone))
    rows: list[Row] = []
    for month in months:
        before = counts.get(months[len(rows) - 1], 0) if rows else 0
        rows.append({"key": month, "entered": counts.get(month, 0), "growth": growth(counts.get(month, 0), before)})
    return Answer(
        report="lead-velocity",
        population=f"leads that first entered the milestone “{milestone}” {question.period}, by month",
        clock="calendar months of the workspace's zone",
        window="each whole month against the one before",
        as_of=facts.now,
        rows=tuple(rows),
        total={"entered": sum(row["entered"] for row in rows)},
        open=sum(counts.values()) - sum(row["entered"] for row in rows),
        columns=(Column("qualified", "entered"), Column("growth %", "growth")),
    )


def _months(counts: dict[str, int], question: Question, today: date) -> list[str]:
    """Return every whole month from the first with a lead, or the period's first, to the last one that has ended."""
    if not counts and question.start is None:
        return []
    first = min(counts, default="")
    month = question.start.replace(day=1) if question.start else date.fromisoformat(f"{first}-01")
    if question.start and question.start.day > 1:
        month = following(month, "month")
    months = []
    while following(month, "month") <= today and (
        question.end is None or following(month, "month") <= _after(question.end)
    ):
        months.append(unit_key(month, "month"))
        month = following(month, "month")
    return months


def _after(day: date) -> date:
    return following(day, "day")
