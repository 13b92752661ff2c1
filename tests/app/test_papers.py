"""Goals and reports on paper, with odd texts and without anything."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pypdf
import pytest

from app import goals
from app.meeting_print import PARTS, printed
from app.papers import Bar, ReportSheet, Stretch, printed_goals, printed_report
from app.workspace import Workspace

ODD = '#read("/etc/passwd") <b>$x$</b> ' + "\ud800\x07" + "w" * 300


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages).split())


def sheet(**values: object) -> ReportSheet:
    given = {
        "title": "Conversion",
        "when": "1 Apr to 30 Sep",
        "meaning": "What it counts.",
        "bars": [
            Bar("Lead → MQL", "10 entered", "40% 20–60%", "No clear change", 4, 3, 3, ("4 on", "3 not", "3 open"))
        ],
        "stretches": [Stretch("New", 1.0, 2.0, 3.0, 9.0, 5.0), Stretch("Won", None, None, None, None, None)],
        "axis": "Drawn by roots.",
        "heads": ["", "entered"],
        "rows": [["web", "10"], ["Total", "10"]],
        "has_total": True,
        "notes": ["3 are still open."],
    }
    return ReportSheet(**(given | values))  # type: ignore[arg-type]  # values of every kind


def test_a_report_is_set_with_its_chart_and_its_table(file_workspace: Workspace) -> None:
    words = text_of(file_workspace.read(printed_report, sheet()))
    for told in (
        "Conversion",
        "Lead → MQL",
        "No clear change",
        "New",
        "Drawn by roots.",
        "web",
        "Total",
        "3 are still open.",
    ):
        assert told in words
    chart = text_of(file_workspace.read(printed_report, sheet(), parts=("chart",)))
    assert "web" not in chart
    table = text_of(file_workspace.read(printed_report, sheet(), parts=("table",), paper="letter", language="es"))
    assert "Lead → MQL" not in table


@pytest.mark.parametrize("odd", [ODD, "", "\u202eright", "李小龍"])
def test_odd_texts_are_printed_as_they_are(file_workspace: Workspace, odd: str) -> None:
    made = file_workspace.read(printed_report, sheet(title=odd, rows=[[odd, odd]], notes=[odd], meaning=odd))
    assert made[:5] == b"%PDF-"
    assert "root:" not in text_of(made)


def test_a_report_of_many_rows_goes_over_pages(file_workspace: Workspace) -> None:
    rows = [[f"Source {number}", str(number)] for number in range(400)]
    assert "Source 399" in text_of(file_workspace.read(printed_report, sheet(rows=rows)))


def test_goals_are_set_with_or_without_figures(workspace: Workspace) -> None:
    values = {"name": "Leads won", "metric": "won", "target": Decimal(4)}
    workspace.write(goals.create, values | {"starts": date(2026, 10, 1), "ends": date(2026, 12, 31)})
    made = text_of(workspace.read(printed_goals, date(2026, 10, 1), date(2026, 12, 31)))
    assert "Leads won" in made
    assert "Leads won" in text_of(workspace.read(printed_goals, None, None, parts=(), language="es"))
    assert "Leads won" not in text_of(workspace.read(printed_goals, date(2020, 1, 1), date(2020, 2, 1)))


def test_what_is_left_out_of_a_summary_is_not_on_it(workspace: Workspace) -> None:
    everything = text_of(workspace.read(printed, None, parts=PARTS))
    nothing = text_of(workspace.read(printed, None, parts=()))
    assert "Decisions" in everything
    assert "Decisions" not in nothing
