"""Who is behind a card, beside the board: its contact's pane, or the lead alone where nobody is named."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app import leads
from app.errors import KnownError
from app.lead_cards import LeadCard
from app.leads import Behind
from ui.around import Surroundings
from ui.contacts.details import WIDTH, Details
from ui.contacts.lead_part import LeadPart
from ui.jobs import Jobs
from ui.leads.alone import LeadAlone
from ui.leads.score_tip import ScoreTip
from ui.theme import Theme

_LOOKING = 90
"""Milliseconds that a card stays chosen before it is read: who holds an arrow key passes many."""


class LeadPane(QStackedWidget):
    """The pane. The parts are made when they are first shown, since most starts never need them."""

    said = Signal(str, object)
    failed = Signal(object)
    closed = Signal()
    step_asked = Signal(int)
    answered = Signal()  # a handoff was answered in the pane
    handoff_asked = Signal(int)  # a handoff that is to be shown with all that speaks for it

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self._around = jobs, theme, around
        self.lead_id: int | None = None
        self.details: Details | None = None
        self.alone: LeadAlone | None = None
        self.tip = ScoreTip(jobs, around, self)
        self._wants_focus = False
        self._then: Callable[[], None] | None = None
        self._next: LeadCard | None = None
        self._look_soon = QTimer(self, singleShot=True, interval=_LOOKING)
        self._look_soon.timeout.connect(self._look)

    @property
    def around(self) -> Surroundings:
        """What the words depend on."""
        return self._around

    @around.setter
    def around(self, around: Surroundings) -> None:
        self._around = self.tip.around = around
        for part in (self.details, self.alone):
            if part is not None:
                part.around = around

    def show_lead(self, card: LeadCard) -> None:
        """Read who is behind a card, and show it."""
        self._look_soon.stop()
        self.lead_id = card.id
        self._jobs.read(leads.behind, card.id, done=self._show, failed=self._gone, key="leads.behind")

    def look_soon(self, card: LeadCard) -> None:
        """Show a card once it stayed the chosen one for a moment."""
        self._next = card
        self._look_soon.start()

    def find_contact(self, card: LeadCard, go: Callable[[str, int], None]) -> None:
        """Call `go` with the record behind a card: its contact, or its company."""
        self._jobs.read(leads.behind, card.id, done=lambda found: self._to_record(found, go), failed=self.failed.emit)

    def take_focus(self) -> None:
        """Put the focus into the pane once it is there."""
        self._wants_focus = True

    def then_log(self) -> None:
        """Begin a note once the contact, or the lead alone, is there."""
        self._then = self._log

    def then_add_task(self) -> None:
        """Begin a task once the contact, or the lead alone, is there."""
        self._then = self._add_task

    def then_answer(self, answer: str) -> None:
        """Give an answer to the lead's handoff, or begin a dispute, once the lead is there."""
        self._then = partial(self._answer, answer)

    def fit(self, *, beside: bool) -> None:
        """Take the width of a pane, or all there is."""
        self.setMinimumWidth(WIDTH if beside else 0)
        self.setMaximumWidth(WIDTH if beside else 16_777_215)

    def stop(self) -> None:
        """End what goes on by itself."""
        self._look_soon.stop()

    # Inside

    def _log(self) -> None:
        shown = self.currentWidget()
        if isinstance(shown, Details | LeadAlone):
            shown.log()

    def _add_task(self) -> None:
        shown = self.currentWidget()
        if isinstance(shown, Details | LeadAlone):
            shown.add_task()

    def _answer(self, answer: str) -> None:
        part = self.lead_part
        if part is not None and self.lead_id is not None:
            part.answer(self.lead_id, answer)

    @property
    def lead_part(self) -> LeadPart | None:
        """The part of what is shown that holds the lead."""
        shown = self.currentWidget()
        if shown is self.details and self.details is not None:
            return self.details.lead_part
        return self.alone.part if shown is self.alone and self.alone is not None else None

    def _look(self) -> None:
        if self._next is not None and self.isVisible():
            self.show_lead(self._next)

    def _show(self, found: Behind) -> None:
        if found.lead.id != self.lead_id:
            return
        if found.lead.contact_id is not None:
            details = self._contact_part()
            details.lead_part.prefer(found.lead.contact_id, found.lead.id)
            details.show_contact(found.lead.contact_id)
            self.setCurrentWidget(details)
        else:
            alone = self._lead_part()
            alone.show_behind(found)
            self.setCurrentWidget(alone)
        then, self._then = self._then, None
        if then is not None:
            then()
        elif self._wants_focus:
            self._go_in()
        self._wants_focus = False

    def _go_in(self) -> None:
        """Put the focus on the first thing in the pane that takes it."""
        for part in self.findChildren(QWidget):
            if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _to_record(self, found: Behind, go: Callable[[str, int], None]) -> None:
        if found.lead.contact_id is not None:
            go("contact", found.lead.contact_id)
        elif found.company_id is not None:
            go("company", found.company_id)
        else:
            words = self.tr("{name} names no contact yet.").format(name=found.lead.name)
            self.said.emit(words, None)

    def _gone(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.closed.emit()

    def _contact_part(self) -> Details:
        if self.details is None:
            self.details = Details(self._jobs, self._theme, self._around, self)
            self._listen(self.details, self.details.lead_part)
        return self.details

    def _lead_part(self) -> LeadAlone:
        if self.alone is None:
            self.alone = LeadAlone(self._jobs, self._theme, self._around, self)
            self._listen(self.alone, self.alone.part)
        return self.alone

    def _listen(self, part: Any, lead: LeadPart) -> None:
        lead.answered.connect(self.answered)
        lead.handoff_asked.connect(self.handoff_asked)
        part.said.connect(self.said)
        part.failed.connect(self.failed)
        part.closed.connect(self.closed)
        part.step_asked.connect(self.step_asked)
        self.addWidget(part)
