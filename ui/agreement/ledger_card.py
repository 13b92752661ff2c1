"""A promise of the ledger, drawn: how it stands, its bar, its figures, and how it went week by week."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.agreement.ledger import Kept, Side
from ui.agreement import promise_words as said
from ui.around import Surroundings
from ui.painting import LARGE, NORMAL, NORMAL_STRONG, SMALL, SMALL_STRONG, STRONG, TINY, TINY_STRONG, Brush, Face
from ui.theme import Theme
from ui.widgets.chart import Chart, Spot

HEIGHT = 158
_SPARK = 140
_NARROW = 480
_BAR = 11
_EDGE = 16
_HUGE = Face(28, 600)


class SideHead(Chart):
    """How one team stands over all its promises that are kept case by case."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._side: Side | None = None
        self._words: tuple[tuple[str, str, int, str], ...] = ()
        self._share = ""
        self.setFixedHeight(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_side(self, side: Side, around: Surroundings) -> None:
        """Draw a team's totals."""
        self._side = side
        self._share = said.share(side.kept, side.overdue)
        self._words = (
            ("kept", self.tr("kept"), side.kept, "text"),
            ("owed", self.tr("not due yet"), side.owed, "text"),
            ("overdue", self.tr("overdue"), side.overdue, "bad"),
        )
        self._due = self.tr("kept · {kept} of {due} due").format(
            kept=around.words.number(side.kept), due=around.words.number(side.kept + side.overdue)
        )
        figures = ", ".join(f"{number} {words}" for _, words, number, _ in self._words)
        self.describe(f"{said.side(side)}: {self._share} {self._due}; {figures}", opens=True)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw team, share and figures."""
        side = self._side
        if side is None:
            return []
        brush.bar(area, f"{side.team}_soft", 12)
        brush.bar(QRectF(area.left() + 14, area.top() + 12, 4, area.height() - 24), side.team, 2)
        left, top = area.left() + 32, area.top() + 11
        width = 82.0 if area.width() < _NARROW + 40 else 104.0
        room = area.width() - 32 - 3 * width - 8
        brush.text(QRectF(left, top, room, 22), said.side(side), STRONG, side.team)
        share = min(float(_HUGE.width(self._share) + 4), room)
        brush.text(QRectF(left, top + 23, share, 34), self._share, _HUGE, "text")
        if SMALL.width(self._due) <= room - share - 8:
            brush.text(QRectF(left + share + 8, top + 30, room - share - 8, 20), self._due, SMALL, "muted")
        spots = []
        for place, (name, words, number, token) in enumerate(self._words):
            spot = QRectF(area.right() - (3 - place) * width, top, width - 8, 58)
            brush.text(QRectF(spot.left(), top + 2, spot.width(), 28), str(number), LARGE, token if number else "text")
            brush.text(QRectF(spot.left(), top + 32, spot.width(), 20), words, SMALL, "muted")
            spots.append(Spot(spot, f"{number} {words}", name if number else None))
        return spots


class PromiseCard(Chart):
    """One promise. What opens is ("kept", "owed", "overdue" or "forgiven")."""

    def __init__(
        self, theme: Theme, kept: Kept, around: Surroundings, parent: QWidget | None = None, *, is_past: bool = False
    ) -> None:
        super().__init__(theme, said.promise(kept.terms, around.words), parent)
        self.kept, self._around = kept, around
        self._about = said.about(kept, around.words, is_past=is_past)
        self._last = self.tr("this week")
        if is_past:
            monday = kept.trend[-1][0]
            self._last = around.words.paper.day_short(monday, monday.year)
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._state = said.state(kept, around.words)
        self._counts = said.counts(kept, around.words)
        figures = ", ".join(f"{number} {words}" for _, words, number, _ in self._counts)
        self.describe(f"{self._state[0]}; {self._about}; {figures}", opens=True)

    def sizeHint(self) -> QSize:
        """Return a size at which all of it can be read."""
        return QSize(460, HEIGHT)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw the whole card."""
        brush.bar(area.adjusted(0, 0, 0, 0), "line", 12)
        brush.bar(area.adjusted(1, 1, -1, -1), "surface", 11)
        inner = area.adjusted(_EDGE, 12, -_EDGE, -10)
        is_wide = area.width() >= _NARROW
        room = inner.width() - (_SPARK + 18 if is_wide else 0)
        words, token, ground = self._state
        pill = SMALL_STRONG.width(words) + 18
        brush.text(QRectF(inner.left(), inner.top(), room - pill - 10, 22), self.accessibleName(), STRONG, "text")
        brush.pill(inner.left() + room - pill, inner.top(), words, token, ground)
        brush.text(QRectF(inner.left(), inner.top() + 24, room, 20), self._about, SMALL, "muted")
        self._bar(brush, QRectF(inner.left(), inner.top() + 62, room, _BAR))
        spots = self._figures(brush, QRectF(inner.left(), inner.top() + 78, room, 22))
        late = said.late(self.kept)
        opens = bool(self.kept.overdue) and not self.kept.is_volume
        spot = QRectF(inner.left(), inner.top() + 106, min(room, NORMAL.width(late) + 4.0), 22)
        token = "accent_text" if opens else "bad" if self.kept.overdue else "good"
        brush.text(spot, late, SMALL_STRONG if not opens else NORMAL, token)
        if opens:
            spots.append(Spot(spot, late, "overdue"))
        if is_wide:
            self._spark(brush, QRectF(inner.right() - _SPARK, inner.top() + 4, _SPARK, inner.height() - 8))
        return spots

    def _bar(self, brush: Brush, whole: QRectF) -> None:
        one = self.kept
        parts = (
            (one.kept, one.terms.team, False),
            (one.owed + one.forgiven, "scroll", False),
            (one.overdue, "bad", True),
        )
        total = sum(part[0] for part in parts)
        if not total:
            brush.bar(whole, "track", _BAR / 2)
            return
        gaps = 2 * (sum(1 for part in parts if part[0]) - 1)
        x = whole.left()
        for number, token, hatched in parts:
            if number:
                width = (whole.width() - gaps) * number / total
                brush.piece(QRectF(x, whole.top(), width, _BAR), whole, token, _BAR / 2, hatched=hatched)
                x += width + 2

    def _figures(self, brush: Brush, row: QRectF) -> list[Spot]:
        spots, x = [], row.left()
        dots = {"kept": self.kept.terms.team, "owed": "scroll", "forgiven": "scroll", "overdue": "bad"}
        for name, words, number, token in self._counts:
            figure = NORMAL_STRONG.width(str(number))
            width = 14 + figure + 5 + SMALL.width(words)
            if x + width > row.right():
                break
            brush.dot(x, row.top() + 7, 8, dots[name])
            brush.text(
                QRectF(x + 14, row.top(), figure + 4, 22), str(number), NORMAL_STRONG, token if number else "text"
            )
            brush.text(QRectF(x + 19 + figure, row.top(), SMALL.width(words) + 2, 22), words, SMALL, "muted")
            has_rows = bool(number) and (not self.kept.is_volume or name == "kept")
            spots.append(Spot(QRectF(x, row.top(), width + 2, 22), f"{number} {words}", name if has_rows else None))
            x += width + 16
        return spots

    def _spark(self, brush: Brush, area: QRectF) -> None:
        """Draw five weeks: the share kept of each, or the leads of a volume."""
        volume = self.kept.is_volume
        known = [
            (place, kept if volume else kept / due if due else None)
            for place, (_, kept, due) in enumerate(self.kept.trend)
        ]
        points = [(place, value) for place, value in known if value is not None]
        if len(points) < 2:
            return
        top = max(value for _, value in points) or 1
        plot = area.adjusted(16, 24, -16, -20)
        low = 0.0 if volume else min(0.5, *(value for _, value in points))
        span = (top if volume else 1.0) - low or 1.0
        at = [
            QPointF(
                plot.left() + plot.width() * place / max(1, len(self.kept.trend) - 1),
                plot.bottom() - plot.height() * (value - low) / span,
            )
            for place, value in points
        ]
        painter, token = brush.painter, self.kept.terms.team
        colour = brush.theme.colour(token)
        placed = [brush.point(one) for one in at]
        painter.save()
        painter.setOpacity(0.12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        ends = [QPointF(placed[0].x(), plot.bottom()), *placed, QPointF(placed[-1].x(), plot.bottom())]
        painter.drawPolygon(QPolygonF(ends))
        painter.restore()
        goal = None
        if not volume:
            goal = plot.bottom() - plot.height() * ((self.kept.terms.goal_percent or 100) / 100 - low) / span
            painter.setPen(QPen(brush.theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            ends = [brush.point(QPointF(area.left(), goal)), brush.point(QPointF(area.right(), goal))]
            painter.drawLine(*ends)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.8))
        painter.drawPolyline(QPolygonF(placed))
        for one in at:
            brush.dot(one.x() - 3, one.y() - 3, 6, token)
        for one, (_, value), face in ((at[0], points[0], TINY), (at[-1], points[-1], TINY_STRONG)):
            words = str(value) if volume else said.percent(100 * value)
            # Where the goal's line would run through the words, they stand below their point.
            under = goal is not None and one.y() - 24 < goal < one.y() - 2
            brush.centred(
                QRectF(one.x() - 24, one.y() + (5 if under else -21), 48, 16),
                words,
                face,
                "text" if face is TINY_STRONG else "muted",
            )
        first = self._around.words.paper.day_short(self.kept.trend[0][0], self.kept.trend[-1][0].year)
        brush.text(QRectF(area.left(), area.bottom() - 16, 70, 16), first, TINY, "muted")
        brush.text(QRectF(area.right() - 74, area.bottom() - 16, 74, 16), self._last, TINY, "muted", trailing=True)
