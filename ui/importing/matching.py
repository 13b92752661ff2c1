"""The second step: what was found, where each column goes, and what only a person can say."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.importing.drafts import Found
from app.importing.table import Choice
from app.imports import Matching
from ui import icons
from ui.around import Surroundings
from ui.importing import fields
from ui.importing.asking import QuestionCard, asked_anew
from ui.importing.columns import MatchTable
from ui.importing.parts import Card
from ui.importing.reading import FoundCard
from ui.theme import Theme, font
from ui.widgets.choices import Choices
from ui.widgets.wrapping import wrapping

SIDE = 322
_LONGEST = 80


class MatchStep(QWidget):
    """Columns on the left, questions and what becomes of the rest on the right."""

    answered = Signal(str, str)
    kind_asked = Signal(str)
    existing_asked = Signal(str)
    matching_asked = Signal(str)
    keep_asked = Signal(str)  # the name under which the matching is kept

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self._found: Found | None = None
        self.choices: Choices | None = None
        self.questions: dict[str, QuestionCard] = {}
        self.found_card = FoundCard(theme, self)
        self.found_card.answered.connect(self.answered)
        self.found_card.kind_asked.connect(self.kind_asked)
        self.found_card.matching_asked.connect(self.matching_asked)
        self.table = MatchTable(theme, self)
        self.table.target_asked.connect(self.choose_target)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self.keep = QPushButton(" " + self.tr("Save this matching for next time"), self)
        self.keep.setAccessibleName(self.tr("Save this matching for next time"))
        self.keep.setObjectName("flat")
        self.keep.clicked.connect(self._ask_name)
        self.existing = QComboBox(self)
        for value, title in (
            ("update", self.tr("The file’s values count")),
            ("fill", self.tr("Fill only what is empty")),
            ("skip", self.tr("Leave them as they are")),
        ):
            self.existing.addItem(title, value)
        self.existing.activated.connect(self._existing_chosen)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(12)
        self._lost = Card(self.tr("Nothing is lost"), self)
        self._lost_lines = QVBoxLayout()
        self._lost_lines.setSpacing(8)
        self._lost.body.addLayout(self._lost_lines)
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        left = QFrame(self)
        left.setObjectName("card")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 8, 8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.keep)
        inner = QVBoxLayout(left)
        inner.setContentsMargins(7, 6, 7, 2)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addLayout(foot)
        known = Card(self.tr("People who are here already"), self)
        self._known = known
        known.body.addWidget(self.existing)
        self.existing.setAccessibleName(known.heading.text())
        inside = QWidget(self)
        inside.setObjectName("columns")
        side = QVBoxLayout(inside)
        side.setContentsMargins(0, 0, 2, 0)
        side.setSpacing(12)
        side.addLayout(self._asked)
        side.addWidget(known)
        side.addWidget(self._lost)
        side.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(SIDE)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side = scroll
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left, 1)
        row.addWidget(scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.found_card)
        layout.addLayout(row, 1)

    def show_found(
        self,
        found: Found,
        asked: Sequence[Choice],
        answers: Mapping[str, str],
        matchings: Sequence[Matching],
        used: str,
        existing: str,
    ) -> None:
        """Show a file as it was read, and all questions about it, those too that are answered."""
        self._found = found
        open_ones = {one.key for one in asked if one.key not in answers}
        self.found_card.show_found(found, matchings, used)
        hang = frozenset(str(one.facts["column"]) for one in asked if one.key in open_ones and "column" in one.facts)
        self.table.model_.show_found(found, hang)
        if not self.table.currentIndex().isValid() and found.columns:
            self.table.setCurrentIndex(self.table.model_.index(0, 0))
        matched = sum(1 for one in found.columns if one.field and not one.is_new)
        self.count.setText(
            self.tr("{matched} of %Ln columns matched.", None, len(found.columns)).format(matched=matched)
        )
        titles = {
            "companies": self.tr("Companies that are here already"),
            "leads": self.tr("Leads that are here already"),
        }
        self._known.heading.setText(titles.get(found.kind, self.tr("People who are here already")))
        self.existing.setAccessibleName(self._known.heading.text())
        self.existing.setCurrentIndex(max(0, self.existing.findData(existing)))
        self.questions = asked_anew(self.questions, self._asked, self._theme, asked, answers, self)
        for card in self.questions.values():
            card.answered.connect(self.answered)
        self._tell_lost(found)

    def _tell_lost(self, found: Found) -> None:
        while (item := self._lost_lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        new = [fields.title(one.field) for one in found.columns if one.is_new]
        out = [one.name for one in found.columns if not one.field and not one.is_empty]
        if new:
            words = self.tr("%Ln columns Tandem doesn’t know are kept as your own fields: {names}.", None, len(new))
            self._lost_line("layers", "accent", words.format(names=_listed(new)))
        if out:
            words = self.tr("%Ln columns are left out: {names}. Pick a field to keep one.", None, len(out))
            self._lost_line("ban", "muted", words.format(names=_listed(out)))
        if not new and not out:
            self._lost_line("check", "good", self.tr("Every column goes to a field."))
        self._lost_line("undo-2", "muted", self.tr("The whole import can be undone later."))

    def _lost_line(self, icon: str, token: str, words: str) -> None:
        line = QWidget(self)
        sign = QLabel(line)
        sign.setFixedSize(18, 18)
        sign.setPixmap(icons.pixmap(icon, self._theme.colour(token), 16, self.devicePixelRatioF()))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(wrapping(line, font(13), words, name="muted"), 1)
        self._lost_lines.addWidget(line)

    # Choosing

    def choose_target(self, row: int) -> None:
        """Open the choice of where a column goes."""
        if self._found is None:
            return
        column = self._found.columns[row]
        options = fields.offered(self._found.kind, column, self.around.context)
        ticked = column.field or fields.LEFT_OUT
        window = self.choices = self.table.choose_target(row, options, fields.KEEP if column.is_new else ticked)
        window.setProperty("column", column.name)
        window.chosen.connect(self._target_chosen)

    def _target_chosen(self, values: list[str]) -> None:
        window = self.sender()
        if values and window is not None:
            self.answered.emit(f"column:{window.property('column')}", values[0])

    def _existing_chosen(self, place: int) -> None:
        self.existing_asked.emit(str(self.existing.itemData(place)))

    def _ask_name(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Save this matching"))
        dialog.setLabelText(self.tr("Name it, for files with the same columns:"))
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setTextValue((self._found.layout or self._found.file.rpartition(".")[0]) if self._found else "")
        dialog.textValueSelected.connect(self._name_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _name_chosen(self, name: str) -> None:
        if name.strip():
            self.keep_asked.emit(name.strip()[:_LONGEST])

    def _draw(self) -> None:
        self.keep.setIcon(icons.icon("bookmark", self._theme.colour("accent_text"), 16))
        self.keep.setIconSize(QSize(16, 16))


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(one[:40] for one in names[:6])
    return f"{shown}, …" if len(names) > 6 else shown
