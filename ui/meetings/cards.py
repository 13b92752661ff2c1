"""The cards of a meeting's page: goals, a chart, wins, and what is settled."""

from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.meeting_agenda import Agenda, Owed, Settled
from ui.around import Surroundings
from ui.meetings.card import Card, emptied
from ui.meetings.disputes import Disputes
from ui.meetings.faces import Faces
from ui.meetings.lines import Actions, Decisions, Wins
from ui.meetings.listing import wrapped
from ui.meetings.notes import Notes
from ui.meetings.owing import Owing
from ui.theme import Theme, font
from ui.widgets.charts import LineChart
from ui.widgets.goal_bar import GoalBar


class Cards(QScrollArea):
    """All cards, and what they show."""

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.goals = Card(self.tr("Shared goals"), self)
        self.goals.beside.setText(self.tr("Shared goals count the work of both teams"))
        self._goal_rows = QVBoxLayout()
        self._goal_rows.setSpacing(10)
        self.goals.body.addLayout(self._goal_rows)
        self.goals.body.addStretch(1)
        self.chart = Card("", self)
        self.line = LineChart(theme, self.tr("Weeks"), self)
        self.counted = wrapped("", self, "faint")
        self.counted.setFont(font(11))
        self.chart.body.addWidget(self.line, 1)
        self.chart.body.addWidget(self.counted)
        self.wins = Wins(theme, self)
        self.decisions = Decisions(theme, self)
        self.owed = Actions(theme, around, self)
        self.notes = Notes(self)
        self.disputes = Disputes(theme, self)
        self.owing = Owing(theme, self)
        self._shown: tuple[Agenda, Surroundings] | None = None
        for card in (self.wins, self.decisions, self.owed):
            card.again.connect(self._show_lines)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("columns")
        grid = QGridLayout(inner)
        grid.setContentsMargins(20, 0, 20, 20)
        grid.setSpacing(14)
        grid.addWidget(self.goals, 0, 0, 1, 2)
        grid.addWidget(self.chart, 1, 0)
        grid.addWidget(self.wins, 1, 1)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.decisions, 3)
        right.addWidget(self.owed, 5)
        right.addWidget(self.notes, 3)
        grid.addWidget(self.disputes, 2, 0, 1, 2)
        grid.addWidget(self.owing, 3, 0, 1, 2)
        grid.addLayout(right, 0, 2, 4, 1)
        for column, share in ((0, 5), (1, 4), (2, 4)):
            grid.setColumnStretch(column, share)
        grid.setRowStretch(1, 1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(self.focusPolicy().NoFocus)

    def show_agenda(self, shown: Agenda, around: Surroundings) -> None:
        """Show a meeting's figures and what it settled."""
        self._shown = shown, around
        faces = Faces(shown.summary, around.words)
        emptied(self._goal_rows)
        for one in shown.summary.goals or ():
            bar = GoalBar(self._theme, faces.goal(one), self)
            bar.setToolTip(faces.counted(one))
            self._goal_rows.addWidget(bar)
        if not shown.summary.goals:
            self._goal_rows.addWidget(wrapped(self.tr("There is no goal for this time yet."), self, "muted"))
        drawn = None if shown.summary.chart is None else faces.chart(shown.summary.chart)
        self.chart.setVisible(drawn is not None)
        if drawn is not None and shown.summary.chart is not None:
            self.chart.title.setText(drawn[0])
            self.line.show_line(drawn[1], drawn[2])
            self.counted.setText(faces.counted(shown.summary.chart))
        self._show_lines()

    def _show_lines(self) -> None:
        if self._shown is None:
            return
        shown, around = self._shown
        faces, writable = Faces(shown.summary, around.words), shown.closed is None
        self.wins.show_wins([(one, *faces.win(one)) for one in shown.summary.wins or ()], writable=writable)
        lines = [line for step in shown.steps for line in step.lines]
        self.decisions.show_decisions([one for one in lines if isinstance(one, Settled)], writable=writable)
        self.disputes.show_disputes(shown.summary.disputes or (), around, faces, writable=writable)
        self.owed.show_actions([one for one in lines if isinstance(one, Owed)], writable=writable)

    def reveal(self, topic: str) -> None:
        """Bring what a step is about into sight, where it has a card of its own below the others."""
        card = {"disputes": self.disputes, "promises": self.owing}.get(topic)
        if card is not None and card.isVisibleTo(self):
            self.ensureWidgetVisible(card)
