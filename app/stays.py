"""What follows from a lead's history of stages: its stays, its milestones and how it stands.

Pure: no database. Formula 1 of the product's page asks for the first entry into a stage of each milestone, a
skipped milestone counting as entered when a later one is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

MILESTONES = ("lead", "mql", "sal", "sql", "opportunity", "customer")


@dataclass(frozen=True, slots=True)
class StageFacts:
    """What of a stage matters to a lead's history."""

    id: int
    kind: str
    milestone: str | None


@dataclass(frozen=True, slots=True)
class StayTimes:
    """A stay in a stage; `left_at` is None while it lasts."""

    stage_id: int
    entered_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a lead stands after its stays: where it is and the first entry into each milestone."""

    stage_id: int
    state: str
    entered_at: datetime
    won_at: datetime | None
    lost_at: datetime | None
    milestones: dict[str, datetime | None]


def stays_of(
    entries: Sequence[tuple[datetime, int]],
    current: int | None = None,
    order: Mapping[int, int] | None = None,
) -> list[StayTimes]:
    """Return the stays that a series of (entered at, stage id) makes, in order of time.

    Args:
        entries: in any order; equal times keep the order of `order` (a stage's position), else the given one.
        current: the stage in which the lead stands, which then comes last even if it was entered earlier than
            another (a won date before the first contact is kept as it is).
        order: stage id -> position on the board.
    """
    places = order or {}
    ordered = sorted(entries, key=lambda entry: (entry[1] == current, entry[0], places.get(entry[1], 0)))
    merged: list[tuple[datetime, int]] = []
    for entered, stage in ordered:
        if not merged or merged[-1][1] != stage:
            merged.append((entered, stage))
    stays = []
    for position, (entered, stage) in enumerate(merged):
        following = merged[position + 1][0] if position + 1 < len(merged) else None
        stays.append(StayTimes(stage, entered, following))
    return stays


def standing(stays: Sequence[StayTimes], stages: Mapping[int, StageFacts]) -> Standing:
    """Return where a lead stands after its stays, which are in order and at least one."""
    last = stays[-1]
    kind = stages[last.stage_id].kind
    return Standing(
        stage_id=last.stage_id,
        state=kind if kind in {"won", "lost"} else "open",
        entered_at=last.entered_at,
        won_at=last.entered_at if kind == "won" else None,
        lost_at=last.entered_at if kind == "lost" else None,
        milestones=milestones([(stay.entered_at, stages[stay.stage_id].milestone) for stay in stays]),
    )


def milestones(entries: Sequence[tuple[datetime, str | None]]) -> dict[str, datetime | None]:
    """Return the first entry into each milestone.

    One that was never entered itself takes the earliest entry of any later milestone.
    """
    first: dict[str, datetime] = {}
    for entered, milestone in entries:
        if milestone is not None and (milestone not in first or entered < first[milestone]):
            first[milestone] = entered
    found: dict[str, datetime | None] = {}
    later: datetime | None = None
    for milestone in reversed(MILESTONES):
        own = first.get(milestone)
        found[milestone] = own if own is not None else later
        if own is not None and (later is None or own < later):
            later = own
    return {milestone: found[milestone] for milestone in MILESTONES}
