"""Writing rows: guarded, and stamped where the database does not stamp by itself."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Table
from sqlalchemy.orm import Session

from db.base import Base, Stamped
from db.errors import ConflictError
from db.journal import write_of

T = TypeVar("T")
_A_FEW = 100


def table_of(model: type[Base]) -> Table:
    """Return a model's table."""
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - every model here is a plain table
    return table


def fetched(
    session: Session, statement: sa.Select[*tuple[Any, ...]] | sa.TextClause, parameters: dict[str, Any] | None = None
) -> list[tuple[Any, ...]]:
    """Return rows as the driver gives them, numbers and text as stored.

    For ten thousand rows and more: with an object a row, the collector of garbage looks through all of them again and
    again, which takes several times as long as the database does.
    """
    result = session.connection().execute(statement, parameters)
    found = [] if result.cursor is None else result.cursor.fetchall()
    result.close()
    return list(found)


def made(
    connection: sa.Connection, statement: Any, make: Callable[[Iterable[Any]], T], parameters: dict[str, Any] | None
) -> list[T]:
    """Return what `make` makes of each row, whose numbers and texts are as stored.

    A few at a time: with two objects a row at once, the collector of garbage has twice as much to look through.
    """
    result, found = connection.execute(statement, parameters), list[T]()
    while result.cursor is not None and (some := result.cursor.fetchmany(_A_FEW)):
        found.extend(map(make, some))
    result.close()
    return found


def by_name(row: sa.Row[*tuple[Any, ...]]) -> Mapping[str, Any]:
    """Return a row's columns by their names."""
    return row._mapping  # type: ignore[return-value]  # noqa: SLF001 - public in SQLAlchemy in spite of its name; the names are texts


def insert(session: Session, model: type[Base], values: dict[str, Any]) -> int:
    """Write one row and return its id."""
    result: Any = session.execute(sa.insert(model).values(**_stamped(session, model, values)))
    return int(result.inserted_primary_key[0])


def insert_all(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> None:
    """Write rows whose ids nobody needs to know, in one statement."""
    if rows:
        session.execute(_insertion(table_of(model)), [_stamped(session, model, row) for row in rows])


def update(session: Session, model: type[Base], record_id: int, version: int, values: dict[str, Any]) -> None:
    """Change one row if it still has the version it was read with.

    Raises:
        ConflictError: somebody else wrote it meanwhile.
    """
    changes = dict(values)
    write = write_of(session)
    if not session.info["store"].stamps and issubclass(model, Stamped):
        changes |= {"version": version + 1, "updated_at": write.now, "updated_by": write.member_id}
    values = {"_id": record_id, "_version": version, **changes}
    result = session.execute(_guarded(table_of(model), tuple(changes)), values)
    # A pipelined statement has no count yet (-1); its row was locked when the version was read.
    if getattr(result, "rowcount", -1) == 0:
        raise ConflictError("A colleague changed this record at the same moment; open it again and repeat.")


@cache
def _guarded(table: Table, columns: tuple[str, ...]) -> sa.Update:
    """Return the guarded statement for these columns; putting it together costs more than running it."""
    return (
        sa.update(table)
        .where(table.c.id == sa.bindparam("_id"), table.c.version == sa.bindparam("_version"))
        .values({column: sa.bindparam(column) for column in columns})
    )


@cache
def _insertion(table: Table) -> sa.Insert:
    return sa.insert(table).inline()  # nothing comes back: a server need not be waited for


def _stamped(session: Session, model: type[Base], values: dict[str, Any]) -> dict[str, Any]:
    if session.info["store"].stamps or not issubclass(model, Stamped):
        return values
    write = write_of(session)
    now, member = write.now, write.member_id
    return {
        "recorded_at": now,
        "recorded_by": member,
        "updated_at": now,
        "updated_by": member,
        "version": 1,
    } | values
