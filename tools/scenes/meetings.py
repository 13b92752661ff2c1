"""Scenes of a meeting: on the page, presented, closed, and its summary before it is printed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from app.errors import RefusedError
from tools.scenes.stage import SMALL, Scene, Scenes, Stage
from ui import refusals
from ui.meetings.listing import Line


def _meeting(stage: Stage) -> None:
    stage.window.go_to("meetings")
    stage.until(lambda: stage.window.meetings.agenda)
    stage.rest()
    stage.window.meetings.go_to_step(2)


def _typing(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.actions_card.field.setText("Call Amelia @Tom Friday")


def _closed(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.close_meeting()
    stage.until(lambda: stage.window.meetings.agenda and stage.window.meetings.agenda.closed)


def _presented(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.go_to_step(1)
    stage.window.meetings.present()
    shown = stage.window.meetings.presentation
    if shown is not None:
        shown.showNormal()
        shown.resize(stage.window.size())
        stage.over.append(shown)


def _printed(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.print_summary()
    stage.rest()
    stage.wait(600)
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


def _running(stage: Stage) -> None:
    _meeting(stage)
    page = stage.window.meetings
    page.clock.begin(page.agenda.steps[2].id if page.agenda else 0, "Priya Raman")
    page.clock._timer.stop()  # noqa: SLF001 - a picture's clock stands still
    page.clock._began -= 154  # noqa: SLF001 - as above
    page._tell_time()  # noqa: SLF001 - as above


def _editing(stage: Stage) -> None:
    _meeting(stage)
    for card in (stage.window.meetings.decisions, stage.window.meetings.actions_card):
        card.findChildren(Line)[0].twice.emit()


def _refused(stage: Stage) -> None:
    _meeting(stage)
    page = stage.window.meetings
    page.notes.text.setPlainText("Webinar leads: sales wants the company size before the handoff.")
    page.notes.open(on=False)
    page.notes.refuse(refusals.said(RefusedError("", code="meeting.closed")))


def _asked(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.new_meeting()
    stage.rest()
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


def _arranged(stage: Stage) -> None:
    _meeting(stage)
    stage.window.meetings.arrange()
    stage.rest()
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


SCENES: Scenes = {
    "meeting": Scene(_meeting),
    "meeting-small": Scene(_meeting, SMALL),
    "meeting-rtl": Scene(_meeting, direction=Qt.LayoutDirection.RightToLeft),
    "meeting-typing": Scene(_typing),
    "meeting-running": Scene(_running),
    "meeting-editing": Scene(_editing),
    "meeting-not-saved": Scene(_refused),
    "meeting-new": Scene(_asked),
    "meeting-agenda": Scene(_arranged),
    "meeting-agenda-small": Scene(_arranged, SMALL),
    "meeting-closed": Scene(_closed),
    "meeting-present": Scene(_presented),
    "meeting-print": Scene(_printed),
    "meeting-empty": Scene(_meeting, empty=True),
}
