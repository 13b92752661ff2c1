"""How far an import is, told to whoever watches it from another thread, and the word to stop."""

import threading
from dataclasses import dataclass, field

from app.errors import KnownError, sentence

READING, PLANNING, WRITING = "reading", "planning", "writing"


class StoppedError(KnownError):
    """A person stopped it; nothing was written."""


@dataclass(slots=True)
class Progress:
    """What is being done and how many rows of it are through.

    Attributes:
        stage: reading, planning or writing.
        done: rows that are through.
        total: how many there are, 0 while nobody knows.
        stopped: what is said to whoever stopped it.
    """

    stage: str = READING
    done: int = 0
    total: int = 0
    stopped: str = sentence("The import was stopped; nothing was written.")
    _stop: threading.Event = field(default_factory=threading.Event)

    def begin(self, stage: str, total: int = 0) -> None:
        """Say what is done from here on.

        Raises:
            StoppedError: it is to stop.
        """
        self.stage, self.done, self.total = stage, 0, total
        self.step(0)

    def step(self, rows: int) -> None:
        """Say that so many more rows are through.

        Raises:
            StoppedError: it is to stop.
        """
        if self._stop.is_set():
            raise StoppedError(self.stopped)
        self.done += rows

    def stop(self) -> None:
        """Let it stop at the next rows."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it is to stop."""
        return self._stop.is_set()
