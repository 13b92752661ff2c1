"""Known figures of whole data sets, out of files that go in and reports that come out, both as processes."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from app import goals
from app import workspace as door
from app.periods import WEEKDAYS, following
from tests.helpers.commands import asked, exported, imported
from tests.helpers.postgres import PostgresServer

HERE = Path(__file__).resolve()
DATA = HERE.parents[4] / "shared/data/datasets"
LAYOUTS = HERE.parents[2] / "layouts"
Made = Callable[[str, str, str], str]
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the data sets are not beside the project")


def reference(path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / path).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module", params=["file", "server"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """What makes a workspace by name, zone and currency, on one engine after the other."""
    server: PostgresServer | None = None
    names: list[str] = []
    if request.param == "server":
        server = request.getfixturevalue("postgres_server")

    def make(name: str, zone: str, currency: str) -> str:
        names.append(f"reference_{name}")
        url = server.create(names[-1]) if server else str(tmp_path_factory.mktemp(name) / f"{name}.tandem")
        asked("new", url, "--company", name, "--timezone", zone, "--currency", currency)
        return url

    yield make
    if server is not None:
        for name in names:
            server.drop(name)


# Olist ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def olist(made: Made) -> str:
    """The qualified leads, and then the deals that closed some of them."""
    url, folder = made("olist", "UTC", "BRL"), DATA / "olist"
    leads = folder / "olist_marketing_qualified_leads_dataset.csv"
    layout = LAYOUTS / "olist_mql.toml"
    dry = imported(url, leads, "--layout", layout, "--dry-run")
    assert (dry["created"], dry["import_id"], asked("find", url, "", "--what", "leads")["count"]) == (8000, None, 0)
    first = imported(url, leads, "--layout", layout)
    assert (first["rows_read"], first["created"], first["rejected"]) == (8000, 8000, 0)
    assert first["records"] == dry["records"]
    assert first["questions"] == []
    deals = imported(url, folder / "olist_closed_deals_dataset.csv", "--layout", LAYOUTS / "olist_closed.toml")
    assert (deals["rows_read"], deals["updated"], deals["created"]) == (842, 842, 0)
    assert deals["records"]["leads"] == {"created": 0, "updated": 842}
    return url


@pytest.fixture(scope="module")
def figures() -> dict[str, Any]:
    return reference("olist/reference_answers.json")


def by_key(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["key"] or "(blank)": row for row in answer["rows"]}


def won_by(url: str, by: str) -> dict[str, int]:
    return {key: row["won"] for key, row in by_key(asked("report", url, "wins", "--by", by)).items()}


def test_olist_leads_and_their_ids(olist: str, figures: dict[str, Any], tmp_path: Path) -> None:
    leads = exported(olist, "leads", tmp_path / "leads.csv")
    assert len(leads) == figures["leads_after_both_imports"]
    assert Counter(lead["stage"] for lead in leads) == {"Won": figures["stages"]["Won"], "New": 8000 - 842}
    ids = {lead["external_id"]: lead for lead in leads}
    assert len(ids) == figures["rows"]["mql_distinct_mql_id"]
    assert ids.keys() >= set(figures["ids_that_look_like_scientific_notation"]["mql_id"])
    assert len({lead["custom:Landing page"] for lead in leads}) == figures["rows"]["distinct_landing_pages"]
    days = sorted(lead["created"][:10] for lead in leads)
    assert {"min": days[0], "max": days[-1]} == figures["first_contact_date"]
    won = sorted(lead["won_at"] for lead in leads if lead["won_at"])
    moments = {name: f"{text[:10]} {text[11:19]}" for name, text in (("min", won[0]), ("max", won[-1]))}
    assert moments == figures["won_date"]
    for early in figures["won_before_first_contact"]:
        lead = ids[early["mql_id"]]
        assert lead["created"].startswith(early["first_contact_date"])
        assert lead["won_at"].replace("T", " ").startswith(early["won_date"])
    assert sum(lead["won_at"][:10] == lead["created"][:10] for lead in leads) == figures["won_on_day_0"]
    edges = sum(text[11:13] in {"00", "23"} for text in won)
    assert edges == figures["goals"]["won_in_last_or_first_hour_of_a_day"]
    values = [float(lead["value"]) for lead in leads if lead["value"]]
    revenue = figures["declared_monthly_revenue"]
    assert (len(values), max(values), sum(value > 0 for value in values)) == (
        figures["rows"]["closed_rows"],
        revenue["max"],
        revenue["non_zero_rows"],
    )


def test_olist_conversion_by_origin(olist: str, figures: dict[str, Any]) -> None:
    answer = asked("report", olist, "conversion", "--by", "source", "--window", "all")
    found = by_key(answer)
    assert {key: row["entered"] for key, row in found.items()} == figures["leads_by_origin"]
    for key, expected in figures["conversion_by_origin"].items():
        row = found[key]
        assert (row["entered"], row["converted"]) == (expected["leads"], expected["won"])
        assert round(row["rate"] * 100, 2) == expected["conversion_pct"]
    total = answer["total"]
    assert (total["entered"], total["converted"], answer["open"]) == (8000, 842, 0)
    assert round(total["rate"] * 100, 2) == figures["conversion_overall_pct"]


def test_olist_cohorts(olist: str, figures: dict[str, Any]) -> None:
    found = by_key(asked("report", olist, "conversion", "--by", "month", "--window", "all"))
    assert {key: row["entered"] for key, row in found.items()} == figures["leads_by_first_contact_month"]
    rates = {key: round(row["converted"] / row["entered"] * 100, 2) for key, row in found.items()}
    assert rates == figures["cohort_conversion_by_first_contact_month_pct"]
    quarter = by_key(asked("report", olist, "conversion", "--by", "quarter", "--window", "all"))["2018-Q1"]
    assert quarter["entered"] == figures["goals"]["new_leads_2018Q1"]


def test_olist_days_to_won(olist: str, figures: dict[str, Any]) -> None:
    total = asked("report", olist, "cycle")["total"]
    for name, clock in (("to_close", "exact"), ("to_close_calendar", "calendar")):
        rounded = {key: round(value, 4) for key, value in total[name].items()}
        assert rounded == figures[f"days_first_contact_to_won_{clock}"]
    medians = by_key(asked("report", olist, "cycle", "--by", "source"))
    found = {key: row["to_close_calendar"]["median"] for key, row in medians.items()}
    assert found == figures["median_days_calendar_by_origin"]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("month", "won_by_month"),
        ("owner", "won_by_sr_owner"),
        ("qualified_by", "won_by_sdr"),
        ("custom:Business segment", "won_by_business_segment"),
        ("custom:Lead type", "won_by_lead_type"),
        ("custom:Business type", "won_by_business_type"),
        ("custom:Behaviour", "won_by_lead_behaviour_profile"),
        ("custom:Average stock", "average_stock"),
    ],
)
def test_olist_won_by(olist: str, figures: dict[str, Any], by: str, expected: str) -> None:
    assert won_by(olist, by) == figures[expected]


@pytest.mark.parametrize(("by", "expected"), [("Has company", "has_company"), ("Has GTIN", "has_gtin")])
def test_olist_yes_no_and_nothing(olist: str, figures: dict[str, Any], by: str, expected: str) -> None:
    assert won_by(olist, f"custom:{by}") == {key.lower(): won for key, won in figures[expected].items()}


def test_olist_owners(olist: str, figures: dict[str, Any]) -> None:
    for by, name in (("owner", "sr_id"), ("qualified_by", "sdr_id")):
        assert len(won_by(olist, by)) == figures["distinct_owners"][name]
    # People that the files name and nobody knows become members who cannot log in.
    people = [one for one in asked("members", olist, "list") if not one["active"]]
    ids = figures["won_by_sr_owner"].keys() | figures["won_by_sdr"].keys()
    assert {one["name"] for one in people} == ids


def test_olist_revenue(olist: str, figures: dict[str, Any]) -> None:
    revenue = figures["declared_monthly_revenue"]
    total = asked("report", olist, "wins")["total"]
    assert total["value"] == [{"amount": f"{revenue['sum']:.2f}", "currency": "BRL"}]
    april = asked("report", olist, "wins", "--from", "2018-04-01", "--to", "2018-04-30")["total"]
    amount = figures["goals"]["declared_monthly_revenue_of_won_in_2018-04"]
    assert april["won"] == figures["won_by_month"]["2018-04"]
    assert sum(float(one["amount"]) for one in april["value"]) == amount


def test_olist_wins_by_week_weekday_quarter_and_day(olist: str, figures: dict[str, Any]) -> None:
    expected = figures["goals"]
    weeks = won_by(olist, "week")
    for week, won in expected["won_per_iso_week_top5"].items():
        assert weeks[week] == won
    days = dict(zip(WEEKDAYS, expected["won_per_weekday_mon_to_sun"], strict=True))
    assert won_by(olist, "weekday") == {day: won for day, won in days.items() if won}
    assert {key.replace("-", ""): won for key, won in won_by(olist, "quarter").items()} == expected["won_per_quarter"]
    around = [
        asked("report", olist, "wins", "--from", day, "--to", day)["total"]["won"]
        for day in ("2018-04-30", "2018-05-01")
    ]
    assert around == expected["won_on_2018-04-30_and_05-01"]
    april = asked("report", olist, "wins", "--by", "owner", "--from", "2018-04-01", "--to", "2018-04-30")
    assert {row["key"]: row["won"] for row in april["rows"][:3]} == expected["top_owner_2018-04"]


def test_olist_goals(olist: str, figures: dict[str, Any]) -> None:
    expected = figures["goals"]["won_per_month_target_100"]
    with door.open_workspace(olist) as workspace:
        for month in expected:
            first = date.fromisoformat(f"{month}-01")
            values = {"name": month, "metric": "won", "target": Decimal(100), "starts": first}
            workspace.write(goals.create, values | {"ends": following(first, "month") - timedelta(days=1)})
    found = by_key(asked("report", olist, "goals"))
    assert found.keys() == expected.keys()
    for month, row in found.items():
        wanted = expected[month]
        assert (row["actual"], row["target"], row["met"]) == (wanted["actual"], wanted["target"], wanted["met"])
        assert round(row["attained"] * 100) == wanted["pct"]


def test_olist_sellers_are_companies(made: Made, olist: str, figures: dict[str, Any], tmp_path: Path) -> None:
    url, path = made("sellers", "UTC", "BRL"), DATA / "olist/olist_sellers_dataset.csv"
    answer = imported(url, path, "--layout", LAYOUTS / "olist_sellers.toml")
    assert answer["records"]["companies"]["created"] == figures["rows"]["sellers_file_rows"]
    with path.open(encoding="utf-8", newline="") as stream:
        rows = {row["seller_id"]: row for row in csv.DictReader(stream)}
    companies = {one["external_id"]: one for one in exported(url, "companies", tmp_path / "companies.csv")}
    for number, row in rows.items():
        found = companies[number]
        assert found["custom:Zip prefix"] == row["seller_zip_code_prefix"]
        assert (found["city"], found["custom:State"]) == (row["seller_city"], row["seller_state"])
    sellers = {lead["custom:Seller"] for lead in exported(olist, "leads", tmp_path / "leads.csv")} - {""}
    assert len(sellers) == figures["rows"]["closed_distinct_seller_id"]
    assert len(sellers & companies.keys()) == figures["rows"]["closed_seller_id_found_in_sellers_file"]
    again = imported(url, path, "--layout", LAYOUTS / "olist_sellers.toml")
    assert again["unchanged"] == figures["rows"]["sellers_file_rows"]


# The pipeline with its history ------------------------------------------------------------------------------------

OURS = {
    "Discovery": "New",
    "Qualified": "Qualified",
    "Demo": "Accepted",
    "Proposal": "Sales qualified",
    "Negotiation": "Proposal",
    "Closed Won": "Won",
    "Closed Lost": "Lost",
}


@pytest.mark.parametrize(
    ("file", "layout", "rows"),
    [
        ("sample_hubspot_deals_60.csv", "pipeline_hubspot.toml", "deals"),
        ("sample_salesforce_history_60.csv", "pipeline_salesforce.toml", "salesforce_rows"),
    ],
)
def test_pipeline_history(made: Made, file: str, layout: str, rows: str) -> None:
    expected = reference("pipeline_history_sample/reference_answers.json")
    url = made(layout.partition(".")[0], "Europe/Madrid", "EUR")
    answer = imported(url, DATA / "pipeline_history_sample" / file, "--layout", LAYOUTS / layout)
    assert (answer["rows_read"], answer["rejected"]) == (expected[rows], 0)
    assert answer["records"]["leads"]["created"] == expected["deals"]

    theirs = {ours: name for name, ours in OURS.items()}
    stages = asked("report", url, "stage-time")
    found = {theirs[row["key"]]: row for row in stages["rows"]}
    assert {name: row["entered"] for name, row in found.items()} == expected["reached"]
    assert stages["total"] == {"leads": expected["deals"], "stays": expected["stage_entries"]}
    unmoved = expected["salesforce_rows"] - expected["stage_entries"]
    assert unmoved == expected["salesforce_rows_without_stage_change"]
    medians = {name: found[name]["time_calendar"]["median"] for name in expected["median_days_in_stage"]}
    assert medians == expected["median_days_in_stage"]
    assert {name: row["open"] for name, row in found.items() if row["open"]} == expected["current_stage"]

    wins = asked("report", url, "wins")
    assert round(wins["total"]["rate"] * 100, 2) == expected["win_rate_pct"]
    assert wins["total"]["value"] == [{"amount": f"{expected['won_amount']:.2f}", "currency": "EUR"}]
    cycle = asked("report", url, "cycle")["total"]
    assert cycle["to_close_calendar"]["median"] == expected["median_days_discovery_to_won"]

    again = imported(url, DATA / "pipeline_history_sample" / file, "--layout", LAYOUTS / layout)
    assert (again["unchanged"], again["import_id"]) == (expected[rows], None)


# People -----------------------------------------------------------------------------------------------------------


def test_febrl_people_are_never_merged_by_name(made: Made, tmp_path: Path) -> None:
    expected = reference("febrl/reference_answers_dataset1.json")
    url, path = made("febrl", "Australia/Sydney", "AUD"), DATA / "febrl/dataset1.csv"
    answer = imported(url, path, "--layout", LAYOUTS / "febrl.toml")
    assert (answer["created"], answer["updated"]) == (expected["rows"], 0)
    contacts = exported(url, "contacts", tmp_path / "contacts.csv")
    groups = Counter(one["external_id"].split("-")[1] for one in contacts)
    assert len(groups) == expected["distinct_people_truth"]
    assert max(groups.values()) == expected["largest_group"]
    born = "custom:Birth date"
    for names, baseline in (
        (("first_name", "last_name", born), "baseline_exact_given_surname_birth"),
        (("custom:Social security",), "baseline_soc_sec_id"),
    ):
        people: dict[tuple[str, ...], list[str]] = {}
        for one in contacts:
            if all(one[name] for name in names):
                people.setdefault(tuple(one[name] for name in names), []).append(one["external_id"].split("-")[1])
        pairs = [pair for several in people.values() for pair in combinations(several, 2)]
        true = sum(one == other for one, other in pairs)
        wanted = expected[baseline]
        assert (true, len(pairs) - true) == (wanted["true_pairs_found"], wanted["false_pairs"])
        assert round(true / expected["true_duplicate_pairs"] * 100, 1) == wanted["recall_pct"]
    assert imported(url, path, "--layout", LAYOUTS / "febrl.toml")["unchanged"] == expected["rows"]


def test_international_contacts(made: Made, tmp_path: Path) -> None:
    expected = reference("international_contacts/reference_answers_600.json")
    url = made("international", "UTC", "EUR")
    path = DATA / "international_contacts/contacts_600_plus_40_duplicates.csv"
    answer = imported(url, path, "--layout", LAYOUTS / "international.toml")
    contacts = exported(url, "contacts", tmp_path / "contacts.csv")
    count = expected["contacts_after_email_dedupe_blank_emails_kept"]
    assert (answer["rows_read"], answer["created"], answer["rejected"]) == (expected["rows"], count, 0)
    assert (len(contacts), answer["updated"]) == (count, expected["rows"] - count)
    assert len({one["emails"] for one in contacts} - {""}) == expected["distinct_emails_trimmed_lowercase"]
    assert sum(not one["emails"] for one in contacts) == expected["rows_without_email"]
    # What was planted is one with its original where they share an e-mail, and apart where they share a phone only.
    ids = {one["external_id"] for one in contacts}
    planted = Counter(kind for _, _, kind in expected["truth"])
    assert planted == expected["kinds"]
    people: dict[str, set[str]] = {}
    for copy, original, kind in expected["truth"]:
        people.setdefault(original, {original})
        if kind == "no_email_same_phone":
            assert copy in ids
        else:
            people[original].add(copy)
    assert all(len(ids & rows) == 1 for rows in people.values())
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["ID"]: row for row in csv.DictReader(stream)}
    for column in ("Country", "Source"):
        # The figures count rows: every contact holds what its row says, and the rows that joined others say the rest.
        joined = Counter(
            row[column] for number, row in rows.items() if number not in {one["external_id"] for one in contacts}
        )
        found = Counter(one[column.lower()] for one in contacts)
        assert found + joined == expected[f"by_{column.lower()}"]
    for one in contacts:
        row = rows[one["external_id"]]
        assert [one[name] for name in ("first_name", "city", "postcode", "country", "source")] == [
            row[name] for name in ("First name", "City", "Postcode", "Country", "Source")
        ]
    again = imported(url, path, "--layout", LAYOUTS / "international.toml")
    assert (again["created"], again["rejected"]) == (0, 0)
    assert len(exported(url, "contacts", tmp_path / "again.csv")) == count
