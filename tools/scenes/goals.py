"""Scenes of the goals."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tools.scenes.stage import SMALL, Scene, Scenes, Stage


def _goals(stage: Stage) -> None:
    stage.window.go_to("goals")
    stage.until(lambda: stage.window.goals.cards)


def _closely(stage: Stage, place: int = 1) -> None:
    _goals(stage)
    stage.window.goals.cards[place].look.click()
    stage.until(lambda: not stage.window.goals.pane.isHidden())


def _closely_kept(stage: Stage) -> None:
    _closely(stage, 2)


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
    "goals-closely": Scene(_closely),
    "goals-closely-kept": Scene(_closely_kept),
    "goals-closely-small": Scene(_closely, SMALL),
    "goals-closely-rtl": Scene(_closely, direction=Qt.LayoutDirection.RightToLeft),
    "goals-empty": Scene(_empty, empty=True),
    "goals-changed": Scene(_changed),
    "goals-print": Scene(_printed),
}
