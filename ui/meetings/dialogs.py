"""What is asked about meetings in dialogs, and written down from them."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import meetings
from app.changes import Change
from app.meeting_agenda import Agenda
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.meetings.arranging import AgendaDialog
from ui.meetings.asking import MeetingDialog
from ui.theme import Theme


class Asking(QObject):
    """Opens the dialogs; each stays open until what was typed is saved."""

    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError
    made = Signal(int)  # a meeting's id

    def __init__(self, jobs: Jobs, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._jobs, self._theme, self._page = jobs, theme, page
        self.meeting: MeetingDialog | None = None
        self.agenda: AgendaDialog | None = None

    def new_meeting(self, around: Surroundings) -> None:
        """Ask for the next meeting."""
        self._jobs.read(
            meetings.proposed, done=partial(self._ask_new, around), failed=self.failed.emit, key="meetings.proposed"
        )

    def _ask_new(self, around: Surroundings, proposed: tuple[str, datetime]) -> None:
        dialog = MeetingDialog(*proposed, around, self._page.window(), is_new=True)
        dialog.chosen.connect(partial(self._make, dialog))
        self._open_meeting(dialog)

    def edit_meeting(self, shown: Agenda, around: Surroundings) -> None:
        """Ask for a meeting's name, day and time anew."""
        dialog = MeetingDialog(shown.title, shown.starts, around, self._page.window(), is_new=False)
        dialog.chosen.connect(partial(self._edit, dialog, shown))
        self._open_meeting(dialog)

    def _open_meeting(self, dialog: MeetingDialog) -> None:
        self.meeting = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, dialog: MeetingDialog, title: str, starts: datetime) -> None:
        done = partial(self._made, dialog)
        self._jobs.write(meetings.prepare, starts, title, done=done, failed=dialog.refuse)

    def _made(self, dialog: MeetingDialog, change: Change) -> None:
        dialog.accept()
        self.said.emit(self.tr("The next meeting is written down."), change)
        self.made.emit(next(entry.id for entry in change.entries if entry.kind == "meeting"))

    def _edit(self, dialog: MeetingDialog, shown: Agenda, title: str, starts: datetime) -> None:
        mine: dict[str, Any] = {}
        if title != (shown.title or title):
            mine["title"] = title
        if starts.replace(second=0, microsecond=0) != shown.starts.replace(second=0, microsecond=0):
            mine["starts_at"] = starts
        if not mine:
            dialog.accept()
            return
        base = {name: shown.title if name == "title" else shown.starts for name in mine}
        done = partial(self._saved, dialog, self.tr("The meeting is changed."))
        self._jobs.write(meetings.edit, shown.id, mine, base, done=done, failed=dialog.refuse)

    def arrange(self, meeting_id: int | None, around: Surroundings) -> None:
        """Ask for the steps of a meeting, or of every new one."""
        done = partial(self._ask_steps, meeting_id, around)
        if meeting_id is None:
            self._jobs.read(meetings.standing, done=done, failed=self.failed.emit, key="meetings.steps")
        else:
            self._jobs.read(meetings.steps_of, meeting_id, done=done, failed=self.failed.emit, key="meetings.steps")

    def _ask_steps(self, meeting_id: int | None, around: Surroundings, steps: Sequence[dict[str, Any]]) -> None:
        dialog = AgendaDialog(self._theme, around.words, steps, self._page.window(), standing=meeting_id is None)
        dialog.chosen.connect(partial(self._arrange, dialog, meeting_id))
        dialog.finished.connect(dialog.deleteLater)
        self.agenda = dialog
        dialog.open()

    def _arrange(
        self,
        dialog: AgendaDialog,
        meeting_id: int | None,
        steps: list[dict[str, Any]],
        base: list[dict[str, Any]],
        standing: bool,
    ) -> None:
        done = partial(self._saved, dialog, self.tr("The agenda is changed."))
        given = (meeting_id, steps, base)
        self._jobs.write(meetings.arrange, *given, standing=standing, done=done, failed=dialog.refuse)

    def _saved(self, dialog: MeetingDialog | AgendaDialog, sentence: str, change: Change) -> None:
        dialog.accept()
        if change.entries:
            self.said.emit(sentence, change)
