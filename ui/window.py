"""The window: title row, sidebar, pages, and what it says by itself."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from app import settings
from app.changes import Change
from app.context import Context
from app.errors import KnownError
from app.faults import Fault
from app.views import View
from ui import actions, commands, kept, recent
from ui.actions import Action
from ui.around import Surroundings
from ui.contacts.page import ContactsPage
from ui.dialogs import Dialogs
from ui.duplicates.button import DuplicatesButton
from ui.importing.place import ImportPlace
from ui.inbox.panel import Panel
from ui.jobs import Jobs
from ui.late import late
from ui.page import Page
from ui.palette import Palette
from ui.rooms import NUMBERED, PLACES, Housed, Rest, Room, Rooms
from ui.saved_views import SavedViews
from ui.saying import Saying
from ui.sidebar import Sidebar
from ui.theme import CHOICES, Choice, Theme
from ui.titlebar import TitleBar
from ui.undoing import Undoing

SMALLEST = (1024, 640)
RAIL_BELOW = 1320
_LISTS = ("member", "stage", "reason", "campaign", "field", "workspace", "import")
_SHARED = frozenset((*_LISTS, "agreement", "clause", "play", "promise"))


class Window(Housed):
    """The main window over an open workspace."""

    closing = Signal()
    theme_chosen = Signal(str)
    workspaces_asked = Signal()  # another workspace is to be started, joined or opened
    workspace_asked = Signal(str)  # one that was open before, by its place

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings) -> None:
        super().__init__()
        self._jobs = jobs
        self._theme = theme
        self.around = around
        self._is_kept = False
        self._rest = Rest(self, self._load_rest)
        self._wants_rail = bool(settings.read().get("rail", False))
        self.setWindowTitle(f"{around.context.info.company} – Tandem")
        self.setMinimumSize(*SMALLEST)
        self.contacts = ContactsPage(jobs, theme, around)
        self.importing = ImportPlace(jobs, theme, around)
        self.duplicates_button = DuplicatesButton(jobs, self.contacts.heading)
        self._stack = QStackedWidget()
        wait = late(jobs, theme, lambda: self.around, self.duplicates_button, self.importing, self._stack)
        stand = {page.place: Room.of(page) for page in (self.contacts, self.importing)}
        rooms = wait | stand
        self._pages = Rooms(self, [rooms[place] for place in PLACES], self._take_page)
        self._shown: set[str] = set()
        places = tuple((page.place, page.title, page.icon) for page in self._pages.known if not page.home)
        self.sidebar = Sidebar(theme, places, around.context.info.company)
        self.views = SavedViews(jobs, self.sidebar, around, self)
        self._central = QWidget()
        self.saying = Saying(jobs, theme, self._central)
        self.bar, self.toast = self.saying.bar, self.saying.toast
        self.menus = QMenuBar()
        self.title = TitleBar(theme, self.menus, around.context.me)
        self._lay_out()
        self.dialogs = Dialogs(self, jobs, theme, around)
        self.dialogs.theme_chosen.connect(self._choose_theme)
        self.dialogs.said.connect(self.saying.done)
        self.dialogs.import_asked.connect(self.importing.start)
        self.palette_ = Palette(jobs, theme, self._central)
        self.inbox = Panel(jobs, theme, around, self._central)
        self._actions = actions.Menus(self, self.menus, actions.menus())
        self._actions.add(self._own_actions())
        self._actions.made[f"theme.{theme.choice}"].setChecked(True)
        self.undoing = Undoing(jobs, self._actions.made["edit.undo"], self._actions.made["edit.redo"], self)
        for place in ("contacts", "import"):
            self._pages[place]
        self._listen()
        first = settings.read().get("first_page", "contacts")
        self.go_to(first if first in self._pages else "contacts")

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self._stack, 1)
        layout = QHBoxLayout(self._central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(right, 1)
        self.setCentralWidget(self._central)
        self.setMenuWidget(self.title)

    def _take_page(self, page: Page) -> None:
        """Give a page that was made its place, its voice, and its actions in the menus."""
        self._stack.addWidget(page)
        page.said.connect(self.saying.done)
        page.failed.connect(self.saying.problem)
        page.record_asked.connect(self.open_record)
        page.list_asked.connect(self.show_list)
        page.turned_to.connect(self.go_to)
        page.acts_changed.connect(lambda: self._actions.offer(self.place))
        self._actions.add(page.actions_here())
        self._actions.offer(self.place)
        if page.place == "board":
            self.undoing.serve(self.board.undo_button)
            QTimer.singleShot(0, self, self._load_board)

    def _listen(self) -> None:
        self.contacts.heading.add(self.duplicates_button, first=True)
        self.duplicates_button.clicked.connect(partial(self.go_to, "duplicates"))
        self.importing.stand_by(self.contacts)
        self.views.in_sight = self._stack.currentWidget
        self.sidebar.chosen.connect(self.go_to)
        self.sidebar.view_chosen.connect(self.show_view)
        self.sidebar.new_view_asked.connect(self._keep_view)
        self.sidebar.settings_asked.connect(self._show_settings)
        self.sidebar.help_asked.connect(self._show_keys)
        self.title.find_asked.connect(self._open_palette)
        self.title.inbox_asked.connect(self._open_inbox)
        self.title.me_asked.connect(self._show_settings)
        self.palette_.open_asked.connect(self.open_record)
        self.inbox.open_asked.connect(self.open_record)
        self.inbox.counted.connect(self.title.bell.tell)
        self.inbox.waits.connect(self.sidebar.show_waiting)
        self.inbox.notifier.opened.connect(self._open_inbox)
        self.inbox.teller.told.connect(partial(self.saying.offer, self.tr("Open inbox"), partial(self.go_to, "inbox")))
        for part in (self.views, self.inbox):
            part.said.connect(self.saying.done)
            part.failed.connect(self.saying.problem)
        self.undoing.said.connect(self.toast.say)
        self.toast.undo_asked.connect(self.undoing.undo_op)
        self.contacts.sample_asked.connect(self._fill_with_sample)
        self.saying.refresh_asked.connect(self.refresh)
        self.saying.begin(self.title.saving)
        self._jobs.changed.connect(self._changed)

    def _own_actions(self) -> tuple[Action, ...]:
        themes = {"system": self.tr("Colours of the &system"), "light": self.tr("&Light"), "dark": self.tr("&Dark")}
        return (
            *recent.ways(self._jobs.workspace.url, self.workspaces_asked.emit, self.workspace_asked.emit),
            *self.importing.openers(),
            Action("file.close", "file", self.tr("&Close"), ("Ctrl+Q",), self._close, rule=True),
            Action("edit.undo", "edit", self.tr("&Undo"), ("Ctrl+Z",), self.undo),
            Action("edit.redo", "edit", self.tr("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), self.redo),
            *(
                Action(f"theme.{choice}", "view", themes[choice], (), partial(self._choose_theme, choice), "theme")
                for choice in CHOICES
            ),
            Action("view.sidebar", "view", self.tr("&Narrow sidebar"), ("Ctrl+B",), self._turn_sidebar, rule=True),
            Action("view.settings", "view", self.tr("&Settings…"), ("Ctrl+,",), self._show_settings),
            Action("view.hours", "view", self.tr("&Working time…"), (), self.dialogs.show_working_time),
            Action("view.refresh", "view", self.tr("Look for &changes"), ("F5",), self.refresh, rule=True),
            Action("go.find", "go", self.tr("&Find or run…"), ("Ctrl+K",), self._open_palette),
            Action("go.waiting", "go", self.tr("What &waits for me"), ("Ctrl+Shift+I",), self._open_inbox),
            Action("go.pane", "go", self.tr("Next &part of the window"), ("F6",), partial(self._next_pane, 1)),
            Action(
                "go.pane.back", "go", self.tr("&Last part of the window"), ("Shift+F6",), partial(self._next_pane, -1)
            ),
            *(
                Action(
                    f"go.{place}", "go", self._pages.room(place).title, (f"Ctrl+{number}",), partial(self.go_to, place)
                )
                for number, place in enumerate(NUMBERED, 1)
            ),
            Action(
                "go.duplicates", "contact", self.tr("&Duplicates…"), (), partial(self.go_to, "duplicates"), rule=True
            ),
            Action("help.first", "help", self.tr("&First steps…"), (), self.dialogs.show_steps),
            Action("help.keys", "help", self.tr("&Keys"), ("F1", "Ctrl+/"), self._show_keys),
            Action("help.guide", "help", self.tr("&Guide"), ("Shift+F1",), self.dialogs.show_guide),
        )

    # Going about

    def load(self) -> None:
        """Read what the pages show: the one in sight first, by itself, since what is read beside it would keep it."""
        self._load(self.place)
        self._rest.begin(self.contacts.model.arrived)

    def _load_rest(self) -> None:
        self._load("contacts")
        self.views.load()
        self.inbox.load()
        self.undoing.load()
        self._pages.complete_soon()

    def _load_board(self) -> None:
        if self._shown:  # it alone is read before somebody goes there; who is there already has asked for it
            self._load("board")

    def _load(self, place: str) -> None:
        if place not in self._shown:
            self._shown.add(place)
            self._pages[place].load()

    def go_to(self, place: str) -> None:
        """Show a page, and one of its tabs if that stands after a slash."""
        place, _, tab = place.partition("/")
        page = self._pages[place]
        if tab:
            page.show_tab(tab)
        self._stack.setCurrentWidget(page)
        self.sidebar.go_to(page.home or place)
        if self._shown:
            self._load(place)
        self._actions.offer(place)
        self._focus_page()

    def refresh(self) -> None:
        """Read all anew, and try again what waits."""
        self._jobs.retry()
        self._jobs.read(_context, done=self._take_context, failed=self.saying.problem, key="context")
        for place in self._shown:
            self._pages[place].load()
        self.views.load()
        self.inbox.load()

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a record on its page."""
        place = self._pages.place_where(lambda one: kind in (one.kind, one.holds))
        if place:
            self.go_to(place)
            self._pages[place].open_record(record_id)

    def show_view(self, view: View) -> None:
        """Show what a saved view shows."""
        place = self._pages.place_where(lambda one: one.kind == view.kind)
        if place:
            self.go_to(place)
            self._pages[place].show_view(view)
            self.sidebar.go_to(self.place, view.id)

    def show_list(self, kind: str, query: str) -> None:
        """Show a list narrowed by a query."""
        place = self._pages.place_where(lambda one: one.kind == kind)
        if place:
            self.go_to(place)
            self._pages[place].show_query(query)

    # Saying

    def trouble(self, error: KnownError | None) -> None:
        """Show that the database is away, or that it is back."""
        self.saying.trouble(error)

    # Undo

    def undo(self) -> None:
        """Take back what was done last."""
        self.undoing.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        self.undoing.redo()

    def _ignore(self, error: KnownError) -> None:
        """Leave a side matter be that could not be read; the bar says already that the database is away."""

    # Changes

    def _changed(self, change: Change) -> None:
        if _SHARED & change.ids.keys():
            self._jobs.read(_context, done=self._take_context, failed=self._ignore, key="context")

    def _take_context(self, context: Context) -> None:
        words = self.around.words.at(context.zone, context.info.currency)
        self.around = Surroundings(context, words, self.around.clock)
        for page in self._pages.made:
            page.take_around(self.around)
        self.views.around = self.inbox.around = self.around
        self.sidebar.tell_company(context.info.company)
        self.setWindowTitle(f"{context.info.company} – Tandem")
        self.title.me.tell(context.me)
        self.dialogs.take_around(self.around)

    def _fill_with_sample(self) -> None:
        from app import sample, sample_agreement  # noqa: PLC0415 - a company's worth of words, wanted once if ever

        self._jobs.write(sample.make, act="sample.fill")
        self._jobs.write(sample_agreement.make, act="sample.fill", done=self._filled)

    def _filled(self, _: Change) -> None:
        self.refresh()
        self.toast.say(self.tr("This is a made-up company: 1,200 contacts, 300 leads, a year of history."))

    # Doing

    def _open_palette(self) -> None:
        self.palette_.begin(commands.items(self.table, self._actions.made, self.views.views, self.show_view))

    def _open_inbox(self) -> None:
        if self.inbox.isVisible():
            self.inbox.end()
            return
        corner = self.title.bell.mapTo(self, self.title.bell.rect().bottomRight())
        self.inbox.begin(QPoint(corner.x() + 40, 8), self.focusWidget())

    def _keep_view(self) -> None:
        page = self._pages[self.place]
        if page.kind:
            self.views.keep(page.kind, page.query_in_force(), page.view_settings())
        else:
            self.toast.say(self.tr("Views are kept of lists: narrow the contacts or the board first."))

    def say_fault(self, fault: Fault) -> None:
        """Say that Tandem itself is at fault, beside the work: nothing that is being typed is touched."""
        self.dialogs.say_fault(fault)

    def _show_settings(self) -> None:
        self.dialogs.show_settings([(page.place, page.title) for page in self._pages.known if not page.home])

    def begin(self, kind: str) -> None:
        """Take up what the start was about: the first steps of a new workspace, or who somebody is in a joined one."""
        if kind == "start":
            self.dialogs.show_steps()
        elif self.around.context.me is None and not self._jobs.workspace.read_only:
            self.dialogs.ask_who()

    def _show_keys(self) -> None:
        self.dialogs.show_keys(actions.menus(), self.table)

    def restore(self) -> bool:
        """Show it as it was left last time, and keep how it is left this time; return whether it has its place back."""
        self._is_kept = True
        state = kept.read(self.around.context)
        if isinstance(state.get("rail"), bool):
            self._wants_rail = state["rail"]
        if settings.read().get("first_page", kept.LAST_PAGE) == kept.LAST_PAGE and state.get("page") in self._pages:
            self.go_to(state["page"])
        return kept.put_geometry(self, state.get("geometry"))

    def _keep(self) -> None:
        if self._is_kept:
            kept.write(self.around.context, self, rail=self._wants_rail, page=self.place)

    def _turn_sidebar(self) -> None:
        self._wants_rail = not self.sidebar.is_rail
        settings.write(rail=self._wants_rail)
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        self.sidebar.show_as(rail=self._wants_rail or self.width() < RAIL_BELOW)

    def _next_pane(self, step: int) -> None:
        page = self._pages[self.place]
        actions.next_pane((self.sidebar, *page.panes(), self.title), self.focusWidget(), step, page.take_focus)

    def _choose_theme(self, choice: Choice) -> None:
        self._theme.choose(choice)
        self._actions.made[f"theme.{choice}"].setChecked(True)
        self.theme_chosen.emit(choice)

    def _close(self) -> None:
        self.close()

    def _focus_page(self) -> None:
        self._pages[self.place].take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sidebar as a rail where there is little room."""
        super().resizeEvent(event)
        self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; ask first if something would be lost."""
        if self._jobs.unsaved and self._jobs.is_waiting and not self.dialogs.may_lose(self._jobs.unsaved):
            event.ignore()
            return
        self._keep()
        self.toast.stop()
        self.views.stop()
        self.inbox.stop()
        self.dialogs.close()
        self._pages.stop()
        self._rest.stop()
        self.duplicates_button.stop()
        for page in self._pages.made:
            page.stop()
        self.closing.emit()
        super().closeEvent(event)


def _context(session: Any) -> Context:
    context: Context = session.info["context"]
    return context
