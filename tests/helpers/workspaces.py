"""Workspaces for tests: on a file and on a real server, copied from templates that are made once a run."""

import itertools
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
import pytest
from psycopg import sql

from app import administration
from app import workspace as door
from app.workspace import Workspace
from db.base import SCHEMA
from db.roles import roles_of
from tests.helpers.postgres import PostgresServer

_NUMBERS = itertools.count(1)
COMPANY = "Harbor Coffee Co"


@pytest.fixture(scope="session")
def file_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace in a file."""
    path = tmp_path_factory.mktemp("template") / "template.tandem"
    door.create(str(path), COMPANY, "Europe/Madrid", "EUR", "Ada Admin", "ada@harbor.example").close()
    return path


@pytest.fixture
def file_url(file_template: Path, tmp_path: Path) -> str:
    """The path of an empty workspace of one's own."""
    path = tmp_path / "team.tandem"
    shutil.copyfile(file_template, path)
    return str(path)


LOGIN_PASSWORD = "a login's own words"


def new_server_workspace(server: PostgresServer) -> tuple[str, str]:
    """Make an empty workspace on a server; return its database and the address of Ada, its admin, who owns nothing."""
    name = f"w{next(_NUMBERS)}_{os.getpid()}"
    url = server.create(name)
    door.create(url, COMPANY, "Europe/Madrid", "EUR", "Ada Admin", "ada@harbor.example").close()
    login = f"ada_{name}"
    with psycopg.connect(url, options=f"-c app.client_schema={SCHEMA}") as connection:
        verifier = connection.pgconn.encrypt_password(LOGIN_PASSWORD.encode(), login.encode(), b"scram-sha-256")
        connection.execute("SELECT tandem.add_login(%s, %s, 'admin')", (login, verifier.decode()))
        connection.execute("UPDATE tandem.members SET login = %s", (login,))
    return name, server.url_of(name, login, LOGIN_PASSWORD)


def drop_server_workspace(server: PostgresServer, name: str) -> None:
    """Remove a workspace with its roles and logins."""
    roles = server.execute(
        sql.SQL(
            "SELECT DISTINCT r.rolname FROM pg_roles r LEFT JOIN pg_auth_members m ON m.member = r.oid "
            "WHERE r.rolname = ANY({names}) OR (NOT r.rolsuper AND m.roleid::regrole::text = ANY({names}))"
        ).format(names=list(roles_of(name).all))
    )
    server.drop(name)
    for (role,) in roles:
        server.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(str(role))))


@dataclass(slots=True)
class ServerTemplate:
    """An empty workspace on a server, copied for one test after another.

    Its roles belong to the whole server and are named after its database, so every copy has the same name, and there is
    one at a time.
    """

    server: PostgresServer
    name: str = ""
    url: str = ""
    logins: set[tuple[object, ...]] = field(default_factory=set)

    def copy(self) -> str:
        """Make a copy and return the address of Ada, its admin."""
        if not self.name:
            self.name, self.url = new_server_workspace(self.server)
            database = [sql.Identifier(one) for one in (self.name, f"{self.name}_kept")]
            self.server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(*database))
            self.logins = self._logins()
        self.server.create(self.name, f"{self.name}_kept")
        # Rights on the database itself are not copied with it.
        rights = sql.SQL("REVOKE ALL ON DATABASE {0} FROM PUBLIC; GRANT CONNECT ON DATABASE {0} TO {1}")
        member = sql.Identifier(roles_of(self.name).member)
        self.server.execute(rights.format(sql.Identifier(self.name), member))
        return self.url

    def give_back(self) -> None:
        """Remove the copy and the logins that were added; where others were changed, the template goes as well."""
        self.server.drop(self.name)
        known = {row[0] for row in self.logins}
        for added in {row[0] for row in self._logins()} - known:
            self.server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(str(added))))
        if self._logins() != self.logins:
            self.drop()

    def drop(self) -> None:
        """Remove the template with its roles."""
        if self.name:
            self.server.drop(f"{self.name}_kept")
            drop_server_workspace(self.server, self.name)
            self.name = ""

    def _logins(self) -> set[tuple[object, ...]]:
        """Return every role that has to do with the workspace, what it may do, and in which of the groups it is."""
        query = sql.SQL(
            "SELECT r.rolname, r.rolpassword, r.rolcanlogin, r.rolcreaterole, r.rolsuper, "
            "(SELECT string_agg(m.roleid::regrole::text || m.admin_option, ',' ORDER BY m.roleid) "
            "FROM pg_auth_members m WHERE m.member = r.oid) FROM pg_authid r WHERE NOT r.rolsuper AND "
            "(r.rolname = ANY({names}) OR EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid "
            "AND m.roleid::regrole::text = ANY({names})))"
        )
        return set(self.server.execute(query.format(names=list(roles_of(self.name).all))))


@pytest.fixture(scope="session")
def server_template(postgres_server: PostgresServer) -> Iterator[ServerTemplate]:
    """An empty workspace on the server to copy."""
    template = ServerTemplate(postgres_server)
    yield template
    template.drop()


@pytest.fixture
def server_url(server_template: ServerTemplate) -> Iterator[str]:
    """The address of an empty workspace of one's own on the server, as Ada, its admin."""
    yield server_template.copy()
    server_template.give_back()


def add_login(url: str, name: str, role: str = "member", team: str = "sales") -> str:
    """Add a member with a login of their own to a server's workspace, and return their address."""
    login = f"{name.casefold()}_{urlsplit(url).path.lstrip('/')}"
    with door.open_workspace(url) as opened:
        administration.add_member(
            opened,
            name=name,
            email=None,
            team=team,
            role=role,
            login=login,
            password=LOGIN_PASSWORD,
        )
    user, password = quote(login), quote(LOGIN_PASSWORD)
    parts = urlsplit(url)
    return parts._replace(netloc=f"{user}:{password}@{parts.hostname}:{parts.port}").geturl()


@pytest.fixture
def member_url(server_url: str) -> str:
    """The address of the server's workspace as a plain member, Bo."""
    return add_login(server_url, "Bo")


@pytest.fixture
def empty_server_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty database, as one who may make a workspace in it."""
    name = f"e{next(_NUMBERS)}_{os.getpid()}"
    yield postgres_server.create(name)
    drop_server_workspace(postgres_server, name)


@pytest.fixture(params=["file", "server"])
def url(request: pytest.FixtureRequest) -> str:
    """The address of an empty workspace, once on each engine."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


@pytest.fixture
def workspace(url: str) -> Iterator[Workspace]:
    """An open, empty workspace, once on each engine."""
    with door.open_workspace(url) as opened:
        yield opened


@pytest.fixture
def file_workspace(file_url: str) -> Iterator[Workspace]:
    """An open, empty workspace in a file."""
    with door.open_workspace(file_url) as opened:
        yield opened
