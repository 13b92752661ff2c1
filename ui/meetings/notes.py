"""The minutes, typed live: saved as one types, with what colleagues type at the same time."""

from difflib import SequenceMatcher

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from ui.meetings.card import Card
from ui.widgets.wrapping import wrapping

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
    """The card. What is typed is told a moment after the last letter."""

    typed = Signal()
    again_asked = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Notes"))
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(self.tr("What was said. Everybody in the meeting sees it as you type."))
        self.text.setAccessibleName(self.tr("Notes"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(90)
        self.text.textChanged.connect(self._typed)
        self.problem = wrapping(self, name="problem")
        self.problem.hide()
        self.again = QPushButton(self.tr("Try again"), self)
        self.copy = QPushButton(self.tr("Copy what I typed"), self)
        self.drop = QPushButton(self.tr("Let go of it"), self)
        self._ways = QHBoxLayout()
        self._ways.addStretch(1)
        for button, act in ((self.again, self._ask_again), (self.copy, self._copy), (self.drop, self._give_up)):
            button.setObjectName("quiet")
            button.clicked.connect(act)
            button.hide()
            self._ways.addWidget(button)
        self.body.addWidget(self.problem)
        self.body.addLayout(self._ways)
        self.body.addWidget(self.text, 1)
        self._soon = QTimer(self, singleShot=True, interval=SAVING)
        self._soon.timeout.connect(self.typed)

    @property
    def written(self) -> str:
        """What stands in the field."""
        return self.text.toPlainText()

    def put(self, text: str) -> None:
        """Put a text into the field; the cursor stays where it was."""
        if self.written == text:
            return
        place = self.text.textCursor().position()
        with QSignalBlocker(self.text):
            self.text.setPlainText(text)
        cursor = self.text.textCursor()
        cursor.setPosition(min(place, len(self.written)))
        self.text.setTextCursor(cursor)

    def open(self, *, on: bool) -> None:
        """Let something be typed, or not: the meeting is closed."""
        self.text.setReadOnly(not on)
        self.again.setVisible(on and not self.problem.isHidden())

    def refuse(self, why: str) -> None:
        """Say why what stands in the field is not saved, and what can be done; "" when it is."""
        self.problem.setText(self.tr("Not saved. {why}").format(why=why) if why else "")
        for widget in (self.problem, self.copy, self.drop):
            widget.setVisible(bool(why))
        self.again.setVisible(bool(why) and not self.text.isReadOnly())

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._soon.stop()
        self.typed.emit()

    def _typed(self) -> None:
        self._soon.start()

    def _ask_again(self) -> None:
        self.again_asked.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.written)

    def _give_up(self) -> None:
        self.given_up.emit()
