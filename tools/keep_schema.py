"""Keeps what a release makes of today's schema, for the tests of later ones: `python -m tools.keep_schema`.

Run once when a schema is released; what is kept is never written again, since people have such files.
"""

import gzip
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from app import contacts, leads
from app import workspace as door
from db.base import SCHEMA, Base

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "fixtures" / "db_versions"
_PEOPLE = (("Ana", "Núñez"), ("Łukasz", "Ørsted"), ("木村", "さくら"))


def server_tables() -> str:
    """Return the statements that make the tables and indexes of today on a server."""
    dialect = postgresql.dialect()
    found = []
    for table in Base.metadata.sorted_tables:
        found.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        found += [
            str(CreateIndex(index).compile(dialect=dialect)).strip()
            for index in sorted(table.indexes, key=lambda one: str(one.name))
            if getattr(index, "_ddl_if", None) is None
        ]
    return ";\n".join(found) + ";\n"


def small_file(path: Path) -> None:
    """Make a workspace with a little of everything that a schema has to carry on."""
    moment = datetime(2026, 1, 5, 9, tzinfo=UTC)
    door.create(str(path), "Harbor Coffee Co", "Europe/Madrid", "EUR", "Ada Admin", clock=lambda: moment).close()
    with door.open_workspace(str(path), as_member="Ada Admin", clock=lambda: moment) as opened:
        people = [
            opened.write(
                contacts.create,
                {"first_name": first, "last_name": last, "emails": [f"{number}@harbor.example"], "tags": ["kept"]},
            )
            .entries[0]
            .id
            for number, (first, last) in enumerate(_PEOPLE)
        ]
        lead = opened.write(leads.create, {"name": "First order", "contact": people[0], "value": "1200.50"})
        opened.write(leads.move, lead.entries[0].id, list(opened.context().stages)[2])


def main() -> int:
    """Write both files of today's schema unless they are there."""
    KEPT.mkdir(parents=True, exist_ok=True)
    file, tables = KEPT / f"{SCHEMA:04}.tandem.gz", KEPT / f"{SCHEMA:04}.sql"
    if file.exists() or tables.exists():
        print(f"Schema {SCHEMA} is kept already.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kept.tandem"
        small_file(path)
        file.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    tables.write_text(server_tables(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
