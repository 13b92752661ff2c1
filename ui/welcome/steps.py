"""The first steps in a new workspace: three plain questions, of which the agreement's draft is made, then the list.

Each can be left for later.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app import agreeing
from app.agreeing import DAYS, SCORES, Pledge, Rule
from app.changes import Change
from app.errors import KnownError
from ui import refusals
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import font
from ui.welcome.parts import field
from ui.widgets.scrolling import scrolled
from ui.widgets.spinning import padded
from ui.widgets.wrapping import wrapping

WIDTH = 660
STEPS = 3
_LEADS = range(1, 10_001)
_SHARES = range(1, 101)


class Progress(QWidget):
    """How far one is: three bars, the last ones empty."""

    def __init__(self, step: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        self.setFixedHeight(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars in the palette's colours."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            wide = (self.width() - 6 * (STEPS - 1)) / STEPS
            for number in range(STEPS):
                place = STEPS - 1 - number if self.isRightToLeft() else number
                painter.setBrush(self.palette().highlight() if number < self._step else self.palette().mid())
                painter.drawRoundedRect(QRectF(place * (wide + 6), 0, wide, 5), 2.5, 2.5)


class _Option(QFrame):
    """One answer: a round mark, what it is, and what it is good for."""

    def __init__(self, title: str, meaning: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self.mark = QRadioButton(title, self)
        self.mark.setFont(font(14, 600))
        self.mark.setFixedHeight(28)
        self.mark.setAccessibleName(title)
        self.mark.setAccessibleDescription(meaning)
        self.mark.toggled.connect(self._turned)
        words = wrapping(self, words=meaning, name="muted")
        self.more = QHBoxLayout()
        self.more.setSpacing(8)
        below = QVBoxLayout()
        below.setContentsMargins(26, 0, 0, 0)
        below.addWidget(words)
        below.addLayout(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(2)
        layout.addWidget(self.mark)
        layout.addLayout(below)

    def _turned(self, on: bool) -> None:
        self.setProperty("first", on)
        self.style().unpolish(self)
        self.style().polish(self)


class StepsDialog(QDialog):
    """The dialog over the window. What is agreed is saved as one act, and undone as one."""

    said = Signal(str, object)  # what was done, and the Change

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._around = around
        self._window = parent
        self.setWindowTitle(self.tr("First steps"))
        self.setFixedWidth(min(WIDTH, max(520, parent.width() - 60)))
        title = wrapping(self, font(20, 600), self.tr("When does marketing hand a lead to sales?"))
        beside = wrapping(
            self,
            words=self.tr(
                "The first draft of your agreement is made from this. Both teams sign it when they are ready."
            ),
            name="muted",
        )
        self.score = self._number(self.tr("Score"), SCORES, 30)
        self.tag = field(self, self.tr("Tag"))
        self.tag.setText(self.tr("demo"))
        self.tag.setMaximumWidth(200)
        self.options: dict[Rule, _Option] = {
            "score": _Option(
                self.tr("From a score on"), self.tr("Good if you send campaigns and score what comes back."), self
            ),
            "asked": _Option(
                self.tr("When they ask for a price or a demo"),
                self.tr("Simple and clear, good for small teams: such leads carry a tag."),
                self,
            ),
            "hand": _Option(
                self.tr("Someone in marketing decides"), self.tr("They move the card to Handed over."), self
            ),
        }
        self._with(self.options["score"], self.tr("At least"), self.score)
        self._with(self.options["asked"], self.tr("Tag"), self.tag)
        self._marks = QButtonGroup(self)
        for option in self.options.values():
            self._marks.addButton(option.mark)
        self.options["score"].mark.setChecked(True)
        self.days = self._number(self.tr("Sales answers within, in days"), DAYS, 1)
        self.days.setSuffix(self.tr(" d"))
        self.days.setValue(agreeing.handoff_days(around.context) or 1)
        self.route = QComboBox(self)
        self.route.setAccessibleName(self.tr("Who receives a lead"))
        self.route.addItem(self.tr("whoever takes it first"), "pool")
        self.route.addItem(self.tr("the next seller in turn"), "turn")
        self.leads = self._number(self.tr("Leads ready for sales each month"), _LEADS, 20)
        self.percent = self._number(self.tr("Share answered in time, in %"), _SHARES, 90)
        self.problem = wrapping(self, name="problem")
        self.problem.hide()
        self._lay_out(title, beside)

    def _lay_out(self, title: QLabel, beside: QLabel) -> None:
        self.skip = QPushButton(self.tr("Skip for now"), self)
        self.skip.setObjectName("quiet")
        self.skip.clicked.connect(self.reject)
        self.agree = QPushButton(self.tr("Agree on this"), self)
        self.agree.setObjectName("primary")
        self.agree.setDefault(True)
        self.agree.clicked.connect(self._agree)
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.agree)
        self.questions = QWidget(self)
        inner = self._inner = QVBoxLayout(self.questions)
        inner.setContentsMargins(34, 0, 34, 0)
        inner.setSpacing(10)
        inner.addWidget(title)
        inner.addWidget(beside)
        for option in self.options.values():
            inner.addWidget(option)
        inner.addWidget(self._question(self.tr("Who receives it, and how soon?")))
        inner.addLayout(self._row(self.tr("It goes to"), self.route, self.tr("and is answered within"), self.days))
        inner.addWidget(self._question(self.tr("What does each team promise the other?")))
        inner.addLayout(
            self._row(self.tr("Marketing: leads a month"), self.leads, self.tr("Sales: % in time"), self.percent)
        )
        self.area = scrolled(self.questions, self)
        self.setTabOrder(self.route, self.days)
        layout = self._outer = QVBoxLayout(self)
        layout.setContentsMargins(0, 26, 0, 24)
        layout.setSpacing(10)
        above, below = QVBoxLayout(), QVBoxLayout()
        for part, top in ((above, 0), (below, 8)):
            part.setContentsMargins(34, top, 34, 0)
            part.setSpacing(10)
        above.addWidget(Progress(2, self))
        above.addWidget(QLabel(self.tr("Step {step} of {steps}").format(step=2, steps=STEPS), self))
        below.addWidget(self.problem)
        below.addLayout(buttons)
        layout.addLayout(above)
        layout.addWidget(self.area, 1)
        layout.addLayout(below)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need, now that they have their fonts, as far as the window has it."""
        super().showEvent(event)
        for option in self.options.values():
            option.setMinimumHeight(option.heightForWidth(option.width()) + 14)
        self._fit()

    def _fit(self) -> None:
        """Be as high as all questions, but no higher than the window: then they scroll, and the buttons stay."""
        inner = self._inner
        inner.invalidate()
        rest = self._outer.totalSizeHint().height() - self.area.sizeHint().height()
        # A row that does not wrap can be higher than a layout of words reckons.
        wanted = rest + max(inner.totalHeightForWidth(self.width()), inner.totalSizeHint().height())
        self.resize(self.width(), min(wanted, self._window.height() - 40))

    @property
    def rule(self) -> Rule:
        """The rule that is chosen."""
        return next(rule for rule, option in self.options.items() if option.mark.isChecked())

    def _with(self, option: _Option, words: str, widget: QWidget) -> None:
        widget.setParent(option)
        label = QLabel(words, option)
        label.setBuddy(widget)
        option.more.addWidget(label)
        option.more.addWidget(widget)
        option.more.addStretch(1)
        widget.setEnabled(option.mark.isChecked())
        option.mark.toggled.connect(widget.setEnabled)

    def _number(self, name: str, reach: range, value: int) -> QSpinBox:
        box = padded(QSpinBox(self))
        box.setAccessibleName(name)
        box.setRange(reach[0], reach[-1])
        box.setValue(value)
        box.setFixedWidth(88)
        return box

    def _question(self, words: str) -> QLabel:
        return wrapping(self, font(15, 600), words)

    def _row(self, first: str, one: QWidget, second: str, other: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        for words, widget in ((first, one), (second, other)):
            label = QLabel(words, self)
            label.setBuddy(widget)
            row.addWidget(label)
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _agree(self) -> None:
        self.agree.setEnabled(False)
        self.problem.hide()
        self._jobs.write(
            agreeing.agree,
            self.tr("Ready for sales"),
            self.rule,
            self.days.value(),
            score=self.score.value(),
            tag=self.tag.text(),
            pledge=Pledge(self.route.currentData(), self.leads.value(), self.percent.value()),
            done=self._agreed,
            failed=self._refused,
        )

    def _agreed(self, change: Change) -> None:
        self.said.emit(
            self.tr("Sales answers within %n days.", None, self.days.value())
            + (" " + self.tr("“Ready for sales” in the sidebar gathers the leads.") if self.rule != "hand" else ""),
            change,
        )
        self.accept()

    def _refused(self, error: KnownError) -> None:
        self.agree.setEnabled(True)
        self.problem.setText(refusals.said(error))
        self.problem.show()
