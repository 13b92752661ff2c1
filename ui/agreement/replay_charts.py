"""What a replay is drawn as: months with both versions, what sales answered, and the won leads that were missed."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.agreement.replayed import Missed, Replay, Side
from ui.agreement import promise_words as said
from ui.around import Surroundings
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, SMALL_STRONG, TINY, TINY_STRONG, Brush
from ui.theme import Theme
from ui.widgets.chart import Chart, Spot

_ROW = 46
MOST = 200


def version(replay: Replay, *, before: bool) -> str:
    """Return what a side of a replay is called."""
    if before and replay.compared is None:
        return QCoreApplication.translate("ReplayCharts", "As it went")
    if not before and replay.is_draft:
        return QCoreApplication.translate("ReplayCharts", "Draft")
    number = replay.compared if before else replay.number
    return QCoreApplication.translate("ReplayCharts", "Version {n}").format(n=number)


class MonthPairs(Chart):
    """MQLs by month, as it is and as the draft would have it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Ready for sales, by month"))
        self._months: tuple[tuple[str, int, int], ...] = ()
        self._legend = ("", "")
        self.setMinimumSize(300, 190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_replay(self, replay: Replay, around: Surroundings) -> None:
        """Draw the months of a replay."""
        names = around.words.paper.table["calendar"]["months_short"]
        self._months = tuple(
            (str(names[int(key.split("-")[1]) - 1]), before, after) for key, before, after in replay.by_month
        )
        self._legend = version(replay, before=True), version(replay, before=False)
        spoken = (
            f"{name}: {self._legend[0]} {before}, {self._legend[1]} {after}" for name, before, after in self._months
        )
        self.describe("; ".join(spoken))

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw two columns a month."""
        brush.text(
            QRectF(area.left(), area.top(), area.width() * 0.5, 20), self.accessibleName(), NORMAL_STRONG, "text"
        )
        x = area.right()
        for words, token in ((self._legend[1], "accent"), (self._legend[0], "scroll")):
            width = SMALL.width(words)
            x -= width + 16
            brush.dot(x, area.top() + 6, 9, token)
            brush.text(QRectF(x + 14, area.top(), width + 2, 20), words, SMALL, "muted")
            x -= 12
        plot = area.adjusted(0, 46, 0, -20)
        most = max((max(before, after) for _, before, after in self._months), default=0) or 1
        step = plot.width() / max(1, len(self._months))
        brush.line(brush.point(plot.bottomLeft()), brush.point(plot.bottomRight()), "line")
        spots = []
        for place, (name, before, after) in enumerate(self._months):
            middle = plot.left() + (place + 0.5) * step
            wide = min(28.0, step * 0.36)
            for number, left, token, face in (
                (before, middle - wide - 1, "scroll", TINY),
                (after, middle + 1, "accent", TINY_STRONG),
            ):
                height = plot.height() * number / most
                brush.bar(QRectF(left, plot.bottom() - height, wide, height), token, 3)
                if TINY_STRONG.width(str(number)) <= wide + 8:
                    top = plot.bottom() - height - 17
                    brush.centred(
                        QRectF(left - 4, top, wide + 8, 16), str(number), face, "muted" if face is TINY else "text"
                    )
            brush.centred(QRectF(middle - step / 2, plot.bottom() + 3, step, 16), name, TINY, "muted")
            words = f"{name}: {self._legend[0]} {before}, {self._legend[1]} {after}"
            spots.append(Spot(QRectF(middle - step / 2, plot.top(), step, plot.height()), words))
        return spots


class AnswerBars(Chart):
    """What sales really answered of what each version lets through."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("What sales answered"))
        self._replay: Replay | None = None
        self.setMinimumSize(280, 190)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_replay(self, replay: Replay) -> None:
        """Draw both sides of a replay."""
        self._replay = replay
        sides = ((True, replay.before), (False, replay.after))
        self.describe("; ".join(f"{version(replay, before=old)}: {self._told(side)}" for old, side in sides))

    def _told(self, side: Side) -> str:
        answered = side.accepted + side.refused
        words = self.tr("{n} of {all} answered were accepted").format(n=side.accepted, all=answered)
        return f"{words} · {said.share(side.accepted, side.refused)}"

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw a bar a side, the reasons spared, and what the colours mean."""
        made = self._replay
        if made is None:
            return []
        brush.text(QRectF(area.left(), area.top(), area.width(), 20), self.accessibleName(), NORMAL_STRONG, "text")
        most = max(made.before.ready, made.after.ready) or 1
        spots = []
        for place, (old, side) in enumerate(((True, made.before), (False, made.after))):
            top = area.top() + 28 + place * 54
            brush.text(QRectF(area.left(), top + 4, 74, 20), version(made, before=old), SMALL_STRONG, "text")
            left, scale = area.left() + 78, (area.width() - 78 - 44) / most
            x = left
            for number, token, hatched in (
                (side.accepted, "sales", False),
                (side.refused, "bad", True),
                (side.open, "track", False),
            ):
                width = number * scale
                brush.bar(QRectF(x, top, max(0.0, width - 2), 28), token, 4, hatched=hatched)
                if TINY_STRONG.width(str(number)) + 8 < width:
                    on = "text" if token == "track" else "surface"  # noqa: S105 - a colour's name
                    brush.centred(QRectF(x, top, width, 28), str(number), TINY_STRONG, on)
                x += width
            words = self._told(side)
            brush.text(QRectF(left, top + 30, area.right() - left, 18), words, TINY, "muted")
            spots.append(Spot(QRectF(area.left(), top, area.width(), 48), f"{version(made, before=old)}: {words}"))
        top = area.top() + 138
        unsaid = self.tr("without a reason")
        reasons = ", ".join(f"{count} {reason or unsaid}" for reason, count in made.spared[:3])
        if reasons:
            brush.text(
                QRectF(area.left(), top, area.width(), 20),
                self.tr("Spared: {reasons}").format(reasons=reasons),
                SMALL,
                "text",
            )
        x = area.left()
        for words, token in (
            (self.tr("Accepted"), "sales"),
            (self.tr("Refused"), "bad"),
            (self.tr("Without an answer"), "track"),
        ):
            brush.dot(x, top + 28, 9, token)
            brush.text(QRectF(x + 14, top + 22, SMALL.width(words) + 2, 20), words, SMALL, "muted")
            x += SMALL.width(words) + 32
        return spots


class MissedRows(Chart):
    """The won leads that a draft would have missed, by name, with what kept each out; one opens as it is clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Won leads that would have been missed"))
        self._rows: tuple[Missed, ...] = ()
        self._around: Surroundings | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_replay(self, replay: Replay, around: Surroundings) -> None:
        """Draw the missed leads, those of the highest value first."""
        self._rows, self._around = replay.missed[:MOST], around
        self.setFixedHeight(max(1, len(self._rows) * _ROW))
        self.describe("; ".join(self._sentence(one) for one in self._rows), opens=bool(self._rows))

    def sizeHint(self) -> QSize:
        """Return a size for all rows."""
        return QSize(700, max(1, len(self._rows) * _ROW))

    def _sentence(self, one: Missed) -> str:
        assert self._around is not None  # noqa: S101 - set with the rows
        parts = [one.name, one.company, said.why(one, self._around), self._touches(one), self._value(one)]
        return ", ".join(part for part in parts if part)

    def _value(self, one: Missed) -> str:
        assert self._around is not None  # noqa: S101 - as above
        return "" if one.value is None else self._around.words.money(one.value, one.currency)

    def _touches(self, one: Missed) -> str:
        if one.first_touch is None or one.last_touch is None or self._around is None:
            return ""
        words = self._around.words
        first, last = (words.day(touch[1], self._around.now) for touch in (one.first_touch, one.last_touch))
        if first == last:
            return self.tr("touched {day}").format(day=first)
        return self.tr("touched {first} to {last}").format(first=first, last=last)

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw a row a lead."""
        spots = []
        if self._around is None:
            return []
        for place, one in enumerate(self._rows):
            row = QRectF(area.left(), area.top() + place * _ROW, area.width(), _ROW)
            if place:
                brush.line(brush.point(row.topLeft()), brush.point(QPointF(row.right(), row.top())), "line")
            brush.avatar(row.left() + 4, row.top() + 10, 26, one.name)
            name = row.width() * 0.22
            brush.text(QRectF(row.left() + 40, row.top() + 5, name, 18), one.name, NORMAL_STRONG, "text")
            brush.text(QRectF(row.left() + 40, row.top() + 24, name, 17), one.company, SMALL, "muted")
            value = self._value(one)
            right = NORMAL_STRONG.width(value) + 8
            owner = self._around.context.members.get(one.owner_id or 0)
            who = self.tr("won by {name}").format(name=owner.name) if owner is not None else ""
            aside = [part for part in (who, self._touches(one)) if part]
            wide = min(row.width() * 0.26, max((SMALL.width(part) for part in aside), default=0) + 6)
            left = row.left() + 40 + name + 12
            most = row.right() - right - wide - 20 - left
            brush.pill(left, row.top() + 12, said.why(one, self._around), "warn", "warn_soft", most=most)
            for line, part in enumerate(aside):
                y = row.top() + (5 + 19 * line if len(aside) > 1 else 14)
                brush.text(QRectF(row.right() - right - wide - 10, y, wide, 18), part, SMALL, "muted")
            brush.text(
                QRectF(row.right() - right, row.top() + 12, right - 4, 22), value, NORMAL_STRONG, "text", trailing=True
            )
            spots.append(
                Spot(
                    row,
                    " · ".join(part for part in (self._sentence(one), said.without(one, self._around)) if part),
                    one.id,
                )
            )
        if not self._rows:
            brush.text(area, self.tr("None"), NORMAL, "muted")
        return spots
