"""The versions at the foot of the agreement's parts: which is the draft, which is in force, and when each began."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.agreement.papers import Version
from ui.around import Surroundings

_ROW = 28
_MOST = 5  # rows; older ones are scrolled to


class VersionsList(QListWidget):
    """The versions, the latest first; `chosen` asks for one of them."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self.setAccessibleName(self.tr("Versions"))
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)
        self.setFixedHeight(_ROW)

    def show_versions(self, versions: Sequence[Version], in_force: int | None, around: Surroundings) -> None:
        """Show them; the one in sight stays chosen."""
        self.clear()
        for one in versions:
            words = "{n}"
            if one.published_at is None:
                words = self.tr("{n} · draft")
            elif one.id == in_force:
                words = self.tr("{n} · in force")
            day = around.words.day(one.published_at or one.updated_at, around.now)
            item = QListWidgetItem(f"{words.format(n=one.number)}  ·  {day}", self)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setSizeHint(QSize(1, _ROW))
            item.setToolTip(item.text())
        edge = 2 * self.frameWidth() + QFontMetrics(self.font()).descent()
        self.setFixedHeight(_ROW * max(1, min(_MOST, len(versions))) + edge)

    def show_chosen(self, number: int | None) -> None:
        """Mark the version in sight."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == number:
                self.setCurrentRow(row)

    def numbers(self) -> list[int]:
        """Return the ids of the versions that it shows."""
        return [self.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.count())]

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
