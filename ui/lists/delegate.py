"""What a list's rows are painted with: ground, marks of selection and focus, grey bars; cells are the list's own."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.around import Surroundings
from ui.lists.column import Column
from ui.painting import NORMAL, NORMAL_STRONG, PILL_HEIGHT, SMALL, SMALL_STRONG, Brush
from ui.rows_model import RowsModel
from ui.theme import Theme

ROOMY, CLOSE = 52, 36
INSET = 12
_BAR = 3
_GONE = 0.42
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
_BONES = (0.62, 0.5, 0.55, 0.4, 0.5, 0.6)  # how long the grey bars of a row are that is on its way


class ListDelegate(QStyledItemDelegate):
    """Paints the cells; a list paints what stands in them by `cell`."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.columns = columns

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now, where cells depend on them."""

    @property
    def height(self) -> int:
        """The height of a row."""
        return CLOSE if self.theme.is_compact else ROOMY

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every cell."""
        del option, index
        return QSize(100, self.height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; a row that is on its way is a grey bar, one that left the list is pale."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        row = model.row(index.row())
        area: QRect = option.rect
        state = option.state.value  # as a number: each sum of flags is an object of its own, a tenth of a frame in all
        selected = bool(state & _SELECTED)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        try:
            if selected:
                painter.fillRect(area, self.theme.colour("accent_soft"))
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, self.theme.colour("line"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self.theme, area, mirrored=mirrored)
            if selected and index.column() == 0:
                bar = QRectF(area.left(), area.top(), _BAR, area.height())
                painter.fillRect(brush.place(bar), self.theme.colour("accent"))
            if state & _FOCUSED:
                painter.setPen(QPen(self.theme.colour("accent"), 2))
                painter.drawRect(QRectF(area).adjusted(1, 1, -1, -2))
            if row is None:
                self._bone(brush, area, index.column())
            else:
                if model.is_gone(row.id):
                    painter.setOpacity(_GONE)
                self.cell(brush, area, row, self.columns[index.column()])
        finally:
            painter.restore()

    def cell(self, brush: Brush, area: QRect, row: Any, column: Column) -> None:
        """Paint what a row says in a column: its words, unless a list paints more."""
        brush.text(self.inner(area), column.text(row), NORMAL, "muted")

    def inner(self, area: QRect) -> QRectF:
        """Return where words may stand."""
        return QRectF(area.left() + INSET, area.top(), area.width() - 2 * INSET, area.height() - 1)

    def named(self, brush: Brush, area: QRect, name: str, below: str) -> None:
        """Paint a name with its initials, and under it, or beside it where there is little room, what belongs to it."""
        left, top = area.left() + INSET, area.top()
        size = 22 if self.theme.is_compact else 32
        brush.avatar(left + 4, top + (area.height() - size) / 2, size, name)
        beside = self.inner(area).adjusted(size + 16, 0, 0, 0)
        if not self.theme.is_compact:
            self.two_lines(brush, beside, name, below, strong=True)
            return
        taken = min(beside.width(), NORMAL_STRONG.width(name) + 8.0)
        brush.text(QRectF(beside.left(), top, taken, beside.height()), name, NORMAL_STRONG, "text")
        brush.text(beside.adjusted(taken, 0, 0, 0), below, SMALL, "muted")

    def two_lines(self, brush: Brush, rect: QRectF, first: str, second: str, *, strong: bool = False) -> None:
        """Paint a line and a smaller one under it; where there is room for one only, the first."""
        face = NORMAL_STRONG if strong else NORMAL
        if not second or self.theme.is_compact:
            brush.text(rect, first, face, "text")
            return
        brush.text(QRectF(rect.left(), rect.top() + 8, rect.width(), 18), first, face, "text")
        brush.text(QRectF(rect.left(), rect.top() + 26, rect.width(), 17), second, SMALL, "muted")

    def owned(self, brush: Brush, area: QRect, owner: str) -> None:
        """Paint a member."""
        if owner:
            brush.avatar(area.left() + INSET, area.top() + (area.height() - 22) / 2, 22, owner)
            brush.text(self.inner(area).adjusted(30, 0, 0, 0), owner, NORMAL, "text")

    def tagged(self, brush: Brush, whole: QRectF, tags: tuple[str, ...]) -> None:
        """Paint tags as pills, and how many more there are than have room."""
        left, end = whole.left(), whole.right()
        top = whole.center().y() - PILL_HEIGHT / 2
        for place, tag in enumerate(tags):
            later = len(tags) - place - 1
            more = f"+{later + 1}"
            room = end - left - (SMALL_STRONG.width(more) + 24 if later else 0)
            if place and SMALL_STRONG.width(tag) + 18 > room:
                brush.pill(left, top, more, "muted", "pill", most=end - left)
                return
            left += brush.pill(left, top, tag, "muted", "pill", most=room) + 6

    def _bone(self, brush: Brush, area: QRect, column: int) -> None:
        width = (area.width() - 2 * INSET) * _BONES[column % len(_BONES)]
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(self.theme.colour("pill"))
        rect = QRectF(area.left() + INSET + (44 if column == 0 else 0), area.center().y() - 5, width, 10)
        brush.painter.drawRoundedRect(brush.place(rect), 5, 5)
