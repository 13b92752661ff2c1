"""Scenes of the contacts."""

from PySide6.QtCore import Qt

from tools.scenes.stage import SMALL, Scene, Scenes, Stage


def _listed(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.until(stage.window.contacts.details.name.text)


def _empty(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.until(lambda: stage.window.contacts.heading.figure.text() == "0")


SCENES: Scenes = {
    "contacts": Scene(_listed),
    "contacts-small": Scene(_listed, SMALL),
    "contacts-200": Scene(_listed, SMALL, scale=2),
    "contacts-rtl": Scene(_listed, direction=Qt.LayoutDirection.RightToLeft),
    "contacts-empty": Scene(_empty, empty=True),
}
