from itertools import product

from app.fields import LEAD
from app.merging import merge

VALUES = ("a", "b", "c")


def test_a_conflict_arises_just_where_three_values_differ() -> None:
    for base, mine, theirs in product(VALUES, repeat=3):
        settled, conflicts = merge({"city": base}, {"city": mine}, {"city": theirs})
        if len({base, mine, theirs}) == 3:
            assert conflicts == {"city": (base, mine, theirs)}
            assert settled == {}
        else:
            assert not conflicts
            assert settled["city"] == (mine if mine != base else theirs)


def test_lists_take_both_sides_additions_and_removals() -> None:
    settled, conflicts = merge({"tags": ["a", "b"]}, {"tags": ["a", "c"]}, {"tags": ["b", "d"]})
    assert not conflicts
    assert sorted(settled["tags"]) == ["c", "d"]


def test_the_order_of_a_list_that_nobody_else_touched_is_mine() -> None:
    settled, _ = merge({"emails": ["a", "b"]}, {"emails": ["b", "a"]}, {"emails": ["a", "b"]})
    assert settled["emails"] == ["b", "a"]


def test_an_empty_text_and_nothing_are_the_same() -> None:
    settled, conflicts = merge({"city": None}, {"city": ""}, {"city": "x"})
    assert (settled, conflicts) == ({"city": "x"}, {})


def test_an_amount_and_its_currency_are_settled_as_one() -> None:
    base = {"value": "10", "currency": "EUR"}
    settled, conflicts = merge(base, base | {"value": "20"}, base | {"currency": "USD"}, LEAD)
    assert "value" in conflicts
    assert "value" not in settled
