"""What an answer asks: its counted reason, a note, on which day a lead comes back or to whom it goes."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.context import ReasonRow
from app.handoffs.dossier import Brief
from app.periods import following, local_day, unit_start
from ui.around import Surroundings
from ui.handoffs import words
from ui.handoffs.form import Form
from ui.theme import font
from ui.widgets.wrapping import wrapping

_LONGEST = 50_000
_MONTHS = (1, 3, 6)
POOL = 0
"""What stands for the pool among the members that a lead can go to."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and chosen so far: a reason's id, a note, the day it comes back, who gets it (0 for the pool)."""

    reason: int | None = None
    note: str = ""
    until: date | None = None
    to: int | None = None


class AnswerForm(Form):
    """The form of one answer. `sent` with a Draft."""

    def __init__(
        self, answer: str, around: Surroundings, parent: QWidget | None = None, *, compact: bool = False
    ) -> None:
        super().__init__(words.TONES[answer], parent, compact=compact)
        self.answer = answer
        self._around = around
        self._brief: Brief | None = None
        self._counts: list[QLabel] = []
        self.radios: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.question = wrapping(self, font(12, 600), name="muted")
        self.day = QDateEdit(self)
        self.spans: list[QPushButton] = []
        self.to = QComboBox(self)
        self._build()
        self._group.buttonToggled.connect(self._look)
        self.note.textChanged.connect(self._look)
        self.to.currentIndexChanged.connect(self._look)
        self.day.dateChanged.connect(self._look)

    # Building

    def _build(self) -> None:
        if self.answer == "recycled":
            self.body.addLayout(self._build_day())
        elif self.answer == "rerouted":
            self.body.addWidget(self._titled(self.to, self.tr("Who gets it")))
            self.to.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.to.setMinimumContentsLength(10)
            self.body.addWidget(self.to)
        for line, answer in ((self.day, "recycled"), (self.to, "rerouted")):
            self.watch(line)
            if self.answer != answer:
                line.hide()
        self.question.setText(
            self.tr("Why? The sender’s team counts these and learns.")
            if self.answer != "recycled"
            else self.tr("Why later? The reasons are counted.")
        )
        self.body.addWidget(self.question)
        self.body.addLayout(self._rows)
        self.note.setAccessibleName(self.tr("Note"))
        self.add_foot()

    def _titled(self, widget: QWidget, words_: str) -> QLabel:
        title = QLabel(words_, self)
        title.setFont(font(12, 600))
        title.setObjectName("muted")
        title.setBuddy(widget)
        widget.setAccessibleName(words_)
        return title

    def _build_day(self) -> QVBoxLayout:
        self.day.setCalendarPopup(True)
        spans = QHBoxLayout()
        spans.setSpacing(4)
        for months in _MONTHS:
            button = QPushButton(self.tr("%n months", None, months), self)
            button.setObjectName("flat")
            button.clicked.connect(partial(self._put_months, months))
            spans.addWidget(button)
            self.spans.append(button)
        spans.addStretch(1)
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(self._titled(self.day, self.tr("It comes back on")))
        box.addWidget(self.day)
        box.addLayout(spans)
        return box

    # Showing

    def show_brief(self, brief: Brief, around: Surroundings) -> None:
        """Ask about a handoff; what is typed and chosen stays."""
        draft = self.draft
        self._brief, self._around = brief, around
        self._offer_reasons(brief)
        if self.answer == "recycled":
            tomorrow = local_day(around.now, around.context.zone) + timedelta(days=1)
            self.day.setMinimumDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        elif self.answer == "rerouted":
            self._offer_receivers(brief)
        self.put(draft)
        sender = words.first_name(brief.handoff.sender)
        self.hint.setVisible(self.answer == "rejected" and bool(sender))
        said = self.tr("{name} may dispute this once. The ruling becomes an example in the agreement.")
        self.hint.setText(said.format(name=sender))
        self._look()

    def begin_anew(self) -> None:
        """Forget what was typed; it is about another handoff."""
        self.put(Draft(until=self._in_months(1)))

    def _offer_reasons(self, brief: Brief) -> None:
        wanted = self._reasons()
        if [one.property("reason") for one in self.radios] != [one.id for one in wanted]:
            while (item := self._rows.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            for old in self.radios:
                self._group.removeButton(old)
            self.radios, self._counts = [], []
            for reason in wanted:
                self._rows.addWidget(self._reason_row(reason))
            self._order_tabs()
        number = self._around.words.number
        for place, (reason, radio, count) in enumerate(zip(wanted, self.radios, self._counts, strict=True)):
            times = brief.counts.get(reason.id, 0)
            whole = self.tr("%n this quarter", None, times)
            count.setText(whole if place == 0 else number(times))
            count.setToolTip(whole)
            radio.setAccessibleName(f"{reason.name}, {whole}")

    def _order_tabs(self) -> None:
        """Let Tab go from above to below: reasons are made late, and would come after all else in the window."""
        parts = [self.day, *self.spans, self.to, *self.radios, self.note, self.cancel, self.send]
        for before, after in pairwise(parts):
            self.setTabOrder(before, after)

    def _reasons(self) -> list[ReasonRow]:
        kept_in = words.REASONS.get(self.answer)
        found = [one for one in self._around.context.reasons.values() if one.list == kept_in and not one.archived]
        return sorted(found, key=lambda one: (one.position, one.id))

    def _reason_row(self, reason: ReasonRow) -> QWidget:
        row = QWidget(self)
        radio = QRadioButton(reason.name.replace("&", "&&"), row)
        radio.setProperty("reason", reason.id)
        radio.setObjectName("choice")
        self.watch(radio)
        count = QLabel(row)
        count.setObjectName("muted")
        count.setFont(font(12))
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 4, 0)
        inner.addWidget(radio, 1)
        inner.addWidget(count)
        self._group.addButton(radio)
        self.radios.append(radio)
        self._counts.append(count)
        return row

    def _offer_receivers(self, brief: Brief) -> None:
        wanted: list[tuple[str, int]] = []
        if brief.onward.pool:
            pool = self.tr("The pool of {team}").format(team=words.team(brief.onward.team))
            wanted.append((pool, POOL))
        people = self._around.context.members
        able = sorted(
            (people[one] for one in brief.onward.members if one in people), key=lambda one: one.name.casefold()
        )
        wanted += [(f"{one.name} · {words.team(one.team)}", one.id) for one in able]
        with QSignalBlocker(self.to):
            self.to.clear()
            self.to.addItem(self.tr("Choose…"), None)
            for name, number in wanted:
                self.to.addItem(name, number)

    # What is typed

    @property
    def draft(self) -> Draft:
        """What is typed and chosen so far."""
        chosen = self._group.checkedButton()
        day = self.day.date()
        return Draft(
            reason=None if chosen is None else int(chosen.property("reason")),
            note=self.note.toPlainText()[:_LONGEST],
            until=date(day.year(), day.month(), day.day()) if self.answer == "recycled" else None,
            to=self.to.currentData(),
        )

    def put(self, draft: Draft) -> None:
        """Show what was typed and chosen before."""
        self._group.setExclusive(False)
        for radio in self.radios:
            radio.setChecked(draft.reason is not None and radio.property("reason") == draft.reason)
        self._group.setExclusive(True)
        if self.note.toPlainText() != draft.note:
            self.note.setPlainText(draft.note)
        if draft.until is not None:
            self.day.setDate(QDate(draft.until.year, draft.until.month, draft.until.day))
        self.to.setCurrentIndex(max(0, self.to.findData(draft.to)) if draft.to is not None else 0)

    def take_focus(self) -> None:
        """Put the focus where the answer begins."""
        chosen = self._group.checkedButton()
        first: QWidget | None = {"recycled": self.day, "rerouted": self.to}.get(self.answer)
        if first is None:
            first = chosen or (self.radios[0] if self.radios else self.note)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answer_now(self) -> None:
        """Send the answer, if all that is needed is there; else go to what is missing."""
        missing = self._missing()
        if missing is not None:
            missing.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self.isEnabled():
            self.sent.emit(self.draft)

    def _missing(self) -> QWidget | None:
        if self.answer == "rerouted" and self.to.currentIndex() <= 0:
            return self.to
        draft = self.draft
        reason = self._around.context.reasons.get(draft.reason or 0)
        if reason is None:
            return self.radios[0] if self.radios else self.note
        return self.note if reason.note_required and not draft.note.strip() else None

    def _look(self, *_: Any) -> None:
        """See what is still missing, and say what the button does."""
        if self._brief is None:
            return
        self.complain("")
        reason = self._around.context.reasons.get(self.draft.reason or 0)
        needed = reason is not None and reason.note_required
        self.note_title.setText(self.tr("Say more (needed here)") if needed else self.tr("What is missing? (optional)"))
        self.send.setEnabled(self._missing() is None)
        self.send.setText(self._act().replace("&", "&&"))

    def _act(self) -> str:
        assert self._brief is not None  # noqa: S101 - only asked for once there is a handoff
        if self.answer == "recycled":
            until = self.draft.until
            today = local_day(self._around.now, self._around.context.zone)
            day = "" if until is None else self._around.words.paper.day_short(until, today.year)
            return self.tr("Send back until {day}").format(day=day)
        if self.answer == "rerouted":
            return self.tr("Pass it on")
        sender = words.first_name(self._brief.handoff.sender)[:20]
        return self.tr("Reject and tell {name}").format(name=sender) if sender else self.tr("Reject")

    def _in_months(self, months: int) -> date:
        today = local_day(self._around.now, self._around.context.zone)
        month = unit_start(today, "month")
        for _ in range(months):
            month = following(month, "month")
        last = following(month, "month") - timedelta(days=1)
        return month.replace(day=min(today.day, last.day))

    def _put_months(self, months: int) -> None:
        day = self._in_months(months)
        self.day.setDate(QDate(day.year, day.month, day.day))
