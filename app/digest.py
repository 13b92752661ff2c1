"""What waits for a member in one sentence's worth of figures, told once a day and after quiet hours."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy.orm import Session

from app import inbox_items, quiet, settings
from app.context import Context
from app.inbox_items import Item
from app.periods import local_day

KEY = "digest"
"""The setting: whether it is told at all; it is, unless somebody says otherwise."""
TOLD = "digest_told"
"""The setting: by workspace when it was told last, and whether it was put away since."""


@dataclass(frozen=True, slots=True)
class Digest:
    """How much waits for me.

    Attributes:
        handoffs: handoffs to answer.
        clocks: first answers whose clock is about to run out.
        mentions: notes that name me.
        tasks: tasks that are due today or were due before.
        disputes: disputes about an answer of mine, or to rule.
        overdue: promises of my team in this month that are overdue, cases and leads of a volume together.
    """

    handoffs: int = 0
    clocks: int = 0
    mentions: int = 0
    tasks: int = 0
    disputes: int = 0
    overdue: int = 0

    def __bool__(self) -> bool:
        """Whether anything waits in the inbox; promises alone are no reason to speak up."""
        return bool(self.handoffs or self.clocks or self.mentions or self.tasks or self.disputes)


def read(session: Session) -> Digest:
    """Return what waits for me now."""
    context: Context = session.info["context"]
    return of(inbox_items.read(session).items, overdue(session), context.now, context.zone)


def of(items: Sequence[Item], late: int, now: datetime, zone: tzinfo) -> Digest:
    """Return the digest of the things in an inbox and of so many overdue promises."""
    counts = Counter(one.group for one in items if one.group != "tasks")
    today = local_day(now, zone)
    due = [one.due_at for one in items if one.group == "tasks" and one.due_at is not None]
    return Digest(**counts, tasks=sum(local_day(one, zone) <= today for one in due), overdue=late)


def overdue(session: Session) -> int:
    """Return how many promises of my team are overdue in this month, cases and missing leads together."""
    context: Context = session.info["context"]
    if context.me is None or context.agreement is None:
        return 0
    from app.agreement import ledger  # noqa: PLC0415 - asked once a day; the start loads nothing of it

    return sum(side.late for side in ledger.ledger(session).sides if context.me.team in {side.team, "both"})


def is_wanted() -> bool:
    """Return whether it is told."""
    return settings.read().get(KEY, True) is not False


def want(*, on: bool) -> None:
    """Keep whether it is told."""
    settings.write(**{KEY: on})


def is_due(workspace: str, now: datetime, zone: tzinfo) -> bool:
    """Return whether it is to be told: for the first time on a day, or since quiet hours ended; never in quiet hours.

    `workspace` is its uuid.
    """
    if not is_wanted() or quiet.until(now, zone) is not None:
        return False
    told = _told(workspace)
    ended = quiet.ended(now, zone)
    return told is None or local_day(told, zone) != local_day(now, zone) or (ended is not None and told < ended <= now)


def is_shown(workspace: str, now: datetime, zone: tzinfo) -> bool:
    """Return whether it stands on the inbox: from when it was told until the day ends or it is put away."""
    told = _told(workspace)
    return (
        is_wanted()
        and told is not None
        and local_day(told, zone) == local_day(now, zone)
        and not _kept(workspace).get("away")
    )


def tell(workspace: str, now: datetime) -> None:
    """Keep that it was told."""
    _keep(workspace, {"at": now.isoformat(), "away": False})


def put_away(workspace: str) -> None:
    """Keep that it was put away: it stands on the inbox no longer, until it is told again."""
    _keep(workspace, _kept(workspace) | {"away": True})


def _kept(workspace: str) -> dict[str, Any]:
    found = settings.read().get(TOLD)
    one = found.get(workspace) if isinstance(found, dict) else None
    return one if isinstance(one, dict) else {}


def _keep(workspace: str, values: dict[str, Any]) -> None:
    found = settings.read().get(TOLD)
    settings.write(**{TOLD: (found if isinstance(found, dict) else {}) | {workspace: values}})


def _told(workspace: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(_kept(workspace).get("at")))
    except ValueError:
        return None
    return found if found.tzinfo is not None and found.utcoffset() is not None else None
