"""A csv file whose lines the engine makes says what the cells say, one by one."""

import csv
import gc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import contacts, exporting, leads, records, things
from app.errors import RefusedError
from app.fields import CONTACT, clean
from app.workspace import Workspace

NASTY = (
    *("plain", "a,b", 'say "hi"', "two\nlines", "cr\rlf\r\n", ",", '"', "'", "''x", "=1+1", "+34 600", "-x", "@me"),
    *("\tx", " lead", "trail ", "%s %d %%", "[x", '["x"]', "\\", "a;b", "; ", "[]", "ñ, é", "\u202e\u200f", "𝔘,"),
    *("null", "{0}"),
)
CELL = st.one_of(st.sampled_from(NASTY), st.text(max_size=12)).map(clean)


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def one_by_one(workspace: Workspace, kind: Any) -> list[list[str]]:
    """Return what the file should hold, from the rows cell by cell."""
    with workspace.reading() as session:
        found = [exporting.heads(session, kind)]
        found += [["" if cell is None else str(cell) for cell in row] for row in exporting.lines(session, kind)]
    return found


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(CELL, min_size=1, max_size=4), entries=st.lists(CELL.filter(str.strip), max_size=3))
def test_lines_made_whole_hold_the_same_cells(
    workspace: Workspace, tmp_path: Path, names: list[str], entries: list[str]
) -> None:
    values = {"first_name": names[0], "city": names[-1], "tags": entries, "emails": entries[:1], "phones": entries[1:]}
    workspace.write(contacts.create, values)
    count = exporting.export(workspace, "contacts", "csv", tmp_path / "out.csv")
    found = cells(tmp_path / "out.csv")
    assert found == one_by_one(workspace, CONTACT)
    assert count == len(found) - 1
    newest = dict(zip(found[0], found[-1], strict=True))
    assert exporting.unguarded(newest["city"]) == (names[-1] if names[-1].strip() else newest["city"])
    assert exporting.split(exporting.unguarded(newest["tags"])) == [entry.strip() for entry in entries]


@pytest.mark.parametrize("text", NASTY)
def test_every_nasty_cell_comes_out_as_it_was(file_workspace: Workspace, tmp_path: Path, text: str) -> None:
    file_workspace.write(contacts.create, {"job_title": text, "first_name": "Ida"})
    exporting.export(file_workspace, "contacts", "csv", tmp_path / "out.csv")
    heads, row = cells(tmp_path / "out.csv")
    cell = row[heads.index("job_title")]
    assert exporting.unguarded(cell) == text
    assert cell[:1] not in set("=+-@\t\r")


def test_moments_amounts_and_many_fields_of_one_s_own(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(120):
        values = {"kind": "contact", "name": f"Field {number}", "name_key": f"field {number}", "form": "text"}
        workspace.write(things.create, "field", values)
    moments = ("2026-01-02T03:04:05Z", "1969-12-31T23:59:59.999999Z", "1969-12-31T00:00:00Z")
    for moment in moments:
        created = {"first_name": "Ida", "created": moment, "custom:Field 119": "last, of all", "custom:Field 3": "=x"}
        workspace.write(records.create, CONTACT, created)
    exporting.export(workspace, "contacts", "csv", tmp_path / "out.csv")
    heads, *rows = cells(tmp_path / "out.csv")
    assert [row[heads.index("created")] for row in rows] == list(moments)
    assert {row[heads.index("custom:Field 119")] for row in rows} == {"last, of all"}
    assert {row[heads.index("custom:Field 3")] for row in rows} == {"'=x"}
    assert cells(tmp_path / "out.csv") == one_by_one(workspace, CONTACT)
    for value in ("0", "-0.5", "1234567890.1234"):
        workspace.write(leads.create, {"name": "x", "value": value})
    exporting.export(workspace, "leads", "csv", tmp_path / "leads.csv")
    heads, *rows = cells(tmp_path / "leads.csv")
    assert [row[heads.index("value")] for row in rows] == ["0.00", "-0.50", "1234567890.1234"]


def test_pieces_follow_each_other(file_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(7):
        file_workspace.write(contacts.create, {"first_name": "a,b" if number % 3 == 0 else "plain"})
    file_workspace.write(records.remove, CONTACT, 4)
    monkeypatch.setattr(exporting, "BATCH", 2)
    assert exporting.export(file_workspace, "contacts", "csv", tmp_path / "out.csv") == 6
    assert [row[1] for row in cells(tmp_path / "out.csv")[1:]] == ["1", "2", "3", "5", "6", "7"]
    assert cells(tmp_path / "out.csv") == one_by_one(file_workspace, CONTACT)
    assert exporting.export(file_workspace, "leads", "csv", tmp_path / "none.csv") == 0
    assert len(cells(tmp_path / "none.csv")) == 1


def test_a_failed_export_leaves_what_stood_there(file_workspace: Workspace, tmp_path: Path) -> None:
    file_workspace.write(contacts.create, {"first_name": "Ida"})
    target = tmp_path / "out.xlsx"
    target.write_text("before", encoding="utf-8")
    file_workspace.write(contacts.create, {"first_name": "x" * 40_000})
    with pytest.raises(RefusedError, match="spreadsheet"):
        exporting.export(file_workspace, "contacts", "xlsx", target)
    gc.collect()  # a sheet left open would complain now, and fail the test
    assert [(one.name, one.read_text("utf-8")) for one in tmp_path.glob("*out*")] == [("out.xlsx", "before")]
    with pytest.raises(RefusedError, match="cannot be written"):
        exporting.export(file_workspace, "contacts", "csv", tmp_path / "nowhere" / "out.csv")
