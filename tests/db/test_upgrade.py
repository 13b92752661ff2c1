"""From one schema to the next, on both engines: once, whole or not at all, and nobody old writes afterwards."""

import gzip
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from app import contacts, finding, leads
from app import workspace as door
from app.errors import DamagedError, TooNewError, TooOldError
from app.fields import LEAD
from app.workspace import Workspace
from db import backup, roles, search, upgrade
from db.base import SCHEMA, Base
from db.engine import FileStore, ServerStore, Store, open_store
from tests.db.test_search import assert_found_alike
from tests.helpers import next_schema
from tests.helpers.commands import ROOT
from tests.helpers.next_schema import NEXT


@pytest.fixture
def owner_url(request: pytest.FixtureRequest, url: str) -> str:
    """The address by which a workspace is upgraded: on a server that of who may act as its owner."""
    if "://" not in url:
        return url
    server = request.getfixturevalue("postgres_server")
    found: str = server.url_of(url.rpartition("/")[2])
    return found


@pytest.fixture
def filled(url: str) -> str:
    """The address of a workspace with some leads in it."""
    with door.open_workspace(url) as opened:
        stages = list(opened.context().stages)
        for number in range(5):
            lead = opened.write(leads.create, {"name": f"Lead {number}"}).entries[0].id
            opened.write(leads.move, lead, stages[number % 3])
    return url


def counts(store: Store) -> dict[str, int]:
    with store.reading() as session:
        return {
            table.name: session.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
        }


def shape(store: Store) -> set[tuple[Any, ...]]:
    """Return all that stands in a workspace's database beside its rows: columns, indexes, triggers, rights."""
    statements = (
        ["SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"]
        if isinstance(store, FileStore)
        else [
            "SELECT event_object_table, trigger_name, event_manipulation, action_statement "
            "FROM information_schema.triggers",
            "SELECT table_name, column_name, privilege_type, count(*) FROM information_schema.column_privileges "
            "WHERE table_schema LIKE 'tandem%' GROUP BY 1, 2, 3",
            "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname LIKE 'tandem%'",
            "SELECT table_name, column_name, data_type, column_default, is_nullable, collation_name "
            "FROM information_schema.columns WHERE table_schema LIKE 'tandem%'",
        ]
    )
    with store.reading() as session:
        return {tuple(row) for statement in statements for row in session.execute(sa.text(statement))}


def names(found: set[tuple[Any, ...]]) -> set[Any]:
    return {row[:3] for row in found}


def test_every_row_trigger_index_and_right_is_still_there(
    filled: str, owner_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(owner_url)
    try:
        before, rows = shape(store), counts(store)
        next_schema.become(monkeypatch)
        assert upgrade.upgrade(store, backup.keep) == (SCHEMA, NEXT)
        assert counts(store) == rows
        missing = names(before) - names(shape(store))
        assert not missing
        with store.reading() as session:
            assert session.execute(sa.text("SELECT DISTINCT mood FROM leads")).scalars().all() == [5]
        assert backup.check(store) == []
        # Nothing to do the second time, and no second backup.
        assert upgrade.upgrade(store, backup.keep) == (NEXT, NEXT)
    finally:
        store.close()
    with door.open_workspace(filled) as opened:
        opened.write(leads.create, {"name": "After"})
        board = opened.read(leads.board)
    assert "After" in {card.name for column in board.columns for card in column.cards}


def test_a_backup_lies_beside_the_file(file_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    next_schema.become(monkeypatch)
    store = FileStore(Path(file_url))
    try:
        upgrade.upgrade(store, backup.keep)
    finally:
        store.close()
    (kept,) = Path(file_url + ".backups").iterdir()
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert connection.execute("SELECT schema FROM workspace").fetchone() == (SCHEMA,)


@pytest.mark.parametrize("step", [next_schema.fail_late, next_schema.lose_rows])
def test_what_fails_changes_nothing(filled: str, owner_url: str, monkeypatch: pytest.MonkeyPatch, step: Any) -> None:
    store = open_store(owner_url)
    try:
        before, rows = shape(store), counts(store)
        with monkeypatch.context() as patch:
            next_schema.become(patch, step)
            with pytest.raises((DamagedError, sa.exc.DBAPIError)):
                upgrade.upgrade(store, backup.keep)
        assert shape(store) == before
        assert counts(store) == rows
    finally:
        store.close()
    with door.open_workspace(filled) as opened:
        opened.write(leads.create, {"name": "Still"})


def test_one_of_six_upgrades_and_the_others_wait(filled: str, owner_url: str) -> None:
    del filled
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.next_schema", owner_url],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    answers = [one.communicate(timeout=120) for one in running]
    assert [one.returncode for one in running] == [0] * 6, answers
    found = [json.loads(out) for out, _ in answers]
    assert all(after == NEXT for _, after in found)
    store = open_store(owner_url)
    try:
        with store.reading() as session:
            assert session.execute(sa.text("SELECT schema, min_client FROM workspace")).one() == (NEXT, NEXT)
            assert session.execute(sa.text("SELECT count(*) FROM leads WHERE mood = 5")).scalar_one() == 5
    finally:
        store.close()


def test_who_is_older_reads_no_more_than_it_knows(
    workspace: Workspace, owner_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was connected all along, and one that comes later."""
    with monkeypatch.context() as patch:
        next_schema.become(patch)
        store = open_store(owner_url)
        try:
            upgrade.upgrade(store, backup.keep)
        finally:
            store.close()
    with pytest.raises(TooOldError, match="newer Tandem"):
        workspace.write(contacts.create, {"first_name": "Late"})
    assert workspace.read(contacts.first_page) == []
    with pytest.raises(TooNewError, match="update this program"):
        door.open_workspace(workspace.url)


def test_who_is_newer_asks_for_the_upgrade(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    next_schema.become(monkeypatch)
    with pytest.raises(TooOldError, match="tandem upgrade"):
        door.open_workspace(url)


def test_other_programs_can_look_but_not_write(file_url: str) -> None:
    with closing(sqlite3.connect(file_url)) as connection:
        assert connection.execute("SELECT count(*) FROM members").fetchone() == (1,)
        for table in Base.metadata.sorted_tables:
            with pytest.raises(sqlite3.OperationalError, match=f"tandem_client_{SCHEMA}"):
                connection.execute(f"DELETE FROM {table.name}")


KEPT = ROOT / "tests" / "fixtures" / "db_versions"


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_a_file_of_every_schema_opens(number: int, tmp_path: Path, file_template: Path) -> None:
    """What an early release wrote comes out of the upgrade as a new file is made."""
    path = tmp_path / "kept.tandem"
    path.write_bytes(gzip.decompress((KEPT / f"{number:04}.tandem.gz").read_bytes()))
    store, fresh = FileStore(path), FileStore(file_template, read_only=True)
    try:
        assert upgrade.upgrade(store, backup.keep) == (number, SCHEMA)
        assert shape(store) == shape(fresh)
        assert backup.check(store) == []
    finally:
        store.close()
        fresh.close()
    with door.open_workspace(str(path)) as opened:
        assert [row.name for row in opened.read(contacts.first_page)] == ["Ana Núñez", "Łukasz Ørsted", "木村 さくら"]
        assert_found_alike(opened)
        assert opened.read(finding.count, LEAD, "ez") == 1
        opened.write(contacts.create, {"first_name": "New"})
        assert_found_alike(opened)


COLUMNS = (
    "SELECT table_name, column_name, data_type, column_default, is_nullable, collation_name "
    "FROM information_schema.columns WHERE table_schema LIKE 'tandem%'"
)
LETTERS = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname LIKE 'tandem%' AND indexname LIKE '%letters'"


@pytest.mark.parametrize("number", range(1, SCHEMA + 1))
def test_the_server_s_tables_of_every_schema_become_those_of_today(
    number: int, server_url: str, new_database: Callable[..., str]
) -> None:
    store, fresh = ServerStore(new_database("kept")), ServerStore(server_url)
    try:
        with store.altering() as connection:
            connection.exec_driver_sql("CREATE EXTENSION pg_trgm")
            roles.make(connection)
            connection.exec_driver_sql((KEPT / f"{number:04}.sql").read_text("utf-8").replace("%", "%%"))
            connection.exec_driver_sql(
                "INSERT INTO workspace (id, schema, uuid, company, timezone, currency, working_hours, holidays, "
                f"created_at) VALUES (1, {number}, 'kept', 'Harbor', 'UTC', 'EUR', '{{}}', '[]', 0)"
            )
        assert upgrade.upgrade(store, backup.keep) == (number, SCHEMA)
        if number == SCHEMA:
            with store.altering() as connection:
                roles.guard(connection)
        with store.reading() as session:
            found = {tuple(row) for row in session.execute(sa.text(COLUMNS))}
            letters = session.execute(sa.text(LETTERS)).all()
        with fresh.reading() as session:
            wanted = {tuple(row) for row in session.execute(sa.text(COLUMNS))}
            wanted_letters = session.execute(sa.text(LETTERS)).all()
        assert found == wanted
        if number < SCHEMA:  # what is kept of a schema are its tables alone
            assert set(letters) == set(wanted_letters)
            assert len(letters) == len(search.SEARCHED)
    finally:
        with store.altering() as connection:
            roles.remove(connection)
        store.close()
        fresh.close()
