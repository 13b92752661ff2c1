"""What a clause asks, condition by condition, and written again."""

import pytest

from app import wording
from app.agreement.conditions import BARE, RELATIONS, Condition, parts, rewritten, written
from app.fields import LEAD
from app.query import parse

WORDS = wording.load("en")


@pytest.mark.parametrize(
    ("query", "said", "condition"),
    [
        ("source:web", "Source is web", Condition("source", "is", "web")),
        ('source:web,"trade show"', "Source is one of web or trade show", Condition("source", "is", "web, trade show")),
        ('tag:"a, b"', "Tag is a, b", Condition("tag", "is", '"a, b"')),
        ("-tag:student", "Tag is not student", Condition("tag", "is_not", "student")),
        ("source!=web", "Source is not web", Condition("source", "is_not", "web")),
        ("value>=10k", "Value is at least 10k", Condition("value", "at_least", "10k")),
        ("size:50..500", "Company size is between 50 and 500", Condition("size", "between", "50..500")),
        ("-has:phone", "Phone is not known", Condition("phone", "unknown")),
        ("created>=-30d", "Came in from 30 days ago", Condition("created", "at_least", "-30d")),
        ("has:email or has:phone", "E-mail is known or Phone is known", None),
        ('"hello you"', "Mentions “hello you”", None),
        ("-(source:web source:event)", "not: ( Source is web and Source is event )", None),
    ],
)
def test_a_condition_is_read_and_written(query: str, said: str, condition: Condition | None) -> None:
    (part,) = parts(query, WORDS)
    assert " ".join(one.text for one in part.pieces) == said
    assert part.condition == condition
    if condition is not None:
        again = parts(written(condition), WORDS)
        assert [one.condition for one in again] == [condition]


@pytest.mark.parametrize("relation", RELATIONS)
def test_whatever_relation_is_chosen_is_a_query(relation: str) -> None:
    value = "1..5" if relation == "between" else "" if relation in BARE else "5"
    assert parse(written(Condition("value", relation, value)), LEAD.name).node is not None


def test_a_part_is_put_in_the_place_of_another() -> None:
    found = parts("source:web value>=5 or has:phone", WORDS)
    assert len(found) == 1
    found = parts("source:web value>=5", WORDS)
    assert rewritten(found, 0, "") == "value>=5"
    assert rewritten(found, 1, "value>=6") == "source:web value>=6"
    assert rewritten(found, 2, "has:phone") == "source:web value>=5 has:phone"


def test_what_cannot_be_read_is_shown_as_it_is_written() -> None:
    (part,) = parts("source:(", WORDS)
    assert (part.text, part.condition) == ("source:(", None)
