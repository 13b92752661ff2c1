"""A table of as many rows as there are, of which only those in sight are held.

The first rows come at once, then the ids of all in order (eight bytes each); rows are read by the page when somebody
looks at them. Nothing is asked for while Qt asks for data: missing pages are noted and read once in a turn of the
event loop.

While colleagues work the rows hold still: changed ones are patched where they stand, what came and what went is told
by `news` and taken in when somebody asks for it. What one does oneself is seen at once.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDeadlineTimer,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from app.changes import Change
from app.errors import KnownError
from ui.jobs import Jobs
from ui.rows_news import News, news_of
from ui.rows_source import Column, Source

FIRST = 64
"""Rows that are asked for before anything else is known: as many as a large screen shows."""
PAGE = 32
KEPT_PAGES = 96
MOST_ASKED = 8
IN_SIGHT = 3
"""Pages that are looked at at once, at the most."""
PASSING = 40
"""Milliseconds between two reads for somebody who drags the bar: more would take from the frames what nobody sees."""
SETTLING = 250
"""Milliseconds after a change before order and membership are read anew."""
PAINTING = 30
"""Milliseconds after the first rows came before all ids are read: until then those rows are laid out and painted."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """A table over a `Source`."""

    counted = Signal(int)  # how many rows the query meets, once that is known
    failed = Signal(object)  # KnownError: the query could not be read, or the rows not be had
    about_to_change = Signal()  # rows move: who holds a place by id notes it now ...
    arrived = Signal()  # ... and finds it again now
    asked_anew = Signal()  # another query: what was selected is selected no more
    news = Signal(object)  # News: what colleagues did to the list, none once it is taken in

    def __init__(self, jobs: Jobs, source: Source, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._source = source
        self._columns = columns
        self._ids: array[int] = array("q")
        self._whole = False  # whether _ids holds all ids, or only those of the first rows
        self._pages: OrderedDict[int, list[Any | None]] = OrderedDict()
        self._wanted: dict[int, None] = {}  # the last one wanted stands last
        self._asked: set[int] = set()
        self._round = 0  # which order of rows the pages belong to
        self._question = 0  # how often a query was set
        self._news = News()
        self.query = ""
        self.order = "name"
        self._ask_soon = QTimer(self, singleShot=True, interval=0)
        self._ask_soon.timeout.connect(self._ask)
        self._passing = QDeadlineTimer()  # until when who wants other pages is taken to be passing by
        self._reload_soon = QTimer(self, singleShot=True, interval=SETTLING)
        self._reload_soon.timeout.connect(self._reload_ids)
        self._rest_soon = QTimer(self, singleShot=True, interval=PAINTING)
        self._rest_soon.timeout.connect(self._reload_ids)
        self._compare_soon = QTimer(self, singleShot=True, interval=SETTLING)
        self._compare_soon.timeout.connect(self._compare)
        jobs.changed.connect(self.apply)

    # What a view asks

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the text of a cell; everything else the delegate takes from `row`."""
        if role not in (_DISPLAY, _SPOKEN):
            return None
        row = self.row(index.row())
        if row is None:
            return ""
        text = self._columns[index.column()].text(row)
        if role == _SPOKEN and index.column() == 0 and self.is_gone(row.id):
            return self.tr("{name}, no longer in this list").format(name=text)
        return text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return the title of a column."""
        if role == _DISPLAY and orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            return self._columns[section].title
        return None

    def row(self, number: int) -> Any | None:
        """Return the row at a place, or None while it is not there yet; it is then asked for."""
        page = self._pages.get(number // PAGE)
        if page is not None:
            place = number % PAGE
            return page[place] if place < len(page) else None
        if 0 <= number < len(self._ids):
            self._want((number // PAGE,))
        return None

    def loaded(self, number: int) -> Any | None:
        """Return the row at a place if it is at hand, without asking for it."""
        page = self._pages.get(number // PAGE, ())
        place = number % PAGE
        return page[place] if place < len(page) else None

    def id_at(self, number: int) -> int | None:
        """Return the id at a place."""
        return self._ids[number] if 0 <= number < len(self._ids) else None

    def place_of(self, record_id: int) -> int | None:
        """Return the place of an id, or None."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def ids_between(self, first: int, last: int) -> "array[int]":
        """Return the ids from one place to another, both included."""
        return self._ids[first : last + 1]

    @property
    def source(self) -> Source:
        """Where the rows come from."""
        return self._source

    @property
    def is_whole(self) -> bool:
        """Whether all ids are known, or only those of the first rows."""
        return self._whole

    def is_gone(self, record_id: int) -> bool:
        """Return whether a row that is still shown does not belong to the list any more."""
        return record_id in self._news.gone

    # What the person asks

    def set_query(self, query: str, sort: str | None = None) -> None:
        """Show what a query meets, from its first row on."""
        if query != self.query:
            self.asked_anew.emit()
        self.query, self.order = query, self.order if sort is None else sort
        self._whole = False
        self._question += 1
        self._reload_soon.stop()
        self._rest_soon.stop()
        self._compare_soon.stop()
        self._jobs.drop(f"{id(self)}.ids")  # a million that nobody wants any more
        self._jobs.drop(f"{id(self)}.news")
        self._jobs.read(
            self._source.first_page,
            query,
            self.order,
            FIRST,
            done=self._take_first,
            failed=self._fail,
            key=f"{id(self)}.first",
        )

    def begin_with(self, order: str, rows: Sequence[Any]) -> bool:
        """Show first rows that were read before there was a model, and return whether they are of its order.

        `set_query` reads them anew, and all others.
        """
        if not rows or order != self.order:
            return False
        self._lay_out(array("q", (row.id for row in rows)), rows)
        return True

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Let the same columns say what they say now, as after a stage got another name; or take others."""
        if len(columns) != len(self._columns):
            self.about_to_change.emit()
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()
            self.arrived.emit()
            return
        self._columns = columns
        self._tell_changed(0, len(self._ids) - 1)

    def take_in(self) -> None:
        """Show what colleagues brought, took away or moved meanwhile."""
        self._reload_ids()

    def reload(self) -> None:
        """Read order and rows anew where they stand, as after the connection was away."""
        self._asked.clear()
        self._round += 1
        self._want(self._pages)
        self._reload_ids()

    def apply(self, change: Change) -> None:
        """Patch what an act changed: rows by their id, and the order where it may be another now."""
        if any(self._moves_rows(entry.kind, entry.fields) for entry in change.entries):
            # An empty list has nothing that could be under somebody's hand.
            (self._reload_soon if change.own or not self._ids else self._compare_soon).start()
        touched = change.ids.get(self._source.kind, set())
        shown = {"company", "member", "import"} | self._source.shows
        by_reference = bool(shown & change.ids.keys())
        at_hand = [
            row.id for page in self._pages.values() for row in page if row and (by_reference or row.id in touched)
        ]
        if at_hand:
            self._jobs.read(self._source.page, at_hand, done=self._patch)

    # Answers

    def _moves_rows(self, kind: str, fields: dict[str, Any]) -> bool:
        if kind in {"import", "workspace"}:
            return True
        order = self.order.removeprefix("-")
        of_order = {"exists", "name", "first_name", "last_name", order, f"{order}s"}  # “email” is one of “emails”
        return kind == self._source.kind and (bool(self.query) or bool(of_order & fields.keys()))

    def _fail(self, error: KnownError) -> None:
        self.failed.emit(error)

    def _take_first(self, rows: Sequence[Any]) -> None:
        self._forget_news()
        self._lay_out(array("q", (row.id for row in rows)), rows)
        if len(rows) < FIRST:
            self._whole = True
            self.counted.emit(len(rows))
        else:
            # Only then: on a large list this takes longer, and would hold up the rows that are waited for.
            self._rest_soon.start()

    def _take_ids(self, question: int, ids: "array[int]") -> None:
        if question != self._question:
            return  # another query has been asked since
        self._forget_news()
        shown = len(self._ids)
        if not self._whole and ids[:shown] == self._ids and shown:
            # What is on the screen stays; the rest is added below.
            if len(ids) > shown:
                self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
                self._ids = ids
                self.endInsertRows()
                self._want(number for number, page in self._pages.items() if len(page) < PAGE)
        elif ids != self._ids:
            self._lay_out(ids, [row for page in self._pages.values() for row in page if row])
        self._whole = True
        self.counted.emit(len(ids))

    def _lay_out(self, ids: "array[int]", known: Sequence[Any]) -> None:
        """Put all in another order; rows that are known are shown meanwhile."""
        self.about_to_change.emit()
        self.beginResetModel()
        by_id = {row.id: row for row in known}
        held = sorted({*self._pages, *range(FIRST // PAGE)})
        self._ids = ids
        self._pages.clear()
        self._wanted.clear()
        self._asked.clear()
        self._round += 1
        for number in held:
            rows = [by_id.get(one) for one in ids[number * PAGE : (number + 1) * PAGE]]
            if any(rows):
                self._pages[number] = rows
        self.endResetModel()
        self._want(number for number, rows in self._pages.items() if not all(rows))
        self.arrived.emit()

    def _compare(self) -> None:
        if self._whole:
            self._jobs.read(
                _news,
                self._source,
                self.query,
                self.order,
                self._ids[:],
                done=partial(self._take_news, self._question, self._ids),
                failed=self._fail,
                key=f"{id(self)}.news",
                behind=True,
            )

    def _take_news(self, question: int, shown: "array[int]", news: News) -> None:
        if question == self._question and shown is self._ids and news != self._news:
            self._news = news
            self._tell_changed(0, len(self._ids) - 1)
            self.news.emit(news)

    def _forget_news(self) -> None:
        self._compare_soon.stop()
        if self._news:
            self._news = News()
            self._tell_changed(0, len(self._ids) - 1)
            self.news.emit(self._news)

    def _reload_ids(self) -> None:
        self._jobs.read(
            self._source.ids,
            self.query,
            self.order,
            done=partial(self._take_ids, self._question),
            failed=self._fail,
            key=f"{id(self)}.ids",
            behind=True,
        )

    def _want(self, pages: Iterable[int]) -> None:
        for number in pages:
            if number not in self._asked:
                self._wanted.pop(number, None)
                self._wanted[number] = None
        if self._wanted and not self._ask_soon.isActive():
            self._ask_soon.start(0 if self._passing.hasExpired() else PASSING)

    def _ask(self) -> None:
        # The last page first: who drags the bar passes over many pages and looks at the last.
        most = MOST_ASKED if self._passing.hasExpired() else IN_SIGHT
        self._passing = QDeadlineTimer(2 * PASSING)
        for number in [one for one in reversed(self._wanted) if one not in self._asked][:most]:
            ids = self._ids[number * PAGE : (number + 1) * PAGE].tolist()
            self._asked.add(number)
            self._jobs.read(
                self._source.page,
                ids,
                done=partial(self._take_page, number, ids, self._round),
                failed=partial(self._page_failed, number),
            )
        self._wanted.clear()

    def _take_page(self, number: int, ids: list[int], round_: int, rows: Sequence[Any]) -> None:
        if round_ != self._round:
            return
        self._asked.discard(number)
        by_id = {row.id: row for row in rows}
        self._pages[number] = [by_id.get(one) for one in ids]
        self._pages.move_to_end(number)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        self._tell_changed(number * PAGE, number * PAGE + len(ids) - 1)

    def _page_failed(self, number: int, error: KnownError) -> None:
        del error  # the page is asked for again when it is looked at again
        self._asked.discard(number)

    def _patch(self, rows: Sequence[Any]) -> None:
        by_id = {row.id: row for row in rows}
        for page, held in self._pages.items():
            for place, row in enumerate(held):
                if row is not None and row.id in by_id:
                    held[place] = by_id[row.id]
                    self._tell_changed(page * PAGE + place, page * PAGE + place)

    def _tell_changed(self, first: int, last: int) -> None:
        last = min(last, len(self._ids) - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _news(session: Any, source: Source, query: str, order: str, shown: "array[int]") -> News:
    """Return what became of the rows that are shown; a million ids are compared off the window's thread."""
    return news_of(source.ids(session, query, order), shown)
