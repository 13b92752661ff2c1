"""The files beside the project that other programs wrote, or that were made to trouble readers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app import exporting, imports
from app.fields import KINDS
from app.importing.answer import Answer
from app.workspace import Workspace

DATA = Path(__file__).resolve().parents[3] / "shared/data"
beside = pytest.mark.skipif(not DATA.is_dir(), reason="the test data are not beside the project, in ../shared/data")


def files(folder: str) -> list[Path]:
    """Return the files of a folder of the data, clean copies and answers left out; none where there are no data."""
    found = (path for path in sorted((DATA / folder).rglob("*")) if path.is_file())
    return [path for path in found if "clean" not in path.parts and not path.name.endswith(".expected.json")]


def run(workspace: Workspace, path: Path, answers: Mapping[str, str] | None = None) -> Answer:
    """Import a file and return the answer, whose counts must add up, each rejected row with its line and reason."""
    answer = imports.run(workspace, path, answers=answers)
    rejected = len(answer.rejections)
    assert answer.created + answer.updated + answer.unchanged + answer.skipped + rejected == answer.rows_read
    assert all(one.line > 0 and one.message for one in answer.rejections)
    assert (answer.import_id is None) == (bool(answer.questions) or not (answer.created or answer.updated))
    return answer


def everything(workspace: Workspace, kind: str) -> list[dict[str, Any]]:
    """Return the records of a kind as an export shows them, empty fields left out."""
    with workspace.reading() as session:
        names = exporting.heads(session, KINDS[kind])
        rows = exporting.lines(session, KINDS[kind], guard=False)
        return [{name: cell for name, cell in zip(names, row, strict=True) if cell not in {"", None}} for row in rows]


def holds(found: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Hold that a record has the wanted fields; "" is a field that it must not have."""
    shown = {name: str(found.get(name, "")) for name in wanted}
    assert shown == dict(wanted)
