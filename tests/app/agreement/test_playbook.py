"""What the agreement has done for a lead appears as tasks, due in working time."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from app import inbox, leads, moving, tasks, undo
from app.agreement import drafts
from app.agreement.playbook import due
from app.workspace import Workspace
from tests.app.test_leads import new_lead, stage
from tests.helpers.parties import Parties, draft_of, parties


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        number = draft_of(found.marketing)
        plays: list[dict[str, Any]] = [
            {"key": "greet", "title": "Say hello", "within_minutes": 480, "doer": "marketing"},
            {
                "key": "call",
                "title": "First call",
                "within_minutes": 240,
                "doer": "owner",
                "stage_id": stage(found.marketing, "Qualified"),
            },
            {
                "key": "deck",
                "title": "Send the deck",
                "within_minutes": 60,
                "doer": "sales",
                "stage_id": stage(found.marketing, "Qualified"),
                "query": "value>=1000",
            },
        ]
        found.marketing.write(drafts.rewrite, number, {"mql_points": None}, {"clause": [], "play": plays})
        found.settle(number)
        yield found


def owed(workspace: Workspace, lead: int) -> dict[str, Any]:
    with workspace.reading() as session:
        statement = "SELECT title, owner_id, team, due_at FROM tasks WHERE deleted_at IS NULL AND record_id = {}"
        return {row.title: row for row in session.connection().exec_driver_sql(statement.format(lead)).all()}


def test_what_is_owed_appears_as_tasks_and_goes_with_undo(both: Parties) -> None:
    mia = both.marketing.me
    assert mia is not None
    lead = new_lead(both.marketing, "Ida", owner=mia.id, value="5000")
    found = owed(both.sales, lead)
    assert [(one.title, one.owner_id, one.team) for one in found.values()] == [("Say hello", None, "marketing")]
    assert [one.title for one in both.marketing.read(inbox.found).tasks] == ["Say hello"]
    assert [one.title for one in both.sales.read(inbox.found).tasks] == []
    both.marketing.write(leads.move, lead, stage(both.marketing, "Qualified"))
    found = owed(both.sales, lead)
    assert (found["First call"].owner_id, found["Send the deck"].team) == (mia.id, "sales")
    assert found["Send the deck"].due_at < found["First call"].due_at
    both.marketing.write(leads.move, lead, stage(both.marketing, "New"))
    both.marketing.write(leads.move, lead, stage(both.marketing, "Qualified"))
    assert len(owed(both.sales, lead)) == 3  # none is asked for twice while it is open
    for _ in range(3):
        both.marketing.write(undo.undo)
    assert list(owed(both.sales, lead)) == ["Say hello"]


def test_only_for_whom_it_is_meant_and_for_many_at_once(both: Parties) -> None:
    cheap, dear = new_lead(both.marketing, "Cheap", value="5"), new_lead(both.marketing, "Dear", value="5000")
    both.marketing.write(moving.move_all, [moving.Block((cheap, dear), stage(both.marketing, "Qualified"))])
    assert set(owed(both.sales, cheap)) == {"Say hello", "First call"}
    assert set(owed(both.sales, dear)) == {"Say hello", "First call", "Send the deck"}
    assert owed(both.sales, dear)["First call"].team == "marketing"  # nobody owns it: the stage's team does


def test_the_next_step_follows_and_a_task_that_is_done_is_asked_for_again(both: Parties) -> None:
    lead = new_lead(both.marketing, "Ida")
    both.marketing.write(leads.move, lead, stage(both.marketing, "Qualified"))
    both.marketing.write(tasks.finish_step, lead)
    both.marketing.write(leads.move, lead, stage(both.marketing, "New"))
    assert "First call" not in {one.title for one in both.marketing.read(inbox.found).tasks}
    both.marketing.write(leads.move, lead, stage(both.marketing, "Qualified"))
    assert "First call" in {one.title for one in both.marketing.read(inbox.found).tasks}


def test_a_task_is_due_in_working_time(workspace: Workspace) -> None:
    context = workspace.context()
    start = context.now.replace(year=2026, month=11, day=27, hour=15, minute=30)  # a Friday; 16:30 in Madrid
    found = due(context, start, 60)
    assert found is not None
    assert found - start == timedelta(days=2, hours=16, minutes=30) + timedelta(minutes=30)
