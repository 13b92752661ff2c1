"""A PostgreSQL server of the tests' own: started when first asked for, gone with the process that asked."""

import contextlib
import itertools
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import trustme
from psycopg import sql
from psycopg.conninfo import make_conninfo

USER = "tandem_root"
PASSWORD = "any words will do"
_PLACES = (
    ("/usr/lib/postgresql", "*/bin"),
    ("/opt/homebrew/opt", "postgresql*/bin"),
    ("/usr/local/opt", "postgresql*/bin"),
    ("C:/Program Files/PostgreSQL", "*/bin"),
)
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": 200,
    "shared_buffers": "64MB",
    "fsync": "off",
    "full_page_writes": "off",
    "timezone": "UTC",
    "password_encryption": "scram-sha-256",
    "ssl": "on",
    "log_min_messages": "warning",
}
_HBA = """\
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
"""
# The server ends when this shell's input does, however the process at the other end came to its end.
_KEEPER = '"$@" & server=$!; read -r line; kill -INT "$server"; wait "$server"'
_START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server; `url` logs in as superuser to its `postgres` database."""

    host: str
    port: int
    socket_folder: Path
    user: str
    password: str
    ca: Path
    bin: Path
    log: Path

    @property
    def url(self) -> str:
        return self.url_of("postgres")

    def url_of(self, database: str, user: str | None = None, password: str | None = None) -> str:
        """Return the address of a database, by default as superuser."""
        name, word = (self.user, self.password) if user is None else (user, password or "")
        word = word.replace("%", "%25").replace(" ", "%20").replace("@", "%40").replace("/", "%2F")
        return f"postgresql://{name}:{word}@{self.host}:{self.port}/{database}"

    def execute(self, statement: sql.SQL | sql.Composed, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run one statement as superuser; return its rows, if it has any."""
        with psycopg.connect(self.url_of(database), autocommit=True) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def create(self, database: str, template: str = "template0") -> str:
        """Make a database and return its address."""
        self.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(database), sql.Identifier(template))
        )
        return self.url_of(database)

    def drop(self, database: str) -> None:
        """Remove a database with whoever is still connected to it."""
        self.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))

    def roles(self) -> set[str]:
        """Return the names of all roles that are not the server's own."""
        rows = self.execute(sql.SQL("SELECT rolname FROM pg_roles WHERE rolname NOT LIKE 'pg\\_%'"))
        return {str(name) for (name,) in rows}


def find_programs() -> Path | None:
    """Return the folder of `initdb` and `postgres`: the one on the PATH, else the latest; None if there is none."""
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    found = [path for root, pattern in _PLACES for path in Path(root).glob(pattern)]
    found.sort(key=lambda path: [int(number) for number in re.findall(r"\d+", str(path))])
    return found[-1] if found else None


def _unprivileged() -> str | None:
    """Return the account the server runs under when we are root, which it refuses."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - not there on Windows

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _write_certificates(folder: Path) -> Path:
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", "127.0.0.1")
    authority.cert_pem.write_to_path(folder / "ca.crt")
    certificate.private_key_pem.write_to_path(folder / "server.key")
    certificate.cert_chain_pems[0].write_to_path(folder / "server.crt")
    (folder / "server.key").chmod(0o600)
    return folder / "ca.crt"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _own(path: Path, account: str | None) -> None:
    if account is not None:
        for each in (path, *path.rglob("*")):
            shutil.chown(each, account)


def _initialise(programs: Path, folder: Path, account: str | None) -> None:
    (folder / "password").write_text(PASSWORD)
    _own(folder, account)
    locale = "C.UTF-8" if sys.platform == "linux" else "C"
    subprocess.run(
        [
            *(programs / "initdb", "-D", folder / "data", "--username", USER, "--pwfile", folder / "password"),
            *("--auth=scram-sha-256", "--encoding=UTF8", f"--locale={locale}", "--no-sync", "--no-instructions"),
        ],
        user=account,
        cwd=folder,
        check=True,
        capture_output=True,
    )


def _configure(folder: Path, port: int, account: str | None) -> Path:
    data = folder / "data"
    ca = _write_certificates(data)
    (data / "pg_hba.conf").write_text(_HBA)
    settings = {**_SETTINGS, "port": port}
    if sys.platform != "win32":
        settings["unix_socket_directories"] = str(folder)
    lines = (f"{name} = '{value}'\n" for name, value in settings.items())
    (data / "tandem.conf").write_text("".join(lines))
    with (data / "postgresql.conf").open("a") as file:
        file.write("include 'tandem.conf'\n")
    _own(data, account)
    (folder / "ca.crt").write_bytes(ca.read_bytes())
    return folder / "ca.crt"


def _wait_until_ready(server: PostgresServer) -> None:
    end = time.monotonic() + _START_SECONDS
    while True:
        try:
            psycopg.connect(make_conninfo(server.url, connect_timeout=5)).close()
        except psycopg.OperationalError as error:
            if time.monotonic() > end:
                raise RuntimeError(f"no server: {error}\n{server.log.read_text()}") from error
            time.sleep(0.02)
        else:
            return


@contextlib.contextmanager
def running_server() -> Iterator[PostgresServer]:
    """Start a server, and end it again."""
    programs = find_programs()
    if programs is None:
        if sys.platform == "win32":
            pytest.skip("no PostgreSQL in C:/Program Files/PostgreSQL")
        raise RuntimeError("There is no initdb: ./test brings PostgreSQL.")
    account = _unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="tandem-pg-"))
    folder.chmod(0o755)  # the socket and the certificate are for the tests, too
    try:
        _initialise(programs, folder, account)
        port = _free_port()
        ca = _configure(folder, port, account)
        server = PostgresServer("127.0.0.1", port, folder, USER, PASSWORD, ca, programs, folder / "log")
        command = [str(programs / "postgres"), "-D", str(folder / "data")]
        keeper = command if sys.platform == "win32" else ["sh", "-c", _KEEPER, "sh", *command]
        with (
            server.log.open("wb") as log,
            subprocess.Popen(
                keeper, stdin=subprocess.PIPE, stdout=log, stderr=log, user=account, cwd=folder
            ) as process,
        ):
            try:
                _wait_until_ready(server)
                yield server
            finally:
                if sys.platform == "win32":
                    process.terminate()
                assert process.stdin is not None
                process.stdin.close()
                process.wait(_START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Give a server, one for each process that runs tests."""
    with running_server() as server:
        yield server


_numbers = itertools.count(1)


@pytest.fixture
def new_database(postgres_server: PostgresServer) -> Iterator[Callable[..., str]]:
    """Give `new_database(name="tandem", template="template0") -> url`; goes afterwards, as do roles of the test."""
    made: list[str] = []
    roles = postgres_server.roles()

    def new(name: str = "tandem", template: str = "template0") -> str:
        made.append(f"{name}_{next(_numbers)}")
        return postgres_server.create(made[-1], template)

    yield new
    for name in made:
        postgres_server.drop(name)
    for role in postgres_server.roles() - roles:
        postgres_server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))
