"""A list as a table: whole rows, any number of them selected, columns that people choose, order and size."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.lists.cells import INSET
from ui.lists.column import NARROWEST, WIDEST, Column, Layout
from ui.lists.delegate import ListDelegate
from ui.rows_model import RowsModel
from ui.theme import Theme

_HEAD_ROOM = 2 * INSET + 16  # with the sign of the order
_LOOKED_THROUGH = 2_000
_TOLD = 1_000
STEP = 20
"""Pixels by which a column is made wider or narrower by a key."""


class ListTable(QTableView):
    """The table. Its model holds all columns; the head says which of them are seen, where and how wide."""

    laid_out = Signal()  # somebody moved, sized or chose columns
    menu_asked = Signal(QPoint)  # the menu of the selected rows, at a place on the screen
    columns_asked = Signal(QPoint)  # the choice of columns, at a place on the screen
    peeked = Signal()  # the current row is to be shown; the focus stays here
    edit_asked = Signal(str)  # the current row is to be edited in a column's field
    all_asked = Signal()  # all rows are to be selected
    head_clicked = Signal(int)  # a column's head; the second click of two that follow fast counts as well

    def __init__(self, theme: Theme, delegate: ListDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.delegate = delegate
        delegate.setParent(self)
        self._own: tuple[tuple[str, int], ...] = ()  # what somebody chose; empty: as at first
        self._is_laying_out = False
        self._is_choosing = False
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setMinimumSectionSize(NARROWEST)
        heads.setMaximumSectionSize(WIDEST)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSectionsMovable(True)
        heads.setFirstSectionMovable(False)
        heads.setFixedHeight(38)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._ask_columns)
        heads.sectionClicked.connect(self.head_clicked)
        heads.sectionDoubleClicked.connect(self.head_clicked)
        heads.sectionMoved.connect(self._moved)
        heads.sectionResized.connect(self._sized)
        heads.sectionHandleDoubleClicked.connect(self._free_width)
        self._share_soon = QTimer(self, singleShot=True, interval=0)
        self._share_soon.timeout.connect(self.share_width)
        theme.density_changed.connect(self._take_density)
        self._take_density()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model. The head is told of no selection: to paint itself it would look at each of a million rows."""
        super().setModel(model)
        if model is None:
            return
        for heads in (self.horizontalHeader(), self.verticalHeader()):
            heads.setSelectionModel(QItemSelectionModel(model, heads))

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, those that are not seen too."""
        return self.delegate.columns

    def take_columns(self, columns: tuple[Column, ...]) -> None:
        """Take columns in the place of those that there are; the model has them already."""
        self.delegate.columns = columns
        self.share_width()
        self.viewport().update()

    # The columns in sight

    def seen(self) -> list[Column]:
        """Return the columns in sight, from where reading begins."""
        heads = self.horizontalHeader()
        order = (heads.logicalIndex(place) for place in range(heads.count()))
        return [self.columns[section] for section in order if not heads.isSectionHidden(section)]

    def chosen(self) -> tuple[tuple[str, int], ...]:
        """Return the columns that somebody chose, with their widths; nothing where nobody did."""
        return self._own

    def lay_out(self, layout: Layout) -> None:
        """Show the columns of a layout; the first one is always there."""
        known = {one.name: place for place, one in enumerate(self.columns)}
        own = dict(layout.columns)
        first = self.columns[0].name
        names = [first, *(name for name in own if name in known and name != first)] if own else []
        self._own = tuple((name, own.get(name, 0)) for name in names)
        self.share_width()

    def choose_columns(self, names: list[str]) -> None:
        """Show these columns in this order; what is wide stays so."""
        widths = dict(self._own)
        self.lay_out(Layout(tuple((name, widths.get(name, 0)) for name in names)))
        self.laid_out.emit()

    def widen(self, name: str, step: int) -> None:
        """Make a column wider or narrower."""
        section = next((place for place, one in enumerate(self.columns) if one.name == name), None)
        if section is not None and not self.isColumnHidden(section):
            self._sized(section, 0, min(max(self.columnWidth(section) + step, NARROWEST), WIDEST))
            self.share_width()

    def share_width(self) -> None:
        """Give each column its width, or its least one and its share of the rest.

        Where nobody chose columns, the last ones go where there is no room; what somebody chose is scrolled to.
        """
        width = self.viewport().width()
        by_name = {one.name: (place, one) for place, one in enumerate(self.columns)}
        widths = dict(self._own)
        names = [name for name in widths if name in by_name] or [one.name for one in self.columns if one.at_first]
        least = {name: widths.get(name, 0) or self._least(by_name[name][1]) for name in names}
        while not self._own and len(names) > 1 and sum(least[name] for name in names) > width:
            names.pop()
        rest = max(0, width - sum(least[name] for name in names))
        free = [name for name in names if not widths.get(name)] or names[-1:]
        shares = sum(by_name[name][1].share for name in free)
        last = free[-1]
        policy = Qt.ScrollBarPolicy
        fits = sum(least[name] for name in names) <= width
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAlwaysOn)
        heads = self.horizontalHeader()
        if heads.count() < len(self.columns):
            return  # the model is not there yet
        self._is_laying_out = True
        try:
            left = rest
            for place, name in enumerate(names):
                section, column = by_name[name]
                more = 0
                if name in free:
                    more = left if name == last else rest * column.share // shares
                    left -= more
                self.setColumnHidden(section, False)
                self.setColumnWidth(section, least[name] + more)
                heads.moveSection(heads.visualIndex(section), place)
            for section, column in enumerate(self.columns):
                if column.name not in least or column.name not in names:
                    self.setColumnHidden(section, True)
        finally:
            self._is_laying_out = False

    def show_order(self, order: str) -> None:
        """Show by which column the rows are sorted, if it is one of them."""
        name = order.removeprefix("-")
        heads = self.horizontalHeader()
        section = next((place for place, one in enumerate(self.columns) if one.sort.removeprefix("-") == name), -1)
        heads.setSortIndicatorShown(section >= 0)
        down = order.startswith("-")
        heads.setSortIndicator(section, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    # The row that keys act on

    def choose(self, row: int) -> None:
        """Select a row alone; `selectRow` finds no column where writing runs from right to left."""
        self._is_choosing = True
        try:
            self.setCurrentIndex(self.model().index(row, 0))
        finally:
            self._is_choosing = False

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row at hand whose name begins so; a million rows are not gone through for a letter."""
        model = self.model()
        if not isinstance(model, RowsModel):
            return
        begin = self.currentIndex().row() + 1
        wanted = search.casefold()
        for number in range(begin, min(begin + _LOOKED_THROUGH, model.rowCount())):
            row = model.loaded(number)
            if row is not None and row.name.casefold().startswith(wanted):
                self.choose(number)
                return

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Select a row alone that the program chooses; Qt would heed the keys that are held, such as a menu's."""
        if self._is_choosing:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        return super().selectionCommand(index, event)

    def selectAll(self) -> None:
        """Ask for all rows, those too that are still on their way."""
        self.all_asked.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint what changed. Qt tells a screen reader cell by cell, which of a million rows would take for ever."""
        if sum(part.height() for part in (*selected.toList(), *deselected.toList())) > _TOLD:
            QAbstractItemView.selectionChanged(self, selected, deselected)
        else:
            super().selectionChanged(selected, deselected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows the row, F2 edits it; the rest is Qt's."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and self.currentIndex().isValid():
            if event.key() == Qt.Key.Key_Space:
                self.peeked.emit()
                return
            if event.key() == Qt.Key.Key_F2:
                self.edit_asked.emit(self.columns[self.currentIndex().column()].name)
                return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.currentIndex().isValid():
            # Who stands at the first row already, but scrolled away from it, wants to see it.
            self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the rows; by a key it stands at the current one."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(place.center() if place.isValid() else QPoint(INSET, INSET))
        self.menu_asked.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        self.share_width()

    # Inside

    def _least(self, column: Column) -> int:
        """Return the least width of a column: its head is never cut, whatever the language."""
        return max(column.least, self.horizontalHeader().fontMetrics().horizontalAdvance(column.title) + _HEAD_ROOM)

    def _take_density(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self.delegate.height)
        self.verticalHeader().setDefaultSectionSize(self.delegate.height)
        self.verticalScrollBar().setSingleStep(self.delegate.height)
        self.viewport().update()

    def _ask_columns(self, at: QPoint) -> None:
        self.columns_asked.emit(self.horizontalHeader().mapToGlobal(at))

    def _moved(self, *_: int) -> None:
        if not self._is_laying_out:
            widths = dict(self._own)
            self._own = tuple((one.name, widths.get(one.name, 0)) for one in self.seen())
            self.laid_out.emit()

    def _sized(self, section: int, old: int, new: int) -> None:
        """Keep a width that somebody gave; the columns before it stay as they are, those after it share the rest."""
        del old
        if self._is_laying_out or not new:
            return
        widths = dict(self._own)
        found, is_before = [], True
        for column in self.seen():
            place = self.columns.index(column)
            width = new if place == section else self.columnWidth(place) if is_before else widths.get(column.name, 0)
            found.append((column.name, width))
            is_before = is_before and place != section
        self._own = tuple(found)
        self._share_soon.start()
        self.laid_out.emit()

    def _free_width(self, section: int) -> None:
        """Let a column share the width again."""
        name = self.columns[section].name
        self._own = tuple((one, 0 if one == name else width) for one, width in self._own)
        self._share_soon.start()
        self.laid_out.emit()
