"""A column of a list, and which of them a list shows: in what order, how wide, sorted by what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

WIDEST = 2_000
NARROWEST = 60
_MOST = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        name: its name in the program; fields that the team added are custom:NAME.
        title: its head.
        sort: the order that a click on its head asks for, "" for none.
        text: what a row says in it.
        share: how much of the free width it takes.
        least: its least width in pixels.
        at_first: whether a list shows it where nobody has chosen columns yet.
    """

    name: str
    title: str
    sort: str
    text: Callable[[Any], str]
    share: int
    least: int
    at_first: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that somebody chose, each with its width (0: it shares what is free), and the order of rows.

    Without columns a list shows those that it shows at first; without a sort it stands as it would.
    """

    columns: tuple[tuple[str, int], ...] = ()
    sort: str = ""

    def plain(self) -> dict[str, Any]:
        """Return it as settings keep it; `read` reads it."""
        found: dict[str, Any] = {}
        if self.columns:
            found["columns"] = [list(one) for one in self.columns]
        if self.sort:
            found["sort"] = self.sort
        return found


def read(kept: Any) -> Layout:
    """Return a layout from settings; what is no layout is none, as others may have written there."""
    if not isinstance(kept, Mapping):
        return Layout()
    found: dict[str, int] = {}
    columns = kept.get("columns")
    for one in columns[:_MOST] if isinstance(columns, list) else ():
        if isinstance(one, list) and len(one) == 2 and isinstance(one[0], str) and isinstance(one[1], int):
            found[one[0]] = 0 if one[1] <= 0 else min(max(one[1], NARROWEST), WIDEST)
    sort = kept.get("sort")
    return Layout(tuple(found.items()), sort if isinstance(sort, str) else "")
