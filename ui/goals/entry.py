"""What a day brought, for a goal that is entered by hand."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.reports.progress import GoalRow
from ui.goals.dialog import number
from ui.theme import font


class EntryDialog(QDialog):
    """Asks for a day and both teams' amounts of it."""

    chosen = Signal(object, object, object)  # date, marketing's and sales' Decimal

    def __init__(self, goal: GoalRow, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._goal = goal
        self.setWindowTitle(goal.name[:80])
        self.setMinimumWidth(400)
        title = QLabel(self.tr("What did the day bring?"), self)
        title.setFont(font(16, 600))
        day = min(max(today, goal.starts), goal.ends)
        self.day = QDateEdit(QDate(day.year, day.month, day.day), self)
        self.day.setCalendarPopup(True)
        self.day.setDateRange(
            QDate(goal.starts.year, goal.starts.month, goal.starts.day),
            QDate(goal.ends.year, goal.ends.month, goal.ends.day),
        )
        self.day.setAccessibleName(self.tr("Day"))
        self.marketing = QLineEdit(self)
        self.marketing.setAccessibleName(self.tr("Marketing"))
        self.sales = QLineEdit(self)
        self.sales.setAccessibleName(self.tr("Sales"))
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for box in (self.day, self.marketing, self.sales):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            form.addRow(label, box)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        save = QPushButton(self.tr("Save"), self)
        save.setObjectName("primary")
        save.setDefault(True)
        save.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(title)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.day.dateChanged.connect(self._show_day)
        self._show_day()

    def _show_day(self) -> None:
        """Show what is written down for the day already."""
        entry = self._goal.manual.get(self._day().isoformat(), {})
        self.marketing.setText(str(entry.get("marketing", "")))
        self.sales.setText(str(entry.get("sales", "")))

    def _day(self) -> date:
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    def _choose(self) -> None:
        try:
            marketing, sales = (number(box.text()) or Decimal(0) for box in (self.marketing, self.sales))
        except ValueError:
            self.problem.setText(self.tr("Write both amounts as numbers."))
            self.problem.show()
            return
        self.chosen.emit(self._day(), marketing, sales)
        self.accept()
