"""The suspected pairs: one looked at, many merged at once, those merged before."""

from typing import Any

from PySide6.QtCore import Qt

from app import consents, contacts, feed, leads
from app.duplicates import merging
from app.workspace import open_workspace
from tools.scenes.stage import NOW, SMALL, Scene, Scenes, Stage
from ui.contacts.new_contact import NewContact

_TWICE: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    (
        {
            "first_name": "Amelia",
            "last_name": "Okafor",
            "emails": ["amelia@northwindlab.example"],
            "phones": ["+44 20 7946 0958"],
            "job_title": "Head of Operations",
            "city": "",
            "source": "web",
            "tags": ["webinar", "enterprise"],
        },
        {
            "first_name": "Amelia",
            "last_name": "Okafor",
            "emails": ["amelia@northwindlab.example", "a.okafor@post.example"],
            "phones": ["+44 7700 900 412"],
            "job_title": "Ops lead",
            "city": "Leeds",
            "source": "trade show",
            "tags": ["trade show"],
        },
    ),
    (
        {"first_name": "José", "last_name": "Núñez", "emails": ["jose.nunez@luz.example"], "city": "León"},
        {"first_name": "Jose", "last_name": "Nunez", "emails": ["JOSE.NUNEZ@luz.example"], "city": "León"},
    ),
    (
        {"first_name": "Grace", "last_name": "Lindqvist", "phones": ["+46 8 123 456 78"], "city": "Stockholm"},
        {"first_name": "Grase", "last_name": "Lindqvist", "phones": ["+46 8 123 456 78"], "city": "Stockholm"},
    ),
)
_LONG = "Departamento de compras internacionales y relaciones con proveedores de café de altura"


def _doubled(stage: Stage, *, long: bool = False) -> None:
    with open_workspace(stage.url, clock=lambda: NOW) as door:
        made: list[int] = []
        for place, pair in enumerate(_TWICE):
            for values in pair:
                more = {"job_title": f"{_LONG} {len(made)}"} if long and not place else {}
                made.append(door.write(contacts.create, values | more).entries[0].id)
        for number in made[:2]:
            door.write(leads.create, {"contact": number, "name": "Spare parts", "value": "1200"})
        for text in ("Asked for the price list.", "Wants a tasting.", "Budget is agreed."):
            door.write(feed.add, "contact", made[1], "note", text)
        door.write(consents.say, made[0], "phone", granted=True)
        door.write(consents.say, made[1], "phone", granted=False)


def _page(stage: Stage, *, long: bool = False) -> None:
    _doubled(stage, long=long)
    stage.window.go_to("duplicates")
    page = stage.window.duplicates
    stage.until(lambda: page.view.pair is not None and not page.progress.isVisible())
    stage.rest()
    page.list.choose(next(row for row, one in enumerate(page.list.model_.rows) if "Amelia" in str(one)))
    stage.rest()


def _long(stage: Stage) -> None:
    _page(stage, long=True)


def _bulk(stage: Stage) -> None:
    _page(stage)
    stage.window.duplicates.all_button.click()


def _merged(stage: Stage) -> None:
    _page(stage)
    page = stage.window.duplicates
    page.merge()
    stage.until(lambda: page.merged.buttons)
    stage.rest()
    page.merged_button.click()


def _none(stage: Stage) -> None:
    stage.window.go_to("duplicates")


def _taken_in(stage: Stage) -> None:
    _doubled(stage)
    with open_workspace(stage.url, clock=lambda: NOW) as door:
        first, second = (row.id for row in door.read(contacts.first_page, "Okafor Amelia")[:2])
        door.write(merging.merge, min(first, second), max(first, second))
        kept = min(first, second)
    stage.window.open_record("contact", kept)
    stage.until(stage.window.contacts.pill.isVisible)


def _typed(stage: Stage, values: dict[str, str]) -> NewContact:
    page = stage.window.contacts
    stage.window.actions_by_id["contacts.new"].trigger()
    dialog = page.newcomer
    assert dialog is not None  # noqa: S101 - the action made it
    stage.over.append(dialog)
    for name, text in values.items():
        dialog.fields[name].setText(text)
    return dialog


def _new(stage: Stage) -> None:
    _page(stage)
    stage.window.go_to("contacts")
    dialog = _typed(stage, {"first_name": "Jose", "last_name": "Nunez", "emails": "jose.nunez@luz.example"})
    stage.until(dialog.likely.isVisible)


def _new_wrong(stage: Stage) -> None:
    dialog = _typed(stage, {"emails": "grace at north", "phones": "1"})
    dialog.save_button.click()


SCENES: Scenes = {
    "new-contact": Scene(_new),
    "new-contact-small": Scene(_new, SMALL),
    "new-contact-rtl": Scene(_new, direction=Qt.LayoutDirection.RightToLeft),
    "new-contact-wrong": Scene(_new_wrong),
    "duplicates": Scene(_page),
    "duplicates-small": Scene(_page, SMALL),
    "duplicates-200": Scene(_page, SMALL, scale=2),
    "duplicates-rtl": Scene(_page, direction=Qt.LayoutDirection.RightToLeft),
    "duplicates-long": Scene(_long),
    "duplicates-bulk": Scene(_bulk),
    "duplicates-merged": Scene(_merged),
    "duplicates-none": Scene(_none, empty=True),
    "duplicates-taken-in": Scene(_taken_in),
}
