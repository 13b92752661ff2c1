"""What a scene is prepared with: an open window over a workspace of its own, at a clock that stands still."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import KnownError
from ui.desk import Desk
from ui.rooms import PREPARING
from ui.theme import Theme
from ui.window import Window

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
"""The gallery's present moment, a Wednesday."""
WHOLE = (1440, 900)
SMALL = (1024, 640)
_STEP = 10
_QUIET = 3
"""Steps in a row without anything under way that count as rest."""
_SOON = 1_000
"""Milliseconds: a timer that ends within them is waited for; later ones, such as a toast's, belong to what is shown."""
_LEVEL = 600
"""Steps in which the window must have heard of what was written; where the database is away it never does."""
_PATIENCE = 15_000


@dataclass(slots=True)
class Stage:
    """The window that a scene is played in.

    Attributes:
        desk: the open workspace with its window.
        url: where the workspace lies; a scene may write into it, as a colleague would, through a door of its own.
        theme: the theme that it is drawn in.
        instead: a window that is drawn in the place of the main one.
        data: names in the picture that are nobody's words, beyond those of the workspace.
        files: what the scene reads, as a person's own files.
        over: dialogs and popups that the scene opened, painted over the window where they stand.
    """

    desk: Desk
    url: str
    theme: Theme
    instead: QWidget | None = None
    data: frozenset[str] = frozenset()
    over: list[QWidget] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    @property
    def window(self) -> Window:
        """The window."""
        return self.desk.window

    def wait(self, milliseconds: int = 300) -> None:
        """Let some time pass; `rest` and `until` are better where they do."""
        QTest.qWait(milliseconds)

    def rest(self) -> None:
        """Wait until all that was asked for has arrived and is shown."""
        quiet, steps = 0, 0
        while quiet < _QUIET:
            QTest.qWait(_STEP)
            quiet, steps = quiet + 1 if self._is_quiet() else 0, steps + 1
            if quiet == _QUIET and steps < _LEVEL and not self._is_level():
                quiet = 0

    def _is_quiet(self) -> bool:
        timers = [one for one in self.window.findChildren(QTimer) if one.objectName() != PREPARING]
        soon = any(one.isActive() and one.isSingleShot() and one.remainingTime() < _SOON for one in timers)
        return self.desk.jobs.is_idle and not soon

    def _is_level(self) -> bool:
        """Return whether the window was told of all that the journal holds, by whomever."""
        try:
            return self.desk.sync.seen >= self.desk.jobs.workspace.latest()
        except KnownError:
            return True

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds.

        Raises:
            TimeoutError: it never did.
        """
        for _ in range(_PATIENCE // _STEP):
            if holds():
                return
            QTest.qWait(_STEP)
        raise TimeoutError("the scene never came about")

    def take_dialogs(self) -> None:
        """Let the dialogs that are open be part of the picture."""
        self.wait(100)
        self.over += [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def picture(self) -> QPixmap:
        """Return the window as it stands, with what was opened over it."""
        window = self.window if self.instead is None else self.instead
        made = window.grab()
        with QPainter(made) as painter:
            for widget in self.over:
                place = self._place(widget)
                painter.drawPixmap(place, widget.grab())
                if isinstance(widget, QDialog):
                    painter.drawRect(QRect(place, widget.size()))
        return made

    def _place(self, widget: QWidget) -> QPoint:
        if isinstance(widget, QDialog):  # off screen there is nobody who would put it in the middle
            return self.window.rect().center() - widget.rect().center()
        return widget.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint())


Prepare: TypeAlias = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of the gallery.

    Attributes:
        prepare: brings the window into the state that is shown.
        size: the window's size in logical pixels.
        empty: over an empty workspace instead of the sample company.
        direction: which way writing runs.
        scale: device pixels to a logical one.
    """

    prepare: Prepare
    size: tuple[int, int] = WHOLE
    empty: bool = False
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
    scale: int = 1


Scenes: TypeAlias = Mapping[str, Scene]
