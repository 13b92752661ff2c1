"""A connection of the driver that does not wait for ever."""

import time
from collections.abc import Generator
from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

T = TypeVar("T")
PATIENCE = 30.0
"""Seconds of silence after which a server that keeps the line open is given up; keepalives find a dead line."""


class Link(psycopg.Connection[Any]):
    """A connection whose statements fail when nothing comes for `patience` seconds; None is for ever."""

    patience: float | None = PATIENCE

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        """Wait for a step of the protocol to end."""
        return super().wait(self._limited(gen), interval, timeout)

    def _limited(self, step: PQGen[T]) -> Generator[Any, Any, T]:
        heard = time.monotonic()
        try:
            state = next(step)
            while True:
                ready = yield state
                if ready:
                    heard = time.monotonic()
                elif self.patience is not None and time.monotonic() - heard > self.patience:
                    self.pgconn.finish()
                    raise psycopg.OperationalError("the server does not answer")
                state = step.send(ready)
        except StopIteration as done:
            found: T = done.value
            return found
