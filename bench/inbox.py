"""The inbox of one member of a busy workspace, beside the bare reading of the same rows.

python -m bench.inbox [LEADS [file|server]]

Half the leads were handed over once, and 60 of these handoffs wait for the member; a tenth of the contacts have a task,
of which the member owes a twentieth; 40 notes name the member and were not read, among many that were.
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.orm import Session

from app import inbox
from app import workspace as door
from app.workspace import Workspace
from bench.common import machine, pair
from bench.fill import fill, put
from bench.scores import DEFINITION
from db.connect import connection_options
from db.journal import in_bulk
from db.models import Activity, Handoff, Mention, Task
from db.types import to_micros
from tests.helpers.agreeing import version
from tests.helpers.postgres import running_server
from tests.helpers.workspaces import new_server_workspace

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)  # a Wednesday
MINUTE = 60_000_000
DAY = 24 * 60 * MINUTE
WAITING = 60
NAMED = 40
BARE = (
    "SELECT h.id, h.sent_at, l.name, c.name, l.score FROM handoffs h JOIN leads l ON l.id = h.lead_id "
    "JOIN contacts c ON c.id = l.contact_id WHERE h.answered_at IS NULL AND h.to_member_id = 1",
    "SELECT t.id, t.title, t.due_at, c.name FROM tasks t JOIN contacts c ON c.id = t.record_id "
    "WHERE t.done_at IS NULL AND t.owner_id = 1 AND t.deleted_at IS NULL ORDER BY t.due_at LIMIT 200",
    "SELECT m.id, a.text, c.name FROM mentions m JOIN activities a ON a.id = m.activity_id "
    "JOIN contacts c ON c.id = a.record_id WHERE m.member_id = 1 AND m.read_at IS NULL AND m.deleted_at IS NULL",
)
"""What the inbox stands on alone: no marks, no clocks, no disputes, no absences, no count of what is late."""


@in_bulk
def _busy(session: Session, contacts: int, leads: int) -> None:
    draw = random.Random(leads)  # noqa: S311 - data for a bench
    now = to_micros(NOW)
    members = tuple(session.info["context"].members)
    me, others = members[0], members[1:]

    def handoffs() -> Iterator[tuple[Any, ...]]:
        for number in range(1, leads + 1, 2):
            if number // 2 < WAITING:
                yield (
                    number,
                    draw.choice(others),
                    "sales",
                    me,
                    now - draw.randrange(120) * MINUTE,
                    480,
                    None,
                    None,
                    None,
                )
            else:
                sent = now - draw.randrange(1, 360) * DAY
                by = draw.choice(members)
                yield number, draw.choice(others), "sales", by, sent, 480, "accepted", sent + 60 * MINUTE, by

    columns = ("lead_id", "from_member_id", "to_team", "to_member_id", "sent_at", "answer_minutes")
    put(session, Handoff, (*columns, "answer", "answered_at", "answered_by"), handoffs())
    due = (
        ("contact", number, "Call back", draw.choice(members), now + draw.randrange(-60, 60) * DAY, now - 90 * DAY)
        for number in range(1, contacts + 1, 10)
    )
    put(session, Task, ("kind", "record_id", "title", "owner_id", "due_at", "created_at"), due)
    first = session.info["store"].allocate_ids(session, Activity.__table__, contacts // 10)
    notes = (
        (first + n, "contact", n + 1, "note", "Could you look at this?", draw.choice(others), now - n * MINUTE)
        for n in range(contacts // 10)
    )
    put(session, Activity, ("id", "kind", "record_id", "type", "text", "member_id", "at"), notes)
    named = (
        (first + n, me if n < NAMED else draw.choice(members), None if n < NAMED else now)
        for n in range(contacts // 10)
    )
    put(session, Mention, ("activity_id", "member_id", "read_at"), named)


def prepared(opened: Workspace, leads: int) -> None:
    """Fill a workspace whose first member has much to do."""
    fill(opened, leads, leads, 0.9)
    version(opened, 1, DEFINITION, published=NOW - timedelta(days=30), mql_points=20, halving_days=30)
    opened.write(_busy, leads, leads)


def measure(opened: Workspace, bare: Callable[[], object], engine: str) -> None:
    """Print a line, and what was found."""
    found = pair(f"inbox, {engine}", partial(opened.read, inbox.found), bare, runs=15)
    print(found.line("promise: < 100 ms"))
    got = opened.read(inbox.found)
    groups = {group: sum(one.group == group for one in got.items) for group in {one.group for one in got.items}}
    print(f"  {groups}, {got.overdue} leads late")


def on_file(leads: int) -> None:
    """Measure in a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.tandem"
        with door.create(str(path), "Bench", "Europe/Madrid", "EUR", clock=lambda: NOW) as opened:
            prepared(opened, leads)
            link = sqlite3.connect(path)
            measure(opened, lambda: [link.execute(one).fetchall() for one in BARE], "file")
            link.close()


def on_server(leads: int) -> None:
    """Measure on a server."""
    with running_server() as server:
        name, url = new_server_workspace(server)
        with door.open_workspace(url, clock=lambda: NOW) as opened:
            prepared(opened, leads)
            with psycopg.connect(server.url_of(name), autocommit=True) as root:
                root.execute("VACUUM ANALYZE")
            with psycopg.connect(**connection_options(url, 1), autocommit=True) as link:
                measure(opened, lambda: [link.execute(one).fetchall() for one in BARE], "server")


def main() -> None:
    """Measure on both engines, or on one."""
    leads = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(machine(), f"{leads} contacts and leads")
    for engine, run in (("file", on_file), ("server", on_server)):
        if engine in sys.argv[2:] or not sys.argv[2:]:
            run(leads)


if __name__ == "__main__":
    main()
