"""The sample shows what Tandem is for: an agreement in force, what passed under it, what waits, what is voted on."""

from datetime import timedelta

import pytest

from app import administration, inbox, inbox_thread, lead_cards, sample
from app.agreement import costs, ledger, meter, papers, replay
from app.agreement.terms import TEAMS
from app.handoffs import disputes, running, silence
from app.periods import local_day, unit_start
from app.workspace import Workspace


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    sample.fill(workspace)
    workspace.noticed(iter(["agreement", "member"]))
    return workspace


def test_two_versions_are_signed_and_a_third_waits_for_sales(filled: Workspace) -> None:
    assert administration.check(filled) == []
    found = [filled.read(papers.paper, one.id) for one in filled.read(papers.versions)]
    by_number = {one.terms.number: one for one in found}
    assert sorted(by_number) == [1, 2, 3]
    for number in (1, 2):
        assert by_number[number].ready
        assert not by_number[number].terms.is_draft
    draft = by_number[3]
    assert draft.terms.is_draft
    assert {team for team in TEAMS if team in draft.signatures} == {"marketing"}
    context = filled.context()
    assert context.agreement is not None
    assert context.agreement.number == 2
    tried = filled.read(replay.replay, draft.terms.id)
    assert 0 < tried.after.ready < tried.before.ready
    assert filled.read(papers.draft_id) == draft.terms.id


def test_both_teams_owe_and_keep(filled: Workspace) -> None:
    today = local_day(filled.clock(), filled.context().zone)
    first = unit_start(unit_start(today, "month") - timedelta(days=1), "month")
    for side in filled.read(ledger.ledger, first, today).sides:
        assert side.kept > side.late
    assert len(filled.read(disputes.waiting)) == len(filled.read(disputes.examples, "mql")) == 2
    assert filled.read(costs.costs).total.is_telling
    cards, measured = filled.read(meter.board)
    assert len(cards) == 5
    assert measured.kappa.value is not None


def test_clocks_run_and_something_waits_for_whoever_looks(filled: Workspace) -> None:
    assert filled.read(running.running)
    assert silence.settle(filled) == 0  # what is open has not run out yet
    sorts = {one.sort for one in filled.read(inbox.found).items}
    assert {"handoff", "mention"} <= sorts


def test_the_inbox_shows_the_scores_that_the_board_shows(filled: Workspace) -> None:
    items = [one for one in filled.read(inbox.found).items if one.sort in {"handoff", "dispute"}]
    cards = {one.id: one.score for one in filled.read(lead_cards.cards, [one.record_id or 0 for one in items])}
    assert items
    assert [one.score for one in items] == [cards[one.record_id or 0] for one in items]
    about = filled.read(inbox_thread.of, "lead", items[0].record_id or 0).about
    assert about is not None
    assert about.score == items[0].score
