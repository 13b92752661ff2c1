"""The bar over a list: chips that write the query, values that are in use, and what it says of a wrong word."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app import choices, contacts
from app.query import QueryError
from app.workspace import Workspace
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.theme import Theme
from ui.widgets.choices import Choices
from ui.widgets.filter_bar import FilterBar, Order
from ui.words import Words


@pytest.fixture
def bar(jobs: Jobs, workspace: Workspace, theme: Theme, qtbot: QtBot) -> Iterator[FilterBar]:
    context = workspace.context()
    around = Surroundings(context, Words("en", context.zone, context.info.currency), workspace.clock)
    made = FilterBar(jobs, theme, around, "contact", "Filter contacts")
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show()
    yield made
    made.stop()


def said(bar: FilterBar) -> list[str]:
    return [chip.label.accessibleName() for chip in bar.chips]


def heard(bar: FilterBar) -> list[str]:
    found: list[str] = []
    bar.asked.connect(found.append)
    return found


def opened(bar: FilterBar, qtbot: QtBot, place: int) -> Choices:
    qtbot.mouseClick(bar.chips[place].label, Qt.MouseButton.LeftButton)
    window: Choices = bar.findChildren(Choices)[-1]
    qtbot.waitUntil(lambda: window.list.isVisible() or bool(window.note.text() != "Looking…"), timeout=15_000)
    return window


def click(window: Choices, qtbot: QtBot, text: str) -> None:
    (item,) = window.list.findItems(text, Qt.MatchFlag.MatchExactly)
    at = window.list.visualItemRect(item).center()
    qtbot.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_chips_say_what_is_typed_and_are_taken_away(bar: FilterBar, qtbot: QtBot) -> None:
    asked = heard(bar)
    assert said(bar) == ["Owner: anyone", "Stage: any", "Tag", "Filter"]
    qtbot.keyClicks(bar.field, "ann state:open city:Rome,Paris,Oslo -score>=40")
    qtbot.waitUntil(lambda: len(bar.chips) == 6, timeout=15_000)
    assert said(bar) == ["Owner: anyone", "Stage: Open", "City: Rome, Paris +1", "− Score ≥ 40", "Tag", "Filter"]
    cross = bar.chips[2].cross
    assert cross is not None
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert asked[-1] == "ann state:open -score>=40"
    qtbot.waitUntil(lambda: len(bar.chips) == 5, timeout=15_000)
    bar.chips[1].label.setFocus()
    qtbot.keyClick(bar.chips[1].label, Qt.Key.Key_Delete)
    assert asked[-1] == bar.query == "ann -score>=40"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: asked[-1] == "", timeout=5_000)
    qtbot.waitUntil(lambda: said(bar) == ["Owner: anyone", "Stage: any", "Tag", "Filter"], timeout=5_000)


def test_values_in_use_are_ticked_and_write_the_query(bar: FilterBar, workspace: Workspace, qtbot: QtBot) -> None:
    for tags in (["VIP", "press"], ["vip"], ["Big fish"]):
        workspace.write(contacts.create, {"first_name": "Ann", "tags": tags})
    asked = heard(bar)
    window = opened(bar, qtbot, 2)
    assert [window.list.item(row).text() for row in range(window.list.count())] == ["Big fish", "press", "vip"]
    click(window, qtbot, "Big fish")
    click(window, qtbot, "press")
    assert asked[-1] == 'tag:"Big fish",press'
    qtbot.waitUntil(lambda: "Tag: Big fish, press" in said(bar), timeout=5_000)
    click(window, qtbot, "Big fish")
    qtbot.waitUntil(lambda: "Tag: press" in said(bar), timeout=5_000)
    window.close()
    window = opened(bar, qtbot, 1)
    click(window, qtbot, "Open")
    assert asked[-1] == "tag:press state:open"


def test_a_value_is_found_by_typing_and_taken_by_return(bar: FilterBar, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.write(contacts.create, {"first_name": "Ann", "city": "Köln"})
    asked = heard(bar)
    window = opened(bar, qtbot, 0)
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    click(window, qtbot, "Nobody")
    assert asked[-1] == "owner:none"
    window.close()
    qtbot.waitUntil(lambda: "Owner: Nobody" in said(bar), timeout=5_000)
    bar._open(bar.chips[-1], bar._fields["city"])
    window = bar.findChildren(Choices)[-1]
    qtbot.waitUntil(window.line.isVisible, timeout=5_000)
    qtbot.keyClicks(window.line, "koln")
    qtbot.keyClick(window.line, Qt.Key.Key_Return)
    assert asked[-1] == "owner:none city:Köln"


def test_a_wrong_word_is_marked_and_chips_rest(bar: FilterBar, qtbot: QtBot) -> None:
    bar.complain(QueryError("There is no field “citty”", 0, 5))
    assert bar.problem.isVisible()
    bar.complain(None)
    assert not bar.problem.isVisible()
    bar.field.setText('"never closed')
    qtbot.waitUntil(lambda: not bar.chips[0].isEnabled(), timeout=5_000)
    assert bar.query == '"never closed'
    bar.field.setText("closed")
    qtbot.waitUntil(lambda: all(chip.isEnabled() for chip in bar.chips), timeout=5_000)


@pytest.mark.parametrize(
    "nasty", ["x" * 50_000, "<b>&amp;</b>", "\u202eabc \ud800", "tag:" + "y" * 900, "((((", "\t\0"]
)
def test_nothing_pasted_breaks_it(bar: FilterBar, qtbot: QtBot, nasty: str) -> None:
    width = bar.width()
    bar.field.setText(nasty)
    qtbot.wait(300)
    assert bar.width() == width
    assert all(chip.width() < 400 for chip in bar.chips)
    bar.field.clear()
    qtbot.waitUntil(lambda: bar.chips[0].isEnabled() and len(bar.chips) == 4, timeout=15_000)


def test_the_order_is_chosen_and_turned_round(bar: FilterBar, qtbot: QtBot) -> None:
    chosen: list[str] = []
    bar.sorted.connect(chosen.append)
    bar.offer_orders([Order("name", "Name"), Order("-created", "Created")], "name")
    button: Any = bar.findChild(QPushButton, "quiet")
    assert button.text() == " Name"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    actions = {one.text(): one for one in bar._sort_menu.actions()}
    actions["Created"].trigger()
    bar._sort_menu.close()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    {one.text(): one for one in bar._sort_menu.actions()}["The other way round"].trigger()
    bar._sort_menu.close()
    assert chosen == ["-created", "created"]


def test_chips_stay_as_they_are_while_they_say_the_same(bar: FilterBar, qtbot: QtBot) -> None:
    """To make them anew takes longer than to paint the list that somebody types or clicks a head for."""
    chips = list(bar.chips)
    bar.offer_orders([Order("name", "Name"), Order("-created", "Created")], "-created")
    assert bar.chips == chips
    qtbot.keyClicks(bar.field, "ann")
    qtbot.waitUntil(lambda: bar._query is not None, timeout=15_000)
    assert bar.chips == chips
    qtbot.keyClicks(bar.field, " tag:vip")
    qtbot.waitUntil(lambda: "Tag: vip" in said(bar), timeout=15_000)
    chips = list(bar.chips)
    qtbot.keyClick(bar.field, Qt.Key.Key_Home)
    qtbot.keyClicks(bar.field, "an ")
    qtbot.waitUntil(lambda: bar.chips != chips, timeout=15_000)  # the clause stands elsewhere now
    cross = next(chip.cross for chip in bar.chips if chip.cross is not None)
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert bar.query == "an ann"


def test_values_of_texts_and_lists(workspace: Workspace) -> None:
    for city in ("Rome", "Rome", "Oslo", None):
        workspace.write(contacts.create, {"first_name": "Ann", "city": city})
    assert workspace.read(choices.values, "contact", "city") == ["Rome", "Oslo"]
    assert workspace.read(choices.values, "contact", "tag") == []
    with pytest.raises(QueryError):
        workspace.read(choices.values, "contact", "citty")


def test_a_list_that_was_closed_before_its_values_came_is_left_alone(bar: FilterBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar.chips[2].label, Qt.MouseButton.LeftButton)
    window: Choices = bar.findChildren(Choices)[-1]
    window.close()
    qtbot.waitUntil(lambda: bar.findChildren(Choices) == [], timeout=5_000)
    qtbot.wait(300)
    assert bar.findChildren(Choices) == []
