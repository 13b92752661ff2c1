"""Meetings: prepared, run, settled, closed for good, and what comes back the next time."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app import goals, leads, meeting_time, meetings, members, outcomes, things, undo
from app import workspace as door
from app.agenda_page import render_plain
from app.errors import ConflictError, NotFoundError, RefusedError, UsageError
from app.meeting_agenda import Owed, Refusal, Settled, Step
from app.meeting_screen import screen
from app.meeting_time import Running
from app.periods import local_day
from app.summary import render
from app.summary_data import GoalLine, WaitingLine, Win
from app.workspace import Workspace
from tests.helpers.workspaces import add_login

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def at(workspace: Workspace, moment: datetime) -> None:
    workspace.clock = lambda: moment


def prepared(workspace: Workspace, **values: Any) -> int:
    return workspace.write(meetings.prepare, **values).entries[0].id


def step(workspace: Workspace, meeting: int, topic: str) -> Step:
    return next(one for one in workspace.read(meetings.agenda, meeting).steps if one.topic == topic)


def test_the_first_agenda_is_proposed_and_starts_with_the_wins(workspace: Workspace) -> None:
    meeting = prepared(workspace, title="Weekly")
    found = workspace.read(meetings.agenda)
    assert (found.id, found.title, [one.name for one in found.present]) == (meeting, "Weekly", ["Ada Admin"])
    assert [one.topic for one in found.steps] == list(meetings.TOPICS)
    assert found.steps[0].topic == "wins"
    assert found.minutes == sum(minutes for _, minutes in meetings.STANDARD)
    assert [one.title for one in workspace.read(meetings.listed)] == ["Weekly"]


def test_the_next_one_is_like_the_one_before_a_week_later_by_the_clock_on_the_wall(file_workspace: Workspace) -> None:
    workspace = file_workspace
    before_summer_ends = datetime(2026, 10, 19, 8, 0, tzinfo=UTC)  # ten o'clock in Madrid
    at(workspace, before_summer_ends + timedelta(hours=1))
    first = prepared(workspace, title="Weekly", starts_at=before_summer_ends)
    for one in workspace.read(meetings.agenda, first).steps[2:]:
        workspace.write(meetings.remove_step, one.id)
    workspace.write(meetings.add_step, first, "Trade fair", 7)
    prepared(workspace)
    at(workspace, datetime(2026, 10, 30, tzinfo=UTC))
    prepared(workspace)
    last, second, _ = workspace.read(meetings.listed)
    assert second.starts_at == datetime(2026, 10, 26, 9, 0, tzinfo=UTC)
    assert last.starts_at == datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    steps = workspace.read(meetings.agenda, last.id).steps
    assert [(one.topic, one.title, one.minutes) for one in steps] == [
        ("wins", "", 4),
        ("goals", "", 6),
        ("", "Trade fair", 7),
    ]


def test_without_a_meeting_the_agenda_is_that_of_one_held_now(workspace: Workspace) -> None:
    found = workspace.read(meetings.agenda)
    assert (found.id, found.to_json()["meeting"]) == (0, None)
    assert [one.topic for one in found.steps] == list(meetings.TOPICS)
    assert render(workspace.read(meetings.summary_of)).startswith(b"%PDF")
    with pytest.raises(NotFoundError, match="no meeting 7"):
        workspace.read(meetings.agenda, 7)


def test_every_topic_says_what_there_is_to_talk_about(workspace: Workspace) -> None:
    context = workspace.context()
    today = local_day(context.now, context.zone)
    won = workspace.write(leads.create, {"name": "Bellini", "value": "380", "source": "Fair"}).entries[0].id
    lost = workspace.write(leads.create, {"name": "Costa"}).entries[0].id
    slow = workspace.write(leads.create, {"name": "Okafor", "value": "48"}).entries[0].id
    workspace.write(leads.move, won, context.stage("Won").id)
    workspace.write(leads.move, lost, context.stage("Lost").id, reason=context.reason("Price").id)
    workspace.write(leads.edit, slow, {"due": (context.now - timedelta(hours=30)).isoformat()})
    period = {"starts": today - timedelta(days=40), "ends": today + timedelta(days=40)}
    workspace.write(goals.create, {"name": "Deals", "metric": "won", "target": Decimal(2), **period})
    workspace.write(outcomes.add_win, "Page <live>", "Madrid")
    workspace.write(things.create, "campaign", {"name": "Spring", "name_key": "spring", "starts": today})
    meeting = prepared(workspace)
    workspace.write(outcomes.decide, meeting, "Webinar leads go *first*.")
    workspace.write(outcomes.add_action, meeting, "Call back", context.me.id if context.me else None, today)
    workspace.write(meetings.edit_step, step(workspace, meeting, "goals").id, {"notes": "Half way.\nGood."})
    assert [one.title for one in step(workspace, meeting, "wins").lines if isinstance(one, Win)] == [
        "Bellini",
        "Page <live>",
    ]
    (goal,) = step(workspace, meeting, "goals").lines
    assert isinstance(goal, GoalLine)
    assert (goal.actual, goal.target, goal.population, goal.clock) == (Decimal(1), Decimal(2), "won", "won_day")
    assert step(workspace, meeting, "refusals").lines == (Refusal("Price", 1),)
    (waiting,) = step(workspace, meeting, "waiting").lines
    assert isinstance(waiting, WaitingLine)
    assert (waiting.contact, waiting.overdue) == ("Okafor", Decimal(30))
    assert [one.text for one in step(workspace, meeting, "decisions").lines if isinstance(one, Settled)] == [
        "Webinar leads go *first*."
    ]
    (action,) = step(workspace, meeting, "actions").lines
    assert isinstance(action, Owed)
    assert (action.what, action.who, action.due, action.late) == ("Call back", "Ada Admin", today, False)
    found = workspace.read(meetings.agenda, meeting)
    plain = render_plain(found)
    for words in ("Bellini", "Page <live>", "Deals: 1 of 2", "Price: 1", "30\xa0h over", "Spring", "*first*", "Good."):
        assert words in plain
    assert "Objetivos comunes" in render_plain(found, "es")
    document = json.loads(json.dumps(found.to_json()))
    assert [one["topic"] for one in document["steps"]] == list(meetings.TOPICS)
    assert document["steps"][1]["lines"][0]["actual"] == "1.00"


def test_everybody_who_is_there_is_written_down_once(workspace: Workspace) -> None:
    tom = workspace.write(members.add, "Tom", "tom@x.example", "sales").entries[0].id
    meeting = prepared(workspace, present=[])
    workspace.write(meetings.attend, meeting, [tom, tom])
    workspace.write(meetings.attend, meeting, [tom])
    assert [one.name for one in workspace.read(meetings.agenda, meeting).present] == ["Tom"]
    workspace.write(meetings.attend, meeting, [tom], there=False)
    assert workspace.read(meetings.agenda, meeting).present == ()
    with pytest.raises(UsageError, match="no member 99"):
        workspace.write(meetings.attend, meeting, [99])


def test_steps_are_ordered_timed_and_checked(workspace: Workspace) -> None:
    meeting = prepared(workspace)
    steps = [one.id for one in workspace.read(meetings.agenda, meeting).steps]
    workspace.write(meetings.order_steps, meeting, [steps[3], steps[1]])
    assert [one.id for one in workspace.read(meetings.agenda, meeting).steps][:3] == [steps[3], steps[1], steps[0]]
    workspace.write(meetings.spend, steps[0], 90)
    workspace.write(meetings.spend, steps[0], 30)
    assert step(workspace, meeting, "wins").seconds == 120
    for wrong in ({"topic": "weather"}, {"minutes": -1}, {"title": " ", "topic": ""}, {"seconds": 3}):
        with pytest.raises(UsageError):
            workspace.write(meetings.edit_step, steps[0], wrong)
    with pytest.raises(UsageError):
        workspace.write(meetings.spend, steps[0], -1)


def test_a_meeting_begins_with_its_first_step_and_only_once(file_workspace: Workspace) -> None:
    at(file_workspace, MONDAY)
    meeting = prepared(file_workspace, starts_at=MONDAY + timedelta(hours=1))
    at(file_workspace, MONDAY + timedelta(minutes=63))
    file_workspace.write(meeting_time.run, step(file_workspace, meeting, "wins").id)
    at(file_workspace, MONDAY + timedelta(minutes=80))
    file_workspace.write(meeting_time.pause, meeting)
    file_workspace.write(meeting_time.run, step(file_workspace, meeting, "goals").id)
    assert file_workspace.read(meetings.listed)[0].starts_at == MONDAY + timedelta(minutes=63)


def test_a_meeting_of_another_day_keeps_its_day_when_its_time_runs(file_workspace: Workspace) -> None:
    at(file_workspace, MONDAY)
    meeting = prepared(file_workspace, starts_at=MONDAY)
    at(file_workspace, MONDAY + timedelta(days=2))
    file_workspace.write(meeting_time.run, step(file_workspace, meeting, "wins").id)
    assert file_workspace.read(meetings.listed)[0].starts_at == MONDAY


def test_the_time_of_a_step_is_kept_in_the_workspace_and_never_undone(file_workspace: Workspace) -> None:
    at(file_workspace, MONDAY)
    meeting = prepared(file_workspace, starts_at=MONDAY)
    wins, goals_ = step(file_workspace, meeting, "wins").id, step(file_workspace, meeting, "goals").id
    file_workspace.write(meeting_time.run, wins)
    at(file_workspace, MONDAY + timedelta(seconds=40))
    assert file_workspace.read(screen, meeting).running == Running(wins, 40, "Ada Admin")
    file_workspace.write(meeting_time.run, goals_)
    assert step(file_workspace, meeting, "wins").seconds == 40
    at(file_workspace, MONDAY + timedelta(seconds=100))
    file_workspace.write(meeting_time.pause, meeting)
    assert file_workspace.read(screen, meeting).running == Running(goals_, None, "Ada Admin")
    assert step(file_workspace, meeting, "goals").seconds == 60
    act = file_workspace.read(undo.next_undo)
    assert act is not None
    assert act.act == "meetings.prepare"
    file_workspace.write(meeting_time.run, goals_)
    at(file_workspace, MONDAY + timedelta(seconds=130))
    file_workspace.write(meetings.remove_step, goals_)
    assert file_workspace.read(screen, meeting).running == Running(goals_, None, "Ada Admin")
    file_workspace.write(meeting_time.run, wins)
    at(file_workspace, MONDAY + timedelta(seconds=150))
    file_workspace.write(meetings.close, meeting)
    assert step(file_workspace, meeting, "wins").seconds == 60
    with pytest.raises(RefusedError):
        file_workspace.write(meeting_time.run, wins)


def test_a_running_step_counts_by_the_clock_that_stamped_it(workspace: Workspace) -> None:
    meeting = prepared(workspace)
    first = workspace.read(meetings.agenda, meeting).steps[0].id
    workspace.write(meeting_time.run, first)
    found = workspace.read(screen, meeting).running
    assert found is not None
    assert (found.step_id, found.by) == (first, "Ada Admin")
    assert found.seconds is not None
    assert found.seconds < 60


def test_an_agenda_is_arranged_in_one_act_and_kept_for_new_meetings(workspace: Workspace) -> None:
    meeting = prepared(workspace)
    base = workspace.read(meetings.steps_of, meeting)
    mine = [base[1], base[0] | {"minutes": 9}, {"id": 0, "title": "Trade fair", "topic": "", "minutes": 7}]
    extra = workspace.write(meetings.add_step, meeting, "A colleague's").entries[0].id
    workspace.write(meetings.edit_step, base[1]["id"], {"minutes": 11})
    workspace.write(meetings.arrange, meeting, mine, base, standing=True)
    told = [(one["title"], one["topic"], one["minutes"]) for one in workspace.read(meetings.steps_of, meeting)]
    wanted = [("", base[1]["topic"], 11), ("", base[0]["topic"], 9), ("Trade fair", "", 7)]
    assert told == [*wanted, ("A colleague's", "", 5)]
    assert workspace.read(meetings.steps_of, meeting)[-1]["id"] == extra
    later = prepared(workspace)
    begun = [(one["title"], one["minutes"]) for one in workspace.read(meetings.steps_of, later)]
    assert begun == [("", base[1]["minutes"]), ("", 9), ("Trade fair", 7)]
    workspace.write(undo.undo)
    workspace.write(undo.undo)
    assert [one["id"] for one in workspace.read(meetings.steps_of, meeting)] == [one["id"] for one in base] + [extra]
    assert workspace.read(meetings.steps_of, None) == []
    with pytest.raises(UsageError):
        workspace.write(meetings.arrange, None, [{"id": 0, "title": "", "topic": "", "minutes": 1}], [])


def test_the_standing_agenda_is_that_of_the_latest_meeting_until_one_is_kept(workspace: Workspace) -> None:
    assert [one["topic"] for one in workspace.read(meetings.standing)] == list(meetings.TOPICS)
    meeting = prepared(workspace)
    steps = workspace.read(meetings.steps_of, meeting)
    workspace.write(meetings.arrange, meeting, steps[:2], steps)
    shown = workspace.read(meetings.standing)
    assert [(one["id"], one["topic"]) for one in shown] == [(0, one["topic"]) for one in steps[:2]]
    workspace.write(meetings.arrange, None, shown[:1], shown)
    kept = workspace.read(meetings.standing)
    assert [one["topic"] for one in kept] == [steps[0]["topic"]]
    workspace.write(meetings.remove_step, kept[0]["id"])
    assert len(workspace.read(meetings.standing)) == 2


def test_notes_merge_by_field_and_a_true_conflict_is_asked(workspace: Workspace) -> None:
    meeting = prepared(workspace, title="Weekly")
    workspace.write(meetings.edit, meeting, {"notes": "ours"}, {"notes": ""})
    workspace.write(meetings.edit, meeting, {"title": "Monday"}, {"title": "Weekly"})
    with pytest.raises(ConflictError, match="notes"):
        workspace.write(meetings.edit, meeting, {"notes": "theirs"}, {"notes": ""})
    workspace.write(meetings.edit, meeting, {"notes": ""})
    summary = workspace.read(meetings.summary_of, meeting)
    assert (summary.title, summary.notes) == ("Monday", "")


def test_a_closed_meeting_stands_and_its_reprint_is_the_same_to_the_byte(workspace: Workspace) -> None:
    lead = workspace.write(leads.create, {"name": "Bellini", "value": "380"}).entries[0].id
    workspace.write(leads.move, lead, workspace.context().stage("Won").id)
    meeting = prepared(workspace, title="Weekly")
    decision = workspace.write(outcomes.decide, meeting, "Ja.").entries[0].id
    workspace.write(meetings.close, meeting)
    before = render(workspace.read(meetings.summary_of, meeting))
    workspace.write(leads.edit, lead, {"value": "999", "name": "Other"})
    workspace.write(outcomes.add_win, "Later")
    assert render(workspace.read(meetings.summary_of, meeting)) == before
    (win,) = step(workspace, meeting, "wins").lines
    assert isinstance(win, Win)
    assert win.title == "Bellini"
    row = workspace.read(meetings.agenda, meeting).steps[0]
    for act in (
        lambda: workspace.write(outcomes.decide, meeting, "Nein."),
        lambda: workspace.write(outcomes.edit_decision, decision, "Nein."),
        lambda: workspace.write(outcomes.remove_decision, decision),
        lambda: workspace.write(outcomes.add_action, meeting, "Call"),
        lambda: workspace.write(meetings.edit, meeting, {"notes": "x"}),
        lambda: workspace.write(meetings.attend, meeting, []),
        lambda: workspace.write(meetings.edit_step, row.id, {"notes": "x"}),
        lambda: workspace.write(meetings.spend, row.id, 1),
        lambda: workspace.write(meetings.close, meeting),
        lambda: workspace.write(meetings.remove, meeting),
        lambda: workspace.write(meeting_time.run, row.id),
    ):
        with pytest.raises(RefusedError, match="closed"):
            act()


def test_closing_can_be_undone_and_redone(workspace: Workspace) -> None:
    meeting = prepared(workspace, title="Weekly")
    workspace.write(meetings.close, meeting)
    workspace.write(undo.undo)
    assert workspace.read(meetings.listed)[0].closed_at is None
    workspace.write(meetings.edit, meeting, {"notes": "One thing more"})
    workspace.write(undo.undo)
    workspace.write(undo.undo)
    assert workspace.read(meetings.listed) == []
    workspace.write(undo.redo)
    assert len(workspace.read(meetings.agenda, meeting).steps) == len(meetings.STANDARD)
    workspace.write(outcomes.decide, meeting, "Ja.")
    workspace.write(meetings.close, meeting)
    assert workspace.read(meetings.summary_of, meeting).decisions == ("Ja.",)


def test_open_actions_come_back_until_they_are_done(file_workspace: Workspace) -> None:
    workspace = file_workspace
    at(workspace, MONDAY)
    first = prepared(workspace, starts_at=MONDAY)
    done, left, late = (
        workspace.write(outcomes.add_action, first, title, 1, due).entries[0].id
        for title, due in (("done", None), ("left", date(2026, 12, 9)), ("late", date(2026, 11, 24)))
    )
    workspace.write(meetings.close, first)
    at(workspace, MONDAY + timedelta(days=3))
    workspace.write(outcomes.finish_action, done)
    workspace.write(outcomes.finish_action, done)
    at(workspace, MONDAY + timedelta(days=7))
    second = prepared(workspace, starts_at=MONDAY + timedelta(days=7))
    lines = {one.id: one for one in step(workspace, second, "actions").lines if isinstance(one, Owed)}
    assert {number: (one.late, one.done, one.age) for number, one in lines.items()} == {
        done: (False, date(2026, 11, 26), 7),
        left: (False, None, 7),
        late: (True, None, 7),
    }
    workspace.write(outcomes.finish_action, done, done=False)
    workspace.write(outcomes.edit_action, late, {"due": date(2026, 12, 1), "title": "no longer late"})
    workspace.write(outcomes.remove_action, left)
    at(workspace, MONDAY + timedelta(days=14))
    third = prepared(workspace, starts_at=MONDAY + timedelta(days=14))
    assert [one.what for one in step(workspace, third, "actions").lines if isinstance(one, Owed)] == [
        "no longer late",
        "done",
    ]
    # The minutes of the first meeting say what was owed when it was closed.
    assert [one.what for one in workspace.read(meetings.summary_of, first).actions or ()] == ["late", "left", "done"]


def test_who_did_an_action_is_the_first_who_said_so(server_url: str) -> None:
    with door.open_workspace(server_url) as ada, door.open_workspace(add_login(server_url, "Bo")) as bo:
        meeting = bo.write(meetings.prepare).entries[0].id
        action = ada.write(outcomes.add_action, meeting, "Call").entries[0].id
        bo.write(outcomes.finish_action, action)
        ada.write(outcomes.finish_action, action)
        bo.write(meetings.close, meeting)
        with ada.reading() as session:
            task = things.read(session, "task", action)
    assert bo.me is not None
    assert task["done_by"] == bo.me.id


def test_the_summary_is_of_the_meeting_that_has_begun_the_agenda_of_the_one_to_come(file_workspace: Workspace) -> None:
    at(file_workspace, MONDAY + timedelta(days=1))
    held = prepared(file_workspace, starts_at=MONDAY, title="held")
    to_come = prepared(file_workspace, title="to come")
    assert file_workspace.read(meetings.summary_of).title == "held"
    assert file_workspace.read(meetings.agenda).id == to_come
    assert held != to_come


@pytest.mark.parametrize(
    ("typed", "title", "owner", "due"),
    [
        ("Call Amelia @Tom Friday", "Call Amelia", "Tom Becker", "2026-11-27"),
        ("Call Amelia @tom becker viernes", "Call Amelia", "Tom Becker", "2026-11-27"),
        ("@sofia llamar a Noor mañana", "llamar a Noor", "Sofía Marín", "2026-11-24"),
        ("Write to @SOFIA MARIN about it Monday", "Write to about it", "Sofía Marín", "2026-11-30"),
        ("Mail noor@x.example today", "Mail noor@x.example", None, "2026-11-23"),
        ("Ask @Ann 2026-12-01", "Ask @Ann", None, "2026-12-01"),
        ("Ask @Annabel Lee Wed", "Ask", "Annabel Lee", "2026-11-25"),
        ("Ask @Nobody soon", "Ask @Nobody soon", None, None),
        ("Friday", "Friday", None, None),
        ("I'll call Ana on Tuesday", "I'll call Ana", None, "2026-11-24"),
        ("send it by Friday.", "send it", None, "2026-11-27"),
        ("Hablar con Noor el viernes", "Hablar con Noor", None, "2026-11-27"),
        ("Enviarlo antes del viernes", "Enviarlo", None, "2026-11-27"),
        ("on Friday", "on", None, "2026-11-27"),
    ],
)
def test_an_action_is_read_as_it_is_typed(
    file_workspace: Workspace, typed: str, title: str, owner: str | None, due: str | None
) -> None:
    at(file_workspace, MONDAY)
    for name in ("Tom Becker", "Sofía Marín", "Annabel Lee", "Ann One", "Ann Two"):
        file_workspace.write(members.add, name, f"{name.split()[-1].lower()}@x.example", "sales")
    context = file_workspace.context()
    found = outcomes.wanted(context, typed)
    assert (found.title, found.owner_id and context.members[found.owner_id].name, str(found.due or "")) == (
        title,
        owner,
        due or "",
    )


def test_what_says_nothing_is_refused(workspace: Workspace) -> None:
    meeting = prepared(workspace)
    for act in (
        lambda: workspace.write(outcomes.decide, meeting, " \0"),
        lambda: workspace.write(outcomes.add_action, meeting, ""),
        lambda: workspace.write(outcomes.add_action, meeting, "Call", 99),
        lambda: workspace.write(outcomes.add_win, "  "),
        lambda: workspace.write(meetings.edit, meeting, {"minutes": None}),
    ):
        with pytest.raises(UsageError):
            act()
    workspace.write(meetings.remove, meeting)
    with pytest.raises(NotFoundError, match="bin"):
        workspace.write(outcomes.decide, meeting, "x")
