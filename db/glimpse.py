"""The answer to one statement that is known by heart, read from a file before the database's library is loaded.

The statement was written down by `db.written`. It is read by the engine that comes with Python, on a connection that
cannot write and that waits for nobody.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from db.places import uri

MOMENT, TREE = "moment", "json"
"""Kinds of columns that are held as something else than they mean."""
_START = datetime(1970, 1, 1, tzinfo=UTC)
_PATIENCE = 0.2
"""Seconds to wait for somebody who is writing: without a glimpse the window comes as it would have."""


@dataclass(frozen=True, slots=True)
class Written:
    """A statement as a file's engine reads it, the values that it is given, and the kinds of its columns by name."""

    sql: str
    values: Mapping[str, Any]
    kinds: Mapping[str, str]


def read(path: Path, workspace: str, written: Written) -> Sequence[Sequence[Any]] | None:
    """Return the rows that a statement finds in a file; None where it cannot be had now.

    `workspace` is the id of the workspace that the statement was written for: another one's file gives nothing.
    """
    try:
        with closing(sqlite3.connect(uri(path.resolve(), "ro"), timeout=_PATIENCE, uri=True)) as file:
            file.execute("BEGIN")  # both answers are of one moment
            if file.execute("SELECT uuid FROM workspace").fetchone() != (workspace,):
                return None
            found = file.execute(written.sql, dict(written.values))
            kinds = [written.kinds.get(column[0]) for column in found.description]
            return [tuple(map(_value, kinds, row)) for row in found.fetchall()]
    except (sqlite3.Error, OSError, ValueError):
        return None


def from_json(text: str) -> Any:
    """Return what a JSON text says. Most lists hold nothing or one plain text, which is told without reading it."""
    if text == "[]":
        return []
    if text == "{}":
        return {}
    if text.startswith('["') and text.find('"', 2) == len(text) - 2 and "\\" not in text:
        return [text[2:-2]]
    return json.loads(text)


def _value(kind: str | None, value: Any) -> Any:
    if value is None or kind is None:
        return value
    return _START + timedelta(microseconds=value) if kind == MOMENT else from_json(value)
