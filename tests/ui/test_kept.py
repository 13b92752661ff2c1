"""A window is found again as it was left, and whatever cannot be read is passed over."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings
from app.workspace import open_workspace
from ui import kept, words
from ui.desk import Desk
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme
from ui.words import Words

Opened = Callable[[str], Desk]
SIZE = QSize(1440, 900)


@pytest.fixture
def again(
    qapp: QApplication, theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))
    translators = words.install(qapp, "en")

    made: list[Desk] = []

    def opened(url: str) -> Desk:
        desk = Desk(open_workspace(url), theme, Words.plain("en"), size=SIZE)
        made.append(desk)
        qtbot.addWidget(desk.window)
        desk.window.show()
        qtbot.waitUntil(lambda: bool(desk.window.board.columns), timeout=10_000)
        return desk

    yield opened
    for desk in made:
        desk.close()
    for translator in translators:
        qapp.removeTranslator(translator)


def test_a_window_comes_as_it_was_left(again: Opened, file_url: str) -> None:
    window = again(file_url).window
    assert window.size() == SIZE
    window.setGeometry(QRect(30, 40, 1330, 700))
    window.go_to("goals")
    window.actions_by_id["view.sidebar"].trigger()
    window.close()
    window = again(file_url).window
    assert window.height() == 700  # the screen of tests is narrower than any window
    assert window.place == "goals"
    assert window.sidebar.is_rail
    window.showMaximized()
    window.close()
    window = again(file_url).window
    assert window.isMaximized()
    window.close()


def test_the_page_that_is_to_come_first_comes_first(again: Opened, file_url: str) -> None:
    window = again(file_url).window
    window.go_to("goals")
    window.close()
    settings.write(first_page="board")
    window = again(file_url).window
    assert window.place == "board"
    window.close()


def test_the_settings_offer_where_one_left_off(again: Opened, file_url: str, theme: Theme, qtbot: QtBot) -> None:
    window = again(file_url).window
    dialog = SettingsDialog(theme, [("contacts", "Contacts"), ("board", "Board")], window)
    qtbot.addWidget(dialog)
    assert dialog.page.currentData() == kept.LAST_PAGE
    dialog.page.setCurrentIndex(2)
    assert settings.read()["first_page"] == "board"
    window.close()


@pytest.mark.parametrize(
    "state",
    [
        {"geometry": "no base64 !", "rail": "yes", "page": 7},
        {"geometry": "AAAA", "page": "a page that is no more"},
        {"geometry": 5, "rail": None},
        "nothing of the kind",
    ],
)
def test_what_cannot_be_read_is_passed_over(again: Opened, file_url: str, state: Any) -> None:
    with open_workspace(file_url) as workspace:
        context = workspace.context()
    settings.write(windows={f"{context.info.uuid}/{context.me.id if context.me else 0}": state})
    window = again(file_url).window
    assert window.size() == SIZE
    assert window.place == "contacts"
    window.close()


def test_a_garbled_file_is_passed_over(again: Opened, file_url: str, tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_bytes(b"\xff\x00{")
    window = again(file_url).window
    assert window.size() == SIZE
    window.close()
    assert "windows" in settings.read()


def test_a_screen_that_is_gone_does_not_take_the_window_with_it(again: Opened, file_url: str) -> None:
    window = again(file_url).window
    window.setGeometry(QRect(9_000, 9_000, 1200, 700))
    window.close()
    window = again(file_url).window
    assert window.screen().geometry().intersects(window.geometry())
    window.close()
