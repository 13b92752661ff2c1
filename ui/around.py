"""What the window's words depend on besides the thing they speak of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.context import Context
from ui.words import Words


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The workspace's small lists, the window's language and the clock; replaced as a whole when one changes."""

    context: Context
    words: Words
    clock: Callable[[], datetime]

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.clock()

    def name_of(self, member: int | None) -> str:
        """Return the name of a member by their id, or nothing."""
        found = self.context.members.get(member or 0)
        return "" if found is None else found.name
