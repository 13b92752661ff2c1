"""How often a person's act waits for a server: asserted, because every trip costs the whole way there and back."""

from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import companies, contacts, leads, meetings
from app import workspace as door
from app.agreement import drafts
from app.handoffs import reading
from app.workspace import Workspace
from db.models import Task
from tests.helpers.parties import clause, draft_of, parties
from tests.helpers.wire import Wire

DELAY = 0.06
START = 8
READ = 1
FORM = 2
SAVE = 2


@pytest.fixture
def wire(server_url: str) -> Iterator[Wire]:
    """A wire so long that nothing which is sent without waiting meets an answer on the way."""
    parts = urlsplit(server_url)
    assert parts.hostname is not None
    assert parts.port is not None
    with Wire(parts.hostname, parts.port, DELAY) as wire:
        yield wire


@pytest.fixture
def far(server_url: str, wire: Wire) -> Iterator[Workspace]:
    parts = urlsplit(server_url)
    name = parts.netloc.rpartition("@")[0]
    with door.open_workspace(urlunsplit(parts._replace(netloc=f"{name}@127.0.0.1:{wire.port}"))) as opened:
        yield opened


def open_tasks(session: Session, lead: int) -> int:
    counted = sa.select(sa.func.count()).where(Task.kind == "lead", Task.record_id == lead, Task.done_at.is_(None))
    return int(session.execute(counted).scalar_one())


def made(workspace: Workspace) -> tuple[int, int]:
    contact = workspace.write(contacts.create, {"first_name": "Ida", "city": "Rome"}).entries[0].id
    lead = workspace.write(leads.create, {"name": "Ida", "contact": contact}).entries[0].id
    return contact, lead


def test_the_first_page_is_there_after_few_trips(wire: Wire, far: Workspace) -> None:
    far.read(contacts.first_page)
    assert wire.count() <= START


def test_reading_waits_once_and_a_form_twice(wire: Wire, far: Workspace) -> None:
    contact, _ = made(far)
    far.read(contacts.first_page)
    wire.count()
    assert [row.id for row in far.read(contacts.first_page)] == [contact]
    assert wire.count() == READ
    far.read(contacts.page, [contact])
    assert wire.count() == READ
    far.read(leads.board)
    assert wire.count() == READ
    far.read(contacts.detail, contact)
    assert wire.count() <= FORM
    company = far.write(companies.create, {"name": "Freude"}).entries[0].id
    wire.count()
    far.read(companies.detail, company)
    assert wire.count() <= FORM
    meeting = far.write(meetings.prepare).entries[0].id
    wire.count()
    far.read(meetings.agenda, meeting)
    assert wire.count() <= FORM
    far.read(meetings.summary_of, meeting)
    assert wire.count() <= FORM


def test_saving_and_moving_wait_twice(wire: Wire, far: Workspace) -> None:
    contact, lead = made(far)
    stages = [stage.id for stage in far.context().board()]
    far.write(contacts.edit, contact, {"city": "Oslo"})
    far.write(leads.move, lead, stages[1])
    wire.count()
    far.write(contacts.edit, contact, {"city": "Bergen"})
    assert wire.count() <= SAVE
    far.write(leads.move, lead, stages[2])
    assert wire.count() <= SAVE


def test_a_move_waits_twice_however_much_the_agreement_has_follow_from_it(
    server_url: str, wire: Wire, far: Workspace
) -> None:
    with parties(server_url) as both:
        people = both.sales.context().members.values()
        receivers = [one.id for one in people if one.team in {"sales", "both"}]
        places = {stage.name: stage.id for stage in far.context().board()}
        terms = {"route": "turn", "route_members": receivers, "answer_minutes": 60, "mql_points": 5}
        plays = [
            {"key": f"{name}{at}", "title": f"Do {at}", "within_minutes": 60, "doer": doer, "stage_id": places[name]}
            for name in ("Qualified", "Handed over")
            for at, doer in enumerate(("owner", "sales"))
        ]
        plays[1]["query"] = "source:web"
        both.marketing.write(drafts.begin)
        number = draft_of(both.marketing)
        clauses = [clause("has:email"), clause("source:web", points=10)]
        both.marketing.write(drafts.rewrite, number, terms, {"clause": clauses, "play": plays})
        both.settle(number)
    far.noticed(iter(["agreement", "members"]))
    contact = far.write(contacts.create, {"first_name": "Ida", "emails": ["ida@harbor.example"]}).entries[0].id
    lead = far.write(leads.create, {"name": "Ida", "contact": contact, "source": "web"}).entries[0].id
    for name, owed in (("Qualified", 2), ("Handed over", 4)):
        wire.count()
        far.write(leads.move, lead, places[name], override="as agreed by phone")
        assert wire.count() <= SAVE
        assert far.read(open_tasks, lead) == owed
    assert len(far.read(reading.of_lead, lead)) == 1
