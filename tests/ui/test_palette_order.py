"""What the palette puts first: what a word begins with, and a place for each kind."""

from pytestqt.qtbot import QtBot

from app import contacts
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui import actions
from ui.help.keys import KeysDialog
from ui.palette import Item, at_word


def test_a_word_begins_so() -> None:
    assert at_word("Ana Núñez", "nu")
    assert at_word("jean-luc", "LUC")
    assert not at_word("import@board.example", "oard")
    assert not at_word("Ana", "")


def titles(items: object) -> list[str]:
    assert isinstance(items, list)
    return [item.title for item in items if isinstance(item, Item)]


def test_letters_in_an_address_do_not_push_commands_out_of_sight(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        for number in range(8):
            mail = f"p{number}@the-goals.example"
            workspace.write(contacts.create, {"name": f"Person {number}", "emails": [mail]})
    window = open_desk(file_url).window
    window.actions_by_id["go.find"].trigger()
    palette = window.palette_
    qtbot.keyClicks(palette.field, "goals")
    qtbot.waitUntil(lambda: "Contacts" in titles(palette.lines.items), timeout=10_000)
    found = titles(palette.lines.items)
    assert found.index("Commands") < found.index("Contacts")
    assert found[1] == "Goals"
    rows = [palette.list.visualRect(palette.lines.index(row, 0)) for row in range(len(found))]
    assert all(palette.list.viewport().rect().contains(rect) for rect in rows)


def test_a_name_that_begins_so_comes_before_commands(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(contacts.create, {"name": "Gordon Goals"})
    window = open_desk(file_url).window
    window.actions_by_id["go.find"].trigger()
    palette = window.palette_
    qtbot.keyClicks(palette.field, "goals")
    qtbot.waitUntil(lambda: "Contacts" in titles(palette.lines.items), timeout=10_000)
    assert titles(palette.lines.items)[0] == "Contacts"
    assert "Commands" in titles(palette.lines.items)


def test_the_sheet_of_keys_says_on_which_page(open_desk: Open, file_url: str) -> None:
    window = open_desk(file_url).window

    dialog = KeysDialog(actions.menus(), window.table, window)
    seen: dict[str, list[str]] = {}
    for one in window.table:
        for key in one.keys:
            seen.setdefault(key, []).append(dialog._told(one, window.table))
    dialog.deleteLater()
    for key, told in seen.items():
        assert len(told) == len(set(told)), (key, told)
