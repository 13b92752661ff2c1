"""What is chosen on the board: cards of one list, or of several, and the one that keys act on."""

from collections.abc import Collection, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.lead_cards import LeadCard
from ui.leads.card_list import CardList


class _Noted(NamedTuple):
    """What was chosen, the lead that keys act on, and whether they go there."""

    leads: frozenset[int]
    current: int | None
    focused: bool


_NOTHING = _Noted(frozenset(), None, focused=False)


class Choice(QObject):
    """Joins the lists of the board, in the order in which they are told."""

    explained = Signal(int, object, QWidget)  # a lead's score is to be explained, where on the screen and over what
    turned = Signal()  # another card is the one that keys act on

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lists: list[CardList] = []
        self._last: CardList | None = None
        self._noted = _NOTHING

    def note(self) -> None:
        """Remember what is chosen: all cards are read anew."""
        current = self.current()
        self._noted = _Noted(
            frozenset(card.id for cards in self.lists for card in cards.chosen_cards()),
            None if current is None else current[1].id,
            focused=any(cards.hasFocus() for cards in self.lists),
        )

    def restore(self) -> bool:
        """Choose what was chosen, where it stands now; return whether any of it is left."""
        noted, self._noted = self._noted, _NOTHING
        if noted.current is None:
            return False
        found: CardList | None = None
        for cards in self.lists:
            rows = cards.stage_model.rows_of(noted.leads)
            current = cards.stage_model.row_of(noted.current)
            if current >= 0:
                found = self._last = cards
            if rows or current >= 0:
                cards.keep(rows, None if current < 0 else current)
        if found is not None and (noted.focused or QApplication.focusWidget() is None):
            found.setFocus()
        return found is not None

    def follow(self, lists: Sequence[CardList]) -> None:
        """Join these lists and no others."""
        self.lists = list(lists)
        if self._last not in self.lists:
            self._last = None

    def redraw(self) -> None:
        """Draw the cards anew: what they say of time went on."""
        for cards in self.lists:
            cards.viewport().update()

    def row_of(self, cards: CardList) -> list[CardList]:
        """Return the lists that stand beside one: all, or those of its lane."""
        parent = cards.parentWidget()
        beside = [one for one in self.lists if one.parentWidget() is parent]
        return beside if len(beside) > 1 else self.lists

    def join(self, cards: CardList) -> None:
        """Listen to a list that was made."""
        cards.lifting = self.cards
        cards.alone.connect(self._alone)
        cards.lifted.connect(self._lift)
        cards.explained.connect(partial(self._explain, cards))
        cards.selectionModel().currentChanged.connect(self._moved)

    def _explain(self, cards: CardList, lead_id: int, place: QPoint) -> None:
        self.explained.emit(lead_id, place, cards)

    def current(self) -> tuple[CardList, LeadCard] | None:
        """Return the card that keys act on, with its list."""
        known = [self._last] if self._last is not None else []
        for cards in [*known, *self.lists]:
            card = cards.current_card()
            if card is not None and (cards is self._last or cards.selectionModel().hasSelection()):
                return cards, card
        return None

    def cards(self) -> list[LeadCard]:
        """Return the chosen cards, list after list; where none is chosen, the one that keys act on."""
        found = [card for cards in self.lists for card in cards.chosen_cards()]
        current = self.current()
        return found or ([current[1]] if current is not None else [])

    def choose(self, leads: Collection[int], *, focus: bool = True) -> CardList | None:
        """Choose these leads where they stand, and show the first; return its list."""
        first: CardList | None = None
        left = len(leads)
        for cards in self.lists:
            rows = cards.stage_model.rows_of(leads) if left else []
            left -= len(rows)
            for row in rows:
                if first is None:
                    first = self._last = cards
                    cards.make_current(row)
                else:
                    index = cards.model().index(row, 0)
                    cards.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        if first is not None and focus:
            first.setFocus()
        return first

    def sideways(self, start: CardList, step: int, *, keep: bool) -> CardList | None:
        """Go to the card at the same height in the next list beside this one; return that list."""
        row = self.row_of(start)
        place, height = row.index(start) + step, max(start.currentIndex().row(), 0)
        while 0 <= place < len(row):
            cards = row[place]
            count = cards.model().rowCount()
            if count:
                self._last = cards
                cards.setFocus()
                go = cards.step_onto if keep else cards.make_current
                go(min(height, count - 1))
                return cards
            place += step
        return None

    def _alone(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, CardList):
            self._last = chosen
            for cards in self.lists:
                if cards is not chosen and cards.selectionModel().hasSelection():
                    cards.clearSelection()

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        owner = self.sender()
        if current.isValid() and owner is not None:
            found = next((one for one in self.lists if one.selectionModel() is owner), None)
            self._last = found or self._last
            self.turned.emit()

    def _lift(self, leads: frozenset[int]) -> None:
        for cards in self.lists:
            cards.dim(leads)


def list_of(widget: QWidget | None) -> CardList | None:
    """Return the list that a widget is or stands in."""
    while widget is not None and not isinstance(widget, CardList):
        widget = widget.parentWidget()
    return widget
