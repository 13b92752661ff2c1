"""Reports over many leads with their history, beside the bare statement that answers the same.

python -m bench.reports [LEADS]
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from app import reports
from app import workspace as door
from bench.common import machine, pair
from bench.fill import fill, filled
from db.connect import connection_options
from tests.helpers.postgres import running_server
from tests.helpers.workspaces import new_server_workspace

NAMES = tuple(reports.REPORTS)

CLOSED = 0.9
# The least that a database has to do for the same figures: what is counted there is counted, what needs a median is
# fetched.
BARE = {
    "conversion": "SELECT source, count(lead_at), count(mql_at), count(sal_at), count(sql_at), count(opportunity_at), "
    "count(customer_at) FROM leads WHERE deleted_at IS NULL GROUP BY source",
    "flow": "SELECT stage_id, count(*) FROM stays GROUP BY stage_id",
    "lead-velocity": "SELECT mql_at / 2592000000000, count(*) FROM leads WHERE mql_at IS NOT NULL GROUP BY 1",
    "wins": "SELECT source, won_at, lost_at, value FROM leads WHERE state <> 'open' AND deleted_at IS NULL",
    "cycle": "SELECT source, lead_at, mql_at, sql_at, won_at FROM leads WHERE won_at IS NOT NULL AND deleted_at IS NULL",
    "stage-time": "SELECT stage_id, lead_id, entered_at, left_at FROM stays ORDER BY stage_id, lead_id",
    "velocity": "SELECT state, currency, opportunity_at, won_at, value FROM leads WHERE state = 'won'",
    "speed": "SELECT id, created_at, (SELECT min(at) FROM activities a WHERE a.kind = 'lead' AND a.record_id = leads.id "
    "AND direction = 'out') FROM leads WHERE deleted_at IS NULL",
    "goals": "SELECT count(*) FROM leads WHERE won_at IS NOT NULL",
    "coverage": "SELECT currency, count(*), sum(value) FROM leads WHERE state = 'open' AND deleted_at IS NULL "
    "GROUP BY currency",
    "pipeline": "SELECT stage_id, currency, count(*), sum(value) FROM leads WHERE state = 'open' AND deleted_at IS NULL "
    "GROUP BY stage_id, currency",
    "acceptance": "SELECT answer, count(*) FROM handoffs GROUP BY answer",
    "promises": "SELECT count(*) FROM handoffs",
    "bad-leads": "SELECT reason_id, answer, count(*) FROM handoffs GROUP BY reason_id, answer",
    "disagreement": "SELECT week, marketer_vote, seller_vote FROM polls",
}


def measure(url: str, run: Callable[[str], Any], engine: str) -> None:
    with door.open_workspace(url) as opened:
        for name in NAMES:
            statement = BARE[name]
            by = "source" if name in {"conversion", "wins", "cycle"} else None
            found = pair(
                f"{name}{f' by {by}' if by else ''}, {engine}",
                partial(opened.read, reports.report, name, by=by),
                partial(run, statement),
                runs=7,
            )
            print(found.line("promise: < 60 ms"))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(machine(), f"{count} leads with history")
    with tempfile.TemporaryDirectory() as folder:
        url = filled(Path(folder) / "bench.tandem", 1_000, count, CLOSED)
        bare = sqlite3.connect(url)
        measure(url, lambda statement: bare.execute(statement).fetchall(), "file")
        bare.close()
    with running_server() as server:
        name, url = new_server_workspace(server)
        with door.open_workspace(url) as opened:
            fill(opened, 1_000, count, CLOSED)
        with psycopg.connect(server.url_of(name), autocommit=True) as root:
            root.execute("VACUUM ANALYZE")
        with psycopg.connect(**connection_options(url, 1), autocommit=True) as link:
            measure(url, lambda statement: link.execute(statement).fetchall(), "server")


if __name__ == "__main__":
    main()
