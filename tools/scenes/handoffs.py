"""Scenes of a handoff to answer."""

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa
from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from app import things
from app.handoffs import reading, sending
from app.workspace import open_workspace
from db.models import Agreement, Lead
from db.rows import by_name, table_of
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui.handoffs.pane import AnswerPane

_CLAUSES: tuple[dict[str, Any], ...] = (
    {"key": "reach", "query": "has:email", "label": "Work e-mail known", "points": None},
    {"key": "phone", "query": "has:phone", "label": "Phone known", "points": None},
    {"key": "budget", "query": "has:value", "label": "Budget known", "points": None},
    {"key": "price", "query": "value>=500", "label": "Asked for a price", "points": 40},
    {"key": "source", "query": "has:source", "label": "Found us by itself", "points": 25, "fades": True},
    {"key": "role", "query": "has:contact.job_title", "label": "We know what they do", "points": 15},
    {"key": "visited", "query": "tag:visited", "label": "Visited the price page", "points": 10},
)
_NOTE = (
    "Two sites, both want to start before March. Budget is confirmed with finance. They asked twice about the service "
    "contract, so open with that."
)


def _agree(session: Session, accepted_asks: Sequence[str] = ()) -> None:
    for begun in session.execute(sa.select(Agreement.id).where(Agreement.deleted_at.is_(None))).scalars().all():
        things.remove(session, "agreement", begun)
    values = {"number": 4, "created_at": NOW, "answer_minutes": 480, "mql_points": 50, "halving_days": 30}
    made = things.create(session, "agreement", values | {"route": "pool", "on_silence": "pool"})
    for place, clause in enumerate(_CLAUSES):
        own = {"agreement_id": made, "milestone": "mql", "position": place, "fades": False}
        things.create(session, "clause", own | clause)
    for place, query in enumerate(accepted_asks):
        own = {"agreement_id": made, "milestone": "sal", "position": place, "fades": False}
        things.create(session, "clause", own | {"key": query, "query": query, "label": "", "points": None})
    accepted = next(one.id for one in session.info["context"].board() if one.milestone == "sal")
    play = {"agreement_id": made, "key": "call", "stage_id": accepted, "position": 0, "title": "First call"}
    things.create(session, "play", play | {"within_minutes": 240, "doer": "owner", "query": ""})
    things.edit(session, "agreement", made, {"published_at": NOW - timedelta(days=100)})


def _hand_over(session: Session) -> None:
    """Write what was answered this year, and two leads that wait for the answer of who looks at the picture."""
    draw = random.Random(7)  # noqa: S311 - data for a picture
    context = session.info["context"]
    sellers = [one.id for one in context.members.values() if one.team == "sales"]
    sender = next(one.id for one in context.members.values() if one.team == "marketing" and one.id != context.me.id)
    reasons = [one.id for one in context.reasons.values() if one.list == "reject"]
    table = table_of(Lead)
    rows = session.execute(sa.select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.id)).all()
    handed = next(one.id for one in context.board() if one.kind == "handoff")
    waiting = [row for row in rows if row.stage_id == handed and row.contact_id is not None and row.company_id]
    values: dict[str, Any] = {"to_team": "sales", "answer_minutes": 480, "agreement_id": context.agreement.id}
    for row in rows:
        if row.stage_id == handed:
            continue
        sent = max(row.created_at, NOW - timedelta(days=120)) + timedelta(hours=draw.randrange(4, 90))
        answer = "accepted" if row.state != "open" or draw.random() < 0.6 else draw.choice(("rejected", "recycled"))  # noqa: PLR2004 - a share
        own = values | {"lead_id": row.id, "sent_at": sent, "from_member_id": sender, "answer": answer}
        own |= {"evidence": sending.evidence_of(session, by_name(row)), "to_member_id": draw.choice(sellers)}
        own |= {"answered_at": min(NOW, sent + timedelta(hours=2)), "answered_by": draw.choice(sellers)}
        if answer == "rejected":
            own["reason_id"] = reasons[min(int(draw.expovariate(0.6)), len(reasons) - 1)]
        things.create(session, "handoff", own)
    best = sorted(waiting, key=lambda row: -(row.value or 0))
    for place, row in enumerate(best[:2]):
        evidence = sending.evidence_of(session, by_name(row))
        own = values | {"lead_id": row.id, "from_member_id": sender, "to_member_id": context.me.id, "note": _NOTE}
        own |= {"evidence": evidence, "sent_at": NOW - timedelta(hours=1, minutes=50 - 30 * place)}
        own |= {"from_stage_id": next(one.id for one in context.board() if one.milestone == "mql")}
        things.create(session, "handoff", own)


def prepared(stage: Stage, accepted_asks: Sequence[str] = ()) -> None:
    """Let an agreement be in force and two leads wait for the answer of who looks at the picture.

    `accepted_asks` are what it asks of an accepted lead, as queries.
    """
    with open_workspace(stage.url, clock=lambda: NOW) as colleague:
        colleague.write(_agree, accepted_asks)
        colleague.noticed(iter(["agreement"]))
        colleague.write(_hand_over)
    stage.window.refresh()
    stage.until(lambda: stage.window.around.context.agreement is not None)


def _pane(stage: Stage, *, ready: bool = True, prepare: bool = True) -> AnswerPane:
    if ready and prepare:
        prepared(stage)
    stage.window.go_to("handoffs")
    pane = stage.window.handoffs.pane
    if ready:
        stage.until(lambda: pane.dossier is not None)
        stage.rest()
        pane.take_focus()
    stage.rest()
    return pane


def _on_board(stage: Stage, answer: str = "") -> None:
    prepared(stage)
    board = stage.window.board
    stage.window.go_to("board")
    found = stage.desk.jobs.workspace.read(reading.mine)[0]
    stage.until(lambda: board.board.card(found.lead_id) is not None)
    board.select(found.lead_id)
    board.beside.open()
    stage.until(lambda: board.pane.lead_part is not None and board.pane.lead_part.handoff is not None)
    stage.rest()
    if answer:
        part = board.pane.lead_part
        if part is not None and part.handoff is not None:
            part.handoff.box.buttons[answer].click()
        stage.until(lambda: part is not None and part.handoff is not None and part.handoff.box.open_form == answer)
    stage.rest()


def _first(stage: Stage) -> None:
    _pane(stage)


def _none(stage: Stage) -> None:
    _pane(stage, ready=False)


def _begun(stage: Stage, answer: str, then: Callable[[AnswerPane], None] | None = None) -> None:
    pane = _pane(stage)
    pane.begin(answer)
    if then is not None:
        then(pane)
    stage.rest()


def _accept(stage: Stage) -> None:
    """Accept a lead of which the agreement asks for more."""
    prepared(stage, ["tag:decides"])
    pane = _pane(stage, prepare=False)
    pane.begin("accepted")
    stage.until(lambda: pane.box.accepting.asking.gate is not None)
    stage.rest()


def _reason(pane: AnswerPane) -> None:
    form = pane.box.forms["rejected"]
    form.radios[3].setChecked(True)
    form.note.setPlainText("No word on when their lease ends.")


def _recycle(pane: AnswerPane) -> None:
    form = pane.box.forms["recycled"]
    form.radios[0].setChecked(True)
    form.answer_now()


def _clocks(stage: Stage) -> None:
    """Show the board with what is left of the time to answer, of which most is gone for one lead."""
    prepared(stage)
    _show_clocks(stage)


def _show_clocks(stage: Stage) -> None:
    stage.window.go_to("board")
    clocks = stage.window.board.board.ticking
    stage.until(lambda: stage.window.board.board.stages)
    clocks.look()
    stage.until(lambda: len(clocks.clocks) > 1)
    stage.rest()


def _promise_calls(session: Session) -> None:
    """Publish a version that promises a first try within four hours; for two leads that time has run out."""
    values = {"number": 5, "created_at": NOW, "answer_minutes": 480, "mql_points": 50, "halving_days": 30}
    made = things.create(session, "agreement", values | {"route": "pool", "on_silence": "pool"})
    promise = {"agreement_id": made, "key": "calls", "position": 0, "team": "sales", "metric": "attempts", "amount": 1}
    things.create(session, "promise", promise | {"period": "month", "within_minutes": 240, "goal_percent": 90})
    things.edit(session, "agreement", made, {"published_at": NOW - timedelta(days=2)})
    table = table_of(Lead)
    stage = next(one.id for one in session.info["context"].board() if one.milestone == "sal")
    fresh = sa.select(table.c.id).where(
        table.c.stage_id == stage, table.c.state == "open", table.c.deleted_at.is_(None)
    )
    for place, number in enumerate(session.execute(fresh.order_by(table.c.rank).limit(4)).scalars().all()):
        began = NOW - timedelta(hours=(26, 23, 1, 2)[place])
        session.execute(sa.update(Lead).where(Lead.id == number).values(sal_at=began))


def _overdue(stage: Stage) -> None:
    """Show the board with first calls that are owed, and two that are overdue."""
    prepared(stage)
    with open_workspace(stage.url, clock=lambda: NOW) as colleague:
        colleague.write(_promise_calls)
        colleague.noticed(iter(["agreement", "lead"]))
    stage.window.refresh()
    _show_clocks(stage)


SCENES: Scenes = {
    "board-clocks": Scene(_clocks),
    "board-overdue": Scene(_overdue),
    "handoffs": Scene(_first),
    "handoffs-small": Scene(_first, SMALL),
    "handoffs-accept": Scene(_accept),
    "handoffs-reject": Scene(partial(_begun, answer="rejected", then=_reason)),
    "handoffs-recycle": Scene(partial(_begun, answer="recycled")),
    "handoffs-reroute": Scene(partial(_begun, answer="rerouted")),
    "handoffs-recycled": Scene(partial(_begun, answer="recycled", then=_recycle)),
    "handoffs-board": Scene(_on_board),
    "handoffs-board-reject": Scene(partial(_on_board, answer="rejected")),
    "handoffs-none": Scene(_none),
    "handoffs-rtl": Scene(_first, direction=Qt.LayoutDirection.RightToLeft),
}
