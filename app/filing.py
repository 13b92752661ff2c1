"""Rows written to a file, as text or as a sheet."""

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.errors import RefusedError

_SHEET_ROWS = 1_048_575
_CELL = 32_767


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give the place to write to, so that a file stands under its name only when it is whole; what stood there stays.

    What is no file, such as a pipe, is written to as it is.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def text_file(path: Path, names: Sequence[str], found: Iterator[Sequence[Any]]) -> int:
    """Write a csv file, its heads first, and return the count of rows."""
    # With the mark in front, spreadsheets take the file for what it is.
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)

        def counted() -> Iterator[Sequence[Any]]:
            nonlocal count
            for row in found:
                count += 1
                yield row

        writer.writerows(counted())
    return count


def sheet_file(path: Path, title: str, names: Sequence[str], found: Iterator[Sequence[Any]]) -> int:
    """Write a workbook of one sheet in which no text is a formula, and return the count of rows.

    Raises:
        RefusedError: it is more than a sheet holds.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and only sheets need it

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    try:
        count = _fill_sheet(sheet, names, found)
    except BaseException:
        # Left open, the library's half-written sheet complains whenever it is cleared away.
        sheet.close()
        raise
    book.save(path)
    return count


def _fill_sheet(sheet: Any, names: Sequence[str], found: Iterator[Sequence[Any]]) -> int:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - heavy, and only sheets need it

    sheet.append(list(names))
    count = 0
    for row in found:
        count += 1
        if count > _SHEET_ROWS:
            raise RefusedError("A spreadsheet holds at most 1,048,575 rows. Export as csv instead.")
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=_sheet_text(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text is a text, whatever it begins with
            cells.append(cell)
        sheet.append(cells)
    return count


def _sheet_text(value: str) -> str:
    """Return text as a sheet can hold it: characters that XML forbids in the spreadsheets' own notation."""
    if len(value) > _CELL:
        raise RefusedError("A text is longer than a spreadsheet's cell can hold. Export as csv instead.")
    if value.isprintable():
        return value
    return "".join(letter if letter in "\t\n" or letter >= " " else f"_x{ord(letter):04X}_" for letter in value)
