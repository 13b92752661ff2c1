"""One act on many records: in pieces, named as one, taken back as one, never over a colleague's later change."""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app import bulk, companies, contacts, exporting, leads, undo
from app.changes import Change
from app.errors import RefusedError, UsageError
from app.workspace import Workspace
from db.journal import piece
from tests.helpers.histories import add_fields, add_members

GROUP = "b" * 32


def people(workspace: Workspace, count: int) -> list[int]:
    return [
        workspace.write(contacts.create, {"first_name": f"N{number:02}", "tags": ["old"]}).entries[0].id
        for number in range(count)
    ]


def in_pieces(workspace: Workspace, service: Any, ids: list[int], *given: Any, size: int = 4) -> list[Change]:
    return [
        workspace.write(
            service, "contact", ids[start : start + size], *given, subject="many", op=piece(GROUP, start // size)
        )
        for start in range(0, len(ids), size)
    ]


def all_back(workspace: Workspace, turn: Any = undo.undo, op: str | None = None) -> tuple[int, int]:
    """Turn an act with all its pieces; return how many pieces there were and how many records stayed."""
    turned = kept = 0
    while True:
        change = workspace.write(turn) if op is None else workspace.write(turn, op)
        assert change.result is not None
        turned, kept, op = turned + 1, kept + change.result["kept"], change.result["next"]
        if op is None:
            return turned, kept


def values(workspace: Workspace, number: int) -> Any:
    return workspace.read(contacts.detail, number).values


def test_tags_come_and_go_and_are_found(workspace: Workspace) -> None:
    ids = people(workspace, 10)
    changes = in_pieces(workspace, bulk.tag, ids, ["VIP", "  big   fish "], ["OLD"])
    assert [change.result for change in changes] == [{"changed": 4}, {"changed": 4}, {"changed": 2}]
    assert values(workspace, ids[9])["tags"] == ["VIP", "big fish"]
    assert len(workspace.read(contacts.first_page, 'tag:vip tag:"big fish" -tag:old')) == 10
    assert workspace.write(bulk.tag, "contact", ids, ["vip"]).entries == ()  # they have it already
    act = workspace.read(undo.next_undo)
    assert act is not None
    assert (act.act, act.subject) == ("bulk.tag", "many")
    assert all_back(workspace) == (3, 0)
    assert len(workspace.read(contacts.first_page, "tag:old -tag:vip")) == 10
    assert all_back(workspace, undo.redo) == (3, 0)
    assert len(workspace.read(contacts.first_page, "tag:vip -tag:old")) == 10


def test_fields_of_many_are_set_and_found(workspace: Workspace) -> None:
    add_fields(workspace, ["Segment"], kind="contact")
    owner = add_members(workspace, ["Zoe"])["Zoe"]
    ids = people(workspace, 6)
    given = {"city": "São Paulo", "owner": owner, "company": "New & Sons", "custom:Segment": "A"}
    in_pieces(workspace, bulk.edit, ids, given)
    query = 'city:"sao paulo" owner:Zoe company:"new & sons" custom:Segment:A'
    assert len(workspace.read(contacts.first_page, query)) == 6
    assert len(workspace.read(contacts.first_page, "sons")) == 6  # words search the company's name as well
    assert [row.name for row in workspace.read(companies.first_page)] == ["New & Sons"]
    assert values(workspace, ids[0])["name"] == "N00"
    assert all_back(workspace) == (2, 0)
    assert workspace.read(contacts.first_page, "sons") == []
    assert values(workspace, ids[5])["city"] is None
    for wrong in ({"emails": ["a@b.example"]}, {"name": "x"}, {"id": 3}, {"nothing": 1}):
        with pytest.raises(UsageError):
            workspace.write(bulk.edit, "contact", ids, wrong)
    with pytest.raises(UsageError):
        workspace.write(bulk.tag, "contact", ids, ["  "])
    with pytest.raises(UsageError):
        workspace.write(bulk.tag, "contact", ids, ["x" * 50_000])


def test_what_a_colleague_changed_since_stays(workspace: Workspace) -> None:
    ids = people(workspace, 6)
    in_pieces(workspace, bulk.edit, ids, {"city": "Rome"})
    workspace.write(contacts.edit, ids[1], {"city": "Oslo"})
    workspace.write(contacts.edit, ids[2], {"country": "Italy"})
    last = piece(GROUP, 1)
    assert all_back(workspace, op=last) == (2, 1)
    found = [values(workspace, number)["city"] for number in ids]
    assert found == [None, "Oslo", None, None, None, None]
    assert values(workspace, ids[2])["country"] == "Italy"
    with pytest.raises(RefusedError):
        workspace.write(undo.undo, last)


def test_a_bulk_act_names_who_stayed(workspace: Workspace) -> None:
    ids = people(workspace, 3)
    in_pieces(workspace, bulk.tag, ids, ["VIP"])
    workspace.write(contacts.edit, ids[0], {"tags": ["old", "VIP", "theirs"]})
    assert all_back(workspace, op=piece(GROUP, 0)) == (1, 0)  # of lists, each entry counts by itself
    assert values(workspace, ids[0])["tags"] == ["old", "theirs"]


def test_many_go_to_the_bin_and_come_back(workspace: Workspace) -> None:
    ids = people(workspace, 5)
    workspace.write(contacts.remove, ids[0])
    changes = in_pieces(workspace, bulk.remove, ids)
    assert sum((change.result or {})["changed"] for change in changes) == 4
    assert workspace.read(contacts.first_page) == []
    assert all_back(workspace) == (2, 0)
    assert len(workspace.read(contacts.first_page)) == 4


def test_leads_are_made_of_those_who_have_none(workspace: Workspace) -> None:
    ids = people(workspace, 3)
    workspace.write(leads.create, {"name": "open", "contact": ids[0]})
    (change,) = in_pieces(workspace, bulk.make_leads, ids)
    assert change.result == {"changed": 2}
    first = workspace.read(leads.board).columns[0]
    assert sorted(card.name for card in first.cards) == ["N01", "N02", "open"]
    moved = next(entry.id for entry in change.entries if entry.kind == "lead")
    workspace.write(leads.move, moved, workspace.context().stage("Proposal").id)
    turned, kept = all_back(workspace, op=piece(GROUP, 0))
    assert (turned, kept) == (1, 1)
    board = workspace.read(leads.board)
    assert sum(column.count for column in board.columns) == 2


def test_those_picked_are_written_to_files(workspace: Workspace, tmp_path: Path) -> None:
    ids = people(workspace, 7)
    workspace.write(contacts.edit, ids[2], {"first_name": '=cmd|"x"', "city": 'a,b\n"c"'})
    path = tmp_path / "some.csv"
    assert workspace.read(exporting.picked, "contact", "csv", path, [ids[4], ids[2]]) == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["first_name"] for row in rows] == ['\'=cmd|"x"', "N04"]
    assert rows[0]["city"] == 'a,b\n"c"'
    book = tmp_path / "some.xlsx"
    assert workspace.read(exporting.picked, "contact", "xlsx", book, ids[:3]) == 3
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    assert sheet.max_row == 4
    with pytest.raises(RefusedError):
        workspace.read(exporting.picked, "contact", "csv", tmp_path / "none" / "x.csv", ids)
