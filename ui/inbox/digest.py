"""The digest: what waits, in one sentence, told once a day in a toast and on top of the inbox."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from app import digest
from app.digest import Digest
from app.errors import KnownError
from app.inbox_items import Item
from ui import icons
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping


class DigestWords(QObject):
    """The digest in words."""

    def sentence(self, found: Digest) -> str:
        """Return what waits, "" where nothing does; what there is none of is left out."""
        if not found:
            return ""
        counted = (
            (found.handoffs, self.tr("%n handoffs to answer", None, found.handoffs)),
            (found.clocks, self.tr("%n clocks about to run out", None, found.clocks)),
            (found.mentions, self.tr("%n mentions", None, found.mentions)),
            (found.tasks, self.tr("%n tasks due today", None, found.tasks)),
            (found.disputes, self.tr("%n disputes", None, found.disputes)),
        )
        listed = ", ".join(words for count, words in counted if count)
        said = self.tr("Waiting for you: {what}.").format(what=listed)
        if found.overdue:
            late = self.tr("Your team has %n overdue promises.", None, found.overdue)
            said = f"{said} {late}"
        return said


class DigestTeller(QObject):
    """Says the digest when it is due; asked each minute. `told` has the sentence."""

    told = Signal(str)

    def __init__(self, jobs: Jobs, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self.around = jobs, around
        self._asks = False

    def look(self) -> None:
        """Read it if it is due."""
        context = self.around.context
        if not self._asks and digest.is_due(context.info.uuid, self.around.now, context.zone):
            self._asks = True
            self._jobs.read(
                digest.read,
                done=partial(self._take, self.around.now),
                failed=self._later,
                key="inbox.digest",
                behind=True,
            )

    def _take(self, now: datetime, found: Digest) -> None:
        self._asks = False
        said = DigestWords().sentence(found)
        digest.tell(self.around.context.info.uuid, now)
        if said:
            self.told.emit(said)

    def _later(self, error: KnownError) -> None:
        """Ask again the next minute; that the database is away is said by the bar."""
        del error
        self._asks = False


class DigestBar(QFrame):
    """The digest on top of the inbox, until it is put away or the day ends; figures go with what waits."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hint")
        self._jobs, self._theme, self.around = jobs, theme, around
        self._items: Sequence[Item] = ()
        self._late: int | None = None
        self.words = wrapping(self, font(13, 500))
        self.away = QToolButton(self)
        self.away.setAccessibleName(self.tr("Put the summary away"))
        self.away.setToolTip(self.away.accessibleName())
        self.away.setMinimumSize(28, 28)
        self.away.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    def load(self) -> None:
        """Read what the team owes, once for as long as it is shown."""
        self._jobs.read(digest.overdue, done=self._take, failed=self._ignore, key="inbox.digest.bar")

    def show_items(self, items: Sequence[Item]) -> None:
        """Say what waits, where it stands here today."""
        context = self.around.context
        shown = digest.is_shown(context.info.uuid, self.around.now, context.zone)
        if shown and self._late is None:
            self._late = 0
            self.load()
        self._items = items
        found = digest.of(items, self._late or 0, self.around.now, context.zone) if shown else Digest()
        self.words.setText(DigestWords().sentence(found))
        self.setVisible(bool(found))

    def put_away(self) -> None:
        """Show it no longer today."""
        digest.put_away(self.around.context.info.uuid)
        self.hide()

    def _take(self, late: int) -> None:
        self._late = late
        self.show_items(self._items)

    def _ignore(self, error: KnownError) -> None:
        """Leave what is shown; that the database is away is said by the bar."""

    def _draw(self) -> None:
        self.away.setIcon(icons.icon("x", self._theme.colour("muted"), 16))
