"""A note in a thread: who wrote it, when, its words, and what colleagues make of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.replies import Note
from ui import icons
from ui.around import Surroundings
from ui.contacts.body import Body
from ui.contacts.signs import Signs
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.tinted import tint

_FACE = 32


class Face(QWidget):
    """Somebody's initials in a disc."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self.setFixedSize(QSize(_FACE, _FACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft()).avatar(0, 0, _FACE, self._name)


class NoteView(QFrame):
    """The note. A reaction shows how many gave it, and by hovering who; pressing it adds or takes back one's own."""

    reacted = Signal(int, str, bool)  # the note, the sign, whether it is given or taken back
    pin_asked = Signal(int, bool)

    def __init__(self, note: Note, around: Surroundings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = note
        name = QLabel(note.by or self.tr("A colleague"), self)
        name.setFont(font(13, 600))
        name.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name)
        teams = {"marketing": self.tr("Marketing"), "sales": self.tr("Sales")}
        if note.team in teams:
            team = QLabel(teams[note.team], self)
            team.setObjectName(note.team)
            team.setFont(font(11, 600))
            head.addWidget(team)
        when = QLabel(around.words.moment(note.at, around.now), self)
        when.setObjectName("faint")
        when.setFont(font(12))
        head.addWidget(when)
        head.addStretch(1)
        self.pin = _button(
            "pin", self.tr("Let go from the top") if note.is_pinned else self.tr("Pin to the top"), theme
        )
        self.pin.setCheckable(True)
        self.pin.setChecked(note.is_pinned)
        self.pin.clicked.connect(self._pin)
        head.addWidget(self.pin)
        self.body = Body(note.text, around, theme, self)
        row = Signs(note.reactions, around, theme, self)
        row.reacted.connect(partial(self.reacted.emit, note.id))
        self.signs = row.buttons
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.body)
        column.addWidget(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(12)
        layout.addWidget(Face(theme, note.by, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)

    def stops(self) -> Sequence[tuple[str, QWidget]]:
        """Return what Tab stops at in it, by name."""
        return (("pin", self.pin), *self.signs.items())

    def _pin(self) -> None:
        self.pin_asked.emit(self.note.id, not self.note.is_pinned)


def _button(icon: str, name: str, theme: Theme) -> QToolButton:
    button = QToolButton()
    tint(button, theme, icon, "muted", 14)
    button.setIconSize(icons.size_of(14))
    button.setMinimumSize(28, 28)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
