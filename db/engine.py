"""One workspace on one of two engines: how it is connected to, read and written.

`FileStore` and `ServerStore` answer to the same calls; nothing above this module asks which one it has.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Table, event, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db.errors import LostCommitError, NotFoundError
from db.faults import translated
from db.journal import Preamble, Write
from db.queue import WriteQueue
from db.types import from_micros

SCHEMA = 1
PAGE_SIZE = 16384
READERS = 4
_COMMIT_TRIES = 200


def is_server(url: str) -> bool:
    """Return whether the address names a PostgreSQL server rather than a file."""
    return url.startswith(("postgresql://", "postgres://"))


def open_store(url: str, *, read_only: bool = False) -> "FileStore | ServerStore":
    """Return the store behind a file's path or a server's address; nothing is read yet.

    Raises:
        KnownError: there is nothing there, or it cannot be reached or read.
    """
    return ServerStore(url) if is_server(url) else FileStore(Path(url), read_only=read_only)


class FileStore:
    """A workspace in an SQLite file, alone or on an office share.

    PERSIST and FULL because a journal that always exists is read rather than looked up in a stale folder
    listing; one writer at a time through the queue; the file is never opened but by SQLite, since closing any
    other descriptor would drop its locks.
    """

    stamps = False

    def __init__(self, path: Path, *, read_only: bool = False, create: bool = False) -> None:
        self.path = path.resolve()
        self.url = str(self.path)
        self.read_only = read_only
        self._create = create
        self.last: tuple[int, str] | None = None
        self._bulk = threading.local()
        self._queue: WriteQueue | None = None
        self._write_lock = threading.RLock()
        self.engine = self._engine(READERS)
        self._writer: Engine | None = None

    def _engine(self, size: int) -> Engine:
        return sa.create_engine(
            "sqlite+pysqlite://", creator=self.connect, poolclass=QueuePool, pool_size=size, max_overflow=4
        )

    def connect(self) -> sqlite3.Connection:
        """Return a new connection, in autocommit, with the protocol's settings.

        Raises:
            NotFoundError: there is no file and none is to be made.
        """
        if not self._create and not self.path.is_file():
            raise NotFoundError(
                f"There is no workspace at {self.path}. Check the folder, or make one with “tandem new”."
            )
        mode = "rwc" if self._create else "ro" if self.read_only else "rw"
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=10,
            check_same_thread=False,
            cached_statements=256,
        )
        connection.create_function("tandem_bulk", 0, self._is_bulk)
        for number in range(1, SCHEMA + 1):
            connection.create_function(f"tandem_client_{number}", 0, _one)
        with translated(self.url):
            for pragma in _PRAGMAS if not self.read_only else _READ_PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    def _is_bulk(self) -> int:
        return int(getattr(self._bulk, "on", False))

    @contextmanager
    def bulk(self, session: Session) -> Iterator[None]:
        """Switch the search triggers off while many rows are written; see `db.search.index_new_rows`."""
        del session
        self._bulk.on = True
        try:
            yield
        finally:
            self._bulk.on = False

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session for reads; each statement is its own, short, read transaction."""
        with translated(self.url), self.engine.connect() as connection, Session(connection) as session:
            session.info["store"] = self
            yield session

    @contextmanager
    def writing(self, write: Write) -> Iterator[Session]:
        """Give a session inside one write transaction; commit at the end, roll back on any error.

        Raises:
            KnownError: busy, read-only, disk full, damaged, or the last acknowledged commit is gone.
        """
        with translated(self.url), self._write_lock, self.queue, self._write_engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                with Session(connection) as session:
                    session.info.update(store=self, write=write)
                    write.preamble = self._preamble(connection, write)
                    yield session
                    session.flush()
                    last = write.finish(session, self._next_seq)
                    self._commit(connection)
                self.last = last or self.last
            except BaseException:
                _roll_back(connection)
                raise

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """Give a connection that holds the whole file (BEGIN EXCLUSIVE), foreign keys off, for an upgrade."""
        with translated(self.url), self._write_lock, self.queue, self._write_engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
            try:
                yield connection
                self._commit(connection)
            except BaseException:
                _roll_back(connection)
                raise
            finally:
                connection.exec_driver_sql("PRAGMA foreign_keys=ON")

    @property
    def queue(self) -> WriteQueue:
        """The writers' queue beside the file."""
        if self._queue is None:
            self._queue = WriteQueue(self.path.with_name(self.path.name + ".queue"))
        return self._queue

    @property
    def _write_engine(self) -> Engine:
        if self._writer is None:
            self._writer = self._engine(1)
        return self._writer

    def _preamble(self, connection: Connection, write: Write) -> Preamble:
        seq, op = self.last or (0, "")
        row = connection.execute(
            text(
                "SELECT uuid, epoch, (SELECT op FROM journal WHERE seq = :seq) AS last_op, "
                "(SELECT result FROM ops WHERE op = :op) AS result, "
                "(SELECT COUNT(*) FROM ops WHERE op = :op) AS known FROM workspace"
            ),
            {"seq": seq, "op": write.op},
        ).one()
        if self.last and row.last_op != op:
            raise LostCommitError(
                f"The last change saved from here is missing in {self.path.name}: its locks do not hold on this "
                "folder, or an older copy was put in its place. Nothing more is written; ask who looks after the "
                "folder, and open the workspace again when it is settled."
            )
        return Preamble(write.clock(), write.member_id, bool(row.known), row.result, row.uuid, row.epoch)

    def _next_seq(self, session: Session) -> int:
        return int(session.execute(text("SELECT COALESCE(MAX(seq), 0) + 1 FROM journal")).scalar_one())

    @staticmethod
    def _commit(connection: Connection) -> None:
        # A COMMIT can be refused while a reader is still at it; the transaction stays open and only the COMMIT
        # is tried again.
        for attempt in range(_COMMIT_TRIES):
            try:
                connection.exec_driver_sql("COMMIT")
            except sa.exc.OperationalError as error:
                if "locked" not in str(error.orig) or attempt == _COMMIT_TRIES - 1:
                    raise
                threading.Event().wait(0.02)
            else:
                return

    def allocate_ids(self, session: Session, table: Table, count: int) -> int:
        """Return the first of `count` ids in a row that nobody else will use."""
        del count
        return int(session.execute(sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0) + 1)).scalar_one())

    def bulk_insert(
        self, session: Session, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Write many rows of stored values (moments and money as numbers, JSON as text)."""
        marks = ", ".join("?" * len(columns))
        driver = session.connection().connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - tells mypy what the creator made
        driver.executemany(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", rows)

    def lock(self, session: Session, number: int) -> None:
        """Do nothing: a file has one writer at a time already."""

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
        if self._writer is not None:
            self._writer.dispose()
        if self._queue is not None:
            self._queue.close()
            self._queue = None


class ServerStore:
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
        import psycopg  # noqa: PLC0415 - a file workspace needs no driver for servers

        from db.connect import connection_options  # noqa: PLC0415 - as above

        with translated(self.url):
            return psycopg.connect(**connection_options(self.url, SCHEMA))

    @contextmanager
    def bulk(self, session: Session) -> Iterator[None]:
        """Leave the pipeline while many rows are written: COPY does not run inside one."""
        del session
        yield

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session for reads; each statement is its own transaction."""
        with translated(self.url), self.engine.connect() as connection, Session(connection) as session:
            session.info["store"] = self
            yield session

    @contextmanager
    def writing(self, write: Write) -> Iterator[Session]:
        """Give a session inside one write transaction; commit at the end, roll back on any error.

        Raises:
            KnownError: the server is away, refuses, or waited too long for a lock.
        """
        with translated(self.url), self._write_lock, self.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            with _rolled_back(connection), ExitStack() as stack:
                # BEGIN and COMMIT are sent by hand: the driver's own would each wait for an answer.
                if write.pipelined:
                    stack.callback(setattr, self, "_pipeline", None)
                    self._pipeline = driver, stack.enter_context(driver.pipeline())
                driver.execute("BEGIN")
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
            now, member, known, result, uuid, epoch = cursor.fetchone()
            return Preamble(from_micros(now), member, bool(known), result, uuid, epoch)

        return read

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """Give a connection in one transaction that holds the upgrade's lock."""
        with translated(self.url), self._write_lock, self.engine.connect() as connection, _rolled_back(connection):
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
        numbers = text("SELECT tandem.allocate(:name, :count)")
        return int(session.execute(numbers, {"name": table.name, "count": count}).scalar_one())

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

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


Store = FileStore | ServerStore

_READ_PRAGMAS = (
    "mmap_size=0",
    "cell_size_check=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-32768",
)
_PRAGMAS = (
    f"page_size={PAGE_SIZE}",
    "journal_mode=PERSIST",
    "synchronous=FULL",
    "journal_size_limit=1048576",
    *_READ_PRAGMAS,
)
_PREAMBLE = (
    "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint, "
    "(SELECT id FROM members WHERE login = session_user), "
    "(SELECT count(*) FROM ops WHERE op = %s), (SELECT result FROM ops WHERE op = %s), uuid, epoch FROM workspace"
)


@contextmanager
def _rolled_back(connection: Connection) -> Iterator[None]:
    """On an error, end the transaction that was begun by hand, or the link if it cannot be ended."""
    driver: Any = connection.connection.driver_connection
    try:
        yield
    except BaseException:
        try:
            driver.rollback()
        except Exception:  # noqa: BLE001 - whatever it is, the link is of no more use, and the first error counts
            connection.invalidate()
        raise


def _one() -> int:
    return 1


def _roll_back(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    # After a full disk the transaction is sometimes rolled back already, sometimes not.
    if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
        driver.execute("ROLLBACK")


def _returns_rows(statement: str, context: Any) -> bool:
    if context is not None and context.compiled is not None:
        return bool(context.compiled._result_columns)  # noqa: SLF001 - says exactly this, and nothing public does
    return statement.lstrip()[:6].upper() in {"SELECT", "WITH", "VALUES"} or " RETURNING " in statement
