"""The figures of 60 deals with their history of stages, from either of the two files that tell it."""

import csv
import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app import reports
from app.workspace import Workspace
from tests.helpers.histories import History, load

DATA = Path(__file__).parents[3].parent / "shared/data/datasets/pipeline_history_sample"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the data set is not beside the project")
OURS = {
    "Discovery": "New",
    "Qualified": "Qualified",
    "Demo": "Accepted",
    "Proposal": "Sales qualified",
    "Negotiation": "Proposal",
    "Closed Won": "Won",
    "Closed Lost": "Lost",
}


def _local(workspace: Workspace, text: str, form: str) -> datetime:
    return datetime.strptime(text, form).replace(tzinfo=workspace.context().zone).astimezone(UTC)


def _amount(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _hubspot(workspace: Workspace) -> list[History]:
    context = workspace.context()
    found = []
    with (DATA / "sample_hubspot_deals_60.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            entries = tuple(
                (_local(workspace, text, "%Y-%m-%d %H:%M"), context.stage(OURS[column.split('"')[1].split(" (")[0]]).id)
                for column, text in row.items()
                if column.startswith("Date entered") and text
            )
            created = _local(workspace, row["Create Date"], "%Y-%m-%d %H:%M")
            found.append(History(created, entries, external_id=row["Record ID"], value=_amount(row["Amount"])))
    return found


def _salesforce(workspace: Workspace) -> list[History]:
    context = workspace.context()
    entries: dict[str, list[tuple[datetime, int]]] = {}
    last: dict[str, dict[str, str]] = {}
    with (DATA / "sample_salesforce_history_60.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            key = row["Opportunity ID"]
            last[key] = row
            if row["From Stage"] != row["To Stage"]:
                moment = _local(workspace, row["Last Modified"], "%m/%d/%Y")
                entries.setdefault(key, []).append((moment, context.stage(OURS[row["To Stage"]]).id))
    return [
        History(
            _local(workspace, last[key]["Created Date"], "%m/%d/%Y"),
            tuple(entered),
            external_id=key,
            value=_amount(last[key]["Amount"]),
        )
        for key, entered in entries.items()
    ]


@pytest.mark.parametrize("read", [_hubspot, _salesforce])
def test_time_in_stage_reached_counts_and_win_rate(
    workspace: Workspace, read: Callable[[Workspace], list[History]]
) -> None:
    expected: dict[str, Any] = json.loads((DATA / "reference_answers.json").read_text())
    load(workspace, read(workspace))
    theirs = {ours: name for name, ours in OURS.items()}

    stages = workspace.read(reports.report, "stage-time")
    rows = {theirs[row["key"]]: row for row in stages.rows}
    assert {name: row["entered"] for name, row in rows.items()} == expected["reached"]
    assert stages.total == {"leads": expected["deals"], "stays": expected["stage_entries"]}
    medians = {name: rows[name]["time_calendar"]["median"] for name in expected["median_days_in_stage"]}
    assert medians == expected["median_days_in_stage"]
    assert [row["key"] for row in stages.rows] == list(OURS.values())
    there = {name: row["open"] for name, row in rows.items() if row["open"]}
    assert there == expected["current_stage"]

    wins = workspace.read(reports.report, "wins")
    assert round(wins.total["rate"] * 100, 2) == expected["win_rate_pct"]
    assert wins.total["value"] == [{"amount": f"{expected['won_amount']:.2f}", "currency": "EUR"}]
    assert wins.open == 1

    cycle = workspace.read(reports.report, "cycle").total
    assert cycle["to_close_calendar"]["median"] == expected["median_days_discovery_to_won"]
    assert cycle["to_close_calendar"]["n"] == 7
