"""What waits for me, under the bell: notes that name me and tasks by when they are due, to be opened or ticked off."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import inbox, mentions, outcomes
from app.changes import Change
from app.errors import KnownError
from app.inbox import Inbox, Waiting
from app.mentions import MentionRow
from ui.around import Surroundings
from ui.inbox.digest import DigestTeller
from ui.inbox.notifying import Notifier
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled

WIDTH = 380
_HEIGHT = 420
_SHOWN = 40
EVERY = 60_000
"""Milliseconds after which what waits is looked at anew, whoever does nothing."""
_KINDS = frozenset(
    {
        "task",
        "lead",
        "contact",
        "company",
        "meeting",
        "import",
        "activity",
        "mention",
        "stage",
        "member",
        "handoff",
        "mark",
    }
)


class _Line(QFrame):
    """One thing that waits: a box to tick, its name, what it is about and when it is due."""

    opened = Signal()
    ticked = Signal()

    def __init__(self, title: str, about: str, tick: str, parent: QWidget, *, opens: bool) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self.box = QCheckBox(self)
        self.box.setObjectName("task")
        self.box.setFixedSize(28, 28)
        self.box.setAccessibleName(tick)
        self.box.clicked.connect(self.ticked)
        self.name = QPushButton(self)
        self.name.setObjectName("line")
        self.name.setText(title.replace("&", "&&")[:300])
        self.name.setAccessibleName(f"{title}, {about}" if about else title)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.name.setEnabled(opens)
        self.name.clicked.connect(self.opened)
        self.day = QLabel(self)
        self.day.setTextFormat(Qt.TextFormat.PlainText)
        whole = " ".join(about.split())[:300]
        below = QLabel(self)
        below.setObjectName("faint")
        below.setFont(font(12))
        below.setText(QFontMetrics(font(12)).elidedText(whole, Qt.TextElideMode.ElideRight, WIDTH - 150))
        below.setToolTip(whole if below.text() != whole else "")
        below.setTextFormat(Qt.TextFormat.PlainText)
        below.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        below.setContentsMargins(5, 0, 0, 0)
        below.setVisible(bool(about))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(below)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 14, 6)
        layout.setSpacing(8)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)

    def say_day(self, day: str, *, pressing: bool) -> None:
        """Say when it is due, or when it was."""
        self.day.setText(day)
        self.day.setObjectName("problem" if pressing else "muted")


class Panel(QFrame):
    """The panel. It tells the bell how much is due by `counted`."""

    counted = Signal(int)
    waits = Signal(int, str)  # how much waits in the inbox, as a figure too
    open_asked = Signal(str, int)  # kind, id
    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._jobs = jobs
        self.around = around
        self.notifier = Notifier(theme, self)
        self.teller = DigestTeller(jobs, around, self)
        self._every = QTimer(self, interval=EVERY)
        self._every.timeout.connect(self.load)
        self._over = parent
        self._before: QWidget | None = None
        self.lines: list[_Line] = []
        self._heads: list[QLabel] = []
        title = QLabel(self.tr("Waiting for you"), self)
        title.setFont(font(15, 600))
        title.setContentsMargins(16, 14, 16, 4)
        self._nothing = QLabel(
            self.tr("Nothing waits for you. Tasks with a day and notes that name you come here."), self
        )
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(16, 4, 16, 16)
        self._inner = QWidget(self)
        self._inner.setObjectName("panelinner")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(4, 0, 4, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scroll = scrolled(self._inner, self)
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
        """Read what waits; from then on also as time goes by, since what was not due may be."""
        self._jobs.read(inbox.found, done=self._take, failed=self._ignore, key="inbox.found", behind=True)
        if not self._every.isActive():
            self._every.start()

    def stop(self) -> None:
        """Read no more; the window closes."""
        self._every.stop()
        self.notifier.stop()

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

    def _take(self, found: Inbox) -> None:
        for widget in (*self.lines, *self._heads):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.lines, self._heads = [], []
        if found.mentions:
            self._head(self.tr("Mentions"))
        for note in found.mentions[:_SHOWN]:
            self._add(self._mention(note))
        if found.mentions and found.tasks:
            self._head(self.tr("Tasks"))
        for task in found.tasks[:_SHOWN]:
            self._add(self._task(task))
        self._nothing.setVisible(not self.lines)
        self._scroll.setVisible(bool(self.lines))
        now = self.around.now
        self.counted.emit(found.pressing(now))
        self.waits.emit(len(found.items), self.around.words.number(len(found.items)))
        self.notifier.zone = self.around.context.zone
        self.notifier.take(found, now)
        self.teller.around = self.around
        self.teller.look()
        if self.isVisible():
            self._fit()

    def _head(self, words: str) -> None:
        head = QLabel(words, self._inner)
        head.setObjectName("muted")
        head.setFont(font(12, 600))
        head.setContentsMargins(14, 6, 14, 2)
        self._column.insertWidget(self._column.count() - 1, head)
        self._heads.append(head)

    def _add(self, line: _Line) -> None:
        self._column.insertWidget(self._column.count() - 1, line)
        self.lines.append(line)

    def _task(self, one: Waiting) -> _Line:
        tick = self.tr("Done: {task}").format(task=one.title)
        line = _Line(one.title, one.about, tick, self._inner, opens=one.record_id is not None)
        if one.due_at is not None:
            day = self.around.words.day(one.due_at, self.around.now)
            line.say_day(day, pressing=inbox.is_pressing(one, self.around.now))
        line.opened.connect(partial(self._open, one))
        line.ticked.connect(partial(self._tick, one))
        return line

    def _mention(self, note: MentionRow) -> _Line:
        title = self.tr("{who} on {record}").format(who=note.by or self.tr("A colleague"), record=note.record)
        line = _Line(title, note.text[:300], self.tr("Seen: {note}").format(note=title), self._inner, opens=True)
        line.say_day(self.around.words.day(note.at, self.around.now), pressing=False)
        line.opened.connect(partial(self._open_note, note))
        line.ticked.connect(partial(self._see, note))
        return line

    def _fit(self) -> None:
        wanted = self._inner.sizeHint().height() + 52 if self.lines else 110
        self.setFixedHeight(min(wanted, _HEIGHT, max(160, self._over.height() - 80)))

    def _open(self, one: Waiting) -> None:
        self.hide()
        if one.record_id is not None:
            self.open_asked.emit(one.kind, one.record_id)

    def _open_note(self, note: MentionRow) -> None:
        self.hide()
        self._see(note)
        self.open_asked.emit(note.kind, note.record_id)

    def _see(self, note: MentionRow) -> None:
        self._jobs.write(mentions.mark, [note.id], done=self._seen, failed=self._not_ticked)

    def _seen(self, change: Change) -> None:
        del change
        self.load()

    def _tick(self, one: Waiting) -> None:
        self._jobs.write(outcomes.finish_action, one.id, done=partial(self._ticked, one), failed=self._not_ticked)

    def _ticked(self, one: Waiting, change: Change) -> None:
        self.said.emit(self.tr("Done: {task}").format(task=one.title), change)
        self.load()

    def _not_ticked(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.load()

    def _changed(self, change: Change) -> None:
        if _KINDS & change.ids.keys():
            self.load()

    def _ignore(self, error: KnownError) -> None:
        """Leave what is shown; that the database is away is said by the bar."""
