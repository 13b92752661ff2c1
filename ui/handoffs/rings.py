"""The rings of a handoff: how much of the time to answer is left, and the lead's score."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.painting import FIGURE, SMALL_STRONG, Brush
from ui.theme import Theme


class Ring(QWidget):
    """A share of a whole as a ring that begins at the top, with words in it or none. It is read by its neighbours."""

    def __init__(self, theme: Theme, size: int, width: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width = width
        self._share, self._token, self._words = 0.0, "accent", ""
        self.setFixedSize(QSize(size, size))
        theme.changed.connect(self.update)

    def tell(self, share: float, token: str, words: str = "") -> None:
        """Show a share, 0 to 1, in a colour."""
        self._share, self._token, self._words = max(0.0, min(1.0, share)), token, words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inset = self._width / 2 + 0.5
            arc = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("track"), self._width))
            painter.drawEllipse(arc)
            pen = QPen(self._theme.colour(self._token), self._width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            if self._share:
                painter.setPen(pen)
                turn = round(self._share * 360 * 16)
                painter.drawArc(arc, 90 * 16, turn if self.isRightToLeft() else -turn)
            if self._words:
                brush = Brush(painter, self._theme, self.rect(), mirrored=False)
                face = FIGURE if FIGURE.width(self._words) < self.width() * 0.6 else SMALL_STRONG
                brush.centred(QRectF(self.rect()), self._words, face, "text")
