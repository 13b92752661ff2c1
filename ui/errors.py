"""What is done with an error nobody expected: it is written down and told, and the work goes on."""

import faulthandler
import logging
import sys
import threading
from collections import deque
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from app import faults
from app.faults import Fault

_LOG = logging.getLogger("tandem")


class Watchman(QObject):
    """Hears of every error that nothing caught, in any thread. `stand_down` gives the hooks back."""

    seen = Signal(object)  # Fault, on the window's thread

    _heard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before = (sys.excepthook, threading.excepthook)
        self._faults: deque[Fault] = deque()
        sys.excepthook = self._hear
        threading.excepthook = self._hear_in_thread
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        if sys.stderr is not None:
            faulthandler.enable()

    def stand_down(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        _LOG.critical("Something went wrong", exc_info=(kind, error, trace))
        fault = faults.fault_of(kind, error, trace)
        faults.keep(fault)
        self._faults.append(fault)
        self._heard.emit()

    def _hear_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._hear(told.exc_type, told.exc_value, told.exc_traceback)

    def _tell(self) -> None:
        while self._faults:
            self.seen.emit(self._faults.popleft())
