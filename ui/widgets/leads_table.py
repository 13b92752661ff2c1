"""A table of leads behind a figure: whole rows, read alone, one of them opened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QWidget


def leads_table(parent: QWidget, name: str, row_height: int) -> QTableWidget:
    """Return an empty table; `name` is what a screen reader calls it."""
    table = QTableWidget(parent)
    table.setObjectName("report")
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height)
    return table


def show_heads(table: QTableWidget, heads: Sequence[str]) -> None:
    """Give the columns their heads; the first takes the room that the others leave."""
    table.setHorizontalHeaderLabels(list(heads))
    for place in range(len(heads)):
        head = table.horizontalHeaderItem(place)
        if head is not None:
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
