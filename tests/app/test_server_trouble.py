"""A server that refuses, is silent or goes away: a sentence each, and no save lost or made twice."""

import socket
import threading
import uuid
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from psycopg import sql

from app import contacts, leads
from app import workspace as door
from app.changes import Noticed
from app.errors import DamagedError, KnownError, RefusedError, UnreachableError
from app.workspace import Workspace
from db.link import Link
from tests.helpers.commands import run
from tests.helpers.postgres import PostgresServer
from tests.helpers.wire import Wire


def elsewhere(url: str, host: str, port: int, login: str | None = None, database: str | None = None) -> str:
    parts = urlsplit(url)
    login = login or parts.netloc.rpartition("@")[0]
    return parts._replace(netloc=f"{login}@{host}:{port}", path=f"/{database}" if database else parts.path).geturl()


@pytest.fixture
def wire(server_url: str) -> Iterator[Wire]:
    parts = urlsplit(server_url)
    assert parts.hostname is not None
    assert parts.port is not None
    with Wire(parts.hostname, parts.port) as wire:
        yield wire


@pytest.fixture
def far(server_url: str, wire: Wire) -> Iterator[Workspace]:
    # In the clear, so that the wire can tell a COMMIT from the rest.
    with door.open_workspace(elsewhere(server_url, "127.0.0.1", wire.port) + "?sslmode=disable") as opened:
        yield opened


@pytest.mark.parametrize(
    ("login", "database", "sentence"),
    [
        ("tandem_root:wrong", None, "refused this name or password"),
        ("nobody_there:x", None, "refused this name or password"),
        (None, "no_such_database", "no access to that workspace|no database of that name"),
        ("tandem_root:any%20words%20will%20do", "no_such_database", "no database of that name"),
        ("tandem_root:any%20words%20will%20do", "postgres", "not a Tandem workspace"),
    ],
)
def test_what_a_server_refuses(
    postgres_server: PostgresServer, server_url: str, login: str | None, database: str | None, sentence: str
) -> None:
    url = elsewhere(server_url, postgres_server.host, postgres_server.port, login, database)
    with pytest.raises((RefusedError, UnreachableError, DamagedError), match=sentence):
        door.open_workspace(url)
    done = run("find", url, "x", code=1)
    assert done.stderr.count("\n") == 1
    assert "words" not in done.stderr.replace("password", "")


def test_a_login_of_another_workspace_does_not_get_in(
    postgres_server: PostgresServer, server_url: str, new_database: Callable[..., str]
) -> None:
    other = new_database("other")
    door.create(other, "Other", "UTC", "EUR", "Olga", None).close()
    url = elsewhere(server_url, postgres_server.host, postgres_server.port, database=urlsplit(other).path[1:])
    with pytest.raises(KnownError, match="no access to that workspace"):
        door.open_workspace(url)


def test_a_server_that_takes_the_call_and_says_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(UnreachableError, match="does not answer"):
            door.open_workspace(f"postgresql://ada:secret@127.0.0.1:{port}/team")


def test_a_server_that_falls_silent(wire: Wire, far: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    far.write(contacts.create, {"first_name": "Ana"})
    monkeypatch.setattr(Link, "patience", 0.5)
    wire.hush()
    with pytest.raises(UnreachableError, match="does not answer"):
        far.write(contacts.create, {"first_name": "Bea"})


def test_reading_goes_on_after_the_line_was_cut(wire: Wire, far: Workspace) -> None:
    far.write(contacts.create, {"first_name": "Ana"})
    wire.cut()
    assert [row.name for row in far.read(contacts.first_page)] == ["Ana"]


@pytest.mark.parametrize("arriving", [True, False])
def test_a_line_cut_in_the_commit_saves_once(wire: Wire, far: Workspace, server_url: str, *, arriving: bool) -> None:
    """The one who saved does not know whether it arrived; saying it again with the same id settles it."""
    op = uuid.uuid4().hex
    far.read(contacts.first_page)
    wire.cut_at(b"COMMIT", arriving=arriving)
    with pytest.raises(UnreachableError):
        far.write(contacts.create, {"first_name": "Ana"}, op=op)
    with door.open_workspace(server_url) as near:
        assert len(near.read(contacts.first_page)) == (1 if arriving else 0)
        change = far.write(contacts.create, {"first_name": "Ana"}, op=op)
        assert [row.id for row in near.read(contacts.first_page)] == [change.entries[0].id]
        assert near.latest() == far.latest()


def test_a_watch_catches_up_after_the_line_was_cut(wire: Wire, far: Workspace, server_url: str) -> None:
    seen: list[int] = []
    troubles: list[KnownError | None] = []
    stop, all_seen = threading.Event(), threading.Event()

    def note(lines: list[Noticed]) -> None:
        seen.extend(line.id for line in lines)
        if len(seen) >= 3:
            all_seen.set()

    watcher = threading.Thread(target=far.watch, args=(far.latest(), note, stop, troubles.append))
    watcher.start()
    try:
        with door.open_workspace(server_url) as near:
            near.write(leads.create, {"name": "One"})
            wire.cut()
            near.write(leads.create, {"name": "Two"})
            near.write(leads.create, {"name": "Three"})
            assert all_seen.wait(30)
    finally:
        stop.set()
        watcher.join()
    assert len(set(seen)) == len(seen) == 3


def test_a_server_that_ends_our_session(postgres_server: PostgresServer, server_url: str) -> None:
    with door.open_workspace(server_url) as opened:
        opened.write(contacts.create, {"first_name": "Ana"})
        name = urlsplit(server_url).path[1:]
        postgres_server.execute(
            sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}").format(name)
        )
        assert [row.name for row in opened.read(contacts.first_page)] == ["Ana"]
        opened.write(contacts.create, {"first_name": "Bea"})
        assert len(opened.read(contacts.first_page)) == 2
