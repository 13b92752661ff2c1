"""A decision, an action or a win, changed where it stands: Enter saves, Esc leaves it as it was."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.context import MemberRow
from app.errors import ConflictError, KnownError
from ui import refusals
from ui.widgets.wrapping import wrapping

LONGEST = 2000
_WEEK = timedelta(days=7)


class EditLine(QWidget):
    """What stands in the place of a line while it is changed. It stays until it is saved, so nothing typed is lost."""

    saved = Signal(object, object)  # the changed fields, and what they were
    left = Signal()

    def __init__(self, number: int, text: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        self.base: dict[str, Any] = {name: text}
        self._name = name
        self.text = QLineEdit(text, self)
        self.text.setMaxLength(LONGEST)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.returnPressed.connect(self._save)
        self.problem = wrapping(self, name="problem")
        self.problem.hide()
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setObjectName("quiet")
        self.save_button.clicked.connect(self._save)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setObjectName("quiet")
        cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 2, 0, 2)
        self.rows.setSpacing(6)
        self.rows.addWidget(self.text)
        self.rows.addWidget(self.problem)
        self.rows.addLayout(buttons)
        self.setFocusProxy(self.text)

    def values(self) -> dict[str, Any]:
        """Return the fields as they are typed."""
        return {self._name: " ".join(self.text.text().split())}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; Enter in any of the fields saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        values = self.values()
        if not values[self._name]:
            self._say(self.tr("Say what it is."))
            return
        changed = {name: value for name, value in values.items() if value != self.base[name]}
        if not changed:
            self.left.emit()
            return
        self.save_button.setEnabled(False)
        self.saved.emit(changed, {name: self.base[name] for name in changed})

    def refuse(self, error: KnownError) -> None:
        """Say why it was not saved; what was typed stays. Saved again, it goes over what a colleague wrote."""
        self.save_button.setEnabled(True)
        found = error.fields.get(self._name) if isinstance(error, ConflictError) else None
        if found is None:
            self._say(refusals.said(error))
            return
        theirs = str(found[2] or "")
        self.base[self._name] = theirs
        self._say(
            self.tr("A colleague wrote “{theirs}” meanwhile. Enter keeps yours, Esc theirs.").format(theirs=theirs)
        )

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        self.text.setFocus()


class EditAction(EditLine):
    """An action: what, who and by when."""

    def __init__(
        self,
        number: int,
        text: str,
        owner_id: int | None,
        due: date | None,
        members: Sequence[MemberRow],
        today: date,
        parent: QWidget,
    ) -> None:
        super().__init__(number, text, "title", parent)
        self.base |= {"owner_id": owner_id, "due": due}
        self.owner = QComboBox(self)
        self.owner.setAccessibleName(self.tr("Who"))
        self.owner.addItem(self.tr("Nobody"), None)
        for member in members:
            if member.active or member.id == owner_id:
                self.owner.addItem(member.name, member.id)
        self.owner.setCurrentIndex(max(0, self.owner.findData(owner_id)))
        self.owner.setMinimumContentsLength(8)
        self.has_day = QCheckBox(self.tr("By"), self)
        self.has_day.setChecked(due is not None)
        shown = due or today + _WEEK
        self.day = QDateEdit(QDate(shown.year, shown.month, shown.day), self)
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("By when"))
        self.day.setEnabled(due is not None)
        self.has_day.toggled.connect(self.day.setEnabled)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.has_day)
        row.addWidget(self.day, 1)
        self.rows.insertWidget(1, self.owner)
        self.rows.insertLayout(2, row)

    def values(self) -> dict[str, Any]:
        """Return the fields as they are typed and chosen."""
        day = self.day.date()
        due = date(day.year(), day.month(), day.day()) if self.has_day.isChecked() else None
        return super().values() | {"owner_id": self.owner.currentData(), "due": due}
