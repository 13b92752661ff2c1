"""A workspace in an SQLite file: how it is connected to, read and written."""

import sqlite3
import sys
import threading
from array import array
from binascii import unhexlify
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Table, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from db import memory, rows
from db.base import SCHEMA
from db.errors import LostCommitError, NotFoundError
from db.faults import translated
from db.glimpse import from_json
from db.journal import IN_FORCE, Preamble, Write
from db.places import uri
from db.queue import WriteQueue
from db.reads import Reads

T = TypeVar("T")
PAGE_SIZE = 16384
READERS = 4
_READERS_THROUGH = 2
_COMMIT_TRIES = 200
_MANY = 5_000
_DIGITS = 16
_AT_ONCE = 20_000 * _DIGITS
_READ_PRAGMAS = (
    "mmap_size=0",
    "cell_size_check=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-20480",
)
_PRAGMAS = (
    f"page_size={PAGE_SIZE}",
    "journal_mode=PERSIST",
    "synchronous=FULL",
    "journal_size_limit=1048576",
    *_READ_PRAGMAS,
)


@cache
def _lacks_power() -> bool:
    """Return whether this SQLite was built without functions for mathematics, as some systems' is."""
    with closing(sqlite3.connect(":memory:")) as probe:
        try:
            probe.execute("SELECT power(2.0, -1.0)")
        except sqlite3.OperationalError:
            return True
    return False


class FileStore(Reads):
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
        # Connections of their own: what the others keep of the file serves the reads that somebody waits for.
        self._through = self._engine(_READERS_THROUGH)

    @property
    def engine_through(self) -> Engine:
        """What reads go by that may go through much of the file."""
        return self._through

    def _engine(self, size: int) -> Engine:
        # The last one used is the next: what it keeps of the file serves again, and the others keep little.
        return sa.create_engine(
            "sqlite+pysqlite://",
            creator=self.connect,
            poolclass=QueuePool,
            pool_size=size,
            max_overflow=4,
            pool_use_lifo=True,
            json_deserializer=from_json,
        )

    def connect(self) -> sqlite3.Connection:
        """Return a new connection, in autocommit, with the protocol's settings.

        Raises:
            NotFoundError: there is no file and none is to be made.
        """
        if not self._create and not self.path.is_file():
            raise NotFoundError(
                "There is no workspace at {path}. Check the folder, or make one with “tandem new”.", path=self.path
            )
        mode = "rwc" if self._create else "ro" if self.read_only else "rw"
        connection = sqlite3.connect(
            uri(self.path, mode),
            uri=True,
            isolation_level=None,
            timeout=10,
            check_same_thread=False,
            cached_statements=256,
        )
        connection.create_function("tandem_bulk", 0, self._is_bulk)
        for number in range(1, SCHEMA + 1):
            connection.create_function(f"tandem_client_{number}", 0, _one)
        if _lacks_power():
            connection.create_function("power", 2, pow, deterministic=True)
        with translated(self.url):
            for pragma in _PRAGMAS if not self.read_only else _READ_PRAGMAS:
                connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    def _is_bulk(self) -> int:
        return int(getattr(self._bulk, "on", False))

    def together(
        self,
        session: Session,
        parts: Sequence[sa.Select[*tuple[Any, ...]]],
        order: Sequence[str],
        make: Callable[[Iterable[Any]], T],
        parameters: dict[str, Any],
    ) -> list[T]:
        """Return the rows of several statements, part after part; see `Reads.together`.

        Each is read along an index. United, every row would go through a program of its own to be merged with others.
        """
        connection, found = session.connection(), list[T]()
        connection.exec_driver_sql("SAVEPOINT together")  # a transaction, or a part of the one that is open
        for part in parts:
            found += rows.made(connection, part.order_by(*order), make, parameters)
        connection.exec_driver_sql("RELEASE together")
        return found

    def numbers(self, session: Session, statement: sa.Select[*tuple[Any, ...]]) -> "array[int]":
        """Return the one column of all rows of a statement, which has no limit, at eight bytes each; they are ids.

        SQLite writes them into one text. It does so without Python, which the thread that paints has for itself
        meanwhile: row by row each of the two would wait for the other a million times.
        """
        # The rows of a subquery with a limit come in its order; without one SQLite might do without that order.
        ordered = statement.limit(-1).subquery()
        text = sa.func.group_concat(sa.func.printf(f"%0{_DIGITS}x", *ordered.c), "")
        result = session.connection().execute(sa.select(sa.cast(text, sa.LargeBinary)))
        row = None if result.cursor is None else result.cursor.fetchone()
        result.close()
        found = array("q")
        digits = memoryview(b"" if row is None or row[0] is None else row[0])
        for start in range(0, len(digits), _AT_ONCE):
            found.frombytes(unhexlify(digits[start : start + _AT_ONCE]))
        if sys.byteorder == "little":
            found.byteswap()
        return found

    def stopping(self, session: Session) -> Callable[[], None]:
        """Return what ends a session's statement from another thread, at once."""
        return _driver(session).interrupt

    def forget(self, session: Session) -> None:
        """Keep nothing of what was read of the file in memory, as after a read that went through much of it."""
        session.connection().exec_driver_sql("PRAGMA shrink_memory")
        memory.give_back()

    @contextmanager
    def bulk(self, session: Session, sizes: Mapping[str, int] | None = None) -> Iterator[None]:
        """Switch the search triggers off while many rows are written; see `db.search.index_new_rows`.

        Args:
            session: one inside a write transaction.
            sizes: about how many rows each table gets. Where that is many, and more than the table has, its indexes
                are built anew in the end, which takes a tenth of the time of keeping them up row by row.
        """
        connection = session.connection()
        self._bulk.on = True
        try:
            indexes = _dropped_indexes(connection, sizes or {})
            yield
            for made in indexes:
                connection.exec_driver_sql(made)
        finally:
            self._bulk.on = False

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
                "(SELECT COUNT(*) FROM ops WHERE op = :op) AS known, "
                f"{IN_FORCE} AS agreement FROM workspace"
            ),
            {"seq": seq, "op": write.op},
        ).one()
        if self.last and row.last_op != op:
            raise LostCommitError(
                "The last change saved from here is missing in {file}: its locks do not hold on this folder, "
                "or an older copy was put in its place. Nothing more is written; ask who looks after the "
                "folder, and open the workspace again when it is settled.",
                file=self.path.name,
            )
        return Preamble(write.clock(), write.member_id, bool(row.known), row.result, row.uuid, row.epoch, row.agreement)

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
        _driver(session).executemany(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", rows)

    def lock(self, session: Session, number: int) -> None:
        """Do nothing: a file has one writer at a time already."""

    def moment(self, session: Session) -> datetime | None:
        """Return nothing: a file has no clock of its own."""
        del session
        return None

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
        self._through.dispose()
        if self._writer is not None:
            self._writer.dispose()
        if self._queue is not None:
            self._queue.close()
            self._queue = None


def _dropped_indexes(connection: Connection, sizes: Mapping[str, int]) -> list[str]:
    """Drop the indexes of tables that more rows are coming to than are there; return how each is made again.

    The transaction brings them back if it fails. An index that keeps values unique stays.
    """
    found: list[str] = []
    for table, size in sizes.items():
        larger = text(f"SELECT EXISTS (SELECT 1 FROM {table} LIMIT 1 OFFSET :size)")
        if size < _MANY or connection.execute(larger, {"size": size}).scalar_one():
            continue
        indexes = text("SELECT name, sql FROM sqlite_master WHERE tbl_name = :table AND sql LIKE 'CREATE INDEX %'")
        for name, made in connection.execute(indexes, {"table": table}).all():
            connection.exec_driver_sql(f'DROP INDEX "{name}"')
            found.append(made)
    return found


def _one() -> int:
    return 1


def _driver(session: Session) -> sqlite3.Connection:
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - tells mypy what the creator made
    return driver


def _roll_back(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    # After a full disk the transaction is sometimes rolled back already, sometimes not.
    if isinstance(driver, sqlite3.Connection) and driver.in_transaction:
        driver.execute("ROLLBACK")
