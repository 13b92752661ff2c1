"""Handoffs in the window, on both engines."""

from datetime import timedelta

import sqlalchemy as sa
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app import leads
from app.handoffs import reading
from app.workspace import Workspace, open_workspace
from db.models import Handoff, Lead, Stay
from tests.helpers.histories import History, load
from tests.ui.conftest import Open
from ui.jobs import Jobs
from ui.silence import Silence


def _stage(workspace: Workspace, *, kind: str = "", name: str = "") -> int:
    return next(one.id for one in workspace.context().board() if one.kind == kind or one.name == name)


def _sent_long_ago(session: Session) -> None:
    session.execute(sa.update(Handoff).values(sent_at=session.info["write"].now - timedelta(days=30)))


def _forgotten(url: str) -> None:
    """Leave a workspace with a lead in the pool whose time to be answered ran out."""
    with open_workspace(url) as workspace:
        at = workspace.clock() - timedelta(days=40)
        load(workspace, [History(at, ((at, _stage(workspace, name="Qualified")),), external_id="L1")])
        workspace.write(leads.move, 1, _stage(workspace, kind="handoff"))
        workspace.write(_sent_long_ago)


def test_what_ran_out_moves_by_itself_when_windows_open(url: str, open_desk: Open, qtbot: QtBot) -> None:
    _forgotten(url)
    first, second = open_desk(url), open_desk(url)

    def settled() -> None:
        for desk in (first, second):
            board = desk.window.board
            held = {column.model.stage.name: column.model.rowCount() for column in board.columns}
            assert held["Qualified"] == 1, held

    qtbot.waitUntil(settled, timeout=15_000)
    first.silence.look()
    second.silence.look()
    qtbot.waitUntil(lambda: first.jobs.is_idle and second.jobs.is_idle, timeout=10_000)
    assert [one.answer for one in first.workspace.read(reading.of_lead, 1)] == ["returned"]
    with first.workspace.reading() as session:
        stage = session.execute(sa.select(Lead.stage_id).where(Lead.id == 1)).scalar_one()
        stays = session.execute(sa.select(sa.func.count()).where(Stay.lead_id == 1)).scalar_one()
    assert (stage, stays) == (_stage(first.workspace, name="Qualified"), 3)


def test_a_window_to_look_only_writes_nothing(file_url: str) -> None:
    _forgotten(file_url)
    with open_workspace(file_url, read_only=True) as workspace:
        jobs = Jobs(workspace)
        refused: list[object] = []
        jobs.refused.connect(refused.append)
        Silence(jobs).start()
        assert jobs.is_idle
        jobs.close()
        assert not refused
