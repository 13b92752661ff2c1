"""The table of companies, painted a row at a time from the rows at hand."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.companies import CompanyRow
from ui.companies.source import CompanyColumn, under
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, Brush
from ui.rows_model import RowsModel
from ui.theme import Theme

ROW_HEIGHT = 52
_INSET = 12
_BAR = 3


class CompanyDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, theme: Theme, columns: tuple[CompanyColumn, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._columns = theme, columns

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every cell."""
        del option, index
        return QSize(100, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; a row that is on its way is a grey bar."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        row = model.row(index.row())
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        try:
            if selected:
                painter.fillRect(area, self._theme.colour("accent_soft"))
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._theme.colour("line"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            brush = Brush(painter, self._theme, area, mirrored=mirrored)
            if selected and index.column() == 0:
                bar = QRectF(area.left(), area.top(), _BAR, ROW_HEIGHT)
                painter.fillRect(brush.place(bar), self._theme.colour("accent"))
            if row is None:
                bone = QRectF(area.left() + _INSET, area.center().y() - 5, (area.width() - 2 * _INSET) * 0.5, 10)
                painter.fillRect(brush.place(bone), self._theme.colour("pill"))
            else:
                self._cell(brush, area, row, self._columns[index.column()])
        finally:
            painter.restore()

    def _cell(self, brush: Brush, area: QRect, row: CompanyRow, column: CompanyColumn) -> None:
        left, top, width = area.left() + _INSET, area.top(), area.width() - 2 * _INSET
        whole = QRectF(left, top, width, ROW_HEIGHT - 1)
        if column.name == "name":
            brush.avatar(left + 4, top + 10, 32, row.name)
            beside = QRectF(left + 48, top, width - 48, ROW_HEIGHT - 1)
            below = under(row)
            if below:
                brush.text(QRectF(beside.left(), top + 8, beside.width(), 18), row.name, NORMAL_STRONG, "text")
                brush.text(QRectF(beside.left(), top + 26, beside.width(), 17), below, SMALL, "muted")
            else:
                brush.text(beside, row.name, NORMAL_STRONG, "text")
        elif column.name == "owner":
            if row.owner:
                brush.avatar(left, top + 15, 22, row.owner)
                brush.text(whole.adjusted(30, 0, 0, 0), row.owner, NORMAL, "text")
        else:
            brush.text(whole, column.text(row), NORMAL, "muted")


class CompanyTable(QTableView):
    """The table: whole rows, one selected, columns that share the width."""

    def __init__(self, theme: Theme, columns: tuple[CompanyColumn, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setItemDelegate(CompanyDelegate(theme, columns, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setFixedHeight(38)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)

    def choose(self, row: int) -> None:
        """Make a row the chosen one."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row at hand whose name begins so."""
        model = self.model()
        if not isinstance(model, RowsModel):
            return
        begin, wanted = self.currentIndex().row() + 1, search.casefold()
        for number in range(begin, min(begin + 2000, model.rowCount())):
            row = model.loaded(number)
            if row is not None and row.name.casefold().startswith(wanted):
                self.choose(number)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its least width and its share of the rest; the last go where there is no room."""
        super().resizeEvent(event)
        width, shown = self.viewport().width(), len(self._columns)
        while shown > 1 and sum(one.least for one in self._columns[:shown]) > width:
            shown -= 1
        rest = max(0, width - sum(one.least for one in self._columns[:shown]))
        shares, used = sum(one.share for one in self._columns[:shown]), 0
        for place, column in enumerate(self._columns):
            self.setColumnHidden(place, place >= shown)
            if place < shown:
                wide = width - used if place == shown - 1 else column.least + rest * column.share // shares
                self.setColumnWidth(place, wide)
                used += wide
