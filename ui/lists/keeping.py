"""The layouts of lists that a member keeps on this computer, by workspace, list and view."""

from typing import Any

from app import settings
from app.context import Context
from ui.lists.column import Layout, read

_LISTS = "lists"


def kept(context: Context, place: str) -> Layout | None:
    """Return the layout that a member kept of a list, or None."""
    found = _of(context, settings.read()).get(place)
    return None if found is None else read(found)


def keep(context: Context, place: str, layout: Layout | None) -> None:
    """Keep a layout, or none, beside those of other lists and members."""
    now = settings.read()
    mine = {name: value for name, value in _of(context, now).items() if name != place}
    if layout is not None:
        mine[place] = layout.plain()
    lists = now.get(_LISTS)
    settings.write(lists={**(lists if isinstance(lists, dict) else {}), _owner(context): mine})


def _of(context: Context, now: dict[str, Any]) -> dict[str, Any]:
    lists = now.get(_LISTS)
    mine = lists.get(_owner(context)) if isinstance(lists, dict) else None
    return mine if isinstance(mine, dict) else {}


def _owner(context: Context) -> str:
    return f"{context.info.uuid}/{context.me.id if context.me else 0}"
