"""Pages and searches over many contacts, beside the bare statement and beside a scan with LIKE.

python -m bench.query [CONTACTS] [file|server]
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psycopg

from app import contacts, finding
from app import workspace as door
from app.fields import CONTACT
from app.workspace import Workspace
from bench.common import machine, pair
from bench.fill import fill, filled
from db.connect import connection_options
from tests.helpers.postgres import running_server
from tests.helpers.workspaces import new_server_workspace

PAGE = 50


@dataclass(frozen=True, slots=True)
class Bare:
    """The database's own driver: `run` executes, `mark` stands for a parameter."""

    run: Callable[[str, tuple[Any, ...]], list[Any]]
    mark: str

    def page(self) -> list[Any]:
        """Return what a first page needs, fetched by nobody but the driver."""
        return self.run(
            "SELECT t.id, t.name, t.job_title, t.emails, t.phones, t.city, t.source, t.owner_id, t.tags, t.created_at, "
            "co.name FROM (SELECT id, sort_key FROM contacts WHERE deleted_at IS NULL ORDER BY sort_key, id LIMIT 50) f "
            "JOIN contacts t ON t.id = f.id LEFT JOIN companies co ON co.id = t.company_id ORDER BY t.sort_key, t.id",
            (),
        )

    def ids(self) -> list[Any]:
        """Return all ids in the order of names."""
        return self.run("SELECT id FROM contacts WHERE deleted_at IS NULL ORDER BY sort_key, id", ())

    def scan(self, word: str) -> list[Any]:
        """Search as programs without an index of letters do: each row, each column, with LIKE, sorted after."""
        columns = ("name", "CAST(emails AS text)", "CAST(phones AS text)", "search")
        tests = " OR ".join(f"{column} LIKE {self.mark}" for column in columns)
        return self.run(
            f"SELECT id FROM contacts WHERE deleted_at IS NULL AND ({tests}) ORDER BY last_name, id LIMIT {PAGE}",
            (f"%{word}%",) * len(columns),
        )


def words(count: int) -> dict[str, str]:
    """Return words by how often they are met."""
    return {
        "none": "zzyzx",
        "one or few": f"{count // 2}@example",
        "1 in 1,000": "+34 6123",
        "1 in 60": "hiroshi",
        "all": "example",
        "two letters": "zo",
        "of another script": "木",
        "first and last name": "hiroshi santos",
    }


def queries(count: int) -> dict[str, str]:
    """Return queries that a filter bar makes."""
    return {
        "two words": "hiroshi example",
        "city, 1 in 4": "city:madrid",
        "city, without a tag": "city:madrid -tag:student",
        "one of two sources": "(source:web or source:event)",
        "whole e-mail": f"email=nobody{count // 2}@example.com",
        "part of an e-mail": f"email:{count // 2}@",
        "name of a company": "company:17",
        "first name": "first_name:hiroshi",
        "no such name": "first_name:zzyzx",
        "a month": "created:2025-06",
        "without a phone": "-has:phone",
        "without a lead": "-has:stage",
        "a word among clauses": "example city:oslo source:web",
    }


def measure(opened: Workspace, bare: Bare, count: int, engine: str) -> None:
    """Print a line for each page, search and query."""
    found = pair(f"first page by name, {engine}", lambda: opened.read(contacts.first_page), bare.page)
    print(found.line())
    found = pair(f"ids of all by name, {engine}", lambda: opened.read(contacts.ids), bare.ids, runs=5)
    print(found.line())
    limit = "promise: ratio <= 0.02" if engine == "file" else "promise: < 80 ms"
    for name, word in words(count).items():
        found = pair(
            f"search, {name} ({opened.read(finding.count, CONTACT, word)}), {engine}",
            partial(opened.read, finding.first_ids, CONTACT, word, "name", PAGE),
            partial(bare.scan, word),
            runs=9,
        )
        print(found.line(limit), flush=True)
    for name, query in queries(count).items():
        found = pair(
            f"{name} ({opened.read(finding.count, CONTACT, query)}), {engine}",
            partial(opened.read, contacts.first_page, query),
            bare.page,
            runs=5,
        )
        print(found.line(), flush=True)


def on_file(count: int) -> None:
    """Measure a file."""
    with tempfile.TemporaryDirectory() as folder:
        url = filled(Path(folder) / "bench.tandem", count)
        link = sqlite3.connect(url)
        link.execute("PRAGMA cache_size=-32768")
        with door.open_workspace(url) as opened:
            measure(opened, Bare(lambda text, given: link.execute(text, given).fetchall(), "?"), count, "file")
        link.close()


def on_server(count: int) -> None:
    """Measure a server of our own."""
    with running_server() as server:
        name, url = new_server_workspace(server)
        with door.open_workspace(url) as opened:
            fill(opened, count)
        with psycopg.connect(server.url_of(name), autocommit=True) as root:
            root.execute("VACUUM ANALYZE")
        with (
            psycopg.connect(**connection_options(url, 1), autocommit=True) as link,
            door.open_workspace(url) as opened,
        ):
            bare = Bare(lambda text, given: link.execute(text, given or None).fetchall(), "%s")
            measure(opened, bare, count, "server")


def main() -> None:
    """Measure one engine, or both."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    engines = sys.argv[2:] or ["file", "server"]
    print(machine(), f"{count} contacts")
    if "file" in engines:
        on_file(count)
    if "server" in engines:
        on_server(count)


if __name__ == "__main__":
    main()
