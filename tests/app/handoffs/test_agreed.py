"""Answers under an agreement that both teams signed, each by somebody of its own team."""

from collections.abc import Iterator

import pytest

from app import leads
from app.errors import RefusedError
from app.handoffs import answering
from tests.app.agreement.test_gates import stays
from tests.app.test_leads import column, new_lead, stage
from tests.helpers.parties import Parties, clause, parties


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
