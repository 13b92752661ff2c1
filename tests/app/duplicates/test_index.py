"""The kept search: made once, brought up to date by whoever looks, on both engines and by a plain member."""

from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import contacts, undo
from app.duplicates import index, pairs
from app.workspace import Workspace, open_workspace
from db.models import DuplicateKey, DuplicatePair
from tests.helpers.workspaces import add_login


def add(workspace: Workspace, first: str, last: str, **values: Any) -> int:
    change = workspace.write(contacts.create, {"first_name": first, "last_name": last, **values})
    return change.entries[0].id


def refreshed(workspace: Workspace) -> pairs.Found:
    told = {"left": 1}
    rounds = 0
    while told["left"]:
        workspace.write(index.refresh, told)
        rounds += 1
        assert rounds < 100
    return workspace.read(pairs.found)


def names(found: pairs.Found) -> list[tuple[str, str, str]]:
    return [(pair.grade, pair.first.name, pair.second.name) for pair in found.pairs]


def test_pairs_follow_what_is_saved(workspace: Workspace) -> None:
    one = add(workspace, "Amelia", "Okafor", emails=["amelia@northwind.example"])
    other = add(workspace, "Amelia", "Okafor", emails=["Amelia@Northwind.example"])
    add(workspace, "Tom", "Becker", emails=["tom@northwind.example"])
    assert workspace.read(pairs.found).outstanding == 3
    found = refreshed(workspace)
    assert names(found) == [("certain", "Amelia Okafor", "Amelia Okafor")]
    assert found.pairs[0].ids == (one, other)
    assert (found.counts["certain"], found.outstanding) == (1, 0)
    assert workspace.read(pairs.counted) == 1

    workspace.write(contacts.edit, other, {"emails": ["bea@luna.example"], "first_name": "Bea", "last_name": "Luna"})
    assert workspace.read(pairs.found).outstanding == 1
    assert names(refreshed(workspace)) == []
    workspace.write(undo.undo)
    assert len(names(refreshed(workspace))) == 1
    workspace.write(contacts.remove, other)
    assert names(workspace.read(pairs.found)) == []  # at once, before anything is compared anew
    assert refreshed(workspace).outstanding == 0
    with workspace.reading() as session:
        assert session.execute(sa.select(sa.func.count()).select_from(DuplicatePair)).scalar_one() == 0
        left = session.execute(sa.select(DuplicateKey.contact_id).distinct()).scalars()
        assert other not in set(left)


def test_a_number_that_a_third_has_is_nobodys_own_any_more(workspace: Workspace) -> None:
    for _ in range(2):
        add(workspace, "Jonas", "Weber", phones=["+49 30 1234567"])
    assert [pair.grade for pair in refreshed(workspace).pairs] == ["certain"]
    add(workspace, "Grace", "Lind", phones=["030 1234567"])
    add(workspace, "Ana", "Costa", phones=["030/1234567"])
    grades = {(pair.first.name, pair.second.name): pair.grade for pair in refreshed(workspace).pairs}
    assert grades[("Jonas Weber", "Jonas Weber")] == "look"


def test_kept_apart_and_back(workspace: Workspace) -> None:
    one, other = (add(workspace, "Ravi", "Menon", emails=["ravi@menon.example"]) for _ in range(2))
    assert len(refreshed(workspace).pairs) == 1
    change = workspace.write(pairs.keep_apart, other, one)
    assert change.subject == "Ravi Menon"
    assert refreshed(workspace).pairs == ()
    assert workspace.read(pairs.counted) == 0
    workspace.write(contacts.edit, one, {"city": "Leeds"})
    assert refreshed(workspace).pairs == ()  # judged again, and still kept apart
    workspace.write(undo.undo)
    workspace.write(undo.undo)
    assert len(refreshed(workspace).pairs) == 1


def test_a_list_that_grows_is_measured_anew(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "BLOCK", 7)
    for number in range(8):
        add(workspace, f"First{number}", "Smith", phones=[f"60012345{number}"])
    refreshed(workspace)
    for number in range(40):
        add(workspace, f"Person{number}", f"Name{number}", emails=[f"mail{number % 20}x@list.example"])
    found = refreshed(workspace)
    assert found.outstanding == 0
    with workspace.reading() as session:
        assert index.rarity(session).people > 8

    def keyed(session: Session) -> int:
        return int(session.execute(sa.select(sa.func.count(sa.distinct(DuplicateKey.contact_id)))).scalar_one())

    assert workspace.read(keyed) == 48


def test_a_change_while_the_list_is_walked(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "BLOCK", 5)
    ids = [add(workspace, "Zoe", f"Lindqvist{n // 2}", emails=[f"zoe{n // 2}@lind.example"]) for n in range(20)]
    told = {"left": 1}
    for number in range(30):
        workspace.write(index.refresh, told)
        if number < 8:
            workspace.write(contacts.edit, ids[number * 2], {"city": f"City{number}"})
    found = refreshed(workspace)
    assert sorted(pair.ids for pair in found.pairs if pair.grade == "certain") == [
        (ids[n], ids[n + 1]) for n in range(0, 20, 2)
    ]


def test_a_plain_member_on_a_server_may_look_and_keep_apart(server_url: str) -> None:
    login = add_login(server_url, "Mia")
    with open_workspace(login) as mine:
        one, other = (add(mine, "Ravi", "Menon", emails=["ravi@menon.example"]) for _ in range(2))
        assert len(refreshed(mine).pairs) == 1
        mine.write(pairs.keep_apart, one, other)
        assert refreshed(mine).pairs == ()
        mine.write(undo.undo)
        assert len(refreshed(mine).pairs) == 1
