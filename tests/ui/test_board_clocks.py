"""The clocks on the board's cards, on both engines: what is left, its colour, and what is read aloud."""

from datetime import timedelta

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app import leads
from app.handoffs import answering
from app.workspace import Workspace, open_workspace
from db.models import Handoff, WorkspaceInfo
from tests.helpers.histories import History, load
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.leads.stage_model import DUE
from ui.words import Due

SPOKEN = 11  # Qt.ItemDataRole.AccessibleTextRole
HOURS = 10


def _stage(workspace: Workspace, *, kind: str = "", name: str = "") -> int:
    return next(one.id for one in workspace.context().board() if one.kind == kind or one.name == name)


def _always(session: Session) -> None:
    """Let the workspace work day and night, so that the time of the day does not matter."""
    week = {str(day): [[0, 1440]] for day in range(7)}
    session.execute(sa.update(WorkspaceInfo).values(working_hours=week, holidays=[], timezone="UTC"))


def _sent(session: Session, minutes: int) -> None:
    sent = session.info["write"].now - timedelta(minutes=minutes)
    session.execute(sa.update(Handoff).values(sent_at=sent, answer_minutes=HOURS * 60))


def _handed(url: str, minutes: int) -> None:
    """Leave a workspace with a lead that was handed to the pool some minutes ago."""
    with open_workspace(url) as workspace:
        workspace.write(_always)
        workspace.noticed(iter(["workspace"]))
        at = workspace.clock() - timedelta(days=40)
        load(workspace, [History(at, ((at, _stage(workspace, name="Qualified")),), external_id="L1")])
        workspace.write(leads.move, 1, _stage(workspace, kind="handoff"))
        workspace.write(_sent, minutes)


def _due(desk: Desk, role: int = DUE) -> object:
    model = desk.window.board.board.stage_of(1)
    return None if model is None else model.index(model.row_of(1)).data(role)


@pytest.mark.parametrize(
    ("gone", "words", "token"), [(90, "8 h left", "muted"), (460, "2 h left", "warn"), (570, "min left", "warn")]
)
def test_a_card_says_how_long_there_is_to_answer(
    url: str, open_desk: Open, qtbot: QtBot, gone: int, words: str, token: str
) -> None:
    _handed(url, gone - 1)
    desk = open_desk(url)

    def shown() -> None:
        due = _due(desk)
        assert isinstance(due, Due)
        assert (due.words.endswith(words), due.token) == (True, token), due

    qtbot.waitUntil(shown, timeout=15_000)
    assert "waits for an answer" in str(_due(desk, SPOKEN))


def test_an_answer_takes_the_clock_from_the_card(url: str, open_desk: Open, qtbot: QtBot) -> None:
    _handed(url, 30)
    desk = open_desk(url)
    clocks = desk.window.board.board.ticking.clocks
    qtbot.waitUntil(lambda: 1 in clocks, timeout=15_000)
    with open_workspace(url) as colleague:
        colleague.write(answering.accept, 1)
    qtbot.waitUntil(lambda: 1 not in clocks, timeout=15_000)
    assert "waits for an answer" not in str(_due(desk, SPOKEN))
