"""The agreement asks in the drop for what is missing; it is filled in there, or the card goes back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app import contacts, leads
from app.agreement import drafts
from tests.app.test_leads import new_lead, stage
from tests.helpers.parties import Parties, clause, draft_of, parties
from tests.ui.conftest import Open
from ui.leads.gate import GateForm
from ui.main import Desk


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def names(desk: Desk, name: str) -> list[str]:
    return next([card.name for card in one.cards] for one in desk.window.board.board.stages if one.stage.name == name)


def drop(desk: Desk, qtbot: QtBot, lead: int, stage_id: int) -> GateForm:
    board = desk.window.board
    qtbot.waitUntil(lambda: board.board.card(lead) is not None, timeout=15_000)
    board.board.drop([lead], stage_id, None)
    qtbot.waitUntil(lambda: board.moves.asking.gate is not None, timeout=15_000)
    assert board.moves.asking.gate is not None
    return board.moves.asking.gate


def seat(open_desk: Open, parties_: Parties, who: str) -> Desk:
    workspace = getattr(parties_, who)
    member = None if workspace.store.stamps else f"{'mia' if who == 'marketing' else 'sol'}@harbor.example"
    desk = open_desk(workspace.url, member)
    desk.window.go_to("board")
    return desk


def test_what_is_missing_is_filled_in_and_the_card_lands(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    ida = both.marketing.write(contacts.create, {"first_name": "Ida"}).entries[0].id
    lead = new_lead(both.marketing, "Ida", contact=ida)
    both.agree({}, clause("has:phone"), clause("has:value"))
    desk = seat(open_desk, both, "marketing")
    form = drop(desk, qtbot, lead, stage(both.marketing, "Qualified"))
    assert set(form.lines) == {("contact", "phones"), ("lead", "value")}
    assert not form.move_button.isEnabled()
    assert names(desk, "New") == ["Ida"]
    first = form.lines["contact", "phones"]
    assert isinstance(first, QLineEdit)
    qtbot.waitUntil(first.hasFocus, timeout=5_000)
    qtbot.keyClicks(first, "+34 600")
    qtbot.keyClick(form, Qt.Key.Key_Escape)  # what was typed is kept for the next time
    assert desk.window.board.moves.asking.gate is None
    assert names(desk, "New") == ["Ida"]
    form = drop(desk, qtbot, lead, stage(both.marketing, "Qualified"))
    first, second = form.lines["contact", "phones"], form.lines["lead", "value"]
    assert isinstance(first, QLineEdit)
    assert isinstance(second, QLineEdit)
    assert first.text() == "+34 600"
    qtbot.keyClicks(second, "1200")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(desk, "Qualified") == ["Ida"], timeout=15_000)
    qtbot.waitUntil(lambda: both.sales.read(contacts.detail, ida).values["phones"] == ["+34 600"], timeout=15_000)
    desk.window.undo()
    qtbot.waitUntil(lambda: names(desk, "New") == ["Ida"], timeout=15_000)
    assert both.sales.read(contacts.detail, ida).values["phones"] == []


def test_a_clause_that_was_signed_a_moment_ago_asks_in_both_windows(
    open_desk: Open, both: Parties, qtbot: QtBot
) -> None:
    ana, bea, cid = (new_lead(both.marketing, name, source="web") for name in ("Ana", "Bea", "Cid"))
    first = both.agree({}, clause("has:source"))
    qualified = stage(both.marketing, "Qualified")
    mia, sol = seat(open_desk, both, "marketing"), seat(open_desk, both, "sales")
    qtbot.waitUntil(lambda: mia.window.board.board.card(ana) is not None, timeout=15_000)
    mia.window.board.board.drop([ana], qualified, None)
    qtbot.waitUntil(lambda: names(sol, "Qualified") == ["Ana"], timeout=15_000)
    both.marketing.write(drafts.begin)
    draft = draft_of(both.marketing)
    both.marketing.write(drafts.add, draft, "clause", clause("value>=1000"))
    both.settle(draft)
    form = drop(mia, qtbot, bea, qualified)
    assert list(form.lines) == [("lead", "value")]
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert names(mia, "Qualified") == ["Ana"]
    form = drop(sol, qtbot, cid, stage(both.sales, "Accepted"))
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    with both.sales.reading() as session:
        kept = session.connection().exec_driver_sql(
            f"SELECT agreement_id FROM stays WHERE lead_id = {ana} ORDER BY id DESC"
        )
        assert kept.scalars().first() == first
    assert names(sol, "Qualified") == ["Ana"]


def test_a_lead_of_a_team_lets_one_in_with_a_reason(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    lead = new_lead(both.marketing, "Ida")
    both.agree({}, clause("has:value"))
    desk = seat(open_desk, both, "marketing")
    form = drop(desk, qtbot, lead, stage(both.marketing, "Qualified"))
    form.override.setFocus()
    qtbot.keyClicks(form.override, "They called us")
    qtbot.mouseClick(form.move_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(desk, "Qualified") == ["Ida"], timeout=15_000)
    qtbot.waitUntil(
        lambda: both.sales.read(leads.behind, lead).lead.stage_id == stage(both.sales, "Qualified"), timeout=15_000
    )
