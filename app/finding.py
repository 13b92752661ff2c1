"""From the text of a query to rows: the condition, the first page, all ids, one page of ids."""

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import scores
from app.errors import UsageError, Word
from app.fields import Kind
from db import nearest, search
from db.rows import table_of
from db.textual import unindexed

if TYPE_CHECKING:
    from app.query import Query

_BY_NAME = {"": False, "name": False, "-name": True}
"""The sorts along the names: whether backwards."""


def condition_of(session: Session, kind: Kind, text: str) -> sa.ColumnElement[bool]:
    """Return the one SQL condition that a query stands for; true for an empty one.

    Raises:
        QueryError: the query cannot be read; it says where.
    """
    query = _parsed(kind, text)
    return sa.true() if query is None else query.condition(session)


def first_condition(session: Session, kind: Kind, text: str, sort: str = "", limit: int = 0) -> sa.ColumnElement[bool]:
    """Return the condition that a query stands for, as it serves best where only the first few in order are wanted.

    Where they are the first `limit` by a `sort`, others need not meet it.

    Raises:
        QueryError: the query cannot be read; it says where.
    """
    query = _parsed(kind, text)
    if query is None:
        return sa.true()
    first = _first_by_name(session, kind, query, sort, limit) if limit else None
    if first is not None:
        return search.among(table_of(kind.table), first)
    condition = query.condition(session)
    return condition if query.only_words else search.first(session, table_of(kind.table), condition)


def _parsed(kind: Kind, text: str) -> "Query | None":
    if not text.strip():
        return None
    from app.query import parse  # noqa: PLC0415 - an empty search needs no grammar

    return parse(text, kind.name)


def _first_by_name(session: Session, kind: Kind, query: "Query", sort: str, limit: int) -> Sequence[int] | None:
    """Return the first records by name that hold some words, None where something else is asked for, or is quicker."""
    if not query.words or sort not in _BY_NAME:
        return None
    return nearest.first(session, table_of(kind.table), query.words, limit, backwards=_BY_NAME[sort])


def ids(session: Session, kind: Kind, query: str = "", sort: str = "name") -> Sequence[int]:
    """Return the ids of all records that a query meets, in order."""
    return list(
        ids_along(session, kind, query, lambda along_names: order(session, kind, sort, along_names=along_names), sort)
    )


def ids_along(
    session: Session, kind: Kind, query: str, ordered: Callable[[bool], tuple[Any, ...]], sort: str
) -> Sequence[int]:
    """Return the ids of all records that a query meets in the order of a sort, told whether to go along the names."""
    parsed = _parsed(kind, query)
    if parsed is None:
        return every(session, _met(kind, sa.true()).order_by(*ordered(True)))
    if parsed.words and sort in _BY_NAME:
        statement = nearest.every(session, table_of(kind.table), parsed.words, backwards=_BY_NAME[sort])
        if statement is not None:
            return every(session, statement)
    # Where more than the index tells is asked for, all rows are read once as they lie, and sorted then: along the names
    # each would be read from another place.
    wanted = ordered(parsed.only_words)
    return every(session, _met(kind, parsed.condition(session)).order_by(*wanted))


def _met(kind: Kind, condition: sa.ColumnElement[bool]) -> sa.Select[int]:
    table = table_of(kind.table)
    return sa.select(table.c.id).where(table.c.deleted_at.is_(None), condition)


def every(session: Session, statement: sa.Select[*tuple[Any, ...]]) -> "array[int]":
    """Return the ids that are the one column of a statement without a limit, all of them, in its order."""
    found: array[int] = session.info["store"].numbers(session, statement)
    return found


def count(session: Session, kind: Kind, query: str = "") -> int:
    """Return how many records a query meets."""
    model: Any = kind.model
    statement = sa.select(sa.func.count()).select_from(model)
    statement = statement.where(model.deleted_at.is_(None), condition_of(session, kind, query))
    return int(session.execute(statement).scalar_one())


def order(session: Session, kind: Kind, sort: str, *, along_names: bool = True) -> tuple[Any, ...]:
    """Return the ORDER BY of a sort: a field's name, with a minus in front for the other way round.

    Without `along_names` no index gives the order of names.
    """
    model: Any = kind.model
    backwards = sort.startswith("-")
    name = sort.removeprefix("-")
    if name in {"name", ""}:
        names = model.sort_key if along_names else unindexed(model.sort_key)
        return (names.desc(), model.id.desc()) if backwards else (names, model.id)
    column = getattr(model, _sortable(kind, name))
    if kind.name == "lead" and name == "score":
        column = scores.column(session.info["context"])
    if backwards:
        return (column.desc().nulls_last(), model.id.desc())
    return (column.asc().nulls_last(), model.id.asc())


def _sortable(kind: Kind, name: str) -> str:

    one = kind.fields.get(name)
    if one is None or not one.column or one.type == "list":
        names = ", ".join(spec.name for spec in kind.fields.values() if spec.column and spec.type != "list")
        raise UsageError(
            "{kinds} cannot be sorted by “{name}”. Sort by one of: {names}.",
            kinds=Word(kind.plural.capitalize()),
            name=name,
            names=names,
        )
    return one.column


def first_ids(session: Session, kind: Kind, query: str, sort: str, limit: int) -> Sequence[int]:
    """Return the ids of the first records that a query meets, in order."""
    parsed = _parsed(kind, query)
    first = _first_by_name(session, kind, parsed, sort, limit) if parsed is not None and limit else None
    if first is not None:
        return first
    met = _met(kind, first_condition(session, kind, query))
    return [number for (number,) in session.execute(met.order_by(*order(session, kind, sort)).limit(limit))]


def ids_where(session: Session, kind: Kind, column: str, value: Any) -> Sequence[int]:
    """Return the ids of the records that hold a value in a column, oldest first."""
    model: Any = kind.model
    statement = sa.select(model.id).where(model.deleted_at.is_(None), getattr(model, column) == value)
    return session.execute(statement.order_by(model.id)).scalars().all()
