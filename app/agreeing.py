"""The first rule that both teams share: which leads are ready for sales, and how long sales may take to answer.

Until the teams write an agreement, the rule is what the window already counts by: a saved view that all see, and the
agreed days of the stage in which leads are handed over.
"""

from typing import Literal, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import things, views
from app.context import Context
from app.errors import UsageError
from app.fields import clean
from db.models import SavedView

Rule: TypeAlias = Literal["score", "asked", "hand"]
RULES: tuple[Rule, ...] = ("score", "asked", "hand")
DAYS = range(1, 31)
SCORES = range(1, 101)


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


def agree(session: Session, name: str, rule: Rule, days: int, *, score: int = 70, tag: str = "") -> None:
    """Keep the rule as a view that all see, called `name`, and the days as those of the hand-over stage.

    A view of that name is changed rather than doubled; where people decide, it is taken away.

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
