"""What waits for me, under the bell: tasks by when they are due, each to be opened or ticked off."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import inbox, outcomes
from app.changes import Change
from app.errors import KnownError
from app.inbox import Waiting
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme, font

WIDTH = 380
_HEIGHT = 420
_SHOWN = 40


class _Line(QFrame):
    """One task: a box to tick, its name, what it is about and when it is due."""

    opened = Signal()
    ticked = Signal()

    def __init__(self, one: Waiting, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        box = QCheckBox(self)
        box.setFixedSize(28, 28)
        box.setAccessibleName(self.tr("Done: {task}").format(task=one.title))
        box.clicked.connect(self.ticked)
        self.name = QPushButton(self)
        self.name.setObjectName("line")
        self.name.setText(one.title.replace("&", "&&")[:300])
        self.name.setAccessibleName(f"{one.title}, {one.about}" if one.about else one.title)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.name.setEnabled(bool(one.kind))
        self.name.clicked.connect(self.opened)
        due = QLabel(self)
        due.setTextFormat(Qt.TextFormat.PlainText)
        if one.due_at is not None:
            due.setText(around.words.day(one.due_at, around.now))
            due.setObjectName("problem" if inbox.is_pressing(one, around.now) else "muted")
        about = QLabel(one.about[:200], self)
        about.setObjectName("faint")
        about.setFont(font(12))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        about.setContentsMargins(5, 0, 0, 0)
        about.setVisible(bool(one.about))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(about)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 14, 6)
        layout.setSpacing(8)
        layout.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(due, 0, Qt.AlignmentFlag.AlignTop)


class Panel(QFrame):
    """The panel. It tells the bell how much is due by `counted`."""

    counted = Signal(int)
    open_asked = Signal(str, int)  # kind, id
    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._jobs = jobs
        self.around = around
        self._waiting: Sequence[Waiting] = ()
        self._over = parent
        self._before: QWidget | None = None
        self.lines: list[_Line] = []
        title = QLabel(self.tr("Waiting for you"), self)
        title.setFont(font(15, 600))
        title.setContentsMargins(16, 14, 16, 4)
        self._nothing = QLabel(self.tr("Nothing waits for you. Tasks with a day come here."), self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(16, 4, 16, 16)
        self._inner = QWidget(self)
        self._inner.setObjectName("panelinner")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(4, 0, 4, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self._nothing)
        layout.addWidget(self._scroll, 1)
        self.setFixedWidth(WIDTH)
        jobs.changed.connect(self._changed)
        theme.changed.connect(self.update)
        self.hide()

    def load(self) -> None:
        """Read what waits."""
        self._jobs.read(inbox.waiting, done=self._take, failed=self._ignore, key="inbox.waiting")

    def begin(self, place: QPoint, focus: QWidget | None) -> None:
        """Open with the trailing top corner at a place of the window."""
        self._before = focus
        self._fit()
        right = place.x() - (0 if self.isRightToLeft() else self.width())
        self.move(max(8, right), place.y())
        self.show()
        self.raise_()
        self.installEventFilter(self)
        first: QWidget = self.lines[0].name if self.lines else self
        first.setFocus()

    def end(self) -> None:
        """Close."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit what is shown."""
        if watched is self and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return bool(super().eventFilter(watched, event))

    def renew(self, now: datetime) -> None:
        """Count anew what is due by now."""
        self.counted.emit(sum(inbox.is_pressing(one, now) for one in self._waiting))

    def _take(self, found: Sequence[Waiting]) -> None:
        self._waiting = found
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for one in found[:_SHOWN]:
            line = _Line(one, self.around, self._inner)
            line.opened.connect(partial(self._open, one))
            line.ticked.connect(partial(self._tick, one))
            self._column.insertWidget(len(self.lines), line)
            self.lines.append(line)
        self._nothing.setVisible(not found)
        self._scroll.setVisible(bool(found))
        self.renew(self.around.now)
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        wanted = self._inner.sizeHint().height() + 52 if self.lines else 100
        self.setFixedHeight(min(wanted, _HEIGHT, max(160, self._over.height() - 80)))

    def _open(self, one: Waiting) -> None:
        self.hide()
        if one.record_id is not None:
            self.open_asked.emit(one.kind, one.record_id)

    def _tick(self, one: Waiting) -> None:
        self._jobs.write(outcomes.finish_action, one.id, done=partial(self._ticked, one), failed=self._not_ticked)

    def _ticked(self, one: Waiting, change: Change) -> None:
        self.said.emit(self.tr("Done: {task}").format(task=one.title), change)
        self.load()

    def _not_ticked(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.load()

    def _changed(self, change: Change) -> None:
        if {"task", "lead", "contact", "company", "meeting", "import"} & change.ids.keys():
            self.load()

    def _ignore(self, error: KnownError) -> None:
        """Leave what is shown; that the database is away is said by the bar."""
