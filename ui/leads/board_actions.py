"""What can be done with leads and stages on the board, for menus, keys and the palette."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.actions import Action
from ui.handoffs import actions as handoffs
from ui.leads.beside import Beside
from ui.leads.moves import Moves

translate = QCoreApplication.translate
Act = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Hands:
    """What the page itself does."""

    filter: Act
    new_lead: Act
    remove: Act
    edit_stage: Act
    add_stage: Act


def table(hands: Hands, moves: Moves, beside: Beside) -> tuple[Action, ...]:
    """Return the actions of the board's page."""
    back, on = partial(moves.sideways, -1), partial(moves.sideways, 1)
    return (
        _action("leads.filter", translate("BoardPage", "&Filter leads"), "Ctrl+F", hands.filter, menu="edit"),
        _action("lead.new", translate("BoardPage", "&New lead"), "Ctrl+Shift+N", hands.new_lead),
        _action("lead.on", translate("BoardPage", "Move &on a stage"), "Ctrl+Shift+Right", on),
        _action("lead.back", translate("BoardPage", "Move &back a stage"), "Ctrl+Shift+Left", back),
        _action("lead.up", translate("BoardPage", "Move &up"), "Ctrl+Shift+Up", partial(moves.within, -1)),
        _action("lead.down", translate("BoardPage", "Move &down"), "Ctrl+Shift+Down", partial(moves.within, 1)),
        _action("lead.stage", translate("BoardPage", "Move to &stage…"), "Ctrl+M", moves.choose_stage),
        _action("lead.owner", translate("BoardPage", "&Assign owner…"), "Ctrl+Shift+O", moves.choose_owner),
        _action("lead.bin", translate("BoardPage", "Move to the b&in"), "Del", hands.remove),
        _action("lead.open", translate("BoardPage", "O&pen"), "", beside.open, rule=True),
        _action("lead.next", translate("BoardPage", "Ne&xt lead"), "Ctrl+PgDown", partial(beside.step, 1)),
        _action("lead.previous", translate("BoardPage", "P&revious lead"), "Ctrl+PgUp", partial(beside.step, -1)),
        _action("lead.log", translate("BoardPage", "&Log a call or note…"), "Ctrl+L", beside.log),
        _action("lead.task", translate("BoardPage", "Add a &task…"), "Ctrl+Shift+A", beside.add_task),
        _action("lead.score", translate("BoardPage", "E&xplain the score"), "Ctrl+I", beside.explain),
        *handoffs.table("board", beside.answer, partial(beside.answer, "dispute")),
        _action("stage.edit", translate("BoardPage", "Edit this sta&ge…"), "F2", hands.edit_stage, rule=True),
        _action("stage.add", translate("BoardPage", "Add a stag&e…"), "", hands.add_stage),
    )


def _action(name: str, title: str, keys: str, run: Act, *, menu: str = "lead", rule: bool = False) -> Action:
    return Action(name, menu, title, (keys,) if keys else (), run, place="board", rule=rule)
