"""The File menu's ways to other workspaces."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app import beginning
from ui.actions import Action

MOST = 5


def ways(here: str, another: Callable[[], None], one_before: Callable[[str], None]) -> tuple[Action, ...]:
    """Return what opens another workspace, and those that were open before, without the one that is."""
    plain = beginning.without_password(here)
    others = [one for one in beginning.recent() if one.url != plain][:MOST]
    found = [Action("file.open", "file", QCoreApplication.translate("Recent", "&Open workspace…"), (), another)]
    for number, one in enumerate(others, 1):
        name = f"{one.company} – {Path(one.url).name}".replace("&", "&&")[:80]
        title = QCoreApplication.translate("Recent", "Open {workspace}").format(workspace=name)
        found.append(Action(f"file.recent.{number}", "file", title, (), partial(one_before, one.url), rule=number == 1))
    return tuple(found)
