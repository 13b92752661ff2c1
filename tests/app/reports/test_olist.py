"""The figures of a real marketing funnel: 8,000 leads of which 842 were won."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app import goals, reports
from app import workspace as door
from app.periods import WEEKDAYS, following
from app.workspace import Workspace
from tests.helpers.histories import History, add_fields, add_members, load
from tests.helpers.postgres import PostgresServer

DATA = Path(__file__).parents[3].parent / "shared/data/datasets/olist"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the data set is not beside the project")
SEGMENTS = ("business_segment", "lead_type", "business_type", "lead_behaviour_profile")


@pytest.fixture(scope="module")
def reference() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / "reference_answers.json").read_text())
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module", params=["file", "server"])
def olist(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The leads in a workspace whose clock is the files' own."""
    if request.param == "file":
        url = str(tmp_path_factory.mktemp("olist") / "olist.tandem")
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        url = server.create("olist")
    with door.create(url, "Olist", "UTC", "BRL") as workspace:
        _load(workspace)
        yield workspace
    if request.param == "server":
        server.drop("olist")


def _load(workspace: Workspace) -> None:
    deals = {row["mql_id"]: row for row in _rows("olist_closed_deals_dataset.csv")}
    members = add_members(workspace, sorted({row[name] for row in deals.values() for name in ("sr_id", "sdr_id")}))
    fields = add_fields(workspace, SEGMENTS)
    yes_no = add_fields(workspace, ["has_company"], "yesno")
    context = workspace.context()
    new, won = context.stage("New").id, context.stage("Won").id
    histories = []
    for row in _rows("olist_marketing_qualified_leads_dataset.csv"):
        first = datetime.fromisoformat(row["first_contact_date"]).replace(tzinfo=UTC)
        deal = deals.get(row["mql_id"])
        common: dict[str, Any] = {"external_id": row["mql_id"], "source": row["origin"] or None}
        if deal is None:
            histories.append(History(first, ((first, new),), **common))
            continue
        custom: dict[str, Any] = {fields[name]: deal[name] for name in SEGMENTS if deal[name]}
        if deal["has_company"]:
            custom[yes_no["has_company"]] = deal["has_company"] == "True"
        closed = datetime.fromisoformat(deal["won_date"]).replace(tzinfo=UTC)
        histories.append(
            History(
                first,
                ((first, new), (closed, won)),
                current=won,
                owner_id=members[deal["sr_id"]],
                qualified_by_id=members[deal["sdr_id"]],
                value=Decimal(deal["declared_monthly_revenue"]),
                custom=custom,
                **common,
            )
        )
    load(workspace, histories)


def ask(workspace: Workspace, name: str, **words: str) -> dict[str, Any]:
    answer = workspace.read(reports.report, name, **words)
    assert answer.population
    assert answer.clock
    assert answer.window
    assert answer.to_text()
    found: dict[str, Any] = json.loads(json.dumps(answer.to_json()))
    return found


def by_key(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["key"] or "(blank)": row for row in answer["rows"]}


def test_conversion_by_origin(olist: Workspace, reference: dict[str, Any]) -> None:
    answer = ask(olist, "conversion", by="source", window="all")
    found = by_key(answer)
    assert found.keys() == reference["conversion_by_origin"].keys()
    for key, expected in reference["conversion_by_origin"].items():
        assert (found[key]["entered"], found[key]["converted"]) == (expected["leads"], expected["won"])
        assert round(found[key]["rate"] * 100, 2) == expected["conversion_pct"]
        assert found[key]["low"] < found[key]["rate"] < found[key]["high"]
    assert (answer["total"]["entered"], answer["total"]["converted"], answer["open"]) == (8000, 842, 0)
    assert round(answer["total"]["rate"] * 100, 2) == 10.53 == reference["conversion_overall_pct"]


def test_conversion_by_month_of_first_contact(olist: Workspace, reference: dict[str, Any]) -> None:
    found = by_key(ask(olist, "conversion", by="month", window="all"))
    assert list(found) == sorted(found)
    assert {key: row["entered"] for key, row in found.items()} == reference["leads_by_first_contact_month"]
    expected = reference["cohort_conversion_by_first_contact_month_pct"]
    assert {month: round(row["converted"] / row["entered"] * 100, 2) for month, row in found.items()} == expected
    assert found["2017-06"]["rate"] is None  # four leads


def test_new_leads_of_a_quarter(olist: Workspace, reference: dict[str, Any]) -> None:
    quarter = by_key(ask(olist, "conversion", by="quarter", window="all"))["2018-Q1"]
    assert quarter["entered"] == reference["goals"]["new_leads_2018Q1"]


def test_days_from_first_contact_to_won(olist: Workspace, reference: dict[str, Any]) -> None:
    total = ask(olist, "cycle")["total"]
    for name, clock in (("to_close", "exact"), ("to_close_calendar", "calendar")):
        rounded = {key: round(value, 4) for key, value in total[name].items()}
        assert rounded == reference[f"days_first_contact_to_won_{clock}"]
    assert (total["won"], total["lost"], total["lost_cycle"]["n"]) == (842, 0, 0)


def test_median_days_by_origin(olist: Workspace, reference: dict[str, Any]) -> None:
    found = by_key(ask(olist, "cycle", by="source"))
    medians = {key: row["to_close_calendar"]["median"] for key, row in found.items()}
    assert medians == reference["median_days_calendar_by_origin"]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("month", "won_by_month"),
        ("owner", "won_by_sr_owner"),
        ("qualified_by", "won_by_sdr"),
        ("custom:business_segment", "won_by_business_segment"),
        ("custom:lead_type", "won_by_lead_type"),
        ("custom:business_type", "won_by_business_type"),
        ("custom:lead_behaviour_profile", "won_by_lead_behaviour_profile"),
    ],
)
def test_won_by(olist: Workspace, reference: dict[str, Any], by: str, expected: str) -> None:
    answer = ask(olist, "wins", by=by)
    assert {key: row["won"] for key, row in by_key(answer).items()} == reference[expected]
    assert (answer["total"]["won"], answer["total"]["lost"], answer["open"]) == (842, 0, 7158)


def test_yes_no_and_nothing_are_three(olist: Workspace, reference: dict[str, Any]) -> None:
    found = {key: row["won"] for key, row in by_key(ask(olist, "wins", by="custom:has_company")).items()}
    expected = reference["has_company"]
    assert found == {"(blank)": expected["(blank)"], "true": expected["True"], "false": expected["False"]}


def test_won_by_week_weekday_and_quarter(olist: Workspace, reference: dict[str, Any]) -> None:
    weeks = {key: row["won"] for key, row in by_key(ask(olist, "wins", by="week")).items()}
    for week, won in reference["goals"]["won_per_iso_week_top5"].items():
        assert weeks[week] == won
    days = by_key(ask(olist, "wins", by="weekday"))
    expected = dict(zip(WEEKDAYS, reference["goals"]["won_per_weekday_mon_to_sun"], strict=True))
    assert {key: row["won"] for key, row in days.items()} == {key: won for key, won in expected.items() if won}
    assert list(days) == [day for day in expected if day in days]
    quarters = {key.replace("-", ""): row["won"] for key, row in by_key(ask(olist, "wins", by="quarter")).items()}
    assert quarters == reference["goals"]["won_per_quarter"]


def test_value_won(olist: Workspace, reference: dict[str, Any]) -> None:
    revenue = reference["declared_monthly_revenue"]["sum"]
    assert ask(olist, "wins")["total"]["value"] == [{"amount": f"{revenue:.2f}", "currency": "BRL"}]
    april = by_key(ask(olist, "wins", by="month"))["2018-04"]
    assert april["value"] == [{"amount": "0.00", "currency": "BRL"}]


def test_won_around_a_month_end_and_by_whom(olist: Workspace, reference: dict[str, Any]) -> None:
    days = [ask(olist, "wins", start=day, end=day)["total"]["won"] for day in ("2018-04-30", "2018-05-01")]
    assert days == reference["goals"]["won_on_2018-04-30_and_05-01"]
    april = ask(olist, "wins", by="owner", start="2018-04-01", end="2018-04-30")
    top = {row["key"]: row["won"] for row in april["rows"][:3]}
    assert top == reference["goals"]["top_owner_2018-04"]


def test_a_window_leaves_young_cohorts_open(olist: Workspace) -> None:
    # On 15 August 2018 the cohort of April has had its 90 days (29 July), that of May has not (29 August).
    answer = ask(olist, "conversion", by="source", window="90", as_of="2018-08-15T00:00:00+00:00")
    assert answer["open"] == 1303
    assert answer["total"]["entered"] == 8000 - 1303
    assert sum(row["entered"] + row["open"] for row in answer["rows"]) == 8000
    months = by_key(ask(olist, "conversion", by="month", window="90", as_of="2018-08-15T00:00:00+00:00"))
    assert (months["2018-05"]["entered"], months["2018-05"]["rate"], months["2018-05"]["open"]) == (0, None, 1303)
    assert months["2018-04"]["open"] == 0


def test_as_of_a_past_moment(olist: Workspace, reference: dict[str, Any]) -> None:
    answer = ask(olist, "wins", by="month", as_of="2018-04-30")
    expected = {month: won for month, won in reference["won_by_month"].items() if month <= "2018-04"}
    assert {key: row["won"] for key, row in by_key(answer).items()} == expected
    assert answer["as_of"] == "2018-04-30T23:59:59.999999Z"


def test_goals_of_a_hundred_won_a_month(olist: Workspace, reference: dict[str, Any]) -> None:
    expected = reference["goals"]["won_per_month_target_100"]
    for month in expected:
        first = date.fromisoformat(f"{month}-01")
        values = {"name": month, "metric": "won", "target": Decimal(100), "starts": first}
        olist.write(goals.create, values | {"ends": following(first, "month") - timedelta(days=1)})
    found = by_key(ask(olist, "goals"))
    assert found.keys() == expected.keys()
    for month, row in found.items():
        wanted = expected[month]
        assert (row["actual"], row["target"], row["met"]) == (wanted["actual"], wanted["target"], wanted["met"])
        assert round(row["attained"] * 100) == wanted["pct"]
        assert row["state"] == ("met" if wanted["met"] else "missed")
    one = ask(olist, "goals", start="2018-04-01", end="2018-04-30", as_of="2018-04-16T00:00:00+00:00")["rows"][0]
    assert (one["working_days_gone"], one["working_days"]) == (10, 21)
    assert one["expected"] == pytest.approx(100 * 10 / 21, abs=0.01)
    assert one["state"] == "ahead"
