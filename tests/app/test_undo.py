"""Undo and redo of every act, across restarts, never over a colleague's change."""

from datetime import date
from decimal import Decimal

import pytest

from app import companies, contacts, goals, leads, members, things, undo
from app import workspace as door
from app.errors import ConflictError, RefusedError
from app.workspace import Workspace


def board(workspace: Workspace) -> dict[str, list[str]]:
    return {one.stage.name: [card.name for card in one.cards] for one in workspace.read(leads.board).columns}


def test_a_row_of_acts_goes_back_and_forth(workspace: Workspace) -> None:
    contact = workspace.write(contacts.create, {"first_name": "Ida", "consent:email": "yes"}).entries[0].id
    workspace.write(contacts.edit, contact, {"city": "Rome", "tags": ["vip"], "consent:email": "no"})
    lead = workspace.write(leads.create, {"contact": contact}).entries[0].id
    context = workspace.context()
    workspace.write(leads.move, lead, context.stage("Qualified").id)
    workspace.write(leads.move, lead, context.stage("Lost").id, reason=context.reason("Price").id)
    after = workspace.read(contacts.detail, contact)
    states = []
    while (act := workspace.read(undo.next_undo)) is not None:
        states.append(act.act)
        workspace.write(undo.undo)
    assert states == ["leads.move", "leads.move", "leads.create", "contacts.edit", "contacts.create"]
    assert workspace.read(contacts.first_page) == []
    assert all(not cards for cards in board(workspace).values())
    while workspace.read(undo.next_redo) is not None:
        workspace.write(undo.redo)
    again = workspace.read(contacts.detail, contact)
    assert board(workspace)["Lost"] == ["Ida"]
    assert again.consents == {"email": "no"}
    kept = {"city", "tags", "name", "first_name"}
    assert {name: again.values[name] for name in kept} == {name: after.values[name] for name in kept}


def test_undo_takes_the_stay_with_it(workspace: Workspace) -> None:
    lead = workspace.write(leads.create, {"name": "a"}).entries[0].id
    workspace.write(leads.move, lead, workspace.context().stage("Proposal").id)
    workspace.write(undo.undo)
    with workspace.reading() as session:
        stays = session.connection().exec_driver_sql("SELECT left_at FROM stays").all()
        row = session.connection().exec_driver_sql("SELECT opportunity_at, mql_at FROM leads").one()
    assert [stay.left_at for stay in stays] == [None]
    assert (row.opportunity_at, row.mql_at) == (None, None)


def test_undo_survives_a_restart_and_is_named(file_url: str) -> None:
    with door.open_workspace(file_url) as first:
        first.write(companies.create, {"name": "Freude GmbH"})
    with door.open_workspace(file_url) as second:
        act = second.read(undo.next_undo)
        assert act is not None
        assert (act.act, act.subject) == ("companies.create", "Freude GmbH")
        second.write(undo.undo)
        assert second.read(undo.next_undo) is None
        assert second.read(undo.next_redo) is not None
    with door.open_workspace(file_url) as third:
        third.write(undo.redo)
        assert third.read(undo.next_redo) is None


def test_a_colleagues_later_change_is_never_overwritten(file_workspace: Workspace) -> None:
    workspace = file_workspace
    workspace.write(members.add, "Tom", "tom@x.example", "sales")
    contact = workspace.write(contacts.create, {"first_name": "Ida"}).entries[0].id
    workspace.write(contacts.edit, contact, {"city": "Rome", "job_title": "CEO"})
    with door.open_workspace(workspace.url, "tom@x.example") as tom:
        assert tom.read(undo.next_undo) is None
        tom.write(contacts.edit, contact, {"city": "Milan"})
    with pytest.raises(ConflictError, match="city"):
        workspace.write(undo.undo)
    values = workspace.read(contacts.detail, contact).values
    assert (values["city"], values["job_title"]) == ("Milan", "CEO")


def test_a_lead_that_a_colleague_moved_on_stays_where_it_is(file_workspace: Workspace) -> None:
    workspace = file_workspace
    workspace.write(members.add, "Tom", "tom@x.example", "sales")
    lead = workspace.write(leads.create, {"name": "a"}).entries[0].id
    context = workspace.context()
    workspace.write(leads.move, lead, context.stage("Qualified").id)
    with door.open_workspace(workspace.url, "tom@x.example") as tom:
        tom.write(leads.move, lead, context.stage("Accepted").id)
    with pytest.raises(ConflictError, match="moved by a colleague"):
        workspace.write(undo.undo)
    assert board(workspace)["Accepted"] == ["a"]


def test_a_new_act_ends_the_chance_to_redo(workspace: Workspace) -> None:
    contact = workspace.write(contacts.create, {"first_name": "Ida"}).entries[0].id
    workspace.write(contacts.edit, contact, {"city": "Rome"})
    workspace.write(undo.undo)
    workspace.write(contacts.edit, contact, {"city": "Milan"})
    assert workspace.read(undo.next_redo) is None
    with pytest.raises(RefusedError, match="nothing to redo"):
        workspace.write(undo.redo)


def test_stages_and_tasks_are_undone_alike(workspace: Workspace) -> None:
    stage = workspace.context().stage("Nurturing").id
    workspace.write(things.edit, "stage", stage, {"name": "Warming", "rot_days": 30})
    assert workspace.context().stages[stage].name == "Warming"
    workspace.write(undo.undo)
    assert (workspace.context().stages[stage].name, workspace.context().stages[stage].rot_days) == ("Nurturing", 60)


def test_an_amount_that_was_changed_is_put_back_whatever_way_it_was_written(workspace: Workspace) -> None:
    days = {"starts": date(2026, 10, 1), "ends": date(2026, 12, 31)}
    made = workspace.write(goals.create, {"name": "Leads", "metric": "leads", "target": Decimal("10.000"), **days})
    number = made.entries[0].id
    workspace.write(goals.edit, number, {"target": Decimal(20)}, {"target": Decimal(10)})
    workspace.write(undo.undo)
    assert workspace.read(goals.goals)[0].goal.target == 10
    workspace.write(undo.redo)
    assert workspace.read(goals.goals)[0].goal.target == 20
    workspace.write(undo.undo)
    workspace.write(undo.undo)
    assert workspace.read(goals.goals) == ()
