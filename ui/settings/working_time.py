"""The dialog of when the workspace works: hours by weekday, the days off of a country, and days of one's own."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import working_time
from app.changes import Change
from app.errors import KnownError
from app.working_time import LONGEST_NAME, DaysOff
from ui import refusals
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import font
from ui.widgets.spinning import padded
from ui.widgets.wrapping import wrapping

_SPAN = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?")
_YEARS = range(1990, 2100)
_DAY = Qt.ItemDataRole.UserRole


class WorkingTimeDialog(QDialog):
    """What is changed here counts at once, in every clock; `said` tells what was done, with its Change."""

    said = Signal(str, object)

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Working time"))
        self.setMinimumWidth(760)
        self._jobs, self._around = jobs, around
        self._found = DaysOff()
        self._known: Mapping[str, Sequence[str]] = {}
        self._may = working_time.may_change(around.context)
        title = QLabel(self.tr("Working time"), self)
        title.setFont(font(18, 600))
        intro = self.tr("Every clock counts these hours and leaves out these days, those of the past too.")
        self.refused = wrapping(self, name="bad")
        self.refused.hide()
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(self._hours(), 2)
        columns.addLayout(self._days(), 3)
        close = QPushButton(self.tr("Close"), self)
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.refused, 1)
        buttons.addStretch(0)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(wrapping(self, words=intro, name="muted"))
        if not self._may:
            layout.addWidget(wrapping(self, words=self.tr("Only an admin changes them."), name="muted"))
        layout.addLayout(columns)
        layout.addLayout(buttons)
        self._show_hours()
        self._read()
        jobs.read(working_time.countries, done=self._take_countries, failed=self._refuse)

    # The hours

    def _hours(self) -> QVBoxLayout:
        head = QLabel(self.tr("Hours of work"), self)
        head.setFont(font(14, 600))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self.hours: list[QLineEdit] = []
        names = QLocale()
        for day in range(7):
            name = names.standaloneDayName(day + 1)
            edit = QLineEdit(self)
            edit.setAccessibleName(name)
            edit.setPlaceholderText(self.tr("nobody works"))
            edit.setReadOnly(not self._may)
            edit.editingFinished.connect(self._keep_hours)
            label = QLabel(name[:1].upper() + name[1:], self)
            label.setBuddy(edit)
            grid.addWidget(label, day, 0)
            grid.addWidget(edit, day, 1)
            self.hours.append(edit)
        layout = QVBoxLayout()
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addLayout(grid)
        how = self.tr("As in 9:00–17:00, or with a break 9–13, 14–18.")
        layout.addWidget(wrapping(self, font(12), how, name="muted"))
        layout.addStretch(1)
        return layout

    def _show_hours(self) -> None:
        for day, edit in enumerate(self.hours):
            spans = self._around.context.info.working_hours.get(str(day), [])
            edit.setText(", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in spans))

    def _keep_hours(self) -> None:
        week: dict[int, list[tuple[int, int]]] = {}
        for day, edit in enumerate(self.hours):
            read = _spans(edit.text())
            if read is None:
                self._say(self.tr("“{text}” are no hours. Write them as in 9:00–17:00.").format(text=edit.text()))
                return
            week[day] = read
        kept = self._around.context.info.working_hours
        if week != {day: [(start, end) for start, end in kept.get(str(day), [])] for day in range(7)}:
            self._write(working_time.set_hours, week, told=self.tr("Other hours of work count now"))

    # The days

    def _days(self) -> QVBoxLayout:
        head = QLabel(self.tr("Days off"), self)
        head.setFont(font(14, 600))
        self.country, self.part = QComboBox(self), QComboBox(self)
        self.country.setAccessibleName(self.tr("Country"))
        self.part.setAccessibleName(self.tr("Region"))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        for box in (self.country, self.part):
            box.setMaxVisibleItems(14)
            box.setEnabled(False)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            label = QLabel(box.accessibleName(), self)
            label.setBuddy(box)
            form.addRow(label, box)
        self.country.activated.connect(self._choose_country)
        self.part.activated.connect(self._choose_part)
        self.year = padded(QSpinBox(self))
        self.year.setAccessibleName(self.tr("Year"))
        self.year.setRange(_YEARS.start, _YEARS.stop - 1)
        self.year.setValue(self._around.now.astimezone(self._around.context.zone).year)
        self.year.valueChanged.connect(self._list_days)
        form.addRow(QLabel(self.year.accessibleName(), self), self.year)
        row = self._list()
        layout = QVBoxLayout()
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addLayout(form)
        layout.addWidget(self.days, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(row)
        self._mark()
        return layout

    def _list(self) -> QHBoxLayout:
        """Make the list of days, and return the row in which another is added."""
        self.days = QListWidget(self)
        self.days.setAccessibleName(self.tr("Days off"))
        self.days.setObjectName("choosing")
        self.days.setMinimumHeight(150)
        self.days.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.days.currentRowChanged.connect(self._mark)
        self.remove = QPushButton(self.tr("Work on that day"), self)
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self.days, self._remove, context=Qt.ShortcutContext.WidgetShortcut)
        self.day, self.name = QDateEdit(self), QLineEdit(self)
        self.day.setAccessibleName(self.tr("One more day off"))
        self.day.setCalendarPopup(True)
        today = self._around.now.astimezone(self._around.context.zone).date()
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.name.setAccessibleName(self.tr("What it is called"))
        self.name.setPlaceholderText(self.tr("What it is called"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.returnPressed.connect(self._add)
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        for widget in (self.day, self.name, self.add):
            widget.setEnabled(self._may)
        return row

    def _take_countries(self, found: Mapping[str, Sequence[str]]) -> None:
        self._known = found
        self.country.addItem(self.tr("None"), "")
        for name, code in sorted(((_name_of(code), code) for code in found), key=lambda one: one[0].casefold()):
            self.country.addItem(f"{name} ({code})", code)
        self.country.setEnabled(self._may)
        self._show_country()

    def _show_country(self) -> None:
        self.country.setCurrentIndex(max(0, self.country.findData(self._found.country)))
        self.part.clear()
        self.part.addItem(self.tr("The whole country"), "")
        for part in self._known.get(self._found.country, ()):
            self.part.addItem(part, part)
        self.part.setCurrentIndex(max(0, self.part.findData(self._found.subdivision)))
        self.part.setEnabled(self._may and self.part.count() > 1)

    def _choose_country(self) -> None:
        code = self.country.currentData()
        if code != self._found.country:
            name = self.country.currentText()
            told = self.tr("The days off of {country} count now").format(country=name) if code else ""
            self._write(working_time.follow, code, told=told or self.tr("No country’s days off count any more"))

    def _choose_part(self) -> None:
        part = self.part.currentData()
        if part != self._found.subdivision:
            told = self.tr("The days off of {country} count now").format(country=f"{self._found.country}-{part}")
            self._write(working_time.follow, self._found.country, part, told=told)

    def _list_days(self) -> None:
        chosen = self._chosen()
        self.days.clear()
        for day, name in self._found.of_year(self.year.value()):
            words = self._around.words.paper.day_short(day, day.year, weekday=True)
            item = QListWidgetItem(f"{words}  ·  {name}" if name else words, self.days)
            item.setData(_DAY, day)
            if day in self._found.own:
                item.setFont(font(13, 600))
                item.setToolTip(self.tr("Added by hand"))
            if day == chosen:
                self.days.setCurrentItem(item)
        self._mark()

    def _chosen(self) -> date | None:
        item = self.days.currentItem()
        day: date | None = None if item is None else item.data(_DAY)
        return day

    def _mark(self) -> None:
        self.remove.setEnabled(self._may and self._chosen() is not None)

    def _add(self) -> None:
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.year.setValue(day.year)
        told = self.tr("Nobody works on {day}").format(day=self._around.words.paper.day_long(day))
        self._write(working_time.add, day, self.name.text(), told=told)
        self.name.clear()

    def _remove(self) -> None:
        day = self._chosen()
        if day is not None and self._may:
            told = self.tr("{day} is worked on").format(day=self._around.words.paper.day_long(day))
            self._write(working_time.remove, day, told=told)

    # Reading and writing

    def _read(self) -> None:
        self._jobs.read(working_time.days_off, done=self._take, failed=self._refuse, key="days off")

    def _take(self, found: DaysOff) -> None:
        self._found = found
        if self._known:
            self._show_country()
        self._list_days()

    def _write(self, service: Callable[..., None], *args: object, told: str) -> None:
        self.refused.hide()
        self._jobs.write(service, *args, done=partial(self._done, told), failed=self._refuse)

    def _done(self, told: str, change: Change) -> None:
        self.said.emit(told, change)
        self._read()

    def take_around(self, around: Surroundings) -> None:
        """Show what a colleague, or undo, changed meanwhile."""
        self._around = around
        self._show_hours()
        self._read()

    def _refuse(self, error: KnownError) -> None:
        self._say(refusals.said(error))
        self._show_country()

    def _say(self, words: str) -> None:
        self.refused.setText(words)
        self.refused.show()


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _spans(text: str) -> list[tuple[int, int]] | None:
    """Return the spans that a day's hours say, None where they say none that can be read."""
    found = []
    for part in filter(None, (one.strip() for one in text.split(","))):
        read = _SPAN.fullmatch(part)
        if read is None:
            return None
        first, past, last, over = (int(one or 0) for one in read.groups())
        found.append((first * 60 + past, last * 60 + over))
    return found


def _name_of(code: str) -> str:
    """Return what a country calls itself."""
    territory = QLocale.codeToTerritory(code)
    place = QLocale(QLocale.Language.AnyLanguage, territory)
    # Where nobody's language is known, Qt answers with another country.
    return place.nativeTerritoryName() if place.territory() == territory else QLocale.territoryToString(territory)
