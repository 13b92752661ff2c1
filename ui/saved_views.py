"""The saved views of the sidebar: read, counted, kept, changed and taken away."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app import views
from app.changes import Change
from app.errors import KnownError
from app.views import ALARM, ICON, Counts, View
from ui import view_names
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.page import Page
from ui.sidebar import Sidebar
from ui.view_dialog import ViewDialog

COUNTING = 700
"""Milliseconds after a change before everything is counted anew."""
_COUNTED = frozenset(
    {
        *("contact", "company", "lead", "task", "stage", "import", "view"),
        # What was done, agreed to or on, who is in which team, and the hours by which something is overdue.
        *("activity", "agreement", "campaign", "consent", "handoff", "member", "workspace"),
    }
)


class SavedViews(QObject):
    """Keeps the sidebar's views and counts as they are in the database."""

    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError
    listed = Signal()

    def __init__(self, jobs: Jobs, sidebar: Sidebar, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._sidebar = sidebar
        self._window = window
        self.around = around
        self.views: Sequence[View] = ()
        self.in_sight: Callable[[], QWidget | None] | None = None  # gives the page in sight
        self._count_soon = QTimer(self, singleShot=True, interval=COUNTING)
        self._count_soon.timeout.connect(self.count)
        sidebar.menu_asked.connect(self._open_menu)
        jobs.changed.connect(self._changed)

    def load(self) -> None:
        """Read the views, then count."""
        self._jobs.read(views.views, done=self._take, failed=self._ignore, key="views.list")

    def count(self) -> None:
        """Count what there is, and what each view meets."""
        done, key = self._take_counts, "views.count"
        self._jobs.read(views.counts, tuple(self.views), done=done, failed=self._ignore, key=key, behind=True)

    def stop(self) -> None:
        """Count no more; the window closes."""
        self._count_soon.stop()

    def keep(self, kind: str, query: str, layout: Mapping[str, Any]) -> None:
        """Ask for a name, and keep a query as a view, with the columns and the order of its list."""
        dialog = self._dialog(query, None)
        dialog.chosen.connect(partial(self._save, kind, query, layout))
        dialog.open()

    # Inside

    def _dialog(self, query: str, view: View | None) -> ViewDialog:
        dialog = ViewDialog(query, view, self._window)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _save(self, kind: str, query: str, layout: Mapping[str, Any], name: str, shared: bool, alarm: bool) -> None:
        settings = {**layout, ICON: "alarm-clock" if alarm else "list-filter"} | ({ALARM: True} if alarm else {})
        self._jobs.write(
            views.save,
            kind,
            name,
            query,
            shared=shared,
            settings=settings,
            done=partial(self._done, self.tr("“{name}” is in the sidebar.").format(name=name)),
            failed=self.failed.emit,
        )

    def _open_menu(self, view: View, place: QPoint) -> None:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Change…")).triggered.connect(partial(self._ask_change, view))
        sharing = self.tr("Keep it for me alone") if view.shared else self.tr("Share it with everybody")
        if self._list_of(view) is not None:
            now = self.tr("Let it show the list as it stands now")
            menu.addAction(now).triggered.connect(partial(self._take_list, view))
        share = menu.addAction(sharing)
        share.setEnabled(view.own or not view.shared)
        share.triggered.connect(partial(self._change, view, {"shared": not view.shared}, sharing))
        place_now = next((number for number, one in enumerate(self.views) if one.id == view.id), 0)
        up = menu.addAction(self.tr("Move up"))
        up.setEnabled(place_now > 0)
        up.triggered.connect(partial(self._move, view, -1))
        down = menu.addAction(self.tr("Move down"))
        down.setEnabled(place_now < len(self.views) - 1)
        down.triggered.connect(partial(self._move, view, 1))
        menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(partial(self._remove, view))
        menu.popup(place)

    def _ask_change(self, view: View) -> None:
        dialog = self._dialog(view.query, view)
        dialog.chosen.connect(partial(self._take_change, view))
        dialog.open()

    def _take_list(self, view: View) -> None:
        """Keep the query, columns and order of the list in sight in a view that is there already."""
        page = self._list_of(view)
        if page is not None:
            kept = {key: value for key, value in view.settings.items() if key in {ICON, ALARM}}
            values: dict[str, object] = {
                "query": page.query_in_force(),
                "settings": {**kept, **page.view_settings()},
            }
            self._change(view, values, self.tr("Shows the list as it stands now"))

    def _list_of(self, view: View) -> Page | None:
        """Return the page in sight if a view of its kind is shown there."""
        page = None if self.in_sight is None else self.in_sight()
        return page if isinstance(page, Page) and page.kind == view.kind else None

    def _take_change(self, view: View, name: str, shared: bool, alarm: bool) -> None:
        settings = {key: value for key, value in view.settings.items() if key != ALARM} | (
            {ALARM: True} if alarm else {}
        )
        values: dict[str, object] = {"settings": settings}
        if name != view.name:  # it may be shown under a name of the window's language
            values["name"] = name
        if shared != view.shared:
            values["shared"] = shared
        self._change(view, values, self.tr("Changed"))

    def _change(self, view: View, values: dict[str, object], said: str) -> None:
        self._jobs.write(
            views.change, view.id, values, done=partial(self._done, f"{view.name}: {said}."), failed=self.failed.emit
        )

    def _move(self, view: View, step: int) -> None:
        self._jobs.write(views.move, view.id, step, failed=self.failed.emit)

    def _remove(self, view: View) -> None:
        sentence = self.tr("“{name}” was removed.").format(name=view.name)
        self._jobs.write(views.remove, view.id, done=partial(self._done, sentence), failed=self.failed.emit)

    def _done(self, sentence: str, change: Change) -> None:
        self.said.emit(sentence, change)

    def _take(self, found: Sequence[View]) -> None:
        self.views = found = [view_names.named(view) for view in found]
        self._sidebar.show_views(found)
        self.listed.emit()
        self.count()

    def _take_counts(self, found: Counts) -> None:
        self._sidebar.show_counts(found, self.around.words)

    def _changed(self, change: Change) -> None:
        if "view" in change.ids:
            self.load()
        elif _COUNTED & change.ids.keys():
            self._count_soon.start()

    def _ignore(self, error: KnownError) -> None:
        """Leave what is shown; that the database is away is said by the bar."""
