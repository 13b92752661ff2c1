"""The minutes, typed live: saved as one types, with what colleagues type at the same time."""

from difflib import SequenceMatcher

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.meetings.card import Card

SAVING = 700
"""Milliseconds after the last letter before it is saved."""


Hunk = tuple[int, int, int, list[str]]


def joined(base: str, mine: str, theirs: str) -> str:
    """Return both sides' notes, merged by line: where both changed the same lines, theirs stand above mine."""
    lines = base.splitlines()
    hunks = sorted(_hunks(lines, theirs.splitlines(), 0) + _hunks(lines, mine.splitlines(), 1), key=_place)
    result: list[str] = []
    at = place = 0
    while place < len(hunks):
        start, end = hunks[place][:2]
        group = [hunks[place]]
        place += 1
        while place < len(hunks) and hunks[place][0] < end:
            group.append(hunks[place])
            end = max(end, hunks[place][1])
            place += 1
        sides = {side: _applied(lines, [one for one in group if one[2] == side], start, end) for _, _, side, _ in group}
        result += lines[at:start] + sides.get(0, [])
        result += sides[1] if 1 in sides and sides[1] != sides.get(0) else []
        at = end
    return "\n".join(result + lines[at:])


def _hunks(lines: list[str], other: list[str], side: int) -> list[Hunk]:
    codes = SequenceMatcher(None, lines, other, autojunk=False).get_opcodes()
    return [(first, last, side, other[start:end]) for tag, first, last, start, end in codes if tag != "equal"]


def _place(hunk: Hunk) -> tuple[int, int, int]:
    return hunk[:3]


def _applied(lines: list[str], hunks: list[Hunk], start: int, end: int) -> list[str]:
    made: list[str] = []
    for first, last, _, put in hunks:
        made += lines[start:first] + put
        start = last
    return made + lines[start:end]


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
