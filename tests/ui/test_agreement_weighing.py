"""What a draft would do, as the page shows it: scores, the effect of each change, and one lead checked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.agreement import drafts
from tests.app.test_leads import new_lead
from tests.helpers.parties import Parties, clause, draft_of, parties
from tests.ui.conftest import Open
from tests.ui.test_agreement import seat


@pytest.fixture
def drafted(url: str) -> Iterator[Parties]:
    """Version 1 asks for a source; the draft for web alone and 30 points, which a value is worth."""
    with parties(url) as both:
        both.agree({"mql_points": 10}, clause("has:source"), clause("has:name", points=20))
        both.marketing.write(drafts.begin)
        terms = {"mql_points": 30}
        new = [clause("source:web"), clause("has:name", points=20), clause("value>=100", points=20)]
        both.marketing.write(drafts.rewrite, draft_of(both.marketing), terms, {"clause": new})
        new_lead(both.marketing, "Ida Web", source="web", value="500")
        new_lead(both.marketing, "Per Web", source="web")
        new_lead(both.marketing, "Eva Event", source="event")
        yield both


def test_scores_and_effects_stand_beside_the_draft(open_desk: Open, drafted: Parties, qtbot: QtBot) -> None:
    _, page = seat(open_desk, drafted, "marketing", qtbot)
    qtbot.waitUntil(lambda: bool(page.pane and page.pane.found.isVisible()), timeout=15_000)
    assert page.pane is not None
    found = page.pane.found
    assert "1 lead meets this today" in found.found.text()
    assert found.apart.text() == "2 fewer than version 1"
    spoken = found.chart.accessibleDescription()
    assert "2 leads meet all that is required; 1 of them have the score needed, 30." in spoken
    assert "Version 1 needs 10." in spoken
    qtbot.waitUntil(lambda: bool(found.chart.spots), timeout=15_000)
    assert any(one.words.endswith(": 1 lead") for one in found.chart.spots)
    qtbot.waitUntil(lambda: all(label.text() for _, label in page.side._costs), timeout=15_000)
    said = {one.key: label.text() for one, label in page.side._costs}
    assert said == {
        "mql_points": "3 leads fewer",
        "has:source": "the same leads",
        "source:web": "1 lead fewer",
        "value>=100": "the same leads",
    }


def test_one_lead_is_checked_by_keys(open_desk: Open, drafted: Parties, qtbot: QtBot) -> None:
    desk, page = seat(open_desk, drafted, "marketing", qtbot)
    desk.window.actions_by_id["agreement.check"].trigger()
    check = page.check
    assert check.lead.hasFocus()
    qtbot.keyClicks(check.lead, "Per Web")
    qtbot.waitUntil(lambda: "Per Web" in check.lead._names.values(), timeout=15_000)
    qtbot.keyClick(check.lead, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: check.tried is not None, timeout=15_000)
    assert (check.verdict.text(), check.score.text()) == ("Not yet", "score 20, needs 30")
    assert not check.lines.isVisible()
    check.why.setFocus()
    qtbot.keyClick(check.why, Qt.Key.Key_Space)
    assert check.lines.isVisible()
    lines = [check.lines.item(row).text() for row in range(check.lines.count())]
    assert lines[0] == "Draft of version 2 · Not yet · score 20, needs 30"
    assert "Source is web: met, required" in lines
    assert "Value is at least 100: not met, 20 points are missing" in lines
    assert "Version 1 · Meets it · score 20, needs 10" in lines


def test_a_name_that_no_lead_has_is_told(open_desk: Open, drafted: Parties, qtbot: QtBot) -> None:
    _, page = seat(open_desk, drafted, "marketing", qtbot)
    check = page.check
    check.lead.setFocus()
    qtbot.keyClicks(check.lead, "Nobody")
    qtbot.keyClick(check.lead, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Nobody" in check.score.text(), timeout=15_000)
    assert check.tried is None
