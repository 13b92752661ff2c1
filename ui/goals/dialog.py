"""A goal as it is written down: what it measures, how much, until when, and both teams' parts."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
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

from app.goals import ALL_METRICS
from app.reports.progress import ANSWERED, MANUAL, GoalRow
from ui.theme import font
from ui.widgets.goal_words import metric_name

WIDTH = 500


def number(text: str) -> Decimal | None:
    """Return the number that somebody typed, None for nothing.

    Raises:
        ValueError: it is none.
    """
    plain = text.strip().replace("\u00a0", "").replace(" ", "")
    if not plain:
        return None
    if "," in plain and "." not in plain and len(plain.rpartition(",")[2]) != 3:
        plain = plain.replace(",", ".")
    try:
        found = Decimal(plain.replace(",", ""))
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not found.is_finite():
        raise ValueError(text)
    return found


class GoalDialog(QDialog):
    """Asks for a goal's particulars. It stays open until they are saved, so nothing typed is lost."""

    chosen = Signal(object)  # the fields, as `app.goals` takes them

    def __init__(self, goal: GoalRow | None, first: date, last: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.goal = goal
        self.setWindowTitle(self.tr("Goal"))
        self.setMinimumWidth(WIDTH)
        title = QLabel(self.tr("New goal") if goal is None else self.tr("Change the goal"), self)
        title.setFont(font(16, 600))
        self.name = self._line(self.tr("Name"), "" if goal is None else goal.name)
        self.measure = QComboBox(self)
        self.measure.setAccessibleName(self.tr("What it measures"))
        for metric in ALL_METRICS:
            self.measure.addItem(metric_name(metric), metric)
        if goal is not None:
            self.measure.setCurrentIndex(self.measure.findData(goal.metric))
        self.target = self._line(self.tr("Target"), "" if goal is None else f"{goal.target.normalize():f}")
        self.marketing = self._line(
            self.tr("Marketing's part"), _written(None if goal is None else goal.marketing_target)
        )
        self.sales = self._line(self.tr("Sales' part"), _written(None if goal is None else goal.sales_target))
        self.hours = self._line(
            self.tr("Hours to answer"), "" if goal is None or goal.hours is None else str(goal.hours)
        )
        self.query = self._line(self.tr("Only leads that meet"), "" if goal is None else goal.query)
        self.query.setPlaceholderText("source:web")
        self.starts = self._day(self.tr("From"), first if goal is None else goal.starts)
        self.ends = self._day(self.tr("Until"), last if goal is None else goal.ends)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(20)
        self._form.setVerticalSpacing(10)
        for box in (
            self.name,
            self.measure,
            self.target,
            self.hours,
            self.marketing,
            self.sales,
            self.query,
            self.starts,
            self.ends,
        ):
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            self._form.addRow(label, box)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(14)
        layout.addWidget(title)
        layout.addLayout(self._form)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.measure.currentIndexChanged.connect(self._look)
        self._look()

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(name)
        line.setMaxLength(500)
        return line

    def _day(self, name: str, day: date) -> QDateEdit:
        box = QDateEdit(QDate(day.year, day.month, day.day), self)
        box.setCalendarPopup(True)
        box.setAccessibleName(name)
        return box

    def _look(self) -> None:
        metric = self.measure.currentData()
        self._form.setRowVisible(self.hours, metric == ANSWERED)
        for box in (self.marketing, self.sales):
            self._form.setRowVisible(box, metric != ANSWERED)
        self._form.setRowVisible(self.query, metric != MANUAL)

    def complain(self, sentence: str) -> None:
        """Say what is wrong; all that was typed stays."""
        self.problem.setText(sentence)
        self.problem.show()
        self.save.setEnabled(True)

    def _choose(self) -> None:
        values: dict[str, Any] = {
            "name": " ".join(self.name.text().split()),
            "metric": self.measure.currentData(),
            "query": "" if self.measure.currentData() == MANUAL else self.query.text().strip(),
            "starts": _date(self.starts),
            "ends": _date(self.ends),
        }
        for name, box in (("target", self.target), ("marketing_target", self.marketing), ("sales_target", self.sales)):
            try:
                values[name] = number(box.text())
            except ValueError:
                self._complain_of(box)
                return
        hours = self.hours.text().strip()
        if self.measure.currentData() == ANSWERED:
            if not hours.isdecimal():
                self._complain_of(self.hours)
                return
            values |= {"hours": int(hours), "marketing_target": None, "sales_target": None}
        if not values["name"] or values["target"] is None:
            self._complain_of(self.name if not values["name"] else self.target)
            return
        self.save.setEnabled(False)
        self.chosen.emit(values)

    def _complain_of(self, box: QLineEdit) -> None:
        self.complain(self.tr("{field} needs a value that can be read.").format(field=box.accessibleName()))
        box.setFocus()
        box.selectAll()


def _written(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount.normalize():f}"


def _date(box: QDateEdit) -> date:
    day = box.date()
    return date(day.year(), day.month(), day.day())


def next_period(goal: GoalRow) -> Mapping[str, Any]:
    """Return the fields of the same goal in the period after its own: as many months, or else as many days."""
    first = date.fromordinal(goal.ends.toordinal() + 1)
    months = (first.year - goal.starts.year) * 12 + first.month - goal.starts.month
    if first.day == goal.starts.day and months > 0:
        year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
        last = date.fromordinal(date(year, month + 1, first.day).toordinal() - 1)
    else:
        last = date.fromordinal(first.toordinal() + (goal.ends - goal.starts).days)
    return {
        "name": goal.name,
        "metric": goal.metric,
        "target": goal.target,
        "marketing_target": goal.marketing_target,
        "sales_target": goal.sales_target,
        "currency": goal.currency,
        "hours": goal.hours,
        "query": goal.query,
        "starts": first,
        "ends": last,
        "position": goal.position,
    }
