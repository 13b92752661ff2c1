"""Which row of a file names its columns, and what those names are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import KnownError
from app.importing.table import Choice

MAX_COLUMNS = 2_000
LOOKED_AT = 40
ENOUGH_FILLED = 0.6
LONG_NAME = 120
LONG_VALUE = 320
OFFERED = 4
NARROW = 3

Row = tuple[int, Sequence[str]]  # the line it starts on, its cells

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_NUMBER = re.compile(r"[-+(]?[\d.,'\s\u00a0]*\d[)%€$£]*")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?")
_PHONE = re.compile(r"\+?[\d()\s./-]{7,}")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Header:
    """The row of column names.

    Attributes:
        place: its place among the rows, -1 when the file names no columns.
        line: the line it starts on, 0 when there is none.
        names: the columns' names, unique.
        cells: the header's cells as they stand.
        question: what to ask when another row may be meant.
    """

    place: int
    line: int
    names: tuple[str, ...]
    cells: list[str]
    question: Choice | None


def find_header(rows: Sequence[Row], chosen: int | None, *, titled: bool = False) -> Header:
    """Find the row of column names among a file's first rows.

    Args:
        rows: the first rows, blank ones included.
        chosen: the line that a person named; 0 says that the file has no names.
        titled: whether the first filled row is known to be the header (a spreadsheet's own table).

    Raises:
        KnownError: when there is nothing in the rows, no row starts at the chosen line, or there are too many columns.
    """
    filled = [place for place, (_, cells) in enumerate(rows) if any(cell.strip() for cell in cells)]
    if not filled:
        raise KnownError("The file holds blank lines only: there is nothing to import.")
    if chosen is not None:
        return _make(rows, _chosen(rows, chosen), filled, None)
    place, sure = _find(rows, filled)
    if titled:
        place, sure = filled[0], True
    question = None
    if not sure:
        question = _question(rows, filled, place)
    return _make(rows, place, filled, question)


def unique_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return names for columns: white space tidied, an empty one by its place, a repeated one numbered."""
    names: list[str] = []
    taken: set[str] = set()
    for place, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"Column {place}"
        unique, number = name, 2
        while unique in taken:
            unique, number = f"{name} ({number})", number + 1
        taken.add(unique)
        names.append(unique)
    return tuple(names)


def looks_like_data(cell: str) -> bool:
    """Whether a cell holds a value rather than a column's name: an address, a date, a number, a phone."""
    cell = cell.strip()
    if len(cell) > LONG_VALUE:
        return False
    return _is_mail_or_date(cell) or is_number(cell) or bool(_PHONE.fullmatch(cell))


def is_number(cell: str) -> bool:
    """Whether a cell is an amount or count, however written."""
    return len(cell) <= LONG_VALUE and bool(_NUMBER.fullmatch(cell.strip()))


def _is_mail_or_date(cell: str) -> bool:
    return len(cell) <= LONG_VALUE and bool(_EMAIL.fullmatch(cell.strip()) or _DATE.fullmatch(cell.strip()))


def is_header_like(cells: Sequence[str]) -> bool:
    """Whether cells could all be names of columns: short, different, with letters, none a value."""
    given = [cell.strip() for cell in cells if cell.strip()]
    return len({cell.casefold() for cell in given}) == len(given) and all(
        len(cell) <= LONG_NAME and _LETTER.search(cell) and not looks_like_data(cell) for cell in given
    )


def _make(rows: Sequence[Row], place: int, filled: list[int], question: Choice | None) -> Header:
    below = [rows[at][1] for at in filled if at > place][:LOOKED_AT]
    cells = list(rows[place][1]) if place >= 0 else []
    while cells and not cells[-1].strip() and len(cells) > 1:
        if any(len(row) >= len(cells) and row[len(cells) - 1].strip() for row in below):
            break
        cells.pop()
    width = max(len(cells), _usual_width(below))
    if width > MAX_COLUMNS:
        raise KnownError(
            "The file has {width:,} columns; a list has {most:,} at most. Is it the right file, and its "
            "delimiter found right?",
            width=width,
            most=MAX_COLUMNS,
        )
    names = unique_names(cells + [""] * (width - len(cells)))
    return Header(place, rows[place][0] if place >= 0 else 0, names, cells, question)


def _usual_width(below: list[Sequence[str]]) -> int:
    """Return the number of cells up to the last that is filled in at least half of the rows with data."""
    widths = sorted((_extent(row) for row in below), reverse=True)
    return widths[len(widths) // 2] if widths else 0


def _extent(cells: Sequence[str]) -> int:
    return next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)


def _chosen(rows: Sequence[Row], line: int) -> int:
    if line == 0:
        return -1
    place = next((place for place, (start, _) in enumerate(rows) if start == line), None)
    if place is None or not any(cell.strip() for cell in rows[place][1]):
        raise KnownError("No row with names of columns starts on line {line}.", line=line)
    return place


def _find(rows: Sequence[Row], filled: list[int]) -> tuple[int, bool]:
    """Return the place of the header and whether that is certain."""
    first = filled[:LOOKED_AT]
    counts = {place: sum(1 for cell in rows[place][1] if cell.strip()) for place in first}
    most = max(counts.values())
    place = next(place for place in first if counts[place] >= ENOUGH_FILLED * most)
    index = first.index(place)
    grouped = index + 1 < len(first) and _is_group_row(rows, first, counts, index)
    if grouped:
        index += 1
        place = first[index]
    cells = [cell for cell in rows[place][1] if cell.strip()]
    if len(first) == 1 and len(cells) == 1:
        return place, False
    if any(_is_mail_or_date(cell) for cell in cells) or all(looks_like_data(cell) for cell in cells):
        return place, False
    above = first[:index]
    if not above or (grouped and len(above) == 1):
        return place, True
    parted = first[index - 1] + 1 < place
    lone = all(counts[other] == 1 for other in above)
    return place, lone and (most > NARROW or (parted and most > 1))


def _is_group_row(rows: Sequence[Row], first: list[int], counts: dict[int, int], index: int) -> bool:
    """Whether a row with gaps stands above the real header: all names below it, and values below those."""
    place, following = first[index], first[index + 1]
    names = rows[following][1]
    if counts[following] <= counts[place] or not is_header_like(names):
        return False
    values = [rows[at][1] for at in first[index + 2 : index + 12]]
    for column, name in enumerate(names):
        given = [row[column] for row in values if column < len(row) and row[column].strip()]
        if name.strip() and given and all(looks_like_data(cell) for cell in given):
            return True
    return False


def _question(rows: Sequence[Row], filled: list[int], place: int) -> Choice:
    at = filled.index(place)
    around = [place, *(other for other in filled[max(0, at - 2) : at + 3] if other != place)][:OFFERED]
    choices = [
        (str(rows[other][0]), " | ".join(c.strip() for c in rows[other][1] if c.strip())[:120]) for other in around
    ]
    choices.append(("0", "none: the first row already holds a record"))
    return Choice("header_line", "Which line of this file holds the names of its columns?", tuple(choices))
