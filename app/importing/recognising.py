"""Which known layout a file has, and where it sends a column."""

from collections.abc import Sequence

from app.importing.known import LAYOUTS, KnownLayout
from app.importing.words import normal


def recognise(columns: Sequence[str]) -> KnownLayout | None:
    """Return the layout whose signs are all among the columns, the one with most signs first."""
    have = {normal(name) for name in columns}
    best: tuple[int, KnownLayout] | None = None
    for layout in LAYOUTS:
        size = max((len(sign) for sign in layout.signs if sign <= have), default=0)
        if layout.name == "Mautic" and len(have) > 3:  # noqa: PLR2004 - three such common words prove nothing else
            size = 0
        if size and (best is None or size > best[0]):
            best = (size, layout)
    return best[1] if best else None


def by_name(name: str) -> KnownLayout | None:
    """Return the layout of that name, compared folded, or None."""
    wanted = normal(name)
    return next((layout for layout in LAYOUTS if normal(layout.name) == wanted), None)


def column_target(layout: KnownLayout, header: str) -> str | None:
    """Return where a layout sends a column, or None where it says nothing of it."""
    words = normal(header)
    found = layout.columns.get(words)
    if found is not None:
        return found
    for pattern, target in layout.patterns:
        match = pattern.fullmatch(header.strip() if "stage" in pattern.groupindex else words)
        if match:
            return target.format(header, **match.groupdict())
    return None
