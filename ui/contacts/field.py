"""One field of a contact that is edited where it stands, and the choice when a colleague changed it meanwhile."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)


class Field(QLineEdit):
    """A line that looks like text until it is hovered or focused. A list is written with commas."""

    edited = Signal(str, object, object)  # the field, what it should be, what it was shown as

    def __init__(self, name: str, title: str, *, many: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.setAccessibleName(title)
        self.setPlaceholderText("–")
        self.name = name
        self._many = many
        self._base: Any = None
        self.editingFinished.connect(self._finish)

    def show_value(self, value: Any) -> None:
        """Show what is stored; what somebody is typing here stays."""
        typing = self.hasFocus() and self.isModified()
        if typing:
            return
        self._base = value
        self.setText(self._written(value))
        self.setToolTip(self.text())
        self.setModified(False)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what stood there."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._written(self._base))
            self.setModified(False)
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cut with an ellipsis what does not fit while nobody types."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        metrics = self.fontMetrics()
        if self.hasFocus() or metrics.horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        # Isolated, so that the ellipsis stands at the text's own end whichever way the window is written.
        cut = f"\u2068{metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())}\u2069"
        with QPainter(self) as painter:
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
            painter.setPen(self.palette().text().color())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)

    def take_back(self) -> None:
        """Show what is stored, whatever was typed."""
        self.setText(self._written(self._base))
        self.setModified(False)

    def _written(self, value: Any) -> str:
        if self._many:
            return ", ".join(value or ())
        return "" if value is None else str(value)

    def _read(self) -> Any:
        text = self.text().strip()
        if self._many:
            return [part.strip() for part in text.split(",") if part.strip()]
        return text

    def _finish(self) -> None:
        if not self.isModified():
            return
        self.setModified(False)
        mine = self._read()
        if mine != (self._base if self._base is not None else [] if self._many else ""):
            self.edited.emit(self.name, mine, self._base)


class Conflict(QFrame):
    """Says that a colleague changed the same field, and lets the person choose."""

    chosen = Signal(str, object, object)  # the field, the value to keep, theirs as the base
    left = Signal()  # theirs stays

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self._name = ""
        self._mine: Any = None
        self._theirs: Any = None
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.keep_theirs = QPushButton(self.tr("Keep theirs"), self)
        self.keep_mine = QPushButton(self.tr("Keep mine"), self)
        self.keep_theirs.clicked.connect(self._leave)
        self.keep_mine.clicked.connect(self._insist)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_theirs)
        buttons.addWidget(self.keep_mine)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self._words)
        layout.addLayout(buttons)
        self.hide()

    def ask(self, name: str, title: str, mine: Any, theirs: Any) -> None:
        """Ask whose value of a field to keep."""
        self._name, self._mine, self._theirs = name, mine, theirs
        self._words.setText(
            self.tr("{field} wasn't saved: a colleague changed it meanwhile to “{theirs}”. Yours is “{mine}”.").format(
                field=title, theirs=_plain(theirs), mine=_plain(mine)
            )
        )
        self.show()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _insist(self) -> None:
        self.hide()
        self.chosen.emit(self._name, self._mine, self._theirs)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
