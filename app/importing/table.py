"""What a file holds once it is read: named columns of text cells, with the line each row stood on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark on one place of a file.

    Attributes:
        line: the line in the file (1 is the first), 0 when it concerns the whole file.
        column: the column's name, "" when it concerns the whole row.
        value: the text that caused it, shortened to 200 characters.
        message: one sentence for a person.
    """

    line: int
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A question about a file that only a person can answer, asked once for the whole file.

    Attributes:
        key: what `--answer KEY=VALUE` names, for example "encoding", "delimiter", "sheet",
            "header_line", "day_first".
        question: the question in words.
        choices: the values that settle it, with what each would mean.
        facts: what the question is about, by name, for who asks it in other words: column, count, samples, …
    """

    key: str
    question: str
    choices: tuple[tuple[str, str], ...]
    facts: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class FileOptions:
    """What a person or a layout says of a file; None is found out from the file."""

    encoding: str | None = None
    delimiter: str | None = None
    header_line: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a file, by column.

    Attributes:
        lines: the line in the file of each row.
        cells: one list a column, in the order of `Table.columns`, each as long as `lines`. A cell is text
            as it stood (outer white space kept); an empty or missing cell is "".
    """

    lines: list[int]
    cells: list[list[str]]


@dataclass(slots=True)
class Table:
    """A file opened for import. Iterate `chunks()` once; `notices` and `rejections` fill while it runs.

    Attributes:
        form: "csv", "xlsx" or "vcf".
        encoding: the encoding that was found or given ("" for xlsx).
        delimiter: the cell delimiter of a csv ("" otherwise).
        header_line: the line of the header (0 for vcf).
        sheet: the sheet read ("" otherwise).
        columns: the names of the columns, made unique: a second "Email" is "Email (2)", an empty header is
            "Column 3".
        questions: what must be answered before anything is written.
        sheets: the names of all sheets of a workbook that are not hidden.
        numbers: columns of a spreadsheet that hold true numbers only, whose decimal sign is the point; complete once
            the rows are read.
    """

    form: str
    encoding: str
    delimiter: str
    header_line: int
    sheet: str
    columns: tuple[str, ...]
    source: Iterator[Chunk]
    questions: list[Choice] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    rejections: list[Notice] = field(default_factory=list)
    sheets: tuple[str, ...] = ()
    numbers: set[str] = field(default_factory=set)

    def chunks(self) -> Iterator[Chunk]:
        """Return the rows, some thousands at a time, in file order."""
        return self.source
