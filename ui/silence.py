"""What time does to handoffs and the calendar, made fact while a window is open, so that colleagues see it, too."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app import working_time
from app.changes import Change
from app.errors import KnownError
from app.handoffs import silence
from ui.jobs import Jobs

EVERY = 60_000
"""Milliseconds between two looks."""


class Silence(QObject):
    """Looks when a window has opened, and every minute. Whoever looks first writes; the others find nothing to do."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        self._left = 0
        self._every = QTimer(self, interval=EVERY)
        self._every.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and from now on; never in a workspace that can only be read."""
        if not self._jobs.workspace.read_only:
            self._every.start()
            self.look()
            self._jobs.read(working_time.lacking, done=self._fill, failed=self._failed_look)

    def stop(self) -> None:
        """Look no more."""
        self._every.stop()

    def look(self) -> None:
        """Ask what is due, unless what was found last is still being written."""
        if not self._left:
            # A look that fails says nothing: the next one comes by itself, and other reads tell of lost connections.
            self._jobs.read(silence.due, done=self._write, failed=self._failed_look, key="silence")

    def _fill(self, until: int) -> None:
        if until:
            self._jobs.write(working_time.extend, op=f"days-off-{until}", failed=self._failed_look)

    def _write(self, found: tuple[list[int], list[int]]) -> None:
        returned, back = found
        self._left = len(returned) + len(back)
        # The ids of the acts are made of the handoffs', so that of many windows one alone does each.
        for number in returned:
            self._ask(silence.expire, number, f"silence-{number}")
        for number in back:
            self._ask(silence.come_back, number, f"back-{number}")

    def _ask(self, service: Callable[..., None], number: int, op: str) -> None:
        self._jobs.write(service, number, op=op, done=self._written, failed=self._refused)

    def _failed_look(self, _error: KnownError) -> None:
        pass

    def _written(self, change: Change) -> None:
        self._left -= 1
        # Returned to the pool, a lead may be past due there as well.
        if not self._left and change.entries:
            self.look()

    def _refused(self, _error: KnownError) -> None:
        self._left -= 1
