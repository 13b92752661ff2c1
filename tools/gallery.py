"""Draws every page, dialog and state of the window to pictures: `python -m tools.gallery FOLDER [NAME…]`.

Each scene of `tools/scenes` is drawn light and dark, English and Spanish, at a clock that stands still, to
FOLDER/<scene>-<theme>-<language>.png. A name chooses its scene, or all that begin so; `--theme` and `--language` choose
one of each. Look at every picture: nothing cut off, nothing uneven, nothing in the wrong language.
"""

import argparse
import importlib
import itertools
import os
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from app import digest, sample, settings
from app.wording import Language
from app.workspace import create, open_workspace
from tools import scenes
from tools.scenes.stage import NOW, Scene, Stage
from tools.words import main as compile_words
from ui import theme as look
from ui import words
from ui.desk import Desk
from ui.theme import Choice, Theme
from ui.words import Words

ROOT = Path(__file__).resolve().parent.parent
THEMES: tuple[Choice, ...] = ("light", "dark")


def all_scenes() -> dict[str, Scene]:
    """Return every scene by its name."""
    found: dict[str, Scene] = {}
    for module in pkgutil.iter_modules(scenes.__path__):
        found |= getattr(importlib.import_module(f"tools.scenes.{module.name}"), "SCENES", {})
    return found


class Workspaces:
    """The sample company and an empty one, made once and copied for each scene: a scene may write."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[bool, Path] = {}

    def copy(self, name: str, *, empty: bool) -> str:
        """Return the path of a workspace of one's own."""
        if empty not in self._made:
            path = self._folder / f"{'empty' if empty else 'sample'}.tandem"
            company = ("Harbor Coffee Co", "Europe/Madrid", "EUR", "Priya Raman", "priya@harbor.example")
            with create(str(path), *company, clock=lambda: NOW) as made:
                if not empty:
                    made.write(sample.make)  # scenes agree on what each needs
            self._made[empty] = path
        target = self._folder / f"{name}.tandem"
        shutil.copyfile(self._made[empty], target)
        return str(target)


@contextmanager
def staged(application: QApplication, url: str, scene: Scene, choice: Choice, language: Language) -> Iterator[Stage]:
    """Play one scene in one theme and language; it is taken down at the end.

    What this computer remembers is left out of it: the scene begins with settings of its own.
    """
    remembered = os.environ.get(settings.FOLDER)
    os.environ[settings.FOLDER] = f"{url}.settings"
    digest.want(on=False)  # a scene of its own shows it
    theme = Theme(application, choice)
    translators = words.install(application, language)
    application.setLayoutDirection(scene.direction)
    desk = Desk(open_workspace(url, clock=lambda: NOW), theme, Words.plain(language))
    desk.window.resize(*scene.size)
    desk.window.show()
    stage = Stage(desk, url, theme)
    try:
        stage.rest()
        scene.prepare(stage)
        stage.rest()
        yield stage
    finally:
        for widget in (*stage.over, *([] if stage.instead is None else [stage.instead])):
            widget.close()
            widget.deleteLater()
        desk.window.close()
        desk.window.deleteLater()
        for translator in translators:
            application.removeTranslator(translator)
        theme.stop_listening()
        # Deleted at once: the next scene's style sheet would be worked out for this window, too.
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        del os.environ[settings.FOLDER]
        if remembered is not None:
            os.environ[settings.FOLDER] = remembered


def draw_all(folder: Path, names: Sequence[str], themes: Sequence[Choice], languages: Sequence[Language]) -> int:
    """Draw scenes of one scale in this process; return how many pictures were made."""
    application = QApplication.instance() or QApplication(["tandem"])
    assert isinstance(application, QApplication)  # noqa: S101 - nobody made another kind before us
    application.setCursorFlashTime(0)
    look.load_fonts(application)
    known, count = all_scenes(), 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        workspaces = Workspaces(Path(scratch))
        for name, choice, language in itertools.product(names, themes, languages):
            url = workspaces.copy(f"{name}-{choice}-{language}", empty=known[name].empty)
            with staged(application, url, known[name], choice, language) as stage:
                stage.picture().save(str(folder / f"{name}-{choice}-{language}.png"))
            count += 1
    return count


def main(arguments: list[str]) -> int:
    """Draw what was asked for; scenes of another scale in a process of their own."""
    parser = argparse.ArgumentParser(prog="tools.gallery", description="Draws the window to pictures.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="scenes, by the beginning of their names; all when left out")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--language", choices=words.LANGUAGES, action="append")
    parser.add_argument("--scale", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_intermixed_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    if not asked.scale:
        compile_words(["compile"])
    known = all_scenes()
    names = [name for name in known if not asked.names or any(_is_meant(name, one, known) for one in asked.names)]
    if asked.scale:
        names = [name for name in names if known[name].scale == asked.scale]
        return 0 if draw_all(asked.folder, names, asked.theme or THEMES, asked.language or words.LANGUAGES) else 1
    for scale in sorted({known[name].scale for name in names}):
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale),
            # Our own fonts and no others: a picture is the same on every machine.
            "FONTCONFIG_FILE": str(ROOT / "tools" / "gallery.fonts"),
        }
        command = [sys.executable, "-m", "tools.gallery", *arguments, "--scale", str(scale)]
        subprocess.run(command, check=True, env=environment)  # noqa: S603 - this program again
    return 0 if names else 1


def _is_meant(name: str, asked: str, known: Container[str]) -> bool:
    return name == asked if asked in known else name.startswith(asked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
