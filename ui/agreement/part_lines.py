"""The lines that a part of the agreement is made of, each with a name, a key and a way to save it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.agreement.terms import RouteRule, Terms
from ui.agreement import terms_words as said
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.spinning import leave_undo_to_the_window, padded
from ui.widgets.tinted import tint

_MOST = 1_000
_LONGEST = 2_000
Box = QLineEdit | QComboBox | QSpinBox | QCheckBox | QPushButton


class PartLines(QWidget):
    """Lines below one another. What is edited is told by `edited`, `added`, `removed` and `term`; the page saves it."""

    edited = Signal(str, int, object, object)  # kind, id, the fields as they should be, and as they were shown
    added = Signal(str, object)  # kind and its fields
    removed = Signal(str, int)  # kind and id
    term = Signal(object, object)  # the version's own terms as they should be, and as they were shown

    def __init__(self, terms: Terms, around: Surroundings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._terms, self._around, self._theme = terms, around, theme
        self.boxes: dict[str, Box | QListWidget | QDateEdit] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 12, 20, 20)
        self.body.setSpacing(8)

    # Pieces

    def _rows(self) -> tuple[QHBoxLayout, QHBoxLayout]:
        """Return the two lines of a new card."""
        card = QFrame(self)
        card.setObjectName("card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(12, 8, 8, 8)
        lines.setSpacing(6)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(8)
            lines.addLayout(line)
        self.body.addWidget(card)
        return first, second

    def _title(self, words: str) -> None:
        title = QLabel(words, self)
        title.setFont(font(13, 600))
        self.body.addWidget(title)

    def _form(self, lines: Sequence[tuple[str, QWidget, bool]]) -> None:
        for words, widget, shown in lines:
            title = QLabel(words, self)
            title.setBuddy(widget)
            title.setMinimumWidth(200)
            row = QHBoxLayout()
            row.addWidget(title)
            row.addWidget(widget)
            row.addStretch(1)
            title.setVisible(shown)
            widget.setVisible(shown)
            self.body.addLayout(row)

    def _line(self, key: str, text: str, name: str, kind: str, number: int, field: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setMaxLength(_LONGEST)
        line.setCursorPosition(0)
        line.setPlaceholderText(name)
        line.setAccessibleName(name)

        def save() -> None:
            if line.isModified() and line.text().strip() != text:
                line.setModified(False)
                self.edited.emit(kind, number, {field: line.text()}, {field: text})

        line.editingFinished.connect(save)
        self._keep(key, line)
        return line

    def _number(self, name: str, value: int | None, nothing: str) -> QSpinBox:
        box = padded(QSpinBox(self))
        box.setRange(0, _MOST)
        box.setSpecialValueText(nothing)
        box.setValue(value or 0)
        box.setAccessibleName(said.term_name(name))
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda found: self._say_term(name, found or None))
        self._keep(name, box)
        return box

    def _spin(self, key: str, value: int, name: str, most: int = 100_000) -> QSpinBox:
        box = padded(QSpinBox(self))
        box.setRange(1, most)
        box.setValue(value)
        box.setAccessibleName(name)
        box.setKeyboardTracking(False)
        self._keep(key, box)
        return box

    def _hours(self, key: str, minutes: int) -> QSpinBox:
        box = self._spin(key, max(1, round(minutes / said.HOUR)), self.tr("Working hours"))
        box.setSuffix(self.tr(" h"))
        return box

    def _choice(self, key: str, options: Mapping[Any, str], value: Any, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for one, words in options.items():
            box.addItem(words, one)
        box.setCurrentIndex(max(0, list(options).index(value) if value in options else 0))
        self._keep(key, box)
        return box

    def _keep(self, key: str, box: Box | QListWidget | QDateEdit) -> None:
        box.setEnabled(self._terms.is_draft)
        leave_undo_to_the_window(box)
        self.boxes[key] = box

    def _bin(self, kind: str, number: int, what: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("flat")
        tint(button, self._theme, "trash-2", "muted")
        button.setFixedSize(30, 28)
        button.setAccessibleName(self.tr("Take out: {what}").format(what=what[:80]))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(partial(self.removed.emit, kind, number))
        button.setVisible(self._terms.is_draft)
        return button

    def _add_line(self, hint: str, add: Callable[[str], None]) -> None:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setAccessibleName(hint)
        line.setMaxLength(_LONGEST)
        line.setVisible(self._terms.is_draft)

        def done() -> None:
            text = line.text().strip()
            if text:
                add(text)

        line.returnPressed.connect(done)
        self.boxes["new"] = line
        self.body.addWidget(line)

    def _say_part(self, kind: str, one: Any, field: str, value: Any) -> None:
        self.edited.emit(kind, one.id, {field: value}, {field: getattr(one, field)})

    def _say_term(self, name: str, value: Any) -> None:
        was = getattr(self._terms, name)
        if isinstance(was, tuple):
            was = [asdict(one) if isinstance(one, RouteRule) else one for one in was]
        self.term.emit({name: value}, {name: was})

    # Kept over a new look

    def typed(self) -> dict[str, str]:
        """Return what is typed and not saved, by box."""
        lines = ((key, box) for key, box in self.boxes.items() if isinstance(box, QLineEdit))
        return {key: line.text() for key, line in lines if line.isModified() and line.text()}

    def take_typed(self, typed: Mapping[str, str], focused: str) -> None:
        """Show what was typed before, and put the focus where it was."""
        for key, text in typed.items():
            box = self.boxes.get(key)
            if isinstance(box, QLineEdit):
                with QSignalBlocker(box):
                    box.setText(text)
                box.setModified(True)
        box = self.boxes.get(focused)
        if box is not None:
            box.setFocus()
