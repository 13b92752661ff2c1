"""How well pairs are found, on people whose duplicates are known: precision and recall."""

import csv
import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.commands import asked, imported
from tests.helpers.shared_data import DATA, beside

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts"
pytestmark = beside


def offered(url: str) -> dict[str, set[frozenset[str]]]:
    """Return the pairs by class, as the file's own numbers."""
    found: dict[str, set[frozenset[str]]] = {"certain": set(), "likely": set()}
    for pair in asked("duplicates", url):
        assert pair["why"]
        found[pair["class"]].add(frozenset(one["external_id"] for one in pair["contacts"]))
    return found


def figures(found: set[frozenset[str]], true: set[frozenset[str]]) -> tuple[float, float]:
    """Return precision and recall."""
    return len(found & true) / len(found), len(found & true) / len(true)


def test_febrl(file_url: str, record_property: Any) -> None:
    imported(file_url, DATA / "datasets/febrl/dataset1.csv", "--layout", LAYOUTS / "febrl.toml")
    with (DATA / "datasets/febrl/dataset1.csv").open(encoding="utf-8") as file:
        numbers = [row["rec_id"].strip() for row in csv.DictReader(file, skipinitialspace=True)]
    people: dict[str, list[str]] = {}
    for number in numbers:
        people.setdefault(number.split("-")[1], []).append(number)
    true = {frozenset(pair) for several in people.values() for pair in combinations(several, 2)}
    assert len(true) == 500

    found = offered(file_url)
    precision, recall = figures(found["certain"] | found["likely"], true)
    record_property("precision", precision)
    record_property("recall", recall)
    print(f"FEBRL: precision {precision:.3f} at recall {recall:.3f}; certain {len(found['certain'])}")  # noqa: T201 - for -s
    assert precision >= 0.98
    assert recall >= 0.90
    assert found["certain"] <= true
    assert len(found["certain"]) > len(true) / 2


@pytest.mark.parametrize("name", ["contacts_600_plus_40_duplicates.csv"])
def test_international(file_url: str, tmp_path: Path, name: str) -> None:
    layout = tmp_path / "apart.toml"
    words = (LAYOUTS / "international.toml").read_text(encoding="utf-8")
    layout.write_text(words.replace('match = ["external_id", "emails"]', 'match = ["external_id"]'), encoding="utf-8")
    folder = DATA / "datasets/international_contacts"
    assert imported(file_url, folder / name, "--layout", layout)["created"] == 640
    truth = json.loads((folder / "reference_answers_600.json").read_text(encoding="utf-8"))["truth"]
    people: dict[str, set[str]] = {}
    for copy, original, _ in truth:
        people.setdefault(original, {original}).add(copy)
    true = {frozenset(pair) for several in people.values() for pair in combinations(several, 2)}

    found = offered(file_url)
    precision, recall = figures(found["certain"] | found["likely"], true)
    assert (precision, recall) == (1.0, 1.0)
    assert len(found["certain"]) >= 0.9 * len(true)
