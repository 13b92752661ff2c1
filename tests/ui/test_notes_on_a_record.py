"""Notes on a record: pinned ones first, replies below them, reactions with who gave them; by keys and by mouse."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import companies, contacts, feed, leads, members, replies
from app.workspace import Workspace, open_workspace
from tests.ui.conftest import Open
from ui.contacts.timeline import Timeline
from ui.contacts.timeline_line import TimelineLine
from ui.desk import Desk

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
TOM = "tom@harbor.example"


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def made(workspace: Workspace, service: Any, *args: Any) -> int:
    kind = "activity" if service in {feed.add, replies.reply} else service.__module__.rpartition(".")[2][:-1]
    kind = {"companie": "company"}.get(kind, kind)
    return next(one.id for one in workspace.write(service, *args).entries if one.kind == kind)


def shown(line: Timeline) -> list[tuple[str, bool, bool]]:
    """Return what the notes say, whether each stands on top, and whether it stands below another."""
    return [
        (one.item.text, one.placed.is_on_top, one.placed.is_below)
        for one in line.lines
        if one.item.source == "activity"
    ]


def note(line: Timeline, text: str) -> TimelineLine:
    return next(one for one in line.lines if one.item.text == text)


def begin(open_desk: Open, url: str, qtbot: QtBot) -> tuple[Desk, Timeline, int]:
    """Return a window, the timeline in it, and the contact that it shows, who has two notes."""
    with open_workspace(url) as workspace:
        workspace.write(members.add, "Tom Becker", TOM, "sales")
        ann = made(workspace, contacts.create, {"first_name": "Ann"})
        for text in ("Never call before ten", "Asked for a price"):
            workspace.write(feed.add, "contact", ann, "note", text)
    desk = open_desk(url)
    details = desk.window.contacts.details
    until(qtbot, lambda: details.name.text() == "Ann" and len(details.timeline.lines) == 3)
    for _ in range(6):  # what is read a second time at the start replaces the lines of lists
        until(qtbot, lambda: desk.jobs.is_idle)
        qtbot.wait(50)
    return desk, details.timeline, ann


@pytest.fixture
def stage(open_desk: Open, url: str, qtbot: QtBot) -> tuple[Desk, Timeline, int]:
    """A window on either engine."""
    return begin(open_desk, url, qtbot)


def press_in_menu(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Press keys in the menu that is about to open: opening waits until it is closed again."""

    def press() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            QTimer.singleShot(50, press)
            return
        for key in keys:
            qtbot.keyClick(menu, key)
        menu.close()

    QTimer.singleShot(50, press)


def test_pin_reply_react_and_undo_by_keys(stage: tuple[Desk, Timeline, int], qtbot: QtBot) -> None:
    desk, line, _ann = stage
    first = note(line, "Never call before ten")
    assert first.acts is not None
    first.acts.setFocus()
    press_in_menu(qtbot, KEY.Key_P)
    qtbot.keyClick(first.acts, KEY.Key_Return)
    until(qtbot, lambda: shown(line)[0] == ("Never call before ten", True, False))
    assert shown(line)[1:] == [("Asked for a price", False, False)]
    assert line._tops.isVisible()
    pinned = note(line, "Never call before ten").acts
    until(qtbot, lambda: pinned is not None and pinned.hasFocus())  # it went to the top, and the focus with it
    qtbot.keyClick(pinned, KEY.Key_Return, CONTROL)
    until(qtbot, line.box.writing.hasFocus)
    qtbot.keyClicks(line.box.writing, "She is back at eleven")
    qtbot.keyClick(line.box.writing, KEY.Key_Return, CONTROL)
    until(qtbot, lambda: ("She is back at eleven", True, True) in shown(line))
    assert not line.box.isVisible()
    answer = note(line, "She is back at eleven").acts
    pinned = note(line, "Never call before ten").acts
    assert pinned is not None
    assert pinned.hasFocus()
    qtbot.keyClick(pinned, KEY.Key_Down)
    assert answer is not None
    assert answer.hasFocus()
    press_in_menu(qtbot, KEY.Key_G)
    qtbot.keyClick(answer, KEY.Key_Space)
    until(qtbot, lambda: note(line, "She is back at eleven").signs is not None)
    signs = note(line, "She is back at eleven").signs
    assert signs is not None
    assert signs.buttons["great"].text() == "1"
    own = desk.workspace.me
    assert own is not None
    assert own.name in signs.buttons["great"].accessibleName()
    signs.buttons["great"].click()
    until(qtbot, lambda: note(line, "She is back at eleven").signs is None)
    desk.window.undo()
    until(qtbot, lambda: note(line, "She is back at eleven").signs is not None)
    for _ in range(2):  # the reaction, then the reply
        desk.window.undo()
        until(qtbot, lambda: desk.jobs.is_idle)
    until(qtbot, lambda: shown(line) == [("Never call before ten", True, False), ("Asked for a price", False, False)])
    desk.window.undo()
    until(qtbot, lambda: not any(on_top for _text, on_top, _below in shown(line)))
    assert not line._tops.isVisible()


def test_a_colleague_s_reply_and_reaction_come_by_themselves(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    desk, line, _ann = begin(open_desk, file_url, qtbot)
    number = note(line, "Asked for a price").item.id
    begun = note(line, "Never call before ten").acts
    assert begun is not None
    qtbot.keyClick(begun, KEY.Key_Return, CONTROL)
    qtbot.keyClicks(line.box.writing, "I will")
    with open_workspace(desk.workspace.url, TOM) as theirs:
        answer = made(theirs, replies.reply, number, "Sent on Monday")
        theirs.write(replies.react, number, "seen")
        until(qtbot, lambda: ("Sent on Monday", False, True) in shown(line))
        until(qtbot, lambda: note(line, "Asked for a price").signs is not None)
        signs = note(line, "Asked for a price").signs
        assert signs is not None
        assert signs.buttons["seen"].accessibleName() == "Seen: Tom Becker"
        assert line.box.writing.toPlainText() == "I will"  # what is being written stays
        assert line.box.isVisible()
        theirs.write(feed.edit, answer, {"text": "Sent on Tuesday"})
        until(qtbot, lambda: ("Sent on Tuesday", False, True) in shown(line))
        theirs.write(feed.remove, answer)
        until(qtbot, lambda: len(shown(line)) == 2)


def test_a_company_and_a_lead_s_note_on_its_contact_are_pinned_too(workspace: Workspace) -> None:
    with_it = made(workspace, companies.create, {"name": "Adeyemi"})
    ann = made(workspace, contacts.create, {"first_name": "Ann", "company": with_it})
    lead = made(workspace, leads.create, {"contact": ann})
    about = made(workspace, feed.add, "lead", lead, "note", "Wants two sites")
    there = made(workspace, feed.add, "company", with_it, "note", "Pays late")
    workspace.write(replies.pin, about)
    workspace.write(replies.pin, there)
    reply = made(workspace, replies.reply, about, "Both in March")
    assert [one.id for one in workspace.read(contacts.detail, ann).pinned] == [reply, about]
    assert [one.id for one in workspace.read(companies.detail, with_it).pinned] == [there]
    with open_workspace(workspace.url) as again:
        again.write(feed.remove, about)
        assert again.read(contacts.detail, ann).pinned == ()
