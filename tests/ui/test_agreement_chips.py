"""The clauses of a definition as chips: added, changed, taken away and written as text, by keys and by mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.agreement import drafts
from tests.helpers.parties import Parties, draft_of, parties
from tests.ui.conftest import Open
from tests.ui.test_agreement import as_text, clauses, line, seat
from ui.agreement.agreement_page import AgreementPage
from ui.agreement.condition_form import ConditionForm
from ui.widgets.chip import Chip


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def chip(page: AgreementPage, key: str, place: int = 0) -> Chip:
    assert page.pane is not None
    return page.pane.chips[key].chips[place]


def form(page: AgreementPage) -> ConditionForm:
    found = page.conditioning.form
    assert found is not None
    return found


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_a_condition_is_added_changed_and_taken_away_by_keys(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    _, page = seat(open_desk, both, "marketing", qtbot)
    assert page.pane is not None
    assert page.pane.add_button is not None
    page.pane.add_button.setFocus()
    qtbot.keyClick(page.pane.add_button, Qt.Key.Key_Return)
    made = form(page)
    assert made.field.hasFocus()
    choose(made.field, "country")
    qtbot.keyClick(made.field, Qt.Key.Key_Tab)
    qtbot.keyClick(made.relation, Qt.Key.Key_Tab)
    assert made.value.hasFocus()
    qtbot.keyClicks(made.value, "Spain, United Kingdom")
    qtbot.keyClick(made.value, Qt.Key.Key_Return)
    added = 'country:Spain,"United Kingdom"'
    qtbot.waitUntil(lambda: any(one.query == added for one in clauses(both).values()), timeout=15_000)
    key = next(one.key for one in clauses(both).values() if one.query == added)
    qtbot.waitUntil(lambda: bool(page.pane and key in page.pane.chips), timeout=15_000)
    shown = chip(page, key).label
    assert shown.accessibleName() == "Country is one of Spain or United Kingdom"
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    made = form(page)
    assert made.value.text() == "Spain, United Kingdom"
    made.value.clear()
    qtbot.keyClicks(made.value, "Spain")
    qtbot.keyClick(made.value, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clauses(both)[key].query == "country:Spain", timeout=15_000)
    qtbot.waitUntil(lambda: chip(page, key).label.accessibleName() == "Country is Spain", timeout=15_000)
    chip(page, key).label.setFocus()
    qtbot.keyClick(chip(page, key).label, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: key not in clauses(both), timeout=15_000)


def test_a_second_condition_joins_a_clause_and_goes_by_its_cross(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    _, page = seat(open_desk, both, "marketing", qtbot)
    assert page.pane is not None
    more = page.pane.chips["source"].add
    assert more is not None
    qtbot.mouseClick(more.label, Qt.MouseButton.LeftButton)
    made = form(page)
    choose(made.field, "value")
    choose(made.relation, "at_least")
    qtbot.keyClicks(made.value, "10k")
    qtbot.mouseClick(made.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: clauses(both)["source"].query == "has:source value>=10k", timeout=15_000)
    qtbot.waitUntil(lambda: bool(page.pane and len(page.pane.chips["source"].chips) == 2), timeout=15_000)
    cross = chip(page, "source", 0).cross
    assert cross is not None
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: clauses(both)["source"].query == "value>=10k", timeout=15_000)


def test_what_cannot_be_followed_is_said_in_the_form_and_changes_nothing(
    open_desk: Open, file_url: str, qtbot: QtBot
) -> None:
    with parties(file_url) as both:
        _, page = seat(open_desk, both, "marketing", qtbot)
        before = clauses(both)["source"].query
        qtbot.mouseClick(chip(page, "source").label, Qt.MouseButton.LeftButton)
        made = form(page)
        choose(made.relation, "at_least")
        qtbot.keyClicks(made.value, "web")
        qtbot.keyClick(made.value, Qt.Key.Key_Return)
        assert "order" in made.problem.text()
        assert page.conditioning.form is made
        qtbot.keyClick(made.value, Qt.Key.Key_Escape)
        assert page.conditioning.form is None
        assert chip(page, "source").label.hasFocus()
        assert clauses(both)["source"].query == before


def test_what_is_no_single_condition_leads_to_its_text(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with parties(file_url) as both:
        number = draft_of(both.marketing)
        both.marketing.write(drafts.edit, "clause", clauses(both)["source"].id, {"query": "source:web or source:event"})
        assert number
        _, page = seat(open_desk, both, "marketing", qtbot)
        shown = chip(page, "source")
        assert shown.label.accessibleName() == "Source is web or Source is event"
        qtbot.mouseClick(shown.label, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(page.pane and "source.query" in page.pane.boxes), timeout=15_000)
        assert line(page, "source.query").text() == "source:web or source:event"
        qtbot.waitUntil(lambda: line(page, "source.query").hasFocus(), timeout=15_000)
        assert page.pane is not None
        assert page.pane.text_button is not None
        qtbot.mouseClick(page.pane.text_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: bool(page.pane and "source" in page.pane.chips), timeout=15_000)


def test_a_version_in_force_shows_its_chips_and_lets_nobody_change_them(
    open_desk: Open, file_url: str, qtbot: QtBot
) -> None:
    with parties(file_url) as both:
        both.settle(draft_of(both.marketing))
        _, page = seat(open_desk, both, "marketing", qtbot)
        shown = chip(page, "source")
        assert not shown.label.isEnabled()
        assert shown.cross is None
        assert page.pane is not None
        assert page.pane.add_button is not None
        assert not page.pane.add_button.isVisible()
        as_text(page, qtbot)
        assert not line(page, "source.query").isEnabled()
