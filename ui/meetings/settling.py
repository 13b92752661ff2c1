"""What a meeting settles between the teams: rulings on disputes, and overdue promises that it forgives."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.agreement import ledger
from app.agreement.ledger import Ledger
from app.changes import Change
from app.handoffs import disputes
from app.meeting_agenda import Agenda
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.meetings.disputes import Disputes, RulingForm
from ui.meetings.owing import ForgiveForm, Owing


class Settling(QObject):
    """Stands between the two cards and the workspace. A refusal is said in its form, where what was typed stays."""

    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError
    meeting_wanted = Signal()  # nobody wrote a meeting down yet

    def __init__(self, jobs: Jobs, ruled: Disputes, owing: Owing, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._disputes, self._owing = jobs, ruled, owing
        self._meeting: int | None = None
        ruled.ruled.connect(self._rule)
        owing.forgiven.connect(self._forgive)

    def show(self, shown: Agenda, around: Surroundings) -> None:
        """Show what is overdue at a meeting; of a closed one, what was as it was closed."""
        self._meeting = shown.id or None
        done = partial(self._take, shown, around)
        failed = self.failed.emit
        self._jobs.read(ledger.ledger, None, None, shown.closed, done=done, failed=failed, key="meetings.ledger")

    def _take(self, shown: Agenda, around: Surroundings, found: Ledger) -> None:
        if self._meeting == (shown.id or None):
            self._owing.show_ledger(found, around, writable=shown.closed is None and bool(shown.id))

    def _rule(self, form: RulingForm, ruled: tuple[str, str | None]) -> None:
        note, clause = ruled
        if self._meeting is None:
            form.setEnabled(True)
            self.meeting_wanted.emit()
            return
        lead = form.about.lead
        if form.ruling == "upheld":
            sentence = self.tr("The rejection of {lead} stands.").format(lead=lead)
        else:
            sentence = self.tr("{lead} is a lead, and sales takes it.").format(lead=lead)
        self._jobs.write(
            disputes.rule,
            form.about.lead_id,
            form.ruling,
            note,
            self._meeting,
            clause,
            done=partial(self._done, sentence, self._disputes.done),
            failed=form.refuse,
        )

    def _forgive(self, form: ForgiveForm, note: str) -> None:
        one = form.about
        if self._meeting is not None:
            self._jobs.write(
                ledger.forgive,
                one.promise_key,
                one.day,
                self._meeting,
                one.lead_id,
                note=note,
                done=partial(self._done, self.tr("Forgiven: {what}.").format(what=one.words), self._owing.leave),
                failed=form.refuse,
            )

    def _done(self, sentence: str, more: Callable[[], None], change: Change) -> None:
        more()
        self.said.emit(sentence, change)
