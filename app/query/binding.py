"""The clauses of a query bound to the fields they mean, in a workspace."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from app.context import Context
from app.fields import LEAD, Kind, fold
from app.query.consents import agreed, told
from app.query.done import DID
from app.query.leaves import Leaf, custom, filled, keys, overdue, references, scored, spaced, spans, texts, yes
from app.query.nodes import Clause, Node, QueryError, Value, leaves
from app.query.ranges import Range, days, moments, number
from app.query.targets import STAGED, Target, link, target
from app.query.touches import anything, asks, did

SAME = frozenset({":", "=", "!="})
_ORDERED = frozenset({"number", "money", "moment", "date", "id"})
_NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Bound:
    """Leaves of which one must be met, each at the end of a path from the record; `contrary` turns all of it round."""

    leaves: tuple[tuple[str, Kind, Leaf], ...]
    contrary: bool = False


def bind(clause: Clause, kind: Kind, context: Context) -> Bound:
    """Return what a clause means for records of a kind.

    Raises:
        QueryError: a field, a value or the operator between them cannot be followed.
    """
    name = fold(clause.field)
    contrary = clause.op == "!="
    if name == "has":
        return Bound(tuple(_filled(clause, value, kind, context) for value in clause.values), contrary)
    if asks(clause):
        return Bound(((DID, kind, did(clause, kind, context)),), contrary)
    head = clause.start + len(clause.field)
    found = target(context, kind, clause.field, clause.start, head)
    _check(clause, found)
    none = [value for value in clause.values if not value.quoted and fold(value.text) == _NOTHING]
    rest = tuple(value for value in clause.values if value not in none)
    made: list[tuple[str, Kind, Leaf]] = []
    reference = link(kind, clause.field)
    if none and (reference is not None or found.type not in {"text", "list", *STAGED}):
        empty = _something(reference or found, context)
        path, owner = ("", kind) if reference is not None else (found.path, found.kind)
        made.append((path, owner, _contrary(empty)))
    else:
        rest = clause.values
    if rest:
        op = ":" if contrary else clause.op
        made.append((found.path, found.kind, _leaf(found, "=" if contrary and found.free else op, rest, context)))
    return Bound(tuple(made), contrary)


def _contrary(leaf: Leaf) -> Leaf:
    return Leaf(
        lambda session: sa.not_(sa.func.coalesce(leaf.sql(session), sa.false())), lambda record: not leaf.met(record)
    )


def _check(clause: Clause, found: Target) -> None:
    ordered = found.type in _ORDERED or found.type in {"custom number", "custom date"}
    if clause.op in SAME:
        return
    if not ordered:
        raise QueryError(
            "“{field}” has no order; write {field}:{value}",
            clause.start,
            clause.end,
            field=clause.field,
            value=clause.values[0].text[:40],
        )
    if len(clause.values) > 1:
        second = clause.values[1]
        raise QueryError("“{sign}” takes one value", second.start, second.end, sign=clause.op)


def _filled(clause: Clause, value: Value, kind: Kind, context: Context) -> tuple[str, Kind, Leaf]:
    if clause.op not in SAME:
        raise QueryError("“has” goes with a colon, as in has:email", clause.start, clause.end)
    if fold(value.text) == DID:
        return DID, kind, anything(kind)
    reference = link(kind, value.text)
    if reference is not None:
        return "", kind, _something(reference, context)
    found = target(context, kind, value.text, value.start, value.end)
    return found.path, found.kind, _something(found, context)


def _something(found: Target, context: Context) -> Leaf:
    if _is_score(found):
        return scored(context, [Range(None, None)])
    return told(found) if found.type == "consent" else filled(found)


def _is_score(found: Target) -> bool:
    return found.name == "score" and found.kind is LEAD


def _leaf(found: Target, op: str, values: tuple[Value, ...], context: Context) -> Leaf:
    if found.type == "text":
        return texts(found, op, values)
    if found.type == "list":
        return keys(found, op, values)
    if found.type in {"number", "money", "id"}:
        ranges = [number(op, value, money=found.type == "money") for value in values]
        return scored(context, ranges) if _is_score(found) else spans(found, ranges)
    if found.type == "moment":
        return spans(found, [moments(context, op, value) for value in values])
    if found.type == "date":
        return spans(found, [days(context, op, value) for value in values])
    if found.type == "consent":
        return agreed(found, values)
    if found.type == "overdue":
        return overdue(context, {yes(value) for value in values})
    if found.type in STAGED:
        wanted = set().union(*(_stages_by(found.type, value, context) for value in values))
        return references(found, wanted, none=False)
    if found.type.startswith("custom "):
        return custom(found, op, values, context)
    wanted = set().union(*(_referred(found, value, context) for value in values))
    return references(found, wanted, none=False)


def _referred(found: Target, value: Value, context: Context) -> set[int]:
    """Return the ids of the members, stages, campaigns or reasons that a value means."""
    if found.type == "member":
        if not value.quoted and fold(value.text) == "me":
            if context.me is None:
                raise QueryError("“me” is nobody here: this account belongs to no member", value.start, value.end)
            return {context.me.id}
        people = {one.id: (one.name, one.email, one.login, one.external_id) for one in context.members.values()}
        return _called(value, people, "member")
    if found.type == "stage":
        return _called(value, {one.id: (one.name,) for one in context.stages.values()}, "stage")
    if found.type == "campaign":
        return _called(value, {number: (name,) for number, name in context.campaigns.items()}, "campaign")
    return _called(value, {one.id: (one.name,) for one in context.reasons.values()}, "reason")


def _called(value: Value, names: Mapping[int, Iterable[str]], what: str) -> set[int]:
    wanted = spaced(value.text)
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == wanted,
        lambda name: bool(wanted) and any(word.startswith(wanted) for word in (name, *name.split())),
    )
    for test in tests:
        found = {key for key, many in names.items() if any(test(spaced(name)) for name in many if name)}
        if found:
            return found
    some, none = _UNKNOWN[what]
    known = ", ".join(sorted(next(iter(many)) for many in names.values())[:12])
    raise QueryError(some if known else none, value.start, value.end, value=value.text[:40], known=known)


_UNKNOWN = {
    "member": (
        "There is no member “{value}”; choose one of: {known}",
        "There is no member “{value}”; there is no member yet",
    ),
    "stage": (
        "There is no stage “{value}”; choose one of: {known}",
        "There is no stage “{value}”; there is no stage yet",
    ),
    "campaign": (
        "There is no campaign “{value}”; choose one of: {known}",
        "There is no campaign “{value}”; there is no campaign yet",
    ),
    "reason": (
        "There is no reason “{value}”; choose one of: {known}",
        "There is no reason “{value}”; there is no reason yet",
    ),
}
_CHOICES = {
    "team": ("marketing", "sales", "both"),
    "milestone": ("lead", "mql", "sal", "sql", "opportunity", "customer"),
    "state": ("open", "won", "lost"),
}


_NO_CHOICE = {
    "team": "“{value}” is no team; choose one of: {known}",
    "milestone": "“{value}” is no milestone; choose one of: {known}",
    "state": "“{value}” is no state; choose one of: {known}",
}


def _stages_by(what: str, value: Value, context: Context) -> set[int]:
    wanted = fold(value.text)
    if wanted not in _CHOICES[what]:
        known = ", ".join(_CHOICES[what])
        raise QueryError(_NO_CHOICE[what], value.start, value.end, value=value.text[:40], known=known)
    found = set()
    for stage in context.stages.values():
        state = stage.kind if stage.kind in {"won", "lost"} else "open"
        if {"team": stage.team, "milestone": stage.milestone, "state": state}[what] == wanted:
            found.add(stage.id)
    return found


def targets_of(node: Node | None, kind: Kind, context: Context) -> Iterator[tuple[Target, str]]:
    """Yield the fields that a query asks about, each with the value that it asks for, "" for any.

    Raises:
        QueryError: a part cannot be followed in this workspace; it says where.
    """
    for leaf in () if node is None else leaves(node):
        if not isinstance(leaf, Clause) or asks(leaf):
            continue
        for value in leaf.values:
            if fold(leaf.field) == "has" and fold(value.text) == DID:
                continue
            if fold(leaf.field) == "has":
                reference = link(kind, value.text)
                yield reference or target(context, kind, value.text, value.start, value.end), ""
            else:
                head = leaf.start + len(leaf.field)
                wanted = value.text if leaf.op in {":", "="} and "*" not in value.text else ""
                yield target(context, kind, leaf.field, leaf.start, head), wanted
