"""Small parts that the pages of a contact and of a company share."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

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


def rule(parent: QWidget) -> QFrame:
    """Return a line between two parts."""
    made = QFrame(parent)
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made
