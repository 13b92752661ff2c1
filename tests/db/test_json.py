"""JSON of files is read as the standard reader reads it, whichever way that is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.glimpse import from_json

PLAIN = st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cs"]), max_size=12)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3),
    max_leaves=6,
)


@given(TREES | st.lists(PLAIN, max_size=2), st.booleans())
def test_it_is_read_as_the_standard_reader_reads_it(tree: object, ascii_only: bool) -> None:
    text = json.dumps(tree, ensure_ascii=ascii_only)
    assert from_json(text) == json.loads(text)


@pytest.mark.parametrize("text", ['["a"', '["a", "b"]', '["\\""]', '["a" ]', "[ ]", "{ }", '[""]', '["\\\\"]', "null"])
def test_what_is_near_to_a_plain_list_is_no_plain_list(text: str) -> None:
    try:
        wanted = json.loads(text)
    except ValueError:
        with pytest.raises(ValueError, match="delimiter"):
            from_json(text)
        return
    assert from_json(text) == wanted


def test_every_list_is_one_s_own() -> None:
    assert from_json("[]") is not from_json("[]")
    assert from_json("{}") is not from_json("{}")
