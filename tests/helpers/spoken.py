"""What a screen reader finds in a window: walked in this process, without a bus."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

SILENT = frozenset(
    {
        QAccessible.Role.Client,
        QAccessible.Role.Pane,
        QAccessible.Role.Grouping,
        QAccessible.Role.ScrollBar,
        QAccessible.Role.Separator,
        QAccessible.Role.Splitter,
        QAccessible.Role.LayeredPane,
        QAccessible.Role.Whitespace,
        QAccessible.Role.Grip,
        QAccessible.Role.Border,
        QAccessible.Role.Indicator,
        QAccessible.Role.Window,
        QAccessible.Role.Dialog,
        QAccessible.Role.Cell,  # an empty one says nothing, as it shows
    }
)
"""What needs no name of its own: it holds other things, or is passed over."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing that is found: role, name and value, if it takes the focus, its middle on the screen, if it is on.

    `is_seen` says that it is not scrolled out of sight.
    """

    role: QAccessible.Role
    name: str
    focusable: bool
    path: str
    value: str
    place: tuple[int, int]
    is_on: bool
    is_enabled: bool
    is_seen: bool


def walk(widget: QWidget, most_children: int = 40) -> Iterator[Spoken]:
    """Go through all that is visible below a widget; of long lists, the first children."""
    top = QAccessible.queryAccessibleInterface(widget)
    assert top is not None
    yield from _below(top, type(widget).__name__, most_children)


def _below(one: QAccessibleInterface, path: str, most: int) -> Iterator[Spoken]:
    for number in range(min(one.childCount(), most)):
        child = one.child(number)
        if child is None or not child.isValid():
            continue
        state = child.state()
        if state.invisible:
            continue
        thing = child.object()
        called = type(thing).__name__ if thing is not None else child.role().name
        here = f"{path} > {called}"
        if thing is not None and thing.objectName():
            here += f"#{thing.objectName()}"
        yield Spoken(
            child.role(),
            child.text(QAccessible.Text.Name).strip(),
            bool(state.focusable),
            here,
            child.text(QAccessible.Text.Value),
            child.rect().center().toTuple(),
            bool(state.checked or state.selected),
            not state.disabled,
            not state.offscreen,
        )
        yield from _below(child, here, most)
