"""What columns say of a record's plain fields; nothing of the database is loaded for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ui.words import Words


@dataclass(frozen=True, slots=True)
class Plain:
    """What a row holds as text under a name."""

    name: str

    def __call__(self, row: Any) -> str:
        """Return it."""
        return str(getattr(row, self.name))


def day(words: Words, moment: datetime) -> str:
    """Return the day of a moment in the workspace's zone, written short."""
    return words.paper.day_short(moment.astimezone(words.zone).date(), None)
