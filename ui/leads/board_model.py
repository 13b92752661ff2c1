"""The board: its stages with their cards, moved by hand at once and patched by every act that is told.

A card that is moved by hand goes to its place in the same frame; the save follows. Until it is through, the card is
*held*: what others do to it meanwhile is noted, and shown when the save was made or refused.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app import lead_cards, leads, moving, rank
from app.agreement import gates, passing
from app.changes import Change, Entry
from app.context import Context
from app.errors import KnownError, RefusedError
from app.lead_cards import LeadCard
from app.leads import Board
from app.moving import Block
from app.scores import scored_by
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.leads.echoes import Echoes
from ui.leads.gate import Typed
from ui.leads.stage_model import StageModel
from ui.leads.ticking import Ticking
from ui.moments import micros, micros_of

Values = Mapping[str, Any]
"""Fields of leads by name, as `app.leads.edit` takes them."""
UNITS = 10_000
"""An amount is kept in ten-thousandths."""
SETTLING = 250
"""Milliseconds after a change before the board is read anew, where it has to be."""
# A change of these fields alone is shown from what the journal says; after any other the card is read.
_OF_A_MOVE = frozenset({"stage", "rank", "entered", "won_at", "lost_at", "reason", "note"})
_OF_A_CARD = _OF_A_MOVE | {"owner", "source", "campaign", "value", "currency"}
_OF_THE_BOARD = frozenset({"stage", "import", "member", "company", "workspace"})


class BoardModel(QObject):
    """The stages of the board in order, each a list model."""

    sorted_ = Signal()  # the cards stand in another order
    filling = Signal()  # all cards are about to be others
    laid_out = Signal()  # the stages are others now, or all cards were read anew
    moved = Signal(object, object)  # the LeadCards, Change: an own move by hand was saved
    shown = Signal(object)  # the ids of leads that were just moved by hand: they stay the chosen ones
    put_back = Signal(object)  # the ids of leads whose move was refused
    failed = Signal(object)  # KnownError: a move was refused, or the board not to be had
    gate_shut = Signal(object, object)  # the Block of one lead, RefusedError: the agreement asks for what is missing
    ask_needed = Signal(object, object, object)  # the Block that is won or lost, all Blocks, values: not moved yet

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.around = around
        self.stages: list[StageModel] = []
        self.query = ""
        self.order = "hand"
        self.ticking = Ticking(jobs, self)
        self._where: dict[int, StageModel] = {}
        self._held: dict[int, int] = {}  # lead -> moves by hand that are not through
        self._truth: dict[int, LeadCard | None] = {}  # held lead -> where it stands for everybody else
        self._echoes = Echoes()
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
        self.sorted_.emit()

    def reload(self, *, behind: bool = False) -> None:
        """Read the whole board, `behind` what is waited for where nobody looks at it."""
        self._reload_soon.stop()
        key = "leads.board"
        self._jobs.read(_read, self.query, done=self._take, failed=self.failed.emit, key=key, behind=behind)

    def stage(self, stage_id: int) -> StageModel | None:
        """Return a stage that is on the board."""
        return next((one for one in self.stages if one.stage.id == stage_id), None)

    def card(self, lead_id: int) -> LeadCard | None:
        """Return a card that is on the board."""
        model = self._where.get(lead_id)
        return None if model is None else model.cards[model.row_of(lead_id)]

    def open_figures(self) -> tuple[int, dict[str, Decimal]]:
        """Return how many leads are open, and their value by currency."""
        models = [model for model in self.stages if model.stage.kind not in {"won", "lost"}]
        total: dict[str, Decimal] = {}
        for model in models:
            for currency, amount in model.total.items():
                total[currency] = total.get(currency, Decimal(0)) + amount
        return sum(model.count for model in models), total

    def stage_of(self, lead_id: int) -> StageModel | None:
        """Return the stage in which a card stands."""
        return self._where.get(lead_id)

    # Moving by hand

    def drop(self, leads_: Sequence[int], stage_id: int, after: int | None, values: Values | None = None) -> None:
        """Move cards, in this order, below the card of lead `after`, or on top; ask first where something is needed."""
        self.drop_all([Block(tuple(leads_), stage_id, after)], values)

    def drop_all(self, blocks: Sequence[Block], values: Values | None = None) -> None:
        """Move blocks of cards in one act, and set `values` on them; ask first where something is needed."""
        wanted = [found for found in map(self._fitted, blocks) if found is not None]
        if self.order != "hand" and not values:
            moving = [one for one in wanted if any(self._stage_id(lead) != one.stage for lead in one.leads)]
            if wanted and not moving:
                words = self.tr("Cards are not sorted by hand now. Sort them by hand to move one up or down.")
                self.failed.emit(RefusedError(words))
                return
            wanted = moving
        if not values:
            wanted = [one for one in wanted if not self._stand_there(one)]
        if not wanted:
            return
        closing = [one for one in wanted if self._closes(one)]
        if len({one.stage for one in closing}) > 1:
            words = self.tr("These would be won and lost at once. Move them one stage at a time.")
            self.failed.emit(RefusedError(words))
        elif closing:
            self.ask_needed.emit(closing[0], wanted, values or {})
        else:
            self.move_all(wanted, values=values)

    def move(
        self, lead_id: int, stage_id: int, after: int | None, reason: int | None = None, note: str | None = None
    ) -> None:
        """Move a card in this very frame, then save it; a refusal brings it back."""
        self.move_all([Block((lead_id,), stage_id, after)], reason, note)

    def move_all(
        self,
        blocks: Sequence[Block],
        reason: int | None = None,
        note: str | None = None,
        values: Values | None = None,
    ) -> None:
        """Move blocks of cards in this very frame, then save them as one act; a refusal brings all of them back."""
        wanted = [found for found in map(self._fitted, blocks) if found is not None]
        if not wanted:
            return
        for block in wanted:
            self._show_moved(block, values or {})
        numbers = tuple(lead for block in wanted for lead in block.leads)
        self.shown.emit(numbers)
        answers: dict[str, Any] = {
            "done": partial(self._saved, numbers),
            "failed": partial(self._put_back, wanted),
        }
        if len(numbers) == 1 and not values:
            block = wanted[0]
            self._jobs.write(leads.move, numbers[0], block.stage, block.after, reason, note, **answers)
        else:
            self._jobs.write(moving.move_all, wanted, reason, note, values, act="leads.move", **answers)

    def move_filled(self, block: Block, typed: Typed) -> None:
        """Move a card together with what the agreement asked for; a refusal brings it back."""
        fitted = self._fitted(block)
        if fitted is None:
            return
        self._show_moved(fitted, {})
        self.shown.emit(fitted.leads)
        self._jobs.write(
            passing.move,
            fitted.leads[0],
            fitted.stage,
            fitted.after,
            typed.by_kind(),
            typed.override.strip() or None,
            act="leads.move",
            done=partial(self._saved, fitted.leads),
            failed=partial(self._put_back, [fitted]),
        )

    def _show_moved(self, block: Block, values: Values) -> None:
        target = self.stage(block.stage)
        if target is None:
            return
        places = _provisional(target, block)
        for lead_id, place in zip(block.leads, places, strict=True):
            card = self.card(lead_id)
            if card is None:
                continue
            if lead_id not in self._held:
                self._truth[lead_id] = card
            self._held[lead_id] = self._held.get(lead_id, 0) + 1
            shown = self._with(card._replace(rank=place), values)
            if card.stage_id != block.stage:
                entered = micros(self.around.now)
                shown = shown._replace(stage_id=block.stage, entered=entered, state=_state(target.stage.kind))
            self._place(shown)

    def _with(self, card: LeadCard, values: Values) -> LeadCard:
        """Return a card as it looks with other values."""
        if "owner" in values:
            card = card._replace(owner_id=values["owner"])
        if "source" in values:
            card = card._replace(source=values["source"])
        if "campaign" in values:
            card = card._replace(campaign_id=values["campaign"])
        if "value" in values:
            card = card._replace(units=None if values["value"] is None else int(Decimal(values["value"]) * UNITS))
        if "currency" in values:
            card = card._replace(currency=values["currency"] or self.around.context.info.currency)
        return card

    def _fitted(self, block: Block) -> Block | None:
        """Return what of a block is on the board still."""
        if self.stage(block.stage) is None:
            return None
        found = tuple(lead for lead in block.leads if lead in self._where)
        if not found:
            return None
        after = block.after if self.order == "hand" else None  # elsewhere what stands above says nothing of a place
        return Block(found, block.stage, after)

    def _stage_id(self, lead_id: int) -> int:
        return self._where[lead_id].stage.id

    def _closes(self, block: Block) -> bool:
        target = self.stage(block.stage)
        closed = target is not None and target.stage.kind in {"won", "lost"}
        return closed and any(self._stage_id(lead) != block.stage for lead in block.leads)

    def _stand_there(self, block: Block) -> bool:
        """Return whether a block stands where it is to go."""
        target = self.stage(block.stage)
        rows = [] if target is None else [target.row_of(lead) for lead in block.leads]
        if target is None or min(rows) < 0 or rows != list(range(rows[0], rows[0] + len(rows))):
            return False
        return (target.cards[rows[0] - 1].id if rows[0] else None) == block.after

    def _saved(self, numbers: tuple[int, ...], change: Change) -> None:
        """Let cards go whose move is through."""
        for lead_id in numbers:
            self._release(lead_id)
        found = [card for card in map(self.card, numbers) if card is not None]
        if change.entries:
            self.moved.emit(tuple(found), change)

    def _put_back(self, blocks: Sequence[Block], error: KnownError) -> None:
        """Carry cards back whose move was refused."""
        numbers = tuple(lead for block in blocks for lead in block.leads)
        for lead_id in numbers:
            self._release(lead_id)
        self.put_back.emit(numbers)
        if error.code == gates.UNMET and len(numbers) == 1:
            self.gate_shut.emit(blocks[0], error)
        else:
            self.failed.emit(error)

    def _dropped(self, numbers: tuple[int, ...], target: StageModel, after: int | None) -> None:
        self.drop(numbers, target.stage.id, after)

    # Changes

    def apply(self, change: Change) -> None:
        """Patch what an act changed, ours or a colleague's."""
        entries = self._echoes.heed(change)
        unread = [entry.id for entry in entries if entry.kind == "lead" and not self._patch(entry)]
        if unread:
            self._jobs.read(lead_cards.cards, unread, done=partial(self._fetched, unread))
        if any(map(self._concerns_all, entries)):
            self._reload_soon.start()

    def _fetched(self, ids: Iterable[int], cards: Iterable[LeadCard]) -> None:
        """Show cards that were read because more than their place had changed."""
        by_id = {card.id: card for card in cards}
        for lead_id in ids:
            self._settle(lead_id, by_id.get(lead_id))

    # Inside

    def _concerns_all(self, entry: Entry) -> bool:
        if entry.kind == "activity":  # what was done with a lead or its contact may be worth points
            return scored_by(self.around.context.agreement) is not None
        if entry.kind == "agreement":
            return "published_at" in entry.fields  # by it all leads are scored anew
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
        if not entry.fields.keys() <= _OF_A_CARD:
            return False
        after: dict[str, Any] = {name: both[1] for name, both in entry.fields.items()}
        card = self._with(known._replace(rank=after.get("rank", known.rank)), after)
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
        self.filling.emit()
        context, board = answer
        self.around = replace(self.around, context=context)
        stages = [column.stage for column in board.columns]
        if [one.stage for one in self.stages] != stages:
            for old in self.stages:
                old.deleteLater()
            self.stages = [StageModel(stage, self.around, self._dropped, self) for stage in stages]
            for model in self.stages:
                model.clocks, model.presence = self.ticking.clocks, self._jobs.presence
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
        self.ticking.look()


def _read(session: Any, query: str) -> tuple[Context, Board]:
    return session.info["context"], leads.board(session, query)


def _state(kind: str) -> str:
    return kind if kind in {"won", "lost"} else "open"


def _provisional(target: StageModel, block: Block) -> list[str]:
    """Return ranks for the frame in which cards are dropped; the save finds the lasting ones."""
    others = [card for card in target.cards if card.id not in block.leads]
    below = next((row + 1 for row, card in enumerate(others) if card.id == block.after), 0)
    before = others[below - 1].rank if below else None
    following = others[below].rank if below < len(others) else None
    if before is not None and following is not None and before >= following:
        return [before] * len(block.leads)  # two provisional ranks met; the save sorts it out
    return rank.several(len(block.leads), before, following)
