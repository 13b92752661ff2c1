"""The steps of an agenda in a row: which is done, which is on, how long each may take."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import icons
from ui.painting import SMALL, SMALL_STRONG, TINY_STRONG, Brush
from ui.theme import Theme

HEIGHT = 52
_DISC = 20


class StepButton(QPushButton):
    """One step."""

    def __init__(self, theme: Theme, number: int, title: str, minutes: str, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._title = title
        self._minutes = minutes
        self.is_done = False
        self.setObjectName("nav")
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(64)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self._theme.colour
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            on = self.isChecked()
            painter.setPen(QPen(colour("accent" if on or self.hasFocus() else "line"), 2 if self.hasFocus() else 1.2))
            painter.setBrush(colour("accent_soft" if on else "surface"))
            painter.drawRoundedRect(rect, 9, 9)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            disc = QRectF(12, (HEIGHT - _DISC) / 2, _DISC, _DISC)
            wide = rect.width() >= 92
            if wide:
                self._disc(brush, disc, on=on)
            left = disc.right() + 9 if wide else 8.0
            room = rect.right() - left - 6
            brush.text(QRectF(left, 8, room, 19), self._title, SMALL_STRONG, "accent_text" if on else "text")
            brush.text(QRectF(left, 26, room, 17), self._minutes, SMALL, "muted")

    def _disc(self, brush: Brush, disc: QRectF, *, on: bool) -> None:
        painter = brush.painter
        placed = brush.place(disc)
        if self.is_done and not on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("good"))
            painter.drawEllipse(placed)
            brush.icon(disc.left() + 3, disc.top() + 3, "check", 14, "surface")
            return
        painter.setPen(QPen(self._theme.colour("accent" if on else "edge"), 1.5))
        painter.setBrush(self._theme.colour("accent") if on else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(placed)
        brush.centred(disc, str(self._number), TINY_STRONG, "on_accent" if on else "muted")


class Stepper(QWidget):
    """The row of steps."""

    chosen = Signal(int)  # the place of a step
    arrange_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[StepButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.setFixedHeight(HEIGHT)
        self.arrange = QPushButton(self)
        self.arrange.setObjectName("flat")
        self.arrange.setFixedSize(34, 34)
        self.arrange.setAccessibleName(self.tr("Arrange the agenda"))
        self.arrange.setToolTip(self.arrange.accessibleName())
        self.arrange.clicked.connect(self.arrange_asked)
        self._row.addWidget(self.arrange)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.arrange.setIcon(icons.icon("pencil", self._theme.colour("muted"), 16))
        self.update()

    def show_steps(self, steps: Sequence[tuple[str, int]], done: Sequence[bool], current: int) -> None:
        """Show the steps: their titles and minutes, which are behind us, which one is on."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, (title, minutes) in enumerate(steps):
            said = self.tr("%n min", None, minutes)
            spoken = self.tr("Step {place} of {count}: {title}, {minutes}").format(
                place=place + 1, count=len(steps), title=title, minutes=said
            )
            button = StepButton(self._theme, place + 1, title, said, spoken, self)
            button.is_done = done[place]
            button.setAccessibleDescription(self.tr("done") if done[place] else "")
            button.setChecked(place == current)
            button.clicked.connect(partial(self._choose, place))
            self._row.insertWidget(place, button, 1)
            self.buttons.append(button)

    def _choose(self, place: int) -> None:
        for number, button in enumerate(self.buttons):
            button.setChecked(number == place)
        self.chosen.emit(place)
