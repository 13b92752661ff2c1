"""Promises, the blind vote, what bad leads cost and a draft over the past, as a person comes by them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app import leads, meetings, things
from app.agreement import papers
from app.workspace import open_workspace, utc_now
from tests.helpers.agreeing import Condition, version
from tests.helpers.commands import run
from tests.helpers.histories import History, load
from tests.ui.conftest import Open
from ui.agreement.meter_pane import VoteBox
from ui.agreement.promises_page import PromisesPage
from ui.agreement.replay_dialog import ReplayDialog
from ui.desk import Desk
from ui.theme import Theme

ANSWERS = {"team": "sales", "metric": "answers", "period": "month", "within_minutes": 240, "goal_percent": 95}
VOLUME = {"team": "marketing", "metric": "volume", "milestone": "mql", "amount": 4, "period": "month"}


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


@pytest.fixture
def agreed(url: str) -> str:
    """A workspace with an agreement, eight leads that are MQLs, and a seller beside Ada, who is of both teams."""
    with open_workspace(url) as opened:
        opened.write(_seller)
        now = utc_now()
        stage = next(one.id for one in opened.context().board() if one.milestone == "mql")
        entered = now - timedelta(minutes=5)
        load(opened, [History(entered, ((entered, stage),), source="web", external_id=f"L{n}") for n in range(1, 9)])
        opened.write(_handoffs)
        version(opened, 1, (Condition("source:web", label="From the web"),), [VOLUME, ANSWERS], published=entered)
    return url


def _seller(session: Session) -> None:
    values = {"name": "Sol", "email": "sol@harbor.example", "team": "sales", "role": "member", "active": True}
    things.create(session, "member", values | {"created_at": utc_now()})


def _handoffs(session: Session) -> None:
    reason = session.info["context"].reason("Wrong person", "reject").id
    now = utc_now()
    for lead in range(1, 8):
        values: dict[str, Any] = {
            "lead_id": lead,
            "to_team": "sales",
            "answer_minutes": 240,
            "evidence": {},
            "note": "",
        }
        values |= {"sent_at": now - timedelta(minutes=3), "answer": "rejected" if lead < 6 else "accepted"}
        values |= {"answered_at": now - timedelta(minutes=2), "reason_id": reason if lead < 6 else None}
        things.create(session, "handoff", values)
        call = {"kind": "lead", "record_id": lead, "type": "call", "text": "", "minutes": 30}
        things.create(session, "activity", call | {"at": now - timedelta(minutes=2)})


def page_of(desk: Desk, action: str = "promises.ledger") -> PromisesPage:
    desk.window.actions_by_id[action].trigger()
    assert desk.window.place == "promises"
    return desk.window.promises


def test_both_teams_promises_stand_side_by_side_and_each_figure_opens_its_leads(
    open_desk: Open, agreed: str, qtbot: QtBot
) -> None:
    desk = open_desk(agreed)
    page = page_of(desk)
    until(qtbot, lambda: len(page.ledger.cards) == 2)
    volume, answers = page.ledger.cards
    assert (volume.kept.kept, volume.kept.pace) == (8, "kept")
    assert (answers.kept.kept, answers.kept.rate.rate) == (7, 1.0)
    assert "7 kept" in answers.accessibleDescription()
    answers.setFocus()
    until(qtbot, lambda: answers.spots)
    qtbot.keyClick(answers, Qt.Key.Key_Home)
    qtbot.keyClick(answers, Qt.Key.Key_Return)
    assert desk.window.place == "board"
    until(qtbot, lambda: desk.window.board.query_in_force().startswith("id:"))
    page = page_of(desk)
    with open_workspace(agreed) as colleague:
        colleague.write(_one_more)
    until(qtbot, lambda: page.ledger.cards[1].kept.owed == 1)


def _one_more(session: Session) -> None:
    values = {"lead_id": 8, "to_team": "sales", "answer_minutes": 240, "evidence": {}, "note": "", "sent_at": utc_now()}
    things.create(session, "handoff", values)


def test_a_past_day_is_looked_at_and_left_again_by_key(open_desk: Open, agreed: str, qtbot: QtBot) -> None:
    desk = open_desk(agreed)
    page = page_of(desk)
    until(qtbot, lambda: len(page.ledger.cards) == 2)
    assert not page.past.isVisible()
    desk.window.actions_by_id["promises.as_of"].trigger()
    assert desk.window.focusWidget() is page.as_of.field
    place = {"d": 30, "M": 9, "y": 2020}
    order = sorted(place, key=page.as_of.field.displayFormat().index)
    qtbot.keyClicks(page.as_of.field, "/".join(str(place[part]) for part in order))
    qtbot.keyClick(page.as_of.field, Qt.Key.Key_Return)
    until(qtbot, page.past.isVisible)
    assert page.as_of.day == date(2020, 9, 30)
    page.as_of.field.setCurrentSection(QDateEdit.Section.YearSection)
    qtbot.keyClick(page.as_of.field, Qt.Key.Key_Down)  # a year back, when nothing was agreed
    until(qtbot, page.past.isVisible)
    assert page.past.words.text().endswith("no agreement was in force. It can be looked at, not changed.")
    assert not page.ledger.cards
    assert page.ledger.empty.text() == "Nothing was owed then: the teams had signed no agreement."
    assert not page.agenda_button.isEnabled()
    agenda, now = (desk.window.actions_by_id[f"promises.{name}"] for name in ("agenda", "now"))
    assert (agenda.isEnabled(), now.isEnabled()) == (False, True)
    now.trigger()
    until(qtbot, lambda: len(page.ledger.cards) == 2)
    assert not page.past.isVisible()
    assert page.agenda_button.isEnabled()
    assert not page.as_of.button.isEnabled()
    assert (agenda.isEnabled(), now.isEnabled()) == (True, False)


def test_without_an_agreement_the_page_says_how_it_begins(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    page = page_of(desk)
    until(qtbot, lambda: page.ledger.ledger)
    assert page.ledger.empty.isVisible()
    assert not page.ledger.cards


def poll(box: VoteBox) -> int:
    assert box.card is not None
    return box.card.poll_id


def test_a_lead_is_voted_on_blind_by_key(open_desk: Open, agreed: str, qtbot: QtBot) -> None:
    desk = open_desk(agreed)
    page = page_of(desk, "promises.votes")
    box = page.meter.box
    until(qtbot, lambda: box.card)
    first = poll(box)
    assert box.title.text() == "Lead A"
    assert box.card is not None
    assert not any(value.startswith("L") for _, value in box.card.facts)
    desk.window.actions_by_id["promises.yes"].trigger()
    until(qtbot, lambda: box.card and poll(box) != first)
    box.clause.setCurrentIndex(box.clause.findData("c0"))
    second = poll(box)
    qtbot.mouseClick(box.no, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: box.card and poll(box) not in {first, second})
    third = poll(box)
    qtbot.mouseClick(box.skip, Qt.MouseButton.LeftButton)  # nobody else of marketing could judge it
    until(qtbot, lambda: box.card and poll(box) != third)
    with open_workspace(agreed) as colleague, colleague.reading() as session:
        votes = {number: things.read(session, "poll", number) for number in (first, second, third)}
    assert votes[first]["marketer_vote"] is True
    assert (votes[second]["marketer_vote"], votes[second]["marketer_clause"]) == (False, "c0")
    assert votes[third]["deleted_at"] is not None


def test_bad_leads_are_shown_with_their_hours_and_opened(open_desk: Open, agreed: str, qtbot: QtBot) -> None:
    desk = open_desk(agreed)
    page = page_of(desk, "promises.costs")
    pane = page.costs
    until(qtbot, lambda: pane.costs)
    assert pane.costs is not None
    assert pane.costs.total.minutes == 5 * 30
    assert "5 of 7" in pane.table.accessibleDescription()
    pane.table.setFocus()
    until(qtbot, lambda: pane.table.spots)
    qtbot.keyClick(pane.table, Qt.Key.Key_Home)
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    until(
        qtbot,
        lambda: sum(one.objectName() == "line" and one.isVisible() for one in pane.findChildren(QPushButton)) == 5,
    )
    until(qtbot, pane.remedy.isVisible)
    assert "It could have spared 5 of these 5." in pane.remedy.words.text()
    pane.remedy.button.setFocus()
    qtbot.keyClick(pane.remedy.button, Qt.Key.Key_Space)
    until(qtbot, lambda: pane.remedy.button.text() == "Show the draft")
    with open_workspace(agreed) as colleague:
        number = colleague.read(papers.draft_id)
        assert number is not None
        added = colleague.read(papers.paper, number).terms.definition("mql")
    assert added[-1].query.endswith("has:phone")
    assert added[-1].points is None
    qtbot.mouseClick(pane.remedy.button, Qt.MouseButton.LeftButton)
    assert desk.window.place == "agreement"
    desk.window.go_to("promises")
    pane.leads_asked.emit(tuple(one.lead_id for one in pane.costs.total.leads))
    assert desk.window.place == "board"


def test_a_draft_is_tried_on_the_past_and_names_the_wins_it_would_miss(
    open_desk: Open, agreed: str, qtbot: QtBot, theme: Theme
) -> None:
    with open_workspace(agreed) as colleague:
        colleague.write(leads.move, 1, colleague.context().stage("Won").id)
        draft = version(colleague, 2, (Condition("source:event", label="Met us"),))
    desk = open_desk(agreed)
    dialog = ReplayDialog(desk.jobs, theme, desk.window.around, draft, desk.window)
    dialog.lead_asked.connect(lambda number: desk.window.open_record("lead", number))
    dialog.show()
    until(qtbot, lambda: dialog.replay)
    assert dialog.replay is not None
    assert [one.name for one in dialog.replay.missed] == ["L1"]
    assert "L1" in dialog.missed.accessibleDescription()
    assert "Met us" in dialog.missed.accessibleDescription()
    assert "1 won lead would" in dialog.missed_title.text()
    dialog.missed.setFocus()
    until(qtbot, lambda: dialog.missed.spots)
    qtbot.keyClick(dialog.missed, Qt.Key.Key_Home)
    qtbot.keyClick(dialog.missed, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.window.place == "board"


def test_trying_can_be_stopped(open_desk: Open, agreed: str, qtbot: QtBot, theme: Theme) -> None:
    desk = open_desk(agreed)
    with open_workspace(agreed) as colleague:
        draft = version(colleague, 2, (Condition("source:event"),))
    dialog = ReplayDialog(desk.jobs, theme, desk.window.around, draft, desk.window)
    dialog.show()
    qtbot.mouseClick(dialog.stop_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: dialog.replay or dialog.problem.isVisible())
    if dialog.problem.isVisible():
        assert "stopped" in dialog.problem.text()
    assert not dialog.going.isVisible()
    dialog.reject()


def topics(url: str) -> list[str]:
    with open_workspace(url) as workspace:
        return [one.title for one in workspace.read(meetings.agenda).steps if not one.topic]


def test_what_is_looked_at_is_put_on_the_next_agenda_and_taken_off_again(
    open_desk: Open, agreed: str, qtbot: QtBot
) -> None:
    desk = open_desk(agreed)
    page = page_of(desk)
    until(qtbot, lambda: len(page.ledger.cards) == 2)
    qtbot.mouseClick(page.agenda_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: topics(agreed) == ["Promises of both teams: 0 late"])
    until(qtbot, lambda: "Promises of both teams" in desk.window.toast.accessibleName() + shown(desk))
    desk.window.undo()
    until(qtbot, lambda: not topics(agreed))
    page = page_of(desk, "promises.costs")
    until(qtbot, lambda: page.costs.costs is not None)
    page.costs.choose((0, 0))
    desk.window.actions_by_id["promises.agenda"].trigger()
    wanted = f"What bad leads cost: {page.costs.named()}"
    assert wanted.endswith(" · web")
    until(qtbot, lambda: topics(agreed) == [wanted])
    with qtbot.waitSignal(page.failed, timeout=15_000) as refused:
        desk.window.actions_by_id["promises.agenda"].trigger()
    assert "already" in str(refused.args[0])
    desk.window.actions_by_id["promises.votes"].trigger()
    desk.window.actions_by_id["promises.agenda"].trigger()
    until(qtbot, lambda: len(topics(agreed)) == 2)
    desk.window.open_record("handoff", 6)
    until(qtbot, lambda: desk.window.handoffs.pane.dossier is not None)
    desk.window.actions_by_id["handoffs.agenda"].trigger()
    until(qtbot, lambda: "Handoff of L6" in topics(agreed))
    told = run("meeting", agreed, "agenda", "--add", "The trade fair").stdout
    assert "The trade fair" in told
    assert topics(agreed)[-1] == "The trade fair"


def shown(desk: Desk) -> str:
    return "\n".join(one.text() for one in desk.window.toast.findChildren(QLabel))
