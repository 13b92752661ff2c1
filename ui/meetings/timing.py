"""Lets the time of a step run and rest: at once here, and in the workspace for everybody."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app import meeting_time
from app.changes import Change
from app.errors import KnownError
from app.meeting_agenda import Agenda
from app.meeting_time import Running
from ui.jobs import Jobs
from ui.meetings.clock import StepClock


class Timing(QObject):
    """Stands between the clock that is shown and the workspace's."""

    failed = Signal(object)  # KnownError
    turned = Signal()  # what was done is through, or refused: the meeting is to be read anew

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.clock = StepClock(self)
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        """Whether something done here is not through yet."""
        return self._under_way > 0

    def take(self, found: Running | None) -> bool:
        """Take what the workspace says; not while something done here is under way, for then it is older. Say if so."""
        if not self.is_busy:
            self.clock.take(found)
        return not self.is_busy

    def run(self, step_id: int, by: str) -> None:
        """Let a step's time run; another one's stops."""
        self.clock.begin(step_id, by)
        self._turn(meeting_time.run, step_id)

    def pause(self, meeting_id: int) -> None:
        """Let the time rest."""
        self.clock.rest()
        self._turn(meeting_time.pause, meeting_id)

    def _turn(self, service: Callable[..., None], number: int) -> None:
        self._under_way += 1
        self._jobs.write(service, number, done=self._turned, failed=self._refused)

    def _turned(self, _: Change) -> None:
        self._under_way -= 1
        self.turned.emit()

    def _refused(self, error: KnownError) -> None:
        self._under_way -= 1
        self.failed.emit(error)
        self.turned.emit()


def with_time(agenda: Agenda, clock: StepClock) -> Agenda:
    """Return an agenda on which the step that is on took so much longer, until it is read anew."""
    steps = (replace(one, seconds=one.seconds + clock.seconds) if one.id == clock.step else one for one in agenda.steps)
    return replace(agenda, steps=tuple(steps))
