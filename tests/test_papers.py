"""What is promised about dependencies on paper is what is asked for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent


def lines_of(section: str) -> list[str]:
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").partition(f"## {section}\n")[2].partition("\n## ")[0]
    return [name for name in re.findall(r"^\| ([^|]+?) +\|", text, re.MULTILINE) if name != "package"]


@pytest.mark.parametrize(("section", "dev"), [("In the program", False), ("For work on it", True)])
def test_every_dependency_has_its_reason(section: str, dev: bool) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = project["dependency-groups"]["dev"] if dev else project["project"]["dependencies"]
    names = {need.name for need in map(Requirement, asked)}
    assert {re.sub(r"\[.*\]", "", name) for name in lines_of(section)} == names


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
