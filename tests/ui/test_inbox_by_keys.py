"""The inbox by keys alone, with whatever has the focus: every kind of thing is dealt with, on both engines."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app import contacts, feed, inbox, tasks
from app.handoffs import answering, dossier, reading
from app.handoffs.dossier import Dossier
from app.workspace import utc_now
from tests.app.test_leads import new_lead
from tests.helpers.parties import Parties, clause, parties
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.inbox.page import InboxPage

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
_TABS = 60
_LETTERS = {"rejected": KEY.Key_R, "recycled": KEY.Key_L, "rerouted": KEY.Key_T}


class Keys:
    """Hands on a keyboard: each key goes to what has the focus."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot

    @property
    def page(self) -> InboxPage:
        return self.desk.window.waiting

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.desk.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focused(), key, modifiers)

    def tab_to(self, name: str) -> None:
        for _ in range(_TABS):
            if self.focused().accessibleName().startswith(name):
                return
            self.press(KEY.Key_Tab)
        pytest.fail(f"Tab does not come to “{name}”, but to “{self.focused().accessibleName()}”")

    def in_menu(self, *keys: Qt.Key) -> None:
        """Press keys in the menu that is about to open: opening waits until it is closed again."""

        def press() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                QTimer.singleShot(50, press)
                return
            for key in keys:
                self.qtbot.keyClick(menu, key)
            menu.close()

        QTimer.singleShot(50, press)

    def come_back(self) -> None:
        """Give the window the keys again, as a desktop does when a menu closes; without one, the menu may keep them."""
        self.desk.window.activateWindow()
        self.until(self.desk.window.isActiveWindow)

    def until(self, holds: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)

    def sorts(self) -> list[str]:
        return [one.sort for one in self.page.list.model_.items]

    def count(self, wanted: int) -> bool:
        return len(self.sorts()) == wanted

    def choose(self, sort: str) -> None:
        """Go to the first thing of a sort with the arrows."""
        self.press(KEY.Key_Home)
        for _ in range(len(self.sorts())):
            current = self.page.list.current()
            if current is not None and current.sort == sort:
                return
            self.press(KEY.Key_Down)
        pytest.fail(f"the arrows do not come to a {sort}")


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


@pytest.fixture
def keys(both: Parties, open_desk: Open, qtbot: QtBot) -> Keys:
    """The window of Sol, whom a handoff, a note and two tasks wait for."""
    both.agree({"mql_points": 40}, clause("has:source"), clause("source:web", points=50, label="Came from the web"))
    sol, mia = both.sales.me, both.marketing
    assert sol is not None
    mia.write(answering.send, new_lead(mia, "Ann", source="web"), sol, "They asked twice about the price.")
    change = mia.write(contacts.create, {"name": "Amelia Okafor"})
    amelia = next(one.id for one in change.entries if one.kind == "contact")
    mia.write(feed.add, "contact", amelia, "note", f"@{sol.name} could she speak at the webinar?")
    for days, title in enumerate(("Send the quote", "Share the list"), 1):
        mia.write(tasks.add, "contact", amelia, title, sol.id, utc_now() + timedelta(days=days))
    desk = open_desk(both.sales.url, None if both.sales.store.stamps else "sol@harbor.example")
    return Keys(desk, qtbot)


def test_everything_is_dealt_with_by_keys(keys: Keys, both: Parties) -> None:
    keys.press(KEY.Key_1, CONTROL)
    keys.until(lambda: keys.desk.window.place == "inbox" and len(keys.sorts()) == 4)
    assert keys.sorts() == ["handoff", "mention", "task", "task"]
    keys.until(keys.page.list.hasFocus)
    keys.until(lambda: keys.page.answers.dossier is not None)
    keys.press(KEY.Key_Y, CONTROL | SHIFT)
    keys.until(lambda: "handoff" not in keys.sorts())
    keys.press(KEY.Key_1, CONTROL)
    keys.until(keys.page.list.hasFocus)
    keys.choose("mention")
    keys.until(lambda: len(keys.page.view.notes) == 1 and keys.page.view.notes[0].pin.isVisible())
    keys.tab_to("Pin to the top")
    keys.press(KEY.Key_Space)
    keys.until(lambda: keys.page.view.notes and keys.page.view.notes[0].note.is_pinned)
    assert keys.focused() is keys.page.view.notes[0].pin  # it was drawn anew, and the focus stayed
    keys.tab_to("Agreed")
    keys.press(KEY.Key_Space)
    keys.until(lambda: keys.page.view.notes and keys.page.view.notes[0].signs["agree"].text() == "1")
    assert keys.focused() is keys.page.view.notes[0].signs["agree"]
    keys.press(KEY.Key_Return, CONTROL)
    keys.until(keys.page.view.reply.hasFocus)
    keys.qtbot.keyClicks(keys.focused(), "She would love to")
    keys.press(KEY.Key_Return, CONTROL)
    keys.until(lambda: keys.sorts() == ["task"] * 3)  # one more: what the agreement asks for after accepting
    told = [one.text for one in both.marketing.read(inbox.found).items if one.sort == "mention"]
    assert told == ["She would love to"]
    keys.until(keys.page.list.hasFocus)
    keys.choose("task")
    keys.press(KEY.Key_D, CONTROL)
    keys.until(lambda: len(keys.sorts()) == 2)
    keys.in_menu(KEY.Key_Down, KEY.Key_Return)
    keys.press(KEY.Key_D, CONTROL | SHIFT)
    keys.until(lambda: len(keys.sorts()) == 1)
    keys.come_back()
    # What was put off comes back, then the task that was done, then the mention with its reply.
    for count in (2, 3, 4):
        keys.press(KEY.Key_Z, CONTROL)
        keys.until(partial(keys.count, count))
    assert sorted(keys.sorts()) == ["mention", "task", "task", "task"]


def test_a_handoff_is_rejected_by_keys_with_a_note(keys: Keys, both: Parties) -> None:
    keys.press(KEY.Key_1, CONTROL)
    keys.until(keys.page.list.hasFocus)
    box = keys.page.answers.box
    keys.until(lambda: box.brief is not None)
    lead = box.brief.handoff.lead_id if box.brief is not None else 0
    keys.press(_LETTERS["rejected"], CONTROL | SHIFT)
    form = box.forms["rejected"]
    assert form.isVisible()
    keys.press(KEY.Key_Space)
    assert form.radios[0].isChecked()
    keys.press(KEY.Key_Return, CONTROL)
    keys.until(lambda: "handoff" not in keys.sorts())
    assert both.sales.read(reading.of_lead, lead)[-1].answer == "rejected"


@pytest.mark.parametrize("answer", _LETTERS)
def test_tab_goes_through_an_answers_form(keys: Keys, answer: str) -> None:
    keys.press(KEY.Key_1, CONTROL)
    keys.until(keys.page.list.hasFocus)
    box = keys.page.answers.box
    keys.until(lambda: box.brief is not None)
    keys.press(_LETTERS[answer], CONTROL | SHIFT)
    form = box.forms[answer]
    first = {"recycled": form.day, "rerouted": form.to}.get(answer, form.radios[0])
    assert first.hasFocus()
    if answer == "rerouted":
        keys.press(KEY.Key_Down)
    elif answer == "recycled":
        while form.day.hasFocus():  # the day is typed in parts, each a step of Tab
            keys.press(KEY.Key_Tab)
        for part in form.spans[1:]:
            keys.press(KEY.Key_Tab)
            assert part.hasFocus()
    if answer != "rejected":
        keys.press(KEY.Key_Tab)
    assert form.radios[0].hasFocus()
    keys.press(KEY.Key_Space)
    order: list[QWidget] = [form.radios[0], form.note, form.cancel, form.send]
    for one in order[1:]:
        keys.press(KEY.Key_Tab)
        assert one.hasFocus()
    for one in order[-2::-1]:
        keys.press(KEY.Key_Backtab, SHIFT)
        assert one.hasFocus()


def handoff_keys(answer: str) -> Qt.Key:
    return {"rejected": KEY.Key_R, "recycled": KEY.Key_L, "rerouted": KEY.Key_T}[answer]


def test_after_an_answer_the_focus_is_on_the_list(keys: Keys, both: Parties) -> None:
    both.marketing.write(answering.send, new_lead(both.marketing, "Bea", source="web"), both.sales.me)
    keys.press(KEY.Key_1, CONTROL)
    keys.until(keys.page.list.hasFocus)
    box = keys.page.answers.box
    keys.until(lambda: box.brief is not None and keys.sorts().count("handoff") == 2)
    keys.tab_to("Accept")
    keys.press(KEY.Key_Space)
    keys.until(lambda: keys.sorts().count("handoff") == 1)
    keys.until(lambda: keys.desk.jobs.is_idle)
    assert keys.page.list.hasFocus()


def test_list_and_pane_say_the_same_of_the_time_that_is_left(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    read, left = dossier.dossier, timedelta(minutes=29)

    def a_moment_later(session: Session, handoff_id: int) -> Dossier:
        """Return what the pane reads once there are 29 minutes left, whatever the list read before."""
        found = read(session, handoff_id)
        handoff = found.brief.handoff
        clock = replace(handoff.clock, used=handoff.clock.agreed - left // timedelta(microseconds=1))
        return replace(found, brief=replace(found.brief, handoff=replace(handoff, clock=clock), left=left))

    monkeypatch.setattr(dossier, "dossier", a_moment_later)
    keys.press(KEY.Key_1, CONTROL)
    keys.until(keys.page.list.hasFocus)
    keys.until(lambda: keys.page.answers.head.left.text() == "29 min left")
    model, shown = keys.page.list.model_, keys.page.answers.handoff_id
    assert shown is not None
    row = model.row_of(("handoff", shown))
    assert row is not None
    keys.until(lambda: "29 min left" in model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_answers_are_in_sight_in_a_small_window(keys: Keys, size: tuple[int, int]) -> None:
    keys.desk.window.resize(*size)
    keys.press(KEY.Key_1, CONTROL)
    keys.until(keys.page.list.hasFocus)
    box = keys.page.answers.box
    keys.until(lambda: box.brief is not None)
    for button in box.buttons.values():
        keys.until(partial(wholly_seen, button))
    keys.press(_LETTERS["rejected"], CONTROL | SHIFT)
    keys.until(partial(wholly_seen, box.forms["rejected"].radios[0]))
    keys.press(KEY.Key_Escape)
    for button in box.buttons.values():
        keys.until(partial(wholly_seen, button))


def wholly_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()
