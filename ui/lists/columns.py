"""The choice of columns: which ones, in what order, how wide; by pointer and by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.lists.column import Column
from ui.theme import Theme
from ui.widgets.tinted import tint

_WIDTH, _ROW, _ROWS = 300, 32, 11
_NAME = int(Qt.ItemDataRole.UserRole)


class ColumnsPanel(QFrame):
    """A small window with all columns: ticked ones are seen, in the order in which they stand here."""

    chosen = Signal(list)  # the names of the columns that are to be seen, in order
    widened = Signal(str, int)  # a column, and which way: 1 wider, -1 narrower
    reset_asked = Signal()  # as at first

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("choices")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Columns"))
        self._is_filling = False
        self.list = QListWidget(self)
        self.list.setObjectName("choices")
        self.list.setAccessibleName(self.tr("Columns"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(self._tell)
        self.list.model().rowsMoved.connect(self._tell)
        self.list.currentRowChanged.connect(self._look)
        self.list.installEventFilter(self)
        hint = self.hint = QLabel(self.tr("Drag a column, or move it with Ctrl+Up and Ctrl+Down."), self)
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        hint.setContentsMargins(8, 2, 8, 2)
        self.up = self._button(theme, "chevron-up", self.tr("Further to the front"))
        self.down = self._button(theme, "chevron-down", self.tr("Further to the end"))
        self.narrower = self._button(theme, "minus", self.tr("Narrower"))
        self.wider = self._button(theme, "plus", self.tr("Wider"))
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.narrower.clicked.connect(self._narrow)
        self.wider.clicked.connect(self._widen)
        self.first = QPushButton(self.tr("As at first"), self)
        self.first.setObjectName("quiet")
        self.first.clicked.connect(self.reset_asked)
        self._lay()

    def _lay(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.up, self.down, self.narrower, self.wider):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.hint)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.setFixedWidth(_WIDTH)

    def _button(self, theme: Theme, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        tint(button, theme, icon, "muted")
        button.setIconSize(icons.size_of(16))
        button.setFixedSize(30, 30)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def fill(self, seen: Sequence[Column], every: Sequence[Column]) -> None:
        """Show the columns: those in sight first; the first of all cannot be hidden or moved."""
        self._is_filling = True
        name = self.list.currentItem().data(_NAME) if self.list.currentItem() is not None else None
        self.list.clear()
        names = [one.name for one in seen]
        for column in (*seen, *(one for one in every if one.name not in names)):
            item = QListWidgetItem(" ".join(column.title.split())[:100])
            item.setData(_NAME, column.name)
            item.setSizeHint(QSize(1, _ROW))
            item.setCheckState(Qt.CheckState.Checked if column.name in names else Qt.CheckState.Unchecked)
            if column is every[0]:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        place = next((row for row in range(self.list.count()) if self.list.item(row).data(_NAME) == name), 0)
        self.list.setCurrentRow(place)
        self.list.setFixedHeight(min(self.list.count(), _ROWS) * _ROW + 2)
        self._is_filling = False
        self._look()

    def open_at(self, at: QPoint) -> None:
        """Show it at a place, within the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        y = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with an arrow moves the column, or makes it wider or narrower."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            run = {
                Qt.Key.Key_Up: self._move_up,
                Qt.Key.Key_Down: self._move_down,
                Qt.Key.Key_Left: self._narrow,
                Qt.Key.Key_Right: self._widen,
            }.get(Qt.Key(event.key()))
            if run is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                run()
                return True
        return False

    def _names(self) -> list[str]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(_NAME) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _tell(self, *_: object) -> None:
        if not self._is_filling:
            self.chosen.emit(self._names())

    def _look(self, *_: object) -> None:
        row, item = self.list.currentRow(), self.list.currentItem()
        seen = item is not None and item.checkState() == Qt.CheckState.Checked
        self.up.setEnabled(row > 1)
        self.down.setEnabled(0 < row < self.list.count() - 1)
        self.narrower.setEnabled(seen)
        self.wider.setEnabled(seen)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row >= 1 and 1 <= row + step < self.list.count():
            self._is_filling = True
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)
            self._is_filling = False
            self._tell()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _narrow(self) -> None:
        self._size(-1)

    def _widen(self) -> None:
        self._size(1)

    def _size(self, way: int) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.widened.emit(item.data(_NAME), way)
