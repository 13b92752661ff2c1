"""What a draft changes, who has signed it, and the button that puts it in force."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.agreement.difference import Changed, difference
from app.agreement.effects import Effect, Key
from app.agreement.papers import Paper, may_sign
from app.agreement.terms import TEAMS, Team, Terms
from ui.agreement.terms_words import changed_words, choices
from ui.around import Surroundings
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping


class SigningPane(QWidget):
    """Changes, signatures, publishing."""

    signed = Signal(str)  # for which team
    unsigned = Signal()
    published = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = QLabel(self)
        self.title.setFont(font(15, 600))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        signatures = QLabel(self.tr("Signatures"), self)
        signatures.setFont(font(15, 600))
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(8)
        self.buttons: dict[Team, QPushButton] = {}
        self._costs: list[tuple[Changed, QLabel]] = []
        self.publish = QPushButton(self)
        self.publish.setObjectName("primary")
        self.publish.clicked.connect(self.published)
        self.publish.hide()  # until a draft is shown
        self.why = wrapping(self, font(12), name="muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(signatures)
        layout.addLayout(self._boxes)
        layout.addWidget(self.publish)
        layout.addWidget(self.why)

    def show_paper(self, paper: Paper, base: Terms | None, around: Surroundings, *, read_only: bool) -> None:
        """Show a version beside the one in force."""
        terms = paper.terms
        if not terms.is_draft:
            self.title.setText(self.tr("Version {n} stays as it is").format(n=terms.number))
            self._show_changes(None, terms, around)
        elif base is None:
            self.title.setText(self.tr("The first version"))
            self._show_changes(None, terms, around)
        else:
            self.title.setText(self.tr("Changes since version {n}").format(n=base.number))
            self._show_changes(base, terms, around)
        while (item := self._boxes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        for team in TEAMS:
            self._boxes.addWidget(self._signature(paper, team, around, read_only=read_only))
        self.publish.setVisible(terms.is_draft)
        self.why.setVisible(terms.is_draft)
        self.publish.setText(self.tr("Put version {n} in force").format(n=terms.number))
        self.publish.setEnabled(paper.ready and not read_only)
        missing = [choices("team")[one] for one in TEAMS if not _holds(paper, one)]
        both = self.tr("Both teams have signed. What is in force never changes; a new draft does.")
        lacking = self.tr("Still to be signed by {teams}. Changing a term asks for new signatures.")
        self.why.setText(lacking.format(teams=", ".join(missing)) if missing else both)

    def _show_changes(self, base: Terms | None, terms: Terms, around: Surroundings) -> None:
        self._costs.clear()
        inside = QWidget(self._scroll)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(6)
        changes = difference(base, terms) if base is not None else ()
        for one in changes:
            what, how = changed_words(one, around.context, around.words.paper)
            line = wrapping(inside, font(13))
            line.setText(f"{what}\n{how}")
            layout.addWidget(line)
            cost = wrapping(inside, font(12), name="muted")
            cost.hide()
            layout.addWidget(cost)
            self._costs.append((one, cost))
        if not changes:
            none = wrapping(inside, font(13), name="muted")
            parts = len(terms.clauses) + len(terms.plays) + len(terms.promises)
            same = self.tr("Nothing is changed yet.")
            none.setText(self.tr("%n clauses, actions and promises", None, parts) if base is None else same)
            layout.addWidget(none)
        layout.addStretch(1)
        self._scroll.setWidget(inside)

    def show_effects(self, found: Mapping[Key, Effect]) -> None:
        """Say at each change how many leads it lets through that were not before, and the other way round."""
        for change, label in self._costs:
            one = found.get((change.part, change.key))
            label.setVisible(one is not None)
            if one is not None:
                label.setText(self._effect(one))
                label.setToolTip(self.tr("By this change alone, beside the version in force"))

    def _effect(self, one: Effect) -> str:
        parts = []
        for count, words in (
            (one.lost, self.tr("%n leads fewer", None, one.lost.leads)),
            (one.gained, self.tr("%n leads more", None, one.gained.leads)),
        ):
            if count.leads:
                won = self.tr("{leads}, {won} of them won").format(leads=words, won=count.won)
                parts.append(won if count.won else words)
        return "; ".join(parts) or self.tr("the same leads")

    def _signature(self, paper: Paper, team: Team, around: Surroundings, *, read_only: bool) -> QFrame:
        box = QFrame(self)
        box.setObjectName("card")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(4)
        name = QLabel(choices("team")[team], box)
        name.setFont(font(13, 600))
        layout.addWidget(name)
        signed = paper.signatures.get(team)
        me = around.context.me
        said = wrapping(box, font(12))
        if signed is None:
            said.setText(self.tr("Not signed yet"))
        else:
            member = around.context.members.get(signed.member_id)
            local = signed.at.astimezone(around.context.zone)
            day = around.words.paper.day_long(local.date())
            words = self.tr("{name} signed on {day}, {time}")
            if not signed.holds:
                words = self.tr("{name} signed other terms on {day}, {time}")
            said.setText(
                words.format(
                    name="" if member is None else member.name, day=day, time=f"{local.hour}:{local.minute:02}"
                )
            )
        layout.addWidget(said)
        mine = signed is not None and signed.holds and me is not None and signed.member_id == me.id
        if paper.terms.is_draft and not read_only and may_sign(me, team) and (mine or not _holds(paper, team)):
            button = QPushButton(self.tr("Take back") if mine else self.tr("Sign"), box)
            words = self.tr("Take back my signature for {team}") if mine else self.tr("Sign for {team}")
            button.setAccessibleName(words.format(team=choices("team")[team]))
            button.clicked.connect(self.unsigned if mine else partial(self.signed.emit, team))
            self.buttons[team] = button
            layout.addWidget(button)
        return box


def _holds(paper: Paper, team: Team) -> bool:
    signed = paper.signatures.get(team)
    return signed is not None and signed.holds
