"""The columns and the order of a list: chosen by its member, kept on this computer, or those of a view."""

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton

from app.views import View
from ui import icons
from ui.around import Surroundings
from ui.lists import keeping
from ui.lists.column import Layout, read
from ui.lists.columns import ColumnsPanel
from ui.lists.table import STEP, ListTable
from ui.theme import Theme
from ui.widgets.filter_bar import FilterBar

_KEEPING = 400
"""Milliseconds after somebody moved a column before that is written down."""


class Columns(QObject):
    """Keeps the columns and order of a list as its member, or the view that is shown, wants them."""

    sort_asked = Signal(str)  # an order in which the rows are to stand

    def __init__(self, kind: str, table: ListTable, filters: FilterBar, theme: Theme, around: Surroundings) -> None:
        super().__init__(table)
        self._kind, self._table, self._theme, self.around = kind, table, theme, around
        self._view: View | None = None
        self._first = self._sort = ""
        self._panel: ColumnsPanel | None = None
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEPING)
        self._keep_soon.timeout.connect(self._keep)
        self.button = QToolButton(filters)
        self.button.setObjectName("columnsbutton")
        self.button.setIconSize(icons.size_of(16))
        self.button.setFixedSize(30, 30)
        self.button.setToolTip(self.tr("Choose columns"))
        self.button.setAccessibleName(self.tr("Choose columns"))
        self.button.clicked.connect(self.open)
        filters.row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        table.laid_out.connect(self._keep_soon.start)
        table.columns_asked.connect(self.open_at)
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def is_own(self) -> bool:
        """Whether the columns are the member's own, not those of a view."""
        return self._view is None

    @property
    def layout(self) -> Layout:
        """The columns and the order as they are now."""
        return Layout(self._table.chosen(), self._sort)

    def begin(self, sort: str) -> str:
        """Lay the list out as its member left it; return the order of rows, `sort` where none was kept."""
        layout = keeping.kept(self.around.context, self._place) or Layout()
        self._table.lay_out(layout)
        self._first, self._sort = sort, layout.sort or sort
        return self._sort

    def sorted_by(self, order: str) -> None:
        """Take note of the order in force."""
        if order != self._sort:
            self._sort = order
            self._keep_soon.start()

    def show_view(self, view: View | None) -> str:
        """Lay the list out as a view has it, or without one as its member does; return the order of rows."""
        self.stop()
        self._view = view
        layout = keeping.kept(self.around.context, self._place)
        if layout is None and view is not None:
            layout = read(view.settings)
            if not layout.columns:
                own = keeping.kept(self.around.context, self._kind) or Layout()
                layout = Layout(own.columns, layout.sort or own.sort)
        layout = layout or Layout()
        self._table.lay_out(layout)
        self._sort = layout.sort or self._first
        return self._sort

    def open(self) -> None:
        """Show the choice of columns under its button."""
        corner = self.button.rect().bottomRight()
        self.open_at(self.button.mapToGlobal(QPoint(corner.x() - 300, corner.y() + 4)))

    def open_at(self, at: QPoint) -> None:
        """Show the choice of columns at a place on the screen."""
        panel = ColumnsPanel(self._theme, self._table)
        panel.chosen.connect(self._table.choose_columns)
        panel.widened.connect(self._widen)
        panel.reset_asked.connect(self._reset)
        panel.fill(self._table.seen(), self._table.columns)
        self._panel = panel
        panel.destroyed.connect(self._forget_panel)
        panel.open_at(at)

    def stop(self) -> None:
        """Write down at once what is to be kept."""
        if self._keep_soon.isActive():
            self._keep_soon.stop()
            self._keep()

    # Inside

    @property
    def _place(self) -> str:
        return self._kind if self._view is None else f"{self._kind}/{self._view.id}"

    def _keep(self) -> None:
        keeping.keep(self.around.context, self._place, self.layout)

    def _widen(self, name: str, way: int) -> None:
        self._table.widen(name, way * STEP)

    def _reset(self) -> None:
        """Forget what was chosen here: a view's own columns are seen again, or those of the beginning."""
        self._keep_soon.stop()
        keeping.keep(self.around.context, self._place, None)
        kept = read(self._view.settings) if self._view is not None else Layout()
        self._table.lay_out(Layout(kept.columns))
        if self._panel is not None:
            self._panel.fill(self._table.seen(), self._table.columns)
        self.sort_asked.emit(kept.sort or self._first)

    def _forget_panel(self) -> None:
        self._panel = None

    def _draw(self) -> None:
        self.button.setIcon(icons.icon("columns-3", self._theme.colour("muted"), 16))
