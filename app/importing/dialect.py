"""How the rows of a text file are cut into cells: delimiter, quotes, escapes; found from its first lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from app.errors import KnownError
from app.importing.table import Choice

ORDINARY = (",", ";", "\t", "|")
SELDOM = ("!", "^", "~", "\x1f", "¦")
WORDS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "none": ""}
NOTHING = "\x1e"  # a delimiter that splits no line: one column
CELL = 16 * 1024 * 1024
RESTARTS = 20
QUOTED_WRONG = 0.3
SPLIT_WELL = 0.7


@dataclass(frozen=True, slots=True)
class Dialect:
    """The marks that cut lines into cells.

    Attributes:
        delimiter: between cells; `NOTHING` when lines are not cut at all.
        quoted: whether double quotes enclose cells.
        escaped: whether a backslash stands before a quote inside a cell.
        spaced: whether spaces after a delimiter are no part of the cell.
    """

    delimiter: str
    quoted: bool = True
    escaped: bool = False
    spaced: bool = False

    def rows(self, lines: list[str]) -> "Iterator[list[str]]":
        """Return csv's reader over the lines; it raises csv.Error where quotes are not as they should be."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            doublequote=not self.escaped,
            escapechar="\\" if self.escaped else None,
            skipinitialspace=self.spaced,
            strict=True,
        )

    @property
    def shown(self) -> str:
        """The delimiter as a person reads it."""
        return "" if self.delimiter == NOTHING else self.delimiter


@contextmanager
def long_cells() -> Iterator[None]:
    """Let csv read cells of up to `CELL` characters; its limit is the whole process's, so it is put back."""
    before = csv.field_size_limit(CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


@dataclass(frozen=True, slots=True)
class Trial:
    """What a dialect makes of the first lines.

    Attributes:
        dialect: the one tried.
        rows: (index of the first line, cells) of each row that could be read.
        wrong: how many rows had quotes that are not as they should be.
        width: the number of cells that most rows have.
        share: the part of the rows from the first of that width on that have it.
        whole: whether every row has it.
    """

    dialect: Dialect
    rows: list[tuple[int, list[str]]]
    wrong: int
    width: int
    share: float
    whole: bool

    @property
    def score(self) -> float:
        """How well the lines are cut, from 0."""
        if self.width < 2:  # noqa: PLR2004 - one cell is no cut
            return 0.0
        tried = len(self.rows) + self.wrong
        usual = 1.0 if self.dialect.delimiter in ORDINARY else 0.6
        return self.share * (1 - 1 / self.width) * (1 - self.wrong / tried) * usual


def hinted(lines: list[str]) -> str | None:
    """Return the delimiter of a first line like sep=; which is no row."""
    found = re.fullmatch(r'"?sep=(.)"?[\r\n]*', lines[0], re.IGNORECASE | re.DOTALL) if lines else None
    return found.group(1) if found else None


def known_delimiter(text: str) -> str:
    """Return the delimiter that a person named by the character or a word; KnownError for anything else."""
    delimiter = WORDS.get(text.strip().lower(), text)
    if delimiter == "":
        return NOTHING
    if len(delimiter) != 1 or delimiter in '"\r\n':
        raise KnownError(
            "{text!r} cannot be a delimiter. Give one character, or tab, comma, semicolon, pipe or none.", text=text
        )
    return delimiter


def find_dialect(lines: list[str], chosen: str | None) -> tuple[Dialect, Choice | None]:
    """Return how to cut the lines, and the question when two ways are equally good."""
    text = "".join(lines)
    with long_cells():
        if chosen is not None:
            return _bared(lines, _variant(lines, text, Dialect(known_delimiter(chosen)))).dialect, None
        trials = [_variant(lines, text, Dialect(mark)) for mark in (*ORDINARY, *SELDOM) if mark in text]
        trials.sort(key=lambda trial: -trial.score)
        single = _try(lines, Dialect(NOTHING))
        best = _bared(lines, trials[0]) if trials else single
    if best.score == 0:
        return (Dialect(",") if '"' in text else single.dialect), None
    rivals = [
        trial
        for trial in trials[1:]
        if trial.whole and best.whole and trial.width > 1 and trial.dialect.delimiter in ORDINARY and not trial.wrong
    ]
    if best.share < SPLIT_WELL and best.rows and len(best.rows[0][1]) == 1 and not best.wrong:
        rivals.append(single)
    if not rivals or len(best.rows) < 2:  # noqa: PLR2004 - one row says nothing
        return best.dialect, None
    choices = tuple((_word(trial.dialect.delimiter), _preview(trial)) for trial in (best, *rivals))
    return best.dialect, Choice("delimiter", "Which character stands between the cells of this file?", choices)


def _variant(lines: list[str], text: str, plain: Dialect) -> Trial:
    """Return the best of the ways to quote with one delimiter; the standard one unless another is plainly better."""
    best = _try(lines, plain)
    if '"' not in text or (best.wrong == 0 and best.share == 1):
        return best
    others = []
    if plain.delimiter + ' "' in text:
        others.append(replace(plain, spaced=True))
    if '\\"' in text:
        others.append(replace(plain, escaped=True))
    for other in others:
        trial = _try(lines, other)
        if (trial.wrong, -trial.score) < (best.wrong, -best.score):
            best = trial
    return best


def _bared(lines: list[str], best: Trial) -> Trial:
    """Return the reading in which quotes mean nothing, where they mean nothing in most rows."""
    if best.wrong <= QUOTED_WRONG * (len(best.rows) + best.wrong):
        return best
    bare = _try(lines, Dialect(best.dialect.delimiter, quoted=False))
    return bare if bare.score > best.score else best


def _try(lines: list[str], dialect: Dialect) -> Trial:
    rows, wrong = read_loosely(lines, dialect)
    widths = [len(row) for _, row in rows if any(row)]
    if not widths:
        return Trial(dialect, rows, wrong, 0, 0.0, whole=False)
    counts = Counter(width for width in widths if width > 1) or Counter(widths)
    width, _ = max(counts.items(), key=lambda item: (item[1], item[0]))
    after = widths[widths.index(width) :]
    return Trial(dialect, rows, wrong, width, after.count(width) / len(after), whole=set(widths) == {width})


def read_loosely(lines: list[str], dialect: Dialect) -> tuple[list[tuple[int, list[str]]], int]:
    """Return the rows that can be read with the index of their first line, and how many could not.

    After a row with wrong quotes reading goes on at the line after the one where that row began.
    """
    rows: list[tuple[int, list[str]]] = []
    wrong = start = 0
    while start < len(lines) and wrong <= RESTARTS:
        reader = dialect.rows(lines[start:])
        here = 0
        try:
            for row in reader:
                rows.append((start + here, row))
                here = reader.line_num  # type: ignore[attr-defined]  # csv's reader has it
            break
        except csv.Error:
            wrong += 1
            start += here + 1
    return rows, wrong


def _word(delimiter: str) -> str:
    return {"\t": "tab", NOTHING: "none"}.get(delimiter, delimiter)


def _preview(trial: Trial) -> str:
    shown = " / ".join(" | ".join(cell.strip() for cell in row[:6]) for _, row in trial.rows[:2])
    return f"{trial.width} {'column' if trial.width == 1 else 'columns'}: {shown[:120]}"
