"""How texts are written in queries."""

import re

KEYWORDS = frozenset({"or", "and", "not"})


def quoted(text: str) -> str:
    """Return a text as a query takes it for one value, in quotes where it needs them."""
    plain = re.fullmatch(r"[^\s()\"“”,:<>=!\\-][^\s()\"“”,:<>=!\\]*", text)
    if plain and text.lower() not in KEYWORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
