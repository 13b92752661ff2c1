"""A goal through its period: what was brought, added up, beside its pace and how it ends if it goes on like this."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.painting import SMALL_STRONG, TINY, Brush
from ui.theme import Theme
from ui.widgets.chart import Chart, Spot
from ui.widgets.charts import Tick, draw_ticks

_HEAD, _FOOT, _SIDE = 20, 20, 12
_DOT = 3.0
_LABEL = 70


@dataclass(frozen=True, slots=True)
class Sum:
    """What came together by a day: where it lies across, both teams' shares of the height, and what it says."""

    across: float
    marketing: float
    sales: float
    words: str


@dataclass(frozen=True, slots=True)
class GoalCourse:
    """All of it as shares of the chart's width and height.

    Attributes:
        sums: from the period's beginning to today.
        pace: the pace's line, as points.
        ends: where it ends if it goes on like this, with its words; None where nothing can be said.
        ticks: the lines across.
        days: the labels below: where, and what they say.
        now: what was reached, in words.
    """

    sums: tuple[Sum, ...]
    pace: tuple[tuple[float, float], ...]
    ends: tuple[float, str] | None
    ticks: tuple[Tick, ...]
    days: tuple[tuple[float, str], ...]
    now: str


class GoalChart(Chart):
    """The chart. Its marks are the weeks."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._course = GoalCourse((), (), None, (), (), "")
        self.setMinimumSize(240, 190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_course(self, course: GoalCourse, spoken: str) -> None:
        """Draw a goal's course; `spoken` says it in words."""
        self._course = course
        self.describe(spoken)

    def sizeHint(self) -> QSize:
        """Return a size at which a quarter can be read."""
        return QSize(340, 210)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw axis, both teams' areas, pace, and the way to the end."""
        course = self._course
        left = max((TINY.width(tick.words) for tick in course.ticks), default=0) + 10
        beside = 0 if course.ends is None else SMALL_STRONG.width(course.ends[1]) + 8
        right = max(_SIDE, beside)
        plot = QRectF(
            area.left() + left, area.top() + _HEAD, area.width() - left - right, area.height() - _HEAD - _FOOT
        )
        draw_ticks(brush, plot, course.ticks, left)

        def at(across: float, height: float) -> QPointF:
            return QPointF(plot.left() + across * plot.width(), plot.bottom() - height * plot.height())

        sales = [at(one.across, one.marketing + one.sales) for one in course.sums]
        marketing = [at(one.across, one.marketing) for one in course.sums]
        ground = [at(one.across, 0) for one in course.sums]
        brush.shape([*ground, *reversed(marketing)], "marketing")
        brush.shape([*marketing, *reversed(sales)], "sales", hatched=True)
        self._line(brush, [at(*one) for one in course.pace], "muted", Qt.PenStyle.DashLine)
        for across, words in course.days:
            middle = min(max(at(across, 0).x(), plot.left() + _LABEL / 2 - 20), plot.right() - _LABEL / 2 + 20)
            label = QRectF(middle - _LABEL / 2, plot.bottom() + 4, _LABEL, _FOOT - 4)
            brush.centred(label, words, TINY, "muted")
        if not sales:
            return []
        if course.ends is not None:
            end = at(1.0, course.ends[0])
            self._line(brush, [sales[-1], end], "sales", Qt.PenStyle.DotLine)
            self._dot(brush, end, hollow=True)
            brush.text(QRectF(end.x() + 8, end.y() - 9, beside, 18), course.ends[1], SMALL_STRONG, "muted")
        spots = []
        for point, one in zip(sales, course.sums, strict=True):
            self._dot(brush, point, hollow=False)
            spots.append(Spot(QRectF(point.x() - 8, point.y() - 8, 16, 16), one.words))
        self._tell_now(brush, plot, sales[-1])
        return spots

    def _tell_now(self, brush: Brush, plot: QRectF, point: QPointF) -> None:
        width = float(SMALL_STRONG.width(self._course.now) + 4)
        below = point.y() + 22 < plot.bottom()
        left = min(max(plot.left(), point.x() + 6), plot.right() - width)
        top = point.y() + 4 if below else point.y() - 22
        brush.text(QRectF(left, top, width, 18), self._course.now, SMALL_STRONG, "text")

    @staticmethod
    def _line(brush: Brush, points: Sequence[QPointF], token: str, style: Qt.PenStyle) -> None:
        brush.painter.setBrush(Qt.BrushStyle.NoBrush)
        brush.painter.setPen(QPen(brush.theme.colour(token), 1.5, style))
        brush.painter.drawPolyline(QPolygonF([brush.point(one) for one in points]))

    @staticmethod
    def _dot(brush: Brush, point: QPointF, *, hollow: bool) -> None:
        colour = brush.theme.colour("sales")
        brush.painter.setPen(QPen(colour if hollow else brush.theme.colour("surface"), 1.5))
        brush.painter.setBrush(brush.theme.colour("surface") if hollow else colour)
        brush.painter.drawEllipse(brush.point(point), _DOT + hollow, _DOT + hollow)
