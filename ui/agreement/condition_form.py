"""The form of one condition of a clause: a field, how it stands to a value, and the value."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app import choices
from app.agreement import conditions
from app.agreement.conditions import BARE, RELATIONS, Condition
from app.agreement.plain import field_words
from app.errors import KnownError
from app.fields import LEAD, fold
from app.query import QueryError, names, parse
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets import query_words
from ui.widgets.popover import Popover
from ui.widgets.pressing import press_or
from ui.widgets.wrapping import wrapping

_WIDTH = 360
_LONGEST = 500
_SEEN = 12


class ConditionForm(Popover):
    """The form. Whoever opens it takes `text` when `save` is pressed and `reads` says that it can be followed."""

    def __init__(
        self, jobs: Jobs, theme: Theme, around: Surroundings, over: QWidget, condition: Condition | None = None
    ) -> None:
        super().__init__(theme, over, _WIDTH)
        self._jobs, self._around = jobs, around
        title = self.tr("A new condition") if condition is None else self.tr("Change the condition")
        self.setAccessibleName(title)
        self.field, self.relation, self.value = QComboBox(self), QComboBox(self), QLineEdit(self)
        self._values = QStringListModel(self)
        self.hint = wrapping(self, font(12), name="muted")
        self.problem = wrapping(self, name="problem")
        self.problem.hide()
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.put_away)
        self.save = QPushButton(self.tr("Add") if condition is None else self.tr("Change"), self)
        self.save.setObjectName("primary")
        self._fill(condition)
        self._lay_out(title)
        self.field.currentIndexChanged.connect(self._look)
        self.relation.currentIndexChanged.connect(self._look)
        self._look()

    def _fill(self, condition: Condition | None) -> None:
        paper, context = self._around.words.paper, self._around.context
        known = {name: field_words(name, paper) for name in names(context, LEAD) if name != "has"}
        if condition is not None:
            known.setdefault(condition.field, field_words(condition.field, paper))
        for name, words in sorted(known.items(), key=lambda one: fold(one[1])):
            self.field.addItem(words, name)
        self.field.setMaxVisibleItems(_SEEN)
        for relation in RELATIONS:
            self.relation.addItem(paper.text(relation, "clause"), relation)
        if condition is not None:
            self.field.setCurrentIndex(self.field.findData(condition.field))
            self.relation.setCurrentIndex(self.relation.findData(condition.relation))
            self.value.setText(condition.value)
        self.value.setMaxLength(_LONGEST)
        completer = QCompleter(self._values, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.value.setCompleter(completer)

    def _lay_out(self, title: str) -> None:
        head = wrapping(self, font(15, 600))
        head.setText(title)
        self.body.addWidget(head)
        for words, widget in (
            (self.tr("Field"), self.field),
            (self.tr("How it stands"), self.relation),
            (self.tr("Value"), self.value),
        ):
            label = QLabel(words, self)
            label.setObjectName("muted")
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            self.body.addWidget(label)
            self.body.addWidget(widget)
            if widget is self.value:
                self._value_title = label
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        for one in (self.hint, self.problem):
            self.body.addWidget(one)
        self.body.addLayout(row)

    @property
    def condition(self) -> Condition:
        """What is chosen and typed."""
        return Condition(self.field.currentData(), self.relation.currentData(), self.value.text())

    @property
    def text(self) -> str:
        """The condition as a query has it."""
        return conditions.written(self.condition)

    @property
    def first(self) -> QWidget:
        """Where a change begins: the value, or how the field stands where there is none."""
        return self.relation if self.condition.relation in BARE else self.value

    def reads(self) -> bool:
        """Return whether the condition can be followed; what is wrong with it is said."""
        error: QueryError | None = None
        try:
            parse(self.text, LEAD.name).bind(self._around.context)
        except QueryError as found:
            error = found
        self.problem.setText("" if error is None else query_words.said(error))
        self.problem.setVisible(error is not None)
        return error is None

    def _look(self) -> None:
        relation = self.relation.currentData()
        for widget in (self.value, self._value_title):
            widget.setVisible(relation not in BARE)
        hints = {
            "is": self.tr("Several values go with commas between them; one of them is enough."),
            "is_not": self.tr("Several values go with commas between them."),
            "between": self.tr("Two dots between the ends, as in 50..500"),
        }
        self.hint.setText(hints.get(relation, ""))
        self.hint.setVisible(relation in hints)
        if relation in {"is", "is_not"}:
            self._jobs.read(
                choices.offered,
                LEAD.name,
                self.field.currentData(),
                done=self._offer,
                failed=self._offer_nothing,
                key="condition.values",
            )

    def _offer(self, found: Sequence[str]) -> None:
        self._values.setStringList(list(found))

    def _offer_nothing(self, error: KnownError) -> None:
        del error  # a field without values to choose from is typed
        self._values.setStringList([])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter; a button that has the focus is pressed by it."""
        if not press_or(event, self.save):
            super().keyPressEvent(event)
