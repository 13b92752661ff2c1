"""An import step by step: what was looked at is what is written, and a colleague's change in between counts."""

from pathlib import Path
from typing import Any

import pytest

from app import contacts, finding, imports
from app.fields import CONTACT
from app.importing import running
from app.imports import Options, Progress, StoppedError
from app.workspace import Workspace

LIST = "Name,Email,City\nAna,ana@a.example,Lyon\nBea,bea@b.example,Rome\n,,Oslo\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "people.csv"
    found.write_text(LIST, "utf-8")
    return found


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a plan was made, as a list that grows."""
    times: list[int] = []
    once = running.plan_of

    def counted(*given: Any) -> Any:
        times.append(len(times))
        return once(*given)

    monkeypatch.setattr(running, "plan_of", counted)
    return times


def people(workspace: Workspace) -> int:
    with workspace.reading() as session:
        return finding.count(session, CONTACT, "")


def test_the_plan_that_was_looked_at_is_written(workspace: Workspace, path: Path, planned: list[int]) -> None:
    draft = workspace.read(imports.look, path, Options(), Progress())
    assert [one.field for one in draft.found.columns] == ["contact.name", "contact.emails", "contact.city"]
    assert draft.found.columns[0].samples == ("Ana", "Bea")
    outline = workspace.read(imports.plan, draft, Options(), Progress())
    assert [outline.count(one) for one in ("created", "updated", "unchanged", "skipped", "rejected")] == [2, 0, 0, 0, 1]
    assert [(row.line, row.name) for row in outline.rows["created"]] == [(2, "Ana"), (3, "Bea")]
    assert people(workspace) == 0
    workspace.write(imports.write, draft, Progress())
    assert len(planned) == 1
    assert people(workspace) == 2
    outcome: dict[str, Any] = {}
    assert draft.answer.import_id is not None
    workspace.write(imports.undo, draft.answer.import_id, outcome)
    assert outcome["removed"] == 2
    draft.close()


def test_what_a_colleague_writes_after_the_plan_counts(workspace: Workspace, path: Path, planned: list[int]) -> None:
    draft = workspace.read(imports.look, path, Options(), Progress())
    workspace.read(imports.plan, draft, Options(), Progress())
    workspace.write(contacts.create, {"name": "Ana", "emails": ["ana@a.example"]})
    workspace.write(imports.write, draft, Progress())
    assert len(planned) == 2
    assert people(workspace) == 2
    assert (draft.answer.created, draft.answer.updated) == (1, 1)
    draft.close()


def test_stopped_nothing_is_written_and_it_can_be_done_again(workspace: Workspace, path: Path) -> None:
    progress = Progress()
    draft = workspace.read(imports.look, path, Options(), Progress())
    workspace.read(imports.plan, draft, Options(), Progress())
    progress.stop()
    with pytest.raises(StoppedError):
        workspace.write(imports.write, draft, progress)
    assert people(workspace) == 0
    workspace.write(imports.write, draft, Progress())
    assert people(workspace) == 2
    draft.close()
    with pytest.raises(StoppedError):
        workspace.read(imports.look, path, Options(), progress)


def test_updates_say_what_changes_in_how_many(workspace: Workspace, path: Path) -> None:
    imports.run(workspace, path)
    path.write_text("Name,Email,City,Job Title\nAna,ana@a.example,Nice,Buyer\nBea,bea@b.example,Rome,\n", "utf-8")
    draft = workspace.read(imports.look, path, Options(), Progress())
    outline = workspace.read(imports.plan, draft, Options(), Progress())
    (row,) = outline.rows["updated"]
    assert {one.field: (one.before, one.after) for one in row.changes} == {
        "city": ("Lyon", "Nice"),
        "job_title": ("", "Buyer"),
    }
    assert {one.field: (one.count, one.empty) for one in outline.tallies} == {"city": (1, 0), "job_title": (1, 1)}
    draft.close()


def test_a_matching_is_kept_with_every_column(file_workspace: Workspace, path: Path) -> None:
    options = Options(answers={"column:City": "left out"})
    draft = file_workspace.read(imports.look, path, options, Progress())
    kept = imports.keep_matching("Fair", draft.found, options)
    draft.close()
    assert imports.matching_for(["City", "Email", "Name"]) == kept
    assert imports.matching_for(["City", "Name"]) is None
    again = file_workspace.read(imports.look, path, kept.options(), Progress())
    assert [one.field for one in again.found.columns] == ["contact.name", "contact.emails", ""]
    again.close()
