"""Icons: one drawing each, in the colour that is asked for, as sharp as the screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import CLEAR, RESOURCES

_RATIO = 3  # drawn once at the largest scale in use; smaller ones come out of it


@cache
def _drawing(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(CLEAR)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    return pixmap


def icon(name: str, colour: QColor, size: int = 18) -> QIcon:
    """Return an icon for a button or a menu."""
    return QIcon(_pixmap(name, colour.name(), size, _RATIO))


def pixmap(name: str, colour: QColor, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """Return an icon for a label."""
    return _pixmap(name, colour.name(), size, ratio)


def draw(painter: QPainter, name: str, x: float, y: float, size: int, colour: QColor) -> None:
    """Draw an icon with its top left corner at a place."""
    device = painter.device()
    # As sharp where what is painted is made larger, as it is for a room to see.
    ratio = (device.devicePixelRatioF() if device is not None else 1.0) * max(1.0, abs(painter.worldTransform().m11()))
    painter.drawPixmap(QRectF(x, y, size, size).toRect(), _pixmap(name, colour.name(), size, ratio))


def size_of(pixels: int) -> QSize:
    """Return a square."""
    return QSize(pixels, pixels)
