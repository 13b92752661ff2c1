"""How a table paints the rows of its model: those that are there, those on their way, those that left the list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.around import Surroundings
from ui.lists.cells import Cells
from ui.lists.column import Column
from ui.painting import Brush
from ui.rows_model import RowsModel
from ui.theme import Theme

_GONE = 0.42
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value


class ListDelegate(Cells, QStyledItemDelegate):
    """Paints the cells of a table."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.columns = columns

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now, where cells depend on them."""

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
            brush = Brush(painter, self.theme, area, mirrored=mirrored)
            self.ground(brush, area, index.column(), selected=selected, focused=bool(state & _FOCUSED))
            if row is None:
                self.bone(brush, area, index.column())
            else:
                if model.is_gone(row.id):
                    painter.setOpacity(_GONE)
                self.cell(brush, area, row, self.columns[index.column()])
        finally:
            painter.restore()
