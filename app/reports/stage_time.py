"""How long leads stay in each stage, how old those are that stand there, and which limit their past offers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import UsageError
from app.metrics import DAY, FEWEST_FOR_ROT, little, percentile, spread
from app.periods import bounds, day_numbers
from app.reports.answer import Answer, Column, Row, spread_fields
from app.reports.by import ALL, By, Group, grouping, ordered, stage_group
from app.reports.facts import NONE, Facts, facts_of, number, series
from app.reports.question import Question

if TYPE_CHECKING:
    from app.reports.facts import Numbers


@dataclass(frozen=True, slots=True)
class _Stays:
    """Stays, one a place in each array; `left` is NONE while a stay lasts. `group` numbers the leads' groups."""

    lead: "Numbers"
    stage: "Numbers"
    entered: "Numbers"
    left: "Numbers"
    forward: "Numbers"
    group: "Numbers"

    def chosen(self, mask: Any) -> "_Stays":
        return _Stays(*(getattr(self, name)[mask] for name in _Stays.__slots__))


def stage_time(session: Session, question: Question) -> Answer:
    """Return the time in each stage (formula 11).

    `time` is over the leads that left the stage in the period and are not back in it: the sum of their stays, in
    days of 24 hours and, `_calendar`, in dates of the workspace's zone. `age` is over the leads that stand there.
    `rot_limit` is the 75th percentile of the single stays that ended forward (in a stage further on that is not
    lost) in the period, if there are 20 of them, else the agreed days.

    Raises:
        UsageError: the grouping cannot be had.
    """
    facts = facts_of(session, question.as_of)
    by = grouping(facts, None if question.by == "stage" else question.by)
    if by.unit is not None or by.name == "milestone":
        raise UsageError(
            "Time in stage is measured stage by stage; group it by a field, not by time or milestone.",
            code="report.stage-time.by",
        )
    stays, groups = _read(facts, by)
    rows = []
    sizes = {group: int((stays.group == place).sum()) for place, group in enumerate(groups)}
    for group in ordered(sizes):
        some = stays if len(groups) == 1 else stays.chosen(stays.group == groups.index(group))
        found = _rows(facts, question, some, ("stage", "stage_id") if by.name else ("key", "id"))
        rows += [group.fields() | row for row in found] if by.name else found
    return Answer(
        report="stage-time",
        population=f"leads that left the stage {question.period} and are not back in it{by.text}; "
        "age: leads that stand there",
        clock="days of 24 hours, and dates of the workspace's zone (calendar); stays in one stage are added up",
        window="all",
        as_of=facts.now,
        rows=tuple(rows),
        total={"leads": _distinct(stays.lead), "stays": len(stays.lead)},
        open=int((stays.left == NONE).sum()),
        columns=(
            Column("entered", "entered"),
            Column("left", "left"),
            Column("median", "time.median"),
            Column("p75", "time.p75"),
            Column("p90", "time.p90"),
            Column("calendar median", "time_calendar.median"),
            Column("agreed", "agreed_days"),
            Column("limit", "rot_limit"),
            Column("there", "open"),
            Column("over", "over"),
        ),
    )


def _distinct(numbers: "Numbers") -> int:
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    return len(np.unique(numbers))


def _read(facts: Facts, by: By) -> tuple[_Stays, list[Group]]:
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    stay = facts.stay
    rows = sa.select(
        stay.c.stage_id,
        stay.c.lead_id,
        stay.c.id,
        number(stay.c.entered_at).label("entered_at"),
        sa.func.coalesce(number(stay.c.left_at), sa.literal(NONE, sa.BigInteger)).label("left_at"),
    ).where(facts.stays_meet)
    parts = series(facts.session, [rows.subquery()], ["stage_id"], ["lead_id", "id", "entered_at", "left_at"])
    if not parts:
        nothing = np.empty(0, dtype=np.int64)
        return _Stays(nothing, nothing, nothing, nothing, nothing, nothing), [ALL]
    lines = np.concatenate([numbers for _, _, numbers in parts])
    stage = np.concatenate([np.full(len(numbers), key[0], dtype=np.int64) for _, key, numbers in parts])
    # The stays of a lead follow each other in the order of their ids.
    order = np.lexsort((lines[:, 1], lines[:, 0]))
    lines, stage = lines[order], stage[order]
    group, groups = _groups(facts, by, lines[:, 0])
    forward = _forward(facts, lines[:, 0], stage)
    return _Stays(lines[:, 0], stage, lines[:, 2], lines[:, 3], forward, group), groups


def _groups(facts: Facts, by: By, leads: "Numbers") -> "tuple[Numbers, list[Group]]":
    """Return the number of each stay's group, and the groups."""
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    if by.column is None:
        return np.zeros(len(leads), dtype=np.int64), [ALL]
    rows = sa.select(by.column.label("key"), facts.lead.c.id).where(*facts.meet)
    found: dict[Group, list[Numbers]] = {}
    for _, (key,), numbers in series(facts.session, [rows.subquery()], ["key"], ["id"]):
        found.setdefault(by.group(key), []).append(numbers[:, 0])
    ids = np.concatenate([np.concatenate(arrays) for arrays in found.values()])
    places = np.repeat(np.arange(len(found)), [sum(map(len, arrays)) for arrays in found.values()])
    order = np.argsort(ids)
    return places[order][np.searchsorted(ids[order], leads)], list(found)


def _forward(facts: Facts, lead: "Numbers", stage: "Numbers") -> "Numbers":
    """Return 1 for each stay that was followed by one in a later stage which is not lost."""
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    stages = facts.context.stages
    size = max(stages) + 1
    position, lost = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool)
    for one in stages.values():
        position[one.id], lost[one.id] = one.position, one.kind == "lost"
    found = np.zeros(len(lead), dtype=np.int64)
    found[:-1] = (lead[1:] == lead[:-1]) & (position[stage[1:]] > position[stage[:-1]]) & ~lost[stage[1:]]
    return found


def _rows(facts: Facts, question: Question, stays: _Stays, names: tuple[str, str]) -> list[Row]:
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    name = stage_group(facts.context)
    present = sorted(name(int(stage)) for stage in np.unique(stays.stage))
    return [
        dict(zip(names, (group.key, group.id), strict=True))
        | _row(facts, question, group.id, stays.chosen(stays.stage == group.id))
        for group in present
    ]


def _row(facts: Facts, question: Question, stage_id: int, stays: _Stays) -> Row:
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    start, end = bounds(question.start, question.end, facts.context.zone)
    there = stays.left == NONE
    # Stays come lead by lead, so each lead's begin where the id changes.
    begins = np.flatnonzero(np.r_[True, stays.lead[1:] != stays.lead[:-1]])
    first = np.minimum.reduceat(stays.entered, begins)
    last = np.maximum.reduceat(stays.left, begins)
    gone = ~np.logical_or.reduceat(there, begins) & _inside(last, start, end)
    ended = np.where(there, stays.entered, stays.left)
    zone = facts.context.zone
    calendar = day_numbers(ended, zone) - day_numbers(stays.entered, zone)
    age = facts.now_micros - stays.entered[there]
    agreed = facts.context.stages[stage_id].rot_days
    forward = (stays.left - stays.entered)[(stays.forward == 1) & ~there & _inside(stays.left, start, end)]
    offered = len(forward) >= FEWEST_FOR_ROT
    return {
        "stays": len(stays.lead),
        "entered": int(_inside(first, start, end).sum()),
        "left": int(gone.sum()),
        "time": spread_fields(spread(np.add.reduceat(ended - stays.entered, begins)[gone])),
        "time_calendar": spread_fields(spread(np.add.reduceat(calendar, begins)[gone], 1)),
        "open": int(there.sum()),
        "age": spread_fields(spread(age)),
        "agreed_days": agreed,
        "over": None if agreed is None else int((age > agreed * DAY).sum()),
        "rot_limit": percentile(np.sort(forward), 75) / DAY if offered else agreed,
        "rot_sample": len(forward),
        "little": _little(
            facts, stays, (start, end), int(gone.sum()), np.add.reduceat(ended - stays.entered, begins)[gone]
        ),
    }


def _little(
    facts: Facts, stays: _Stays, period: tuple[int | None, int | None], left: int, times: "Numbers"
) -> Row | None:
    """Return Little's check of a stage (formula 18), None for few leads: average open, throughput x average time."""
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    start = int(stays.entered.min()) if period[0] is None else period[0]
    end = min(facts.now_micros, period[1] or facts.now_micros)
    if left < FEWEST_FOR_ROT or end <= start:
        return None
    until = np.where(stays.left == NONE, end, np.minimum(stays.left, end))
    inside = np.maximum(until - np.maximum(stays.entered, start), 0)
    days = (end - start) / DAY
    average, mean = float(inside.sum() / DAY) / days, float(times.mean()) / DAY
    return {"open": average, "expected": left / days * mean, "gap": little(average, left / days, mean)}


def leads_behind(session: Session, question: Question, stage_id: int, group: Group, figure: str) -> "list[Numbers]":
    """Return (lead id, first entry, last leaving or NONE) of the leads behind a figure of a stage.

    The figures are those of a row: `entered`, `left`, `open` and `over`.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    facts = facts_of(session, question.as_of)
    by = grouping(facts, None if question.by == "stage" else question.by)
    stays, groups = _read(facts, by)
    if group not in groups:
        return []
    some = stays.chosen((stays.stage == stage_id) & (stays.group == groups.index(group)))
    if len(some.lead) == 0:
        return []
    start, end = bounds(question.start, question.end, facts.context.zone)
    begins = np.flatnonzero(np.r_[True, some.lead[1:] != some.lead[:-1]])
    first, last = np.minimum.reduceat(some.entered, begins), np.maximum.reduceat(some.left, begins)
    there = np.logical_or.reduceat(some.left == NONE, begins)
    latest = np.maximum.reduceat(some.entered, begins)
    agreed = facts.context.stages[stage_id].rot_days
    mask = {
        "entered": _inside(first, start, end),
        "left": ~there & _inside(last, start, end),
        "open": there,
        "over": there & (facts.now_micros - latest > (agreed or 0) * DAY) & (agreed is not None),
    }[figure]
    shown = np.where(there, latest, first)
    lines = np.stack([some.lead[begins], shown, np.where(there, NONE, last)], axis=1)
    return list(lines[mask])


def _inside(moments: "Numbers", start: int | None, end: int | None) -> Any:
    import numpy as np  # noqa: PLC0415 - heavy, and only reports over many rows need it

    inside = np.ones(len(moments), dtype=bool)
    if start is not None:
        inside &= moments >= start
    return inside if end is None else inside & (moments < end)
