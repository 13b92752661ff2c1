"""Tables of text: csv, tsv, txt, in whatever encoding, delimiter and state they come."""

import csv
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

from app.errors import KnownError
from app.importing.charsets import find_decoding
from app.importing.dialect import Dialect, find_dialect, hinted, long_cells, read_loosely
from app.importing.header import Header, find_header
from app.importing.lines import Lines
from app.importing.mending import Mender
from app.importing.remarks import Remarks
from app.importing.shaping import Placed, Shaper, make_chunk
from app.importing.source import Source, survey
from app.importing.table import Chunk, FileOptions, Notice, Table

SAMPLED = 400
SAMPLE_SIZE = 256 * 1024
CHUNK_ROWS = 2_000
CHUNK_BLOCKS = 16
ROW_LINES = 5_000
ROW_SIZE = 4 * 1024 * 1024
BINARY = 0.1
_CONTROLS = dict.fromkeys(set(range(0x20)) - {0x00, 0x07, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B})


def open_text(source: Source, options: FileOptions) -> Table:
    """Return the table in a file of text.

    Raises:
        KnownError: when it holds no rows, is no text or no table, or an option does not fit it.
    """
    seen = survey(source)
    decoding = find_decoding(source, seen, options.encoding)
    lines = Lines(source, seen, decoding)
    sample = _sample(lines)
    _refuse_binary(source, sample)
    hint = hinted(sample)
    dialect, split = find_dialect(sample[1:] if hint else sample, options.delimiter or hint)
    first = 2 if hint else 1
    with long_cells():
        found, _ = read_loosely(sample[first - 1 :], dialect)
    rows = [(place + first, row) for place, row in found]
    header = find_header(rows, options.header_line)
    body = TextBody(lines, dialect, header, _start(sample, dialect, header, first))
    questions = [asked for asked in (decoding.question, split, header.question) if asked]
    return Table(
        form="csv",
        encoding=decoding.encoding,
        delimiter=dialect.shown,
        header_line=header.line,
        sheet="",
        columns=header.names,
        source=body.chunks(),
        questions=questions,
        notices=body.notices,
        rejections=body.rejections,
    )


def _sample(lines: Lines) -> list[str]:
    """Return the first lines of the file."""
    sample: list[str] = []
    with closing(lines.blocks(Remarks([]))) as blocks:
        size = 0
        for block in blocks:
            sample += block
            size += sum(map(len, block))
            if len(sample) >= SAMPLED or size >= SAMPLE_SIZE:
                break
    return sample[:SAMPLED]


def _refuse_binary(source: Source, sample: list[str]) -> None:
    text = "".join(sample)[:65536]
    if len(text) - len(text.translate(_CONTROLS)) > BINARY * len(text):
        raise KnownError(
            "{file} is no text and no workbook, so there is no table in it to import.", file=source.path.name
        )


def _start(sample: list[str], dialect: Dialect, header: Header, first: int) -> int:
    """Return the line on which the rows below the header begin."""
    if header.place < 0:
        return first
    reader = dialect.rows(sample[header.line - 1 :])
    with long_cells():
        next(reader)
    return header.line + int(reader.line_num)  # type: ignore[attr-defined]  # csv's reader has it


@dataclass(slots=True)
class TextBody:
    """The rows below the header of a text file.

    Attributes:
        lines: the file.
        dialect: how its lines are cut.
        header: its columns.
        start: the line on which the rows begin.
    """

    lines: Lines
    dialect: Dialect
    header: Header
    start: int
    notices: list[Notice] = field(default_factory=list)
    rejections: list[Notice] = field(default_factory=list)
    remarks: Remarks = field(init=False)
    shaper: Shaper = field(init=False)
    mender: Mender = field(init=False)

    def __post_init__(self) -> None:
        self.remarks = Remarks(self.notices)
        self.shaper = Shaper(self.header, self.remarks, self.rejections, ragged=True)
        self.mender = Mender(self.dialect.delimiter, self.shaper.width)

    def chunks(self) -> Iterator[Chunk]:
        """Give the rows; the last ones are held until it is known that they are records and no footers."""
        held: Chunk | None = None
        blocks = 0
        for chunk in self._chunks():
            if held is None:
                held, blocks = chunk, 0
            elif len(held.lines) < CHUNK_ROWS and blocks < CHUNK_BLOCKS:
                held.lines.extend(chunk.lines)
                for column, more in zip(held.cells, chunk.cells, strict=True):
                    column.extend(more)
            else:
                yield held
                held, blocks = chunk, 0
            blocks += 1
        if held:
            self.shaper.tail(held)
            if held.lines:
                yield held
        self.remarks.close()

    def _chunks(self) -> Iterator[Chunk]:
        line = 1
        carried: list[str] = []
        for fresh in self.lines.blocks(self.remarks):
            block = carried + fresh
            skipped = min(max(self.start - line, 0), len(block))
            line += skipped
            block = block[skipped:]
            carried = []
            chunk = self._fast(line, block)
            if chunk is None:
                rows, used = self._careful(line, block, last=False)
                carried = block[used:]
                chunk = make_chunk(rows, self.shaper.width)
            line += len(block) - len(carried)
            if chunk.lines:
                yield chunk
        rows, _ = self._careful(line, carried, last=True)
        rows += self.shaper.finish()
        if rows:
            yield make_chunk(rows, self.shaper.width)

    def _fast(self, line: int, block: list[str]) -> Chunk | None:
        """Return the rows of a block all at once if each is a line, all are of one width and none wants a look."""
        if not self.shaper.plain:
            return None
        try:
            with long_cells():
                rows = list(self.dialect.rows(block))
            cells = list(map(list, zip(*rows, strict=True)))
        except (csv.Error, ValueError):  # quotes that do not match; rows of different widths
            return None
        width = len(cells)
        if len(rows) != len(block) or not width or ("" in cells[0] and not all(map(any, rows))):
            return None
        name = next((place for place, cell in enumerate(self.header.cells[:width]) if cell), -1)
        if name >= 0 and self.header.cells[name] in cells[name]:
            return None
        if width > self.shaper.width:
            if any(map(any, cells[self.shaper.width :])):
                return None
            del cells[self.shaper.width :]
        elif width < self.shaper.width:
            if width == 1:
                return None
            self.remarks.once(line, "", "The rows have fewer cells than there are columns; the rest are empty.")
            cells += [[""] * len(rows) for _ in range(self.shaper.width - width)]
        self.shaper.passed()
        return Chunk(list(range(line, line + len(rows))), cells)

    def _careful(self, line: int, block: list[str], *, last: bool) -> tuple[list[Placed], int]:
        """Return the rows of a block one by one, and how many of its lines they take.

        Lines of a row that may go on in the next block are left for that one.
        """
        made: list[Placed] = []
        start = 0
        while start < len(block):
            reader = self.dialect.rows(block[start:])
            here = 0
            try:
                with long_cells():
                    for row in reader:
                        used = int(reader.line_num) - here  # type: ignore[attr-defined]  # csv's reader has it
                        if used > 1 and len(row) != self.shaper.width and self._swallowed(block, start + here):
                            break
                        if used > 1:
                            self._doubt(line + start + here, row)
                        made += self.shaper.take(line + start + here, row)
                        here += used
                    else:
                        return made, len(block)
            except csv.Error as error:
                rest = block[start + here :]
                if not last and str(error) == "unexpected end of data" and self._may_go_on(rest):
                    return made, start + here
            start += here
            cells, used = self.mender.mend(block, start)
            value = block[start].strip()
            self.remarks.say(
                line + start, "", value, "The quotes in this row do not match; it was read as it seems meant."
            )
            made += self.shaper.take(line + start, cells)
            start += used
        return made, start

    def _may_go_on(self, rest: list[str]) -> bool:
        return len(rest) <= ROW_LINES and sum(map(len, rest)) <= ROW_SIZE

    def _swallowed(self, block: list[str], at: int) -> bool:
        """Whether the first line of a row of several lines is a whole row but for a stray quote."""
        return self.mender.fit(block[at].rstrip("\r\n")) is not None

    def _doubt(self, line: int, row: list[str]) -> None:
        """Say when lines inside a cell look like rows of their own."""
        least = self.shaper.width - 1
        for cell in row:
            if least > 1 and cell.count("\n") > 1:
                inner = cell.split("\n")[1:-1]
                if any(text.count(self.dialect.delimiter) == least for text in inner):
                    self.remarks.say(line, "", cell, "Lines inside this cell look like rows; is a quote missing?")
