import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import rank


@given(st.lists(st.integers(0, 1_000_000), max_size=120))
def test_any_row_of_insertions_keeps_the_order(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        position = place % (len(ranks) + 1)
        before = ranks[position - 1] if position else None
        after = ranks[position] if position < len(ranks) else None
        ranks.insert(position, rank.between(before, after))
    assert ranks == sorted(set(ranks))


def test_appending_stays_short() -> None:
    assert max(map(len, rank.spread(20_000))) <= rank.WIDTH + 2


def test_putting_on_top_stays_short() -> None:
    first = rank.between(None, None)
    for _ in range(20_000):
        first = rank.between(None, first)
    assert len(first) <= rank.WIDTH + 2


def test_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(ValueError, match="does not come before"):
        rank.between("b", "a")
