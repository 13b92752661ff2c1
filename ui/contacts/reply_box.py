"""Where a reply to a note of a timeline is written, below its thread; what was begun is kept for each note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.around import Surroundings
from ui.contacts.writing import Writing
from ui.handoffs.keychip import keychip
from ui.theme import font

_INDENT = 40


class ReplyBox(QWidget):
    """The box. Ctrl+Enter sends, Esc puts it away and keeps what was begun."""

    sent = Signal(int, str)  # the note, the words
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.note_id: int | None = None
        self._drafts: dict[int, str] = {}
        frame = QFrame(self)
        frame.setObjectName("composer")
        self.writing = Writing(frame)
        self.writing.setAccessibleName(self.tr("Your reply"))
        self.writing.setPlaceholderText(self.tr("Write a reply; @ names a colleague"))
        self.writing.textChanged.connect(self._tell)
        self.writing.saved.connect(self.send)
        self.writing.left.connect(self.close_it)
        self.seen_by = QLabel(self.tr("both teams see this"), frame)
        self.seen_by.setObjectName("muted")
        self.seen_by.setFont(font(12))
        self.send_button = QPushButton(self.tr("Reply"), frame)
        self.send_button.setObjectName("primary")
        self.send_button.clicked.connect(self.send)
        foot = QHBoxLayout()
        foot.addWidget(self.seen_by, 1)
        foot.addWidget(keychip("Ctrl+Enter", frame))
        foot.addWidget(self.send_button)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.setSpacing(8)
        inner.addWidget(self.writing)
        inner.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_INDENT, 0, 0, 14)
        layout.addWidget(frame)
        self.hide()

    def begin(self, note_id: int, around: Surroundings) -> None:
        """Begin a reply to a note, or go on with the one that was begun."""
        if note_id != self.note_id:
            self._keep()
            self.note_id = note_id
            self.writing.offer([one.name for one in around.context.members.values() if one.active])
            self.writing.setPlainText(self._drafts.pop(note_id, ""))
        self._tell()
        self.show()
        self.writing.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_it(self) -> None:
        """Put it away; what was begun comes back with its note."""
        self._keep()
        self.note_id = None
        self.hide()
        self.left.emit()

    def put_away(self) -> None:
        """Put it away without going anywhere, as its record is left."""
        self._keep()
        self.note_id = None
        self.hide()

    def send(self) -> None:
        """Send what is written; nothing written sends nothing."""
        text = self.writing.toPlainText().strip()
        if text and self.note_id is not None:
            number = self.note_id
            self.writing.clear()
            self.close_it()
            self.sent.emit(number, text)

    def give_back(self, note_id: int, text: str) -> None:
        """Put words back that could not be sent."""
        if self.note_id == note_id and not self.writing.toPlainText():
            self.writing.setPlainText(text)
        else:
            self._drafts[note_id] = text

    def _keep(self) -> None:
        text = self.writing.toPlainText()
        if self.note_id is not None and text.strip():
            self._drafts[self.note_id] = text

    def _tell(self) -> None:
        self.send_button.setEnabled(bool(self.writing.toPlainText().strip()))
