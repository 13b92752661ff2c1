"""PostgreSQL as SQLAlchemy sees it, without the questions it asks first: the connection's own greeting answers them.

SQLAlchemy asks a server for its version, schema, isolation and escapes before the first statement, which are four
trips; libpq heard the version and the escapes while it logged in, and schema and isolation are ours to choose.
"""

from typing import Any, Literal

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from db.connect import SCHEMAS

NAME = "tandem"


class Dialect(PGDialect_psycopg):
    """The psycopg dialect for a connection made by `db.connect`."""

    supports_statement_cache = True

    def _get_server_version_info(self, connection: Any) -> tuple[int, int]:
        return divmod(int(_driver(connection).info.server_version), 10_000)

    def _get_default_schema_name(self, connection: Any) -> str:
        del connection
        return SCHEMAS.partition(",")[0]

    def get_default_isolation_level(self, dbapi_conn: Any) -> Literal["READ COMMITTED"]:
        """Return the isolation of a new transaction."""
        del dbapi_conn
        return "READ COMMITTED"

    def _set_backslash_escapes(self, connection: Any) -> None:
        self._backslash_escapes = _driver(connection).info.parameter_status("standard_conforming_strings") == "off"


def _driver(connection: Any) -> Any:
    return connection.connection.driver_connection


registry.register(NAME, __name__, Dialect.__name__)
