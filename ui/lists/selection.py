"""The rows that are selected, of any number: they stay so while rows come, go and move."""

from array import array

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from ui.lists.table import ListTable
from ui.rows_model import RowsModel

_FLAG = QItemSelectionModel.SelectionFlag


class Picks(QObject):
    """What is selected in a list. All rows at once are kept as “all but these”, the rows still on their way too."""

    changed = Signal(int)  # how many rows are selected

    def __init__(self, table: ListTable, model: RowsModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._everything = False
        self._held: frozenset[int] | None = None  # ids while rows move: those selected, or of all those that are not
        self._is_ours = False
        model.asked_anew.connect(self._forget)
        model.counted.connect(self._arrive)
        table.selectionModel().selectionChanged.connect(self._selected)
        table.all_asked.connect(self.choose_all)

    @property
    def count(self) -> int:
        """How many rows are selected."""
        return sum(part.height() for part in self._table.selectionModel().selection().toList())

    @property
    def is_ready(self) -> bool:
        """Whether the ids of all that is selected are known."""
        return not self._everything or self._model.is_whole

    def ids(self) -> "array[int]":
        """Return the ids of the selected rows, in the order of the list."""
        found: array[int] = array("q")
        for part in sorted(self._table.selectionModel().selection().toList(), key=lambda part: part.top()):
            found += self._model.ids_between(part.top(), part.bottom())
        return found

    def choose_all(self) -> None:
        """Select all rows, also those that are still on their way."""
        self._everything, self._held = True, frozenset()
        self._arrive()

    def clear(self) -> None:
        """Select the current row alone."""
        self._forget()
        current = self._table.currentIndex()
        if current.isValid():
            self._table.choose(current.row())
        else:
            self._table.clearSelection()

    def hold(self) -> None:
        """Note what is selected: rows are about to move."""
        if self._held is None and (self._everything or self.count > 1):
            every = self._model.ids_between(0, self._model.rowCount()) if self._everything else array("q")
            picked = frozenset(self.ids())
            self._held = frozenset(every) - picked if self._everything else picked

    def find_again(self, place: int | None) -> None:
        """Select again what was noted, and make the row at a place the current one."""
        if self._held is None:
            if place is not None:
                self._table.choose(place)
            return
        self._select()
        if place is None:
            return
        if self.count:
            self._table.selectionModel().setCurrentIndex(self._model.index(place, 0), _FLAG.NoUpdate)
        else:
            self._table.choose(place)  # all that was selected left the list

    # Inside

    def _arrive(self, *_: int) -> None:
        if self._held is not None:
            self._select()
            if self._model.is_whole:
                self._held = None

    def _select(self) -> None:
        found = QItemSelection()
        last = self._model.columnCount() - 1
        for first, end in self._runs():
            found.select(self._model.index(first, 0), self._model.index(end, last))
        self._is_ours = True
        try:
            self._table.selectionModel().select(found, _FLAG.ClearAndSelect)
        finally:
            self._is_ours = False
        self.changed.emit(self.count)

    def _runs(self) -> list[tuple[int, int]]:
        """Return what was noted as first and last places of rows that stand together."""
        held, rows = self._held or frozenset(), self._model.rowCount()
        if not held:
            return [(0, rows - 1)] if self._everything and rows else []
        runs: list[tuple[int, int]] = []
        begun: int | None = None
        for place, number in enumerate(self._model.ids_between(0, rows)):
            if (number in held) != self._everything:
                begun = place if begun is None else begun
            elif begun is not None:
                runs.append((begun, place - 1))
                begun = None
        return runs if begun is None else [*runs, (begun, rows - 1)]

    def _forget(self) -> None:
        self._everything, self._held = False, None

    def _selected(self) -> None:
        if self._is_ours:
            return
        self._held = None
        count = self.count
        # Who takes a few out of all means all but those; who clicks one row means that one.
        self._everything = self._everything and count * 2 > self._model.rowCount()
        self.changed.emit(count)
