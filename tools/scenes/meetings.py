"""Scenes of a meeting: on the page, presented, closed, and its summary before it is printed."""

from datetime import timedelta

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from sqlalchemy.orm import Session

from app import things
from app.errors import RefusedError
from app.workspace import open_workspace
from db.models import Handoff, Lead
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui import refusals
from ui.meetings.listing import Line


def _meeting(stage: Stage) -> None:
    stage.window.go_to("meetings")
    stage.until(lambda: stage.window.meetings.agenda)
    stage.rest()
    stage.window.meetings.go_to_step(2)


def _typing(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.actions_card.field.setText("Call Amelia @Tom Friday")


def _closed(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.close_meeting()
    stage.until(lambda: stage.window.meetings.agenda and stage.window.meetings.agenda.closed)


def _presented(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.go_to_step(1)
    stage.window.meetings.present()
    shown = stage.window.meetings.presentation
    if shown is not None:
        shown.showNormal()
        shown.resize(stage.window.size())
        stage.over.append(shown)


def _printed(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.print_summary()
    stage.rest()
    stage.wait(600)
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


def _running(stage: Stage) -> None:
    _meeting(stage)
    page = stage.window.meetings
    page.clock.begin(page.agenda.steps[2].id if page.agenda else 0, "Priya Raman")
    page.clock._timer.stop()  # noqa: SLF001 - a picture's clock stands still
    page.clock._began -= 154  # noqa: SLF001 - as above
    page._tell_time()  # noqa: SLF001 - as above


def _editing(stage: Stage) -> None:
    _meeting(stage)
    for card in (stage.window.meetings.decisions, stage.window.meetings.actions_card):
        card.findChildren(Line)[0].twice.emit()


def _refused(stage: Stage) -> None:
    _meeting(stage)
    page = stage.window.meetings
    page.notes.text.setPlainText("Webinar leads: sales wants the company size before the handoff.")
    stage.rest()  # they are saved by themselves, and what is refused after that stands
    page.notes.open(on=False)
    page.notes.refuse(refusals.said(RefusedError("", code="meeting.closed")))


def _asked(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.new_meeting()
    stage.rest()
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


def _arranged(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.arrange()
    stage.rest()
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


def _dispute_some(session: Session) -> None:
    """Reject three leads that were handed over, have it disputed, and rule on the last."""
    context = session.info["context"]
    by_team = {one.team: one.id for one in context.members.values()}
    reasons = [one.id for one in context.reasons.values() if one.list == "reject"]
    leads = session.execute(sa.select(Lead.id).where(Lead.state == "open").order_by(Lead.id).limit(3)).scalars().all()
    said = (
        ("She chose the supplier at her last company, too.", "Asked for a price list, no more"),
        ("They have four hotels; the chain counts, not the house.", "One house, twelve people"),
        ("He was at our stand and asked for samples.", "An office manager, not who buys"),
    )
    for place, (lead, (words, note)) in enumerate(zip(leads, said, strict=True)):
        values = {
            "lead_id": lead,
            "from_member_id": by_team["marketing"],
            "to_team": "sales",
            "to_member_id": by_team["sales"],
            "sent_at": NOW - timedelta(days=4),
            "answer_minutes": 240,
            "answer": "rejected",
            "answered_at": NOW - timedelta(days=3),
            "answered_by": by_team["sales"],
            "reason_id": reasons[place],
            "answer_note": note,
            "disputed_at": NOW - timedelta(days=2, hours=3 - place),
            "disputed_by": by_team["marketing"],
            "dispute_note": words,
            "evidence": {
                "points": 45 + 5 * place,
                "needed": 40,
                "met": True,
                "clauses": [
                    {"key": "source", "said": "Came from the website", "met": True, "points": 20},
                    {"key": "size", "said": "Company size 50 to 500", "met": place == 1, "points": 25},
                ],
            },
        }
        if lead == leads[-1]:
            values |= {"ruled_at": NOW, "ruled_by": by_team["sales"], "ruling": "overturned"}
            values |= {"ruling_note": "Who asks for samples is a lead, whoever buys.", "clause_key": "source"}
        things.create(session, "handoff", values)


def exemplify(session: Session, clause: str) -> None:
    """Dispute some rejections and rule on one more, as an example of a clause."""
    _dispute_some(session)
    row = session.execute(sa.select(Handoff.id).where(Handoff.disputed_at.is_not(None)).order_by(Handoff.id)).first()
    ruled = {"ruled_at": NOW, "ruled_by": session.info["context"].me.id, "ruling": "upheld", "clause_key": clause}
    note = "A price list is asked for by many; who asks for a visit is a lead."
    things.edit(session, "handoff", row[0] if row else 0, ruled | {"ruling_note": note})


def _disputed(stage: Stage) -> None:
    with open_workspace(stage.url, clock=lambda: NOW) as colleague:
        colleague.write(_dispute_some)
    _meeting(stage)
    page = stage.window.meetings
    stage.until(lambda: page.disputes.views)
    page.cards.reveal("disputes")
    stage.rest()


def _ruling(stage: Stage) -> None:
    _disputed(stage)
    page = stage.window.meetings
    page.disputes.begin("overturned")
    if page.disputes.form is not None:
        page.disputes.form.note.setPlainText("Who chose before chooses again: she is a decider.")
    stage.rest()
    page.cards.reveal("disputes")


SCENES: Scenes = {
    "meeting-disputes": Scene(_disputed),
    "meeting-disputes-small": Scene(_disputed, SMALL),
    "meeting-ruling": Scene(_ruling),
    "meeting": Scene(_meeting),
    "meeting-small": Scene(_meeting, SMALL),
    "meeting-rtl": Scene(_meeting, direction=Qt.LayoutDirection.RightToLeft),
    "meeting-typing": Scene(_typing),
    "meeting-running": Scene(_running),
    "meeting-editing": Scene(_editing),
    "meeting-not-saved": Scene(_refused),
    "meeting-new": Scene(_asked),
    "meeting-agenda": Scene(_arranged),
    "meeting-agenda-small": Scene(_arranged, SMALL),
    "meeting-closed": Scene(_closed),
    "meeting-present": Scene(_presented),
    "meeting-print": Scene(_printed),
    "meeting-empty": Scene(_meeting, empty=True),
}
