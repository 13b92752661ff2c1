"""Where the points lie of the leads that meet all that is required, with the score needed and the one before."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.agreement.counts import Counts
from ui.around import Surroundings
from ui.painting import SMALL, SMALL_STRONG, TINY, Brush
from ui.theme import Theme
from ui.widgets.chart import Chart, Spot

_HEIGHT = 116
_HEAD = 24
_FOOT = 20
_BARS = 20
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000)


class ScoreChart(Chart):
    """Columns of equal steps of points; those at or over the score needed are in the accent's colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Scores of the leads that meet all that is required"))
        self._bars: list[int] = []
        self._step = 5
        self._counts: Counts | None = None
        self._around: Surroundings | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(200)

    def sizeHint(self) -> QSize:
        """Return a size at which the columns can be told apart."""
        return QSize(420, _HEIGHT)

    def show_counts(self, counts: Counts, around: Surroundings) -> None:
        """Draw the scores of a definition that asks for some."""
        self._counts, self._around = counts, around
        most = max([*counts.points, counts.needed or 0, counts.before_needed or 0, 1])
        self._step = next((one for one in _STEPS if one * _BARS > most), _STEPS[-1])
        self._bars = [0] * (min(most // self._step, _BARS - 1) + 1)
        for points, count in counts.points.items():
            self._bars[min(points // self._step, len(self._bars) - 1)] += count
        number = around.words.number
        enough = sum(count for points, count in counts.points.items() if points >= (counts.needed or 0))
        words = self.tr("{all} leads meet all that is required; {enough} of them have the score needed, {needed}.")
        spoken = words.format(all=number(counts.passed.leads), enough=number(enough), needed=number(counts.needed or 0))
        if counts.before_needed is not None and counts.before_needed != counts.needed:
            before = self.tr("Version {n} needs {needed}.").format(
                n=counts.before_number, needed=number(counts.before_needed)
            )
            spoken = f"{spoken} {before}"
        self.describe(spoken)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw the columns, the axis, and a line for each score that is needed."""
        counts, around = self._counts, self._around
        if counts is None or around is None:
            return []
        number = around.words.number
        plot = area.adjusted(0, _HEAD, 0, -_FOOT)
        wide = plot.width() / len(self._bars)
        most = max(self._bars) or 1
        needed = counts.needed or 0
        spots = []
        for place, count in enumerate(self._bars):
            low, high = place * self._step, (place + 1) * self._step - 1
            height = plot.height() * count / most
            left = plot.left() + place * wide
            enough = low >= needed
            bar = QRectF(left + 1, plot.bottom() - height, max(1.0, wide - 2), height)
            brush.bar(bar, "accent" if enough else "scroll", 3)
            words = self.tr("{low} to {high} points: %n leads", None, count)
            spots.append(
                Spot(QRectF(left, plot.top(), wide, plot.height()), words.format(low=number(low), high=number(high)))
            )
            every = max(1, round(len(self._bars) / 5))
            if place % every == 0:
                brush.text(QRectF(left, plot.bottom() + 3, 60, 16), number(low), TINY, "muted")
        brush.line(brush.point(plot.bottomLeft()), brush.point(plot.bottomRight()), "line")
        span = len(self._bars) * self._step
        marks = [(needed, self.tr("Needed: {n}").format(n=number(needed)), True)]
        if counts.before_needed is not None and counts.before_needed != needed:
            words = self.tr("Version {n}: {needed}").format(n=counts.before_number, needed=number(counts.before_needed))
            marks.append((counts.before_needed, words, False))
        lowest = min(value for value, _, _ in marks)
        for value, words, mine in marks:
            x = plot.left() + plot.width() * min(value / span, 1.0)
            face = SMALL_STRONG if mine else SMALL
            pen = QPen(brush.theme.colour("text" if mine else "muted"), 2)
            pen.setStyle(Qt.PenStyle.SolidLine if mine else Qt.PenStyle.DashLine)
            brush.painter.setPen(pen)
            brush.painter.drawLine(brush.point(QPointF(x, plot.top() - 4)), brush.point(QPointF(x, plot.bottom())))
            # The lower one's words stand before its line, so that two that are near do not meet.
            before = len(marks) > 1 and value == lowest
            room = face.width(words) + 4
            left = max(area.left(), x - room - 4) if before else min(x + 4, area.right() - room)
            token = "text" if mine else "muted"
            brush.text(QRectF(left, area.top(), room, 18), words, face, token)
        return spots
