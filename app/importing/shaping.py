"""Rows made to fit a table: padded, blank ones left out, headers said twice, other tables and footers told apart."""

import re
from collections.abc import Iterable, Sequence

from app.importing.header import Header, is_header_like, is_number, looks_like_data
from app.importing.remarks import Remarks
from app.importing.table import Chunk, Notice

TOTALS = frozenset(
    (
        "total", "totals", "grand total", "grand totals", "sum", "summe", "gesamt", "gesamtsumme", "suma",
        "total general", "total général", "totale", "totale generale", "totaal", "summa", "razem", "celkem", "toplam",
        "total geral", "итого", "всего", "合計", "总计", "合计", "總計", "총계", "합계",
    )
)  # fmt: skip
REMEMBERED = 20_000
LONG_NAME = 40
NAME_WORDS = 4
_NO_NAME = re.compile(r"[\d:()\u00a9]")
END_OF_FILE = "\x1a"  # Ctrl-Z, which ends files of DOS

Placed = tuple[int, list[str]]


class Shaper:
    """Fits rows, one after the other, to the columns of a header.

    Attributes:
        width: the number of columns.
        plain: whether nothing stands in the way of taking many rows of the right width at once.
    """

    def __init__(self, header: Header, remarks: Remarks, rejections: list[Notice], *, ragged: bool) -> None:
        self.width = len(header.names)
        self._header = [cell.strip() for cell in header.cells]
        self._names = {cell for cell in self._header if cell}
        self._remarks = remarks
        self._rejections = rejections
        self._ragged = ragged
        self._after_blank = False
        self._order: list[int] | None = None
        self._suspect: Placed | None = None
        self._other = 0
        self._was_narrow = False
        self._exact = self._longer = 0
        self._narrow: set[int] = set()
        self._parted: set[int] = set()

    @property
    def plain(self) -> bool:
        """Whether rows of the right width can pass unlooked at."""
        return self._order is None and self._suspect is None and not self._other

    def passed(self) -> None:
        """Take note that rows of the right width have passed unlooked at."""
        self._after_blank = self._was_narrow = False

    def take(self, line: int, row: Sequence[str]) -> list[Placed]:
        """Return the rows that are certain after this one: none, this one, or one held back and this one."""
        if not any(row) or (len(row) == 1 and row[0].strip() in {"", END_OF_FILE}) or not any(map(str.strip, row)):
            self._after_blank = True
            return []
        if self._repeats_header(line, row):
            return self.finish()
        if self._other:
            self._reject(line, row, f"It belongs to another table, which begins on line {self._other}.")
            return []
        if self._suspect:
            if self._is_other_table(row):
                other, names = self._suspect
                self._suspect = None
                self._other = other
                self._reject(other, names, "It names the columns of another table below the first.")
                self._reject(line, row, f"It belongs to another table, which begins on line {other}.")
                return []
            return [*self.finish(), *self._fit(line, row)]
        if self._after_blank and 1 < len(row) != self.width and is_header_like(row) and row[-1]:
            self._suspect = (line, list(row))
            return []
        return self._fit(line, row)

    def finish(self) -> list[Placed]:
        """Return the row that was held back, if one was."""
        held, self._suspect = self._suspect, None
        return self._fit(*held) if held else []

    def tail(self, chunk: Chunk) -> None:
        """Reject the footers at the end of the last rows: lone cells below a blank line, then a row of totals."""
        cut = len(chunk.lines)
        place = cut
        while place and chunk.lines[place - 1] in self._narrow:
            place -= 1
            if chunk.lines[place] in self._parted:
                cut = place
        if all(map(_could_be_name, chunk.cells[0][cut:])):
            cut = len(chunk.lines)
        self._drop(chunk, cut, "It is a footer below the table: one cell after a blank line.")
        if self.width > 1 and chunk.lines and self._is_totals([column[-1] for column in chunk.cells]):
            self._drop(chunk, len(chunk.lines) - 1, "It holds totals of the rows above, not a record.")

    def _drop(self, chunk: Chunk, cut: int, reason: str) -> None:
        lines = chunk.lines[cut:]
        if not lines:
            return
        self._remarks.forget(set(lines))
        for place, line in enumerate(lines, cut):
            self._reject(line, [column[place] for column in chunk.cells], reason)
        del chunk.lines[cut:]
        for column in chunk.cells:
            del column[cut:]

    def _is_totals(self, cells: list[str]) -> bool:
        given = [cell.strip() for cell in cells if cell.strip()]
        return bool(given) and given[0].rstrip(" :").casefold() in TOTALS and all(map(is_number, given[1:]))

    def _repeats_header(self, line: int, row: Sequence[str]) -> bool:
        if row[0].strip() not in self._names and row[0].strip():
            return False
        cells = [cell.strip() for cell in row]
        given = [cell for cell in cells if cell]
        if len(given) < max(2, len(self._names) / 2) or not self._names.issuperset(given):
            return False
        self._reject(line, row, "It repeats the names of the columns.")
        straight = cells[: len(self._header)] == self._header
        self._order = None if straight else [self._header.index(cell) if cell else -1 for cell in cells]
        self._other = 0
        return True

    def _is_other_table(self, row: Sequence[str]) -> bool:
        """Whether the row goes with the one held back: of its width, with values where that had words."""
        held = self._suspect[1] if self._suspect else []
        return len(row) == len(held) and any(map(looks_like_data, row)) and not is_header_like(row)

    def _fit(self, line: int, row: Sequence[str]) -> list[Placed]:
        cells = list(row)
        if self._order:
            cells = self._reorder(line, cells)
        if len(cells) > self.width:
            surplus = cells[self.width :]
            del cells[self.width :]
            if any(surplus):
                text = " | ".join(cell for cell in surplus if cell)
                self._remarks.say(line, "", text, "The row has more cells than there are columns; these were left out.")
            elif self._exact > self._longer:
                self._remarks.say(line, "", " | ".join(row), "The row has a cell too many; did its values move?")
            self._longer += 1
        elif len(cells) == self.width:
            self._exact += 1
        else:
            if self._ragged:
                self._remarks.say(
                    line, "", " | ".join(row), "The row has fewer cells than columns; the rest are empty."
                )
            if len(cells) == 1 or not any(cells[1:]):
                self._note_narrow(line)
            cells += [""] * (self.width - len(cells))
        self._after_blank = False
        return [(line, cells)]

    def _reorder(self, line: int, cells: list[str]) -> list[str]:
        """Put cells under the columns that a header said again, in another order, gave them."""
        made = [""] * self.width
        for cell, place in zip(cells, self._order or [], strict=False):
            if place >= 0:
                made[place] = cell
        surplus = [cell for cell in cells[len(self._order or []) :] if cell]
        if surplus:
            text = " | ".join(surplus)
            self._remarks.say(line, "", text, "The row has more cells than there are columns; these were left out.")
        return made

    def _note_narrow(self, line: int) -> None:
        if len(self._narrow) > REMEMBERED:
            self._narrow.clear()
            self._parted.clear()
        self._narrow.add(line)
        if self._after_blank:
            self._parted.add(line)

    def _reject(self, line: int, row: Sequence[str], reason: str) -> None:
        text = " | ".join(cell for cell in row if cell)
        self._rejections.append(Notice(line, "", text[:200], reason))


def _could_be_name(text: str) -> bool:
    """Whether a lone cell could be all that is known of a person or company."""
    return len(text) <= LONG_NAME and len(text.split()) <= NAME_WORDS and not _NO_NAME.search(text)


def make_chunk(rows: Iterable[Placed], width: int) -> Chunk:
    """Return rows of one width as columns."""
    lines = []
    cells = []
    for line, row in rows:
        lines.append(line)
        cells.append(row)
    return Chunk(lines, [list(column) for column in zip(*cells, strict=True)] if cells else [[] for _ in range(width)])
