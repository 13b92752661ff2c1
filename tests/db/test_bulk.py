"""Many rows written at once into a file: indexes are built anew where that pays, and are never lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import imports
from app.workspace import Workspace

MANY = 6_000
SORTED = "ix_contacts_sort"


def indexes(session: Session) -> dict[str, str]:
    """Return the indexes of a file and how they are made."""
    rows = session.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"))
    return {row.name: row.sql for row in rows.all()}


def people(path: Path, first: int, count: int) -> Path:
    lines = [f"Ana{number},a{number}@a.example" for number in range(first, first + count)]
    path.write_text("\n".join(["Name,Email", *lines]) + "\n", encoding="utf-8")
    return path


def inside(found: dict[str, bool], sizes: dict[str, int]) -> Callable[[Session], None]:
    """Return a change that notes whether the index is there while rows are written."""

    def change(session: Session) -> None:
        with session.info["store"].bulk(session, sizes):
            found["there"] = SORTED in indexes(session)

    return change


def test_indexes_are_all_there_afterwards(file_workspace: Workspace, tmp_path: Path) -> None:
    before = file_workspace.read(indexes)
    assert SORTED in before
    imports.run(file_workspace, people(tmp_path / "p.csv", 0, MANY))
    assert file_workspace.read(indexes) == before
    with file_workspace.reading() as session:
        assert session.execute(sa.text("PRAGMA integrity_check")).scalars().all() == ["ok"]


def test_only_where_more_rows_come_than_are_there(file_workspace: Workspace, tmp_path: Path) -> None:
    found: dict[str, bool] = {}
    before = file_workspace.read(indexes)
    file_workspace.write(inside(found, {"contacts": MANY}))
    assert found == {"there": False}
    file_workspace.write(inside(found, {"contacts": 100}))
    assert found == {"there": True}
    imports.run(file_workspace, people(tmp_path / "p.csv", 0, MANY + 1))
    file_workspace.write(inside(found, {"contacts": MANY}))
    assert found == {"there": True}
    assert file_workspace.read(indexes) == before


def test_a_failure_loses_none(file_workspace: Workspace) -> None:
    before = file_workspace.read(indexes)

    def fail(session: Session) -> None:
        with session.info["store"].bulk(session, {"contacts": MANY}):
            raise InterruptedError

    with pytest.raises(InterruptedError):
        file_workspace.write(fail)
    assert file_workspace.read(indexes) == before
    # The triggers of the search are on again too.
    with file_workspace.reading() as session:
        assert session.execute(sa.text("SELECT tandem_bulk()")).scalar_one() == 0
