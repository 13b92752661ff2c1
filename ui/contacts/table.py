"""What the cells of the table of contacts are painted with."""

from typing import Any

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from app.contacts import ContactRow
from ui.around import Surroundings
from ui.leads.column import stage_token
from ui.lists.column import Column
from ui.lists.delegate import ListDelegate
from ui.painting import NORMAL, Brush
from ui.theme import Theme

_RING = 32
_SMALL_RING = 28
_DOT = 8


class ContactDelegate(ListDelegate):
    """Paints the cells."""

    def __init__(self, theme: Theme, columns: tuple[Column, ...], around: Surroundings, parent: QWidget | None) -> None:
        super().__init__(theme, columns, parent)
        self.around = around

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self.around = around

    def cell(self, brush: Brush, area: QRect, row: Any, column: Column) -> None:
        """Paint what a contact says in a column."""
        whole = self.inner(area)
        if column.name == "name":
            self.named(brush, area, row.name, row.company or row.job_title)
        elif column.name == "email":
            self.two_lines(brush, whole, row.email or row.phone, row.phone if row.email else "")
        elif column.name == "owner":
            self.owned(brush, area, row.owner)
        elif column.name == "stage":
            self._stage(brush, whole, row)
        elif column.name == "score":
            if row.score is not None:
                size = _SMALL_RING if self.theme.is_compact else _RING
                brush.ring(whole.left(), area.top() + (area.height() - size) / 2, size, row.score)
        elif column.name == "tags":
            self.tagged(brush, whole, row.tags)
        else:
            super().cell(brush, area, row, column)

    def _stage(self, brush: Brush, whole: QRectF, row: ContactRow) -> None:
        stage = None if row.stage_id is None else self.around.context.stages.get(row.stage_id)
        if stage is not None:
            brush.dot(whole.left(), whole.center().y() - _DOT / 2, _DOT, stage_token(stage))
            brush.text(whole.adjusted(_DOT + 7, 0, 0, 0), stage.name, NORMAL, "text")
