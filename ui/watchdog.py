"""Says what kept the window's thread from the window: work that should have been done elsewhere.

A thread looks at the window's thread every few milliseconds. Python that runs on without returning to Qt's loop for
longer than the limit is noted with the calls it was in; painting is not counted. For work on the program: it is
switched on by `TANDEM_WATCH=1`.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

WATCH = "TANDEM_WATCH"
"""The variable of the environment that switches it on."""
LIMIT = 0.016
"""Seconds, one frame of a screen."""
_LOOK = 0.003
_LOOP = frozenset({"exec", "exec_", "processEvents", "qWait"})
_OURS = ("ui.", "pytestqt", "tests.", "bench.", "tools.")
_PAINTING = frozenset({"paint", "paintEvent", "grab", "render"})
_LOG = logging.getLogger("tandem.watchdog")


@dataclass(frozen=True, slots=True)
class Blocked:
    """The window's thread was kept: for how many seconds at least, and where it was then."""

    seconds: float
    where: str


class Watchdog:
    """Watches the thread it is made on. `clock` tells how long something took: by the wall, or of its own work."""

    def __init__(
        self, told: Callable[[Blocked], None] | None = None, limit: float = LIMIT, *, own_work_only: bool = False
    ) -> None:
        self._told = told or _log
        self._limit = limit
        self._watched = threading.get_ident()
        self._clock = _work_of(self._watched) if own_work_only else time.monotonic
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="tandem-watchdog", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Watch no more."""
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        entry: FrameType | None = None
        began = 0.0
        told = 0.0
        worst: Blocked | None = None
        while not self._stop.wait(_LOOK):
            frame = sys._current_frames().get(self._watched)  # noqa: SLF001 - the one way to look at another thread
            current = None if frame is None else _entry(frame)
            now = self._clock()
            if current is not entry or current is None:
                if worst is not None:
                    self._told(worst)
                entry, began, told, worst = current, now, 0.0, None
            elif frame is not None and now - began > max(self._limit, told):
                told = now - began
                worst = Blocked(told, "".join(traceback.format_stack(frame, 12)))
        if worst is not None:
            self._told(worst)


def _entry(frame: FrameType) -> FrameType | None:
    """Return the call by which Qt's loop came into Python; None while it paints, waits, or is not running."""
    entry: FrameType | None = None
    one: FrameType | None = frame
    while one is not None:
        if one.f_code.co_name in _PAINTING:
            return None
        if _is_loop(one):
            return entry
        entry = one
        one = one.f_back
    return None


def _is_loop(frame: FrameType) -> bool:
    """Whether this call runs the loop: the program's start, or a test or bench that waits."""
    module = str(frame.f_globals.get("__name__", ""))
    return module.startswith(_OURS) and not _LOOP.isdisjoint(frame.f_code.co_names)


def _work_of(thread: int) -> Callable[[], float]:
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _log(blocked: Blocked) -> None:
    _LOG.warning("The window's thread was kept for %.0f ms:\n%s", blocked.seconds * 1000, blocked.where)
