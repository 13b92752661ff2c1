"""The page on the query language is true: each example can be followed, each field stands in it."""

import re
from pathlib import Path

import pytest

from app import members, things
from app.fields import KINDS
from app.query import QueryError, names, parse
from app.workspace import Workspace

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "query.md").read_text("utf-8")
# Not examples by themselves: the ends of one before, single words, and what programs call.
PIECE = re.compile(r"[:=!<>*\\]+|\w|[\d.]+|Z|\+\d\d:\d\d|not|or|and|none|me|yes|no|NAME|custom:NAME|\.?\w+\(.*")


def cells(part: str) -> list[str]:
    body = PAGE.split(f"## {part}\n")[1].split("\n## ")[0]
    return [line.split("|")[1] for line in body.splitlines() if line.startswith("| `")]


def spans(text: str) -> list[str]:
    return [one for one in re.findall(r"`([^`]+)`", text) if not PIECE.fullmatch(one)]


@pytest.fixture
def known(file_workspace: Workspace) -> Workspace:
    """A workspace with what the page speaks of."""
    file_workspace.write(things.create, "field", {"kind": "lead", "name": "Trial size", "form": "number"})
    file_workspace.write(members.add, "Bo", None, "sales")
    return file_workspace


def test_each_example_can_be_followed(known: Workspace) -> None:
    examples = [example for cell in cells("By example") for example in spans(cell)]
    examples += [example for example in spans(PAGE.split("## Fields\n")[1].split("## Limits")[0]) if ":" in example]
    examples += [PAGE.split("```\n")[1].strip()]
    assert len(examples) >= 50
    for example in examples:
        parse(example, "lead").bind(known.context())


def test_each_field_stands_there(known: Workspace) -> None:
    written = {name for cell in cells("Fields") for name in re.findall(r"`([^`]+)`", cell)}
    for kind in KINDS.values():
        assert {*names(known.context(), kind)} - {"has", "trial_size"} <= written
    for name in written - {"custom:NAME", "NAME"}:
        parse(f"has:{name}", "lead").bind(known.context())


def test_the_error_is_what_it_says(known: Workspace) -> None:
    query, said = re.findall(r"tandem find team.tandem '(.*)' --what leads\ntandem: (.*)\n", PAGE)[0]
    with pytest.raises(QueryError, match=re.escape(said)):
        parse(query, "lead").bind(known.context())
