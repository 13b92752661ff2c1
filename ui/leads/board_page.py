"""The board: stages side by side, cards moved by hand or by keys."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import leads
from app.changes import Change
from app.context import StageRow
from app.errors import KnownError, UsageError
from app.lead_cards import LeadCard
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
from ui.leads.moves import Moves
from ui.leads.pane import LeadPane
from ui.leads.sort_button import SortButton
from ui.leads.stage_acts import StageActs
from ui.page import Page
from ui.theme import Theme
from ui.widgets.filter_bar import FilterBar
from ui.widgets.heading import Heading

_EDGE = 56
_STEP = 22
_TICK = 30
_MINUTE = 60_000
_GAP = 8


class BoardPage(Page):
    """The page with the board."""

    undo_asked = Signal()

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("board", QCoreApplication.translate("BoardPage", "Board"), "square-kanban", around, parent)
        self.kind = "lead"
        self._jobs, self.theme = jobs, theme
        self._edge_direction = 0
        self.columns: list[StageColumn] = []
        self._wanted: int | None = None  # a card to be chosen once the board is there
        self.board = BoardModel(jobs, around, self)
        self.board.laid_out.connect(self._lay_out)
        self.board.shown.connect(self._choose)
        self.board.failed.connect(self._fail)
        self.choice = Choice(self)
        self.moves = Moves(jobs, self.board, self.choice, theme, self)
        self.stage_acts = StageActs(jobs, self.board, theme, self)
        self.pane = LeadPane(jobs, theme, around, self)
        for part in (self.moves, self.stage_acts, self.pane):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        self.moves.asking_about.connect(self._show_list)
        self._build()
        self._edge_timer = QTimer(self, interval=_TICK)
        self._edge_timer.timeout.connect(self._scroll_on)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.renew)
        self._minute.start()
        theme.changed.connect(self.renew)
        self.renew()

    def _build_head(self) -> None:
        self.heading = Heading(self.title, self)
        self.filters = FilterBar(self._jobs, self.theme, self.around, "lead", self.tr("Filter leads"), self)
        self.filters.asked.connect(self.search)
        self.filters.left.connect(self.take_focus)
        self.query, self.problem = self.filters.field, self.filters.problem
        self.undo_button = QPushButton(" " + self.tr("Undo"), self)
        self.undo_button.setAccessibleName(self.tr("Undo"))
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo_button.setIconSize(icons.size_of(16))
        self.undo_button.clicked.connect(self.undo_asked)
        self.sort_button = SortButton(self.theme, self)
        self.sort_button.chosen.connect(self._sort_by)
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
        self._band = TeamBand(self.theme, self)
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self._content = QWidget(self)
        self._content.setObjectName("columns")
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(20, 0, 20, 6)
        inner.setSpacing(6)
        inner.addWidget(self._band)
        inner.addLayout(self._row, 1)
        self._scroll = QScrollArea(self)
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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._left, 1)
        layout.addWidget(self.pane)
        asking = self.moves.asking
        self.beside = Beside(self, self._left, self.pane, self.choice, asking, self.take_focus)
        self.beside.record_asked.connect(self.record_asked)

    def load(self) -> None:
        """Read the board."""
        self.board.reload()

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
        self.undo_button.setIcon(icons.icon("undo-2", self.theme.colour("text"), 16))
        self.new_button.setIcon(icons.icon("plus", self.theme.colour("on_accent"), 16))

    def take_focus(self) -> None:
        """Put the focus on the chosen card, or on the first one."""
        found = self.choice.current()
        cards = found[0] if found is not None else next((one for one in self._lists() if one.model().rowCount()), None)
        if cards is not None:
            cards.setFocus()

    def stop(self) -> None:
        """End what goes on by itself."""
        self.moves.asking.put_away()
        self.pane.stop()
        self.filters.stop()
        self._minute.stop()
        self._edge_timer.stop()

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
            self._scroll.ensureWidgetVisible(column, 20, 0)

    def _make(self, column: StageColumn, name: str) -> None:
        stage = column.model.stage
        self._jobs.write(
            leads.create,
            {"name": name},
            stage.id,
            done=partial(self._made, name, stage),
            failed=partial(self._not_made, stage.id, name),
        )

    def _made(self, name: str, stage: StageRow, change: Change) -> None:
        self.said.emit(self.tr("{name} added to {stage}.").format(name=name, stage=stage.name), change)

    def _not_made(self, stage_id: int, name: str, error: KnownError) -> None:
        for column in self.columns:
            if column.model.stage.id == stage_id:
                column.line.bring_back(name)
        self.failed.emit(error)

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
        chosen = [card.id for card in self.choice.cards()]
        focused = any(cards.hasFocus() for cards in self.choice.lists)
        if [column.model for column in self.columns] != self.board.stages:
            for column in self.columns:
                self._row.removeWidget(column)
                column.deleteLater()
            self.columns = [self._new_column(place) for place in range(len(self.board.stages))]
            self._band.set_stages([model.stage for model in self.board.stages])
            count = len(self.columns)
            self._content.setMinimumWidth(count * NARROWEST + (count - 1) * _GAP + 40)
        self.choice.follow(self._lists())
        self.filters.complain(None)
        self.renew()
        self._tell_figures()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.select(wanted)
        elif chosen:
            self.choice.choose(frozenset(chosen), focus=focused or QApplication.focusWidget() is None)
        elif self.isVisible() and QApplication.focusWidget() in (None, self.undo_button):
            self.take_focus()

    def _new_column(self, place: int) -> StageColumn:
        model = self.board.stages[place]
        column = StageColumn(model, self.theme, self._content)
        self._row.addWidget(column, 1)
        model.figures_changed.connect(self._tell_figures)
        column.named.connect(partial(self._make, column))
        self.stage_acts.join(column)
        self._join(column.cards)
        return column

    def _join(self, cards: CardList) -> None:
        """Listen to a list of cards."""
        self.choice.join(cards)
        cards.menu_asked.connect(self._open_menu)
        cards.sideways.connect(self._go_sideways)
        cards.opened.connect(self.beside.open)
        cards.peeked.connect(self.beside.peek)
        cards.dragged_over.connect(self._near_edge)
        cards.drag_ended.connect(self._end_scrolling)

    def _tell_figures(self) -> None:
        models = [model for model in self.board.stages if model.stage.kind not in {"won", "lost"}]
        words = self.board.around.words
        total: dict[str, Decimal] = {}
        for model in models:
            for currency, amount in model.total.items():
                total[currency] = total.get(currency, Decimal(0)) + amount
        count = words.number(sum(model.count for model in models))
        self.heading.tell(self.tr("{count} open · {sum}").format(count=count, sum=words.totals(total)))

    def _lists(self) -> list[CardList]:
        return [column.cards for column in self.columns]

    def _go_sideways(self, step: int, keep: bool) -> None:
        start = self.sender()
        if isinstance(start, CardList):
            cards = self.choice.sideways(start, self._lists(), step, keep=keep)
            if cards is not None:
                self._show_list(cards)

    def _show_list(self, cards: CardList) -> None:
        for column in self.columns:
            if column.model.stage.id == cards.stage_model.stage.id:
                self._scroll.ensureWidgetVisible(column, 20, 0)

    def _near_edge(self, position: QPoint) -> None:
        x = self._scroll.viewport().mapFromGlobal(position).x()
        width = self._scroll.viewport().width()
        self._edge_direction = -1 if x < _EDGE else 1 if x > width - _EDGE else 0
        if self._edge_direction and not self._edge_timer.isActive():
            self._edge_timer.start()

    def _scroll_on(self) -> None:
        bar = self._scroll.horizontalScrollBar()
        x = self._scroll.viewport().mapFromGlobal(self.cursor().pos()).x()
        if not self._edge_direction or _EDGE <= x <= self._scroll.viewport().width() - _EDGE:
            self._end_scrolling()
            return
        bar.setValue(bar.value() + self._edge_direction * _STEP)

    def _end_scrolling(self) -> None:
        self._edge_direction = 0
        self._edge_timer.stop()
