"""The answers as actions of a page: for its menu, its keys, the palette and the sheet of keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.actions import Action
from ui.handoffs import words

translate = QCoreApplication.translate


def table(
    place: str, begin: Callable[[str], None], dispute: Callable[[], None] | None = None, menu: str = "lead"
) -> tuple[Action, ...]:
    """Return the actions of a page on which handoffs are answered.

    Args:
        place: the page.
        begin: called with one of `words.ANSWERS`.
        dispute: begins the dispute of a rejection, where that can be done on the page.
        menu: the menu that they stand in.
    """
    titles = {
        "accepted": translate("Handoffs", "Acc&ept the handoff"),
        "rejected": translate("Handoffs", "Re&ject the handoff…"),
        "recycled": translate("Handoffs", "Rec&ycle the lead until…"),
        "rerouted": translate("Handoffs", "Re&route the handoff…"),
    }
    found = [
        Action(
            f"{place}.{answer}",
            menu,
            titles[answer],
            (words.KEYS[answer],),
            partial(begin, answer),
            rule=answer == words.ANSWERS[0],
            place=place,
            icon=words.ICONS[answer],
        )
        for answer in words.ANSWERS
    ]
    if dispute is not None:
        title = translate("Handoffs", "Dispute the rejec&tion…")
        found.append(Action(f"{place}.dispute", menu, title, (), dispute, place=place, icon="scale"))
    return tuple(found)
