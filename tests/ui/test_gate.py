"""The agreement asks in the drop for what is missing; it is filled in there, or the card goes back."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app import contacts, leads
from app.agreement import drafts
from app.handoffs import reading
from tests.app.test_leads import new_lead, stage
from tests.helpers.parties import Parties, clause, draft_of, parties
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.leads.gate import GateForm


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
    line = form.lines["lead", "value"]
    qtbot.waitUntil(line.hasFocus, timeout=5_000)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert form.override.hasFocus()
    qtbot.keyClicks(form.override, "They called us")
    qtbot.keyClick(form.override, Qt.Key.Key_Tab)
    assert form.back.hasFocus()
    qtbot.keyClick(form.back, Qt.Key.Key_Tab)
    assert form.move_button.hasFocus()
    qtbot.mouseClick(form.move_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(desk, "Qualified") == ["Ida"], timeout=15_000)
    qtbot.waitUntil(
        lambda: both.sales.read(leads.behind, lead).lead.stage_id == stage(both.sales, "Qualified"), timeout=15_000
    )


def texts(form: GateForm) -> str:
    return "\n".join(one.text() for one in form.findChildren(QLabel))


def test_points_are_asked_for_where_one_field_brings_them(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    ida = both.marketing.write(contacts.create, {"first_name": "Ida"}).entries[0].id
    lead = new_lead(both.marketing, "Ida", contact=ida)
    points = {"has:job_title": 15, "source:event or source:webinar": 20, "-has:campaign has:value has:next_step": 5}
    both.agree({"mql_points": 30}, *(clause(query, points=worth) for query, worth in points.items()))
    desk = seat(open_desk, both, "marketing")
    form = drop(desk, qtbot, lead, stage(both.marketing, "Qualified"))
    assert set(form.lines) == {("contact", "job_title"), ("lead", "source")}
    job, source = form.lines["contact", "job_title"], form.lines["lead", "source"]
    assert isinstance(job, QLineEdit)
    assert isinstance(source, QLineEdit)
    qtbot.waitUntil(job.hasFocus, timeout=5_000)
    qtbot.keyClicks(job, "Head of coffee")
    qtbot.keyClick(job, Qt.Key.Key_Tab)
    assert source.hasFocus()
    qtbot.keyClicks(source, "event")
    qtbot.keyClick(source, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: both.sales.read(contacts.detail, ida).values["job_title"] == "Head of coffee", timeout=15_000
    )
    assert names(desk, "Qualified") == ["Ida"]


def test_a_lead_without_a_contact_is_told_what_to_do(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    lead = new_lead(both.marketing, "Ida")
    both.agree({"mql_points": 30}, clause("has:email or has:phone"), clause("has:job_title", points=30))
    form = drop(seat(open_desk, both, "marketing"), qtbot, lead, stage(both.marketing, "Qualified"))
    assert texts(form).count("This lead has no contact to keep that with. Name its contact first, then move it.") == 1
    assert "cannot be filled in" not in texts(form)
    assert not form.receiver.text()


@pytest.mark.parametrize("route", ["pool", "person"])
def test_a_handoff_says_who_receives_it_and_by_when(open_desk: Open, both: Parties, qtbot: QtBot, route: str) -> None:
    lead = new_lead(both.marketing, "Ida")
    sol = next(one.id for one in both.marketing.context().members.values() if one.name == "Sol")
    both.agree({"route": route, "route_member_id": sol if route == "person" else None}, clause("has:value"))
    desk = seat(open_desk, both, "marketing")
    form = drop(desk, qtbot, lead, stage(both.marketing, "Handed over"))
    pool = "It goes to the pool, and is answered by "
    start = pool if route == "pool" else "Sol receives it, and answers by "
    assert re.fullmatch(rf"{start}.*\d\d:\d\d\.", form.receiver.text())
    assert form.receiver.isVisible()
    line = form.lines["lead", "value"]
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "1200")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(both.sales.read(reading.of_lead, lead)), timeout=15_000)
    sent = both.sales.read(reading.of_lead, lead)[0]
    assert sent.to_member_id == (sol if route == "person" else None)
    assert sent.due_at is not None
