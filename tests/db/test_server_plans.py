"""How a server means to find what it is asked for."""

import re
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa
from psycopg import sql
from sqlalchemy import event

from app import contacts, leads
from app import workspace as door
from app.agreement.tally import tally
from app.agreement.terms import ClauseTerms
from db.rows import fetched
from tests.helpers.postgres import PostgresServer


def clause(query: str) -> ClauseTerms:
    return ClauseTerms(0, query, "mql", 0, query, "", points=None, fades=False)


def test_a_server_plans_for_each_word_anew(server_url: str) -> None:
    with door.open_workspace(server_url) as opened, opened.reading() as session:
        assert session.execute(sa.text("SHOW plan_cache_mode")).scalar_one() == "force_custom_plan"


def test_a_server_never_goes_through_what_a_condition_found_once_for_each_lead(
    server_url: str, postgres_server: PostgresServer
) -> None:
    """Where the ids do not fit into a table of hashes, each lead looks through all of them: it ran for ever."""
    database = urlsplit(server_url).path.lstrip("/")
    with door.open_workspace(server_url) as opened:
        for number in range(20):
            given = {"first_name": "Ida", "emails": [f"ida{number}@fjord.example"]}
            opened.write(leads.create, {"contact": opened.write(contacts.create, given).entries[0].id})
        postgres_server.execute(sql.SQL("ANALYZE"), database)
        # As the planner sees a million contacts.
        postgres_server.execute(
            sql.SQL(
                "UPDATE pg_class SET reltuples = 1000000, relpages = (pg_relation_size(oid) / 8192)::int "
                "WHERE relname IN ('contacts', 'record_keys', 'leads') AND relnamespace = 'tandem'::regnamespace"
            ),
            database,
        )

        @event.listens_for(opened.store.engine, "before_cursor_execute", retval=True)
        def _explain(_link: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> tuple[str, Any]:
            return f"EXPLAIN (VERBOSE) {statement}", parameters

        clauses = [clause(query) for query in ("has:email", "-has:email", "tag:demo or has:city")]
        with opened.reading() as session:
            plan = [line for (line,) in fetched(session, sa.select(tally(session, clauses).rows))]
    asked = re.findall(r"(hashed )?SubPlan \d+\)", "\n".join(plan))
    assert len(asked) >= len(clauses), plan
    assert all(asked), plan
