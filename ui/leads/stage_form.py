"""The forms of a stage, beside its head: what it is agreed to be, and where its leads go when it is archived."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app import stages
from app.context import StageRow
from app.errors import KnownError
from ui import refusals
from ui.theme import Theme, font
from ui.widgets.popover import Popover
from ui.widgets.pressing import press_or
from ui.widgets.wrapping import wrapping

_WIDTH = 380


class _StagePopover(Popover):
    """A title, fields, a problem in words, and two buttons."""

    def __init__(self, title: str, theme: Theme, over: QWidget) -> None:
        super().__init__(theme, over, _WIDTH)
        self.setAccessibleName(title)
        head = wrapping(self, font(16, 600))
        head.setText(title)
        self.body.addWidget(head)
        self.problem = wrapping(self)
        self.problem.setObjectName("problem")
        self.problem.hide()
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.put_away)
        self.save = QPushButton(self)
        self.save.setObjectName("primary")

    def _foot(self, words: str) -> None:
        self.save.setText(words.replace("&", "&&"))
        self.save.setAccessibleName(words)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.body.addWidget(self.problem)
        self.body.addSpacing(4)
        self.body.addLayout(row)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not saved; what was typed stays."""
        self.save.setEnabled(True)
        self.problem.setText(refusals.said(error))
        self.problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter; a button that has the focus is pressed by it."""
        if not press_or(event, self.save):
            super().keyPressEvent(event)


class StageForm(_StagePopover):
    """The fields of a stage, or of a new one. `saved` brings those that were changed and what they were."""

    saved = Signal(object, object)  # values as they should be, as they were

    def __init__(self, stage: StageRow | None, theme: Theme, over: QWidget, *, settled: bool) -> None:
        new = stage is None
        super().__init__(
            QCoreApplication.translate("StageForm", "New stage")
            if stage is None
            else QCoreApplication.translate("StageForm", "Stage {name}").format(name=stage.name),
            theme,
            over,
        )
        self._before = _values(stage)
        self.name = QLineEdit(self)
        self.name.setMaxLength(stages.LONGEST_NAME * 8)
        self.team = self._choice(
            {"marketing": self.tr("Marketing"), "sales": self.tr("Sales"), "both": self.tr("Both teams")}
        )
        self.kind = self._choice(
            {
                "open": self.tr("Open"),
                "handoff": self.tr("Handoff"),
                "won": self.tr("Won"),
                "lost": self.tr("Lost"),
            }
        )
        self.milestone = self._choice(
            {
                None: self.tr("Nothing new"),
                "lead": self.tr("Lead"),
                "mql": self.tr("MQL: ready for sales"),
                "sal": self.tr("SAL: taken by sales"),
                "sql": self.tr("SQL: qualified by sales"),
                "opportunity": self.tr("Opportunity"),
                "customer": self.tr("Customer"),
            }
        )
        self.days, self.limit, self.chance = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.days.setPlaceholderText(self.tr("none"))
        self.limit.setPlaceholderText(self.tr("none"))
        self.hard = QCheckBox(self.tr("Take no more than that"), self)
        self.hard.setToolTip(self.tr("Without this, more are tinted and told, but let in"))
        fields = QFormLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, field in (
            (self.tr("Name"), self.name),
            (self.tr("Team"), self.team),
            (self.tr("Kind"), self.kind),
            (self.tr("Counts as"), self.milestone),
            (self.tr("Agreed days"), self.days),
            (self.tr("Most leads"), self.limit),
            ("", self.hard),
            (self.tr("Chance in %"), self.chance),
        ):
            field.setAccessibleName(title or self.hard.text())
            label = QLabel(title, self)
            label.setMinimumHeight(32)
            label.setBuddy(field)
            fields.addRow(label, field)
        self.body.addLayout(fields)
        if settled:
            self.kind.setEnabled(self._before["kind"] in {"open", "handoff"})
            for place in (2, 3) if self.kind.isEnabled() else ():
                self.kind.removeItem(self.kind.findData(("won", "lost")[place - 2]))
            self.milestone.setEnabled(False)
            told = wrapping(self, font(12))
            told.setObjectName("muted")
            told.setText(self.tr("Leads stood here already: what the stage counts as is settled."))
            self.body.addWidget(told)
        self._foot(self.tr("Add stage") if new else self.tr("Save"))
        self.save.clicked.connect(self._save)
        self.limit.textChanged.connect(self._look)
        self._show(self._before)

    def begin(self) -> None:
        """Put the focus into the name."""
        self.name.setFocus()
        self.name.selectAll()

    def _choice(self, titles: Mapping[str | None, str]) -> QComboBox:
        box = QComboBox(self)
        for value, title in titles.items():
            box.addItem(title, value)
        return box

    def _show(self, values: Mapping[str, Any]) -> None:
        self.name.setText(values["name"])
        for box, name in ((self.team, "team"), (self.kind, "kind"), (self.milestone, "milestone")):
            box.setCurrentIndex(max(0, box.findData(values[name])))
        for line, name in ((self.days, "rot_days"), (self.limit, "wip_limit"), (self.chance, "probability")):
            line.setText("" if values[name] is None else str(values[name]))
        self.hard.setChecked(values["wip_hard"])
        self._look()

    def _look(self) -> None:
        self.hard.setEnabled(bool(self.limit.text().strip()))

    def _save(self) -> None:
        numbers = {}
        for line, name in ((self.days, "rot_days"), (self.limit, "wip_limit"), (self.chance, "probability")):
            text = line.text().strip()
            if text and not (text.isdecimal() and len(text) <= 9):
                self.problem.setText(self.tr("{field}: write a whole number.").format(field=line.accessibleName()))
                self.problem.show()
                line.setFocus()
                line.selectAll()
                return
            numbers[name] = int(text) if text else 0 if name == "probability" else None
        values = {
            "name": self.name.text(),
            "team": self.team.currentData(),
            "kind": self.kind.currentData(),
            "milestone": self.milestone.currentData(),
            "wip_hard": self.hard.isChecked() and numbers["wip_limit"] is not None,
            **numbers,
        }
        changed = {name: value for name, value in values.items() if value != self._before[name]}
        self.problem.hide()
        self.save.setEnabled(False)
        self.saved.emit(changed, {name: self._before[name] for name in changed})


class ArchiveForm(_StagePopover):
    """Where the open leads of a stage go that is archived."""

    chosen = Signal(int)  # the stage that they go to

    def __init__(self, stage: StageRow, count: int, others: Sequence[StageRow], theme: Theme, over: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("ArchiveForm", "Archive {name}").format(name=stage.name), theme, over
        )
        told = wrapping(self)
        told.setText(self.tr("%n open leads stand here. Where do they go?", None, count))
        self.target = QComboBox(self)
        self.target.setAccessibleName(self.tr("Stage for the leads that stand here"))
        for one in others:
            self.target.addItem(one.name, one.id)
        self.body.addWidget(told)
        self.body.addWidget(self.target)
        self._foot(self.tr("Move them and archive"))
        self.save.setEnabled(bool(others))
        self.save.clicked.connect(self._choose)

    def begin(self) -> None:
        """Put the focus into the choice."""
        self.target.setFocus()

    def _choose(self) -> None:
        self.save.setEnabled(False)
        self.chosen.emit(int(self.target.currentData()))


def _values(stage: StageRow | None) -> dict[str, Any]:
    """Return a stage's fields, or those that a new one begins with."""
    if stage is None:
        return {
            "name": "",
            "team": "both",
            "kind": "open",
            "milestone": None,
            "rot_days": None,
            "wip_limit": None,
            "wip_hard": False,
            "probability": 0,
        }
    return {name: getattr(stage, name) for name in _values(None)}
