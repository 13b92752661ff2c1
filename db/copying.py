"""A whole workspace carried from one kind of database to the other, history included.

Rows travel as they are stored, with their numbers, versions and stamps; what is derived (search indexes, sequences)
is made anew at the target.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.orm import Session

import db.models  # noqa: F401 - the tables register themselves with the base
from db import upgrade
from db.base import Base
from db.engine import FileStore, ServerStore, Store
from db.errors import DamagedError

BATCH = 5_000


def copy(source: Store, target_url: str) -> dict[str, int]:
    """Copy every row of a workspace into a new one; return the count of rows a table.

    Raises:
        KnownError: something stands at the target already, or it cannot be made.
        DamagedError: what arrived is not what left.
    """
    with source.reading() as session:
        snapshot(session)
        counts: dict[str, int] = {}
        target = upgrade.create_empty(target_url)
        try:
            with target.altering() as connection, Session(connection) as into:
                into.info["store"] = target
                upgrade.stamping_off(connection)
                for table in Base.metadata.sorted_tables:
                    counts[table.name] = _copy_table(session, into, target, table)
                _finish(connection, target)
                upgrade.stamping_on(connection)
                _compare(connection, counts)
        except BaseException:
            target.close()
            upgrade.discard(target_url)
            raise
        target.close()
    return counts


def snapshot(session: Session) -> None:
    """Make all that follows in a read see one moment."""
    connection = session.connection()
    if isinstance(session.info["store"], FileStore):
        connection.exec_driver_sql("BEGIN")
    else:
        connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")


def _copy_table(source: Session, into: Session, target: Store, table: Table) -> int:
    names = [column.name for column in table.columns]
    statement = sa.select(*(_stored(column) for column in table.columns)).order_by(*table.primary_key.columns)
    count = 0
    found = source.execute(statement)
    while rows := found.fetchmany(BATCH):
        target.bulk_insert(into, table, names, [tuple(row) for row in rows])
        count += len(rows)
    return count


def _stored(column: sa.Column[Any]) -> Any:
    """Return a column as both engines' drivers write it: numbers and text."""
    if isinstance(column.type, sa.JSON | sa.Date):
        return sa.cast(column, sa.Text)
    if isinstance(column.type, sa.Boolean):
        return sa.case((column.is_(None), None), (column, 1), else_=0)
    if isinstance(column.type, sa.types.TypeDecorator):
        return sa.type_coerce(column, sa.BigInteger)
    return column


def _finish(connection: Connection, target: Store) -> None:
    if not isinstance(target, ServerStore):
        return
    for table in Base.metadata.sorted_tables:
        if "id" in table.c and table.name != "workspace":
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), "
                f"(SELECT COALESCE(MAX(id), 0) + 1 FROM {table.name}), false)"
            )
    connection.exec_driver_sql(
        "SELECT setval('tandem_log.journal_number', (SELECT COALESCE(MAX(seq), 0) + 1 FROM journal), false)"
    )
    # Accounts of the old place mean nobody here; whoever makes the copy goes on as its first admin.
    connection.exec_driver_sql("UPDATE members SET login = NULL")
    connection.exec_driver_sql(
        "UPDATE members SET login = session_user WHERE id = "
        "(SELECT MIN(id) FROM members WHERE active AND role = 'admin')"
    )


def _compare(connection: Connection, counts: dict[str, int]) -> None:
    for table in Base.metadata.sorted_tables:
        arrived = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        if arrived != counts[table.name]:
            raise DamagedError(
                "Of {count} rows of {table} only {arrived} arrived, so the copy was not kept.",
                count=counts[table.name],
                table=table.name,
                arrived=arrived,
            )
