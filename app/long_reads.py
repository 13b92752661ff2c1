"""Reads that may take long, and that whoever asked for them may give up."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")


class GivenUpError(Exception):
    """Nobody wants the answer any more."""


class LongRead:
    """One such read. `run` does it in a thread of its own, `give_up` may be called from any other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None
        self._is_given_up = False

    def run(self, session: Session, service: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Return what a reading service does.

        Raises:
            GivenUpError: it was given up before it began. Meanwhile, the engine ends it with an error of its own.
        """
        with self._lock:
            if self._is_given_up:
                raise GivenUpError
            self._stop = session.info["store"].stopping(session)
        try:
            return service(session, *args, **kwargs)
        finally:
            # From here on the connection may be read through by others, who are not to be stopped.
            with self._lock:
                self._stop = None

    def give_up(self) -> None:
        """Let the engine leave off where it is at work for this read; a server's ends by itself."""
        with self._lock:
            self._is_given_up = True
            if self._stop is not None:
                self._stop()
