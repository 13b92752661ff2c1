"""The ledger against cases that were worked out by hand, in a week whose hours are known."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import feed, leads, meetings, members, summary, things, undo
from app import workspace as door
from app.agreement import ledger
from app.agreement.ledger import Kept
from app.errors import RefusedError
from app.handoffs import reading
from app.reports import report
from app.workspace import Workspace
from db.models import Meeting, WorkspaceInfo
from tests.helpers.agreeing import version
from tests.helpers.commands import asked, run
from tests.helpers.histories import History, add_members, load

ZONE = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 3, 19, 12, tzinfo=ZONE)  # a Thursday; the workspace works 9 to 17 from Monday to Friday
HOUR = 60
ANSWERS = {"team": "sales", "metric": "answers", "period": "month", "within_minutes": 4 * HOUR, "goal_percent": 95}
DEFAULTS = {"to_team": "sales", "answer_minutes": 4 * HOUR, "evidence": {}, "note": ""}


def at(day: int, hour: float, month: int = 3) -> datetime:
    return datetime(2026, month, day, tzinfo=ZONE) + timedelta(hours=hour)


@pytest.fixture
def team(url: str) -> Any:
    """A workspace on a Thursday, with ten leads, and hours that a test can count by hand."""
    with door.open_workspace(url, clock=lambda: NOW) as opened:
        opened.write(_hours)
        opened.noticed(iter(["workspace"]))
        first = opened.context().board()[0].id
        load(opened, [History(at(1, 9, 1), ((at(1, 9, 1), first),), external_id=f"L{n}") for n in range(1, 11)])
        yield opened


def _hours(session: Session) -> None:
    week = {str(day): [[9 * 60, 17 * 60]] for day in range(5)}
    session.execute(sa.update(WorkspaceInfo).values(working_hours=week, holidays=["2026-03-16"]))


def _handoffs(session: Session, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        things.create(session, "handoff", DEFAULTS | row)


def of(opened: Workspace, key: str = "p0", **given: Any) -> Kept:
    found = opened.read(ledger.ledger, **given).promise(key)
    assert found is not None
    return found


def test_answers_are_judged_by_the_receivers_working_hours(team: Workspace) -> None:
    bo = add_members(team, ["Bo"])["Bo"]
    team.write(members.change, bo, {"active": True})
    version(team, 1, promises=[ANSWERS], published=at(1, 9, 1))
    reason = team.context().reason("Wrong person", "reject").id
    done = {"answered_by": bo}
    rows = [
        # Friday at 16:00 + 4 hours, Monday being a holiday: Tuesday at 12:00.
        {"lead_id": 1, "sent_at": at(13, 16), "answer": "accepted", "answered_at": at(17, 12), **done},
        {"lead_id": 2, "sent_at": at(13, 16), "answer": "accepted", "answered_at": at(17, 12.1), **done},
        {"lead_id": 3, "sent_at": at(18, 10), "answer": "rejected", "answered_at": at(18, 11), "reason_id": reason},
        # Open: by Thursday noon one is three hours old, one past due.
        {"lead_id": 4, "sent_at": at(19, 9)},
        {"lead_id": 5, "sent_at": at(18, 9)},
        # Handed to Bo, who is away on Wednesday: due on Thursday at 13:00.
        {"lead_id": 6, "sent_at": at(18, 9), "to_member_id": bo},
        {"lead_id": 7, "sent_at": at(17, 9), "answer": "rerouted", "answered_at": at(17, 10)},
        {"lead_id": 8, "sent_at": at(10, 9), "answer": "returned", "answered_at": at(10, 13)},
        # Of last month: still open, so it is carried over.
        {"lead_id": 9, "sent_at": at(20, 9, 2)},
        {"lead_id": 10, "sent_at": at(20, 9, 2), "answer": "accepted", "answered_at": at(27, 9, 2)},
    ]
    team.write(_handoffs, rows)
    team.write(_absence, bo, date(2026, 3, 18))
    found = of(team)
    assert {one.lead_id: one.state for one in found.cases} == {
        1: "kept",
        2: "overdue",
        3: "kept",
        4: "owed",
        5: "overdue",
        6: "owed",
        7: "paused",
        8: "overdue",
    }
    assert (found.kept, found.owed, found.overdue, found.paused) == (2, 2, 3, 1)
    assert (found.rate.rate, found.pace) == (2 / 5, "short")
    assert [one.lead_id for one in found.carried] == [9]
    assert [week for week in found.trend if week[2]] == [
        (date(2026, 2, 16), 0, 2),
        (date(2026, 3, 9), 1, 3),
        (date(2026, 3, 16), 1, 2),
    ]
    # The same, asked as of the evening before, when nobody had answered late yet.
    then = of(team, as_of=at(17, 11))
    assert {one.lead_id: one.state for one in then.cases} == {1: "owed", 2: "owed", 7: "paused", 8: "overdue"}


def _absence(session: Session, member: int, day: date) -> None:
    things.create(session, "absence", {"member_id": member, "first_day": day, "last_day": day, "note": ""})


@pytest.mark.parametrize("active", [True, False])
def test_the_ledger_says_the_same_moment_as_the_handoffs_clock(team: Workspace, *, active: bool) -> None:
    bo = add_members(team, ["Bo"])["Bo"]
    team.write(members.change, bo, {"active": active})
    version(team, 1, promises=[ANSWERS], published=at(1, 9, 1))
    team.write(_handoffs, [{"lead_id": 1, "sent_at": at(18, 9), "to_member_id": bo}])
    team.write(_absence, bo, date(2026, 3, 18))
    clock = team.read(reading.of_lead, 1)[0].clock
    (case,) = of(team).cases
    # With somebody who has left it is the pool's, which their absence does not hold up.
    due = at(19, 13) if active else at(18, 13)
    assert (case.due, clock.due_at, case.state) == (due, due, "owed" if active else "overdue")


def test_the_command_says_both_teams_alike(team: Workspace) -> None:
    version(
        team,
        3,
        promises=[ANSWERS, ANSWERS | {"team": "marketing", "metric": "complete", "query": "has:source"}],
        published=at(1, 9, 1),
    )
    now = door.utc_now()
    team.write(_handoffs, [{"lead_id": 1, "sent_at": now - timedelta(days=60)}])
    answer = asked("ledger", team.url, "--from", str((now - timedelta(days=61)).date()), "--to", str(now.date()))
    sides = {side["team"]: side for side in answer["teams"]}
    assert (answer["version"], sides["sales"]["overdue"], sides["marketing"]["overdue"]) == (3, 1, 1)
    assert [one["lead"] for one in sides["sales"]["promises"][0]["cases"]] == [1]
    said = run("ledger", team.url, "--from", str((now - timedelta(days=61)).date())).stdout
    assert "Sales to marketing: 0 of 1 kept" in said
    assert "overdue: L1 (lead 1)" in said
    assert run("ledger", team.url, "--from", "soon", code=2).stderr
    assert "nothing is owed" not in said


def test_a_forgiven_case_is_in_no_share_and_says_who_forgave_it(team: Workspace) -> None:
    version(team, 1, promises=[ANSWERS], published=at(1, 9, 1))
    team.write(_handoffs, [{"lead_id": one, "sent_at": at(10, 9)} for one in (1, 2)])
    team.write(_meeting)
    assert of(team).overdue == 2
    change = team.write(ledger.forgive, "p0", date(2026, 3, 10), 1, lead_id=1, note="The fair was on")
    found = of(team)
    assert (found.overdue, found.forgiven) == (1, 1)
    assert [(one.note, one.meeting_id, one.member_id) for one in found.pardons] == [("The fair was on", 1, team.me.id)]  # type: ignore[union-attr]  # Ada acts
    assert next(one for one in found.cases if one.lead_id == 1).note == "The fair was on"
    assert change.subject
    team.write(ledger.forgive, "p0", date(2026, 3, 31), 1)
    assert (of(team).overdue, of(team).forgiven) == (0, 2)
    minutes = team.read(meetings.summary_of, 1)
    assert [(one.team, one.metric, one.lead, one.note) for one in minutes.forgiven or ()] == [
        ("sales", "answers", "L1", "The fair was on"),
        ("sales", "answers", "", ""),
    ]
    assert "The fair was on" in summary.render_plain(minutes)
    team.write(undo.undo)
    assert (of(team).overdue, of(team).forgiven) == (1, 1)
    assert of(team).pardons[0].meeting_at == at(12, 9)
    said = run(
        "forgive", team.url, "p0", "--meeting", 1, "--day", "2026-03-10", "--lead", 2, "--note", "So be it"
    ).stdout
    assert "forgiven in the meeting of 2026-03-12: So be it" in said
    assert of(team).overdue == 0
    assert "no such promise" in run("forgive", team.url, "p9", "--meeting", 1, "--note", "No", code=1).stderr
    team.write(meetings.close, 1)
    with pytest.raises(RefusedError, match="closed"):
        team.write(ledger.forgive, "p0", date(2026, 3, 10), 1, lead_id=1)


def _meeting(session: Session) -> None:
    session.execute(sa.insert(Meeting).values(id=1, title="Weekly", starts_at=at(12, 9)))


def test_who_owes_cannot_forgive(file_url: str) -> None:
    with door.open_workspace(file_url) as opened:
        version(opened, 1, promises=[ANSWERS], published=at(1, 9, 1))
        opened.write(_member, "Sal", "sal@harbor.example")
    with door.open_workspace(file_url, "sal@harbor.example") as opened, pytest.raises(RefusedError, match="marketing"):
        opened.write(ledger.forgive, "p0", date(2026, 3, 10), 1)


def _member(session: Session, name: str, email: str) -> None:
    values = {"name": name, "email": email, "team": "sales", "role": "member", "active": True, "created_at": NOW}
    things.create(session, "member", values)


def test_a_volume_is_measured_by_its_own_period_and_added_to_no_cases(team: Workspace) -> None:
    promise = {
        "team": "marketing",
        "metric": "volume",
        "milestone": "mql",
        "amount": 4,
        "period": "month",
        "query": "source:web",
    }
    version(team, 1, promises=[promise, ANSWERS], published=at(1, 9, 1))
    stages = {stage.milestone: stage.id for stage in team.context().board() if stage.milestone}
    histories = [
        History(at(day, 9, month), ((at(day, 10, month), stages["mql"]),), source=source)
        for month, day, source in ((2, 3, "web"), (3, 2, "web"), (3, 17, "web"), (3, 18, "event"))
    ]
    ids = load(team, histories)
    found = of(team)
    assert (found.first_day, found.last_day) == (date(2026, 3, 1), date(2026, 3, 31))
    assert (found.ids, found.kept, found.owed, found.overdue) == ((ids[1], ids[2]), 2, 2, 0)
    # 22 weekdays in March less a holiday; 14 weekdays less the holiday are gone by the 19th.
    assert found.expected == pytest.approx(4 * 13 / 21)
    assert (found.pace, found.short_before) == ("behind", 3)
    side = team.read(ledger.ledger).sides[0]
    assert (side.team, side.kept, side.overdue) == ("marketing", 0, 0)
    last = of(team, start=date(2026, 2, 1), end=date(2026, 2, 28))
    assert (last.kept, last.overdue, last.pace) == (1, 3, "short")
    # Of a month that is not over yet nothing is carried over into the next.
    assert of(team, start=date(2026, 4, 1), end=date(2026, 4, 30)).short_before == 0


def test_tries_are_counted_from_the_acceptance_on_lead_and_contact(team: Workspace) -> None:
    promise = {"team": "sales", "metric": "attempts", "amount": 2, "within_minutes": 16 * HOUR, "period": "month"}
    version(team, 1, promises=[promise], published=at(1, 9, 1))
    accepted = next(stage.id for stage in team.context().board() if stage.milestone == "sal")
    lost = team.context().stage("Lost").id
    ids = load(
        team,
        [
            History(at(9, 9), ((at(10, 9), accepted),)),
            History(at(9, 9), ((at(10, 9), accepted),)),
            History(at(9, 9), ((at(10, 9), accepted), (at(10, 12), lost))),
            History(at(9, 9), ((at(18, 9), accepted),)),
        ],
    )
    for lead, day in ((ids[0], 10), (ids[0], 11), (ids[1], 10), (ids[1], 12)):
        team.write(feed.add, "lead", lead, "call", "Rang", direction="out", at=at(day, 10))
    assert {one.lead_id: one.state for one in of(team).cases} == {
        ids[0]: "kept",
        ids[1]: "overdue",
        ids[2]: "paused",
        ids[3]: "owed",
    }


def test_what_was_complete_is_judged_as_the_lead_was_sent(url: str) -> None:
    with door.open_workspace(url) as opened:
        made = {}
        for name in ("Early", "Late"):
            made[name] = opened.write(leads.create, {"name": name}).entries[0].id
        opened.write(leads.edit, made["Early"], {"source": "web"})
        opened.write(_sent, list(made.values()))
        opened.write(leads.edit, made["Late"], {"source": "web"})
        opened.write(leads.edit, made["Early"], {"source": None})
        promise = {"team": "marketing", "metric": "complete", "query": "has:source", "period": "month"}
        version(opened, 1, promises=[promise], published=at(1, 9, 1))
        found = of(opened)
    assert {one.name: one.state for one in found.cases} == {"Early": "kept", "Late": "overdue"}


def test_what_is_passed_on_or_returns_by_silence_was_not_handed_over_again(team: Workspace) -> None:
    """Only what marketing sends is its case: neither a reroute nor a return makes another complete lead of it."""
    asks = {"team": "marketing", "metric": "complete", "query": "", "period": "month"}
    version(team, 1, promises=[asks], published=at(1, 9, 1))
    team.write(_handoffs, [{"lead_id": 1, "sent_at": at(9, 9), "answered_at": at(10, 9), "answer": "rerouted"}])
    first = team.read(reading.of_lead, 1)[0].id
    team.write(
        _handoffs,
        [
            {"lead_id": 1, "sent_at": at(10, 9), "answered_at": at(11, 9), "answer": "returned", "previous_id": first},
            {"lead_id": 2, "sent_at": at(11, 9)},
        ],
    )
    assert [(one.lead_id, one.began) for one in of(team).cases] == [(1, at(9, 9)), (2, at(11, 9))]


@pytest.mark.parametrize(
    "words", [("report", "acceptance"), ("ledger",), ("inbox",), ("find", "stage:handed", "--what", "leads")]
)
def test_a_command_says_the_same_whoever_looked_first(team: Workspace, words: tuple[str, ...]) -> None:
    """What time has done to handoffs is in the answer of the first command that asks, too."""
    asks = {"team": "marketing", "metric": "complete", "query": "", "period": "month"}
    version(team, 1, promises=[ANSWERS, asks], published=at(1, 9, 1))
    member = team.context().me
    assert member is not None
    team.write(_handoffs, [{"lead_id": 1, "sent_at": at(9, 9), "to_member_id": member.id}])
    first = asked(words[0], team.url, *words[1:])
    asked("show", team.url, "lead", 1)
    assert first | {"as_of": ""} == asked(words[0], team.url, *words[1:]) | {"as_of": ""}
    if words[0] == "report":
        assert (first["total"]["returned"], first["open"]) == (2, 0)  # from the member, then from the pool


def test_a_promise_of_the_contact_where_nobody_has_one_is_judged(team: Workspace) -> None:
    asks = {"team": "marketing", "metric": "complete", "query": "has:email or has:phone", "period": "month"}
    version(team, 1, promises=[asks], published=at(1, 9, 1))
    team.write(_handoffs, [{"lead_id": 1, "sent_at": at(17, 9)}])
    assert [one.state for one in of(team).cases] == ["overdue"]


def _sent(session: Session, ids: list[int]) -> None:
    for one in ids:
        things.create(session, "handoff", DEFAULTS | {"lead_id": one, "sent_at": session.info["write"].now})


def test_leads_sent_back_are_to_be_taken_up_again_and_refusals_to_say_why(team: Workspace) -> None:
    promises: list[dict[str, Any]] = [
        {"team": "marketing", "metric": "returns", "within_minutes": 16 * HOUR, "period": "month"},
        {"team": "sales", "metric": "reasons", "period": "month"},
    ]
    version(team, 1, promises=promises, published=at(1, 9, 1))
    reason = team.context().reason("Wrong person", "reject").id
    back = {"sent_at": at(9, 9), "answered_at": at(10, 9), "answer": "rejected"}
    team.write(
        _handoffs,
        [
            {"lead_id": 1, **back, "reason_id": reason},
            {"lead_id": 2, **back},
            {"lead_id": 3, **back, "answer": "recycled", "until": date(2026, 3, 30)},
            {"lead_id": 4, **back, "answer": "recycled", "until": date(2026, 3, 18), "reason_id": reason},
        ],
    )
    team.write(feed.add, "lead", 1, "note", "Looked at it again", at=at(11, 9))
    assert {one.lead_id: one.state for one in of(team).cases} == {1: "kept", 2: "overdue", 3: "paused", 4: "owed"}
    assert {one.lead_id: one.state for one in of(team, "p1").cases} == {
        1: "kept",
        2: "overdue",
        3: "overdue",
        4: "kept",
    }


def test_a_period_s_acceptance_and_promises_as_reports(team: Workspace) -> None:
    version(team, 1, promises=[ANSWERS], published=at(1, 9, 1))
    kinds = ("accepted", "accepted", "accepted", "rejected", "recycled", "returned", "rerouted", None)
    rows = [
        {"lead_id": place, "sent_at": at(17, 9), "answer": kind, "answered_at": at(17, 10) if kind else None}
        for place, kind in enumerate(kinds, start=1)
    ]
    rows[3] |= {"disputed_at": at(17, 11), "ruled_at": at(18, 9), "ruling": "overturned"}
    rows[4] |= {"disputed_at": at(17, 11), "ruled_at": at(18, 9), "ruling": "upheld"}
    team.write(_handoffs, rows)
    found = team.read(report, "acceptance", by="source", start="2026-03-01", end="2026-03-31")
    assert (found.total["accepted"], found.total["refused"], found.total["rate"]) == (3, 3, 0.5)
    assert (found.total["ruled"], found.total["overturned"], found.open) == (2, 1, 1)
    assert found.total["returned"] == 1
    assert [row["key"] for row in found.rows] == [""]
    by_month = team.read(report, "acceptance", by="month")
    assert [row["key"] for row in by_month.rows] == ["2026-03"]
    then = team.read(report, "acceptance", as_of="2026-03-17T09:30")
    assert (then.total["accepted"], then.open) == (0, 8)
    kept = team.read(report, "promises", start="2026-03-01", end="2026-03-31")
    assert [(row["key"], row["kept"], row["overdue"]) for row in kept.rows] == [
        ("Every handoff answered within 4 h", 5, 2)
    ]
