"""The reports: one at a time, by a field, over a period, as a chart and as a table that can be kept."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import filing, reports
from app.changes import Change
from app.errors import KnownError
from app.periods import local_day, unit_start
from app.reports.answer import Answer, Row
from app.reports.behind import FIGURES, Found, behind
from ui import icons, refusals
from ui.actions import Action
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.page import Page
from ui.reports import words as said
from ui.reports.behind import BehindPanel, ids_query
from ui.reports.charts import Charts
from ui.reports.paper import sheet_of, show_report
from ui.reports.table import ReportTable
from ui.theme import Theme
from ui.widgets.heading import Heading
from ui.widgets.scrolling import scrolled

SETTLING = 800
_CHANGING = frozenset({"lead", "activity", "stage", "import", "workspace"})
_DAY = timedelta(days=1)
_MOST_BEHIND = 1500
_DECIDED = frozenset({"conversion", "wins", "cycle"})


class ReportsPage(Page):
    """The page with one report."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(
            "reports", QCoreApplication.translate("ReportsPage", "Reports"), "chart-column", around, parent
        )
        self._jobs, self._theme = jobs, theme
        self.answer: Answer | None = None
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self.heading = Heading(self.title, self)
        self._choices(around)
        self._make_buttons()
        self._make_parts()
        self._lay_out()
        for box in (self.report, self.by, self.period):
            box.currentIndexChanged.connect(self.load)
        jobs.changed.connect(self._changed)
        theme.changed.connect(self._draw)
        self._draw()

    def _choices(self, around: Surroundings) -> None:
        self.report = self._box(self.tr("Report"), [(one, said.name(one)) for one in said.REPORTS])
        self.by = self._box(self.tr("Grouped"), [(one, said.group(one)) for one in said.groups(around.context)])
        self.period = self._box(
            self.tr("Period"),
            [
                ("", self.tr("Always")),
                ("quarter", self.tr("This quarter")),
                ("last-quarter", self.tr("Last quarter")),
                ("month", self.tr("This month")),
                ("last-month", self.tr("Last month")),
                ("last-half", self.tr("The two quarters before")),
                ("year", self.tr("This year")),
                ("last-year", self.tr("Last year")),
            ],
        )

    def _make_buttons(self) -> None:
        self.keep_button = QPushButton(" " + self.tr("Save table"), self)
        self.keep_button.setAccessibleName(self.tr("Save table"))
        self.keep_button.setIconSize(icons.size_of(16))
        self.keep_button.clicked.connect(self.keep)
        self.print_button = QPushButton(" " + self.tr("Print"), self)
        self.print_button.setAccessibleName(self.tr("Print"))
        self.print_button.setIconSize(icons.size_of(16))
        self.print_button.clicked.connect(self.print_report)
        self.heading.add(self.keep_button)
        self.heading.add(self.print_button)

    def _make_parts(self) -> None:
        theme = self._theme
        self.meaning = QLabel(self)
        self.meaning.setObjectName("muted")
        self.meaning.setWordWrap(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.charts = Charts(theme, self)
        self.charts.opened.connect(self._open_mark)
        self.bars, self.spreads = self.charts.bars, self.charts.spreads
        self.behind = BehindPanel(theme, self)
        self.behind.list_asked.connect(self._list_behind)
        self.behind.keep_asked.connect(self.keep_behind)
        self.behind.lead_asked.connect(self._open_lead)
        self.behind.closed.connect(self._unmark)
        self._opened: tuple[Row, str] | None = None
        self._asked_of: tuple[object, ...] = ()
        self.before: Answer | None = None
        self.table = ReportTable(theme, self)
        self.table.figure_asked.connect(self._open_mark)
        self.open = QLabel(self)
        self.open.setObjectName("faint")
        self.open.setWordWrap(True)

    def _box(self, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for value, title in choices:
            box.addItem(title, value)
        return box

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(10)
        for box in (self.report, self.by, self.period):
            row.addWidget(box)
        row.addStretch(1)
        card = QFrame(self)
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(18, 14, 18, 14)
        inner.setSpacing(12)
        for widget in (self.meaning, self.problem, self.charts, self.table, self.open):
            inner.addWidget(widget)
        around = QWidget(self)
        around.setObjectName("columns")
        holder = QVBoxLayout(around)
        holder.setContentsMargins(20, 0, 20, 20)
        holder.setSpacing(14)
        holder.addWidget(card)
        holder.addWidget(self.behind)
        holder.addStretch(1)
        scroll = scrolled(around, self)
        self._scroll = scroll
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(row)
        layout.addWidget(scroll, 1)

    def _draw(self) -> None:
        if self.answer is not None:
            self.table.show_answer(self.answer, self.around)
        self.keep_button.setIcon(icons.icon("download", self._theme.colour("text"), 16))
        self.print_button.setIcon(icons.icon("printer", self._theme.colour("text"), 16))

    # What every page has

    def load(self) -> None:
        """Make the report that is asked for."""
        self._again.stop()
        first, last = self._days()
        was = self._days_before()
        meaning = said.meaning(self.report.currentData())
        self.meaning.setText(f"{meaning} {self._said_period(first, last, was)}".strip())
        self._jobs.read(
            reports.compared,
            *self._asked(),
            (first.isoformat() if first else None, last.isoformat() if last else None),
            (was[0].isoformat(), was[1].isoformat()) if was and self.report.currentData() == "conversion" else None,
            done=self._take,
            failed=self._fail,
            key="reports.page",
        )

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now: fields of its own can be grouped by."""
        super().take_around(around)
        wanted, chosen = said.groups(around.context), self.by.currentData()
        if wanted != [self.by.itemData(place) for place in range(self.by.count())]:
            with QSignalBlocker(self.by):
                self.by.clear()
                for one in wanted:
                    self.by.addItem(said.group(one), one)
                self.by.setCurrentIndex(max(0, self.by.findData(chosen)))

    def _asked(self) -> tuple[str, str | None]:
        return self.report.currentData(), self.by.currentData() or None

    def _said_period(self, first: date | None, last: date | None, was: tuple[date, date] | None) -> str:
        if first is None or last is None:
            return ""
        paper, year = self.around.words.paper, self.around.now.year
        told = self.tr("{first} to {last}.").format(
            first=paper.day_short(first, year), last=paper.day_short(last, year)
        )
        if was is None or self.report.currentData() != "conversion":
            return told
        before = self.tr("Before: {first} to {last}.").format(
            first=paper.day_short(was[0], year), last=paper.day_short(was[1], year)
        )
        return f"{told} {before}"

    def take_focus(self) -> None:
        """Put the focus on the choice of the report."""
        self.report.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with reports."""
        keep = Action("reports.keep", "file", self.tr("&Save table…"), (), self.keep, place="reports")
        show = Action(
            "reports.print", "file", self.tr("&Print report…"), ("Ctrl+P",), self.print_report, place="reports"
        )
        pdf = Action(
            "reports.pdf", "file", self.tr("Save report as P&DF…"), ("Ctrl+S",), self.save_report, place="reports"
        )
        return keep, show, pdf

    def stop(self) -> None:
        """End what goes on by itself."""
        self._again.stop()

    # Showing

    def _days(self) -> tuple[date | None, date | None]:
        today = local_day(self.around.now, self.around.context.zone)
        name = self.period.currentData()
        if not name:
            return None, None
        if name == "last-half":
            last = unit_start(today, "quarter") - _DAY
            return unit_start(unit_start(last, "quarter") - _DAY, "quarter"), last
        unit = name.removeprefix("last-")
        start = unit_start(today, unit)
        if name.startswith("last-"):
            return unit_start(start - _DAY, unit), start - _DAY
        return start, today

    def _days_before(self) -> tuple[date, date] | None:
        """Return the days of the period before the one that is chosen."""
        first, _ = self._days()
        if first is None:
            return None
        unit = self.period.currentData().removeprefix("last-")
        last = first - _DAY
        if unit == "half":
            return unit_start(unit_start(last, "quarter") - _DAY, "quarter"), last
        return unit_start(last, unit), last

    def _take(self, found: tuple[Answer, Answer | None]) -> None:
        answer, self.before = found
        self.answer = answer
        self.problem.hide()
        filled = self.table.show_answer(answer, self.around)
        self.charts.show_answer(answer, self.before, self.around)
        left_out = self.tr("%n leads are not decided yet and not counted.", None, answer.open)
        self.open.setText(left_out)
        self.open.setVisible(bool(answer.open) and answer.report in _DECIDED)
        self.keep_button.setEnabled(filled)
        self._follow()

    # The leads behind a figure

    def _open_mark(self, mark: tuple[Row, str]) -> None:
        self._opened = mark
        first, last = self._days()
        self._jobs.read(
            behind,
            *self._asked(),
            first.isoformat() if first else None,
            last.isoformat() if last else None,
            *mark,
            done=partial(self._show_behind, mark),
            failed=self.failed.emit,
            key="reports.behind",
        )

    def _show_behind(self, mark: tuple[Row, str], found: Found) -> None:
        if self.answer is None or self._opened != mark:
            return
        row, figure = mark
        title = said.behind(self.answer.report, figure, said.key(row) if row.get("key") else "")
        self.behind.show_found(title, said.moments(self.answer.report, figure), found, self.around)
        QTimer.singleShot(0, self._look_behind)

    def _look_behind(self) -> None:
        self._scroll.ensureWidgetVisible(self.behind)

    def _follow(self) -> None:
        """Keep what was opened in step with the report, as long as the report has that row."""
        asked = (*self._asked(), self._days())
        is_same, self._asked_of = self._asked_of == asked, asked
        if self._opened is None or self.answer is None:
            return
        row, figure = self._opened
        names = ("key", "id", "stage_id")
        rows = [one for one in (*self.answer.rows, self.answer.total) if all(one.get(n) == row.get(n) for n in names)]
        if rows and figure in FIGURES.get(self.answer.report, ()) and is_same:
            self._open_mark((rows[0], figure))
        else:
            self._unmark()
            self.behind.hide()

    def _unmark(self) -> None:
        self._opened = None

    def _list_behind(self) -> None:
        self.list_asked.emit("lead", ids_query(self.behind.found.ids, _MOST_BEHIND))

    def _open_lead(self, lead_id: int) -> None:
        self.record_asked.emit("lead", lead_id)

    def print_report(self) -> None:
        """Show the report as it will be on paper."""
        self._preview(save=False)

    def save_report(self) -> None:
        """Save the report as a PDF."""
        self._preview(save=True)

    def _preview(self, *, save: bool) -> None:
        if self.answer is not None:
            first, last = self._days()
            when = self._said_period(first, last, self._days_before()) or self.period.currentText()
            left_out = "" if self.open.isHidden() else self.open.text()
            made = sheet_of(self.answer, self.charts, when, left_out, self.around)
            show_report(self._jobs, made, self.around, self.window(), save=save)

    def keep_behind(self) -> None:
        """Save the leads behind a figure as a file that spreadsheets read."""
        if self._opened is not None and self.answer is not None:
            heads = said.moments(self.answer.report, self._opened[1])
            self._save(self.behind.title.text()[:80], *self.behind.lines(heads, self.around))

    def _fail(self, error: KnownError) -> None:
        self.problem.setText(refusals.said(error))
        self.problem.show()

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _CHANGING & change.ids.keys():
            self._again.start()

    def keep(self) -> None:
        """Save the table as a file that spreadsheets read."""
        if self.answer is not None:
            self._save(said.name(self.answer.report), *said.table(self.answer, self.around.words))

    def _save(self, name: str, heads: list[str], lines: list[list[str]]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        plain = "".join(letter if letter.isalnum() or letter in " -+" else "-" for letter in name).strip()
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the table"), str(Path(folder) / f"{plain}.csv"), "CSV (*.csv)"
        )
        if not path:
            return
        try:
            with filing.whole(Path(path)) as place:
                filing.text_file(place, heads, iter(lines))
        except OSError:
            self._fail(KnownError(self.tr("It could not be saved there. Choose another folder.")))
        else:
            self.said.emit(self.tr("Saved in {place}").format(place=path), None)
