"""Scenes of the window as a whole: palette, keys, settings, what waits, trouble."""

from PySide6.QtWidgets import QDialog

from app.errors import UnreachableError
from tools.scenes.stage import SMALL, Scene, Scenes, Stage


def _dialog(stage: Stage) -> None:
    stage.wait(100)
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


def _palette(stage: Stage, words: str) -> None:
    stage.window.go_to("board")
    stage.window.actions_by_id["go.find"].trigger()
    stage.window.palette_.field.setText(words)


def _people(stage: Stage) -> None:
    _palette(stage, "am")


def _nothing(stage: Stage) -> None:
    _palette(stage, "zzzz")


def _keys(stage: Stage) -> None:
    stage.window.actions_by_id["help.keys"].trigger()
    _dialog(stage)


def _settings(stage: Stage) -> None:
    stage.window.actions_by_id["view.settings"].trigger()
    _dialog(stage)


def _inbox(stage: Stage) -> None:
    stage.window.go_to("board")
    stage.window.actions_by_id["go.inbox"].trigger()


def _keep(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.window.show_view(stage.window.views.views[1])
    stage.rest()
    stage.window.sidebar.new_view.click()
    _dialog(stage)


def _away(stage: Stage) -> None:
    stage.window.go_to("board")
    stage.window.trouble(UnreachableError("The server db.harbor.example does not answer."))


SCENES: Scenes = {
    "palette": Scene(_people),
    "palette-nothing": Scene(_nothing, SMALL),
    "keys": Scene(_keys),
    "keys-small": Scene(_keys, SMALL),
    "settings": Scene(_settings, SMALL),
    "waiting": Scene(_inbox),
    "view-kept": Scene(_keep),
    "away": Scene(_away, SMALL),
}
