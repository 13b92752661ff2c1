"""What a query is made of once it is read: parts with the place where they stand in its text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.errors import UsageError


class QueryError(UsageError):
    """A query that cannot be followed.

    Attributes:
        sentence: what is wrong, with places for words in braces; a window says it in its own language.
        words: what stands in those places: a text or number, or several texts of which one may be meant.
        start: where in the text the trouble begins, counted from 0.
        end: where it ends.
    """

    def __init__(self, sentence: str, start: int, end: int, **words: str | int | Sequence[str]) -> None:
        said = {name: one if isinstance(one, str | int) else " or ".join(one) for name, one in words.items()}
        super().__init__(f"{sentence.format(**said)} (at character {start + 1})")
        self.sentence = sentence
        self.words = words
        self.start = start
        self.end = end


@dataclass(frozen=True, slots=True)
class Value:
    """A word or a quoted text after an operator."""

    text: str
    quoted: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition on a field; of several values one is enough."""

    field: str
    op: str
    values: tuple[Value, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A bare word or a quoted text that is searched for."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a part."""

    part: "Node"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Every:
    """Parts that must all be met."""

    parts: "tuple[Node, ...]"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Either:
    """Parts of which one must be met."""

    parts: "tuple[Node, ...]"
    start: int
    end: int


Leaf = Clause | Word
Node = Clause | Word | Not | Every | Either


def leaves(node: Node) -> Iterator[Leaf]:
    """Yield the clauses and words of a query, from left to right."""
    if isinstance(node, Not):
        yield from leaves(node.part)
    elif isinstance(node, Every | Either):
        for part in node.parts:
            yield from leaves(part)
    else:
        yield node
