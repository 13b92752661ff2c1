"""Scrolling the board sideways while a card hangs near its edge."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea

_EDGE = 56
_STEP = 22
_TICK = 30


class Edges(QObject):
    """Watches where a card hangs, and scrolls."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._direction = 0
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._go_on)

    def near(self, position: QPoint) -> None:
        """Begin to scroll if this place on the screen is near an edge."""
        x, width = self._area.viewport().mapFromGlobal(position).x(), self._area.viewport().width()
        self._direction = -1 if x < _EDGE else 1 if x > width - _EDGE else 0
        if self._direction and not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """Scroll no further."""
        self._direction = 0
        self._timer.stop()

    def _go_on(self) -> None:
        x = self._area.viewport().mapFromGlobal(self._area.cursor().pos()).x()
        if not self._direction or _EDGE <= x <= self._area.viewport().width() - _EDGE:
            self.end()
            return
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + self._direction * _STEP)
