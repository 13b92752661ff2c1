"""What colleagues make of a note: a row of signs, each with how many gave it and, by hovering, who."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.replies import SIGNS
from ui import icons
from ui.around import Surroundings
from ui.theme import Theme
from ui.widgets.tinted import tint

_ICONS = {"agree": "check", "thanks": "star", "seen": "eye", "great": "trophy"}


def sign_name(sign: str) -> str:
    """Return what a reaction says."""
    return {
        "agree": QCoreApplication.translate("NoteView", "Agreed"),
        "thanks": QCoreApplication.translate("NoteView", "Thank you"),
        "seen": QCoreApplication.translate("NoteView", "Seen"),
        "great": QCoreApplication.translate("NoteView", "Great"),
    }[sign]


def is_mine(reactions: Mapping[str, Sequence[int]], sign: str, around: Surroundings) -> bool:
    """Return whether I gave a sign."""
    me = around.context.me
    return me is not None and me.id in reactions.get(sign, ())


class Signs(QWidget):
    """The row: pressing a sign gives it or takes one's own back. `given_only` leaves out what nobody gave."""

    reacted = Signal(str, bool)  # the sign, whether it is given or taken back

    def __init__(
        self,
        reactions: Mapping[str, Sequence[int]],
        around: Surroundings,
        theme: Theme,
        parent: QWidget,
        *,
        given_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        members = around.context.members
        for sign in SIGNS:
            by = reactions.get(sign, ())
            if given_only and not by:
                continue
            mine = is_mine(reactions, sign, around)
            button = self._button(sign, [members[one].name for one in by if one in members], len(by))
            tint(button, theme, _ICONS[sign], "accent_text" if mine else "muted", 14)
            button.setChecked(mine)
            button.clicked.connect(self._reaction(sign, on=not mine))
            row.addWidget(button)
            self.buttons[sign] = button
        row.addStretch(1)

    def _button(self, sign: str, who: list[str], count: int) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("quiet")
        button.setCheckable(True)
        button.setIconSize(icons.size_of(14))
        button.setText(str(count) if count else "")
        said = f"{sign_name(sign)}: {', '.join(who)}" if who else sign_name(sign)
        button.setAccessibleName(said)
        button.setToolTip(said)
        return button

    def _reaction(self, sign: str, *, on: bool) -> Callable[[], None]:
        return partial(self.reacted.emit, sign, on)
