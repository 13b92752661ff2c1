"""Several lists read in one statement: each is padded to the same columns, and told apart by the first."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

_TEXTS = "abcdefg"
_NUMBERS = "mnopqrsu"  # a row has a `t` of its own


def padded(what: str, key: Any, texts: Sequence[Any], numbers: Sequence[Any]) -> sa.Select[Any]:
    """Return a part of a statement that reads several lists at once, told apart by the first column `what`.

    Texts stand in columns a, b ... as text, numbers in m, n ... as stored.
    """
    columns: list[Any] = [sa.literal(what).label("what"), sa.type_coerce(key, sa.BigInteger).label("id")]
    for names, given, kind in ((_TEXTS, texts, sa.Text()), (_NUMBERS, numbers, sa.BigInteger())):
        for place, label in enumerate(names):
            value = given[place] if place < len(given) else sa.null()
            stored = sa.type_coerce(value, sa.BigInteger) if isinstance(kind, sa.BigInteger) else value
            columns.append(sa.cast(stored, kind).label(label))
    return sa.select(*columns)
