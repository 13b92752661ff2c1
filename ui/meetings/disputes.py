"""The disputed rejections of a meeting, each with what speaks for its lead, and the ruling typed beneath it."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.agreement.plain import in_words
from app.handoffs.disputes import may_rule
from app.summary_data import DisputeLine
from ui.around import Surroundings
from ui.handoffs.form import WordsForm
from ui.meetings.card import Card, emptied
from ui.meetings.faces import Faces
from ui.meetings.listing import wrapped
from ui.theme import Theme, font
from ui.widgets.tinted import tint

Ruling = Literal["upheld", "overturned"]
KEYS: dict[Ruling, str] = {"upheld": "Ctrl+Shift+R", "overturned": "Ctrl+Shift+Y"}
_TONES = {"upheld": "bad", "overturned": "good"}
_PILLS = {"": "warn", "upheld": "muted", "overturned": "good"}


class RulingForm(WordsForm):
    """Why a rejection stands or not, and what the ruling is an example of. `sent` with the note and a clause's key."""

    def __init__(
        self, one: DisputeLine, ruling: Ruling, clauses: Sequence[tuple[str, str]], definition: str, parent: QWidget
    ) -> None:
        super().__init__(_TONES[ruling], parent)
        self.about, self.ruling = one, ruling
        title = QLabel(self._titled(one.lead), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setFont(font(13, 600))
        self.body.addWidget(title)
        self.example = QComboBox(self)
        self.example.setMinimumContentsLength(12)
        self.example.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.example.setAccessibleName(self.tr("What it is an example of"))
        self.example.addItem(definition, "")
        for key, said in clauses:
            self.example.addItem(said, key)
        row = QHBoxLayout()
        label = QLabel(self.tr("An example of"), self)
        label.setObjectName("muted")
        label.setFont(font(12, 600))
        label.setBuddy(self.example)
        row.addWidget(label)
        row.addWidget(self.example, 1)
        self.note_title.setText(self.tr("Why, as the next lead like it will be judged?"))
        self.note.setAccessibleName(self.note_title.text())
        self.send.setText(self.tr("Let it stand") if ruling == "upheld" else self.tr("Overturn"))
        self.hint.setText(self.tr("The ruling stands in the minutes, and as an example in the agreement."))
        self.add_foot()
        self.body.insertLayout(1, row)
        self.watch(self.example)

    def _titled(self, lead: str) -> str:
        if self.ruling == "upheld":
            return self.tr("The rejection of {lead} stands").format(lead=lead)
        return self.tr("{lead} is a lead: sales takes it as if accepted").format(lead=lead)

    def answer(self, words: str) -> object:
        """Return the note and the key of a clause, None for the definition as a whole."""
        return words, self.example.currentData() or None


class DisputeView(QFrame):
    """One dispute: its lead, what was said on either side, and the two rulings while there is none."""

    opened = Signal()
    begun = Signal(str)

    def __init__(self, one: DisputeLine, faces: Faces, theme: Theme, parent: QWidget, *, asks: bool) -> None:
        super().__init__(parent)
        self.about = one
        row = faces.dispute(one)
        self.lead = QPushButton(row["title"], self)
        self.lead.setObjectName("flat")
        tint(self.lead, theme, "arrow-right-left", "accent_text", 14)
        self.lead.setIconSize(QSize(14, 14))
        self.lead.setToolTip(self.tr("Show the handoff"))
        self.lead.clicked.connect(self.opened)
        state = QLabel(row["pill"], self)
        state.setTextFormat(Qt.TextFormat.PlainText)
        state.setObjectName(_PILLS[one.ruling] if one.ruling != "" else "muted")
        state.setFont(font(12, 600))
        head = QHBoxLayout()
        head.addWidget(self.lead)
        head.addStretch(1)
        head.addWidget(state)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 4)
        self.rows.setSpacing(3)
        self.rows.addLayout(head)
        for said in row["told"]:
            self.rows.addWidget(wrapped(said, self))
        self.buttons: dict[str, QPushButton] = {}
        if asks:
            self._ask()

    def _ask(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        words: tuple[tuple[Ruling, str], ...] = (
            ("upheld", self.tr("The rejection stands…")),
            ("overturned", self.tr("Overturn it…")),
        )
        for ruling, said in words:
            button = QPushButton(said, self)
            button.setToolTip(QKeySequence(KEYS[ruling]).toString(QKeySequence.SequenceFormat.NativeText))
            button.setAccessibleName(f"{said} {self.about.lead}")
            button.clicked.connect(partial(self.begun.emit, ruling))
            self.buttons[ruling] = button
            row.addWidget(button)
        row.addStretch(1)
        self.rows.addLayout(row)


class Disputes(Card):
    """The card. A ruling that is being typed stays while the rest is shown anew."""

    opened = Signal(int)  # a handoff
    ruled = Signal(object, object)  # the form with the ruling, and its note with a clause's key

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(self.tr("Disputed rejections"), parent)
        self._theme = theme
        self._around: Surroundings | None = None
        self.views: list[DisputeView] = []
        self.form: RulingForm | None = None
        self._typed: dict[int, str] = {}
        self.rows = QVBoxLayout()
        self.rows.setSpacing(12)
        self.body.addLayout(self.rows)
        self.hide()

    def show_disputes(
        self, found: Sequence[DisputeLine], around: Surroundings, faces: Faces, *, writable: bool
    ) -> None:
        """Show them; the open ones with the rulings that there are, if I may rule."""
        self._around = around
        held = next(((one.about.id, name) for one in self.views for name in _focused(one)), None)
        is_typing = self.form is not None and self.form.isAncestorOf(self.focusWidget() or self)
        if self.form is not None:
            self.rows.removeWidget(self.form)
        emptied(self.rows)
        self.views = []
        asks = writable and may_rule(around.context)
        for one in found:
            view = DisputeView(one, faces, self._theme, self, asks=asks and not one.ruling)
            view.opened.connect(partial(self.opened.emit, one.id))
            view.begun.connect(partial(self._begin, one))
            self.views.append(view)
            self.rows.addWidget(view)
        waiting = sum(not one.ruling for one in found)
        told = self.tr("%n to rule on", None, waiting) if waiting else ""
        if waiting and writable and not asks:
            told = self.tr("A lead of a team or an admin rules on them")
        self.beside.setText(told)
        self._place_form()
        self.setVisible(bool(found) or self.form is not None)
        if is_typing and self.form is not None:
            self.form.note.setFocus()
        elif held is not None:
            self._focus(*held)

    def begin(self, ruling: Ruling) -> None:
        """Begin to rule on the dispute in focus, else on the first that waits."""
        asked = [one for one in self.views if one.buttons]
        chosen = next((one for one in asked if one.isAncestorOf(self.focusWidget() or self)), None)
        chosen = chosen or next(iter(asked), None)
        if chosen is not None:
            self._begin(chosen.about, ruling)

    def take_focus(self) -> None:
        """Put the focus on the first dispute."""
        if self.views:
            first = next((one for one in self.views if one.buttons), self.views[0])
            next(iter(first.buttons.values()), first.lead).setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Put the form away; what was typed comes back with it."""
        if self.form is None:
            return
        form, self.form = self.form, None
        self._typed[form.about.id] = form.note.toPlainText()
        self._drop(form)
        self._focus(form.about.id, form.ruling)

    def done(self) -> None:
        """Let go of the form: its ruling is saved."""
        if self.form is not None:
            self._typed.pop(self.form.about.id, None)
            self._drop(self.form)
            self.form = None

    def _begin(self, one: DisputeLine, ruling: Ruling) -> None:
        if self._around is None:
            return
        if self.form is not None:
            self.leave()
        terms, words = self._around.context.agreement, self._around.words
        clauses = [] if terms is None else [item for item in terms.clauses if item.milestone == one.milestone]
        definition = words.paper.said("contract", one.milestone) or one.milestone
        self.form = RulingForm(
            one, ruling, [(item.key, in_words(item.said, words.paper)) for item in clauses], definition, self
        )
        self.form.note.setPlainText(self._typed.get(one.id, ""))
        self.form.closed.connect(self.leave)
        self.form.sent.connect(partial(self.ruled.emit, self.form))
        self._place_form()
        self.form.show()
        self.form.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place_form(self) -> None:
        if self.form is None:
            return
        places = [one.about.id for one in self.views]
        at = places.index(self.form.about.id) + 1 if self.form.about.id in places else len(places)
        self.rows.insertWidget(at, self.form)

    def _drop(self, form: RulingForm) -> None:
        self.rows.removeWidget(form)
        form.hide()
        form.deleteLater()

    def _focus(self, handoff_id: int, name: str) -> None:
        view = next((one for one in self.views if one.about.id == handoff_id), None)
        if view is not None:
            view.buttons.get(name, view.lead).setFocus(Qt.FocusReason.OtherFocusReason)


def _focused(view: DisputeView) -> list[str]:
    named = [*view.buttons.items(), ("lead", view.lead)]
    return [name for name, button in named if button.hasFocus()]
