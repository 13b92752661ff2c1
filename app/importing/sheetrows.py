"""The rows of a worksheet, read as they stand: only cells that are there, whatever size the sheet claims to have."""

from collections import deque
from collections.abc import Generator
from dataclasses import dataclass, field

from app.errors import KnownError
from app.importing.books import Book, Sheet, unescape
from app.importing.header import MAX_COLUMNS
from app.importing.packages import Attributes, whole
from app.importing.source import MEGABYTE

LAST_COLUMN = 16_384
LAST_ROW = 1_048_576
MAX_CELL = MEGABYTE
ERROR, UNKNOWN = "error", "unknown"
_A = ord("A") - 1


@dataclass(slots=True)
class Row:
    """A row of a sheet.

    Attributes:
        line: its number.
        cells: its cells up to the last filled one.
        odd: place -> what is wrong with a cell: ERROR for an error value, UNKNOWN for a formula without a result.
    """

    line: int
    cells: list[str]
    odd: dict[int, tuple[str, str]] | None = None


@dataclass(slots=True)
class SheetRows:
    """Reads one sheet once.

    Attributes:
        worded: per column, the last row in which it held something else than a number.
    """

    book: Book
    sheet: Sheet
    worded: dict[int, int] = field(default_factory=dict)
    _done: deque[Row] = field(default_factory=deque)
    _line: int = 0
    _column: int = 0
    _cells: dict[int, str] = field(default_factory=dict)
    _odd: dict[int, tuple[str, str]] = field(default_factory=dict)
    _type: str = ""
    _style: int = 0
    _formula: bool = False
    _value: bool = False
    _inside: bool = False
    _spoken: bool = False
    _pieces: list[str] = field(default_factory=list)
    _letters: dict[str, int] = field(default_factory=dict)

    def rows(self) -> Generator[Row]:
        """Give the rows that hold something, in the order of the file.

        Raises:
            KnownError: while reading: the sheet is damaged, or has more columns than a sheet can have.
        """
        for _ in self.book.package.parsing(self.sheet.part, self._start, self._end, self._text):
            while self._done:
                yield self._done.popleft()

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell(attributes)
        elif name in {"v", "t"}:
            self._inside = not self._spoken
            self._value = True
        elif name == "row":
            number = whole(attributes.get("r"), -1)
            self._line = self._line + 1 if number < 0 else min(number, LAST_ROW)
            self._column = 0
        elif name == "f":
            self._formula = True
        elif name == "rPh":
            self._spoken = True

    def _end(self, name: str) -> None:
        if name == "c":
            self._take()
        elif name in {"v", "t"}:
            self._inside = False
        elif name == "row":
            self._finish()
        elif name == "rPh":
            self._spoken = False

    def _text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)

    def _cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place:
            letters = place.rstrip("0123456789")
            self._column = self._letters.get(letters) or self._place(letters)
        else:
            self._column += 1
        if self._column > LAST_COLUMN:
            raise KnownError(
                "{file} has more than {column:,} columns; a list has {most:,} at most.",
                file=self.book.package.name,
                column=LAST_COLUMN,
                most=MAX_COLUMNS,
            )
        self._type = attributes.get("t", "n")
        self._style = whole(attributes.get("s"))
        self._formula = self._value = False
        self._pieces.clear()

    def _place(self, letters: str) -> int:
        """Return the number of a column, the first is 1; one beyond all columns for what names none."""
        place = 0
        for letter in letters[:8].upper():
            place = place * 26 + ord(letter) - _A if "A" <= letter <= "Z" else LAST_COLUMN + 1
        self._letters[letters] = place
        return place

    def _take(self) -> None:
        """Take in the cell that ends here."""
        text = "".join(self._pieces)
        if len(text) > MAX_CELL:
            raise KnownError(
                "{file} has a cell of more than {most} MB. It was not read.",
                file=self.book.package.name,
                most=MAX_CELL // MEGABYTE,
            )
        if not text:
            if self._formula and not self._value:
                self._odd[self._column - 1] = (UNKNOWN, "")
            return
        if self._type == "e":
            self._odd[self._column - 1] = (ERROR, text)
            return
        number = False
        if self._type == "n":
            text, number = self.book.number(text.strip(), self._style)
        else:
            text = self._worded(text)
        if text:
            self._cells[self._column - 1] = text
            if not number:
                self.worded[self._column - 1] = self._line

    def _worded(self, text: str) -> str:
        """Return what a cell that is no number says."""
        if self._type == "s":
            return self._shared(text)
        if self._type == "b":
            return "TRUE" if text.strip() == "1" else "FALSE"
        if self._type == "d":
            return text.strip().removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
        return unescape(text)

    def _shared(self, text: str) -> str:
        number = whole(text.strip(), -1)
        if not 0 <= number < len(self.book.shared):
            raise self.book.package.damaged()
        return self.book.shared[number]

    def _finish(self) -> None:
        """Keep the row that ends here if anything stands in it."""
        cells = self._cells
        if cells or self._odd:
            last = max(cells, default=-1)
            row = list(cells.values()) if last == len(cells) - 1 and sorted(cells) == list(cells) else None
            if row is None:
                row = [cells.get(place, "") for place in range(last + 1)]
            self._done.append(Row(self._line, row, dict(self._odd) if self._odd else None))
            cells.clear()
            self._odd.clear()
