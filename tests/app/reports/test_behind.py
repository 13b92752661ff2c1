"""The leads behind each figure of each report: as many as the figure says, and the right ones."""

from typing import Any

import pytest

from app import reports, sample
from app.errors import UsageError
from app.metrics import difference, little
from app.reports.behind import FIGURES, behind
from app.workspace import Workspace


def counted(workspace: Workspace, name: str, by: str | None, start: str | None = None) -> int:
    """Check every figure of a report against its rows; return how many were checked."""
    answer = workspace.read(reports.report, name, by, start)
    checked = 0
    for row in (*answer.rows, *([answer.total] if name != "stage-time" else [])):
        for figure in FIGURES[name]:
            wanted: Any = row["entered"] - row["converted"] if figure == "stayed" else row.get(figure)
            if wanted is None:
                continue
            found = workspace.read(behind, name, by, start, None, row, figure)
            assert len(found.ids) == wanted, (name, by, row, figure)
            assert len(set(found.ids)) == wanted
            assert [one.id for one in found.rows] == list(found.ids)[: len(found.rows)]
            checked += 1
    return checked


def test_the_rows_behind_a_figure_count_up_to_it(workspace: Workspace) -> None:
    workspace.write(sample.make, act="sample.fill")
    for name in FIGURES:
        for by in (None, "source", "owner", "team"):
            assert counted(workspace, name, by) > 0
        if name != "stage-time":
            assert counted(workspace, name, "month" if name != "pipeline" else "company.industry") > 0
        assert counted(workspace, name, None, "2026-01-01") > 0


def test_what_no_lead_stands_behind(file_workspace: Workspace) -> None:
    with pytest.raises(UsageError):
        file_workspace.read(behind, "wins", None, None, None, {}, "rate")


def test_the_difference_of_two_shares_is_newcombes() -> None:
    # The worked examples of the paper's table II, method 10.
    for given, low, high in (((56, 70, 48, 80), 0.0524, 0.3339), ((9, 10, 3, 10), 0.1705, 0.8090)):
        found = difference(*given)
        assert found is not None
        assert found == pytest.approx((low, high), abs=0.00005)
    assert difference(3, 4, 9, 10) is None


def test_littles_law_tells_the_gap() -> None:
    assert little(10, 2, 5) == 0
    assert little(10, 2, 6) == pytest.approx(0.2)
    assert little(0, 2, 6) is None
