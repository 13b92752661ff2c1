"""The text that search compares: without case, accents and compatibility forms."""

from hypothesis import given
from hypothesis import strategies as st

from db import folding


@given(st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cs"])))
def test_latin_letters_fold_one_by_one_as_they_fold_together(text: str) -> None:
    assert folding.fold(text) == folding._folded(text)


@given(st.text())
def test_folding_twice_gives_the_same(text: str) -> None:
    once = folding.fold(text)
    assert folding.fold(once) == once


def test_words_that_are_one() -> None:
    for one, other in (("Łódź", "lodz"), ("Straße", "strasse"), ("İbrahim", "ibrahim"), ("Ǆ", "dz"), ("ﬁn", "fin")):
        assert folding.fold(one) == other
