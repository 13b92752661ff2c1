"""Tables in workbooks: the sheet that is meant, its header, and its rows as text cells."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, islice

from app.errors import KnownError
from app.importing.books import Book, Framed, Sheet, framed, open_book
from app.importing.header import Header, find_header
from app.importing.packages import Package
from app.importing.remarks import Remarks
from app.importing.shaping import Placed, Shaper, make_chunk
from app.importing.sheetrows import ERROR, Row, SheetRows
from app.importing.source import Source
from app.importing.table import Choice, Chunk, FileOptions, Notice, Table

SAMPLED = 200
PEEKED = 3
OFFERED = 12
CHUNK_ROWS = 2_000
SHOWN = 120


def open_sheets(source: Source, options: FileOptions) -> Table:
    """Return the table in a workbook.

    Raises:
        KnownError: it is damaged, protected, no workbook, or holds no rows, or an option does not fit it.
    """
    package = Package(source)
    try:
        book = open_book(package)
        sheet, question, notices = _choose(book, options.sheet)
        body = _open_body(book, sheet, options, notices)
    except BaseException:
        package.close()
        raise
    header = body.header
    return Table(
        form="xlsx",
        encoding="",
        delimiter="",
        header_line=header.line,
        sheet=sheet.name,
        sheets=tuple(one.name for one in book.sheets if not one.hidden),
        columns=header.names,
        source=body.chunks(),
        questions=[asked for asked in (question, header.question) if asked],
        notices=notices,
        rejections=body.rejections,
        numbers=body.numbers,
    )


def _choose(book: Book, wanted: str | None) -> tuple[Sheet, Choice | None, list[Notice]]:
    """Return the sheet to read, the question where several may be meant, and a word on hidden ones."""
    if wanted is not None:
        return _named(book, wanted), None, []
    name = book.package.name
    peeks = [_peek(book, sheet) for sheet in book.sheets]
    starts = {sheet.name: start for sheet, (start, _) in zip(book.sheets, peeks, strict=True)}
    filled = [sheet for sheet in book.sheets if starts[sheet.name]]
    shown = [sheet for sheet in filled if not sheet.hidden]
    hidden = [sheet.name for sheet in filled if sheet.hidden]
    if not shown:
        if hidden:
            raise KnownError(
                "{file} has rows on hidden sheets only: {sheets}. Name one with --answer sheet=NAME.",
                file=name,
                sheets=", ".join(hidden),
            )
        if any(odd for _, odd in peeks):
            raise KnownError(
                "{file} holds errors of the spreadsheet only, such as #DIV/0!: there is nothing to import.", file=name
            )
        raise KnownError("{file} is empty: there are no rows on its sheets, so there is nothing to import.", file=name)
    notices = []
    if hidden:
        notices.append(Notice(0, "", ", ".join(hidden), "There are hidden sheets with rows; they are not read."))
    question = None
    if len(shown) > 1:
        choices = tuple((sheet.name, starts[sheet.name]) for sheet in shown[:OFFERED])
        question = Choice("sheet", "Which sheet of this workbook holds the list?", choices)
    return shown[0], question, notices


def _named(book: Book, wanted: str) -> Sheet:
    found = [sheet for sheet in book.sheets if sheet.name == wanted]
    found += [sheet for sheet in book.sheets if sheet.name.strip().casefold() == wanted.strip().casefold()]
    if not found:
        names = ", ".join(f"“{sheet.name}”" for sheet in book.sheets if not sheet.hidden)
        raise KnownError(
            "{file} has no sheet “{wanted}”. Its sheets are {names}.",
            file=book.package.name,
            wanted=wanted,
            names=names,
        )
    return found[0]


def _peek(book: Book, sheet: Sheet) -> tuple[str, bool]:
    """Return what stands in the first rows of a sheet, "" for an empty one, and whether it holds errors."""
    first: list[str] = []
    odd = False
    with closing(SheetRows(book, sheet).rows()) as rows:
        for row in rows:
            odd = odd or row.odd is not None
            text = " | ".join(cell.strip() for cell in row.cells if cell.strip())
            if text:
                first.append(text)
            if len(first) == PEEKED:
                break
    return " / ".join(first)[:SHOWN], odd


def _open_body(book: Book, sheet: Sheet, options: FileOptions, notices: list[Notice]) -> "SheetBody":
    reader = SheetRows(book, sheet)
    rows = reader.rows()
    sample = list(islice(rows, SAMPLED))
    if not sample:
        raise KnownError("The sheet “{sheet}” is empty: there are no rows on it.", sheet=sheet.name)
    frame = framed(book.package, sheet.part)
    starts = {row.line for row in sample if any(cell.strip() for cell in row.cells)}
    line = options.header_line
    if line is None and frame.header in starts:
        line = frame.header
    header = find_header([(row.line, row.cells) for row in _gaps(sample)], line)
    return SheetBody(book, reader, header, chain(sample, rows), frame, notices)


def _gaps(rows: Sequence[Row]) -> Iterator[Row]:
    """Give the rows with one blank row where any are missing between two: what stands apart is told by it."""
    last = 0
    for row in rows:
        if last and row.line > last + 1:
            yield Row(last + 1, [])
        yield row
        last = row.line


@dataclass(slots=True)
class SheetBody:
    """The rows below the header of a sheet.

    Attributes:
        source: all rows of the sheet.
        frame: the table that the sheet declares.
        numbers: the columns that hold nothing but true numbers, known when all rows are read.
    """

    book: Book
    reader: SheetRows
    header: Header
    source: Iterator[Row]
    frame: Framed
    notices: list[Notice]
    rejections: list[Notice] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    remarks: Remarks = field(init=False)
    shaper: Shaper = field(init=False)

    def __post_init__(self) -> None:
        self.remarks = Remarks(self.notices)
        self.shaper = Shaper(self.header, self.remarks, self.rejections, ragged=False)

    def chunks(self) -> Iterator[Chunk]:
        """Give the rows; the last ones are held until it is known that they are records and no footers."""
        try:
            held: list[Placed] = []
            for row in self.source:
                if row.line > self.header.line:
                    held += self._take(row)
                if len(held) >= 2 * CHUNK_ROWS:
                    yield make_chunk(held[:CHUNK_ROWS], self.shaper.width)
                    del held[:CHUNK_ROWS]
            held += self.shaper.finish()
            last = make_chunk(held, self.shaper.width)
            self.shaper.tail(last)
            if last.lines:
                yield last
            self.remarks.close()
            self._settle()
        finally:
            self.book.package.close()

    _last: int = 0

    def _take(self, row: Row) -> list[Placed]:
        if self._last and row.line > self._last + 1:
            self.shaper.take(row.line - 1, [""])
        self._last = row.line
        if row.line == self.frame.totals:
            shown = " | ".join(cell for cell in row.cells if cell)
            self.rejections.append(
                Notice(row.line, "", shown[:200], "It holds totals of the rows above, not a record.")
            )
            return []
        made = self.shaper.take(row.line, row.cells)
        for place, (kind, value) in (row.odd or {}).items():
            column = self.header.names[place] if place < self.shaper.width else ""
            said = "an error of the spreadsheet" if kind == ERROR else "a formula without its result"
            self.remarks.say(row.line, column, value, f"This cell holds {said}; it is left empty.")
        return made

    def _settle(self) -> None:
        """Say which columns held nothing but numbers below the header."""
        self.numbers.update(
            name for place, name in enumerate(self.header.names) if self.reader.worded.get(place, 0) <= self.header.line
        )
