"""The page of the handoffs that wait for me: one at a time, with all that speaks for it and the four answers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions import Action
from ui.around import Surroundings
from ui.handoffs import actions
from ui.handoffs.head import LAST_KEYS, NEXT_KEYS
from ui.handoffs.pane import AnswerPane
from ui.jobs import Jobs
from ui.next_agenda import NextAgenda
from ui.page import Page
from ui.theme import Theme

PLACE = "handoffs"
HOME = "inbox"
AGENDA_KEYS = "Ctrl+Shift+G"


class HandoffsPage(Page):
    """The page. It stands behind the inbox, where handoffs wait."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("HandoffsPage", "Handoffs")
        super().__init__(PLACE, title, "arrow-right-left", around, parent)
        self.home, self.holds = HOME, "handoff"
        self.pane = AnswerPane(jobs, theme, around, self)
        self.next = NextAgenda(jobs, self, self._topic)
        self.pane.said.connect(self.said)
        self.pane.failed.connect(self.failed)
        self.pane.record_asked.connect(self.record_asked)
        self.pane.place_asked.connect(self.turned_to)
        self.pane.answered.connect(self.pane.offer_next)
        self.pane.closed.connect(self.go_back)
        self.pane.head.back_asked.connect(self.go_back)
        self.pane.head.offer_back(QCoreApplication.translate("HandoffsPage", "Inbox"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane)

    def load(self) -> None:
        """Show the handoff that is due first, or bring the one up to date that is shown."""
        if self.pane.handoff_id is None:
            self.pane.show_first()
        else:
            self.pane.read()

    def open_record(self, record_id: int) -> None:
        """Show a handoff."""
        self.pane.show_handoff(record_id)

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        self.pane.around = around

    def take_focus(self) -> None:
        """Put the focus on the answers."""
        self.pane.take_focus()

    def panes(self) -> Sequence[QWidget]:
        """Return the head, what speaks for the lead, and the answers."""
        return self.pane.panes()

    def go_back(self) -> None:
        """Show the page that this one stands behind."""
        self.turned_to.emit(self.home)

    def actions_here(self) -> Sequence[Action]:
        """Return the answers, and the ways to this page and on from it."""
        step = self.pane.step
        following = QCoreApplication.translate("HandoffsPage", "Ne&xt handoff")
        agenda = QCoreApplication.translate("HandoffsPage", "Put on the next a&genda")
        before = QCoreApplication.translate("HandoffsPage", "La&st handoff")
        mine = QCoreApplication.translate("HandoffsPage", "&Handoffs to answer")
        return (
            Action("go.handoffs", "go", mine, (), partial(self.turned_to.emit, PLACE), icon=self.icon),
            *actions.table(PLACE, self.pane.begin, self.pane.box.begin_dispute),
            Action("handoffs.agenda", "lead", agenda, (AGENDA_KEYS,), self.next.put, place=PLACE, rule=True),
            Action("handoffs.next", "lead", following, (NEXT_KEYS,), partial(step, 1), place=PLACE, rule=True),
            Action("handoffs.last", "lead", before, (LAST_KEYS,), partial(step, -1), place=PLACE),
        )

    def _topic(self) -> str:
        found = self.pane.dossier
        if found is None:
            return ""
        said = QCoreApplication.translate("HandoffsPage", "Handoff of {lead}")
        if found.brief.handoff.disputed_at is not None:
            said = QCoreApplication.translate("HandoffsPage", "Disputed rejection of {lead}")
        return said.format(lead=found.brief.handoff.lead)

    def stop(self) -> None:
        """End what goes on by itself."""
        self.pane.stop()
