"""Where the program is put together: application, look, language, and what is opened first."""

import argparse
import importlib
import logging
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import beginning, settings
from app.wording import Language
from ui import theme as look
from ui import words as wording
from ui.errors import Watchman
from ui.glimpse import show_glimpse
from ui.single import Seat, seat_of
from ui.theme import Choice, Density, Theme
from ui.watchdog import WATCH, Watchdog
from ui.welcome.plan import Plan, own_plan
from ui.words import Words

LISTS = frozenset({".csv", ".tsv", ".xlsx", ".vcf", ".eml"})
"""Ends of the names of files that are brought into a workspace rather than opened as one."""
LOADED = (
    "sqlalchemy",
    "sqlalchemy.orm",
    "db.models",
    "app.workspace",
    "app.agreement.gates",
    "app.contacts",
    "ui.desk",
)
"""What is loaded one by one while the first rows are on the screen already, so that the window is not deaf for long."""


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
    try:
        return _run(application, theme, Words.plain(language), watchman, planned(asked))
    finally:
        watchman.stand_down()
        if watchdog is not None:
            watchdog.close()
        theme.stop_listening()
        for translator in translators:
            application.removeTranslator(translator)


def _run(application: QApplication, theme: Theme, words: Words, watchman: Watchman, plan: Plan | None) -> int:
    """Run the program until its last window closes; where the window stands already, only bring that to the front."""
    seat = glimpse = None
    if plan is not None:
        seat = Seat(seat_of(plan.url, plan.as_member))
        if not seat.take(plan.files):
            return 0
        glimpse = show_glimpse(plan, theme, words, application.devicePixelRatio())
    for module in LOADED if glimpse is not None else ():
        application.processEvents()
        importlib.import_module(module)
    if glimpse is not None and not glimpse.isVisible():
        return 0  # closed before there was anything to open
    from ui.program import Program  # noqa: PLC0415 - what a glimpse does not wait for

    program = Program(application, theme, words)
    watchman.seen.connect(program.say_fault)
    if plan is None:
        program.begin()
    else:
        program.open(plan, seat, glimpse)
    try:
        return application.exec()
    finally:
        program.close()


def planned(asked: argparse.Namespace) -> Plan | None:
    """Return what is opened without asking, or None where the person chooses.

    Started from source, Tandem makes a workspace of one's own where nobody names one; installed, it asks first.
    """
    if asked.welcome:
        return None
    if asked.workspace and Path(asked.workspace).suffix.lower() in LISTS:
        handed = str(Path(asked.workspace).resolve())
        url = os.environ.get(settings.ENVIRONMENT) or beginning.known()
        return (
            Plan(beginning.place_of(url), asked.as_member, (handed,)) if url else own_plan(asked.as_member, (handed,))
        )
    url = asked.workspace or os.environ.get(settings.ENVIRONMENT) or beginning.known()
    if url:
        return Plan(beginning.place_of(url), asked.as_member)
    return None if getattr(sys, "frozen", False) else own_plan(asked.as_member, ())


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
    parser.add_argument(
        "workspace", metavar="WORKSPACE", nargs="?", help="a file, a server's address, or a list to bring in"
    )
    parser.add_argument("--welcome", action="store_true", help="choose where to begin")
    parser.add_argument("--as", dest="as_member", metavar="E-MAIL", help="the member who acts")
    return parser
