"""What an export writes, an import reads again to the same records: here, and in another workspace."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import exporting, importing
from app import workspace as door
from app.workspace import Workspace
from app import companies, contacts, leads, records, sample
from app.fields import KINDS

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


def through_files(source: Workspace, target: Workspace, folder: Path, form: str) -> list[importing.Answer]:
    """Export all records of one workspace and import them into another."""
    answers = []
    for what in ("companies", "contacts", "leads"):
        path = folder / f"{what}.{form}"
        exporting.export(source, what, form, path)
        answers.append(importing.run(target, path))
        assert answers[-1].questions == []
        assert answers[-1].rejections == []
    return answers


@pytest.fixture
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """A second, empty workspace."""
    with door.create(
        str(tmp_path / "other.tandem"), "Other", "Europe/Madrid", "EUR", "Ada", "ada@harbor.example"
    ) as made:
        yield made


def nasty(workspace: Workspace) -> None:
    """Fill a workspace with records that are hard to write down."""
    texts = [RISKY, "+1+1", "-2", "@sum", "'quoted", "''", '"', "a;b", 'x"; "y', "two\nlines", "tab\there", " nbsp",
             "\u202eright to left", "日本語 テスト", "null", "NaN", "None", "0012", "1E+10", "true", "2024-01-02", "12,5", LONG]  # fmt: skip
    firms = [
        workspace.write(companies.create, {"name": name, "industry": text}).entries[0].id
        for name, text in (("Twins", "first"), ("Twins", "second"), (RISKY, "risk"), ("Zeros", "007"))
    ]
    made = []
    for number, text in enumerate(texts):
        made.append(
            workspace.write(
                contacts.create,
                {
                    "first_name": text,
                    "last_name": f"Line{number}",
                    "emails": [f"line{number}@a.example", f"second{number}@a.example"],
                    "phones": [f"+34 600 {number:03d} 000"],
                    "company": firms[number % len(firms)],
                    "city": text,
                    "job_title": text,
                    "tags": [f"t{number}", "a; b", 'quo"te', "=risk"],
                    "postcode": f"{number:05d}",
                },
            )
            .entries[0]
            .id
        )
    # Two people of one name at one company, two of one e-mail, one without any.
    for emails in (["same@a.example"], ["same@a.example"], []):
        made.append(
            workspace.write(
                contacts.create, {"first_name": "Kim", "last_name": "Twin", "company": firms[0], "emails": emails}
            )
            .entries[0]
            .id
        )
    for number in made[-3:]:
        for name in ("Renewal", "Renewal", "Upsell"):
            workspace.write(
                leads.create,
                {"name": name, "contact": number, "company": firms[1], "value": "12.3456", "currency": "USD"},
            )
    workspace.write(leads.create, {"name": RISKY, "company": firms[2], "note": LONG, "next_step": "=1+1"})


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
