"""The tabs of the agreement: one row over two pages, its history with what versions say otherwise, and its paper."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.agreement import contract, drafts
from app.agreement.papers import Paper
from tests.helpers.parties import clause, draft_of, parties
from tests.ui.conftest import Open
from tests.ui.test_agreement import seat
from ui.agreement.tabs import TABS
from ui.printing.preview import PrintPreview


def test_one_row_of_tabs_leads_over_both_pages(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with parties(url) as both:
        both.agree({}, clause("has:source"))
        desk, page = seat(open_desk, both, "marketing", qtbot)
        window = desk.window
        page.tabs.setFocus()
        for name, place in (("promises", "promises"), ("votes", "promises"), ("costs", "promises")):
            here = page.tabs if window.place == "agreement" else window.promises.tabs
            qtbot.keyClick(here, Qt.Key.Key_Right)
            assert (window.place, window.promises.tab) == (place, name)
            assert window.promises.heading.title.text() == window.promises.tabs.title(name)
            window.promises.tabs.setFocus()
        assert page.tabs.tab == "agreement"  # where it is come back to
        qtbot.keyClick(window.promises.tabs, Qt.Key.Key_Right)
        assert (window.place, page.tabs.tab) == ("agreement", "history")
        assert [page.tabs.tabText(place) for place in range(len(TABS))][-1] == "History"
        window.actions_by_id["promises.ledger"].trigger()
        window.actions_by_id["go.agreement"].trigger()
        assert page.tabs.tab == "history"  # as it was left
        qtbot.keyClick(page.tabs, Qt.Key.Key_Left)
        for _ in range(3):
            assert window.place == "promises"
            qtbot.keyClick(window.promises.tabs, Qt.Key.Key_Left)
        assert (window.place, page.tabs.tab) == ("agreement", "agreement")
        window.actions_by_id["promises.votes"].trigger()
        assert (window.place, window.promises.tab) == ("promises", "votes")


def test_the_history_names_signers_and_compares_any_two(open_desk: Open, url: str, qtbot: QtBot) -> None:
    with parties(url) as both:
        first = both.agree({"mql_points": 30}, clause("has:source"), clause("has:value", points=40))
        both.agree({"mql_points": 60}, clause("has:source"), clause("has:phone", points=60))
        both.marketing.write(drafts.begin)
        both.marketing.write(drafts.change, draft_of(both.marketing), {"answer_minutes": 60})
        desk, page = seat(open_desk, both, "sales", qtbot)
        desk.window.actions_by_id["agreement.history"].trigger()
        pane = page.history
        qtbot.waitUntil(lambda: len(pane.versions) == 3 and bool(pane.changes), timeout=15_000)
        said = [line.text() for line in pane.lines]
        assert any("Working hours to answer" in one for one in said)  # the draft beside the version in force
        pane.earlier.setCurrentIndex(pane.earlier.findData(first))
        pane.earlier.activated.emit(pane.earlier.currentIndex())
        qtbot.waitUntil(lambda: any("30 → 60" in one.text() for one in pane.lines), timeout=15_000)
        said = [line.text() for line in pane.lines]
        assert any(one.startswith("Value is known") and "gone" in one for one in said)
        assert any(one.startswith("Phone is known") and "new, +60" in one for one in said)
        assert {one.version.published_at is None: len(one.signatures) for one in pane.versions} == {True: 0, False: 2}
        look, _ = pane.buttons[first]
        qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: shown(page.paper) == first, timeout=15_000)
        assert page.tabs.tab == "agreement"


def shown(paper: Paper | None) -> int:
    return 0 if paper is None else paper.terms.id


def test_the_contract_is_printed_from_the_page_and_from_the_history(
    open_desk: Open, file_url: str, qtbot: QtBot
) -> None:
    with parties(file_url) as both:
        number = both.agree({}, clause("has:source"))
        desk, page = seat(open_desk, both, "sales", qtbot)
        desk.window.actions_by_id["agreement.print"].trigger()
        preview = next(one for one in desk.window.findChildren(PrintPreview) if one.isVisible())
        qtbot.waitUntil(lambda: bool(preview.pdf), timeout=15_000)
        paper = preview.paper.currentData()
        assert preview.pdf == both.marketing.read(contract.printed, number, paper=paper)
        preview.language.setCurrentIndex(preview.language.findData("es"))
        qtbot.waitUntil(
            lambda: preview.pdf == both.marketing.read(contract.printed, number, paper=paper, language="es"),
            timeout=15_000,
        )
        preview.close()
        page.show_tab("history")
        qtbot.waitUntil(lambda: number in page.history.buttons, timeout=15_000)
        qtbot.mouseClick(page.history.buttons[number][1], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda: any(one.isVisible() and one.pdf for one in desk.window.findChildren(PrintPreview)), timeout=15_000
        )
        next(one for one in desk.window.findChildren(PrintPreview) if one.isVisible()).close()
