"""What the window says by itself: what was done, what went wrong, whether all is saved, and that nothing can be."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.changes import Change
from app.errors import KnownError, ReadOnlyError, RestoredError, UnreachableError
from ui import refusals
from ui.jobs import Jobs
from ui.notices import Bar, SaveState, Toast
from ui.theme import Theme


class Saying(QObject):
    """Puts each thing where it belongs: what lasts into the bar, the rest into a toast."""

    refresh_asked = Signal()

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.bar = Bar(theme)
        self.bar.retry_asked.connect(self.refresh_asked)
        self.toast = Toast(parent)
        self.state: SaveState | None = None

    def begin(self, state: SaveState) -> None:
        """Say what holds from the start, and hear of saves from now on; `state` is the place in the title row."""
        self.state = state
        self._jobs.refused.connect(self.problem)
        self._jobs.saving.connect(self._saving)
        if self._jobs.workspace.read_only:
            self._say_read_only(self.tr("This workspace is open to look only."))

    def done(self, sentence: str, change: Change | None) -> None:
        """Say what was done, with a way to undo it."""
        self.toast.say(sentence, "" if change is None else change.op)

    def offer(self, words: str, act: Callable[[], None], sentence: str) -> None:
        """Say something with a button of these words that does `act`."""
        self.toast.offer(sentence, words, act)

    def problem(self, error: KnownError) -> None:
        """Say what went wrong."""
        if isinstance(error, UnreachableError | RestoredError):
            self.trouble(error)
            return
        if isinstance(error, ReadOnlyError) and not self._jobs.workspace.read_only:
            self._say_read_only(refusals.said(error))
        self.toast.say(refusals.said(error))

    def trouble(self, error: KnownError | None) -> None:
        """Show that the database is away, or that it is back."""
        if error is None:
            self.bar.hide()
            self.refresh_asked.emit()
        elif isinstance(error, RestoredError):
            self.bar.say(refusals.said(error), retry=False)
        else:
            going_on = self.tr("You can keep working; what you change is sent when the connection is back.")
            self.bar.say(f"{refusals.said(error)} {going_on}", retry=True)

    def _say_read_only(self, sentence: str) -> None:
        if self.state is not None:
            self.state.tell_read_only()
        nothing = self.tr("You can read everything; nothing that you change is saved.")
        self.bar.say(f"{sentence} {nothing}", retry=False, icon="lock")

    def _saving(self, saves: int, waiting: bool) -> None:
        if self.state is not None:
            self.state.tell(saves, waiting=waiting)
