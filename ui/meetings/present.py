"""Presenting a meeting: one step a screen, in type that is read from across the room. Arrows move, Esc leaves."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.meeting_agenda import Agenda, News, Owed, Refusal, Settled, Step
from app.summary_data import DisputeLine, GoalLine, WaitingLine, Win
from ui.around import Surroundings
from ui.meetings.card import emptied
from ui.meetings.faces import Faces, title_of
from ui.meetings.listing import wrapped
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.goal_bar import HEIGHT, GoalBar, GoalFace, draw_goal

_TITLE, _TEXT, _TIME = 40, 24, 28
_SCALE = 1.8
_KEYS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backspace: -1,
}


class _LargeGoal(GoalBar):
    """A goal in type twice as large."""

    def __init__(self, theme: Theme, face: GoalFace, parent: QWidget) -> None:
        super().__init__(theme, face, parent)
        self.setFixedHeight(round(HEIGHT * _SCALE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the goal."""
        del event
        area = QRect(0, 0, round(self.width() / _SCALE), HEIGHT)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(_SCALE, _SCALE)
            draw_goal(Brush(painter, self._theme, area, mirrored=self.isRightToLeft()), QRectF(area), self.face)


class Presentation(QWidget):
    """A window of its own over the whole screen."""

    moved = Signal(int)  # the place of the step that is shown now
    left = Signal()

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self.around = theme, around
        self._agenda: Agenda | None = None
        self.place = 0
        self.step = QLabel(self)
        self.step.setFont(font(_TITLE, 600))
        self.step.setTextFormat(Qt.TextFormat.PlainText)
        self.step.setWordWrap(True)
        self.where = QLabel(self)
        self.where.setObjectName("muted")
        self.where.setFont(font(18))
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.time = QLabel(self)
        self.time.setObjectName("muted")
        self.time.setFont(font(_TIME, 600))
        inner = QWidget(self)
        inner.setObjectName("panelinner")
        self._rows = QVBoxLayout(inner)
        self._rows.setSpacing(22)
        self._rows.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back = QPushButton(self.tr("Back"), self)
        self.back.clicked.connect(self._go_back)
        self.on = QPushButton(self.tr("Next"), self)
        self.on.setObjectName("primary")
        self.on.clicked.connect(self._go_on)
        leave = QPushButton(self.tr("Leave (Esc)"), self)
        leave.clicked.connect(self.close)
        for button in (self.back, self.on, leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot = QHBoxLayout()
        foot.addWidget(self.where)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(72, 56, 72, 36)
        layout.setSpacing(28)
        head = QHBoxLayout()
        head.addWidget(self.step, 1)
        head.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)

    def show_agenda(self, agenda: Agenda, place: int) -> None:
        """Show a step of an agenda."""
        self._agenda = agenda
        self.place = max(0, min(place, len(agenda.steps) - 1))
        self._fill(agenda, agenda.steps[self.place] if agenda.steps else None)

    def tell_time(self, text: str) -> None:
        """Say how long the step has taken."""
        self.time.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Esc leaves."""
        key = Qt.Key(event.key())
        sideways = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(key, 0) * (-1 if self.isRightToLeft() else 1)
        step = _KEYS.get(key, sideways)
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif step:
            self._move(step)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: object) -> None:
        """Tell that it is over."""
        del event
        self.left.emit()

    def _go_back(self) -> None:
        self._move(-1)

    def _go_on(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if self._agenda is not None and 0 <= self.place + step < len(self._agenda.steps):
            self.show_agenda(self._agenda, self.place + step)
            self.moved.emit(self.place)

    def _fill(self, agenda: Agenda, step: Step | None) -> None:
        emptied(self._rows)
        self.back.setEnabled(self.place > 0)
        self.on.setEnabled(self.place < len(agenda.steps) - 1)
        words = self.around.words
        self.setWindowTitle(title_of(agenda, words))
        self.where.setText(
            self.tr("{title} · {place} of {count}").format(
                title=title_of(agenda, words), place=self.place + 1, count=len(agenda.steps)
            )
        )
        if step is None:
            self.step.setText(title_of(agenda, words))
            return
        faces = Faces(agenda.summary, words)
        self.step.setText(faces.step(step))
        for line in step.lines:
            self._rows.addWidget(self._line(faces, line))
        if not step.lines:
            self._rows.addWidget(self._text(self.tr("Nothing here this time."), "muted"))
        self._rows.addStretch(1)

    def _line(self, faces: Faces, line: object) -> QWidget:
        if isinstance(line, GoalLine):
            return _LargeGoal(self._theme, faces.goal(line), self)
        return self._text(self._said(faces, line))

    def _said(self, faces: Faces, line: object) -> str:
        words = self.around.words
        if isinstance(line, Win):
            return " · ".join(part for part in faces.win(line) if part)
        if isinstance(line, Settled):
            return line.text
        if isinstance(line, Owed):
            day = words.paper.day_short(line.due, self.around.now.year) if line.due is not None else ""
            mark = "✓ " if line.done is not None else ""
            return mark + " · ".join(part for part in (line.what, line.who, day) if part)
        if isinstance(line, Refusal):
            return f"{line.reason or '–'}: {words.number(line.leads)}"
        if isinstance(line, WaitingLine):
            late = words.paper.amount(line.overdue, "days", "")
            return " · ".join(part for part in (line.contact, line.company, line.owner, late) if part)
        if isinstance(line, DisputeLine):
            row = faces.dispute(line)
            return "\n".join([f"{row['title']} · {row['pill']}", *row["told"]])
        if isinstance(line, News):
            return " · ".join(part for part in (line.name, line.channel) if part)
        return str(line)

    def _text(self, text: str, name: str = "") -> QLabel:
        label = wrapped(text, self, name)
        label.setFont(font(_TEXT))
        return label
