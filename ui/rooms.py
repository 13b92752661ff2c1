"""The window's pages by their place.

Those that a start has no time for are made in the quiet after it, or when wanted.
"""

import importlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Self, cast

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from ui.actions import Action, Menus
from ui.page import Page
from ui.widgets.pressing import PressingWindow

if TYPE_CHECKING:
    from ui.agreement.agreement_page import AgreementPage
    from ui.agreement.promises_page import PromisesPage
    from ui.companies.page import CompaniesPage
    from ui.duplicates.page import DuplicatesPage
    from ui.goals.page import GoalsPage
    from ui.handoffs.page import HandoffsPage
    from ui.inbox.page import InboxPage
    from ui.leads.board_page import BoardPage
    from ui.meetings.page import MeetingsPage
    from ui.reports.page import ReportsPage

PLACES = (
    "inbox",
    "contacts",
    "duplicates",
    "companies",
    "board",
    "handoffs",
    "agreement",
    "promises",
    "meetings",
    "goals",
    "reports",
    "import",
)
"""The pages in the sidebar's order, each behind its home."""
SOON = ("companies", "board")
"""Places that are made before the others: they are looked at most, and what they offer stands first."""
NUMBERED = ("inbox", "contacts", "board", "agreement", "meetings", "goals", "reports", "companies")
"""The places that Ctrl+1 to Ctrl+8 go to."""
PREPARING = "preparing"
"""The name of the timer that has pages made before anybody asks for them."""
QUIET = 500
"""Milliseconds after the window's first reads that the rest begins: the first rows are on the screen by then."""
_ALONE = 300
"""Milliseconds for which what is in sight is read alone; where its rows come sooner, until then."""
APART = 20
"""Milliseconds between two steps of the rest, in which keys and painting have their turn."""


@dataclass(frozen=True, slots=True)
class Room:
    """What is known of a page before it is made.

    Attributes:
        place, title, icon, home, kind, holds: as a `ui.page.Page` says them.
        make: makes the page.
        steps: modules that it needs, loaded one by one before it so that none holds up the window for long.
    """

    place: str
    title: str
    icon: str
    make: Callable[[], Page]
    home: str = ""
    kind: str = ""
    holds: str = ""
    steps: tuple[str, ...] = ()

    @classmethod
    def of(cls, page: Page) -> Self:
        """Return the room of a page that is made already."""
        return cls(page.place, page.title, page.icon, lambda: page, page.home, page.kind, page.holds)


class Rooms(Mapping[str, Page]):
    """The pages by place, in the sidebar's order; to ask for one makes it. `ready` is told each page that was made."""

    def __init__(self, owner: QObject, rooms: Sequence[Room], ready: Callable[[Page], None]) -> None:
        self._rooms = {room.place: room for room in rooms}
        self._ready = ready
        self._made: dict[str, Page] = {}
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(owner, singleShot=True, interval=QUIET)
        self._timer.setObjectName(PREPARING)
        self._timer.timeout.connect(self._step)

    def __getitem__(self, place: str) -> Page:
        """Return a page, made if it was not there yet."""
        page = self._made.get(place)
        if page is None:
            page = self._made[place] = self._rooms[place].make()
            self._ready(page)
        return page

    def __iter__(self) -> Iterator[str]:
        """Go over the places; nothing is made by that."""
        return iter(self._rooms)

    def __len__(self) -> int:
        """Return how many places there are."""
        return len(self._rooms)

    def __contains__(self, place: object) -> bool:
        """Return whether there is such a place; nothing is made by that."""
        return place in self._rooms

    @property
    def made(self) -> Sequence[Page]:
        """The pages that are made."""
        return tuple(self._made.values())

    @property
    def known(self) -> Sequence[Room]:
        """What is known of all of them, in order."""
        return tuple(self._rooms.values())

    def room(self, place: str) -> Room:
        """Return what is known of a page."""
        return self._rooms[place]

    def place_where(self, holds: Callable[[Room], bool]) -> str:
        """Return the place of the first page of which that holds, or nothing."""
        return next((room.place for room in self._rooms.values() if holds(room)), "")

    def complete(self) -> None:
        """Make what is not made yet."""
        self.stop()
        for place in (*SOON, *self._rooms):
            self[place]

    def complete_soon(self) -> None:
        """Make it bit by bit, once the window has shown what it was opened for."""
        for place in dict.fromkeys((*SOON, *self._rooms)):
            if place not in self._made:
                self._steps.extend(partial(importlib.import_module, step) for step in self._rooms[place].steps)
                self._steps.append(partial(self.__getitem__, place))
        self._timer.start(QUIET)

    def stop(self) -> None:
        """Make no more by itself."""
        self._timer.stop()

    def _step(self) -> None:
        if self._steps:
            self._steps.popleft()()
            self._timer.start(APART)


class Rest(QTimer):
    """Reads the rest once what is in sight was read, or after a while: read beside it, it would keep it waiting."""

    def __init__(self, parent: QObject, read: Callable[[], None]) -> None:
        super().__init__(parent, singleShot=True, interval=_ALONE)
        self.timeout.connect(read)

    def begin(self, arrived: SignalInstance) -> None:
        """Wait for that signal, but not for long."""
        self.start()
        arrived.connect(self._hurry, Qt.ConnectionType.SingleShotConnection)

    def _hurry(self) -> None:
        if self.isActive():
            self.start(0)


class Housed(PressingWindow):
    """A window with pages, of which some come late. What is asked of them for the first time makes them."""

    _pages: Rooms
    _stack: QStackedWidget
    _actions: Menus

    @property
    def place(self) -> str:
        """The page in sight."""
        page = self._stack.currentWidget()
        return page.place if isinstance(page, Page) else ""

    @property
    def table(self) -> Sequence[Action]:
        """All that can be done in the window and on its pages."""
        self._pages.complete()
        return self._actions.table

    @property
    def actions_by_id(self) -> Mapping[str, QAction]:
        """The same as menus and keys have it."""
        self._pages.complete()
        return self._actions.made

    @property
    def companies(self) -> "CompaniesPage":
        """The companies."""
        return cast("CompaniesPage", self._pages["companies"])

    @property
    def board(self) -> "BoardPage":
        """The board."""
        return cast("BoardPage", self._pages["board"])

    @property
    def waiting(self) -> "InboxPage":
        """What waits for the member."""
        return cast("InboxPage", self._pages["inbox"])

    @property
    def duplicates(self) -> "DuplicatesPage":
        """The contacts that may be there twice."""
        return cast("DuplicatesPage", self._pages["duplicates"])

    @property
    def agreement(self) -> "AgreementPage":
        """What both teams agreed on."""
        return cast("AgreementPage", self._pages["agreement"])

    @property
    def promises(self) -> "PromisesPage":
        """What the teams owe each other."""
        return cast("PromisesPage", self._pages["promises"])

    @property
    def handoffs(self) -> "HandoffsPage":
        """The handoffs to answer."""
        return cast("HandoffsPage", self._pages["handoffs"])

    @property
    def meetings(self) -> "MeetingsPage":
        """The meetings."""
        return cast("MeetingsPage", self._pages["meetings"])

    @property
    def goals(self) -> "GoalsPage":
        """The goals."""
        return cast("GoalsPage", self._pages["goals"])

    @property
    def reports(self) -> "ReportsPage":
        """The reports."""
        return cast("ReportsPage", self._pages["reports"])
