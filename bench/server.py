"""Moving a lead, reading the board, exporting, seeing a colleague's change on a server: beside the bare driver.

python -m bench.server [CONTACTS] [LEADS]
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

import psycopg

from app import finding, leads
from app import workspace as door
from app.fields import LEAD
from app.workspace import Workspace
from bench.common import Pair, machine, pair
from bench.fill import fill
from bench.store import shared
from db.connect import connection_options
from tests.helpers.postgres import running_server
from tests.helpers.workspaces import new_server_workspace

Link = psycopg.Connection[Any]


def move(opened: Workspace, link: Link) -> Pair:
    """A move with gate, journal, op-id and feed, beside the same rows written by hand in one transaction."""
    stages = [stage.id for stage in opened.context().board()][:5]
    number = opened.read(finding.ids, LEAD)[0]
    turn, other = iter(range(10**9)), iter(range(10**9))

    def bare() -> None:
        at = next(other)
        with link.transaction():
            link.execute("SELECT * FROM leads WHERE id = %s FOR UPDATE", [number + 1])
            link.execute(
                "UPDATE leads SET stage_id = %s, rank = %s WHERE id = %s", [stages[at % 5], f"z{at}", number + 1]
            )
            link.execute("UPDATE stays SET left_at = 1 WHERE lead_id = %s AND left_at IS NULL", [number + 1])
            link.execute(
                "INSERT INTO stays (lead_id, stage_id, entered_at) VALUES (%s, %s, 1)", [number + 1, stages[at % 5]]
            )
            link.execute("INSERT INTO ops (op, act, subject) VALUES (%s, 'lead.move', '')", [f"b{at}"])
            link.execute(
                "INSERT INTO journal (op, act, kind, record_id, fields) VALUES (%s, 'lead.move', 'lead', %s, '{}')",
                [f"b{at}", number + 1],
            )

    return pair("move a lead", lambda: opened.write(leads.move, number, stages[next(turn) % 5]), bare, runs=60)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    open_leads = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with running_server() as server, tempfile.TemporaryDirectory() as folder:
        name, url = new_server_workspace(server)
        with door.open_workspace(url) as opened:
            fill(opened, count, open_leads)
        with psycopg.connect(server.url_of(name), autocommit=True) as root:
            root.execute("VACUUM ANALYZE")
        print(machine(), f"{count} contacts, {open_leads} open leads, server")
        with (
            door.open_workspace(url) as opened,
            psycopg.connect(**connection_options(url, 1), autocommit=True) as link,
        ):
            print(move(opened, link).line("promise: 2 trips"))
            shared(opened, link.execute, Path(folder), 300)


if __name__ == "__main__":
    main()
