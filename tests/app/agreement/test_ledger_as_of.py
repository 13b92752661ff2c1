"""The ledger as of a past day: what is broken by now was still owed then, under the version of that day."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import leads, records, things
from app import workspace as door
from app.fields import LEAD
from app.periods import day_start, local_day
from app.reports import report
from app.workspace import Workspace
from db.models import WorkspaceInfo
from tests.helpers.agreeing import version
from tests.helpers.commands import asked, run
from tests.helpers.histories import History, load

THREE_DAYS = 72 * 60
ANSWERS = {"team": "sales", "metric": "answers", "period": "month", "within_minutes": THREE_DAYS, "goal_percent": 95}
VOLUME = {"team": "marketing", "metric": "volume", "milestone": "mql", "amount": 4, "period": "month"}
TERMS = {"to_team": "sales", "answer_minutes": THREE_DAYS, "evidence": {}, "note": ""}


def _hours(session: Session) -> None:
    """Work day and night, so that three days are three days whenever the test runs."""
    week = {str(day): [[0, 24 * 60]] for day in range(7)}
    session.execute(sa.update(WorkspaceInfo).values(working_hours=week, holidays=[]))


def _handoffs(session: Session, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        things.create(session, "handoff", TERMS | row)


def fill(made: Workspace, noon: datetime) -> list[int]:
    """Put in four leads that were handed over eight days before a noon, and two versions of the agreement."""
    made.write(_hours)
    made.noticed(iter(["workspace"]))
    mql = next(one.id for one in made.context().board() if one.milestone == "mql")
    sent = noon - timedelta(days=8)
    history = History(sent - timedelta(hours=2), ((sent - timedelta(hours=1), mql),), source="web")
    ids = load(made, [history] * 4)
    version(made, 1, promises=[ANSWERS, VOLUME | {"query": "source:web"}], published=noon - timedelta(days=90))
    rows: list[dict[str, Any]] = [{"lead_id": one, "sent_at": sent} for one in ids]
    rows[1] |= {"answer": "accepted", "answered_at": noon - timedelta(days=4)}  # a day too late
    rows[2] |= {"answer": "accepted", "answered_at": sent + timedelta(hours=6)}
    rows[3] |= {"answer": "accepted", "answered_at": sent + timedelta(hours=6)}
    made.write(_handoffs, rows)
    return ids


def test_what_is_broken_today_was_owed_a_week_ago(url: str) -> None:
    with door.open_workspace(url) as made:
        zone = made.context().zone
        today = local_day(door.utc_now(), zone)
        ids = fill(made, day_start(today, zone) + timedelta(hours=12))
        # Since then: another version, a lead that was changed and one that was thrown away.
        version(made, 2, promises=[ANSWERS | {"within_minutes": 60}], published=door.utc_now())
        made.write(leads.edit, ids[2], {"source": "event"})
        made.write(records.remove, LEAD, ids[3])
    then = today - timedelta(days=7)
    first = ("--from", str(today - timedelta(days=9)))
    now = asked("ledger", url, *first)
    assert (now["version"], cases(now)) == (2, {ids[0]: "overdue", ids[1]: "overdue", ids[2]: "overdue"})
    past = asked("ledger", url, *first, "--as-of", str(then))
    assert (past["version"], past["to"]) == (1, str(then))
    # A day is its end in the workspace's zone.
    end = day_start(then + timedelta(days=1), zone) - timedelta(microseconds=1)
    assert datetime.fromisoformat(past["as_of"]) == end
    assert cases(past) == {ids[0]: "owed", ids[1]: "owed", ids[2]: "kept", ids[3]: "kept"}
    volume = past["teams"][0]["promises"][0]
    assert (volume["kept"], volume["ids"]) == (4, ids)
    told = run("ledger", url, *first, "--as-of", str(then)).stdout
    assert "2 of 2 kept (100 %), 2 not due yet, 0 overdue" in told
    # Before they were handed over there was nothing, and before the first version no promise.
    morning = asked("ledger", url, *first, "--as-of", f"{today - timedelta(days=8)}T06:00")
    assert (cases(morning), morning["teams"][0]["promises"][0]["ids"]) == ({}, [])
    long_ago = run("ledger", url, "--as-of", str(today - timedelta(days=120))).stdout
    assert "No agreement was in force as of" in long_ago
    with door.open_workspace(url) as made:
        same = made.read(report, "promises", start=first[1], as_of=str(then)).to_json()
    assert same["total"]["kept"] == 2


def cases(found: dict[str, Any]) -> dict[int, str]:
    (promise,) = (one for one in found["teams"][1]["promises"] if one["metric"] == "answers")
    return {one["lead"]: one["state"] for one in promise["cases"]}


def test_a_moment_that_is_none_or_has_not_come_is_refused(file_url: str) -> None:
    assert "is not a moment" in run("ledger", file_url, "--as-of", "yesterday", code=2).stderr
    assert "in the future" in run("ledger", file_url, "--as-of", "2999-01-01", code=2).stderr
