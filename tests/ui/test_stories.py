"""What people do in a day, with real mouse and keyboard events, at two windows at once, over a file and over a server.

`TANDEM_STORY_PICTURES=FOLDER` keeps pictures of the screens.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import contacts, leads
from app.administration import add_member
from app.workspace import open_workspace
from tests.helpers.hands import Person
from tests.helpers.workspaces import add_login

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def people(url: str, tmp_path: Path) -> Iterator[tuple[Person, Person]]:
    """Ada and Eve, each before a window over one workspace with some leads on its board."""
    with open_workspace(url) as workspace:
        for name in ("Cy Young", "Bo Diaz", "Al Green"):  # each on top of the one before
            first, last = name.split()
            made = workspace.write(contacts.create, {"first_name": first, "last_name": last})
            workspace.write(leads.create, {"name": name, "contact": made.entries[0].id, "value": "1000"})
        if workspace.store.stamps:
            eve = [add_login(url, "Eve")]
        else:
            add_member(workspace, name="Eve", email="eve@harbor.example", team="sales", role="member")
            eve = [url, "eve@harbor.example"]
    both = Person("ada", tmp_path / "ada", url), Person("eve", tmp_path / "eve", *eve)
    try:
        for one in both:
            one.sees_stage("New", "Al Green", "Bo Diaz", "Cy Young")
        yield both
        for one in both:
            assert one.leaves() == 0
    finally:
        for one in both:
            one.end()


def test_a_card_dragged_to_lost_asks_for_its_reason_and_undo_brings_it_back(people: tuple[Person, Person]) -> None:
    ada, eve = people
    ada.drags_onto(ada.card("Bo Diaz"), "Lost")
    ada.sees("Why was Bo Diaz lost?")
    ada.shoot("asked why")
    ada.click("Competitor", "ListItem")
    ada.click("Move to Lost", "Button")
    for one in people:
        one.sees_stage("Lost", "Bo Diaz")
    ada.shoot("lost")
    eve.shoot("lost")
    ada.key("ctrl+z")
    for one in people:
        one.sees_stage("New", "Al Green", "Bo Diaz", "Cy Young")


def test_a_card_goes_to_lost_and_back_by_keys_alone(people: tuple[Person, Person]) -> None:
    ada, _ = people
    ada.key("ctrl+k")
    ada.types("board")
    ada.sees("Board", "ListItem")
    ada.key("Return")
    ada.until(lambda: "CardList" in (ada.ask("focus") or ["", ""])[0], "for the cards to have the keys")
    ada.key("Home", "Down")
    ada.until(lambda: ada.ask("chosen") == "Bo Diaz", "for Bo Diaz to be chosen")
    ada.key("ctrl+m")
    ada.types("Lost")
    ada.shoot("where to")
    ada.key("Return")
    ada.sees("Why was Bo Diaz lost?")
    ada.types("Comp")
    ada.key("Return")
    for one in people:
        one.sees_stage("Lost", "Bo Diaz")
    ada.shoot("lost")
    ada.key("ctrl+z")
    for one in people:
        one.sees_stage("New", "Al Green", "Bo Diaz", "Cy Young")


def test_a_card_goes_to_lost_and_back_by_clicks_alone(people: tuple[Person, Person]) -> None:
    ada, _ = people
    ada.click_at(ada.card("Bo Diaz"), button="3")
    ada.click("Move to", "MenuItem")
    ada.sees("Lost", "MenuItem")
    ada.shoot("menu")
    ada.click("Lost", "MenuItem")
    ada.click("Competitor", "ListItem")
    ada.click("Move to Lost", "Button")
    for one in people:
        one.sees_stage("Lost", "Bo Diaz")
    ada.click("Undo", "Button")
    for one in people:
        one.sees_stage("New", "Al Green", "Bo Diaz", "Cy Young")
