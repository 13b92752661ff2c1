"""Desktop notifications of what waits: mentions, tasks that fall due, overdue replies; each can be quieted.

Nothing is said while the window is in front, where the bell says it, nor of what waited already when it opened.
"""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app import quiet, settings
from app.inbox import Inbox, is_pressing
from ui import icons
from ui.theme import Theme

KINDS = ("mentions", "tasks", "overdue")
NOTIFY = "notify"
"""The setting: for each of the kinds whether it is told on the desktop; all are, unless somebody says otherwise."""


def wanted() -> frozenset[str]:
    """Return the kinds that are told on the desktop."""
    kept = settings.read().get(NOTIFY)
    return frozenset(kind for kind in KINDS if not isinstance(kept, dict) or kept.get(kind, True) is not False)


def want(kind: str, *, on: bool) -> None:
    """Keep whether a kind is told."""
    settings.write(**{NOTIFY: {one: one in wanted() for one in KINDS} | {kind: on}})


def is_possible() -> bool:
    """Return whether this desktop shows notifications."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Notifier(QObject):
    """Hears what waits and tells what is new of it. `opened` says that a notification was clicked."""

    opened = Signal()

    def __init__(self, theme: Theme, panel: QWidget) -> None:
        super().__init__(panel)
        self._theme = theme
        self._panel = panel
        self._tray: QSystemTrayIcon | None = None
        self._known: tuple[frozenset[int], frozenset[int], int] | None = None
        self.zone: tzinfo = UTC
        self.show: Callable[[str, str], None] = self._show

    def take(self, found: Inbox, now: datetime) -> None:
        """Tell what was not there the last time."""
        notes = frozenset(one.id for one in found.mentions)
        tasks = frozenset(one.id for one in found.tasks if is_pressing(one, now))
        before, self._known = self._known, (notes, tasks, found.overdue)
        if before is None or self._panel.window().isActiveWindow() or quiet.until(now, self.zone) is not None:
            return
        kinds = wanted()
        if "mentions" in kinds:
            for note in found.mentions:
                if note.id not in before[0]:
                    who = note.by or self.tr("A colleague")
                    self.show(self.tr("{who} on {record}").format(who=who, record=note.record), note.text[:200])
        if "tasks" in kinds:
            for task in found.tasks:
                if task.id in tasks - before[1]:
                    self.show(self.tr("Due now: {task}").format(task=task.title[:120]), task.about[:120])
        if "overdue" in kinds and found.overdue > before[2]:
            self.show(self.tr("Reply overdue"), self.tr("%n of your leads are overdue.", None, found.overdue))

    def stop(self) -> None:
        """Take the drawing off the desktop's bar; the window closes."""
        if self._tray is not None:
            self._tray.hide()
            self._tray = None

    def _show(self, title: str, words: str) -> None:
        if not is_possible():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon(), self)
            self._tray.messageClicked.connect(self._clicked)
            self._tray.activated.connect(self._clicked)
            self._tray.show()
        self._tray.showMessage(title, words, self._icon())

    def _icon(self) -> QIcon:
        return icons.icon("bell", self._theme.colour("accent"), 32)

    def _clicked(self) -> None:
        window = self._panel.window()
        window.show()
        window.raise_()
        window.activateWindow()
        if not self._panel.isVisible():
            self.opened.emit()
