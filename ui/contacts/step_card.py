"""The card that says what comes next, with when it is due; tasks beside it, each to be ticked off."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.around import LeadLine
from app.periods import day_start, local_day
from app.tasks import TaskRow
from ui import icons
from ui.around import Surroundings
from ui.contacts import form
from ui.painting import PILL_HEIGHT, SMALL_STRONG, Brush
from ui.theme import Theme, font
from ui.widgets.tinted import tint
from ui.widgets.wrapping import wrapping
from ui.words import Due

_INSTANT = timedelta(microseconds=1)
_GROUNDS = {"bad": "bad_soft", "warn": "warn_soft", "good": "good_soft"}


class Pill(QWidget):
    """When something is due, in words, with an icon and a colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._due: Due | None = None
        self.setFixedHeight(PILL_HEIGHT)

    def tell(self, due: Due | None) -> None:
        """Say it, or nothing."""
        self._due = due
        self.setVisible(due is not None)
        self.setAccessibleName(due.words if due else "")
        if due is not None:
            self.setFixedWidth(self.sizeHint().width())
        self.update()

    def sizeHint(self) -> QSize:
        """Return its size."""
        if self._due is None:
            return QSize(0, PILL_HEIGHT)
        return QSize(SMALL_STRONG.width(self._due.words) + (38 if self._due.icon else 20), PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        if self._due is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            ground = _GROUNDS.get(self._due.token, "pill")
            brush.pill(0, 0, self._due.words, self._due.token, ground, self._due.icon)


class StepCard(QFrame):
    """The next step of the chosen lead."""

    done = Signal()
    put_off = Signal(object)  # the moment it is due now
    asked = Signal(str, object)  # a new step's words and when it is due

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepcard")
        self._theme, self.around = theme, around
        self._lead: LeadLine | None = None
        head = QLabel(self.tr("Next step"), self)
        head.setObjectName("muted")
        head.setFont(font(12, 500))
        self.pill = Pill(theme, self)
        self.step = wrapping(self, font(15, 600))
        self._why = wrapping(self, font(13))
        self._why.setObjectName("muted")
        self.done_button = QPushButton(self.tr("Done"), self)
        self.done_button.clicked.connect(self.done)
        self.day_button = QPushButton(self.tr("Change day"), self)
        menu = QMenu(self.day_button)
        menu.aboutToShow.connect(self._offer_days)
        self.day_button.setMenu(menu)
        self.add_button = QPushButton(self.tr("Add next step"), self)
        self.add_button.clicked.connect(self.begin)
        self.entry = QLineEdit(self)
        self.entry.setMaxLength(2_000)
        self.entry.setPlaceholderText(self.tr("Call back Friday"))
        self.entry.setAccessibleName(self.tr("Next step and its day"))
        self.entry.returnPressed.connect(self._take)
        self.entry.hide()
        self._new = True
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.pill)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.done_button, self.day_button, self.add_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.step)
        layout.addWidget(self._why)
        layout.addWidget(self.entry)
        layout.addLayout(buttons)

    def show_lead(self, lead: LeadLine) -> None:
        """Show what comes next with a lead."""
        if self._lead is not None and lead.id != self._lead.id:
            self.entry.hide()
            self.entry.clear()
        self._lead = lead
        stage = self.around.context.stages.get(lead.stage_id)
        has = bool(lead.next_step)
        words = self.around.words
        self.step.setText(lead.next_step if has else words.no_step())
        self.step.setObjectName("" if has else "warning")
        self.step.style().polish(self.step)
        self.pill.tell(due_of(lead.due_at, self.around) if has else None)
        owner = self.around.context.members.get(lead.owner_id or 0)
        since = self.tr("{stage} since {day}").format(
            stage=stage.name if stage else "", day=words.moment(lead.entered_at, self.around.now)
        )
        self._why.setText(" · ".join(part for part in (since, owner.name if owner else "") if part))
        self.done_button.setVisible(has)
        self.day_button.setVisible(has)
        self.add_button.setVisible(not has and self.entry.isHidden())

    @property
    def draft(self) -> str:
        """What was typed and is no step yet."""
        return "" if self.entry.isHidden() else self.entry.text()

    def put_draft(self, text: str) -> None:
        """Show what was typed earlier."""
        self.entry.setText(text)
        self.entry.setVisible(bool(text))

    def begin(self) -> None:
        """Begin to write the next step."""
        self._new = True
        self.entry.setPlaceholderText(self.tr("Call back Friday"))
        self.entry.show()
        self.add_button.hide()
        self.entry.setFocus()

    def _begin_day(self) -> None:
        self._new = False
        self.entry.clear()
        self.entry.setPlaceholderText(self.tr("A day, such as Friday or 3 Dec"))
        self.entry.show()
        self.entry.setFocus()

    def _take(self) -> None:
        text = self.entry.text().strip()
        if not text:
            return
        if not self._new:
            day = form.day(text, self.around)
            if day is None:
                self.entry.selectAll()
                return
            self.put_off.emit(day_start(day + timedelta(days=1), self.around.context.zone) - _INSTANT)
        else:
            title, due = split_day(text, self.around)
            self.asked.emit(title, due)
        self.entry.clear()
        self.entry.hide()

    def _offer_days(self) -> None:
        menu = self.day_button.menu()
        menu.clear()
        today = local_day(self.around.now, self.around.context.zone)
        for ahead in (0, 1, 2, 3, 7, 14):
            day = today + timedelta(days=ahead)
            name = self.around.words.paper.day_short(day, today.year, weekday=True)
            if ahead in (0, 1):
                near = self.tr("Today") if ahead == 0 else self.tr("Tomorrow")
                name = f"{near} · {name}"
            menu.addAction(name, partial(self._put_off_to, ahead))
        menu.addSeparator()
        menu.addAction(self.tr("Another day…"), self._begin_day)

    def _put_off_to(self, ahead: int) -> None:
        day = local_day(self.around.now, self.around.context.zone) + timedelta(days=ahead + 1)
        self.put_off.emit(day_start(day, self.around.context.zone) - _INSTANT)


class TaskList(QWidget):
    """Open tasks, a line each."""

    ticked = Signal(int)  # the task's id
    removed = Signal(int)

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self.boxes: list[QCheckBox] = []
        self._shown: tuple[TaskRow, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)

    def show_tasks(self, tasks: Sequence[TaskRow]) -> None:
        """Show them."""
        self._shown = tuple(tasks)
        self.boxes = []
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for task in tasks:
            self._lines.addWidget(self._line(task))
        self.setVisible(bool(tasks))

    def _line(self, task: TaskRow) -> QWidget:
        line = QWidget(self)
        box = QCheckBox(line)
        box.setObjectName("task")
        box.setFixedSize(28, 28)
        due = due_of(task.due_at, self.around)
        said = ", ".join(part for part in (task.title[:200], task.owner, due.words if due else "") if part)
        box.setAccessibleName(self.tr("Done: {task}").format(task=said))
        box.clicked.connect(partial(self.ticked.emit, task.id))
        self.boxes.append(box)
        title = wrapping(line, font(13))
        title.setText(task.title[:400])
        who = QLabel(" · ".join(part for part in (task.record, task.owner) if part), line)
        who.setObjectName("muted")
        who.setFont(font(12))
        who.setTextFormat(Qt.TextFormat.PlainText)
        who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        if who.text():
            words.addWidget(who)
        pill = Pill(self._theme, line)
        pill.tell(due)
        more = QToolButton(line)
        tint(more, self._theme, "x", "muted")
        more.setIconSize(icons.size_of(16))
        more.setFixedSize(28, 28)
        more.setAccessibleName(self.tr("Move the task to the bin: {task}").format(task=task.title[:100]))
        more.setToolTip(self.tr("Move the task to the bin"))
        more.clicked.connect(partial(self.removed.emit, task.id))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(6)
        layout.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(pill)
        layout.addWidget(more)
        return line


def due_of(due_at: datetime | None, around: Surroundings) -> Due | None:
    """Return what a pill says of a moment at which something is due."""
    return None if due_at is None else around.words.due_by(due_at, around.now)


def split_day(text: str, around: Surroundings) -> tuple[str, datetime | None]:
    """Return the words of a step and the end of the day that its last word names, if it names one."""
    parts = text.split()
    for count in (1, 2, 3):
        if len(parts) > count:
            day = form.day(" ".join(parts[-count:]), around)
            if day is not None:
                due = day_start(day + timedelta(days=1), around.context.zone) - _INSTANT
                return " ".join(parts[:-count]), due
    return " ".join(parts), None
