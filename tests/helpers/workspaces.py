"""Workspaces for tests: on a file and on a real server, copied from templates that are made once a run."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import workspace as door
from app.workspace import Workspace
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


@pytest.fixture
def server_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty workspace of one's own on the server, as the one who made it."""
    name = f"w{next(_NUMBERS)}_{id(postgres_server) % 9973}"
    url = postgres_server.create(name)
    door.create(url, COMPANY, "Europe/Madrid", "EUR", "Ada Admin", "ada@harbor.example").close()
    yield url
    postgres_server.drop(name)


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
