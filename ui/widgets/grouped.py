"""A list of things under headings: what both the inbox and the page of duplicates are made of."""

from collections.abc import Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

Thing = TypeVar("Thing")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class GroupedModel(QAbstractListModel, Generic[Thing]):
    """Rows are things, and headings: a group's name with how many there are of it."""

    kind: type[Thing]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Thing | tuple[str, int]] = []

    def key(self, one: Thing) -> Hashable:
        """Return what tells a thing from every other."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[Thing | tuple[str, int]]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def item(self, row: int) -> Thing | None:
        """Return the thing in a row, None for a heading."""
        one = self.rows[row] if 0 <= row < len(self.rows) else None
        return one if isinstance(one, self.kind) else None

    @property
    def items(self) -> list[Thing]:
        """All things in order."""
        return [one for one in self.rows if isinstance(one, self.kind)]

    def row_of(self, key: Hashable) -> int | None:
        """Return the row of a thing."""
        found = (row for row, one in enumerate(self.rows) if isinstance(one, self.kind) and self.key(one) == key)
        return next(found, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let things be chosen, headings not."""
        if not index.isValid() or self.item(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class GroupedList(QListView):
    """Shows such a model; what is chosen is told after a moment: an arrow key that is held reads no more than one."""

    chosen = Signal(object)  # the thing, or None

    def __init__(self, model: GroupedModel[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._grouped = model
        self.setModel(model)
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._soon.timeout.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._soon.start)

    def choose_near(self, key: Hashable | None, near: int) -> None:
        """Choose the thing of a key, else what stands where it stood; where there is nothing, tell so."""
        model = self._grouped
        row = model.row_of(key) if key is not None else None
        if row is None:
            rows = [number for number in range(len(model.rows)) if model.item(number) is not None]
            row = next((number for number in rows if number >= near), rows[-1] if rows else None)
        if row is None:
            self._soon.stop()
            self.chosen.emit(None)
        else:
            self.choose(row)

    def choose(self, row: int) -> None:
        """Choose a row at once."""
        self.setCurrentIndex(self._grouped.index(row))
        self._soon.stop()
        self._tell()

    def stop(self) -> None:
        """End what goes on by itself."""
        self._soon.stop()

    def _tell(self) -> None:
        self.chosen.emit(self._grouped.item(self.currentIndex().row()))
