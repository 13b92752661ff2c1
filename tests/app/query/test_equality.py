"""The database and the judge in memory give the same verdict on every query, on both engines."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import finding
from app import workspace as door
from app.errors import UsageError
from app.fields import COMPANY, CONTACT, LEAD, Kind
from app.query import QueryError, Record, around, names, parse, quoted, record_of
from app.query.records import Values
from app.records import read
from app.workspace import Workspace
from db import search
from tests.app.query.people import NOW, fill

_WORDS = (
    *(
        "rome",
        "sao paulo",
        "São  Paulo",
        "lodz",
        "木村",
        "木",
        "we",
        "web",
        "we*b",
        "*e*",
        "100%",
        "a_b",
        "x" * 300,
        "=1",
        "-",
    ),
    *(
        "none",
        "me",
        "bo",
        "Ana",
        "harbor",
        "@harbor",
        "+34600",
        "60010",
        "vip",
        "or",
        "istanbul",
        "strasse",
        "viii",
        "ete",
    ),
    *("ı", "i", "head of", "eur", "qualified", "Won", "Price", "fair", "é", "\u202e", '"', "\\", "%", "'", "Ltd", "1"),
)
_MARKS = (
    *(
        "40",
        "39.5",
        "-7",
        "1k",
        "0..40",
        "..39.5",
        "40..",
        "2026-03-29",
        "2026-03",
        "2026",
        "today",
        "-7d",
        "+2w",
        "-1m",
    ),
    *(
        "now",
        "this-week",
        "last-month",
        "next-quarter",
        "2026-03-28..today",
        "2026-03-29T00:30",
        "2026-03-28T10:00:00Z",
    ),
    *(
        "yes",
        "no",
        "open",
        "lost",
        "sales",
        "mql",
        "none",
        "10",
        "999999999.9999",
        "9" * 30,
        "0001",
        "9999-12-31",
        "9999",
    ),
)


@pytest.fixture(scope="module", params=["file", "server"])
def people(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """One workspace a module: nothing here writes to it."""
    if request.param == "file":
        url = str(tmp_path_factory.mktemp("people") / "people.tandem")
        door.create(url, "Harbor", "Europe/Madrid", "EUR", "Ada Admin", "ada@harbor.example").close()
        with door.open_workspace(url, as_member="Ada Admin", clock=lambda: NOW) as opened:
            fill(opened)
            yield opened
        return
    from tests.helpers.workspaces import drop_server_workspace, new_server_workspace  # noqa: PLC0415 - one engine's

    server = request.getfixturevalue("postgres_server")
    name, url = new_server_workspace(server)
    with door.open_workspace(url, clock=lambda: NOW) as opened:
        fill(opened)
        yield opened
    drop_server_workspace(server, name)


def judged(workspace: Workspace, kind: Kind, text: str) -> list[int]:
    """Return the ids of the records that the judge lets through."""
    judge = parse(text, kind.name).bind(workspace.context())
    with workspace.reading() as session:
        others = around(session)
        return [
            number
            for number, values in _all(workspace, kind).items()
            if judge.verdict(Record(kind, values, others)).met
        ]


_KNOWN: dict[tuple[str, str], dict[int, Values]] = {}


def _all(workspace: Workspace, kind: Kind) -> dict[int, Values]:
    if (workspace.url, kind.name) not in _KNOWN:
        with workspace.reading() as session:
            numbers = finding.ids(session, kind)
            _KNOWN[workspace.url, kind.name] = {number: record_of(session, kind, number).values for number in numbers}
    return _KNOWN[workspace.url, kind.name]


def verdicts(workspace: Workspace, kind: Kind, text: str) -> tuple[list[int] | str, list[int] | str]:
    """Return what the database finds and what the judge finds, or what either refuses."""
    answers: list[list[int] | str] = []
    for ask in (lambda: sorted(workspace.read(finding.ids, kind, text)), lambda: sorted(judged(workspace, kind, text))):
        try:
            answers.append(ask())
        except QueryError as error:
            answers.append(f"{error} {error.start} {error.end}")
    return answers[0], answers[1]


def _clauses(kind: Kind, fields: list[str]) -> st.SearchStrategy[str]:
    del kind
    field = st.sampled_from(fields)
    value = st.one_of(st.sampled_from(_WORDS).map(quoted), st.sampled_from(_MARKS), st.sampled_from(_MARKS).map(quoted))
    some = st.lists(value, min_size=1, max_size=3).map(",".join)
    op = st.sampled_from([":", ":", ":", "=", "!=", ">", ">=", "<", "<="])
    clause = st.builds(lambda name, sign, values: f"{quoted(name)}{sign}{values}", field, op, some)
    has = st.builds(lambda name: f"has:{quoted(name)}", field)
    return st.one_of(clause, clause, has, st.sampled_from(_WORDS).map(quoted))


def _queries(kind: Kind, fields: list[str]) -> st.SearchStrategy[str]:
    return st.recursive(
        _clauses(kind, fields),
        lambda inner: st.one_of(
            inner.map(lambda text: f"-({text})"),
            st.lists(inner, min_size=2, max_size=3).map(" ".join),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: "(" + " or ".join(parts) + ")"),
        ),
        max_leaves=5,
    )


@pytest.mark.parametrize("kind", [CONTACT, COMPANY, LEAD], ids=lambda kind: kind.name)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_the_database_and_the_judge_agree(people: Workspace, kind: Kind, data: st.DataObject) -> None:
    text = data.draw(_queries(kind, [*names(people.context(), kind), *_DONE]), "query")
    found, judged_ = verdicts(people, kind, text)
    assert found == judged_


def _searched(workspace: Workspace, kind: Kind) -> list[str]:
    """Return what a search for words looks at, of each record."""
    values = _all(workspace, kind).values()
    with workspace.reading() as session:
        others = around(session)
        return [Record(kind, one, others).search for one in values]


_LETTERS = st.text(st.sampled_from('aeimnorsuz13 @.|%_"*\\木村жłé\u202e'), min_size=1, max_size=4)


@pytest.mark.parametrize("kind", [CONTACT, COMPANY, LEAD], ids=lambda kind: kind.name)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_any_letters_in_a_row_are_found_by_index_and_by_walk(
    people: Workspace, kind: Kind, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(_searched(people, kind)))
    start = data.draw(st.integers(0, len(text)))
    cut = text[start : start + data.draw(st.integers(1, 12))]
    word = quoted(data.draw(st.one_of(st.just(cut or "a"), st.just(cut + " "), _LETTERS)))
    word += data.draw(st.sampled_from(["", f" {quoted(text[:4] or 'a')}", f" {quoted(text[-2:] or 'a')} e"]))
    limit = data.draw(st.sampled_from([0, 1, 5, 1_000]))
    with patch.multiple(search, RARE_IN_FILE=limit, RARE_ON_SERVER=limit, RARE_UNINDEXED=limit):
        found, judged_ = verdicts(people, kind, word)
        assert found == judged_


_DONE = ("did:rome", "did:call", "did:price")

# Fields that no value above meets, most of them because nothing is written in them.
NEVER_MET = frozenset({"has"})


@pytest.mark.parametrize("kind", [CONTACT, COMPANY, LEAD], ids=lambda kind: kind.name)
def test_every_field_is_met_and_missed_alike(people: Workspace, kind: Kind) -> None:
    """Each field alone with each value, so that none is left to chance."""
    met = set()
    for name in (*names(people.context(), kind), *_DONE):
        for place, value in enumerate((*map(quoted, _WORDS), *_MARKS)):
            for text in (f"{quoted(name)}:{value}", f"-{quoted(name)}={value}")[: 1 + (place % 4 == 0)]:
                found, judged_ = verdicts(people, kind, text)
                assert found == judged_, text
                if isinstance(found, list) and found and not text.startswith("-"):
                    met.add(name)
    never = {name for name in names(people.context(), kind) if name not in met}
    assert never <= NEVER_MET, never


def test_both_engines_find_the_same(people: Workspace) -> None:
    """The answers are those written down here, so that neither engine can be wrong alone."""
    wanted = {
        "city:rome": 6,
        "source:web": 1,
        "name:STRASSE": 4,
        "name:strasse": 4,
        "has:email": 15,
        "-has:email": 10,
        "email:@harbor.example": 15,
        "phone:60010": 15,
        "tag:vip": 15,
        "木": 2,
        "owner:me": 4,
        "owner:none": 10,
        "did:call": 3,
    }
    assert {text: people.read(finding.count, CONTACT, text) for text in wanted} == wanted


def test_at_a_past_moment_only_own_fields_can_be_asked_for(people: Workspace) -> None:
    context = people.context()
    with people.reading() as session:
        values = next(one for one in (read(session, LEAD, number) for number in range(1, 27)) if one and one["score"])
    record = Record(LEAD, values)
    assert parse("score<1000", "lead").judge(record, context).met
    with pytest.raises(UsageError, match="past moment"):
        parse("city:rome", "lead").judge(record, context)


def test_a_verdict_names_what_failed(people: Workspace) -> None:
    context = people.context()
    with people.reading() as session:
        values = next(one for one in _all(people, LEAD).values() if one["score"] is not None)
        record = Record(LEAD, values, around(session))
        text = f'score={values["score"]} -has:score (source:nothing or "no such words") has:name'
        verdict = parse(text, "lead").judge(record, context)
    assert not verdict.met
    assert verdict.failed == ("-has:score", '(source:nothing or "no such words")')
