"""Check one lead: what the draft and the version in force say of it, clause by clause."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.agreement import trying
from app.agreement.judging import Finding, Line
from app.agreement.terms import Milestone, Terms
from app.agreement.trying import Side, Tried
from app.errors import KnownError
from app.jumping import Hit
from app.scores import rounded
from ui import icons
from ui.agreement import terms_words as said
from ui.around import Surroundings
from ui.contacts.picker import Picker
from ui.jobs import Jobs
from ui.notices import announce
from ui.theme import Theme, font

_ROW = 26
_MOST_ROWS = 8


class CheckLead(QFrame):
    """The bar below the clauses. A name is typed, and the verdict is read anew whenever the draft changes."""

    failed = Signal(object)

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs, self._theme = jobs, theme
        self._versions: Sequence[Terms] = ()
        self._milestone: Milestone | None = None
        self._around = around
        self._lead: int | None = None
        self.tried: Tried | None = None
        self.setObjectName("card")
        title = QLabel(self.tr("Check one lead"), self)
        title.setFont(font(13, 600))
        unknown = self.tr("There is no lead “{name}”.")
        self.lead = Picker("lead", title.text(), lambda name: unknown.format(name=name), free=False, parent=self)
        self.lead.setObjectName("search")
        self.lead.setPlaceholderText(self.tr("Type a name"))
        self.lead.setMinimumWidth(120)
        title.setBuddy(self.lead)
        self.lead.looked_for.connect(self._look)
        self.lead.edited.connect(self._edited)
        self.lead.unreadable.connect(self._say)
        completer = self.lead.completer()
        if completer is not None:
            completer.activated.connect(self._take_name)
        self.verdict = QLabel(self)
        self.verdict.setObjectName("clausebadge")
        self.verdict.setFixedHeight(22)
        self.score = QLabel(self)
        self.score.setObjectName("muted")
        self.why = QPushButton(self.tr("Why"), self)
        self.why.setObjectName("flat")
        self.why.setCheckable(True)
        self.why.toggled.connect(self._unfold)
        self.lines = QListWidget(self)
        self.lines.setObjectName("choices")
        self.lines.setAccessibleName(self.tr("What each clause says of the lead"))
        self.lines.setWordWrap(True)
        self.lines.hide()
        self._lay_out(title)
        self._show()

    def _lay_out(self, title: QLabel) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self.lead, 1)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.verdict)
        told.addWidget(self.score, 1)
        told.addWidget(self.why)
        body = QVBoxLayout(self)
        body.setContentsMargins(12, 8, 12, 8)
        body.addLayout(row)
        body.addLayout(told)
        body.addWidget(self.lines)

    def judge_by(self, versions: Sequence[Terms], milestone: Milestone | None, around: Surroundings) -> None:
        """Check by these versions, the one in sight first, and by the definition in sight."""
        self._versions, self._milestone, self._around = versions, milestone, around
        self.setVisible(milestone is not None)
        self._read()

    def show_lead(self, number: int) -> None:
        """Check a lead that is known by its number."""
        self._lead = number
        self._read()

    def _look(self, text: str) -> None:
        self._jobs.read(trying.leads_called, text, done=self._offer, failed=self._ignore, key="check.names")

    def _offer(self, found: Sequence[Hit]) -> None:
        names: dict[int, str] = {}
        for one in found:
            twice = sum(other.name == one.name for other in found) > 1
            names[one.id] = f"{one.name} · {one.beside or one.id}" if twice else one.name
        self.lead.offer(names)

    def _ignore(self, error: KnownError) -> None:
        del error  # the next letter asks again

    def _take_name(self, text: str) -> None:
        self.lead.setText(text)
        self._pick(self.lead.picked())

    def _edited(self, name: str, value: int | None, base: object) -> None:
        del name, base
        self._pick(value)

    def _pick(self, value: int | None) -> None:
        self._lead = value
        self.lead.setModified(False)
        self.lead.show_value(value)
        self._read()

    def _say(self, words: str) -> None:
        if words:
            self._lead = self.tried = None
            self._show()
            self.score.setText(words)
            self.score.show()

    def _read(self) -> None:
        if self._lead is None or self._milestone is None:
            self.tried = None
            self._show()
            return
        self._jobs.read(
            trying.try_lead, self._lead, self._versions, done=self._take, failed=self.failed.emit, key="check.lead"
        )

    def _take(self, found: Tried) -> None:
        self.tried = found
        self.lead.know({found.lead_id: found.name})
        if not self.lead.text():
            self.lead.show_value(found.lead_id)
        self._show()
        announce(self.lead, f"{found.name}: {self.verdict.text()}. {self.score.text()}")

    # Showing

    def _findings(self) -> list[tuple[Side, Finding]]:
        if self.tried is None or self._milestone is None:
            return []
        pairs = ((side, side.finding(self._milestone)) for side in self.tried.sides)
        return [(side, one) for side, one in pairs if one is not None]

    def _show(self) -> None:
        found = self._findings()
        for widget in (self.verdict, self.why, self.score):
            widget.setVisible(bool(found))
        self.score.setText("")
        self.lines.clear()
        if not found:
            self.lines.hide()
            return
        _, mine = found[0]
        self.verdict.setText(self.tr("Meets it") if mine.met else self.tr("Not yet"))
        self.verdict.setProperty("tone", "good" if mine.met else "warn")
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.score.setText(self._score(mine))
        for side, one in found:
            self._add_side(side, one)
        self.lines.setFixedHeight(min(self.lines.count(), _MOST_ROWS) * _ROW + 4)
        self.lines.setVisible(self.why.isChecked())

    def _score(self, one: Finding) -> str:
        if one.needed is None:
            return ""
        return self.tr("score {score}, needs {needed}").format(score=rounded(one.points), needed=one.needed)

    def _add_side(self, side: Side, one: Finding) -> None:
        name = self.tr("Draft of version {n}") if side.is_draft else self.tr("Version {n}")
        verdict = self.tr("Meets it") if one.met else self.tr("Not yet")
        parts = [name.format(n=side.number), verdict, self._score(one)]
        head = self._row(" · ".join(part for part in parts if part))
        head.setFont(font(13, 600))
        for line in one.lines:
            self._row(self._line(line), met=line.met)

    def _row(self, words: str, *, met: bool | None = None) -> QListWidgetItem:
        item = QListWidgetItem(words, self.lines)
        item.setSizeHint(QSize(1, _ROW))
        item.setToolTip(words)
        if met is not None:
            colour = self._theme.colour("good" if met else "warn")
            item.setIcon(icons.icon("check" if met else "x", colour, 14))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        return item

    def _line(self, one: Line) -> str:
        paper = self._around.words.paper
        words = said.clause_words(one.clause, paper)
        if one.broken:
            state = self.tr("cannot be followed")
        elif one.met:
            state = self.tr("met")
        else:
            state = self.tr("not met")
        if one.clause.points is None:
            worth = self.tr("required")
        elif one.met:
            worth = self.tr("+{points} of {worth} points").format(points=rounded(one.points), worth=one.clause.points)
        else:
            worth = self.tr("{worth} points are missing").format(worth=one.clause.points)
        return f"{words}: {state}, {worth}"

    def _unfold(self, on: bool) -> None:
        self.lines.setVisible(on and self.lines.count() > 0)
