"""What became of a list while it is shown."""

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """What became of a list that is shown: how many rows came, which went, whether others stand in another order."""

    fresh: int = 0
    gone: frozenset[int] = frozenset()
    moved: bool = False

    def __bool__(self) -> bool:
        return bool(self.fresh or self.gone or self.moved)


def news_of(ids: "array[int]", shown: "array[int]") -> News:
    """Return what became of the rows that are shown, of which these are the ids now."""
    if ids == shown:
        return News()
    now, held = set(ids), set(shown)
    fresh, gone = len(now - held), frozenset(held - now)
    if fresh or gone:
        return News(fresh, gone)
    return News(moved=True)
