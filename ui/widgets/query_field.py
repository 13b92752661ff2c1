"""The field over a list in which its query is typed: what it meets is shown as one types."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import icons
from ui.theme import Theme

TYPING = 120
"""Milliseconds after a letter before it is searched for."""
_LEAST, _MOST = 200, 420


class QueryField(QLineEdit):
    """A line of the query language. Esc empties it; Down and Return leave it for the list."""

    asked = Signal(str)  # the query as it stands, a moment after the last letter
    left = Signal()  # the focus belongs to the list now

    def __init__(self, theme: Theme, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._soon = QTimer(self, singleShot=True, interval=TYPING)
        self._soon.timeout.connect(self._ask)
        self.textChanged.connect(self._typed)
        self.installEventFilter(self)
        theme.changed.connect(self._draw)
        self._draw()

    def begin(self) -> None:
        """Take the focus with all that is written selected."""
        self.setFocus()
        self.selectAll()

    def put(self, query: str) -> None:
        """Show a query that is in force already."""
        self.blockSignals(True)
        self.setText(query)
        self.blockSignals(False)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self._soon.stop()

    def mark(self, start: int, end: int) -> None:
        """Underline a part of the text that could not be followed; nothing where the part is empty."""
        if self.text() == "" and end <= start:
            return
        attributes = []
        if end > start:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(self._theme.colour("bad"))
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes.append(QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), end - start, wave))
        # A line has no formats of its own; those of an input method that composes nothing lie over it.
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def stop(self) -> None:
        """Ask no more."""
        self._soon.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc empties the field, Down leaves it for the list."""
        if watched is self and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
        return bool(super().eventFilter(watched, event))

    def _typed(self) -> None:
        self._soon.start()

    def _ask(self) -> None:
        self.asked.emit(self.text())

    def _draw(self) -> None:
        self._glass.setIcon(icons.icon("search", self._theme.colour("muted"), 16))
