"""What an export writes, an import reads again to the same records: here, and in another workspace."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app import companies, contacts, exporting, imports, leads, records, sample
from app import workspace as door
from app.fields import KINDS
from app.importing.answer import Answer
from app.workspace import Workspace
from tests.helpers.histories import add_fields

OURS = {"id", "workspace", "updated"}
FORMS = ("csv", "xlsx")
RISKY = "=cmd|'/C calc'!A0"
LONG = "ünd so weiter " * 2_000


def everything(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Return every record by kind as an export shows it, without what belongs to the one workspace."""
    found = {}
    with workspace.reading() as session:
        for kind in KINDS.values():
            names = exporting.heads(session, kind)
            rows = [dict(zip(names, map(str, row), strict=True)) for row in exporting.lines(session, kind)]
            found[kind.plural] = [{name: row[name] for name in row if name not in OURS} for row in rows]
    return found


def through_files(source: Workspace, target: Workspace, folder: Path, form: str) -> list[Answer]:
    """Export all records of one workspace and import them into another."""
    answers = []
    for what in ("companies", "contacts", "leads"):
        path = folder / f"{what}.{form}"
        exporting.export(source, what, form, path)
        answers.append(imports.run(target, path))
        assert answers[-1].questions == []
        assert answers[-1].rejections == []
    return answers


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """A second, empty workspace."""
    with door.create(
        str(tmp_path / "other.tandem"), "Other", "Europe/Madrid", "EUR", "Ada", "ada@harbor.example"
    ) as made:
        yield made


TEXTS = (
    *(
        RISKY,
        "+1+1",
        "-2",
        "@sum",
        "'quoted",
        "''",
        '"',
        "a;b",
        'x"; "y',
        "two\nlines",
        "tab\there",
        "\u202eright to left",
    ),
    *("日本語 テスト", "null", "NaN", "None", "0012", "1E+10", "true", "2024-01-02", "12,5", LONG),
)


def nasty(workspace: Workspace) -> None:
    """Fill a workspace with records that are hard to write down."""

    def made(create: Any, **values: Any) -> int:
        return workspace.write(create, values).entries[0].id

    for form, names in (("text", ["Plain", "A: b"]), ("date", ["Day"]), ("yesno", ["Said"])):
        add_fields(workspace, names, form)
    firms = [
        made(companies.create, name=name, industry=text)
        for name, text in (("Twins", "first"), ("Twins", "second"), (RISKY, "risk"), ("Zeros", "007"))
    ]
    people = [
        made(
            contacts.create,
            first_name=text,
            last_name=f"Line{number}",
            emails=[f"line{number}@a.example", f"second{number}@a.example"],
            phones=[f"+34 600 {number:03d} 000"],
            company=firms[number % len(firms)],
            city=text,
            job_title=text,
            tags=[f"t{number}", "a; b", 'quo"te', "=risk"],
            postcode=f"{number:05d}",
        )
        for number, text in enumerate(TEXTS)
    ]
    # Three people of one name at one company, two of them with one e-mail, one without any.
    twins = [
        made(contacts.create, first_name="Kim", last_name="Twin", company=firms[0], emails=emails)
        for emails in (["same@a.example"], ["same@a.example"], [])
    ]
    for number in twins:
        for name in ("Renewal", "Renewal", "Upsell"):
            made(leads.create, name=name, contact=number, company=firms[1], value="12.3456", currency="USD")
    made(leads.create, name=RISKY, company=firms[2], note=LONG, next_step="=1+1")
    added: tuple[dict[str, Any], ...] = (
        {"custom:Plain": RISKY, "custom:A: b": "'"},
        {"custom:Day": "2024-02-29", "custom:Said": True},
    )
    for number, values in zip(people[:2], added, strict=True):
        made(leads.create, name=f"Added {number}", contact=number, **values)
    for number, said in zip(people[:2], ("yes", "no"), strict=True):
        workspace.write(records.edit, KINDS["contact"], number, {"consent:phone call": said})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fill", [nasty, sample.fill])
def test_into_itself_changes_nothing(
    workspace: Workspace, tmp_path: Path, form: str, fill: Callable[[Workspace], None]
) -> None:
    fill(workspace)
    before = everything(workspace)
    for answer in through_files(workspace, workspace, tmp_path, form):
        assert (answer.unchanged, answer.import_id) == (answer.rows_read, None), answer.to_text()
    assert everything(workspace) == before


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fill", [nasty, sample.fill])
def test_into_another_workspace(
    workspace: Workspace, other: Workspace, tmp_path: Path, form: str, fill: Callable[[Workspace], None]
) -> None:
    fill(workspace)
    for answer in through_files(workspace, other, tmp_path, form):
        assert answer.created == answer.rows_read, answer.to_text()
    assert everything(other) == everything(workspace)
