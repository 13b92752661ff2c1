"""What a member's own login can and cannot do on the server, whatever program it comes from."""

import socket
import threading
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import psycopg
import pytest
from psycopg import errors, sql

from app import administration, contacts, undo
from app import workspace as door
from app.errors import KnownError, RefusedError, UsageError
from db.base import SCHEMA
from db.connect import connection_options
from db.roles import roles_of
from tests.helpers.postgres import PostgresServer
from tests.helpers.workspaces import LOGIN_PASSWORD, add_login

Link = psycopg.Connection[tuple[object, ...]]


def raw(url: str, client: int = 1) -> Link:
    return psycopg.connect(**connection_options(url, client), autocommit=True)


@pytest.fixture
def link(member_url: str) -> Iterator[Link]:
    with raw(member_url) as opened:
        yield opened


@pytest.fixture
def contact(member_url: str) -> int:
    with door.open_workspace(member_url) as opened:
        return opened.write(contacts.create, {"first_name": "Ana"}).entries[0].id


NEW = "INSERT INTO contacts (name, created_at"


@pytest.mark.parametrize(
    "forgery",
    [
        # whose it is, when, and how often it was written
        f"{NEW}, recorded_by) VALUES ('x', 0, 1)",
        f"{NEW}, recorded_at) VALUES ('x', 0, 0)",
        f"{NEW}, version) VALUES ('x', 0, 7)",
        "UPDATE contacts SET version = 1",
        "UPDATE contacts SET updated_by = 1",
        "INSERT INTO ops (op, act, subject, member_id) VALUES ('x', 'lead.move', '', 1)",
        "UPDATE ops SET member_id = 1",
        "UPDATE ops SET at = 0",
        # the journal
        "INSERT INTO journal (op, act, kind, record_id, fields, actor_id) VALUES ('x', 'a', 'lead', 1, '{}', 1)",
        "INSERT INTO journal (op, act, kind, record_id, fields, at) VALUES ('x', 'a', 'lead', 1, '{}', 0)",
        "INSERT INTO journal (op, act, kind, record_id, fields, seq) VALUES ('x', 'a', 'lead', 1, '{}', 1)",
        "UPDATE journal SET fields = '{}'",
        "UPDATE journal SET seq = 1",
        "DELETE FROM journal",
        "TRUNCATE journal",
        "DROP TABLE journal",
        "ALTER TABLE tandem_log.journal DISABLE TRIGGER ALL",
        "SELECT setval('tandem_log.journal_number', 1)",
        "SELECT tandem_log.number()",
        # what only an admin may write
        "UPDATE members SET role = 'admin'",
        "UPDATE members SET login = session_user",
        "INSERT INTO members (name, team, role, active, created_at) VALUES ('x', 'sales', 'admin', true, 0)",
        "UPDATE workspace SET company = 'Mine'",
        "UPDATE workspace SET min_client = 0",
        # records are binned, never deleted
        "DELETE FROM contacts",
        "DELETE FROM leads",
        "TRUNCATE contacts CASCADE",
        # the tables themselves, and what holds them
        "ALTER TABLE contacts DISABLE TRIGGER touch",
        "ALTER TABLE contacts ADD COLUMN mine text",
        "DROP TRIGGER check_client ON contacts",
        "CREATE TABLE mine (id int)",
        "CREATE TABLE public.mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "CREATE FUNCTION tandem.me() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
        "CREATE OR REPLACE FUNCTION tandem.me() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
        "CREATE SCHEMA mine",
        "CREATE EXTENSION dblink",
        "SET session_replication_role = replica",
        "BEGIN; LOCK TABLE members IN ACCESS EXCLUSIVE MODE",
        # the server
        "SET SESSION AUTHORIZATION tandem_root",
        "SET ROLE tandem_root",
        "COPY contacts TO PROGRAM 'cat'",
        "COPY contacts TO '/tmp/x'",
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT * FROM pg_shadow",
        "SELECT * FROM pg_authid",
        "ALTER SYSTEM SET fsync = off",
        "CREATE ROLE mine",
        "SELECT tandem.add_login('eve', 'SCRAM-SHA-256$4096:AAAA$AAAA:AAAA', 'admin')",
        "SELECT tandem.set_role(session_user::text, 'admin')",
        "SELECT tandem.remove_login('ada')",
        "SELECT tandem.check_admin()",
    ],
)
@pytest.mark.usefixtures("contact")
def test_a_member_forges_nothing(link: Link, forgery: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        link.execute(forgery)


@pytest.mark.parametrize("role", ["owner", "journal", "lead", "admin", "logins"])
def test_no_other_role_can_be_put_on(link: Link, role: str) -> None:
    name = getattr(roles_of(link.info.dbname), role)
    with pytest.raises(errors.InsufficientPrivilege):
        link.execute(f'SET ROLE "{name}"')
    with pytest.raises(errors.InsufficientPrivilege):
        link.execute(f'GRANT "{name}" TO CURRENT_USER')


def test_author_and_time_are_the_server_s_word(link: Link) -> None:
    link.execute(f"{NEW}) VALUES ('Raw', 0)")
    row = link.execute(
        "SELECT version, recorded_by = updated_by, recorded_by, "
        "abs(recorded_at - extract(epoch FROM now()) * 1e6) < 60e6 FROM contacts WHERE name = 'Raw'"
    ).fetchone()
    me = link.execute("SELECT id FROM members WHERE login = session_user").fetchone()
    assert me is not None
    assert row == (1, True, me[0], True)
    link.execute("UPDATE contacts SET name = 'Rawer' WHERE name = 'Raw'")
    assert link.execute("SELECT version, recorded_by FROM contacts WHERE name = 'Rawer'").fetchone() == (2, me[0])


def test_a_line_in_the_journal_has_its_true_author_and_the_next_number(link: Link, contact: int) -> None:
    before = link.execute("SELECT max(seq) FROM journal").fetchone()
    assert before is not None
    assert isinstance(before[0], int)
    link.execute(
        "INSERT INTO journal (op, act, kind, record_id, fields) VALUES ('raw', 'contact.edit', 'contact', %s, '{}')",
        [contact],
    )
    row = link.execute(
        "SELECT j.seq, m.login = session_user FROM journal j JOIN members m ON m.id = j.actor_id WHERE op = 'raw'"
    ).fetchone()
    assert row == (before[0] + 1, True)


def test_numbers_follow_the_order_of_commits(member_url: str) -> None:
    add = "INSERT INTO journal (op, act, kind, record_id, fields) VALUES (%s, 'a', 'contact', 1, '{}')"
    with raw(member_url) as early, raw(member_url) as late:
        early.execute("BEGIN")
        early.execute(add, ["early"])
        late.execute(add, ["late"])
        early.execute("COMMIT")
        found = late.execute("SELECT op FROM journal WHERE op IN ('early', 'late') ORDER BY seq").fetchall()
    assert [op for (op,) in found] == ["late", "early"]


def test_an_act_is_turned_back_by_who_did_it(server_url: str, member_url: str) -> None:
    with door.open_workspace(server_url) as ada:
        op = ada.write(contacts.create, {"first_name": "Ana"}).op
    with raw(member_url) as link, pytest.raises(errors.InsufficientPrivilege):
        link.execute("UPDATE ops SET state = 'undone' WHERE op = %s", [op])
    with door.open_workspace(member_url) as bo, pytest.raises(RefusedError):
        bo.write(undo.undo)


@pytest.mark.parametrize("options", [{"options": "-c search_path=tandem,tandem_log"}, None])
def test_programs_that_know_no_schema_number_only_read(
    member_url: str, contact: int, options: dict[str, str] | None
) -> None:
    given = connection_options(member_url, client=0) | (options or {})
    with psycopg.connect(**given, autocommit=True) as link:
        assert link.execute("SELECT name FROM contacts WHERE id = %s", [contact]).fetchone() == ("Ana",)
        with pytest.raises(errors.ObjectNotInPrerequisiteState):
            link.execute("UPDATE contacts SET name = 'Old'")
        with pytest.raises(errors.ObjectNotInPrerequisiteState):
            link.execute("DELETE FROM stays")


def test_a_link_made_before_an_upgrade_stops_writing(
    postgres_server: PostgresServer, member_url: str, contact: int
) -> None:
    with door.open_workspace(member_url) as opened:
        with psycopg.connect(postgres_server.url_of(urlsplit(member_url).path[1:])) as owner:
            owner.execute(sql.SQL("SET app.client_schema = {}").format(SCHEMA + 1))
            owner.execute("UPDATE tandem.workspace SET min_client = %s", [SCHEMA + 1])
        with pytest.raises(KnownError, match="newer Tandem"):
            opened.write(contacts.edit, contact, {"city": "Faro"})


def test_a_login_goes_with_its_member(server_url: str) -> None:
    url = add_login(server_url, "Cleo")
    with door.open_workspace(server_url) as ada, raw(url) as link:
        member = ada.context().member("Cleo")
        administration.remove_member(ada, member)
        with pytest.raises((errors.AdminShutdown, errors.InsufficientPrivilege)):
            link.execute("SELECT 1 FROM contacts")
        assert not ada.context().member("Cleo").active
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        raw(url)
    # The name is free again and leads to somebody new.
    again = add_login(server_url, "Cleo")
    with door.open_workspace(again) as opened:
        assert opened.me is not None
        assert opened.me.id != member.id


def test_rights_follow_the_role(server_url: str, member_url: str) -> None:
    with door.open_workspace(server_url) as ada:
        administration.change_member(ada, ada.context().member("Bo"), {"role": "admin"})
    url = add_login(member_url, "Dora")
    with door.open_workspace(server_url) as ada:
        administration.change_member(ada, ada.context().member("Bo"), {"role": "member"})
        with raw(member_url) as link, pytest.raises(errors.InsufficientPrivilege):
            link.execute("UPDATE members SET role = 'admin'")
    with raw(url) as link:
        assert link.execute("SELECT count(*) FROM members").fetchone() == (3,)


@pytest.mark.parametrize("login", ["pg_monitor", "tandem_root", 'a"b', "x" * 64, "postgres"])
def test_some_names_are_no_logins(server_url: str, login: str) -> None:
    with door.open_workspace(server_url) as ada:
        with pytest.raises(UsageError):
            administration.add_member(ada, name="Eve", email=None, team="sales", login=login, password="pass word")
        assert [one.name for one in ada.context().members.values()] == ["Ada Admin"]


def test_a_login_of_somewhere_else_is_not_touched(postgres_server: PostgresServer, server_url: str) -> None:
    with psycopg.connect(postgres_server.url, autocommit=True) as root:
        root.execute("CREATE ROLE payroll LOGIN PASSWORD 'theirs'")
        try:
            with raw(server_url) as admin:
                verifier = admin.pgconn.encrypt_password(b"mine", b"payroll", b"scram-sha-256").decode()
                for statement, values in (
                    ("SELECT tandem.set_password(%s, %s)", ["payroll", verifier]),
                    ("SELECT tandem.set_role(%s, %s)", ["payroll", "member"]),
                    ("SELECT tandem.remove_login(%s)", ["payroll"]),
                    ("SELECT tandem.set_password(%s, %s)", ["tandem_root", verifier]),
                ):
                    with pytest.raises(errors.InsufficientPrivilege):
                        admin.execute(statement, values)
        finally:
            root.execute("DROP ROLE payroll")


def test_a_password_never_reaches_the_server(postgres_server: PostgresServer, server_url: str) -> None:
    with psycopg.connect(postgres_server.url, autocommit=True) as root:
        root.execute("ALTER SYSTEM SET log_statement = 'all'")
        root.execute("SELECT pg_reload_conf()")
        try:
            add_login(server_url, "Finn")
        finally:
            root.execute("ALTER SYSTEM RESET log_statement")
            root.execute("SELECT pg_reload_conf()")
    words = postgres_server.log.read_text("utf-8", errors="replace")
    assert "tandem.add_login" in words
    assert LOGIN_PASSWORD not in words


def _elsewhere(url: str, host: str, port: int, **query: str) -> str:
    parts = urlsplit(url)
    words = "&".join(f"{name}={quote(value, safe='')}" for name, value in query.items())
    return parts._replace(netloc=f"{parts.username}:{parts.password}@{host}:{port}", query=words).geturl()


def test_a_server_elsewhere_proves_its_name(postgres_server: PostgresServer, server_url: str) -> None:
    here = {"hostaddr": "127.0.0.1"}
    proven = connection_options(_elsewhere(server_url, "localhost.", postgres_server.port), 1)
    assert proven["sslmode"] == "verify-full"
    certified = {"sslrootcert": str(postgres_server.ca)}
    with psycopg.connect(**(proven | here | certified | {"host": "localhost"})) as link:
        assert link.pgconn.ssl_in_use
    for wrong in ({"host": "db.harbor.example"} | certified, {"host": "localhost", "sslrootcert": "system"}):
        with pytest.raises(psycopg.OperationalError, match=r"certificate|SSL"):
            psycopg.connect(**(proven | here | wrong))


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_nothing_lowers_the_proof(mode: str) -> None:
    with pytest.raises(RefusedError, match="sslmode"):
        connection_options(f"postgresql://bo:x@db.harbor.example/tandem?sslmode={mode}", 1)


def test_a_server_without_encryption_is_never_told_the_password() -> None:
    heard = bytearray()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            link, _ = listener.accept()
            with link:
                heard.extend(link.recv(1024))
                link.sendall(b"N")  # no encryption here
                heard.extend(link.recv(1024))

        thread = threading.Thread(target=answer)
        thread.start()
        given = connection_options(f"postgresql://bo:secret@db.harbor.example:{listener.getsockname()[1]}/tandem", 1)
        with pytest.raises(psycopg.OperationalError):
            psycopg.connect(**(given | {"hostaddr": "127.0.0.1"}))
        thread.join(10)
    assert len(heard) == 8, "nothing but the question whether it can encrypt"
