"""What is asked when leads are dropped on a stage for won or lost ones, beside that stage, before anything is moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.context import ReasonRow, StageRow
from ui.around import Surroundings
from ui.contacts.form import UnreadableError, money
from ui.leads.drop_form import DropForm
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

WIDTH = 400
_LISTS = ("lost", "disqualify")
_LONGEST_NOTE = 50_000
_ROW = 30
_NUMBER = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, or typed so far: a reason's id, a note, an amount with its currency."""

    reason: int | None = None
    note: str = ""
    value: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The leads that are asked about: their ids, the name of the first, and its amount where there is one lead."""

    leads: tuple[int, ...]
    name: str
    value: Decimal | None = None
    currency: str = ""


class Ask(DropForm):
    """The form. `answered` once all that is needed is there; `put_away` leaves the leads where they were."""

    answered = Signal(object)  # Answer

    def __init__(
        self, asked: Asked, stage: StageRow, around: Surroundings, theme: Theme, over: QWidget, draft: Answer | None
    ) -> None:
        super().__init__(stage, theme, over, WIDTH)
        self.asked = asked
        self._around = around
        self._lost = stage.kind == "lost"
        self.reasons = QListWidget(self)
        self.value = QLineEdit(self)
        self.note = QLineEdit(self)
        self._note_title = QLabel(self.tr("Note"), self)
        self.problem = wrapping(self)
        self.problem.setObjectName("problem")
        self.problem.hide()
        self._head()
        if self._lost:
            self._offer_reasons()
        else:
            self.reasons.hide()
        self._ask_value()
        self._ask_note()
        many = len(self.asked.leads) > 1
        self.add_foot(self.tr("Put them back") if many else self.tr("Put back"))
        self.take(draft)
        self.reasons.itemSelectionChanged.connect(self._look)
        self.reasons.installEventFilter(self)
        for line in (self.value, self.note):
            line.textChanged.connect(self._look)
        self._look()

    def begin(self) -> None:
        """Put the focus where the first answer goes, and say aloud what is asked."""
        first = self.reasons if self._lost else self.value if self.value.isVisible() else self.note
        first.setFocus()
        self.announce_soon()

    @property
    def draft(self) -> Answer:
        """What is typed so far."""
        chosen = self.reasons.selectedItems()
        reason = chosen[0].data(_NUMBER) if chosen else None
        return Answer(reason, self.note.text(), self.value.text())

    def take(self, draft: Answer | None) -> None:
        """Show what was typed before."""
        if draft is None:
            return
        self.note.setText(draft.note)
        if draft.value:
            self.value.setText(draft.value)
        for row in range(self.reasons.count()):
            if draft.reason is not None and self.reasons.item(row).data(_NUMBER) == draft.reason:
                self.reasons.setCurrentRow(row)

    # Building

    def _head(self) -> None:
        count = len(self.asked.leads)
        if self._lost:
            words = self.tr("Why was {name} lost?") if count == 1 else self.tr("Why were %n leads lost?", None, count)
            hint = self.tr("The reason is counted in the reports of both teams.")
        else:
            words = self.tr("{name} is won: for how much?") if count == 1 else self.tr("%n leads are won", None, count)
            hint = self.tr("The amount counts in the goals and reports of both teams.")
        said = words.format(name=self.asked.name if len(self.asked.name) <= 80 else f"{self.asked.name[:80]}…")
        title = wrapping(self, font(16, 600))
        title.setText(said)
        under = wrapping(self, font(13))
        under.setObjectName("muted")
        under.setText(hint)
        self.setAccessibleName(said)
        self.setAccessibleDescription(hint)
        self.body.addWidget(title)
        if self._lost or count == 1:
            self.body.addWidget(under)

    def _offer_reasons(self) -> None:
        context = self._around.context
        self.reasons.setObjectName("choices")
        self.reasons.setAccessibleName(self.tr("Reason"))
        self.reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        titles = {"lost": self.tr("A real chance"), "disqualify": self.tr("Not a lead at all")}
        for name in _LISTS:
            found = [one for one in context.reasons.values() if one.list == name and not one.archived]
            if found:
                head = QListWidgetItem(titles[name])
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(font(12, 600))
                head.setForeground(self._theme.colour("faint"))
                self.reasons.addItem(head)
            for reason in sorted(found, key=lambda one: one.position):
                item = QListWidgetItem(reason.name)
                item.setData(_NUMBER, reason.id)
                self.reasons.addItem(item)
        for row in range(self.reasons.count()):
            self.reasons.item(row).setSizeHint(QSize(1, _ROW))
        self.reasons.setMinimumHeight(5 * _ROW)
        self.body.addWidget(self.reasons, 1)

    def _ask_value(self) -> None:
        shown = not self._lost and len(self.asked.leads) == 1
        title = QLabel(self.tr("Amount"), self)
        title.setBuddy(self.value)
        self.value.setAccessibleName(self.tr("Amount"))
        if shown and self.asked.value is not None:
            self.value.setText(self._around.words.money(self.asked.value, self.asked.currency))
        own = self.asked.currency or self._around.context.info.currency
        self.value.setPlaceholderText(self.tr("Amount in {currency}, or nothing").format(currency=own))
        for widget in (title, self.value, self.problem):
            widget.setVisible(shown and widget is not self.problem)
            self.body.addWidget(widget)

    def _ask_note(self) -> None:
        self._note_title.setBuddy(self.note)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setMaxLength(_LONGEST_NOTE)
        self.body.addWidget(self._note_title)
        self.body.addWidget(self.note)

    # Answering

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer with Enter from the list too."""
        if watched is self.reasons and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.answer()
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.reasons.selectedItems():
                self.reasons.setCurrentRow(1)  # the first one; above it stands the title of its list
                return True
        return super().eventFilter(watched, event)

    def _reason(self) -> ReasonRow | None:
        found = self.draft.reason
        return None if found is None else self._around.context.reasons.get(found)

    def _amount(self) -> tuple[str, str]:
        """Return the amount as it is stored, and its currency.

        Raises:
            UnreadableError: it is no amount.
        """
        found = money(self.value.text(), self._around)
        if found is None:
            return "", ""
        amount, currency = found
        return str(amount), currency or self.asked.currency or self._around.context.info.currency

    def _look(self, *_: Any) -> None:
        """See what is still missing."""
        reason = self._reason()
        needed = self._lost and reason is not None and reason.note_required
        self.note.setPlaceholderText(self.tr("Say more (needed here)") if needed else self.tr("If you like"))
        ready = not needed or bool(self.note.text().strip())
        if self._lost:
            ready = ready and reason is not None
        elif self.value.isVisibleTo(self):
            try:
                self._amount()
            except UnreadableError as error:
                ready = False
                self.problem.setText(str(error))
            self.problem.setVisible(not ready)
        self.move_button.setEnabled(ready)

    def answer(self) -> None:
        """Tell the answer, if all that is needed is there."""
        if not self.move_button.isEnabled():
            if self._lost and self._reason() is not None:
                self.note.setFocus()
            return
        amount = ("", "")
        if not self._lost and self.value.isVisibleTo(self):
            amount = self._amount()
        self.answered.emit(Answer(self.draft.reason, self.note.text().strip(), *amount))


def values_of(answer: Answer, asked: Asked, stage: StageRow) -> dict[str, Any]:
    """Return the fields of the lead that an answer sets anew."""
    if len(asked.leads) != 1 or stage.kind != "won":
        return {}
    if not answer.value:
        return {} if asked.value is None else {"value": None}
    same = (asked.value, asked.currency) == (Decimal(answer.value), answer.currency)
    return {} if same else {"value": answer.value, "currency": answer.currency}


def asked_of(cards: Sequence[Any]) -> Asked:
    """Return what is asked about cards, or about a contact's lead."""
    first = cards[0]
    alone = len(cards) == 1
    return Asked(
        tuple(card.id for card in cards),
        first.name,
        first.value if alone else None,
        first.currency if alone else "",
    )
