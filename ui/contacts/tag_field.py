"""A record's tags: a pill each with a cross, and “+ Add” with the tags in use."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QToolButton, QWidget

from app.fields import clean, fold
from ui import icons
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.tinted import tint

_WIDEST = 190


class _Entry(QLineEdit):
    """The line in which a tag is typed; it goes when it is left empty."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, or go."""
        super().focusOutEvent(event)
        if not self.text().strip() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.given_up.emit()


class TagField(QWidget):
    """The tags. `edited` tells the whole list and what it was shown as; `wanted` asks for the tags in use."""

    edited = Signal(str, object, object)
    wanted = Signal()

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self._theme = title, theme
        self._values: list[str] = []
        self._pills: list[QWidget] = []
        self._flow = Flow(self, gap=6)
        self._flow.setContentsMargins(4, 2, 0, 2)
        self.add = QPushButton(self.tr("+ Add"), self)
        self.add.setObjectName("flat")
        self.add.setAccessibleName(self.tr("Add a tag"))
        self.add.clicked.connect(self.begin)
        self.entry = _Entry(self)
        self.entry.setAccessibleName(self.tr("New tag"))
        self.entry.setMaxLength(200)
        self.entry.setFixedWidth(140)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entry.setCompleter(completer)
        self.entry.returnPressed.connect(self._take)
        self.entry.given_up.connect(self._end)
        self.entry.hide()
        self._lay()

    def show_value(self, values: Any) -> None:
        """Show what is stored."""
        if list(values or []) != self._values or not self._pills:
            self._values = list(values or [])
            self._lay()

    def offer(self, tags: Sequence[str]) -> None:
        """Offer the tags in use."""
        self._known.setStringList([tag for tag in tags if tag not in self._values])

    def begin(self) -> None:
        """Begin to type a tag."""
        self.wanted.emit()
        self.add.hide()
        self.entry.show()
        self.entry.setFocus()

    @property
    def draft(self) -> str:
        """What was typed and is no tag yet."""
        return self.entry.text()

    def put_draft(self, text: str) -> None:
        """Show what was typed earlier; with nothing, no line."""
        self.entry.setText(text)
        self.entry.setVisible(bool(text))
        self.add.setVisible(not text)

    def _lay(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for pill in self._pills:
            pill.hide()
            pill.deleteLater()
        self._pills = [self._pill(tag) for tag in self._values]
        for widget in (*self._pills, self.entry, self.add):
            self._flow.addWidget(widget)
        for pill in self._pills:
            pill.show()
        self.updateGeometry()

    def _pill(self, tag: str) -> QWidget:
        pill = QToolButton(self)
        pill.setObjectName("tag")
        pill.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tint(pill, self._theme, "x", "muted", 12)
        pill.setIconSize(icons.size_of(12))
        pill.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        )
        one = " ".join(tag.split())[:200]
        cut = pill.fontMetrics().elidedText(one, Qt.TextElideMode.ElideRight, _WIDEST)
        pill.setText(cut.replace("&", "&&"))
        pill.setToolTip(self.tr("Take the tag “{tag}” away").format(tag=one))
        pill.setAccessibleName(self.tr("Tag {tag}: take it away").format(tag=one))
        pill.clicked.connect(partial(self._remove, tag))
        return pill

    def _take(self) -> None:
        tag = " ".join(clean(self.entry.text()).replace(",", " ").split())
        self.entry.clear()
        if tag and all(fold(tag) != fold(one) for one in self._values):
            # A tag that is in use is written as it is there.
            known = next((one for one in self._known.stringList() if fold(one) == fold(tag)), tag)
            self.edited.emit("tags", [*self._values, known], list(self._values))

    def _remove(self, tag: str) -> None:
        self.edited.emit("tags", [one for one in self._values if one != tag], list(self._values))
        self.add.setFocus()

    def _end(self) -> None:
        self.entry.hide()
        self.add.show()
