"""How many rows a second the import's readers give, beside bare csv.reader on the same file in the same run.

Run: python -m bench.reading [ROWS]
"""

import csv
import gzip
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.importing.reading import open_table
from app.importing.table import FileOptions

HEADER = ["First name", "Last name", "Email", "Phone", "Company", "City", "Source", "Stage", "Created"]
PLACES = ["Madrid", "Köln", "São Paulo", "Łódź", "New York"]


def rows(count: int) -> list[list[str]]:
    return [
        [
            f"Name{number % 997}", f"Family{number % 4999}", f"person{number}@example.com", f"+34600{number:06d}",
            f"Company {number % 8191}, Ltd" if number % 10 == 0 else f"Company {number % 8191}",
            PLACES[number % len(PLACES)], "Trade fair", "Qualified", f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        ]
        for number in range(count)
    ]  # fmt: skip


def make(folder: Path, count: int) -> dict[str, Path]:
    data = rows(count)
    files = {"clean utf-8 csv": folder / "clean.csv"}
    with files["clean utf-8 csv"].open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *data])
    text = files["clean utf-8 csv"].read_text(encoding="utf-8")
    files["the same, .gz"] = folder / "packed.csv.gz"
    files["the same, .gz"].write_bytes(gzip.compress(text.encode(), 5))
    files["cp1252, semicolons"] = folder / "western.csv"
    with files["cp1252, semicolons"].open("w", encoding="cp1252", newline="", errors="replace") as stream:
        csv.writer(stream, delimiter=";").writerows([HEADER, *data])
    files["notes of several lines"] = folder / "notes.csv"
    with files["notes of several lines"].open("w", encoding="utf-8", newline="") as stream:
        noted = ([*row[:-1], "two\nlines"] if place % 4 == 0 else row for place, row in enumerate(data))
        csv.writer(stream).writerows([HEADER, *noted])
    files["one row in 100 ragged"] = folder / "ragged.csv"
    with files["one row in 100 ragged"].open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [HEADER, *(row[:-1] if place % 100 == 0 else row for place, row in enumerate(data))]
        )
    files["xlsx"] = folder / "book.xlsx"
    write_book(files["xlsx"], data[: count // 5])
    files["vcf"] = folder / "cards.vcf"
    with files["vcf"].open("w", encoding="utf-8", newline="") as stream:
        for row in data[: count // 20]:
            stream.write(
                f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{row[1]};{row[0]};;;\r\nFN:{row[0]} {row[1]}\r\nEMAIL:{row[2]}\r\n"
                f"TEL;TYPE=WORK:{row[3]}\r\nORG:{row[4]}\r\nADR:;;Main St 1;{row[5]};;;\r\nEND:VCARD\r\n"
            )
    return files


def write_book(path: Path, data: list[list[str]]) -> None:
    import openpyxl  # noqa: PLC0415 - heavy, and of use here only

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Contacts")
    sheet.append(HEADER)
    for row in data:
        sheet.append(row)
    book.save(path)


def bare(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def read(path: Path) -> int:
    table = open_table(path, FileOptions())
    return sum(len(chunk.lines) for chunk in table.chunks())


def timed(work: Callable[[Path], int], path: Path, repeats: int = 3) -> tuple[int, float]:
    best = float("inf")
    count = 0
    for _ in range(repeats):
        start = time.perf_counter()
        count = work(path)
        best = min(best, time.perf_counter() - start)
    return count, best


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    with tempfile.TemporaryDirectory() as folder:
        files = make(Path(folder), count)
        total, base = timed(bare, files["clean utf-8 csv"])
        print(f"{'bare csv.reader, clean utf-8 csv':40}{total / base:12,.0f} rows/s")
        for name, path in files.items():
            total, seconds = timed(read, path)
            print(f"{name:40}{total / seconds:12,.0f} rows/s   {total / seconds / (count / base):5.2f} of bare")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
