"""What can be done with the chosen cards, for hands that do not drag: their menu, and lists to choose from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.context import MemberRow, StageRow
from ui.handoffs import actions as handoffs
from ui.leads.card_list import CardList
from ui.widgets.choices import Choices, Option

translate = QCoreApplication.translate
Go = Callable[[int], None]
"""What is called with the stage, or the member, that was chosen."""
_LONGEST = 60
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Doing:
    """What the menu's entries do."""

    open: Callable[[], None]
    peek: Callable[[], None]
    open_contact: Callable[[], None]
    move: Go
    assign: Callable[[int | None], None]
    copy: Callable[[], None]
    remove: Callable[[], None]
    answer: Callable[[str], None]


def stages_under(card: QWidget, stages: Sequence[StageRow], go: Go) -> Choices:
    """Open a list of stages under a card; letters find one, Enter takes it, Esc leaves the card where it is."""
    words = translate("CardMenu", "Move to stage")
    return _offered(card, words, [Option(stage.name, str(stage.id), alone=True) for stage in stages], go)


def owners_under(card: QWidget, members: Sequence[MemberRow], go: Callable[[int | None], None]) -> Choices:
    """Open a list of members under a card, and nobody."""
    words = translate("CardMenu", "Assign owner")
    nobody = Option(translate("CardMenu", "Nobody"), "0", alone=True)
    options = [*(Option(one.name, str(one.id), alone=True) for one in members), nobody]
    return _offered(card, words, options, lambda number: go(number or None))


def _offered(card: QWidget, words: str, options: list[Option], go: Go) -> Choices:
    window = Choices(words, card)
    window.chosen.connect(lambda values: go(int(values[0])))
    window.offer(options, [], free=False)
    window.open_under(card)
    if window.list.isVisible():
        window.list.setCurrentRow(0)
    return window


def menu_of(
    parent: CardList, stages: Sequence[StageRow], members: Sequence[MemberRow], doing: Doing, *, one: bool
) -> QMenu:
    """Return the menu of the chosen cards of a list; `one` says that it is a single card."""
    menu = QMenu(parent)
    menu.setObjectName("card")
    if one and parent.stage_model.stage.kind == "handoff":
        for action in handoffs.table("card", doing.answer):
            shown = menu.addAction(f"{action.title}\t{QKeySequence(action.keys[0]).toString(_NATIVE)}")
            shown.setObjectName(action.id)
            shown.triggered.connect(partial(_call, action.run))
        menu.addSeparator()
    where = menu.addMenu(translate("CardMenu", "Move to"))
    for stage in stages:
        where.addAction(_shown(stage.name)).triggered.connect(partial(_call, doing.move, stage.id))
    for kind, words in (("won", translate("CardMenu", "Won…")), ("lost", translate("CardMenu", "Lost…"))):
        found = next((stage for stage in stages if stage.kind == kind), None)
        if found is not None:
            menu.addAction(words).triggered.connect(partial(_call, doing.move, found.id))
    owners = menu.addMenu(translate("CardMenu", "Assign owner"))
    for member in members:
        owners.addAction(_shown(member.name)).triggered.connect(partial(_call, doing.assign, member.id))
    owners.addAction(translate("CardMenu", "Nobody")).triggered.connect(partial(_call, doing.assign, None))
    menu.addSeparator()
    if one:
        menu.addAction(translate("CardMenu", "Open")).triggered.connect(partial(_call, doing.open))
        menu.addAction(translate("CardMenu", "Peek")).triggered.connect(partial(_call, doing.peek))
        menu.addAction(translate("CardMenu", "Show among the contacts")).triggered.connect(
            partial(_call, doing.open_contact)
        )
    copied = translate("CardMenu", "Copy name") if one else translate("CardMenu", "Copy names")
    menu.addAction(copied).triggered.connect(partial(_call, doing.copy))
    menu.addSeparator()
    menu.addAction(translate("CardMenu", "Move to the bin")).triggered.connect(partial(_call, doing.remove))
    return menu


def _shown(name: str) -> str:
    return name.replace("&", "&&").replace("\n", " ")[:_LONGEST]


def _call(act: Callable[..., None], *args: object) -> None:
    act(*[one for one in args if not isinstance(one, bool)])
