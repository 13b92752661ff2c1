"""Scenes of the window as a whole: palette, keys, settings, what waits, trouble."""

from datetime import date

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog

from app import feed, working_time
from app.errors import ReadOnlyError, UnreachableError
from app.workspace import open_workspace
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


def _working_time(stage: Stage) -> None:
    with open_workspace(stage.url, clock=stage.desk.jobs.workspace.clock) as made:
        made.write(working_time.follow, "ES", "MD")
        made.write(working_time.add, date(stage.window.around.now.year, 12, 24), "Closed early")
    stage.window.refresh()
    stage.rest()
    stage.window.actions_by_id["view.hours"].trigger()
    stage.until(lambda: stage.window.dialogs.working_time and stage.window.dialogs.working_time.part.count() > 1)
    dialog = stage.window.dialogs.working_time
    for box in () if dialog is None else (dialog.country, dialog.part):  # each is called as it calls itself
        stage.data |= {box.itemText(place) for place in range(1, box.count())}
    _dialog(stage)


def _inbox(stage: Stage) -> None:
    stage.window.go_to("board")
    stage.window.actions_by_id["go.waiting"].trigger()


def _keep(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.window.show_view(stage.window.views.views[1])
    stage.rest()
    stage.window.sidebar.new_view.click()
    _dialog(stage)


def _away(stage: Stage) -> None:
    stage.window.go_to("board")
    stage.window.trouble(UnreachableError("The server db.harbor.example does not answer."))


def _mentioned(stage: Stage) -> None:
    with open_workspace(stage.url, "tom@harbor.example", clock=stage.window.around.clock) as theirs:
        theirs.write(feed.add, "contact", 7, "note", "@Priya can you send her the deck before Monday? She asked twice.")
    stage.until(lambda: any("Tom" in line.name.text() for line in stage.window.inbox.lines))
    _inbox(stage)


def _read_only(stage: Stage) -> None:
    stage.window.go_to("contacts")
    sentence = "Harbor Coffee Co.tandem can be read but not written."
    stage.window.saying.problem(ReadOnlyError(sentence))
    stage.data = frozenset({sentence})


def _contrast(stage: Stage, ground: str, ink: str, chosen: str, on_chosen: str) -> None:
    roles = QPalette.ColorRole
    system = QPalette()
    for group, colour in (
        ((roles.Window, roles.Base, roles.Button, roles.AlternateBase), ground),
        ((roles.WindowText, roles.Text, roles.ButtonText, roles.PlaceholderText), ink),
        ((roles.Highlight, roles.Accent), chosen),
        ((roles.HighlightedText,), on_chosen),
    ):
        for role in group:
            system.setColor(role, QColor(colour))
    stage.theme.show_contrast(on=True, palette=system)


def _contrast_contacts(stage: Stage) -> None:
    _contrast(stage, "black", "white", "cyan", "black")
    stage.window.go_to("contacts")


def _contrast_board(stage: Stage) -> None:
    _contrast(stage, "white", "black", "navy", "white")
    stage.window.go_to("board")
    stage.window.toast.say("Amelia Okafor")


SCENES: Scenes = {
    "waiting-mention": Scene(_mentioned),
    "read-only": Scene(_read_only),
    "high-contrast": Scene(_contrast_contacts),
    "high-contrast-board": Scene(_contrast_board),
    "palette": Scene(_people),
    "palette-nothing": Scene(_nothing, SMALL),
    "keys": Scene(_keys),
    "keys-small": Scene(_keys, SMALL),
    "settings": Scene(_settings, SMALL),
    "working-time": Scene(_working_time, SMALL),
    "waiting": Scene(_inbox),
    "view-kept": Scene(_keep),
    "away": Scene(_away, SMALL),
}
