"""The state of a window that is found again: its place on the screen, its sidebar and its page.

It is kept by workspace and member, on this computer. What cannot be read, or does not fit any more (a screen that is
gone, a page that is no more), is passed over.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app import settings

if TYPE_CHECKING:
    from app.context import Context

WINDOWS = "windows"
LAST_PAGE = "last"
"""What the setting of the first page says where the last one is wanted."""
SIZE = (1440, 900)
_FRAME = 36
"""Pixels that a window's title takes; how many is known only once it stands."""
_SEEN = 64
"""Pixels of the window's head that must lie on a screen."""


def read(context: "Context") -> Mapping[str, Any]:
    """Return what was kept for a member of a workspace; empty where nothing was, or nothing that can be read."""
    return state(owner(context))


def state(owner: str) -> Mapping[str, Any]:
    """Return what was kept under a name; empty where nothing was, or nothing that can be read."""
    windows = settings.read().get(WINDOWS)
    found = windows.get(owner) if isinstance(windows, dict) else None
    return found if isinstance(found, dict) else {}


def write(context: "Context", window: QWidget, *, rail: bool, page: str) -> None:
    """Keep how a window is left beside those of other members and workspaces."""
    left = {"geometry": geometry(window), "rail": rail, "page": page}
    windows = settings.read().get(WINDOWS)
    settings.write(windows={**(windows if isinstance(windows, dict) else {}), owner(context): left})


def geometry(window: QWidget) -> str:
    """Return a window's place on the screen as text."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")


def put_geometry(window: QWidget, kept: object) -> bool:
    """Put a window where it was; return whether that could be done, with its head on a screen that is there."""
    try:
        raw = base64.b64decode(kept, validate=True) if isinstance(kept, str) else b""
    except (binascii.Error, ValueError):
        return False
    if not raw or not window.restoreGeometry(QByteArray(raw)):
        return False
    head = QRect(window.geometry().topLeft(), window.geometry().topRight()).adjusted(_SEEN, 0, -_SEEN, _SEEN)
    return any(screen.availableGeometry().intersects(head) for screen in QGuiApplication.screens())


def first_size() -> QSize:
    """Return the size that a window has at first: with its frame within the screen."""
    wanted, screen = QSize(*SIZE), QGuiApplication.primaryScreen()
    return wanted.boundedTo(screen.availableSize() - QSize(0, _FRAME)) if screen is not None else wanted


def owner(context: "Context") -> str:
    """Return under which name the state of a member's window over a workspace is kept."""
    return f"{context.info.uuid}/{context.me.id if context.me else 0}"
