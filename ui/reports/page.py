"""The reports: one at a time, by a field, over a period, as a chart and as a table that can be kept."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import filing, reports
from app.changes import Change
from app.errors import KnownError
from app.periods import local_day, unit_start
from app.reports.answer import Answer
from ui import icons, refusals
from ui.actions import Action
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.page import Page
from ui.reports import words as said
from ui.theme import Theme, font
from ui.widgets.bars import Cohort, CohortBars, Count, RangeBars, Stretch
from ui.widgets.heading import Heading

SETTLING = 800
_CHANGING = frozenset({"lead", "activity", "stage", "import", "workspace"})
_DAY = timedelta(days=1)
_FEW = 5
_MOST_BARS = 6
_ROW = 40
_DECIDED = frozenset({"conversion", "wins", "cycle"})
_TEAMS = {"marketing": "marketing", "sales": "sales"}


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
        self.report = self._box(self.tr("Report"), [(one, said.name(one)) for one in said.REPORTS])
        self.by = self._box(self.tr("Grouped"), [(one, said.group(one)) for one in said.GROUPS])
        self.period = self._box(
            self.tr("Period"),
            [
                ("", self.tr("Always")),
                ("quarter", self.tr("This quarter")),
                ("last-quarter", self.tr("Last quarter")),
                ("month", self.tr("This month")),
                ("last-month", self.tr("Last month")),
                ("year", self.tr("This year")),
            ],
        )
        self.keep_button = QPushButton(" " + self.tr("Save table"), self)
        self.keep_button.setAccessibleName(self.tr("Save table"))
        self.keep_button.setIconSize(icons.size_of(16))
        self.keep_button.clicked.connect(self.keep)
        self.heading.add(self.keep_button)
        self.meaning = QLabel(self)
        self.meaning.setObjectName("muted")
        self.meaning.setWordWrap(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.bars = CohortBars(theme, self.tr("Conversion"), self)
        self.spreads = RangeBars(theme, self.tr("Time in stage"), self)
        self.table = QTableWidget(self)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setObjectName("report")
        self.table.setAccessibleName(self.tr("Table"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.open = QLabel(self)
        self.open.setObjectName("faint")
        self.open.setWordWrap(True)
        self._lay_out()
        for box in (self.report, self.by, self.period):
            box.currentIndexChanged.connect(self.load)
        jobs.changed.connect(self._changed)
        theme.changed.connect(self._draw)
        self._draw()

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
        for widget in (self.meaning, self.problem, self.bars, self.spreads, self.table, self.open):
            inner.addWidget(widget)
        inner.addStretch(1)
        around = QWidget(self)
        around.setObjectName("columns")
        holder = QHBoxLayout(around)
        holder.setContentsMargins(20, 0, 20, 20)
        holder.addWidget(card)
        scroll = QScrollArea(self)
        scroll.setWidget(around)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(row)
        layout.addWidget(scroll, 1)

    def _draw(self) -> None:
        self.keep_button.setIcon(icons.icon("download", self._theme.colour("text"), 16))

    # What every page has

    def load(self) -> None:
        """Make the report that is asked for."""
        self._again.stop()
        self.meaning.setText(said.meaning(self.report.currentData()))
        first, last = self._days()
        self._jobs.read(
            reports.report,
            self.report.currentData(),
            self.by.currentData() or None,
            first.isoformat() if first else None,
            last.isoformat() if last else None,
            done=self._take,
            failed=self._fail,
            key="reports.page",
        )

    def take_focus(self) -> None:
        """Put the focus on the choice of the report."""
        self.report.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with reports."""
        keep = Action("reports.keep", "file", self.tr("&Save table…"), ("Ctrl+S",), self.keep, place="reports")
        return (keep,)

    def stop(self) -> None:
        """End what goes on by itself."""
        self._again.stop()

    # Showing

    def _days(self) -> tuple[date | None, date | None]:
        today = local_day(self.around.now, self.around.context.zone)
        name = self.period.currentData()
        if not name:
            return None, None
        unit = name.removeprefix("last-")
        start = unit_start(today, unit)
        if name.startswith("last-"):
            return unit_start(start - _DAY, unit), start - _DAY
        return start, today

    def _take(self, answer: Answer) -> None:
        self.answer = answer
        self.problem.hide()
        heads, lines = said.table(answer, self.around.words)
        table = self.table
        table.clear()
        table.setColumnCount(len(heads))
        table.setRowCount(len(lines))
        table.setHorizontalHeaderLabels(heads)
        strong = font(13, 600)
        for number, line in enumerate(lines):
            for place, text in enumerate(line):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                if number >= len(answer.rows):
                    item.setFont(strong)
                table.setItem(number, place, item)
        for place in range(1, len(heads)):
            head = table.horizontalHeaderItem(place)
            if head is not None:
                head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setFixedHeight(_ROW * len(lines) + header.sizeHint().height() + 8)
        self._show_bars(answer)
        self._show_spreads(answer)
        left_out = self.tr("%n leads are not decided yet and not counted.", None, answer.open)
        self.open.setText(left_out)
        self.open.setVisible(bool(answer.open) and answer.report in _DECIDED)
        self.keep_button.setEnabled(bool(lines))

    def _show_bars(self, answer: Answer) -> None:
        shown = [self._cohort(row) for row in answer.rows[:_MOST_BARS]] if answer.report == "conversion" else []
        self.bars.setVisible(bool(shown))
        if shown:
            spoken = ". ".join(f"{one.title}: {one.entered}, {one.went_on.words}, {one.rate}" for one in shown)
            self.bars.show_cohorts(shown, spoken)

    def _show_spreads(self, answer: Answer) -> None:
        shown = [self._stretch(row) for row in answer.rows if row.get("time")] if answer.report == "stage-time" else []
        self.spreads.setVisible(bool(shown))
        if shown:
            heads = (self.tr("median"), self.tr("over"))
            self.spreads.show_stretches(shown, heads, ". ".join(one.spoken for one in shown))

    def _stretch(self, row: dict[str, Any]) -> Stretch:
        words, stage = self.around.words, self.around.context.stages.get(row.get("id", 0))
        time: dict[str, float | None] = row["time"]
        median = time.get("median")
        days = "–" if median is None else words.paper.amount(Decimal(median).quantize(Decimal("0.1")), "days", "")
        over, there = int(row.get("over") or 0), int(row.get("open") or 0)
        told = self.tr("{over} of {there}").format(over=over, there=there) if there else ""
        agreed = row.get("agreed_days")
        spoken = self.tr("{stage}: median {days}, {over} of {there} over the agreed days").format(
            stage=said.key(row), days=days, over=over, there=there
        )
        return Stretch(
            name=said.key(row),
            token="muted" if stage is None else _TEAMS.get(stage.team, "accent"),
            p25=time.get("p25"),
            median=median,
            p75=time.get("p75"),
            p90=time.get("p90"),
            agreed=None if agreed is None else float(agreed),
            cells=(days,),
            over=told,
            warned=over > 0,
            spoken=spoken,
        )

    def _cohort(self, row: dict[str, object]) -> Cohort:
        words = self.around.words
        entered, converted, still = (int(str(row.get(name) or 0)) for name in ("entered", "converted", "open"))
        rate, spread = self.tr("Too few for a rate"), ""
        if entered >= _FEW and isinstance(row.get("rate"), float):
            rate = _percent(row["rate"])
            spread = f"{_percent(row['low'])}–{_percent(row['high'])}"
        return Cohort(
            said.key(row),
            self.tr("%n entered", None, entered),
            Count(converted, self.tr("{count} went on").format(count=words.number(converted))),
            Count(entered - converted, self.tr("{count} did not").format(count=words.number(entered - converted))),
            Count(still, self.tr("{count} still open").format(count=words.number(still))),
            rate,
            spread,
            (),
            "accent",
        )

    def _fail(self, error: KnownError) -> None:
        self.problem.setText(refusals.said(error))
        self.problem.show()

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _CHANGING & change.ids.keys():
            self._again.start()

    def keep(self) -> None:
        """Save the table as a file that spreadsheets read."""
        if self.answer is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(folder) / f"{said.name(self.answer.report)}.csv")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the table"), wanted, "CSV (*.csv)")
        if not path:
            return
        heads, lines = said.table(self.answer, self.around.words)
        try:
            with filing.whole(Path(path)) as place:
                filing.text_file(place, heads, iter(lines))
        except OSError:
            self._fail(KnownError(self.tr("It could not be saved there. Choose another folder.")))
        else:
            self.said.emit(self.tr("Saved in {place}").format(place=path), None)


def _percent(share: object) -> str:
    return f"{round(float(str(share)) * 100)}%"
