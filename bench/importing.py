"""How fast a list of contacts goes in, beside the bare pipeline that would do the least of it, in the same run.

Ours reads the file, finds out what its columns mean, finds duplicates by e-mail, and writes contacts, companies, keys,
search index, journal and what undo needs. The bare pipeline reads the same file with csv.reader, folds name and e-mail,
leaves duplicates out through a set and a unique index, and writes one table with a sort and a search index.

Run: python -m bench.importing [ROWS] [RUNS] [file|server]
"""

import csv
import io
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg

from app import imports
from app import workspace as door
from app.sample_words import COMPANY_HEADS, FIRST_NAMES, LAST_NAMES
from bench.common import Pair, machine, timed
from db.folding import fold
from tests.helpers.postgres import PostgresServer, running_server
from tests.helpers.workspaces import drop_server_workspace

HEADER = ("First name", "Last name", "Email", "Phone", "Company", "City", "Source", "Created")
CITIES = ("Madrid", "Köln", "São Paulo", "Łódź", "New York")
DRY_ROWS = 10_000
COLUMNS = "first, last, email, phone, company, city, source, created, sort_key, search"
TABLE = f"CREATE TABLE people (id INTEGER PRIMARY KEY, {', '.join(f'{name} text' for name in COLUMNS.split(', '))})"


def make(path: Path, count: int) -> Path:
    """Write a file of contacts, of which one in a hundred has an earlier one's e-mail."""
    draw = random.Random(count)  # noqa: S311 - data for a bench
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        row: list[str] = []
        for number in range(count):
            if number % 100 == 99:
                writer.writerow([*row[:3], f"+34 7{number:08d}", *row[4:]])
                continue
            first, last = draw.choice(FIRST_NAMES), draw.choice(LAST_NAMES)
            firm = draw.randrange(2_000)
            row = [
                *(first, last, f"{fold(first)}.{fold(last)}{number}@example.com", f"+34 6{number:08d}"),
                *(f"{COMPANY_HEADS[firm % len(COMPANY_HEADS)]} {firm}", CITIES[number % len(CITIES)], "Trade fair"),
                f"2025-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            ]
            writer.writerow(row)
    return path


def folded(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a file with their sort key and search text, one for each e-mail."""
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        next(reader)
        for row in reader:
            email = fold(row[2])
            if email in seen:
                continue
            seen.add(email)
            name, firm = fold(f"{row[1]} {row[0]}"), fold(row[4])
            yield (*row, name, f"{name}|{email}|{firm}")


def bare_file(path: Path, target: Path) -> None:
    """Read the file into a bare SQLite database with its indexes."""
    target.unlink(missing_ok=True)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode = PERSIST")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(TABLE)
    connection.execute("CREATE UNIQUE INDEX by_email ON people (email)")
    connection.execute("CREATE INDEX by_name ON people (sort_key, id, search)")
    connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5 (search, content='people', content_rowid='id', tokenize='trigram')"
    )
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO people ({COLUMNS}) VALUES ({', '.join('?' * 10)})", folded(path))
    connection.execute("INSERT INTO found (rowid, search) SELECT id, search FROM people")
    connection.execute("COMMIT")
    connection.close()


def bare_server(path: Path, url: str) -> None:
    """Read the file into a bare PostgreSQL table through a staging table."""
    with psycopg.connect(url) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        connection.execute("DROP TABLE IF EXISTS people")
        connection.execute(TABLE.replace("INTEGER PRIMARY KEY", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"))
        connection.execute("CREATE UNIQUE INDEX by_email ON people (email)")
        connection.execute('CREATE INDEX by_name ON people (sort_key COLLATE "C", id)')
        connection.execute("CREATE INDEX found ON people USING gin (search gin_trgm_ops)")
        connection.execute("CREATE TEMPORARY TABLE staging (LIKE people)")
        connection.execute("ALTER TABLE staging DROP COLUMN id")
        with connection.cursor().copy(f"COPY staging ({COLUMNS}) FROM STDIN") as copy:
            buffer = io.StringIO()
            for row in folded(path):
                buffer.write("\t".join(row) + "\n")
                if buffer.tell() > 1 << 20:
                    copy.write(buffer.getvalue())
                    buffer = io.StringIO()
            copy.write(buffer.getvalue())
        connection.execute(
            f"INSERT INTO people ({COLUMNS}) SELECT {COLUMNS} FROM staging ON CONFLICT (email) DO NOTHING"
        )


def beside(name: str, fresh: Callable[[], Callable[[], object]], bare: Callable[[], object], runs: int) -> Pair:
    """Measure imports, each into a fresh workspace, and the bare pipeline in turn."""
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(timed(fresh()))
        theirs.append(timed(bare))
    return Pair(name, statistics.median(mine), statistics.median(theirs), max(mine))


def on_file(folder: Path, path: Path, count: int, runs: int) -> Pair:
    """Measure on a file."""
    template, target = folder / "template.tandem", folder / "target.tandem"
    door.create(str(template), "Bench", "Europe/Madrid", "EUR").close()

    def fresh() -> Callable[[], object]:
        for old in folder.glob("target.tandem*"):
            old.unlink()
        shutil.copyfile(template, target)
        return lambda: into(str(target), path, count)

    return beside(f"import {count:,} contacts, file", fresh, lambda: bare_file(path, folder / "bare.db"), runs)


def on_server(server: PostgresServer, path: Path, count: int, runs: int) -> Pair:
    """Measure on a server."""

    def fresh() -> Callable[[], object]:
        drop_server_workspace(server, "bench_import")
        url = server.create("bench_import")
        door.create(url, "Bench", "Europe/Madrid", "EUR").close()
        return lambda: into(url, path, count)

    bare = server.create("bench_bare")
    found = beside(f"import {count:,} contacts, server", fresh, lambda: bare_server(path, bare), runs)
    server.drop("bench_bare")
    return found


def into(url: str, path: Path, count: int) -> None:
    """Import the file as a person does, opening included."""
    with door.open_workspace(url) as workspace:
        answer = imports.run(workspace, path)
    if answer.rows_read != count or answer.import_id is None or answer.records["contacts"]["created"] < count * 0.98:
        raise SystemExit(answer.to_text())


def dry_run(folder: Path) -> float:
    """Return the median milliseconds of a dry run."""
    path, target = make(folder / "dry.csv", DRY_ROWS), folder / "dry.tandem"
    door.create(str(target), "Bench", "Europe/Madrid", "EUR").close()
    with door.open_workspace(str(target)) as workspace:
        imports.run(workspace, path, dry_run=True)
        return statistics.median(timed(lambda: imports.run(workspace, path, dry_run=True)) for _ in range(5))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    engines = sys.argv[3:] or ["file", "server"]
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"dry run of {DRY_ROWS:,} rows: {dry_run(folder):.0f} ms; promised < 1,500")
        path = make(folder / "contacts.csv", count)
        found = []
        if "file" in engines:
            found.append(on_file(folder, path, count, runs))
        if "server" in engines:
            with running_server() as server:
                found.append(on_server(server, path, count, runs))
        for one in found:
            rate = (
                f"{count / one.ours * 1000:,.0f} rows/s against {count / one.bare * 1000:,.0f}; promised ratio ≤ 2.00"
            )
            print(one.line(rate))


if __name__ == "__main__":
    main()
