"""Handoffs from the sender's hand to the answer, and what time makes of them with nobody there."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import leads, members, moving, things, undo
from app import workspace as door
from app.errors import RefusedError
from app.handoffs import answering, reading, silence
from app.handoffs.reading import HandoffRow
from app.workspace import Workspace
from db.models import Absence, Handoff, Lead, Stay, WorkspaceInfo
from tests.helpers.agreeing import version
from tests.helpers.commands import asked, ended, run
from tests.helpers.histories import History, add_members, load

ZONE = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 3, 9, 10, tzinfo=ZONE)  # the workspace works 9 to 17 from Monday to Friday


@dataclass
class Team:
    """A workspace whose clock the test moves."""

    url: str
    now: datetime = MONDAY
    open: Workspace = field(init=False)

    def stage(self, kind: str = "", name: str = "") -> int:
        return next(one.id for one in self.open.context().board() if one.kind == kind or one.name == name)

    def of(self, lead: int) -> list[HandoffRow]:
        return self.open.read(reading.of_lead, lead)

    def hand_over(self, lead: int) -> HandoffRow:
        self.open.write(leads.move, lead, self.stage("handoff"))
        return self.of(lead)[0]

    def stands(self, lead: int) -> Any:
        with self.open.reading() as session:
            return session.execute(
                sa.select(Lead.stage_id, Lead.owner_id, Lead.entered_at).where(Lead.id == lead)
            ).one()

    def reason(self, kept_in: str) -> int:
        return next(one.id for one in self.open.context().reasons.values() if one.list == kept_in)


@pytest.fixture
def team(url: str) -> Iterator[Team]:
    yield from _team(url)


@pytest.fixture
def on_file(file_url: str) -> Iterator[Team]:
    """A team whose clock can be moved on: a server goes by its own."""
    yield from _team(file_url)


def _team(url: str) -> Iterator[Team]:
    made = Team(url)
    with door.open_workspace(url, clock=lambda: made.now) as opened:
        made.open = opened
        opened.write(_hours)
        opened.noticed(iter(["workspace"]))
        first = made.stage(name="Qualified")
        at = MONDAY - timedelta(days=7)
        load(opened, [History(at, ((at, first),), external_id=f"L{n}") for n in range(1, 7)])
        yield made


def _hours(session: Session) -> None:
    week = {str(day): [[9 * 60, 17 * 60]] for day in range(5)}
    session.execute(sa.update(WorkspaceInfo).values(working_hours=week, holidays=[]))


def agree(team: Team, **more: Any) -> None:
    version(team.open, 9, published=MONDAY - timedelta(days=9), **more)
    team.open.noticed(iter(["agreement"]))


def test_a_move_hands_over_to_whom_the_route_names(team: Team) -> None:
    found = team.hand_over(1)
    assert (found.receiver, found.answer_minutes, found.from_stage, found.to_team) == ("", 480, "Qualified", "sales")
    people = add_members(team.open, ["Ada", "Bo", "Cy"], active=True)
    agree(team, route="turn", route_members=[people[name] for name in ("Ada", "Bo", "Cy")], capacity=1)
    for day in (MONDAY.date(), door.utc_now().astimezone(ZONE).date()):
        team.open.write(_away, people["Bo"], day)
    assert [team.hand_over(lead).receiver for lead in (2, 3, 4)] == ["Ada", "Cy", ""]
    # Dragged back it was never sent, and the place of who had it is free again.
    team.open.write(leads.move, 3, team.stage(name="Qualified"))
    assert team.of(3) == []
    team.open.write(moving.move_all, [moving.Block((5, 6), team.stage("handoff"))])
    assert [team.of(lead)[0].receiver for lead in (5, 6)] == ["Cy", ""]


def test_rules_come_before_the_route(team: Team) -> None:
    people = add_members(team.open, ["Ada", "Bo", "Cy"], active=True)
    team.open.write(leads.edit, 1, {"source": "web", "value": "9000"})
    team.open.write(leads.edit, 2, {"source": "web"})
    for lead in (3, 4, 5):
        team.open.write(leads.edit, lead, {"source": "event"})
    rules = [
        {"query": "source:web value>=5000", "member_id": people["Cy"]},
        {"query": "vanished:yes", "member_id": people["Cy"]},
        {"query": "source:web", "member_id": people["Bo"]},
        {"query": "source:event stage:handed", "member_id": people["Cy"]},
    ]
    agree(team, route="turn", route_members=[people["Ada"]], capacity=2, route_rules=rules)
    assert [team.hand_over(lead).receiver for lead in (1, 2, 3)] == ["Cy", "Bo", "Cy"]
    # Cy has two now, and Ada's turn comes: by one act for many as well.
    team.open.write(moving.move_all, [moving.Block((4, 5, 6), team.stage("handoff"))])
    assert [team.of(lead)[0].receiver for lead in (4, 5, 6)] == ["Ada", "Ada", ""]


def _away(session: Session, member: int, day: date) -> None:
    things.create(session, "absence", {"member_id": member, "first_day": day, "last_day": day, "note": ""})


def test_each_answer_and_its_way_back(team: Team) -> None:
    me = team.open.me
    assert me is not None
    handed, qualified, accepted = team.stage("handoff"), team.stage(name="Qualified"), team.stage(name="Accepted")
    answers: list[tuple[str, Callable[..., None], tuple[Any, ...], int]] = [
        ("accepted", answering.accept, (), accepted),
        ("rejected", answering.reject, (team.reason("reject"),), qualified),
        ("recycled", answering.recycle, (date(2026, 4, 1), team.reason("recycle")), qualified),
    ]
    for lead, (answer, service, words, stage) in enumerate(answers, start=1):
        team.hand_over(lead)
        team.now += timedelta(minutes=1)
        team.open.write(service, lead, *words)
        assert (team.of(lead)[0].answer, team.stands(lead).stage_id) == (answer, stage)
        with pytest.raises(RefusedError, match=f"answered already: {me.name}"):
            team.open.write(answering.accept, lead)
        team.open.write(undo.undo)
        assert (team.of(lead)[0].answer, team.stands(lead).stage_id) == (None, handed)
        team.open.write(undo.redo)
        assert (team.of(lead)[0].answer, team.stands(lead).stage_id) == (answer, stage)
    assert team.stands(1).owner_id == me.id


def test_all_but_accept_need_a_reason_and_nobody_gets_a_lead_twice(team: Team) -> None:
    people = add_members(team.open, ["Ada", "Bo"], active=True)
    ada, bo = (team.open.context().members[people[name]] for name in ("Ada", "Bo"))
    team.hand_over(1)
    for service, words in (
        (answering.reject, (None,)),
        (answering.recycle, (date(2026, 4, 1), team.reason("reject"))),
        (answering.reroute, (ada, None)),
    ):
        with pytest.raises(RefusedError, match="needs a reason"):
            team.open.write(service, 1, *words)
    with pytest.raises(RefusedError, match="must lie ahead"):
        team.open.write(answering.recycle, 1, MONDAY.date(), team.reason("recycle"))
    reason = team.reason("reject")
    for one in (ada, bo):
        team.open.write(answering.reroute, 1, one, reason)
    for to in (ada, None):
        with pytest.raises(RefusedError, match="in a circle"):
            team.open.write(answering.reroute, 1, to, reason)
    assert [(one.receiver, one.answer) for one in team.of(1)] == [("Bo", None), ("Ada", "rerouted"), ("", "rerouted")]
    team.open.write(undo.undo)
    assert [(one.receiver, one.answer) for one in team.of(1)] == [("Ada", None), ("", "rerouted")]


def test_left_to_expire_it_moves_by_itself_with_no_client_open(on_file: Team) -> None:
    ada = add_members(on_file.open, ["Ada"], active=True)["Ada"]
    agree(on_file, route="person", route_member_id=ada)
    on_file.hand_over(1)
    on_file.open.write(_away, ada, date(2026, 3, 10))
    on_file.now = datetime(2026, 3, 9, 13, 59, tzinfo=ZONE)
    assert (silence.settle(on_file.open), on_file.of(1)[0].answer) == (0, None)
    # Nobody looks until Thursday: every read says what happened, and when, before anybody makes it fact.
    on_file.now = datetime(2026, 3, 12, 12, tzinfo=ZONE)
    due = datetime(2026, 3, 9, 14, tzinfo=ZONE)
    assert (on_file.of(1)[0].answer, on_file.of(1)[0].answered_at) == ("returned", due)
    with pytest.raises(RefusedError, match="returned by silence"):
        on_file.open.write(answering.accept, 1)
    with door.open_workspace(on_file.url, clock=lambda: on_file.now) as other:
        assert (other.read(silence.due), on_file.open.read(silence.due)) == (([on_file.of(1)[0].id], []),) * 2
        assert (silence.settle(other), silence.settle(on_file.open)) == (2, 0)
    # From Ada to the pool, and from there back to the sender, each at its own moment.
    late = datetime(2026, 3, 10, 10, tzinfo=ZONE)
    assert [(one.receiver, one.answer, one.answered_at) for one in on_file.of(1)] == [
        ("", "returned", late),
        ("Ada", "returned", due),
    ]
    stands = on_file.stands(1)
    assert (stands.stage_id, stands.entered_at) == (on_file.stage(name="Qualified"), late)
    with on_file.open.reading() as session:
        stays = session.execute(sa.select(Stay.left_at).where(Stay.lead_id == 1).order_by(Stay.id)).scalars().all()
    assert stays[1:] == [late, None]
    # What time did is nobody's act to undo.
    act = on_file.open.read(undo.next_undo)
    assert act is None or not act.act.startswith("silence")


def test_many_clients_make_it_fact_once(on_file: Team) -> None:
    found = on_file.hand_over(1)
    on_file.now += timedelta(days=5)
    first = on_file.open.write(silence.expire, found.id, op=f"silence-{found.id}")
    again = on_file.open.write(silence.expire, found.id, op=f"silence-{found.id}")
    assert [entry.id for entry in again.entries] == [entry.id for entry in first.entries]
    assert len(on_file.of(1)) == 1
    with on_file.open.reading() as session:
        assert session.execute(sa.select(sa.func.count()).where(Stay.lead_id == 1)).scalar_one() == 3


def test_a_recycled_lead_comes_back_on_its_day(on_file: Team) -> None:
    for lead in (1, 2):
        on_file.hand_over(lead)
        on_file.open.write(answering.recycle, lead, date(2026, 3, 16), on_file.reason("recycle"))
    on_file.open.write(leads.move, 2, on_file.stage(name="Accepted"))
    on_file.now = datetime(2026, 3, 15, 23, 59, tzinfo=ZONE)
    assert silence.settle(on_file.open) == 0
    on_file.now = datetime(2026, 3, 16, 9, 30, tzinfo=ZONE)
    assert (silence.settle(on_file.open), silence.settle(on_file.open)) == (2, 0)
    assert [one.answer for one in on_file.of(1)] == [None, "recycled"]
    assert on_file.of(1)[0].sent_at == on_file.stands(1).entered_at == datetime(2026, 3, 16, tzinfo=ZONE)
    # One that went on meanwhile stays where it is.
    assert (len(on_file.of(2)), on_file.stands(2).stage_id) == (1, on_file.stage(name="Accepted"))


def test_who_leaves_leaves_their_handoffs_to_the_pool(team: Team) -> None:
    ada = add_members(team.open, ["Ada"], active=True)["Ada"]
    agree(team, route="person", route_member_id=ada)
    assert team.hand_over(1).receiver == "Ada"
    change = team.open.write(members.change, ada, {"active": False})
    assert [entry.kind for entry in change.entries] == ["member", "handoff"]
    assert (team.of(1)[0].receiver, team.of(1)[0].answer) == ("", None)
    # The route names somebody who is gone: the pool.
    assert team.hand_over(2).receiver == ""


def test_the_commands(team: Team) -> None:
    add_members(team.open, ["Ada"], active=True)
    answer = asked("handoff", team.url, "1", "--to", "Ada", "--note", "Wants a demo")
    assert [(one["receiver"], one["note"], one["answer"]) for one in answer["handoffs"]] == [
        ("Ada", "Wants a demo", None)
    ]
    assert "already" in run("handoff", team.url, "1", code=1).stderr
    assert "reason" in run("answer", team.url, "1", "reject", code=1).stderr
    assert run("answer", team.url, "1", "recycle", "--reason", "Timing is wrong, try later", code=2).stderr
    assert "rerouted" in run("answer", team.url, "1", "reroute", "--to", "pool", "--reason", "Wrong person").stdout
    assert asked("answer", team.url, "1", "accept")["handoffs"][0]["answer"] == "accepted"
    assert [one["answer"] for one in asked("show", team.url, "lead", "1")["handoffs"]] == ["accepted", "rerouted"]
    run("handoff", team.url, "2", "--to", "pool")
    team.open.write(_long_ago, 2)  # the clock moved on by a month
    # No client was open when the time ran out; the next command finds it done.
    shown = asked("show", team.url, "lead", "2")
    assert (shown["stage"], shown["handoffs"][0]["answer"]) == ("Qualified", "returned")
    assert "returned by silence" in run("show", team.url, "lead", "2").stdout


def test_of_two_answers_from_two_processes_in_one_second_one_wins_and_the_other_is_told(team: Team) -> None:
    for lead in (1, 2):
        run("handoff", team.url, lead, "--to", "pool")
        ways = (("accept",), ("reject", "--reason", "Wrong person"))
        with ThreadPoolExecutor() as pool:
            first, second = pool.map(lambda way: ended("-m", "app", "answer", team.url, lead, *way), ways)  # noqa: B023 - both end before the next lead
        assert sorted((first.returncode, second.returncode)) == [0, 1], (first, second)
        told = first if first.returncode else second
        assert "Traceback" not in told.stderr
        assert "was answered already" in told.stderr
        won = "accepted" if second.returncode else "rejected"
        assert [one["answer"] for one in asked("show", team.url, "lead", lead)["handoffs"]] == [won]


def test_expired_with_no_client_open_both_ledgers_show_it(team: Team) -> None:
    team.now = door.utc_now()
    agree(team, promises=[{"team": "sales", "metric": "answers", "within_minutes": 240, "period": "month"}])
    team.hand_over(1)
    team.open.write(_long_ago, 1)
    start = (team.now - timedelta(days=60)).astimezone(ZONE).date().isoformat()
    sides = {one["team"]: one for one in asked("ledger", team.url, "--from", start)["teams"]}
    assert (sides["sales"]["to"], sides["sales"]["overdue"], sides["sales"]["kept"]) == ("marketing", 1, 0)
    assert [one.answer for one in team.of(1)] == ["returned"]


def _long_ago(session: Session, lead: int) -> None:
    sent = session.info["write"].now - timedelta(days=30)
    session.execute(sa.update(Handoff).where(Handoff.lead_id == lead).values(sent_at=sent))


def test_absences_by_the_command_line(team: Team) -> None:
    add_members(team.open, ["Ada"], active=True)
    answer = asked("members", team.url, "away", "Ada", "--from", "2026-03-10", "--to", "2026-03-12")
    assert next(one for one in answer if one["name"] == "Ada")["away"] == [{"from": "2026-03-10", "to": "2026-03-12"}]
    assert run("members", team.url, "away", "Ada", "--from", "2026-03-12", "--to", "2026-03-10", code=1).stderr
    with team.open.reading() as session:
        assert session.execute(sa.select(sa.func.count()).select_from(Absence)).scalar_one() == 1
