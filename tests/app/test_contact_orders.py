"""Contacts sorted by what is not theirs alone (leads, company, e-mails); the first page and all ids agree."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app import contact_orders, contacts, feed, leads, records, undo
from app.contact_orders import _BY_VALUE
from app.errors import UsageError
from app.fields import CONTACT, LEAD
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


@pytest.mark.parametrize("dense", [contact_orders._DENSE, 0])
def test_all_ids_leave_out_who_lies_in_the_bin(
    workspace: Workspace, dense: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_orders, "_DENSE", dense)
    found = made(workspace)
    last = workspace.write(contacts.create, {"first_name": "Zoe", "emails": ["aa@x.example", "zz@x.example"]})
    assert names(workspace, "-email") == ["Eve", "Ann", "Zoe", "Bob", "Cyd", "Dee"]
    for sort, sign in itertools.product((*COLUMNS, *_BY_VALUE), ("", "-")):
        page = [row.id for row in workspace.read(contacts.first_page, "", f"{sign}{sort}")]
        assert page == list(workspace.read(contacts.ids, "", f"{sign}{sort}")), f"{sign}{sort}"
    workspace.write(records.remove, CONTACT, last.entries[0].id)
    for sort, sign in itertools.product((*COLUMNS, *_BY_VALUE), ("", "-")):
        every = list(workspace.read(contacts.ids, "", f"{sign}{sort}"))
        assert sorted(every) == sorted(found.values()), f"{sign}{sort}"
        assert list(workspace.read(contacts.ids, "Nobody", f"{sign}{sort}")) == []


def test_a_row_says_what_belongs_to_it(workspace: Workspace) -> None:
    found = made(workspace)
    (row,) = workspace.read(contacts.page, [found["Cyd"]])
    assert row.score == 20
    assert row.stage_id == workspace.context().board()[1].id
    assert row.active_at is None
    (row,) = workspace.read(contacts.page, [found["Dee"]])
    assert (row.stage_id, row.score, row.custom) == (None, None, {})


def test_last_activity_counts_what_was_done_with_the_leads_too(workspace: Workspace) -> None:
    found = made(workspace)
    old, new = (
        next(one.id for one in workspace.read(contacts.detail, found["Cyd"]).leads if one.name == name)
        for name in ("old", "new")
    )
    day = datetime(2026, 3, 1, tzinfo=UTC)
    for kind, number, days in (
        ("contact", found["Ann"], 3),
        ("contact", found["Ann"], 9),
        ("lead", old, 5),
        ("lead", new, 4),
        ("contact", found["Cyd"], 1),
        ("contact", found["Bob"], 5),
        ("contact", found["Dee"], 5),
    ):
        workspace.write(feed.add, kind, number, "call", "called", at=day + timedelta(days=days))
    latest = workspace.write(feed.add, "contact", found["Dee"], "note", "wrong", at=day + timedelta(days=20))
    workspace.write(undo.undo)
    assert latest.entries
    assert names(workspace, "active") == ["Bob", "Cyd", "Dee", "Ann", "Eve"]
    assert names(workspace, "-active") == ["Ann", "Dee", "Cyd", "Bob", "Eve"]
    shown = {row.name: row.active_at for row in workspace.read(contacts.first_page)}
    assert shown["Cyd"] == day + timedelta(days=5)
    assert shown["Ann"] == day + timedelta(days=9)
    for sort in ("active", "-active"):
        assert list(workspace.read(contacts.ids, "", sort)) == [
            row.id for row in workspace.read(contacts.first_page, "", sort)
        ]
        page = [row.id for row in workspace.read(contacts.first_page, "", sort, 2)]
        assert page == list(workspace.read(contacts.ids, "", sort))[:2]


def test_of_a_contact_with_several_leads_the_open_one_counts(workspace: Workspace) -> None:
    found = made(workspace)
    lost = next(stage for stage in workspace.context().board() if stage.kind == "lost")
    made_later = workspace.write(leads.create, {"name": "later", "contact": found["Ann"]}, stage=lost.id).entries[0].id
    assert names(workspace, "stage") == ["Ann", "Cyd", "Eve", "Bob", "Dee"]
    assert names(workspace, "-stage") == ["Eve", "Cyd", "Ann", "Bob", "Dee"]
    workspace.write(records.remove, LEAD, made_later)
    (ann,) = (one.id for one in workspace.read(contacts.detail, found["Ann"]).leads)
    workspace.write(records.remove, LEAD, ann)
    assert names(workspace, "stage") == ["Cyd", "Eve", "Ann", "Bob", "Dee"]


def test_names_of_members_and_fields_of_the_team_give_an_order(workspace: Workspace) -> None:
    add_fields(workspace, ["Budget"], "number", "contact")
    add_fields(workspace, ["Since"], "date", "contact")
    owners = add_members(workspace, ["Zoe", "abe"])
    for name, owner, budget, since in (
        ("Ann", "Zoe", "9", "2024-05-01"),
        ("Bob", "abe", "10", ""),
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
