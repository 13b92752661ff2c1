"""What the cells of the table of companies are painted with."""

from typing import Any

from PySide6.QtCore import QRect

from ui.companies.source import under
from ui.lists.column import Column
from ui.lists.delegate import ListDelegate
from ui.painting import Brush


class CompanyDelegate(ListDelegate):
    """Paints the cells."""

    def cell(self, brush: Brush, area: QRect, row: Any, column: Column) -> None:
        """Paint what a company says in a column."""
        if column.name == "name":
            self.named(brush, area, row.name, under(row))
        elif column.name == "owner":
            self.owned(brush, area, row.owner)
        elif column.name == "tags":
            self.tagged(brush, self.inner(area), row.tags)
        else:
            super().cell(brush, area, row, column)
