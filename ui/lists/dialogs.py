"""What is asked before something is done to the selected rows: which tags, which member, which field and its value."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.fields import CUSTOM
from ui.around import Surroundings
from ui.contacts.form import Form, UnreadableError
from ui.theme import font
from ui.widgets.pressing import beside_the_first

_LONGEST = 1_000_000
_TYPING = 120
CHOSEN = frozenset({"owner", "campaign", "yesno"})


class Asking(QDialog):
    """A dialog with a title, what it asks, what is wrong with the answer, and a button named after what it does."""

    looked_for = Signal(str, str)  # a field, and what was typed so far: `offer` answers

    def __init__(self, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bulkdialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = QLabel(title, self)
        head.setFont(font(16, 600))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        cancel = QPushButton(self.tr("Cancel"), self)
        beside_the_first(cancel)
        cancel.clicked.connect(self.reject)
        self.go = QPushButton(verb, self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self.answer)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addLayout(self.body)
        layout.addWidget(self.problem)
        layout.addSpacing(8)
        layout.addLayout(buttons)

    def answer(self) -> None:
        """Take the answer, or say what is wrong with it."""

    def complain(self, words: str) -> None:
        """Say under the field what is wrong."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def hint(self, words: str) -> QLabel:
        """Put a sentence under what is asked."""
        label = QLabel(words, self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        self.body.addWidget(label)
        return label

    def line(self, name: str) -> "Line":
        """Put a line to type in."""
        line = Line(self)
        line.setAccessibleName(name)
        label = QLabel(name, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(line)
        line.label = label
        self.body.addWidget(label)
        self.body.addWidget(line)
        return line


class Line(QLineEdit):
    """A line that offers what is in use already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label: QLabel | None = None
        self.setObjectName("value")
        self.setMaxLength(_LONGEST)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, values: Sequence[str]) -> None:
        """Offer these."""
        self._known.setStringList(list(values))
        completer = self.completer()
        if self.hasFocus() and self.text() and values and completer is not None:
            completer.setCompletionPrefix(self.text())
            completer.complete()


class TagsDialog(Asking):
    """Asks for tags, to give or to take."""

    chosen = Signal(list)

    def __init__(self, title: str, verb: str, parent: QWidget) -> None:
        super().__init__(title, verb, parent)
        self.value = self.line(self.tr("Tags"))
        self.hint(self.tr("Several are separated by commas."))
        self.value.setFocus()

    def offer(self, tags: Sequence[str]) -> None:
        """Offer the tags in use."""
        self.value.offer(tags)

    def answer(self) -> None:
        """Take the tags."""
        tags = [" ".join(one.split()) for one in self.value.text().split(",")]
        tags = [one for one in dict.fromkeys(tags) if one]
        if not tags:
            self.complain(self.tr("Write a tag."))
            return
        if any(len(one) > 200 for one in tags):
            self.complain(self.tr("A tag has at most 200 characters."))
            return
        self.chosen.emit(tags)
        self.accept()


class OwnerDialog(Asking):
    """Asks whose the selected rows are to be."""

    chosen = Signal(object, str)  # the member's id, or None for nobody, and their name

    def __init__(self, title: str, verb: str, around: Surroundings, parent: QWidget) -> None:
        super().__init__(title, verb, parent)
        self.value = QComboBox(self)
        self.value.setObjectName("value")
        self.value.setAccessibleName(self.tr("Owner"))
        fill_with_members(self.value, around, self.tr("Nobody"))
        me = around.context.me
        self.value.setCurrentIndex(max(0, self.value.findData(me.id if me else None)))
        self.body.addWidget(self.value)

    def answer(self) -> None:
        """Take the member."""
        self.chosen.emit(self.value.currentData(), self.value.currentText())
        self.accept()


class FieldDialog(Asking):
    """Asks for a field and the value that it is to have on all selected rows."""

    chosen = Signal(str, str, object)  # the field, its title, and the value

    def __init__(self, title: str, verb: str, fields: Mapping[str, str], around: Surroundings, parent: QWidget) -> None:
        super().__init__(title, verb, parent)
        self._around = around
        self._forms = {f"{CUSTOM}{one.name}": one.form for one in around.context.fields.values()}
        self.field = QComboBox(self)
        self.field.setObjectName("field")
        self.field.setAccessibleName(self.tr("Field"))
        for name, words in fields.items():
            self.field.addItem(words.replace("\n", " ")[:100], name)
        self.body.addWidget(self.field)
        self.value = self.line(self.tr("New value"))
        self.choice = QComboBox(self)
        self.choice.setObjectName("choice")
        self.choice.setAccessibleName(self.tr("New value"))
        self.body.addWidget(self.choice)
        self._empty = self.hint(self.tr("Left empty, the field is emptied."))
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self._look)
        self.value.textEdited.connect(self._soon.start)
        self.field.currentIndexChanged.connect(self._turn)
        self.field.setFocus()
        self._turn()

    @property
    def name(self) -> str:
        """The field that is chosen."""
        return str(self.field.currentData())

    def offer(self, name: str, values: Sequence[str]) -> None:
        """Offer values of a field, if it is still the chosen one."""
        if name == self.name:
            self.value.offer(values)

    def answer(self) -> None:
        """Take the value."""
        value: Any = self.choice.currentData()
        if self.choice.isHidden():
            try:
                value = Form(self._form).read(self.value.text(), self._around)
            except UnreadableError as error:
                self.complain(str(error))
                return
        self.chosen.emit(self.name, self.field.currentText(), value)
        self.accept()

    @property
    def _form(self) -> str:
        return self._forms.get(self.name, self.name if self.name in CHOSEN else "text")

    def _turn(self) -> None:
        """Show what a value of the chosen field is picked or typed in."""
        form = self._form
        self.complain("")
        self.choice.clear()
        if form == "owner":
            fill_with_members(self.choice, self._around, self.tr("Nobody"))
        elif form == "campaign":
            self.choice.addItem(self.tr("None"), None)
            for number, words in self._around.context.campaigns.items():
                self.choice.addItem(words, number)
        elif form == "yesno":
            for words, value in ((self.tr("Yes"), True), (self.tr("No"), False), (self.tr("Not said"), None)):
                self.choice.addItem(words, value)
        picked = form in CHOSEN
        self.choice.setVisible(picked)
        self.value.setVisible(not picked)
        self._empty.setVisible(not picked)
        self.value.offer(())
        if self.value.label is not None:
            self.value.label.setBuddy(self.choice if picked else self.value)
        if not picked:
            self._look()
        self.adjustSize()

    def _look(self) -> None:
        self.looked_for.emit(self.name, self.value.text())


def fill_with_members(box: QComboBox, around: Surroundings, nobody: str) -> None:
    """Let a box offer the members who are here, by name, and nobody."""
    members = sorted(
        (one for one in around.context.members.values() if one.active), key=lambda one: one.name.casefold()
    )
    for one in members:
        box.addItem(one.name, one.id)
    box.addItem(nobody, None)
