"""The agreement: both teams read and edit the draft, see what it changes, sign it, and put it in force."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.agreement import counts, drafts, papers
from app.agreement.papers import Paper, Version
from app.agreement.terms import DEFINED, Terms
from app.changes import Change
from app.errors import KnownError
from ui.actions import Action
from ui.agreement.part_pane import PartPane
from ui.agreement.replay_dialog import ReplayDialog
from ui.agreement.signing_pane import SigningPane
from ui.agreement.terms_words import part_names
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme
from ui.widgets.heading import Heading

SETTLING = 250
_PARTS_WIDTH = 196
_SIDE_WIDTH = 268
_ROW = 34
_CHANGING = frozenset({"agreement", "clause", "play", "promise", "signature", "member", "stage"})


class AgreementPage(Page):
    """The page with the agreement: its parts, the one in sight, and what is signed."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AgreementPage", "Agreement")
        super().__init__("agreement", title, "handshake", around, parent)
        self.home = "reports"
        self._jobs, self._theme = jobs, theme
        self.paper: Paper | None = None
        self._versions: list[Version] = []
        self._chosen: int | None = None  # the version that is looked at; the draft, or the one in force, if none is
        self._base: Terms | None = None
        self.pane: PartPane | None = None
        self.replay: ReplayDialog | None = None
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self.heading = Heading(self.title, self)
        self.version = QComboBox(self)
        self.version.setAccessibleName(self.tr("Version"))
        self.version.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.version.activated.connect(self._choose)
        self.draft_button = QPushButton(self.tr("Begin a new draft"), self)
        self.draft_button.clicked.connect(self.begin)
        self.try_button = QPushButton(self.tr("Try it on the past"), self)
        self.try_button.setObjectName("primary")
        self.try_button.clicked.connect(self.try_it)
        self.parts = QListWidget(self)
        self.parts.setObjectName("choices")
        self.parts.setAccessibleName(self.tr("Parts of the agreement"))
        self.parts.setFixedWidth(_PARTS_WIDTH)
        for words in part_names().values():
            item = QListWidgetItem(words, self.parts)
            item.setSizeHint(QSize(1, _ROW))
            item.setToolTip(words)
        self.parts.setCurrentRow(0)
        self.parts.currentRowChanged.connect(self._turn)
        self.scroller = QScrollArea(self)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self.side = SigningPane(theme, self)
        self.side.setFixedWidth(_SIDE_WIDTH)
        self.side.signed.connect(self._sign)
        self.side.unsigned.connect(self._unsign)
        self.side.published.connect(self._publish)
        self._lay_out()
        jobs.changed.connect(self._changed)

    def _lay_out(self) -> None:
        for widget in (self.version, self.draft_button, self.try_button):
            self.heading.add(widget)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(0)
        row.addWidget(self.parts)
        row.addWidget(self.scroller, 1)
        row.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addLayout(row, 1)

    # What every page has

    def load(self) -> None:
        """Read the version in sight, its signatures, and the one that is in force."""
        self._again.stop()
        self._jobs.read(_read, self._chosen, done=self._take, failed=self.failed.emit, key="agreement.page")

    def take_focus(self) -> None:
        """Put the focus on the parts."""
        self.parts.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done here."""

        def show() -> None:
            self.turned_to.emit(self.place)

        place = self.place
        return (
            Action("agreement.show", "go", self.tr("&Agreement"), (), show, rule=True, icon="handshake"),
            Action("agreement.draft", "edit", self.tr("Begin a new &draft"), (), self.begin, place=place),
            Action("agreement.try", "edit", self.tr("&Try the draft on the past"), (), self.try_it, place=place),
            Action("agreement.sign", "edit", self.tr("&Sign the draft"), (), self._sign_mine, place=place),
            Action("agreement.publish", "edit", self.tr("&Put the draft in force"), (), self._publish, place=place),
        )

    def panes(self) -> Sequence[QWidget]:
        """Return the parts, the one in sight, and the signatures."""
        return self.parts, self.scroller, self.side

    def stop(self) -> None:
        """End what goes on by itself."""
        self._again.stop()

    # Showing

    def _take(self, found: tuple[list[Version], Paper | None, Terms | None]) -> None:
        self._versions, paper, self._base = found
        before = None if self.paper is None else self.paper.terms
        self.paper = paper
        self._show_versions()
        if paper is None:
            return
        terms = paper.terms
        paper_words = self.around.words.paper
        in_force = self._base if terms.is_draft else terms
        since = None if in_force is None else in_force.published_at
        if since is None or in_force is None:
            self.heading.tell(self.tr("Nothing is in force yet · it begins once both teams have signed"))
        else:
            day = paper_words.day_long(since.astimezone(self.around.context.zone).date())
            self.heading.tell(self.tr("Version {n} is in force since {day}").format(n=in_force.number, day=day))
        self.draft_button.setVisible(all(one.published_at is not None for one in self._versions))
        self.try_button.setVisible(terms.is_draft)
        self.side.show_paper(paper, self._base, self.around, read_only=self._jobs.workspace.read_only)
        if before != terms or self.pane is None:
            self._show_part()
        else:
            self._count()

    def _show_versions(self) -> None:
        self.version.clear()
        current = None if self.paper is None else self.paper.terms.id
        base = None if self._base is None else self._base.id
        for one in self._versions:
            words = self.tr("Version {n}")
            if one.published_at is None:
                words = self.tr("Draft of version {n}")
            elif one.id == base or (current == one.id and one is self._versions[0]):
                words = self.tr("Version {n}, in force")
            self.version.addItem(words.format(n=one.number), one.id)
            if one.id == current:
                self.version.setCurrentIndex(self.version.count() - 1)

    def _show_part(self) -> None:
        if self.paper is None:
            return
        old, name = self.pane, self._part()
        typed, focused = {}, ""
        if old is not None and old.name == name:
            typed = old.typed()
            focused = next((key for key, box in old.boxes.items() if box.hasFocus()), "")
        pane = self.pane = PartPane(name, self.paper.terms, self.around, self._theme, self.scroller)
        pane.edited.connect(self._edit)
        pane.added.connect(self._add)
        pane.removed.connect(self._remove)
        pane.term.connect(self._term)
        place = self.scroller.verticalScrollBar().value()
        self.scroller.setWidget(pane)
        pane.take_typed(typed, focused)
        self.scroller.verticalScrollBar().setValue(place)
        self._count()

    def _part(self) -> str:
        return list(part_names())[max(0, self.parts.currentRow())]

    def _turn(self, row: int) -> None:
        del row
        self._show_part()

    def _count(self) -> None:
        """Read how many leads the definition in sight finds."""
        milestone = next((one for one in DEFINED if one == self._part()), None)
        if self.paper is not None and milestone is not None and self.pane is not None:
            done = partial(self._counted, self.pane)
            self._jobs.read(
                counts.counts, self.paper.terms, milestone, done=done, failed=self.failed.emit, key="agreement.counts"
            )

    def _counted(self, pane: PartPane, found: counts.Counts) -> None:
        if pane is self.pane:  # another part may be in sight by now
            pane.show_counts(found)

    def _choose(self, row: int) -> None:
        self._chosen = self.version.itemData(row)
        self.load()

    # Doing

    def begin(self) -> None:
        """Begin a draft from the version in force, or show the one that there is."""
        self._chosen = None
        self._write(self.tr("A new draft is begun."), drafts.begin)

    def try_it(self) -> None:
        """Run the draft over the leads of the past months."""
        if self.paper is None or not self.paper.terms.is_draft:
            return
        dialog = self.replay = ReplayDialog(self._jobs, self._theme, self.around, self.paper.terms.id, self)
        dialog.lead_asked.connect(partial(self.record_asked.emit, "lead"))
        dialog.open()
        dialog.run()

    def _edit(self, kind: str, number: int, mine: object, base: object) -> None:
        self._write(self.tr("The draft was changed."), drafts.edit, kind, number, mine, base)

    def _add(self, kind: str, values: object) -> None:
        if self.paper is not None:
            self._write(self.tr("Added to the draft."), drafts.add, self.paper.terms.id, kind, values)

    def _remove(self, kind: str, number: int) -> None:
        self._write(self.tr("Taken out of the draft."), drafts.remove, kind, number)

    def _term(self, mine: object, base: object) -> None:
        if self.paper is not None:
            self._write(self.tr("The draft was changed."), drafts.change, self.paper.terms.id, mine, base)

    def _sign(self, team: Any) -> None:
        if self.paper is not None:
            terms = self.paper.terms
            said = self.tr("You signed version {n}.").format(n=terms.number)
            self._write(said, drafts.sign, terms.id, team, terms.digest())

    def _sign_mine(self) -> None:
        me = self.around.context.me
        if me is not None and self.paper is not None:
            open_ = [team for team in ("marketing", "sales") if me.team in {team, "both"}]
            held = [team for team, one in self.paper.signatures.items() if one.holds]
            team = next((one for one in open_ if one not in held), None)
            if team is not None:
                self._sign(team)

    def _unsign(self) -> None:
        if self.paper is not None:
            self._write(self.tr("Your signature is taken back."), drafts.unsign, self.paper.terms.id)

    def _publish(self) -> None:
        if self.paper is not None:
            terms = self.paper.terms
            said = self.tr("Version {n} is in force.").format(n=terms.number)
            self._write(said, drafts.publish, terms.id)

    def _write(self, told: str, service: Callable[..., Any], *given: object) -> None:
        self._jobs.write(service, *given, done=partial(self._done, told), failed=self._failed)

    def _done(self, told: str, change: Change) -> None:
        if change.entries:
            self.said.emit(told, None if change.act == "drafts.publish" else change)

    def _failed(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.load()

    def _changed(self, change: Change) -> None:
        if _CHANGING & change.ids.keys():
            self._again.start()


def _read(session: Any, chosen: int | None) -> tuple[list[Version], Paper | None, Terms | None]:
    """Return all versions, the one in sight with its signatures, and the terms in force."""
    versions = papers.versions(session)
    number = next((one.id for one in versions if one.id == chosen), versions[0].id if versions else None)
    paper = None if number is None else papers.paper(session, number)
    # Read, not taken from the small lists: those may not have heard of it yet.
    published = [one for one in versions if one.published_at is not None]
    in_force = max(published, key=lambda one: (one.published_at, one.number), default=None)
    return versions, paper, None if in_force is None else papers.paper(session, in_force.id).terms
