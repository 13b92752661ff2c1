"""Scenes of the contacts."""

from PySide6.QtCore import Qt

from tools.scenes.stage import SMALL, Scene, Scenes, Stage
from ui.widgets.choices import Choices


def _listed(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.until(stage.window.contacts.details.name.text)


def _empty(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.until(lambda: stage.window.contacts.heading.figure.text() == "0")


def _filtered(stage: Stage) -> None:
    _listed(stage)
    page = stage.window.contacts
    page.filters.put("owner:Priya tag:vip,student,press state:open")
    page.search(page.filters.query)
    stage.until(lambda: any(chip.cross for chip in page.filters.chips))


def _choosing(stage: Stage) -> None:
    _listed(stage)
    filters = stage.window.contacts.filters
    filters.chips[2].label.click()
    window = filters.findChildren(Choices)[-1]
    stage.until(window.list.count)
    stage.over.append(window)


def _wrong_word(stage: Stage) -> None:
    _listed(stage)
    filters = stage.window.contacts.filters
    filters.field.setText("lisbon citty:Porto")
    stage.until(filters.problem.isVisible)


SCENES: Scenes = {
    "contacts-filtered": Scene(_filtered),
    "contacts-filtered-small": Scene(_filtered, SMALL),
    "contacts-choosing": Scene(_choosing),
    "contacts-wrong-word": Scene(_wrong_word),
    "contacts": Scene(_listed),
    "contacts-small": Scene(_listed, SMALL),
    "contacts-200": Scene(_listed, SMALL, scale=2),
    "contacts-rtl": Scene(_listed, direction=Qt.LayoutDirection.RightToLeft),
    "contacts-empty": Scene(_empty, empty=True),
}
