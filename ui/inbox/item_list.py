"""What waits, as a list: each group under a heading, what presses most first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.inbox_items import Item
from ui.around import Surroundings
from ui.inbox.item_words import ItemWords
from ui.painting import NORMAL_STRONG, SMALL, SMALL_STRONG, Brush
from ui.theme import Theme
from ui.widgets.grouped import GroupedList, GroupedModel, Index

_ROW, _HEAD = 54, 36
_FACE = 32


class ItemModel(GroupedModel[Item]):
    """Rows are things that wait, and headings: a group with how many it has."""

    kind = Item

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.words = ItemWords()

    def key(self, one: Item) -> tuple[str, int]:
        """Return what tells a thing from every other."""
        return one.key

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these, in this order; where a group begins stands its heading."""
        rows: list[Item | tuple[str, int]] = []
        for group in dict.fromkeys(one.group for one in items):
            there = [one for one in items if one.group == group]
            rows += [(group, len(there)), *there]
        self.show_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says; a screen reader hears the whole sentence."""
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if isinstance(one, Item):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.words.title(one)
            if role == Qt.ItemDataRole.AccessibleTextRole:
                due = self.words.due(one, self.around)
                said = (self.words.title(one), self.words.below(one, self.around), due.words)
                return ". ".join(part for part in (f"{self.words.group(one.group)}: {said[0]}", *said[1:]) if part)
        elif role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.words.group(one[0])}, {self.around.words.number(one[1])}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        del option
        model = index.model()
        assert isinstance(model, ItemModel)  # noqa: S101 - made for it
        return QSize(200, _ROW if model.item(index.row()) is not None else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a thing or a heading."""
        model = index.model()
        assert isinstance(model, ItemModel)  # noqa: S101 - made for it
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        brush = Brush(painter, self._theme, option.rect, mirrored=mirrored)
        one = model.rows[index.row()]
        if isinstance(one, Item):
            state = option.state
            self._item(brush, model, one, chosen=bool(state & QStyle.StateFlag.State_Selected))
        else:
            self._head(brush, model, one)
        painter.restore()

    def _head(self, brush: Brush, model: ItemModel, one: tuple[str, int]) -> None:
        rect = brush.area
        name = model.words.group(one[0])
        brush.text(QRectF(rect.left() + 12, rect.top() + 12, rect.width() - 60, 18), name, SMALL_STRONG, "muted")
        figure = model.around.words.number(one[1])
        token = "bad" if one[0] in {"handoffs", "clocks"} else "faint"
        place = QRectF(rect.left() + 20 + SMALL_STRONG.width(name), rect.top() + 12, 40, 18)
        brush.text(place, figure, SMALL_STRONG, token)

    def _item(self, brush: Brush, model: ItemModel, one: Item, *, chosen: bool) -> None:
        rect = brush.area
        left, top, width = rect.left(), rect.top(), rect.width()
        if chosen:
            brush.painter.setPen(self._theme.colour("accent"))
            brush.painter.setBrush(self._theme.colour("accent_soft"))
            brush.painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        if one.sort in {"handoff", "mention"}:
            brush.avatar(left + 12, top + 11, _FACE, one.record if one.sort == "handoff" else one.who)
        else:
            icon, colour = model.words.icon(one)
            brush.bar(QRectF(left + 12, top + 11, _FACE, _FACE), f"{colour}_soft", 8)
            ink = "accent_text" if colour == "accent" else colour
            brush.icon(left + 20, top + 19, icon, 16, ink)
        due = model.words.due(one, model.around)
        taken = SMALL_STRONG.width(due.words) + (40 if due.icon else 12) if due.words else 0
        at = left + width - taken - 10
        if due.icon:
            ground = {"muted": "pill"}.get(due.token, f"{due.token}_soft")
            brush.pill(at, top + 16, due.words, due.token, ground, due.icon)
        elif due.words:
            brush.text(QRectF(at, top + 16, taken, 20), due.words, SMALL, "muted")
        room = width - 54 - taken - 22
        brush.text(QRectF(left + 54, top + 8, room, 20), model.words.title(one), NORMAL_STRONG, "text")
        brush.text(QRectF(left + 54, top + 28, room, 18), model.words.below(one, model.around), SMALL, "muted")


class ItemList(GroupedList):
    """The list of what waits."""

    opened = Signal(object)  # Item: Enter or a double click

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        self.model_ = ItemModel(around)
        super().__init__(self.model_, parent)
        self.model_.setParent(self)
        self.setAccessibleName(self.tr("What waits for you"))
        self.setItemDelegate(_Delegate(theme, self))
        self.activated.connect(self._open)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these; what was chosen stays so, or what stands where it stood."""
        before, near = self.current(), self.currentIndex().row()
        if self.model_.items == list(items):
            self.viewport().update()
            return
        self.model_.show_items(items)
        self.choose_near(before.key if before is not None else None, near)

    def current(self) -> Item | None:
        """Return what is chosen."""
        return self.model_.item(self.currentIndex().row())

    def _open(self) -> None:
        one = self.current()
        if one is not None:
            self.opened.emit(one)
