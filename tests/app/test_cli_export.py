"""Exports as processes: every form, no formula, nothing half written."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from app import contacts, leads
from app import workspace as door
from tests.helpers.commands import asked, imported, run

FORMULA = '=HYPERLINK("http://x.example";"win")'


@pytest.fixture
def filled(url: str) -> str:
    with door.open_workspace(url) as made:
        person = {"first_name": FORMULA, "emails": ["ida@x.example"], "phones": ["+34 600 1"], "tags": ["@b; c", "-a"]}
        number = made.write(contacts.create, person).entries[0].id
        made.write(contacts.create, {"first_name": "王芳", "last_name": "שלום", "job_title": 'two\nlines, "quoted"'})
        made.write(leads.create, {"contact": number, "value": "10.5"})
    return url


def cells(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [cell for row in csv.reader(stream) for cell in row]


@pytest.mark.parametrize("what", ["contacts", "companies", "leads"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_every_form_holds_every_record(file_url: str, tmp_path: Path, what: str, form: str) -> None:
    with door.open_workspace(file_url) as made:
        number = made.write(contacts.create, {"first_name": "Ida"}).entries[0].id
        made.write(leads.create, {"contact": number})
    target = tmp_path / f"out.{form}"
    answer = asked("export", file_url, what, "--format", form, "-o", target)
    count = 0 if what == "companies" else 1
    assert answer == {"file": str(target), "rows": count}
    if form == "csv":
        with target.open(encoding="utf-8-sig", newline="") as stream:
            assert len(list(csv.DictReader(stream))) == count
    elif form == "xlsx":
        assert openpyxl.load_workbook(target).active.max_row == count + 1
    else:
        assert [row["name"] for row in json.loads(target.read_text("utf-8"))] == ["Ida"] * count


def test_no_cell_is_a_formula_and_all_comes_back(filled: str, tmp_path: Path) -> None:
    run("export", filled, "contacts", "-o", tmp_path / "out.csv")
    run("export", filled, "contacts", "--format", "xlsx", "-o", tmp_path / "out.xlsx")
    assert [cell for cell in cells(tmp_path / "out.csv") if cell[:1] in set("=+-@\t\r")] == []
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    before = asked("find", filled, "")["rows"]
    for form in ("csv", "xlsx"):
        answer = imported(filled, tmp_path / f"out.{form}")
        assert (answer["created"], answer["updated"], answer["unchanged"]) == (0, 0, 2)
    assert asked("find", filled, "")["rows"] == before


def test_vcards_hold_people_only(filled: str, tmp_path: Path) -> None:
    answer = asked("export", filled, "contacts", "--format", "vcf", "-o", tmp_path / "out.vcf")
    text = (tmp_path / "out.vcf").read_text("utf-8")
    assert (answer["rows"], text.count("BEGIN:VCARD")) == (2, 2)
    assert "王芳" in text
    assert "contacts" in run("export", filled, "leads", "--format", "vcf", "-o", tmp_path / "x.vcf", code=1).stderr


def test_the_journal_is_one_document_and_names_no_formula(file_url: str, tmp_path: Path) -> None:
    run("members", file_url, "add", "--name", "=1+1", "--team", "sales")
    with door.open_workspace(file_url, "=1+1") as made:
        made.write(contacts.create, {"first_name": FORMULA})
    for form in ("json", "csv", "xlsx"):
        assert asked("export", file_url, "journal", "--format", form, "-o", tmp_path / f"j.{form}")["rows"] == 2
    lines = json.loads((tmp_path / "j.json").read_text("utf-8"))
    assert [(line["seq"], line["act"], line["actor"]) for line in lines] == [
        (1, "members.add", "ada@harbor.example"),
        (2, "contacts.create", "=1+1"),
    ]
    assert lines[1]["fields"]["first_name"] == {"before": None, "after": FORMULA}
    assert [cell for cell in cells(tmp_path / "j.csv") if cell[:1] in set("=+-@\t\r")] == []
    sheet = openpyxl.load_workbook(tmp_path / "j.xlsx").active
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_one_person_is_given_all_that_is_known(filled: str, tmp_path: Path) -> None:
    run("set", filled, "contact", "1", "consent:email=yes", "city=Rome")
    run("export", filled, "person", "--id", "1", "--format", "json", "-o", tmp_path / "p.json")
    found = json.loads((tmp_path / "p.json").read_text("utf-8"))
    assert (found["contact"]["city"], found["consents"][0]["purpose"], len(found["leads"])) == ("Rome", "email", 1)
    assert [one["what"] for one in found["timeline"]] == ["contacts.edit", "leads.create", "contacts.create"]
    run("export", filled, "person", "--id", "99", "--format", "json", "-o", tmp_path / "q.json", code=1)


def test_a_query_chooses_what_is_exported(filled: str, tmp_path: Path) -> None:
    answer = asked("export", filled, "contacts", "--query", "name:王芳", "-o", tmp_path / "out.csv")
    assert answer["rows"] == 1
