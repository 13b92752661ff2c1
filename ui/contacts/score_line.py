"""Where a score stands on the page of contacts: in the list and beside the lead, explained clause by clause."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.agreement import explaining
from app.around import LeadLine
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.leads.score_tip import ScoreTip
from ui.lists.table import ListTable
from ui.rows_model import RowsModel


class ListScores(QObject):
    """Explains the scores of a list of contacts: under a resting pointer, or of the current row when a key asks."""

    def __init__(self, jobs: Jobs, around: Surroundings, table: ListTable) -> None:
        super().__init__(table)
        self._table = table
        self.tip = ScoreTip(jobs, around, table)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask what the score under the pointer is made of."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._table.indexAt(event.pos())
            if index.isValid() and self._table.columns[index.column()].name == "score":
                self._ask(index.row(), event.globalPos(), aloud=False)
                return True
        return bool(super().eventFilter(watched, event))

    def explain(self) -> None:
        """Show and say what the score of the current row is made of."""
        index = self._table.currentIndex()
        if index.isValid():
            place = self._table.visualRect(index).bottomLeft()
            self._ask(index.row(), self._table.viewport().mapToGlobal(place), aloud=True)

    def _ask(self, row: int, place: QPoint, *, aloud: bool) -> None:
        model = self._table.model()
        found = model.loaded(row) if isinstance(model, RowsModel) else None
        if found is not None and found.score is not None:
            self.tip.ask(found.id, self._table, place, aloud=aloud, service=explaining.explain_contact)


class ScoreLine(QWidget):
    """The score of a lead beside its other figures; hovering over it or pressing it explains it."""

    def __init__(self, jobs: Jobs, around: Surroundings, title_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.tip = ScoreTip(jobs, around, self)
        self._lead: int | None = None
        title = QLabel(self.tr("Score"), self)
        title.setObjectName("muted")
        title.setFixedWidth(title_width)
        self.button = QPushButton(self)
        self.button.setObjectName("flat")
        self.button.setMinimumWidth(36)
        self.button.setAccessibleName(title.text())
        self.button.clicked.connect(self.explain)
        self.button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(self.button)
        row.addStretch(1)

    def show_lead(self, lead: LeadLine | None) -> None:
        """Show a lead's score; where it has none, nothing."""
        score = None if lead is None else lead.score
        self._lead = None if lead is None else lead.id
        self.setVisible(score is not None)
        if score is not None:
            said = self.tip.around.words.number(score)
            self.button.setText(said)
            self.button.setAccessibleName(self.tr("Score {score}: explain it").format(score=said))

    def explain(self) -> None:
        """Show and say what it is made of."""
        self._ask(aloud=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain it under a resting pointer."""
        if event.type() == QEvent.Type.ToolTip:
            self._ask(aloud=False)
            return True
        return bool(super().eventFilter(watched, event))

    def _ask(self, *, aloud: bool) -> None:
        if self._lead is not None:
            place = self.button.mapToGlobal(QPoint(0, self.button.height()))
            self.tip.ask(self._lead, self.button, place, aloud=aloud)
