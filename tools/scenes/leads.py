"""Scenes of the board."""

from PySide6.QtCore import Qt

from tools.scenes.stage import SMALL, Scene, Scenes, Stage


def _board(stage: Stage) -> None:
    stage.window.go_to("board")
    board = stage.window.board
    stage.until(lambda: board.board.stages and board.board.stages[0].cards)
    board.select(board.board.stages[0].cards[0].id)


SCENES: Scenes = {
    "board": Scene(_board),
    "board-small": Scene(_board, SMALL),
    "board-200": Scene(_board, SMALL, scale=2),
    "board-rtl": Scene(_board, direction=Qt.LayoutDirection.RightToLeft),
}
