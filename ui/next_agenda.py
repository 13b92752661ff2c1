"""Puts something on the next meeting's agenda, from wherever it is looked at."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QPushButton, QWidget

from app import next_agenda
from app.changes import Change
from ui import icons
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme
from ui.widgets.tinted import tint


class NextAgenda(QObject):
    """Writes what a page has to talk about onto the agenda, and says so there."""

    def __init__(self, jobs: Jobs, page: Page, topic: Callable[[], str]) -> None:
        super().__init__(page)
        self._jobs, self._page, self._topic = jobs, page, topic

    def put(self) -> None:
        """Put the page's topic on the next meeting's agenda."""
        topic = self._topic()
        if topic:
            self._jobs.write(next_agenda.put_on_next, topic, done=self._done, failed=self._page.failed.emit)

    def button(self, theme: Theme, parent: QWidget) -> QPushButton:
        """Return a button that does so."""
        made = QPushButton(" " + words(), parent)
        made.setAccessibleName(words())
        made.setIconSize(icons.size_of(16))
        made.clicked.connect(self.put)

        def draw() -> None:
            tint(made, theme, "presentation", "text")

        theme.changed.connect(draw)
        draw()
        return made

    def _done(self, change: Change) -> None:
        around, starts = self._page.around, (change.result or {}).get("starts_at")
        day = "" if starts is None else around.words.moment(datetime.fromisoformat(starts), around.now)
        said = self.tr("On the agenda of {day}: {topic}").format(day=day, topic=change.subject)
        self._page.said.emit(said, change)


def words() -> str:
    """Return what the act is called."""
    return QCoreApplication.translate("NextAgenda", "Put on the next agenda")
