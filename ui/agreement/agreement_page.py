"""The agreement: both teams read and edit the draft, see what it changes, sign it, and put it in force."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.agreement import counts, effects, papers, versions
from app.agreement.papers import Paper, Version
from app.agreement.terms import DEFINED, Terms
from app.agreement.versions import Apart, Past
from app.changes import Change
from app.errors import KnownError
from ui import icons
from ui.actions import Action
from ui.agreement.acts import DraftActs
from ui.agreement.check_lead import CheckLead
from ui.agreement.conditioning import Conditioning
from ui.agreement.contract_paper import show_contract
from ui.agreement.examples import Examples
from ui.agreement.history_pane import HistoryPane
from ui.agreement.part_pane import PartPane
from ui.agreement.replay_dialog import ReplayDialog
from ui.agreement.signing_pane import SigningPane
from ui.agreement.tabs import AgreementTabs
from ui.agreement.terms_words import part_names
from ui.agreement.versions_list import VersionsList
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme, font
from ui.widgets.heading import Heading

SETTLING = 250
_PARTS_WIDTH = 196
_SIDE_WIDTH = 268
_ROW = 34
_CHANGING = frozenset({"agreement", "clause", "play", "promise", "signature", "member", "stage", "handoff"})


class AgreementPage(Page):
    """The page with the agreement: its parts, the one in sight, what is signed; and the history of its versions."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AgreementPage", "Agreement")
        super().__init__("agreement", title, "handshake", around, parent)
        self._jobs, self._theme = jobs, theme
        self.paper: Paper | None = None
        self._versions: list[Version] = []
        self._chosen: int | None = None  # the version that is looked at; the draft, or the one in force, if none is
        self._base: Terms | None = None
        self.pane: PartPane | None = None
        self.replay: ReplayDialog | None = None
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self.acts = DraftActs(jobs, self)
        self.acts.said.connect(self.said)
        self.acts.failed.connect(self._failed)
        self.examples = Examples(jobs, self)
        self.examples.failed.connect(self.failed)
        self.examples.handoff_asked.connect(partial(self.record_asked.emit, "handoff"))
        self._as_text = False
        self.conditioning = Conditioning(jobs, theme, self)
        self.conditioning.edited.connect(self.acts.edit)
        self.conditioning.added.connect(self.acts.add)
        self.conditioning.removed.connect(self.acts.remove)
        # The chip that asks goes as the part is shown anew, so that its own signal must be over by then.
        self.conditioning.text_asked.connect(self._write_clause, Qt.ConnectionType.QueuedConnection)
        self._make_buttons()
        self.tabs = AgreementTabs(jobs, self.place, self)
        self.tabs.turned.connect(self._turn_tab)
        self.tabs.elsewhere.connect(self.turned_to)
        self._make_parts()
        self.versions = VersionsList(self)
        self.versions.setFixedWidth(_PARTS_WIDTH)
        self.versions.chosen.connect(self.choose)
        self.history = HistoryPane(theme, self)
        self.history.compared.connect(self._compare)
        self.history.opened.connect(self.choose)
        self.history.print_asked.connect(self._print)
        self._lay_out()
        jobs.changed.connect(self._changed)
        theme.changed.connect(self._draw)
        self._draw()

    def _make_buttons(self) -> None:
        self.heading = Heading(self.title, self)
        self.print_button = QPushButton(" " + self.tr("Print"), self)
        self.print_button.setAccessibleName(self.tr("Print"))
        self.print_button.setIconSize(icons.size_of(16))
        self.print_button.clicked.connect(self.print_contract)
        self.draft_button = QPushButton(self.tr("Begin a new draft"), self)
        self.draft_button.clicked.connect(self.begin)
        self.try_button = QPushButton(self.tr("Try it on the past"), self)
        self.try_button.setObjectName("primary")
        self.try_button.clicked.connect(self.try_it)

    def _make_parts(self) -> None:
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
        self.check = CheckLead(self._jobs, self._theme, self.around, self)
        self.check.failed.connect(self.failed)
        self.side = SigningPane(self._theme, self)
        self.side.setFixedWidth(_SIDE_WIDTH)
        self.side.signed.connect(self.acts.sign)
        self.side.unsigned.connect(self.acts.unsign)
        self.side.published.connect(self.acts.publish)

    def _lay_out(self) -> None:
        for widget in (self.print_button, self.draft_button, self.try_button):
            self.heading.add(widget)
        over = QHBoxLayout()
        over.setContentsMargins(20, 0, 20, 0)
        over.addWidget(self.tabs)
        over.addStretch(1)
        title = QLabel(self.tr("Versions"), self)
        title.setFont(font(12, 600))
        title.setObjectName("muted")
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.parts, 1)
        left.addWidget(title)
        left.addWidget(self.versions)
        inside = QWidget(self)
        row = QHBoxLayout(inside)
        row.setContentsMargins(20, 0, 20, 16)
        row.setSpacing(0)
        row.addLayout(left)
        middle = QVBoxLayout()
        middle.addWidget(self.scroller, 1)
        below = QHBoxLayout()
        below.setContentsMargins(20, 4, 20, 0)
        below.addWidget(self.check)
        middle.addLayout(below)
        row.addLayout(middle, 1)
        row.addWidget(self.side)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(inside)
        self._stack.addWidget(self.history)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addLayout(over)
        layout.addWidget(self._stack, 1)

    def _draw(self) -> None:
        self.print_button.setIcon(icons.icon("printer", self._theme.colour("text"), 16))

    # What every page has

    def load(self) -> None:
        """Read the version in sight, its signatures, and the one that is in force."""
        self._again.stop()
        self._jobs.read(_read, self._chosen, done=self._take, failed=self.failed.emit, key="agreement.page")
        self.tabs.load()
        if self.tabs.tab == "history":
            self._jobs.read(versions.history, done=self._take_history, failed=self.failed.emit, key="agreement.history")

    def show_tab(self, name: str) -> None:
        """Show the agreement or its history."""
        self.tabs.show_tab(name)
        self._turn_tab(name)

    def _turn_tab(self, name: str) -> None:
        self._stack.setCurrentIndex(name == "history")
        self.load()

    def take_focus(self) -> None:
        """Put the focus on the parts, or on the versions of the history."""
        (self.history if self.tabs.tab == "history" else self.parts).setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done here."""

        def show(tab: str) -> None:
            self.turned_to.emit(f"{self.place}/{tab}")

        place = self.place
        return (
            Action("agreement.history", "go", self.tr("&History of the agreement"), (), partial(show, "history")),
            Action(
                "agreement.print", "file", self.tr("&Print agreement…"), ("Ctrl+P",), self.print_contract, place=place
            ),
            Action("agreement.draft", "edit", self.tr("Begin a new &draft"), (), self.begin, place=place),
            Action("agreement.try", "edit", self.tr("&Try the draft on the past"), (), self.try_it, place=place),
            Action("agreement.examples", "edit", self.tr("Show &examples"), (), self.examples.open_all, place=place),
            Action("agreement.check", "edit", self.tr("&Check one lead"), (), self._check, place=place),
            Action("agreement.sign", "edit", self.tr("&Sign the draft"), (), self._sign_mine, place=place),
            Action("agreement.publish", "edit", self.tr("&Put the draft in force"), (), self.acts.publish, place=place),
        )

    def panes(self) -> Sequence[QWidget]:
        """Return the tabs, the parts, the one in sight, and the signatures; or the history."""
        if self.tabs.tab == "history":
            return self.tabs, self.history
        return self.tabs, self.parts, self.scroller, self.check, self.side, self.versions

    def stop(self) -> None:
        """End what goes on by itself."""
        self._again.stop()

    # Showing

    def _take(self, found: tuple[list[Version], Paper | None, Terms | None]) -> None:
        self._versions, paper, self._base = found
        before = None if self.paper is None else self.paper.terms
        self.paper = self.acts.paper = paper
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
        base = None if self._base is None else self._base.id
        self.versions.show_versions(self._versions, base, self.around)
        self.versions.show_chosen(None if self.paper is None else self.paper.terms.id)

    def _show_part(self) -> None:
        if self.paper is None:
            return
        old, name = self.pane, self._part()
        typed, focused = {}, ""
        if old is not None and old.name == name:
            typed = old.typed()
            focused = next((key for key, box in old.boxes.items() if box.hasFocus()), "")
        self.conditioning.close()
        pane = self.pane = PartPane(
            name, self.paper.terms, self.around, self._theme, self.scroller, base=self._base, as_text=self._as_text
        )
        self.conditioning.listen(pane, self.around)
        pane.text_wanted.connect(self.show_text, Qt.ConnectionType.QueuedConnection)
        pane.edited.connect(self.acts.edit)
        pane.added.connect(self.acts.add)
        pane.removed.connect(self.acts.remove)
        pane.term.connect(self.acts.term)
        place = self.scroller.verticalScrollBar().value()
        self.scroller.setWidget(pane)
        pane.take_typed(typed, focused)
        self.scroller.verticalScrollBar().setValue(place)
        self._count()

    def show_text(self, on: bool) -> None:
        """Show the conditions as the text of the query language, or as chips."""
        self._as_text = on
        self._show_part()
        if self.pane is not None and self.pane.text_button is not None:
            self.pane.text_button.setFocus()

    def _write_clause(self, key: str) -> None:
        self.show_text(on=True)
        if self.pane is not None:
            self.pane.boxes[f"{key}.query"].setFocus()

    def _part(self) -> str:
        return list(part_names())[max(0, self.parts.currentRow())]

    def _turn(self, row: int) -> None:
        del row
        self._show_part()

    def _count(self) -> None:
        """Read how many leads the definition in sight finds, and what each change of a draft does."""
        milestone = next((one for one in DEFINED if one == self._part()), None)
        if self.paper is None or self.pane is None:
            return
        terms = self.paper.terms
        base = self._base if terms.is_draft else None
        self.check.judge_by([terms] if base is None else [terms, base], milestone, self.around)
        if base is not None:
            done = self.side.show_effects
            self._jobs.read(effects.effects, base, terms, done=done, failed=self.failed.emit, key="agreement.effects")
        if milestone is not None:
            self.examples.read(self.pane.examples, milestone, self.around)
            counted = partial(self._counted, self.pane)
            self._jobs.read(
                counts.counts, terms, milestone, base, done=counted, failed=self.failed.emit, key="agreement.counts"
            )

    def _counted(self, pane: PartPane, found: counts.Counts) -> None:
        if pane is self.pane:  # another part may be in sight by now
            pane.show_counts(found)

    def _check(self) -> None:
        if not self.check.isVisible():
            self.parts.setCurrentRow(0)
        self.check.lead.setFocus()

    def choose(self, number: int) -> None:
        """Show a version."""
        self._chosen = number
        self.show_tab("agreement")

    def _take_history(self, found: list[Past]) -> None:
        self.history.show_versions(found, None if self._base is None else self._base.id, self.around)

    def _compare(self, earlier: int, later: int) -> None:
        self._jobs.read(
            versions.apart,
            earlier,
            later,
            done=self._take_apart,
            failed=self.failed.emit,
            key="agreement.difference",
        )

    def _take_apart(self, found: Apart) -> None:
        self.history.show_difference(found, self.around)

    # Doing

    def begin(self) -> None:
        """Begin a draft from the version in force, or show the one that there is."""
        self._chosen = None
        self.acts.begin()

    def print_contract(self) -> None:
        """Open the preview of the version in sight, as both teams sign it."""
        if self.paper is not None:
            self._print(self.paper.terms.id)

    def _print(self, number: int) -> None:
        one = next((one for one in self._versions if one.id == number), None)
        if one is not None:
            show_contract(self._jobs, one.id, one.number, self.around, self, draft=one.published_at is None)

    def try_it(self) -> None:
        """Run the draft over the leads of the past months."""
        if self.paper is None or not self.paper.terms.is_draft:
            return
        dialog = self.replay = ReplayDialog(self._jobs, self._theme, self.around, self.paper.terms.id, self)
        dialog.lead_asked.connect(partial(self.record_asked.emit, "lead"))
        dialog.open()
        dialog.run()

    def _sign_mine(self) -> None:
        self.acts.sign_mine(self.around.context.me)

    def _failed(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.load()

    def _changed(self, change: Change) -> None:
        if _CHANGING & change.ids.keys():
            self._again.start()


def _read(session: Any, chosen: int | None) -> tuple[list[Version], Paper | None, Terms | None]:
    """Return all versions, the one in sight with its signatures, and the terms in force."""
    known = papers.versions(session)
    number = next((one.id for one in known if one.id == chosen), known[0].id if known else None)
    paper = None if number is None else papers.paper(session, number)
    # Read, not taken from the small lists: those may not have heard of it yet.
    published = [one for one in known if one.published_at is not None]
    in_force = max(published, key=lambda one: (one.published_at, one.number), default=None)
    return known, paper, None if in_force is None else papers.paper(session, in_force.id).terms
