"""Every item model keeps Qt's rules: their tester stands beside each of them while the window is used.

It goes through all rows whenever anything changes, so the workspace is a small one.
"""

from pytestqt.qtbot import QtBot

from app import companies, contacts, leads
from app.workspace import open_workspace
from tests.helpers import models
from tests.ui.conftest import Open

FEW = 12


def test_every_model_of_the_window_keeps_the_rules(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with open_workspace(file_url) as workspace:
        for number in range(FEW):
            company = workspace.write(companies.create, {"name": f"Company {number}"}).entries[0].id
            values = {"first_name": "N", "last_name": f"{number:02}", "company": company}
            made = workspace.write(contacts.create, values).entries[0].id
            workspace.write(leads.create, {"name": f"N {number:02}", "contact": made, "value": "100"})
    with models.tested() as seen:
        desk = open_desk(file_url)
        window = desk.window
        for place in window._pages:
            window.go_to(place)
            qtbot.wait(150)
        window.show_list("contact", "05")
        qtbot.waitUntil(lambda: window.contacts.model.rowCount() == 1, timeout=10_000)
        window.show_list("contact", "")
        qtbot.waitUntil(lambda: window.contacts.model.rowCount() == FEW, timeout=10_000)
        first = window.contacts.model.id_at(0)
        desk.jobs.write(contacts.edit, first, {"last_name": "99"})
        qtbot.waitUntil(lambda: window.contacts.model.id_at(FEW - 1) == first, timeout=10_000)
        desk.jobs.write(contacts.remove, first)
        qtbot.waitUntil(lambda: window.contacts.model.rowCount() == FEW - 1, timeout=10_000)
        window.undo()
        qtbot.waitUntil(lambda: window.contacts.model.rowCount() == FEW, timeout=10_000)
        window.go_to("board")
        stage = window.board.board.stages[0]
        window.board.select(stage.cards[0].id)
        window.board.move_sideways(1)
        qtbot.waitUntil(lambda: stage.count == FEW - 1, timeout=10_000)
        window.undo()
        qtbot.waitUntil(lambda: stage.count == FEW, timeout=10_000)
        window.actions_by_id["go.find"].trigger()
        qtbot.keyClicks(window.palette_.field, "N 0")
        qtbot.wait(600)
        assert seen == set(models.classes())
