"""A meeting's summary as a PDF, for the window: one read that makes the paper, with what is to stand on it."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy.orm import Session

from app import summary
from app.minutes import summary_of
from app.summary_data import Summary
from app.summary_page import Paper
from app.wording import Language

PARTS = ("goals", "chart", "wins", "settled", "names", "notes")
"""What can be left out: goals with tiles, chart, wins, decisions with actions and rulings, who waits, notes."""
USUAL = ("goals", "chart", "wins", "settled")
"""What stands on a summary unless something else is said; names of people and notes are for those who ask for them."""


def printed(
    session: Session,
    meeting_id: int | None,
    *,
    paper: Paper = "a4",
    language: Language = "en",
    parts: Collection[str] = USUAL,
) -> bytes:
    """Return the PDF of a meeting's summary, the latest if none is named; without names it says how many wait.

    Raises:
        NotFoundError: there is no such meeting.
    """
    return summary.render(narrowed(summary_of(session, meeting_id), parts), paper=paper, language=language)


def narrowed(found: Summary, parts: Collection[str]) -> Summary:
    """Return a summary with only these parts."""
    return replace(
        found,
        tiles=found.tiles if "goals" in parts else (),
        goals=found.goals if "goals" in parts else None,
        chart=found.chart if "chart" in parts else None,
        wins=found.wins if "wins" in parts else None,
        decisions=found.decisions if "settled" in parts else None,
        actions=found.actions if "settled" in parts else None,
        disputes=found.disputes if "settled" in parts else None,
        forgiven=found.forgiven if "settled" in parts else None,
        show_overdue_names="names" in parts,
        notes=found.notes if "notes" in parts else "",
    )
