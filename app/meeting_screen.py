"""What the window shows of meetings: one with its agenda and notes, and the others' names."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import meetings, things
from app.meeting_agenda import Agenda, agenda
from app.meeting_papers import MeetingRow


@dataclass(frozen=True, slots=True)
class Screen:
    """One meeting, and which others there are; `notes` are the meeting's own, without its steps'."""

    agenda: Agenda
    meetings: Sequence[MeetingRow]
    notes: str


def screen(session: Session, meeting_id: int | None = None) -> Screen:
    """Return a meeting, the latest if none is named, or the one that could be held now.

    Raises:
        NotFoundError: there is no such meeting.
    """
    shown = agenda(session, meeting_id)
    notes = str(things.read(session, "meeting", shown.id)["notes"]) if shown.id else ""
    return Screen(shown, meetings.listed(session), notes)
