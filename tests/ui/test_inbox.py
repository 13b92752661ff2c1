"""The inbox: what waits by group, dealt with where it stands, by keys alone, on both engines."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app import contacts, feed, inbox, members, replies, tasks
from app.changes import Change
from app.workspace import Workspace, open_workspace, utc_now
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.inbox.page import InboxPage

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TOM = "tom@harbor.example"


def add_tom(session: Session) -> None:
    members.add(session, "Tom Becker", TOM, "sales")


def made(change: Change, kind: str) -> int:
    """Return the id of what an act made."""
    return next(entry.id for entry in change.entries if entry.kind == kind)


def contact(workspace: Workspace, name: str = "Amelia Okafor") -> int:
    return made(workspace.write(contacts.create, {"name": name}), "contact")


def begin(open_desk: Open, url: str) -> tuple[Desk, InboxPage, int]:
    """Return a window with a colleague in its workspace, a contact, and a task of mine."""
    desk = open_desk(url)
    desk.workspace.write(add_tom)
    amelia = contact(desk.workspace)
    with open_workspace(url) as here:
        here.write(tasks.add, "contact", amelia, "Send the quote", due_at=utc_now() + timedelta(hours=1))
    return desk, desk.window.waiting, amelia


def from_tom(desk: Desk, amelia: int, text: str) -> None:
    """Write a note as a colleague who shares the file."""
    with open_workspace(desk.workspace.url, TOM) as theirs:
        theirs.write(feed.add, "contact", amelia, "note", text)


@pytest.fixture
def stage(open_desk: Open, file_url: str, qtbot: QtBot) -> tuple[Desk, InboxPage, int]:
    """A window on a file with a note that names me and a task of mine."""
    desk, page, amelia = begin(open_desk, file_url)
    own = desk.workspace.me
    assert own is not None
    from_tom(desk, amelia, f"@{own.name} could she speak at the webinar?")
    qtbot.keyClick(desk.window, KEY.Key_1, CONTROL)
    qtbot.waitUntil(lambda: len(page.list.model_.items) == 2, timeout=10_000)
    QAbstractItemModelTester(page.list.model_, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return desk, page, amelia


def test_groups_come_by_what_presses_and_are_counted(stage: tuple[Desk, InboxPage, int], qtbot: QtBot) -> None:
    desk, page, _ = stage
    assert desk.window.place == "inbox"
    assert [one.group for one in page.list.model_.items] == ["mentions", "tasks"]
    assert page.chips[""].text() == "Everything 2"
    qtbot.waitUntil(lambda: desk.window.sidebar.buttons["inbox"].figure == "2", timeout=10_000)
    page.chips["tasks"].click()
    assert [one.text for one in page.list.model_.items] == ["Send the quote"]


def test_done_and_undo_by_keys(stage: tuple[Desk, InboxPage, int], qtbot: QtBot) -> None:
    _desk, page, _ = stage
    qtbot.keyClick(page.list, KEY.Key_D, CONTROL)
    qtbot.waitUntil(lambda: len(page.list.model_.items) == 1, timeout=10_000)
    qtbot.keyClick(page.list, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(page.list.model_.items) == 2, timeout=10_000)


def test_later_comes_back_by_itself(stage: tuple[Desk, InboxPage, int], qtbot: QtBot) -> None:
    desk, page, _ = stage
    page.put_off(utc_now() + timedelta(seconds=4))
    qtbot.waitUntil(lambda: len(page.list.model_.items) == 1, timeout=10_000)

    def again() -> bool:
        if desk.jobs.is_idle:  # asked anew before the answer is there, it would never come
            page.load()
        return len(page.list.model_.items) == 2

    qtbot.waitUntil(again, timeout=30_000)


def test_a_reply_joins_the_thread_and_marks_done(stage: tuple[Desk, InboxPage, int], qtbot: QtBot) -> None:
    desk, page, _amelia = stage
    qtbot.waitUntil(lambda: len(page.view.notes) == 1, timeout=10_000)
    qtbot.keyClick(page.list, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(page.view.reply.hasFocus)
    qtbot.keyClicks(page.view.reply, "I will ask her Friday")
    assert page.view.offer.isVisible()
    qtbot.keyClick(page.view.reply, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(page.list.model_.items) == 1, timeout=10_000)
    with open_workspace(desk.workspace.url, TOM) as theirs:
        told = theirs.read(inbox.found)
    assert [one.text for one in told.items] == ["I will ask her Friday"]


def test_a_reply_that_names_a_day_becomes_a_task(stage: tuple[Desk, InboxPage, int], qtbot: QtBot) -> None:
    desk, page, _amelia = stage
    qtbot.waitUntil(lambda: len(page.view.notes) == 1, timeout=10_000)
    page.view.reply.setPlainText("Ask her about the webinar tomorrow")
    assert page.view.offer_words.text().strip("\u2068").startswith("Make it a task: Ask her about the webinar")
    desk.window.actions_by_id["inbox.task"].trigger()
    qtbot.waitUntil(lambda: len(page.list.model_.items) == 3, timeout=10_000)
    assert "Ask her about the webinar" in [one.text for one in page.list.model_.items]


def test_reactions_are_counted_and_taken_back(stage: tuple[Desk, InboxPage, int], qtbot: QtBot) -> None:
    desk, page, _ = stage
    qtbot.waitUntil(lambda: len(page.view.notes) == 1, timeout=10_000)
    page.view.notes[0].signs["agree"].click()
    qtbot.waitUntil(lambda: bool(page.view.notes) and page.view.notes[0].signs["agree"].text() == "1", timeout=10_000)
    own = desk.workspace.me
    assert own is not None
    assert own.name in page.view.notes[0].signs["agree"].accessibleName()
    page.view.notes[0].signs["agree"].click()
    qtbot.waitUntil(lambda: bool(page.view.notes) and page.view.notes[0].signs["agree"].text() == "", timeout=10_000)


def test_a_pinned_note_is_known_on_its_record(workspace: Workspace) -> None:
    amelia = contact(workspace)
    note = made(workspace.write(feed.add, "contact", amelia, "note", "Never call before ten"), "activity")
    workspace.write(replies.pin, note)
    (found,) = workspace.read(contacts.detail, amelia).pinned
    assert found.is_pinned
    assert found.text == "Never call before ten"
    workspace.write(replies.pin, note, on=False)
    assert workspace.read(contacts.detail, amelia).pinned == ()


def test_later_and_done_are_kept_for_the_member(workspace: Workspace) -> None:
    amelia = contact(workspace)
    task = made(workspace.write(tasks.add, "contact", amelia, "Call", due_at=utc_now()), "task")
    assert [one.key for one in workspace.read(inbox.found).items] == [("task", task)]
    workspace.write(inbox.later, "task", task, utc_now() + timedelta(hours=1))
    with open_workspace(workspace.url) as laptop:
        assert laptop.read(inbox.found).items == ()
    workspace.write(inbox.done, "task", task)
    assert workspace.read(inbox.found).tasks == ()
