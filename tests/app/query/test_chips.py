"""A query as a filter bar shows it, rewrites it and takes parts of it away."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.query import Query, QueryError, joined, parse, written
from app.query.nodes import Clause, Either, Every, Node, Not, Word


def labels(text: str) -> list[str]:
    return [chip.label for chip in parse(text, "lead").chips()]


def shape(node: Node | None) -> object:
    """Return what a query means, without the places where it is written."""
    if isinstance(node, Clause):
        return node.field, node.op, [(one.text, one.quoted) for one in node.values]
    if isinstance(node, Word):
        return node.text
    if isinstance(node, Not):
        return "not", shape(node.part)
    if isinstance(node, Every | Either):
        return type(node).__name__, [shape(part) for part in node.parts]
    return None


def meaning(query: Query) -> object:
    """Return the shape of a query whose outermost parts are in one row, whatever brackets stand around them."""
    parts = query.node.parts if isinstance(query.node, Every) else [query.node]
    flat: list[object] = []
    for part in parts:
        flat += [shape(one) for one in part.parts] if isinstance(part, Every) else [shape(part)]
    return flat


def test_what_chips_say() -> None:
    text = 'webinar owner:me score>=40 -tag:student city:"São Paulo",Rome (source:web or source:event) -"web shop"'
    assert labels(f"{text} next_step:call") == [
        "webinar",
        "owner: me",
        "score ≥ 40",
        "− tag: student",
        "city: São Paulo, Rome",
        "(source:web or source:event)",
        "− web shop",
        "next step: call",
    ]


def test_a_chip_is_rewritten_and_taken_away() -> None:
    query = parse("webinar city:Rome  score>=40", "lead")
    _, city, score = query.chips()
    assert (city.field, city.op, city.values, query.text[city.start : city.end]) == ("city", ":", ("Rome",), city.text)
    assert (
        query.replaced(city, written("city", ":", ["São Paulo", "Oslo"])) == 'webinar city:"São Paulo",Oslo score>=40'
    )
    assert query.replaced(score) == "webinar city:Rome"
    assert written("Trial size", ">", ["4"], negated=True) == '-"Trial size">4'
    assert joined(["", "a", "(b or c)"]) == "a (b or c)"


def test_a_choice_stays_together_wherever_it_moves() -> None:
    (chip,) = parse("web or fair", "lead").chips()
    assert joined(["new", chip.text]) == "new (web or fair)"


@pytest.mark.parametrize(("text", "moved"), [("or web", 'web "or"'), ("not", 'web "not"')])
def test_a_word_stays_a_word_wherever_it_moves(text: str, moved: str) -> None:
    first, *_ = parse(text, "lead").chips()
    assert joined(["web", first.text]) == moved


_PIECES = [
    "web",
    "or",
    "not",
    "and",
    "-",
    "(",
    ")",
    "city:Rome",
    '"a b"',
    "-tag:x",
    "“c d”",
    "score>4",
    'city:"x y",z',
    " ",
]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=9))
def test_chips_put_together_again_mean_the_same(pieces: list[str]) -> None:
    try:
        query = parse(" ".join(pieces), "lead")
    except QueryError:
        assume(False)
    again = parse(joined([chip.text for chip in query.chips()]), "lead")
    assert meaning(again) == meaning(query)
    assert [chip.label for chip in again.chips()] == [chip.label for chip in query.chips()]
