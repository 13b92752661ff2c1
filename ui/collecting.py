"""Garbage is collected on the window's thread alone.

A reader that happens to collect would take windows and models apart that hang together in a circle alone. Qt locks what
it takes apart and then waits for Python, which the window's thread holds while it waits for that lock: neither goes on.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY = 250
"""Milliseconds between two looks at whether enough came together."""
_LATEST = 4
"""How many times as much as Python waits for may come together before all is looked through whatever goes on."""
_held = [0, False]  # by how many, and whether it went by itself before


def allow() -> None:
    """Let the collector run: by itself where no threads work for a window, else on the window's."""
    _held[1] = True
    if not _held[0]:
        gc.enable()


class Collecting(QObject):
    """Keeps the collector from running by itself from now to `end`, and runs it on the thread that this was made on.

    To look through all there is takes a tenth of a second and more, in which nothing is painted: that waits until
    `is_quiet`, when nobody waits for an answer.
    """

    def __init__(self, parent: QObject, is_quiet: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_quiet = is_quiet
        if not _held[0]:
            _held[1] = gc.isenabled()
        _held[0] += 1
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def end(self) -> None:
        """Let it run by itself again, once nobody holds it any more; a second time changes nothing."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        _held[0] -= 1
        if not _held[0] and _held[1]:
            gc.enable()

    def _look(self) -> None:
        counts, limits = gc.get_count(), gc.get_threshold()
        may_take_long = self._is_quiet() or counts[2] > _LATEST * limits[2]
        for generation in (2, 1, 0) if may_take_long else (1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
