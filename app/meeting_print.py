"""A meeting's summary as a PDF, for the window: one read that makes the paper."""

from dataclasses import replace

from sqlalchemy.orm import Session

from app import summary
from app.minutes import summary_of
from app.summary_page import Paper
from app.wording import Language


def printed(
    session: Session, meeting_id: int | None, *, paper: Paper = "a4", language: Language = "en", names: bool = True
) -> bytes:
    """Return the PDF of a meeting's summary, the latest if none is named; without `names` it says only how many wait.

    Raises:
        NotFoundError: there is no such meeting.
    """
    return summary.render(
        replace(summary_of(session, meeting_id), show_overdue_names=names), paper=paper, language=language
    )
