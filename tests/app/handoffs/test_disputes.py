"""Disputes of rejections: who may raise and rule them, and what a ruling does."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app import agenda_page, leads, meetings, summary, undo
from app.errors import RefusedError
from app.handoffs import answering, disputes, reading
from app.handoffs.reading import HandoffRow
from app.wording import Language
from app.workspace import Workspace
from app.workspace import open_workspace as open_it
from db.models import Lead
from tests.helpers.commands import asked, run
from tests.helpers.parties import Parties, clause, parties


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def reject(both: Parties, name: str) -> int:
    """Have Mia hand a new lead over to Sol, who rejects it; return its id."""
    change = both.marketing.write(leads.create, {"name": name})
    lead = next(entry.id for entry in change.entries if entry.kind == "lead")
    both.marketing.write(answering.send, lead, both.sales.me)
    reason = both.sales.context().reason("Wrong person", "reject").id
    both.sales.write(answering.reject, lead, reason)
    return lead


def last(workspace: Workspace, lead: int) -> HandoffRow:
    return workspace.read(reading.of_lead, lead)[0]


def stage_and_owner(workspace: Workspace, lead: int) -> tuple[str, str | None]:
    with workspace.reading() as session:
        row = session.execute(sa.select(Lead.stage_id, Lead.owner_id).where(Lead.id == lead)).one()
    context = workspace.context()
    owner = context.members.get(row.owner_id or 0)
    return context.stages[row.stage_id].name, owner.name if owner else None


def test_a_rejection_is_disputed_once_and_overturned(both: Parties) -> None:
    lead = reject(both, "Nora Vidal")
    with pytest.raises(RefusedError, match="No rejection"):
        both.sales.write(disputes.rule, lead, "upheld", "So it is")
    with pytest.raises(RefusedError, match="Only who sent"):
        both.sales.write(disputes.dispute, lead, "Mine")
    with pytest.raises(RefusedError, match="needs a note"):
        both.marketing.write(disputes.dispute, lead, " ")
    both.marketing.write(disputes.dispute, lead, "She decides on the budget")
    with pytest.raises(RefusedError, match="once"):
        both.marketing.write(disputes.dispute, lead, "And again")
    assert [(one.lead, one.dispute_note) for one in both.sales.read(disputes.waiting)] == [
        ("Nora Vidal", "She decides on the budget")
    ]
    assert both.sales.read(disputes.examples, "mql") == []
    with pytest.raises(RefusedError, match="needs a note"):
        both.sales.write(disputes.rule, lead, "overturned", None)
    both.sales.write(disputes.rule, lead, "overturned", "Who decides on the budget is the right person")
    assert stage_and_owner(both.sales, lead) == ("Accepted", "Sol")
    assert both.sales.read(disputes.waiting) == []
    assert [
        (one.lead, one.answer, one.ruling, one.ruling_note) for one in both.sales.read(disputes.examples, "mql")
    ] == [("Nora Vidal", "rejected", "overturned", "Who decides on the budget is the right person")]
    assert both.sales.read(disputes.examples, "sql") == []
    with pytest.raises(RefusedError, match="once"):
        both.marketing.write(disputes.dispute, lead, "And again")


def test_a_dispute_and_its_ruling_are_undone_and_done_again(both: Parties) -> None:
    lead = reject(both, "Nora Vidal")
    before = stage_and_owner(both.sales, lead)
    both.marketing.write(disputes.dispute, lead, "She decides on the budget")
    both.marketing.write(undo.undo)
    assert both.sales.read(disputes.waiting) == []
    both.marketing.write(undo.redo)
    assert [one.lead for one in both.sales.read(disputes.waiting)] == ["Nora Vidal"]
    both.sales.write(disputes.rule, lead, "overturned", "Who decides on the budget is the right person")
    both.sales.write(undo.undo)
    assert [one.lead for one in both.sales.read(disputes.waiting)] == ["Nora Vidal"]
    assert stage_and_owner(both.sales, lead) == before
    assert (last(both.sales, lead).ruling, both.sales.read(disputes.examples, "mql")) == (None, [])
    both.sales.write(undo.redo)
    assert stage_and_owner(both.sales, lead) == ("Accepted", "Sol")
    assert last(both.sales, lead).ruling == "overturned"


def test_upheld_it_stays_where_it_went_back_to(both: Parties) -> None:
    lead = reject(both, "Nora Vidal")
    before = stage_and_owner(both.sales, lead)
    both.marketing.write(disputes.dispute, lead, "She asked for a demo")
    both.marketing.write(disputes.rule, lead, "upheld", "A demo alone is not enough")
    assert stage_and_owner(both.sales, lead) == before
    assert last(both.marketing, lead).ruling == "upheld"


def disputed(both: Parties, name: str) -> int:
    lead = reject(both, name)
    both.marketing.write(disputes.dispute, lead, "She decides on the budget")
    return lead


def test_a_meeting_rules_and_its_minutes_keep_the_ruling(both: Parties) -> None:
    both.agree({}, clause("has:phone", label="Has a phone", points=20), clause("has:email", milestone="sal", points=5))
    before = disputed(both, "Before")
    both.marketing.write(disputes.rule, before, "upheld", "Ruled long ago")
    change = both.marketing.write(meetings.prepare)
    number = next(entry.id for entry in change.entries if entry.kind == "meeting")
    nora, omar = disputed(both, "Nora Vidal"), disputed(both, "Omar Haddad")
    with pytest.raises(RefusedError, match="no clause"):
        both.sales.write(disputes.rule, nora, "overturned", "She does", number, "has:email")
    both.sales.write(disputes.rule, nora, "overturned", "She does", number, "has:phone")
    found = {one.lead: one for one in both.marketing.read(meetings.summary_of, number).disputes or ()}
    assert (found["Nora Vidal"].ruling, found["Nora Vidal"].ruled_by) == ("overturned", "Sol")
    assert found["Nora Vidal"].example_of == "Has a phone"
    assert (found["Omar Haddad"].ruling, found["Omar Haddad"].reason) == ("", "Wrong person")
    step = next(one for one in both.sales.read(meetings.agenda, number).steps if one.topic == "disputes")
    assert step.lines == tuple(found.values())
    both.sales.write(undo.undo)
    assert {
        one.ruling for one in both.sales.read(meetings.summary_of, number).disputes or () if one.lead_id == nora
    } == {""}
    both.sales.write(undo.redo)
    both.marketing.write(meetings.close, number)
    kept: tuple[tuple[Language, str], ...] = (
        ("en", "Overturned by Sol: “She does”"),
        ("es", "Sol lo anula: «She does»"),
    )
    for language, said in kept:
        assert said in summary.render_plain(both.sales.read(meetings.summary_of, number), language)
        assert said in agenda_page.render_plain(both.sales.read(meetings.agenda, number), language)
    with pytest.raises(RefusedError, match="closed"):
        both.sales.write(disputes.rule, omar, "upheld", "No", number)
    both.sales.write(disputes.rule, omar, "upheld", "Ruled without a meeting")
    stood = both.sales.read(meetings.summary_of, number).disputes or ()
    assert {one.lead: one.ruling for one in stood if one.lead != "Before"} == {
        "Nora Vidal": "overturned",
        "Omar Haddad": "",
    }
    both.sales.write(meetings.prepare)
    told = both.sales.read(meetings.agenda).summary.disputes or ()
    assert [one.lead for one in told if one.ruling] == ["Omar Haddad"]


def test_the_commands(url: str) -> None:
    with open_it(url) as one:
        change = one.write(leads.create, {"name": "Nora Vidal"})
        lead = next(entry.id for entry in change.entries if entry.kind == "lead")
    assert "nothing to dispute" in run("dispute", url, lead, "--note", "No", code=1).stderr
    run("handoff", url, lead, "--to", "pool")
    run("answer", url, lead, "reject", "--reason", "Wrong person")
    run("dispute", url, lead, code=2)
    said = run("dispute", url, lead, "--note", "She decides").stdout
    assert "disputed (She decides): waits for a ruling" in said
    with open_it(url) as one:
        meeting = next(entry.id for entry in one.write(meetings.prepare).entries if entry.kind == "meeting")
    assert "Disputes" in run("meeting", url, "agenda").stdout
    refused = run("rule", url, lead, "overturned", "--note", "She does", "--clause", "none", code=1)
    assert "no clause" in refused.stderr
    found = asked("rule", url, lead, "overturned", "--note", "She does", "--meeting", meeting)["handoffs"][0]
    assert found["meeting_id"] == meeting
    assert (found["answer"], found["ruling"], found["ruling_note"]) == ("rejected", "overturned", "She does")
    assert asked("show", url, "lead", lead)["stage"] == "Accepted"
