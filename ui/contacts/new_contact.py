"""A new contact: a name or an e-mail is enough. Who may be there already is told while one types."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import companies, contacts
from app.changes import Change
from app.duplicates import likely
from app.duplicates.likely import Match
from app.errors import KnownError
from app.fields import clean
from ui import refusals
from ui.around import Surroundings
from ui.contacts.form import Form, UnreadableError
from ui.contacts.form_grid import titles
from ui.contacts.likely_box import LikelyBox
from ui.contacts.picker import Picker
from ui.jobs import Jobs
from ui.theme import font
from ui.widgets.pressing import beside_the_first
from ui.widgets.wrapping import wrapping

WIDTH = 520
_TYPING = 90
"""Milliseconds after the last letter that the list is looked through."""
_LINES = ("first_name", "last_name", "emails", "phones", "company", "job_title")
_CTRL = Qt.KeyboardModifier.ControlModifier
_FORMS = {"emails": Form("email"), "phones": Form("phone")}


class NewContact(QDialog):
    """The dialog. What was typed stays in it until it is saved: Esc puts it away, and it comes back as it was."""

    said = Signal(str, object)  # what was saved, and the Change
    added = Signal(int)  # the new contact
    open_asked = Signal(int)  # one that is there already

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("new_contact")
        self.setWindowTitle(self.tr("New contact"))
        self.setMinimumWidth(WIDTH)
        self._jobs, self._around = jobs, around
        self._titles = titles()
        self._saving = False
        self.fields: dict[str, QLineEdit] = {}
        self.problems: dict[str, QLabel] = {}
        title = QLabel(self.tr("New contact"), self)
        title.setFont(font(16, 600))
        self.hint = wrapping(self, font(13), self.tr("A name or an e-mail is enough."), name="muted")
        self.likely = LikelyBox(around, self)
        self.likely.open_asked.connect(self._open)
        self.problem = wrapping(self, font(13), name="problem")
        self.problem.hide()
        self.anew = QPushButton(self.tr("Start anew"), self)
        self.anew.setObjectName("flat")
        self.anew.clicked.connect(self._start_anew)
        self.cancel = QPushButton(self.tr("Close"), self)
        beside_the_first(self.anew, self.cancel)
        self.cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setObjectName("primary")
        self.save_button.setDefault(True)
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.save_button.clicked.connect(self.save)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self._look)
        self._build(title)
        jobs.saving.connect(self._tell_saving)

    @property
    def around(self) -> Surroundings:
        """What the dialog's words depend on."""
        return self._around

    @around.setter
    def around(self, around: Surroundings) -> None:
        self._around = self.likely.around = around

    def _build(self, title: QLabel) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(_LINES):
            field = self._field(name)
            field.setObjectName(f"new_{name}")
            field.setAccessibleName(self._titles[name])
            field.setMaxLength(1_000_000)
            field.textChanged.connect(partial(self._typed, name))
            label = QLabel(self._titles[name], self)
            label.setBuddy(field)
            problem = wrapping(self, font(12), name="problem")
            problem.hide()
            grid.addWidget(label, 2 * place, 0)
            grid.addWidget(field, 2 * place, 1)
            grid.addWidget(problem, 2 * place + 1, 1)
            self.fields[name], self.problems[name] = field, problem
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.anew)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self.hint)
        layout.addLayout(grid)
        layout.addWidget(self.likely)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addLayout(buttons)

    def _field(self, name: str) -> QLineEdit:
        if name != "company":
            return QLineEdit(self)
        picker = Picker(name, self._titles[name], str, free=True, parent=self)
        picker.setPlaceholderText("")
        picker.looked_for.connect(self._look_for_companies)
        return picker

    # What is asked of it

    def begin(self) -> None:
        """Show the dialog, with what was typed and not saved the last time."""
        kept = self._is_filled()
        self.anew.setVisible(kept and not self._saving)
        if not self._saving:
            said = (
                self.tr("This is what you typed the last time.") if kept else self.tr("A name or an e-mail is enough.")
            )
            self.hint.setText(said)
        self.open()
        self.raise_()
        self.fields["first_name"].setFocus()
        self._soon.start()

    def save(self) -> None:
        """Save it, if it is one: what is wrong is said under its field, and all that was typed stays."""
        values = self._values()
        if values is None or self._saving:
            return
        company = values.pop("company", None)
        self._set_saving(on=True)
        self._jobs.write(contacts.add, values, company, done=self._saved, failed=self._refused, act="contacts.create")

    def stop(self) -> None:
        """Look no more; the window closes."""
        self._soon.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Ctrl+Enter from any field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CTRL:
            self.save()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Go out of sight; what was typed stays."""
        self._soon.stop()
        super().done(result)

    # Inside

    def _is_filled(self) -> bool:
        return any(field.text().strip() for field in self.fields.values())

    def _values(self) -> dict[str, Any] | None:
        """Return the plain values, or None where one cannot be read; `company` is an id or a name."""
        found: dict[str, Any] = {}
        wrong = ""
        for name, field in self.fields.items():
            try:
                value = self._value(name, field)
            except UnreadableError as error:
                self._complain(name, str(error))
                wrong = wrong or name
                continue
            if value not in (None, "", []):
                found[name] = value
        if not wrong and not found.keys() & {"first_name", "last_name", "emails"}:
            wrong = "first_name"
            self._complain(wrong, self.tr("Write a name or an e-mail; the rest can follow later."))
        if wrong:
            self.fields[wrong].setFocus()
            return None
        return found

    def _value(self, name: str, field: QLineEdit) -> Any:
        if isinstance(field, Picker):
            return field.picked()
        value = _FORMS.get(name, Form()).read(field.text(), self._around)
        return [value] if name in _FORMS and value else value

    def _complain(self, name: str, sentence: str) -> None:
        self.problems[name].setText(sentence)
        self.problems[name].show()

    def _typed(self, name: str, text: str) -> None:
        del text
        self.problems[name].hide()
        self.problem.hide()
        self._soon.start()

    def _look(self) -> None:
        values: dict[str, Any] = {}
        for name, field in self.fields.items():
            words = clean(field.text()).strip()[:400]
            if words and name != "job_title":
                values[name] = [words] if name in _FORMS else words
        self._jobs.read(likely.alike, values, done=self._tell_likely, failed=self._ignore, key="contacts.likely")

    def _tell_likely(self, matches: Sequence[Match]) -> None:
        before = self.likely.isVisibleTo(self)
        self.likely.show_matches(matches)
        if before != self.likely.isVisibleTo(self):
            self.adjustSize()

    def _ignore(self, error: KnownError) -> None:
        """Leave it be: whoever cannot be looked for is not in the way of saving."""

    def _look_for_companies(self, text: str) -> None:
        self._jobs.read(companies.named_like, text, done=self._offer_companies, failed=self._ignore, key="new.company")

    def _offer_companies(self, found: dict[int, str]) -> None:
        field = self.fields["company"]
        if isinstance(field, Picker):
            field.offer(found)

    def _open(self, contact_id: int) -> None:
        self.reject()
        self.open_asked.emit(contact_id)

    def _set_saving(self, *, on: bool) -> None:
        self._saving = on
        self.save_button.setEnabled(not on)
        self.anew.setVisible(False)
        for field in self.fields.values():
            field.setReadOnly(on)
        self.hint.setText(self.tr("Saving…") if on else self.tr("A name or an e-mail is enough."))

    def _tell_saving(self, saves: int, waiting: bool) -> None:
        del saves
        if self._saving and waiting:
            self.hint.setText(
                self.tr("The connection is away. This contact is saved as soon as it is back; you may go on elsewhere.")
            )

    def _saved(self, change: Change) -> None:
        number = next(entry.id for entry in change.entries if entry.kind == "contact")
        self._set_saving(on=False)
        self._empty()
        self.accept()
        self.said.emit(self.tr("{name} added.").format(name=change.subject[:120]), change)
        self.added.emit(number)

    def _refused(self, error: KnownError) -> None:
        self._set_saving(on=False)
        self.problem.setText(refusals.said(error))
        self.problem.show()
        if not self.isVisible():
            self.begin()

    def _start_anew(self) -> None:
        self._empty()
        self.anew.hide()
        self.hint.setText(self.tr("A name or an e-mail is enough."))
        self.fields["first_name"].setFocus()

    def _empty(self) -> None:
        for field in self.fields.values():
            field.clear()
        for problem in (*self.problems.values(), self.problem):
            problem.hide()
        self.likely.show_matches(())
        self._soon.stop()
