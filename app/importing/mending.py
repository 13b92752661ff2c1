"""Rows whose quotes are not as they should be: the reading that fits the table best."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 64 * 1024
JOINED = 50
STEPS = 3_000
CLOSINGS = 6


@dataclass(slots=True)
class Mender:
    """Reads broken rows of a table of `width` columns.

    Attributes:
        delimiter: between cells.
        width: the number of cells that a row should have.
        patience: how many more broken rows may be looked for over several lines; each look costs time.
    """

    delimiter: str
    width: int
    patience: int = 2_000

    def mend(self, lines: list[str], at: int) -> tuple[list[str], int]:
        """Return the cells of the broken row that starts at `lines[at]`, and how many lines it takes.

        A quote opens a cell only where another closes it in front of a delimiter or the line's end; all others stand
        for themselves. Of the readings so found the first with the right number of cells is taken, over as few lines
        as can be; where none has it, the row ends with its line, so that the rows after it keep their own.
        """
        text = ""
        for used in range(1, min(JOINED, len(lines) - at) + 1):
            text += lines[at + used - 1]
            if len(text) > LONGEST or (used > 1 and self.patience <= 0):
                break
            cells = self.fit(text.rstrip("\r\n"))
            if cells is not None:
                return cells, used
            if used > 1:
                self.patience -= 1
        return self._plain(lines[at].rstrip("\r\n")), 1

    def fit(self, text: str) -> list[str] | None:
        """Return the cells of the text if there is a reading with as many as the table has columns."""
        failed: set[tuple[int, int]] = set()
        steps = 0

        def read(start: int, left: int) -> list[str] | None:
            nonlocal steps
            steps += 1
            if (start, left) in failed or steps > STEPS:
                return None
            for cell, end in self._cells(text, start):
                if end >= len(text):
                    if left == 1:
                        return [cell]
                    continue
                if left > 1 and (rest := read(end + 1, left - 1)) is not None:
                    return [cell, *rest]
            failed.add((start, left))
            return None

        return read(0, self.width) if self.width <= STEPS // 10 and len(text) <= LONGEST else None

    def _cells(self, text: str, start: int) -> Iterator[tuple[str, int]]:
        """Give the possible cells that start here with where each ends, the likeliest first."""
        plain = text.find(self.delimiter, start)
        plain = len(text) if plain < 0 else plain
        literal = text[start:plain]
        if text[start : start + 1] == '"':
            for number, closing in enumerate(self._closings(text, start + 1)):
                if number == 1 and "\n" not in literal and "\r" not in literal:
                    yield literal, plain
                quote, end = closing
                yield text[start + 1 : quote].replace('""', '"'), end
                if number == CLOSINGS:
                    break
            else:
                if "\n" not in literal and "\r" not in literal:
                    yield literal, plain
        elif "\n" not in literal and "\r" not in literal:
            yield literal, plain

    def _closings(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Give the quotes that may close a cell and the place of the delimiter or end after each."""
        pattern = re.compile('" *(?=' + re.escape(self.delimiter) + "|$)")
        for found in pattern.finditer(text, start):
            yield found.start(), found.end()

    def _plain(self, text: str) -> list[str]:
        """Cut the text at the first reading of each cell, whatever their number."""
        cells = []
        start = 0
        while start <= len(text):
            cell, end = next(self._cells(text, start))
            cells.append(cell)
            start = end + 1
        return cells
