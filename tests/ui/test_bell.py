"""What waits under the bell: mentions and tasks, counted anew whatever happens, and told on the desktop if wanted."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import contacts, feed, meetings, members, outcomes, settings, tasks
from app.inbox import Inbox, Waiting
from app.workspace import Workspace, open_workspace, utc_now
from tests.ui.conftest import Open
from ui.inbox import notifying
from ui.settings.dialog import SettingsDialog
from ui.theme import Theme


@pytest.fixture(autouse=True)
def _config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))


def me(workspace: Workspace) -> int:
    member = workspace.me
    assert member is not None
    return member.id


def amelia(workspace: Workspace) -> int:
    change = workspace.write(contacts.create, {"name": "Amelia Okafor"})
    return next(entry.id for entry in change.entries if entry.kind == "contact")


def test_a_mention_is_shown_opened_and_seen(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    window = open_desk(file_url).window
    with open_workspace(file_url) as mine:
        own = me(mine)
        name = mine.context().members[own].name
        mine.write(add_colleague)
    with open_workspace(file_url, "tom@harbor.example") as theirs:
        theirs.write(feed.add, "contact", amelia(theirs), "note", f"Can you call her, @{name}? <b>soon</b>")
    qtbot.waitUntil(lambda: window.title.bell.count == 1, timeout=10_000)
    window.actions_by_id["go.waiting"].trigger()
    line = window.inbox.lines[0]
    assert line.name.text() == "Tom Becker on Amelia Okafor"
    line.name.click()
    assert window.place == "contacts"
    qtbot.waitUntil(lambda: window.title.bell.count == 0, timeout=10_000)
    window.undo()
    qtbot.waitUntil(lambda: window.title.bell.count == 1, timeout=10_000)


def add_colleague(session: object) -> None:

    members.add(session, "Tom Becker", "tom@harbor.example", "sales")  # type: ignore[arg-type]  # a write hands a session


def test_it_counts_anew_after_what_oneself_does(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = open_desk(file_url)
    window = desk.window
    late = utc_now() - timedelta(hours=1)
    desk.jobs.write(tasks.add, "contact", amelia(desk.workspace), "Call Amelia", due_at=late)
    qtbot.waitUntil(lambda: window.title.bell.count == 1, timeout=10_000)
    window.actions_by_id["go.waiting"].trigger()
    window.inbox.lines[0].box.click()
    qtbot.waitUntil(lambda: window.title.bell.count == 0, timeout=10_000)
    assert not window.inbox.lines


def test_what_falls_due_is_counted_as_time_goes_by(
    open_desk: Open, file_url: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.inbox.panel.EVERY", 50)
    moment = [utc_now()]
    desk = open_desk(file_url, clock=lambda: moment[0])
    soon = moment[0] + timedelta(hours=1)
    desk.jobs.write(tasks.add, "contact", amelia(desk.workspace), "Call Amelia", due_at=soon)
    qtbot.waitUntil(lambda: len(desk.window.inbox.lines) == 1, timeout=10_000)
    assert desk.window.title.bell.count == 0
    moment[0] = soon + timedelta(minutes=1)
    qtbot.waitUntil(lambda: desk.window.title.bell.count == 1, timeout=10_000)


def test_a_meetings_task_opens_its_meeting(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk = open_desk(file_url)
    own = me(desk.workspace)
    change = desk.workspace.write(meetings.prepare)
    meeting = next(entry.id for entry in change.entries if entry.kind == "meeting")
    desk.workspace.write(outcomes.add_action, meeting, "Send the deck", owner_id=own)
    qtbot.waitUntil(lambda: len(desk.window.inbox.lines) == 1, timeout=10_000)
    line = desk.window.inbox.lines[0]
    assert line.name.isEnabled()
    line.name.click()
    assert desk.window.place == "meetings"


def waiting(number: int, title: str) -> Waiting:
    return Waiting(number, title, "contact", 1, "Amelia", utc_now() - timedelta(minutes=1))


def test_only_what_is_new_is_told_and_only_what_is_wanted(
    open_desk: Open, file_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(file_url).window
    notifier = window.inbox.notifier
    monkeypatch.setattr(type(window), "isActiveWindow", lambda _self: False)
    told: list[str] = []
    notifier._known = None
    notifier.show = lambda title, _words: told.append(title)
    now = utc_now()
    notifier.take(Inbox(tasks=(waiting(1, "Old"),)), now)
    assert told == []
    notifier.take(Inbox(tasks=(waiting(1, "Old"), waiting(2, "New"))), now)
    assert told == ["Due now: New"]
    notifier.take(Inbox(tasks=(waiting(1, "Old"), waiting(2, "New")), overdue=2), now)
    assert told[1:] == ["Reply overdue"]
    notifying.want("tasks", on=False)
    notifier.take(Inbox(tasks=(waiting(3, "Quiet"),), overdue=2), now)
    assert len(told) == 2
    monkeypatch.setattr(type(window), "isActiveWindow", lambda _self: True)
    notifier.take(Inbox(overdue=9), now)
    assert len(told) == 2


def test_settings_of_notifications_are_kept_and_read(
    open_desk: Open, file_url: str, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(file_url).window
    monkeypatch.setattr(notifying, "is_possible", lambda: True)
    dialog = SettingsDialog(theme, [("contacts", "Contacts")], window)
    qtbot.addWidget(dialog)
    assert all(box.isChecked() for box in dialog.notify.values())
    dialog.notify["tasks"].click()
    assert notifying.wanted() == {"mentions", "overdue"}
    settings.write(notify="garbled")
    assert notifying.wanted() == set(notifying.KINDS)
