"""What both teams are late with, at the meeting: whom it was promised to may forgive it, with words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.agreement.ledger import Kept, Ledger
from app.periods import local_day
from ui.agreement import promise_words as said
from ui.around import Surroundings
from ui.handoffs.form import WordsForm
from ui.meetings.card import Card, emptied
from ui.meetings.listing import wrapped
from ui.theme import Theme, font

KEYS = "Ctrl+Shift+F"
_MOST = 6


@dataclass(frozen=True, slots=True)
class Debt:
    """What can be forgiven: a case (`lead_id`), or all that a promise lacks in the period of a day."""

    promise_key: str
    day: date
    lead_id: int | None
    words: str
    detail: str


class ForgiveForm(WordsForm):
    """Why a debt is forgiven. `sent` with the note."""

    def __init__(self, about: Debt, parent: QWidget) -> None:
        super().__init__("muted", parent)
        self.about = about
        title = wrapped(about.words, self)
        title.setFont(font(13, 600))
        self.body.addWidget(title)
        self.note_title.setText(self.tr("Why is it forgiven?"))
        self.note.setAccessibleName(self.note_title.text())
        self.send.setText(self.tr("Forgive"))
        self.hint.setText(
            self.tr("It counts neither as kept nor as overdue; the ledger says which meeting forgave it.")
        )
        self.add_foot()


class Owing(Card):
    """The card. A reason that is being typed stays while the rest is shown anew."""

    lead_asked = Signal(int)
    forgiven = Signal(object, str)  # the form, and why

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Overdue promises"), parent)
        self._theme = theme
        self.form: ForgiveForm | None = None
        self.buttons: list[tuple[Debt, QPushButton]] = []
        self._lines: list[tuple[Debt, QWidget]] = []
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self.body.addLayout(self.rows)
        self.hide()

    def show_ledger(self, ledger: Ledger, around: Surroundings, *, writable: bool) -> None:
        """Show what is overdue of both teams, and the way to forgive what was promised to my team."""
        is_typing = self.form is not None and self.form.isAncestorOf(self.focusWidget() or self)
        if self.form is not None:
            self.rows.removeWidget(self.form)
        emptied(self.rows)
        self.buttons, self._lines = [], []
        me, late = around.context.me, 0
        for side in ledger.sides:
            late += side.late + sum(len(one.carried) for one in side.promises)
            debts = [(one, _debts(one, around)) for one in side.promises]
            if not any(found for _, found in debts):
                continue
            head = QLabel(said.side(side), self)
            head.setFont(font(13, 600))
            self.rows.addWidget(head)
            mine = writable and me is not None and me.team != side.team
            for kept, found in debts:
                self._add(kept, found, around, mine=mine)
        self.beside.setText(self.tr("{n} late").format(n=around.words.number(late)) if late else "")
        self._place_form()
        self.setVisible(bool(self._lines) or self.form is not None)
        if is_typing and self.form is not None:
            self.form.note.setFocus()

    def begin(self) -> None:
        """Begin to forgive the debt in focus, else the first that my team may forgive."""
        focused = next((debt for debt, button in self.buttons if button.hasFocus()), None)
        chosen = focused or next((debt for debt, _ in self.buttons), None)
        if chosen is not None:
            self._begin(chosen)

    def leave(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self.rows.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _add(self, kept: Kept, found: Sequence[Debt], around: Surroundings, *, mine: bool) -> None:
        for debt in found[:_MOST]:
            self._line(debt, self.tr("Forgive…"), mine=mine)
        if len(found) > _MOST:
            rest = len(found) - _MOST
            words = self.tr("{promise}: all {n} that are overdue in this period").format(
                promise=said.promise(kept.terms, around.words), n=around.words.number(len(kept.overdue_cases))
            )
            whole = Debt(kept.terms.key, kept.last_day, None, words, self.tr("and %n more", None, rest))
            self._line(whole, self.tr("Forgive all…"), mine=mine)

    def _line(self, debt: Debt, words: str, *, mine: bool) -> None:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if debt.lead_id is None:
            row.addWidget(wrapped(debt.words, line), 1)
        else:
            lead = QPushButton(debt.words, line)
            lead.setObjectName("line")
            lead.clicked.connect(partial(self.lead_asked.emit, debt.lead_id))
            row.addWidget(lead, 1)
        told = QLabel(debt.detail, line)
        told.setObjectName("problem")
        row.addWidget(told)
        if mine:
            button = QPushButton(words, line)
            button.setObjectName("quiet")
            button.setToolTip(QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText))
            button.setAccessibleName(f"{words} {debt.words}")
            button.clicked.connect(partial(self._begin, debt))
            row.addWidget(button)
            self.buttons.append((debt, button))
        self._lines.append((debt, line))
        self.rows.addWidget(line)

    def _begin(self, debt: Debt) -> None:
        typed = "" if self.form is None else self.form.note.toPlainText()
        self.leave()
        self.form = ForgiveForm(debt, self)
        self.form.note.setPlainText(typed)
        self.form.closed.connect(self.leave)
        self.form.sent.connect(partial(self.forgiven.emit, self.form))
        self._place_form()
        self.form.show()
        self.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place_form(self) -> None:
        if self.form is None:
            return
        at = next((self.rows.indexOf(line) for debt, line in self._lines if debt == self.form.about), None)
        self.rows.insertWidget(self.rows.count() if at is None else at + 1, self.form)


def _debts(kept: Kept, around: Surroundings) -> list[Debt]:
    """Return what a promise lacks: each late case, or of an amount what is missing."""
    key, words = kept.terms.key, around.words
    if kept.is_volume:
        title, found = said.promise(kept.terms, words), []
        for missing, day in ((kept.overdue, kept.first_day), (kept.short_before, kept.day_before)):
            if missing:
                found.append(Debt(key, day, None, title, said.missing(missing, day, around)))
        return found
    zone = around.context.zone
    return [
        Debt(
            key,
            local_day(one.began, zone),
            one.lead_id,
            said.carried(one, kept.terms, around),
            "" if one.due is None else words.day(one.due, around.now),
        )
        for one in (*kept.carried, *kept.overdue_cases)
    ]
