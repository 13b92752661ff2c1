"""What pages over a list have in common: a table with columns, order and selection, and what is done with them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.changes import Change
from app.errors import KnownError
from app.views import View
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.lists.acts import ListActs
from ui.lists.choosing import Columns
from ui.lists.column import Column
from ui.lists.delegate import ListDelegate
from ui.lists.pill import NewsPill
from ui.lists.table import ListTable
from ui.page import Page
from ui.rows_model import RowsModel
from ui.rows_source import Source
from ui.theme import Theme
from ui.widgets.filter_bar import FilterBar, Order
from ui.widgets.heading import Heading

Make = Callable[[Surroundings], tuple[Column, ...]]
LONG = 10_000
"""Rows from which the statements of the orders are put together before somebody asks: that takes as long as to read."""


class ListPage(Page):
    """A page over contacts or companies. `act_head` stands on top: the page's head, or what is done with many rows."""

    def __init__(
        self,
        names: tuple[str, str, str, str],
        jobs: Jobs,
        theme: Theme,
        around: Surroundings,
        parts: tuple[Source, Make, ListDelegate],
        hint: str,
        parent: QWidget | None = None,
    ) -> None:
        place, title, icon, kind = names
        super().__init__(place, title, icon, around, parent)
        source, self._make_columns, self.delegate = parts
        self.kind = kind
        self._columns = self._make_columns(around)
        self._jobs = jobs
        self._is_prepared = False
        self._chosen: int | None = None
        self._row: int | None = None  # where the chosen record stood that was moved to the bin here
        self.model = RowsModel(jobs, source, self._columns, self)
        self.model.failed.connect(self._fail)
        self.model.about_to_change.connect(self._hold)
        self.model.arrived.connect(self._find_again)
        self.model.counted.connect(self._prepare)
        jobs.changed.connect(self._heed)
        self.heading = Heading(self.title, self)
        self.filters = FilterBar(jobs, theme, around, kind, hint, self)
        self.filters.asked.connect(self.search)
        self.filters.left.connect(self.take_focus)
        self.filters.sorted.connect(self.sort_by)
        self.delegate.columns = self._columns
        self.table = ListTable(theme, self.delegate, self)
        self.table.setModel(self.model)
        self.stack = QStackedWidget(self)  # the table, or what a page shows where there are no rows
        self.stack.addWidget(self.table)
        self.table.setAccessibleName(title)
        self.table.head_clicked.connect(self._sort)
        self.layout_ = Columns(kind, self.table, self.filters, theme, around)
        self.layout_.sort_asked.connect(self.sort_by)
        self._take_order(self.layout_.begin("name"))
        self.acts = ListActs(self, jobs, theme, self.table, self.model, self.heading, self.layout_)
        self.acts.said.connect(self.said)
        self.acts.failed.connect(self.failed)
        self.pill = NewsPill(theme, around.words, self.table, self)
        self.pill.clicked.connect(self.model.take_in)
        self.model.news.connect(self.pill.tell)

    @property
    def act_head(self) -> QWidget:
        """What stands on top of the list."""
        return self.acts.head

    @property
    def is_plain(self) -> bool:
        """Whether it shows all rows as their member left them: no query, no view, no more than one row chosen."""
        chosen = sum(part.height() for part in self.table.selectionModel().selection().toList())
        return not self.model.query and self.layout_.is_own and chosen <= 1

    def load(self) -> None:
        """Read the rows, anew where they stand if they are all there."""
        if self.model.rowCount() and self.model.is_whole:
            self.model.reload()
        else:
            self.model.set_query(self.model.query)

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        self.filters.take_around(around)
        self._columns = self._make_columns(around)
        self.layout_.around = self.acts.around = around
        self.pill.words = around.words
        self.model.set_columns(self._columns)
        self.table.take_columns(self._columns)

    def stop(self) -> None:
        """End what goes on by itself."""
        self.filters.stop()
        self.layout_.stop()
        self.acts.stop()

    # What is shown

    def search(self, query: str) -> None:
        """Show the rows that a query meets."""
        self.model.set_query(query)

    def query_in_force(self) -> str:
        """Return the query that the list is narrowed by."""
        return self.model.query

    def show_query(self, query: str) -> None:
        """Narrow the list."""
        self._show(query, self.layout_.show_view(None))

    def show_view(self, view: View) -> None:
        """Show what a saved view shows, in its columns and order."""
        self._show(view.query, self.layout_.show_view(view))

    def view_settings(self) -> dict[str, Any]:
        """Return the columns and the order as a view keeps them."""
        return self.layout_.layout.plain()

    def sort_by(self, order: str) -> None:
        """Let the rows stand in another order."""
        self._take_order(order)
        self.layout_.sorted_by(order)
        self.model.set_query(self.model.query, order)

    # Inside

    def _prepare(self, rows: int) -> None:
        """Let the first click on each head be as quick as the second."""
        if rows >= LONG and not self._is_prepared:
            self._is_prepared = True
            orders = [one.sort for one in self.table.seen() if one.sort]
            key = f"{id(self)}.orders"
            # Not behind the others: what stands there goes by connections whose statements are their own.
            self._jobs.read(_prepare, self.model.source, orders, done=_ignore, failed=_ignore, key=key)

    def _show(self, query: str, order: str) -> None:
        self.filters.put(query)
        self._take_order(order)
        self.model.set_query(query, order)

    def _sort(self, section: int) -> None:
        wanted = self._columns[section].sort
        if wanted:
            other = wanted.removeprefix("-") if wanted.startswith("-") else f"-{wanted}"
            self.sort_by(other if self.model.order == wanted else wanted)

    def _take_order(self, order: str) -> None:
        """Show which order is in force."""
        self.model.order = order
        self.table.show_order(order)
        self.filters.offer_orders([Order(one.sort, one.title) for one in self._columns if one.sort], order)

    def _fail(self, error: KnownError) -> None:
        if self.model.query:
            self.filters.complain(error)
        else:
            self.failed.emit(error)

    def _hold(self) -> None:
        self.acts.picks.hold()
        current = self.model.id_at(self.table.currentIndex().row())
        if current is not None:
            self._chosen = current

    def _heed(self, change: Change) -> None:
        """Note where the chosen record stood if it goes to the bin here: the one after it takes its place."""
        for entry in change.entries if change.own else ():
            binned = entry.fields.get("exists", (None, True))[1] is False
            if binned and (entry.kind, entry.id) == (self.kind, self._chosen):
                self._row = self.model.place_of(entry.id)

    def _find_again(self) -> None:
        """Choose the record that was chosen; what left the list otherwise than to the bin stays open in its pane."""
        rows = self.model.rowCount()
        if rows:
            self.stack.setCurrentIndex(0)  # those after a search that found nothing; all are counted only later
        place = self.model.place_of(self._chosen) if self._chosen is not None else 0
        if place is not None:
            self._row = None
        elif self._row is not None:
            place, self._row = min(self._row, rows - 1), None
        self.acts.picks.find_again(place if place is not None and 0 <= place < rows else None)
        if place is None:
            # Scrolling to a row lays the rows out; without one to scroll to they would be painted, laid out because
            # of that, and painted again.
            self.table.doItemsLayout()


def _prepare(session: Any, source: Source, orders: Sequence[str]) -> None:
    """Read one row in each order: the statements are put together by that, and kept.

    Twice, since parts that are made once for all statements change by being put together, and only then stay as they
    are: the second time another statement is kept than the first time.
    """
    for order in orders:
        for _ in range(2):
            source.first_page(session, "", order, 1)


def _ignore(_: object) -> None:
    pass
