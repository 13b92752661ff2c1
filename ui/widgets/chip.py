"""A chip: a part of a query that is in force, with a cross to take it away; or one that can be asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ui import icons
from ui.theme import Theme
from ui.widgets.tinted import tint

_WIDEST = 240
_CROSS = 28


class _Label(QPushButton):
    """The words of a chip; Del and Backspace take it away."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chip away by keys."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class Chip(QFrame):
    """A chip. `opened` asks for its values, `removed` to take it away."""

    opened = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, words: str, *, on: bool, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setProperty("on", on)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        token = "accent_text" if on else "muted"
        self.cross: QToolButton | None = None
        if on:
            self.cross = QToolButton(self)
            self.cross.setObjectName("chip")
            tint(self.cross, theme, "x", token, 14)
            self.cross.setIconSize(icons.size_of(14))
            self.cross.setFixedSize(_CROSS, _CROSS)
            self.cross.setToolTip(self.tr("Take this filter away"))
            self.cross.setAccessibleName(self.tr("Take away: {filter}").format(filter=words))
            self.cross.clicked.connect(self.removed)
            layout.addWidget(self.cross)
        self.label = _Label(self)
        self.label.setObjectName("chip")
        self.label.setProperty("on", on)
        self.label.setProperty("crossed", on)
        one = " ".join(words.split())
        self.label.ensurePolished()
        cut = self.label.fontMetrics().elidedText(one[:300], Qt.TextElideMode.ElideRight, _WIDEST)
        self.label.setText(f"\u2068{cut}\u2069".replace("&", "&&") if not cut.isascii() else cut.replace("&", "&&"))
        self.label.setAccessibleName(one[:300])
        if cut != one:
            self.label.setToolTip(one[:1000])
        if icon:
            self.label.setText(f" {self.label.text()}")
            tint(self.label, theme, icon, token, 14)
            self.label.setIconSize(icons.size_of(14))
        self.label.clicked.connect(self.opened)
        if on:
            self.label.removed.connect(self.removed)
        layout.addWidget(self.label)
