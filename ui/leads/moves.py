"""Moving the chosen cards of the board: by keys, from the menu, and by their owner; asking first where it is needed."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from app import moving
from app.changes import Change
from app.context import MemberRow, StageRow
from app.errors import KnownError
from app.lead_cards import LeadCard
from app.moving import Block
from ui.jobs import Jobs
from ui.leads import card_menu
from ui.leads.ask import Answer, Asked, asked_of
from ui.leads.asking import Asking, Landing
from ui.leads.board_model import BoardModel, Values
from ui.leads.card_list import CardList
from ui.leads.choice import Choice
from ui.leads.column import StageColumn
from ui.theme import Theme

_COPIED = 10_000


class Moves(QObject):
    """What is done with the chosen cards."""

    said = Signal(str, object)
    failed = Signal(object)
    asking_about = Signal(object)  # the list to which cards go about which something is asked: it is to be in sight

    def __init__(self, jobs: Jobs, board: BoardModel, choice: Choice, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._jobs, self._board, self._choice, self._theme, self._page = jobs, board, choice, theme, page
        self.asking = Asking(theme, page)
        self.asking.ended.connect(self._back_to_card)
        board.ask_needed.connect(self._ask)
        board.gate_shut.connect(self._ask_gate)
        board.moved.connect(self._moved)

    # By keys

    def sideways(self, step: int) -> None:
        """Move the chosen cards into the next stage on or back, each at the height of the first of them."""
        if self._page.isRightToLeft():
            step = -step
        stages = self._board.stages
        blocks = []
        for place, model in enumerate(stages):
            mine = tuple(card.id for card in self._chosen() if card.stage_id == model.stage.id)
            if mine and 0 <= place + step < len(stages):
                target = stages[place + step]
                row = min(model.row_of(mine[0]), target.rowCount())
                blocks.append(Block(mine, target.stage.id, target.cards[row - 1].id if row else None))
        self._drop(blocks)

    def within(self, step: int) -> None:
        """Move the chosen cards up or down within their stages."""
        blocks = []
        for cards in self._choice.lists:
            model = cards.stage_model
            mine = {card.id for card in self._chosen() if model.row_of(card.id) >= 0}
            if not mine:
                continue
            rows = [row for row, card in enumerate(model.cards) if card.id in mine]
            together = rows[-1] - rows[0] + 1 == len(rows)
            above = [card for card in model.cards[: rows[0]] if card.id not in mine]
            below = [card for card in model.cards[rows[0] :] if card.id not in mine]
            if step < 0:
                after = above[-2].id if len(above) > 1 else None
            else:
                after = below[0].id if below else above[-1].id if above else None
            if (step < 0 and not above and together) or (step > 0 and not below):
                continue
            order = tuple(card.id for card in model.cards if card.id in mine)
            blocks.append(Block(order, model.stage.id, after))
        self._drop(blocks)

    def choose_stage(self) -> None:
        """Let the stage be chosen from a list to which the chosen cards go."""
        current = self._choice.current()
        if current is not None and not self.asking.is_open:
            card_menu.stages_under(current[0], self.other_stages(), self.to_stage)

    def choose_owner(self) -> None:
        """Let the owner be chosen from a list whom the chosen cards get."""
        current = self._choice.current()
        if current is not None and not self.asking.is_open:
            card_menu.owners_under(current[0], self.members(), self.assign)

    # From the menu

    def other_stages(self) -> list[StageRow]:
        """Return the stages to which the chosen cards can go."""
        here = {card.stage_id for card in self._chosen()}
        return [model.stage for model in self._board.stages if len(here) > 1 or model.stage.id not in here]

    def members(self) -> list[MemberRow]:
        """Return who can own a lead."""
        members = self._board.around.context.members.values()
        return sorted((one for one in members if one.active), key=lambda one: one.name.casefold())

    def to_stage(self, stage_id: int) -> None:
        """Move the chosen cards to the top of a stage."""
        self._drop([Block(tuple(card.id for card in self._chosen()), stage_id)])

    def assign(self, member_id: int | None) -> None:
        """Give the chosen cards an owner, or none."""
        cards = [card for card in self._chosen() if card.owner_id != member_id]
        if not cards:
            return
        owner = self._board.around.context.members.get(member_id or 0)
        if owner is None:
            one = self.tr("{name} has no owner now.")
            words = one if len(cards) == 1 else self.tr("%n leads have no owner now.", None, len(cards))
        elif len(cards) == 1:
            words = self.tr("{name} is {owner}'s now.")
        else:
            words = self.tr("%n leads are {owner}'s now.", None, len(cards))
        told = words.format(name=cards[0].name, owner="" if owner is None else owner.name)
        numbers = [card.id for card in cards]
        self._write(told, moving.assign, numbers, {"owner": member_id}, act="leads.edit")

    def remove(self) -> None:
        """Move the chosen cards to the bin."""
        cards = self._chosen()
        if cards and not self.asking.is_open:
            one = self.tr("{name} moved to the bin.").format(name=cards[0].name)
            told = one if len(cards) == 1 else self.tr("%n leads moved to the bin.", None, len(cards))
            self._write(told, moving.remove_all, [card.id for card in cards], act="leads.remove")

    def copy(self) -> None:
        """Copy the names of the chosen cards, a line each."""
        QGuiApplication.clipboard().setText("\n".join(card.name for card in self._chosen()[:_COPIED]))

    # Inside

    def _chosen(self) -> list[LeadCard]:
        return self._choice.cards()

    def _drop(self, blocks: Sequence[Block]) -> None:
        if blocks and not self.asking.is_open:
            self._board.drop_all(blocks)

    def _write(self, told: str, service: Any, *args: Any, act: str) -> None:
        done, failed = partial(self._done, told), self.failed.emit
        self._jobs.write(service, *args, act=act, done=done, failed=failed)

    def _done(self, told: str, change: Change) -> None:
        if change.entries:
            self.said.emit(told, change)

    def _ask(self, closing: Block, blocks: list[Block], values: Values) -> None:
        found = [card for card in map(self._board.card, closing.leads) if card is not None]
        stage = self._board.stage(closing.stage)
        if not found or stage is None:
            return
        target = self._target(closing.stage)
        self.asking_about.emit(target)
        asked = asked_of(found)
        self.asking.ask(
            asked,
            stage.stage,
            self._board.around,
            partial(_on_screen, _column_of(target)),
            partial(self._go, asked, blocks, values),
            self._landing(closing, target, found),
        )

    def _ask_gate(self, block: Block, error: KnownError) -> None:
        """Ask for what the agreement misses, where the card was dropped."""
        card, stage = self._board.card(block.leads[0]), self._board.stage(block.stage)
        if card is None or stage is None or not self._page.isVisible():
            self.failed.emit(error)
            return
        target = self._target(block.stage)
        self.asking_about.emit(target)
        self.asking.ask_gate(
            error.facts,
            stage.stage,
            self._board.around,
            partial(_on_screen, _column_of(target)),
            partial(self._board.move_filled, block),
            self._landing(block, target, [card]),
        )

    def _landing(self, block: Block, target: CardList, found: Sequence[LeadCard]) -> Landing:
        """Return what paints the cards where they would land, and the places that Esc puts them back to."""
        row = 0 if block.after is None else target.stage_model.row_of(block.after) + 1
        words = (
            self.tr("Esc puts {name} back here").format(name=found[0].name)
            if len(found) == 1
            else self.tr("Esc puts them back here")
        )
        picture = target.picture(found[0], len(found))
        return Landing(self._theme, target, row, picture, partial(self._homes, block.leads), words)

    def _target(self, stage_id: int) -> CardList:
        """Return the list of a stage in which cards would land: the one in the lane of the card, where there are."""
        current = self._choice.current()
        near = self._choice.row_of(current[0]) if current is not None else []
        return next(one for one in [*near, *self._choice.lists] if one.stage_model.stage.id == stage_id)

    def _go(self, asked: Asked, blocks: list[Block], values: Values, answer: Answer, found: Values) -> None:
        del asked
        self._board.move_all(blocks, answer.reason, answer.note or None, {**values, **found} or None)

    def _homes(self, leads: Sequence[int]) -> list[QRect]:
        """Return where on the screen the leads stand, those that can be seen."""
        found = []
        for cards in self._choice.lists:
            view = cards.viewport()
            area = QRect(view.mapToGlobal(view.rect().topLeft()), view.size())
            for row, card in enumerate(cards.stage_model.cards):
                if card.id in leads:
                    home = cards.place_of(row)
                    if area.intersects(home):
                        found.append(home.intersected(area))
        return found

    def _back_to_card(self) -> None:
        QTimer.singleShot(0, self, self._focus_card)

    def _focus_card(self) -> None:
        current = self._choice.current()
        if current is not None and self._page.isVisible() and not self.asking.is_open:
            current[0].setFocus()

    def _moved(self, cards: tuple[LeadCard, ...], change: Change) -> None:
        """Say where cards landed that were moved by hand."""
        self.asking.forget([card.id for card in cards])
        if not cards:
            return
        card, stages = cards[0], self._board.around.context.stages
        stage = stages.get(card.stage_id)
        name = "" if stage is None else stage.name
        if any("stage" in entry.fields for entry in change.entries if entry.kind == "lead"):
            one = self.tr("{name} moved to {stage}.").format(name=card.name, stage=name)
            many = self.tr("%n leads moved to {stage}.", None, len(cards)).format(stage=name)
            apart = len({one.stage_id for one in cards}) > 1
            several = self.tr("%n leads moved a stage.", None, len(cards)) if apart else many
            self.said.emit(one if len(cards) == 1 else several, change)
        elif any({"owner", "source", "campaign"} & entry.fields.keys() for entry in change.entries):
            self.said.emit(self.tr("%n leads changed.", None, len(cards)), change)
        model = self._board.stage_of(card.id)
        place, count = (model.row_of(card.id) + 1, model.rowCount()) if model is not None else (0, 0)
        where = self.tr("{name} moved to {stage}, position {place} of {count}").format(
            name=card.name, stage=name, place=place, count=count
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, where))


def _column_of(target: CardList) -> QWidget:
    parent = target.parentWidget()
    return parent if isinstance(parent, StageColumn) else target


def _on_screen(widget: QWidget) -> QRect:
    size: QSize = widget.size()
    return QRect(widget.mapToGlobal(widget.rect().topLeft()), size)
