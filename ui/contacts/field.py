"""One field that is edited where it stands: under it what is wrong, and both values where a colleague was quicker."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from ui.theme import font
from ui.widgets.wrapping import wrapping

Read = Callable[[str], Any]
Written = Callable[[Any], str]
_NAMED = 12
"""Letters of a first name that still stand on a button."""
_LONGEST_SHOWN = 300


class Field(QLineEdit):
    """A line that looks like text until it is hovered or focused; `read` and `written` are its form.

    What was typed and could not be saved stays in it, marked as unsaved, until it can be or Esc takes it back.
    """

    edited = Signal(str, object, object)  # the field, what it should be, what it was shown as
    unreadable = Signal(str)  # why what was typed is no value; empty once it is one

    def __init__(self, name: str, title: str, read: Read, written: Written, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self.setAccessibleName(title)
        self.setPlaceholderText("–")
        self.setMaxLength(1_000_000)
        self.name = name
        self.title = title
        self._read_text, self._write_value = read, written
        self._base: Any = None
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(self._typed)

    @property
    def base(self) -> Any:
        """The value that editing began from."""
        return self._base

    @property
    def is_unsaved(self) -> bool:
        """Whether something stands here that was typed and is not saved."""
        return self.isModified()

    def show_value(self, value: Any) -> bool:
        """Show what is stored; what somebody typed here stays. Return whether it was shown."""
        if self.isModified():
            return False
        self._base = value
        text = self._write_value(value)
        if text != self.text():
            self.setText(text)
        self.setToolTip(text[:_LONGEST_SHOWN])
        if not self.hasFocus():
            self.setCursorPosition(0)
        return True

    def put_draft(self, text: str, base: Any) -> None:
        """Show what was typed earlier and is not saved yet."""
        self._base = base
        self.setText(text)
        self.setModified(True)

    def drop(self, value: Any) -> None:
        """Show what is stored, whatever was typed."""
        self.setModified(False)
        self.unreadable.emit("")
        self.show_value(value)

    def keep_open(self) -> None:
        """Mark what stands here as not saved; it is tried again when the line is left."""
        self.setModified(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what stood there."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.drop(self._base)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of a long text again."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cut with an ellipsis what does not fit while nobody types."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        metrics = self.fontMetrics()
        shown = self.text()[:_LONGEST_SHOWN]
        if self.hasFocus() or metrics.horizontalAdvance(shown) <= room.width():
            super().paintEvent(event)
            return
        # Isolated, so that the ellipsis stands at the text's own end whichever way the window is written.
        cut = f"\u2068{metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())}\u2069"
        with QPainter(self) as painter:
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
            painter.setPen(self.palette().text().color())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)

    def _typed(self) -> None:
        self.unreadable.emit("")

    def _finish(self) -> None:
        if not self.isModified():
            return
        try:
            mine = self._read_text(self.text())
        except ValueError as error:
            self.unreadable.emit(str(error))
            return
        self.setModified(False)
        if mine != self._base and (mine or None) != (self._base or None):
            self.edited.emit(self.name, mine, self._base)
        else:
            self.show_value(self._base)


class Choice(QFrame):
    """Says that a colleague changed the same field: both values, a button under each."""

    theirs_kept = Signal()
    mine_kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self._words = wrapping(self, font(12))
        self.theirs, self.mine = wrapping(self, font(13, 600)), wrapping(self, font(13, 600))
        self.keep_theirs = QPushButton(self.tr("Keep theirs"), self)
        self.keep_mine = QPushButton(self.tr("Keep mine"), self)
        self.keep_theirs.clicked.connect(self._leave)
        self.keep_mine.clicked.connect(self._insist)
        both = QGridLayout()  # one under the other: side by side, two buttons are wider than the pane
        both.setHorizontalSpacing(10)
        both.setVerticalSpacing(6)
        both.setColumnStretch(0, 1)
        for row, (value, button) in enumerate(((self.theirs, self.keep_theirs), (self.mine, self.keep_mine))):
            both.addWidget(value, row, 0)
            both.addWidget(button, row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addLayout(both)
        self.hide()

    def ask(self, title: str, who: str, theirs: str, mine: str) -> None:
        """Ask whose value of a field to keep; `who` is the colleague's name, empty if nobody knows."""
        first = who.partition(" ")[0]
        if who:
            told = self.tr("{name} changed “{field}” while you were changing it too.").format(name=who, field=title)
        else:
            told = self.tr("A colleague changed “{field}” while you were changing it too.").format(field=title)
        keep = self.tr("Keep {name}'s").format(name=first) if 0 < len(first) <= _NAMED else self.tr("Keep theirs")
        self.keep_theirs.setText(keep.replace("&", "&&"))
        self._words.setText(told)
        nothing = self.tr("(empty)")
        self.theirs.setText(theirs[:_LONGEST_SHOWN] or nothing)
        self.mine.setText(mine[:_LONGEST_SHOWN] or nothing)
        self.keep_theirs.setAccessibleName(f"{self.keep_theirs.text()}: {self.theirs.text()}")
        self.keep_mine.setAccessibleName(f"{self.keep_mine.text()}: {self.mine.text()}")
        self.setAccessibleName(told)
        self.show()

    def _leave(self) -> None:
        self.hide()
        self.theirs_kept.emit()

    def _insist(self) -> None:
        self.hide()
        self.mine_kept.emit()


class Row(QWidget):
    """A field with what is to be said of it below. Its owner saves (`asked`) and tells how it went."""

    asked = Signal(str, object, object)  # the field, what it should be, what it was shown as

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._stored: Any = None
        self._mine: Any = None
        self._sent_over: tuple[Any] | None = None
        self.problem = wrapping(self, font(12))
        self.problem.setObjectName("problem")
        self.problem.setContentsMargins(9, 0, 0, 2)
        self.problem.hide()
        self.choice = Choice(self)
        self.choice.theirs_kept.connect(self._take_theirs)
        self.choice.mine_kept.connect(self._take_mine)
        field.setParent(self)
        field.edited.connect(self._edited)
        field.unreadable.connect(self.complain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(field)
        layout.addWidget(self.problem)
        layout.addWidget(self.choice)
        self.setFocusProxy(field)

    def show_value(self, value: Any, who: str = "") -> None:
        """Show what is stored. Where it changed under what somebody types, both stand there to choose from.

        What is on its way to the database stays in sight, though what it was typed over is stored until it arrives.
        """
        before = self._stored
        self._stored = value
        if self._sent_over is not None and (value or None) == (self._sent_over[0] or None):
            return
        self.settled()
        if self.field.show_value(value):
            if not self.choice.isHidden() and (value or None) == (self._mine or None):
                self.choice.hide()
            return
        if (value or None) != (self.field.base or None) and (value or None) != (before or None):
            self._mine = None
            self.choice.ask(self.field.title, who, self.written(value), self.field.text())

    def turn_to(self, draft: tuple[str, Any] | None) -> None:
        """Show another record: what was typed for that one and not saved comes back."""
        self.problem.hide()
        self.choice.hide()
        self._stored = self._mine = None
        self.settled()
        self.field.setModified(False)
        if draft is not None:
            self.field.put_draft(*draft)
            self._stored = draft[1]

    def sent(self, base: Any) -> None:
        """Take note that what stands here is on its way to be saved; `base` is what it was typed over."""
        self._sent_over = (base,)

    def settled(self) -> None:
        """Take note that nothing is on its way any more."""
        self._sent_over = None

    @property
    def draft(self) -> tuple[str, Any] | None:
        """What was typed and is not saved, and what it was typed over."""
        return (self.field.text(), self.field.base) if self.field.is_unsaved else None

    def complain(self, words: str) -> None:
        """Say under the field why it was not saved; nothing takes it back."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def refused(self, words: str) -> None:
        """Say why what was typed was not saved; it stays to be mended."""
        self.settled()
        self.field.keep_open()
        self.complain(words)

    def disputed(self, mine: Any, theirs: Any, who: str) -> None:
        """Ask whose value to keep."""
        self._stored, self._mine = theirs, mine
        self.settled()
        self.field.keep_open()
        self.choice.ask(self.field.title, who, self.written(theirs), self.written(mine))

    def _edited(self, name: str, mine: Any, base: Any) -> None:
        self.complain("")
        if self.choice.isHidden():
            self.asked.emit(name, mine, base)
        else:  # it is for the buttons to say whose value stays
            self.field.keep_open()

    def written(self, value: Any) -> str:
        """Return a value as it stands in the field."""
        return self.field._write_value(value)  # noqa: SLF001 - a row and its field are one thing

    def _take_theirs(self) -> None:
        self.field.drop(self._stored)
        self.field.setFocus()

    def _take_mine(self) -> None:
        try:
            mine = self.field._read_text(self.field.text())  # noqa: SLF001 - as above
        except ValueError as error:
            self.refused(str(error))
            return
        self.field.setModified(False)
        self.asked.emit(self.field.name, mine, self._stored)
        self.field.setFocus()
