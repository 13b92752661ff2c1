"""A wrong query says where it is wrong and what to do; any text at all gets an answer or such a sentence."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import contacts, finding, things
from app.errors import UsageError
from app.fields import CONTACT, KINDS, LEAD
from app.query import QueryError, parse, quoted
from app.workspace import Workspace


@pytest.mark.parametrize(
    ("text", "word", "remedy"),
    [
        ("city:", "city:", "needs a value after it, as in city:Rome"),
        ("score>=", "score>=", "needs a value"),
        ("city = Rome", "city =", "No space stands before “=”; write city="),
        (">40", ">", "needs a field before it"),
        ("<b>", "<", "in quotes"),
        ("city:Rome,", ",", "A value is missing after this comma"),
        ("city:,Rome", ",", "between two values"),
        ("city:(Rome or Paris)", "(", "source:web,event"),
        ("(city:Rome", "(", "never closed; add a )"),
        ('"(" (city:Rome', "(", "never closed; add a )"),
        ("city:Rome)", ")", "closes none that was opened"),
        ("()", ")", "missing before this bracket"),
        ('city:"Rome', '"Rome', "never closed; add a "),
        ('web "a\\"', '"a\\"', "never closed; add a "),
        ("web or", "or", "needs something after it"),
        ("web -", "-", "right before what it excludes"),
        ("- web", "-", "right before what it excludes"),
        ("(" * 41 + "a" + ")" * 41, "(", "40 deep at most"),
        ("-" * 41 + "a", "-" * 41, "one minus is enough"),
        ("not " * 41 + "a", "not " * 41, "one minus is enough"),
        ("a " * 201, "a", "200 parts at most"),
        ("city:" + "a," * 2_001 + "a", "a", "2000 words at most"),
    ],
)
def test_the_place_and_the_remedy(text: str, word: str, remedy: str) -> None:
    with pytest.raises(QueryError, match="at character") as caught:
        parse(text, "contact")
    error = caught.value
    assert text[error.start : error.end] == word
    assert remedy in str(error)
    assert isinstance(error, UsageError)


@pytest.mark.parametrize(
    ("text", "word", "remedy"),
    [
        ("colour:blue", "colour", "put it in quotes"),
        ("web scor>4", "scor", "did you mean score"),
        ("custom:Budget", "custom", "write custom:NAME:VALUE"),
        ("city>Rome", "city>Rome", "write city:Rome"),
        ("score>1,2", "2", "takes one value"),
        ("score:high", "high", "no number; write it as in 40"),
        ("score:" + "9" * 5_000, "9" * 5_000, "no number"),
        ("value>1..2", "1..2", "with a colon only"),
        ("created>=soon", "soon", "write a day as 2026-01-31"),
        ("created:2026-02-30", "2026-02-30", "no day"),
        ("created:2026-01-01T25:00", "2026-01-01T25:00", "no time"),
        ("created:+99999y", "+99999y", "no day"),
        ("created:-9999y", "-9999y", "no day"),
        ("stage:Nowhere", "Nowhere", "choose one of: Accepted"),
        ("owner:nobody", "nobody", "choose one of: Ada Admin"),
        ("campaign:Spring", "Spring", "there is no campaign yet"),
        ("team:sails", "sails", "choose one of: marketing, sales, both"),
        ("overdue:perhaps", "perhaps", "neither yes nor no"),
        ('city:""', '""', "-has:city finds what is empty"),
        ("has>email", "has>email", "has:email"),
        ("has:colour", "colour", "put it in quotes"),
        ("consent:email=perhaps", "perhaps", "neither yes nor no"),
        ("city:" + "x" * 1_001, "x" * 1_001, "1000 characters at most"),
    ],
)
def test_what_only_the_workspace_knows(file_workspace: Workspace, text: str, word: str, remedy: str) -> None:
    with pytest.raises(QueryError) as found:
        file_workspace.read(finding.ids, LEAD, text)
    with pytest.raises(QueryError) as judged:
        parse(text, "lead").bind(file_workspace.context())
    assert str(found.value) == str(judged.value)
    assert text[found.value.start : found.value.end] == word
    assert remedy in str(found.value)


def test_a_field_of_ones_own_by_its_short_and_its_long_name(workspace: Workspace) -> None:
    workspace.write(things.create, "field", {"kind": "lead", "name": "Trial size", "form": "number"})
    for name in ("trial_size", '"Trial size"', '"trial SIZE"', 'custom:"Trial size"', '"custom:Trial size"'):
        assert workspace.read(finding.count, LEAD, f"{name}>4") == 0, name


NASTY = (
    *(
        "'; DROP TABLE contacts; --",
        "%",
        "_",
        "100%",
        "\\",
        "a\\",
        '\\"',
        "*",
        "**",
        "a*b",
        "?",
        ":name",
        "%(x)s",
        "{0}",
    ),
    *("%(x)s", "{0}", "\0", "a\0b", "\ud800", "a\udfffb", "\u202eabc", "\u200b", "\ufeff", "=1+1", "<b>&amp;", "\r\n"),
    *(
        "x" * 50_000,
        "木" * 50_000,
        "%" * 10_000,
        "' OR 1=1",
        "NULL",
        "--",
        "/*",
        "\x1b[31m",
        "\U0001f600",
        "ﬁ",
        "ß",
        "İ",
    ),
    *("ı", "Ǆ"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_any_text_gets_an_answer(workspace: Workspace, kind: str) -> None:
    for text in NASTY:
        for query in (
            text,
            quoted(text),
            f"name:{quoted(text)}",
            f"-email:{quoted(text)}",
            f"{text}:{text}",
            f"({text}",
        ):
            try:
                found = workspace.read(finding.count, KINDS[kind], query)
            except QueryError as error:
                assert 0 <= error.start <= error.end <= len(query)  # noqa: PT017 - which of both is not the point
            else:
                assert found == 0


@pytest.mark.parametrize(
    "word", ["it's 100%", "a_b", "c\\d", 'say "hi"', "木村", "木", "éa", "Łó", "\u202eabc", "=1+1", "+3", "ab|cd"]
)
def test_what_stands_there_is_found_as_it_stands(workspace: Workspace, word: str) -> None:
    number = workspace.write(contacts.create, {"last_name": f"von {word} bis"}).entries[0].id
    workspace.write(contacts.create, {"last_name": "Somebody else"})
    assert workspace.read(finding.ids, CONTACT, quoted(word)) == [number]
    assert workspace.read(finding.ids, CONTACT, f"last_name:{quoted(f'von {word} bis')}") == [number]


_PIECES = [*'"“”()-:<>=!,\\* \n', "or", "and", "not", "city", "custom:", "x", "é", "..", "\0"]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([*'"“”()-:<>=!,\\* \n', "or", "and", "not", "city", "custom:", "x", "é", "..", "\0"]),
        max_size=14,
    )
)
def test_no_text_is_more_than_the_reader_can_take(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        query = parse(text, "contact")
    except QueryError as error:
        assert 0 <= error.start <= error.end <= len(text)  # noqa: PT017 - either is right
    else:
        again = parse(query.replaced(query.chips()[0]) if query.chips() else "", "contact")
        assert len(again.chips()) <= len(query.chips())
