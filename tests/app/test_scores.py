"""The score of a lead is what the version in force gives it, by the database as in memory, whatever happens to it."""

import contextlib
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app import (
    companies,
    contact_rows,
    contacts,
    feed,
    finding,
    imports,
    lead_cards,
    leads,
    moving,
    scores,
    stages,
    undo,
)
from app import workspace as door
from app.agreement import drafts
from app.agreement.judging import judge
from app.duplicates import merging
from app.errors import ConflictError, UsageError
from app.fields import LEAD
from app.query import parse, record_of
from app.workspace import Workspace
from db.journal import write_of
from db.models import Lead
from tests.app.test_leads import new_lead, stage
from tests.helpers.parties import Parties, clause, draft_of, parties
from tests.helpers.workspaces import drop_server_workspace, new_server_workspace


@pytest.fixture
def both(url: str) -> Iterator[Parties]:
    with parties(url) as found:
        yield found


def made(workspace: Workspace, service: Any, *args: Any, **more: Any) -> int:
    return workspace.write(service, *args, **more).entries[0].id


def told(workspace: Workspace) -> dict[str, int | None]:
    """Return the score of each lead by name: all ways to it lead to the same, and it is what judging comes to."""
    workspace.noticed(iter(["agreement"]))  # as its window does when it hears of what colleagues did
    with workspace.reading() as session:
        context = session.info["context"]
        rows = session.execute(sa.select(Lead.id, Lead.name, scores.column(context)).where(Lead.deleted_at.is_(None)))
        found = {row.id: (row.name, row.score) for row in rows.all()}
        terms, milestone = context.agreement, scores.scored_by(context.agreement)
        for number, (_, score) in found.items():
            record = record_of(session, LEAD, number)
            assert scores.shown(context, record.values)["score"] == score
            assert parse(f"score={score}", "lead").judge(record, context).met
            if terms is not None and milestone is not None:
                assert score == scores.rounded(judge(terms, milestone, record, context).points)
        cards = {card.id: card.score for card in lead_cards.cards(session, list(found))}
        assert cards == {number: score for number, (_, score) in found.items()}
        for score in {one for _, one in found.values()}:  # in the same reading: a moment later a point may be gone
            wanted = sorted(number for number, (_, one) in found.items() if one == score)
            assert sorted(finding.ids(session, LEAD, f"score:{score}")) == wanted
    return dict(found.values())


POINTS = (
    clause("has:source", points=10),
    clause("country:es", points=5),
    clause("tag:vip", points=7),
    clause("city:rome", points=3),
    clause("did:webinar", points=20, fades=True),
    clause("did:call", points=8, fades=True),
)
MINUTES = timedelta(minutes=10)
"""What a test may take without a point going down."""
TERMS = {"mql_points": 30, "halving_days": 30}


def test_without_points_in_force_the_leads_own_field_is_the_score(both: Parties) -> None:
    new_lead(both.marketing, "Ana", score=64)
    assert told(both.marketing) == {"Ana": 64}
    both.agree({}, clause("has:source"))
    assert told(both.marketing) == {"Ana": 64}


def test_publishing_scores_the_leads_that_are_there(both: Parties) -> None:
    new_lead(both.marketing, "Ana", source="web", score=64)
    new_lead(both.marketing, "Bea")
    both.agree(TERMS, *POINTS)
    assert told(both.sales) == {"Ana": 10, "Bea": 0}
    both.marketing.write(drafts.begin)
    draft = draft_of(both.marketing)
    both.marketing.write(drafts.add, draft, "clause", clause("-has:source", points=4))
    both.settle(draft)
    assert told(both.marketing) == {"Ana": 10, "Bea": 4}


def test_what_is_written_anywhere_around_a_lead_is_in_its_score(both: Parties) -> None:
    work = both.marketing
    both.agree(TERMS, *POINTS)
    firm = made(work, companies.create, {"name": "Roma Ltd"})
    ana = made(work, contacts.create, {"first_name": "Ana", "country": "es", "company": firm})
    lead = new_lead(work, "Ana", contact=ana, company=firm)
    assert told(work) == {"Ana": 5}
    work.write(contacts.edit, ana, {"tags": ["VIP"]})
    assert told(work) == {"Ana": 5}  # a lead's tags are its own
    work.write(leads.edit, lead, {"tags": ["VIP"]})
    assert told(work) == {"Ana": 12}
    work.write(companies.edit, firm, {"city": "Rome"})
    assert told(work) == {"Ana": 12}  # the contact has a field of that name, which goes first
    work.write(contacts.edit, ana, {"city": "Rome"})
    assert told(work) == {"Ana": 15}
    work.write(undo.undo)
    assert told(work) == {"Ana": 12}
    work.write(contacts.remove, ana)
    assert told(work)["Ana"] == 7
    work.write(undo.undo)
    work.write(leads.move, lead, stage(work, "Lost"), reason=_reason(work))
    assert told(work) == {"Ana": 12}


def _reason(workspace: Workspace) -> int:
    reasons = workspace.context().reasons.values()
    return next(one.id for one in reasons if one.list == "lost" and not one.note_required)


def test_an_activity_counts_and_fades_from_its_own_day(both: Parties) -> None:
    work = both.marketing
    both.agree(TERMS, *POINTS)
    ana = made(work, contacts.create, {"first_name": "Ana"})
    lead = new_lead(work, "Ana", contact=ana, created=(work.clock() - timedelta(days=300)).isoformat())
    now = work.clock()
    held = made(
        work, feed.add, "contact", ana, "meeting", "Webinar on cold chains", at=now - timedelta(days=30) + MINUTES
    )
    assert told(work) == {"Ana": 10}
    work.write(feed.add, "lead", lead, "visit", "WEBINAR page", at=now - timedelta(days=60) + MINUTES)
    assert told(work) == {"Ana": 10}  # the latest counts
    work.write(feed.add, "lead", lead, "call", "", at=now + timedelta(days=60))
    assert told(work)["Ana"] in {17, 18}  # what lies ahead counts from now on
    work.write(undo.undo)
    work.write(feed.edit, held, {"text": "Lunch"})
    assert told(work) == {"Ana": 5}
    work.write(feed.remove, held)
    assert told(work) == {"Ana": 5}


def test_what_lies_in_the_future_gives_no_more_than_its_points(both: Parties) -> None:
    """A lead, or a meeting, may be dated ahead; until then its points are whole."""
    work = both.marketing
    both.agree(
        {"halving_days": 1}, clause("has:source", points=30, fades=True), clause("did:call", points=9, fades=True)
    )
    lead = new_lead(work, "Ida", source="web")
    ahead = work.clock() + timedelta(hours=16)
    work.write(leads.edit, lead, {"created": ahead.isoformat()})
    work.write(feed.add, "lead", lead, "call", "We meet at last", at=ahead)
    assert told(work) == {"Ida": 39}
    both.agree({"halving_days": 2}, clause("has:source", points=30, fades=True))
    assert told(work) == {"Ida": 30}


def test_a_merge_takes_what_was_done_along_and_gives_it_back(both: Parties) -> None:
    work = both.marketing
    both.agree(TERMS, *POINTS)
    ana, bea = (made(work, contacts.create, {"first_name": name}) for name in ("Ana", "Ana"))
    new_lead(work, "One", contact=ana)
    new_lead(work, "Two", contact=bea)
    work.write(feed.add, "contact", bea, "meeting", "Webinar", at=work.clock() - timedelta(hours=1))
    assert [told(work)["One"], told(work)["Two"]] == [0, 20]
    change = work.write(merging.merge, ana, bea)
    assert told(work) == {"One": 20, "Two": 20}
    work.write(merging.unmerge, next(one.id for one in change.entries if one.kind == "merge"))
    assert told(work) == {"One": 0, "Two": 20}


def test_an_import_scores_what_it_brings_and_its_undo_takes_that_back(both: Parties, tmp_path: Path) -> None:
    work = both.marketing
    both.agree(TERMS | {"mql_points": 15}, clause("has:source", points=10), clause("country:es", points=5))
    ana = made(work, contacts.create, {"first_name": "Ana", "emails": ["ana@x.example"]})
    new_lead(work, "Ana", contact=ana)
    file = tmp_path / "people.csv"
    file.write_text("email,first name,country\nana@x.example,Ana,es\nbo@x.example,Bo,es\n", "utf-8")
    answer = imports.run(work, file)
    assert told(work) == {"Ana": 5}
    assert answer.import_id is not None
    imports.take_back(work, answer.import_id)
    assert told(work) == {"Ana": 0}


def test_a_list_that_a_clause_names_rewrites_the_scores_when_it_changes(both: Parties) -> None:
    work = both.marketing
    new_lead(work, "Ana")
    both.agree({"mql_points": 5}, clause("team:marketing", points=6))
    assert told(work) == {"Ana": 6}
    work.write(stages.edit, work.context().board()[0].id, {"team": "sales"})
    assert told(work) == {"Ana": 0}


def test_a_window_that_has_not_heard_of_the_new_version_scores_by_it(both: Parties) -> None:
    lead = new_lead(both.marketing, "Ana")
    both.agree({"mql_points": 5}, clause("has:source", points=6))
    told(both.marketing)
    first = both.marketing.context().agreement
    assert first is not None
    both.sales.write(drafts.begin)
    draft = draft_of(both.sales)
    both.sales.write(drafts.add, draft, "clause", clause("has:note", points=3))
    both.settle(draft)
    assert both.marketing.context().agreement == first
    both.marketing.write(leads.edit, lead, {"source": "web", "note": "Hello"})
    assert told(both.sales) == {"Ana": 9}


def test_a_write_that_overlaps_publishing_is_scored_by_the_new_version(both: Parties) -> None:
    ana = made(both.marketing, contacts.create, {"first_name": "Ana"})
    new_lead(both.marketing, "Ana", contact=ana)
    both.agree(TERMS | {"mql_points": 8}, clause("did:call", points=8))
    assert told(both.marketing) == {"Ana": 0}
    both.sales.write(drafts.begin)
    draft = draft_of(both.sales)
    both.sales.write(drafts.add, draft, "clause", clause("did:webinar", points=5))
    both.sign(draft)
    begun, told_of = threading.Event(), threading.Event()

    def slow(session: Session) -> None:
        assert write_of(session).facts  # read before anything is published
        feed.add(session, "contact", ana, "call", "Webinar")
        begun.set()
        told_of.wait(1.5)  # as long as publishing may take, unless it waits for this to end

    writing = threading.Thread(target=both.marketing.write, args=(slow,))
    writing.start()
    begun.wait(10)
    publishing = threading.Thread(target=both.sales.write, args=(drafts.publish, draft))
    publishing.start()
    publishing.join(1)
    told_of.set()
    writing.join()
    publishing.join()
    assert told(both.marketing) == told(both.sales) == {"Ana": 13}


def test_what_changes_by_itself_cannot_be_worth_points(both: Parties) -> None:
    both.marketing.write(drafts.begin)
    draft = draft_of(both.marketing)
    for query in ("overdue:yes", "created>=-30d", "did:webinar>=-2w", "due<now"):
        both.marketing.write(drafts.add, draft, "clause", clause(query))
        with pytest.raises(UsageError, match="by itself"):
            both.marketing.write(drafts.add, draft, "clause", clause(query, points=5))


def test_lists_stand_in_the_order_of_the_score(both: Parties) -> None:
    work = both.marketing
    both.agree(TERMS, *POINTS)
    for place, days in enumerate((10, 2, 40)):
        person = made(work, contacts.create, {"first_name": f"P{place}"})
        new_lead(work, f"L{place}", contact=person, source="web" if days > 30 else None)
        work.write(feed.add, "contact", person, "visit", "webinar", at=work.clock() - timedelta(days=days))
    told(work)
    names = {number: card.name for card in work.read(lead_cards.cards, [1, 2, 3]) for number in [card.id]}
    assert [names[one] for one in work.read(finding.ids, LEAD, "", "-score")] == ["L1", "L2", "L0"]
    assert [row.name for row in work.read(contact_rows.first_page, "", "-score")] == ["P1", "P2", "P0"]
    assert [row.score for row in work.read(contact_rows.first_page, "score>0", "score")] == [16, 18, 19]


# Anything, in any order

_TEXT = st.sampled_from(["webinar", "Webinar in Rome", "call me", "price", "", "wébinar"])
_QUERY = st.sampled_from(
    [
        *("has:source", "country:es", "tag:vip", "did:webinar", "did:call", "has:did", "did:webinar or tag:vip"),
        *(
            "did:webinar -did:call",
            "ana",
            "has:company",
            "score>=40",
            "-did:price",
            "source:web did:visit",
            "has:email",
        ),
        *("created<2020", "team:marketing", "owner:none", "contact:none", "did:price,webinar"),
    ]
)


@pytest.fixture(scope="module", params=["file", "server"])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parties]:
    if request.param == "file":
        url = str(tmp_path_factory.mktemp("scores") / "team.tandem")
        door.create(url, "Harbor", "Europe/Madrid", "EUR", "Ada Admin", "ada@harbor.example").close()
        with parties(url) as found:
            yield found
        return
    server = request.getfixturevalue("postgres_server")
    name, url = new_server_workspace(server)
    with parties(url) as found:
        yield found
    drop_server_workspace(server, name)


@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_database_and_memory_agree_after_any_acts(shared: Parties, data: st.DataObject) -> None:
    work = shared.marketing
    person = made(work, contacts.create, {"first_name": "Ana", "country": data.draw(st.sampled_from(["es", None]))})
    other = made(work, contacts.create, {"first_name": "Bo"})
    lead = new_lead(work, "Lead", contact=person, score=data.draw(st.integers(0, 90)))
    part = st.builds(
        lambda query, points, fades: clause(query, points=points, fades=fades and points is not None),
        _QUERY,
        st.one_of(st.none(), st.integers(1, 60)),
        st.booleans(),
    )
    clauses = data.draw(st.lists(part, min_size=1, max_size=4, unique_by=lambda one: one["query"]), "clauses")
    needed = min(20, sum(one["points"] or 0 for one in clauses)) or None
    shared.agree({"halving_days": data.draw(st.integers(1, 90)), "mql_points": needed}, *clauses)
    told(work)
    for act in data.draw(st.lists(st.integers(0, 7), max_size=6), "acts"):
        at = work.clock() - timedelta(minutes=data.draw(st.integers(-1000, 200_000)))
        if act == 0:
            kind, number = data.draw(st.sampled_from([("contact", person), ("lead", lead), ("contact", other)]))
            work.write(feed.add, kind, number, data.draw(st.sampled_from(["call", "visit"])), data.draw(_TEXT), at=at)
        elif act == 1:
            work.write(leads.edit, lead, {"tags": data.draw(st.sampled_from([["VIP"], []])), "source": "web"})
        elif act == 2:
            work.write(contacts.edit, person, {"country": data.draw(st.sampled_from(["es", "de"]))})
        elif act == 3:
            # With nothing done since, the next to undo is the signature, which a published version keeps.
            with contextlib.suppress(ConflictError):
                work.write(undo.undo)
        elif act == 4:
            work.write(leads.edit, lead, {"contact": data.draw(st.sampled_from([person, other, None]))})
        elif act == 5:
            work.write(leads.edit, lead, {"created": at.isoformat()})
        elif act == 6:
            work.write(contacts.edit, person, {"emails": data.draw(st.sampled_from([["a@x.example"], []]))})
        else:
            work.write(leads.edit, lead, {"owner": work.me.id if work.me else None})
        told(work)
    work.write(moving.remove_all, [lead])
