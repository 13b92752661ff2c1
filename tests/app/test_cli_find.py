"""Queries on the command line, as processes: found, exported and measured alike; wrong ones point at the word."""

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app import companies, contacts, goals, leads
from app import workspace as door
from tests.helpers.commands import asked, run

PEOPLE: tuple[tuple[str, str, str, str, list[str], dict[str, str]], ...] = (
    ("Ida", "Müller", "Köln", "web", ["vip"], {"email": "yes"}),
    ("Łukasz", "Ørsted", "São Paulo", "fair", ["vip", "student"], {"email": "no"}),
    ("木村", "さくら", "東京", "web", [], {}),
    ("Ana", "O'Brien 100%", "Sao Paulo", "referral", [], {}),
)


@pytest.fixture
def filled(url: str) -> str:
    """Four people with ids 1 to 4, a company of the first, and a lead of each of the first three."""
    with door.open_workspace(url) as made:
        firm = made.write(companies.create, {"name": "Freude GmbH", "industry": "Coffee"}).entries[0].id
        for place, (first, last, city, source, tags, consent) in enumerate(PEOPLE):
            values: dict[str, Any] = {
                "first_name": first,
                "last_name": last,
                "city": city,
                "source": source,
                "tags": tags,
            }
            if place == 0:
                values |= {"company": firm, "emails": ["ida@freude.example"]}
            values |= {f"consent:{purpose}": said for purpose, said in consent.items()}
            number = made.write(contacts.create, values).entries[0].id
            if place < 3:
                lead: dict[str, Any] = {
                    "contact": number,
                    "value": str(1000 * place),
                    "score": place * 40,
                    "source": source,
                }
                made.write(leads.create, lead)
    return url


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [1, 2, 3, 4]),
        ("muller", [1]),
        ("LUKASZ orsted", [2]),
        ("木", [3]),
        ("さく", [3]),
        ("100%", [4]),
        ("o'brien", [4]),
        ("freude.example", [1]),
        ("id", [1]),
        ('city:"sao paulo"', [2, 4]),
        ("city:s*paulo", [2, 4]),
        ("city:köln,東京", [1, 3]),
        ("-tag:student tag:vip", [1]),
        ("(source:web or source:fair) -has:company", [2, 3]),
        ("company:freude", [1]),
        ("industry:coffee", [1]),
        ("score>=40", [2, 3]),
        ("stage:New value>1k", [3]),
        ("-has:stage", [4]),
        ("consent:email", [1]),
        ("consent:email=no", [2]),
        ("owner:none created:today", [1, 2, 3, 4]),
        ('"or"', [2]),
        ('"or "', []),
    ],
)
def test_what_a_query_meets(filled: str, query: str, found: list[int]) -> None:
    with door.open_workspace(filled) as made, made.reading() as session:
        assert sorted(contacts.ids(session, query)) == found


def test_a_query_finds_counts_and_exports_the_same(filled: str, tmp_path: Path) -> None:
    query = 'city:"sao paulo" or 木 or -has:tag'
    rows = asked("find", filled, query)["rows"]
    assert sorted(row["id"] for row in rows) == [2, 3, 4]
    assert asked("find", filled, query, "--count") == {"count": 3, "rows": []}
    run("export", filled, "contacts", "--format", "csv", "--query", query, "-o", tmp_path / "some.csv")
    with (tmp_path / "some.csv").open(newline="", encoding="utf-8-sig") as file:
        assert sorted(row["id"] for row in csv.DictReader(file)) == ["2", "3", "4"]
    run("export", filled, "contacts", "--format", "json", "--query", query, "-o", tmp_path / "some.json")
    exported = json.loads((tmp_path / "some.json").read_text("utf-8"))
    assert [row["id"] for row in exported] == [row["id"] for row in rows]


@pytest.mark.parametrize(
    ("query", "place", "remedy"),
    [
        ("web colour:blue", 5, "put it in quotes"),
        ("scoer>4", 1, "did you mean score"),
        ("(city:Rome", 1, "add a )"),
        ('city:"Rome', 6, "never closed"),
        ("score>high", 7, "write it as in 40"),
        ("stage:Nowhere", 7, "choose one of"),
        ("created>=soon", 10, "write a day as 2026-01-31"),
    ],
)
def test_a_wrong_query_points_at_the_word(filled: str, tmp_path: Path, query: str, place: int, remedy: str) -> None:
    target = tmp_path / "none.csv"
    for words in (
        ("find", filled, query),
        ("find", filled, query, "--count", "--json"),
        ("export", filled, "contacts", "--format", "csv", "--query", query, "-o", target),
    ):
        done = run(*words, code=1)
        assert done.stdout == ""
        assert done.stderr.startswith("tandem: ")
        assert remedy in done.stderr
        assert f"(at character {place})" in done.stderr
    assert not target.exists()


def test_a_goal_counts_what_its_query_meets(filled: str) -> None:
    with door.open_workspace(filled) as made:
        year = made.context().now.year
        goal = {"metric": "leads", "target": Decimal(10), "starts": date(year - 1, 1, 1), "ends": date(year + 1, 1, 1)}
        made.write(goals.create, {"name": "All", **goal})
        made.write(goals.create, {"name": "Web", "query": "source:web city:köln", **goal})
    rows = {row["key"]: row for row in asked("report", filled, "goals")["rows"]}
    assert {name: row["actual"] for name, row in rows.items()} == {"All": 3, "Web": 1}
