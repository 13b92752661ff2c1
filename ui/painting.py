"""What delegates draw with: initials, pills, rings and text that is cut where it ends. All of it mirrors."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from ui import icons
from ui.theme import Theme, font
from ui.words import initials, seed

SMALL = font(12)
SMALL_STRONG = font(12, 600)
TINY_STRONG = font(11, 600)
NORMAL = font(13)
STRONG = font(14, 600)
_LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
PILL_HEIGHT = 22


class Brush:
    """A painter within a rectangle whose left is where reading begins, whichever way that is."""

    def __init__(self, painter: QPainter, theme: Theme, area: QRect, *, mirrored: bool) -> None:
        self.painter = painter
        self.theme = theme
        self.area = area
        self._mirrored = mirrored

    def place(self, rect: QRectF) -> QRectF:
        """Return a rectangle, mirrored in the area where writing runs from right to left."""
        if not self._mirrored:
            return rect
        left = self.area.left() + self.area.right() + 1 - rect.right()
        return QRectF(left, rect.top(), rect.width(), rect.height())

    def text(
        self,
        rect: QRectF,
        words: str,
        face: QFont,
        token: str,
        *,
        trailing: bool = False,
    ) -> None:
        """Write one line, cut with an ellipsis where it does not fit."""
        if rect.width() < 4:
            return
        flags = _LEADING
        if trailing:
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.painter.setFont(face)
        self.painter.setPen(self.theme.colour(token))
        cut = QFontMetrics(face).elidedText(flat(words), Qt.TextElideMode.ElideRight, int(rect.width()))
        self.painter.drawText(self.place(rect), int(flags), cut)

    def icon(self, x: float, y: float, name: str, size: int, token: str) -> None:
        """Draw an icon at a place."""
        at = self.place(QRectF(x, y, size, size))
        icons.draw(self.painter, name, at.x(), at.y(), size, self.theme.colour(token))

    def avatar(self, x: float, y: float, size: int, name: str) -> None:
        """Draw somebody's initials in a disc."""
        ground, ink = self.theme.avatar(seed(name))
        rect = self.place(QRectF(x, y, size, size))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ground)
        self.painter.drawEllipse(rect)
        self.painter.setPen(ink)
        self.painter.setFont(font(max(8, round(size * 0.38)), 600))
        self.painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials(name))

    def dot(self, x: float, y: float, size: int, token: str) -> None:
        """Draw a dot."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour(token))
        self.painter.drawEllipse(self.place(QRectF(x, y, size, size)))

    def pill(self, x: float, y: float, words: str, token: str, ground: str, icon: str = "", most: float = 1e6) -> float:
        """Draw words on a rounded ground, no wider than `most`, and return how wide it came out."""
        inner = 18 if icon else 0
        natural = QFontMetrics(SMALL_STRONG).horizontalAdvance(flat(words)) + 18 + inner
        width = min(float(natural), most)
        if width < 30:
            return 0
        rect = QRectF(x, y, width, PILL_HEIGHT)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour(ground))
        self.painter.drawRoundedRect(self.place(rect), PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        if icon:
            self.icon(x + 7, y + 4, icon, 14, token)
        self.text(rect.adjusted(9 + inner, 0, -7, 0), words, SMALL_STRONG, token)
        return width

    def ring(self, x: float, y: float, size: int, score: int) -> None:
        """Draw a score out of a hundred as a ring with its number."""
        token = "good" if score >= 75 else "warn" if score >= 50 else "faint"
        rect = self.place(QRectF(x, y, size, size))
        arc = rect.adjusted(1.5, 1.5, -1.5, -1.5)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.theme.colour("track"), 3))
        self.painter.drawEllipse(arc)
        pen = QPen(self.theme.colour(token), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawArc(arc, 90 * 16, -round(max(0, min(100, score)) * 3.6 * 16))
        self.painter.setPen(self.theme.colour("text"))
        self.painter.setFont(TINY_STRONG)
        self.painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(score))

    def line(self, start: QPointF, end: QPointF, token: str, width: float = 1) -> None:
        """Draw a straight line."""
        self.painter.setPen(QPen(self.theme.colour(token), width))
        self.painter.drawLine(start, end)


def flat(words: str) -> str:
    """Return a text of which a single line can be drawn, isolated so that its direction stays its own."""
    one = words[:300].replace("\r", " ").replace("\n", " ").replace("\0", " ").replace("\t", " ")
    return one if one.isascii() or not one else f"\u2068{one}\u2069"
