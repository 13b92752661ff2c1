"""The indexes that find folded text (`db.folding`): what differs between the engines in searching lies here."""

from sqlalchemy import ColumnElement, Connection, Integer, Table, and_, func, select, text
from sqlalchemy.orm import Session

from db.textual import contains, unindexed
from db.types import given

SEARCHED = ("contacts", "companies", "leads")


def install(connection: Connection) -> None:
    """Make the search indexes of `contacts`, `companies` and `leads`, or what is missing of them.

    On SQLite a trigram index outside the table kept by triggers, which a bulk load switches off through
    `tandem_bulk()`, and a covering index in name order; on PostgreSQL a trigram GIN index.
    """
    if connection.dialect.name == "sqlite":
        for table in SEARCHED:
            for statement in _sqlite_statements(table):
                connection.execute(text(statement))
    else:
        for table in SEARCHED:
            connection.execute(
                text(f"CREATE INDEX IF NOT EXISTS ix_{table}_search ON {table} USING gin (search gin_trgm_ops)")
            )


def _sqlite_statements(table: str) -> list[str]:
    fts = f"{table}_search"
    added = f"INSERT INTO {fts}(rowid, search) VALUES (new.id, new.search)"
    removed = f"INSERT INTO {fts}({fts}, rowid, search) VALUES ('delete', old.id, old.search)"
    return [
        f"CREATE INDEX IF NOT EXISTS ix_{table}_cover ON {table}(sort_key, id, deleted_at, search)",
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {fts} USING fts5(search, content='{table}', content_rowid='id', "
        "tokenize='trigram case_sensitive 1')",
        f"CREATE TRIGGER IF NOT EXISTS {table}_search_insert AFTER INSERT ON {table} "
        f"WHEN tandem_bulk() = 0 BEGIN {added}; END",
        f"CREATE TRIGGER IF NOT EXISTS {table}_search_delete AFTER DELETE ON {table} BEGIN {removed}; END",
        f"CREATE TRIGGER IF NOT EXISTS {table}_search_update AFTER UPDATE OF search ON {table} "
        f"WHEN old.search IS NOT new.search BEGIN {removed}; {added}; END",
    ]


def index_new_rows(connection: Connection, table: str, first_id: int) -> None:
    """Bring rows from `first_id` on, written with the triggers switched off, into the search index."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(f"INSERT INTO {table}_search(rowid, search) SELECT id, search FROM {table} WHERE id >= :first"),
            {"first": first_id},
        )


SHORTEST = 3
"""Letters from which on the index of letters knows a word."""
LONGEST_PROBED = 200
HEAD = 7
"""Letters of a longer word that the index of a file is asked for first."""
RARE_IN_FILE = 1_000
FEW = 5_000
"""Rows that a file rather sorts than meets along the names, of which each is read from another place."""
RARE_ON_SERVER = 5_000
RARE_UNINDEXED = 1_000


def _probed(session: Session, table: Table, wanted: str) -> list[int] | None:
    """Return the rows of a file in which the index finds a text, None where they are too many."""
    quoted = '"' + wanted.replace('"', '""') + '"'
    probe = text(
        f"SELECT rowid FROM {table.name}_search WHERE {table.name}_search MATCH :wanted LIMIT {RARE_IN_FILE + 1}"
    )
    found = session.execute(probe, {"wanted": quoted}).scalars().all()
    return None if len(found) > RARE_IN_FILE else list(found)


def rare(session: Session, table: Table, wanted: str) -> ColumnElement[bool] | None:
    """Return the condition by which the index finds a folded word, None where walking along the names is quicker.

    The index is asked first how many it would find. Few are sorted sooner than the names are walked; of many, the
    first fifty are met along the names at once.
    """
    if session.get_bind().dialect.name != "sqlite":
        return _rare_on_server(session, table, wanted)
    if len(wanted) < SHORTEST:
        return None
    # Every further letter that is common everywhere, as in the end of an address, costs; mostly the head will do.
    for head in dict.fromkeys((wanted[:HEAD], wanted[:LONGEST_PROBED])):
        found = _probed(session, table, head)
        if found is not None:
            numbered = table.c.id.in_(found)
            return numbered if head == wanted else and_(numbered, contains(table.c.search, wanted))
    return None


def _rare_on_server(session: Session, table: Table, wanted: str) -> ColumnElement[bool] | None:
    head = wanted[:LONGEST_PROBED]
    hits = select(table.c.id).where(table.c.search.contains(head, autoescape=True))
    if len(head) < SHORTEST:
        # No index knows so few letters. All rows are read as they lie until there are too many; should there be few,
        # a walk along the names would read each of them from another place.
        found = session.execute(hits.limit(RARE_UNINDEXED + 1)).scalars().all()
        return None if len(found) > RARE_UNINDEXED else table.c.id.in_(found)
    few = select(func.count()).select_from(hits.limit(RARE_ON_SERVER + 1).subquery())
    if session.execute(few).scalar_one() > RARE_ON_SERVER:
        return None
    # Materialized, so that the planner does not walk the names after all.
    numbered = table.c.id.in_(select(hits.cte().prefix_with("MATERIALIZED").c.id))
    return numbered if head == wanted else and_(numbered, contains(table.c.search, wanted))


def first(session: Session, table: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return a condition as it serves best where only the first few rows in order are wanted.

    The planner of a file does not know how many rows meet a condition: for few it would walk along all names, each
    row read from another place; for many it would sort them all. So the rows are counted first, up to a limit. A
    server keeps statistics.
    """
    if session.get_bind().dialect.name != "sqlite":
        return condition
    probe = select(table.c.id).where(table.c.deleted_at.is_(None), condition).limit(FEW + 1)
    found = session.connection().execute(probe).scalars().all()
    if len(found) > FEW:
        return unindexed(condition)
    listed = given(session, "few", {"id": Integer()}, [[number] for number in found])
    return table.c.id.in_(select(listed.c.id))
