"""A query in plain words, piece by piece, in the language of a paper or window: "Company size", "at least", "50"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeAlias

from app.agreement.clause_text import ClauseText, clause_text
from app.fields import CUSTOM, LEAD
from app.query import QueryError, parse
from app.query.nodes import Clause, Either, Every, Node, Not, Word, leaves
from app.wording import Wording

Sort: TypeAlias = Literal["field", "relation", "value", "join"]
_AGO = re.compile(r"([+-])(\d+)([dwmy])")
_RANGE = re.compile(r"(.+?)\.\.(.+)")
_WHOLE = frozenset({"overdue"})  # fields that are the sentence by themselves, true or not
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_FIGURES = frozenset({"score", "fit", "heat", "value"})
_SHORT = {"tag": "tags", "email": "emails", "phone": "phones", "customer": "company"}
_TIMES = frozenset({"created", "updated", "won_at", "lost_at", "due", "expected_close", "entered"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query in words: a field, how it stands to its values, a value, or what joins two conditions."""

    sort: Sort
    text: str


def kept_text(said: str) -> ClauseText:
    """Return the text of a clause as it was kept once, when the clause itself is no longer known."""
    try:
        node = parse(said, LEAD.name).node
    except QueryError:
        return clause_text(said)
    is_query = node is not None and not any(isinstance(one, Word) for one in leaves(node))
    return clause_text("", said) if is_query else clause_text(said)


def in_words(text: str, words: Wording) -> str:
    """Return what a person is shown: a clause without words of the teams' own in plain ones, other text as it is."""
    queries = text.queries if isinstance(text, ClauseText) else ()
    if not queries:
        return str(text)
    if len(queries) == 1:
        return sentence(queries[0], words)
    return f" {words.text('and', 'clause')} ".join(_enclosed(one, words) for one in queries)


def _enclosed(query: str, words: Wording) -> str:
    said = pieces(query, words)
    text = " ".join(one.text for one in said)
    return f"({text})" if any(one.sort == "join" for one in said) else text


def pieces(query: str, words: Wording) -> tuple[Piece, ...]:
    """Return a query in plain words; one that cannot be read stands as it is written."""
    try:
        node = parse(query, LEAD.name).node
    except QueryError:
        return (Piece("value", query),)
    return () if node is None else tuple(_said(node, words))


def node_pieces(node: Node, words: Wording) -> tuple[Piece, ...]:
    """Return a part of a query that was read in plain words."""
    return tuple(_said(node, words))


def sentence(query: str, words: Wording) -> str:
    """Return a query as one line of plain words."""
    return " ".join(one.text for one in pieces(query, words))


def field_words(name: str, words: Wording) -> str:
    """Return what a field is called for people; one that the team added has the name they gave it."""
    short = _SHORT.get(name.lower(), name.lower())
    known = words.said("field", short)
    return known or name.removeprefix(CUSTOM).replace("_", " ")


def _said(node: Node, words: Wording, *, inner: bool = False) -> Iterator[Piece]:
    if isinstance(node, Not):
        yield from _contrary(node.part, words)
    elif isinstance(node, Every | Either):
        join = words.text("and" if isinstance(node, Every) else "or", "clause")
        if inner:
            yield Piece("join", "(")
        for place, part in enumerate(node.parts):
            if place:
                yield Piece("join", join)
            yield from _said(part, words, inner=True)
        if inner:
            yield Piece("join", ")")
    elif isinstance(node, Word):
        yield Piece("relation", words.text("mentions", "clause"))
        yield Piece("value", words.text("quoted", "clause").format(text=node.text))
    else:
        yield from _clause(node, words, contrary=False)


def _contrary(part: Node, words: Wording) -> Iterator[Piece]:
    if isinstance(part, Clause):
        yield from _clause(part, words, contrary=True)
    else:
        yield Piece("join", words.text("not", "clause"))
        yield from _said(part, words, inner=True)


def _clause(clause: Clause, words: Wording, *, contrary: bool) -> Iterator[Piece]:
    name = clause.field.lower()
    values = [one.text for one in clause.values]
    if name == "has":
        join = words.text("or", "clause")
        for place, value in enumerate(values):
            if place:
                yield Piece("join", join)
            yield Piece("field", field_words(value, words))
        yield Piece("relation", words.text("unknown" if contrary else "known", "clause"))
        return
    yield Piece("field", field_words(clause.field, words))
    if name in _WHOLE and values in (["yes"], ["no"]):
        yield Piece("relation", words.text("is_not" if contrary else "is", "clause"))
        yield Piece("value", words.text(values[0], "clause"))
        return
    yield Piece("relation", words.text(_relation(name, clause.op, values, contrary=contrary), "clause"))
    yield Piece("value", _listed([_value(name, one, words) for one in values], words))


def _relation(name: str, op: str, values: Sequence[str], *, contrary: bool) -> str:
    """Return the key of how a field stands to its values."""
    timed = name in _TIMES
    if op in {">", ">=", "<", "<="}:
        key = {">": "over", ">=": "at_least", "<": "under", "<=": "at_most"}[op]
        if timed:
            key = {">": "after", ">=": "from", "<": "before", "<=": "until"}[op]
        return f"not_{key}" if contrary else key
    negative = contrary != (op == "!=")
    if len(values) == 1 and _RANGE.fullmatch(values[0]):
        return "not_between" if negative else "between"
    if len(values) > 1:
        return "none_of" if negative else "one_of"
    return "is_not" if negative else "is"


def _value(name: str, text: str, words: Wording) -> str:
    found = _RANGE.fullmatch(text)
    if found:
        both = (_value(name, one, words) for one in found.groups())
        return f" {words.text('and', 'clause')} ".join(both)
    known = words.said("value", text.lower())
    if known:
        return known
    ago = _AGO.fullmatch(text)
    if ago:
        sign, number, unit = ago.groups()
        return words.plural(f"{'in' if sign == '+' else 'ago'}_{unit}", int(number))
    if name in _TIMES:
        day = _DAY.fullmatch(text)
        return words.day_short(date.fromisoformat(text), None) if day else text
    if name in _FIGURES:
        try:
            return words.number(Decimal(text))
        except InvalidOperation:
            return text
    return text


def _listed(values: Sequence[str], words: Wording) -> str:
    *first, last = values
    return f"{', '.join(first)} {words.text('or', 'clause')} {last}" if first else last
