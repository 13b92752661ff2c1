"""A small window under a button in which values are ticked, with a line that narrows them down."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.fields import fold

_WIDTH = 250
_ROW = 32
_ROWS = 10
_SEARCHED_FROM = 9  # so many values are looked through at a glance
_OPTION = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose: what it says, what it stands for, and whether it stands alone."""

    label: str
    value: str
    alone: bool = False


class Choices(QFrame):
    """The window. Values that stand alone close it; others are ticked, and it stays until one clicks elsewhere."""

    chosen = Signal(list)  # the values that are ticked now

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("choices")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._ticked: list[str] = []
        self._all: Sequence[Option] = ()
        self._free = False
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Search or type a value"))
        self.line.setAccessibleName(self.tr("Search or type a value"))
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._take)
        self.list = QListWidget(self)
        self.list.setObjectName("choices")
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._tick)
        self.list.installEventFilter(self)
        self.line.installEventFilter(self)
        self.note = QLabel(self)
        self.note.setObjectName("muted")
        self.note.setContentsMargins(10, 6, 10, 6)
        self.note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.note)
        layout.addWidget(self.list)
        self.setFixedWidth(_WIDTH)

    def wait(self) -> None:
        """Say that the values are on their way."""
        self.line.hide()
        self.list.hide()
        self.note.setText(self.tr("Looking…"))
        self.note.show()

    def offer(self, options: Sequence[Option], ticked: Sequence[str], *, free: bool) -> None:
        """Show values; `free` says that another may be typed."""
        self._all, self._ticked, self._free = options, list(ticked), free
        self.line.setVisible(free or len(options) > _SEARCHED_FROM)
        self.note.hide()
        self.list.show()
        self._narrow(self.line.text())
        (self.line if self.line.isVisibleTo(self) else self.list).setFocus()

    def open_under(self, button: QWidget, part: QRect | None = None) -> None:
        """Show it where the button, or a part of it, ends, within the screen."""
        self.adjustSize()
        area = button.rect() if part is None else part
        left = area.right() + 1 - self.width() if button.isRightToLeft() else area.left()
        at = button.mapToGlobal(QPoint(left, area.bottom() + 5))
        room = button.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        y = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes into the list, Space ticks, Return takes one value alone, letters narrow the list down."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.line and event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            return True
        if watched is self.list:
            item = self.list.currentItem()
            if item is not None and event.key() == Qt.Key.Key_Space:
                self._tick(item)
                return True
            if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._only(item.data(_OPTION))
                return True
            if event.key() == Qt.Key.Key_Up and self.list.currentRow() <= 0 and self.line.isVisible():
                self.line.setFocus()
                return True
            return self._began(event)
        return False

    def _began(self, event: QKeyEvent) -> bool:
        """Type a letter in the line, which comes into sight with it where there were too few values for one."""
        # The list's own search would leave a value marked that was not meant, for Return to take.
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if held or not event.text().strip() or not event.text().isprintable():
            return False
        self.line.show()
        self.line.setFocus()
        self.line.insert(event.text())
        return True

    def _narrow(self, text: str) -> None:
        wanted = fold(text.strip())
        self.list.clear()
        for option in self._all:
            if wanted in fold(option.label):
                self._add(option)
        if self._free and wanted and not any(fold(one.label) == wanted for one in self._all):
            self._add(Option(text.strip()[:200], text.strip()))
        if self.list.count() and wanted:
            self.list.setCurrentRow(0)
        nothing = not self.list.count()
        self.note.setText(self.tr("Nothing is called so.") if wanted else self.tr("No value is in use yet."))
        self.note.setVisible(nothing)
        self.list.setFixedHeight(max(1, min(self.list.count(), _ROWS)) * _ROW + 2)
        self.list.setVisible(not nothing)
        self.adjustSize()

    def _add(self, option: Option) -> None:
        item = QListWidgetItem(" ".join(option.label.split())[:200])
        item.setData(_OPTION, option)
        item.setToolTip(option.label if len(option.label) > 30 else "")
        if not option.alone:
            on = option.value in self._ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(1, _ROW))
        self.list.addItem(item)

    def _tick(self, item: QListWidgetItem) -> None:
        option: Option = item.data(_OPTION)
        if option.alone:
            self._only(option)
            return
        if option.value in self._ticked:
            self._ticked.remove(option.value)
        else:
            alone = {one.value for one in self._all if one.alone}
            self._ticked = [*(value for value in self._ticked if value not in alone), option.value]
        on = option.value in self._ticked
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.chosen.emit(list(self._ticked))

    def _only(self, option: Option) -> None:
        self._ticked = [option.value] if option.value else []
        self.chosen.emit(list(self._ticked))
        self.close()

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._only(item.data(_OPTION))
