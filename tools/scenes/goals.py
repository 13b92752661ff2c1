"""Scenes of the goals."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tools.scenes.stage import SMALL, Scene, Scenes, Stage


def _goals(stage: Stage) -> None:
    stage.window.go_to("goals")
    stage.until(lambda: stage.window.goals.cards)


def _empty(stage: Stage) -> None:
    stage.window.go_to("goals")


def _changed(stage: Stage) -> None:
    _goals(stage)
    page = stage.window.goals
    goal = page.cards[2].goal
    page._ask(goal, goal.starts, goal.ends)  # noqa: SLF001 - what a line of the goal's menu does
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


def _printed(stage: Stage) -> None:
    _goals(stage)
    stage.window.goals.print_goals()
    stage.rest()
    stage.wait(600)
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


SCENES: Scenes = {
    "goals": Scene(_goals),
    "goals-small": Scene(_goals, SMALL),
    "goals-rtl": Scene(_goals, direction=Qt.LayoutDirection.RightToLeft),
    "goals-empty": Scene(_empty, empty=True),
    "goals-changed": Scene(_changed),
    "goals-print": Scene(_printed),
}
