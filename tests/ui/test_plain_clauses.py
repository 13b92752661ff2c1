"""A clause without a label is shown in plain words wherever a person meets it, and handed to programs as it stands."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app import contacts, leads
from app.agreement import trying
from app.agreement.clause_text import clause_text
from app.agreement.gates import said
from app.agreement.plain import in_words, kept_text
from app.agreement.replayed import Failed
from app.errors import RefusedError
from app.handoffs import answering
from app.wording import load
from tests.app.test_leads import new_lead, stage
from tests.helpers.parties import Parties, clause, parties
from tests.ui.conftest import Open
from tests.ui.test_gate import drop, seat
from ui import refusals, words
from ui.agreement.promises_page import clauses_of
from ui.handoffs.evidence import ReadyCard

REACHED, CAME = "has:email or has:phone", "source:event or source:webinar"
PLAIN = ("E-mail is known or Phone is known", "Source is event or Source is webinar")


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        found.agree({"mql_points": 20}, clause(REACHED), clause(CAME, points=20))
        yield found


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    translators = words.install(qapp, "es")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def refusal(both: Parties) -> RefusedError:
    lead = new_lead(both.marketing, "Ida")
    with pytest.raises(RefusedError) as refused:
        both.marketing.write(leads.move, lead, stage(both.marketing, "Qualified"))
    return refused.value


def test_the_gate_says_what_is_missing_in_plain_words(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    lead = new_lead(both.marketing, "Ida")
    form = drop(seat(open_desk, both, "marketing"), qtbot, lead, stage(both.marketing, "Qualified"))
    assert PLAIN[0] in texts(form)
    assert f"+20: {PLAIN[1]}" in texts(form)


def test_a_refusal_is_said_in_plain_words(both: Parties) -> None:
    error = refusal(both)
    assert PLAIN[0] in refusals.said(error)
    assert REACHED in str(error)
    assert json.loads(json.dumps(error.facts["missing"]))[0]["said"] == REACHED


@pytest.mark.usefixtures("spanish")
def test_a_refusal_is_said_in_plain_spanish(both: Parties) -> None:
    told = refusals.said(refusal(both))
    assert "has:" not in told
    assert in_words(clause_text("", REACHED), load("es")) in told


def test_why_a_lead_is_ready_and_what_its_score_is_made_of(open_desk: Open, both: Parties, qtbot: QtBot) -> None:
    change = both.marketing.write(contacts.create, {"first_name": "Ann", "emails": ["ann@x.example"]})
    ann = next(one.id for one in change.entries if one.kind == "contact")
    lead = new_lead(both.marketing, "Ann", contact=ann, source="event")
    both.marketing.write(answering.send, lead, None, pool=True)
    desk = seat(open_desk, both, "sales")
    desk.window.go_to("handoffs")
    until(qtbot, lambda: desk.window.handoffs.pane.dossier is not None)
    card = desk.window.handoffs.pane.findChild(ReadyCard)
    assert card is not None
    assert all(one in texts(card) for one in PLAIN)
    desk.window.contacts.details.lead_part.score.tip.ask(lead, desk.window, desk.window.pos())
    until(qtbot, QToolTip.isVisible)
    assert PLAIN[1] in QToolTip.text()


def test_votes_and_checks_name_clauses_in_plain_words(both: Parties) -> None:
    paper = load("en")
    lead = new_lead(both.marketing, "Ida", source="web")
    terms = both.marketing.context().agreement
    assert terms is not None
    assert list(clauses_of(both.marketing.context(), paper).values()) == list(PLAIN)
    tried = both.marketing.read(trying.try_lead, lead, [terms])
    assert [in_words(said(one), paper) for one in tried.sides[0].findings[0].lines] == list(PLAIN)


def test_parts_of_a_query_are_joined_and_kept_words_stay() -> None:
    paper = load("en")
    assert in_words(Failed("k", "", "", None, (REACHED, "has:company")).said, paper) == (
        f"({PLAIN[0]}) and Company is known"
    )
    assert in_words(clause_text("From has:email", REACHED), paper) == "From has:email"
    assert in_words(kept_text(REACHED), paper) == PLAIN[0]
    assert in_words(kept_text("From the web"), paper) == "From the web"
    assert in_words("plain", paper) == "plain"
