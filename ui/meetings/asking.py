"""What is asked about a meeting before it is written down: its name, day and time."""

from datetime import datetime

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.errors import KnownError
from ui import refusals
from ui.around import Surroundings
from ui.theme import font
from ui.widgets.spinning import padded
from ui.widgets.wrapping import wrapping

_WIDTH = 420
_LONGEST = 200


class MeetingDialog(QDialog):
    """Asks for a meeting's name, day and time; all is filled in, so that Enter makes it."""

    chosen = Signal(str, object)  # its title and its start

    def __init__(self, title: str, starts: datetime, around: Surroundings, parent: QWidget, *, is_new: bool) -> None:
        super().__init__(parent)
        self._zone = around.context.zone
        local = starts.astimezone(self._zone)
        said = self.tr("New meeting") if is_new else self.tr("Change the meeting")
        self.setWindowTitle(said)
        self.setMinimumWidth(_WIDTH)
        head = QLabel(said, self)
        head.setFont(font(16, 600))
        self.name = QLineEdit(title or around.words.paper.text("meeting"), self)
        self.name.setMaxLength(_LONGEST)
        self.name.setAccessibleName(self.tr("Name"))
        self.day = QDateEdit(QDate(local.year, local.month, local.day), self)
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("Day"))
        self.time = padded(QTimeEdit(QTime(local.hour, local.minute), self))
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(self.tr("Time"))
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        for box in (self.name, self.day, self.time):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            form.addRow(label, box)
        self.problem = wrapping(self, name="problem")
        self.problem.hide()
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.make = QPushButton(self.tr("Write it down") if is_new else self.tr("Save"), self)
        self.make.setObjectName("primary")
        self.make.setDefault(True)
        self.make.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(head)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.name.selectAll()
        self.name.setFocus()

    def refuse(self, error: KnownError) -> None:
        """Say why it was not saved; all that was typed stays."""
        self.problem.setText(refusals.said(error))
        self.problem.show()
        self.make.setEnabled(True)

    def _choose(self) -> None:
        day, time = self.day.date(), self.time.time()
        starts = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=self._zone)
        self.make.setEnabled(False)
        self.chosen.emit(" ".join(self.name.text().split()), starts)
