"""The leads behind a figure that was clicked, below the report: as rows, as a list on the board, or as a file."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.reports.behind import Behind, Found
from ui import icons
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.leads_table import leads_table, show_heads
from ui.widgets.wrapping import wrapping

_ROW = 36
_MOST_ROWS = 8
"""Rows in sight; the others are scrolled to."""


class BehindPanel(QFrame):
    """The card with the leads."""

    list_asked = Signal()
    keep_asked = Signal()
    lead_asked = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = theme
        self.found = Found((), ())
        self.title = wrapping(self, font(14, 600))
        self.all_button = QPushButton(self)
        self.keep_button = QPushButton(" " + self.tr("Save as CSV"), self)
        self.keep_button.setAccessibleName(self.tr("Save the leads as CSV"))
        self.close_button = QPushButton(self)
        self.close_button.setAccessibleName(self.tr("Close the leads behind it"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        for button in (self.all_button, self.keep_button, self.close_button):
            button.setObjectName("flat")
            button.setIconSize(icons.size_of(16))
            button.setMinimumHeight(30)
        self.all_button.clicked.connect(self.list_asked)
        self.keep_button.clicked.connect(self.keep_asked)
        self.close_button.clicked.connect(self._close)
        self.table = leads_table(self, self.tr("The leads behind it"), _ROW)
        self.table.cellActivated.connect(self._open)
        self.table.cellDoubleClicked.connect(self._open)
        self.more = QLabel(self)
        self.more.setObjectName("faint")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for button in (self.all_button, self.keep_button, self.close_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table)
        layout.addWidget(self.more)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def _draw(self) -> None:
        for button, icon in (
            (self.all_button, "square-kanban"),
            (self.keep_button, "download"),
            (self.close_button, "x"),
        ):
            button.setIcon(icons.icon(icon, self._theme.colour("muted"), 16))

    def show_found(self, title: str, heads: tuple[str, str], found: Found, around: Surroundings) -> None:
        """Show leads under what they did; `heads` name the two moments, "" for one that the figure has not."""
        self.found = found
        leads = self.tr("%n leads", None, len(found.ids))
        self.title.setText(f"{leads}: {title}" if title else leads)
        said = self.tr("Show all %n on the board", None, len(found.ids))
        self.all_button.setText(f" {said}")
        self.all_button.setAccessibleName(said)
        self.all_button.setEnabled(bool(found.ids))
        self.keep_button.setEnabled(bool(found.ids))
        shown, lines = self.lines(heads, around)
        self.table.clear()
        self.table.setColumnCount(len(shown))
        self.table.setRowCount(len(lines))
        for number, line in enumerate(lines):
            for place, text in enumerate(line):
                item = QTableWidgetItem(text)
                item.setToolTip(text if place < 2 else "")
                self.table.setItem(number, place, item)
        show_heads(self.table, shown)
        self.table.setFixedHeight(
            _ROW * min(_MOST_ROWS, max(1, len(lines))) + self.table.horizontalHeader().sizeHint().height() + 8
        )
        left = len(found.ids) - len(found.rows)
        self.more.setText(self.tr("and %n more", None, left))
        self.more.setVisible(left > 0)
        self.show()

    def lines(self, heads: tuple[str, str], around: Surroundings) -> tuple[list[str], list[list[str]]]:
        """Return the heads and the lines of the table."""
        began, ended = heads
        shown = [self.tr("Lead"), self.tr("Company"), *(head for head in heads if head)]
        shown += [self.tr("Days")] if began and ended else []
        shown += [self.tr("Owner"), self.tr("Stage now"), self.tr("Value")]
        return shown, [self._line(one, began, ended, around) for one in self.found.rows]

    def _line(self, one: Behind, began: str, ended: str, around: Surroundings) -> list[str]:
        words, context = around.words, around.context
        year = around.now.year
        line = [one.name[:200], one.company[:200]]
        for head, moment in ((began, one.began), (ended, one.ended)):
            if head:
                day = "" if moment is None else words.paper.day_short(moment.astimezone(context.zone).date(), year)
                line.append(day)
        if began and ended:
            line.append("" if one.days is None else words.number(round(one.days)))
        stage = context.stages.get(one.stage_id)
        value = "" if one.value is None else words.money(one.value, one.currency)
        return [*line, one.owner, stage.name if stage else "", value]

    def _open(self, row: int, _: int) -> None:
        if row < len(self.found.rows):
            self.lead_asked.emit(self.found.rows[row].id)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def ids_query(ids: Sequence[int], most: int) -> str:
    """Return the query for leads by their numbers; no lead has the number 0, so of none, none are shown."""
    return f"id:{','.join(map(str, ids[:most] or [0]))}"
