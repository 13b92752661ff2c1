"""The minutes, typed live: saved as one types, with what colleagues type at the same time."""

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.meetings.card import Card

SAVING = 700
"""Milliseconds after the last letter before it is saved."""


def joined(base: str, mine: str, theirs: str) -> str:
    """Return both sides' notes: theirs, and below them the lines of mine that neither they nor the beginning had."""
    known = set(theirs.splitlines()) | set(base.splitlines())
    own = [line for line in mine.splitlines() if line not in known]
    return "\n".join([*theirs.splitlines(), *own])


class Notes(Card):
    """The card. `save_asked` hands over the text and the one that it was typed upon."""

    save_asked = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Notes"))
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(self.tr("What was said. Everybody in the meeting sees it as you type."))
        self.text.setAccessibleName(self.tr("Notes"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(90)
        self.text.textChanged.connect(self._typed)
        self.body.addWidget(self.text, 1)
        self._base = ""
        self._soon = QTimer(self, singleShot=True, interval=SAVING)
        self._soon.timeout.connect(self.save)

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not saved yet."""
        return self.text.toPlainText() != self._base

    def show_text(self, text: str, *, writable: bool) -> None:
        """Show what is written; what is being typed here stays."""
        self.text.setReadOnly(not writable)
        if self.is_dirty and writable:
            return
        self._base = text
        if self.text.toPlainText() != text:
            place = self.text.textCursor().position()
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)
            cursor = self.text.textCursor()
            cursor.setPosition(min(place, len(self.text.toPlainText())))
            self.text.setTextCursor(cursor)

    def forget(self) -> None:
        """Let go of this meeting's notes: another one is shown."""
        self.save()
        self._base = self.text.toPlainText()

    def saved(self, text: str) -> None:
        """Take note that this text is in the database."""
        self._base = text

    def met(self, theirs: str, base: str) -> None:
        """Put a colleague's text and mine together, and save that: both wrote at once."""
        both = joined(base, self.text.toPlainText(), theirs)
        self._base = theirs
        with QSignalBlocker(self.text):
            self.text.setPlainText(both)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.save()

    def save(self) -> None:
        """Save now what was typed."""
        self._soon.stop()
        if self.is_dirty:
            self.save_asked.emit(self.text.toPlainText(), self._base)

    def _typed(self) -> None:
        self._soon.start()
