"""Answers under an agreement that both teams signed, each by somebody of its own team."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session

from app import leads, members, things
from app import workspace as door
from app.agreement import drafts
from app.context import MemberRow
from app.errors import RefusedError, UsageError
from app.handoffs import answering, reading
from tests.app.agreement.test_gates import stays
from tests.app.test_leads import column, new_lead, stage
from tests.helpers.agreeing import version
from tests.helpers.commands import asked, run
from tests.helpers.histories import add_members
from tests.helpers.parties import Parties, clause, draft_of, parties


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def test_who_accepts_owns_the_lead_before_it_is_judged(both: Parties) -> None:
    number = both.agree({}, clause("has:owner", "sal"))
    lead = new_lead(both.marketing, "Ida")
    both.marketing.write(leads.move, lead, stage(both.marketing, "Handed over"))
    both.sales.write(answering.accept, lead)
    sol = both.sales.me
    assert sol is not None
    assert both.sales.read(leads.behind, lead).lead.owner_id == sol.id
    assert column(both.marketing, "Accepted") == ["Ida"]
    assert stays(both.marketing, lead)[-1].agreement_id == number


def test_accepting_what_is_no_sal_is_refused_and_leaves_it_to_be_answered(both: Parties) -> None:
    both.agree({}, clause("has:value", "sal"))
    lead = new_lead(both.marketing, "Ida")
    both.marketing.write(leads.move, lead, stage(both.marketing, "Handed over"))
    with pytest.raises(RefusedError, match="has:value"):
        both.sales.write(answering.accept, lead)
    assert both.sales.read(leads.behind, lead).lead.owner_id is None
    both.sales.write(leads.edit, lead, {"value": "10"})
    both.sales.write(answering.accept, lead)


def test_who_rejects_sends_it_back_into_the_other_team_s_stage(both: Parties) -> None:
    number = both.agree({}, clause("has:name"))
    lead = new_lead(both.marketing, "Ida")
    both.marketing.write(leads.move, lead, stage(both.marketing, "Qualified"))
    both.marketing.write(leads.move, lead, stage(both.marketing, "Handed over"))
    both.sales.write(answering.reject, lead, both.sales.context().reason("Not qualified").id)
    assert column(both.marketing, "Qualified") == ["Ida"]
    assert stays(both.marketing, lead)[-1].agreement_id == number


def person(both: Parties, name: str) -> MemberRow:
    return next(one for one in both.sales.context().members.values() if one.name == name)


def receivers(both: Parties, lead: int) -> list[tuple[str, str, str | None]]:
    return [(one.receiver, one.to_team, one.answer) for one in both.sales.read(reading.of_lead, lead)]


def test_a_lead_goes_to_the_other_team_and_is_passed_on_within_it(url: str, both: Parties) -> None:
    with door.open_workspace(url) as admin:
        add_members(admin, ["Sam"], active=True)
    for workspace in (both.marketing, both.sales):
        workspace.noticed(iter(["member"]))
    lead = new_lead(both.marketing, "Ida")
    mia, sol, sam, ada = (person(both, name) for name in ("Mia", "Sol", "Sam", "Ada Admin"))
    with pytest.raises(RefusedError, match="Mia is of marketing, and Ida is handed over to sales"):
        both.marketing.write(answering.send, lead, mia)
    both.marketing.write(answering.send, lead, sol)
    reason = both.sales.context().reason("Wrong person").id
    with pytest.raises(RefusedError, match="Mia is of marketing"):
        both.sales.write(answering.reroute, lead, mia, reason)
    number = both.sales.read(reading.of_lead, lead)[0].id
    able = both.sales.read(answering.onward, number)
    assert (able.team, set(able.members), able.pool) == ("sales", {sam.id, ada.id}, True)
    both.sales.write(answering.reroute, lead, ada, reason)
    both.sales.write(answering.reroute, lead, None, reason)
    assert receivers(both, lead) == [
        ("", "sales", None),
        ("Ada Admin", "sales", "rerouted"),
        ("Sol", "sales", "rerouted"),
    ]


def test_a_lead_is_not_passed_on_to_who_sent_it(both: Parties) -> None:
    lead = new_lead(both.sales, "Ida")
    both.sales.write(answering.send, lead, None, pool=True)  # out of a stage of marketing's, by a seller
    reason = both.sales.context().reason("Wrong person").id
    with pytest.raises(RefusedError, match="Sol sent Ida"):
        both.sales.write(answering.reroute, lead, person(both, "Sol"), reason)


def test_a_lead_that_lies_with_the_team_it_came_from_is_passed_on_to_the_other(both: Parties) -> None:
    one, other = (new_lead(both.marketing, name) for name in ("Ida", "Per"))
    for lead in (one, other):
        both.marketing.write(answering.send, lead, None, pool=True)
    both.agree()
    mia = person(both, "Mia")
    for lead, values in ((one, {"to_member_id": mia.id, "to_team": "marketing"}), (other, {"to_team": "marketing"})):
        number = both.marketing.read(reading.of_lead, lead)[0].id
        both.marketing.write(_lies_elsewhere, number, values)
    reason = both.marketing.context().reason("Wrong person").id
    both.marketing.write(answering.reroute, one, person(both, "Sol"), reason)
    both.marketing.write(answering.reroute, other, None, reason)
    assert receivers(both, one) == [("Sol", "sales", None), ("Mia", "marketing", "rerouted")]
    assert receivers(both, other) == [("", "sales", None), ("", "marketing", "rerouted")]
    both.sales.write(answering.accept, one)
    both.sales.write(answering.accept, other)
    assert sorted(column(both.marketing, "Accepted")) == ["Ida", "Per"]


def _lies_elsewhere(session: Session, number: int, values: dict[str, object]) -> None:
    things.edit(session, "handoff", number, values)


@pytest.mark.parametrize("route", ["person", "turn", "rules"])
def test_a_route_sends_nothing_to_the_team_that_sends(both: Parties, route: str) -> None:
    lead = new_lead(both.marketing, "Ida")
    mia, sol = person(both, "Mia"), person(both, "Sol")
    ways: dict[str, dict[str, Any]] = {
        "person": {"route": "person", "route_member_id": mia.id},
        "turn": {"route": "turn", "route_members": [mia.id, sol.id]},
        "rules": {"route_rules": [{"query": "name:Ida", "member_id": mia.id}]},
    }
    terms = ways[route]
    with pytest.raises(UsageError, match="Mia is of marketing, and leads are handed over to sales"):
        both.agree(terms)
    # One that was published before this was asked, or names somebody who went to the other team since.
    version(both.marketing, 9, published=both.marketing.context().now, **terms)
    both.marketing.noticed(iter(["agreement"]))
    both.marketing.write(leads.move, lead, stage(both.marketing, "Handed over"))
    assert receivers(both, lead) == [("Sol" if route == "turn" else "", "sales", None)]


def test_a_route_to_somebody_who_changed_teams_since_is_not_signed(url: str, both: Parties) -> None:
    both.marketing.write(drafts.begin)
    number = draft_of(both.marketing)
    sol = person(both, "Sol")
    both.marketing.write(drafts.change, number, {"route": "person", "route_member_id": sol.id})
    with door.open_workspace(url) as admin:
        admin.write(members.change, sol.id, {"team": "marketing"})
    both.marketing.noticed(iter(["member"]))
    with pytest.raises(UsageError, match="Sol is of marketing"):
        both.marketing.write(drafts.sign, number, "marketing")


def test_the_commands_keep_a_lead_out_of_the_team_it_came_from(file_url: str) -> None:
    for name, team in (("Mia", "marketing"), ("Sol", "sales")):
        run("members", file_url, "add", "--name", name, "--email", f"{name}@harbor.example", "--team", team)
    with door.open_workspace(file_url) as made:
        lead = made.write(leads.create, {"name": "Ida"}).entries[0].id
    mia, sol = ("--as", "mia@harbor.example"), ("--as", "sol@harbor.example")
    assert "Mia is of marketing" in run("handoff", file_url, lead, "--to", "Mia", *mia, code=1).stderr
    assert asked("handoff", file_url, lead, "--to", "Sol", *mia)["handoffs"][0]["to_team"] == "sales"
    passed = run("answer", file_url, lead, "reroute", "--to", "Mia", "--reason", "Wrong person", *sol, code=1)
    assert "Mia is of marketing, and Ida is handed over to sales." in passed.stderr
    drafted = run("agreement", file_url, "draft", "--set", "route_member=Mia", "--set", "route=person", code=1)
    assert "Mia is of marketing, and leads are handed over to sales." in drafted.stderr
