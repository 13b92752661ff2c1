"""A query as a filter bar shows it: the parts that must all be met, each to be read, rewritten and taken away."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.query.nodes import Clause, Either, Every, Node, Not, Word
from app.query.quoting import KEYWORDS, quoted

_SIGNS = {":": ":", "=": " =", "!=": " ≠", ">": " >", ">=": " ≥", "<": " <", "<=": " ≤"}


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of a query: its text, which means the same wherever it stands, and where it stood.

    `field`, `op` and `values` are empty for a bare word, whose text is `value`; a group in brackets has its text only.
    """

    text: str
    start: int
    end: int
    field: str = ""
    op: str = ""
    values: tuple[str, ...] = ()
    value: str = ""
    negated: bool = False

    @property
    def label(self) -> str:
        """What the chip says, as in “city: Rome, Paris” or “− score ≥ 40”."""
        if self.field:
            said = f"{self.field.replace('_', ' ')}{_SIGNS[self.op]} {self.value}"
        else:
            said = self.value or self.text
        return f"− {said}" if self.negated and (self.field or self.value) else said


def chips_of(text: str, node: Node | None) -> tuple[Chip, ...]:
    """Return the parts of a query that must all be met, from left to right."""
    if node is None:
        return ()
    return tuple(_chip(text, part) for part in (node.parts if isinstance(node, Every) else (node,)))


def written(field: str, op: str, values: Sequence[str], *, negated: bool = False) -> str:
    """Return the text of a part on a field, as a filter bar makes it from what was chosen."""
    return f"{'-' if negated else ''}{quoted(field)}{op}{','.join(quoted(one) for one in values)}"


def joined(texts: Sequence[str]) -> str:
    """Return the query that asks for all of the parts."""
    return " ".join(text for text in texts if text)


def _chip(text: str, part: Node) -> Chip:
    own = text[part.start : part.end]
    inner = part.part if isinstance(part, Not) else part
    negated = isinstance(part, Not)
    if isinstance(inner, Clause):
        values = tuple(one.text for one in inner.values)
        return Chip(own, part.start, part.end, inner.field, inner.op, values, ", ".join(values), negated)
    if isinstance(inner, Word):
        # A word such as “or” is one only where it stands alone.
        safe = quoted(inner.text) if own.lower() in KEYWORDS else own
        return Chip(safe, part.start, part.end, value=inner.text, negated=negated)
    if isinstance(part, Either) and not own.startswith("("):
        own = f"({own})"
    return Chip(own, part.start, part.end, negated=negated)
