"""What the teams owe each other: the promises, the blind vote, and what bad leads cost."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.agreement import costs, fixing, ledger, meter
from app.agreement.costs import Costs
from app.agreement.ledger import Ledger
from app.agreement.plain import in_words
from app.changes import Change
from app.context import Context
from app.periods import unit_start
from app.wording import Wording
from ui.actions import Action
from ui.agreement.costs_pane import CostsPane
from ui.agreement.ledger_pane import LedgerPane
from ui.agreement.meter_pane import NO_KEYS, YES_KEYS, MeterPane
from ui.agreement.tabs import AgreementTabs
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.next_agenda import NextAgenda
from ui.page import Page
from ui.reports.behind import ids_query
from ui.theme import Theme
from ui.widgets.as_of import AsOf, PastBar
from ui.widgets.heading import Heading

SETTLING = 800
_CHANGING = frozenset(
    {"lead", "activity", "handoff", "forgiveness", "absence", "agreement", "promise", "poll", "workspace", "import"}
)
_DAY = timedelta(days=1)
_MOST = 1500
AGENDA_KEYS = "Ctrl+Shift+G"
AS_OF_KEYS, NOW_KEYS = "Ctrl+Shift+P", "Ctrl+Shift+W"
TABS = ("promises", "votes", "costs")


class PromisesPage(Page):
    """The page with the ledger, the meter and the cost of bad leads; its tabs are those of the agreement's page."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("PromisesPage", "Promises")
        super().__init__("promises", title, "scale", around, parent)
        self.home = "agreement"
        self._jobs = jobs
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self.heading = Heading(self.title, self)
        self.next = NextAgenda(jobs, self, self._topic)
        self.agenda_button = self.next.button(theme, self)
        self.as_of, self.past = AsOf(around, self), PastBar(theme, self)
        self.ledger, self.meter, self.costs = LedgerPane(theme, self), MeterPane(theme, self), CostsPane(theme, self)
        self.tabs = AgreementTabs(jobs, self.place, self)
        self.period = QComboBox(self)
        self.period.setAccessibleName(self.tr("Period"))
        for value, words in (
            ("month", self.tr("This month")),
            ("last-month", self.tr("Last month")),
            ("quarter", self.tr("This quarter")),
            ("last-quarter", self.tr("Last quarter")),
            ("year", self.tr("This year")),
        ):
            self.period.addItem(words, value)
        self._stack = QStackedWidget(self)
        for pane in (self.ledger, self.meter, self.costs):
            self._stack.addWidget(pane)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        for widget in (self.period, self.as_of, self.agenda_button):
            self.heading.add(widget)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addLayout(row)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 0, 20, 0)
        bar.addWidget(self.past)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self.tabs.turned.connect(self._turn)
        self.tabs.elsewhere.connect(self.turned_to)
        self.period.currentIndexChanged.connect(self.load)
        self.as_of.changed.connect(self.load)
        for pane in (self.ledger, self.costs):
            pane.leads_asked.connect(self._list)
        for one in (self.ledger, self.meter, self.costs):
            one.lead_asked.connect(self._open)
        self.costs.remedy_asked.connect(self._find_remedy)
        self.costs.remedy.wanted.connect(self._propose)
        self.costs.remedy.draft_asked.connect(lambda: self.turned_to.emit("agreement/agreement"))
        self.meter.voted.connect(self._vote)
        self.meter.skipped.connect(self._skip)
        self._jobs.changed.connect(self._changed)

    # What every page has

    @property
    def tab(self) -> str:
        """The tab in sight."""
        return self.tabs.tab

    def show_tab(self, name: str) -> None:
        """Show the ledger, the vote or the costs."""
        self.tabs.show_tab(name)
        self._turn(name)

    def load(self) -> None:
        """Read what the tab in sight shows."""
        self._again.stop()
        self.as_of.follow(self.around)
        self.tabs.is_past = self._is_past
        self.tabs.load()
        self.agenda_button.setEnabled(not self._is_past)
        self.acts_changed.emit()
        if not self._is_past:
            self.past.tell("")
        first, last = self._days()
        if self.tab == "votes":
            self._draw_votes()
        elif self.tab == "costs":
            self._read(costs.costs, first, last, self.as_of.moment, done=self._take_costs)
        else:
            self._read(ledger.ledger, first, last, self.as_of.moment, done=self._take_ledger)

    def _read(self, service: Callable[..., Any], *given: Any, done: Callable[[Any], None]) -> None:
        self._jobs.read(service, *given, done=done, failed=self.failed.emit, key="promises.page")

    def take_focus(self) -> None:
        """Put the focus on the tabs."""
        self.tabs.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done here."""

        def show(tab: int) -> Callable[[], None]:
            return lambda: self.turned_to.emit(f"{self.place}/{TABS[tab]}")

        place = "promises"
        agenda = self.tr("Put on the next a&genda")
        past, now = self.tr("As &of a past day…"), self.tr("&Back to now")
        yes, no = self.tr("It is a &lead"), self.tr("It is &no lead yet")
        return (
            Action("promises.ledger", "go", self.tr("&Promises of both teams"), (), show(0), rule=True),
            Action("promises.votes", "go", self.tr("&Lead or not?"), (), show(1)),
            Action("promises.costs", "go", self.tr("&Cost of bad leads"), (), show(2)),
            Action("promises.as_of", "view", past, (AS_OF_KEYS,), self.ask_day, place=place, rule=True),
            Action(
                "promises.now", "view", now, (NOW_KEYS,), self.as_of.go_to_now, place=place, when=lambda: self._is_past
            ),
            Action(
                "promises.agenda",
                "edit",
                agenda,
                (AGENDA_KEYS,),
                self.next.put,
                place=place,
                rule=True,
                when=lambda: not self._is_past,
            ),
            Action("promises.yes", "edit", yes, (YES_KEYS,), lambda: self._say(is_lead=True), place=place),
            Action("promises.no", "edit", no, (NO_KEYS,), lambda: self._say(is_lead=False), place=place),
        )

    def panes(self) -> Sequence[QWidget]:
        """Return the tabs and the pane in sight."""
        return self.tabs, (self.ledger, self.meter, self.costs)[self._stack.currentIndex()]

    def stop(self) -> None:
        """End what goes on by itself."""
        self._again.stop()

    # Showing

    @property
    def _is_past(self) -> bool:
        """Whether the tab in sight shows the past; the vote knows the present alone."""
        return self.as_of.is_past and self.tab != "votes"

    def ask_day(self) -> None:
        """Let the day be typed as of which promises or costs are shown."""
        if self.tab == "votes":
            self.turned_to.emit(f"{self.place}/promises")
        self.as_of.begin()

    def _days(self) -> tuple[date, date]:
        today = self.as_of.day
        name = self.period.currentData()
        unit = name.removeprefix("last-")
        start = unit_start(today, unit)
        if name == unit:
            return start, today
        return unit_start(start - _DAY, unit), start - _DAY

    def _turn(self, name: str) -> None:
        self._stack.setCurrentIndex(TABS.index(name))
        self.heading.title.setText(self.tabs.title(name))
        for widget in (self.period, self.as_of):
            widget.setVisible(name != "votes")
        self.load()

    def _take_ledger(self, found: Ledger) -> None:
        paper = self.around.words.paper
        days = paper.days(found.first_day, found.last_day)
        if found.is_past:
            self.heading.tell("")
            said = self.tr("As of the end of {day}: agreement version {n}, {days}.")
            if found.version is None:
                said = self.tr("As of the end of {day}: no agreement was in force.")
            self._tell_past(said, days, n=found.version)
        elif found.version is None:
            self.heading.tell("")
        else:
            self.heading.tell(
                self.tr("What each team owes the other · agreement version {n} · {days}").format(
                    n=found.version, days=days
                )
            )
        self.ledger.show_ledger(found, self.around)

    def _tell_past(self, said: str, days: str, **more: Any) -> None:
        """Say in the bar what is looked at; an answer that comes when all is present again says nothing."""
        if self._is_past:
            day = self.around.words.paper.day_long(self.as_of.day)
            self.past.tell(
                self.tr("{what} It can be looked at, not changed.").format(what=said.format(day=day, days=days, **more))
            )

    def _find_remedy(self, leads: Sequence[int], source: str | None) -> None:
        # Leads without a source are none that a clause could name; and the past is no draft.
        if source == "" or self._is_past:
            return
        show = partial(self.costs.remedy.show_remedy, source=source, around=self.around)
        self._jobs.read(fixing.remedy, leads, source, done=show, failed=self.failed.emit, key="promises.remedy")

    def _propose(self, query: str) -> None:
        self._jobs.write(fixing.propose, query, done=self._proposed, failed=self.failed.emit)

    def _proposed(self, change: Change) -> None:
        self.costs.remedy.show_done()
        if change.entries:
            self.said.emit(self.tr("Added to the draft of the agreement."), change)

    def _take_costs(self, found: Costs) -> None:
        first, last = self._days()
        days = self.around.words.paper.days(first, last)
        self.heading.tell(self.tr("Handoffs answered {days} · minutes as logged by sales").format(days=days))
        self._tell_past(self.tr("As of the end of {day}: handoffs answered {days}."), days)
        self.costs.show_costs(found, self.around)

    def _draw_votes(self) -> None:
        self.heading.tell(self.tr("Five leads a week, judged blind by one person from each team"))
        if self._jobs.workspace.read_only:
            self._read(meter.board, done=self._take_votes)
        else:
            self._jobs.write(meter.draw, done=lambda _: self._read(meter.board, done=self._take_votes))

    def _take_votes(self, found: tuple[Any, Any]) -> None:
        cards, made = found
        if self.tab == "votes":
            self.meter.show_meter(cards, made, clauses_of(self.around.context, self.around.words.paper), self.around)

    # Doing

    def _topic(self) -> str:
        """Return what the tab in sight gives to talk about, in words for an agenda."""
        if self.tab == "votes":
            return self.tr("Lead or not? Where the teams see leads differently")
        if self.tab == "costs":
            named = self.costs.named()
            return (
                self.tr("What bad leads cost: {what}").format(what=named) if named else self.tr("What bad leads cost")
            )
        made = self.ledger.ledger
        late = 0 if made is None else sum(side.late for side in made.sides)
        return self.tr("Promises of both teams: {n} late").format(n=self.around.words.number(late))

    def _say(self, *, is_lead: bool) -> None:
        if self.tab == "votes":
            self.meter.box.vote(is_lead=is_lead)

    def _vote(self, poll: int, is_lead: bool, clause: str) -> None:
        self._jobs.write(
            meter.vote, poll, is_lead=is_lead, clause=clause or None, done=self._after, failed=self._failed
        )

    def _skip(self, poll: int) -> None:
        self._jobs.write(meter.skip, poll, done=self._after, failed=self._failed)

    def _after(self, change: Change) -> None:
        del change
        self.load()

    def _failed(self, error: Any) -> None:
        self.failed.emit(error)
        self.load()

    def _list(self, ids: Sequence[int]) -> None:
        if ids:
            self.list_asked.emit("lead", ids_query(tuple(ids), _MOST))

    def _open(self, lead_id: int) -> None:
        self.record_asked.emit("lead", lead_id)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _CHANGING & change.ids.keys():
            self._again.start()


def clauses_of(context: Context, words: Wording) -> Mapping[str, str]:
    """Return the clauses of what an MQL is, in words by their keys."""
    terms = context.agreement
    return {} if terms is None else {one.key: in_words(one.said, words) for one in terms.definition("mql")}
