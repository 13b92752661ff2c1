"""Every scene of the gallery looks as it did when somebody last looked at it.

And nothing in it is cut off, out of reach, too small, nameless or in the wrong language.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.wording import Language
from tests.helpers import looks
from tests.helpers.screen import SCALE
from tests.helpers.spoken import SILENT, walk
from tools import gallery, keep_gallery
from tools.gallery import Workspaces
from ui import theme as look
from ui.theme import Choice

SCENES = gallery.all_scenes()
OFF = 12
"""Levels of a colour that a pixel may differ by before it counts."""
SHARE = 0.0005
"""Share of a picture's pixels that may count."""
KEEP = "python -m tools.keep_gallery"

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Seen:
    """What a scene shows in one language."""

    words: set[str]
    data: frozenset[str]
    faults: list[str]
    picture: QImage


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
        tops = [stage.window if stage.instead is None else stage.instead, *stage.over]
        widgets = looks.below(tops)
        with looks.painted() as lines:
            picture = keep_gallery.reduced(stage.picture().toImage())
        words = looks.words_shown(widgets)
        faults = [
            *looks.cut_off(widgets),
            *looks.cut_words(lines, widgets),
            *looks.overlapping(widgets),
            *looks.out_of_reach(widgets),
            *looks.small(widgets),
            *(fault for top in tops for fault in nameless(top)),
        ]
        words |= {line for line, _ in lines}
        return Seen(
            words,
            looks.texts_in(url) | looks.typed(widgets) | looks.lines_in(stage.files) | stage.data,
            faults,
            picture,
        )


def nameless(top: QWidget) -> Iterator[str]:
    """Say what a screen reader could not speak of."""
    for found in walk(top):
        if found.role == QAccessible.Role.NoRole:
            yield f"no role: {found.path}"
        elif found.focusable and not found.name and found.role not in SILENT:
            yield f"no name: {found.role.name} {found.path}"


def pixels(image: QImage) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return lines[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).astype(np.int16)


def difference(one: QImage, other: QImage) -> float:
    """Return the share of pixels that are off, or 1 where the sizes are."""
    if one.size() != other.size():
        return 1.0
    return float((np.abs(pixels(one) - pixels(other)).max(axis=2) > OFF).mean())


def of_scale(scale: int) -> list[str]:
    return [name for name, scene in SCENES.items() if scene.scale == scale]


@pytest.mark.parametrize("name", of_scale(int(os.environ.get(SCALE, "1"))))
def test_a_scene(name: str, workspaces: Workspaces, painter: QApplication, tmp_path: Path) -> None:
    faults, both = [], {}
    for choice, language in keep_gallery.VARIANTS:
        url = workspaces.copy(f"{name}-{language}", empty=SCENES[name].empty)
        both[language] = here = seen(painter, url, name, choice, language)
        faults += [f"{language}: {fault}" for fault in here.faults]
        kept = f"{name}-{choice}-{language}"
        wanted = QImage(str(keep_gallery.path_of(kept)))
        off = difference(here.picture, wanted)
        if off > SHARE:  # on a machine that stalls, something may have come a moment too late for the picture
            again = workspaces.copy(f"{name}-{language}-again", empty=SCENES[name].empty)
            here = seen(painter, again, name, choice, language)
            off = difference(here.picture, wanted)
        if off > SHARE:
            here.picture.save(str(tmp_path / f"{kept}.png"))
            faults.append(f"{kept} looks otherwise ({off:.2%}): see {tmp_path}; if that is right, {KEEP} {name}")
    data = both["en"].data | both["es"].data
    faults += looks.in_english(both["es"].words, data)
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
