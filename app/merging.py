"""Two edits of one record settled field by field."""

from collections.abc import Mapping
from typing import Any

from app.fields import Kind


def merge(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], kind: Kind | None = None
) -> tuple[dict[str, Any], dict[str, tuple[Any, Any, Any]]]:
    """Return the settled values and the conflicts (field -> base, mine, theirs) of a three-way merge.

    A field that only one side touched takes that side's value; lists merge as sets of entries in which both
    sides' additions and removals count; fields that belong together (an amount and its currency) are settled as
    one. A conflict arises only where all three differ.
    """
    settled: dict[str, Any] = {}
    conflicts: dict[str, tuple[Any, Any, Any]] = {}
    for name in base:
        before, wanted, found = _same(base[name]), _same(mine[name]), _same(theirs[name])
        if wanted in (found, before):
            settled[name] = found
        elif found == before:
            settled[name] = wanted
        elif isinstance(wanted, list) or isinstance(found, list):
            settled[name] = _lists(before or [], wanted or [], found or [])
        else:
            conflicts[name] = (before, wanted, found)
    for name in list(settled):
        partners = kind.fields[name].coupled if kind is not None and name in kind.fields else frozenset()
        touched_by_both = settled[name] != _same(theirs[name]) and any(
            partner in base and _same(theirs[partner]) != _same(base[partner]) for partner in partners
        )
        if touched_by_both:
            conflicts[name] = (_same(base[name]), _same(mine[name]), _same(theirs[name]))
    for name in conflicts:
        settled.pop(name, None)
    return settled, conflicts


def _same(value: Any) -> Any:
    """Return the value with every way of being empty made one."""
    return None if value in ("", []) else value


def _lists(base: list[Any], mine: list[Any], theirs: list[Any]) -> list[Any]:
    removed = [entry for entry in base if entry not in mine]
    kept = [entry for entry in theirs if entry not in removed]
    return kept + [entry for entry in mine if entry not in base and entry not in kept]
