"""How well what a window shows can be read: each text that is drawn, beside what lies under it in the picture."""

from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ui.painting import Brush, Face

LEAST = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3, level AA)."""
LEAST_OF_PARTS = 3.0
"""The contrast that edges and signs need (WCAG 2.2, 1.4.11, level AA)."""


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, from 0 to 1, as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class Written:
    """A text that was drawn: where in the picture, and in which colour."""

    words: str
    area: QRect
    ink: QColor


class Reader:
    """Notes what brushes write, so that a picture can be judged."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._written: list[Written] = []
        text, centred = Brush.text, Brush.centred

        def _text(brush: Brush, rect: QRectF, words: str, face: Face, token: str, *, trailing: bool = False) -> None:
            text(brush, rect, words, face, token, trailing=trailing)
            wide = min(rect.width(), float(face.width(words)))
            left = rect.right() - wide if trailing else rect.left()
            self._note(brush, QRectF(left, rect.center().y() - 6, wide, 12), words, token)

        def _centred(brush: Brush, rect: QRectF, words: str, face: Face, token: str) -> None:
            centred(brush, rect, words, face, token)
            wide = min(rect.width(), float(face.width(words)))
            self._note(brush, QRectF(rect.center().x() - wide / 2, rect.center().y() - 6, wide, 12), words, token)

        monkeypatch.setattr(Brush, "text", _text)
        monkeypatch.setattr(Brush, "centred", _centred)

    def _note(self, brush: Brush, rect: QRectF, words: str, token: str) -> None:
        if words and rect.width() >= 4:
            area = brush.painter.deviceTransform().mapRect(brush.place(rect)).toRect()
            self._written.append(Written(words, area, brush.theme.colour(token)))

    def poor(self, window: QWidget) -> set[str]:
        """Return what cannot be read in a window as it stands, each with its contrast."""
        self._written.clear()
        image = window.grab().toImage()
        found = set()
        for one in self._written:
            area = one.area & image.rect()
            ground = _ground(image, area)
            if ground is not None and contrast(one.ink, ground) < LEAST:
                found.add(f"{one.words!r}: {one.ink.name()} on {ground.name()}, {contrast(one.ink, ground):.2f}")
        return found | {
            said for widget in window.findChildren(QWidget) if (said := _poor_widget(window, widget, image))
        }


def _colours(image: QImage, area: QRect) -> tuple["np.ndarray[tuple[int], np.dtype[np.uint32]]", int] | None:
    """Return the colours of an area as RGB, and the one that fills most of it; None where it is too small."""
    if area.width() < 4 or area.height() < 4:
        return None
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    plain = np.frombuffer(part.constBits(), np.uint32).reshape(part.height(), part.bytesPerLine() // 4)
    found, counts = np.unique(plain[:, : part.width()] & 0xFFFFFF, return_counts=True)
    return found, int(found[counts.argmax()])


def _ground(image: QImage, area: QRect) -> QColor | None:
    """Return the colour that fills most of an area."""
    found = _colours(image, area)
    return None if found is None else QColor.fromRgb(found[1])


def _poor_widget(window: QWidget, widget: QWidget, image: QImage) -> str:
    """Return what is wrong with a label or button of Qt's own; the ink is its strongest colour in the picture."""
    if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisibleTo(window) or not widget.isEnabled():
        return ""
    words = widget.text() or (widget.accessibleName() if isinstance(widget, QAbstractButton) else "")
    if not words:
        return ""
    least = LEAST if widget.text() else LEAST_OF_PARTS
    inner = widget.rect().adjusted(4, 4, -4, -4) if isinstance(widget, QAbstractButton) else widget.rect()
    seen = widget.visibleRegion().boundingRect() & inner
    area = QRect(widget.mapTo(window, seen.topLeft()), seen.size()) & image.rect()
    found = _colours(image, area)
    if found is None or seen.height() < inner.height() * 2 // 3:  # scrolled half away, its words may be hidden
        return ""
    ground = QColor.fromRgb(found[1])
    best = max(contrast(QColor.fromRgb(one), ground) for one in found[0].tolist())
    if best < least:
        return f"{type(widget).__name__}#{widget.objectName()} {words[:40]!r} on {ground.name()}, {best:.2f}"
    return ""
