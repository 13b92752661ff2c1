"""The first rows by name that hold some words, on a file.

Where the words are common, they are met among the first names. Where they are not, all rows that hold them are looked
up by the index of letters and sorted by an index that tells where in the order of names a row stands, and no more: of
each row a fiftieth is read.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, Table, bindparam, literal_column, select, text
from sqlalchemy.orm import Session

from db import search
from db.rows import fetched
from db.textual import contains

SOME = 5_000
"""Rows that are looked up without a look at the first names."""
MANY = 50_000
"""Rows that are sooner looked up and sorted than met along all names."""
AHEAD = 15_000
"""Names that are walked along first."""


def first(
    session: Session, table: Table, wanted: Sequence[str], limit: int, *, backwards: bool = False
) -> Sequence[int] | None:
    """Return the ids of the first rows by name that hold all of some folded words; None where this is not the way.

    Rows in the bin are left out.
    """
    asked = search.letters(session, table, wanted)
    if asked is None:
        return None
    some = _some(session, table, asked) if asked.quoted else None
    if some is None:
        found = _ahead(session, table, wanted, limit, backwards=backwards)
        if len(found) == limit:
            return found
        if not asked.quoted or _are_many(session, table, asked):
            return None
    statement = _sorted(table, len(asked.unsure), backwards=backwards, listed=some is not None).limit(limit)
    return [number for (number,) in fetched(session, statement, _values(asked, some))]


def every(session: Session, table: Table, wanted: Sequence[str], *, backwards: bool = False) -> Select[int] | None:
    """Return the statement for the ids of all rows that hold some folded words, by name; None where it is not the way.

    Rows in the bin are left out.
    """
    asked = search.letters(session, table, wanted)
    if asked is None or not asked.quoted:
        return None
    some = _some(session, table, asked)
    if some is None and _are_many(session, table, asked):
        return None
    statement = _sorted(table, len(asked.unsure), backwards=backwards, listed=some is not None)
    return statement.params(_values(asked, some))


def _values(asked: search.Letters, some: str | None) -> dict[str, str]:
    unsure = {f"unsure{place}": word for place, word in enumerate(asked.unsure)}
    return {"found": asked.quoted if some is None else some, **unsure}


def _some(session: Session, table: Table, asked: search.Letters) -> str | None:
    """Return the rows that the index of letters finds, as a list in JSON; None where they are more than `SOME`."""
    index = f"{table.name}_search"
    numbers = f"SELECT rowid FROM {index} WHERE {index} MATCH :letters LIMIT :most"
    probe = text(f"SELECT json_group_array(rowid), count(*) FROM ({numbers})")
    ((listed, count),) = fetched(session, probe, {"letters": asked.quoted, "most": SOME + 1})
    return None if count > SOME else str(listed)


def _are_many(session: Session, table: Table, asked: search.Letters) -> bool:
    index = f"{table.name}_search"
    probe = text(f"SELECT EXISTS (SELECT 1 FROM {index} WHERE {index} MATCH :letters LIMIT 1 OFFSET :most)")
    ((many,),) = fetched(session, probe, {"letters": asked.quoted, "most": MANY})
    return bool(many)


def _ahead(session: Session, table: Table, wanted: Sequence[str], limit: int, *, backwards: bool) -> Sequence[int]:
    """Return the first rows that hold the words among the first names."""
    names = select(table.c.id, table.c.search).where(table.c.deleted_at.is_(None))
    by_name = (table.c.sort_key, table.c.id)
    some = names.order_by(*(one.desc() if backwards else one for one in by_name)).limit(AHEAD).subquery()
    met = select(some.c.id).where(*(contains(some.c.search, word) for word in wanted)).limit(limit)
    return [number for (number,) in fetched(session, met)]


@cache
def _sorted(table: Table, unsure: int, *, backwards: bool, listed: bool) -> Select[Any]:
    """Return the statement for the ids by name that are found and hold `unsure` more words.

    They are `listed`, or what the index of letters finds.
    """
    index = f"{table.name}_search"
    source, number = ("json_each(:found)", "json_each.value") if listed else (index, f"{index}.rowid")
    met = "" if listed else f"{index} MATCH :found AND "
    # Left to itself the engine would read each row, since it knows where that lies.
    rows = f"{source} CROSS JOIN {table.name} INDEXED BY ix_{table.name}_near ON {table.name}.id = {number}"
    downwards = " DESC" if backwards else ""
    found = (
        select(literal_column(f"{table.name}.id", Integer).label("id"))
        .select_from(text(rows))
        .where(text(f"{met}{table.name}.deleted_at IS NULL"))
        .order_by(*(text(f"{table.name}.{one}{downwards}") for one in ("sort_key", "id")))
    )
    if not unsure:
        return found
    # The rows of a subquery with a limit come in its order, and each is looked into only once it is its turn.
    near, held = found.limit(-1).subquery(), table.alias()
    searched = select(held.c.search).where(held.c.id == near.c.id).scalar_subquery()
    return select(near.c.id).where(*(contains(searched, bindparam(f"unsure{place}")) for place in range(unsure)))
