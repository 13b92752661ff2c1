"""The list of suspected pairs, the surest first, each grade under a heading of its own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.duplicates.pairs import Found, Pair
from app.duplicates.scoring import GRADES
from ui.around import Surroundings
from ui.duplicates import words
from ui.painting import NORMAL_STRONG, SMALL, Brush
from ui.theme import Theme

_ROW, _HEAD = 60, 44
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PairModel(QAbstractListModel):
    """Rows are pairs, and headings: a grade with how many pairs it has."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.rows: list[Pair | tuple[str, int]] = []

    def show_found(self, found: Found) -> None:
        """Show what was found."""
        self.beginResetModel()
        self.rows = []
        for grade in GRADES:
            pairs = [pair for pair in found.pairs if pair.grade == grade]
            if pairs:
                self.rows += [(grade, found.counts[grade]), *pairs]
        self.endResetModel()

    def pair(self, row: int) -> Pair | None:
        """Return the pair in a row, None for a heading."""
        one = self.rows[row] if 0 <= row < len(self.rows) else None
        return one if isinstance(one, Pair) else None

    def counted(self, count: int) -> str:
        """Return how many pairs there are, in words."""
        return self.tr("%n pairs", None, count)

    @property
    def pairs(self) -> list[Pair]:
        """All pairs in order."""
        return [one for one in self.rows if isinstance(one, Pair)]

    def row_of(self, ids: tuple[int, int]) -> int | None:
        """Return the row of a pair."""
        return next((row for row, one in enumerate(self.rows) if isinstance(one, Pair) and one.ids == ids), None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let pairs be chosen, headings not."""
        if not index.isValid() or self.pair(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        del option
        model = index.model()
        assert isinstance(model, PairModel)  # noqa: S101 - made for it
        return QSize(200, _ROW if model.pair(index.row()) is not None else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
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


class PairList(QListView):
    """The list; the pair that is chosen is told after a moment, so that holding an arrow key reads no more than one."""

    chosen = Signal(object)  # Pair or None

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.setAccessibleName(self.tr("Suspected pairs"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.model_ = PairModel(around, self)
        self.setModel(self.model_)
        self.setItemDelegate(_Delegate(theme, self))
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._soon.start)

    def show_found(self, found: Found, wanted: tuple[int, int] | None, near: int) -> None:
        """Show pairs; choose the wanted one, or the one that stands where it stood."""
        self.model_.show_found(found)
        row = self.model_.row_of(wanted) if wanted is not None else None
        if row is None:
            rows = [number for number, one in enumerate(self.model_.rows) if isinstance(one, Pair)]
            row = next((number for number in rows if number >= near), rows[-1] if rows else None)
        if row is None:
            self._soon.stop()
            self.chosen.emit(None)
        else:
            self.choose(row)

    def choose(self, row: int) -> None:
        """Choose a row at once."""
        self.setCurrentIndex(self.model_.index(row))
        self._soon.stop()
        self._tell()

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
        return self.model_.pair(self.currentIndex().row())

    def place(self) -> tuple[int, int]:
        """Return which of how many pairs is chosen, counted from one."""
        pairs: Sequence[Pair] = self.model_.pairs
        current = self.current()
        return (pairs.index(current) + 1 if current in pairs else 0), len(pairs)

    def stop(self) -> None:
        """End what goes on by itself."""
        self._soon.stop()

    def _tell(self) -> None:
        self.chosen.emit(self.current())
