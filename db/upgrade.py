"""Making a workspace's tables, and bringing older ones up to date.

An upgrade is one transaction that holds the whole workspace: whoever comes second finds it done. What a table
rebuild loses without a word (triggers, rows of children) is put back or counted; a backup that was read back lies
beside the file before the first step.
"""

from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

import db.models  # noqa: F401 - the tables register themselves with the base
from db import roles, search
from db.base import SCHEMA, Base
from db.engine import FileStore, ServerStore, Store, is_server
from db.errors import DamagedError, RefusedError, TooNewError, TooOldError

APPLICATION = 0x544E444D
"""What the header of a workspace's file says it is (SQLite's application id): TNDM."""


def create_schema(connection: Connection) -> None:
    """Make every table and index of a new workspace in the transaction of `connection`."""
    Base.metadata.create_all(connection)
    search.install(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        guard_file(connection, SCHEMA)
        _keep_agreements(connection)


def create_on_server(url: str, seed: Callable[[Connection, str], None]) -> None:
    """Make every table of a new workspace in an empty database, and its first member's row.

    Raises:
        RefusedError: there is a workspace already, or the login may not make roles.
    """
    store = ServerStore(url)
    try:
        with store.altering() as connection:
            _make_on_server(connection)
            seed(connection, str(connection.exec_driver_sql("SELECT session_user").scalar_one()))
            roles.guard(connection)
    finally:
        store.close()


def _make_on_server(connection: Connection) -> None:
    if connection.exec_driver_sql(f"SELECT to_regnamespace('{roles.SCHEMA}') IS NOT NULL").scalar_one():
        raise RefusedError("There is a workspace in that database already. Open it, or choose another database.")
    connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    roles.make(connection)
    create_schema(connection)


def create_empty(url: str) -> Store:
    """Make a workspace without a single row, for a copy, and return it open.

    Raises:
        RefusedError: there is something there already.
    """
    if is_server(url):
        create_on_server(url, lambda connection, login: None)  # noqa: ARG005 - nothing is written yet
        return ServerStore(url)
    path = Path(url)
    if path.exists():
        raise RefusedError("There is something at {path} already. Choose another name.", path=path)
    store = FileStore(path, create=True)
    try:
        with store.altering() as connection:
            create_schema(connection)
    except BaseException:
        store.close()
        raise
    return store


def discard(url: str) -> None:
    """Remove what `create_empty` made, after a copy that failed."""
    if not is_server(url):
        path = Path(url)
        for name in (path.name, f"{path.name}-journal", f"{path.name}.queue"):
            path.with_name(name).unlink(missing_ok=True)
        return
    store = ServerStore(url)
    try:
        with store.altering() as connection:
            roles.remove(connection)
    finally:
        store.close()


def guard_file(connection: Connection, min_client: int) -> None:
    """Let only programs write that know at least the schema `min_client`.

    The triggers name a function that only such programs have; it is looked for as a statement is prepared, and never
    called.
    """
    for table in Base.metadata.sorted_tables:
        for act in ("insert", "update", "delete"):
            name = f"{table.name}_client_{act}"
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
            connection.exec_driver_sql(
                f"CREATE TRIGGER {name} BEFORE {act.upper()} ON {table.name} "
                f"BEGIN SELECT tandem_client_{min_client}() WHERE 0; END"
            )


def _keep_agreements(connection: Connection) -> None:
    """Let nobody change a published version of the agreement, nor what belongs to it.

    A copy may bring its parts: they were written before it was published.
    """
    published = "EXISTS (SELECT 1 FROM agreements WHERE id = {row}.agreement_id AND published_at {when})"
    wanted = {
        f"agreements_keep_{act}": f"BEFORE {act.upper()} ON agreements WHEN OLD.published_at IS NOT NULL"
        for act in ("update", "delete")
    }
    for table in roles.PARTS_OF_AGREEMENTS:
        later = published.format(row="NEW", when="< NEW.recorded_at")
        wanted[f"{table}_keep_insert"] = f"BEFORE INSERT ON {table} WHEN {later}"
        done = published.format(row="OLD", when="IS NOT NULL")
        for act in ("update", "delete"):
            wanted[f"{table}_keep_{act}"] = f"BEFORE {act.upper()} ON {table} WHEN {done}"
    for name, when in wanted.items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, 'this version is published'); END"
        )


def number_of(connection: Connection) -> int:
    """Return the number of the schema that a workspace has.

    Raises:
        DamagedError: it is no workspace.
    """
    try:
        row = connection.exec_driver_sql("SELECT schema FROM workspace").one_or_none()
    except DBAPIError as error:
        raise DamagedError("That is not a Tandem workspace.") from error
    if row is None:
        raise DamagedError("That workspace is empty: making it was broken off. Make it again.")
    return int(row.schema)


def check(schema: int, min_client: int) -> None:
    """Raise unless this program may work on a workspace of that schema.

    Raises:
        TooNewError: only later programs may.
        TooOldError: it has to be brought up to date first.
    """
    if min_client > SCHEMA:
        raise TooNewError(
            "This workspace was upgraded by a newer Tandem (schema {schema}; this program knows "
            "{known}). Please update this program; nothing was changed.",
            schema=schema,
            known=SCHEMA,
        )
    if schema < SCHEMA:
        raise TooOldError(
            "This workspace was made by an older Tandem (schema {schema}; this program needs {known}). "
            "Ask who looks after it to run “tandem upgrade” once; a backup is made first.",
            schema=schema,
            known=SCHEMA,
        )


def explain(store: Store) -> None:
    """Raise what is wrong with a workspace that could not be read, if it is its schema."""
    with store.engine.connect() as connection:
        try:
            row = connection.exec_driver_sql("SELECT schema, min_client FROM workspace").one_or_none()
        except DBAPIError:
            return
    if row is not None:
        check(int(row.schema), int(row.min_client))


def upgrade(store: Store, keep: Callable[[Store, str], object]) -> tuple[int, int]:
    """Bring a workspace up to date and return the numbers of its schema before and after.

    `keep` is called before anything changes, with the store and a word for why, and makes a backup.

    Raises:
        TooNewError: it is newer than this program.
        BusyError: others hold it.
        DamagedError: rows went missing on the way; nothing was changed.
    """
    with store.engine.connect() as connection:
        before = number_of(connection)
    _refuse_newer(before)
    if before == SCHEMA:
        return before, before
    keep(store, f"schema-{before}")
    with store.altering() as connection:
        found = number_of(connection)
        _refuse_newer(found)
        if found < SCHEMA:
            _migrate(connection, found)
    return before, SCHEMA


def _refuse_newer(found: int) -> None:
    if found > SCHEMA:
        check(found, found)


def _migrate(connection: Connection, found: int) -> None:
    from alembic.migration import MigrationContext  # noqa: PLC0415 - only an upgrade needs it
    from alembic.operations import Operations  # noqa: PLC0415 - as above

    from db.migrations import MIGRATIONS  # noqa: PLC0415 - as above

    operations = Operations(MigrationContext.configure(connection))
    before = _counts(connection)
    allowed: dict[str, int] = {}
    min_client = found
    for step in MIGRATIONS:
        if step.number > found:
            step.run(operations)
            min_client = max(min_client, step.min_client)
            for table, more in step.rows.items():
                allowed[table] = allowed.get(table, 0) + more
    _compare(before, _counts(connection), allowed)
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise DamagedError(
                "The upgrade would have left {count} rows without what they belong to; undone.", count=len(broken)
            )
        search.install(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    # The guards still know the old number: written first, they would refuse nobody this program must not be.
    connection.exec_driver_sql(f"UPDATE workspace SET schema = {SCHEMA}, min_client = {min_client}")
    if connection.dialect.name == "sqlite":
        guard_file(connection, min_client)
    else:
        roles.guard(connection)


def _counts(connection: Connection) -> dict[str, int]:
    names = sa.inspect(connection).get_table_names(schema=None if connection.dialect.name == "sqlite" else roles.SCHEMA)
    wanted = [name for name in names if "_search" not in name]
    if connection.dialect.name != "sqlite":
        wanted.append("journal")
    return {name: int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()) for name in wanted}


def _compare(before: dict[str, int], after: dict[str, int], allowed: dict[str, int]) -> None:
    for table, count in before.items():
        left = after.get(table)
        if left is None and table not in allowed:
            raise DamagedError("The upgrade would have lost {table}; everything is as it was.", table=table)
        if left is not None and abs(left - count) > allowed.get(table, 0):
            raise DamagedError(
                "The upgrade would have left {left} rows of {count} in {table}; everything is as it was.",
                left=left,
                count=count,
                table=table,
            )


def stamping_off(connection: Connection) -> None:
    """Let rows be written with the stamps that they bring, for a copy."""
    if connection.dialect.name != "sqlite":
        roles.switch_stamps(connection, on=False)


def stamping_on(connection: Connection) -> None:
    """End what `stamping_off` began."""
    if connection.dialect.name != "sqlite":
        roles.switch_stamps(connection, on=True)
