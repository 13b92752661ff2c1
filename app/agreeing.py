"""What the welcome asks: which leads are ready for sales, who receives them and how soon, what each team promises.

The first draft of the agreement is made from the answers. Until it is signed, the window counts by them too: a saved
view that all see, and the agreed days of the stage in which leads are handed over.
"""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things, views
from app.agreement import drafts, papers
from app.context import Context
from app.errors import UsageError
from app.fields import clean
from db.models import SavedView

Rule: TypeAlias = Literal["score", "asked", "hand"]
RULES: tuple[Rule, ...] = ("score", "asked", "hand")
DAYS = range(1, 31)
SCORES = range(1, 101)
_WORKDAY = 8 * 60
_KEY = "asked"


@dataclass(frozen=True, slots=True)
class Pledge:
    """Who receives a lead, how many marketing promises each month, and how much of it sales answers in time, in %."""

    route: Literal["pool", "turn"] = "pool"
    leads: int = 20
    percent: int = 90


def query_of(rule: Rule, score: int, tag: str) -> str:
    """Return the query that a rule means; empty where people decide.

    Raises:
        UsageError: the tag is empty.
    """
    if rule == "score":
        return f"state:open team:marketing score>={score}"
    if rule == "asked":
        word = clean(tag).replace('"', "").strip()[:60]
        if not word:
            raise UsageError("Write the tag that those leads carry.")
        return f'state:open team:marketing tag:"{word}"'
    return ""


def handoff_days(context: Context) -> int | None:
    """Return the agreed days of the stage in which leads are handed over, or None where there is none."""
    return next((one.rot_days for one in context.stages.values() if one.kind == "handoff" and one.rot_days), None)


def agree(
    session: Session,
    name: str,
    rule: Rule,
    days: int,
    *,
    score: int = 30,
    tag: str = "",
    pledge: Pledge | None = None,
) -> None:
    """Keep the rule as a view that all see, called `name`, and the days as those of the hand-over stage.

    A view of that name is changed rather than doubled; where people decide, it is taken away. The first draft of the
    agreement says the same, with the `pledge`; once a version is in force, the agreement is left to its page.

    Raises:
        UsageError: days or score are out of reason, or the tag is empty.
    """
    if days not in DAYS or score not in SCORES:
        raise UsageError("Sales answers within 1 to 30 days, and a score is 1 to 100.")
    context: Context = session.info["context"]
    stage = next((one for one in context.stages.values() if one.kind == "handoff" and not one.archived), None)
    if stage is not None:
        things.edit(session, "stage", stage.id, {"rot_days": days})
    query = query_of(rule, score, tag)
    kept = session.execute(
        sa.select(SavedView.id).where(
            SavedView.name == name, SavedView.kind == "lead", SavedView.shared, SavedView.deleted_at.is_(None)
        )
    ).scalar()
    if query and kept is None:
        views.save(session, "lead", name, query, shared=True, settings={views.ICON: "flame"})
    elif query and kept is not None:
        views.change(session, kept, {"query": query})
    elif kept is not None:
        views.remove(session, kept)
    if context.agreement is None:
        _draft(session, rule, days, score, tag, pledge or Pledge())


def _draft(session: Session, rule: Rule, days: int, score: int, tag: str, pledge: Pledge) -> None:
    """Let the draft say what was answered; what a colleague changed in it besides stays."""
    context: Context = session.info["context"]
    number = drafts.begin(session)
    found = papers.paper(session, number).terms
    sellers = [one.id for one in context.members.values() if one.active and one.team in {"sales", "both"}]
    terms: dict[str, Any] = {
        "mql_points": score if rule == "score" else None,
        "route": pledge.route,
        "route_members": sellers if pledge.route == "turn" else [],
        "answer_minutes": days * _WORKDAY,
    }
    drafts.change(session, number, terms)
    asked = next((one for one in found.clauses if one.key == _KEY), None)
    if rule == "asked":
        word = clean(tag).replace('"', "").strip()[:60]
        query = f'tag:"{word}"'
        if asked is None:
            drafts.add(session, number, "clause", {"key": _KEY, "milestone": "mql", "query": query})
        else:
            drafts.edit(session, "clause", asked.id, {"query": query})
    elif asked is not None:
        drafts.remove(session, "clause", asked.id)
    for one in found.promises:
        if one.metric == "volume":
            drafts.edit(session, "promise", one.id, {"amount": pledge.leads})
        elif one.metric == "answers":
            own = {"within_minutes": days * _WORKDAY, "goal_percent": pledge.percent}
            drafts.edit(session, "promise", one.id, own)
