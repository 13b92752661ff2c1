"""One stage of the board as a list of cards, in the order of their ranks or another."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from operator import itemgetter
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)

from app.context import StageRow
from app.handoffs.running import Running
from app.lead_cards import LeadCard, overdue_of
from ui.around import Surroundings
from ui.handoffs.words import clock_due, spoken_clock
from ui.presence import Presence
from ui.widgets.colleagues import opened_by
from ui.words import Due

MIME = "application/x-tandem-lead"
CARD = int(Qt.ItemDataRole.UserRole)
DUE = CARD + 1
VIEWERS = CARD + 2
"""The names of those who have the lead, or its contact, open."""
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex
ORDERS: dict[str, Callable[[LeadCard], tuple[Any, ...]]] = {
    "hand": lambda card: (card.rank, card.id),
    "age": lambda card: (card.entered, card.id),
    "value": lambda card: (card.units is None, -(card.units or 0), card.id),
    "score": lambda card: (card.score is None, -(card.score or 0), card.id),
}
"""By what cards stand in order: by hand, the longest here, the most worth, the best score first."""
_ID = itemgetter(LeadCard._fields.index("id"))
Dropped = Callable[[tuple[int, ...], "StageModel", int | None], None]
"""What is called when cards were dropped: the leads, where, the lead above."""


class StageModel(QStringListModel):
    """The cards of one stage. `BoardModel` moves them; a drop is handed to it.

    A list view asks how many rows there are twice for each row that it lays out, which in Python takes most of the time
    of laying out. So Qt's own list, of nothing but empty texts, is kept as long as the cards and answers that.
    """

    figures_changed = Signal()
    came = Signal(object)  # a LeadCard stands here now
    went = Signal(object)  # a LeadCard stands here no longer
    replaced = Signal(object, object)  # a LeadCard stands here with other values: before, now

    def __init__(self, stage: StageRow, around: Surroundings, dropped: Dropped, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.around = around
        self.clocks: Mapping[int, Running] = {}
        self._presence: Presence | None = None
        self._dropped = dropped
        self._cards: list[LeadCard] = []
        self._key = ORDERS["hand"]
        self.count = 0
        self.total: dict[str, Decimal] = {}
        self._coming: list[LeadCard] = []
        # Heard before any view does, which then finds as many cards as there are rows.
        self.rowsInserted.connect(self._take_in)
        self.rowsRemoved.connect(self._forget)

    # What a view asks

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the card, its name, or the sentence that is read aloud."""
        if not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == DUE:
            return self.due(card)
        if role == VIEWERS:
            return self._viewers(card)
        if role == _DISPLAY:
            return card.name
        if role == _SPOKEN:
            return self._sentence(card)
        return None

    def due(self, card: LeadCard) -> Due | None:
        """Return what a card says of time: of a clock that runs on the lead, else of its next step."""
        found = self.clocks.get(card.id) if card.state == "open" else None
        return self.around.words.due(card, self.around.now) if found is None else clock_due(found, self.around)

    def _sentence(self, card: LeadCard) -> str:
        words, now = self.around.words, self.around.now
        parts = [words.sentence(card, self.around.name_of(card.owner_id), now), self.stage.name]
        if card.id in self.clocks and card.state == "open":
            parts.append(spoken_clock(self.clocks[card.id], self.around))
        if is_rotten(card, self.stage, now):
            days = words.days((now - card.entered_at).days)
            parts.append(self.tr("here for {days}, longer than agreed").format(days=days))
        viewers = self._viewers(card)
        if viewers:
            parts.append(opened_by(viewers))
        return ", ".join(parts)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done: a card is dragged, and dropped between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what a drop does."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the cards that are dragged."""
        rows = sorted(index.row() for index in indexes if index.isValid())
        return carried(self._cards[row].id for row in rows)

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Return whether this is a card."""
        del row, column, parent
        return action == Qt.DropAction.MoveAction and data.hasFormat(MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Put a dragged card before the one at `row`, or at the end."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        dragged = bytes(data.data(MIME).data()).decode("ascii", "replace")
        leads = tuple(int(part) for part in dragged.split(",") if part.isdecimal())
        if not leads:
            return False
        above = [card for card in (self._cards if row < 0 else self._cards[:row]) if card.id not in leads]
        self._dropped(leads, self, above[-1].id if above else None)
        # False: the cards stand where they belong already, and the view has none to take away.
        return False

    # What the board asks

    @property
    def presence(self) -> Presence | None:
        """Who has what open; None where nobody asks."""
        return self._presence

    @presence.setter
    def presence(self, presence: Presence | None) -> None:
        self._presence = presence
        if presence is not None:
            presence.changed.connect(self._tell_viewers)

    @property
    def cards(self) -> Sequence[LeadCard]:
        """The cards in order."""
        return self._cards

    @property
    def over_limit(self) -> bool:
        """Whether more leads stand here than agreed; they may, but it is told."""
        limit = self.stage.wip_limit
        return limit is not None and self.count > limit

    @property
    def is_full(self) -> bool:
        """Whether the stage takes no more leads."""
        limit = self.stage.wip_limit
        return self.stage.wip_hard and limit is not None and self.count >= limit

    @property
    def overdue(self) -> int:
        """How many are past due or stand here longer than agreed."""
        return len(overdue_of(self.around.context.at(self.around.now), self.stage, self._cards))

    def row_of(self, lead_id: int) -> int:
        """Return the row of a lead, or -1."""
        return next((row for row, number in enumerate(map(_ID, self._cards)) if number == lead_id), -1)

    def rows_of(self, leads: Collection[int]) -> list[int]:
        """Return the rows of those of these leads that stand here."""
        return [row for row, number in enumerate(map(_ID, self._cards)) if number in leads]

    def fill(self, cards: Sequence[LeadCard], count: int, total: dict[str, Decimal]) -> None:
        """Show other cards."""
        # They are read in the order of their ranks.
        coming = list(cards) if self._key is ORDERS["hand"] else sorted(cards, key=self._key)
        same = list(map(_ID, coming)) == list(map(_ID, self._cards))
        self._cards = coming
        self.count, self.total = count, dict(total)
        if not same:
            self.setStringList([""] * len(self._cards))
        elif self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))
        self.figures_changed.emit()

    def sort_by(self, order: str) -> None:
        """Stand the cards in another order, one of `ORDERS`."""
        self.beginResetModel()
        self._key = ORDERS[order]
        self._cards.sort(key=self._key)
        self.endResetModel()

    def replace(self, card: LeadCard) -> None:
        """Show a card that stands here with other values, at its place in the order."""
        row = self.row_of(card.id)
        old = self._cards[row]
        target = bisect_left(self._cards, self._key(card), key=self._key)
        if target not in (row, row + 1):
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target)
            del self._cards[row]
            row = target - 1 if target > row else target
            self._cards.insert(row, card)
            self.endMoveRows()
        else:
            self._cards[row] = card
        self._count_in(old, -1)
        self._count_in(card, 1)
        self.dataChanged.emit(self.index(row), self.index(row))
        self.replaced.emit(old, card)
        self.figures_changed.emit()

    def insert(self, card: LeadCard) -> None:
        """Take a card in at its place in the order."""
        row = bisect_left(self._cards, self._key(card), key=self._key)
        self._coming = [card]
        self.insertRows(row, 1)
        self.came.emit(card)
        self.figures_changed.emit()

    def take(self, lead_id: int) -> None:
        """Let a card go."""
        row = self.row_of(lead_id)
        card = self._cards[row]
        self.removeRows(row, 1)
        self.went.emit(card)
        self.figures_changed.emit()

    def _take_in(self, parent: Index, first: int, last: int) -> None:
        del parent, last
        self._cards[first:first] = self._coming
        for card in self._coming:
            self._count_in(card, 1)

    def _forget(self, parent: Index, first: int, last: int) -> None:
        del parent
        for card in self._cards[first : last + 1]:
            self._count_in(card, -1)
        del self._cards[first : last + 1]

    def _viewers(self, card: LeadCard) -> tuple[str, ...]:
        if self._presence is None:
            return ()
        return self._presence.names(("lead", card.id), ("contact", card.contact_id))

    def _tell_viewers(self) -> None:
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1), [VIEWERS])

    def _count_in(self, card: LeadCard, sign: int) -> None:
        self.count += sign
        if card.value is not None:
            self.total[card.currency] = self.total.get(card.currency, Decimal(0)) + sign * card.value


def carried(leads: Iterable[int]) -> QMimeData:
    """Return leads as they are dragged."""
    data = QMimeData()
    data.setData(MIME, QByteArray(",".join(map(str, leads)).encode()))
    return data


def is_rotten(card: LeadCard, stage: StageRow | None, now: datetime) -> bool:
    """Return whether an open lead stands in its stage longer than agreed."""
    if stage is None or stage.rot_days is None or card.state != "open":
        return False
    return card.entered_at <= now - timedelta(days=stage.rot_days)
