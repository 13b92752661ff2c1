"""Every scene of the gallery: nothing cut off, out of reach, too small, nameless or in the wrong language."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from app.wording import Language
from tests.helpers import looks
from tests.helpers.screen import SCALE
from tests.helpers.spoken import SILENT, walk
from tools import gallery
from tools.gallery import Workspaces
from ui import theme as look
from ui.theme import Choice

SCENES = gallery.all_scenes()
VARIANTS: tuple[tuple[Choice, Language], ...] = (("light", "en"), ("dark", "es"))
"""Each theme and each language once: where words stand has nothing to do with their colour."""
ENGLISH = {"contacts-wrong-word"}
"""Shows a sentence of the query language's, which speaks English."""

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Seen:
    """What a scene shows in one language."""

    words: set[str]
    data: frozenset[str]
    faults: list[str]


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory: pytest.TempPathFactory) -> Workspaces:
    """Workspaces for scenes."""
    return Workspaces(tmp_path_factory.mktemp("gallery"))


@pytest.fixture
def painter(application: QApplication) -> Iterator[QApplication]:
    """An application that draws as the gallery's does."""
    look.load_fonts(application)
    flashing = application.cursorFlashTime()
    application.setCursorFlashTime(0)
    QAccessible.setActive(True)
    yield application
    application.setCursorFlashTime(flashing)
    application.setStyleSheet("")


def seen(application: QApplication, url: str, name: str, choice: Choice, language: Language) -> Seen:
    with gallery.staged(application, url, SCENES[name], choice, language) as stage:
        tops = [stage.window, *stage.over]
        widgets = looks.below(tops)
        with looks.painted() as lines:
            stage.picture()
        words = looks.words_shown(widgets)
        faults = [
            *looks.cut_off(widgets),
            *looks.cut_words(lines, words),
            *looks.overlapping(widgets),
            *looks.out_of_reach(widgets),
            *looks.small(widgets),
            *(fault for top in tops for fault in nameless(top)),
        ]
        return Seen(words | {line for line, _ in lines}, looks.texts_in(url) | looks.typed(widgets), faults)


def nameless(top: QWidget) -> Iterator[str]:
    """Say what a screen reader could not speak of."""
    for found in walk(top):
        if found.role == QAccessible.Role.NoRole:
            yield f"no role: {found.path}"
        elif found.focusable and not found.name and found.role not in SILENT:
            yield f"no name: {found.role.name} {found.path}"


def of_scale(scale: int) -> list[str]:
    return [name for name, scene in SCENES.items() if scene.scale == scale]


@pytest.mark.parametrize("name", of_scale(int(os.environ.get(SCALE, "1"))))
def test_a_scene(name: str, workspaces: Workspaces, painter: QApplication) -> None:
    faults, both = [], {}
    for choice, language in VARIANTS:
        url = workspaces.copy(f"{name}-{language}", empty=SCENES[name].empty)
        both[language] = here = seen(painter, url, name, choice, language)
        faults += [f"{language}: {fault}" for fault in here.faults]
    data = both["en"].data | both["es"].data
    faults += looks.in_english(both["es"].words, data)
    if name not in ENGLISH:
        faults += looks.untold(both["en"].words, both["es"].words, data)
    assert not faults, "\n" + "\n".join(faults)


@pytest.mark.skipif(SCALE in os.environ, reason="this is the process that it starts")
@pytest.mark.parametrize("scale", sorted({scene.scale for scene in SCENES.values()} - {1}))
def test_scenes_of_another_scale(scale: int) -> None:
    """How many pixels make a point is settled when an application begins: these have one of their own."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:xdist", __file__, "-k", "a_scene"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(command, env=environment | {SCALE: str(scale)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
