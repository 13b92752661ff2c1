"""A handoff is answered in the window: by keys alone, by clicks alone, by two at once; a rejection is disputed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app import leads
from app.handoffs import answering, reading
from app.handoffs.reading import HandoffRow
from db.models import Stay
from tests.app.test_leads import new_lead
from tests.helpers.parties import Parties, clause, parties
from tests.helpers.spoken import SILENT, walk
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.handoffs.pane import AnswerPane
from ui.leads.gate import GateForm

KEYS = {
    "accepted": Qt.Key.Key_Y,
    "rejected": Qt.Key.Key_R,
    "recycled": Qt.Key.Key_L,
    "rerouted": Qt.Key.Key_T,
}
STAGES = {"accepted": "Accepted", "rejected": "New", "recycled": "New", "rerouted": "Handed over"}
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Seat:
    """A window of one of the two, with a pane of its own beside it."""

    desk: Desk
    pane: AnswerPane
    bot: QtBot

    def settles(self, holds: Callable[[], object]) -> None:
        self.waits(self.bot, holds)

    def waits(self, bot: QtBot, holds: Callable[[], object]) -> None:
        bot.waitUntil(lambda: bool(holds()), timeout=15_000)

    def toast(self) -> str:
        return self.desk.window.toast.words.text()


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def handed(both_: Parties, *names: str) -> list[int]:
    """Hand leads over to Sol, by Mia; return their ids."""
    both_.agree({"mql_points": 40}, clause("has:source"), clause("source:web", points=50, label="Came from the web"))
    made = [new_lead(both_.marketing, name, source="web") for name in names]
    sol = both_.sales.me
    assert sol is not None
    for lead in made:
        both_.marketing.write(answering.send, lead, sol, "They asked twice about the price.")
    return made


def seat(open_desk: Open, qtbot: QtBot, both_: Parties, who: str) -> Seat:
    workspace = getattr(both_, who)
    member = None if workspace.store.stamps else f"{'mia' if who == 'marketing' else 'sol'}@harbor.example"
    desk = open_desk(workspace.url, member)
    desk.window.go_to("handoffs")
    qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=15_000)
    return Seat(desk, desk.window.handoffs.pane, qtbot)


def first(both_: Parties, lead: int) -> HandoffRow:
    return both_.sales.read(reading.of_lead, lead)[-1]


def show(at: Seat, qtbot: QtBot, handoff_id: int) -> None:
    at.desk.window.open_record("handoff", handoff_id)
    at.waits(qtbot, lambda: at.pane.dossier is not None and at.pane.dossier.brief.handoff.id == handoff_id)
    at.desk.window.activateWindow()
    at.pane.take_focus()


def test_a_lead_is_passed_on_to_those_alone_who_may_receive_it(open_desk: Open, qtbot: QtBot, both: Parties) -> None:
    (lead,) = handed(both, "Ann")
    at = seat(open_desk, qtbot, both, "sales")
    show(at, qtbot, first(both, lead).id)
    press(None, KEYS["rerouted"], _BOTH)
    to = at.pane.box.forms["rerouted"].to
    offered = [to.itemText(place) for place in range(to.count())]
    assert offered == ["Choose…", "The pool of sales", "Ada Admin · both teams"]


def press(widget: QWidget | None, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    target = widget or QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, how)


def by_keys(at: Seat, answer: str) -> None:
    """Give an answer without a pointer."""
    press(None, KEYS[answer], _BOTH)
    if answer == "accepted":
        return
    form = at.pane.box.forms[answer]
    assert form.isVisible()
    if answer == "rerouted":
        press(None, Qt.Key.Key_Down)
        press(None, Qt.Key.Key_Tab)
    elif answer == "recycled":
        while QApplication.focusWidget() is not form.radios[0]:
            press(None, Qt.Key.Key_Tab)
    press(None, Qt.Key.Key_Space)
    while QApplication.focusWidget() is not form.note:
        press(None, Qt.Key.Key_Tab)
    QTest.keyClicks(form.note, "No word on the lease")
    press(None, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def by_clicks(at: Seat, answer: str) -> None:
    """Give an answer with the pointer alone."""
    click(at.pane.box.buttons[answer])
    if answer == "accepted":
        return
    form = at.pane.box.forms[answer]
    at.settles(form.radios[0].isVisible)
    if answer == "recycled":
        click(form.spans[1])
    elif answer == "rerouted":
        click(form.to)
        view = form.to.view()
        place = view.visualRect(form.to.model().index(1, 0)).center()
        QTest.qWait(QApplication.doubleClickInterval() + 100)  # a list that has just opened takes no click for so long
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        at.settles(lambda: not view.isVisible())  # as long as it is open it takes all clicks
    QTest.mouseClick(form.radios[0], Qt.MouseButton.LeftButton, pos=QPoint(16, form.radios[0].height() // 2))
    at.settles(form.send.isEnabled)
    click(form.send)


def stands(both_: Parties, lead: int) -> str:
    behind = both_.sales.read(leads.behind, lead)
    return both_.sales.context().stages[behind.lead.stage_id].name


@pytest.mark.parametrize("hand", [by_keys, by_clicks])
def test_each_answer_is_given(open_desk: Open, both: Parties, qtbot: QtBot, hand: Callable[[Seat, str], None]) -> None:
    numbers = handed(both, "Ana", "Bea", "Cid", "Dov")
    at = seat(open_desk, qtbot, both, "sales")
    for lead, answer in zip(numbers, KEYS, strict=True):
        found = first(both, lead)
        show(at, qtbot, found.id)
        hand(at, answer)
        at.waits(qtbot, lambda: at.pane.dossier is not None and not at.pane.dossier.brief.handoff.is_open)
        answered = first(both, lead)
        assert answered.answer == answer
        assert stands(both, lead) == STAGES[answer]
        assert found.lead in at.toast()
        assert (answered.reason != "") == (answer != "accepted")
        if hand is by_keys:
            assert answered.answer_note == ("" if answer == "accepted" else "No word on the lease")
    assert first(both, numbers[2]).until is not None
    again = both.sales.read(reading.of_lead, numbers[3])[0]
    assert again.is_open
    assert again.to_member_id is None
    # What was done last is taken back from the toast, and waits again.
    click(at.desk.window.toast.undo)
    at.waits(qtbot, lambda: first(both, numbers[3]).is_open)


def typed(at: Seat, answer: str, words: str) -> None:
    """Open a form, choose its first reason and type a note."""
    at.pane.begin(answer)
    form = at.pane.box.forms[answer]
    form.radios[0].setChecked(True)
    form.note.setFocus()
    QTest.keyClicks(form.note, words)


def test_of_two_answers_one_wins_and_the_other_is_told(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    (lead,) = handed(both, "Ana")
    found = first(both, lead)
    sol, mia = (seat(open_desk, qtbot, both, who) for who in ("sales", "marketing"))
    for at in (sol, mia):  # Mia is a lead of her team: she may answer too
        show(at, qtbot, found.id)
    typed(mia, "rejected", "Budget is gone")
    sol.pane.begin("accepted")
    mia.pane.box.forms["rejected"].answer_now()
    mia.waits(qtbot, lambda: mia.pane.dossier is not None and not mia.pane.dossier.brief.handoff.is_open)
    sol.waits(qtbot, lambda: not sol.pane.box.buttons["accepted"].isVisible())
    mia.waits(qtbot, lambda: sol.desk.jobs.is_idle and mia.desk.jobs.is_idle)
    answers = [one.answer for one in both.sales.read(reading.of_lead, lead)]
    assert answers in (["accepted"], ["rejected"])
    loser = mia if answers == ["accepted"] else sol
    assert "answered already" in loser.toast()
    if loser is mia:
        assert "Budget is gone" in mia.pane.box.kept.text()


def test_esc_keeps_what_was_typed_and_alt_down_goes_on(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    ana, bea = handed(both, "Ana", "Bea")
    at = seat(open_desk, qtbot, both, "sales")
    show(at, qtbot, first(both, ana).id)
    typed(at, "rejected", "No word")
    press(None, Qt.Key.Key_Escape)
    assert at.pane.box.open_form == ""
    assert at.pane.box.buttons["rejected"].hasFocus()
    press(None, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    at.waits(qtbot, lambda: at.pane.dossier is not None and at.pane.dossier.brief.handoff.lead_id == bea)
    at.pane.begin("rejected")
    assert at.pane.box.forms["rejected"].note.toPlainText() == ""
    press(None, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at.waits(qtbot, lambda: at.pane.dossier is not None and at.pane.dossier.brief.handoff.lead_id == ana)
    at.pane.begin("rejected")
    assert at.pane.box.forms["rejected"].draft.note == "No word"
    assert at.pane.box.forms["rejected"].radios[0].isChecked()


def test_the_card_is_answered_on_the_board_and_the_sender_disputes_it(
    open_desk: Open, both: Parties, qtbot: QtBot
) -> None:
    (lead,) = handed(both, "Ana")
    sol, mia = (seat(open_desk, qtbot, both, who) for who in ("sales", "marketing"))
    for at in (mia, sol):
        at.desk.window.go_to("board")
    board = sol.desk.window.board
    sol.waits(qtbot, lambda: board.board.card(lead) is not None)
    sol.desk.window.activateWindow()
    sol.waits(qtbot, sol.desk.window.isActiveWindow)
    board.select(lead)
    sol.waits(qtbot, lambda: board.isAncestorOf(QApplication.focusWidget() or sol.desk.window))
    press(None, Qt.Key.Key_R, _BOTH)
    sol.waits(qtbot, lambda: isinstance(QApplication.focusWidget(), QRadioButton))
    press(None, Qt.Key.Key_Space)
    press(None, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sol.waits(qtbot, lambda: first(both, lead).answer == "rejected")
    board = mia.desk.window.board
    stages = {one.name: one.id for one in mia.desk.window.around.context.board()}
    mia.waits(qtbot, lambda: (card := board.board.card(lead)) is not None and card.stage_id == stages["New"])
    mia.desk.window.activateWindow()
    mia.waits(qtbot, mia.desk.window.isActiveWindow)
    board.select(lead)
    mia.desk.window.actions_by_id["board.dispute"].trigger()
    mia.waits(qtbot, lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    QTest.keyClicks(QApplication.focusWidget() or board, "She asked twice")
    press(None, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    mia.waits(qtbot, lambda: first(both, lead).disputed_at is not None)
    assert first(both, lead).dispute_note == "She asked twice"
    part = board.pane.lead_part
    assert part is not None
    assert part.handoff is not None
    mia.waits(qtbot, part.handoff.isHidden)  # once only


def asks(at: Seat) -> GateForm:
    """Return the form that asks for what the agreement misses, once it is there."""
    asking = at.pane.box.accepting.asking
    at.settles(lambda: asking.gate is not None)
    assert asking.gate is not None
    return asking.gate


def agreed(both_: Parties, *names: str) -> list[int]:
    """Hand leads over to Sol, of which an accepted one must have a value and a source."""
    both_.agree({}, clause("has:value", "sal"), clause("has:source", "sal"))
    made = [new_lead(both_.marketing, name) for name in names]
    for lead in made:
        both_.marketing.write(answering.send, lead, both_.sales.me)
    return made


def test_what_is_missing_to_accept_is_filled_in_there(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    (lead,) = agreed(both, "Ana")
    at = seat(open_desk, qtbot, both, "sales")
    show(at, qtbot, first(both, lead).id)
    press(None, KEYS["accepted"], _BOTH)
    form = asks(at)
    value, source = form.lines["lead", "value"], form.lines["lead", "source"]
    at.settles(value.hasFocus)
    assert not form.move_button.isEnabled()
    QTest.keyClicks(value, "1200")
    press(None, Qt.Key.Key_Escape)  # it is not accepted, and what was typed is kept
    assert at.pane.box.accepting.asking.gate is None
    assert at.pane.box.buttons["accepted"].hasFocus()
    assert first(both, lead).is_open
    press(None, KEYS["accepted"], _BOTH)
    form = asks(at)
    value, source = form.lines["lead", "value"], form.lines["lead", "source"]
    assert isinstance(value, QLineEdit)
    assert value.text() == "1200"
    QTest.keyClicks(source, "Fair")
    press(source, Qt.Key.Key_Return)
    at.waits(qtbot, lambda: first(both, lead).answer == "accepted")
    assert stands(both, lead) == "Accepted"
    assert both.sales.read(leads.behind, lead).lead.value == 1200
    at.waits(qtbot, lambda: "Ana" in at.toast())  # the window hears of it after the database
    assert at.pane.box.accepting.asking.gate is None


def test_a_lead_of_a_team_accepts_all_the_same_with_a_reason(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    (lead,) = agreed(both, "Ana")
    desk = seat(open_desk, qtbot, both, "sales").desk
    desk.window.go_to("inbox")
    at = Seat(desk, desk.window.waiting.answers, qtbot)
    at.waits(qtbot, lambda: at.pane.dossier is not None)
    press(desk.window.waiting.list, KEYS["accepted"], _BOTH)
    form = asks(at)
    assert form.override.isVisible()
    form.override.setFocus()
    QTest.keyClicks(form.override, "Old friends")
    press(None, Qt.Key.Key_Return)
    at.waits(qtbot, lambda: first(both, lead).answer == "accepted")
    with both.sales.reading() as session:
        kept = session.execute(sa.select(Stay.override).where(Stay.override.is_not(None))).scalars().all()
    assert kept == ["Old friends"]


def test_what_is_missing_to_accept_is_asked_on_the_board_too(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    (lead,) = agreed(both, "Ana")
    desk = seat(open_desk, qtbot, both, "sales").desk
    desk.window.go_to("board")
    board = desk.window.board
    qtbot.waitUntil(lambda: board.board.card(lead) is not None, timeout=15_000)
    board.select(lead)
    desk.window.actions_by_id["board.accepted"].trigger()

    def form() -> GateForm | None:
        part = board.pane.lead_part
        return None if part is None or part.handoff is None else part.handoff.box.accepting.asking.gate

    qtbot.waitUntil(lambda: form() is not None, timeout=15_000)
    found = form()
    assert found is not None
    assert set(found.lines) == {("lead", "value"), ("lead", "source")}
    desk.window.go_to("inbox")  # what is asked goes with its page
    assert form() is None
    assert first(both, lead).is_open


def test_every_control_has_a_name(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    (lead,) = handed(both, "Ana")
    at = seat(open_desk, qtbot, both, "sales")
    show(at, qtbot, first(both, lead).id)
    for answer in ("rejected", "recycled", "rerouted"):
        at.pane.begin(answer)
        nameless = [one.path for one in walk(at.pane) if one.role not in SILENT and not one.name]
        assert not nameless, (answer, nameless)
