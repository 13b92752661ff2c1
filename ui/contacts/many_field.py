"""Several e-mails or phones: one a line, the first the main one; lines are added, taken away and put first."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import icons
from ui.contacts.field import Field, Read, Row
from ui.theme import Theme
from ui.widgets.tinted import tint


class ManyField(QWidget):
    """The lines. `edited` tells the whole list and what it was shown as."""

    edited = Signal(str, object, object)

    def __init__(self, name: str, title: str, read: Read, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title = name, title
        self._read, self._theme = read, theme
        self._values: list[str] = []
        self._drafts: dict[int, str] = {}
        self.rows: list[Row] = []
        self._more = QPushButton(self.tr("+ Add"), self)
        self._more.setObjectName("flat")
        self._more.setAccessibleName(self.tr("Add: {field}").format(field=title))
        self._more.clicked.connect(self.begin)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)
        self._lines.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_value([])

    def show_value(self, values: Any) -> None:
        """Show what is stored; a line in which something was typed stays."""
        wanted = list(values or [])
        if wanted == self._values and len(self.rows) >= len(wanted):
            return
        typed = self.draft
        focused = next((place for place, row in enumerate(self.rows) if row.field.hasFocus()), None)
        self._values = wanted
        self._lay()
        self.put_drafts(typed)
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].field.setFocus()

    @property
    def draft(self) -> dict[int, tuple[str, str | None]]:
        """What was typed and is not saved: line -> text, and what stood there."""
        return {
            place: (row.field.text(), row.field.base) for place, row in enumerate(self.rows) if row.field.is_unsaved
        }

    def put_drafts(self, drafts: dict[int, tuple[str, str | None]]) -> None:
        """Show what was typed earlier, in its own line if what it was typed over still stands somewhere."""
        for text, base in drafts.values():
            if base in self._values:
                self.rows[self._values.index(base)].field.put_draft(text, base)
            else:
                self.begin(focus=False)
                self.rows[-1].field.put_draft(text, None)

    def turn(self) -> None:
        """Forget everything: another record is to be shown."""
        self._values = []
        self._lay()

    def refused(self, words: str) -> None:
        """Say why it was not saved, in the line where it was typed last."""
        if not self.rows:
            self.begin(focus=False)
        row = next((row for row in self.rows if row.field.hasFocus()), self.rows[-1])
        row.refused(words)

    def begin(self, *, focus: bool = True) -> None:
        """Open an empty line."""
        if len(self.rows) == len(self._values):
            self._add_row("", len(self._values))
            self._more.hide()
        if focus:
            self.rows[-1].field.setFocus()

    def _lay(self) -> None:
        for row in self.rows:
            line = row.parentWidget()
            if line is None:
                continue
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.rows = []
        for place, value in enumerate(self._values):
            self._add_row(value, place)
        self._more.setVisible(not self._values)

    def _add_row(self, value: str, place: int) -> None:
        line = QWidget(self)
        field = Field(self.name, self._named(place), self._read, _text, line)
        row = Row(field, line)
        row.show_value(value or None)
        row.asked.connect(partial(self._changed, row))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(row, 1)
        if value:
            layout.addWidget(self._menu_of(place), 0, Qt.AlignmentFlag.AlignTop)
        self._lines.insertWidget(len(self.rows), line)
        self.rows.append(row)

    def _named(self, place: int) -> str:
        return self.title if place == 0 else f"{self.title} {place + 1}"

    def _menu_of(self, place: int) -> QToolButton:
        button = QToolButton(self)
        tint(button, self._theme, "ellipsis", "muted")
        button.setIconSize(icons.size_of(16))
        button.setFixedSize(30, 30)
        button.setAccessibleName(self.tr("More for {field}").format(field=self._values[place][:60]))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self.tr("Add another"), self.begin)
        if place:
            menu.addAction(self.tr("Make it the main one"), partial(self._to_front, place))
        menu.addAction(self.tr("Remove"), partial(self._remove, place))
        button.setMenu(menu)
        return button

    def _changed(self, row: Row, name: str, mine: Any, base: Any) -> None:
        del name, base
        place = self.rows.index(row)
        wanted = list(self._values)
        if place < len(wanted):
            wanted[place : place + 1] = [mine] if mine else []
        elif mine and mine not in wanted:
            wanted.append(mine)
        self._ask(wanted)

    def _to_front(self, place: int) -> None:
        self._ask([self._values[place], *self._values[:place], *self._values[place + 1 :]])

    def _remove(self, place: int) -> None:
        self._ask([*self._values[:place], *self._values[place + 1 :]])

    def _ask(self, wanted: list[str]) -> None:
        before = list(self._values)
        if wanted != before:
            self.edited.emit(self.name, wanted, before)


def _text(value: Any) -> str:
    return "" if value is None else str(value)
