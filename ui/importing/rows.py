"""The rows behind a figure of the plan, as a table."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.importing.verdicts import Row
from ui.importing import fields
from ui.importing.plain_table import in_rows
from ui.importing.said import remedy, said
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, Brush
from ui.theme import Theme
from ui.words import Words

_ROW = 57
_INSET = 12
LINE, WHO, WHY = range(3)
_Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class PlanModel(QAbstractTableModel):
    """The rows of one verdict."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self.words = words
        self.rows: Sequence[Row] = ()
        self.verdict = "created"

    def show_rows(self, verdict: str, rows: Sequence[Row]) -> None:
        """Show the rows of a verdict."""
        self.beginResetModel()
        self.verdict, self.rows = verdict, rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOTHING) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOTHING) -> int:
        """Return line, whom it is of, what becomes of it."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid() or role not in _SAID:
            return None
        row = self.rows[index.row()]
        head, below = why(self.verdict, row)
        return (
            self.words.number(row.line),
            ", ".join(one for one in (row.name, row.beside) if one),
            ". ".join(one for one in (head, below) if one),
        )[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heads."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        third = {
            "rejected": QCoreApplication.translate("Importing", "Why, and what to do"),
            "updated": QCoreApplication.translate("Importing", "What changes"),
            "created": "",
            "unchanged": "",
            "skipped": QCoreApplication.translate("Importing", "Why"),
        }[self.verdict]
        return (
            QCoreApplication.translate("Importing", "Line"),
            QCoreApplication.translate("Importing", "Whom it is of"),
            third,
        )[section]


def why(verdict: str, row: Row) -> tuple[str, str]:
    """Return what is to be said of a row, in two lines."""
    if verdict == "rejected":
        return said(row.reason), remedy(row.reason) or row.value
    if verdict == "updated":
        if not row.changes:
            return QCoreApplication.translate("Importing", "Adds to an earlier line of the file"), ""
        names = ", ".join(_field(one.field) for one in row.changes[:4])
        first = row.changes[0]
        nothing = QCoreApplication.translate("Importing", "empty")
        return names, f"{first.before[:80] or nothing} → {first.after[:80] or nothing}"
    if verdict == "skipped":
        return QCoreApplication.translate("Importing", "Is here already, or was left out by your answer"), ""
    return "", ""


def _field(name: str) -> str:
    return fields.title(f"contact.{name}", "contact")


class PlanDelegate(QStyledItemDelegate):
    """Paints a row in two lines."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of a cell."""
        del option, index
        return QSize(80, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell."""
        model = index.model()
        if not isinstance(model, PlanModel):
            return
        row = model.rows[index.row()]
        area = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, self._theme.colour("accent_soft" if chosen else "surface"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._theme.colour("line"))
        brush = Brush(painter, self._theme, area, mirrored=mirrored)
        x, y, width = float(area.left()), float(area.top()), float(area.width())
        if index.column() == LINE:
            text = model.words.number(row.line) if row.line else ""
            brush.text(QRectF(x + _INSET, y, width - _INSET, _ROW), text, NORMAL, "muted")
        elif index.column() == WHO:
            nobody = QCoreApplication.translate("Importing", "No name")
            self._two(brush, x + _INSET, y, width - _INSET, (row.name or nobody, row.beside))
        else:
            self._two(brush, x + _INSET, y, width - _INSET, why(model.verdict, row))
        painter.restore()

    def _two(self, brush: Brush, x: float, y: float, width: float, lines: tuple[str, str]) -> None:
        first, second = lines
        if second:
            brush.text(QRectF(x, y + 9, width - 14, 20), first, NORMAL_STRONG, "text")
            brush.text(QRectF(x, y + 29, width - 14, 18), second, SMALL, "muted")
        else:
            brush.text(QRectF(x, y, width - 14, _ROW), first, NORMAL_STRONG, "text")


class PlanTable(QTableView):
    """The table of rows."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importrows")
        self.model_ = PlanModel(words, self)
        self.setModel(self.model_)
        self.setItemDelegate(PlanDelegate(theme, self))
        self.setAccessibleName(self.tr("Rows of the file"))
        in_rows(self, _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        width = self.viewport().width()
        who = width * 30 // 100
        for column, size in ((LINE, 84), (WHO, who), (WHY, max(80, width - 84 - who))):
            self.setColumnWidth(column, size)
