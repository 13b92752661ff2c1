"""The agreement is drafted by all, signed by each team once, published for good."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from app import members, records, things, undo
from app import workspace as door
from app.agreement import drafts, papers
from app.agreement.difference import difference
from app.errors import ConflictError, KnownError, RefusedError, UsageError
from app.query import QueryError
from app.workspace import Workspace
from tests.helpers.parties import Parties, clause, draft_of, parties


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def test_a_new_workspace_has_a_draft_that_nobody_signed(workspace: Workspace) -> None:
    paper = workspace.read(papers.paper, draft_of(workspace))
    assert (paper.terms.number, paper.terms.is_draft, paper.signatures) == (1, True, {})
    assert {one.milestone for one in paper.terms.clauses} == {"mql", "sal", "sql"}
    assert {one.team for one in paper.terms.promises} == {"marketing", "sales"}
    assert all(one.stage_id in workspace.context().stages for one in paper.terms.plays if one.stage_id)
    assert workspace.context().agreement is None
    assert workspace.read(undo.next_undo) is None


def test_two_signatures_publish_and_the_next_draft_begins_with_it(both: Parties) -> None:
    number = draft_of(both.marketing)
    with pytest.raises(RefusedError, match="marketing is missing"):
        both.sales.write(drafts.publish, number)
    both.marketing.write(drafts.sign, number, "marketing")
    with pytest.raises(RefusedError, match="sales is missing"):
        both.sales.write(drafts.publish, number)
    both.sales.write(drafts.sign, number, "sales")
    both.sales.write(drafts.publish, number)
    both.marketing.noticed(iter(["agreement"]))  # as its watch of the journal does
    for one in (both.marketing, both.sales):
        agreement = one.context().agreement
        assert agreement is not None
        assert (agreement.id, agreement.number) == (number, 1)
        assert agreement == one.read(papers.paper, number).terms
    following = both.marketing.write(drafts.begin)
    assert following.subject == "2"
    old, new = (
        both.marketing.read(papers.paper, number).terms,
        both.marketing.read(papers.paper, draft_of(both.marketing)),
    )
    assert difference(old, new.terms) == ()
    assert new.terms.based_on_id == number
    assert new.signatures == {}
    both.sales.write(drafts.begin)
    assert len(both.sales.read(papers.versions)) == 2  # there is one draft at a time


def test_a_signature_stands_under_what_was_read(both: Parties) -> None:
    number = draft_of(both.marketing)
    read = both.marketing.read(papers.paper, number).terms.digest()
    both.sales.write(drafts.change, number, {"mql_points": 60})
    with pytest.raises(RefusedError, match="changed since you read it"):
        both.marketing.write(drafts.sign, number, "marketing", read)
    both.marketing.write(drafts.sign, number, "marketing")
    assert both.sales.read(papers.paper, number).signatures["marketing"].holds
    both.sales.write(drafts.sign, number, "sales")
    both.sales.write(drafts.change, number, {"mql_points": 70})
    paper = both.sales.read(papers.paper, number)
    assert [one.holds for one in paper.signatures.values()] == [False, False]
    with pytest.raises(RefusedError, match="signed other terms"):
        both.sales.write(drafts.publish, number)
    both.sales.write(undo.undo)
    assert both.sales.read(papers.paper, number).ready
    both.sales.write(drafts.publish, number)


def test_each_team_needs_a_person_of_its_own(both: Parties, url: str) -> None:
    number = draft_of(both.marketing)
    with pytest.raises(RefusedError, match="Only somebody of sales"):
        both.marketing.write(drafts.sign, number, "sales")
    with door.open_workspace(url) as ada:  # of both teams
        ada.write(drafts.sign, number, "marketing")
        with pytest.raises(RefusedError, match="other team already"):
            ada.write(drafts.sign, number, "sales")
        ada.write(drafts.sign, number, "marketing")  # twice is once
        with pytest.raises(RefusedError, match="Ada Admin has signed for marketing"):
            both.marketing.write(drafts.sign, number, "marketing")
        ada.write(drafts.unsign, number)
    both.marketing.write(drafts.sign, number, "marketing")
    both.sales.write(drafts.sign, number, "sales")
    assert both.sales.read(papers.paper, number).ready


def test_who_left_a_team_has_not_signed_for_it(both: Parties, url: str) -> None:
    number = draft_of(both.marketing)
    both.marketing.write(drafts.sign, number, "marketing")
    both.sales.write(drafts.sign, number, "sales")
    mia = both.marketing.me
    assert mia is not None
    with door.open_workspace(url) as ada:
        ada.write(members.change, mia.id, {"team": "sales"})
        assert not ada.read(papers.paper, number).ready
        with pytest.raises(RefusedError, match="by somebody else"):
            ada.write(drafts.publish, number)
        ada.write(members.change, mia.id, {"team": "both"})
        assert ada.read(papers.paper, number).ready


def test_a_published_version_stays_as_it_is(both: Parties) -> None:
    change = both.marketing.write(drafts.change, draft_of(both.marketing), {"mql_points": 55})
    number = both.settle(draft_of(both.marketing))
    terms = both.marketing.read(papers.paper, number).terms
    for act in (
        lambda: both.marketing.write(drafts.change, number, {"mql_points": 1}),
        lambda: both.marketing.write(drafts.add, number, "clause", clause("has:value")),
        lambda: both.marketing.write(drafts.edit, "clause", terms.clauses[0].id, {"query": "has:value"}),
        lambda: both.marketing.write(drafts.remove, "clause", terms.clauses[0].id),
        lambda: both.marketing.write(drafts.sign, number, "marketing"),
        lambda: both.marketing.write(drafts.discard, number),
        lambda: both.marketing.write(undo.undo, change.op),
    ):
        with pytest.raises((RefusedError, ConflictError), match="published"):
            act()
    assert both.marketing.read(papers.paper, number).terms == terms
    assert (undone := both.sales.read(undo.next_undo)) is None or undone.act != "drafts.publish"


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE agreements SET mql_points = 1",
        "UPDATE agreements SET published_at = NULL",
        "UPDATE clauses SET query = ''",
        "UPDATE clauses SET deleted_at = 1",
        "UPDATE promises SET goal_percent = 1",
        "UPDATE signatures SET deleted_at = 1",
        "DELETE FROM clauses",
        "INSERT INTO clauses (agreement_id, key, milestone, position, query) "
        "SELECT agreement_id, 'mine', 'mql', 99, 'has:value' FROM clauses LIMIT 1",
    ],
)
def test_the_database_refuses_to_change_it(both: Parties, forgery: str) -> None:
    both.settle(draft_of(both.marketing))
    if not both.marketing.store.stamps and forgery.startswith("INSERT"):
        forgery = forgery.replace("query)", "query, version, recorded_at, updated_at)")
        forgery = forgery.replace("'has:value'", "'has:value', 1, 9000000000000000, 9000000000000000")

    def forge(session: object) -> None:
        assert isinstance(session, sa.orm.Session)
        session.connection().exec_driver_sql(forgery)

    with pytest.raises((DBAPIError, KnownError)):
        both.marketing.write(forge)


def test_two_people_edit_one_draft(both: Parties) -> None:
    number = draft_of(both.marketing)
    first = both.marketing.read(papers.paper, number).terms.clauses[0]
    base = {"query": first.query, "label": first.label}
    both.marketing.write(drafts.edit, "clause", first.id, {"query": "has:email"}, base)
    both.sales.write(drafts.edit, "clause", first.id, {"label": "We can reach them"}, base)
    found = both.sales.read(papers.paper, number).terms.clauses[0]
    assert (found.query, found.label) == ("has:email", "We can reach them")
    with pytest.raises(ConflictError):
        both.sales.write(drafts.edit, "clause", first.id, {"query": "has:phone"}, base)


def test_what_cannot_be_agreed_on_is_refused(workspace: Workspace) -> None:
    number = draft_of(workspace)
    before = workspace.read(papers.paper, number)
    for wrong in (
        lambda: workspace.write(drafts.add, number, "clause", clause("ctiy:Rome")),
        lambda: workspace.write(drafts.add, number, "clause", clause("")),
        lambda: workspace.write(drafts.add, number, "clause", clause("has:value", "opportunity")),
        lambda: workspace.write(drafts.add, number, "clause", clause("has:value", points=0)),
        lambda: workspace.write(drafts.change, number, {"mql_points": -1}),
        lambda: workspace.write(drafts.change, number, {"route": "nobody"}),
        lambda: workspace.write(drafts.change, number, {"route_members": [999]}),
        lambda: workspace.write(drafts.change, number, {"number": 9}),
        lambda: workspace.write(drafts.add, number, "play", {"title": "", "within_minutes": 9, "doer": "owner"}),
        lambda: workspace.write(
            drafts.add, number, "promise", {"team": "sales", "metric": "answers", "period": "month"}
        ),
    ):
        with pytest.raises((UsageError, QueryError)):
            wrong()
    assert workspace.read(papers.paper, number) == before


def test_a_clause_whose_field_went_away_is_told_and_not_signed(both: Parties) -> None:
    field = both.marketing.write(_field, "Budget").entries[0].id
    number = draft_of(both.marketing)
    both.marketing.write(drafts.add, number, "clause", clause("custom:Budget:>=1000".replace(":>=", ">=")))
    both.marketing.write(_no_field, field)
    with pytest.raises(RefusedError, match="cannot be followed"):
        both.marketing.write(drafts.sign, number, "marketing")


def _field(session: sa.orm.Session, name: str) -> None:
    things.create(session, "field", {"kind": "lead", "name": name, "form": "number"})


def _no_field(session: sa.orm.Session, number: int) -> None:
    things.remove(session, "field", number)


def test_an_edit_of_a_draft_is_undone(workspace: Workspace) -> None:
    number = draft_of(workspace)
    before = workspace.read(papers.paper, number).terms
    made = workspace.write(drafts.add, number, "clause", clause("has:value"))
    workspace.write(drafts.remove, "clause", before.clauses[0].id)
    workspace.write(drafts.change, number, {"halving_days": 7, "route_members": [1], "route": "turn"})
    after = workspace.read(papers.paper, number).terms
    assert {(one.what, one.part) for one in difference(before, after)} == {
        ("changed", "score"),
        ("changed", "rule"),
        ("added", "rule"),
        ("added", "clause"),
        ("removed", "clause"),
    }
    for _ in range(3):
        workspace.write(undo.undo)
    assert workspace.read(papers.paper, number).terms == before
    assert made.entries[0].kind == "clause"
    assert records.EXISTS in made.entries[0].fields
