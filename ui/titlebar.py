"""The title row: menus, the state of saving, who I am."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from app.context import MemberRow
from ui.notices import SaveState
from ui.painting import Brush
from ui.theme import Theme

HEIGHT = 46
_DISC = 26
_MENU_HEIGHT = 28


class _Me(QWidget):
    """Whose window this is."""

    def __init__(self, theme: Theme, me: MemberRow | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = me.name if me is not None else ""
        self.setFixedSize(QSize(_DISC, _DISC))
        self.setToolTip(self._name)
        self.setAccessibleName(self._name)
        self.setVisible(bool(self._name))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            Brush(painter, self._theme, self.rect(), mirrored=False).avatar(0, 0, _DISC, self._name)


class TitleBar(QWidget):
    """The row over everything."""

    def __init__(self, theme: Theme, menus: QMenuBar, me: MemberRow | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("titlebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self.saving = SaveState(theme, self)
        left = QWidget(self)
        left_row = QHBoxLayout(left)
        left_row.setContentsMargins(0, 0, 0, 0)
        # Not aligned in the row: written from right to left, the menus would shrink to nothing.
        menus.setFixedHeight(_MENU_HEIGHT)
        left_row.addWidget(menus, 1)
        right = QWidget(self)
        right_row = QHBoxLayout(right)
        right_row.setContentsMargins(0, 0, 0, 0)
        right_row.setSpacing(16)
        right_row.addStretch(1)
        right_row.addWidget(self.saving)
        right_row.addWidget(_Me(theme, me, self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 14, 0)
        layout.setSpacing(14)
        layout.addWidget(left, 1)
        layout.addWidget(right, 1)
