"""What the lists of a meeting's page are made of: lines that can be changed, and the field to type another."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QMenu, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.errors import KnownError
from ui.meetings.card import Card, emptied
from ui.meetings.editing import LONGEST, EditLine
from ui.painting import Brush
from ui.theme import Theme
from ui.widgets.tinted import tint
from ui.widgets.wrapping import wrapping

_LEAST = 128  # three lines or so


def wrapped(text: str, parent: QWidget, name: str = "") -> QLabel:
    """Return a label of any text, in as many lines as it takes."""
    return wrapping(parent, words=text[:LONGEST], name=name)


class Disc(QWidget):
    """Somebody's initials, or a drawing on a soft square."""

    def __init__(self, theme: Theme, size: int, name: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._icon = theme, name, icon
        self.setFixedSize(QSize(size, size))
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=False)
            size = self.width()
            if self._icon:
                brush.bar(QRectF(self.rect()), "good_soft", 8)
                brush.icon((size - 18) / 2, (size - 18) / 2, self._icon, 18, "good")
            elif self._name:
                brush.avatar(0, 0, size, self._name)


class Editable(Card):
    """A card with lines that can be changed where they stand."""

    entered = Signal(str)
    changed = Signal(int, object, object)  # the line's id, the changed fields, and what they were
    removed = Signal(int)
    again = Signal()  # the lines are to be shown anew

    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._theme = theme
        self.editor: EditLine | None = None
        self.rows = QVBoxLayout()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setMaxLength(LONGEST)
        self.field.returnPressed.connect(self._enter)

    def _enter(self) -> None:
        text = " ".join(self.field.text().split())
        if text:
            self.entered.emit(text)

    def taken(self) -> None:
        """Empty the line: what stood there is saved."""
        self.field.clear()

    def open(self, *, on: bool) -> None:
        """Let things be written, or not: the meeting is closed."""
        self.field.setVisible(on)

    def edited(self, editor: EditLine | None) -> None:
        """Put a line's editor where the line stands, or take it away."""
        self.editor = editor
        self.again.emit()
        if editor is not None:
            editor.left.connect(self.leave)
            editor.saved.connect(self._save)
            editor.show()
            editor.setFocus()
            editor.text.selectAll()

    def leave(self) -> None:
        """Leave the line as it was."""
        self.edited(None)
        self.field.setFocus()

    def refused(self, error: KnownError) -> None:
        """Say why a change was not saved."""
        if self.editor is not None:
            self.editor.refuse(error)

    def _save(self, mine: object, base: object) -> None:
        if self.editor is not None:
            self.changed.emit(self.editor.number, mine, base)

    def start(self) -> None:
        """Take all lines away but the one that is being changed."""
        if self.editor is not None:
            self.rows.removeWidget(self.editor)
        emptied(self.rows)

    def put(self, number: int) -> bool:
        """Put the editor where its line stood, if it is this one's; say whether it was."""
        if self.editor is None or not number or self.editor.number != number:
            return False
        self.rows.addWidget(self.editor)
        return True

    def end(self, shown: set[int]) -> None:
        """Keep what is being typed in sight, though a colleague took its line away meanwhile."""
        if self.editor is not None and self.editor.number not in shown:
            self.rows.addWidget(self.editor)


class Typed(Editable):
    """A card with a list that scrolls and a line to type at its foot."""

    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget) -> None:
        super().__init__(theme, title, hint, parent)
        inner = QWidget(self)
        inner.setObjectName("panelinner")
        inner.setLayout(self.rows)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setMinimumHeight(_LEAST)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.field)


def more_button(
    theme: Theme, text: str, edit: Callable[[], None], remove: Callable[[], None], parent: QWidget
) -> QToolButton:
    """Return the button that opens what can be done with a line."""
    said = QCoreApplication.translate("Lines", "Change or remove: {text}").format(text=text[:80])
    button = QToolButton(parent)
    tint(button, theme, "ellipsis", "faint")
    button.setFixedSize(28, 28)
    button.setToolTip(said)
    button.setAccessibleName(said)
    menu = QMenu(button)
    menu.addAction(QCoreApplication.translate("Lines", "Change")).triggered.connect(edit)
    menu.addAction(QCoreApplication.translate("Lines", "Remove")).triggered.connect(remove)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


class Line(QWidget):
    """One line of a list; a double click changes it."""

    twice = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the line to be changed."""
        super().mouseDoubleClickEvent(event)
        self.twice.emit()
