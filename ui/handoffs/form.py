"""What the forms of answers share: a note, a line for what is wrong, two buttons, and the keys."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.errors import KnownError
from ui import refusals
from ui.handoffs.keychip import keychip
from ui.theme import font
from ui.widgets.wrapping import wrapping

_LINES = 3
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Form(QFrame):
    """A form. `sent` with what was answered once it is complete; `closed` on Esc, with everything kept."""

    sent = Signal(object)
    closed = Signal()

    def __init__(self, tone: str, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._compact = compact
        self.setObjectName("handform")
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*((8, 10, 8, 10) if compact else (14, 12, 14, 12)))
        self.body.setSpacing(8)
        self.note_title = QLabel(self)
        self.note_title.setFont(font(12, 600))
        self.note_title.setObjectName("muted")
        self.note_title.setWordWrap(True)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _LINES + 16)
        self.note_title.setBuddy(self.note)
        self.problem = wrapping(self, font(12), name="problem")
        self.problem.hide()
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setObjectName("askback")
        self.cancel.setToolTip(self.tr("Esc closes this and keeps what you typed"))
        self.cancel.clicked.connect(self.closed)
        self.send = QPushButton(self)
        self.send.setObjectName("primary")
        self.send.setToolTip(self.tr("Ctrl+Enter"))
        self.send.clicked.connect(self.answer_now)
        self.hint = wrapping(self, font(12), name="muted")

    def add_foot(self) -> None:
        """Put note, buttons and hint at the end."""
        for widget in (self.note_title, self.note, self.problem):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        if not self._compact:
            row.addWidget(keychip("Ctrl+Enter", self))
        row.addWidget(self.send)
        self.body.addLayout(row)
        self.body.addWidget(self.hint)
        self.watch(self.note)

    def watch(self, line: QWidget) -> None:
        """Hear the form's keys from a line that would keep them for itself."""
        line.installEventFilter(self)

    def complain(self, sentence: str) -> None:
        """Say why it was not taken; nothing typed is touched."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def answer_now(self) -> None:
        """Send the answer, if all that is needed is there; else go to what is missing."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send with Ctrl+Enter and close with Esc."""
        del watched
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._took(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Ctrl+Enter, close with Esc."""
        if not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.key() in _RETURN and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.answer_now()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return False


class WordsForm(Form):
    """A form that asks for words above all. `sent` with `answer` once there are some."""

    def add_foot(self) -> None:
        """Put note, buttons and hint at the end; there is nothing to send yet."""
        super().add_foot()
        self.note.textChanged.connect(self._look)
        self._look()

    def answer(self, words: str) -> object:
        """Return what is sent."""
        return words

    def answer_now(self) -> None:
        """Send what is typed, if anything is; nothing more can be sent until it is refused."""
        words = self.note.toPlainText().strip()
        if words and self.isEnabled():
            self.setEnabled(False)
            self.sent.emit(self.answer(words))

    def refuse(self, error: KnownError) -> None:
        """Say why it was not taken; what was typed stays."""
        self.setEnabled(True)
        self.complain(refusals.said(error))
        self.note.setFocus()

    def _look(self) -> None:
        self.complain("")
        self.send.setEnabled(bool(self.note.toPlainText().strip()))
