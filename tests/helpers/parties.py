"""Two parties to an agreement: a marketer and a seller, each with the workspace open as themselves."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from app import administration
from app import workspace as door
from app.agreement import drafts, papers
from app.workspace import Workspace
from tests.helpers.workspaces import add_login


@dataclass(frozen=True, slots=True)
class Parties:
    """The same workspace as a lead of marketing and a lead of sales have it open."""

    marketing: Workspace
    sales: Workspace

    def agree(self, terms: Mapping[str, Any] | None = None, *clauses: Mapping[str, Any]) -> int:
        """Publish a version whose clauses are these, with terms beside them; return its id."""
        self.marketing.write(drafts.begin)
        number = draft_of(self.marketing)
        parts = {"clause": list(clauses)}
        plain = {"mql_points": None, "sal_points": None, "sql_points": None} | dict(terms or {})
        self.marketing.write(drafts.rewrite, number, plain, parts)
        return self.settle(number)

    def settle(self, number: int) -> int:
        """Sign a draft for both and publish it."""
        self.sign(number)
        self.sales.write(drafts.publish, number)
        return number

    def sign(self, number: int) -> None:
        """Sign a draft for both."""
        self.marketing.write(drafts.sign, number, "marketing")
        self.sales.write(drafts.sign, number, "sales")


def draft_of(workspace: Workspace) -> int:
    """Return the id of the draft, which is there."""
    found = workspace.read(papers.draft_id)
    assert found is not None
    return found


def clause(query: str, milestone: str = "mql", **more: Any) -> dict[str, Any]:
    """Return a clause's fields."""
    return {"key": query, "milestone": milestone, "query": query, **more}


@contextmanager
def parties(url: str) -> Iterator[Parties]:
    """Add Mia of marketing and Sol of sales to a workspace, and open it as each."""
    with door.open_workspace(url) as made:
        on_server = made.store.stamps
        if not on_server:
            for name, team in (("Mia", "marketing"), ("Sol", "sales")):
                email = f"{name.lower()}@harbor.example"
                administration.add_member(made, name=name, email=email, team=team, role="lead")
    addresses: list[tuple[str, str | None]]
    if on_server:
        addresses = [
            (add_login(url, name, "lead", team), None) for name, team in (("Mia", "marketing"), ("Sol", "sales"))
        ]
    else:
        addresses = [(url, "mia@harbor.example"), (url, "sol@harbor.example")]
    (first, mia), (second, sol) = addresses
    with door.open_workspace(first, mia) as marketing, door.open_workspace(second, sol) as sales:
        yield Parties(marketing, sales)
