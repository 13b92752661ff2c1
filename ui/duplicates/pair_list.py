"""The list of suspected pairs, the surest first, each grade under a heading of its own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.duplicates.pairs import Found, Pair
from app.duplicates.scoring import GRADES
from ui.around import Surroundings
from ui.duplicates import words
from ui.painting import NORMAL_STRONG, SMALL, Brush
from ui.theme import Theme
from ui.widgets.grouped import GroupedList, GroupedModel, Index

_ROW, _HEAD = 60, 44


class PairModel(GroupedModel[Pair]):
    """Rows are pairs, and headings: a grade with how many pairs it has."""

    kind = Pair

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around

    def key(self, one: Pair) -> tuple[int, int]:
        """Return what tells a pair from every other."""
        return one.ids

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        rows: list[Pair | tuple[str, int]] = []
        for grade in GRADES:
            pairs = [pair for pair in found.pairs if pair.grade == grade]
            if pairs:
                rows += [(grade, found.counts[grade]), *pairs]
        self.show_rows(rows)

    def counted(self, count: int) -> str:
        """Return how many pairs there are, in words."""
        return self.tr("%n pairs", None, count)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says; a screen reader hears the whole sentence."""
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return named(one) if isinstance(one, Pair) else words.grade(one[0])[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(one, Pair):
                return f"{words.grade(one.grade)[0]}: {named(one)}. {words.reasons(one.why, self.around)}"
            return f"{words.grade(one[0])[0]}, {self.counted(one[1])}"
        return None


def named(pair: Pair) -> str:
    """Return both names, once where they are the same."""
    return " · ".join(dict.fromkeys(name for name in (pair.first.name, pair.second.name) if name))


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        del option
        model = index.model()
        assert isinstance(model, PairModel)  # noqa: S101 - made for it
        return QSize(200, _ROW if model.item(index.row()) is not None else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a pair or a heading."""
        model = index.model()
        assert isinstance(model, PairModel)  # noqa: S101 - as above
        rect = option.rect
        state = option.state
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = Brush(painter, self._theme, rect, mirrored=mirrored)
        one = model.rows[index.row()]
        left, top, width = rect.left(), rect.top(), rect.width()
        if isinstance(one, Pair):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen:
                painter.setPen(self._theme.colour("accent"))
                painter.setBrush(self._theme.colour("accent_soft"))
                painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
            brush.avatar(left + 10, top + 17, 26, one.first.name)
            brush.avatar(left + 32, top + 17, 26, one.second.name)
            brush.text(QRectF(left + 70, top + 10, width - 80, 20), named(one), NORMAL_STRONG, "text")
            why = words.reasons(one.why, model.around)
            brush.text(QRectF(left + 70, top + 31, width - 80, 18), why, SMALL, "muted")
        else:
            word, ink, ground, icon = words.grade(one[0])
            taken = brush.pill(left + 4, top + 14, word, ink, ground, icon)
            count = model.counted(one[1])
            brush.text(QRectF(left + taken + 14, top + 14, width - taken - 20, 22), count, SMALL, "muted")
        painter.restore()


class PairList(GroupedList):
    """The list of suspected pairs."""

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        self.model_ = PairModel(around)
        super().__init__(self.model_, parent)
        self.model_.setParent(self)
        self.setAccessibleName(self.tr("Suspected pairs"))
        self.setItemDelegate(_Delegate(theme, self))

    def show_found(self, found: Found, wanted: tuple[int, int] | None, near: int) -> None:
        """Show pairs; choose the wanted one, or the one that stands where it stood."""
        self.model_.show_found(found)
        self.choose_near(wanted, near)

    def step(self, places: int) -> None:
        """Choose the pair some places further on."""
        rows = [number for number, one in enumerate(self.model_.rows) if isinstance(one, Pair)]
        here = self.currentIndex().row()
        if here in rows:
            place = rows.index(here) + places
            if 0 <= place < len(rows):
                self.choose(rows[place])

    def current(self) -> Pair | None:
        """Return the pair that is chosen."""
        return self.model_.item(self.currentIndex().row())

    def place(self) -> tuple[int, int]:
        """Return which of how many pairs is chosen, counted from one."""
        pairs: Sequence[Pair] = self.model_.items
        current = self.current()
        return (pairs.index(current) + 1 if current in pairs else 0), len(pairs)
