"""What bad leads cost, counted by hand."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from app import things
from app import workspace as door
from app.agreement import costs
from app.metrics import wilson
from app.reports import report
from app.workspace import Workspace
from tests.helpers.histories import History, add_members, load

NOW = datetime(2026, 3, 19, 12, tzinfo=ZoneInfo("Europe/Madrid"))
SENT = NOW - timedelta(days=9)


@pytest.fixture
def team(url: str) -> Any:
    """Twelve leads from a fair, of which six lacked information and one went to the wrong person; five from the web."""
    with door.open_workspace(url, clock=lambda: NOW) as opened:
        seller = add_members(opened, ["Sol"])["Sol"]
        marketer = add_members(opened, ["Mara"], "marketing")["Mara"]
        stage = opened.context().board()[0].id
        sources = ["fair"] * 12 + ["web"] * 4 + [None]
        load(opened, [History(SENT, ((SENT, stage),), source=source) for source in sources])
        opened.write(_past, seller, marketer)
        yield opened


def _past(session: Session, seller: int, marketer: int) -> None:
    context = session.info["context"]
    missing = context.reason("Not enough information", "reject").id
    person = context.reason("Wrong person", "reject").id
    answers = (
        ["rejected"] * 7
        + ["accepted"] * 4
        + ["returned"]
        + ["accepted", "recycled", "rejected", "rerouted", "accepted"]
    )
    for place, answer in enumerate(answers, start=1):
        values = {
            "lead_id": place,
            "to_team": "sales",
            "answer_minutes": 240,
            "evidence": {},
            "note": "",
            "sent_at": SENT,
        }
        values |= {"answer": answer, "answered_at": SENT + timedelta(days=1), "answered_by": seller}
        values["reason_id"] = (person if place == 7 else missing) if answer == "rejected" else None
        things.create(session, "handoff", values)
    logged = (
        *((lead, 10 * lead, SENT + timedelta(hours=2), seller) for lead in range(1, 8)),
        (1, 30, SENT - timedelta(hours=1), seller),  # before it was handed over
        (1, 45, SENT + timedelta(hours=1), marketer),  # marketing's own time
        (8, 60, SENT + timedelta(hours=1), seller),  # accepted
        (15, 20, SENT + timedelta(days=2), seller),  # written down after the answer
    )
    for lead, minutes, at, member in logged:
        values = {"kind": "lead", "record_id": lead, "type": "call", "text": "", "minutes": minutes, "at": at}
        things.create(session, "activity", values | {"member_id": member})


def test_hours_by_reason_and_source_with_their_ranges(team: Workspace) -> None:
    found = team.read(costs.costs)
    assert found.sources == ("fair", "web", "")
    names = [name for _, name in found.reasons]
    line = dict(zip(names, found.cells, strict=True))
    fair, web, none = line["Not enough information"]
    assert (fair.refused, fair.answered, fair.minutes) == (6, 11, 10 + 20 + 30 + 40 + 50 + 60)
    assert (fair.rate.rate, fair.rate.low, fair.rate.high) == (6 / 11, *wilson(6, 11))
    assert (fair.hours, fair.is_telling) == (3.5, True)
    assert [one.minutes for one in fair.leads] == [60, 50, 40, 30, 20, 10]
    assert (web.refused, web.answered, web.minutes, web.is_telling) == (1, 3, 20, False)
    assert web.rate.rate is None
    assert (none.refused, none.answered) == (0, 1)
    assert found.worst == (names.index("Not enough information"), 0)


def test_totals_count_the_cells_that_are_too_small_to_tell(team: Workspace) -> None:
    found = team.read(costs.costs)
    assert (found.total.refused, found.total.answered, found.total.minutes) == (8, 15, 210 + 70 + 20)
    assert sum(cell.refused for cell in found.by_reason) == sum(cell.refused for cell in found.by_source) == 8
    assert [cell.answered for cell in found.by_source] == [11, 3, 1]
    made = team.read(report, "bad-leads")
    assert made.total["hours"] == 5.0
    assert sum(row["rejected"] for row in made.rows) == made.total["rejected"] == 8
    assert "Not enough information · fair" in made.to_text()


def test_a_period_and_a_past_moment_leave_out_what_was_not_answered_in_it(team: Workspace) -> None:
    assert team.read(costs.costs, date(2026, 3, 12), None).total.answered == 0
    assert team.read(costs.costs, as_of=SENT).total.answered == 0
    assert team.read(costs.costs, date(2026, 3, 11), date(2026, 3, 11)).total.refused == 8
