"""Making a workspace's tables, and bringing older ones up to date."""

from collections.abc import Callable

from sqlalchemy import Connection

import db.models  # noqa: F401 - the tables register themselves with the base
from db import roles, search
from db.base import Base


def create_schema(connection: Connection) -> None:
    """Make every table and index of a new workspace in the transaction of `connection`."""
    Base.metadata.create_all(connection)
    search.install(connection)


def create_on_server(url: str, seed: "Callable[[Connection, str], None]") -> None:
    """Make every table of a new workspace in an empty database, as its owner, and its first member's row."""
    from db.engine import ServerStore  # noqa: PLC0415 - provisional

    store = ServerStore(url)
    try:
        with store.altering() as connection:
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            roles.make(connection)
            create_schema(connection)
            seed(connection, str(connection.exec_driver_sql("SELECT session_user").scalar_one()))
            roles.guard(connection)
    finally:
        store.close()
