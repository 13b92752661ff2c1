"""A lead's stays, from the stages that a file says it entered."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.stays import StageFacts, StayTimes, standing, stays_of

Entries = Sequence[tuple[int, int]]
MILESTONE = "{}_at"


def of_new(entries: Entries, stage: int | None, created: int, first: int) -> list[StayTimes]:
    """Return the stays of a lead that an import makes; moments are microseconds.

    Args:
        entries: (moment, stage) in the file's order.
        stage: the stage in which the file says it stands.
        created: when the lead came to be.
        first: the stage of a lead of which the file says nothing.
    """
    known = list(entries)
    if not known:
        known = [(created, stage if stage is not None else first)]
    elif stage is not None and all(one != stage for _, one in known):
        known.append((max(created, *(moment for moment, _ in known)), stage))
    return _stays(known, stage if stage is not None else _current(known))


def of_standing(
    held: Sequence[Sequence[Any]],
    entries: Entries,
    stage: int | None,
    now: int,
    facts: Mapping[int, StageFacts],
) -> list[StayTimes] | None:
    """Return the stays of a lead that stands after an import's entries join them, None where nothing changes.

    Args:
        held: its stays as (stage, entered, left), in order.
        entries: (moment, stage) in the file's order.
        stage: the stage in which the file says it stands.
        now: the moment of the import, for a stage without a time.
        facts: what of every stage matters.
    """
    known = [(entered, number) for number, entered, _ in held]
    fresh = [one for one in entries if one not in known]
    last = held[-1][0]
    if not fresh and (stage is None or stage == last):
        return None
    # Stays of one stage in a row are one stay, so a change that repeats the stage before it is no news.
    joined = known + fresh
    current = stage
    if stage is not None and all(number != stage for _, number in joined):
        joined.append((now, stage))
    if current is None:
        current = _current(fresh) if fresh and _closes(fresh, facts) else _current(joined)
    stays = _stays(joined, current)
    same = [(one.stage_id, one.entered_at, one.left_at) for one in stays] == [tuple(one) for one in held]
    return None if same else stays


def _closes(entries: Entries, facts: Mapping[int, StageFacts]) -> bool:
    return any(facts[stage].kind in {"won", "lost"} for _, stage in entries)


def _current(entries: Entries) -> int:
    """Return where a lead stands after some entries: in the stage entered last, the later in the file at a tie."""
    best = entries[0]
    for one in entries[1:]:
        if one[0] >= best[0]:
            best = one
    return best[1]


def _stays(entries: Entries, current: int) -> list[StayTimes]:
    found = stays_of(entries)  # type: ignore[arg-type]  # microseconds order as moments do
    if found[-1].stage_id != current:
        found = stays_of(entries, current)  # type: ignore[arg-type]  # as above
    return found


def columns(stays: Sequence[StayTimes], facts: Mapping[int, StageFacts]) -> dict[str, Any]:
    """Return a lead's columns that follow from its stays, moments in microseconds."""
    found = standing(stays, facts)
    return {
        "stage_id": found.stage_id,
        "state": found.state,
        "entered_at": found.entered_at,
        "won_at": found.won_at,
        "lost_at": found.lost_at,
        **{MILESTONE.format(name): moment for name, moment in found.milestones.items()},
    }
