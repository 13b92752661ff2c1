"""What both kinds of store read alike."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from db import rows
from db.faults import translated

T = TypeVar("T")


class Reads:
    """A store that is read through `engine`, whose connections are in autocommit."""

    url: str
    engine: Engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session for reads; each statement is its own, short, read transaction."""
        with translated(self.url), self.engine.connect() as connection, Session(connection) as session:
            session.info["store"] = self
            yield session

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

    def forget(self, session: Session) -> None:
        """Do nothing: a server's client keeps nothing of what it read."""
