"""A goal on its page: where it stands, how it will end if it goes on like this, its weeks, and what can be done."""

from decimal import ROUND_UP, Decimal

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.reports.progress import ANSWERED, Progress
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.charts import SparkBars
from ui.widgets.goal_bar import GoalBar
from ui.widgets.goal_words import GoalWords, face_of, metric_name
from ui.widgets.tinted import tint

_WEEK = 5  # working days
_ROOM = QMargins(18, 14, 12, 14)
_WIDER = QMargins(1, 1, 1, 1)


class ForecastWords(QObject):
    """How a goal ends if it goes on like this, in words."""

    def say(self, one: Progress, around: Surroundings) -> str:
        """Return how a goal ends if it goes on like this, what it takes, and how long there is."""
        said = GoalWords(around.words, one)
        parts = []
        if one.projected is not None and one.state not in {"met", "missed", "not_started"}:
            words = self.tr("If it goes on like this: {amount}")
            parts.append(words.format(amount=said.amount(one.projected)))
        left = one.days - one.gone
        missing = one.goal.target - (one.actual or Decimal(0))
        if one.goal.metric != ANSWERED and left > 0 and missing > 0 and one.state != "not_started":
            rate = (missing / left * _WEEK).to_integral_value(ROUND_UP)
            words = self.tr("{amount} needed each week")
            parts.append(words.format(amount=said.amount(rate)))
            if one.gone > 0 and one.actual is not None:
                so_far = said.amount((one.actual / one.gone * _WEEK).quantize(Decimal(1)))
                parts.append(self.tr("so far {amount}").format(amount=so_far))
        if left > 0 and one.state != "not_started":
            parts.append(self.tr("%n working days left", None, left))
        return " · ".join(parts)


class GoalCard(QFrame):
    """One goal with its forecast, its weeks, and the buttons that show it closely and say what can be done with it."""

    opened = Signal()

    def __init__(self, one: Progress, around: Surroundings, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.goal = one.goal
        self.bar = GoalBar(theme, face_of(one, around.words), self)
        name = one.goal.name[:100]
        self.more = self._button("ellipsis", self.tr("What can be done with {goal}").format(goal=name), theme)
        self.look = self._button("chevron-right", self.tr("Show {goal} closely").format(goal=name), theme)
        self.look.clicked.connect(self.opened)
        ends = self._label(ForecastWords().say(one, around), "text")
        counted = self._label(self._counted(one, around), "faint")
        counted.setFont(font(11))
        self.weeks = SparkBars(theme, self.tr("The last weeks"), self)
        amounts = [part.amount(one.goal.metric) or Decimal(0) for _, part in one.weeks]
        highest = max(amounts, default=Decimal(0)) or Decimal(1)
        said = GoalWords(around.words, one)
        spoken = ", ".join(said.amount(amount) for amount in amounts)
        self.weeks.show_heights([float(amount / highest) for amount in amounts], spoken)
        self.weeks.setToolTip(self.tr("By week: {amounts}").format(amounts=spoken))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ends)
        words.addWidget(counted)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addLayout(words, 1)
        foot.addWidget(self.weeks)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.bar, 1)
        for button in (self.look, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(_ROOM)
        self._rows.setSpacing(10)
        self._rows.addLayout(top)
        self._rows.addLayout(foot)

    def choose(self, *, chosen: bool) -> None:
        """Look as the one that is shown closely, or as the others."""
        self.setProperty("chosen", chosen)
        # What stands in it stays where it is, within a border that is wider by a pixel.
        self._rows.setContentsMargins(_ROOM - _WIDER if chosen else _ROOM)
        self.style().unpolish(self)
        self.style().polish(self)
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # by which a frame learns how wide it is

    def focused(self) -> QPushButton | None:
        """Return which of its buttons has the focus, or has it again once the window is the active one."""
        held = self.window().focusWidget()
        return next((one for one in (self.look, self.more) if one is held), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to be shown closely."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def _button(self, icon: str, name: str, theme: Theme) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("flat")
        tint(button, theme, icon, "muted", 18)
        button.setFixedSize(34, 30)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _label(self, words: str, name: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setVisible(bool(words))
        return label

    def _counted(self, one: Progress, around: Surroundings) -> str:
        goal, paper = one.goal, around.words.paper
        year = around.now.year
        days = self.tr("{first} to {last}").format(
            first=paper.day_short(goal.starts, year), last=paper.day_short(goal.ends, year)
        )
        hours = self.tr("within %n hours", None, goal.hours) if goal.metric == ANSWERED and goal.hours else ""
        return " · ".join(part for part in (metric_name(goal.metric), hours, goal.query, days) if part)
