"""The list of cards under a stage's head: choosing, dragging, dropping, and moving by keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.lead_cards import LeadCard
from ui.around import Surroundings
from ui.leads.card import CARD_HEIGHT, CardDelegate
from ui.leads.stage_model import CARD, MIME, StageModel, carried
from ui.theme import Theme

_LINE = 3
_DOT = 5
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
Lifting = Callable[[], list[LeadCard]]


class CardList(QListView):
    """The cards of one stage. Ctrl and Shift choose several; the page joins what is chosen in several stages."""

    sideways = Signal(int, bool)  # -1 or 1: an arrow key asks for the neighbouring stage; whether the choice stays
    alone = Signal()  # what is chosen from here on is chosen here only
    opened = Signal()  # the card is to be opened
    peeked = Signal()  # the card is to be shown without leaving the list
    dragged_over = Signal(QPoint)  # where on the screen a card hangs
    drag_ended = Signal()
    menu_asked = Signal(QPoint)  # where on the screen the chosen cards' menu is to open
    lifted = Signal(object)  # the ids of the leads that are in the air now
    explained = Signal(int, QPoint)  # what the score of a lead is made of is asked for, at a place on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self._theme = theme
        self._delegate = CardDelegate(theme, self)
        self._gap: int | None = None  # the row before which a card would land
        self.lifting: Lifting = self.chosen_cards
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(CARD_HEIGHT // 3)
        self.doubleClicked.connect(self._open)
        theme.density_changed.connect(self.scheduleDelayedItemsLayout)

    def set_around(self, around: Surroundings) -> None:
        """Take what the words on cards depend on."""
        self._delegate.around = around

    @property
    def stage_model(self) -> StageModel:
        """The cards, as the board has them."""
        model = self.model()
        assert isinstance(model, StageModel)  # noqa: S101 - this list shows nothing else
        return model

    def current_card(self) -> LeadCard | None:
        """Return the card that keys act on."""
        index = self.currentIndex()
        return index.data(CARD) if index.isValid() else None

    def chosen_cards(self) -> list[LeadCard]:
        """Return the chosen cards in the order in which they stand."""
        cards = self.stage_model.cards
        return [cards[row] for row in sorted(index.row() for index in self.selectedIndexes())]

    def make_current(self, row: int, *, keep: bool = False) -> None:
        """Choose a card and show it; with `keep` those that are chosen stay so."""
        index = self.model().index(row, 0)
        if index.isValid():
            if not keep:
                self.alone.emit()
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.Select if keep else flags.ClearAndSelect)
            self.scrollTo(index)

    def keep(self, rows: Sequence[int], current: int | None) -> None:
        """Choose cards as they were chosen before all were read anew; nothing rolls."""
        flags, selection = QItemSelectionModel.SelectionFlag, self.selectionModel()
        rolls = self.hasAutoScroll()
        self.setAutoScroll(False)
        if current is not None:
            selection.setCurrentIndex(self.model().index(current, 0), flags.NoUpdate)
        for row in rows:
            selection.select(self.model().index(row, 0), flags.Select)
        self.setAutoScroll(rolls)

    def step_onto(self, row: int) -> None:
        """Make a card the one that keys act on, without choosing it."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Say when a choice begins anew: the other stages let go of theirs."""
        command = super().selectionCommand(index, event)
        if command & QItemSelectionModel.SelectionFlag.Clear:
            self.alone.emit()
        return command

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the stage by an arrow to the side, open, peek, choose one alone again; the rest is the list's own."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = held == Qt.KeyboardModifier.NoModifier
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        if step is not None and (plain or held == Qt.KeyboardModifier.ControlModifier):
            self.sideways.emit(-step if self.isRightToLeft() else step, not plain)
        elif plain and event.key() in _OPENING:
            self.opened.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self.peeked.emit()
        elif plain and event.key() == Qt.Key.Key_Escape and self.currentIndex().isValid():
            self.make_current(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask what the score of the card under a resting pointer is made of."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            card = self.indexAt(event.pos()).data(CARD)
            if card is not None and card.score is not None:
                self.explained.emit(card.id, event.globalPos())
            return True
        return super().viewportEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the chosen cards' menu, at the pointer or, from a key, at the card."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            if self.selectionModel().isSelected(index):
                self.step_onto(index.row())
            else:
                self.make_current(index.row())
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(self.viewport().mapToGlobal(at))
        event.accept()

    # Dragging

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Lift the chosen cards; Qt brings them back by itself when Esc is pressed."""
        del supportedActions
        index, cards = self.currentIndex(), self.lifting()
        card = index.data(CARD) if index.isValid() else None
        if card is None or not cards:
            return
        drag = QDrag(self)
        drag.setMimeData(carried(one.id for one in cards))
        rect = self._delegate.room(self.visualRect(index))
        drag.setPixmap(self.picture(card, len(cards)))
        grip = self.viewport().mapFromGlobal(self.cursor().pos()) - rect.topLeft()
        drag.setHotSpot(grip if rect.contains(grip + rect.topLeft()) else QPoint(rect.width() // 2, 24))
        self.lifted.emit(frozenset(one.id for one in cards))
        try:
            drag.exec(Qt.DropAction.MoveAction)
        finally:
            self.lifted.emit(frozenset())
            self.drag_ended.emit()

    def dim(self, leads: frozenset[int]) -> None:
        """Show which cards are in the air."""
        self._delegate.dragged = leads
        self.viewport().update()

    def picture(self, card: LeadCard, count: int = 1) -> QPixmap:
        """Return a card as it hangs from the pointer, or on top of a stack of `count`."""
        width = self._delegate.room(self.viewport().rect()).width()
        due, mirrored = self.stage_model.due(card), self.isRightToLeft()
        return self._delegate.lifted(card, due, width, self.devicePixelRatioF(), mirrored=mirrored, count=count)

    def place_of(self, row: int) -> QRect:
        """Return where the card of a row stands, or would if it is the one after the last, on the screen."""
        rows, height = self.model().rowCount(), self._delegate.height
        known = self.visualRect(self.model().index(min(row, rows - 1), 0)) if rows else QRect(0, 0, 0, height)
        top = known.top() + (height if rows and row >= rows else 0)
        area = self._delegate.room(QRect(0, top, self.viewport().width(), height))
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what is a card."""
        super().dragEnterEvent(event)
        self._hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the card would land; the base class scrolls at the edges."""
        super().dragMoveEvent(event)
        self._hover(event)
        self.dragged_over.emit(self.viewport().mapToGlobal(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        super().dragLeaveEvent(event)
        self._set_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the cards to the model; it moves them itself, so the view is told of a copy and removes nothing."""
        gap = self._gap_at(event.position())
        self._set_gap(None)
        self.setState(QAbstractItemView.State.NoState)
        self.stopAutoScroll()
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.model().dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, gap, 0, QModelIndex())

    def stopAutoScroll(self) -> None:
        """End scrolling at an edge; the view's own end of a drop, which is passed over here, would do it."""
        self.setAutoScroll(False)
        self.setAutoScroll(True)

    def _hover(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self._set_gap(self._gap_at(event.position()))

    def _gap_at(self, position: QPointF) -> int:
        index = self.indexAt(position.toPoint())
        if not index.isValid():
            first = self.model().index(0, 0)
            above = first.isValid() and position.y() < self.visualRect(first).top()
            return 0 if above else self.model().rowCount()
        return index.row() + (1 if position.y() > self.visualRect(index).center().y() else 0)

    def _set_gap(self, gap: int | None) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, and where a card would land."""
        if self._gap is None:
            super().paintEvent(event)
            self._paint_empty()
            return
        area = QRectF(self._delegate.room(self.viewport().rect()))
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent_soft"))
            painter.drawRoundedRect(area.adjusted(1, 0, -1, 0), 10, 10)
        super().paintEvent(event)
        y = self._line_at(self._gap)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), _LINE))
            painter.drawLine(QPointF(area.left() + 8 + _DOT, y), QPointF(area.right() - 8, y))
            painter.setBrush(self._theme.colour("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(area.left() + 8, y), _DOT, _DOT)

    def _line_at(self, gap: int) -> float:
        rows = self.model().rowCount()
        if rows == 0:
            return 6
        last = self.visualRect(self.model().index(min(gap, rows - 1), 0))
        y = last.top() if gap < rows else last.bottom() + 1
        return float(max(4, min(y, self.viewport().height() - 4)))

    def _paint_empty(self) -> None:
        model = self.model()
        if not isinstance(model, StageModel) or model.rowCount():
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("line"), 1.5, Qt.PenStyle.DashLine))
            area = QRectF(self._delegate.room(self.viewport().rect())).adjusted(5, 5, -5, 0)
            area.setHeight(76)
            painter.drawRoundedRect(area, 9, 9)
            painter.setPen(self._theme.colour("faint"))
            painter.drawText(
                area.adjusted(12, 6, -12, -6),
                int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
                self.tr("Drag a card here"),
            )
