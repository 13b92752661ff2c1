"""The four answers to a handoff, each with its form; one of a rejection's sender, who may dispute it once."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.changes import Change
from app.errors import KnownError
from app.handoffs import answering, disputes
from app.handoffs.dossier import Brief
from ui import refusals
from ui.around import Surroundings
from ui.handoffs import words
from ui.handoffs.accepting import Accepting
from ui.handoffs.answer_button import AnswerButton
from ui.handoffs.answer_form import POOL, AnswerForm, Draft
from ui.handoffs.dispute_form import DisputeForm
from ui.jobs import Jobs
from ui.leads.gate import Typed
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_FORMS = words.ANSWERS[1:]


class AnswerBox(QWidget):
    """The answers to one handoff.

    `keys` says that the page has the answers' keys, so that they are written on the buttons; `compact` puts the
    buttons into two columns. What was typed for a handoff is kept until it is answered from here.
    """

    said = Signal(str, object)  # what was answered, and the Change
    failed = Signal(object)  # KnownError
    answered = Signal(int)  # the handoff's id
    stale = Signal()  # what is shown is older than what the database said
    left = Signal()  # a form was put away
    opened = Signal(object)  # the form that was opened

    def __init__(
        self,
        jobs: Jobs,
        theme: Theme,
        around: Surroundings,
        parent: QWidget | None = None,
        *,
        keys: bool = True,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self.around = jobs, theme, around
        self.brief: Brief | None = None
        self.open_form = ""
        self._drafts: dict[tuple[int, str], Any] = {}
        self._begin_soon = ""
        self.whose = wrapping(self, font(12), name="muted")
        self.outcome = wrapping(self, font(13, 600))
        self.reason = wrapping(self, font(13), name="muted")
        self.state = wrapping(self, font(13), name="muted")
        self.kept = wrapping(self, font(12), name="muted")
        self.kept.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = {one: AnswerButton(one, theme, self, keys=keys, compact=compact) for one in words.ANSWERS}
        self.forms = {one: AnswerForm(one, around, self, compact=compact) for one in _FORMS}
        self.dispute_button = QPushButton(self.tr("Dispute this rejection…"), self)
        self.dispute_form = DisputeForm(self, compact=compact)
        self.silence = wrapping(self, font(12), name="muted")
        self._grid = QGridLayout()
        self._folded: bool | None = None
        self.accepting = Accepting(theme, self, self.buttons["accepted"])
        self.accepting.filled.connect(self._accept)
        self._lay_out(compact=compact)
        for one, button in self.buttons.items():
            button.clicked.connect(partial(self._pressed, one))
        for one, form in self.forms.items():
            form.sent.connect(partial(self._send, one))
            form.closed.connect(self.close_form)
        self.dispute_button.clicked.connect(self.begin_dispute)
        self.dispute_form.sent.connect(self._dispute)
        self.dispute_form.closed.connect(self.close_form)
        self._show_open()

    def _lay_out(self, *, compact: bool) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label in (self.whose, self.outcome, self.reason, self.state, self.kept):
            layout.addWidget(label)
        self._grid.setSpacing(6 if compact else 8)
        layout.addLayout(self._grid)
        self.fold(folded=compact)
        layout.addWidget(self.dispute_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.dispute_form)
        layout.addWidget(self.silence)

    def fold(self, *, folded: bool) -> None:
        """Put the buttons into two columns above the forms, or one below the other, each above its form."""
        if folded is self._folded:
            return
        self._folded = folded
        for place, (one, button) in enumerate(self.buttons.items()):
            button.fold(folded=folded)
            row, column, span = (place // 2, place % 2, 1) if folded else (2 * place, 0, 2)
            self._grid.addWidget(button, row, column, 1, span)
            if one in self.forms:
                self._grid.addWidget(self.forms[one], 2 * place + 1, 0, 1, 2)

    # Showing

    def show_brief(self, brief: Brief) -> None:
        """Show a handoff, with what was typed for it before; the one that is shown is only brought up to date."""
        self.accepting.follow(brief)
        if self.brief is None or self.brief.handoff.id != brief.handoff.id:
            self._keep()
            self.open_form = ""
            self.brief = brief
            for one, form in self.forms.items():
                form.show_brief(brief, self.around)
                form.begin_anew()
                draft = self._drafts.get((brief.handoff.id, one))
                if draft is not None:
                    form.put(draft)
            self.dispute_form.put(self._drafts.get((brief.handoff.id, "dispute"), ""))
        else:
            self.brief = brief
            for form in self.forms.values():
                form.show_brief(brief, self.around)
        for one, button in self.buttons.items():
            button.tell(words.meaning(one, brief, self.around))
        if self._may(self.open_form):
            self._show_open()
        else:
            self.close_form()
        wanted, self._begin_soon = self._begin_soon, ""
        if wanted:
            self.begin(wanted)

    def begin(self, answer: str) -> None:
        """Give an answer: accepting is done at once, the others open their form."""
        if self.brief is None:
            self._begin_soon = answer
        elif not self._may(answer):
            self._refuse()
        elif answer in self.forms:
            self._open(answer)
        else:
            self._send(answer, Draft())

    def begin_for(self, handoff_id: int, answer: str) -> None:
        """Give an answer once a handoff is there, if that one is not shown yet."""
        if self.brief is not None and self.brief.handoff.id == handoff_id:
            self.begin(answer)
        else:
            self._begin_soon = answer

    def begin_dispute(self) -> None:
        """Ask why the rejection is disputed."""
        if self.brief is not None and self.brief.may_dispute:
            self._open("dispute")

    def answer_now(self) -> None:
        """Send what is typed in the open form, if all that is needed is there; without one nothing is done."""
        form = self.dispute_form if self.open_form == "dispute" else self.forms.get(self.open_form)
        if form is not None:
            form.answer_now()

    def close_form(self) -> None:
        """Put the form away; what was typed is kept."""
        was, self.open_form = self.open_form, ""
        self._keep()
        self._show_open()
        if was:
            (self.dispute_button if was == "dispute" else self.buttons[was]).setFocus()
            self.left.emit()

    def take_focus(self) -> None:
        """Put the focus on the first thing that can be done."""
        first = next((one for one in (*self.buttons.values(), self.dispute_button) if one.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _may(self, answer: str) -> bool:
        brief = self.brief
        if brief is None:
            return False
        return brief.may_dispute if answer == "dispute" else brief.may_answer

    def _refuse(self) -> None:
        """Say why there is nothing to answer here."""
        assert self.brief is not None  # noqa: S101 - asked for only where one is shown
        found = self.brief.handoff
        told = words.addressed(self.brief, self.around) if found.is_open else words.outcome(found, self.around)
        self.said.emit(f"{found.lead}: {told}", None)

    def _pressed(self, answer: str) -> None:
        if self.open_form == answer:
            self.close_form()
        else:
            self.begin(answer)

    def _open(self, name: str) -> None:
        self._keep()
        self.open_form = name
        self._show_open()
        form = self.dispute_form if name == "dispute" else self.forms[name]
        form.take_focus()
        self.opened.emit(form)

    def _keep(self) -> None:
        """Keep what is typed for the handoff that is shown."""
        if self.brief is not None:
            for one, form in self.forms.items():
                self._drafts[self.brief.handoff.id, one] = form.draft
            self._drafts[self.brief.handoff.id, "dispute"] = self.dispute_form.typed

    def _show_open(self) -> None:
        brief = self.brief
        is_open = brief is not None and brief.handoff.is_open
        may = is_open and brief is not None and brief.may_answer
        for one, button in self.buttons.items():
            button.setVisible(may)
            button.setChecked(self.open_form == one)
        for one, form in self.forms.items():
            form.setVisible(self.open_form == one)
        self.dispute_button.setVisible(brief is not None and brief.may_dispute and self.open_form != "dispute")
        self.dispute_form.setVisible(self.open_form == "dispute")
        told = {self.whose: "", self.outcome: "", self.reason: "", self.state: "", self.kept: "", self.silence: ""}
        if brief is not None:
            if is_open:
                told[self.whose] = words.addressed(brief, self.around)
                told[self.silence] = words.silence(brief, self.around)
            else:
                told[self.outcome] = words.outcome(brief.handoff, self.around)
                told[self.reason] = words.why(brief.handoff)
                told[self.state] = words.dispute(brief.handoff)
                told[self.kept] = self._unsent()
        for label, text in told.items():
            label.setText(text)
            label.setVisible(bool(text))

    def _unsent(self) -> str:
        """Return what was typed here for a handoff that somebody else answered meanwhile."""
        notes = [form.draft.note.strip() for form in self.forms.values()]
        typed = "\n".join(dict.fromkeys(one for one in notes if one))
        return "" if not typed else self.tr("What you had typed is kept here: “{text}”").format(text=typed)

    # Answering

    def _accept(self, lead_id: int, typed: Typed) -> None:
        """Accept with what the agreement asked for, if that lead is still the one that is shown."""
        if self.brief is not None and self.brief.handoff.lead_id == lead_id:
            self._send("accepted", Draft(), typed)

    def _send(self, answer: str, draft: Draft, typed: Typed | None = None) -> None:
        brief = self.brief
        if brief is None:
            return
        self._wait(waiting=True)
        lead, note = brief.handoff.lead_id, draft.note.strip() or None
        told = self._told(answer, brief, draft)
        result: dict[str, Any] = {
            "done": partial(self._done, brief.handoff.id, told),
            "failed": partial(self._refused, brief.handoff.id, answer),
        }
        if answer == "accepted":
            filled = Typed() if typed is None else typed
            self._jobs.write(answering.accept, lead, filled.by_kind(), filled.override.strip() or None, **result)
        elif answer == "rejected":
            self._jobs.write(answering.reject, lead, draft.reason, note, **result)
        elif answer == "recycled":
            self._jobs.write(answering.recycle, lead, draft.until, draft.reason, note, **result)
        else:
            to = None if draft.to in {None, POOL} else self.around.context.members[draft.to or 0]
            self._jobs.write(answering.reroute, lead, to, draft.reason, note, **result)

    def _dispute(self, note: str) -> None:
        brief = self.brief
        if brief is None:
            return
        self._wait(waiting=True)
        told = self.tr("The rejection of {lead} is disputed; the next meeting rules on it.")
        self._jobs.write(
            disputes.dispute,
            brief.handoff.lead_id,
            note,
            done=partial(self._done, brief.handoff.id, told.format(lead=brief.handoff.lead)),
            failed=partial(self._refused, brief.handoff.id, "dispute"),
        )

    def _told(self, answer: str, brief: Brief, draft: Draft) -> str:
        found = brief.handoff
        if answer == "accepted":
            if brief.first_task:
                within = words.minutes(brief.first_minutes, self.around)
                said = self.tr("{lead} is yours. {task} within {time}.")
                return said.format(lead=found.lead, task=brief.first_task, time=within)
            return self.tr("{lead} is yours.").format(lead=found.lead)
        if answer == "rejected":
            return self.tr("{lead} went back to {stage}; {name} sees why.").format(
                lead=found.lead, stage=found.from_stage, name=words.first_name(found.sender) or found.from_stage
            )
        if answer == "recycled":
            year = self.around.now.astimezone(self.around.context.zone).year
            day = "" if draft.until is None else self.around.words.paper.day_short(draft.until, year)
            return self.tr("{lead} comes back on {day} by itself.").format(lead=found.lead, day=day)
        member = self.around.context.members.get(draft.to or 0)
        whose = member.name if member is not None else self.tr("the pool")
        return self.tr("{lead} was passed on to {name}.").format(lead=found.lead, name=whose)

    def _wait(self, *, waiting: bool) -> None:
        for part in (*self.buttons.values(), *self.forms.values(), self.dispute_form):
            part.setEnabled(not waiting)

    def _done(self, handoff_id: int, told: str, change: Change) -> None:
        self._wait(waiting=False)
        for name in (*words.ANSWERS, "dispute"):
            self._drafts.pop((handoff_id, name), None)
        if self.brief is not None and self.brief.handoff.id == handoff_id:
            self.accepting.forget(self.brief.handoff.lead_id)
            for form in self.forms.values():
                form.begin_anew()
            self.dispute_form.put("")
            self.open_form = ""
        self.said.emit(told, change)
        self.answered.emit(handoff_id)

    def _refused(self, handoff_id: int, answer: str, error: KnownError) -> None:
        """Say why the answer was not taken; what was typed stays."""
        self._wait(waiting=False)
        if self.brief is not None and self.brief.handoff.id == handoff_id and answer == self.open_form:
            form = self.dispute_form if answer == "dispute" else self.forms[answer]
            form.complain(refusals.said(error))
        if answer != "accepted" or not self.accepting.ask(error, self.brief, self.around):
            self.failed.emit(error)
        self.stale.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the form with Esc from its button too."""
        if event.key() == Qt.Key.Key_Escape and self.open_form:
            self.close_form()
            return
        super().keyPressEvent(event)
