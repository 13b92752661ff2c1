"""The time of the step that is on, as the workspace holds it; here it is only counted on between two readings."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.meeting_time import Running

TICK = 1000


class StepClock(QObject):
    """Counts the seconds of the step that is on, on top of what was written down."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.step: int | None = None
        self.by = ""
        self.is_running = False
        self._began = 0.0
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.ticked)

    @property
    def seconds(self) -> int:
        """The seconds that run, on top of what was written down."""
        return int(time.monotonic() - self._began) if self.is_running else 0

    def take(self, found: Running | None) -> None:
        """Take what the workspace says."""
        if found is None:
            self.stop()
        elif found.seconds is None:
            self.rest()
            self.step, self.by = found.step_id, found.by
        else:
            self.step, self.by, self.is_running = found.step_id, found.by, True
            # What is shown never goes back by the second that an answer took.
            began = time.monotonic() - found.seconds
            self._began = began if abs(began - self._began) > 1 else self._began
            self._timer.start()

    def begin(self, step: int, by: str) -> None:
        """Let a step's time run at once; the workspace hears of it meanwhile."""
        self.step, self.by, self.is_running = step, by, True
        self._began = time.monotonic()
        self._timer.start()

    def rest(self) -> None:
        """Let the time rest at the step that is on."""
        self.is_running = False
        self._timer.stop()

    def stop(self) -> None:
        """Let go of the step: another meeting is shown."""
        self.rest()
        self.step, self.by = None, ""
