"""Where the window is put together: application, look, language, workspace, threads, window."""

import argparse
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from app import settings
from app.errors import KnownError, UsageError
from app.faults import Fault
from app.wording import Language
from app.workspace import Workspace, create, open_workspace
from ui import theme as look
from ui import words as wording
from ui.around import Surroundings
from ui.errors import Watchman
from ui.jobs import Jobs
from ui.opening import Opening
from ui.sync import Sync
from ui.theme import Choice, Density, Theme
from ui.watchdog import WATCH, Watchdog
from ui.window import Window
from ui.words import Words

_SIZE = (1440, 900)
_SLOW = 400
"""Milliseconds that opening may take before something is shown."""


class Desk(QObject):
    """An open workspace with its threads and its window. It ends with `close`, which closing the window calls."""

    def __init__(self, workspace: Workspace, theme: Theme, words: Words) -> None:
        super().__init__()
        context = workspace.context()
        around = Surroundings(context, words.at(context.zone, context.info.currency), workspace.clock)
        self._workspace = workspace
        self._is_closed = False
        self.jobs = Jobs(workspace)
        with theme.undressed():
            self.window = Window(self.jobs, theme, around)
        self.sync = Sync(self.jobs, context.seq)
        self.sync.trouble.connect(self.window.trouble)
        self.window.closing.connect(self.close)
        self.window.theme_chosen.connect(self._keep_theme)
        self.window.load()

    def close(self) -> None:
        """End the threads and close the workspace."""
        if not self._is_closed:
            self._is_closed = True
            self.sync.close()
            self.jobs.close()
            self._workspace.close()

    def _keep_theme(self, choice: str) -> None:
        settings.write(theme=choice)


class _Opener(QObject):
    """Opens the workspace in a thread: a server far away may take its time."""

    opened = Signal()

    def __init__(self, ask: Callable[[], Workspace]) -> None:
        super().__init__()
        self._ask = ask
        self.workspace: Workspace | None = None
        self.error: KnownError | None = None
        self.given_up = False
        self._thread = threading.Thread(target=self._open, name="tandem-open", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def join(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _open(self) -> None:
        try:
            self.workspace = self._ask()
        except KnownError as error:
            self.error = error
        finally:
            if not self.given_up:
                self.opened.emit()


class Start(QObject):
    """The way from a started program to its window."""

    def __init__(self, application: QApplication, theme: Theme, words: Words, ask: Callable[[], Workspace]) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._words = words
        self.desk: Desk | None = None
        self._opener = _Opener(ask)
        self._opener.opened.connect(self._opened, Qt.ConnectionType.QueuedConnection)
        self._waiting = Opening()
        self._waiting.given_up.connect(self._give_up)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(self._waiting.show)
        self._slow.start()
        self._opener.start()

    def _opened(self) -> None:
        self._slow.stop()
        self._opener.join()
        workspace, error = self._opener.workspace, self._opener.error
        if workspace is None:
            self._waiting.hide()
            sentence = str(error) if error else self.tr("Something went wrong in Tandem itself.")
            sys.stderr.write(f"tandem: {sentence}\n")
            box = QMessageBox(QMessageBox.Icon.Warning, "Tandem", sentence)
            box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
            box.exec()
            self._application.exit(1)
            return
        if not workspace.store.stamps:
            settings.write(last_workspace=workspace.url)
        self.desk = Desk(workspace, self._theme, self._words)
        self.desk.window.resize(*_SIZE)
        self.desk.window.show()
        self._waiting.hide()
        gc.freeze()
        gc.enable()

    def say_fault(self, fault: Fault) -> None:
        """Tell the person of an error that nobody expected."""
        if self.desk is not None:
            self.desk.window.say_fault(fault)

    def _give_up(self) -> None:
        self._slow.stop()
        self._opener.given_up = True
        self._application.exit(1)


def start(given: list[str]) -> int:
    """Open the window on the workspace that the arguments, the environment or the last time name; return its end.

    Where nobody names one, a workspace is made in the account's own folder.
    """
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    asked = _parser().parse_args(given)
    application = QApplication.instance() or QApplication(["tandem"])
    assert isinstance(application, QApplication)  # noqa: S101 - nobody made another kind before us
    application.setApplicationName("Tandem")
    look.load_fonts(application)
    theme = Theme(application, kept_theme(), kept_density())
    language = kept_language()
    translators = wording.install(application, language)
    watchman = Watchman()
    watchdog = Watchdog() if os.environ.get(WATCH) else None
    opening = Start(application, theme, Words.plain(language), partial(_open, asked.workspace, asked.as_member))
    watchman.seen.connect(opening.say_fault)
    try:
        return application.exec()
    finally:
        if opening.desk is not None:
            opening.desk.close()
        watchman.stand_down()
        if watchdog is not None:
            watchdog.close()
        theme.stop_listening()
        for translator in translators:
            application.removeTranslator(translator)


def kept_theme() -> Choice:
    """Return the theme chosen last time."""
    kept = settings.read().get("theme")
    return next((choice for choice in look.CHOICES if choice == kept), "system")


def kept_density() -> Density:
    """Return how much room rows and cards take, as chosen last time."""
    kept = settings.read().get("density")
    return next((one for one in look.DENSITIES if one == kept), "comfortable")


def kept_language() -> Language:
    """Return the language chosen last time, or the one of this computer's account."""
    kept = settings.read().get("language")
    return next((one for one in wording.LANGUAGES if one == kept), wording.of_the_system())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tandem", description="Opens the window.")
    parser.add_argument("workspace", metavar="WORKSPACE", nargs="?", help="a file or a server's address")
    parser.add_argument("--as", dest="as_member", metavar="E-MAIL", help="the member who acts")
    return parser


def _open(named: str | None, as_member: str | None) -> Workspace:
    try:
        url = settings.workspace(named)
    except UsageError:
        return _first(as_member)
    return open_workspace(url, as_member)


def _first(as_member: str | None) -> Workspace:
    """Return the workspace in the account's own folder, made if it is not there yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only where nobody names a workspace

    path: Path = user_data_path("Tandem", appauthor=False) / "Tandem.tandem"
    if path.exists():
        return open_workspace(str(path), as_member)
    path.parent.mkdir(parents=True, exist_ok=True)
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        return create(str(path), timezone=zone or "UTC")
    except UsageError:
        return create(str(path))  # the system's zone has a name that others do not know
