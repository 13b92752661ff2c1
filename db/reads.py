"""What both kinds of store read alike."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from db.faults import translated


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

    def forget(self, session: Session) -> None:
        """Do nothing: a server's client keeps nothing of what it read."""
