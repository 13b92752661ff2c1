"""What the queries of an agreement look at: the fields of a lead and of what it belongs to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app import records
from app.context import Context
from app.fields import CONSENT, LEAD, fold
from app.query import QueryError, parse
from app.query.binding import Bound, targets_of
from app.query.done import DID
from app.query.leaves import Leaf
from app.query.nodes import Clause, Every, Node, Word, leaves

SEARCHED = frozenset({("", "name"), ("contact", "name"), ("company", "name")})
RELATIVE = re.compile(
    r"now|today|yesterday|tomorrow|[+-]\d{1,5}[dwmy]|(last|this|next)-(week|month|quarter|year)", re.IGNORECASE
)
"""A moment or day in a query that moves with the calendar."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the fields that it looks at, as (path, name); `broken` says why it cannot be followed."""

    text: str
    node: Node | None = None
    bound: Mapping[Clause, Bound] = field(default_factory=dict)
    names: frozenset[tuple[str, str]] = frozenset()
    broken: str = ""

    @property
    def parts(self) -> tuple[Node, ...]:
        """The parts that must all be met."""
        if self.node is None:
            return ()
        return self.node.parts if isinstance(self.node, Every) else (self.node,)


class _Probe(dict[str, Any]):
    """Values that note which of them are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return default

    def items(self) -> Any:
        self.names.add(f"{CONSENT}*")
        return ()


def looked_at(leaf: Leaf) -> frozenset[str]:
    """Return the names of the values that a leaf looks at."""
    probe = _Probe()
    leaf.met(probe)
    return frozenset(probe.names)


def place_of(path: str) -> str:
    """Return where the values of a leaf stand: what was done with a lead is among its own."""
    return "" if path == DID else path


def asked(text: str, context: Context) -> Asked:
    """Return what a clause's query over leads looks at."""
    try:
        query = parse(text, LEAD.name)
        judge = query.bind(replace(context, agreement=None))
    except QueryError as error:
        return Asked(text, broken=str(error))
    names: set[tuple[str, str]] = set()
    for one in () if query.node is None else leaves(query.node):
        if isinstance(one, Word):
            names |= SEARCHED
        else:
            bound = [(place_of(path), leaf) for path, _, leaf in judge.bound[one].leaves]
            names |= {(path, name) for path, leaf in bound for name in looked_at(leaf)}
            names |= {(path, records.EXISTS) for path, _ in bound if path}
    names |= {("", path) for path, _ in names if path}
    return Asked(text, query.node, judge.bound, frozenset(names))


def moving(text: str, context: Context) -> str:
    """Return the part of a query whose verdict changes by itself as time goes by, "" where there is none.

    Such a part cannot be worth points: fit and heat are kept, and nothing would happen on the day.
    """
    node = parse(text, LEAD.name).node
    for one in () if node is None else leaves(node):
        if not isinstance(one, Clause):
            continue
        timed = any(RELATIVE.search(value.text) for value in one.values)
        if fold(one.field) == "overdue":
            return text[one.start : one.end]
        if timed and (fold(one.field).startswith(f"{DID}:") or _is_time(one, context)):
            return text[one.start : one.end]
    return ""


def _is_time(clause: Clause, context: Context) -> bool:
    return any(target.type in {"moment", "date", "custom date"} for target, _ in targets_of(clause, LEAD, context))
