"""A workspace in a PostgreSQL database: how it is connected to, read and written."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table, event, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db.base import SCHEMA
from db.faults import translated
from db.journal import IN_FORCE, Preamble, Write
from db.reads import Reads
from db.types import from_micros

READERS = 4
_PREAMBLE = (
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, "
    "(SELECT id FROM members WHERE login = session_user), "
    "(SELECT count(*) FROM ops WHERE op = %s), (SELECT result FROM ops WHERE op = %s), uuid, epoch, "
    f"{IN_FORCE} FROM workspace"
)


class ServerStore(Reads):
    """A workspace in a PostgreSQL database.

    Reads go through an autocommit engine: one trip a statement. A write runs in the driver's pipeline: statements
    that return no rows wait for nobody, so that a save costs one trip to read and lock and one to write and
    commit.
    """

    stamps = True

    def __init__(self, url: str) -> None:
        self.url = url
        self.read_only = False
        self.last: tuple[int, str] | None = None
        self._write_lock = threading.RLock()
        self._pipeline: tuple[Any, Any] | None = None
        from db import dialect  # noqa: PLC0415 - a file workspace needs no driver for servers

        # One pool for reads and writes: whoever logs in, which takes most trips, does so for both.
        self.engine = sa.create_engine(
            f"{dialect.NAME}://",
            creator=self.connect,
            poolclass=QueuePool,
            pool_size=READERS + 1,
            max_overflow=2,
            pool_use_lifo=True,
            use_native_hstore=False,
            isolation_level="AUTOCOMMIT",
            skip_autocommit_rollback=True,
        )
        event.listen(self.engine, "do_execute", self._execute)

    def connect(self) -> Any:
        """Return a new connection of the driver.

        Raises:
            UnreachableError: the server does not answer or refuses.
        """
        from db.connect import connection_options  # noqa: PLC0415 - a file workspace needs no driver for servers
        from db.link import Link  # noqa: PLC0415 - as above

        options = connection_options(self.url, SCHEMA)
        with translated(self.url):
            return Link.connect(**options)

    @contextmanager
    def bulk(self, session: Session, sizes: Mapping[str, int] | None = None) -> Iterator[None]:
        """Let a server be silent for as long as writing many rows takes it, whatever the sizes."""
        del sizes
        driver: Any = session.connection().connection.driver_connection
        with _patient(driver):
            yield

    @contextmanager
    def writing(self, write: Write) -> Iterator[Session]:
        """Give a session inside one write transaction; commit at the end, roll back on any error.

        Raises:
            KnownError: the server is away, refuses, or waited too long for a lock.
        """
        with translated(self.url), self._write_lock, self.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            with _rolled_back(connection), ExitStack() as stack:
                if not write.pipelined:
                    stack.enter_context(_patient(driver))
                # BEGIN and COMMIT are sent by hand: the driver's own would each wait for an answer.
                if write.pipelined:
                    stack.callback(setattr, self, "_pipeline", None)
                    self._pipeline = driver, stack.enter_context(driver.pipeline())
                driver.execute("BEGIN")
                # Before the preamble, which is to see what whoever was alone has done.
                driver.execute(f"SELECT pg_advisory_xact_lock{'' if write.alone else '_shared'}(727004)")
                with Session(connection) as session:
                    session.info.update(store=self, write=write)
                    write.preamble = self._preamble(driver, write)
                    yield session
                    session.flush()
                    write.finish(session, None)
                    driver.execute("COMMIT")

    @staticmethod
    def _preamble(driver: Any, write: Write) -> Any:
        cursor = driver.cursor()
        cursor.execute(_PREAMBLE, (write.op, write.op))

        def read() -> Preamble:
            now, member, known, result, uuid, epoch, agreement = cursor.fetchone()
            return Preamble(from_micros(now), member, bool(known), result, uuid, epoch, agreement)

        return read

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """Give a connection in one transaction that holds the upgrade's lock."""
        with translated(self.url), self._write_lock, self.engine.connect() as connection, _rolled_back(connection):
            driver: Any = connection.connection.driver_connection
            with _patient(driver):
                connection.exec_driver_sql("BEGIN")
                connection.execute(text("SET LOCAL lock_timeout = '5s'"))
                connection.execute(text("SELECT pg_advisory_xact_lock(727001)"))
                yield connection
                connection.exec_driver_sql("COMMIT")

    def _execute(self, cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        """Send a statement; inside a pipeline, wait for its answer only when it returns rows."""
        cursor.execute(statement, parameters)
        if self._pipeline is not None:
            driver, pipeline = self._pipeline
            if cursor.connection is driver and _returns_rows(statement, context):
                pipeline.sync()
        return True

    @staticmethod
    def account(session: Session) -> str:
        """Return the login that a session is connected as; no trip, since it was said as the connection was made."""
        driver: Any = session.connection().connection.driver_connection
        return str(driver.info.user)

    def allocate_ids(self, session: Session, table: Table, count: int) -> int:
        """Return the first of `count` ids in a row that nobody else will use."""
        return int(session.execute(sa.select(sa.func.tandem.allocate(table.name, count))).scalar_one())

    def bulk_insert(
        self, session: Session, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Write many rows of stored values (moments and money as numbers, JSON as text) by COPY."""
        driver: Any = session.connection().connection.driver_connection
        copy = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
        with driver.cursor() as cursor, cursor.copy(copy) as target:
            for row in rows:
                target.write_row(row)

    def lock(self, session: Session, number: int) -> None:
        """Hold a numbered lock (a stage's, while a rank is chosen in it) until the commit."""
        session.connection().exec_driver_sql(
            f"DO $$ BEGIN PERFORM pg_advisory_xact_lock(727003, {int(number)}); END $$"
        )

    def moment(self, session: Session) -> datetime | None:
        """Return the server's present moment: what it stamps is measured by its clock alone."""
        return from_micros(int(session.execute(text("SELECT moment()")).scalar_one()))

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


@contextmanager
def _patient(driver: Any) -> Iterator[None]:
    """Wait for as long as it takes: what is done to many rows at once keeps a server silent."""
    before, driver.patience = driver.patience, None
    try:
        yield
    finally:
        driver.patience = before


@contextmanager
def _rolled_back(connection: Connection) -> Iterator[None]:
    """On an error, end the transaction that was begun by hand, or the link if it cannot be ended."""
    import psycopg  # noqa: PLC0415 - a file workspace needs no driver for servers

    driver: Any = connection.connection.driver_connection
    try:
        yield
    except BaseException:
        try:
            driver.rollback()
        except psycopg.Error:  # the link is of no more use, and the first error counts
            connection.invalidate()
        raise


def _returns_rows(statement: str, context: Any) -> bool:
    if context is not None and context.compiled is not None:
        return bool(context.compiled._result_columns)  # noqa: SLF001 - says exactly this, and nothing public does
    return statement.lstrip()[:6].upper() in {"SELECT", "WITH", "VALUES"} or " RETURNING " in statement
