"""What the steps of an import are made of: the row of steps, answers to press, figures that are tabs, bars."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.painting import NORMAL, NORMAL_STRONG, SMALL, SMALL_STRONG, Brush, Face
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_BIG = Face(22, 600)
_DISC = 21


class Steps(QWidget):
    """The steps in a row: those that are done, the one in sight, those to come."""

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._titles, self._now = theme, tuple(titles), 0
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """Show which step is in sight; past the last one all are done."""
        self._now = now
        shown = min(now, len(self._titles) - 1)
        self.setAccessibleName(
            self.tr("Step {step} of {count}: {title}").format(
                step=shown + 1, count=len(self._titles), title=self._titles[shown]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that all titles take."""
        return QSize(sum(self._width(one) for one in self._titles) + 46 * (len(self._titles) - 1), 28)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the discs and the title of one step take."""
        most = max(self._width(one) for one in self._titles)
        return QSize(most + (len(self._titles) - 1) * (_DISC + 30), 28)

    def _width(self, title: str) -> int:
        return _DISC + 8 + NORMAL_STRONG.width(title) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            whole = self.width() >= self.sizeHint().width()
            gap = 46 if whole else 26
            widths = [self._width(one) if whole or at == self._now else _DISC for at, one in enumerate(self._titles)]
            left = self.width() - sum(widths) - gap * (len(widths) - 1)
            for at, width in enumerate(widths):
                self._step(brush, painter, at, float(left), named=width > _DISC)
                left += width
                if at + 1 < len(widths):
                    ends = (brush.point(QPointF(left + 9, 14)), brush.point(QPointF(left + gap - 9, 14)))
                    brush.line(*ends, "line", 1.5)
                left += gap

    def _step(self, brush: Brush, painter: QPainter, at: int, left: float, *, named: bool) -> None:
        disc = brush.place(QRectF(left, 3.5, _DISC, _DISC))
        done, now = at < self._now, at == self._now
        if done or now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("good" if done else "accent"))
        else:
            painter.setPen(QPen(self._theme.colour("edge"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
        area = QRectF(left, 3.5, _DISC, _DISC)
        if done:
            brush.icon(left + 4, 7.5, "check", 13, "on_accent")
        else:
            brush.centred(area, str(at + 1), SMALL_STRONG, "on_accent" if now else "muted")
        if named:
            face = NORMAL_STRONG if now or done else NORMAL
            title = self._titles[at]
            brush.text(
                QRectF(left + _DISC + 8, 0, NORMAL_STRONG.width(title) + 4, 28),
                title,
                face,
                "text" if now or done else "muted",
            )


class Answer(QPushButton):
    """One answer to a question, with what it would mean below."""

    def __init__(self, title: str, meaning: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self.setCheckable(True)
        self.setAccessibleName(f"{title}. {meaning}" if meaning else title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 9, 13, 9)
        layout.setSpacing(3)
        for words, face, name in ((title, font(13, 600), ""), (meaning, font(12), "muted")):
            if words:
                label = wrapping(self, face, words, name=name)
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                layout.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room that its words take at the width it has."""
        layout = self.layout()
        width = max(self.width(), 120)
        height = layout.heightForWidth(width) if layout is not None else 0
        return QSize(width, max(height, 34))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are not cut."""
        return QSize(60, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of its words at a width."""
        layout = self.layout()
        return max(34, layout.heightForWidth(width) if layout is not None else 0)


class Tile(QPushButton):
    """A figure that is a tab: how many, what they are, a word below; chosen, its rows are shown."""

    def __init__(self, theme: Theme, icon: str, tokens: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tile")
        self.setCheckable(True)
        self._theme, self._icon, self._tokens = theme, icon, tokens
        self._words = ("0", "", "")
        self.setFixedHeight(72)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, figure: str, what: str, below: str) -> None:
        """Say the figure."""
        self._words = (figure, what, below)
        self.setAccessibleName(f"{figure} {what}, {below}" if below else f"{figure} {what}")
        self.setToolTip(below)
        self.update()

    @property
    def figure(self) -> str:
        """The figure that is shown."""
        return self._words[0]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figure on the button."""
        super().paintEvent(event)
        figure, what, below = self._words
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            left = 14.0
            if self.width() > 190:
                brush.bar(QRectF(left, 18, 36, 36), self._tokens[1], 9)
                brush.icon(left + 9, 27, self._icon, 18, self._tokens[0])
                left += 49
            brush.text(QRectF(left, 10, _BIG.width(figure) + 4, 30), figure, _BIG, "text")
            right = left + _BIG.width(figure) + 9
            brush.text(QRectF(right, 13, self.width() - right - 10, 28), what, NORMAL_STRONG, "text")
            brush.text(QRectF(left, 41, self.width() - left - 10, 20), below, SMALL, "muted")


class Bars(QWidget):
    """Lines of a name, a bar and words at its end."""

    ROW = 33

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[tuple[str, int, str]] = ()

    def tell(self, lines: Sequence[tuple[str, int, str]]) -> None:
        """Show lines: a name, a number and words for the number."""
        self._lines = lines
        self.setFixedHeight(len(lines) * self.ROW)
        self.setAccessibleName("; ".join(f"{name}: {words}" for name, _, words in lines))
        self.setVisible(bool(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        del event
        most = max((count for _, count, _ in self._lines), default=1) or 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            tail = max((SMALL.width(words) for _, _, words in self._lines), default=0) + 10
            head = min(max((NORMAL.width(name) for name, _, _ in self._lines), default=0) + 12, self.width() * 0.36)
            for at, (name, count, words) in enumerate(self._lines):
                top = at * self.ROW
                brush.text(QRectF(0, top, head - 6, self.ROW), name, NORMAL, "text")
                room = self.width() - head - tail
                if room > 24:
                    brush.bar(QRectF(head, top + self.ROW / 2 - 4, room, 8), "track", 4)
                    brush.bar(QRectF(head, top + self.ROW / 2 - 4, room * count / most, 8), "accent", 4)
                brush.text(QRectF(self.width() - tail, top, tail, self.ROW), words, SMALL, "muted", trailing=True)


class Card(QFrame):
    """A framed part with a title."""

    def __init__(self, title: str, parent: QWidget, *, name: str = "card") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.heading = QLabel(title, self)
        self.heading.setFont(font(14, 600))
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setVisible(bool(title))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(8)
        self.body.addWidget(self.heading)
