"""Stages are made, changed, put in order, archived and brought back; what became of leads stays as it is."""

from typing import Any

import pytest

from app import leads, stages, undo
from app.errors import ConflictError, RefusedError, UsageError
from app.workspace import Workspace
from tests.app.test_leads import column, new_lead, stage


def names(workspace: Workspace) -> list[str]:
    return [one.name for one in workspace.context().board()]


def test_a_stage_is_added_moved_and_taken_back(workspace: Workspace) -> None:
    before = names(workspace)
    workspace.write(stages.create, {"name": "  Demo\nbooked ", "team": "sales", "milestone": "sql", "rot_days": 9}, 2)
    assert names(workspace) == [*before[:2], "Demo booked", *before[2:]]
    number = stage(workspace, "Demo booked")
    workspace.write(stages.place, number, 0)
    assert names(workspace) == ["Demo booked", *before]
    workspace.write(stages.place, stage(workspace, "Won"), 0)
    assert workspace.write(leads.create, {"name": "x"}).entries[0].fields["stage"][1] == number  # never the won ones
    for _ in range(3):
        workspace.write(undo.undo)
    assert names(workspace) == [*before[:2], "Demo booked", *before[2:]]
    workspace.write(undo.undo)
    assert names(workspace) == before


def test_two_people_edit_one_stage(workspace: Workspace) -> None:
    number = stage(workspace, "Qualified")
    base = {"name": "Qualified", "rot_days": 5}
    workspace.write(stages.edit, number, {"name": "Ready"}, base)
    workspace.write(stages.edit, number, {"rot_days": 8}, base)
    found = workspace.context().stages[number]
    assert (found.name, found.rot_days) == ("Ready", 8)
    with pytest.raises(ConflictError):
        workspace.write(stages.edit, number, {"name": "Prepared"}, base)


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"name": " \u0000 "}, "needs a name"),
        ({"name": "x" * 50_000}, "at most 80"),
        ({"name": "won"}, "called won already"),
        ({"team": "legal"}, "not a team"),
        ({"rot_days": 0}, "from 1 to 3,650"),
        ({"wip_limit": 10_001}, "from 1 to 10,000"),
        ({"probability": 101}, "from 0 to 100"),
    ],
)
def test_what_is_no_stage_is_refused(workspace: Workspace, values: dict[str, Any], problem: str) -> None:
    before = names(workspace)
    with pytest.raises((UsageError, RefusedError), match=problem):
        workspace.write(stages.edit, stage(workspace, "Qualified"), values)
    with pytest.raises((UsageError, RefusedError), match=problem):
        workspace.write(stages.create, {"name": "Fresh"} | values)
    assert names(workspace) == before


def test_the_kind_is_settled_once_a_lead_stood_there(workspace: Workspace) -> None:
    qualified = stage(workspace, "Qualified")
    workspace.write(stages.edit, qualified, {"kind": "won", "milestone": "customer"})
    workspace.write(undo.undo)
    number = new_lead(workspace, "a")
    workspace.write(leads.move, number, qualified)
    workspace.write(leads.move, number, stage(workspace, "New"))
    assert workspace.read(stages.standing, qualified) == stages.Standing(0, ever=True)
    for values in ({"kind": "lost"}, {"milestone": "sal"}):
        with pytest.raises(RefusedError, match="stand or stood in Qualified"):
            workspace.write(stages.edit, qualified, values)
    workspace.write(stages.edit, qualified, {"kind": "handoff"})
    with pytest.raises(RefusedError, match="needs a stage like Won"):
        workspace.write(stages.edit, stage(workspace, "Won"), {"kind": "open"})


def test_archiving_asks_where_open_leads_go(workspace: Workspace) -> None:
    a, b = new_lead(workspace, "a"), new_lead(workspace, "b")
    new, qualified = stage(workspace, "New"), stage(workspace, "Qualified")
    for number in (a, b):
        workspace.write(leads.move, number, qualified)
    with pytest.raises(RefusedError, match="2 open leads stand in Qualified"):
        workspace.write(stages.archive, qualified)
    with pytest.raises(RefusedError, match="another open stage"):
        workspace.write(stages.archive, qualified, stage(workspace, "Won"))
    change = workspace.write(stages.archive, qualified, new)
    assert change.subject == "Qualified"
    assert "Qualified" not in names(workspace)
    assert column(workspace, "New") == ["b", "a"]
    with pytest.raises(RefusedError, match="archived"):
        workspace.write(leads.move, a, qualified)
    workspace.write(undo.undo)
    assert column(workspace, "Qualified") == ["b", "a"]
    workspace.write(undo.redo)
    workspace.write(stages.bring_back, qualified)
    assert "Qualified" in names(workspace)
    with pytest.raises(RefusedError, match="needs a stage like Lost"):
        workspace.write(stages.archive, stage(workspace, "Lost"))
