"""The conditions of a clause, each to be read as field, relation and value, and to be written again."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.agreement.plain import Piece, node_pieces
from app.fields import CUSTOM, LEAD
from app.query import Chip, QueryError, joined, parse, quoted
from app.query.nodes import Clause, Every, Node, Not
from app.wording import Wording

RELATIONS = ("is", "is_not", "at_least", "over", "at_most", "under", "between", "known", "unknown")
"""How a field can stand to a value; the last two take none."""
BARE = frozenset({"known", "unknown"})
_OPS = {">=": "at_least", ">": "over", "<=": "at_most", "<": "under"}
_SIGNS = {relation: sign for sign, relation in _OPS.items()}
_PLAIN = re.compile(r"[^\s()\"“”,:<>=!\\]+")
_DID = "did:"


@dataclass(frozen=True, slots=True)
class Condition:
    """A field, a relation of `RELATIONS`, and the value as one types it: several with commas between them."""

    field: str
    relation: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the conditions that must all be met.

    Attributes:
        text: as the query has it.
        pieces: in plain words.
        condition: what it says; None for what has no field of its own, such as a group in brackets.
    """

    text: str
    pieces: tuple[Piece, ...]
    condition: Condition | None


def parts(query: str, words: Wording) -> tuple[Part, ...]:
    """Return the conditions of a query; one that cannot be read is one part, as it is written."""
    try:
        found = parse(query, LEAD.name)
    except QueryError:
        return (Part(query, (Piece("value", query),), None),)
    if found.node is None:
        return ()
    nodes = found.node.parts if isinstance(found.node, Every) else (found.node,)
    return tuple(
        Part(chip.text, node_pieces(node, words), _condition(chip, node))
        for chip, node in zip(found.chips(), nodes, strict=True)
    )


def rewritten(found: Sequence[Part], place: int, text: str) -> str:
    """Return the query with another text in the place of a part; behind the last one it is added, "" takes it out."""
    texts = [one.text for one in found]
    return joined([*texts[:place], text, *texts[place + 1 :]])


def written(condition: Condition) -> str:
    """Return a condition as a query has it."""
    field = _field(condition.field)
    if condition.relation in BARE:
        return f"{'-' if condition.relation == 'unknown' else ''}has:{field}"
    if condition.relation in _SIGNS:
        return f"{field}{_SIGNS[condition.relation]}{_value(condition.value.strip())}"
    values = next(csv.reader([condition.value.strip()], skipinitialspace=True), [])
    listed = ",".join(_value(one.strip()) for one in values if one.strip())
    return f"{'-' if condition.relation == 'is_not' else ''}{field}:{listed}"


def _condition(chip: Chip, node: Node) -> Condition | None:
    inner = node.part if isinstance(node, Not) else node
    if not isinstance(inner, Clause):
        return None
    if inner.field.lower() == "has":
        if len(chip.values) > 1:
            return None
        return Condition(chip.values[0], "unknown" if chip.negated else "known")
    if chip.op in _OPS:
        return None if chip.negated else Condition(chip.field, _OPS[chip.op], chip.value)
    contrary = chip.negated != (chip.op == "!=")
    if len(chip.values) == 1 and ".." in chip.value:
        return None if contrary else Condition(chip.field, "between", chip.value)
    return Condition(chip.field, "is_not" if contrary else "is", ", ".join(_typed(one) for one in chip.values))


def _typed(value: str) -> str:
    """Return a value as one types it among others."""
    doubled = value.replace('"', '""')
    return f'"{doubled}"' if re.search('[,"]', value) else value


def _field(name: str) -> str:
    for head in (CUSTOM, _DID):
        if name.lower().startswith(head):
            return f"{head}{quoted(name[len(head) :])}"
    return quoted(name)


def _value(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else quoted(text)
