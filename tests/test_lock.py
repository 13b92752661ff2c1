"""The pins: what pyproject.toml asks for, and no address of where they come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.lock", "tools/uv.lock"]


def wanted() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    lines = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return {canonicalize_name(need.name): need for need in map(Requirement, lines)}


def pins() -> list[tuple[str, str, list[str]]]:
    """Return name, version and the comment lines that say who asked for it, for each pin."""
    found: list[tuple[str, str, list[str]]] = []
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        if start := re.match(r"([a-z0-9-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)", line):
            found.append((start[1], start[2], []))
        elif comment := re.match(r" +# +(?:via )?(\S.*)", line):
            found[-1][2].append(comment[1])
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("--hash=", ""), re.MULTILINE), "options of the installer"
    assert not re.search(r"(^|\s)/\w", text), "a path of some machine"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_carries_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_pins_what_is_asked_for() -> None:
    asked = {name for name, _, why in pins() if any(line.startswith("tandem ") for line in why)}
    assert asked == set(wanted()), "run tools/lock.sh"


def test_the_pins_are_in_range() -> None:
    needs = wanted()
    outside = [
        f"{name} {version}"
        for name, version, _ in pins()
        if name in needs and not needs[name].specifier.contains(version)
    ]
    assert outside == [], "run tools/lock.sh"
