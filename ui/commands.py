"""What the palette finds besides records: everything that can be done now, and the saved views."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from app.views import View
from ui.actions import Action
from ui.help import keys
from ui.ranking import Item


def items(
    table: Sequence[Action], made: Mapping[str, QAction], views: Sequence[View], show: Callable[[View], None]
) -> list[Item]:
    """Return a line for each action that can be done and for each view; `show` shows a view."""
    found = [
        Item(keys.plain(one.title).rstrip("…"), one.icon, _shortcut(one), made[one.id].trigger, one.id)
        for one in table
        if made[one.id].isEnabled() and one.id != "go.find"
    ]
    beside = QCoreApplication.translate("Window", "Saved view")
    return found + [Item(view.name, view.icon, beside, partial(show, view), f"view.{view.id}") for view in views]


def _shortcut(action: Action) -> str:
    return QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
