"""The table of contacts, painted a row at a time from the rows at hand."""

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

from app.contacts import ContactRow
from ui.around import Surroundings
from ui.contacts.source import ContactColumn
from ui.leads.column import stage_token
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, SMALL_STRONG, Brush
from ui.rows_model import RowsModel
from ui.theme import Theme

ROW_HEIGHT = 52
_INSET = 12
_BAR = 3
_RING = 32
_DOT = 8
_HEAD_ROOM = 2 * _INSET + 16  # with the sign of the order
_BONES = (0.62, 0.5, 0.55, 0.4, 0.5, 0.6)  # how long the grey bars of a row are that is on its way


class ContactDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, theme: Theme, columns: tuple[ContactColumn, ...], around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns
        self.around = around

    def take_around(self, columns: tuple[ContactColumn, ...], around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self._columns, self.around = columns, around

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of every cell."""
        del option, index
        return QSize(100, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        row = model.row(index.row())
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        try:
            if selected:
                painter.fillRect(area, self._theme.colour("accent_soft"))
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._theme.colour("line"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, area, mirrored=mirrored)
            if selected and index.column() == 0:
                bar = QRectF(area.left(), area.top(), _BAR, ROW_HEIGHT)
                painter.fillRect(brush.place(bar), self._theme.colour("accent"))
            if row is None:
                self._bone(brush, area, index.column())
            else:
                self._cell(brush, area, row, self._columns[index.column()].name)
        finally:
            painter.restore()

    def _bone(self, brush: Brush, area: QRect, column: int) -> None:
        width = (area.width() - 2 * _INSET) * _BONES[column % len(_BONES)]
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(self._theme.colour("pill"))
        rect = QRectF(area.left() + _INSET + (44 if column == 0 else 0), area.center().y() - 5, width, 10)
        brush.painter.drawRoundedRect(brush.place(rect), 5, 5)

    def _cell(self, brush: Brush, area: QRect, row: ContactRow, name: str) -> None:
        left, top = area.left() + _INSET, area.top()
        width = area.width() - 2 * _INSET
        whole = QRectF(left, top, width, ROW_HEIGHT - 1)
        if name == "name":
            brush.avatar(left + 4, top + 10, 32, row.name)
            self._two_lines(
                brush, QRectF(left + 48, top, width - 48, ROW_HEIGHT), row.name, row.company or row.job_title
            )
        elif name == "email":
            if row.email and row.phone:
                self._pair(brush, whole, row.email, row.phone)
            else:
                brush.text(whole, row.email or row.phone, NORMAL, "text")
        elif name == "owner":
            if row.owner:
                brush.avatar(left, top + 15, 22, row.owner)
                brush.text(whole.adjusted(30, 0, 0, 0), row.owner, NORMAL, "text")
        elif name == "stage":
            self._stage(brush, left, whole, row.stage_id)
        elif name == "score":
            if row.score is not None:
                brush.ring(left, top + (ROW_HEIGHT - _RING) / 2, _RING, row.score)
        elif name == "tags":
            self._tags(brush, left, top + 15, width, row.tags)
        else:
            column = next(one for one in self._columns if one.name == name)
            brush.text(whole, column.text(row), NORMAL, "muted")

    def _stage(self, brush: Brush, left: float, whole: QRectF, stage_id: int | None) -> None:
        stage = None if stage_id is None else self.around.context.stages.get(stage_id)
        if stage is not None:
            brush.dot(left, whole.center().y() - _DOT / 2, _DOT, stage_token(stage))
            brush.text(whole.adjusted(_DOT + 7, 0, 0, 0), stage.name, NORMAL, "text")

    def _two_lines(self, brush: Brush, rect: QRectF, first: str, second: str) -> None:
        if not second:
            brush.text(rect.adjusted(0, 0, 0, -1), first, NORMAL_STRONG, "text")
            return
        brush.text(QRectF(rect.left(), rect.top() + 8, rect.width(), 18), first, NORMAL_STRONG, "text")
        brush.text(QRectF(rect.left(), rect.top() + 26, rect.width(), 17), second, SMALL, "muted")

    def _pair(self, brush: Brush, rect: QRectF, first: str, second: str) -> None:
        brush.text(QRectF(rect.left(), rect.top() + 8, rect.width(), 18), first, NORMAL, "text")
        brush.text(QRectF(rect.left(), rect.top() + 26, rect.width(), 17), second, SMALL, "muted")

    def _tags(self, brush: Brush, left: float, top: float, width: float, tags: tuple[str, ...]) -> None:
        end = left + width
        for place, tag in enumerate(tags):
            later = len(tags) - place - 1
            more = f"+{later + 1}"
            room = end - left - (SMALL_STRONG.width(more) + 24 if later else 0)
            if place and SMALL_STRONG.width(tag) + 18 > room:
                brush.pill(left, top, more, "muted", "pill", most=end - left)
                return
            left += brush.pill(left, top, tag, "muted", "pill", most=room) + 6


class ContactTable(QTableView):
    """The table: whole rows, one selected, columns that share the width."""

    def __init__(
        self, theme: Theme, columns: tuple[ContactColumn, ...], around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self.delegate = ContactDelegate(theme, columns, around, self)
        self.setItemDelegate(self.delegate)
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

    def take_around(self, columns: tuple[ContactColumn, ...], around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self._columns = columns
        self.delegate.take_around(columns, around)
        self.viewport().update()

    def choose(self, row: int) -> None:
        """Make a row the chosen one; `selectRow` finds no column where writing runs from right to left."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row at hand whose name begins so; a million rows are not gone through for a letter."""
        model = self.model()
        if not isinstance(model, RowsModel):
            return
        begin = self.currentIndex().row() + 1
        wanted = search.casefold()
        for number in range(begin, min(begin + 2000, model.rowCount())):
            row = model.loaded(number)
            if row is not None and row.name.casefold().startswith(wanted):
                self.choose(number)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give each column its least width and its share of the rest; the last ones go where there is no room."""
        width = self.viewport().width()
        shown = len(self._columns)
        while shown > 1 and sum(self._least(one) for one in self._columns[:shown]) > width:
            shown -= 1
        rest = max(0, width - sum(self._least(one) for one in self._columns[:shown]))
        shares = sum(one.share for one in self._columns[:shown])
        used = 0
        for place, column in enumerate(self._columns):
            self.setColumnHidden(place, place >= shown)
            if place < shown:
                wide = self._least(column) + rest * column.share // shares
                wide = width - used if place == shown - 1 else wide
                self.setColumnWidth(place, wide)
                used += wide

    def _least(self, column: ContactColumn) -> int:
        """Return the least width of a column: its head is never cut, whatever the language."""
        return max(column.least, self.horizontalHeader().fontMetrics().horizontalAdvance(column.title) + _HEAD_ROOM)
