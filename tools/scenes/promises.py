"""Scenes of what the teams owe each other: the ledger, the vote, bad leads and a draft tried on the past."""

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from app import leads, things
from app.agreement import meter, replay
from app.agreement.costs import Refused
from app.workspace import open_workspace
from db.models import Agreement, Lead
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui.agreement.costs_pane import CostsPane
from ui.agreement.replay_dialog import ReplayDialog

_CLAUSES: tuple[dict[str, Any], ...] = (
    {"key": "person", "query": "has:email", "label": "Has an e-mail", "points": None},
    {"key": "web", "query": "source:web", "label": "Came from the website", "points": 20},
    {"key": "value", "query": "value>=2000", "label": "Worth 2,000 or more", "points": 25},
    {"key": "event", "query": "source:event or source:referral", "label": "Met us in person", "points": 30},
)
_PROMISES: tuple[dict[str, Any], ...] = (
    {"team": "marketing", "metric": "volume", "milestone": "mql", "amount": 20, "period": "month"},
    {"team": "marketing", "metric": "complete", "query": "has:phone", "period": "month", "goal_percent": 95},
    {"team": "marketing", "metric": "returns", "within_minutes": 960, "period": "month", "goal_percent": 90},
    {"team": "sales", "metric": "answers", "within_minutes": 240, "period": "month", "goal_percent": 95},
    {"team": "sales", "metric": "attempts", "amount": 2, "within_minutes": 4800, "period": "month", "goal_percent": 90},
    {"team": "sales", "metric": "reasons", "period": "month", "goal_percent": 100},
)


def _agree(session: Session) -> None:
    """Write two versions, and what was handed over, answered and voted on since."""
    draw = random.Random(4)  # noqa: S311 - data for a picture
    for begun in session.execute(sa.select(Agreement.id).where(Agreement.deleted_at.is_(None))).scalars().all():
        things.remove(session, "agreement", begun)
    for number, points in ((1, 20), (2, 45)):
        published = NOW - timedelta(days=120) if number == 1 else None
        values = {"number": number, "created_at": NOW, "answer_minutes": 240}
        made = things.create(
            session, "agreement", values | {"mql_points": points, "route": "pool", "on_silence": "pool"}
        )
        for place, clause in enumerate(_CLAUSES):
            own = {"agreement_id": made, "milestone": "mql", "position": place, "fades": False}
            things.create(session, "clause", own | clause)
        for place, promise in enumerate(_PROMISES):
            own = {"agreement_id": made, "position": place, "key": f"p{place}"}
            things.create(session, "promise", own | promise)
        if published is not None:
            things.edit(session, "agreement", made, {"published_at": published})
    _handoffs(session, draw)
    _touches(session, draw)
    _votes(session, draw)


def _touches(session: Session, draw: random.Random) -> None:
    """Let most accepted leads be tried twice."""
    member = session.info["context"].me.id
    accepted = sa.select(Lead.id, Lead.sal_at).where(Lead.sal_at > NOW - timedelta(days=90))
    for lead, moment in session.execute(accepted.order_by(Lead.id)).all():
        for days in (1, 2) if draw.randrange(10) else ():
            told = {"kind": "lead", "record_id": lead, "type": "call", "direction": "out", "text": "Rang"}
            at = (moment or NOW) + timedelta(days=days)
            if at < NOW:
                things.create(session, "activity", told | {"at": at, "member_id": member})


def _handoffs(session: Session, draw: random.Random) -> None:
    context = session.info["context"]
    sellers = [one.id for one in context.members.values() if one.team == "sales"]
    marketers = [one.id for one in context.members.values() if one.team == "marketing"]
    reasons = [one.id for one in context.reasons.values() if one.list == "reject"]
    leads = session.execute(sa.select(Lead.id).where(Lead.deleted_at.is_(None)).order_by(Lead.id)).scalars().all()
    for place, lead in enumerate(leads[:150]):
        sent = NOW - timedelta(days=draw.randrange(0, 70), hours=draw.randrange(0, 5))
        while sent.weekday() > 4:  # noqa: PLR2004 - Saturday and Sunday
            sent -= timedelta(days=1)
        answer = draw.choices(("accepted", "rejected", "recycled", "returned", None), (58, 34, 5, 2, 2))[0]
        late = draw.randrange(100) < 6  # noqa: PLR2004 - per cent
        values: dict[str, Any] = {
            "lead_id": lead,
            "to_team": "sales",
            "sent_at": sent,
            "answer_minutes": 240,
            "evidence": {},
            "from_member_id": draw.choice(marketers),
            "to_member_id": draw.choice(sellers),
            "answer": answer,
        }
        if answer is not None:
            values["answered_at"] = min(NOW, sent + timedelta(minutes=draw.randrange(20, 120), days=3 if late else 0))
            values["answered_by"] = draw.choice(sellers)
        if answer in {"rejected", "recycled"} and place % 29:
            values["reason_id"] = reasons[0] if place % 3 == 0 else draw.choice(reasons)
        things.create(session, "handoff", values)
        if answer in {"rejected", "recycled"} and draw.randrange(10):
            note = {"kind": "lead", "record_id": lead, "type": "note", "text": "Back to nurturing"}
            at = values["answered_at"] + timedelta(hours=3)
            things.create(session, "activity", note | {"at": at, "member_id": values["from_member_id"]})
        if answer == "rejected":
            worked = {"kind": "lead", "record_id": lead, "type": "call", "direction": "out", "text": "Rang"}
            at = sent + timedelta(minutes=15)
            member = draw.choice(sellers)
            things.create(
                session, "activity", worked | {"minutes": draw.randrange(8, 70), "at": at, "member_id": member}
            )


def _votes(session: Session, draw: random.Random) -> None:
    context = session.info["context"]
    seller = next(one.id for one in context.members.values() if one.team == "sales")
    monday = meter.this_week(context)
    leads = session.execute(sa.select(Lead.id).order_by(Lead.id.desc()).limit(60)).scalars().all()
    for place in range(50):
        week = monday - timedelta(weeks=10 - place // 5)
        at = datetime(week.year, week.month, week.day, 12, tzinfo=NOW.tzinfo)
        says = draw.choice((True, True, False))
        agrees = draw.random() < 0.6 + place / 150
        values = {"week": week, "lead_id": leads[place], "marketer_id": context.me.id, "seller_id": seller}
        values |= {
            "marketer_vote": says,
            "marketer_at": at,
            "seller_vote": says if agrees else not says,
            "seller_at": at,
        }
        clause = draw.choice(("value", "value", "person"))
        things.create(session, "poll", values | {"seller_clause": clause if says and not agrees else None})
    _draw_this_week(session, monday, leads[50:55], context.me.id, seller)


def _draw_this_week(session: Session, monday: date, leads: Any, marketer: int, seller: int) -> None:
    for place, lead in enumerate(leads):
        values = {"week": monday, "lead_id": lead, "marketer_id": marketer, "seller_id": seller}
        if place < 2:  # noqa: PLR2004 - two of five are through
            values |= {"marketer_vote": True, "marketer_at": NOW, "seller_vote": place == 0, "seller_at": NOW}
            values |= {"seller_clause": None if place == 0 else "value"}
        things.create(session, "poll", values)


def _open(stage: Stage, tab: int, *, agreed: bool = True) -> None:
    if agreed:
        with open_workspace(stage.url, clock=lambda: NOW) as colleague:
            colleague.write(_agree)
        stage.window.refresh()
        stage.until(lambda: stage.window.around.context.agreement is not None)
    stage.window.go_to("promises")
    page = stage.window.promises
    page.period.setCurrentIndex(page.period.findData("quarter" if tab == 2 else "month"))  # noqa: PLR2004 - a place
    page.show_tab(("promises", "votes", "costs")[tab])
    stage.rest()


def _past(stage: Stage, tab: int = 0) -> None:
    """The page as of a day two weeks ago."""
    _open(stage, tab)
    page = stage.window.promises
    page.as_of.field.setDate(page.as_of.field.date().addDays(-14))
    stage.rest()


def _forgiving(stage: Stage) -> None:
    """The meeting's page with what is overdue, and the reason why one of it is forgiven being typed."""
    with open_workspace(stage.url, clock=lambda: NOW) as colleague:
        colleague.write(_agree)
    stage.window.refresh()
    stage.until(lambda: stage.window.around.context.agreement is not None)
    stage.window.go_to("meetings")
    page = stage.window.meetings
    stage.until(lambda: page.owing.isVisibleTo(page.cards))
    page.owing.begin()
    if page.owing.form is not None:
        page.owing.form.note.setPlainText("Both sellers were at the fair that week.")
    stage.rest()
    page.cards.reveal("promises")


def _worst(stage: Stage) -> tuple[CostsPane, tuple[int, int], Sequence[Refused]]:
    """Open the costs and return their pane, with the place of where most hours went and the refused leads there."""
    _open(stage, 2)
    pane = stage.window.promises.costs
    assert pane.costs is not None  # noqa: S101 - it was read
    row, column = pane.costs.worst or (0, 0)
    return pane, (row, column), pane.costs.cells[row][column].leads


def _chosen(stage: Stage) -> None:
    pane, worst, _ = _worst(stage)
    pane.choose(worst)
    stage.rest()


def _remedy(stage: Stage) -> None:
    """Refused leads of which most lack their value: what would have kept them back is offered for the draft."""
    pane, worst, refused = _worst(stage)
    with open_workspace(stage.url, clock=lambda: NOW) as colleague:
        for one in refused[1:]:
            colleague.write(leads.edit, one.lead_id, {"value": None})
    pane.choose(worst)
    stage.until(lambda: pane.remedy.isVisibleTo(pane))
    stage.rest()


def _replay(stage: Stage, then: Callable[[ReplayDialog], None] | None = None) -> None:
    _open(stage, 0)
    window = stage.window
    draft = stage.desk.jobs.workspace.read(replay.version_of, "2").id
    dialog = ReplayDialog(stage.desk.jobs, stage.theme, window.around, draft, window)
    dialog.show()
    stage.until(lambda: dialog.replay is not None)
    if then is not None:
        then(dialog)
    stage.rest()
    stage.take_dialogs()


SCENES: Scenes = {
    "promises": Scene(partial(_open, tab=0)),
    "meeting-forgiving": Scene(_forgiving),
    "meeting-forgiving-small": Scene(_forgiving, SMALL),
    "promises-small": Scene(partial(_open, tab=0), SMALL),
    "promises-past": Scene(_past),
    "promises-past-small": Scene(_past, SMALL),
    "promises-costs-past-small": Scene(partial(_past, tab=2), SMALL),
    "promises-rtl": Scene(partial(_open, tab=0), direction=Qt.LayoutDirection.RightToLeft),
    "promises-empty": Scene(partial(_open, tab=0, agreed=False), empty=True),
    "promises-votes": Scene(partial(_open, tab=1)),
    "promises-votes-small": Scene(partial(_open, tab=1), SMALL),
    "promises-costs": Scene(_chosen),
    "promises-costs-remedy": Scene(_remedy),
    "promises-costs-remedy-small": Scene(_remedy, SMALL),
    "promises-costs-small": Scene(partial(_open, tab=2), SMALL),
    "promises-replay": Scene(_replay),
}
