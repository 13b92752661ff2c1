"""A replay of twelve months over many leads with a history of edits, beside the bare reading of the same rows.

python -m bench.replay [LEADS]
"""

import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from app import workspace as door
from app.agreement import replay
from app.workspace import Workspace
from bench.common import machine, pair
from bench.fill import fill
from db.base import SCHEMA
from db.connect import connection_options
from db.types import to_micros
from tests.helpers.agreeing import Condition, version
from tests.helpers.postgres import running_server
from tests.helpers.workspaces import new_server_workspace

NOW = datetime(2025, 12, 31, 12, tzinfo=UTC)
CLOSED = 0.9
DEFINITION = (
    Condition("city:Madrid or city:Berlin or city:Oslo or city:Paris"),
    Condition("has:email"),
    Condition("source:web", points=30),
    Condition("value>=20000", points=20),
    Condition("tag:demo", points=25),
    Condition("tag:webinar", points=15, fades=True),
)
CHANGES: tuple[tuple[str, Any, Any], ...] = (
    ("source", "event", "web"),
    ("value", "100.00", "30000.00"),
    ("tags", ["demo"], []),
    ("tags", ["webinar"], []),
    ("note", "", "Called"),
)
COLUMNS = ("id", "seq", "op", "at", "act", "kind", "record_id", "fields")
BARE = (
    "SELECT id, created_at, won_at, lost_at, source, value, tags, contact_id FROM leads WHERE deleted_at IS NULL",
    "SELECT at, record_id, fields FROM journal WHERE kind = 'lead'",
    "SELECT id, city, emails FROM contacts",
)


def edits(leads: int) -> Iterator[tuple[Any, ...]]:
    """Yield what the journal would hold of two edits of each lead, on average, in the order of `COLUMNS`."""
    draw = random.Random(leads)  # noqa: S311 - data for a bench
    first = to_micros(datetime(2025, 1, 1, tzinfo=UTC))
    last = to_micros(NOW) - first
    for number in range(1_000, 1_000 + leads * 2):
        name, before, after = draw.choice(CHANGES)
        fields = json.dumps({name: {"before": before, "after": after}})
        at = first + draw.randrange(last)
        yield number, number, f"bench{number}", at, "leads.edit", "lead", draw.randrange(1, leads + 1), fields


def prepared(opened: Workspace, leads: int) -> int:
    """Fill a workspace and return the id of the draft."""
    fill(opened, leads // 2, leads, CLOSED)
    before = version(opened, 1, DEFINITION, published=NOW, mql_points=20)
    return version(opened, 2, DEFINITION, mql_points=30, based_on_id=before)


def measure(opened: Workspace, draft: int, bare: Callable[[], object], engine: str) -> None:
    """Print a line."""
    found = pair(f"replay, {engine}", partial(opened.read, replay.replay, draft), bare, runs=5)
    print(found.line("promise: < 3000 ms"))
    with opened.reading() as session:
        made = replay.replay(session, draft)
    print(
        f"  {made.leads} leads, MQLs {made.before.ready} -> {made.after.ready}, missed {len(made.missed)} of {made.won}"
    )


def main() -> None:
    """Measure on both engines."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(machine(), f"{count} leads with two edits each")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.tandem"
        with door.create(str(path), "Bench", "Europe/Madrid", "EUR", clock=lambda: NOW) as opened:
            draft = prepared(opened, count)
            link = sqlite3.connect(path)
            link.create_function(f"tandem_client_{SCHEMA}", 0, lambda: 1)  # old programs are kept out by asking for it
            link.executemany(
                f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", edits(count)
            )
            link.commit()
            measure(opened, draft, lambda: [link.execute(one).fetchall() for one in BARE], "file")
            link.close()
    with running_server() as server:
        name, url = new_server_workspace(server)
        with door.open_workspace(url, clock=lambda: NOW) as opened:
            draft = prepared(opened, count)
            with psycopg.connect(server.url_of(name), autocommit=True) as root:
                root.execute("SET session_replication_role = replica")  # the journal stamps no moments of its own
                with root.cursor().copy(f"COPY tandem_log.journal ({', '.join(COLUMNS)}) FROM STDIN") as copy:
                    for line in edits(count):
                        copy.write_row(line)
                root.execute("VACUUM ANALYZE")
            with psycopg.connect(**connection_options(url, 1), autocommit=True) as wire:
                measure(opened, draft, lambda: [wire.execute(one).fetchall() for one in BARE], "server")


if __name__ == "__main__":
    main()
