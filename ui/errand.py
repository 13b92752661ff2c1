"""Something slow that is done once, away from the window's thread, before a workspace brings threads of its own."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import KnownError

T = TypeVar("T")


class _Bell(QObject):
    """Carries the news to the window's thread; a generic class cannot be a QObject itself."""

    rung = Signal()


class Errand(Generic[T]):
    """Calls `ask` in a thread; `done` is called on the window's thread when `result` or `error` is there."""

    def __init__(self, ask: Callable[[], T], done: Callable[["Errand[T]"], None]) -> None:
        self._ask = ask
        self._done = done
        self.result: T | None = None
        self.error: KnownError | None = None
        self.failed = False
        """Whether it ended with an error that nobody foresaw; it was told to the program's hook."""
        self._given_up = False
        self._bell = _Bell()
        self._bell.rung.connect(self._ended, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="tandem-errand", daemon=True)
        self._thread.start()

    def give_up(self) -> None:
        """Hear nothing of it any more."""
        self._given_up = True

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self) -> None:
        self.failed = True
        try:
            self.result = self._ask()
            self.failed = False
        except KnownError as error:
            self.error = error
            self.failed = False
        finally:
            if not self._given_up:
                self._bell.rung.emit()

    def _ended(self) -> None:
        if not self._given_up:
            self._thread.join()
            self._done(self)
