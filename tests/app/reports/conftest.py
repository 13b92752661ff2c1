"""A workspace for a whole module of tests, once on each engine."""

import itertools
from collections.abc import Iterator

import pytest

from app import workspace as door
from app.workspace import Workspace
from tests.helpers.postgres import PostgresServer

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="module", params=["file", "server"])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """An empty workspace in Madrid's time; a test that fills it empties it first."""
    name = f"reports_{next(_NUMBERS)}"
    if request.param == "file":
        with door.create(str(tmp_path_factory.mktemp(name) / "team.tandem"), "Harbor", "Europe/Madrid", "EUR") as one:
            yield one
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with door.create(server.create(name), "Harbor", "Europe/Madrid", "EUR") as one:
        yield one
    server.drop(name)
