"""What bad leads cost: hours of sales by reason and source, silent where there are too few to say anything."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.agreement.costs import Cell, Costs
from app.agreement.fixing import is_warranted
from ui.agreement import promise_words as said
from ui.agreement.remedy_card import RemedyCard
from ui.around import Surroundings
from ui.painting import NORMAL, NORMAL_STRONG, SMALL, SMALL_STRONG, STRONG, Brush
from ui.theme import Theme, font
from ui.widgets.chart import Chart, Spot
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_ROW = 86
_HEAD = 48
_FOOT = 74
_NAME = 134
_CELL = 98
_AROUND = 18  # beside a cell's words, with what keeps it from the next cell
_MOST_SHOWN = 8


class CostTable(Chart):
    """The table. What opens is (row, column); a row or column of -1 is the total."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Hours lost, by reason and source"))
        self._costs: Costs | None = None
        self._around: Surroundings | None = None
        self.chosen: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_costs(self, costs: Costs, around: Surroundings) -> None:
        """Draw a table."""
        self._costs, self._around = costs, around
        self.setFixedHeight(self.sizeHint().height())
        self.setMinimumWidth(_NAME + self._widest(costs) * (len(costs.sources) + 1))
        spoken = [
            f"{self._reason(row)}, {self._source(column)}: {self._words(cell)}"
            for row, line in enumerate(costs.cells)
            for column, cell in enumerate(line)
            if cell.refused
        ]
        self.describe("; ".join(spoken), opens=bool(costs.total.refused))

    def sizeHint(self) -> QSize:
        """Return a size for all rows."""
        rows = len(self._costs.reasons) if self._costs is not None else 1
        return QSize(700, _HEAD + rows * _ROW + _FOOT)

    def _widest(self, costs: Costs) -> int:
        """Return the width that a cell needs for its words; a window too narrow for all is scrolled."""
        totals = (*costs.by_source, *costs.by_reason, costs.total)
        words = [(SMALL, self.tr("%n answered", None, total.answered)) for total in totals]
        for cell in (*(cell for line in costs.cells for cell in line), *totals):
            words += [(SMALL_STRONG, self._share(cell)), (SMALL, self.range(cell)), (SMALL, self._few(cell))]
        return max(_CELL, *(round(face.width(one)) + _AROUND for face, one in words))

    def _share(self, cell: Cell) -> str:
        of = self.tr("{n} of {all}").format(n=cell.refused, all=cell.answered)
        return of if cell.rate.rate is None else f"{of} · {said.percent(100 * cell.rate.rate)}"

    def _few(self, cell: Cell) -> str:
        if cell.is_telling:
            return ""
        return self.tr("too few to say") if cell.refused else self.tr("none")

    def _reason(self, row: int) -> str:
        assert self._costs is not None  # noqa: S101 - only asked for once there is something to show
        return self._costs.reasons[row][1] or self.tr("No reason given")

    def _source(self, column: int) -> str:
        assert self._costs is not None  # noqa: S101 - as above
        return self._costs.sources[column] or self.tr("No source")

    def hours(self, cell: Cell) -> str:
        """Return a cell's hours."""
        assert self._around is not None  # noqa: S101 - as above
        paper = self._around.words.paper
        return self.tr("{n} h").format(n=paper.number(Decimal(cell.minutes) / 60, 1))

    def _words(self, cell: Cell) -> str:
        of = self.tr("{n} of {all}").format(n=cell.refused, all=cell.answered)
        if not cell.refused:
            return of + ", " + self.tr("none")
        if not cell.is_telling:
            return of + ", " + self.tr("too few to say")
        return f"{self.hours(cell)}, {of}, {self.range(cell)}"

    def range(self, cell: Cell) -> str:
        """Return a cell's range in words."""
        rate = cell.rate
        if rate.low is None or rate.high is None:
            return ""
        return self.tr("likely {low}–{high}").format(low=round(100 * rate.low), high=said.percent(100 * rate.high))

    def draw(self, brush: Brush, area: QRectF) -> list[Spot]:
        """Draw heads, cells and totals."""
        made = self._costs
        if made is None:
            return []
        width = (area.width() - _NAME) / (len(made.sources) + 1)
        lefts = [area.left() + _NAME + place * width for place in range(len(made.sources) + 1)]
        for place, total in enumerate((*made.by_source, made.total)):
            name = self._source(place) if place < len(made.sources) else self.tr("All sources")
            brush.text(QRectF(lefts[place] + 10, area.top(), width - 14, 20), name, NORMAL_STRONG, "text")
            answered = self.tr("%n answered", None, total.answered)
            brush.text(QRectF(lefts[place] + 10, area.top() + 20, width - 14, 18), answered, SMALL, "muted")
        spots: list[Spot] = []
        most = max((cell.minutes for line in made.cells for cell in line if cell.is_telling), default=0)
        for row, line in enumerate(made.cells):
            top = area.top() + _HEAD + row * _ROW
            _two_lines(brush, QRectF(area.left(), top, _NAME - 8, _ROW - 6), self._reason(row))
            for column, cell in enumerate(line):
                box = QRectF(lefts[column] + 2, top, width - 4, _ROW - 5)
                self._cell(brush, box, cell, most, is_chosen=self.chosen == (row, column))
                words = f"{self._reason(row)}, {self._source(column)}: {self._words(cell)}"
                spots.append(Spot(box, words, (row, column) if cell.refused else None))
            total = made.by_reason[row]
            box = QRectF(lefts[-1] + 10, top + 16, width - 14, 44)
            brush.text(QRectF(box.left(), box.top(), box.width(), 22), self.hours(total), STRONG, "text")
            refused = self.tr("%n refused", None, total.refused)
            brush.text(QRectF(box.left(), box.top() + 22, box.width(), 20), refused, SMALL, "muted")
            spots.append(Spot(box, f"{self._reason(row)}: {self.hours(total)}", (row, -1) if total.refused else None))
        top = area.top() + _HEAD + len(made.cells) * _ROW + 4
        brush.line(
            brush.point(QRectF(area.left(), top, 1, 1).topLeft()),
            brush.point(QRectF(area.right(), top, 1, 1).topLeft()),
            "edge",
        )
        brush.text(QRectF(area.left(), top + 8, _NAME - 12, 40), self.tr("All reasons"), NORMAL_STRONG, "text")
        for place, total in enumerate((*made.by_source, made.total)):
            box = QRectF(lefts[place] + 10, top + 8, width - 14, 60)
            spots += self._total(brush, box, total, place if place < len(made.sources) else -1)
        return spots

    def _total(self, brush: Brush, box: QRectF, total: Cell, column: int) -> list[Spot]:
        of = self._share(total)
        brush.text(QRectF(box.left(), box.top(), box.width(), 20), self.hours(total), STRONG, "text")
        brush.text(QRectF(box.left(), box.top() + 21, box.width(), 18), of, SMALL, "muted")
        brush.text(QRectF(box.left(), box.top() + 39, box.width(), 18), self.range(total), SMALL, "muted")
        return [Spot(box, f"{self.hours(total)}, {of}", (-1, column) if total.refused else None)]

    def _cell(self, brush: Brush, box: QRectF, cell: Cell, most: int, *, is_chosen: bool) -> None:
        of = self._share(cell)
        inner = box.adjusted(8, 8, -2, -8)
        if cell.is_telling:
            brush.bar(box, "bad_soft", 8)
            brush.bar(box, "bad", 8, opacity=0.1 + 0.34 * (cell.minutes / most if most else 0))
            brush.text(QRectF(inner.left(), inner.top(), inner.width(), 22), self.hours(cell), STRONG, "text")
            brush.text(QRectF(inner.left(), inner.top() + 23, inner.width(), 18), of, SMALL_STRONG, "text")
            brush.text(QRectF(inner.left(), inner.top() + 42, inner.width(), 18), self.range(cell), SMALL, "text")
        else:
            brush.bar(box, "line", 8)
            brush.bar(box.adjusted(1, 1, -1, -1), "surface", 7)
            if cell.refused:
                brush.outlined(box.adjusted(1, 1, -1, -1), "line", 7)
            brush.text(QRectF(inner.left(), inner.top() + 10, inner.width(), 20), of, NORMAL_STRONG, "muted")
            few = self._few(cell)
            brush.text(QRectF(inner.left(), inner.top() + 31, inner.width(), 18), few, SMALL, "muted")
        if is_chosen:
            brush.painter.setBrush(Qt.BrushStyle.NoBrush)
            brush.painter.setPen(QPen(brush.theme.colour("accent"), 2))
            brush.painter.drawRoundedRect(brush.place(box.adjusted(1, 1, -1, -1)), 8, 8)


def _two_lines(brush: Brush, area: QRectF, words: str) -> None:
    """Write a name in the middle of a row, in two lines where one is too short."""
    if NORMAL.width(words) <= area.width() or " " not in words:
        brush.text(area, words, NORMAL, "text")
        return
    parts = words.split(" ")
    fits = [n for n in range(1, len(parts)) if NORMAL.width(" ".join(parts[:n])) <= area.width()]
    cut = fits[-1] if fits else 1
    middle = area.center().y()
    for line, top in ((parts[:cut], middle - 19), (parts[cut:], middle)):
        brush.text(QRectF(area.left(), top, area.width(), 19), " ".join(line), NORMAL, "text")


class CostsPane(QWidget):
    """The table with its sums above and, beside it, the leads of the cell that is chosen."""

    leads_asked = Signal(object)  # ids of leads
    lead_asked = Signal(int)
    remedy_asked = Signal(object, object)  # ids of leads, and their source (None for all)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.remedy = RemedyCard(self)
        self.costs: Costs | None = None
        self._around: Surroundings | None = None
        self.table = CostTable(theme, self)
        self.table.opened.connect(self.choose)
        self._tiles = [self._tile() for _ in range(3)]
        self.empty = wrapping(self, font(14), name="muted")
        self.empty.setText(self.tr("No handoff was answered in this time, so no lead has cost anything yet."))
        self.foot = wrapping(self, font(12), name="faint")
        self.foot.setText(
            self.tr(
                "“Likely” is the 95% range for the share of refused leads. Under 5 cases only counts are shown; "
                "they count in the totals all the same."
            )
        )
        self._detail = self._make_detail()
        self._lay_out()

    def _tile(self) -> tuple[QFrame, QLabel, QLabel, QLabel]:
        tile = QFrame(self)
        tile.setObjectName("card")
        inner = QVBoxLayout(tile)
        inner.setContentsMargins(16, 10, 16, 10)
        inner.setSpacing(2)
        figure = QLabel(tile)
        figure.setFont(font(20, 600))
        what = wrapping(tile, font(13, 600))
        more = wrapping(tile, font(12), name="muted")
        for label in (figure, what, more):
            inner.addWidget(label)
        return tile, figure, what, more

    def _make_detail(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("card")
        frame.setFixedWidth(240)
        self._detail_layout = QVBoxLayout(frame)
        self._detail_layout.setContentsMargins(16, 12, 16, 12)
        self._detail_layout.setSpacing(4)
        frame.hide()
        return frame

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("columns")
        holder = QVBoxLayout(inner)
        holder.setContentsMargins(20, 4, 20, 16)
        holder.setSpacing(12)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile, *_ in self._tiles:
            tiles.addWidget(tile, 1)
        card = QFrame(self)
        card.setObjectName("card")
        self._card = card
        around = QVBoxLayout(card)
        around.setContentsMargins(16, 12, 16, 12)
        around.setSpacing(10)
        title = QLabel(self.table.accessibleName(), card)
        title.setFont(font(14, 600))
        around.addWidget(title)
        side = QScrollArea(card)
        side.setWidget(self.table)
        side.setWidgetResizable(True)
        side.setFrameShape(QFrame.Shape.NoFrame)
        side.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side = side
        around.addWidget(side)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(card, 1)
        row.addWidget(self._detail, 0, Qt.AlignmentFlag.AlignTop)
        holder.addWidget(self.empty)
        holder.addLayout(tiles)
        holder.addLayout(row)
        holder.addWidget(self.foot)
        holder.addStretch(1)
        scroll = scrolled(inner, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_costs(self, costs: Costs, around: Surroundings) -> None:
        """Show what bad leads cost."""
        self.costs, self._around = costs, around
        has_any = bool(costs.total.answered)
        self.empty.setVisible(not has_any)
        for widget in (self._card, self.foot, *(tile for tile, *_ in self._tiles)):
            widget.setVisible(has_any)
        if self.table.chosen is not None and not self._cell(self.table.chosen).refused:
            self.table.chosen = None
        self.table.show_costs(costs, around)
        self._side.setFixedHeight(self.table.sizeHint().height() + 14)
        self._tell(costs)
        self._show_chosen()

    def _tell(self, costs: Costs) -> None:
        total = costs.total
        worst = costs.worst
        of = self.tr("{n} of {all}").format(n=total.refused, all=total.answered)
        rate = total.rate
        ranged = "" if rate.rate is None else f"{said.percent(100 * rate.rate)}, {self.table.range(total)}"
        told = [
            (
                self.table.hours(total),
                self.tr("of sales time went to refused leads"),
                self.tr("as logged on the leads"),
            ),
            (of, self.tr("answered handoffs were refused"), ranged or self.tr("too few to say")),
            ("–", self.tr("in one corner of the table"), self.tr("too few to say")),
        ]
        if worst is not None:
            cell = costs.cells[worst[0]][worst[1]]
            where = self.tr("{source}, {reason}: {share} of all").format(
                source=costs.sources[worst[1]] or self.tr("No source"),
                reason=costs.reasons[worst[0]][1],
                share=said.percent(100 * cell.minutes / total.minutes),
            )
            told[2] = self.table.hours(cell), self.tr("in one corner of the table"), where
        for (_, figure, what, more), (one, two, three) in zip(self._tiles, told, strict=True):
            figure.setText(one)
            what.setText(two)
            more.setText(three)

    def named(self) -> str:
        """Return the reason and source of the cell that is chosen, "" where none is."""
        if self.costs is None or self.table.chosen is None:
            return ""
        row, column = self.table.chosen
        source = self.costs.sources[column] or self.tr("No source")
        return f"{self.costs.reasons[row][1]} · {source}"

    def choose(self, key: tuple[int, int]) -> None:
        """Show the leads of a cell, or of a line's total."""
        self.table.chosen = None if self.table.chosen == key else key
        self.table.update()
        self._show_chosen()

    def _cell(self, key: tuple[int, int]) -> Cell:
        made, (row, column) = self.costs, key
        if made is None or row >= len(made.reasons) or column >= len(made.sources):
            return Cell(0, 0, 0)
        if row < 0:
            return made.total if column < 0 else made.by_source[column]
        return made.by_reason[row] if column < 0 else made.cells[row][column]

    def _show_chosen(self) -> None:
        self.remedy.hide()
        while (item := self._detail_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self.remedy:
                widget.hide()
                widget.deleteLater()
        key, made, around = self.table.chosen, self.costs, self._around
        self._detail.setVisible(key is not None)
        if key is None or made is None or around is None:
            return
        cell = self._cell(key)
        source = self.tr("All sources") if key[1] < 0 else made.sources[key[1]] or self.tr("No source")
        reason = self.tr("All reasons") if key[0] < 0 else made.reasons[key[0]][1] or self.tr("No reason given")
        add = self._detail_layout.addWidget
        add(wrapping(self._detail, font(12), source, name="muted"))
        add(wrapping(self._detail, font(15, 600), reason))
        of = self.tr("{n} of {all}").format(n=cell.refused, all=cell.answered)
        add(wrapping(self._detail, font(13, 600), f"{self.table.hours(cell)} · {of}"))
        add(wrapping(self._detail, font(12), self.table.range(cell) or self.tr("too few to say"), name="muted"))
        for one in cell.leads[:_MOST_SHOWN]:
            line = QPushButton(self._detail)
            line.setObjectName("line")
            line.setText(self.tr("{name} · {n} min").format(name=one.name, n=around.words.number(one.minutes)))
            line.setAccessibleName(line.text())
            line.setToolTip(one.note)
            line.clicked.connect(partial(self.lead_asked.emit, one.lead_id))
            add(line)
        everything = QPushButton(self.tr("See all %n", None, cell.refused), self._detail)
        everything.setObjectName("flat")
        everything.clicked.connect(
            partial(self.leads_asked.emit, tuple(dict.fromkeys(one.lead_id for one in cell.leads)))
        )
        add(everything)
        add(self.remedy)
        if is_warranted(cell):
            ids = tuple(dict.fromkeys(one.lead_id for one in cell.leads))
            self.remedy_asked.emit(ids, None if key[1] < 0 else made.sources[key[1]])
