"""Scenes of the first start: the three ways, a place that will not do, signing in, the first steps."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.beginning import Recent
from app.errors import NotFoundError, RefusedError
from app.trying import Trial
from tools.scenes.stage import SMALL, WHOLE, Scene, Scenes, Stage
from ui.glimpse import Frame, window_of
from ui.glimpsing import Glimpsing
from ui.welcome.art import NAMES
from ui.welcome.page import Welcome
from ui.welcome.plan import Plan
from ui.welcome.steps import StepsDialog

NARROW = (780, 640)


def _welcome(stage: Stage, size: tuple[int, int] = WHOLE) -> Welcome:
    window = stage.window
    made = Welcome(stage.theme, window.around.words.language)
    made.choices.tell_recent([])
    made.resize(*size)
    made.show()
    stage.instead, stage.data = made, NAMES
    return made


def _choices(stage: Stage) -> None:
    _welcome(stage)


def _recent(stage: Stage) -> None:
    found = [Recent("S:/teams/Harbor Coffee Co.tandem", "Harbor Coffee Co"), Recent("D:/Acme & Co.tandem", "Acme & Co")]
    _welcome(stage, NARROW).choices.tell_recent(found)
    stage.data |= {f"{one.company} – {one.url}" for one in found}


def _start(stage: Stage, trial: Trial, office: str = "", size: tuple[int, int] = WHOLE) -> None:
    made = _welcome(stage, size)
    made.stack.setCurrentIndex(1)
    form = made.start
    boxes = (form.zone, form.currency)
    stage.data |= {box.itemText(row) for box in boxes for row in range(box.count())}
    form.company.setText("Harbor Coffee Co")
    form.me.setText("Priya Raman")
    form.zone.setCurrentText("Europe/Madrid")
    form.folder.setText(str(trial.folder))
    form.stop()
    form.show_trial(trial, [Path(office)] if office else [])


def _refused(stage: Stage) -> None:
    folder = Path("C:/Users/Priya/OneDrive - Harbor Coffee/Tandem")
    _start(stage, Trial(folder, "synced", "OneDrive - Harbor Coffee"), "S:/teams")


def _tried(stage: Stage) -> None:
    _start(stage, Trial(Path("S:/teams"), is_network=True, milliseconds=31))


def _slow(stage: Stage) -> None:
    _start(stage, Trial(Path("S:/teams"), "slow", is_network=True, milliseconds=612), size=NARROW)


def _on_server(stage: Stage) -> None:
    _tried(stage)
    made = stage.instead
    if isinstance(made, Welcome):
        made.start.use_server.click()


def _not_there(stage: Stage) -> None:
    sentence = "There is no workspace at Harbor.tandem. Check the folder, or make one with “tandem new”."
    _welcome(stage).refuse(Plan("Harbor.tandem"), NotFoundError(sentence))
    stage.data |= {sentence}


def _sign_in(stage: Stage) -> None:
    plan = Plan("postgresql://priya@db.harbor.example/tandem")
    sentence = "The server refused this name or password. Check both, or ask your administrator."
    _welcome(stage).refuse(plan, RefusedError(sentence))
    stage.data |= {sentence}


def _steps(stage: Stage) -> None:
    stage.window.actions_by_id["help.first"].trigger()
    stage.take_dialogs()


def _bring(stage: Stage) -> None:
    stage.window.actions_by_id["help.first"].trigger()
    for dialog in stage.window.findChildren(StepsDialog):
        dialog.reject()
    stage.take_dialogs()


def _who(stage: Stage) -> None:
    stage.window.dialogs.ask_who()
    stage.take_dialogs()


def _glimpse(stage: Stage) -> None:
    """Let the window be kept, and show what the next start would show before it is loaded."""
    window = stage.window
    Glimpsing(window, stage.desk.jobs, stage.theme, Plan(stage.url))
    stage.until(lambda: Frame.read() is not None)
    frame = Frame.read()
    if frame is None:
        return
    made = window_of(frame, stage.theme, window.around.words, window.devicePixelRatioF(), window.around.now)
    made.resize(window.size())
    made.show()
    made.wait()
    stage.instead = made


SCENES: Scenes = {
    "glimpse": Scene(_glimpse, WHOLE),
    "glimpse-small": Scene(_glimpse, SMALL),
    "glimpse-rtl": Scene(_glimpse, WHOLE, direction=Qt.LayoutDirection.RightToLeft),
    "welcome": Scene(_choices, WHOLE, empty=True),
    "welcome-narrow": Scene(_recent, WHOLE, empty=True),
    "welcome-refused": Scene(_refused, WHOLE, empty=True),
    "welcome-tried": Scene(_tried, WHOLE, empty=True),
    "welcome-slow": Scene(_slow, WHOLE, empty=True),
    "welcome-server": Scene(_on_server, WHOLE, empty=True),
    "welcome-not-there": Scene(_not_there, WHOLE, empty=True),
    "welcome-sign-in": Scene(_sign_in, WHOLE, empty=True),
    "first-steps": Scene(_steps, WHOLE, empty=True),
    "first-steps-small": Scene(_steps, SMALL, empty=True),
    "first-steps-list": Scene(_bring, WHOLE, empty=True),
    "who-are-you": Scene(_who, WHOLE),
}
