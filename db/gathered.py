"""Rows of several tables in one answer: each has the same columns, seven of text and eleven of numbers."""

from typing import Any

import sqlalchemy as sa

_TEXTS = "abcdefg"
_NUMBERS = "mnopqrsuvwx"  # “t” is a row's own name for itself as a tuple


def rows(what: str, key: Any, texts: tuple[Any, ...], numbers: tuple[Any, ...]) -> sa.Select[*tuple[Any, ...]]:
    """Return the rows of a table as one part of such an answer.

    Args:
        what: what they are; it stands in the column of that name.
        key: the column of their ids.
        texts: what stands in the columns a, b, c …
        numbers: what stands in the columns m, n, o …
    """
    columns: list[Any] = [sa.literal(what).label("what"), key.label("id")]
    for position, label in enumerate(_TEXTS):
        text: Any = texts[position] if position < len(texts) else sa.null()
        columns.append(sa.cast(text, sa.Text).label(label))
    for position, label in enumerate(_NUMBERS):
        value: Any = numbers[position] if position < len(numbers) else sa.null()
        columns.append(sa.cast(sa.type_coerce(value, sa.BigInteger), sa.BigInteger).label(label))
    return sa.select(*columns)
