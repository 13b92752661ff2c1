"""The command on what waits for a member, as a process on both engines."""

from datetime import timedelta

from app import contacts, tasks
from app.workspace import open_workspace, utc_now
from tests.helpers.commands import asked, run


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
    assert line.startswith("tasks: Amelia Okafor (by ")
    assert line.endswith(": Send the quote")
    with open_workspace(url) as mine:
        mine.write(tasks.finish, one["id"])
    assert asked("inbox", url)["items"] == []
