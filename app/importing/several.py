"""Fields that hold several entries, out of one column or many: e-mails, phones, tags."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app.exporting import split
from app.importing import cells as single
from app.importing.mapping import Target
from app.importing.notices import Notices

Column = list[Any]
LISTS = frozenset({"emails", "phones", "tags"})


@dataclass(slots=True)
class Several:
    """Reads the columns of lists of one file.

    Attributes:
        region: the country that phones are dialled in, None where nobody said.
        own: whether the file is an export of ours, whose cells are split as they were joined.
        cards: whether the file holds vCards, whose tags stand one a line.
    """

    columns: Sequence[str]
    targets: Sequence[Target | None]
    notices: Notices
    region: str | None
    own: bool
    cards: bool
    _cells: list[list[str]] | None = None

    def remember(self, cells: list[list[str]]) -> None:
        """Keep a chunk's own cells at hand, for the labels beside e-mails and phones."""
        self._cells = cells

    def column(self, lines: list[int], name: str, columns: list[list[str]], positions: list[int]) -> Column:
        """Return what each row holds of a list, None for nothing."""
        if self.own:
            return [split(cell) or None for cell in columns[0]]
        if name == "tags":
            return [self._tags([column[row] for column in columns]) for row in range(len(lines))]
        read = single.emails if name == "emails" else self._phone
        if len(columns) > 1:
            return self._joined(lines, read, columns, positions)
        plain = single.PLAIN_EMAIL if name == "emails" else single.PLAIN_PHONE if self.region is None else None
        return self._lone(lines, read, columns[0], positions[0], plain.fullmatch if plain else _never)

    def _lone(
        self,
        lines: list[int],
        read: Callable[[str], tuple[list[str], str | None]],
        column: list[str],
        position: int,
        plain: Callable[[str], object],
    ) -> Column:
        """Return the entries of a lone column, most of whose cells are told at a glance."""
        return [
            None
            if not cell
            else [cell]
            if plain(cell)
            else self._entries(lines[row], read, (cell,), (position,)) or None
            for row, cell in enumerate(column)
        ]

    def _joined(
        self,
        lines: list[int],
        read: Callable[[str], tuple[list[str], str | None]],
        columns: list[list[str]],
        positions: list[int],
    ) -> Column:
        """Return the entries of several columns in their order, those that a star marks before the others."""
        stars = self._stars(columns, positions)
        found: Column = []
        for row, line in enumerate(lines):
            kept = self._entries(line, read, [column[row] for column in columns], positions)
            if stars is not None and kept:
                starred = stars[row]
                kept = [one for one in kept if one in starred] + [one for one in kept if one not in starred]
            found.append(kept or None)
        return found

    def _entries(
        self,
        line: int,
        read: Callable[[str], tuple[list[str], str | None]],
        texts: Sequence[str],
        positions: Sequence[int],
    ) -> list[str]:
        """Return the entries of a row, each once."""
        kept: dict[str, None] = {}
        for cell, position in zip(texts, positions, strict=True):
            if not cell:
                continue
            parts, odd = read(single.text(cell))
            if odd is not None:
                self.notices.warn(line, self.columns[position][:200] if position >= 0 else "", cell, odd)
            kept |= dict.fromkeys(parts)
        return list(kept)

    def _phone(self, cell: str) -> tuple[list[str], str | None]:
        found, odd = single.phone(cell)
        if found and odd is None and self.region is not None and single.e164(found, self.region) is None:
            odd = f"This cannot be dialled as a number of {self.region}; it is kept as it stands."
        return ([found] if found else []), odd

    def _tags(self, texts: list[str]) -> list[str] | None:
        read = str.splitlines if self.cards else single.tags
        found = [tag for cell in texts if cell for tag in read(single.text(cell))]
        return list(dict.fromkeys(found)) or None

    def _stars(self, columns: list[list[str]], positions: list[int]) -> list[set[str]] | None:
        """Return per row the entries whose label begins with a star, where every column has a label before it."""
        labels = [position - 1 for position in positions]
        if self._cells is None or not all(label >= 0 and self._is_label(label) for label in labels):
            return None
        return [
            {
                column[row].strip()
                for column, label in zip(columns, labels, strict=True)
                if self._cells[label][row].startswith("*")
            }
            for row in range(len(columns[0]))
        ]

    def _is_label(self, position: int) -> bool:
        target = self.targets[position]
        return target is not None and target.field == "label"


def _never(_: str) -> bool:
    return False
