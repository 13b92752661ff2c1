"""A contact's leads: the chosen one with its next step, stage bar and value; the others to choose from."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import leads, moving, tasks
from app.around import LeadLine
from app.changes import Change
from app.context import StageRow
from app.errors import ConflictError, KnownError
from app.moving import Block
from ui import refusals
from ui.around import Surroundings
from ui.contacts import form
from ui.contacts.field import Field, Row
from ui.contacts.score_line import ScoreLine
from ui.contacts.stage_bar import StageBar
from ui.contacts.step_card import StepCard
from ui.jobs import Jobs
from ui.leads.ask import Answer, asked_of
from ui.leads.asking import Asking
from ui.theme import Theme, font

if TYPE_CHECKING:
    from ui.handoffs.part import HandoffPart

_TITLE_WIDTH = 92


class LeadPart(QWidget):
    """The leads. What is done here is said with a way back."""

    said = Signal(str, object)
    failed = Signal(object)
    answered = Signal()  # a handoff was answered here
    handoff_asked = Signal(int)  # a handoff that is to be shown with all that speaks for it

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._theme, self._around = jobs, theme, around
        self.handoff: HandoffPart | None = None
        self._answer_soon: tuple[int, str] | None = None
        self._contact: int | None = None
        self._name = ""
        self._leads: tuple[LeadLine, ...] = ()
        self.asking = Asking(theme, self)
        self._chosen: dict[int, int] = {}
        self._drafts: dict[int, tuple[str, tuple[str, Any] | None]] = {}
        self._shown: int | None = None
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Lead"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        self.choice.activated.connect(self._choose)
        self.card = StepCard(theme, around, self)
        self.card.done.connect(self._finish_step)
        self.card.put_off.connect(self._put_off)
        self.card.asked.connect(self._set_step)
        self.bar = StageBar(theme, around, self)
        self.bar.asked.connect(self.move_to)
        self.value = Row(Field("value", self.tr("Value"), self._read_value, self._written_value, self), self)
        self.value.asked.connect(self._save_value)
        self.score = ScoreLine(jobs, around, _TITLE_WIDTH, self)
        self.closed_label = QLabel(self)
        self.closed_label.setObjectName("muted")
        self.closed_label.setFont(font(13))
        self.closed_label.setWordWrap(True)
        self.closed_label.setTextFormat(Qt.TextFormat.PlainText)
        self.open_button = QPushButton(self.tr("New lead"), self)
        self.open_button.setObjectName("flat")
        self.open_button.clicked.connect(self.open_lead)
        title = QLabel(self.tr("Value"), self)
        title.setObjectName("muted")
        title.setBuddy(self.value.field)
        title.setContentsMargins(0, 7, 0, 0)
        self._value_line = QWidget(self)
        line = QGridLayout(self._value_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setHorizontalSpacing(8)
        line.setColumnMinimumWidth(0, _TITLE_WIDTH)
        line.setColumnStretch(1, 1)
        line.addWidget(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.value, 0, 1)
        self._lay_out()

    def _lay_out(self) -> None:
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.choice, self.card, self.bar, self._value_line, self.score, self.closed_label):
            layout.addWidget(widget)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def around(self) -> Surroundings:
        """What the words depend on."""
        return self._around

    @around.setter
    def around(self, around: Surroundings) -> None:
        self._around = self.card.around = self.bar.around = self.score.tip.around = around
        if self.handoff is not None:
            self.handoff.around = around

    @property
    def lead(self) -> LeadLine | None:
        """The lead that is shown."""
        return next((one for one in self._leads if one.id == self._shown), None)

    def show_leads(self, contact_id: int, name: str, found: Sequence[LeadLine]) -> None:
        """Show a contact's leads: the one chosen here before, else the newest that is open."""
        self._contact, self._name, self._leads = contact_id, name, tuple(found)
        wanted = self._chosen.get(contact_id)
        lead = next((one for one in found if one.id == wanted), None) or (found[0] if found else None)
        self._turn_to(lead)
        self.choice.setVisible(len(found) > 1)
        self.choice.clear()
        for place, one in enumerate(found):
            self.choice.addItem(self._called(one), one.id)
            if lead is not None and one.id == lead.id:
                self.choice.setCurrentIndex(place)
        is_open = lead is not None and lead.state == "open"
        self.card.setVisible(is_open)
        self.bar.setVisible(lead is not None)
        self._value_line.setVisible(lead is not None)
        self.score.show_lead(lead)
        self.open_button.setVisible(all(one.state != "open" for one in found))
        self.closed_label.setVisible(lead is not None and not is_open)
        self._show_handoff(lead.id if lead is not None and is_open else None)
        if lead is None:
            return
        self.bar.show_lead(lead)
        self.value.show_value(self._value_of(lead))
        if is_open:
            self.card.show_lead(lead)
        else:
            self.closed_label.setText(self.tr("This lead is closed. A click on the bar opens it again."))

    def prefer(self, contact_id: int, lead_id: int) -> None:
        """Show this one of a contact's leads from now on."""
        self._chosen[contact_id] = lead_id

    def show_lone(self, lead: LeadLine) -> None:
        """Show a lead of which no contact is known."""
        self.show_leads(0, lead.name, (lead,))
        self.open_button.hide()

    def answer(self, lead_id: int, answer: str) -> None:
        """Give an answer to a lead's handoff, or begin a dispute, once that lead is shown here."""
        self._answer_soon = (lead_id, answer)
        if self._shown == lead_id and self.handoff is not None:
            self._begin_answer()

    def move_to(self, stage_id: int) -> None:
        """Move the lead; a stage for won or lost ones asks first what it needs."""
        lead = self.lead
        stage = self._around.context.stages.get(stage_id)
        if lead is None or stage is None or lead.stage_id == stage_id:
            return
        if stage.kind in {"won", "lost"}:
            go = partial(self._answered, lead, stage)
            self.asking.ask(asked_of([lead]), stage, self._around, self._bar_on_screen, go)
        else:
            self._move(lead, stage, Answer(), {})

    def open_lead(self) -> None:
        """Open a new lead of this contact in the first stage."""
        if self._contact is not None:
            values = {"contact": self._contact, "name": self._name}
            told = self.tr("A lead of {name} opened.").format(name=self._name)
            self._jobs.write(leads.create, values, done=partial(self._done, told), failed=self.failed.emit)

    # Inside

    def _show_handoff(self, lead_id: int | None) -> None:
        """Show the lead's handoff above it; the box is made for the first lead that may have one."""
        if lead_id is not None and self.handoff is None:
            from ui.handoffs.part import HandoffPart  # noqa: PLC0415 - no start shows a lead at once

            self.handoff = HandoffPart(self._jobs, self._theme, self._around, self)
            self.handoff.said.connect(self.said)
            self.handoff.failed.connect(self.failed)
            self.handoff.opened.connect(self.handoff_asked)
            self.handoff.box.answered.connect(self._answered_here)
            self._rows.insertWidget(1, self.handoff)
        if self.handoff is not None:
            self.handoff.show_lead(lead_id)
            self._begin_answer()

    def _begin_answer(self) -> None:
        soon = self._answer_soon
        if soon is not None and self.handoff is not None and soon[0] == self._shown:
            self._answer_soon = None
            self.handoff.begin(soon[1])

    def _answered_here(self, handoff_id: int) -> None:
        del handoff_id
        self.answered.emit()

    def _turn_to(self, lead: LeadLine | None) -> None:
        number = lead.id if lead is not None else None
        if number == self._shown:
            return
        if self._shown is not None:
            kept = (self.card.draft, self.value.draft)
            self._drafts.pop(self._shown, None)
            if any(kept):
                self._drafts[self._shown] = kept
        self._shown = number
        step, value = self._drafts.pop(number, ("", None)) if number is not None else ("", None)
        self.card.put_draft(step)
        self.value.turn_to(value)

    def _called(self, lead: LeadLine) -> str:
        stage = self._around.context.stages.get(lead.stage_id)
        name = lead.name if len(lead.name) <= 60 else f"{lead.name[:60]}…"
        return f"{name} · {stage.name}" if stage is not None else name

    def _choose(self, place: int) -> None:
        if self._contact is not None:
            self._chosen[self._contact] = int(self.choice.itemData(place))
            self.show_leads(self._contact, self._name, self._leads)

    def _bar_on_screen(self) -> QRect:
        return QRect(self.bar.mapToGlobal(QPoint()), self.bar.size())

    def _answered(self, lead: LeadLine, stage: StageRow, answer: Answer, values: dict[str, Any]) -> None:
        self._move(lead, stage, answer, values)

    def _move(self, lead: LeadLine, stage: StageRow, answer: Answer, values: dict[str, Any]) -> None:
        told = self.tr("{name} moved to {stage}.").format(name=lead.name, stage=stage.name)
        answers: dict[str, Any] = {"done": partial(self._moved, told, lead.id), "failed": self.failed.emit}
        if values:
            blocks = [Block((lead.id,), stage.id)]
            more = (answer.reason, answer.note or None, values)
            self._jobs.write(moving.move_all, blocks, *more, act="leads.move", **answers)
        else:
            note = answer.note or None
            self._jobs.write(leads.move, lead.id, stage.id, reason=answer.reason, note=note, **answers)

    def _moved(self, told: str, lead_id: int, change: Change) -> None:
        self.asking.forget([lead_id])
        self._done(told, change)

    def _finish_step(self) -> None:
        if self.lead is not None:
            self._write(self.tr("Done: {what}").format(what=self.lead.next_step), tasks.finish_step, self.lead.id)

    def _put_off(self, due: datetime) -> None:
        lead = self.lead
        if lead is not None:
            told = self.tr("“{what}” is due {day} now.").format(
                what=lead.next_step, day=self._around.words.day(due, self._around.now)
            )
            self._write(told, tasks.set_step, lead.id, lead.next_step, due)

    def _set_step(self, title: str, due: datetime | None) -> None:
        if self.lead is not None:
            told = self.tr("Next step of {name}: {what}").format(name=self.lead.name, what=title)
            self._write(told, tasks.set_step, self.lead.id, title, due)

    def _write(self, told: str, service: Any, *args: Any) -> None:
        self._jobs.write(service, *args, done=partial(self._done, told), failed=self.failed.emit)

    def _done(self, told: str, change: Change) -> None:
        if change.entries:
            self.said.emit(told, change)

    # The value: an amount with its currency, one thing to read and to keep

    def _value_of(self, lead: LeadLine) -> tuple[str, str] | None:
        return None if lead.value is None else (str(lead.value), lead.currency or self._around.context.info.currency)

    def _read_value(self, text: str) -> Any:
        found = form.money(text, self._around)
        if found is None:
            return None
        amount, currency = found
        lead = self.lead
        own = lead.currency if lead is not None and lead.currency else self._around.context.info.currency
        return str(amount), currency or own

    def _written_value(self, value: Any) -> str:
        return "" if not value else self._around.words.money(Decimal(value[0]), value[1])

    def _save_value(self, name: str, mine: Any, base: Any) -> None:
        lead = self.lead
        if lead is None:
            return
        wanted = {"value": mine[0] if mine else None, "currency": mine[1] if mine else lead.currency or None}
        # The base is as it is stored: an amount in the workspace's own currency may name none.
        before = {"value": base[0] if base else None, "currency": lead.currency or None}
        told = self.tr("{field} of {name} saved.").format(field=self.tr("Value"), name=lead.name)
        answers: dict[str, Any] = {
            "done": partial(self._value_saved, told, lead.id),
            "failed": partial(self._value_refused, name, lead.id, mine),
        }
        self.value.sent(base)
        self._jobs.write(leads.edit, lead.id, wanted, before, **answers)

    def _value_saved(self, told: str, lead_id: int, change: Change) -> None:
        if lead_id == self._shown:
            self.value.settled()
        self._done(told, change)

    def _value_refused(self, name: str, lead_id: int, mine: Any, error: KnownError) -> None:
        if lead_id != self._shown:
            self.failed.emit(error)
        elif isinstance(error, ConflictError) and name in error.fields:
            theirs = error.fields[name][2]
            own = self._around.context.info.currency
            currency = error.fields["currency"][2] if "currency" in error.fields else None
            self.value.disputed(mine, (theirs, currency or own) if theirs else None, "")
        else:
            self.value.refused(refusals.said(error))
