"""What is put on the next meeting's agenda, from wherever it comes up."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import meetings, things
from app.errors import RefusedError
from app.meeting_rows import said
from db import rows
from db.journal import write_of
from db.models import Meeting


def put_on_next(session: Session, title: str) -> int:
    """Put a topic at the end of the next meeting's agenda, and return the meeting's id.

    The next meeting is the first open one that is to come, else the latest open one; where there is none, it is
    written down as `prepare` does. What the act answers says when it is (`starts_at`).

    Raises:
        UsageError: the topic says nothing.
        RefusedError: it stands on that agenda already.
    """
    text = said(title, "topic")
    meeting = rows.table_of(Meeting)
    now = write_of(session).now
    found = session.execute(
        sa.select(meeting.c.id)
        .where(meeting.c.deleted_at.is_(None), meeting.c.closed_at.is_(None), meeting.c.ended_at.is_(None))
        .order_by(
            sa.case((meeting.c.starts_at > now, 0), else_=1),
            sa.case((meeting.c.starts_at > now, meeting.c.starts_at)),
            meeting.c.starts_at.desc(),
        )
        .limit(1)
    ).scalar_one_or_none()
    number = meetings.prepare(session) if found is None else found
    starts = things.read(session, "meeting", number)["starts_at"]
    if any(one["title"] == text for one in meetings.steps_of(session, number)):
        raise RefusedError("“{topic}” stands on the agenda of the next meeting already.", topic=text)
    meetings.add_step(session, number, text)
    write_of(session).subject = text
    write_of(session).result = {"meeting": number, "starts_at": starts.isoformat()}
    return number
