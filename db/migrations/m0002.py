"""To schema 2: words of one or two letters are found by an index of letters.

A file's index takes two blanks after each text, so that its last two letters begin three letters as well, and keeps no
tie to its table; a server gets an index of single letters other than those of ASCII.
"""

from alembic.operations import Operations

TABLES = ("contacts", "companies", "leads")


def run(operations: Operations) -> None:
    """Make the index of each table that is searched; a file's triggers are put back by `db.upgrade`."""
    make = _on_file if operations.get_bind().dialect.name == "sqlite" else _on_server
    for table in TABLES:
        make(operations, table)


def _on_file(operations: Operations, table: str) -> None:
    for act in ("insert", "delete", "update"):
        operations.execute(f"DROP TRIGGER IF EXISTS {table}_search_{act}")
    operations.execute(f"DROP TABLE {table}_search")
    operations.execute(
        f"CREATE VIRTUAL TABLE {table}_search USING fts5(search, content='', tokenize='trigram case_sensitive 1')"
    )
    operations.execute(f"INSERT INTO {table}_search(rowid, search) SELECT id, search || '  ' FROM {table}")
    # Filled in one go it is left in parts that take twice as long to look into as one.
    operations.execute(f"INSERT INTO {table}_search({table}_search) VALUES ('optimize')")


def _on_server(operations: Operations, table: str) -> None:
    operations.execute(
        f"CREATE INDEX IF NOT EXISTS ix_{table}_letters ON {table} USING gin "
        "(string_to_array(regexp_replace(search, '[ -~]+', '', 'g'), NULL)) "
        "WHERE octet_length(search) <> length(search)"
    )
