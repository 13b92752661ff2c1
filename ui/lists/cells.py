"""What a list's rows are painted with: ground, marks of selection and focus, cells, grey bars.

Nothing of the database is loaded for it: the first rows are painted before that is there (`ui.glimpse`).
"""

from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.lists.column import Column
from ui.painting import NORMAL, NORMAL_STRONG, PILL_HEIGHT, SMALL, SMALL_STRONG, Brush
from ui.theme import Theme

ROOMY, CLOSE = 52, 36
INSET = 12
_BAR = 3
_BONES = (0.62, 0.5, 0.55, 0.4, 0.5, 0.6)  # how long the grey bars of a row are that is on its way


class Cells:
    """Paints the cells of rows; a list paints what stands in them by `cell`."""

    theme: Theme

    @property
    def height(self) -> int:
        """The height of a row."""
        return CLOSE if self.theme.is_compact else ROOMY

    def ground(self, brush: Brush, area: QRect, place: int, *, selected: bool, focused: bool) -> None:
        """Paint what lies under the words of the cell in a column, and the marks of selection and focus."""
        painter = brush.painter
        if selected:
            painter.fillRect(area, self.theme.colour("accent_soft"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self.theme.colour("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected and place == 0:
            bar = QRectF(area.left(), area.top(), _BAR, area.height())
            painter.fillRect(brush.place(bar), self.theme.colour("accent"))
        if focused:
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRect(QRectF(area).adjusted(1, 1, -1, -2))

    def cell(self, brush: Brush, area: QRect, row: Any, column: Column) -> None:
        """Paint what a row says in a column: its words, unless a list paints more."""
        brush.text(self.inner(area), column.text(row), NORMAL, "muted")

    def inner(self, area: QRect) -> QRectF:
        """Return where words may stand."""
        return QRectF(area.left() + INSET, area.top(), area.width() - 2 * INSET, area.height() - 1)

    def named(self, brush: Brush, area: QRect, name: str, below: str) -> None:
        """Paint a name with its initials, and under it, or beside it where there is little room, what belongs to it."""
        left, top = area.left() + INSET, area.top()
        size = 22 if self.theme.is_compact else 32
        brush.avatar(left + 4, top + (area.height() - size) / 2, size, name)
        beside = self.inner(area).adjusted(size + 16, 0, 0, 0)
        if not self.theme.is_compact:
            self.two_lines(brush, beside, name, below, strong=True)
            return
        taken = min(beside.width(), NORMAL_STRONG.width(name) + 8.0)
        brush.text(QRectF(beside.left(), top, taken, beside.height()), name, NORMAL_STRONG, "text")
        brush.text(beside.adjusted(taken, 0, 0, 0), below, SMALL, "muted")

    def two_lines(self, brush: Brush, rect: QRectF, first: str, second: str, *, strong: bool = False) -> None:
        """Paint a line and a smaller one under it; where there is room for one only, the first."""
        face = NORMAL_STRONG if strong else NORMAL
        if not second or self.theme.is_compact:
            brush.text(rect, first, face, "text")
            return
        brush.text(QRectF(rect.left(), rect.top() + 8, rect.width(), 18), first, face, "text")
        brush.text(QRectF(rect.left(), rect.top() + 26, rect.width(), 17), second, SMALL, "muted")

    def owned(self, brush: Brush, area: QRect, owner: str) -> None:
        """Paint a member."""
        if owner:
            brush.avatar(area.left() + INSET, area.top() + (area.height() - 22) / 2, 22, owner)
            brush.text(self.inner(area).adjusted(30, 0, 0, 0), owner, NORMAL, "text")

    def tagged(self, brush: Brush, whole: QRectF, tags: tuple[str, ...]) -> None:
        """Paint tags as pills, and how many more there are than have room."""
        left, end = whole.left(), whole.right()
        top = whole.center().y() - PILL_HEIGHT / 2
        for place, tag in enumerate(tags):
            later = len(tags) - place - 1
            more = f"+{later + 1}"
            room = end - left - (SMALL_STRONG.width(more) + 24 if later else 0)
            if place and SMALL_STRONG.width(tag) + 18 > room:
                brush.pill(left, top, more, "muted", "pill", most=end - left)
                return
            left += brush.pill(left, top, tag, "muted", "pill", most=room) + 6

    def bone(self, brush: Brush, area: QRect, column: int) -> None:
        """Paint the grey bar of a cell whose row is on its way."""
        width = (area.width() - 2 * INSET) * _BONES[column % len(_BONES)]
        brush.painter.setPen(Qt.PenStyle.NoPen)
        brush.painter.setBrush(self.theme.colour("pill"))
        rect = QRectF(area.left() + INSET + (44 if column == 0 else 0), area.center().y() - 5, width, 10)
        brush.painter.drawRoundedRect(brush.place(rect), 5, 5)
