"""The lanes on the screen: under the heads of the stages a strip for each lane, its head over one list a stage."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.around import Surroundings
from ui.leads.board_model import BoardModel
from ui.leads.card import height_of
from ui.leads.card_list import CardList
from ui.leads.column import NARROWEST
from ui.leads.lanes import Key, Lane, Lanes
from ui.painting import SMALL_STRONG, STRONG, Brush
from ui.theme import Theme

GAP = 8
_HEAD = 36
_MOST = 3
"""Cards of a stage that a lane shows before its list scrolls."""
_AHEAD = 200
"""Pixels below what is in sight in which lanes get their lists already."""


class LaneHead(QPushButton):
    """A lane's name, count and sum; a click or Space folds it."""

    def __init__(self, lane: Lane, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.lane, self._theme, self._around = lane, theme, around
        self.setObjectName("step")
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEAD)
        self.tell()

    def sizeHint(self) -> QSize:
        """Return the height of every lane's head."""
        return QSize(NARROWEST, _HEAD)

    def take(self, lane: Lane, around: Surroundings) -> None:
        """Be the head of a lane as it is now."""
        self.lane, self._around = lane, around
        self.tell()

    def tell(self) -> None:
        """Say the figures anew."""
        self.setAccessibleName(f"{self.lane.title}, {self._figures()}")
        self.setAccessibleDescription(self.tr("unfolded") if self.isChecked() else self.tr("folded"))
        self.update()

    def _figures(self) -> str:
        words = self._around.words
        return self.tr("{count} open · {sum}").format(
            count=words.number(self.lane.count), sum=words.totals(self.lane.total)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the head."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            brush = Brush(painter, self._theme, self.rect(), mirrored=self.isRightToLeft())
            brush.bar(QRectF(0, 3, self.width(), _HEAD - 6), "hover" if self.underMouse() else "sunken", 7)
            icon = "chevron-down" if self.isChecked() else "chevron-right"
            brush.icon(8, (_HEAD - 16) / 2, icon, 16, "muted")
            title = self.lane.title
            wide = min(float(STRONG.width(title) + 4), self.width() * 0.6)
            brush.text(QRectF(32, 0, wide, _HEAD), title, STRONG, "text")
            figures = self._figures()
            rest = QRectF(32 + wide + 10, 0, SMALL_STRONG.width(figures) + 6, _HEAD)
            brush.text(rest, figures, SMALL_STRONG, "muted")
            if self.hasFocus():
                painter.setPen(self._theme.colour("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(1, 4, self.width() - 2, _HEAD - 8), 7, 7)


class LaneStrip(QWidget):
    """A lane: its head, and its lists once they are looked at."""

    grown = Signal()  # lists were made or let go of

    def __init__(self, lane: Lane, view: "LaneView") -> None:
        super().__init__(view)
        self.lane, self._view = lane, view
        self.lists: list[CardList] = []
        self.head = LaneHead(lane, view.theme, view.board.around, self)
        self.head.setChecked(lane.key not in view.folded)
        self.head.toggled.connect(self._fold)
        self._body = QWidget(self)
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addWidget(self._body)
        self._body.setVisible(self.head.isChecked())
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self.fit)
        self.fit()

    def build(self) -> None:
        """Make the lists, one a stage."""
        if self.lists or not self.head.isChecked():
            return
        for stage in self._view.board.stages:
            cell = self._view.lanes.cell(self.lane.key, stage)
            cards = CardList(self._view.theme, self._body)
            cards.setModel(cell)
            cards.set_around(self._view.board.around)
            self._name(cards)
            cards.setMinimumWidth(NARROWEST)
            cards.selectionModel().currentChanged.connect(partial(self._view.follow, cards))
            cards.verticalScrollBar().actionTriggered.connect(self._view.let_go)
            cell.rowsInserted.connect(self._later)
            cell.rowsRemoved.connect(self._later)
            self._row.addWidget(cards, 1)
            self.lists.append(cards)
            self._view.joined(cards)
        self.fit()
        self.grown.emit()

    def holds(self) -> bool:
        """Return whether the lists that were made show what stands in this lane now."""
        wanted = [self._view.lanes.known(self.lane.key, stage) for stage in self._view.board.stages]
        return not self.lists or [cards.stage_model for cards in self.lists] == wanted

    def take(self, lane: Lane) -> None:
        """Show the lane as it was parted anew."""
        self.lane = lane
        self.head.take(lane, self._view.board.around)
        for cards in self.lists:
            cards.set_around(self._view.board.around)
            self._name(cards)
        self.fit()

    def _name(self, cards: CardList) -> None:
        named = self.tr("{stage}, {lane}").format(stage=cards.stage_model.stage.name, lane=self.lane.title)
        cards.setAccessibleName(named)

    def fit(self) -> None:
        """Be as high as the longest of the lists, up to a few cards."""
        height = self._view.card_height()
        longest = max((cards.model().rowCount() for cards in self.lists), default=1)
        self._body.setFixedHeight(min(max(longest, 1), _MOST) * height + 4)

    def _later(self, *_: object) -> None:
        self._fit_soon.start()

    def _fold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self.head.tell()
        self._view.fold(self.lane.key, folded=not unfolded)


class LaneView(QScrollArea):
    """All lanes, one below the other."""

    grown = Signal()  # the lists are others now

    def __init__(
        self, board: BoardModel, lanes: Lanes, theme: Theme, joined: Callable[[CardList], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.board, self.lanes, self.theme, self.joined = board, lanes, theme, joined
        self.folded: set[Key] = set()
        self.strips: list[LaneStrip] = []
        self._by = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._inner = QWidget(self)
        self._inner.setObjectName("columns")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(self._inner)
        self._build_soon = QTimer(self, singleShot=True, interval=0)
        self._build_soon.timeout.connect(self._build)
        self._held: CardList | None = None
        self.verticalScrollBar().valueChanged.connect(self._later)
        self.verticalScrollBar().actionTriggered.connect(self.let_go)
        self.viewport().installEventFilter(self)
        self._inner.installEventFilter(self)
        lanes.laid_out.connect(self._lay_out)
        lanes.counted.connect(self._tell)
        theme.density_changed.connect(self._fit)

    @property
    def lists(self) -> list[CardList]:
        """The lists that are there, lane after lane."""
        return [cards for strip in self.strips for cards in strip.lists]

    def row_of(self, cards: CardList) -> list[CardList]:
        """Return the lists of the lane in which one stands."""
        return next((strip.lists for strip in self.strips if cards in strip.lists), [cards])

    def reveal(self, key: Key) -> None:
        """Unfold a lane and show it."""
        for strip in self.strips:
            if strip.lane.key == key:
                strip.head.setChecked(True)
                strip.build()
                self.ensureWidgetVisible(strip.head, 0, 80)

    def show_card(self, cards: CardList) -> None:
        """Bring the card that keys act on into sight, and hold it there while lists are made and room changes."""
        self._held = cards
        self._show_held()

    def follow(self, cards: CardList, *_: object) -> None:
        """Keep up with keys that go from card to card; under a pressed mouse, and what is kept in place, stays so."""
        if cards.hasFocus() and cards.hasAutoScroll() and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.show_card(cards)

    def _show_held(self) -> None:
        cards = self._held
        if cards is None or cards not in self.lists or not cards.currentIndex().isValid():
            return
        self._column.activate()  # lists that were made just now have their places by that
        cards.scrollTo(cards.currentIndex())
        card = cards.visualRect(cards.currentIndex())
        at = cards.viewport().mapTo(self._inner, card.center())
        self.ensureVisible(at.x(), at.y(), 0, card.height() // 2 + 4)

    def let_go(self) -> None:
        """Hold no card in sight any more: somebody rolled on by themselves."""
        self._held = None

    def fold(self, key: Key, *, folded: bool) -> None:
        """Remember what is folded, and make lists where there is room now."""
        (self.folded.add if folded else self.folded.discard)(key)
        self._build_soon.start()

    def card_height(self) -> int:
        """Return how high a card is in the density in force."""
        return height_of(self.theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make lists where there is more room, and hold a card in sight while the lanes grow."""
        if event.type() == QEvent.Type.Resize:
            self._build_soon.start()
        elif watched is self.viewport() and event.type() == QEvent.Type.Wheel:
            self.let_go()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the lists that are in sight."""
        super().showEvent(event)
        self._build_soon.start()

    def _later(self, *_: object) -> None:
        self._build_soon.start()

    def _lay_out(self) -> None:
        if self._by != self.lanes.by:
            self.folded.clear()
            self._by = self.lanes.by
        before = {strip.lane.key: strip for strip in self.strips}
        kept = {key: strip for key, strip in before.items() if key in self.lanes.lanes and strip.holds()}
        for key, strip in before.items():
            self._column.removeWidget(strip)
            if key not in kept:
                strip.hide()
                strip.deleteLater()
        self.strips = []
        for place, lane in enumerate(self.lanes.lanes.values()):
            strip = kept.get(lane.key) or self._strip(lane)
            strip.take(lane)
            self._column.insertWidget(place, strip)
            self.strips.append(strip)
        self._column.activate()
        self._build()
        self.grown.emit()

    def _strip(self, lane: Lane) -> LaneStrip:
        strip = LaneStrip(lane, self)
        strip.grown.connect(self.grown)
        return strip

    def _build(self) -> None:
        if not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height() + _AHEAD
        for strip in self.strips:
            if strip.y() <= bottom and strip.y() + strip.height() >= top:
                strip.build()
        self._show_held()
        # The bar is part of the view's width: without room of its own it would lie over the last stage.
        needed = max((strip.minimumSizeHint().width() for strip in self.strips), default=0)
        self.setMinimumWidth(needed + self.verticalScrollBar().sizeHint().width())

    def _tell(self) -> None:
        for strip in self.strips:
            strip.head.tell()

    def _fit(self) -> None:
        for strip in self.strips:
            strip.fit()
