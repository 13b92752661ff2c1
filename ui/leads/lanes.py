"""Swimlanes: the cards of the board parted by owner, source, campaign or team, each lane with its count and sum.

The stages stay as they are; the cells of a lane follow them card by card. Only lanes that are looked at have cells.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import RefusedError
from app.lead_cards import LeadCard
from ui.leads.board_model import UNITS, BoardModel
from ui.leads.stage_model import StageModel

KINDS = ("", "owner", "team", "source", "campaign")
"""By what lanes are made; "" is none."""
Key = int | str


@dataclass(slots=True)
class Lane:
    """One lane: its key, its name for people, and the open leads in it."""

    key: Key
    title: str
    count: int = 0
    units: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> Mapping[str, Decimal]:
        """The open leads' value by currency."""
        return {currency: Decimal(units) / UNITS for currency, units in self.units.items()}

    def reckon(self, card: LeadCard, sign: int) -> None:
        """Count a card in or out; closed ones do not count."""
        if card.state == "open":
            self.count += sign
            if card.units is not None:
                self.units[card.currency] = self.units.get(card.currency, 0) + sign * card.units


class Lanes(QObject):
    """The lanes of a board and their cells."""

    laid_out = Signal()  # the lanes are others now
    counted = Signal()  # the figures of some lane are others now
    refused = Signal(object)  # KnownError: a card was dropped where it cannot go

    def __init__(self, board: BoardModel, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self.by = ""
        self.lanes: dict[Key, Lane] = {}
        self._cells: dict[tuple[Key, int], StageModel] = {}
        self._followed: list[StageModel] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.counted)
        board.laid_out.connect(self._renew)
        board.sorted_.connect(self._sort)

    def part_by(self, by: str) -> None:
        """Part the board anew, by one of `KINDS`."""
        self.by = by
        self._let_go(list(self._cells))
        self._renew()

    def key_of(self, card: LeadCard) -> Key:
        """Return the lane in which a card stands."""
        if self.by == "owner":
            return card.owner_id or 0
        if self.by == "campaign":
            return card.campaign_id or 0
        if self.by == "source":
            return card.source or ""
        owner = self._board.around.context.members.get(card.owner_id or 0)
        return "" if owner is None else owner.team

    def known(self, key: Key, stage: StageModel) -> StageModel | None:
        """Return the cards of a stage that stand in a lane, where somebody looked at them before."""
        return self._cells.get((key, stage.stage.id))

    def cell(self, key: Key, stage: StageModel) -> StageModel:
        """Return the cards of a stage that stand in a lane; kept up to date from now on."""
        found = self._cells.get((key, stage.stage.id))
        if found is None:
            found = StageModel(stage.stage, stage.around, partial(self._dropped, key), self)
            found.clocks = stage.clocks
            found.presence = stage.presence
            found.sort_by(self._board.order)
            self._cells[key, stage.stage.id] = found
            self._fill(found, [card for card in stage.cards if self.key_of(card) == key])
        return found

    # Inside

    def _sort(self) -> None:
        for cell in self._cells.values():
            cell.sort_by(self._board.order)

    def _renew(self) -> None:
        """Part all cards anew: they were read anew, or by something else."""
        for model in self._followed:
            model.came.disconnect(self._came)
            model.went.disconnect(self._went)
            model.replaced.disconnect(self._replaced)
        self._followed = []
        self.lanes = {}
        cards = self._part() if self.by else {}
        stages = {model.stage.id: model for model in self._board.stages}
        others = [one for one, cell in self._cells.items() if one not in cards or stages[one[1]].stage != cell.stage]
        self._let_go(others)
        for one, cell in self._cells.items():
            cell.around = stages[one[1]].around
            self._fill(cell, cards[one])
        self.laid_out.emit()

    def _let_go(self, cells: Iterable[tuple[Key, int]]) -> None:
        for one in cells:
            self._cells.pop(one).deleteLater()

    def _part(self) -> dict[tuple[Key, int], list[LeadCard]]:
        """Part all cards into lanes; return those of each cell that is looked at, where its lane and stage are left."""
        found: dict[Key, Lane] = {}
        cells: dict[tuple[Key, int], list[LeadCard]] = {one: [] for one in self._cells}
        for model in self._board.stages:
            for card in model.cards:
                key = self.key_of(card)
                lane = found.get(key)
                if lane is None:
                    lane = found[key] = Lane(key, self._title(key))
                lane.reckon(card, 1)
                cell = cells.get((key, model.stage.id))
                if cell is not None:
                    cell.append(card)
            model.came.connect(self._came)
            model.went.connect(self._went)
            model.replaced.connect(self._replaced)
            self._followed.append(model)
        self.lanes = dict(sorted(found.items(), key=lambda one: (one[0] in {0, ""}, one[1].title.casefold())))
        stages = {model.stage.id for model in self._board.stages}
        return {one: cards for one, cards in cells.items() if one[0] in found and one[1] in stages}

    def _title(self, key: Key) -> str:
        context = self._board.around.context
        if self.by == "owner":
            return context.members[int(key)].name if key else self.tr("No owner")
        if self.by == "campaign":
            return context.campaigns.get(int(key), "") if key else self.tr("No campaign")
        if self.by == "source":
            return str(key) or self.tr("No source")
        teams = {"marketing": self.tr("Marketing"), "sales": self.tr("Sales"), "both": self.tr("Both teams")}
        return teams.get(str(key), self.tr("No owner"))

    def _fill(self, cell: StageModel, cards: Sequence[LeadCard]) -> None:
        cell.fill(cards, len(cards), {})

    def _lane_of(self, card: LeadCard) -> Lane:
        key = self.key_of(card)
        lane = self.lanes.get(key)
        if lane is None:
            lane = self.lanes[key] = Lane(key, self._title(key))
            self.laid_out.emit()
        return lane

    def _came(self, card: LeadCard) -> None:
        lane = self._lane_of(card)
        lane.reckon(card, 1)
        cell = self._cells.get((lane.key, card.stage_id))
        if cell is not None:
            cell.insert(card)
        self._soon.start()

    def _went(self, card: LeadCard) -> None:
        lane = self._lane_of(card)
        lane.reckon(card, -1)
        cell = self._cells.get((lane.key, card.stage_id))
        if cell is not None and cell.row_of(card.id) >= 0:
            cell.take(card.id)
        self._soon.start()

    def _replaced(self, old: LeadCard, new: LeadCard) -> None:
        before, after = self._lane_of(old), self._lane_of(new)
        if before is not after:
            self._went(old)
            self._came(new)
            return
        before.reckon(old, -1)
        before.reckon(new, 1)
        cell = self._cells.get((after.key, new.stage_id))
        if cell is not None and cell.row_of(new.id) >= 0:
            cell.replace(new)
        self._soon.start()

    # Dropping

    def _dropped(self, key: Key, numbers: tuple[int, ...], target: StageModel, after: int | None) -> None:
        cards = [card for card in map(self._board.card, numbers) if card is not None]
        strange = any(self.key_of(card) != key for card in cards)
        if strange and self.by == "team":
            words = self.tr("Whose team works on a lead follows from its owner. Assign another owner instead.")
            self.refused.emit(RefusedError(words))
            return
        values: dict[str, Any] = {self.by: key or None} if strange else {}
        self._board.drop(numbers, target.stage.id, after, values)
