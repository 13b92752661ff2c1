"""The text of a note: “@” offers the members, Ctrl+Enter saves, Esc leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QWidget

_LINES = 4


class Writing(QPlainTextEdit):
    """A few lines of plain text."""

    saved = Signal()  # Ctrl+Enter
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("writing")
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 22)
        self._members = QStringListModel(self)
        self.completer = QCompleter(self._members, self)
        self.completer.setWidget(self)
        self._list = QListView(self)
        self.completer.setPopup(self._list)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated.connect(self._put)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names after an “@”."""
        self._members.setStringList(list(names))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, leave, or go on typing; what stands behind an “@” is completed."""
        popup = self._list
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if popup.isVisible() and (enter or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab)):
            if event.key() == Qt.Key.Key_Escape:
                popup.hide()
            else:
                self._put(self.completer.currentCompletion())
                popup.hide()
            return
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
        self._complete()

    def _begun(self) -> str | None:
        """Return what was typed behind an “@” up to the cursor."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        start = before.rfind("@")
        if start < 0 or before[start - 1 : start].isalnum() or len(before) - start > 40:
            return None
        return before[start + 1 :]

    def _complete(self) -> None:
        begun = self._begun()
        self.completer.setCompletionPrefix(begun or "")
        found = self.completer.completionCount()
        if begun is None or not found or self.completer.currentCompletion() == begun:
            self._list.hide()
            return
        self._list.setCurrentIndex(self.completer.completionModel().index(0, 0))
        rect = self.cursorRect()
        rect.setWidth(220)
        self.completer.complete(rect)

    def _put(self, name: str) -> None:
        begun = self._begun()
        if begun is None or not name:
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun))
        cursor.insertText(f"{name} ")
        self.setTextCursor(cursor)
