"""What both kinds of store read alike."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from db import rows
from db.faults import translated

T = TypeVar("T")
_AT_ONCE = 500


class Reads:
    """A store that is read through `engine`, whose connections are in autocommit."""

    url: str
    engine: Engine

    @property
    def engine_through(self) -> Engine:
        """What reads go by that may go through much of the database."""
        return self.engine

    @contextmanager
    def reading(self, *, through: bool = False) -> Iterator[Session]:
        """Give a session for reads; each statement is its own, short, read transaction.

        Of reads that may go `through` much of the database nothing is kept in memory.
        """
        engine = self.engine_through if through else self.engine
        with translated(self.url), engine.connect() as connection, Session(connection) as session:
            session.info["store"] = self
            try:
                yield session
            finally:
                if through:
                    self.forget(session)

    def together(
        self,
        session: Session,
        parts: Sequence[sa.Select[*tuple[Any, ...]]],
        order: Sequence[str],
        make: Callable[[Iterable[Any]], T],
        parameters: dict[str, Any],
    ) -> list[T]:
        """Return the rows of several statements with the same columns, all as of one moment.

        Args:
            session: a read.
            parts: the statements, without an order.
            order: the columns by which rows are ordered: all of them on a server, on a file those of each part.
            make: what is made of each row, see `rows.made`.
            parameters: of all parts.
        """
        return rows.made(session.connection(), sa.union_all(*parts).order_by(*order), make, parameters)

    def numbers(self, session: Session, statement: sa.Select[*tuple[Any, ...]]) -> "array[int]":
        """Return the one column of all rows of a statement, which has no limit, at eight bytes each; they are ids.

        A million rows are never held at once, nor gone through in one breath: other threads, such as the one that
        paints, wait for whoever holds Python for long.
        """
        result = session.connection().execute(statement)
        found = array("q")
        cursor = result.cursor
        while cursor is not None and (some := cursor.fetchmany(_AT_ONCE)):
            found.extend([row[0] for row in some])
        result.close()
        return found

    def stopping(self, session: Session) -> Callable[[], None]:
        """Return what ends a session's statement from another thread, at once: on a server nothing would."""
        del session
        return _nothing

    def forget(self, session: Session) -> None:
        """Do nothing: a server's client keeps nothing of what it read."""


def _nothing() -> None:
    pass
