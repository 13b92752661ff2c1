"""Lying bars: cohorts with what is still open apart, spreads of time, and a rate with its range."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.painting import LARGE, NORMAL, NORMAL_STRONG, SMALL, SMALL_STRONG, TINY, Brush
from ui.theme import Theme
from ui.widgets.chart import Chart, Spot

COHORT_HEIGHT = 78
_COHORT_RIGHT = 136
_BAR = 18
_RANGE_HEIGHT = 35
_BOX = 16
_NAME = 116
_DIAMOND = 6


@dataclass(frozen=True, slots=True)
class Count:
    """A number of leads: how many, the words under the bar, and what opens behind it (or None)."""

    number: int
    words: str
    key: Any = None


@dataclass(frozen=True, slots=True)
class Cohort:
    """Leads that entered a stage: those that went on, those that did not, and those that still may.

    `rate` is "36%" or words that say why there is none; `range` its interval; `note` the change, in two lines.
    """

    title: str
    entered: str
    went_on: Count
    stayed: Count
    still_open: Count
    rate: str
    range: str
    note: tuple[str, ...]
    token: str


class CohortBars(Chart):
    """A funnel of cohorts: the bar is the cohort as a whole, what is still open stands hatched beside it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._cohorts: tuple[Cohort, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cohorts(self, cohorts: Sequence[Cohort], spoken: str) -> None:
        """Draw cohorts; `spoken` says them in words."""
        self._cohorts = tuple(cohorts)
        self.setFixedHeight(COHORT_HEIGHT * max(1, len(cohorts)))
        self.describe(spoken, opens=bool(cohorts))

    def sizeHint(self) -> QSize:
        """Return a size for all of them."""
        return QSize(440, COHORT_HEIGHT * max(1, len(self._cohorts)))

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw a bar a cohort."""
        spots: list[Spot] = []
        for place, cohort in enumerate(self._cohorts):
            row = QRectF(area.left(), area.top() + place * COHORT_HEIGHT, area.width(), COHORT_HEIGHT)
            if place:
                start, end = row.topLeft(), QPointF(row.right(), row.top())
                brush.line(brush.point(start), brush.point(end), "line")
            spots += self._cohort(brush, row.adjusted(0, 6, 0, -4), cohort)
        return spots

    @staticmethod
    def _cohort(brush: Brush, row: QRectF, cohort: Cohort) -> list[Spot]:
        left = row.width() - _COHORT_RIGHT - 12
        entered = SMALL.width(cohort.entered) + 2
        brush.text(QRectF(row.left(), row.top(), left - entered - 8, 20), cohort.title, NORMAL_STRONG, "text")
        brush.text(
            QRectF(row.left() + left - entered, row.top(), entered, 20), cohort.entered, SMALL, "muted", trailing=True
        )
        _draw_rate(brush, QRectF(row.right() - _COHORT_RIGHT, row.top(), _COHORT_RIGHT, row.height()), cohort)
        parts = (cohort.went_on, cohort.stayed, cohort.still_open)
        whole = max(1, sum(part.number for part in parts))
        y = row.top() + 22
        gap = 6 if cohort.still_open.number else 0
        scale = (left - gap) / whole
        closed = (cohort.went_on.number + cohort.stayed.number) * scale
        track = QRectF(row.left(), y, closed, _BAR)
        brush.bar(track, "scroll", 4)
        reached = QRectF(row.left(), y, cohort.went_on.number * scale, _BAR)
        brush.piece(reached.adjusted(0, 0, -2 if cohort.stayed.number else 0, 0), track, cohort.token, 4)
        rest = QRectF(row.left() + closed + (gap if closed else 0), y, cohort.still_open.number * scale, _BAR)
        brush.outlined(rest, "edge", 4)
        spots, x = [], row.left()
        for part in parts:
            if not part.number and part is not cohort.went_on:
                continue
            width = min(float(SMALL.width(part.words) + 2), row.left() + left - x)
            spot = QRectF(x, y + _BAR + 2, width, 20)
            brush.text(spot, part.words, SMALL, "accent_text" if part.key is not None and part.number else "muted")
            spots.append(Spot(spot, f"{cohort.title}: {part.words}", part.key if part.number else None))
            x += width + 14
        return spots


def _draw_rate(brush: Brush, area: QRectF, cohort: Cohort) -> None:
    if not cohort.range:
        brush.text(QRectF(area.left(), area.top() + 12, area.width(), 22), cohort.rate, SMALL, "muted")
        return
    rate = LARGE.width(cohort.rate) + 2
    brush.text(QRectF(area.left(), area.top() - 2, rate, 26), cohort.rate, LARGE, "text")
    room = area.width() - rate - 8
    brush.text(QRectF(area.left() + rate + 8, area.top() + 3, room, 20), cohort.range, SMALL, "muted")
    for place, words in enumerate(cohort.note):
        face = SMALL_STRONG if place == 0 else SMALL
        line = QRectF(area.left(), area.top() + 25 + 17 * place, area.width(), 18)
        brush.text(line, words, face, "text" if place == 0 else "muted")


def draw_range(brush: Brush, area: QRectF, low: float, rate: float, high: float, token: str) -> None:
    """Draw a rate as a dot on a line from 0 to 1, with its range around it."""
    y = area.center().y()
    brush.bar(QRectF(area.left(), y - 1.5, area.width(), 3), "track", 1.5)
    brush.bar(QRectF(area.left() + low * area.width(), y - 2, (high - low) * area.width(), 4), token, 2, opacity=0.5)
    brush.dot(area.left() + rate * area.width() - 4, y - 4, 8, token)


@dataclass(frozen=True, slots=True)
class Stretch:
    """How long leads took in one stage, in days; every figure may be unknown.

    `cells` are the words at the end of the line; `over` is a pill ("9 of 31"), in amber if `warned`.
    """

    name: str
    token: str
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    agreed: float | None
    cells: tuple[str, ...]
    over: str
    warned: bool
    spoken: str
    key: Any = None
    over_key: Any = None


class RangeBars(Chart):
    """Spreads of time on one axis: a box for the middle half, a line to nine of ten, a mark for the agreed days.

    The axis goes by roots, so that hours and months can both be read; its lines say which days they are.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._lines: tuple[Stretch, ...] = ()
        self._heads: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stretches(self, lines: Sequence[Stretch], heads: Sequence[str], spoken: str) -> None:
        """Draw spreads; `heads` are the titles of their cells, the last one of `over`."""
        self._lines, self._heads = tuple(lines), tuple(heads)
        self.setFixedHeight(30 + _RANGE_HEIGHT * max(1, len(lines)))
        self.describe(spoken, opens=any(one.key is not None for one in lines))

    def sizeHint(self) -> QSize:
        """Return a size for all of them."""
        return QSize(760, 30 + _RANGE_HEIGHT * max(1, len(self._lines)))

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw the axis and a line a stage."""
        wide = 92.0 if area.width() > 640 else 66.0
        cells = wide * len(self._heads)
        plot = QRectF(area.left() + _NAME, area.top() + 28, area.width() - _NAME - cells - 16, area.height() - 28)
        longest = max((value for one in self._lines for value in (one.p90, one.agreed) if value is not None), default=1)
        scale = _Scale(plot, max(1.0, longest))
        for day in scale.days():
            x = scale.x(day)
            brush.line(brush.point(QPointF(x, plot.top())), brush.point(QPointF(x, plot.bottom())), "line")
            brush.centred(QRectF(x - 20, area.top() + 4, 40, 20), f"{day:g}", TINY, "muted")
        for place, head in enumerate(self._heads):
            cell = QRectF(area.right() - cells + place * wide, area.top() + 4, wide - 6, 20)
            brush.text(cell, head, SMALL, "muted", trailing=True)
        spots: list[Spot] = []
        for place, one in enumerate(self._lines):
            row = QRectF(area.left(), plot.top() + place * _RANGE_HEIGHT, area.width(), _RANGE_HEIGHT)
            brush.line(brush.point(row.topLeft()), brush.point(QPointF(row.right(), row.top())), "line")
            brush.dot(row.left() + 2, row.center().y() - 3, 7, one.token)
            brush.text(row.adjusted(16, 0, _NAME - row.width() - 4, 0), one.name, NORMAL, "text")
            _draw_stretch(brush, scale, row.center().y(), one)
            spots.append(Spot(row.adjusted(0, 1, -wide, -1), one.spoken, one.key))
            spots += self._cells(brush, row, one, cells, wide)
        return spots

    @staticmethod
    def _cells(brush: Brush, row: QRectF, one: Stretch, cells: float, wide: float) -> list[Spot]:
        for place, words in enumerate(one.cells):
            cell = QRectF(row.right() - cells + place * wide, row.top(), wide - 6, row.height())
            brush.text(cell, words, NORMAL_STRONG if place < 2 else NORMAL, "text", trailing=True)
        if not one.over:
            return []
        width = min(wide - 4, float(SMALL_STRONG.width(one.over) + 22 + (18 if one.warned else 0)))
        pill = QRectF(row.right() - width - 2, row.center().y() - 11, width, 22)
        token, ground, icon = ("warn", "warn_soft", "hourglass") if one.warned else ("muted", "pill", "")
        brush.pill(pill.left(), pill.top(), one.over, token, ground, icon, width)
        return [Spot(pill, f"{one.name}: {one.over}", one.over_key)]


class _Scale:
    """Where a number of days stands on an axis by roots."""

    def __init__(self, plot: QRectF, longest: float) -> None:
        self._plot = plot
        self._longest = longest

    def x(self, days: float) -> float:
        share = math.sqrt(max(0.0, days) / self._longest)
        return self._plot.left() + min(1.0, share) * self._plot.width()

    def days(self) -> list[float]:
        steps = (0, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
        shown: list[float] = []
        for step in steps:
            if step <= self._longest and (not shown or self.x(step) - self.x(shown[-1]) >= 26):
                shown.append(step)
        return shown


def _draw_stretch(brush: Brush, scale: _Scale, y: float, one: Stretch) -> None:
    painter, colour = brush.painter, brush.theme.colour(one.token)
    if one.p25 is not None and one.p75 is not None and one.median is not None:
        left, right = scale.x(one.p25), scale.x(one.p75)
        box = QRectF(left, y - _BOX / 2, max(2.0, right - left), _BOX)
        brush.bar(box, one.token, 4, opacity=0.32)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(brush.place(box), 4, 4)
        middle = scale.x(one.median)
        brush.line(brush.point(QPointF(middle, box.top())), brush.point(QPointF(middle, box.bottom())), one.token, 3)
        if one.p90 is not None and scale.x(one.p90) > right:
            end = scale.x(one.p90)
            brush.line(brush.point(QPointF(right, y)), brush.point(QPointF(end, y)), one.token, 2)
            brush.line(brush.point(QPointF(end, y - 6)), brush.point(QPointF(end, y + 6)), one.token, 2)
    if one.agreed is not None:
        at = brush.point(QPointF(scale.x(one.agreed), y))
        corners = ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))
        painter.setPen(QPen(brush.theme.colour("surface"), 1.5))
        painter.setBrush(brush.theme.colour("warn"))
        painter.drawPolygon(QPolygonF([at + QPointF(x, y_) for x, y_ in corners]))
