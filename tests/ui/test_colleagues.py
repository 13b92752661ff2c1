"""Who has a lead open: an avatar on its card and in its pane, for as long as it is in sight there."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app import contacts, leads
from app.workspace import open_workspace
from tests.helpers.workspaces import add_login
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.leads.stage_model import VIEWERS
from ui.widgets.colleagues import Colleagues

SPOKEN = 11
"""Qt's role of what is read aloud."""


@pytest.fixture
def both(open_desk: Open, server_url: str) -> tuple[Desk, Desk]:
    """My window and Eve's, over a lead of Ann's and one of nobody's.

    On a server: in a file two programs hold places of their own, and these are two windows of one.
    """
    with open_workspace(server_url) as workspace:
        ann = workspace.write(contacts.create, {"first_name": "Ann"}).entries[0].id
        workspace.write(leads.create, {"name": "Hers", "contact": ann})
        workspace.write(leads.create, {"name": "Nobody's"})
    mine, theirs = open_desk(server_url), open_desk(add_login(server_url, "Eve"))
    for desk in (mine, theirs):
        desk.window.go_to("board")
    return mine, theirs


def said(desk: Desk, name: str, role: int) -> Any:
    model = desk.window.board.board.stages[0]
    row = next(place for place, card in enumerate(model.cards) if card.name == name)
    return model.index(row).data(role)


def number(desk: Desk, name: str) -> int:
    return next(card.id for card in desk.window.board.board.stages[0].cards if card.name == name)


@pytest.mark.parametrize("name", ["Hers", "Nobody's"])
def test_a_card_that_a_colleague_has_open_shows_their_avatar(both: tuple[Desk, Desk], qtbot: QtBot, name: str) -> None:
    mine, theirs = both
    qtbot.waitUntil(lambda: all(len(one.window.board.board.stages[0].cards) == 2 for one in both), timeout=15_000)
    # Each looked at Ann in the list before: that is forgotten first.
    seen_by = [(one, card) for one in both for card in ("Hers", "Nobody's")]
    qtbot.waitUntil(lambda: all(said(one, card, VIEWERS) == () for one, card in seen_by), timeout=15_000)
    cards = mine.window.board.columns[0].cards.viewport()
    qtbot.wait(50)
    before = cards.grab().toImage()
    theirs.window.board.select(number(theirs, name))
    theirs.window.board.beside.open()
    qtbot.waitUntil(lambda: said(mine, name, VIEWERS) == ("Eve",), timeout=15_000)
    assert said(mine, name, SPOKEN).endswith("Eve has this open")
    other = "Hers" if name == "Nobody's" else "Nobody's"
    assert said(mine, other, VIEWERS) == ()
    assert said(theirs, name, VIEWERS) == ()  # nobody is told of themselves
    assert cards.grab().toImage() != before
    # In the pane of who opens it, too.
    mine.window.board.select(number(mine, name))
    mine.window.board.beside.open()
    seen = mine.window.board.pane.findChildren
    qtbot.waitUntil(lambda: [one.names for one in seen(Colleagues)] == [("Eve",)], timeout=15_000)
    # They look at something else: it is open no more, until they come back.
    theirs.window.go_to("goals")
    qtbot.waitUntil(lambda: said(mine, name, VIEWERS) == (), timeout=15_000)
    theirs.window.go_to("board")
    qtbot.waitUntil(lambda: said(mine, name, VIEWERS) == ("Eve",), timeout=15_000)


def test_what_is_shown_out_of_sight_is_open_nowhere(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        workspace.write(contacts.create, {"first_name": "Ann"})
    desk = open_desk(file_url)
    here = desk.jobs.presence.here
    qtbot.waitUntil(lambda: here.mine is not None, timeout=15_000)  # the first contact, beside its list
    desk.window.go_to("board")
    assert here.mine is None
    details = desk.window.contacts.findChild(Colleagues)
    assert isinstance(details, Colleagues)
    details.follow("contact", 1)  # it was on its way when the page went out of sight
    assert here.mine is None
    desk.window.go_to("contacts")
    assert here.mine is not None
