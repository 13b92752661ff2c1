"""Merged, edited and taken apart in any order: what either had is there again, and no edit is lost."""

import random
from typing import Any

import pytest

from app import contacts, feed
from app.duplicates import likely, merging
from app.workspace import Workspace
from tests.app.duplicates.test_index import add, refreshed
from tests.app.duplicates.test_merging import state

SCALARS = ("job_title", "city", "source", "country")


def by_gone(workspace: Workspace) -> dict[int, int]:
    return {row.gone_id: row.id for row in workspace.read(merging.standing)}


def drawn(draw: random.Random, name: str) -> dict[str, Any]:
    values: dict[str, Any] = {"first_name": name}
    values |= {field: f"{field} of {name}" for field in SCALARS if draw.random() < 0.6}
    values["emails"] = [f"{name}{number}@x.example" for number in range(draw.randrange(3))] + ["shared@x.example"]
    values["tags"] = draw.sample(["vip", "fair", "press", "spring"], draw.randrange(4))
    return values


@pytest.mark.parametrize("seed", range(6))
def test_in_whatever_order_they_come_apart(workspace: Workspace, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - made-up people
    ids = [workspace.write(contacts.create, drawn(draw, name)).entries[0].id for name in ("Ana", "Bea", "Cleo", "Dan")]
    for number in ids:
        workspace.write(feed.add, "contact", number, "note", f"About {number}")
    before = {number: state(workspace, number) for number in ids}
    kept, *others = ids
    draw.shuffle(others)
    for number in others:
        theirs = before[number]["values"]
        wanted = {name: theirs[name] for name in SCALARS if theirs.get(name) and draw.random() < 0.5}
        workspace.write(merging.merge, kept, number, wanted)
    workspace.write(feed.add, "contact", kept, "note", "Since")
    draw.shuffle(others)
    for number in others:
        workspace.write(merging.unmerge, by_gone(workspace)[number])
    for number in ids:
        found = state(workspace, number)
        if number == kept:
            found["notes"].remove("Since")
        assert sorted(found["values"].pop("emails")) == sorted(before[number]["values"].pop("emails"))
        assert sorted(found["values"].pop("tags")) == sorted(before[number]["values"].pop("tags"))
        assert found == before[number]


def test_an_edit_after_two_merges_goes_to_the_one_whose_field_it_was(workspace: Workspace) -> None:
    kept = add(workspace, "Ana", "Costa", job_title="Buyer")
    bea, cleo = add(workspace, "Bea", "Costa", city="Porto"), add(workspace, "Cleo", "Costa", job_title="Head")
    workspace.write(merging.merge, kept, bea)
    workspace.write(merging.merge, kept, cleo, {"job_title": "Head"})
    workspace.write(contacts.edit, kept, {"city": "Braga", "job_title": "Chief"})
    workspace.write(merging.unmerge, by_gone(workspace)[bea])
    assert state(workspace, bea)["values"]["city"] == "Braga"
    assert state(workspace, kept)["values"].get("city") is None
    assert state(workspace, kept)["values"]["job_title"] == "Chief"
    workspace.write(merging.unmerge, by_gone(workspace)[cleo])
    assert state(workspace, cleo)["values"]["job_title"] == "Chief"
    assert state(workspace, kept)["values"]["job_title"] == "Buyer"


def test_who_may_be_meant_is_found_while_typing(workspace: Workspace) -> None:
    number = add(workspace, "José", "Núñez", emails=["jose@nunez.example"], phones=["+34 600 100 200"])

    def typed(**values: Any) -> list[int]:
        return [match.id for match in workspace.read(likely.alike, values)]

    assert typed(emails=["JOSE@nunez.example"]) == [number]  # before anything was compared
    assert typed(phones=["600 100 200"]) == []
    refreshed(workspace)
    assert typed(first_name="Jose", last_name="Nunez") == [number]
    assert typed(phones=["600 100 200"]) == [number]
    assert typed(first_name="Jose") == []
    assert typed(first_name="Grace", last_name="Lind", emails=["grace@lind.example"]) == []
    assert typed() == []
    workspace.write(contacts.remove, number)
    assert typed(first_name="Jose", last_name="Nunez") == []
