"""The agreement on the screen: two people edit it, sign it and put it in force, each in a window of their own."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.agreement import drafts, papers
from app.agreement.terms import ClauseTerms
from tests.app.test_leads import new_lead
from tests.helpers.parties import Parties, draft_of, parties
from tests.ui.conftest import Open
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.route_rules import RouteRules
from ui.desk import Desk


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def seat(open_desk: Open, parties_: Parties, who: str, qtbot: QtBot) -> tuple[Desk, AgreementPage]:
    workspace = getattr(parties_, who)
    member = None if workspace.store.stamps else f"{'mia' if who == 'marketing' else 'sol'}@harbor.example"
    desk = open_desk(workspace.url, member)
    desk.window.actions_by_id["go.agreement"].trigger()
    page = desk.window.agreement
    qtbot.waitUntil(lambda: page.pane is not None, timeout=15_000)
    return desk, page


def as_text(page: AgreementPage, qtbot: QtBot) -> None:
    assert page.pane is not None
    assert page.pane.text_button is not None
    qtbot.mouseClick(page.pane.text_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.pane and "new" in page.pane.boxes), timeout=15_000)
    page.take_focus()  # of two windows only one has it, and Return presses the button that has


def clauses(parties_: Parties) -> dict[str, ClauseTerms]:
    number = draft_of(parties_.marketing)
    return {one.key: one for one in parties_.marketing.read(papers.paper, number).terms.clauses}


def line(page: AgreementPage, key: str) -> QLineEdit:
    assert page.pane is not None
    box = page.pane.boxes[key]
    assert isinstance(box, QLineEdit)
    return box


def queries(page: AgreementPage) -> set[str]:
    return set() if page.paper is None else {one.query for one in page.paper.terms.clauses}


def is_in_force(desk: Desk, page: AgreementPage) -> bool:
    shown = page.paper is not None and not page.paper.terms.is_draft
    return shown and desk.window.around.context.agreement is not None


def test_two_windows_edit_sign_and_publish(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    new_lead(both.marketing, "Ida", source="web")
    mia, mias = seat(open_desk, both, "marketing", qtbot)
    sol, sols = seat(open_desk, both, "sales", qtbot)
    for page in (mias, sols):
        as_text(page, qtbot)
    found = line(mias, "source.query")
    found.setFocus()
    found.selectAll()
    qtbot.keyClicks(found, "source:web")
    qtbot.keyClick(found, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clauses(both)["source"].query == "source:web", timeout=15_000)
    qtbot.waitUntil(lambda: line(sols, "source.query").text() == "source:web", timeout=15_000)
    words = line(sols, "source.label")  # while Sol types, Mia adds: what Sol typed stays
    words.setFocus()
    qtbot.keyClicks(words, "It came by itself")
    new = line(mias, "new")
    new.setFocus()
    qtbot.keyClicks(new, "has:value")
    qtbot.keyClick(new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.query == "has:value" for one in clauses(both).values()), timeout=15_000)
    qtbot.waitUntil(lambda: "has:value" in queries(sols), timeout=15_000)
    assert line(sols, "source.label").text() == "It came by itself"
    qtbot.keyClick(line(sols, "source.label"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clauses(both)["source"].label == "It came by itself", timeout=15_000)
    assert not sols.side.publish.isEnabled()
    qtbot.waitUntil(lambda: line(mias, "source.label").text() == "It came by itself", timeout=15_000)
    qtbot.mouseClick(mias.side.buttons["marketing"], Qt.MouseButton.LeftButton)
    assert "sales" not in mias.side.buttons
    qtbot.waitUntil(
        lambda: "marketing" not in sols.side.buttons and bool(sols.paper and sols.paper.signatures), timeout=15_000
    )
    qtbot.mouseClick(sols.side.buttons["sales"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(sols.side.publish.isEnabled, timeout=15_000)
    qtbot.mouseClick(sols.side.publish, Qt.MouseButton.LeftButton)
    for desk, page in ((mia, mias), (sol, sols)):
        qtbot.waitUntil(partial(is_in_force, desk, page), timeout=15_000)
        assert not line(page, "source.query").isEnabled()
        assert page.draft_button.isVisible()
    qtbot.mouseClick(mias.draft_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(sols.paper and sols.paper.terms.number == 2), timeout=15_000)


def test_leads_are_counted_beside_each_clause(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with parties(file_url) as both:
        for number in range(3):
            new_lead(both.marketing, f"n{number}", source="web" if number else "")
        _, page = seat(open_desk, both, "marketing", qtbot)
        qtbot.waitUntil(lambda: bool(page.pane and page.pane.found.isVisible()), timeout=15_000)
        assert page.pane is not None
        assert page.pane._counts["source"].text() == "2"
        assert "0 leads meet this today" in page.pane.found.found.text()


def test_a_score_that_no_lead_can_reach_is_told_on_the_draft(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    both.marketing.write(drafts.change, draft_of(both.marketing), {"mql_points": 1000})
    _, page = seat(open_desk, both, "marketing", qtbot)
    qtbot.waitUntil(lambda: bool(page.pane and page.pane.found.isVisible()), timeout=15_000)
    assert page.pane is not None
    assert "No lead can meet this: 1,000 points are needed" in page.pane.found.found.text()


def test_a_change_after_a_signature_asks_for_new_ones(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with parties(file_url) as both:
        _, page = seat(open_desk, both, "marketing", qtbot)
        qtbot.mouseClick(page.side.buttons["marketing"], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(page.paper and page.paper.signatures), timeout=15_000)
        assert page.pane is not None
        points = page.pane.boxes["mql_points"]
        assert isinstance(points, QSpinBox)
        points.setValue(55)
        qtbot.waitUntil(lambda: bool(page.paper and page.paper.terms.mql_points == 55), timeout=15_000)
        assert page.paper is not None
        assert not page.paper.signatures["marketing"].holds
        assert page.side.buttons["marketing"].text() == "Sign"


def test_a_condition_that_cannot_be_read_is_told_and_stays(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with parties(file_url) as both:
        desk, page = seat(open_desk, both, "marketing", qtbot)
        as_text(page, qtbot)
        new = line(page, "new")
        new.setFocus()
        qtbot.keyClicks(new, "ctiy:Rome")
        qtbot.keyClick(new, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda: "city" in desk.window.toast.words.text() or "city" in desk.window.bar.words.text(), timeout=15_000
        )
        assert line(page, "new").text() == "ctiy:Rome"


@pytest.mark.parametrize("row", range(7))
def test_every_part_is_shown_and_named(open_desk: Open, file_url: str, qtbot: QtBot, row: int) -> None:
    with parties(file_url) as both:
        _, page = seat(open_desk, both, "marketing", qtbot)
        page.parts.setCurrentRow(row)
        assert page.pane is not None
        assert page.pane.boxes
        assert all(box.accessibleName() for box in page.pane.boxes.values())


def test_a_promise_and_a_rule_are_edited(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with parties(file_url) as both:
        _, page = seat(open_desk, both, "marketing", qtbot)
        page.parts.setCurrentRow(5)
        assert page.pane is not None
        share = page.pane.boxes["answers.percent"]
        assert isinstance(share, QSpinBox)
        share.setValue(95)
        qtbot.waitUntil(
            lambda: bool(
                page.paper and any(one.goal_percent == 95 and one.key == "answers" for one in page.paper.terms.promises)
            ),
            timeout=15_000,
        )
        page.parts.setCurrentRow(4)
        hours = page.pane.boxes["answer"]
        assert isinstance(hours, QSpinBox)
        hours.setValue(4)
        qtbot.waitUntil(lambda: bool(page.paper and page.paper.terms.answer_minutes == 240), timeout=15_000)


def test_rules_of_the_route_are_added_changed_and_taken_out_by_keyboard(
    open_desk: Open, both: Parties, qtbot: QtBot
) -> None:
    _, page = seat(open_desk, both, "marketing", qtbot)
    page.parts.setCurrentRow(4)
    rules = page.findChildren(RouteRules)[0]
    new = rules.lines["rule.new"]
    new.setFocus()
    qtbot.keyClicks(new, "source:web")
    rules.new_person.setFocus()
    qtbot.keyClicks(rules.new_person, "Sol")
    new.setFocus()
    qtbot.keyClick(new, Qt.Key.Key_Return)

    def agreed() -> list[tuple[str, str]]:
        names = {number: one.name for number, one in both.sales.context().members.items()}
        terms = both.sales.read(papers.paper, draft_of(both.sales)).terms
        return [(one.query, names[one.member_id]) for one in terms.route_rules]

    qtbot.waitUntil(lambda: agreed() == [("source:web", "Sol")], timeout=15_000)
    qtbot.waitUntil(lambda: "rule.0" in page.findChildren(RouteRules)[-1].lines, timeout=15_000)
    found = line(page, "rule.0")
    found.setFocus()
    found.selectAll()
    qtbot.keyClicks(found, "source:event")
    qtbot.keyClick(found, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: agreed() == [("source:event", "Sol")], timeout=15_000)
    # What cannot be followed is refused, and what was agreed stays.
    found = line(page, "rule.0")
    found.setFocus()
    found.selectAll()
    qtbot.keyClicks(found, "nosuch:thing")
    with qtbot.waitSignal(page.failed, timeout=15_000) as refused:
        qtbot.keyClick(found, Qt.Key.Key_Return)
    assert "nosuch" in str(refused.args[0])
    assert agreed() == [("source:event", "Sol")]
    qtbot.waitUntil(lambda: line(page, "rule.0").text() == "source:event", timeout=15_000)
    last = page.findChildren(RouteRules)[-1].bins[0]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: agreed() == [], timeout=15_000)
