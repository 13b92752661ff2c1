"""The tabs over the agreement and what is owed under it: one row for two pages, so that they are one place."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from app.agreement.glance import Glance, glance
from app.errors import KnownError
from ui.jobs import Jobs

TABS = ("agreement", "promises", "votes", "costs", "history")
HOMES = {"agreement": "agreement", "history": "agreement", "promises": "promises", "votes": "promises"}
HOMES |= {"costs": "promises"}
"""On which page each tab stands."""


class AgreementTabs(QTabBar):
    """The tabs. `turned` asks for a tab of this page, `elsewhere` for one of the other as "place/tab"."""

    turned = Signal(str)
    elsewhere = Signal(str)

    def __init__(self, jobs: Jobs, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._place = jobs, place
        self._titles = {
            "agreement": self.tr("The agreement"),
            "promises": self.tr("Promises"),
            "votes": self.tr("Lead or not?"),
            "costs": self.tr("Cost of bad leads"),
            "history": self.tr("History"),
        }
        self.glance: Glance | None = None
        self.is_past = False  # then what is late now is not said beside what was
        self.tab = next(one for one in TABS if HOMES[one] == place)
        self.setAccessibleName(self.tr("Parts of the page"))
        self.setDrawBase(False)
        self.setExpanding(False)
        for name in TABS:
            self.addTab(self._titles[name])
        self.show_tab(self.tab)
        self.currentChanged.connect(self._choose)

    def load(self) -> None:
        """Read what the tabs say besides their names."""
        self._jobs.read(glance, done=self._take, failed=self._fail, key=f"{self._place}.tabs")

    def show_tab(self, name: str) -> None:
        """Show which tab is in sight, without asking for it."""
        self.tab = name
        with QSignalBlocker(self):
            self.setCurrentIndex(TABS.index(name))

    def title(self, name: str) -> str:
        """Return what a tab is called, without a figure."""
        return self._titles[name]

    def _take(self, found: Glance) -> None:
        self.glance = found
        late = self._titles["promises"]
        if found.late and not self.is_past:
            late = self.tr("Promises · %n late", None, found.late)
        votes = self._titles["votes"]
        if found.polls:
            votes = self.tr("Lead or not? · {voted} of {all}").format(voted=found.voted, all=found.polls)
        for name, words in (("promises", late), ("votes", votes)):
            self.setTabText(TABS.index(name), words)

    def _fail(self, error: KnownError) -> None:
        del error  # the page itself says it

    def _choose(self, place: int) -> None:
        name = TABS[place]
        if HOMES[name] == self._place:
            self.tab = name
            self.turned.emit(name)
        else:
            self.show_tab(self.tab)  # the other page shows its own
            self.elsewhere.emit(f"{HOMES[name]}/{name}")
