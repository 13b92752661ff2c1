"""The window's actions as one table: menus and shortcuts are made from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    Attributes:
        id: its name in the program.
        menu: the id of the menu it stands in.
        title: what the menu says; "&" marks the letter.
        keys: the shortcuts, the first one shown.
        run: what is done.
        group: actions of one group exclude each other and are ticked.
        rule: whether a line stands above it.
        place: the page on which it can be done; everywhere where it is empty.
        icon: its drawing in the palette.
        when: whether what its page shows lets it be done; asked again whenever the page says so (`Page.acts_changed`).
    """

    id: str
    menu: str
    title: str
    keys: tuple[str, ...]
    run: Callable[[], None]
    group: str = ""
    rule: bool = False
    place: str = ""
    icon: str = "chevron-right"
    when: Callable[[], bool] | None = None


class Menus:
    """The menus and shortcuts of a window, made from its table; pages add what is theirs when they are made."""

    def __init__(self, owner: QWidget, bar: QMenuBar, menus: Sequence[tuple[str, str]]) -> None:
        self._owner = owner
        self._menus: dict[str, QMenu] = {name: bar.addMenu(title) for name, title in menus}
        self._groups: dict[str, QActionGroup] = {}
        self.table: list[Action] = []
        self.made: dict[str, QAction] = {}

    def add(self, table: Sequence[Action]) -> None:
        """Put more actions at the end of their menus."""
        for one in table:
            action = QAction(one.title, self._owner)
            action.setObjectName(one.id)
            action.setShortcuts([QKeySequence(keys) for keys in one.keys])
            action.triggered.connect(one.run)
            if one.group:
                action.setCheckable(True)
                group = self._groups.setdefault(one.group, QActionGroup(self._owner))
                group.addAction(action)
            if one.rule:
                self._menus[one.menu].addSeparator()
            self._menus[one.menu].addAction(action)
            # A shortcut works also where the menu bar is the desktop's own.
            self._owner.addAction(action)
            self.made[one.id] = action
        self.table.extend(table)

    def offer(self, place: str) -> None:
        """Let what belongs to one page be done there alone."""
        here = {action.menu for action in self.table if action.place == place}
        for action in self.table:
            if action.place:
                is_offered = action.place == place and (action.when is None or action.when())
                self.made[action.id].setEnabled(is_offered)
                # What another page offers is left out of a menu in which this one has something to offer.
                self.made[action.id].setVisible(action.place == place or action.menu not in here)


def menu(owner: QWidget, table: Sequence[Action]) -> QMenu:
    """Return a menu of these actions; it goes when it is closed."""
    made = QMenu(owner)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for one in table:
        action = made.addAction(one.title)
        action.setObjectName(one.id)
        if one.keys:
            # Shown only: the window's own action of that name answers to the keys.
            action.setText(f"{one.title}\t{QKeySequence(one.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)}")
        action.triggered.connect(one.run)
    return made


def next_pane(panes: Sequence[QWidget], focused: QWidget | None, step: int, into_page: Callable[[], None]) -> None:
    """Put the focus into the next part of the window that is in sight; the first part of a page takes it by itself."""
    shown = [one for one in panes if one.isVisible()]
    now = next((at for at, one in enumerate(shown) if focused is not None and one.isAncestorOf(focused)), 0)
    wanted = shown[(now + step) % len(shown)]
    if wanted is panes[1]:
        into_page()
        return
    first = next(
        (
            one
            for one in wanted.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        wanted,
    )
    first.setFocus(Qt.FocusReason.TabFocusReason)


def menus() -> tuple[tuple[str, str], ...]:
    """Return the menus in order: name in the program, title."""
    return (
        ("file", QCoreApplication.translate("Window", "&File")),
        ("edit", QCoreApplication.translate("Window", "&Edit")),
        ("view", QCoreApplication.translate("Window", "&View")),
        ("go", QCoreApplication.translate("Window", "&Go")),
        ("contact", QCoreApplication.translate("Window", "&Contact")),
        ("lead", QCoreApplication.translate("Window", "&Lead")),
        ("meeting", QCoreApplication.translate("Window", "&Meeting")),
        ("help", QCoreApplication.translate("Window", "&Help")),
    )
