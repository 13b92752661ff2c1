"""Contacts that may be there twice: the pairs at the left, the one that is looked at beside them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Change
from app.duplicates import merging, pairs
from app.duplicates.merging import Facing, MergeRow
from app.duplicates.pairs import Found, Pair
from app.duplicates.scoring import CERTAIN
from app.errors import ConflictError, KnownError, NotFoundError
from ui import icons
from ui.actions import Action
from ui.around import Surroundings
from ui.duplicates.bulk import Bulk
from ui.duplicates.button import DuplicatesButton
from ui.duplicates.comparer import Comparer
from ui.duplicates.merged import Merged
from ui.duplicates.pair_list import PairList, named
from ui.duplicates.pair_view import PairView
from ui.jobs import Jobs
from ui.page import Page
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping

_LEFT = 300
_SOON = 400
"""Milliseconds after a change that the pairs are read anew: an import tells of many."""
_NOTHING, _PAIR, _BULK, _MERGED = range(4)
_OURS = frozenset({"contact", "company", "apart", "merge", "import"})


class DuplicatesPage(Page):
    """The page. It stands behind the contacts and has no place of its own in the sidebar."""

    def __init__(
        self,
        jobs: Jobs,
        theme: Theme,
        around: Surroundings,
        button: DuplicatesButton,
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("DuplicatesPage", "Duplicates")
        super().__init__("duplicates", title, "copy", around, parent)
        self.home = "contacts"
        self._jobs = jobs
        self._found: Found | None = None
        self._wanted: tuple[int, int] | None = None
        contacts = self.tr("Contacts")
        self.back = QPushButton(f" {contacts}", self)
        self.back.setObjectName("flat")
        self.back.setAccessibleName(self.tr("Back to the contacts"))
        self.back.clicked.connect(partial(self.turned_to.emit, self.home))
        self.button = button
        self.figure = QLabel(self)
        self.figure.setObjectName("muted")
        self.list = PairList(theme, around, self)
        self.list.chosen.connect(self._look)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(self.tr("Contacts compared"))
        self.progress_words = wrapping(self, font(12), name="muted")
        self.all_button = QPushButton(self)
        self.all_button.clicked.connect(self._begin_bulk)
        self.merged_button = QPushButton(self)
        self.merged_button.setObjectName("flat")
        self.merged_button.clicked.connect(self._begin_merged)
        self.view = PairView(theme, around, self)
        self.view.merge_asked.connect(self.merge)
        self.view.apart_asked.connect(self.keep_apart)
        self.view.stepped.connect(self.list.step)
        self.bulk = Bulk(around, self)
        self.bulk.asked.connect(self._merge_all)
        self.bulk.left.connect(self._show_pairs)
        self.merged = Merged(around, self)
        self.merged.asked.connect(self.take_apart)
        self.merged.left.connect(self._show_pairs)
        self.nothing = wrapping(self, font(15, 600))
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._again)
        self.comparer = Comparer(jobs, self)
        self.comparer.progressed.connect(self._tell_progress)
        self.comparer.finished.connect(self._compared)
        self.comparer.failed.connect(self._not_compared)
        jobs.changed.connect(self._changed)
        self._theme = theme
        self._build()
        theme.changed.connect(self._draw)
        self._draw()
        self.button.load()
        self.comparer.watch()

    def _build(self) -> None:
        side = QWidget(self)
        side.setFixedWidth(_LEFT)
        left = QVBoxLayout(side)
        left.setContentsMargins(14, 10, 6, 12)
        left.setSpacing(4)
        left.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        head.setSpacing(10)
        title = QLabel(self.title, side)
        title.setFont(font(20, 600))
        head.addWidget(title)
        head.addWidget(self.figure)
        head.addStretch(1)
        left.addLayout(head)
        under = wrapping(side, font(13), self.tr("People who may be in the list twice"), name="muted")
        under.setContentsMargins(6, 0, 0, 0)
        for widget in (under, self.progress, self.progress_words):
            left.addWidget(widget)
        left.addWidget(self.list, 1)
        for button in (self.all_button, self.merged_button):
            button.hide()  # until it is known whether there is something that they could be pressed for
            left.addWidget(button)
        nothing = QWidget(self)
        middle = QVBoxLayout(nothing)
        middle.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        self.nothing.setFixedWidth(420)
        row.addWidget(self.nothing)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(3)
        self._stack = QStackedWidget(self)
        for part in (nothing, self.view, self.bulk, self.merged):
            self._stack.addWidget(part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)

    def load(self) -> None:
        """Read the pairs; contacts that were not compared yet are compared a block at a time."""
        self._jobs.read(_known, done=self._take, failed=self.failed.emit, key="duplicates")

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        for part in (self.view, self.bulk, self.merged):
            part.around = around
        self.list.model_.around = around

    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Return the list and what stands beside it."""
        return (self.list, self._stack)

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with pairs."""
        here, back = self.place, partial(self.turned_to.emit, self.home)
        return (
            Action(
                "duplicates.merge", "contact", self.tr("&Merge"), ("Ctrl+Return",), self.merge, place=here, rule=True
            ),
            Action("duplicates.apart", "contact", self.tr("&Keep separate"), ("Del",), self.keep_apart, place=here),
            Action(
                "duplicates.next",
                "contact",
                self.tr("&Next pair"),
                ("Ctrl+PgDown",),
                partial(self.list.step, 1),
                place=here,
            ),
            Action(
                "duplicates.previous",
                "contact",
                self.tr("&Previous pair"),
                ("Ctrl+PgUp",),
                partial(self.list.step, -1),
                place=here,
            ),
            Action(
                "duplicates.back",
                "go",
                self.tr("&Back to the contacts"),
                ("Ctrl+Up",),
                back,
                place=here,
            ),
        )

    def show_pair(self, one: int, other: int) -> None:
        """Look at a pair, once the pairs are read."""
        self._wanted = (min(one, other), max(one, other))
        self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what may have changed while another page was in sight."""
        super().showEvent(event)
        if self._found is not None:
            self._soon.start()

    def stop(self) -> None:
        """End what goes on by itself."""
        self._soon.stop()
        self.comparer.stop()
        self.list.stop()
        self.button.stop()

    # What is known

    def _take(self, known: "tuple[Found, list[MergeRow]]") -> None:
        found, merges = known
        self._found = found
        count = sum(found.counts.values())
        self.figure.setText(self.tr("%n pairs", None, count) if count else "")
        certain = found.counts.get(CERTAIN, 0)
        self.all_button.setText(self.tr("Merge all %n certain…", None, certain))
        self.all_button.setVisible(certain > 1)
        self.merged_button.setText(self.tr("Merged before (%n)", None, len(merges)))
        self.merged_button.setVisible(bool(merges))
        self.merged.show_rows(merges)
        if not merges and self._stack.currentIndex() == _MERGED:
            self._show_pairs()
        near = max(0, self.list.currentIndex().row())
        current = self.list.current()
        wanted = self._wanted or (current.ids if current is not None else None)
        self._wanted = None
        self.list.show_found(found, wanted, near)
        self._tell_progress(found.outstanding)
        if found.outstanding and not self.comparer.is_under_way:
            self.progress.setMaximum(found.outstanding)
            self.comparer.begin()

    def _compared(self) -> None:
        self.button.load()
        if self.isVisible():
            self.load()

    def _not_compared(self, error: KnownError) -> None:
        if self.isVisible():
            self.failed.emit(error)

    def _tell_progress(self, left: int) -> None:
        shown = left > 0
        self.progress.setVisible(shown)
        self.progress_words.setVisible(shown)
        if shown:
            self.progress.setMaximum(max(left, self.progress.maximum()))
            self.progress.setValue(self.progress.maximum() - left)
            if self._jobs.workspace.read_only:
                said = self.tr("%n contacts were not compared yet, and nothing can be written here.", None, left)
            else:
                said = self.tr("%n contacts are still to be compared.", None, left)
            self.progress_words.setText(said)
        self._tell_nothing(left)

    def _tell_nothing(self, left: int) -> None:
        if left:
            self.nothing.setText(self.tr("Tandem compares everybody in the list with everybody else…"))
        else:
            self.nothing.setText(self.tr("Nobody stands in the list twice, as far as Tandem can tell."))

    def _changed(self, change: Change) -> None:
        if _OURS & change.ids.keys():
            self._soon.start()

    def _again(self) -> None:
        if self.isVisible() and not self.comparer.is_under_way:
            self.load()

    # Looking

    def _look(self, pair: Pair | None) -> None:
        if pair is None:
            if self._stack.currentIndex() == _PAIR:
                self._stack.setCurrentIndex(_NOTHING)
            return
        self._jobs.read(
            merging.facing,
            *pair.ids,
            done=partial(self._show_pair, pair),
            failed=self._not_there,
            key="duplicates.pair",
        )

    def _show_pair(self, pair: Pair, sides: tuple[Facing, Facing]) -> None:
        self.view.show_pair(pair, sides, *self.list.place())
        if self._stack.currentIndex() in {_NOTHING, _PAIR}:
            self._stack.setCurrentIndex(_PAIR)

    def _not_there(self, error: KnownError) -> None:
        if isinstance(error, NotFoundError):
            self.load()  # a colleague was quicker
        else:
            self.failed.emit(error)

    def _show_pairs(self) -> None:
        self._stack.setCurrentIndex(_PAIR if self.list.current() is not None else _NOTHING)
        self.list.setFocus()

    def _begin_bulk(self) -> None:
        self.bulk.begin([pair for pair in self.list.model_.items if pair.grade == CERTAIN])
        self._stack.setCurrentIndex(_BULK)

    def _begin_merged(self) -> None:
        self._stack.setCurrentIndex(_MERGED)

    # Doing

    def merge(self) -> None:
        """Merge the pair in sight as it was chosen."""
        pair, sides = self.view.pair, self.view.card.sides
        if pair is None or sides is None or self._stack.currentIndex() != _PAIR:
            return
        said = self.tr("{pair} merged.").format(pair=named(pair)[:120])
        self.view.merge_button.setEnabled(False)
        self._jobs.write(
            merging.merge,
            sides[0].id,
            sides[1].id,
            self.view.card.values(),
            (sides[0].values["version"], sides[1].values["version"]),
            done=partial(self._done, said),
            failed=self._refused,
        )

    def keep_apart(self) -> None:
        """Write down that the pair in sight is two people."""
        pair = self.view.pair
        if pair is not None and self._stack.currentIndex() == _PAIR:
            said = self.tr("{pair} stay separate.").format(pair=named(pair)[:120])
            self._jobs.write(pairs.keep_apart, *pair.ids, done=partial(self._done, said), failed=self._refused)

    def _merge_all(self, asked: list[tuple[int, int]]) -> None:
        told: dict[str, int] = {}
        self._jobs.write(merging.merge_all, asked, told, done=partial(self._all_merged, told), failed=self._refused)

    def _all_merged(self, told: dict[str, int], change: Change) -> None:
        said = self.tr("%n pairs merged.", None, told.get("merged", 0))
        if told.get("left"):
            said += " " + self.tr("%n want another look: one of them was merged already.", None, told["left"])
        self._show_pairs()
        self._done(said, change)

    def take_apart(self, row: MergeRow) -> None:
        """Take two apart that were merged."""
        said = self.tr("{gone} and {kept} are two again.").format(gone=row.gone[:60], kept=row.kept[:60])
        self._jobs.write(merging.unmerge, row.id, done=partial(self._done, said), failed=self._refused)

    def _done(self, said: str, change: Change) -> None:
        self.view.merge_button.setEnabled(True)
        self.said.emit(said, change)
        self._soon.stop()
        self.load()

    def _refused(self, error: KnownError) -> None:
        self.view.merge_button.setEnabled(True)
        self.failed.emit(error)
        if isinstance(error, ConflictError | NotFoundError):
            self.load()

    def _draw(self) -> None:
        self.back.setIcon(icons.icon("arrow-left", self._theme.colour("accent_text"), 16))


def _known(session: Any) -> tuple[Found, list[MergeRow]]:
    return pairs.found(session), merging.standing(session)
