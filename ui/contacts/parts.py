"""Small parts that what is shown of a contact, a company or a lead shares."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ui.painting import Brush
from ui.theme import Theme

_LONGEST = 90
_WORD = 12
_LONG_WORD = re.compile(rf"\S{{{_WORD}}}")


class Portrait(QWidget):
    """Initials in a disc."""

    def __init__(self, theme: Theme, parent: QWidget, size: int = 52) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = ""
        self.setFixedSize(QSize(size, size))

    def tell(self, name: str) -> None:
        """Show the initials of a name."""
        self.name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            Brush(painter, self._theme, self.rect(), mirrored=False).avatar(0, 0, self.width(), self.name)


def breakable(text: str) -> str:
    """Return a text whose long words may go on in the next line; what nobody reads to its end is cut."""
    short = text[:_LONGEST]
    if max(map(len, short.split()), default=0) <= _WORD:
        return short
    return _LONG_WORD.sub("\\g<0>\u200b", short)


def scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return a widget that scrolls up and down."""
    scroll = QScrollArea(parent)
    scroll.setObjectName("details")
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll


def details_column(
    parent: QWidget, margins: tuple[int, int, int, int], spacing: int = 12
) -> tuple[QWidget, QVBoxLayout]:
    """Return a widget on the ground of details, and the column in it; `margins` are left, top, right and bottom."""
    ground = QWidget(parent)
    ground.setObjectName("details")
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    inner = QVBoxLayout(ground)
    inner.setContentsMargins(*margins)
    inner.setSpacing(spacing)
    return ground, inner


def tool_button(parent: QWidget, name: str) -> QToolButton:
    """Return a button that is an icon alone; its name is what a pointer and a screen reader are told."""
    button = QToolButton(parent)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setIconSize(QSize(18, 18))
    button.setMinimumSize(28, 28)
    return button


def rule(parent: QWidget) -> QFrame:
    """Return a line between two parts."""
    made = QFrame(parent)
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made
