"""The third step: the plan in figures that are tabs, with the rows behind each, and what is to be known before."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.importing.drafts import Found, Outline
from app.importing.table import Choice
from ui import icons
from ui.around import Surroundings
from ui.importing import fields
from ui.importing.asking import QuestionCard, asked_anew
from ui.importing.matching import SIDE
from ui.importing.parts import Bars, Card, Tile
from ui.importing.rows import PlanTable
from ui.importing.said import said
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_NOTES = 6
_TALLIES = 5
_LOOKS = {
    "created": ("user-round-plus", ("good", "good_soft")),
    "updated": ("square-pen", ("accent", "accent_soft")),
    "unchanged": ("check", ("muted", "pill")),
    "skipped": ("minus", ("muted", "pill")),
    "rejected": ("ban", ("bad", "bad_soft")),
}


class PlanStep(QWidget):
    """What the import would do."""

    answered = Signal(str, str)
    save_asked = Signal()  # the refused rows are to be written to a file

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self._outline: Outline | None = None
        self.verdict = "created"
        self.questions: dict[str, QuestionCard] = {}
        self.tiles: dict[str, Tile] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        row = QHBoxLayout()
        row.setSpacing(12)
        for verdict, (icon, tokens) in _LOOKS.items():
            tile = Tile(theme, icon, tokens, self)
            tile.setProperty("verdict", verdict)
            group.addButton(tile)
            row.addWidget(tile)
            self.tiles[verdict] = tile
        group.buttonClicked.connect(self._tile_clicked)
        self.title = QLabel(self)
        self.title.setFont(font(14, 600))
        self.note = QLabel(self)
        self.note.setObjectName("muted")
        self.save = QPushButton(" " + self.tr("Save as CSV…"), self)
        self.save.setAccessibleName(self.tr("Save the refused lines as CSV"))
        self.save.setObjectName("quiet")
        self.save.clicked.connect(self.save_asked)
        self.table = PlanTable(theme, around.words, self)
        self._lay_out(row)
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self, tiles: QHBoxLayout) -> None:
        card = QFrame(self)
        card.setObjectName("card")
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 6, 6)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.save)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(7, 0, 7, 8)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(self.table, 1)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(12)
        self.before = Card(self.tr("Before you import"), self)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(10)
        self.before.body.addLayout(self._notes)
        self.changes = Card("", self)
        self._bars = Bars(self._theme, self)
        self.changes.body.addWidget(self._bars)
        self._kept = wrapping(self.changes, font(13), name="muted")
        self.changes.body.addWidget(self._kept)
        self.landing = Card("", self)
        self._stages = Bars(self._theme, self)
        self.landing.body.addWidget(self._stages)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(card, 1)
        row.addWidget(self._side())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 12)
        layout.setSpacing(12)
        layout.addLayout(tiles)
        layout.addLayout(row, 1)

    def _side(self) -> QScrollArea:
        inside = QWidget(self)
        inside.setObjectName("columns")
        side = QVBoxLayout(inside)
        side.setContentsMargins(0, 0, 2, 0)
        side.setSpacing(12)
        side.addLayout(self._asked)
        for one in (self.before, self.changes, self.landing):
            side.addWidget(one)
        side.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(SIDE)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return scroll

    def show_outline(self, outline: Outline, found: Found, answers: Mapping[str, str], asked: Sequence[Choice]) -> None:
        """Show a plan; of its tabs the refused rows come first where there are some."""
        first = self._outline is None
        self._outline = outline
        words = self.around.words
        unit = {"companies": self.tr("companies"), "leads": self.tr("leads")}.get(found.kind, self.tr("people"))
        companies = outline.answer.records.get("companies", {}).get("created", 0)
        below = {
            "created": self.tr("{people}, in %Ln new companies", None, companies).format(people=unit)
            if companies and found.kind != "companies"
            else unit,
            "updated": self.tr("fields filled or changed"),
            "unchanged": self.tr("already the same here"),
            "skipped": self.tr("left as they are"),
            "rejected": self.tr("with the reason of each"),
        }
        titles = {
            "created": self.tr("new"),
            "updated": self.tr("updated"),
            "unchanged": self.tr("unchanged"),
            "skipped": self.tr("skipped"),
            "rejected": self.tr("refused"),
        }
        for verdict, tile in self.tiles.items():
            tile.tell(words.number(outline.count(verdict)), titles[verdict], below[verdict])
            tile.setVisible(verdict != "skipped" or outline.count(verdict) > 0)
        if first or not outline.count(self.verdict):
            order = ("rejected", "created", "updated", "unchanged", "skipped")
            self.verdict = next((one for one in order if outline.count(one)), "created")
        self.tiles[self.verdict].setChecked(True)
        self._show_rows()
        self.questions = asked_anew(self.questions, self._asked, self._theme, asked, answers, self)
        for card in self.questions.values():
            card.answered.connect(self.answered)
        self._tell_notes(outline)
        self._tell_changes(outline)
        self._tell_landing(outline)

    def forget(self) -> None:
        """Begin anew with the next plan."""
        self._outline = None

    def show_verdict(self, verdict: str) -> None:
        """Show the rows of a verdict."""
        self.verdict = verdict
        self.tiles[verdict].setChecked(True)
        self._show_rows()

    def _tile_clicked(self, tile: QWidget) -> None:
        self.show_verdict(str(tile.property("verdict")))

    def _show_rows(self) -> None:
        if self._outline is None:
            return
        count, rows = self._outline.count(self.verdict), self._outline.rows[self.verdict]
        titles = {
            "created": self.tr("%Ln lines are new", None, count),
            "updated": self.tr("%Ln lines update what is here", None, count),
            "unchanged": self.tr("%Ln lines change nothing", None, count),
            "skipped": self.tr("%Ln lines are skipped", None, count),
            "rejected": self.tr("%Ln lines are refused", None, count),
        }
        self.title.setText(titles[self.verdict])
        rest = self._outline.answer.rows_read - count
        note = self.tr("The other %Ln don’t wait for them.", None, rest) if self.verdict == "rejected" and rest else ""
        if len(rows) < count:
            note = self.tr("The first %Ln are shown.", None, len(rows))
        self.note.setText(note)
        self.save.setVisible(self.verdict == "rejected" and count > 0)
        self.table.model_.words = self.around.words
        self.table.model_.show_rows(self.verdict, rows)

    def _tell_notes(self, outline: Outline) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        counts: Counter[tuple[str, str]] = Counter()
        samples: dict[tuple[str, str], str] = {}
        for one in outline.answer.warnings:
            place = (said(one.message), one.column)
            counts[place] += 1
            line = self.tr("line {line}").format(line=one.line) if one.line else ""
            samples.setdefault(place, " · ".join(part for part in (one.column, one.value[:60], line) if part))
        for place, count in counts.most_common(_NOTES):
            self._note(self.around.words.number(count), place[0], samples[place])
        more = len(counts) - _NOTES
        if more > 0:
            self._note("", self.tr("%Ln more kinds of remarks", None, more), "")
        if not counts:
            self._note("", self.tr("Nothing to remark: every cell was understood."), "")

    def _note(self, figure: str, words: str, sample: str) -> None:
        note = QWidget(self)
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        if figure:
            number = QLabel(figure, note)
            number.setObjectName("warning")
            number.setFont(font(14, 600, figures=True))
            row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(wrapping(note, font(13, 500), words))
        if sample:
            texts.addWidget(wrapping(note, font(12), sample, name="muted"))
        row.addLayout(texts, 1)
        self._notes.addWidget(note)

    def _tell_changes(self, outline: Outline) -> None:
        shown = outline.tallies[:_TALLIES]
        self.changes.setVisible(bool(shown))
        self.changes.heading.setText(self.tr("What the updates change"))
        self.changes.heading.show()
        lines = []
        for one in shown:
            words = (
                self.tr("%Ln were empty", None, one.empty)
                if one.empty == one.count
                else self.tr("%Ln change", None, one.count)
            )
            lines.append((fields.title(f"{one.kind}.{one.field}", one.kind), one.count, words))
        self._bars.tell(lines)
        kept = all(one.empty == one.count for one in outline.tallies)
        self._kept.setText(
            self.tr("Nothing that is filled in here is overwritten.")
            if kept
            else self.tr("Values of the file take the place of those here. Undo brings them back.")
        )

    def _tell_landing(self, outline: Outline) -> None:
        self.landing.setVisible(bool(outline.stages))
        self.landing.heading.setText(self.tr("Where the new leads begin"))
        self.landing.heading.show()
        words = self.around.words
        self._stages.tell([(name, count, words.number(count)) for name, count in outline.stages])

    def _draw(self) -> None:
        self.save.setIcon(icons.icon("download", self._theme.colour("muted"), 16))
        self.save.setIconSize(QSize(16, 16))
