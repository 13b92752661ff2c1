"""A text that somebody wrote, painted as it was written."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import mentions
from ui.around import Surroundings
from ui.theme import Theme, font

_LONGEST = 2_000


class Body(QWidget):
    """A text as it was written, never as markup, with the members in it that an “@” names told apart."""

    def __init__(self, text: str, around: Surroundings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text[:_LONGEST]
        self._theme = theme
        self._spans = [(one.start, one.end) for one in mentions.named(around.context, self.text)]
        self._layout = QTextLayout(self.text.replace("\n", "\u2028"), font(13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._lay(width)

    def sizeHint(self) -> QSize:
        """Return the size at the width at hand."""
        return QSize(120, self._lay(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(0, self._lay(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines anew."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        del event
        self._lay(self.width())
        with QPainter(self) as painter:
            painter.setPen(self._theme.colour("muted"))
            self._layout.draw(painter, QPointF(0, 0), self._formats(self._theme.colour("accent_text")))

    def _formats(self, ink: QColor) -> list[QTextLayout.FormatRange]:
        found = []
        for start, end in self._spans:
            one = QTextLayout.FormatRange()
            # Qt counts in halves of what lies outside the basic plane.
            one.start = _units(self.text[:start])
            one.length = _units(self.text[start:end])
            look = QTextCharFormat()
            look.setForeground(ink)
            look.setBackground(self._theme.colour("accent_soft"))
            one.format = look
            found.append(one)
        return found

    def _lay(self, width: int) -> int:
        height = 0.0
        self._layout.beginLayout()
        for _ in range(_LONGEST):
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return int(height) + 1


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
