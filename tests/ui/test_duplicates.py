"""The page of suspected duplicates as a person uses it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app import contacts, feed, leads
from app.duplicates import merging
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.duplicates.page import DuplicatesPage

ONE = {"first_name": "Amelia", "last_name": "Okafor", "emails": ["amelia@labs.example"], "job_title": "Head"}
OTHER = {
    "first_name": "Amelia",
    "last_name": "Okafor",
    "emails": ["amelia@labs.example", "a.okafor@post.example"],
    "job_title": "Ops lead",
    "city": "Leeds",
}
NAMES = (("Amelia", "Okafor"), ("José", "Núñez"), ("Grace", "Lindqvist"))


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=20_000)


def twice(url: str, count: int = 1) -> list[tuple[int, int]]:
    """Write pairs that are the same people; return their ids."""
    made = []
    with open_workspace(url) as door:
        for place in range(count):
            first, last = NAMES[place]
            more = (
                {"first_name": first, "last_name": last, "emails": [f"{last}@labs.example".casefold()]} if place else {}
            )
            pair = [door.write(contacts.create, values | more).entries[0].id for values in (ONE, OTHER)]
            door.write(feed.add, "contact", pair[1], "note", "Wants a tasting.")
            door.write(leads.create, {"contact": pair[1], "name": f"Spare parts {place}"})
            made.append((pair[0], pair[1]))
    return made


def opened(desk: Desk, qtbot: QtBot) -> DuplicatesPage:
    desk.window.go_to("duplicates")
    page = desk.window.duplicates
    until(qtbot, lambda: page.view.pair is not None and page.progress.isHidden() and desk.jobs.is_idle)
    return page


def test_a_pair_is_chosen_merged_undone_and_taken_apart(open_desk: Open, url: str, qtbot: QtBot) -> None:
    ((one, other),) = twice(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    QAbstractItemModelTester(page.list.model_, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    card = page.view.card
    assert set(card.choices) == {"emails", "job_title", "city"}
    assert card.values()["emails"] == ["amelia@labs.example", "a.okafor@post.example"]
    theirs = next(box for box in card.choices["job_title"] if box.words == "Ops lead")
    qtbot.mouseClick(theirs, Qt.MouseButton.LeftButton)
    assert (card.values()["job_title"], card.values()["city"]) == ("Ops lead", "Leeds")

    qtbot.mouseClick(page.view.merge_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.merged.buttons)
    with open_workspace(url) as door:
        kept = door.read(contacts.detail, other)
        assert (kept.id, kept.values["job_title"], len(kept.leads)) == (one, "Ops lead", 1)
    until(qtbot, desk.window.actions_by_id["edit.undo"].isEnabled)
    desk.window.undo()
    until(qtbot, lambda: not page.merged.buttons and page.list.model_.items and desk.jobs.is_idle)
    with open_workspace(url) as door:
        assert door.read(contacts.detail, other).id == other

    desk.window.actions_by_id["duplicates.merge"].trigger()
    until(qtbot, lambda: page.merged.buttons)
    desk.window.open_record("contact", other)  # the old number leads to the one that is left
    pane = desk.window.contacts.details
    until(qtbot, lambda: pane.contact_id == one and pane.merged.buttons)
    desk.window.go_to("duplicates")
    qtbot.mouseClick(page.merged_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: page.merged.isVisible() and desk.jobs.is_idle)
    qtbot.mouseClick(page.merged.buttons[0], Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not page.merged.buttons)
    with open_workspace(url) as door:
        assert door.read(contacts.detail, one).values["job_title"] == "Head"
        assert [lead.name for lead in door.read(contacts.detail, other).leads] == ["Spare parts 0"]


def test_the_pane_of_a_contact_takes_it_apart(open_desk: Open, url: str, qtbot: QtBot) -> None:
    ((one, other),) = twice(url)
    with open_workspace(url) as door:
        door.write(merging.merge, one, other)
    desk = open_desk(url)
    desk.window.open_record("contact", one)
    pane = desk.window.contacts.details
    until(qtbot, lambda: pane.merged.buttons)
    qtbot.mouseClick(pane.merged.buttons[0], Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not pane.merged.buttons)
    with open_workspace(url) as door:
        assert door.read(contacts.detail, other).id == other


def test_a_pair_kept_separate_is_suspected_no_more(open_desk: Open, url: str, qtbot: QtBot) -> None:
    twice(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.view.apart_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: not page.list.model_.rows and page.nothing.isVisible())
    desk.window.undo()
    until(qtbot, lambda: page.list.model_.items)


def test_the_certain_are_merged_at_once_after_a_look(open_desk: Open, url: str, qtbot: QtBot) -> None:
    pairs = twice(url, 3)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    assert [pair.grade for pair in page.list.model_.items] == ["certain"] * 3
    assert page.all_button.text() == "Merge all 3 certain…"
    qtbot.mouseClick(page.all_button, Qt.MouseButton.LeftButton)
    page.bulk.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert page.bulk.button.text() == "Merge 2 pairs"
    qtbot.mouseClick(page.bulk.button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: len(page.merged.buttons) == 2 and len(page.list.model_.items) == 1)
    desk.window.undo()
    until(qtbot, lambda: len(page.list.model_.items) == 3)
    with open_workspace(url) as door:
        assert all(door.read(contacts.detail, other).id == other for _, other in pairs)


def test_a_colleague_who_is_quicker_is_not_overwritten(open_desk: Open, url: str, qtbot: QtBot) -> None:
    ((one, other),) = twice(url)
    desk = open_desk(url)
    page = opened(desk, qtbot)
    page.view.card.take_all(1)
    assert page.view.card.values()["job_title"] == "Ops lead"
    with open_workspace(url) as door:
        door.write(contacts.edit, one, {"city": "York"})
        page.merge()
        until(qtbot, lambda: page.view.card.sides and page.view.card.sides[0].values.get("city") == "York")
        assert door.read(contacts.detail, other).id == other
    assert page.view.card.values()["job_title"] == "Ops lead"  # what was chosen stays
    until(qtbot, lambda: desk.jobs.is_idle and page.view.merge_button.isEnabled())
    page.merge()
    until(qtbot, lambda: page.merged.buttons)


def test_what_is_not_compared_yet_is_compared_by_the_way(open_desk: Open, url: str, qtbot: QtBot) -> None:
    twice(url)
    desk = open_desk(url)
    page = desk.window.duplicates
    assert page.button.text() == "Duplicates"
    page.comparer._later.setInterval(50)
    with open_workspace(url) as door:
        door.write(contacts.create, {"first_name": "Ida"})
    until(qtbot, lambda: page.button.text() == "Duplicates (1)")
    assert not page.isVisible()
