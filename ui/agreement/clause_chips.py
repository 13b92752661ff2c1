"""The conditions of a clause as chips in plain words; what is no single condition is a chip that leads to its text."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.agreement.conditions import Part
from ui.theme import Theme
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow


class ClauseChips(QWidget):
    """The chips. `opened` asks to change the condition at a place, one behind the last to add one."""

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, parts: Sequence[Part], theme: Theme, parent: QWidget, *, edited: bool) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.parts = parts
        self.chips: list[Chip] = []
        self.add: Chip | None = None
        flow = Flow(self, gap=6)
        for place, part in enumerate(parts):
            whole = " ".join(one.text for one in part.pieces)
            rest = whole
            if part.condition is not None:
                fields = [one.text for one in part.pieces if one.sort == "field"]
                rest = " ".join(one.text for one in part.pieces if one.sort != "field")
                field = QLabel(" ".join(fields), self)
                field.setObjectName("clausefield")
                field.setFixedHeight(30)
                flow.addWidget(field)
            chip = Chip(theme, rest, on=edited, parent=self)
            chip.label.setAccessibleName(whole[:300])
            if chip.cross is not None:
                chip.cross.setToolTip(self.tr("Take this condition away"))
                chip.cross.setAccessibleName(self.tr("Take away: {filter}").format(filter=whole[:300]))
            chip.label.setEnabled(edited)
            chip.opened.connect(partial(self.opened.emit, place))
            chip.removed.connect(partial(self.removed.emit, place))
            self.chips.append(chip)
            flow.addWidget(chip)
        if edited:
            self.add = Chip(theme, self.tr("and"), on=False, icon="plus", parent=self)
            self.add.label.setAccessibleName(self.tr("Another condition that must be true as well"))
            self.add.label.setToolTip(self.add.label.accessibleName())
            self.add.opened.connect(partial(self.opened.emit, len(parts)))
            flow.addWidget(self.add)
