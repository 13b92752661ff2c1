"""The time of the step that is on: counted here, written down when it stops, so that it costs no save a second."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

TICK = 1000


class StepClock(QObject):
    """Counts the seconds of one step. `stopped` tells how many are to be added to it."""

    ticked = Signal()
    stopped = Signal(int, int)  # the step's id and its seconds

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._step: int | None = None
        self._began = 0.0
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.ticked)

    @property
    def step(self) -> int | None:
        """The step whose time runs."""
        return self._step

    @property
    def seconds(self) -> int:
        """The seconds that run, on top of what was written down."""
        return 0 if self._step is None else int(time.monotonic() - self._began)

    def start(self, step: int) -> None:
        """Let a step's time run; another one's stops."""
        if step != self._step:
            self.stop()
            self._step, self._began = step, time.monotonic()
            self._timer.start()

    def stop(self) -> None:
        """Stop the time."""
        step, seconds = self._step, self.seconds
        self._timer.stop()
        self._step = None
        if step is not None and seconds:
            self.stopped.emit(step, seconds)
