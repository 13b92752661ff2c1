"""What people do in a day, with real mouse and keyboard events, at two windows at once, over a file and over a server.

Told three times: by mouse and keys as they come, by keys alone, and by clicks alone (words are typed, nothing else).
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

GUESTS = 50
AMELIA = {"first_name": "Amelia", "last_name": "Okafor", "emails": ["amelia@labs.example"]}

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

Two = tuple[Person, Person]


@pytest.fixture
def people(url: str, tmp_path: Path) -> Iterator[Two]:
    """Ada and Eve, each before a window over one workspace with some people and leads in it."""
    with open_workspace(url) as workspace:
        for more in ({"job_title": "Head"}, {"job_title": "Ops lead", "city": "Leeds"}):
            workspace.write(contacts.create, AMELIA | more)
        for name in ("Cy Young", "Bo Diaz", "Al Green"):  # each on top of the one before
            workspace.write(leads.create, {"name": name, "value": "1000"})
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


@pytest.fixture
def spreadsheet(tmp_path: Path) -> Path:
    """A list of guests, with a column of dates of which none tells day from month."""
    lines = ["First Name;Last Name;Email;Source;Create Date"]
    for number in range(GUESTS):
        day = "03/04/2024" if number % 2 else "05/06/2024"
        lines.append(f"Guest;N{number:02};n{number:02}@fair.example;web;{day}")
    path = tmp_path / "guests.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def see_lost(people: Two) -> None:
    """Wait until both see a card in Lost."""
    for one in people:
        one.sees_stage("Lost", "Bo Diaz")


def see_back(people: Two) -> None:
    """Wait until both see the card where it was."""
    for one in people:
        one.sees_stage("New", "Al Green", "Bo Diaz", "Cy Young")


def test_by_mouse_and_keys_as_they_come(people: Two, spreadsheet: Path) -> None:
    ada, eve = people
    for one in people:
        one.click("Contacts")
    eve.finds("source:web", 0)
    # Import a spreadsheet, and settle what it leaves open.
    ada.click("Import a file", "Button")
    ada.click("Choose a file…", "Button")
    ada.types_into("File name:", str(spreadsheet))
    ada.key("Return")
    ada.sees("05/06/2024: which is the day?")
    ada.shoot("a question")
    ada.click("June 5, 2024", "CheckBox")
    ada.click("See the plan", "Button")
    ada.sees(f"Import {GUESTS} lines", "Button")
    ada.shoot("the plan")
    ada.click(f"Import {GUESTS} lines", "Button")
    ada.sees(f"{GUESTS} new people are in")
    eve.until(lambda: eve.ask("rows") == GUESTS, "for what was imported")
    ada.shoot("imported")
    eve.shoot("sees the imported")
    ada.click("Close", "Button")
    eve.finds("tag:fair", 0)
    # Tag fifty.
    ada.finds("source:web", GUESTS)
    ada.key("Return", "ctrl+Home")
    ada.click("Guest N00", "Cell")
    ada.scrolls("Guest N05", "Guest N49")
    ada.click("Guest N49", "Cell", keys="shift")
    ada.sees(f"{GUESTS} selected")
    ada.click("Add tags", "Button")
    ada.sees(f"Add tags to {GUESTS} contacts")
    ada.types("fair")
    ada.key("Return")
    eve.until(lambda: eve.ask("rows") == GUESTS, "for the fifty")
    ada.shoot("tagged")
    eve.shoot("sees the tagged")
    # Merge a pair, and take it apart again.
    eve.finds("amelia", 2)
    ada.click("Select one row only", "Button")
    ada.click("Duplicates", "Button")
    ada.click("Job title, B: Ops lead", "RadioButton")
    ada.shoot("a pair")
    ada.click("Merge", "Button")
    eve.click("1 left the list: show", "Button")
    eve.until(lambda: eve.ask("rows") == 1, "for one Amelia")
    ada.click("Merged before (1)", "Button")
    ada.shoot("merged")
    ada.click("apart again", "Button")
    eve.click("1 new: show", "Button")
    eve.until(lambda: eve.ask("rows") == 2, "for both Amelias")
    # A card is lost, and comes back.
    for one in people:
        one.key("ctrl+3")
    ada.drags_onto(ada.card("Bo Diaz"), "Lost")
    ada.sees("Why was Bo Diaz lost?")
    ada.shoot("asked why")
    ada.click("Competitor", "ListItem")
    ada.click("Move to Lost", "Button")
    see_lost(people)
    ada.shoot("lost")
    eve.shoot("sees it lost")
    ada.key("ctrl+z")
    see_back(people)


def test_by_keys_alone(people: Two, spreadsheet: Path) -> None:
    ada, eve = people
    for one in people:
        one.key("ctrl+2")
    eve.finds("source:web", 0)
    # Import a spreadsheet, and settle what it leaves open.
    ada.key("ctrl+k")
    ada.types("import")
    ada.sees("Import", "ListItem")
    ada.key("Return")
    ada.tabs_to("Choose a file…")
    ada.key("space")
    ada.types_into("File name:", str(spreadsheet))
    ada.key("Return")
    ada.sees("05/06/2024: which is the day?")
    ada.tabs_to("June 5, 2024")
    ada.key("space")
    ada.tabs_to("See the plan")
    ada.key("space")
    ada.sees(f"Import {GUESTS} lines", "Button")
    ada.tabs_to(f"Import {GUESTS} lines")
    ada.key("space")
    eve.until(lambda: eve.ask("rows") == GUESTS, "for what was imported")
    ada.sees(f"{GUESTS} new people are in")
    ada.key("ctrl+2")
    eve.finds("tag:fair", 0)
    # Tag fifty.
    ada.finds("source:web", GUESTS)
    ada.key("Return", "ctrl+a", "ctrl+t")
    ada.sees(f"Add tags to {GUESTS} contacts")
    ada.types("fair")
    ada.key("Return")
    eve.until(lambda: eve.ask("rows") == GUESTS, "for the fifty")
    # Merge a pair, and take it apart again.
    eve.finds("amelia", 2)
    ada.key("ctrl+k")
    ada.types("duplicates")
    ada.sees("Duplicates", "ListItem")
    ada.key("Return")
    ada.sees("Keep separate", "Button")
    ada.key("ctrl+Return")
    eve.click("1 left the list: show", "Button")
    eve.until(lambda: eve.ask("rows") == 1, "for one Amelia")
    ada.tabs_to("Merged before (1)")
    ada.key("space")
    ada.tabs_to("apart again")
    ada.key("space")
    eve.click("1 new: show", "Button")
    eve.until(lambda: eve.ask("rows") == 2, "for both Amelias")
    # A card is lost, and comes back.
    ada.key("ctrl+3")
    ada.until(lambda: "CardList" in (ada.ask("focus") or [""])[0], "for the cards to have the keys")
    ada.key("Home", "Down")
    ada.until(lambda: ada.ask("chosen") == "Bo Diaz", "for Bo Diaz to be chosen")
    ada.key("ctrl+m")
    ada.types("Lost")
    ada.shoot("where to")
    ada.key("Return")
    ada.sees("Why was Bo Diaz lost?")
    ada.types("Comp")
    ada.key("Return")
    see_lost(people)
    ada.key("ctrl+z")
    see_back(people)


def test_by_clicks_alone(people: Two, spreadsheet: Path) -> None:
    ada, eve = people
    for one in people:
        one.click("Contacts")
    eve.finds("source:web", 0)
    # Import a spreadsheet, and settle what it leaves open.
    ada.click("File", "MenuItem")
    ada.click("Import…", "MenuItem")
    ada.click("Choose a file…", "Button")
    ada.click("File name:", "EditableText")
    ada.types(str(spreadsheet))
    ada.click("Files of type:")  # away with what the field offers
    ada.click("Open", "Button")
    ada.click("June 5, 2024", "CheckBox")
    ada.click("See the plan", "Button")
    ada.click(f"Import {GUESTS} lines", "Button")
    ada.sees(f"{GUESTS} new people are in")
    eve.until(lambda: eve.ask("rows") == GUESTS, "for what was imported")
    ada.click("Close", "Button")
    eve.finds("tag:fair", 0)
    # Tag fifty.
    ada.click("Filter contacts", "EditableText")
    ada.types("source:web")
    ada.until(lambda: ada.ask("rows") == GUESTS, "for the fifty")
    ada.click("Contact", "MenuItem")
    ada.click("Select all", "MenuItem")
    ada.click("Add tags", "Button")
    ada.sees(f"Add tags to {GUESTS} contacts")
    ada.types("fair")
    ada.click_lowest("Add tags", "Button")
    eve.until(lambda: eve.ask("rows") == GUESTS, "for the fifty")
    # Merge a pair, and take it apart again.
    eve.finds("amelia", 2)
    ada.click("Select one row only", "Button")
    ada.click("Duplicates", "Button")
    ada.click("Merge", "Button")
    eve.click("1 left the list: show", "Button")
    eve.until(lambda: eve.ask("rows") == 1, "for one Amelia")
    ada.click("Merged before (1)", "Button")
    ada.click("apart again", "Button")
    eve.click("1 new: show", "Button")
    eve.until(lambda: eve.ask("rows") == 2, "for both Amelias")
    # A card is lost, and comes back.
    ada.click("Board")
    ada.click_at(ada.card("Bo Diaz"), button="3")
    ada.click("Move to", "MenuItem")
    ada.sees("Lost", "MenuItem")
    ada.shoot("menu")
    ada.click("Lost", "MenuItem")
    ada.click("Competitor", "ListItem")
    ada.click("Move to Lost", "Button")
    see_lost(people)
    ada.click("Undo", "Button")
    see_back(people)
