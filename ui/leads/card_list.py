"""The list of cards under a stage's head: dragging, dropping, and moving by keys."""

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.lead_cards import LeadCard
from ui.around import Surroundings
from ui.leads.card import CARD_HEIGHT, CardDelegate
from ui.leads.stage_model import CARD, MIME, StageModel
from ui.theme import Theme

_LINE = 3
_DOT = 5
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardList(QListView):
    """The cards of one stage."""

    sideways = Signal(int)  # -1 or 1: an arrow key asks for the neighbouring stage
    dragged_over = Signal(QPoint)  # where on the screen a card hangs
    drag_ended = Signal()
    menu_asked = Signal(QPoint)  # where on the screen the chosen card's menu is to open

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self._theme = theme
        self._delegate = CardDelegate(theme, self)
        self._gap: int | None = None  # the row before which a card would land
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(CARD_HEIGHT // 3)

    def set_around(self, around: Surroundings) -> None:
        """Take what the words on cards depend on."""
        self._delegate.around = around

    def current_card(self) -> LeadCard | None:
        """Return the card that keys act on."""
        index = self.currentIndex()
        return index.data(CARD) if index.isValid() else None

    def make_current(self, row: int) -> None:
        """Select a card and show it."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the stage by an arrow to the side; the rest is the list's own."""
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.sideways.emit(-step if self.isRightToLeft() else step)
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the card's menu, at the pointer or, from a key, at the card."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(self.viewport().mapToGlobal(at))
        event.accept()

    # Dragging

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Lift the card; Qt brings it back by itself when Esc is pressed."""
        del supportedActions
        index = self.currentIndex()
        card = index.data(CARD) if index.isValid() else None
        if card is None:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        rect = self._delegate.room(self.visualRect(index))
        pixmap = self._delegate.lifted(card, rect.width(), self.devicePixelRatioF(), mirrored=self.isRightToLeft())
        drag.setPixmap(pixmap)
        grip = self.viewport().mapFromGlobal(self.cursor().pos()) - rect.topLeft()
        drag.setHotSpot(grip if rect.contains(grip + rect.topLeft()) else QPoint(rect.width() // 2, 24))
        self._delegate.dragged = card.id
        self.viewport().update()
        try:
            drag.exec(Qt.DropAction.MoveAction)
        finally:
            self._delegate.dragged = None
            self.viewport().update()
            self.drag_ended.emit()

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
        """Hand the card to the model; it moves it itself, so the view is told of a copy and removes nothing."""
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
