"""A file of people and companies together: the rows that are companies become companies."""

from app.fields import CUSTOM, KINDS
from app.importing.converting import Batch, Column
from app.importing.lists import Lists


def filled(column: Column) -> bool:
    """Return whether a column holds anything."""
    return any(value is not None for value in column)


def part_companies(batch: Batch, lists: Lists) -> None:
    """Take the rows that are companies out of the people; what a company has no field for joins its own fields."""
    flags = batch.companies or []
    people, firms = batch.values["contact"], batch.values["company"]
    size = len(flags)
    if not any(flags):
        return
    for name, column in list(people.items()):
        moved = [value if flag else None for value, flag in zip(column, flags, strict=True)]
        people[name] = [None if flag else value for value, flag in zip(column, flags, strict=True)]
        if not filled(moved):
            continue
        if name not in KINDS["company"].fields or name == "tags":
            title = (
                name.removeprefix(CUSTOM).replace("_", " ").capitalize()
                if not name.startswith(CUSTOM)
                else (name.removeprefix(CUSTOM))
            )
            lists.custom("company", title, "text")
            moved = [", ".join(value) if isinstance(value, list) else value for value in moved]
            name = CUSTOM + title  # noqa: PLW2901 - the column goes on under its own field
        held = firms.get(name) or [None] * size
        firms[name] = [one if one is not None else other for one, other in zip(moved, held, strict=True)]
