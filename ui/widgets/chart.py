"""What all charts have in common: they are drawn, spoken, and what stands behind a mark opens by click and by key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from ui.painting import Brush
from ui.theme import Theme

_FORWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_OPEN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_RADIUS = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that can be pointed at: where it is (as drawn), what it says, and what opens behind it (or None)."""

    area: QRectF
    words: str
    key: Any = None


class Chart(QLabel):
    """A chart. Arrow keys go from mark to mark, Return opens what stands behind one, as a click does.

    It is a label to Qt, so that a screen reader reads its name and description wherever there is one.
    """

    opened = Signal(object)  # the key of the mark

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spots: Sequence[Spot] = ()
        self._at: int | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    # For the charts themselves

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw all of it and return its marks, in reading order, as places before mirroring."""
        raise NotImplementedError  # each chart draws its own; Qt's classes do not take abc's metaclass

    def describe(self, words: str, *, opens: bool = False) -> None:
        """Say in words what is drawn; `opens` if something stands behind its marks."""
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self._at = None
        self.update()

    # What a person does

    @property
    def spots(self) -> Sequence[Spot]:
        """The marks as they were drawn last."""
        return self._spots

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart, and where the keys are."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            brush = Brush(painter, self._theme, self.rect(), mirrored=mirrored)
            found = self.draw(brush, QRectF(self.rect()))
            self._spots = [Spot(brush.place(spot.area), spot.words, spot.key) for spot in found]
            if self.hasFocus():
                if self._at is None:
                    self._at = next(iter(self._open_places()), None)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("accent"), 2))
                place = self._at if self._at is not None and self._at < len(self._spots) else None
                ring = QRectF(self.rect()) if place is None else self._spots[place].area.adjusted(-2, -2, 2, 2)
                painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _open_places(self) -> list[int]:
        return [place for place, spot in enumerate(self._spots) if spot.key is not None]

    def _spot_at(self, position: QPointF) -> Spot | None:
        return next((spot for spot in self._spots if spot.area.contains(position)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the pointer is on."""
        spot = self._spot_at(event.position())
        opens = spot is not None and spot.key is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), spot.words if spot else "", self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        spot = self._spot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None and spot.key is not None:
            self.opened.emit(spot.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark, and open one."""
        key = Qt.Key(event.key())
        places = self._open_places()
        forward, back = (_BACK, _FORWARD) if self._mirrors(key) else (_FORWARD, _BACK)
        if places and key in forward | back:
            here = places.index(self._at) if self._at in places else None
            step = 1 if key in forward else -1
            self._go(places[0] if here is None else places[max(0, min(len(places) - 1, here + step))])
        elif places and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(places[0 if key == Qt.Key.Key_Home else -1])
        elif places and key in _OPEN and self._at in places:
            self.opened.emit(self._spots[self._at].key)
        else:
            super().keyPressEvent(event)

    def _mirrors(self, key: Qt.Key) -> bool:
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return sideways and self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _go(self, place: int) -> None:
        self._at = place
        self.update()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spots[place].words))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Say nothing any more."""
        super().leaveEvent(event)
        QToolTip.hideText()
