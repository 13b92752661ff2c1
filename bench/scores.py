"""Lists in the order of the score, the counts of a draft, the gate of a move and a note that counts, beside the bare.

python -m bench.scores [CONTACTS [LEADS [file|server]]]

Bare is the same page by a stored number, one pass over all leads by a stored number for what a draft finds, or the
writes of a move and of a note alone, without journal or judgement.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

import psycopg

from app import contact_rows, feed, finding, leads
from app import workspace as door
from app.agreement.counts import counts
from app.agreement.effects import effects
from app.agreement.terms import terms
from app.fields import LEAD
from app.workspace import Workspace
from bench.common import machine, pair, timed
from bench.fill import fill
from db.base import SCHEMA
from db.connect import connection_options
from tests.helpers.agreeing import Condition, version
from tests.helpers.postgres import running_server
from tests.helpers.workspaces import new_server_workspace

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAGE = 50
DEFINITION = (
    Condition("has:source"),
    Condition("source:web", points=30),
    Condition("value>=20000", points=20),
    Condition("city:Madrid or city:Berlin", points=15),
    Condition("has:email", points=5),
    Condition("did:call", points=25, fades=True),
)
CHANGED = (Condition("source:web", points=40),)
BARE_PAGE = "SELECT id FROM leads WHERE deleted_at IS NULL ORDER BY score DESC, id DESC LIMIT 50"
BARE_LIST = (
    "SELECT c.id, c.name, l.score FROM leads l JOIN contacts c ON c.id = l.contact_id "
    "WHERE l.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY l.score DESC, c.id DESC LIMIT 50"
)
BARE_COUNT = (
    "SELECT score, count(*), count(won_at), count(CASE WHEN source = 'web' THEN 1 END), "
    "count(CASE WHEN value >= 20000 THEN 1 END) FROM leads WHERE deleted_at IS NULL GROUP BY score"
)
BARE_MOVE = "UPDATE leads SET entered_at = entered_at + 1, rank = rank || 'V' WHERE id = 1"
BARE_NOTE = (
    "INSERT INTO activities (kind, record_id, type, text, at, recorded_at, updated_at, version) "
    "VALUES ('lead', 2, 'note', 'Called', 1, 1, 1, 1)"
)


def measure(opened: Workspace, bare: Callable[[str], object], engine: str) -> None:
    """Print a line for each."""
    told = timed(partial(version, opened, 1, DEFINITION, published=NOW, mql_points=20, halving_days=30))
    print(f"{'publishing, every lead scored anew, ' + engine:<58} ours {told:9.2f} ms")
    page = partial(opened.read, finding.first_ids, LEAD, "", "-score", PAGE)
    print(pair(f"leads by score, first page, {engine}", page, partial(bare, BARE_PAGE)).line("promise: < 150 ms"))
    asked = partial(opened.read, finding.first_ids, LEAD, "score>=60", "-score", PAGE)
    print(pair(f"leads of score>=60, first page, {engine}", asked, partial(bare, BARE_PAGE)).line("promise: < 150 ms"))
    people = partial(opened.read, contact_rows.first_page, "", "-score", PAGE)
    print(pair(f"contacts by score, first page, {engine}", people, partial(bare, BARE_LIST)).line("promise: < 150 ms"))
    old = opened.context().agreement
    assert old is not None
    clauses = (*DEFINITION[:1], *CHANGED, *DEFINITION[2:])
    new = opened.read(terms, version(opened, 2, clauses, mql_points=25, halving_days=30, based_on_id=old.id))
    assert new is not None
    counted = partial(opened.read, counts, new, "mql", old)
    print(pair(f"what a draft's definition finds, {engine}", counted, partial(bare, BARE_COUNT)).line())
    weighed = partial(opened.read, effects, old, new)
    print(pair(f"what each change does by itself, {engine}", weighed, partial(bare, BARE_COUNT)).line())
    stages = cycle([one.id for one in opened.context().board() if one.milestone in {"lead", "mql"}][:2])
    one = opened.read(finding.first_ids, LEAD, "has:source stage:new", "-score", 1)[0]

    def move() -> object:
        return opened.write(leads.move, one, next(stages))

    print(pair(f"a move that the agreement judges, {engine}", move, partial(bare, BARE_MOVE), 15).line())

    def note() -> object:
        return opened.write(feed.add, "lead", one, "call", "Called")

    print(pair(f"a call that counts, {engine}", note, partial(bare, BARE_NOTE), 15).line())


def on_file(contacts: int, count: int) -> None:
    """Measure in a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.tandem"
        with door.create(str(path), "Bench", "Europe/Madrid", "EUR", clock=lambda: NOW) as opened:
            fill(opened, contacts, count)
            link = sqlite3.connect(path, isolation_level=None)
            link.create_function(f"tandem_client_{SCHEMA}", 0, lambda: 1)  # old programs are kept out by asking for it
            link.execute("PRAGMA synchronous=FULL")
            measure(opened, lambda text: link.execute(text).fetchall(), "file")
            link.close()


def on_server(contacts: int, count: int) -> None:
    """Measure on a server."""
    with running_server() as server:
        name, url = new_server_workspace(server)
        with door.open_workspace(url, clock=lambda: NOW) as opened:
            fill(opened, contacts, count)
            with psycopg.connect(server.url_of(name), autocommit=True) as root:
                root.execute("VACUUM ANALYZE")
            with psycopg.connect(**connection_options(url, 1), autocommit=True) as link:

                def bare(text: str) -> Any:
                    made = link.execute(text)
                    return made.fetchall() if made.description else None

                measure(opened, bare, "server")


def main() -> None:
    """Measure on both engines, or on one."""
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else contacts // 10
    print(machine(), f"{contacts} contacts, {count} leads")
    for engine, run in (("file", on_file), ("server", on_server)):
        if engine in sys.argv[3:] or not sys.argv[3:]:
            run(contacts, count)


if __name__ == "__main__":
    main()
