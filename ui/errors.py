"""What is done with an error nobody expected: it is written down and told, and the work goes on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

_LOG = logging.getLogger("tandem")


class Watchman(QObject):
    """Hears of every error that nothing caught, in any thread. `stand_down` gives the hooks back."""

    seen = Signal(str)  # the error in one line, on the window's thread

    _heard = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._hear
        threading.excepthook = self._hear_in_thread
        self._heard.connect(self.seen, Qt.ConnectionType.QueuedConnection)

    def stand_down(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _LOG.critical("Something went wrong", exc_info=(kind, error, trace))
        self._heard.emit(f"{kind.__name__}: {error}")

    def _hear_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._hear(told.exc_type, told.exc_value, told.exc_traceback)
