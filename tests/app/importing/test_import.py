"""Imports of small files on both engines: what is planned, asked, matched, written and taken back."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from app import contacts, imports, leads, records, reports, undo
from app.errors import KnownError, NotFoundError, RefusedError, UsageError
from app.fields import KINDS
from app.importing.answer import Answer
from app.importing.options import OnExisting
from app.workspace import Workspace
from tests.helpers.commands import asked, imported, run
from tests.helpers.histories import add_members

LEADS = """kind = "leads"
match = ["external_id"]
[columns]
key = "external_id"
first = "created"
origin = "source"
"""
DEALS = """kind = "leads"
match = ["external_id"]
[columns]
key = "external_id"
seller = "owner"
closed = "entered:Won"
amount = "value"
firm = "custom:Has firm"
"""


def table(folder: Path, name: str, heads: str, *rows: str) -> Path:
    """Write a file of comma-separated lines and return its path."""
    path = folder / name
    path.write_text("\n".join([heads, *rows]) + "\n", encoding="utf-8")
    return path


def layout(folder: Path, text: str, name: str = "own.toml") -> str:
    """Write a layout file and return its path as a command line gives it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def all_of(workspace: Workspace, kind: str) -> list[dict[str, Any]]:
    """Return the records of a kind that are not in the bin, in the order of their ids."""
    with workspace.reading() as session:
        found = [records.read(session, KINDS[kind], number) for number in range(1, 200)]
    return [one for one in found if one is not None and one.get("exists", True)]


def counts(answer: Answer) -> tuple[int, int, int, int, int]:
    """Return created, updated, unchanged, skipped and rejected, which add up to the rows that were read."""
    found = (answer.created, answer.updated, answer.unchanged, answer.skipped, len(answer.rejections))
    assert sum(found) == answer.rows_read
    return found


def test_leads_and_then_their_deals_as_processes(url: str, tmp_path: Path) -> None:
    """The way of the large reference data, in small: made keys, counted by hand."""
    origins = ("web", "fair", "")
    rows = [f"{number:04d}e5,2026-01-{number % 28 + 1:02d},{origins[number % 3]}" for number in range(60)]
    first = table(tmp_path, "leads.csv", "key,first,origin", *rows)
    won = [n for n in range(60) if n % 4 == 0]
    deals = table(
        tmp_path,
        "deals.csv",
        "key,seller,closed,amount,firm",
        *(f"{n:04d}e5,{'rosa' if n % 8 else 'omar'},2026-02-{n % 27 + 1:02d} 10:00:00,{n}.50,True" for n in won),
    )
    answer = imported(url, first, "--layout", layout(tmp_path, LEADS))
    assert (answer["created"], answer["warnings"], answer["questions"]) == (60, [], [])
    answer = imported(url, deals, "--layout", layout(tmp_path, DEALS, "deals.toml"))
    assert (answer["updated"], answer["created"]) == (15, 0)
    conversion = asked("report", url, "conversion", "--by", "source", "--window", "all")
    found = {row["key"] or "": (row["entered"], row["converted"]) for row in conversion["rows"]}
    assert found == {"web": (20, 5), "fair": (20, 5), "": (20, 5)}
    wins = asked("report", url, "wins", "--by", "owner")
    assert {row["key"]: row["won"] for row in wins["rows"]} == {"omar": 8, "rosa": 7}
    assert wins["total"]["value"] == [{"amount": f"{sum(won) + 7.5:.2f}", "currency": "EUR"}]
    assert imported(url, deals, "--layout", tmp_path / "deals.toml")["unchanged"] == 15
    listed = asked("imports", url)
    assert [(one["file"], one["created"], one["updated"]) for one in listed] == [
        ("deals.csv", 0, 15),
        ("leads.csv", 60, 0),
    ]
    back = asked("import-undo", url, listed[0]["id"])
    assert (back["removed"], back["restored"], back["kept"]) == (0, 15, [])
    assert asked("report", url, "wins")["total"]["won"] == 0
    back = asked("import-undo", url, listed[1]["id"])
    assert (back["removed"], asked("find", url, "", "--what", "leads")["count"]) == (60, 0)
    said = run("import-undo", url, listed[1]["id"], code=1).stderr
    assert "taken back already" in said


def test_a_dry_run_writes_nothing_and_promises_what_comes(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path, "p.csv", "First name,Email,Company", "Ana,ana@a.example,Orta", "Bo,bo@a.example,Orta", ",,")
    before = workspace.latest()
    dry = imports.run(workspace, path, dry_run=True)
    assert (workspace.latest(), all_of(workspace, "contact"), workspace.read(imports.listed)) == (before, [], [])
    real = imports.run(workspace, path)
    assert dry.import_id is None
    assert real.import_id is not None
    assert counts(dry) == counts(real)
    assert (
        dry.records
        == real.records
        == {
            "contacts": {"created": 2, "updated": 0},
            "companies": {"created": 1, "updated": 0},
            "leads": {"created": 0, "updated": 0},
        }
    )


def test_a_question_is_asked_once_and_settled_by_an_answer(url: str, tmp_path: Path) -> None:
    rows = [f"P{n},p{n}@a.example,0{n}/04/2024" for n in range(1, 9)]
    path = table(tmp_path, "p.csv", "First name,Email,Created", *rows)
    open_ = imported(url, path, code=3)
    assert (len(open_["questions"]), open_["import_id"]) == (1, None)
    assert asked("find", url, "", "--count")["count"] == 0
    question = open_["questions"][0]
    assert "0" in question["question"]
    answered = imported(url, path, "--answer", f"{question['key']}={question['choices'][0]}")
    assert (answered["created"], answered["questions"]) == (8, [])


@pytest.mark.parametrize(
    ("way", "city", "title", "emails", "expected"),
    [
        ("update", "Oslo", "Chief", ["ana@a.example", "ana@b.example"], (0, 1, 0, 0, 0)),
        ("fill", "Bergen", "Chief", ["ana@a.example", "ana@b.example"], (0, 1, 0, 0, 0)),
        ("skip", "Bergen", None, ["ana@a.example"], (0, 0, 0, 1, 0)),
    ],
)
def test_what_becomes_of_a_record_that_stands(
    workspace: Workspace,
    tmp_path: Path,
    way: OnExisting,
    city: str,
    title: str | None,
    emails: Sequence[str],
    expected: tuple[int, ...],
) -> None:
    workspace.write(contacts.create, {"first_name": "Ana", "emails": ["ana@a.example"], "city": "Bergen"})
    path = table(
        tmp_path, "p.csv", "First name,Email,Email 2,City,Job title", "Ana,ANA@a.example ,ana@b.example,Oslo,Chief"
    )
    answer = imports.run(workspace, path, on_existing=way)
    assert counts(answer) == expected
    (ana,) = all_of(workspace, "contact")
    assert (ana["city"], ana["job_title"], ana["emails"]) == (city, title, list(emails))


def test_an_empty_cell_takes_nothing_away(workspace: Workspace, tmp_path: Path) -> None:
    workspace.write(contacts.create, {"first_name": "Ana", "emails": ["ana@a.example"], "city": "Bergen"})
    answer = imports.run(workspace, table(tmp_path, "p.csv", "First name,Email,City", "Ana,ana@a.example,"))
    assert counts(answer) == (0, 0, 1, 0, 0)
    assert all_of(workspace, "contact")[0]["city"] == "Bergen"


def test_matched_by_id_then_by_email_then_by_the_layouts_fields(workspace: Workspace, tmp_path: Path) -> None:
    known: list[dict[str, Any]] = [{"external_id": "7"}, {"emails": ["bo@a.example"]}, {"phones": ["+47 22 00 11 22"]}]
    for number, values in enumerate(known):
        workspace.write(contacts.create, {"first_name": f"P{number}", **values})
    own = layout(
        tmp_path,
        'kind = "contacts"\nmatch = ["external_id", "emails", "phones"]\n[columns]\n'
        'nr = "external_id"\nname = "first_name"\nmail = "emails"\ntel = "phones"\ntown = "city"\n',
    )
    path = table(
        tmp_path,
        "p.csv",
        "nr,name,mail,tel,town",
        "7,P0,bo@a.example,,by id",
        ",P1,bo@a.example,,by mail",
        ",P2,,+4722001122,by phone",
        ",P3,,,nobody's",
    )
    assert counts(imports.run(workspace, path, layout=own)) == (1, 3, 0, 0, 0)
    assert [one["city"] for one in all_of(workspace, "contact")] == ["by id", "by mail", "by phone", "nobody's"]


def test_two_people_of_one_email_are_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path, "p.csv", "First name,Email", "Ana,office@a.example", "Bo,office@a.example")
    open_ = imports.run(workspace, path)
    assert [one.key for one in open_.questions] == ["shared_email"]
    assert all_of(workspace, "contact") == []
    assert counts(imports.run(workspace, path, answers={"shared_email": "keep apart"})) == (2, 0, 0, 0, 0)
    assert [one["first_name"] for one in all_of(workspace, "contact")] == ["Ana", "Bo"]


def test_a_layout_of_ones_own(workspace: Workspace, tmp_path: Path) -> None:
    own = layout(
        tmp_path,
        """kind = "leads"
match = ["external_id"]
[file]
encoding = "cp1252"
delimiter = ";"
header_line = 3
day_first = true
decimal = ","
[columns]
Nr = "external_id"
Firma = "company"
Stand = "stage"
Wert = "value"
Datum = "created"
"Darf nicht" = "consent:email=no"
Mail = "contact.emails"
[values.Stand]
Angebot = "Proposal"
[defaults]
source = "Messe"
[unknown_columns]
action = "drop"
""",
    )
    path = tmp_path / "m.csv"
    path.write_bytes(
        "Liste\n\nNr;Firma;Stand;Wert;Datum;Darf nicht;Mail;Rest\n"
        "1;Müller;Angebot;1.234,50;03.04.2026;ja;m@a.example;x\n"
        "2;Müller;New;;04.04.2026;;n@a.example;y\n".encode("cp1252")
    )
    answer = imports.run(workspace, path, layout=own)
    assert (answer.questions, answer.encoding, answer.delimiter, answer.header_line) == ([], "cp1252", ";", 3)
    assert counts(answer) == (2, 0, 0, 0, 0)
    first, second = all_of(workspace, "lead")
    assert (first["value"], first["source"], second["source"]) == ("1234.50", "Messe", "Messe")
    assert first["created"] == "2026-04-02T22:00:00Z"
    stages = {stage.id: stage.name for stage in workspace.context().board()}
    assert [stages[one["stage"]] for one in (first, second)] == ["Proposal", "New"]
    assert first["company"] == second["company"]
    exported = asked("export", workspace.url, "contacts", "-o", tmp_path / "c.csv")
    assert exported["rows"] == 2
    with (tmp_path / "c.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["consent:email"] for row in csv.DictReader(stream)] == ["no", ""]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('kind = "people"', "Write contacts, companies or leads"),
        ("kind = ", "is no valid TOML"),
        ("[colums]\na = 'b'", "there is no part “colums”"),
        ('kind = "leads"\n[columns]\nkey = "no_such"', "no_such"),
        ('kind = "leads"\nmatch = ["no_such"]\n[columns]\nkey = "external_id"', "no_such"),
    ],
)
def test_a_wrong_layout_is_answered_with_the_place(
    file_workspace: Workspace, tmp_path: Path, text: str, said: str
) -> None:
    path = table(tmp_path, "l.csv", "key,first,origin", "1,2026-01-01,web")
    with pytest.raises(UsageError, match=said):
        imports.run(file_workspace, path, layout=layout(tmp_path, text))
    assert all_of(file_workspace, "lead") == []


COLUMNS = """kind = "leads"
match = ["external_id"]
[columns]
key = "external_id"
first = "created"
a = "entered:New"
b = "entered:Qualified"
c = "entered:Won"
"""
ROWS = """kind = "leads"
match = ["external_id"]
[columns]
key = "external_id"
to = "stage"
at = "stage_changed"
first = "created"
"""


def test_history_by_columns_and_by_rows_is_the_same(workspace: Workspace, tmp_path: Path) -> None:
    wide = table(
        tmp_path,
        "wide.csv",
        "key,first,a,b,c",
        "w1,2026-01-01,2026-01-01 08:00,2026-01-05 08:00,2026-01-09 08:00",
        "w2,2026-01-02,2026-01-02 08:00,2026-01-07 08:00,",
    )
    long = table(
        tmp_path,
        "long.csv",
        "key,to,at,first",
        "r1,Qualified,2026-01-05 08:00,2026-01-01",
        "r1,New,2026-01-01 08:00,2026-01-01",
        "r2,New,2026-01-02 08:00,2026-01-02",
        "r1,Won,2026-01-09 08:00,2026-01-01",
        "r2,Qualified,2026-01-07 08:00,2026-01-02",
    )
    imports.run(workspace, wide, layout=layout(tmp_path, COLUMNS))
    imports.run(workspace, long, layout=layout(tmp_path, ROWS))
    names = ("stage", "entered", "won_at", "lost_at", "created")
    found = [{name: one[name] for name in names} for one in all_of(workspace, "lead")]
    assert found[:2] == found[2:]
    assert found[0]["won_at"] == "2026-01-09T07:00:00Z"
    rows = {row["key"]: row for row in workspace.read(reports.report, "stage-time").rows}
    assert (rows["New"]["entered"], rows["Qualified"]["entered"], rows["Qualified"]["left"]) == (4, 4, 2)
    assert rows["New"]["time_calendar"]["median"] == 4.5


def test_an_import_is_one_act_that_undo_and_redo_turn(workspace: Workspace, tmp_path: Path) -> None:
    lead = workspace.write(leads.create, {"external_id": "k1", "name": "Old"}).entries[0].id
    workspace.write(contacts.create, {"first_name": "Ana", "emails": ["ana@a.example"], "tags": ["vip"]})
    before = all_of(workspace, "lead"), all_of(workspace, "contact")
    own = layout(
        tmp_path,
        'kind = "leads"\nmatch = ["external_id"]\n[columns]\nkey = "external_id"\nname = "name"\nwon = "entered:Won"\n'
        'first = "contact.first_name"\nmail = "contact.emails"\ntown = "contact.city"\n',
    )
    path = table(
        tmp_path,
        "l.csv",
        "key,name,won,first,mail,town",
        "k1,Renamed,2026-05-01 10:00,Ana,ana@a.example,Oslo",
        "k2,Fresh,,Bo,bo@a.example,Rome",
    )
    answer = imports.run(workspace, path, layout=own)
    assert answer.records["leads"] == {"created": 1, "updated": 1}
    after = all_of(workspace, "lead"), all_of(workspace, "contact")
    assert after != before
    assert [one["name"] for one in after[0]] == ["Renamed", "Fresh"]

    change = workspace.write(undo.undo)
    assert change.subject == "l.csv"
    assert _without_versions(all_of(workspace, "lead"), all_of(workspace, "contact")) == _without_versions(*before)
    assert workspace.read(imports.listed)[0]["undone"] is not None
    workspace.write(undo.redo)
    assert _without_versions(all_of(workspace, "lead"), all_of(workspace, "contact")) == _without_versions(*after)
    assert workspace.read(imports.listed)[0]["undone"] is None
    outcome = imports.take_back(workspace, 1)
    assert (outcome["removed"], outcome["restored"], outcome["kept"]) == (2, 2, [])
    assert _without_versions(all_of(workspace, "lead"), all_of(workspace, "contact")) == _without_versions(*before)
    assert lead == 1


def _without_versions(*several: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    return [
        [{name: value for name, value in one.items() if name not in {"version", "updated", "rank"}} for one in kind]
        for kind in several
    ]


def test_taking_back_never_overwrites_what_came_later(workspace: Workspace, tmp_path: Path) -> None:
    first = workspace.write(contacts.create, {"first_name": "Ana", "emails": ["ana@a.example"], "city": "Bergen"})
    path = table(
        tmp_path,
        "p.csv",
        "First name,Email,City,Job title",
        "Ana,ana@a.example,Oslo,Chief",
        "Bo,bo@a.example,Rome,Buyer",
        "Cy,cy@a.example,Kyiv,Buyer",
    )
    imports.run(workspace, path)
    ana, bo = first.entries[0].id, 2
    workspace.write(contacts.edit, ana, {"city": "Tromsø"})
    workspace.write(contacts.edit, bo, {"city": "Pisa"})
    outcome = imports.take_back(workspace, 1)
    assert (outcome["removed"], outcome["restored"], len(outcome["kept"])) == (1, 1, 2)
    found = {one["first_name"]: (one["city"], one["job_title"]) for one in all_of(workspace, "contact")}
    assert found == {"Ana": ("Tromsø", None), "Bo": ("Pisa", "Buyer")}
    with pytest.raises(RefusedError, match="taken back already"):
        imports.take_back(workspace, 1)
    with pytest.raises(NotFoundError, match="no import 9"):
        imports.take_back(workspace, 9)


def test_owners_are_known_members_or_made_inactive(workspace: Workspace, tmp_path: Path) -> None:
    known = add_members(workspace, ["Rosa Ruiz"])
    path = table(
        tmp_path, "p.csv", "First name,Email,Owner", "Ana,a@a.example,rosa ruiz", "Bo,b@a.example,Nobody Known"
    )
    imports.run(workspace, path)
    owners = [one["owner"] for one in all_of(workspace, "contact")]
    people = {one.id: one for one in workspace.context().members.values()}
    assert owners[0] == known["Rosa Ruiz"]
    assert (people[owners[1]].name, people[owners[1]].active) == ("Nobody Known", False)


def test_a_file_that_cannot_be_read_leaves_everything(workspace: Workspace, tmp_path: Path) -> None:
    before = workspace.latest()
    path = tmp_path / "x.csv"
    for content in (b"", b"\n \n", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n"):
        path.write_bytes(content)
        with pytest.raises(KnownError):
            imports.run(workspace, path)
    with pytest.raises(KnownError):
        imports.run(workspace, tmp_path / "nowhere.csv")
    assert workspace.latest() == before


def test_an_unknown_answer_is_refused(file_workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path, "p.csv", "First name,Email", "Ana,o@a.example", "Bo,o@a.example")
    with pytest.raises(UsageError, match="shared_email"):
        imports.run(file_workspace, path, answers={"shared_email": "perhaps"})
