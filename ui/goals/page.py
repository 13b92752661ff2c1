"""The shared goals of a period: where they stand, who brought what, and how they will end if it goes on so."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import goal_detail, goals
from app.changes import Change
from app.errors import KnownError, NotFoundError
from app.goal_detail import GoalDetail
from app.papers import printed_goals
from app.periods import following, local_day, unit_start
from app.reports.progress import ANSWERED, MANUAL, GoalRow, Progress
from ui import icons, refusals
from ui.actions import Action
from ui.around import Surroundings
from ui.goals.card import GoalCard
from ui.goals.dialog import GoalDialog, next_period
from ui.goals.entry import EntryDialog
from ui.goals.pane import GoalPane
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme
from ui.widgets.heading import Heading
from ui.widgets.scrolling import scrolled

SETTLING = 400
_CHANGING = frozenset({"goal", "lead", "task", "activity", "import", "workspace", "stage"})
_DAY = timedelta(days=1)
_MOST_BEHIND = 1500
ROOM_FOR_BOTH = 1000


class GoalsPage(Page):
    """The page with the goals."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("goals", QCoreApplication.translate("GoalsPage", "Goals"), "target", around, parent)
        self._jobs, self._theme = jobs, theme
        self.cards: list[GoalCard] = []
        self._chosen: int | None = None  # the goal that is shown closely
        self._dialog: GoalDialog | None = None
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self.heading = Heading(self.title, self)
        self.period = QComboBox(self)
        self.period.setAccessibleName(self.tr("Period"))
        for title, shift in (
            (self.tr("This quarter"), 0),
            (self.tr("Next quarter"), 1),
            (self.tr("Last quarter"), -1),
            (self.tr("Always"), None),
        ):
            self.period.addItem(title, shift)
        self.period.currentIndexChanged.connect(self.load)
        self.new_button = QPushButton(self.tr("New goal"), self)
        self.new_button.setObjectName("primary")
        self.new_button.clicked.connect(self.new_goal)
        self.print_button = QPushButton(" " + self.tr("Print"), self)
        self.print_button.setAccessibleName(self.tr("Print"))
        self.print_button.setIconSize(icons.size_of(16))
        self.print_button.clicked.connect(self.print_goals)
        self.heading.add(self.period)
        self.heading.add(self.print_button)
        self.heading.add(self.new_button)
        self._build()
        jobs.changed.connect(self._changed)
        theme.changed.connect(self._draw)
        self._draw()

    def _build(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("columns")
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(20, 0, 20, 20)
        self._rows.setSpacing(14)
        self.nothing = QLabel(inner)
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setText(
            self.tr("No goal in this period. A shared goal says how much, until when, and what each team brings.")
        )
        self._rows.addWidget(self.nothing)
        self._rows.addStretch(1)
        self._inner = inner
        self._listed = QWidget(self)
        left = QVBoxLayout(self._listed)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(self.heading)
        left.addWidget(scrolled(inner, self), 1)
        self.pane = GoalPane(self._theme, self)
        self.pane.hide()
        self._listen()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._listed, 1)
        layout.addWidget(self.pane)

    def _listen(self) -> None:
        pane = self.pane
        pane.closed.connect(self.close_pane)
        pane.lead_asked.connect(partial(self.record_asked.emit, "lead"))
        pane.edit_asked.connect(partial(self._do, lambda goal: self._ask(goal, goal.starts, goal.ends)))
        pane.entry_asked.connect(partial(self._do, self._ask_entry))
        pane.copy_asked.connect(partial(self._do, self._copy))
        pane.list_asked.connect(partial(self._do, self._show_behind))

    def _do(self, act: Callable[[GoalRow], object]) -> None:
        """Do something with the goal that is shown closely."""
        if self.pane.detail is not None:
            act(self.pane.detail.progress.goal)

    def _draw(self) -> None:
        self.print_button.setIcon(icons.icon("printer", self._theme.colour("text"), 16))

    def load(self) -> None:
        """Measure the goals of the period."""
        self._again.stop()
        first, last = self._period()
        self._jobs.read(goals.goals, first, last, done=self._take, failed=self.failed.emit, key="goals.page")
        self._read_closely()

    def panes(self) -> Sequence[QWidget]:
        """Return the goals, and the one that is shown closely."""
        return self._listed, self.pane

    def open_goal(self, goal_id: int) -> None:
        """Show a goal closely, beside the others."""
        self._chosen = goal_id
        self._read_closely()
        self._tell_chosen()

    def close_pane(self) -> None:
        """Show no goal closely; the focus goes back to where it came from."""
        chosen, self._chosen = self._chosen, None
        self.pane.hide()
        self._arrange()
        self._tell_chosen()
        card = next((one for one in self.cards if one.goal.id == chosen), None)
        (self.new_button if card is None else card.look).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pane beside the goals, or over them where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        both = self.width() >= ROOM_FOR_BOTH
        self._listed.setVisible(both or self.pane.isHidden())
        self.pane.fit(beside=both)

    def _read_closely(self) -> None:
        if self._chosen is not None:
            done, failed = self._show_closely, self._not_there
            self._jobs.read(goal_detail.detail, self._chosen, done=done, failed=failed, key="goals.detail")

    def _show_closely(self, found: GoalDetail) -> None:
        if found.progress.goal.id != self._chosen:
            return
        came = self.pane.isHidden()
        self.pane.show_detail(found, self.around)
        self.pane.show()
        self._arrange()
        if came:
            self.pane.close_button.setFocus()

    def _not_there(self, error: KnownError) -> None:
        self.close_pane()
        if not isinstance(error, NotFoundError):  # whoever removed it was told
            self.failed.emit(error)

    def _tell_chosen(self) -> None:
        for card in self.cards:
            card.choose(chosen=card.goal.id == self._chosen)

    def take_focus(self) -> None:
        """Put the focus on the first goal's button."""
        (self.cards[0].more if self.cards else self.new_button).setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with goals."""
        return (
            Action("goals.new", "meeting", self.tr("New &goal"), ("Ctrl+Shift+N",), self.new_goal, place="goals"),
            Action("goals.print", "meeting", self.tr("Pr&int goals…"), ("Ctrl+P",), self.print_goals, place="goals"),
            Action("goals.pdf", "meeting", self.tr("Save goals as P&DF…"), ("Ctrl+S",), self.save_goals, place="goals"),
        )

    def stop(self) -> None:
        """End what goes on by itself."""
        self._again.stop()

    def new_goal(self) -> None:
        """Ask for a new goal."""
        first, last = self._period()
        today = self._today()
        start = first or unit_start(today, "quarter")
        self._ask(None, start, last or following(start, "quarter") - _DAY)

    def print_goals(self) -> None:
        """Show the goals of the period as they will be on paper."""
        self._preview(save=False)

    def save_goals(self) -> None:
        """Save the goals of the period as a PDF."""
        self._preview(save=True)

    def _preview(self, *, save: bool) -> None:
        from ui.printing.preview import PrintPreview, Wanted  # noqa: PLC0415 - Qt's part for PDF is loaded when wanted

        wanted = Wanted(
            kind="goals",
            heading=self.tr("Print goals"),
            title=f"{self.title} {self.period.currentText()}",
            make=printed_goals,
            args=self._period(),
            parts=(("tiles", self.tr("Figures on top"), True),),
            language=self.around.words.language,
        )
        dialog = PrintPreview(self._jobs, wanted, self.window(), save=save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _today(self) -> date:
        return local_day(self.around.now, self.around.context.zone)

    def _period(self) -> tuple[date | None, date | None]:
        shift = self.period.currentData()
        if shift is None:
            return None, None
        start = unit_start(self._today(), "quarter")
        if shift < 0:
            start = unit_start(start - _DAY, "quarter")
        elif shift > 0:
            start = following(start, "quarter")
        return start, following(start, "quarter") - _DAY

    def _take(self, found: Sequence[Progress]) -> None:
        held = next(((one.goal.id, one.focused() is one.more) for one in self.cards if one.focused() is not None), None)
        for card in self.cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [GoalCard(one, self.around, self._theme, self._inner) for one in found]
        for place, card in enumerate(self.cards):
            card.more.clicked.connect(partial(self._open_menu, card))
            card.opened.connect(partial(self.open_goal, card.goal.id))
            self._rows.insertWidget(place, card)
            if held is not None and held[0] == card.goal.id:
                card.show()
                (card.more if held[1] else card.look).setFocus()
        self._tell_chosen()
        self.nothing.setVisible(not found)
        self.heading.tell(self._standing(found))

    def _standing(self, found: Sequence[Progress]) -> str:
        """Return how many goals stand how, in words."""
        well = sum(one.state in {"ahead", "met"} for one in found)
        on = sum(one.state == "on_pace" for one in found)
        short = sum(one.state == "behind" and one.goal.metric == ANSWERED for one in found)
        behind = sum(one.state in {"behind", "missed"} for one in found) - short
        told = (
            (well, self.tr("%n ahead or met", None, well)),
            (on, self.tr("%n on pace", None, on)),
            (behind, self.tr("%n behind", None, behind)),
            (short, self.tr("%n short of a promise", None, short)),
        )
        return " · ".join(words for count, words in told if count)

    def _open_menu(self, card: GoalCard) -> None:
        goal = card.goal
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Show closely")).triggered.connect(partial(self.open_goal, goal.id))
        menu.addAction(self.tr("Change…")).triggered.connect(partial(self._ask, goal, goal.starts, goal.ends))
        if goal.metric == MANUAL:
            menu.addAction(self.tr("Enter amounts…")).triggered.connect(partial(self._ask_entry, goal))
        else:
            menu.addAction(self.tr("Show the leads behind it")).triggered.connect(partial(self._show_behind, goal))
        menu.addAction(self.tr("Copy to the next period")).triggered.connect(partial(self._copy, goal))
        menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(partial(self._remove, goal))
        menu.popup(card.more.mapToGlobal(card.more.rect().bottomLeft()))

    def _ask(self, goal: GoalRow | None, first: date, last: date) -> None:
        self._dialog = GoalDialog(goal, first, last, self.window())
        self._dialog.chosen.connect(partial(self._save, self._dialog))
        self._dialog.finished.connect(self._dialog.deleteLater)
        self._dialog.open()

    def _save(self, dialog: GoalDialog, values: dict[str, Any]) -> None:
        done = partial(self._saved, dialog)
        failed = partial(self._not_saved, dialog)
        goal = dialog.goal
        if goal is None:
            self._jobs.write(goals.create, values, done=done, failed=failed)
            return
        base = {name: getattr(goal, name) for name in values}
        changed = {name: value for name, value in values.items() if value != base[name]}
        if changed:
            shown = {name: base[name] for name in changed}
            self._jobs.write(goals.edit, goal.id, changed, shown, done=done, failed=failed)
        else:
            dialog.accept()

    def _saved(self, dialog: GoalDialog, change: Change) -> None:
        dialog.accept()
        self.said.emit(self.tr("The goal is saved."), change)

    def _not_saved(self, dialog: GoalDialog, error: KnownError) -> None:
        dialog.complain(refusals.said(error))

    def _ask_entry(self, goal: GoalRow) -> None:
        dialog = EntryDialog(goal, self._today(), self.window())
        dialog.chosen.connect(partial(self._enter, goal))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _enter(self, goal: GoalRow, day: date, marketing: Decimal, sales: Decimal) -> None:
        done = partial(self._done, self.tr("Written down."))
        self._jobs.write(goals.enter, goal.id, day, marketing, sales, done=done, failed=self.failed.emit)

    def _copy(self, goal: GoalRow) -> None:
        done = partial(self._done, self.tr("“{goal}” is in the next period, too.").format(goal=goal.name[:80]))
        self._jobs.write(goals.create, next_period(goal), done=done, failed=self.failed.emit)

    def _remove(self, goal: GoalRow) -> None:
        done = partial(self._done, self.tr("“{goal}” was removed.").format(goal=goal.name[:80]))
        self._jobs.write(goals.remove, goal.id, done=done, failed=self.failed.emit)

    def _done(self, sentence: str, change: Change) -> None:
        self.said.emit(sentence, change)

    def _show_behind(self, goal: GoalRow) -> None:
        self._jobs.read(goals.behind, goal.id, done=self._show_leads, failed=self.failed.emit, key="goals.behind")

    def _show_leads(self, ids: Sequence[int]) -> None:
        # No lead has the number 0: of none, none are shown.
        self.list_asked.emit("lead", f"id:{','.join(map(str, ids[:_MOST_BEHIND] or [0]))}")

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _CHANGING & change.ids.keys():
            self._again.start()
