"""The sheet of keys (F1): everything that can be done by a key, by menu, made from the table of actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Action
from ui.theme import font

SIZE = (860, 600)
_COLUMNS = 2


def plain(title: str) -> str:
    """Return a menu's words without the mark of its letter."""
    return title.replace("&&", "\0").replace("&", "").replace("\0", "&")


class KeysDialog(QDialog):
    """The sheet."""

    guide_asked = Signal()

    def __init__(self, menus: Sequence[tuple[str, str]], table: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(min(SIZE[0], parent.width() - 60), min(SIZE[1], parent.height() - 60))
        title = QLabel(self.tr("What the keys do"), self)
        title.setFont(font(18, 600))
        self.guide_button = QPushButton(self.tr("Open the guide"), self)
        self.guide_button.clicked.connect(self._ask_guide)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        inner = QWidget(self)
        inner.setObjectName("page")
        columns = [QVBoxLayout() for _ in range(_COLUMNS)]
        groups = self._groups(menus, table)
        heights = [0] * _COLUMNS
        for name, lines in groups:
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(self._group(name, lines, inner))
            heights[shortest] += len(lines) + 2
        row = QHBoxLayout(inner)
        row.setContentsMargins(24, 4, 24, 12)
        row.setSpacing(40)
        for column in columns:
            column.setSpacing(18)
            column.addStretch(1)
            row.addLayout(column, 1)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(title.text())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 0, 24, 0)
        buttons.addWidget(self.guide_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 18)
        layout.setSpacing(14)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(title)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)

    def _ask_guide(self) -> None:
        self.accept()
        self.guide_asked.emit()

    def _groups(
        self, menus: Sequence[tuple[str, str]], table: Sequence[Action]
    ) -> list[tuple[str, list[tuple[str, str]]]]:
        keys = [
            ("Esc", self.tr("Leave, close or empty what is open")),
            (_written(("Space",)), self.tr("Show a row beside its list")),
            ("F2", self.tr("Edit the row in the field of the column")),
            (_written(("Shift+F10",)), self.tr("Menu of the row or card")),
        ]
        found = [
            (
                plain(title),
                [(_written(one.keys), self._told(one, table)) for one in table if one.menu == menu and one.keys],
            )
            for menu, title in menus
        ]
        return [(name, lines) for name, lines in found if lines] + [(self.tr("Everywhere"), keys)]

    def _told(self, one: Action, table: Sequence[Action]) -> str:
        """Return what a key does, and on which page where other pages use it for something else."""
        title = plain(one.title)
        others = (other for other in table if other.place != one.place and other.place)
        if not one.place or not any(set(one.keys) & set(other.keys) for other in others):
            return title
        page = next((plain(other.title) for other in table if other.id == f"go.{one.place}"), "")
        return self.tr("{action} (on {page})").format(action=title, page=page.rstrip("…")) if page else title

    def _group(self, name: str, lines: list[tuple[str, str]], parent: QWidget) -> QWidget:
        group = QWidget(parent)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        head = QLabel(name, group)
        head.setFont(font(13, 600))
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (keys, title) in enumerate(lines, 1):
            key = QLabel(keys, group)
            key.setObjectName("muted")
            key.setMinimumWidth(130)
            words = QLabel(title, group)
            words.setWordWrap(True)
            for label in (key, words):
                label.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(key, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, number, 1)
        grid.setColumnStretch(1, 1)
        return group


def _written(keys: Sequence[str]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(one).toString(native) for one in keys)
