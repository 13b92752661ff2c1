"""What happened with a lead that was handed over: notes, calls, tasks done and moves, the newest first."""

from datetime import datetime

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.timeline import TimelineItem
from ui.around import Surroundings
from ui.contacts.body import Body
from ui.contacts.timeline_words import detail, icon, sentence, token
from ui.painting import Brush
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

SHOWN = 12
_DISC = 28
_GAP = 14


class _Touch(QWidget):
    """One thing that happened."""

    def __init__(self, item: TimelineItem, around: Surroundings, theme: Theme, parent: QWidget, *, last: bool) -> None:
        super().__init__(parent)
        self._theme, self._last = theme, last
        self._icon, self._token = icon(item, around), token(item, around)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, _GAP)
        column.setSpacing(2)
        column.addWidget(wrapping(self, font(13, 600), sentence(item, {}, around)))
        column.addWidget(wrapping(self, font(12), around.words.moment(item.at, around.now), name="faint"))
        below = detail(item, {}, around)
        if below:
            column.addWidget(Body(below, around, theme, self))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addSpacing(_DISC + 11)
        layout.addLayout(column, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the line down to the next one."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            if not self._last:
                middle = _DISC / 2
                start, end = QPointF(middle, _DISC), QPointF(middle, self.height())
                brush.line(brush.point(start), brush.point(end), "line", 1.5)
            ground = f"{self._token}_soft" if self._token in {"marketing", "sales"} else "sunken"
            brush.dot(0, 0, _DISC, ground)
            brush.icon(7, 7, self._icon, _DISC - 14, self._token)


class Touches(QWidget):
    """The newest touches, and all of them on demand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: tuple[TimelineItem, ...] = ()
        self._around: Surroundings | None = None
        self._rows: list[_Touch] = []
        title = QLabel(self.tr("Touches"), self)
        title.setFont(font(15, 600))
        self._count = QLabel(self)
        self._count.setFont(font(12))
        self._count.setObjectName("muted")
        self.more = QPushButton(self.tr("Show all"), self)
        self.more.setObjectName("flat")
        self.more.clicked.connect(self._show_all)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._count, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(self._column)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_touches(self, items: tuple[TimelineItem, ...], around: Surroundings) -> None:
        """Show what happened, the newest first."""
        self._items, self._around = items, around
        if items:
            since: datetime = items[-1].at
            day = around.words.day(since, around.now)
            self._count.setText(self.tr("%n since {day}", None, len(items)).format(day=day))
        else:
            self._count.setText(self.tr("none yet"))
        self._fill(SHOWN)

    def _show_all(self) -> None:
        self._fill(len(self._items))

    def _fill(self, count: int) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        if self._around is None:
            return
        shown = self._items[:count]
        for place, item in enumerate(shown, 1):
            row = _Touch(item, self._around, self._theme, self, last=place == len(shown))
            self._column.addWidget(row)
            self._rows.append(row)
        self.more.setVisible(len(self._items) > count)
