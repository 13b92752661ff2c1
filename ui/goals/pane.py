"""One goal beside the others: its course through the period, what drives it, and the leads behind it."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.goal_detail import Counted, Driver, GoalDetail
from app.periods import local_day
from app.reports.progress import AMOUNTS, ANSWERED, MANUAL, Part, Progress
from ui.around import Surroundings
from ui.contacts.parts import breakable, details_column, rule, scrolled, tool_button
from ui.contacts.step_card import Pill
from ui.goals.card import ForecastWords
from ui.goals.drivers import DriverWords
from ui.theme import Theme, font
from ui.widgets.charts import LineChart, LineData, Point, Tick
from ui.widgets.goal_chart import GoalChart, GoalCourse, Sum
from ui.widgets.goal_words import GoalWords
from ui.widgets.leads_table import leads_table, show_heads
from ui.widgets.tinted import tint
from ui.widgets.wrapping import wrapping
from ui.words import Due

WIDTH = 400
_ROW = 44
_ROWS_IN_SIGHT = 6
_DAY = timedelta(days=1)
_FULL = 100
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class GoalPane(QFrame):
    """The pane."""

    closed = Signal()
    edit_asked = Signal()
    entry_asked = Signal()
    copy_asked = Signal()
    list_asked = Signal()
    lead_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("detailframe")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.detail: GoalDetail | None = None
        self.name = wrapping(self, font(18, 600))
        self.state = Pill(theme, self)
        self.close_button = tool_button(self, self.tr("Close the goal"))
        tint(self.close_button, theme, "x", "muted", 18)
        self.close_button.clicked.connect(self.closed)
        self.sentence = wrapping(self)
        self.course_title = QLabel(self)
        self.course_title.setFont(font(13, 600))
        self.legend = QLabel(self)
        self.legend.setObjectName("muted")
        self.course = GoalChart(theme, self.tr("The goal through its period"), self)
        self.rates = LineChart(theme, self.tr("The promise by week"), self)
        self.rates.setFixedHeight(210)
        self.driven = QWidget(self)
        self.drivers_then = wrapping(self, font(12), name="muted")
        self.drivers = QVBoxLayout()
        self.behind = QWidget(self)
        self.behind_title = wrapping(self, font(13, 600))
        self.list_button = QPushButton(self.tr("Show as list"), self)
        self.list_button.setObjectName("flat")
        self.list_button.clicked.connect(self.list_asked)
        self.leads = leads_table(self, self.tr("The leads behind it"), _ROW)
        self.leads.setWordWrap(False)
        self.leads.cellActivated.connect(self._open)
        self.leads.cellDoubleClicked.connect(self._open)
        self.more = QLabel(self)
        self.more.setObjectName("faint")
        self.edit_button = QPushButton(self.tr("Change…"), self)
        self.edit_button.clicked.connect(self.edit_asked)
        self.entry_button = QPushButton(self.tr("Enter amounts…"), self)
        self.entry_button.clicked.connect(self.entry_asked)
        self.copy_button = QPushButton(self.tr("Copy to the next period"), self)
        self.copy_button.clicked.connect(self.copy_asked)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        content, inner = details_column(self, (20, 16, 14, 14))
        inner.addLayout(head)
        inner.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.sentence)
        titles = QVBoxLayout()
        titles.setSpacing(3)
        titles.addWidget(self.course_title)
        titles.addWidget(self.legend)
        inner.addLayout(titles)
        inner.addWidget(self.course)
        inner.addWidget(self.rates)
        driven = QVBoxLayout(self.driven)
        driven.setContentsMargins(0, 0, 0, 0)
        driven.setSpacing(10)
        title = QLabel(self.tr("What drives it"), self.driven)
        title.setFont(font(13, 600))
        for part in (rule(self), title, self.drivers_then):
            driven.addWidget(part)
        self.drivers.setSpacing(10)
        driven.addLayout(self.drivers)
        inner.addWidget(self.driven)
        behind = QVBoxLayout(self.behind)
        behind.setContentsMargins(0, 0, 0, 0)
        behind.setSpacing(6)
        line = QHBoxLayout()
        line.addWidget(self.behind_title, 1)
        line.addWidget(self.list_button)
        behind.addWidget(rule(self))
        behind.addLayout(line)
        behind.addWidget(self.leads)
        behind.addWidget(self.more)
        inner.addWidget(self.behind)
        inner.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 14, 12)
        foot.addWidget(self.edit_button)
        foot.addWidget(self.entry_button)
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.area = scrolled(content, self)
        layout.addWidget(self.area, 1)
        layout.addWidget(rule(self))
        layout.addLayout(foot)

    def fit(self, *, beside: bool) -> None:
        """Take the width of a pane, or all there is."""
        self.setMinimumWidth(WIDTH if beside else 0)
        self.setMaximumWidth(WIDTH if beside else 16_777_215)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def show_detail(self, detail: GoalDetail, around: Surroundings) -> None:
        """Show a goal."""
        if self.detail is None or detail.progress.goal.id != self.detail.progress.goal.id:
            self.area.verticalScrollBar().setValue(0)
        self.detail = detail
        one = detail.progress
        said = GoalWords(around.words, one)
        token, icon = said.token()
        self.name.setText(breakable(one.goal.name))
        self.state.tell(Due(said.state(), token, icon) if said.state() else None)
        self.sentence.setText(
            " · ".join(part for part in (f"{said.actual()} {said.target()}", ForecastWords().say(one, around)) if part)
        )
        self._show_course(detail, around, said)
        self._show_drivers(detail, around, said)
        self._show_leads(detail, around, said)
        self.entry_button.setVisible(one.goal.metric == MANUAL)

    # Its parts

    def _show_course(self, detail: GoalDetail, around: Surroundings, said: GoalWords) -> None:
        one = detail.progress
        rated = one.goal.metric == ANSWERED
        self.course.setHidden(rated)
        self.rates.setVisible(rated)
        self.legend.setHidden(rated)
        self.course_title.setText(self.tr("By week") if rated else self.tr("By week, added up"))
        if rated:
            points, spoken = _rates(one, around, said)
            ticks = tuple(Tick(share, said.amount(Decimal(share * _FULL))) for share in (0, 0.5, 1))
            goal = Tick(float(one.goal.target / _FULL), said.amount(one.goal.target))
            self.rates.show_line(LineData(points, ticks, goal), spoken)
            return
        teams = (("marketing", self.tr("Marketing")), ("sales", self.tr("Sales")))
        marks = [f'<span style="color:{self._theme.colour(token).name()}">■</span> {name}' for token, name in teams]
        pace = self.tr("Pace")
        self.legend.setText(" &nbsp; ".join([*marks, f"– – {pace}"]))
        course, spoken = self._course(detail, around, said)
        self.course.show_course(course, spoken)

    def _course(self, detail: GoalDetail, around: Surroundings, said: GoalWords) -> tuple[GoalCourse, str]:
        one = detail.progress
        goal, paper, year = one.goal, around.words.paper, around.now.year
        today = min(local_day(around.now, around.context.zone), goal.ends)
        length = (goal.ends - goal.starts).days + 1
        ends = one.projected if one.projected is not None and today < goal.ends else None
        top = max(goal.target, one.actual or Decimal(0), ends or Decimal(0), Decimal(1))
        sums, told = [], []
        for day, part in _added_up(one, today):
            words = self.tr("Until {day}: {amount}, marketing {marketing}, sales {sales}").format(
                day=paper.day_short(day, year),
                amount=said.amount(part.marketing + part.sales),
                marketing=said.amount(part.marketing),
                sales=said.amount(part.sales),
            )
            across = ((day - goal.starts).days + 1) / length
            sums.append(Sum(across, _share(part.marketing, top), _share(part.sales, top), words))
            told.append(words)
        paced = [(((day - goal.starts).days + 1) / length, float(amount / top)) for day, amount in detail.pace]
        ticks = tuple(
            Tick(float(amount / top), said.amount(amount)) for amount in (Decimal(0), goal.target / 2, goal.target)
        )
        middle = goal.starts + (goal.ends - goal.starts) / 2
        days = tuple(
            (((day - goal.starts).days + 0.5) / length, paper.day_short(day, year))
            for day in (goal.starts, middle, goal.ends)
        )
        course = GoalCourse(
            sums=tuple(sums),
            pace=((0.0, 0.0), *paced),
            ends=None if ends is None else (float(ends / top), said.amount(ends)),
            ticks=ticks,
            days=days,
            now=said.actual() if sums else "",
        )
        return course, ". ".join(told)

    def _show_drivers(self, detail: GoalDetail, around: Surroundings, said: GoalWords) -> None:
        while (item := self.drivers.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.driven.setVisible(bool(detail.drivers))
        if detail.then is not None:
            days = around.words.paper.days(*detail.then)
            self.drivers_then.setText(
                self.tr("Beside as many working days of the period before: {days}").format(days=days)
            )
        writes = DriverWords(detail.progress, around.words, said)
        for one in detail.drivers:
            self.drivers.addWidget(self._driver(one, writes))

    def _driver(self, one: Driver, words: DriverWords) -> QWidget:
        row = QWidget(self.driven)
        name = wrapping(row, font(13, 600), words.name(one))
        figures = wrapping(row, font(12), words.figures(one), name="muted")
        pill = Pill(self._theme, row)
        pill.tell(words.change(one))
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(name)
        texts.addWidget(figures)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(texts, 1)
        line.addWidget(pill)
        return row

    def _show_leads(self, detail: GoalDetail, around: Surroundings, said: GoalWords) -> None:
        one = detail.progress
        self.behind.setHidden(one.goal.metric == MANUAL)
        self.behind_title.setText(self.tr("%n leads behind it", None, detail.count))
        self.list_button.setEnabled(detail.count > 0)
        self.leads.setVisible(bool(detail.leads))
        worth = one.goal.metric in AMOUNTS
        heads = [self.tr("Lead"), self.tr("Day"), self.tr("Brought by"), *([self.tr("Value")] if worth else [])]
        self.leads.setColumnCount(len(heads))
        self.leads.setRowCount(len(detail.leads))
        for number, lead in enumerate(detail.leads):
            for place, text in enumerate(self._line(lead, around, said, worth=worth)):
                item = QTableWidgetItem(text)
                item.setToolTip(text if place == 0 else "")
                item.setData(_SPOKEN, text.replace("\n", ", "))
                self.leads.setItem(number, place, item)
        show_heads(self.leads, heads)
        rows = min(_ROWS_IN_SIGHT, max(1, len(detail.leads)))
        self.leads.setFixedHeight(_ROW * rows + self.leads.horizontalHeader().sizeHint().height() + 4)
        left = detail.count - len(detail.leads)
        self.more.setText(self.tr("and %n more", None, left))
        self.more.setVisible(left > 0)

    def _line(self, lead: Counted, around: Surroundings, said: GoalWords, *, worth: bool) -> list[str]:
        name = "\n".join(" ".join(part[:200].split()) for part in (lead.name, lead.company) if part)
        day = around.words.paper.day_short(local_day(lead.at, around.context.zone), around.now.year)
        line = [name, day, self.tr("Marketing") if lead.marketing else self.tr("Sales")]
        return [*line, said.amount(lead.amount)] if worth and lead.amount is not None else line

    def _open(self, row: int, _: int) -> None:
        if self.detail is not None and row < len(self.detail.leads):
            self.lead_asked.emit(self.detail.leads[row].id)


def _added_up(one: Progress, today: date) -> Sequence[tuple[date, Part]]:
    """Return what had come together by each Sunday of the period and by today, from nothing on its first morning."""
    if today < one.goal.starts:
        return []
    found, total, days = [(one.goal.starts - _DAY, Part())], Part(), dict(one.within)
    day = one.goal.starts
    while day <= today:
        total += days.get(day, Part())
        if day.weekday() == 6 or day == today:
            found.append((day, total))
        day += _DAY
    return found


def _rates(one: Progress, around: Surroundings, said: GoalWords) -> tuple[tuple[Point, ...], str]:
    points, told = [], []
    for monday, part in one.weeks:
        rate = part.amount(ANSWERED)
        words = "–" if rate is None else said.amount(rate.quantize(Decimal(1), ROUND_HALF_UP))
        label = around.words.paper.day_short(monday, around.now.year)
        points.append(Point(None if rate is None else float(rate / _FULL), words, label))
        told.append(f"{label}: {words}")
    return tuple(points), ", ".join(told)


def _share(amount: Decimal, top: Decimal) -> float:
    return float(max(amount, Decimal(0)) / top)
