"""The program while it runs: the workspaces that are open, and the way to each of their windows."""

import gc
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from app import beginning
from app.errors import KnownError, UnreachableError, UsageError
from app.faults import Fault
from app.workspace import Workspace, create, open_workspace
from ui import collecting, kept, refusals
from ui.desk import Desk
from ui.errand import Errand
from ui.glimpse import GlimpseWindow
from ui.glimpsing import Glimpsing
from ui.opening import Opening
from ui.single import Seat, seat_of
from ui.theme import Theme
from ui.welcome.plan import Plan, system_zone
from ui.words import Words

if TYPE_CHECKING:
    from ui.welcome.page import Welcome

_SLOW = 400
"""Milliseconds that opening may take before something is shown."""
_HEARING = 150
"""Milliseconds after a window came before it hears of a start that came second, which waits for it: what that needs is
loaded once the window is painted."""


class _Way(QObject):
    """The way from a place to its window; it ends with the desk or with an error."""

    arrived = Signal(object)  # itself

    def __init__(
        self,
        plan: Plan,
        seat: Seat,
        ask: Callable[[], Workspace],
        glimpse: GlimpseWindow | None = None,
        *,
        quietly: bool,
    ) -> None:
        super().__init__()
        self.plan = plan
        self.seat = seat
        self.glimpse = glimpse
        self.waiting = Opening()
        self.waiting.given_up.connect(self._give_up)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self.waiting.show)
        if not quietly:
            self._slow.start()
        self.errand = Errand(ask, self._ended)
        self.was_given_up = False

    def _ended(self, errand: Errand[Workspace]) -> None:
        del errand
        self._slow.stop()
        self.arrived.emit(self)

    def _give_up(self) -> None:
        self._slow.stop()
        self.errand.give_up()
        self.was_given_up = True
        self.arrived.emit(self)


class Program(QObject):
    """Opens workspaces, each in a window of its own; ends with the last window."""

    def __init__(self, application: QApplication, theme: Theme, words: Words) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._words = words
        self._ways: list[_Way] = []
        self.desks: dict[str, Desk] = {}
        self._seats: dict[str, Seat] = {}
        self._scratch: dict[str, tempfile.TemporaryDirectory[str]] = {}
        self.welcome: Welcome | None = None

    # Opening

    def open(self, plan: Plan, seat: Seat | None = None, glimpse: GlimpseWindow | None = None) -> None:
        """Open the workspace that a plan names, or show its window where it is open already.

        A start comes with the seat that it took, and with what is shown already.
        """
        name = seat_of(plan.url, plan.as_member)
        desk = self.desks.get(name)
        if desk is not None:
            self._show(desk, plan.files)
            self._end_welcome()
            return
        if seat is None:
            seat = Seat(name)
            if not seat.take(plan.files):
                self._end_welcome()
                if not self.desks:
                    QTimer.singleShot(0, self._application.quit)
                return
        quietly = glimpse is not None or self.welcome is not None
        way = _Way(plan, seat, partial(_opened, plan), glimpse, quietly=quietly)
        self._seats[name] = seat
        self._ways.append(way)
        way.arrived.connect(self._arrived)
        seat.asked.connect(partial(self._asked, name))

    def look_around(self) -> None:
        """Open a made-up company that is gone when its window closes."""
        scratch = tempfile.TemporaryDirectory(prefix="tandem-", ignore_cleanup_errors=True)
        plan = Plan(str(Path(scratch.name) / "Harbor Coffee Co.tandem"), company="Harbor Coffee Co", kind="sample")
        self._scratch[seat_of(plan.url)] = scratch
        self.open(plan)

    def begin(self) -> None:
        """Show the three ways to begin, or bring them to the front."""
        if self.welcome is None:
            from ui.welcome.page import Welcome  # noqa: PLC0415 - seldom seen

            self.welcome = Welcome(self._theme, self._words.language)
            self.welcome.chosen.connect(self.open)
            self.welcome.sample_asked.connect(self.look_around)
            self.welcome.closed.connect(self._forget_welcome)
            self.welcome.resize(kept.first_size())
        self.welcome.show()
        self.welcome.raise_()
        self.welcome.activateWindow()

    def close(self) -> None:
        """Close what is open; the program ends."""
        for desk in list(self.desks.values()):
            desk.close()
        for seat in self._seats.values():
            seat.leave()

    def say_fault(self, fault: Fault) -> None:
        """Tell the person of an error that nobody expected."""
        if self.desks:
            next(reversed(self.desks.values())).window.say_fault(fault)

    # On the way

    def _arrived(self, way: _Way) -> None:
        self._ways.remove(way)
        way.waiting.deleteLater()
        way.deleteLater()
        glimpse = way.glimpse
        name = seat_of(way.plan.url, way.plan.as_member)
        workspace, error = way.errand.result, way.errand.error
        if workspace is None:
            collecting.allow()
            self._seats.pop(name).leave()
            self._put_away(name)
            way.waiting.hide()
            if glimpse is not None:
                glimpse.end()
            if way.was_given_up:
                self._end_if_alone(1)
            else:
                self._refuse(way.plan, error or KnownError(self.tr("Something went wrong in Tandem itself.")))
            return
        early = None if glimpse is None else glimpse.early
        desk = Desk(workspace, self._theme, self._words, size=kept.first_size(), early=early)
        self.desks[name] = desk
        desk.closed.connect(partial(self._closed, name))
        desk.window.workspaces_asked.connect(self.begin)
        desk.window.workspace_asked.connect(self._open_recent)
        if way.plan.kind != "sample":
            beginning.remember(workspace.url, workspace.info.company)
        if way.plan.keep_password:
            beginning.keep_password(way.plan.url)
        if way.plan.kind != "sample":
            Glimpsing(desk.window, desk.jobs, self._theme, way.plan)
        if glimpse is None:
            self._stand(desk, way.plan, way.seat)
        else:
            stand = partial(self._stand, desk, way.plan, way.seat)
            model = desk.window.contacts.model
            glimpse.give_way(desk.window, None if model.rowCount() else model.arrived, stand)
        way.waiting.hide()
        self._end_welcome()

    def _stand(self, desk: Desk, plan: Plan, seat: Seat) -> None:
        """Show a window and take up what its start was about."""
        desk.window.show()
        desk.window.begin(plan.kind)
        desk.take_files(plan.files)
        QTimer.singleShot(_HEARING, seat, seat.listen)
        gc.freeze()
        collecting.allow()

    def _refuse(self, plan: Plan, error: KnownError) -> None:
        sys.stderr.write(f"tandem: {error}\n")
        if self.welcome is None and beginning.is_server(plan.url):
            self.begin()
        if self.welcome is not None:
            self.welcome.refuse(plan, error)
            return
        box = QMessageBox(QMessageBox.Icon.Warning, "Tandem", refusals.said(error))
        box.setTextFormat(Qt.TextFormat.PlainText)
        close = box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole)
        other = box.addButton(self.tr("Another workspace…"), QMessageBox.ButtonRole.ActionRole)
        again = look = None
        if isinstance(error, UnreachableError):
            again = box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        if plan.may_be_read and not plan.read_only:
            look = box.addButton(self.tr("Open to look only"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(again or close)
        box.setEscapeButton(close)
        box.exec()
        chosen = box.clickedButton()
        if chosen is other:
            self.begin()
        elif again is not None and chosen is again:
            self.open(plan)
        elif look is not None and chosen is look:
            self.open(plan.to_read())
        else:
            self._end_if_alone(1)

    def _open_recent(self, url: str) -> None:
        self.open(Plan(url))

    def _asked(self, name: str, files: Sequence[str]) -> None:
        desk = self.desks.get(name)
        if desk is not None:
            self._show(desk, files)

    def _show(self, desk: Desk, files: Sequence[str]) -> None:
        window = desk.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self._application.alert(window)
        desk.take_files(files)

    def _closed(self, name: str) -> None:
        desk = self.desks.pop(name, None)
        if desk is not None:
            desk.window.deleteLater()
            desk.deleteLater()
        seat = self._seats.pop(name, None)
        if seat is not None:
            seat.leave()
        self._put_away(name)

    def _put_away(self, name: str) -> None:
        scratch = self._scratch.pop(name, None)
        if scratch is not None:
            scratch.cleanup()

    def _end_welcome(self) -> None:
        if self.welcome is not None:
            self.welcome.close()

    def _forget_welcome(self) -> None:
        if self.welcome is not None:
            self.welcome.deleteLater()
            self.welcome = None

    def _end_if_alone(self, code: int) -> None:
        if not self.desks and self.welcome is None:
            self._application.exit(code)


def _opened(plan: Plan) -> Workspace:
    if plan.kind == "open":
        return open_workspace(plan.url, plan.as_member, read_only=plan.read_only)
    if not beginning.is_server(plan.url):
        with suppress(OSError):  # whoever makes the file says what is wrong with its folder
            Path(plan.url).parent.mkdir(parents=True, exist_ok=True)
    if plan.kind == "sample":
        from app import sample  # noqa: PLC0415 - a company's worth of words, wanted once if ever

        made = create(plan.url, plan.company, system_zone(), plan.currency)
        sample.fill(made)
        return made
    if plan.kind == "own":
        try:
            return create(plan.url, timezone=plan.timezone)
        except UsageError:
            return create(plan.url)  # the system's zone has a name that others do not know
    return create(plan.url, plan.company, plan.timezone, plan.currency, plan.member or None, plan.email or None)
