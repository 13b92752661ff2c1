"""The command on what waits for a member, as a process on both engines."""

from datetime import timedelta

from app import contacts, feed, inbox, leads, tasks, undo
from app.handoffs import answering, disputes
from app.workspace import Workspace, open_workspace, utc_now
from tests.helpers.commands import asked, run
from tests.helpers.parties import parties


def test_nothing_waits_in_a_new_workspace(url: str) -> None:
    assert asked("inbox", url) == {"count": 0, "overdue": 0, "items": []}
    assert run("inbox", url).stdout == "Nothing waits for you.\n"


def test_a_task_waits_from_a_week_before_it_is_due_until_it_is_done(url: str) -> None:
    with open_workspace(url) as mine:
        change = mine.write(contacts.create, {"name": "Amelia Okafor"})
        amelia = next(one.id for one in change.entries if one.kind == "contact")
        mine.write(tasks.add, "contact", amelia, "Send the quote", due_at=utc_now() + timedelta(hours=1))
        mine.write(tasks.add, "contact", amelia, "Not before long", due_at=utc_now() + timedelta(days=30))
    found = asked("inbox", url)
    (one,) = found["items"]
    assert (found["count"], found["overdue"]) == (1, 0)
    assert (one["group"], one["sort"], one["record"], one["text"]) == (
        *("tasks", "task", "Amelia Okafor"),
        "Send the quote",
    )
    (line,) = run("inbox", url).stdout.splitlines()
    assert line.startswith(f"task:{one['id']}  tasks: Amelia Okafor (by ")
    assert line.endswith(": Send the quote")
    key = f"task:{one['id']}"
    assert asked("inbox", url, "--later", key, "--until", str((utc_now() + timedelta(days=3)).date()))["items"] == []
    with open_workspace(url) as mine:
        mine.write(undo.undo)
        assert [one.text for one in mine.read(inbox.found).items] == ["Send the quote"]
    assert asked("inbox", url, "--done", key)["items"] == []
    with open_workspace(url) as mine:
        assert mine.read(inbox.found).tasks[0].title == "Not before long"  # a task is ticked off


def test_what_names_nothing_in_an_inbox_is_wrong_usage(file_url: str) -> None:
    assert "SORT:ID" in run("inbox", file_url, "--done", "lunch:1", code=2).stderr
    assert "--until" in run("inbox", file_url, "--later", "task:1", code=2).stderr
    assert run("inbox", file_url, "--done", "task:99", code=1).stderr == "tandem: There is no task 99.\n"


def new_lead(mine: Workspace, name: str) -> int:
    change = mine.write(leads.create, {"name": name})
    return next(one.id for one in change.entries if one.kind == "lead")


def test_a_handoff_a_mention_and_a_dispute_wait_for_whom_they_are_meant(url: str) -> None:
    with parties(url) as both:
        sol = both.sales.me
        assert sol is not None
        refused, sent = new_lead(both.marketing, "Nora Vidal"), new_lead(both.marketing, "Forty seats")
        both.marketing.write(answering.send, refused, sol)
        reason = both.sales.context().reason("Wrong person", "reject").id
        both.sales.write(answering.reject, refused, reason)
        both.marketing.write(disputes.dispute, refused, "She decides on the budget")
        both.marketing.write(answering.send, sent, sol, "Knows us from the fair")
        both.marketing.write(feed.add, "lead", sent, "note", "@Sol could you ring today?")
        who = () if both.sales.store.stamps else ("--as", sol.email)
        found = asked("inbox", both.sales.url, *who)
        assert (found["count"], found["overdue"]) == (3, 0)
        handoff, mention, dispute = found["items"]
        assert [(one["group"], one["sort"], one["record"]) for one in (handoff, mention, dispute)] == [
            ("handoffs", "handoff", "Forty seats"),
            ("mentions", "mention", "Forty seats"),
            ("disputes", "dispute", "Nora Vidal"),
        ]
        assert {one["who"] for one in found["items"]} == {"Mia"}
        assert handoff["clock"]["left_minutes"] <= handoff["minutes"]
        assert mention["activity_id"] == 1
        said = run("inbox", both.sales.url, *who).stdout.splitlines()
        assert said[0].startswith(f"handoff:{handoff['id']}  handoffs: Forty seats, Mia (by ")
        assert said[0].endswith("): Knows us from the fair")
        assert said[1].endswith("): @Sol could you ring today?")
        assert said[2].startswith(f"dispute:{dispute['id']}  disputes: Nora Vidal, Mia (")
        assert said[2].endswith("): She decides on the budget")
        if not both.sales.store.stamps:  # it is nobody else's
            ada = asked("inbox", url)["items"]
            assert [one["sort"] for one in ada] == ["dispute"]  # an admin may rule it
