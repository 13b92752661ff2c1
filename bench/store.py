"""Moving a lead, reading the board, exporting, seeing a colleague's change: beside the bare database.

python -m bench.store [CONTACTS] [LEADS]
"""

import csv
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from app import contacts, exporting, finding, leads
from app import workspace as door
from app.fields import CONTACT, LEAD
from app.workspace import Workspace
from bench.common import Pair, machine, pair
from bench.fill import filled
from db.base import SCHEMA

PRAGMAS = ("journal_mode=PERSIST", "synchronous=FULL", "mmap_size=0", "temp_store=MEMORY", "cache_size=-32768")


def bare(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.create_function("tandem_bulk", 0, lambda: 0)
    connection.create_function(f"tandem_client_{SCHEMA}", 0, lambda: 1)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def move(url: str) -> Pair:
    """A move with gate, journal, op-id and feed, beside the same rows written by hand."""
    with door.open_workspace(url) as opened:
        stages = [stage.id for stage in opened.context().board()][:5]
        number = opened.read(finding.ids, LEAD)[0]
        turn = iter(range(10**9))
        connection = bare(url)
        seq = iter(range(opened.latest() + 10**6, 10**12))
        version = 10**6

        def ours() -> None:
            opened.write(leads.move, number, stages[next(turn) % 5])

        def theirs() -> None:
            nonlocal version
            at = next(seq)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("SELECT * FROM leads WHERE id = ?", (number + 1,)).fetchone()
            connection.execute(
                "UPDATE leads SET stage_id = ?, rank = ?, entered_at = ?, version = ? WHERE id = ?",
                (stages[at % 5], f"z{at}", at, at, number + 1),
            )
            connection.execute("UPDATE stays SET left_at = ? WHERE lead_id = ? AND left_at IS NULL", (at, number + 1))
            connection.execute(
                "INSERT INTO stays (lead_id, stage_id, entered_at) VALUES (?, ?, ?)", (number + 1, stages[at % 5], at)
            )
            connection.execute("INSERT INTO ops (op, act, subject) VALUES (?, 'x', '')", (f"b{at}",))
            connection.execute(
                "INSERT INTO journal (id, seq, op, act, kind, record_id, fields) SELECT MAX(id) + 1, MAX(id) + 1, ?, 'x', "
                "'bench', 1, '{}' FROM journal",
                (f"b{at}",),
            )
            connection.execute("COMMIT")

        found = pair("move a lead", ours, theirs, runs=60)
        connection.close()
    return found


BOARD = (
    "SELECT l.id, l.version, l.stage_id, l.rank, l.name, c.name, l.value, l.currency, l.owner_id, m.name, l.score, "
    "l.next_step, l.due_at, l.entered_at, l.created_at, l.state, l.source, l.campaign_id, l.contact_id "
    "FROM leads l LEFT JOIN companies c ON c.id = l.company_id LEFT JOIN members m ON m.id = l.owner_id "
    "WHERE l.state = 'open' AND l.deleted_at IS NULL ORDER BY l.stage_id, l.rank, l.id"
)
CONTACTS = (
    "SELECT 'x', t.id, t.external_id, t.first_name, t.last_name, t.name, CAST(t.emails AS TEXT), CAST(t.phones AS TEXT), "
    "co.name, t.job_title, t.street, t.city, t.postcode, t.country, t.language, t.source, ca.name, m.email, "
    "CAST(t.tags AS TEXT), t.created_at, t.updated_at FROM contacts t LEFT JOIN companies co ON co.id = t.company_id "
    "LEFT JOIN campaigns ca ON ca.id = t.campaign_id LEFT JOIN members m ON m.id = t.owner_id "
    "WHERE t.deleted_at IS NULL ORDER BY t.id"
)
Run = Callable[[str], Any]
"""Executes a statement on the bare driver and returns its cursor."""


def board(opened: Workspace, run: Run) -> Pair:
    """All open leads as cards, beside the same columns fetched by the bare driver."""
    return pair("board, all open leads", lambda: opened.read(leads.board), lambda: run(BOARD).fetchall())


def export(opened: Workspace, run: Run, folder: Path) -> Pair:
    """All contacts as csv, beside csv.writer over a bare cursor with the same columns."""
    with opened.reading() as session:
        heads = exporting.heads(session, CONTACT)

    def theirs() -> None:
        with (folder / "bare.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(heads)
            writer.writerows(run(CONTACTS))

    return pair(
        "export contacts as csv",
        lambda: exporting.export(opened, "contacts", "csv", folder / "ours.csv"),
        theirs,
        runs=5,
    )


def shared(opened: Workspace, run: Run, folder: Path, seen_within: int) -> None:
    """Measure and print what both engines are measured by."""
    print(board(opened, run).line("promise: ratio <= 1.3"))
    print(export(opened, run, folder).line("promise: ratio <= 1.43 (0.7 of the bare speed)"))
    delays = change_seen(opened.url)
    print(
        f"a colleague's change seen: median {statistics.median(delays):.0f} ms, max {delays[-1]:.0f} ms  "
        f"promise: < {seen_within}"
    )


def change_seen(url: str) -> list[float]:
    """Return the milliseconds from a commit to its arrival at a colleague's watch."""
    delays: list[float] = []
    arrived = threading.Event()
    stop = threading.Event()
    with door.open_workspace(url) as here, door.open_workspace(url) as there:
        watcher = threading.Thread(target=there.watch, args=(there.latest(), lambda _: arrived.set(), stop))
        watcher.start()
        number = here.read(finding.ids, CONTACT)[0]
        for turn in range(20):
            time.sleep(0.05)
            arrived.clear()
            here.write(contacts.edit, number, {"city": f"c{turn}-{time.monotonic_ns()}"})
            began = time.perf_counter()
            arrived.wait(10)
            delays.append((time.perf_counter() - began) * 1000)
        stop.set()
        watcher.join()
    return sorted(delays)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    open_leads = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        url = filled(Path(folder) / "bench.tandem", count, open_leads)
        print(machine(), f"{count} contacts, {open_leads} open leads, file")
        print(move(url).line("promise: ratio <= 3"))
        with closing(bare(url)) as connection, door.open_workspace(url) as opened:
            shared(opened, connection.execute, Path(folder), 1000)


if __name__ == "__main__":
    main()
