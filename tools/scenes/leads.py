"""Scenes of the board."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QLineEdit

from app import feed, leads, replies, stages
from app.agreement import drafts, papers
from app.workspace import open_workspace
from db.presence import Seat
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui.leads.board_page import BoardPage
from ui.leads.column import StageColumn
from ui.leads.gate import GateForm

_RTL = Qt.LayoutDirection.RightToLeft


def _open(stage: Stage) -> BoardPage:
    stage.window.go_to("board")
    board = stage.window.board
    stage.until(lambda: board.board.stages and board.board.stages[0].cards)
    board.select(board.board.stages[0].cards[0].id)
    return board


def _column(board: BoardPage, kind: str) -> StageColumn:
    return next(one for one in board.columns if one.model.stage.kind == kind)


def _board(stage: Stage) -> None:
    _open(stage)


def _close(stage: Stage, kind: str, count: int = 1) -> BoardPage:
    board = _open(stage)
    source = board.board.stages[6]
    board.choice.choose({card.id for card in source.cards[:count]})
    board.moves.to_stage(_column(board, kind).model.stage.id)
    stage.until(lambda: board.moves.asking.is_open)
    stage.rest()
    return board


def _lost(stage: Stage) -> None:
    _close(stage, "lost")


def _lost_answered(stage: Stage) -> None:
    board = _close(stage, "lost", 3)
    form = board.moves.asking.form
    if form is not None:
        form.reasons.setCurrentRow(2)
        form.note.setText("They took the offer from Bilbao")


def _won(stage: Stage) -> None:
    _close(stage, "won")


def _many(stage: Stage) -> None:
    board = _open(stage)
    chosen = {card.id for model in board.board.stages[:2] for card in model.cards[1:3]}
    board.choice.choose(chosen)
    stage.rest()


def _colleagues(stage: Stage) -> None:
    """Three cards are open at colleagues', one of them at four."""
    board = _open(stage)
    members = [one for one in board.around.context.members.values() if one != board.around.context.me]
    cards = [one.cards[0] for one in board.board.stages[:6] if one.cards][:3]
    stage.desk.sync.close()  # it would tell that nobody is really there
    stage.desk.jobs.presence.here.tell(
        frozenset(
            Seat(str(member.id), "lead", card.id)
            for card, count in zip(cards, (1, 4, 2), strict=True)
            for member in members[:count]
        )
    )
    stage.rest()


def _pane(stage: Stage) -> None:
    board = _open(stage)
    board.beside.open()
    stage.rest()


def _pane_alone(stage: Stage) -> None:
    moment = [NOW - timedelta(hours=2)]
    with open_workspace(stage.url, as_member="Tom Becker", clock=lambda: moment[0]) as colleague:
        change = colleague.write(leads.create, {"name": "Roastery at the old pier", "value": "18000"})
        lead = next(one.id for one in change.entries if one.kind == "lead")
        moment[0] = NOW
        colleague.write(feed.add, "lead", lead, "note", "Two of them stood at the fair’s stand; no card, no name")
        change = colleague.write(feed.add, "lead", lead, "note", "The landlord knows who rents the hall from March")
        note = next(one.id for one in change.entries if one.kind == "activity")
        colleague.write(replies.pin, note)
        colleague.write(replies.reply, note, "He is back on Monday")
    board = _open(stage)
    stage.until(lambda: board.board.stages[0].cards[0].name == "Roastery at the old pier")
    board.select(board.board.stages[0].cards[0].id)
    board.beside.open()
    stage.rest()


def _stage(stage: Stage) -> None:
    board = _open(stage)
    board.stage_acts.edit(board.board.stages[2].stage)
    stage.until(lambda: board.stage_acts.form is not None)
    stage.rest()


def _stage_archive(stage: Stage) -> None:
    board = _open(stage)
    board.stage_acts.archive(board.board.stages[2].stage)
    stage.until(lambda: board.stage_acts.form is not None)
    stage.rest()


def _full(stage: Stage) -> None:
    board = _open(stage)
    target = board.board.stages[2]
    limits = {"wip_limit": target.count, "wip_hard": True}
    stage.desk.jobs.write(stages.edit, target.stage.id, limits)
    stage.until(lambda: board.board.stages[2].is_full)
    stage.rest()
    board.select(board.board.stages[0].cards[0].id)
    board.move_sideways(1)
    stage.until(lambda: board.board.stages[1].cards)
    board.select(board.board.stages[1].cards[0].id)
    board.move_sideways(1)
    stage.rest()


def _compact(stage: Stage) -> None:
    stage.theme.choose_density("compact")
    _open(stage)
    stage.rest()


def _lanes(stage: Stage) -> None:
    board = _open(stage)
    board.part_by("owner")
    stage.until(lambda: board.lane_view.lists)
    stage.rest()


def _lanes_folded(stage: Stage) -> None:
    board = _open(stage)
    board.part_by("source")
    stage.until(lambda: board.lane_view.lists)
    board.lane_view.strips[0].head.setChecked(False)
    stage.rest()
    # The folded lane is to be seen rather than the chosen card: as by a hand on the bar.
    board.lane_view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    stage.rest()


def _agree(stage: Stage, *queries: str, points: int | None = None) -> None:
    """Publish an agreement whose MQL asks for these."""
    clauses: list[dict[str, object]] = [{"key": query, "milestone": "mql", "query": query} for query in queries]
    if points is not None:
        clauses.append({"key": "size", "milestone": "mql", "query": "size:500", "points": points})
    with open_workspace(stage.url, clock=lambda: NOW) as priya:
        number = priya.read(papers.draft_id) or 0
        terms = {"mql_points": points, "sal_points": None, "sql_points": None}
        priya.write(drafts.rewrite, number, terms, {"clause": clauses})
        priya.write(drafts.sign, number, "marketing")
    with open_workspace(stage.url, as_member="Tom Becker", clock=lambda: NOW) as tom:
        tom.write(drafts.sign, number, "sales")
        tom.write(drafts.publish, number)


def _gate(stage: Stage, points: int | None = None, place: int = 2) -> GateForm:
    board = _open(stage)
    _agree(stage, "has:value", "has:owner", 'job_title:"head of" or job_title:founder', "tag:budget", points=points)
    stage.rest()  # the cards have the scores that it gives
    card = board.board.stages[0].cards[0]
    board.board.drop([card.id], board.board.stages[place].stage.id, None)
    stage.until(lambda: board.moves.asking.gate is not None)
    stage.rest()
    assert board.moves.asking.gate is not None  # noqa: S101 - it was waited for
    return board.moves.asking.gate


def _gate_asks(stage: Stage) -> None:
    _gate(stage)


def _gate_filled(stage: Stage) -> None:
    form = _gate(stage)
    for line in form.lines.values():
        if isinstance(line, QLineEdit):
            line.setText("12500")
        else:
            line.setCurrentIndex(2)


def _gate_handoff(stage: Stage) -> None:
    _gate(stage, place=3)


def _gate_points(stage: Stage) -> None:
    form = _gate(stage, 40)
    form.override.setText("The founder called us")


SCENES: Scenes = {
    "board": Scene(_board),
    "board-small": Scene(_board, SMALL),
    "board-200": Scene(_board, SMALL, scale=2),
    "board-rtl": Scene(_board, direction=_RTL),
    "board-lost": Scene(_lost),
    "board-lost-many": Scene(_lost_answered),
    "board-lost-small": Scene(_lost, SMALL),
    "board-lost-rtl": Scene(_lost, direction=_RTL),
    "board-won": Scene(_won),
    "board-gate": Scene(_gate_asks),
    "board-gate-filled": Scene(_gate_filled, SMALL),
    "board-gate-points": Scene(_gate_points),
    "board-gate-handoff": Scene(_gate_handoff),
    "board-many": Scene(_many),
    "board-colleagues": Scene(_colleagues),
    "board-pane": Scene(_pane),
    "board-pane-alone": Scene(_pane_alone),
    "board-stage": Scene(_stage),
    "board-stage-small": Scene(_stage, SMALL),
    "board-archive": Scene(_stage_archive),
    "board-full": Scene(_full),
    "board-lanes": Scene(_lanes),
    "board-lanes-folded": Scene(_lanes_folded, SMALL),
    "board-compact": Scene(_compact),
}
