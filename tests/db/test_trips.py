"""How often a person's act waits for a server: asserted, because every trip costs the whole way there and back."""

from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest

from app import companies, contacts, leads, meetings
from app import workspace as door
from app.workspace import Workspace
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
    assert wire.count() <= FORM
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
