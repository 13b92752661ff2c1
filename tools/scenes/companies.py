"""Scenes of the companies."""

from typing import Any

from PySide6.QtCore import Qt

from app import companies
from app.workspace import open_workspace
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage


def _biggest(session: Any) -> int:
    """Return the company with the most leads won, of the first ones."""
    found = [companies.detail(session, number) for number in list(companies.ids(session))[:40]]
    return max(found, key=lambda one: (bool(one.won), len(one.leads), len(one.people))).id


def _listed(stage: Stage) -> None:
    stage.window.go_to("companies")
    stage.until(stage.window.companies.model.rowCount)


def _company(stage: Stage) -> None:
    _listed(stage)
    with open_workspace(stage.url, clock=lambda: NOW) as workspace:
        number = workspace.read(_biggest)
    stage.window.companies.show_company(number)
    stage.until(stage.window.companies.view.name.text)
    stage.wait(500)


def _adding(stage: Stage) -> None:
    _company(stage)
    stage.window.companies.view.begin_person()
    stage.window.companies.view.log()


def _empty(stage: Stage) -> None:
    stage.window.go_to("companies")
    stage.wait()


SCENES: Scenes = {
    "companies": Scene(_listed),
    "companies-small": Scene(_listed, SMALL),
    "companies-empty": Scene(_empty, empty=True),
    "company": Scene(_company),
    "company-small": Scene(_company, SMALL),
    "company-rtl": Scene(_company, direction=Qt.LayoutDirection.RightToLeft),
    "company-adding": Scene(_adding),
}
