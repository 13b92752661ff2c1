"""What a table over rows needs to be told: where they come from, and what its columns say of them."""

from array import array
from collections.abc import Sequence
from typing import Any, Protocol


class Source(Protocol):
    """Where a table's rows come from: reads of one noun. They are called with a session, off the window's thread."""

    kind: str
    shows: frozenset[str]  # other kinds of records that rows tell of

    def first_page(self, session: Any, query: str, sort: str, limit: int) -> Sequence[Any]:
        """Return the first rows."""
        ...

    def ids(self, session: Any, query: str, sort: str) -> "array[int]":
        """Return all ids in order, eight bytes each."""
        ...

    def page(self, session: Any, ids: Sequence[int]) -> Sequence[Any]:
        """Return the rows of these ids; gone ones are left out."""
        ...


class Column(Protocol):
    """A column: its head, the sort that a click on it asks for ("" for none), and a row's text in it."""

    @property
    def title(self) -> str:
        """What stands on top."""
        ...

    @property
    def sort(self) -> str:
        """The field to sort by."""
        ...

    def text(self, row: Any) -> str:
        """Return what a row says here."""
        ...
