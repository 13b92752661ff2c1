"""What was edited in the fields of the agreement's draft is taken back by the window's own keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from tests.helpers.parties import parties
from tests.ui.conftest import Open
from tests.ui.test_agreement import as_text, clauses, line, queries, seat
from ui.agreement.agreement_page import AgreementPage

_CONTROL = Qt.KeyboardModifier.ControlModifier


def number(page: AgreementPage, key: str) -> QSpinBox:
    assert page.pane is not None
    box = page.pane.boxes[key]
    assert isinstance(box, QSpinBox)
    return box


def test_a_number_is_taken_back_and_done_again_in_its_field(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with parties(url) as both:
        _, page = seat(open_desk, both, "marketing", qtbot)

        def points() -> int | None:
            return None if page.paper is None else page.paper.terms.mql_points

        was = points()
        assert was not in {None, 61}
        box = number(page, "mql_points")
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, "61")
        qtbot.keyClick(box, Qt.Key.Key_Z, _CONTROL)  # what is only typed is the field's own
        assert points() == was
        box = number(page, "mql_points")
        box.selectAll()
        qtbot.keyClicks(box, "61")
        qtbot.keyClick(box, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: points() == 61, timeout=15_000)
        qtbot.waitUntil(lambda: number(page, "mql_points").hasFocus(), timeout=15_000)
        qtbot.keyClick(number(page, "mql_points"), Qt.Key.Key_Z, _CONTROL)
        qtbot.waitUntil(lambda: points() == was, timeout=15_000)
        qtbot.waitUntil(lambda: number(page, "mql_points").value() == was, timeout=15_000)
        qtbot.keyClick(number(page, "mql_points"), Qt.Key.Key_Z, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
        qtbot.waitUntil(lambda: points() == 61, timeout=15_000)


def test_a_text_is_taken_back_in_its_line(open_desk: Open, file_url: str, qtbot: QtBot) -> None:
    with parties(file_url) as both:
        _, page = seat(open_desk, both, "marketing", qtbot)
        as_text(page, qtbot)
        was = clauses(both)["source"].query
        found = line(page, "source.query")
        found.setFocus()
        found.selectAll()
        qtbot.keyClicks(found, "source:web")
        qtbot.keyClick(found, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: clauses(both)["source"].query == "source:web", timeout=15_000)
        qtbot.waitUntil(lambda: "source:web" in queries(page), timeout=15_000)
        line(page, "source.query").setFocus()
        qtbot.keyClick(line(page, "source.query"), Qt.Key.Key_Z, _CONTROL)
        qtbot.waitUntil(lambda: clauses(both)["source"].query == was, timeout=15_000)
