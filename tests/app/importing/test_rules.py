"""The eight rules that every import keeps, whatever the file, on both engines."""

import csv
import socket
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import openpyxl
import pytest

from app import exporting, imports
from app.errors import KnownError
from app.workspace import Workspace
from tests.helpers.commands import imported, run
from tests.helpers.shared_data import everything

HEAD = ("ID", "Name", "Email", "Phone", "Company", "Birthday", "Amount", "Code", "Colour")
ROWS = (
    ("1", "Ana Silva", "ana@a.example", "+351 21 000", "Orta", "1980-02-29", "100.50", "007", "blue"),
    ("2", "Bo Li", "bo@a.example", "", "Orta", "", "", "1E5", ""),
    ("3", "Cy", "not an address", "call me", "", "29.2.2023", "a lot", "3/4", "NaN"),
    ("", "", "dee@a.example", "", "", "", "", "", "None"),
    ("", "", "", "+34 600 111 222", "", "", "", "", ""),
    ("", "", "", "", "Orta", "", "", "", ""),
    ("7", "", "", "", "", "", "", "", ""),
    ("", "", "", "", "", "1999-01-01", "12", "00", "green"),
    ("1", "Ana Silva", "ana@a.example", "+351 21 000", "Orta", "1980-02-29", "100.50", "007", "red"),
)
IDENTITY = slice(0, 5)
FORMS = ("csv", "xlsx")


def written(path: Path, rows: Sequence[Sequence[str]] = ROWS, head: Sequence[str] = HEAD) -> Path:
    """Write rows of text as the kind of file that the name tells."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in (head, *rows):
            book.active.append(list(row))
        book.save(path)
    else:
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([head, *rows])
    return path


def state(workspace: Workspace) -> tuple[int, list[Any], list[Any]]:
    """Return what an import could have changed."""
    records = [everything(workspace, kind) for kind in ("contact", "company", "lead")]
    return workspace.latest(), records, workspace.read(imports.listed)


@pytest.mark.parametrize("form", FORMS)
def test_1_counts_add_up(url: str, tmp_path: Path, form: str) -> None:
    answer = imported(url, written(tmp_path / f"people.{form}"))
    assert (answer["rows_read"], answer["created"], answer["updated"], answer["rejected"]) == (len(ROWS), 7, 1, 1)
    assert [(one["line"], bool(one["reason"])) for one in answer["rejections"]] == [(9, True)]


@pytest.mark.parametrize("form", FORMS)
def test_2_nothing_is_lost_or_changed(workspace: Workspace, tmp_path: Path, form: str) -> None:
    imports.run(workspace, written(tmp_path / f"people.{form}"))
    found = {one.get("external_id") or one["name"]: one for one in everything(workspace, "contact")}
    bo, cy, dee = found["2"], found["3"], found["dee@a.example"]
    assert found["1"]["custom:Code"] == "007"
    assert (found["1"]["custom:Amount"], bo["custom:Code"]) == ("100.50", "1E5")
    assert (cy["custom:Code"], cy["custom:Colour"], dee["custom:Colour"]) == ("3/4", "NaN", "None")
    assert (cy["emails"], cy["phones"]) == ("not an address", "call me")
    assert (cy["custom:Birthday"], cy["custom:Amount"]) == ("29.2.2023", "a lot")


def test_3_a_row_is_rejected_only_when_nothing_identifies_it(workspace: Workspace, tmp_path: Path) -> None:
    answer = imports.run(workspace, written(tmp_path / "people.csv"))
    nameless = [line for line, row in enumerate(ROWS, start=2) if not any(row[IDENTITY])]
    assert [one.line for one in answer.rejections] == nameless
    said = {(one.line, one.column) for one in answer.warnings}
    assert said >= {(4, "Email"), (4, "Phone"), (4, "Birthday")}


def test_3_a_bad_amount_of_a_lead_keeps_the_lead(workspace: Workspace, tmp_path: Path) -> None:
    path = written(tmp_path / "l.csv", [("Mill", "ana@a.example", "New", "lots")], ("Name", "Email", "Stage", "Amount"))
    answer = imports.run(workspace, path, kind="leads")
    assert (answer.created, [(one.line, one.column) for one in answer.warnings]) == (1, [(2, "Amount")])


REFUSED = {
    "empty.csv": b"",
    "page.csv": b"<html><body><table><tr><td>Name</td></tr></table></body></html>",
    "picture.xlsx": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "cut.csv.gz": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
    "noise.csv": bytes(range(1, 32)) * 200,
    "half.xlsx": b"PK\x03\x04" + bytes(200),
    "data.csv": b'{"people": [{"name": "Ana"}]}',
}


@pytest.mark.parametrize("name", REFUSED)
def test_4_what_cannot_be_read_is_refused_whole(workspace: Workspace, tmp_path: Path, name: str) -> None:
    imports.run(workspace, written(tmp_path / "people.csv"))
    before = state(workspace)
    (tmp_path / name).write_bytes(REFUSED[name])
    with pytest.raises(KnownError, match=rf"({name}|This \.gz file) .+\.$"):
        imports.run(workspace, tmp_path / name)
    assert state(workspace) == before


def test_4_an_unknown_encoding_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    before = state(workspace)
    with pytest.raises(KnownError, match="no encoding named 'klingon'"):
        imports.run(workspace, written(tmp_path / "people.csv"), answers={"encoding": "klingon"})
    assert state(workspace) == before


def test_5_nothing_is_fetched_or_run(
    file_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> NoReturn:
        raise AssertionError("an import reaches out")

    monkeypatch.setattr(socket.socket, "connect", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    monkeypatch.setattr(subprocess, "Popen", never)
    card = "BEGIN:VCARD\nVERSION:4.0\nFN:Eve\nPHOTO:http://127.0.0.1:9/x.jpg\nURL:http://127.0.0.1:9/\nEND:VCARD\n"
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "eve.vcf").write_text(card, encoding="utf-8")
    rows = [('=WEBSERVICE("http://127.0.0.1:9/")', "eve@a.example"), ("=cmd|'/C calc'!A0", "f@a.example")]
    for path in (
        folder / "eve.vcf",
        written(folder / "e.csv", rows, ("Name", "Email")),
        written(folder / "e.xlsx", [("x", "g@a.example"), *rows], ("Name", "Email")),
    ):
        before = {one: one.stat().st_mtime_ns for one in folder.iterdir()}
        assert imports.run(file_workspace, path).questions == []
        assert {one: one.stat().st_mtime_ns for one in folder.iterdir()} == before


def test_5_no_traceback_whatever_the_bytes(file_url: str, tmp_path: Path) -> None:
    for number, data in enumerate(REFUSED.values()):
        for ending in (".csv", ".vcf"):
            path = tmp_path / f"f{number}{ending}"
            path.write_bytes(data + b"\r\n\"'\\\x00\xff,;\t")
            run("import", file_url, path, "--dry-run", code=1 if _refused(path) else 0)


def _refused(path: Path) -> bool:
    from tests.helpers.reading import read  # noqa: PLC0415 - the readers are of use here only

    return bool(read(path).error)


@pytest.mark.parametrize("form", FORMS)
def test_6_twice_makes_nothing_new(workspace: Workspace, tmp_path: Path, form: str) -> None:
    rows = [row for row in ROWS if row[0] or row[2]]
    path = written(tmp_path / f"people.{form}", rows)
    first = imports.run(workspace, path)
    before = everything(workspace, "contact")
    again = imports.run(workspace, path)
    assert (first.created, again.created) == (5, 0)
    assert [one["id"] for one in everything(workspace, "contact")] == [one["id"] for one in before]


@pytest.mark.parametrize("form", ["csv", "xlsx", "vcf"])
def test_7_what_we_export_we_know_again(workspace: Workspace, tmp_path: Path, form: str) -> None:
    rows = [row for row in ROWS if any(row[IDENTITY])]
    imports.run(workspace, written(tmp_path / "people.csv", rows))
    out = tmp_path / f"out.{form}"
    exporting.export(workspace, "contacts", form, out)
    before = everything(workspace, "contact")
    again = imports.run(workspace, out)
    assert (again.unchanged, again.questions) == (len(before), [])
    assert everything(workspace, "contact") == before


def test_8_what_is_ambiguous_is_asked_once(workspace: Workspace, tmp_path: Path) -> None:
    rows = [("Ana", "s@a.example", "03/04/2024", "1.234", "Mill"), ("Bo", "s@a.example", "05/06/2024", "5.678", "Dam")]
    path = written(tmp_path / "l.csv", rows, ("First name", "Email", "Created", "Amount", "Lead name"))
    before = state(workspace)
    asked = imports.run(workspace, path, kind="leads")
    assert sorted(one.key for one in asked.questions) == ["day_first", "decimal", "shared_email"]
    assert state(workspace) == before
    answers = {"day_first": "true", "decimal": ",", "shared_email": "keep apart"}
    assert imports.run(workspace, path, kind="leads", answers=answers).questions == []
    leads = everything(workspace, "lead")
    assert [one["value"] for one in leads] == ["1234.00", "5678.00"]
    assert [one["created"][:10] for one in leads] == ["2024-04-02", "2024-06-04"]


def test_8_the_first_row_may_hold_a_record(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("ana@a.example\nbo@a.example\n", encoding="utf-8")
    asked = imports.run(workspace, path)
    assert "0" in dict(next(one.choices for one in asked.questions if one.key == "header_line"))
    answer = imports.run(workspace, path, answers={"header_line": "0", "column:Column 1": "contact.emails"})
    assert (answer.rows_read, answer.created, answer.header_line) == (2, 2, 0)
