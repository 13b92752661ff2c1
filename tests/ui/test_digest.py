"""The digest: once a day and after quiet hours, in a toast that opens the inbox, and on the inbox's top."""

from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import contacts, digest, feed, members, quiet, tasks
from app.digest import Digest
from app.workspace import open_workspace, utc_now
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.inbox.digest import DigestWords
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme

TOM = "tom@harbor.example"


@pytest.fixture
def wanting(open_desk: Open) -> Open:
    """Windows that tell the digest."""
    digest.want(on=True)
    return open_desk


def filled(url: str) -> None:
    """Let a note name me and a task of mine fall due."""
    with open_workspace(url) as mine:
        mine.write(members.add, "Tom Becker", TOM, "sales")
        change = mine.write(contacts.create, {"name": "Amelia Okafor"})
        amelia = next(one.id for one in change.entries if one.kind == "contact")
        mine.write(tasks.add, "contact", amelia, "Send the quote", due_at=utc_now())
        mine.write(tasks.add, "contact", amelia, "Ask again", due_at=utc_now() + timedelta(days=3))
        own = mine.me
        assert own is not None
        with open_workspace(url, TOM) as theirs:
            theirs.write(feed.add, "contact", amelia, "note", f"@{own.name} could she speak?")


def toast(desk: Desk) -> str:
    return desk.window.toast.words.text() if desk.window.toast.isVisible() else ""


def test_it_is_told_once_a_day_and_opens_the_inbox(wanting: Open, file_url: str, qtbot: QtBot) -> None:
    filled(file_url)
    desk = wanting(file_url)
    said = "Waiting for you: 1 mention, 1 task due today."
    qtbot.waitUntil(lambda: toast(desk) == said, timeout=10_000)
    desk.window.toast.undo.setFocus()
    qtbot.keyClick(desk.window.toast.undo, Qt.Key.Key_Space)
    assert desk.window.place == "inbox"
    page = desk.window.waiting
    qtbot.waitUntil(page.digest.isVisible, timeout=10_000)
    assert page.digest.words.text() == said
    page.digest.away.click()
    page.load()
    qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=10_000)
    assert not page.digest.isVisible()
    desk.window.close()
    again = wanting(file_url)
    qtbot.waitUntil(lambda: again.window.sidebar.buttons["inbox"].figure == "3", timeout=10_000)
    qtbot.waitUntil(lambda: again.jobs.is_idle, timeout=10_000)
    assert toast(again) == ""


def test_an_empty_inbox_says_nothing(wanting: Open, file_url: str, qtbot: QtBot) -> None:
    desk = wanting(file_url)
    info = desk.workspace.info
    qtbot.waitUntil(lambda: not digest.is_due(info.uuid, utc_now(), UTC), timeout=10_000)
    assert toast(desk) == ""
    desk.window.go_to("inbox")
    assert not desk.window.waiting.digest.isVisible()


def test_it_is_due_on_a_new_day_and_after_quiet_hours() -> None:
    monday = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert digest.is_due("here", monday, UTC)
    digest.tell("here", monday)
    assert not digest.is_due("here", monday + timedelta(hours=3), UTC)
    assert digest.is_due("there", monday, UTC)
    assert digest.is_due("here", monday + timedelta(days=1), UTC)
    quiet.keep(time(12), time(13))
    assert not digest.is_due("here", monday.replace(hour=12, minute=30), UTC)
    assert digest.is_due("here", monday.replace(hour=13), UTC)
    digest.tell("here", monday.replace(hour=13))
    assert not digest.is_due("here", monday.replace(hour=14), UTC)
    digest.want(on=False)
    assert not digest.is_due("here", monday + timedelta(days=1), UTC)


def test_the_settings_switch_it_off(wanting: Open, file_url: str, theme: Theme, qtbot: QtBot) -> None:
    window = wanting(file_url).window
    dialog = SettingsDialog(theme, [("contacts", "Contacts")], window)
    qtbot.addWidget(dialog)
    assert dialog.digest.isChecked()
    dialog.digest.click()
    assert not digest.is_wanted()


@pytest.mark.usefixtures("open_desk")
def test_promises_of_the_team_are_told_beside_what_waits() -> None:
    said = DigestWords().sentence(Digest(handoffs=2, clocks=1, overdue=3))
    assert said == "Waiting for you: 2 handoffs to answer, 1 clock about to run out. Your team has 3 overdue promises."
    assert DigestWords().sentence(Digest(overdue=3)) == ""
