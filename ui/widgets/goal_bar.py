"""A goal as it is drawn: its name and state, who brought what on one bar, and where today should be."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.painting import FIGURE, NORMAL, SMALL, SMALL_STRONG, STRONG, Brush
from ui.theme import Theme

HEIGHT = 72
"""Pixels that a goal takes from its name to its parts."""
_LINE = 24
_BAR_TOP, _BAR = 33, 12
_MARK = 6  # how far the mark stands out of the bar
_PILL_LEAST = 60
_SQUARE = 9


@dataclass(frozen=True, slots=True)
class GoalFace:
    """A goal in words and shares; `ui.widgets.goal_words` makes it.

    Attributes:
        name: what people call it.
        state: where it stands, in words; `token` and `icon` are its colour and drawing.
        actual, target: the figures, as in "$244k" and "of $500k".
        marketing, sales, both: shares of the whole bar; `both` is what is neither team's own.
        mark: where today should be, as a share of the bar, or None.
        parts: what stands under the bar, each with its colour's token.
        expected: what the mark says, as in "Expected by today $289k".
        spoken: all of it in sentences.
    """

    name: str
    state: str
    token: str
    icon: str
    actual: str
    target: str
    marketing: float
    sales: float
    both: float
    mark: float | None
    parts: tuple[tuple[str, str], ...]
    expected: str
    spoken: str

    @property
    def share(self) -> float:
        """How much of the bar is filled, from 0 to 1."""
        return min(1.0, self.marketing + self.sales + self.both)


def draw_goal(brush: Brush, area: QRectF, face: GoalFace) -> None:
    """Draw a goal into an area of `HEIGHT` pixels."""
    _draw_head(brush, area, face)
    draw_bar(brush, QRectF(area.left(), area.top() + _BAR_TOP, area.width(), _BAR), face)
    top = area.top() + _BAR_TOP + _BAR + 6
    right = SMALL.width(face.expected) + 2 if face.expected else 0
    brush.text(QRectF(area.right() - right, top, right, 18), face.expected, SMALL, "muted", trailing=True)
    x, end = area.left(), area.right() - right - 12
    for words, token in face.parts:
        width = min(float(SMALL.width(words) + 2), end - x - _SQUARE - 5)
        if width < _SQUARE:
            break
        _square(brush, x, top + 5, token)
        brush.text(QRectF(x + _SQUARE + 4, top, width, 18), words, SMALL, "muted")
        x += _SQUARE + 4 + width + 16


def _draw_head(brush: Brush, area: QRectF, face: GoalFace) -> None:
    of = NORMAL.width(face.target) + 2
    figure = FIGURE.width(face.actual) + 2
    right = area.right()
    brush.text(QRectF(right - of, area.top() + 1, of, _LINE), face.target, NORMAL, "muted", trailing=True)
    brush.text(QRectF(right - of - figure - 4, area.top(), figure, _LINE), face.actual, FIGURE, "text", trailing=True)
    room = area.width() - of - figure - 20
    pill = SMALL_STRONG.width(face.state) + 36 if face.state else 0
    name = min(float(STRONG.width(face.name) + 2), max(room - max(pill, _PILL_LEAST if pill else 0) - 10, room * 0.35))
    brush.text(QRectF(area.left(), area.top(), name, _LINE), face.name, STRONG, "text")
    if face.state:
        x = area.left() + name + 10
        most = area.left() + room - x
        brush.pill(x, area.top() + 1, face.state, face.token, _ground(face.token), face.icon, most)


def draw_bar(brush: Brush, track: QRectF, face: GoalFace) -> None:
    """Draw the bar alone: marketing plain, sales hatched, both plain, and the mark of today."""
    radius = track.height() / 2
    brush.bar(track, "track", radius)
    x = track.left()
    parts = (("marketing", face.marketing, False), ("sales", face.sales, True), ("accent", face.both, False))
    shown = [(token, share, hatched) for token, share, hatched in parts if share > 0]
    for place, (token, share, hatched) in enumerate(shown):
        width = share * track.width()
        gap = 2 if place < len(shown) - 1 else 0
        brush.piece(
            QRectF(x, track.top(), max(width - gap, 1.0), track.height()), track, token, radius, hatched=hatched
        )
        x += width
    if face.mark is not None:
        at = track.left() + min(max(face.mark, 0.0), 1.0) * track.width()
        halo = QRectF(at - 3, track.top(), 6, track.height())
        brush.bar(halo, "surface")
        start, end = QPointF(at, track.top() - _MARK), QPointF(at, track.bottom() + _MARK)
        brush.line(brush.point(start), brush.point(end), "text", 2)


def _square(brush: Brush, x: float, y: float, token: str) -> None:
    brush.bar(QRectF(x, y, _SQUARE, _SQUARE), token, 2, hatched=token == "sales")  # noqa: S105 - a colour's name


def _ground(token: str) -> str:
    return "pill" if token == "muted" else f"{token}_soft"  # noqa: S105 - a colour's name


class GoalBar(QProgressBar):
    """One goal as a widget, for a page that shows a few; read aloud as a progress bar with its sentences."""

    def __init__(self, theme: Theme, face: GoalFace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)
        self.show_goal(face)

    def show_goal(self, face: GoalFace) -> None:
        """Show where the goal stands now."""
        self.face = face
        self.setValue(round(face.share * 100))
        self.setAccessibleName(face.name)
        self.setAccessibleDescription(face.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which all of it can be read."""
        return QSize(420, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(240, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at another width."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the goal."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            draw_goal(Brush(painter, self._theme, self.rect(), mirrored=mirrored), QRectF(self.rect()), self.face)
