"""A report as a table: figures that leads stand behind are links."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.reports.answer import Answer, Row
from app.reports.behind import FIGURES
from ui.around import Surroundings
from ui.reports import words as said
from ui.theme import Theme, font

_ROW = 40


class ReportTable(QTableWidget):
    """The table. Enter or a click on a figure asks for the leads behind it."""

    figure_asked = Signal(object)  # (row, figure)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer: Answer | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("report")
        self.setAccessibleName(self.tr("Table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.cellClicked.connect(self._open)
        self.cellActivated.connect(self._open)

    def show_answer(self, answer: Answer, around: Surroundings) -> bool:
        """Show a report; return whether there is anything in it."""
        self._answer = answer
        heads, lines = said.table(answer, around.words)
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(lines))
        self.setHorizontalHeaderLabels(heads)
        for number, line in enumerate(lines):
            for place, text in enumerate(line):
                self.setItem(number, place, self._item(number, place, text))
        for place in range(1, len(heads)):
            head = self.horizontalHeaderItem(place)
            if head is not None:
                head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setFixedHeight(_ROW * len(lines) + header.sizeHint().height() + 8)
        return bool(lines)

    def _item(self, number: int, place: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        is_link = self.figure_at(number, place) is not None
        if is_link:
            item.setForeground(self._theme.colour("accent_text"))
            item.setToolTip(self.tr("Show the leads behind it"))
        if is_link or (self._answer is not None and number >= len(self._answer.rows)):
            item.setFont(font(13, 600))
        return item

    def figure_at(self, number: int, place: int) -> tuple[Row, str] | None:
        """Return the row and the figure of a cell that leads stand behind."""
        answer = self._answer
        if answer is None or not 0 < place <= len(answer.columns):
            return None
        row = answer.rows[number] if number < len(answer.rows) else answer.total
        figure = answer.columns[place - 1].path
        return (row, figure) if figure in FIGURES.get(answer.report, ()) and row.get(figure) else None

    def _open(self, number: int, place: int) -> None:
        found = self.figure_at(number, place)
        if found is not None:
            self.figure_asked.emit(found)
