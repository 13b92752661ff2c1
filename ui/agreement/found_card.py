"""How many leads a definition finds, beside the version in force, and where their points lie."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.agreement.counts import Counts
from ui.agreement.score_chart import ScoreChart
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping


class FoundCard(QFrame):
    """The card over the clauses; hidden until there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.found = wrapping(self, font(13, 600))
        self.apart = QLabel(self)
        self.apart.setObjectName("clausebadge")
        self.apart.setProperty("tone", "plain")
        self.apart.setFixedHeight(22)
        self.chart = ScoreChart(theme, self)
        head = QHBoxLayout()
        head.addWidget(self.found, 1)
        head.addWidget(self.apart)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 10, 14, 10)
        body.setSpacing(8)
        body.addLayout(head)
        body.addWidget(self.chart)
        self.hide()

    def show_counts(self, counts: Counts, around: Surroundings) -> None:
        """Say what was counted."""
        number = around.words.paper.number
        words = self.tr("%n leads meet this today, {won} of them won.", None, counts.full.leads)
        found = words.format(won=number(counts.full.won))
        if counts.needed is not None and counts.is_out_of_reach:
            lacking = self.tr(
                "No lead can meet this: {needed} points are needed, and all clauses together give {most}."
            )
            found = lacking.format(needed=number(counts.needed), most=number(counts.most))
        self.found.setText(found)
        self.apart.setVisible(counts.before is not None)
        if counts.before is not None:
            more = counts.full.leads - counts.before.leads
            said = self.tr("As many as version {n}")
            if more < 0:
                said = self.tr("%n fewer than version {n}", None, -more)
            elif more > 0:
                said = self.tr("%n more than version {n}", None, more)
            self.apart.setText(said.format(n=counts.before_number))
        self.chart.setVisible(counts.needed is not None)
        if counts.needed is not None:
            self.chart.show_counts(counts, around)
        self.show()
