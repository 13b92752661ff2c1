"""Moving a lead, reading the board, exporting, seeing a colleague's change on a server: beside the bare driver.

python -m bench.server [CONTACTS] [LEADS]
"""

import csv
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import psycopg

from app import exporting, finding, leads
from app import workspace as door
from app.fields import CONTACT, LEAD
from app.workspace import Workspace
from bench.common import Pair, machine, pair
from bench.fill import fill
from bench.store import change_seen
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


def board(opened: Workspace, link: Link) -> Pair:
    """All open leads as cards, beside the same columns fetched by the bare driver."""
    statement = (
        "SELECT l.id, l.version, l.stage_id, l.rank, l.name, c.name, l.value, l.currency, l.owner_id, m.name, l.score, "
        "l.next_step, l.due_at, l.entered_at, l.created_at, l.state FROM leads l "
        "LEFT JOIN companies c ON c.id = l.company_id LEFT JOIN members m ON m.id = l.owner_id "
        "WHERE l.state = 'open' AND l.deleted_at IS NULL ORDER BY l.stage_id, l.rank, l.id"
    )
    return pair("board, all open leads", lambda: opened.read(leads.board), lambda: link.execute(statement).fetchall())


def export(opened: Workspace, link: Link, folder: Path) -> Pair:
    """All contacts as csv, beside csv.writer over a bare cursor with the same columns."""
    with opened.reading() as session:
        heads = exporting.heads(session, CONTACT)
    statement = (
        "SELECT 'x', t.id, t.external_id, t.first_name, t.last_name, t.name, t.emails::text, t.phones::text, co.name, "
        "t.job_title, t.street, t.city, t.postcode, t.country, t.language, t.source, ca.name, m.email, t.tags::text, "
        "t.created_at, t.updated_at FROM contacts t LEFT JOIN companies co ON co.id = t.company_id "
        "LEFT JOIN campaigns ca ON ca.id = t.campaign_id LEFT JOIN members m ON m.id = t.owner_id "
        "WHERE t.deleted_at IS NULL ORDER BY t.id"
    )

    def bare() -> None:
        with (folder / "bare.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(heads)
            writer.writerows(link.execute(statement))

    return pair(
        "export contacts as csv",
        lambda: exporting.export(opened, "contacts", "csv", folder / "ours.csv"),
        bare,
        runs=5,
    )


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
            print(board(opened, link).line("promise: ratio <= 1.3"))
            print(export(opened, link, Path(folder)).line("promise: ratio <= 1.43 (0.7 of the bare speed)"))
        delays = change_seen(url)
        print(
            f"a colleague's change seen: median {statistics.median(delays):.0f} ms, max {delays[-1]:.0f} ms  "
            "promise: < 300"
        )


if __name__ == "__main__":
    main()
