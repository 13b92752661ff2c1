"""A stage on the board: its head with count, sum and what is late, and its cards below."""

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.context import StageRow
from ui import icons
from ui.leads.card_list import CardList
from ui.leads.colours import TEAM_TOKENS, stage_token
from ui.leads.new_card import NewCardLine
from ui.leads.stage_model import StageModel
from ui.painting import SMALL, SMALL_STRONG, STRONG, Brush
from ui.theme import Theme

NARROWEST = 256
STAGE_MIME = "application/x-tandem-stage"
_HEAD_HEIGHT = 52
_BAND_HEIGHT = 24
_GAP = 8
_INSET = 9
_BUTTON = 30


class StageHead(QWidget):
    """Name, count, sum and what is late, in two lines; buttons for a new lead and for the stage itself.

    It is dragged onto another head to put its stage there.
    """

    menu_asked = Signal(QPoint)  # where on the screen the stage's menu is to open
    placed = Signal(int, int)  # a stage was dropped on the head of another: their ids

    def __init__(self, model: StageModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add = QToolButton(self)
        self.add.setFixedSize(_BUTTON, _BUTTON)
        self.add.setIconSize(icons.size_of(16))
        self.add.setAutoRaise(True)
        said = self.tr("New lead in {stage}").format(stage=model.stage.name)
        self.add.setAccessibleName(said)
        self.add.setToolTip(said)
        self.add.setVisible(model.stage.kind != "lost")  # a lead is lost for a reason, which a name alone is not
        self.more = QToolButton(self)
        self.more.setFixedSize(_BUTTON, _BUTTON)
        self.more.setIconSize(icons.size_of(16))
        self.more.setAutoRaise(True)
        self.more.setAccessibleName(self.tr("Stage {stage}: edit, move, add, archive").format(stage=model.stage.name))
        self.more.setToolTip(self.tr("Edit, move, add, archive (F2 edits)"))
        self.more.clicked.connect(self._ask_menu)
        self._pressed: QPoint | None = None
        self._under = False
        self.setAcceptDrops(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, _INSET, 6)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self.add)
        layout.addWidget(self.more)
        model.figures_changed.connect(self.tell)
        self.tell()

    def sizeHint(self) -> QSize:
        """Return the height of every head."""
        return QSize(NARROWEST, _HEAD_HEIGHT)

    def tell(self) -> None:
        """Say the figures anew."""
        words = self._model.around.words
        name, count = self._model.stage.name, words.number(self._model.count)
        over = ""
        if self._model.over_limit:
            limit = words.number(self._model.stage.wip_limit or 0)
            over = self.tr("more leads than the {limit} agreed").format(limit=limit)
        elif self._model.is_full:
            over = self.tr("full")
        self.setAccessibleName(", ".join(part for part in (name, count, over, self._sums()) if part))
        self.setToolTip(f"{name}: {over}" if over else name)
        self.add.setIcon(icons.icon("plus", self._theme.colour("muted"), 16))
        self.more.setIcon(icons.icon("ellipsis", self._theme.colour("muted"), 16))
        self.update()

    # The stage's menu, and dragging it to another place

    def _ask_menu(self) -> None:
        self.menu_asked.emit(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the stage's menu."""
        self.menu_asked.emit(event.globalPos())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the stage."""
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the stage once the pointer has gone some way."""
        start = self._pressed
        if start is None or (event.position().toPoint() - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setData(STAGE_MIME, QByteArray(str(self._model.stage.id).encode()))
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take another stage."""
        if event.mimeData().hasFormat(STAGE_MIME):
            event.acceptProposedAction()
            self._show_under(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        del event
        self._show_under(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the other stage stand here."""
        self._show_under(on=False)
        dropped = bytes(event.mimeData().data(STAGE_MIME).data()).decode(errors="replace")
        if dropped.isdecimal() and int(dropped) != self._model.stage.id:
            event.acceptProposedAction()
            self.placed.emit(int(dropped), self._model.stage.id)

    def _show_under(self, *, on: bool) -> None:
        self._under = on
        self.update()

    def _sums(self) -> str:
        late = self._late()
        return " · ".join(part for part in (self._model.around.words.totals(self._model.total), late) if part)

    def _late(self) -> str:
        overdue = self._model.overdue
        return self.tr("%n overdue", None, overdue) if overdue else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head."""
        del event
        words = self._model.around.words
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            if self._model.over_limit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour("warn_soft"))
                painter.drawRoundedRect(brush.place(QRectF(0, 1, self.width() - 5, _HEAD_HEIGHT - 5)), 8, 8)
            if self._under:
                brush.bar(QRectF(0, 1, self.width() - 5, _HEAD_HEIGHT - 5), "accent_soft", 8)
            brush.dot(_INSET, 13, 9, stage_token(self._model.stage))
            left, width = _INSET + 17.0, self.width() - _INSET * 2 - 17.0 - 2 * _BUTTON
            count, over = words.number(self._model.count), self._model.over_limit
            if over or self._model.is_full:
                count = f"{count} / {words.number(self._model.stage.wip_limit or 0)}"
            reserved = STRONG.width(count) + 10
            name = self._model.stage.name
            wide = min(float(STRONG.width(name) + 4), width - reserved)
            brush.text(QRectF(left, 6, wide, 22), name, STRONG, "text")
            brush.text(QRectF(left + wide + 4, 6, reserved, 22), count, SMALL_STRONG, "warn" if over else "faint")
            total = words.totals(self._model.total)
            late = self._late()
            late_width = SMALL_STRONG.width(late) + 4 if late else 0
            between = SMALL.width(" · ") if late else 0
            wide = min(float(SMALL.width(total) + 1), width - late_width - between)
            brush.text(QRectF(left, 28, wide, 18), total, SMALL, "muted")
            if late:
                brush.text(QRectF(left + wide, 28, between + 4, 18), " ·", SMALL, "muted")
                brush.text(QRectF(left + wide + between, 28, late_width, 18), late, SMALL_STRONG, "bad")


class TeamBand(QWidget):
    """Whose stages these are: marketing's, sales', and where one hands over to the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stages: list[StageRow] = []
        self.setFixedHeight(_BAND_HEIGHT)

    def set_stages(self, stages: list[StageRow]) -> None:
        """Show the teams of these stages, each as wide as its columns."""
        self._stages = stages
        self.update()

    def _runs(self) -> list[tuple[str, int, int]]:
        runs: list[tuple[str, int, int]] = []
        for place, stage in enumerate(self._stages):
            if runs and runs[-1][0] == stage.team:
                runs[-1] = (stage.team, runs[-1][1], place + 1)
            else:
                runs.append((stage.team, place, place + 1))
        return runs

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the band."""
        del event
        if not self._stages:
            return
        names = {
            "marketing": self.tr("Marketing"),
            "sales": self.tr("Sales"),
            "both": self.tr("Handed from one to the other"),
        }
        step = (self.width() + _GAP) / len(self._stages)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            for team, first, end in self._runs():
                tone = TEAM_TOKENS[team]
                rect = QRectF(first * step, 0, (end - first) * step - _GAP, _BAND_HEIGHT)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour(f"{tone}_soft"))
                painter.drawRoundedRect(brush.place(rect), 6, 6)
                ink = "accent_text" if tone == "accent" else tone
                brush.text(rect.adjusted(12, 0, -26, 0), names[team], SMALL_STRONG, ink)
                if end < len(self._stages):
                    self._hand_over(painter, brush, rect.right() + _GAP / 2)

    def _hand_over(self, painter: QPainter, brush: Brush, x: float) -> None:
        disc = brush.place(QRectF(x - 10, 2, 20, 20))
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawEllipse(disc)
        if self.isRightToLeft():
            painter.save()
            painter.translate(disc.center())
            painter.scale(-1, 1)
            icons.draw(painter, "arrow-right", -6, -6, 12, self._theme.colour("muted"))
            painter.restore()
        else:
            corner = disc.center() - QPointF(6, 6)
            icons.draw(painter, "arrow-right", corner.x(), corner.y(), 12, self._theme.colour("muted"))


class StageColumn(QWidget):
    """A stage's head over its cards."""

    named = Signal(str)  # a lead with this name is to be made here

    def __init__(self, model: StageModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.setMinimumWidth(NARROWEST)
        self.head = StageHead(model, theme, self)
        self.cards = CardList(theme, self)
        self.cards.setModel(model)
        self.cards.set_around(model.around)
        self.cards.setAccessibleName(model.stage.name)
        self.line = NewCardLine(model.stage.name, self)
        self.line.named.connect(self.named)
        self.line.put_away.connect(self.cards.setFocus)
        self.head.add.clicked.connect(self.line.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addWidget(self.line)
        layout.addWidget(self.cards, 1)

    def renew(self) -> None:
        """Take the surroundings as they are now: the time went on, or the lists are others."""
        self.cards.set_around(self.model.around)
        self.cards.viewport().update()
        self.head.tell()
