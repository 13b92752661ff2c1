"""The columns of a file as a table: name, samples, where each goes, and whether that is settled."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.fields import kind_of
from app.importing.drafts import Column, Found
from ui.importing import fields
from ui.importing.plain_table import in_rows
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, Brush
from ui.theme import Theme
from ui.widgets.choices import Choices, Option

_ROW = 45
_INSET = 12
_ROOM_FOR_THREE, _ROOM_FOR_TWO = 240, 130
NAME, SAMPLES, GOES, STATE = range(4)
_Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()


@dataclass(frozen=True, slots=True)
class Match:
    """A column with where it goes, in words, and what is to be said of that."""

    column: Column
    title: str
    icon: str
    state: str  # sure, new, left, asked or empty


_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class MatchModel(QAbstractTableModel):
    """The columns of one file."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.matches: list[Match] = []

    def show_found(self, found: Found, asked: frozenset[str]) -> None:
        """Show a file's columns; `asked` are those that a question hangs on."""
        main = kind_of(found.kind).name
        fresh = [
            Match(one, fields.title(one.field, main), fields.icon(one.field), _state(one, asked))
            for one in found.columns
        ]
        if len(fresh) == len(self.matches):
            self.matches = fresh
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, STATE))
            return
        self.beginResetModel()
        self.matches = fresh
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOTHING) -> int:
        """Return how many columns the file has."""
        return 0 if parent.isValid() else len(self.matches)

    def columnCount(self, parent: _Index = _NOTHING) -> int:
        """Return name, samples, target, state."""
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid() or role not in _SAID:
            return None
        match = self.matches[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NAME:
            return QCoreApplication.translate("Importing", "Column {name}, goes to {field}, {state}").format(
                name=match.column.name, field=match.title, state=state_words(match.state)
            )
        cells = (match.column.name, ", ".join(match.column.samples), match.title, state_words(match.state))
        return cells[index.column()]

    def head(self, section: int) -> str:
        """Return the head of a column."""
        return str(self.headerData(section, Qt.Orientation.Horizontal))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heads."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("Importing", "In the file"),
            QCoreApplication.translate("Importing", "Three of its values"),
            QCoreApplication.translate("Importing", "Goes to"),
            "",
        )[section]


def _state(column: Column, asked: frozenset[str]) -> str:
    if column.name in asked:
        return "asked"
    if not column.field:
        return "empty" if column.is_empty else "left"
    return "new" if column.is_new else "sure"


def state_words(state: str) -> str:
    """Return what is said of where a column goes."""
    return {
        "sure": QCoreApplication.translate("Importing", "matched"),
        "new": QCoreApplication.translate("Importing", "New field"),
        "left": QCoreApplication.translate("Importing", "left out"),
        "empty": QCoreApplication.translate("Importing", "empty"),
        "asked": QCoreApplication.translate("Importing", "A question"),
    }[state]


class MatchDelegate(QStyledItemDelegate):
    """Paints a column of the file as a line."""

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
        if not isinstance(model, MatchModel):
            return
        match = model.matches[index.row()]
        area: QRect = option.rect
        state = option.state
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = "warn_soft" if match.state == "asked" else "accent_soft" if chosen else "surface"
        painter.fillRect(area, self._theme.colour(ground))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), self._theme.colour("line"))
        brush = Brush(painter, self._theme, area, mirrored=mirrored)
        x, y, width = float(area.left()), float(area.top()), float(area.width())
        if index.column() == NAME:
            brush.text(QRectF(x + _INSET, y, width - _INSET - 8, _ROW), match.column.name, NORMAL_STRONG, "text")
        elif index.column() == SAMPLES:
            self._samples(brush, QRectF(x, y, width, _ROW), match)
        elif index.column() == GOES:
            self._goes(brush, QRectF(x, y, width, _ROW), match, focused=chosen)
        else:
            self._state(brush, x + _INSET, y, match, width - 16)
        painter.restore()

    def _samples(self, brush: Brush, area: QRectF, match: Match) -> None:
        area = area.adjusted(_INSET, 0, 0, 0)
        room = area.width() - 26
        count = 3 if room >= _ROOM_FOR_THREE else 2 if room >= _ROOM_FOR_TWO else 1
        part = room / count
        for at in range(count):
            place = QRectF(area.left() + at * part, area.top(), part - 10, _ROW)
            if at < len(match.column.samples):
                brush.text(place, match.column.samples[at], SMALL, "muted")
            elif at == 0:
                brush.text(place, QCoreApplication.translate("Importing", "empty"), SMALL, "faint")
        mirrored = brush.place(QRectF(area.left(), 0, 1, 1)).left() != area.left()
        name = "arrow-left" if mirrored else "arrow-right"
        brush.icon(area.right() - 22, area.top() + (_ROW - 16) / 2, name, 16, "faint")

    def _goes(self, brush: Brush, area: QRectF, match: Match, *, focused: bool) -> None:
        box = QRectF(area.left() + _INSET, area.top() + 6, area.width() - _INSET - 2, _ROW - 13)
        out = match.state in {"left", "empty"}
        brush.bar(box, "sunken" if out else "surface", 8)
        brush.painter.setPen(QPen(self._theme.colour("accent" if focused else "line"), 1))
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)
        brush.painter.drawRoundedRect(brush.place(box), 8, 8)
        brush.icon(box.left() + 10, box.center().y() - 8, match.icon, 16, "faint" if out else "muted")
        words = QRectF(box.left() + 34, box.top(), box.width() - 60, box.height())
        brush.text(words, match.title, NORMAL, "faint" if out else "text")
        brush.icon(box.right() - 24, box.center().y() - 7, "chevron-down", 14, "muted")

    def _state(self, brush: Brush, x: float, y: float, match: Match, most: float) -> None:
        if match.state == "sure":
            brush.icon(x, y + (_ROW - 17) / 2, "check", 17, "good")
        elif match.state == "new":
            brush.pill(x, y + 11, state_words("new"), "accent_text", "accent_soft", most=most)
        elif match.state == "asked":
            brush.pill(x, y + 11, state_words("asked"), "warn", "surface", most=most)


class MatchTable(QTableView):
    """The table; a click on a target, Enter, Space or F2 opens the choice of another."""

    target_asked = Signal(int)  # the row whose target is to be chosen

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importcolumns")
        self.model_ = MatchModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(MatchDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Columns of the file"))
        in_rows(self, _ROW)

    def choose_target(self, row: int, options: Sequence[Option], ticked: str) -> Choices:
        """Open the choice of targets under a row's own one, and return it."""
        name = self.model_.matches[row].column.name
        window = Choices(self.tr("Where “{column}” goes").format(column=name), self)
        window.offer(options, [ticked], free=False)
        index = self.model_.index(row, GOES)
        self.scrollTo(index)
        place = self.visualRect(index)
        window.open_under(self.viewport(), place)
        return window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        width = self.viewport().width()
        state = 118 if width > 620 else 96
        head = self.horizontalHeader().fontMetrics().horizontalAdvance(self.model_.head(NAME)) + 2 * _INSET + 6
        name = max(head, min(230, width * 22 // 100))
        goes = min(240, max(158, width * 27 // 100))
        for column, size in ((NAME, name), (SAMPLES, width - name - goes - state), (GOES, goes), (STATE, state)):
            self.setColumnWidth(column, max(size, 40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choice by key."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.target_asked.emit(row)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the choice by a click on the target."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.column() == GOES:
            self.target_asked.emit(index.row())
