"""What the palette puts first: what a word begins with, and a place for each kind."""

from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import contacts
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui import actions
from ui.help.keys import KeysDialog
from ui.palette import Palette
from ui.ranking import Item, at_word


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


def commands_for(open_palette: Palette, qtbot: QtBot, typed: str) -> list[str]:
    open_palette.field.setText("")
    qtbot.keyClicks(open_palette.field, typed)
    return [item.title for item in open_palette.lines.items if item.run is not None]


def offered(ran: list[str], *titles: str) -> list[Item]:
    return [Item(title, key=title, run=partial(ran.append, title)) for title in titles]


def test_the_command_used_last_goes_first(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    ran: list[str] = []
    desk = open_desk(file_url)
    palette = desk.window.palette_
    palette.begin(offered(ran, "Unsaved", "Save one", "Save two"))
    assert commands_for(palette, qtbot, "save") == ["Save one", "Save two", "Unsaved"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["Save two"]
    palette.begin(offered(ran, "Unsaved", "Save one", "Save two"))
    assert commands_for(palette, qtbot, "") == ["Save two", "Unsaved", "Save one"]
    assert commands_for(palette, qtbot, "save") == ["Save two", "Save one", "Unsaved"]
    palette.end()


def test_a_middle_match_used_last_stays_below_what_begins_so(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    ran: list[str] = []
    palette = open_desk(file_url).window.palette_
    palette.begin(offered(ran, "Unsaved", "Save"))
    commands_for(palette, qtbot, "unsaved")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["Unsaved"]
    palette.begin(offered(ran, "Unsaved", "Save"))
    assert commands_for(palette, qtbot, "save") == ["Save", "Unsaved"]
    palette.end()


def test_what_was_used_is_known_at_the_next_start(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    first = open_desk(file_url).window
    first.actions_by_id["go.find"].trigger()
    commands_for(first.palette_, qtbot, "narrow sidebar")
    qtbot.keyClick(first.palette_.field, Qt.Key.Key_Return)
    first.close()
    second = open_desk(file_url).window
    second.actions_by_id["go.find"].trigger()
    assert commands_for(second.palette_, qtbot, "")[0] == "Narrow sidebar"
    second.palette_.end()


def test_a_page_gone_to_by_its_name_goes_first(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    """Words in the middle of a title come after those at its beginning."""
    palette = open_desk(file_url).window.palette_
    palette.begin(offered([], "Print goals…", "Goals"))
    assert commands_for(palette, qtbot, "goals") == ["Goals", "Print goals…"]
    palette.end()
