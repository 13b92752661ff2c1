"""The board's state: a card moves in the frame of the drop, and what is told afterwards has the last word."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app import companies, leads, moving, undo
from app.changes import Change, Entry
from app.errors import KnownError
from app.workspace import Workspace
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.leads.board_model import BoardModel
from ui.leads.column import StageHead
from ui.leads.stage_model import StageModel
from ui.theme import Theme

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def names(board: BoardModel) -> dict[str, list[str]]:
    return {model.stage.name: [card.name for card in model.cards] for model in board.stages if model.cards}


def stage(board: BoardModel, name: str) -> StageModel:
    return next(model for model in board.stages if model.stage.name == name)


def lead(workspace: Workspace, name: str, at: str = "New", **values: Any) -> int:
    number: int = (
        workspace.write(leads.create, {"name": name, **values}, stage=workspace.context().stage(at).id).entries[-1].id
    )
    return number


@pytest.fixture
def ids(file_workspace: Workspace) -> dict[str, int]:
    made = {name: lead(file_workspace, name, value="1000") for name in ("Cy", "Bo", "Al")}
    return made | {"Di": lead(file_workspace, "Di", "Qualified", value="500")}


@pytest.fixture
def board(file_jobs: Jobs, around: Surroundings, ids: dict[str, int], qtbot: QtBot) -> Iterator[BoardModel]:
    assert ids
    made = BoardModel(file_jobs, around)
    with qtbot.waitSignal(made.laid_out, timeout=10_000):
        made.reload()
    testers = [QAbstractItemModelTester(model, FATAL) for model in made.stages]
    yield made
    for tester in testers:
        tester.deleteLater()
    made.deleteLater()


def settled(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: jobs.unsaved == 0, timeout=10_000)
    qtbot.wait(20)


def test_a_drop_moves_the_card_at_once_and_saves_it(
    board: BoardModel, file_jobs: Jobs, file_workspace: Workspace, ids: dict[str, int], qtbot: QtBot
) -> None:
    target = stage(board, "Qualified")
    data = stage(board, "New").mimeData([stage(board, "New").index(1)])
    assert not target.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert names(board) == {"New": ["Al", "Cy"], "Qualified": ["Di", "Bo"]}  # before any event was handled
    assert (target.count, target.total) == (2, {"EUR": Decimal(1500)})
    assert stage(board, "New").count == 2
    with qtbot.waitSignal(board.moved, timeout=10_000):
        pass
    stored = {one.stage.name: [card.name for card in one.cards] for one in file_workspace.read(leads.board).columns}
    assert stored["Qualified"] == ["Di", "Bo"]
    shown = board.card(ids["Bo"])
    assert shown is not None
    assert shown.rank == {card.name: card for card in file_workspace.read(leads.board).columns[2].cards}["Bo"].rank
    settled(qtbot, file_jobs)
    assert names(board)["Qualified"] == ["Di", "Bo"]


@pytest.mark.parametrize(("row", "order"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (-1, "ABC")])
def test_a_drop_within_a_stage(
    board: BoardModel, file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot, row: int, order: str
) -> None:
    model = stage(board, "New")
    model.dropMimeData(model.mimeData([model.index(2)]), Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert "".join(card.name[0] for card in model.cards) == order
    settled(qtbot, file_jobs)
    assert "".join(card.name[0] for card in model.cards) == order
    assert "".join(card.name[0] for card in file_workspace.read(leads.board).columns[0].cards) == order


def test_a_drop_where_it_stands_saves_nothing(board: BoardModel, file_jobs: Jobs, file_workspace: Workspace) -> None:
    model = stage(board, "New")
    before = file_workspace.latest()
    for row in (1, 2):
        model.dropMimeData(model.mimeData([model.index(1)]), Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert file_jobs.unsaved == 0
    assert file_workspace.latest() == before


def test_what_comes_by_a_second_time_carries_no_card_back(
    board: BoardModel, file_jobs: Jobs, ids: dict[str, int], qtbot: QtBot
) -> None:
    told: list[Change] = []
    file_jobs.changed.connect(told.append)
    target, model = stage(board, "Qualified").stage.id, stage(board, "New")
    board.move(ids["Bo"], target, ids["Di"])
    board.move(ids["Bo"], target, None)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=10_000)
    settled(qtbot, file_jobs)
    after = {"New": ["Al", "Cy"], "Qualified": ["Bo", "Di"]}
    assert names(board) == after
    for change in tuple(told):  # as the journal tells of them
        file_jobs.changed.emit(change)
        assert names(board) == after
    # A colleague's act before ours that is seen after it: ours, which comes by once more, has the last word.
    board.move(ids["Bo"], model.stage.id, None)
    qtbot.waitUntil(lambda: len(told) == 5, timeout=10_000)
    settled(qtbot, file_jobs)
    fields = {"stage": (target, target), "rank": ("V", "0V")}
    theirs = Change("theirs", "leads.move", "", (Entry("leads.move", "lead", ids["Bo"], fields),), own=False)
    file_jobs.changed.emit(theirs)
    assert names(board)["Qualified"] == ["Bo", "Di"]
    file_jobs.changed.emit(told[4])
    assert names(board)["Qualified"] == ["Di"]
    assert "Bo" in names(board)["New"]


def test_of_several_acts_that_come_by_again_each_has_the_last_word_on_what_it_alone_changed(
    board: BoardModel, file_jobs: Jobs, ids: dict[str, int], qtbot: QtBot
) -> None:
    told: list[Change] = []
    file_jobs.changed.connect(told.append)
    me = board.around.context.me
    assert me is not None
    file_jobs.write(moving.assign, [ids["Bo"]], {"owner": me.id}, act="leads.edit")
    board.move(ids["Bo"], stage(board, "Qualified").stage.id, None)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=10_000)
    settled(qtbot, file_jobs)
    # A colleague's act that came before both of ours is seen after them.
    new = stage(board, "New").stage.id
    fields = {"owner": (None, None), "stage": (new, new)}
    file_jobs.changed.emit(Change("z", "leads.edit", "", (Entry("leads.edit", "lead", ids["Bo"], fields),), own=False))
    for change in told[:2]:
        file_jobs.changed.emit(change)
    card = board.card(ids["Bo"])
    assert card is not None
    assert (card.owner_id, card.stage_id) == (me.id, stage(board, "Qualified").stage.id)


def test_a_refused_move_carries_the_card_back(
    board: BoardModel, file_jobs: Jobs, ids: dict[str, int], qtbot: QtBot
) -> None:
    before = names(board)
    errors: list[KnownError] = []
    board.failed.connect(errors.append)
    board.move(ids["Bo"], stage(board, "Lost").stage.id, None)  # without its reason
    assert names(board)["Lost"] == ["Bo"]
    qtbot.waitUntil(lambda: bool(errors), timeout=10_000)
    assert "Lost" in str(errors[0])
    assert names(board) == before
    assert stage(board, "Lost").count == 0
    settled(qtbot, file_jobs)


def test_a_stage_for_lost_leads_asks_why_first(
    board: BoardModel, file_jobs: Jobs, file_workspace: Workspace, ids: dict[str, int], qtbot: QtBot
) -> None:
    lost = stage(board, "Lost").stage
    with qtbot.waitSignal(board.ask_needed, timeout=1_000) as asked:
        board.drop([ids["Bo"]], lost.id, None)
    assert asked.args is not None
    assert asked.args[0].leads == (ids["Bo"],)
    assert "Bo" in names(board)["New"]
    board.move(ids["Bo"], lost.id, None, file_workspace.context().reason("Price").id)
    settled(qtbot, file_jobs)
    card = board.card(ids["Bo"])
    assert card is not None
    assert (card.state, card.stage_id) == ("lost", lost.id)


def test_a_colleagues_move_is_shown_and_waits_while_a_card_is_in_the_air(
    board: BoardModel, file_jobs: Jobs, file_workspace: Workspace, ids: dict[str, int], qtbot: QtBot
) -> None:
    qualified, proposal = stage(board, "Qualified").stage.id, stage(board, "Proposal").stage.id
    new = stage(board, "New").stage.id
    theirs = Change(
        "x", "leads.move", "", (Entry("leads.move", "lead", ids["Bo"], {"stage": (new, proposal)}),), own=False
    )
    board.apply(theirs)
    assert names(board)["Proposal"] == ["Bo"]
    board.apply(theirs)
    assert stage(board, "Proposal").count == 1
    board.move(ids["Al"], qualified, None)
    board.apply(
        Change("y", "leads.move", "", (Entry("leads.move", "lead", ids["Al"], {"stage": (new, proposal)}),), own=False)
    )
    assert names(board)["Qualified"] == ["Al", "Di"]  # mine is on its way
    settled(qtbot, file_jobs)
    assert names(board)["Qualified"] == ["Al", "Di"]  # and came last
    assert file_workspace.read(leads.board).columns[2].cards[0].name == "Al"


def test_other_changes_are_read_by_id(board: BoardModel, file_jobs: Jobs, ids: dict[str, int], qtbot: QtBot) -> None:
    file_jobs.write(leads.edit, ids["Al"], {"value": "7000", "next_step": "Call"})
    qtbot.waitUntil(lambda: stage(board, "New").total == {"EUR": Decimal(9000)}, timeout=10_000)
    card = board.card(ids["Al"])
    assert card is not None
    assert card.next_step == "Call"
    file_jobs.write(leads.create, {"name": "Eve"})
    qtbot.waitUntil(lambda: names(board)["New"] == ["Eve", "Al", "Bo", "Cy"], timeout=10_000)
    file_jobs.write(undo.undo)
    qtbot.waitUntil(lambda: names(board)["New"] == ["Al", "Bo", "Cy"], timeout=10_000)
    assert stage(board, "New").count == 3


def test_a_renamed_company_reaches_its_cards(
    board: BoardModel, file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot
) -> None:
    company = file_workspace.write(companies.create, {"name": "Old"}).entries[0].id
    number = lead(file_workspace, "Fay", company=company)
    board.reload()
    qtbot.waitUntil(lambda: board.card(number) is not None, timeout=10_000)
    file_jobs.write(companies.edit, company, {"name": "Fresh"})

    def is_fresh() -> bool:
        card = board.card(number)
        return card is not None and card.company == "Fresh"

    qtbot.waitUntil(is_fresh, timeout=10_000)


def test_a_card_in_the_air_stays_there_while_the_board_is_read_anew(
    board: BoardModel, file_jobs: Jobs, ids: dict[str, int], qtbot: QtBot
) -> None:
    answer = (board.around.context, file_jobs.workspace.read(leads.board))
    board.move(ids["Bo"], stage(board, "Proposal").stage.id, None)
    board._take(answer)  # read before the move, told after it
    assert names(board)["Proposal"] == ["Bo"]
    assert names(board)["New"] == ["Al", "Cy"]
    settled(qtbot, file_jobs)
    assert names(board)["Proposal"] == ["Bo"]
    assert stage(board, "Proposal").count == 1


def test_a_search_shows_what_meets_it(board: BoardModel, file_jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.laid_out, timeout=10_000):
        board.set_query("value<1000")
    assert names(board) == {"Qualified": ["Di"]}
    file_jobs.write(leads.create, {"name": "Gus", "value": "10"})
    qtbot.waitUntil(lambda: names(board).get("New") == ["Gus"], timeout=10_000)


def test_a_card_says_itself_in_a_sentence(board: BoardModel, ids: dict[str, int]) -> None:
    assert ids
    index = stage(board, "New").index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Al, €1,000, No next step, New"


def test_a_stage_tells_its_limit_and_who_stands_there_too_long(board: BoardModel, theme: Theme, qtbot: QtBot) -> None:
    known = stage(board, "New")
    strict = StageModel(replace(known.stage, wip_limit=2, rot_days=5), board.around, lambda *_: None, board)
    old = known.cards[0].entered - 6 * 86_400_000_000
    strict.fill([known.cards[0]._replace(entered=old), *known.cards[1:]], 3, {"EUR": Decimal(3000)})
    head = StageHead(strict, theme)
    qtbot.addWidget(head)
    assert head.accessibleName().startswith("New, 3, more leads than the 2 agreed")
    spoken = [strict.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken[0] == "Al, €1,000, No next step, New, here for 6 d, longer than agreed"
    assert spoken[1] == "Bo, €1,000, No next step, New"
    strict.take(known.cards[1].id)
    assert head.accessibleName() == "New, 2, €2,000 · 1 overdue"  # as many as agreed is not too many
