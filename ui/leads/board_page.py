"""The board: stages side by side, cards moved by hand or by keys."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.context import StageRow
from app.errors import KnownError, UsageError
from app.lead_cards import LeadCard
from app.views import View
from ui import icons
from ui.actions import Action
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.leads import board_actions, card_menu
from ui.leads.beside import Beside
from ui.leads.board_actions import Hands
from ui.leads.board_model import BoardModel
from ui.leads.card_list import CardList
from ui.leads.card_menu import Doing
from ui.leads.choice import Choice
from ui.leads.column import NARROWEST, StageColumn, TeamBand
from ui.leads.edges import Edges
from ui.leads.lane_view import LaneView
from ui.leads.lanes import Lanes
from ui.leads.making import Making
from ui.leads.moves import Moves
from ui.leads.pane import LeadPane
from ui.leads.sort_button import LaneButton, SortButton
from ui.leads.stage_acts import StageActs
from ui.page import Page
from ui.theme import Theme
from ui.widgets.filter_bar import FilterBar
from ui.widgets.heading import Heading

_MINUTE = 60_000
_GAP = 8


class BoardPage(Page):
    """The page with the board."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("board", QCoreApplication.translate("BoardPage", "Board"), "square-kanban", around, parent)
        self.kind = "lead"
        self._jobs, self._theme = jobs, theme
        self.columns: list[StageColumn] = []
        self._wanted: int | None = None  # a card to be chosen once the board is there
        self.board = BoardModel(jobs, around, self)
        self.board.shown.connect(self._choose)
        self.board.put_back.connect(self._choose)
        self.board.failed.connect(self._fail)
        self.choice = Choice(self)
        self.board.ticking.ticked.connect(self.choice.redraw)
        self.board.filling.connect(self.choice.note)
        self.lanes = Lanes(self.board, self)
        self.board.laid_out.connect(self._lay_out)  # after the lanes, whose lists hold what is chosen
        self.lanes.refused.connect(self.failed)
        self.moves = Moves(jobs, self.board, self.choice, theme, self)
        self.stage_acts = StageActs(jobs, self.board, theme, self)
        self.pane = LeadPane(jobs, theme, around, self)
        self._making = Making(jobs, self)
        for part in (self.moves, self.stage_acts, self.pane, self._making):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        self.moves.asking_about.connect(self._show_list)
        self._build()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.renew)
        self._minute.start()
        theme.changed.connect(self.renew)
        self.renew()

    def _build_head(self) -> None:
        self.heading = Heading(self.title, self)
        self.filters = FilterBar(self._jobs, self._theme, self.around, "lead", self.tr("Filter leads"), self)
        self.filters.asked.connect(self.search)
        self.filters.left.connect(self.take_focus)
        self.query, self.problem = self.filters.field, self.filters.problem
        self.undo_button = QPushButton(" " + self.tr("Undo"), self)
        self.undo_button.setAccessibleName(self.tr("Undo"))
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo_button.setIconSize(icons.size_of(16))
        self.sort_button = SortButton(self._theme, self)
        self.sort_button.chosen.connect(self._sort_by)
        self.lane_button = LaneButton(self._theme, self)
        self.lane_button.chosen.connect(self.part_by)
        self.heading.add(self.lane_button)
        self.heading.add(self.sort_button)
        self.heading.add(self.undo_button)
        self.new_button = QPushButton(" " + self.tr("New lead"), self)
        self.new_button.setObjectName("primary")
        self.new_button.setAccessibleName(self.tr("New lead"))
        self.new_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.new_button.setIconSize(icons.size_of(16))
        self.new_button.clicked.connect(self.begin_lead)
        self.heading.add(self.new_button)

    def _build(self) -> None:
        self._build_head()
        self._band = TeamBand(self._theme, self)
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self._content = QWidget(self)
        self._content.setObjectName("columns")
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(20, 0, 20, 6)
        inner.setSpacing(6)
        inner.addWidget(self._band)
        inner.addLayout(self._row, 1)
        self.lane_view = LaneView(self.board, self.lanes, self._theme, self._join, self._content)
        self.lane_view.grown.connect(self._take_lists)
        self.lane_view.hide()
        inner.addWidget(self.lane_view, 0)
        self._inner = inner
        self._scroll = QScrollArea(self)
        self._edges = Edges(self._scroll)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left = QWidget(self)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self.heading)
        left.addWidget(self.filters)
        left.addWidget(self._scroll, 1)
        asking = self.moves.asking
        self.beside = Beside(self, self._left, self.pane, self.choice, asking, self.take_focus)
        self.beside.record_asked.connect(self.record_asked)

    def load(self) -> None:
        """Read the board."""
        self.board.reload(behind=not self.isVisible())

    def search(self, query: str) -> None:
        """Show the leads that a query meets."""
        self.board.set_query(query)

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with leads on the board."""
        doing = Hands(
            self.filters.begin,
            self.begin_lead,
            self.remove_chosen,
            partial(self.stage_acts.edit_here, self._stage_here),
            partial(self.stage_acts.add_here, self._stage_here),
        )
        return board_actions.table(doing, self.moves, self.beside)

    def open_record(self, record_id: int) -> None:
        """Choose a card; the filter goes where it hides it."""
        if self.board.stage_of(record_id) is None and self.board.query:
            self._wanted = record_id
            self.show_query("")
        else:
            self.select(record_id)

    def show_view(self, view: View) -> None:
        """Show what a saved view shows, in its order and lanes."""
        order, lanes = view.settings.get("order"), view.settings.get("lanes")
        if order in self.sort_button.titles:
            self.sort_button.put(str(order))
            self._sort_by(str(order))
        if lanes in self.lane_button.titles:
            self.part_by(str(lanes))
        self.show_query(view.query)

    def view_settings(self) -> dict[str, Any]:
        """Return the order and the lanes as a view keeps them."""
        return {"order": self.board.order, "lanes": self.lanes.by}

    def query_in_force(self) -> str:
        """Return the query that the board is narrowed by."""
        return self.board.query

    def show_query(self, query: str) -> None:
        """Narrow the board."""
        self.filters.put(query)
        self.search(query)

    def renew(self) -> None:
        """Say again what depends on the time and the theme."""
        for column in self.columns:
            column.renew()
        self._band.update()
        self.sort_button.renew()
        self.lane_button.renew()
        self.undo_button.setIcon(icons.icon("undo-2", self._theme.colour("text"), 16))
        self.new_button.setIcon(icons.icon("plus", self._theme.colour("on_accent"), 16))

    def take_focus(self) -> None:
        """Put the focus on the chosen card, or on the first one; where there is none yet, it waits for one."""
        found = self.choice.current()
        cards = found[0] if found is not None else next((one for one in self._lists() if one.model().rowCount()), None)
        (self if cards is None else cards).setFocus()

    def stop(self) -> None:
        """End what goes on by itself."""
        self.moves.asking.put_away()
        self.pane.stop()
        self.filters.stop()
        self._minute.stop()
        self.board.ticking.stop()
        self._edges.end()

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        self.filters.take_around(around)
        self.pane.around = around

    # New leads

    def begin_lead(self) -> None:
        """Ask for the name of a new lead in the chosen card's stage, or in the first one."""
        chosen = self.current()
        open_ones = [column for column in self.columns if column.model.stage.kind != "lost"]
        column = chosen[0] if chosen is not None and chosen[0] in open_ones else next(iter(open_ones), None)
        if column is not None:
            column.line.begin()
            self._reveal(column)

    # The chosen cards; actions of the window come here

    def current(self) -> tuple[StageColumn, LeadCard] | None:
        """Return the card that keys act on, with its column."""
        found = self.choice.current()
        if found is None:
            return None
        column = next((one for one in self.columns if one.model.stage.id == found[1].stage_id), None)
        return None if column is None else (column, found[1])

    def move_sideways(self, step: int) -> None:
        """Move the chosen cards into the next stage on or back."""
        self.moves.sideways(step)

    def move_within(self, step: int) -> None:
        """Move the chosen cards up or down within their stages."""
        self.moves.within(step)

    def select(self, lead_id: int) -> None:
        """Choose a card and show it."""
        self._choose((lead_id,))

    def _choose(self, numbers: Sequence[int]) -> None:
        card = self.board.card(numbers[0]) if numbers and self.lanes.by else None
        if card is not None:
            self.lane_view.reveal(self.lanes.key_of(card))
        cards = self.choice.choose(frozenset(numbers))
        if cards is not None:
            self._show_list(cards)

    def _sort_by(self, order: str) -> None:
        chosen = self.choice.cards()
        self.board.set_order(order)
        self._choose([card.id for card in chosen])

    def _open_menu(self, at: QPoint) -> None:
        cards = self.sender()
        if not isinstance(cards, CardList) or self.moves.asking.is_open:
            return
        doing = Doing(
            self.beside.open,
            self.beside.peek,
            self.beside.show_contact,
            self.moves.to_stage,
            self.moves.assign,
            self.moves.copy,
            self.moves.remove,
            self.beside.answer,
        )
        one = len(self.choice.cards()) == 1
        menu = card_menu.menu_of(cards, self.moves.other_stages(), self.moves.members(), doing, one=one)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def remove_chosen(self) -> None:
        """Move the chosen cards to the bin, where keys act on cards."""
        if any(cards.hasFocus() for cards in self.choice.lists):
            self.moves.remove()

    def _stage_here(self) -> StageRow | None:
        """Return the stage in which the focus is, else that of the chosen card, else the first one."""
        focused = QApplication.focusWidget()
        found = next((one for one in self.columns if focused is not None and one.isAncestorOf(focused)), None)
        current = self.current()
        if found is None and current is not None:
            found = current[0]
        if found is None and self.columns:
            found = self.columns[0]
        return None if found is None else found.model.stage

    def panes(self) -> Sequence[QWidget]:
        """Return the board and the pane."""
        return (self._left, self.pane)

    # Inside

    def _fail(self, error: KnownError) -> None:
        if isinstance(error, UsageError) and self.board.query:
            self.filters.complain(error)
        else:
            self.failed.emit(error)

    def _lay_out(self) -> None:
        if [column.model for column in self.columns] != self.board.stages:
            for column in self.columns:
                self._row.removeWidget(column)
                column.deleteLater()
            self.columns = [self._new_column(place) for place in range(len(self.board.stages))]
            self._band.set_stages([model.stage for model in self.board.stages])
            count = len(self.columns)
            self._content.setMinimumWidth(count * NARROWEST + (count - 1) * _GAP + 40)
        self._show_lanes()
        self.filters.complain(None)
        self.renew()
        self._tell_figures()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.select(wanted)
        elif not self.choice.restore() and self.isVisible() and QApplication.focusWidget() in (None, self):
            self.take_focus()

    def _new_column(self, place: int) -> StageColumn:
        model = self.board.stages[place]
        column = StageColumn(model, self._theme, self._content)
        self._row.addWidget(column, 1)
        column.show()  # or it has no place in this turn
        model.figures_changed.connect(self._tell_figures)
        self._making.join(column)
        self.stage_acts.join(column)
        self._join(column.cards)
        return column

    def part_by(self, by: str) -> None:
        """Part the board into lanes, by one of `lanes.KINDS`."""
        chosen = [card.id for card in self.choice.cards()]
        self.lane_button.put(by)
        self.lanes.part_by(by)
        self._show_lanes()
        self._choose(chosen)

    def _show_lanes(self) -> None:
        """Show the cards under their stages, or in the lanes below."""
        on = bool(self.lanes.by)
        for column in self.columns:
            column.cards.setVisible(not on)
        self._inner.setStretch(1, 0 if on else 1)
        self._inner.setStretch(2, 1 if on else 0)
        bar = self.lane_view.verticalScrollBar().sizeHint().width()
        self._row.setContentsMargins(0, 0, bar if on else 0, 0)
        self.lane_view.setVisible(on)
        self._take_lists()

    def _take_lists(self) -> None:
        self.choice.follow(self._lists())

    def _join(self, cards: CardList) -> None:
        """Listen to a list of cards."""
        self.choice.join(cards)
        cards.menu_asked.connect(self._open_menu)
        cards.sideways.connect(self._go_sideways)
        cards.opened.connect(self.beside.open)
        cards.peeked.connect(self.beside.peek)
        cards.dragged_over.connect(self._edges.near)
        cards.drag_ended.connect(self._edges.end)

    def _tell_figures(self) -> None:
        words, (count, total) = self.board.around.words, self.board.open_figures()
        told = self.tr("{count} open · {sum}").format(count=words.number(count), sum=words.totals(total))
        self.heading.tell(told)

    def _lists(self) -> list[CardList]:
        return self.lane_view.lists if self.lanes.by else [column.cards for column in self.columns]

    def _go_sideways(self, step: int, keep: bool) -> None:
        start = self.sender()
        if isinstance(start, CardList):
            cards = self.choice.sideways(start, step, keep=keep)
            if cards is not None:
                self._show_list(cards)

    def _show_list(self, cards: CardList) -> None:
        if self.lanes.by:
            self.lane_view.show_card(cards)
        for column in self.columns:
            if column.model.stage.id == cards.stage_model.stage.id:
                self._reveal(column)

    def _reveal(self, column: StageColumn) -> None:
        # Stages that came in this very turn have no places before they are laid out.
        self._inner.activate()
        self._scroll.ensureWidgetVisible(column, 20, 0)
