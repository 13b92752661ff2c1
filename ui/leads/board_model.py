"""The board: its stages with their cards, moved by hand at once and patched by every act that is told.

A card that is moved by hand goes to its place in the same frame; the save follows. Until it is through, the card is
*held*: what others do to it meanwhile is noted, and shown when the save was made or refused.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app import lead_cards, leads, rank
from app.changes import Change, Entry
from app.context import Context, StageRow
from app.errors import KnownError, RefusedError
from app.lead_cards import LeadCard
from app.leads import Board
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.leads.stage_model import StageModel
from ui.moments import micros, micros_of

SETTLING = 250
"""Milliseconds after a change before the board is read anew, where it has to be."""
# A change of these fields alone is shown from what the journal says; after any other the card is read.
_OF_A_MOVE = frozenset({"stage", "rank", "entered", "reason", "note"})
_OF_THE_BOARD = frozenset({"stage", "import", "member", "company", "workspace"})


class BoardModel(QObject):
    """The stages of the board in order, each a list model."""

    laid_out = Signal()  # the stages are others now, or all cards were read anew
    moved = Signal(object, object, object)  # LeadCard, StageRow, Change: an own move by hand was saved
    shown = Signal(object)  # the id of a lead that was just moved by hand: it stays the chosen one
    failed = Signal(object)  # KnownError: a move was refused, or the board not to be had
    reason_needed = Signal(object, object, object)  # LeadCard, StageRow, id above: dropped where a reason is asked

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.around = around
        self.stages: list[StageModel] = []
        self.query = ""
        self.order = "hand"
        self._where: dict[int, StageModel] = {}
        self._held: dict[int, int] = {}  # lead -> moves by hand that are not through
        self._truth: dict[int, LeadCard | None] = {}  # held lead -> where it stands for everybody else
        self._reload_soon = QTimer(self, singleShot=True, interval=SETTLING)
        self._reload_soon.timeout.connect(self.reload)
        jobs.changed.connect(self.apply)

    # Reading

    def set_query(self, query: str) -> None:
        """Show the leads that a query meets."""
        self.query = query
        self.reload()

    def set_order(self, order: str) -> None:
        """Stand the cards of every stage in an order, one of `ORDERS`."""
        self.order = order
        for model in self.stages:
            model.sort_by(order)

    def reload(self) -> None:
        """Read the whole board."""
        self._reload_soon.stop()
        self._jobs.read(_read, self.query, done=self._take, failed=self._not_read, key="leads.board")

    def stage(self, stage_id: int) -> StageModel | None:
        """Return a stage that is on the board."""
        return next((one for one in self.stages if one.stage.id == stage_id), None)

    def card(self, lead_id: int) -> LeadCard | None:
        """Return a card that is on the board."""
        model = self._where.get(lead_id)
        return None if model is None else model.cards[model.row_of(lead_id)]

    def stage_of(self, lead_id: int) -> StageModel | None:
        """Return the stage in which a card stands."""
        return self._where.get(lead_id)

    # Moving by hand

    def drop(self, lead_id: int, stage_id: int, after: int | None) -> None:
        """Move a card below the card of lead `after`, or on top, and save it; ask first where a reason is needed."""
        card, target = self.card(lead_id), self.stage(stage_id)
        if card is None or target is None:
            return
        if self.order != "hand":
            if card.stage_id == stage_id:
                words = self.tr("Cards are not sorted by hand now. Sort them by hand to move one up or down.")
                self.failed.emit(RefusedError(words))
                return
            after = None  # what stands above it in this order says nothing of a place by hand
        if _stands_there(target, lead_id, after):
            return
        if target.stage.kind == "lost" and card.stage_id != stage_id:
            self.reason_needed.emit(card, target.stage, after)
        else:
            self.move(lead_id, stage_id, after)

    def move(
        self, lead_id: int, stage_id: int, after: int | None, reason: int | None = None, note: str | None = None
    ) -> None:
        """Move a card in this very frame, then save it; a refusal brings it back."""
        card, target = self.card(lead_id), self.stage(stage_id)
        if card is None or target is None:
            return
        if lead_id not in self._held:
            self._truth[lead_id] = card
        self._held[lead_id] = self._held.get(lead_id, 0) + 1
        shown = card._replace(rank=_provisional(target, lead_id, after))
        if card.stage_id != stage_id:
            shown = shown._replace(stage_id=stage_id, entered=micros(self.around.now), state=_state(target.stage.kind))
        self._place(shown)
        self.shown.emit(lead_id)
        self._jobs.write(
            leads.move,
            lead_id,
            stage_id,
            after,
            reason,
            note,
            done=partial(self._saved, lead_id, target.stage),
            failed=partial(self._put_back, lead_id),
        )

    def _saved(self, lead_id: int, stage: StageRow, change: Change) -> None:
        """Let a card go whose move is through."""
        self._release(lead_id)
        card = self.card(lead_id)
        if card is not None and change.entries:
            self.moved.emit(card, stage, change)

    def _put_back(self, lead_id: int, error: KnownError) -> None:
        """Carry a card back whose move was refused."""
        self._release(lead_id)
        self.failed.emit(error)

    # Changes

    def apply(self, change: Change) -> None:
        """Patch what an act changed, ours or a colleague's."""
        unread = [entry.id for entry in change.entries if entry.kind == "lead" and not self._patch(entry)]
        if unread:
            self._jobs.read(lead_cards.cards, unread, done=partial(self._fetched, unread))
        if any(self._concerns_all(entry) for entry in change.entries):
            self._reload_soon.start()

    def _fetched(self, ids: Iterable[int], cards: Iterable[LeadCard]) -> None:
        """Show cards that were read because more than their place had changed."""
        by_id = {card.id: card for card in cards}
        for lead_id in ids:
            self._settle(lead_id, by_id.get(lead_id))

    # Inside

    def _concerns_all(self, entry: Entry) -> bool:
        if entry.kind != "lead":
            return entry.kind in _OF_THE_BOARD
        # Of old closed leads only the figures are here: one that moves away or goes to the bin changes them.
        unseen = entry.id not in self._where and not entry.fields.get("exists", (None, False))[1]
        return bool(self.query) or (unseen and bool({"stage", "exists"} & entry.fields.keys()))

    def _patch(self, entry: Entry) -> bool:
        """Show a change from what the journal says of it; False if the card has to be read."""
        if "exists" in entry.fields and not entry.fields["exists"][1]:
            self._settle(entry.id, None)
            return True
        known = self._truth.get(entry.id) if entry.id in self._held else self.card(entry.id)
        if known is None:
            return bool(self.query) or "exists" not in entry.fields
        if not entry.fields.keys() <= _OF_A_MOVE:
            return False
        after: dict[str, Any] = {name: both[1] for name, both in entry.fields.items()}
        card = known._replace(rank=after.get("rank", known.rank))
        if "stage" in after:
            stage = self.around.context.stages.get(after["stage"])
            if stage is None:
                return False
            card = card._replace(stage_id=stage.id, state=_state(stage.kind))
        if "entered" in after:
            card = card._replace(entered=micros_of(after["entered"]))
        self._settle(entry.id, card)
        return True

    def _settle(self, lead_id: int, card: LeadCard | None) -> None:
        """Note where a lead stands for everybody; show it unless a move of ours is on the way."""
        if lead_id in self._held:
            self._truth[lead_id] = card
        elif card is None:
            model = self._where.pop(lead_id, None)
            if model is not None:
                model.take(lead_id)
        else:
            self._place(card)

    def _release(self, lead_id: int) -> None:
        left = self._held.get(lead_id, 0) - 1
        if left > 0:
            self._held[lead_id] = left
            return
        self._held.pop(lead_id, None)
        if lead_id in self._truth:
            self._settle(lead_id, self._truth.pop(lead_id))

    def _place(self, card: LeadCard) -> None:
        model, target = self._where.get(card.id), self.stage(card.stage_id)
        if model is not None and model is target:
            model.replace(card)
            return
        if model is not None:
            del self._where[card.id]
            model.take(card.id)
        if target is not None:
            self._where[card.id] = target
            target.insert(card)

    def _take(self, answer: tuple[Context, Board]) -> None:
        context, board = answer
        self.around = replace(self.around, context=context)
        stages = [column.stage for column in board.columns]
        if [one.stage for one in self.stages] != stages:
            for old in self.stages:
                old.deleteLater()
            self.stages = [StageModel(stage, self.around, self.drop, self) for stage in stages]
            self.set_order(self.order)
        shown = [card for card in map(self.card, self._held) if card is not None]
        self._where.clear()
        for model, column in zip(self.stages, board.columns, strict=True):
            model.around = self.around
            model.fill(column.cards, column.count, dict(column.total))
            self._where.update((card.id, model) for card in column.cards)
        for card in shown:
            self._truth[card.id] = self.card(card.id)
            self._place(card)
        self.laid_out.emit()

    def _not_read(self, error: KnownError) -> None:
        self.failed.emit(error)


def _read(session: Any, query: str) -> tuple[Context, Board]:
    return session.info["context"], leads.board(session, query)


def _state(kind: str) -> str:
    return kind if kind in {"won", "lost"} else "open"


def _stands_there(target: StageModel, lead_id: int, after: int | None) -> bool:
    row = target.row_of(lead_id)
    if row < 0:
        return False
    return (target.cards[row - 1].id if row else None) == after


def _provisional(target: StageModel, lead_id: int, after: int | None) -> str:
    """Return a rank for the frame in which a card is dropped; the save finds the lasting one."""
    others = [card for card in target.cards if card.id != lead_id]
    below = next((row + 1 for row, card in enumerate(others) if card.id == after), 0)
    before = others[below - 1].rank if below else None
    following = others[below].rank if below < len(others) else None
    if before is not None and following is not None and before >= following:
        return before  # two provisional ranks met; the save sorts it out
    return rank.between(before, following)
