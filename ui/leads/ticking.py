"""The clocks on the board's cards: read when the board is there, every minute, and after what may change them."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.changes import Change
from app.errors import KnownError
from app.handoffs.running import Running, running
from ui.jobs import Jobs

_EVERY = 60_000
_SETTLING = 250
_CONCERNED = frozenset({"absence", "activity", "agreement", "handoff", "lead", "member", "workspace"})


class Ticking(QObject):
    """Keeps `clocks`, by the lead, which every stage's model looks into."""

    ticked = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.clocks: dict[int, Running] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SETTLING)
        self._every = QTimer(self, interval=_EVERY)
        for timer in (self._soon, self._every):
            timer.timeout.connect(self.look)
        jobs.changed.connect(self._apply)

    def look(self) -> None:
        """Read how the clocks stand now."""
        self._every.start()
        self._jobs.read(running, done=self._take, failed=self._failed, key="leads.clocks")

    def stop(self) -> None:
        """Look no more."""
        self._soon.stop()
        self._every.stop()

    def _apply(self, change: Change) -> None:
        if self._every.isActive() and any(entry.kind in _CONCERNED for entry in change.entries):
            self._soon.start()

    def _take(self, found: dict[int, Running]) -> None:
        before = dict(self.clocks)
        self.clocks.clear()
        self.clocks.update(found)
        if before != self.clocks:
            self.ticked.emit()

    def _failed(self, _error: KnownError) -> None:
        """Say nothing: the next look comes by itself, and other reads tell of lost connections."""
