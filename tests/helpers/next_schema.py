"""A program of the next release, for tests of upgrading: it knows one schema more and how to get there.

As a process, `python -m tests.helpers.next_schema ADDRESS` upgrades a workspace and prints the numbers before and
after, or what is wrong.
"""

import json
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

from db import backup, base, filestore, migrations, serverstore, upgrade
from db.engine import FileStore, is_server, open_store
from db.errors import KnownError

NEXT = base.SCHEMA + 1


def rebuild_leads(operations: Operations) -> None:
    """Do what loses most on SQLite: build a table anew that has children, triggers and an index outside it."""
    with operations.batch_alter_table("leads", recreate="auto") as batch:
        batch.add_column(sa.Column("mood", sa.BigInteger(), server_default="5", nullable=False))
        batch.alter_column("name", existing_type=sa.Text(), existing_server_default="", nullable=False)


def fail_late(operations: Operations) -> None:
    """Change much, then fail."""
    rebuild_leads(operations)
    operations.create_table("half_done", sa.Column("id", sa.Integer(), primary_key=True))
    operations.execute("SELECT no_such_function()")


def lose_rows(operations: Operations) -> None:
    """Change a table and lose rows of another on the way."""
    operations.execute("DELETE FROM stays WHERE id = (SELECT min(id) FROM stays)")


def become(patch: Any, step: Any = rebuild_leads) -> None:
    """Make this process the next release; `patch` is pytest's monkeypatch or `set_for_good`."""
    for module in (base, filestore, serverstore, upgrade, backup):
        patch.setattr(module, "SCHEMA", NEXT)
    patch.setattr(migrations, "MIGRATIONS", (migrations.Migration(NEXT, step, min_client=NEXT),))


class _ForGood:
    setattr = staticmethod(setattr)


def main(url: str) -> int:
    """Upgrade a workspace as the next release."""
    become(_ForGood)
    store = open_store(url) if is_server(url) else FileStore(Path(url))
    try:
        sys.stdout.write(json.dumps(upgrade.upgrade(store, backup.keep)))
    except KnownError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}")
        return 1
    finally:
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
