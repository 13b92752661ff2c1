"""Statements written down to be read again by `db.glimpse`."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from db.glimpse import MOMENT, TREE, Written
from db.types import Moment

_PLAIN = (int, float, str, type(None))


def written(statement: sa.Select[Any]) -> Written | None:
    """Return a statement as a file's engine reads it, None where it is given what cannot be written down."""
    dialect = sqlite.dialect(paramstyle="named")
    compiled = statement.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    values = dict(compiled.params)
    if not all(isinstance(value, _PLAIN) for value in values.values()):
        return None
    kinds = {}
    for column in statement.selected_columns:
        if isinstance(column.type, Moment):
            kinds[column.name] = MOMENT
        elif isinstance(column.type, sa.JSON):
            kinds[column.name] = TREE
    return Written(str(compiled), values, kinds)
