"""The orders of lists that are a column's own: a field, a member's or campaign's name, a field that the team added."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import finding
from app.context import Context
from app.fields import CUSTOM, Kind
from db.textual import numeric


def column_order(session: Session, kind: Kind, sort: str, *, along_names: bool = True) -> tuple[Any, ...]:
    """Return the ORDER BY of a sort: a field's name, with a minus in front for the other way round.

    Who has no value comes last. Without `along_names` no index gives the order of names.

    Raises:
        UsageError: there is no such order.
    """
    name = sort.removeprefix("-")
    context: Context = session.info["context"]
    model: Any = kind.model
    if name.startswith(CUSTOM):
        added = context.field(kind.name, name.removeprefix(CUSTOM))
        text = model.custom[str(added.id)].as_string()
        column: Any = numeric(text) if added.form == "number" else text
    elif name == "owner":
        column = _ranked(model.owner_id, {one.id: one.name for one in context.members.values()})
    elif name == "campaign" and "campaign" in kind.fields:
        column = _ranked(model.campaign_id, context.campaigns)
    else:
        return finding.order(session, kind, sort, along_names=along_names)
    return ordered(column, model.id, backwards=sort.startswith("-"))


def ids(session: Session, kind: Kind, query: str = "", sort: str = "name") -> Sequence[int]:
    """Return the ids of all records that a query meets, in such an order."""
    return finding.ids_along(
        session, kind, query, lambda along_names: column_order(session, kind, sort, along_names=along_names), sort
    )


def ordered(column: Any, number: Any, *, backwards: bool) -> tuple[Any, ...]:
    """Return the ORDER BY of a value and then an id; what has no value comes last."""
    if backwards:
        return (column.desc().nulls_last(), number.desc())
    return (column.asc().nulls_last(), number.asc())


def _ranked(column: Any, names: Mapping[int, str]) -> Any:
    """Return the place of what is referred to among the names."""
    placed = sorted(names, key=lambda number: (names[number].casefold(), number))
    if not placed:
        return column
    return sa.case({number: place for place, number in enumerate(placed)}, value=column)
