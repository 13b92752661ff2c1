"""Saved views, on both engines."""

import pytest

from app import leads, undo, views
from app.administration import add_member
from app.errors import KnownError, RefusedError, UsageError
from app.workspace import Workspace, open_workspace
from tests.helpers.workspaces import add_login


def named(workspace: Workspace) -> list[str]:
    return [view.name for view in workspace.read(views.views)]


def test_a_new_workspace_has_a_few_and_counts_them(workspace: Workspace) -> None:
    found = workspace.read(views.views)
    assert named(workspace) == ["Reply overdue", "My leads", "Hot this week", "No next step"]
    assert [view.is_alarm for view in found] == [True, False, False, False]
    workspace.write(leads.create, {"name": "First order", "owner": workspace.me.id if workspace.me else None})
    counts = workspace.read(views.counts, found)
    assert (counts.contacts, counts.open_leads) == (0, 1)
    assert [counts.views[view.id] for view in found] == [0, 1, 0, 1]


def test_keeping_changing_moving_and_removing_can_be_undone(workspace: Workspace) -> None:
    made = workspace.write(views.save, "contact", "  Rome  only ", "city:rome", shared=True)
    number = made.entries[0].id
    assert named(workspace)[-1] == "Rome only"
    workspace.write(views.change, number, {"name": "Romans", "query": "city:roma"})
    workspace.write(views.move, number, -1)
    assert named(workspace)[-2:] == ["Romans", "No next step"]
    workspace.write(views.move, number, 5)
    workspace.write(views.remove, number)
    assert "Romans" not in named(workspace)
    for _ in range(4):
        workspace.write(undo.undo)
    assert named(workspace) == ["Reply overdue", "My leads", "Hot this week", "No next step"]


def test_what_cannot_be_read_is_not_kept(workspace: Workspace) -> None:
    for name, query in (("Wrong", "stgae:new"), (" ", "city:rome")):
        with pytest.raises(UsageError):
            workspace.write(views.save, "lead", name, query)
    number = workspace.write(views.save, "lead", "Trial", "score>4").entries[0].id
    with pytest.raises(UsageError):
        workspace.write(views.change, number, {"query": "score>"})


def test_a_view_whose_query_can_no_longer_be_read_has_no_count(workspace: Workspace) -> None:
    view = views.View(7, "lead", "Old", "gone_field:x", shared=True, own=True)
    assert workspace.read(views.counts, [view]).views == {}


def test_an_own_view_is_nobody_elses(url: str) -> None:
    with open_workspace(url) as ada:
        if ada.store.stamps:
            bo_at, bo_is = add_login(url, "Bo"), None
        else:
            add_member(ada, name="Bo", email="bo@harbor.example", team="sales", role="member")
            bo_at, bo_is = url, "bo@harbor.example"
        own = ada.write(views.save, "lead", "Ada's own", "owner:me").entries[0].id
        shared = ada.write(views.save, "lead", "For all", "score>5", shared=True).entries[0].id
        with open_workspace(bo_at, bo_is) as bo:
            assert "For all" in named(bo)
            assert "Ada's own" not in named(bo)
            for act in ((views.change, own, {"name": "Mine"}), (views.remove, own)):
                with pytest.raises(KnownError):
                    bo.write(*act)
            with pytest.raises(RefusedError):
                bo.write(views.change, shared, {"shared": False})
            bo.write(views.change, shared, {"name": "For everybody"})
        assert "For everybody" in named(ada)
        assert "Ada's own" in named(ada)
