"""What the window shows of meetings: one with its agenda and notes, and the others' names."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import meetings, things
from app.meeting_agenda import Agenda, agenda
from app.meeting_papers import MeetingRow
from app.meeting_time import Running, running


@dataclass(frozen=True, slots=True)
class Screen:
    """One meeting, and which others there are; `notes` are the meeting's own, without its steps'.

    `running` is the step that is on, for everybody; None before the first.
    """

    agenda: Agenda
    meetings: Sequence[MeetingRow]
    notes: str
    running: Running | None = None


def screen(session: Session, meeting_id: int | None = None) -> Screen:
    """Return a meeting, the latest if none is named, or the one that could be held now.

    Raises:
        NotFoundError: there is no such meeting.
    """
    shown = agenda(session, meeting_id)
    if not shown.id:
        return Screen(shown, meetings.listed(session), "")
    found = things.read(session, "meeting", shown.id)
    return Screen(shown, meetings.listed(session), str(found["notes"]), running(session, found))
