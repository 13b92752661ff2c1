"""The certain pairs all at once: what would be merged, looked over before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.duplicates.pairs import Pair, Side
from ui.around import Surroundings
from ui.duplicates import words
from ui.theme import font
from ui.widgets.wrapping import wrapping


class Bulk(QWidget):
    """A list of the pairs with boxes to tick, and what becomes of those that are ticked."""

    asked = Signal(list)  # pairs of ids: the one that stays, the one that goes
    left = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self._pairs: list[Pair] = []
        title = wrapping(self, font(20, 600), self.tr("Merge all that are certain"))
        hint = wrapping(
            self,
            font(13),
            self.tr(
                "Of each pair the one that was there first stays. It keeps its own values and takes what it lacks from "
                "the other, with all e-mails, phones, tags, notes and leads. Each can be taken apart again."
            ),
            name="muted",
        )
        self.list = QListWidget(self)
        self.list.setObjectName("choosing")
        self.list.setAccessibleName(self.tr("Pairs to merge"))
        self.list.itemChanged.connect(self._count)
        back = QPushButton(self.tr("Look at them one by one"), self)
        back.clicked.connect(self.left)
        self.button = QPushButton(self)
        self.button.setObjectName("primary")
        self.button.clicked.connect(self._ask)
        foot = QFrame(self)
        foot.setObjectName("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 12, 20, 12)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 16, 20, 12)
        inner.setSpacing(8)
        inner.addWidget(title)
        inner.addWidget(hint)
        inner.addWidget(self.list, 1)
        layout.addLayout(inner, 1)
        layout.addWidget(foot)

    def begin(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs, all of them ticked."""
        self._pairs = list(pairs)
        self.list.blockSignals(True)
        self.list.clear()
        for pair in pairs:
            both = f"{_named(pair.first)}  +  {_named(pair.second)}"
            item = QListWidgetItem(f"{both}\n{words.reasons(pair.why, self.around)}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._count()
        self.list.setFocus()

    def _chosen(self) -> list[tuple[int, int]]:
        return [
            pair.ids
            for row, pair in enumerate(self._pairs)
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        ]

    def _count(self) -> None:
        count = len(self._chosen())
        self.button.setText(self.tr("Merge %n pairs", None, count))
        self.button.setEnabled(count > 0)

    def _ask(self) -> None:
        self.button.setEnabled(False)
        self.asked.emit(self._chosen())


def _named(side: Side) -> str:
    return ", ".join(part for part in (side.name, side.company or side.email) if part)[:120]
