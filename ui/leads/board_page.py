"""The board: stages side by side, cards moved by hand or by keys."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
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
from ui.leads import move_menu
from ui.leads.board_model import BoardModel
from ui.leads.column import NARROWEST, StageColumn, TeamBand
from ui.leads.reason import ReasonDialog
from ui.leads.sort_button import SortButton
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
        self._jobs, self._theme = jobs, theme
        self._edge_direction = 0
        self.columns: list[StageColumn] = []
        self._wanted: int | None = None  # a card to be chosen once the board is there
        self.board = BoardModel(jobs, around, self)
        self.board.laid_out.connect(self._lay_out)
        self.board.moved.connect(self._say_moved)
        self.board.shown.connect(self.select)
        self.board.failed.connect(self._fail)
        self.board.reason_needed.connect(self._ask_reason)
        self._build()
        self._edge_timer = QTimer(self, interval=_TICK)
        self._edge_timer.timeout.connect(self._scroll_on)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.renew)
        self._minute.start()
        theme.changed.connect(self.renew)
        self.renew()

    def _build(self) -> None:
        self.heading = Heading(self.title, self)
        self.filters = FilterBar(self._jobs, self._theme, self.around, "lead", self.tr("Filter leads"), self)
        self.filters.asked.connect(self.search)
        self.filters.left.connect(self.take_focus)
        self.query, self.problem = self.filters.field, self.filters.problem
        self.undo_button = QPushButton(" " + self.tr("Undo"), self)
        self.undo_button.setAccessibleName(self.tr("Undo"))
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo_button.setIconSize(icons.size_of(16))
        self.undo_button.clicked.connect(self.undo_asked)
        self.sort_button = SortButton(self._theme, self)
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
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.heading)
        layout.addWidget(self.filters)
        layout.addWidget(self._scroll, 1)

    def load(self) -> None:
        """Read the board."""
        self.board.reload()

    def search(self, query: str) -> None:
        """Show the leads that a query meets."""
        self.board.set_query(query)

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with leads on the board."""
        on, back = self.tr("Move &on a stage"), self.tr("Move &back a stage")
        up, down = self.tr("Move &up"), self.tr("Move &down")
        return (
            Action("leads.filter", "edit", self.tr("&Filter leads"), ("Ctrl+F",), self.filters.begin, place="board"),
            Action("lead.new", "lead", self.tr("&New lead"), ("Ctrl+Shift+N",), self.begin_lead, place="board"),
            Action("lead.on", "lead", on, ("Ctrl+Shift+Right",), partial(self.move_sideways, 1), place="board"),
            Action("lead.back", "lead", back, ("Ctrl+Shift+Left",), partial(self.move_sideways, -1), place="board"),
            Action("lead.up", "lead", up, ("Ctrl+Shift+Up",), partial(self.move_within, -1), place="board"),
            Action("lead.down", "lead", down, ("Ctrl+Shift+Down",), partial(self.move_within, 1), place="board"),
            Action("lead.stage", "lead", self.tr("Move to &stage…"), ("Ctrl+M",), self.choose_stage, place="board"),
        )

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
        self.undo_button.setIcon(icons.icon("undo-2", self._theme.colour("text"), 16))
        self.new_button.setIcon(icons.icon("plus", self._theme.colour("on_accent"), 16))

    def take_focus(self) -> None:
        """Put the focus on the chosen card, or on the first one."""
        chosen = self.current()
        column = chosen[0] if chosen is not None else next((one for one in self.columns if one.model.rowCount()), None)
        if column is not None:
            column.cards.setFocus()

    def stop(self) -> None:
        """End what goes on by itself."""
        self.filters.stop()
        self._minute.stop()
        self._edge_timer.stop()

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        self.filters.take_around(around)

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

    # Moving by keys; actions of the window come here

    def current(self) -> tuple[StageColumn, LeadCard] | None:
        """Return the card that keys act on, with its column."""
        for column in self.columns:
            card = column.cards.current_card()
            if card is not None and column.cards.selectionModel().hasSelection():
                return column, card
        return None

    def move_sideways(self, step: int) -> None:
        """Move the chosen card into the next stage on or back."""
        chosen = self.current()
        if chosen is None:
            return
        column, card = chosen
        place = self.columns.index(column) + (-step if self.isRightToLeft() else step)
        if 0 <= place < len(self.columns):
            target = self.columns[place]
            row = min(column.cards.currentIndex().row(), target.model.rowCount())
            after = target.model.cards[row - 1].id if row else None
            self.board.drop(card.id, target.model.stage.id, after)

    def move_within(self, step: int) -> None:
        """Move the chosen card up or down within its stage."""
        chosen = self.current()
        if chosen is None:
            return
        column, card = chosen
        others = [one for one in column.model.cards if one.id != card.id]
        row = column.cards.currentIndex().row() + step
        if 0 <= row <= len(others):
            self.board.drop(card.id, column.model.stage.id, others[row - 1].id if row else None)

    def _sort_by(self, order: str) -> None:
        chosen = self.current()
        self.board.set_order(order)
        if chosen is not None:
            self.select(chosen[1].id)

    def choose_stage(self) -> None:
        """Let the stage be chosen from a list to which the chosen card goes."""
        chosen = self.current()
        if chosen is not None:
            move_menu.stages_under(chosen[0].head, self._stages_but(chosen[0]), partial(self._to_stage, chosen[1].id))

    def _open_menu(self, column: StageColumn, at: QPoint) -> None:
        card = column.cards.current_card()
        if card is not None:
            menu = move_menu.menu_of(column, self._stages_but(column), partial(self._to_stage, card.id))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def _stages_but(self, column: StageColumn) -> list[StageRow]:
        return [model.stage for model in self.board.stages if model is not column.model]

    def _to_stage(self, lead_id: int, stage_id: int) -> None:
        self.board.drop(lead_id, stage_id, None)

    def select(self, lead_id: int) -> None:
        """Choose a card and show it."""
        model = self.board.stage_of(lead_id)
        for column in self.columns:
            if column.model is model:
                column.cards.make_current(column.model.row_of(lead_id))
                column.cards.setFocus()
                self._scroll.ensureWidgetVisible(column, 20, 0)

    # Inside

    def _fail(self, error: KnownError) -> None:
        if isinstance(error, UsageError) and self.board.query:
            self.filters.complain(error)
        else:
            self.failed.emit(error)

    def _lay_out(self) -> None:
        chosen = self.current()
        if [column.model for column in self.columns] != self.board.stages:
            for column in self.columns:
                self._row.removeWidget(column)
                column.deleteLater()
            self.columns = [self._new_column(place) for place in range(len(self.board.stages))]
            self._band.set_stages([model.stage for model in self.board.stages])
            count = len(self.columns)
            self._content.setMinimumWidth(count * NARROWEST + (count - 1) * _GAP + 40)
        self.filters.complain(None)
        self.renew()
        self._tell_figures()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.select(wanted)
        elif chosen is not None:
            self.select(chosen[1].id)
        elif self.isVisible() and QApplication.focusWidget() in (None, self.undo_button):
            self.take_focus()

    def _new_column(self, place: int) -> StageColumn:
        model = self.board.stages[place]
        column = StageColumn(model, self._theme, self._content)
        self._row.addWidget(column, 1)
        model.figures_changed.connect(self._tell_figures)
        column.cards.menu_asked.connect(partial(self._open_menu, column))
        column.named.connect(partial(self._make, column))
        column.cards.sideways.connect(partial(self._go_sideways, place))
        column.cards.dragged_over.connect(self._near_edge)
        column.cards.drag_ended.connect(self._end_scrolling)
        column.cards.selectionModel().currentChanged.connect(partial(self._chosen_in, place))
        return column

    def _tell_figures(self) -> None:
        models = [model for model in self.board.stages if model.stage.kind not in {"won", "lost"}]
        words = self.board.around.words
        total: dict[str, Decimal] = {}
        for model in models:
            for currency, amount in model.total.items():
                total[currency] = total.get(currency, Decimal(0)) + amount
        count = words.number(sum(model.count for model in models))
        self.heading.tell(self.tr("{count} open · {sum}").format(count=count, sum=words.totals(total)))

    def _chosen_in(self, place: int, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if not current.isValid():
            return
        for other, column in enumerate(self.columns):
            if other != place:
                column.cards.clearSelection()

    def _go_sideways(self, place: int, step: int) -> None:
        row = self.columns[place].cards.currentIndex().row()
        place += step
        while 0 <= place < len(self.columns):
            cards = self.columns[place].cards
            if cards.model().rowCount():
                cards.setFocus()
                cards.make_current(min(max(row, 0), cards.model().rowCount() - 1))
                self._scroll.ensureWidgetVisible(self.columns[place], 20, 0)
                return
            place += step

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

    def _say_moved(self, card: LeadCard, stage: StageRow, change: Change) -> None:
        fields = next(entry.fields for entry in change.entries if entry.kind == "lead")
        model = self.board.stage_of(card.id)
        place, count = (model.row_of(card.id) + 1, model.rowCount()) if model is not None else (0, 0)
        if "stage" in fields:
            sentence = self.tr("{name} moved to {stage}.").format(name=card.name, stage=stage.name)
            self.said.emit(sentence, change)
        where = self.tr("{name} moved to {stage}, position {place} of {count}").format(
            name=card.name, stage=stage.name, place=place, count=count
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, where))

    def _ask_reason(self, card: LeadCard, stage: StageRow, after: int | None) -> None:
        dialog = ReasonDialog(card, stage, self.board.around.context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._move_for_reason, card.id, stage.id, after))
        dialog.open()

    def _move_for_reason(self, lead_id: int, stage_id: int, after: int | None, reason: int, note: str) -> None:
        self.board.move(lead_id, stage_id, after, reason, note or None)
