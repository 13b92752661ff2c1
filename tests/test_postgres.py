"""The tests' own server does what the tests lean on."""

from collections.abc import Callable

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from tests.helpers.postgres import PostgresServer


def test_a_new_database_is_empty_and_searches_trigrams(new_database: Callable[..., str]) -> None:
    with psycopg.connect(new_database("some"), autocommit=True) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        tables = connection.execute("SELECT count(*) FROM pg_stat_user_tables").fetchone()
        assert tables == (0,)
        folded = connection.execute("SELECT lower('ÉCOLE'), similarity('word', 'words') > 0.5").fetchone()
        assert folded == ("école", True)


def test_a_copy_carries_what_its_template_had(new_database: Callable[..., str]) -> None:
    first = new_database()
    with psycopg.connect(first) as connection:
        connection.execute("CREATE TABLE kept (id int)")
    second = new_database(template=first.rpartition("/")[2])
    with psycopg.connect(second) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)


def test_encryption_holds_with_the_right_authority_only(postgres_server: PostgresServer) -> None:
    checked = make_conninfo(postgres_server.url, sslmode="verify-full", sslrootcert=str(postgres_server.ca))
    with psycopg.connect(checked) as connection:
        row = connection.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone()
        assert row == (True,)
    wrong = make_conninfo(postgres_server.url, sslmode="verify-full", sslrootcert="system")
    with pytest.raises(psycopg.OperationalError, match="certificate"):
        psycopg.connect(wrong)


def test_the_socket_asks_for_the_password(postgres_server: PostgresServer) -> None:
    there = make_conninfo(
        host=str(postgres_server.socket_folder), port=postgres_server.port, user=postgres_server.user, dbname="postgres"
    )
    with psycopg.connect(there, password=postgres_server.password) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(there, password="wrong")
