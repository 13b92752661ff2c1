"""The charts: a line with its goal, columns, a ring and the small columns beside a goal.

All figures come in as shares of the chart's height or width, with the words that stand beside them: what is reckoned
and how it is written is decided where the figures are known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.painting import NORMAL_STRONG, SMALL, SMALL_STRONG, TINY, Brush
from ui.theme import Theme
from ui.widgets.chart import Chart, Spot

_FOOT = 22
_HEAD = 18
_DOT = 4.0
_LABEL = 64
_GAP = 2
_NEAR = 0.14  # of the height: words of a point and of the goal would meet


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the chart: its height as a share, and what it says."""

    height: float
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line: its height as a share (None where nothing is known), its figure, and its label below."""

    height: float | None
    words: str
    label: str
    key: Any = None


@dataclass(frozen=True, slots=True)
class LineData:
    """A line over time with its axis; `goal` is a dashed line across."""

    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    goal: Tick | None = None
    token: str = "sales"  # noqa: S105 - a colour's name


class LineChart(Chart):
    """A line over time, with the goal that it should come up to."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._data = LineData((), ())
        self.setMinimumSize(220, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_line(self, data: LineData, spoken: str) -> None:
        """Draw a line; `spoken` says it in words."""
        self._data = data
        self.describe(spoken, opens=any(point.key is not None for point in data.points))

    def sizeHint(self) -> QSize:
        """Return a size at which a few points can be read."""
        return QSize(380, 230)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw axis, goal, area and line."""
        data = self._data
        left = max((TINY.width(tick.words) for tick in data.ticks), default=0) + 10
        plot = QRectF(
            area.left() + left, area.top() + _HEAD, area.width() - left - 14, area.height() - _HEAD - _FOOT - 4
        )
        draw_ticks(brush, plot, data.ticks, left)
        if data.goal is not None:
            ends = [point.height for point in (data.points[0], data.points[-1])] if data.points else []
            near = [abs(data.goal.height - height) < _NEAR if height is not None else False for height in ends]
            draw_across(brush, plot, data.goal, trailing=near == [True, False])
        places = [_across(plot, place, len(data.points)) for place in range(len(data.points))]
        at_all = [
            None if point.height is None else QPointF(x, plot.bottom() - point.height * plot.height())
            for x, point in zip(places, data.points, strict=True)
        ]
        known = [(at, point) for at, point in zip(at_all, data.points, strict=True) if at is not None]
        _draw_line(brush, plot, at_all, data.token)
        step = max(1.0, plot.width() / max(1, len(data.points)))
        for x, point in zip(places, data.points, strict=True):
            label = QRectF(x - _LABEL / 2, plot.bottom() + 5, _LABEL, _FOOT - 4)
            if step >= TINY.width(point.label) + 4 or point in (data.points[0], data.points[-1]):
                brush.centred(label, point.label, TINY, "muted")
        spots = []
        for place, (at, point) in enumerate(known):
            last = place == len(known) - 1
            face = NORMAL_STRONG if last else TINY
            # Where the goal's line would run through the words, they stand below their point.
            struck = data.goal is not None and 0 < data.goal.height - (point.height or 0.0) < _NEAR
            top = at.y() + 6 if struck else at.y() - 23
            brush.centred(QRectF(at.x() - 32, top, 64, 18), point.words, face, "text" if last else "muted")
            spots.append(Spot(QRectF(at.x() - 14, at.y() - 14, 28, 28), _joined(point.label, point.words), point.key))
        return spots


def _across(plot: QRectF, place: int, count: int) -> float:
    inner = plot.adjusted(20, 0, -20, 0)
    return inner.center().x() if count < 2 else inner.left() + inner.width() * place / (count - 1)


def _joined(label: str, words: str) -> str:
    return f"{label}: {words}" if label and words else label or words


def draw_ticks(brush: Brush, plot: QRectF, ticks: Sequence[Tick], left: float) -> None:
    """Draw the lines of an axis with their figures before them."""
    for tick in ticks:
        y = plot.bottom() - tick.height * plot.height()
        brush.line(brush.point(QPointF(plot.left(), y)), brush.point(QPointF(plot.right(), y)), "line")
        brush.text(QRectF(plot.left() - left, y - 9, left - 7, 18), tick.words, TINY, "muted", trailing=True)


def draw_across(brush: Brush, plot: QRectF, goal: Tick, *, trailing: bool = False) -> None:
    """Draw a dashed line across, with its words over its beginning, or over its end."""
    y = plot.bottom() - goal.height * plot.height()
    brush.painter.setPen(QPen(brush.theme.colour("muted"), 1.5, Qt.PenStyle.DashLine))
    brush.painter.drawLine(brush.point(QPointF(plot.left(), y)), brush.point(QPointF(plot.right(), y)))
    brush.text(QRectF(plot.left() + 4, y - 19, plot.width() - 8, 17), goal.words, SMALL, "muted", trailing=trailing)


def _runs(points: Sequence[QPointF | None]) -> list[list[QPointF]]:
    """Return the stretches without a gap: over what is unknown no line is drawn."""
    runs: list[list[QPointF]] = [[]]
    for at in points:
        if at is not None:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _draw_line(brush: Brush, plot: QRectF, points: Sequence[QPointF | None], token: str) -> None:
    painter, colour = brush.painter, brush.theme.colour(token)
    runs = _runs(points)
    for run in runs:
        placed = [brush.point(at) for at in run]
        under = [QPointF(placed[0].x(), plot.bottom()), *placed, QPointF(placed[-1].x(), plot.bottom())]
        painter.save()
        painter.setOpacity(0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(under))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(QPolygonF(placed))
    for run in runs:
        for at in run:
            radius = _DOT + (1.5 if run is runs[-1] and at is run[-1] else 0)
            painter.setBrush(colour)
            painter.setPen(QPen(brush.theme.colour("surface"), 1.5))
            painter.drawEllipse(brush.point(at), radius, radius)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a column: its share of the chart's height, its colour, what it says when pointed at."""

    height: float
    token: str
    words: str
    hatched: bool = False
    key: Any = None
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Pile:
    """A column: its pieces from the ground up, the figure over it and the label below."""

    pieces: tuple[Piece, ...]
    words: str
    label: str


@dataclass(frozen=True, slots=True)
class PileData:
    """Columns with an axis, and perhaps an upright line between them (`at` as a share of the width, and words)."""

    piles: tuple[Pile, ...]
    ticks: tuple[Tick, ...] = ()
    upright: tuple[float, str, str] | None = None
    """Where (a share of the width), the words, and the colour's token."""


class StackedBars(Chart):
    """Columns side by side, each of one or more pieces."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._data = PileData(())
        self.setMinimumSize(200, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_piles(self, data: PileData, spoken: str) -> None:
        """Draw columns; `spoken` says them in words."""
        self._data = data
        self.describe(spoken, opens=any(piece.key is not None for pile in data.piles for piece in pile.pieces))

    def sizeHint(self) -> QSize:
        """Return a size at which a few columns can be read."""
        return QSize(400, 190)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw axis and columns."""
        data = self._data
        left = max((TINY.width(tick.words) for tick in data.ticks), default=-10) + 10
        head = _HEAD + (16 if data.upright else 0)
        plot = QRectF(area.left() + left, area.top() + head, area.width() - left - 4, area.height() - head - _FOOT)
        draw_ticks(brush, plot, data.ticks, left)
        brush.line(brush.point(plot.bottomLeft()), brush.point(plot.bottomRight()), "line")
        spots: list[Spot] = []
        room = plot.width() / max(1, len(data.piles))
        wide = min(64.0, room - max(3.0, room * 0.14))
        every = max(
            1, -(-int(max((TINY.width(pile.label) for pile in data.piles), default=0) + 6) // max(1, int(room)))
        )
        for place, pile in enumerate(data.piles):
            x = plot.left() + room * place + (room - wide) / 2
            y = plot.bottom()
            for piece in pile.pieces:
                height = piece.height * plot.height()
                rect = QRectF(x, y - height, wide, max(height - (_GAP if y < plot.bottom() else 0), 0))
                brush.bar(rect, piece.token, 2.5, hatched=piece.hatched, opacity=1 if piece.strong else 0.45)
                if height > 0:
                    spots.append(Spot(rect.adjusted(0, min(0.0, height - 14), 0, 0), piece.words, piece.key))
                y -= height
            over = QRectF(x - (room - wide) / 2, y - 19, room, 17)
            if SMALL_STRONG.width(pile.words) <= room:
                brush.centred(over, pile.words, SMALL_STRONG, "text")
            if (len(data.piles) - 1 - place) % every == 0:
                foot = QRectF(x + wide / 2 - room * every / 2, plot.bottom() + 4, room * every, _FOOT - 5)
                brush.centred(foot, pile.label, TINY, "muted")
        if data.upright is not None:
            self._draw_upright(brush, plot, *data.upright)
        return spots

    @staticmethod
    def _draw_upright(brush: Brush, plot: QRectF, share: float, words: str, token: str) -> None:
        x = plot.left() + share * plot.width()
        top = plot.top() - _HEAD - 12
        brush.line(brush.point(QPointF(x, top)), brush.point(QPointF(x, plot.bottom())), token, 2)
        width = float(SMALL_STRONG.width(words) + 4)
        left = x + 6 if x + 6 + width <= plot.right() else x - 6 - width
        brush.text(QRectF(left, top - 2, width, 17), words, SMALL_STRONG, token)


class SparkBars(Chart):
    """Some small columns, the last of them in colour: how the last weeks went."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._heights: tuple[float, ...] = ()
        self.setMinimumSize(80, 30)

    def show_heights(self, heights: Sequence[float], spoken: str) -> None:
        """Draw columns of these shares of the height."""
        self._heights = tuple(heights)
        self.describe(spoken)

    def sizeHint(self) -> QSize:
        """Return a size for eight weeks."""
        return QSize(142, 32)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw them."""
        draw_spark(brush, area, self._heights)
        return []


def draw_spark(brush: Brush, area: QRectF, heights: Sequence[float]) -> None:
    """Draw small columns into an area, the last one in colour; nought is a line on the ground."""
    if not heights:
        return
    room = area.width() / len(heights)
    wide = max(2.0, room - 5)
    for place, share in enumerate(heights):
        height = max(1.5, share * area.height())
        last = place == len(heights) - 1
        rect = QRectF(area.left() + place * room, area.bottom() - height, wide, height)
        brush.bar(rect, "accent" if last else "scroll", min(2.0, height / 2))


class Ring(Chart):
    """A share of a whole as a ring, with words in its middle."""

    def __init__(self, theme: Theme, name: str, size: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._share = 0.0
        self._words = ""
        self._token = "accent"  # noqa: S105 - a colour's name
        self.setFixedSize(size, size)

    def show_share(
        self,
        share: float,
        words: str = "",
        spoken: str = "",
        token: str = "accent",  # noqa: S107 - a colour's name
    ) -> None:
        """Draw a share from 0 to 1."""
        self._share, self._words, self._token = max(0.0, min(1.0, share)), words, token
        self.describe(spoken or words)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw the ring; it runs the same way whatever way writing runs."""
        painter: QPainter = brush.painter
        width = max(3.0, area.width() / 10)
        arc = area.adjusted(width, width, -width, -width)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(brush.theme.colour("track"), width))
        painter.drawEllipse(arc)
        pen = QPen(brush.theme.colour(self._token), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share > 0:
            path = QPainterPath()
            path.arcMoveTo(arc, 90)
            path.arcTo(arc, 90, -360 * self._share)
            painter.drawPath(path)
        brush.centred(area.adjusted(width * 2, 0, -width * 2, 0), self._words, SMALL_STRONG, "text")
        return []
