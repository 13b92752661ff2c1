"""What delegates draw with: initials, pills, rings and text that is cut where it ends. All of it mirrors."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF, QStaticText, QTextOption

from ui import icons
from ui.theme import Theme, font
from ui.words import initials, seed

PILL_HEIGHT = 22
_HATCH = 5.0
"""Pixels from one line of a hatching to the next."""
_KEPT = 6_000
"""Texts that are kept laid out: several screens full. Laying out anew is most of what a frame costs."""


class Face:
    """A font to paint with, and its measures."""

    def __init__(self, pixels: int, weight: int = 400) -> None:
        self.font: QFont = font(pixels, weight, figures=weight >= 600)

    @cached_property
    def metrics(self) -> QFontMetrics:
        """The font's measures."""
        return QFontMetrics(self.font)

    def width(self, words: str) -> int:
        """Return how wide a text is."""
        return self.metrics.horizontalAdvance(flat(words))


SMALL = Face(12)
SMALL_STRONG = Face(12, 600)
TINY_STRONG = Face(11, 600)
TINY = Face(11)
NORMAL = Face(13)
NORMAL_STRONG = Face(13, 600)
STRONG = Face(14, 600)
FIGURE = Face(15, 600)
LARGE = Face(20, 600)
_OF_AVATARS = {size: Face(max(8, round(size * 0.38)), 600) for size in (18, 22, 26, 32, 36, 52)}


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
        face: Face,
        token: str,
        *,
        trailing: bool = False,
    ) -> None:
        """Write one line, cut with an ellipsis where it does not fit."""
        if words and rect.width() >= 4:
            laid = _laid(words, face, int(rect.width()))
            self.painter.setPen(self.theme.colour(token))
            self._put(laid, face, self.place(rect), at_right=trailing != self._mirrored)

    def _put(self, laid: QStaticText, face: Face, rect: QRectF, *, at_right: bool) -> None:
        size = laid.size()
        x = rect.right() - size.width() if at_right else rect.left()
        self.painter.setFont(face.font)
        self.painter.drawStaticText(QPointF(x, rect.center().y() - size.height() / 2), laid)

    def _centre(self, words: str, face: Face, rect: QRectF) -> None:
        laid = _laid(words, face, 1000)
        size = laid.size()
        self.painter.setFont(face.font)
        self.painter.drawStaticText(rect.center() - QPointF(size.width() / 2, size.height() / 2), laid)

    def centred(self, rect: QRectF, words: str, face: Face, token: str) -> None:
        """Write one line in the middle of a rectangle, cut with an ellipsis where it does not fit."""
        if words and rect.width() >= 4:
            laid = _laid(words, face, int(rect.width()))
            placed = self.place(rect)
            self.painter.setPen(self.theme.colour(token))
            self.painter.setFont(face.font)
            offset = QPointF(laid.size().width() / 2, laid.size().height() / 2)
            self.painter.drawStaticText(placed.center() - offset, laid)

    def bar(self, rect: QRectF, token: str, radius: float = 0, *, hatched: bool = False, opacity: float = 1) -> None:
        """Fill a rectangle, rounded; hatched ones can be told apart without their colour."""
        if rect.width() <= 0 or rect.height() <= 0:
            return
        path = QPainterPath()
        path.addRoundedRect(self.place(rect), radius, radius)
        self.painter.save()
        self.painter.setOpacity(opacity)
        self.painter.fillPath(path, self.theme.colour(token))
        self.painter.setOpacity(1)
        if hatched:
            self._hatch(path, "surface", 0.32)
        self.painter.restore()

    def piece(self, rect: QRectF, whole: QRectF, token: str, radius: float, *, hatched: bool = False) -> None:
        """Fill a piece of a rounded bar: its ends are round only where the whole bar ends."""
        outer, inner = QPainterPath(), QPainterPath()
        outer.addRoundedRect(self.place(whole), radius, radius)
        inner.addRect(self.place(rect))
        path = outer.intersected(inner)
        self.painter.save()
        self.painter.fillPath(path, self.theme.colour(token))
        if hatched:
            self._hatch(path, "surface", 0.32)
        self.painter.restore()

    def shape(self, points: Sequence[QPointF], token: str, *, hatched: bool = False) -> None:
        """Fill what lies between points."""
        path = QPainterPath()
        path.addPolygon(QPolygonF([self.point(one) for one in points]))
        path.closeSubpath()
        self.painter.save()
        self.painter.fillPath(path, self.theme.colour(token))
        if hatched:
            self._hatch(path, "surface", 0.32)
        self.painter.restore()

    def point(self, at: QPointF) -> QPointF:
        """Return a point, mirrored in the area where writing runs from right to left."""
        return QPointF(self.area.left() + self.area.right() + 1 - at.x(), at.y()) if self._mirrored else at

    def outlined(self, rect: QRectF, token: str, radius: float = 0) -> None:
        """Draw a rectangle as outline and hatching only: what is there but not counted."""
        if rect.width() <= 0:
            return
        path = QPainterPath()
        path.addRoundedRect(self.place(rect.adjusted(0.5, 0.5, -0.5, -0.5)), radius, radius)
        self.painter.save()
        self._hatch(path, token, 0.55)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.theme.colour(token), 1))
        self.painter.drawPath(path)
        self.painter.restore()

    def _hatch(self, path: QPainterPath, token: str, opacity: float) -> None:
        area = path.boundingRect()
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        self.painter.setOpacity(opacity)
        self.painter.setPen(QPen(self.theme.colour(token), 1.2))
        x = area.left() - area.height()
        while x < area.right():
            self.painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
            x += _HATCH
        self.painter.setOpacity(1)
        self.painter.setClipping(False)

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
        self._centre(initials(name), _OF_AVATARS[size], rect)

    def dot(self, x: float, y: float, size: int, token: str) -> None:
        """Draw a dot."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.colour(token))
        self.painter.drawEllipse(self.place(QRectF(x, y, size, size)))

    def pill(self, x: float, y: float, words: str, token: str, ground: str, icon: str = "", most: float = 1e6) -> float:
        """Draw words on a rounded ground, no wider than `most`, and return how wide it came out."""
        inner = 18 if icon else 0
        natural = SMALL_STRONG.width(words) + 18 + inner
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
        self._centre(str(score), TINY_STRONG, rect)

    def line(self, start: QPointF, end: QPointF, token: str, width: float = 1) -> None:
        """Draw a straight line."""
        self.painter.setPen(QPen(self.theme.colour(token), width))
        self.painter.drawLine(start, end)


@lru_cache(maxsize=_KEPT)
def _laid(words: str, face: Face, width: int) -> QStaticText:
    """Return a line laid out, cut to a width."""
    line = flat(words)
    if face.metrics.horizontalAdvance(line) > width:
        line = face.metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
    laid = QStaticText(line)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    laid.setTextOption(option)
    laid.prepare(font=face.font)
    return laid


def flat(words: str) -> str:
    """Return a text of which a single line can be drawn, isolated so that its direction stays its own."""
    one = words[:300].replace("\r", " ").replace("\n", " ").replace("\0", " ").replace("\t", " ")
    return one if one.isascii() or not one else f"\u2068{one}\u2069"
