"""A definition's verdict on each lead is the same from the database and in memory."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import finding
from app import workspace as door
from app.agreement.counts import Count, counts
from app.agreement.effects import effects
from app.agreement.judging import judge, sheet
from app.agreement.starting import of_workspace
from app.agreement.terms import ClauseTerms, Terms
from app.fields import LEAD
from app.query import QueryError, names, parse, record_of
from app.scores import rounded
from app.workspace import Workspace
from tests.app.query.people import NOW, fill
from tests.app.query.test_equality import _queries
from tests.helpers.workspaces import drop_server_workspace, new_server_workspace


@pytest.fixture(scope="module", params=["file", "server"])
def people(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    url = str(tmp_path_factory.mktemp("judging") / "team.tandem")
    drop = None
    if request.param == "server":
        server = request.getfixturevalue("postgres_server")
        name, url = new_server_workspace(server)
        drop = (server, name)
    else:
        door.create(url, "Harbor Coffee Co", "Europe/Madrid", "EUR", "Ada Admin", "ada@harbor.example").close()
    with door.open_workspace(url, clock=lambda: NOW) as opened:
        fill(opened)
        yield opened
    if drop is not None:
        drop_server_workspace(*drop)


def _terms(people: Workspace, clauses: list[tuple[str, int | None, bool]], needed: int | None, halving: int) -> Terms:
    made = tuple(
        ClauseTerms(0, f"c{place}", "mql", place, query, "", points, fades and points is not None)
        for place, (query, points, fades) in enumerate(clauses)
    )
    return replace(of_workspace(people.context()), clauses=made, mql_points=needed, halving_days=halving)


def _follows(people: Workspace, text: str) -> bool:
    try:
        parse(text, "lead").bind(people.context())
    except QueryError:
        return False
    return True


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_the_database_and_memory_give_one_verdict(people: Workspace, data: st.DataObject) -> None:
    query = _queries(LEAD, names(people.context(), LEAD)).filter(lambda text: _follows(people, text))
    part = st.tuples(query, st.one_of(st.none(), st.integers(1, 60)), st.booleans())
    clauses = data.draw(st.lists(part, min_size=1, max_size=3), "clauses")
    needed = data.draw(st.one_of(st.none(), st.integers(1, 120)), "needed")
    terms = _terms(people, clauses, needed, data.draw(st.integers(1, 400), "halving"))
    found = people.read(sheet, terms, "mql")
    with people.reading() as session:
        context = session.info["context"]
        wanted = [judge(terms, "mql", record_of(session, LEAD, number), context) for number in found.ids]
    assert list(found.ids) == sorted(people.read(finding.ids, LEAD))
    assert list(found.full) == [one.met for one in wanted]
    assert list(found.points) == [one.points for one in wanted]
    for key, flags in found.met.items():
        assert list(flags) == [next(line.met for line in one.lines if line.clause.key == key) for one in wanted]
    counted = people.read(counts, terms, "mql")
    assert counted.full.leads == sum(found.full)
    assert counted.passed.leads == sum(found.passed)
    assert counted.points == Counter(rounded(has) for has, one in zip(found.points, found.passed, strict=True) if one)


def test_counts_add_up(people: Workspace) -> None:
    terms = _terms(people, [("has:score", None, False), ("score>=40", 25, False), ("has:value", 10, True)], 20, 30)
    found = people.read(counts, terms, "mql")
    assert found.clauses["c0"].leads == people.read(finding.count, LEAD, "has:score")
    assert found.clauses["c1"].leads == people.read(finding.count, LEAD, "score>=40")
    assert found.clauses["c1"].won == people.read(finding.count, LEAD, "score>=40 state:won")
    assert found.full.leads == people.read(finding.count, LEAD, "has:score score>=40")
    assert found.all.leads == people.read(finding.count, LEAD)
    assert sum(found.points.values()) == found.passed.leads == found.clauses["c0"].leads


def test_a_broken_clause_is_named_and_counts_for_nothing(people: Workspace) -> None:
    terms = _terms(people, [("has:score", None, False), ("custom:Gone:yes", None, False)], None, 30)
    found = people.read(counts, terms, "mql")
    assert found.full == found.clauses["c0"]
    assert "Gone" in found.broken["c1"]


def test_each_change_is_weighed_by_itself(people: Workspace) -> None:
    base = _terms(people, [("has:score", None, False), ("score>=40", 25, False), ("has:value", 10, True)], 20, 30)
    kept, lower, fading = base.clauses
    harder = replace(kept, query="score>=50")
    new = replace(lower, key="new", query="state:won", points=None)
    draft = replace(base, mql_points=30, halving_days=400, clauses=(harder, lower, new))
    alone = {
        ("score", "mql_points"): replace(base, mql_points=30),
        ("score", "halving_days"): replace(base, halving_days=400),
        ("clause", kept.key): replace(base, clauses=(harder, lower, fading)),
        ("clause", "new"): replace(base, clauses=(kept, lower, fading, new)),
        ("clause", fading.key): replace(base, clauses=(kept, lower)),
    }
    found = people.read(effects, base, draft)
    assert set(found) == set(alone)
    before = people.read(sheet, base, "mql")
    for key, terms in alone.items():
        after = people.read(sheet, terms, "mql")
        rows = list(zip(before.states, before.full, after.full, strict=True))
        gained = [state for state, was, now in rows if now and not was]
        lost = [state for state, was, now in rows if was and not now]
        assert found[key].gained == Count(len(gained), gained.count("won")), key
        assert found[key].lost == Count(len(lost), lost.count("won")), key
    assert any(one.lost.leads for one in found.values())
    compared = people.read(counts, draft, "mql", base)
    assert compared.before is not None
    assert compared.before.leads == sum(before.full)
