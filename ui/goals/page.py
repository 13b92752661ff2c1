"""The shared goals of a period: where they stand, who brought what, and how they will end if it goes on so."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_UP, Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import goals
from app.changes import Change
from app.errors import KnownError
from app.papers import printed_goals
from app.periods import following, local_day, unit_start
from app.reports.progress import ANSWERED, MANUAL, GoalRow, Progress
from ui import icons, refusals
from ui.actions import Action
from ui.around import Surroundings
from ui.goals.dialog import GoalDialog, next_period
from ui.goals.entry import EntryDialog
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme, font
from ui.widgets.charts import SparkBars
from ui.widgets.goal_bar import GoalBar
from ui.widgets.goal_words import GoalWords, face_of, metric_name
from ui.widgets.heading import Heading
from ui.widgets.scrolling import scrolled
from ui.widgets.tinted import tint

SETTLING = 400
_CHANGING = frozenset({"goal", "lead", "task", "activity", "import", "workspace", "stage"})
_DAY = timedelta(days=1)
_MOST_BEHIND = 1500
_WEEK = 5  # working days


class GoalCard(QFrame):
    """One goal with its forecast, its weeks, and the button for what can be done with it."""

    def __init__(self, one: Progress, around: Surroundings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.goal = one.goal
        self.bar = GoalBar(theme, face_of(one, around.words), self)
        self.more = QPushButton(self)
        self.more.setObjectName("flat")
        tint(self.more, theme, "ellipsis", "muted", 18)
        self.more.setFixedSize(34, 30)
        self.more.setAccessibleName(self.tr("What can be done with {goal}").format(goal=one.goal.name[:100]))
        self.more.setToolTip(self.more.accessibleName())
        forecast = self._label(self._forecast(one, around), "text")
        counted = self._label(self._counted(one, around), "faint")
        counted.setFont(font(11))
        self.weeks = SparkBars(theme, self.tr("The last weeks"), self)
        amounts = [part.amount(one.goal.metric) or Decimal(0) for _, part in one.weeks]
        highest = max(amounts, default=Decimal(0)) or Decimal(1)
        said = GoalWords(around.words, one)
        spoken = ", ".join(said.amount(amount) for amount in amounts)
        self.weeks.show_heights([float(amount / highest) for amount in amounts], spoken)
        self.weeks.setToolTip(self.tr("By week: {amounts}").format(amounts=spoken))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(forecast)
        words.addWidget(counted)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addLayout(words, 1)
        foot.addWidget(self.weeks)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.bar, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 12, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addLayout(foot)

    def _label(self, words: str, name: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setVisible(bool(words))
        return label

    def _forecast(self, one: Progress, around: Surroundings) -> str:
        said = GoalWords(around.words, one)
        parts = []
        if one.projected is not None and one.state not in {"met", "missed", "not_started"}:
            parts.append(self.tr("If it goes on like this: {amount}").format(amount=said.amount(one.projected)))
        left = one.days - one.gone
        missing = one.goal.target - (one.actual or Decimal(0))
        if one.goal.metric != ANSWERED and left > 0 and missing > 0 and one.state != "not_started":
            rate = (missing / left * _WEEK).to_integral_value(ROUND_UP)
            parts.append(self.tr("{amount} needed each week").format(amount=said.amount(rate)))
            if one.gone > 0 and one.actual is not None:
                so_far = said.amount((one.actual / one.gone * _WEEK).quantize(Decimal(1)))
                parts.append(self.tr("so far {amount}").format(amount=so_far))
        if left > 0 and one.state != "not_started":
            parts.append(self.tr("%n working days left", None, left))
        return " · ".join(parts)

    def _counted(self, one: Progress, around: Surroundings) -> str:
        goal, paper = one.goal, around.words.paper
        year = around.now.year
        days = self.tr("{first} to {last}").format(
            first=paper.day_short(goal.starts, year), last=paper.day_short(goal.ends, year)
        )
        hours = self.tr("within %n hours", None, goal.hours) if goal.metric == ANSWERED and goal.hours else ""
        return " · ".join(part for part in (metric_name(goal.metric), hours, goal.query, days) if part)


class GoalsPage(Page):
    """The page with the goals."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("goals", QCoreApplication.translate("GoalsPage", "Goals"), "target", around, parent)
        self._jobs, self._theme = jobs, theme
        self.cards: list[GoalCard] = []
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
        scroll = scrolled(inner, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.heading)
        layout.addWidget(scroll, 1)
        jobs.changed.connect(self._changed)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.print_button.setIcon(icons.icon("printer", self._theme.colour("text"), 16))

    def load(self) -> None:
        """Measure the goals of the period."""
        self._again.stop()
        first, last = self._period()
        self._jobs.read(goals.goals, first, last, done=self._take, failed=self.failed.emit, key="goals.page")

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
        for card in self.cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [GoalCard(one, self.around, self._theme, self._inner) for one in found]
        for place, card in enumerate(self.cards):
            card.more.clicked.connect(partial(self._open_menu, card))
            self._rows.insertWidget(place, card)
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
