"""Scenes of files that are dragged over the window."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from tools.scenes.stage import SMALL, Scene, Scenes, Stage


def _over(stage: Stage, place: QPoint, *names: str) -> None:
    stage.window.importing.drops.hint.begin([Path(name) for name in names], place)
    stage.rest()


def _listed(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.until(stage.window.contacts.details.name.text)
    stage.rest()


def _row(stage: Stage, row: int) -> QPoint:
    table = stage.window.contacts.table
    return table.viewport().mapToGlobal(QPoint(120, table.rowViewportPosition(row) + 20))


def _list(stage: Stage) -> None:
    _listed(stage)
    _over(stage, stage.window.mapToGlobal(QPoint(300, 100)), "leads.csv", "companies.xlsx")


def _card(stage: Stage) -> None:
    _listed(stage)
    _over(stage, _row(stage, 3), "amelia.vcf")


def _letter(stage: Stage) -> None:
    _listed(stage)
    details = stage.window.contacts.details
    _over(stage, details.mapToGlobal(details.rect().center()), "offer.eml")


def _board(stage: Stage) -> None:
    stage.window.go_to("board")
    stage.rest()
    _over(stage, stage.window.mapToGlobal(QPoint(300, 100)), "offer.eml", "answer.eml")


SCENES: Scenes = {
    "drops-list": Scene(_list),
    "drops-card": Scene(_card),
    "drops-letter": Scene(_letter),
    "drops-board-small": Scene(_board, SMALL),
    "drops-letter-rtl": Scene(_letter, direction=Qt.LayoutDirection.RightToLeft),
}
