"""The guide in its window: contents, search, links, pictures as wide as there is room."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app import guide
from ui.help.guide import GuideWindow
from ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "README.md").write_text(
        "# Guide\n\n- [Starting](starting.md)\n- [The board](board.md)\n- [Gone](x.md)\n"
    )
    (tmp_path / "starting.md").write_text(
        "# Starting\n\nGo on to [the board](board.md).\n\n![all](pictures/a-light-en.png)\n"
    )
    (tmp_path / "board.md").write_text("# The board\n\nDrag a cárd.\n")
    (tmp_path / "es").mkdir()
    (tmp_path / "es" / "README.md").write_text("- [Empezar](starting.md)\n- [El tablero](board.md)\n")
    (tmp_path / "es" / "board.md").write_text("# El tablero\n\nArrastra una tarjeta.\n")
    (tmp_path / "pictures").mkdir()
    image = QImage(1440, 900, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(tmp_path / "pictures" / "a-light-en.png"))
    monkeypatch.setattr(guide, "FOLDER", tmp_path)
    return tmp_path


@pytest.fixture
def window(written: Path, theme: Theme, qtbot: QtBot) -> Iterator[GuideWindow]:
    made = GuideWindow(theme, "en")
    made._all = guide.chapters("en", written)
    made._search("")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def listed(window: GuideWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def test_a_chapter_that_is_not_there_in_a_language_stands_in_english(written: Path) -> None:
    found = guide.chapters("es", written)
    assert [(one.title, one.text.splitlines()[0]) for one in found] == [
        ("Empezar", "# Starting"),
        ("El tablero", "# El tablero"),
    ]


def test_searching_and_following(window: GuideWindow, qtbot: QtBot) -> None:
    assert listed(window) == ["Starting", "The board"]
    assert window.page.toPlainText().startswith("Starting")
    window.page.anchorClicked.emit(QUrl("board.md"))
    assert window.page.toPlainText().startswith("The board")
    qtbot.keyClicks(window.field, "CARD drag")
    qtbot.waitUntil(lambda: listed(window) == ["The board"])
    qtbot.keyClicks(window.field, " zzz")
    qtbot.waitUntil(window.nothing.isVisible)
    qtbot.keyClick(window.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: listed(window) == ["Starting", "The board"])


def test_pictures_are_as_wide_as_there_is_room(window: GuideWindow) -> None:
    image = window.page.loadResource(2, QUrl("pictures/a-light-en.png"))
    assert 0 < image.width() < window.page.viewport().width()


def test_the_guide_hangs_together() -> None:
    found = guide.chapters("en", ROOT / "docs" / "guide")
    names = {path.name for path in (ROOT / "docs" / "guide").glob("*.md")} - {guide.CONTENTS}
    assert names == {one.name for one in found}, "every chapter stands in the contents"
    for chapter in found:
        for target in re.findall(r"\]\(([^)#]+)\)", chapter.text):
            if not target.startswith("http"):
                assert (ROOT / "docs" / "guide" / target).exists(), (chapter.name, target)
