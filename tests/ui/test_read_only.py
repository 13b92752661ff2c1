"""A workspace that is open to look only: said all the time, refused in words, and nothing typed is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import administration, contacts
from app.errors import ReadOnlyError, RefusedError
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui import words
from ui.desk import Desk
from ui.theme import Theme
from ui.words import Words


@pytest.fixture
def looking(qapp: QApplication, theme: Theme, qtbot: QtBot, file_url: str) -> Iterator[Desk]:
    with open_workspace(file_url) as workspace:
        workspace.write(contacts.create, {"name": "Ann"})
    translators = words.install(qapp, "en")
    desk = Desk(open_workspace(file_url, read_only=True), theme, Words.plain("en"))
    qtbot.addWidget(desk.window)
    desk.window.resize(1440, 900)
    desk.window.show()
    qtbot.waitUntil(lambda: bool(desk.window.board.columns), timeout=10_000)
    yield desk
    desk.window.close()
    for translator in translators:
        qapp.removeTranslator(translator)


def test_it_is_said_all_the_time(looking: Desk) -> None:
    window = looking.window
    assert window.title.saving.words.text() == "Read only"
    assert window.bar.isVisible()
    assert not window.bar.button.isVisible()


def test_an_edit_is_refused_in_words_and_what_was_typed_stays(looking: Desk, qtbot: QtBot, file_url: str) -> None:
    window = looking.window
    pane = window.contacts.details
    qtbot.waitUntil(lambda: pane.name.text() == "Ann", timeout=10_000)
    before = beside(file_url)
    field = pane.fields["city"]
    field.setFocus()
    qtbot.keyClicks(field, "Oslo")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    def said() -> bool:
        labels = [one for one in window.findChildren(QLabel) if one.isVisible()]
        return any("look only, so that was not saved" in one.text() for one in labels)

    qtbot.waitUntil(said, timeout=10_000)
    assert field.text() == "Oslo"
    assert window.title.saving.words.text() == "Read only"
    with open_workspace(file_url) as workspace:
        assert workspace.read(contacts.detail, 1).values.get("city") in ("", None)
    assert beside(file_url) == before


def beside(url: str) -> list[str]:
    """Return the files of a folder without the one in which windows say what they have open: that comes in a while."""
    return sorted(path.name for path in Path(url).parent.iterdir() if path.suffix != ".here")


def test_who_was_removed_may_look_only(qapp: QApplication, theme: Theme, qtbot: QtBot, file_url: str) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(contacts.create, {"name": "Ann"})
        administration.add_member(workspace, name="Sue", email="sue@harbor.example", team="sales")
        administration.remove_member(workspace, workspace.context().member("Sue"))
    del qapp
    desk = Desk(open_workspace(file_url, "sue@harbor.example"), theme, Words.plain("en"))
    qtbot.addWidget(desk.window)
    desk.window.show()
    qtbot.waitUntil(lambda: bool(desk.window.board.columns), timeout=10_000)
    assert desk.window.title.saving.words.text() == "Read only"
    with pytest.raises(RefusedError, match="Sue is no active member"):
        desk.jobs.workspace.write(contacts.create, {"name": "Bob"})
    desk.window.close()


def test_a_folder_that_became_read_only_is_said(open_desk: Open, file_url: str) -> None:
    window = open_desk(file_url).window
    window.saying.problem(ReadOnlyError("team.tandem can be read but not written."))
    assert window.title.saving.words.text() == "Read only"
    assert "team.tandem" in window.bar.words.text()


def test_toasts_and_bars_are_announced(open_desk: Open, file_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, bool]] = []

    def hear(widget: object, sentence: str, *, at_once: bool = False) -> None:
        del widget
        told.append((sentence, at_once))

    monkeypatch.setattr("ui.notices.announce", hear)
    window = open_desk(file_url).window
    window.toast.say("Ann saved.")
    window.bar.say("The server is away.", retry=True)
    window.bar.say("The server is away.", retry=True)
    assert told == [("Ann saved.", False), ("The server is away.", True)]
