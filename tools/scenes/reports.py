"""Scenes of the reports."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from tools.scenes.stage import SMALL, Scene, Scenes, Stage


def _report(stage: Stage, name: str, by: str = "") -> None:
    stage.window.go_to("reports")
    page = stage.window.reports
    page.by.setCurrentIndex(page.by.findData(by))
    page.report.setCurrentIndex(page.report.findData(name))
    stage.until(lambda: page.answer is not None and page.answer.report == name)


def _behind(stage: Stage) -> None:
    _report(stage, "conversion", "source")
    page = stage.window.reports
    page.table.setCurrentCell(0, 2)
    page.table.cellActivated.emit(0, 2)
    stage.until(page.behind.isVisible)
    stage.rest()


def _compared(stage: Stage) -> None:
    _report(stage, "conversion")
    page = stage.window.reports
    page.period.setCurrentIndex(page.period.findData("last-half"))
    stage.until(lambda: page.before)
    stage.rest()


def _printed(stage: Stage, name: str) -> None:
    _report(stage, name)
    page = stage.window.reports
    page.period.setCurrentIndex(page.period.findData("last-half"))
    stage.rest()
    page.print_report()
    stage.rest()
    stage.wait(600)
    stage.over += [one for one in stage.window.findChildren(QDialog) if one.isVisible()]


SCENES: Scenes = {
    "reports-conversion": Scene(partial(_report, name="conversion")),
    "reports-behind": Scene(_behind),
    "reports-compared": Scene(_compared),
    "reports-print": Scene(partial(_printed, name="conversion")),
    "reports-print-time": Scene(partial(_printed, name="stage-time")),
    "reports-small": Scene(partial(_report, name="conversion", by="source"), SMALL),
    "reports-rtl": Scene(partial(_report, name="wins", by="owner"), direction=Qt.LayoutDirection.RightToLeft),
    "reports-wins": Scene(partial(_report, name="wins", by="source")),
    "reports-cycle": Scene(partial(_report, name="cycle", by="source")),
    "reports-time": Scene(partial(_report, name="stage-time")),
    "reports-speed": Scene(partial(_report, name="speed", by="source")),
    "reports-pipeline": Scene(partial(_report, name="pipeline")),
}
