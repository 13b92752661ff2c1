"""Where the program is put together: application, look, language, and what is opened first."""

import argparse
import logging
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import beginning, settings
from app.wording import Language
from ui import theme as look
from ui import words as wording
from ui.desk import Desk
from ui.errors import Watchman
from ui.program import Program, own_plan
from ui.theme import Choice, Density, Theme
from ui.watchdog import WATCH, Watchdog
from ui.welcome.plan import Plan
from ui.words import Words

LISTS = frozenset({".csv", ".tsv", ".xlsx", ".vcf", ".eml"})
"""Ends of the names of files that are brought into a workspace rather than opened as one."""
__all__ = ["Desk", "kept_density", "kept_language", "kept_theme", "planned", "start"]


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
    program = Program(application, theme, Words.plain(language))
    watchman.seen.connect(program.say_fault)
    plan = planned(asked)
    if plan is None:
        program.begin()
    else:
        program.open(plan)
    try:
        return application.exec()
    finally:
        program.close()
        watchman.stand_down()
        if watchdog is not None:
            watchdog.close()
        theme.stop_listening()
        for translator in translators:
            application.removeTranslator(translator)


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
