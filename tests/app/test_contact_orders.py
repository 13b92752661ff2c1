"""Contacts sorted by what is not theirs alone (leads, company, e-mails); the first page and all ids agree."""

import itertools
from typing import Any

import pytest

from app import contacts, leads
from app.contact_orders import _BY_VALUE
from app.errors import UsageError
from app.workspace import Workspace
from tests.helpers.histories import add_fields, add_members

COLUMNS = ("name", "created", "updated", "city", "country", "source", "job_title", "language", "owner", "campaign")


def made(workspace: Workspace) -> dict[str, int]:
    people: dict[str, dict[str, Any]] = {
        "Ann": {"city": "Rome", "emails": ["z@x.example", "b@x.example"], "tags": ["vip"]},
        "Bob": {"emails": ["a@x.example"], "phones": ["+34 600"], "owner": workspace.context().me},
        "Cyd": {"city": "Oslo", "tags": ["big", "late"]},
        "Dee": {},
        "Eve": {"city": "Oslo", "emails": ["c@x.example"]},
    }
    found = {}
    for name, values in people.items():
        me = values.pop("owner", None)
        if me is not None:
            values["owner"] = me.id
        found[name] = workspace.write(contacts.create, {"first_name": name, **values}).entries[0].id
    board = workspace.context().board()
    workspace.write(leads.create, {"name": "old", "contact": found["Cyd"], "score": 99}, stage=board[0].id)
    workspace.write(leads.create, {"name": "new", "contact": found["Cyd"], "score": 20}, stage=board[1].id)
    workspace.write(leads.create, {"name": "one", "contact": found["Ann"], "score": 70}, stage=board[0].id)
    workspace.write(leads.create, {"name": "none", "contact": found["Eve"]}, stage=board[2].id)
    return found


def names(workspace: Workspace, sort: str, query: str = "") -> list[str]:
    return [row.name for row in workspace.read(contacts.first_page, query, sort)]


def test_orders_of_what_belongs_to_a_contact(workspace: Workspace) -> None:
    made(workspace)
    assert names(workspace, "score") == ["Cyd", "Ann", "Bob", "Dee", "Eve"]
    assert names(workspace, "-score") == ["Ann", "Cyd", "Bob", "Dee", "Eve"]
    assert names(workspace, "stage") == ["Ann", "Cyd", "Eve", "Bob", "Dee"]
    assert names(workspace, "email") == ["Bob", "Ann", "Eve", "Cyd", "Dee"]
    assert names(workspace, "-email") == ["Eve", "Ann", "Bob", "Cyd", "Dee"]
    assert names(workspace, "tags") == ["Cyd", "Ann", "Bob", "Dee", "Eve"]
    assert names(workspace, "owner")[0] == ("Bob" if workspace.context().me else "Ann")
    assert names(workspace, "score", "city:Oslo") == ["Cyd", "Eve"]
    with pytest.raises(UsageError):
        names(workspace, "nothing")


def test_the_first_page_is_the_beginning_of_all(workspace: Workspace) -> None:
    made(workspace)
    for sort, sign in itertools.product((*COLUMNS, *_BY_VALUE), ("", "-")):
        page = [row.id for row in workspace.read(contacts.first_page, "", f"{sign}{sort}", 4)]
        assert page == list(workspace.read(contacts.ids, "", f"{sign}{sort}"))[:4], f"{sign}{sort}"
        assert len(set(workspace.read(contacts.ids, "", f"{sign}{sort}"))) == 5


def test_a_row_says_what_belongs_to_it(workspace: Workspace) -> None:
    found = made(workspace)
    (row,) = workspace.read(contacts.page, [found["Cyd"]])
    assert row.score == 20
    assert row.stage_id == workspace.context().board()[1].id
    assert row.active_at is None
    (row,) = workspace.read(contacts.page, [found["Dee"]])
    assert (row.stage_id, row.score, row.custom) == (None, None, {})


def test_names_of_members_and_fields_of_the_team_give_an_order(workspace: Workspace) -> None:
    add_fields(workspace, ["Budget"], "number", "contact")
    add_fields(workspace, ["Since"], "date", "contact")
    owners = add_members(workspace, ["Zoe", "Abe"])
    for name, owner, budget, since in (
        ("Ann", "Zoe", "9", "2024-05-01"),
        ("Bob", "Abe", "10", ""),
        ("Cyd", None, "", "2023-01-31"),
        ("Dee", "Zoe", "-3.5", "2025-01-01"),
    ):
        values = {"first_name": name, "custom:Budget": budget, "custom:Since": since}
        workspace.write(contacts.create, values | ({"owner": owners[owner]} if owner else {}))
    for sort, wanted in {
        "owner": ["Bob", "Ann", "Dee", "Cyd"],
        "custom:Budget": ["Dee", "Ann", "Bob", "Cyd"],
        "-custom:Budget": ["Bob", "Ann", "Dee", "Cyd"],
        "custom:Since": ["Cyd", "Ann", "Dee", "Bob"],
    }.items():
        assert names(workspace, sort) == wanted, sort
        every = workspace.read(contacts.ids, "", sort)
        assert [row.name for row in workspace.read(contacts.page, every)] == wanted, sort
    with pytest.raises(UsageError):
        workspace.read(contacts.ids, "", "custom:Nothing")
