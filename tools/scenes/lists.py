"""Scenes of what is done with many rows, and of how lists are arranged."""

from PySide6.QtCore import Qt

from app import contacts
from app.workspace import open_workspace
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui.lists.columns import ColumnsPanel
from ui.lists.dialogs import FieldDialog, TagsDialog


def _listed(stage: Stage) -> None:
    stage.window.go_to("contacts")
    stage.until(stage.window.contacts.details.name.text)
    stage.rest()


def _many(stage: Stage) -> None:
    _listed(stage)
    stage.window.contacts.acts.picks.choose_all()
    stage.rest()


def _some(stage: Stage) -> None:
    _listed(stage)
    page = stage.window.contacts
    page.acts.picks.choose_all()
    for row in (1, 4):
        index = page.model.index(row, 0)
        flags = page.table.selectionModel().SelectionFlag
        page.table.selectionModel().select(index, flags.Deselect | flags.Rows)
    stage.rest()


def _under_way(stage: Stage) -> None:
    _many(stage)
    page = stage.window.contacts
    page.acts.bar.tell_progress(page.acts.tr("Adding tags: {done} of {whole}").format(done=500, whole=1200), 500, 1200)


def _tagging(stage: Stage) -> None:
    _many(stage)
    stage.window.actions_by_id["contacts.tag"].trigger()
    dialog = stage.window.contacts.findChild(TagsDialog)
    assert isinstance(dialog, TagsDialog)  # noqa: S101 - it was opened the line before
    dialog.value.setText("cold chain, " + "x" * 210)
    dialog.go.click()
    stage.rest()
    stage.over.append(dialog)


def _changing(stage: Stage) -> None:
    _many(stage)
    stage.window.actions_by_id["contacts.field"].trigger()
    dialog = stage.window.contacts.findChild(FieldDialog)
    assert isinstance(dialog, FieldDialog)  # noqa: S101 - it was opened the line before
    stage.rest()
    stage.over.append(dialog)


def _columns(stage: Stage) -> None:
    _listed(stage)
    page = stage.window.contacts
    page.table.choose_columns(["name", "job_title", "city", "stage", "tags", "language", "added"])
    page.layout_.open()
    panel = page.table.findChild(ColumnsPanel)
    assert isinstance(panel, ColumnsPanel)  # noqa: S101 - it was opened the line before
    stage.rest()
    stage.over.append(panel)


def _compact(stage: Stage) -> None:
    _listed(stage)
    stage.window.contacts.delegate.theme.choose_density("compact")
    stage.rest()


def _news(stage: Stage) -> None:
    _listed(stage)
    page = stage.window.contacts
    page.search("tag:vip")
    stage.until(lambda: page.model.is_whole and page.model.query)
    stage.rest()
    gone = page.model.ids_between(2, 3).tolist()
    with open_workspace(stage.url, clock=lambda: NOW) as colleague:
        for number in gone:
            colleague.write(contacts.edit, number, {"tags": []})
        for name in ("Ada", "Bea", "Cleo"):
            colleague.write(contacts.create, {"first_name": name, "tags": ["vip"]})
    stage.until(page.pill.isVisible)
    stage.rest()


def _companies(stage: Stage) -> None:
    stage.window.go_to("companies")
    page = stage.window.companies
    stage.until(page.model.rowCount)
    page.acts.picks.choose_all()
    stage.rest()


SCENES: Scenes = {
    "lists-many": Scene(_many),
    "lists-some-small": Scene(_some, SMALL),
    "lists-many-200": Scene(_many, SMALL, scale=2),
    "lists-many-rtl": Scene(_some, direction=Qt.LayoutDirection.RightToLeft),
    "lists-under-way": Scene(_under_way),
    "lists-tagging": Scene(_tagging),
    "lists-changing": Scene(_changing),
    "lists-columns": Scene(_columns),
    "lists-compact": Scene(_compact),
    "lists-news": Scene(_news),
    "lists-companies": Scene(_companies),
}
