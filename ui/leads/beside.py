"""The pane beside the board: opened by Enter or a double click, peeked at by Space, followed from card to card."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.leads.asking import Asking
from ui.leads.choice import Choice
from ui.leads.pane import LeadPane

ROOM_FOR_BOTH = 1000
"""Width of the page from which board and pane stand side by side."""


class Beside(QObject):
    """Shows the pane for the card that keys act on, beside the board or, where there is no room, over it."""

    record_asked = Signal(str, int)

    def __init__(
        self, page: QWidget, left: QWidget, pane: LeadPane, choice: Choice, asking: Asking, back: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._page, self._left, self.pane = page, left, pane
        self._choice, self._asking, self._back = choice, asking, back
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left, 1)
        layout.addWidget(pane)
        pane.hide()
        pane.closed.connect(self.close)
        pane.step_asked.connect(self.step)
        pane.answered.connect(self._back_soon)
        pane.handoff_asked.connect(partial(self.record_asked.emit, "handoff"))
        choice.turned.connect(self._turned)
        choice.explained.connect(self._explain)
        page.installEventFilter(self)

    def open(self) -> None:
        """Show who is behind the card, and go there."""
        self._look()
        self.pane.take_focus()

    def peek(self) -> None:
        """Show who is behind the card without leaving the board; a second time puts the pane away."""
        if self.pane.isVisible():
            self.close()
        else:
            self._look()

    def close(self) -> None:
        """Put the pane away and go back to the card."""
        self.pane.hide()
        self.arrange()
        self._back()

    def step(self, places: int) -> None:
        """Go to a card further down or up its stage; the focus stays where it is, in the pane too."""
        found = self._choice.current()
        if found is not None:
            row = found[0].currentIndex().row() + places
            if 0 <= row < found[0].model().rowCount():
                found[0].make_current(row)

    def log(self) -> None:
        """Begin a note on who is behind the card."""
        self.pane.then_log()
        self._look()

    def add_task(self) -> None:
        """Begin a task for who is behind the card."""
        self.pane.then_add_task()
        self._look()

    def answer(self, answer: str) -> None:
        """Give an answer to the handoff of the card, or begin the dispute of its rejection."""
        self.pane.then_answer(answer)
        self._look()

    def explain(self) -> None:
        """Show and say what the score of the card that keys act on is made of."""
        found = self._choice.current()
        if found is not None:
            cards, card = found
            below = cards.visualRect(cards.currentIndex()).bottomLeft()
            self.pane.tip.ask(card.id, cards, cards.viewport().mapToGlobal(below), aloud=True)

    def _explain(self, lead_id: int, place: QPoint, over: QWidget) -> None:
        self.pane.tip.ask(lead_id, over, place)

    def show_contact(self) -> None:
        """Show who is behind the card on the page of contacts, or of companies."""
        found = self._choice.current()
        if found is not None:
            self.pane.find_contact(found[1], self.record_asked.emit)

    def arrange(self) -> None:
        """Lay board and pane side by side, or the pane over the board."""
        both = self._page.width() >= ROOM_FOR_BOTH
        self._left.setVisible(both or not self.pane.isVisibleTo(self._page))
        self.pane.fit(beside=both)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's width."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            self.arrange()
        return False

    def _back_soon(self) -> None:
        """Go back to the cards once what was answered has gone, where the focus was in the pane."""
        if self.pane.isAncestorOf(QApplication.focusWidget() or self._page):
            QTimer.singleShot(0, self, self._back)

    def _look(self) -> None:
        found = self._choice.current()
        if found is not None and not self._asking.is_open:
            self.pane.show()
            self.arrange()
            self.pane.show_lead(found[1])

    def _turned(self) -> None:
        found = self._choice.current()
        if found is not None and self.pane.isVisible():
            self.pane.look_soon(found[1])
