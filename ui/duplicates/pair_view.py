"""One suspected pair: who they are, what comes out of a merge, what it brings about, and what can be done."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.duplicates.merging import Facing
from app.duplicates.pairs import Pair
from ui import icons
from ui.around import Surroundings
from ui.contacts.parts import scrolled
from ui.contacts.step_card import Pill
from ui.duplicates import words
from ui.duplicates.comparing import Comparison
from ui.theme import Theme, font
from ui.widgets.wrapping import wrapping
from ui.words import Due


class PairView(QWidget):
    """The right of the page."""

    merge_asked = Signal()
    apart_asked = Signal()
    stepped = Signal(int)

    def __init__(self, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.around = theme, around
        self.pair: Pair | None = None
        self.title = wrapping(self, font(20, 600), self.tr("Are these the same person?"))
        self.why = wrapping(self, font(13), name="muted")
        self.place = QLabel(self)
        self.place.setObjectName("muted")
        self.grade = Pill(theme, self)
        self.back_button, self.on_button = QPushButton(self), QPushButton(self)
        for button, name, step in (
            (self.back_button, self.tr("Previous pair"), -1),
            (self.on_button, self.tr("Next pair"), 1),
        ):
            button.setObjectName("quiet")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(partial(self.stepped.emit, step))
        self.card = Comparison(theme, around, self)
        self.effects = QFrame(self)
        self.effects.setObjectName("card")
        self._effects = [wrapping(self.effects, font(13)) for _ in range(3)]
        self._signs = [QLabel(self.effects) for _ in range(3)]
        self.hint = wrapping(self, font(13), name="muted")
        self.later_button = QPushButton(self.tr("Look later"), self)
        self.later_button.setObjectName("quiet")
        self.later_button.clicked.connect(partial(self.stepped.emit, 1))
        apart, merge = self.tr("Keep separate"), self.tr("Merge")
        self.apart_button = QPushButton(f" {apart}", self)
        self.apart_button.setAccessibleName(apart)
        self.apart_button.clicked.connect(self.apart_asked)
        self.merge_button = QPushButton(f" {merge}", self)
        self.merge_button.setAccessibleName(merge)
        self.merge_button.setObjectName("primary")
        self.merge_button.clicked.connect(self.merge_asked)
        self._build()
        theme.changed.connect(self._draw)
        self._draw()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 0)
        head.setSpacing(10)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.why)
        head.addLayout(lines, 1)
        for widget in (self.grade, self.place, self.back_button, self.on_button):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        effects = QVBoxLayout(self.effects)
        effects.setContentsMargins(16, 12, 16, 12)
        effects.setSpacing(6)
        for sign, label in zip(self._signs, self._effects, strict=True):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            effects.addLayout(row)
        content = QWidget(self)
        content.setObjectName("columns")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(20, 12, 20, 16)
        inner.setSpacing(12)
        inner.addWidget(self.card)
        inner.addWidget(self.effects)
        inner.addStretch(1)
        foot = QFrame(self)
        foot.setObjectName("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addWidget(self.hint, 1)
        for button in (self.later_button, self.apart_button, self.merge_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        scroll = scrolled(content, self)
        scroll.setObjectName("columns")
        layout.addWidget(scroll, 1)
        layout.addWidget(foot)

    def show_pair(self, pair: Pair, sides: tuple[Facing, Facing], place: int, of: int) -> None:
        """Show a pair."""
        self.pair = pair
        self.card.around = self.around
        self.why.setText(words.reasons(pair.why, self.around))
        self.place.setText(self.tr("{n} of {all}").format(n=place, all=self.around.words.number(of)))
        self.back_button.setEnabled(place > 1)
        self.on_button.setEnabled(place < of)
        self.later_button.setEnabled(place < of)
        self.card.show_sides(sides)
        name = str(sides[0].values.get("name") or sides[1].values.get("name") or "")[:80]
        self.hint.setText(self.tr("Undo with Ctrl+Z, or later from the page of {name}.").format(name=name))
        self._tell_effects(sides)
        self._draw()

    def _tell_effects(self, sides: tuple[Facing, Facing]) -> None:
        one, other = sides
        moved = [
            words_
            for count, words_ in (
                (other.notes, self.tr("%n notes", None, other.notes)),
                (other.leads, self.tr("%n leads", None, other.leads)),
            )
            if count
        ]
        along = self.tr("{what} and").format(what=moved[0]) + f" {moved[1]}" if len(moved) > 1 else "".join(moved)
        self._effects[0].setText(
            self.tr("Along from B to A: {what}. Leads stay in their stages.").format(what=along)
            if moved
            else self.tr("Nothing has to move along from B to A.")
        )
        stricter = [
            purpose
            for purpose in one.consents.keys() & other.consents.keys()
            if one.consents[purpose] != other.consents[purpose]
        ]
        if stricter:
            said = self.tr("The stricter consent wins: no for {purposes}.").format(purposes=", ".join(sorted(stricter)))
        elif one.consents or other.consents:
            said = self.tr("What either consented to stays as it is.")
        else:
            said = self.tr("Neither has a consent written down.")
        self._effects[1].setText(said)
        self._effects[2].setText(self.tr("It can be taken apart again, with every note back where it was."))

    def _draw(self) -> None:
        muted = self._theme.colour("muted")
        ratio = self.devicePixelRatioF()
        for sign, name, token in zip(
            self._signs, ("arrow-right", "shield-check", "split"), ("accent", "muted", "muted"), strict=True
        ):
            sign.setPixmap(icons.pixmap(name, self._theme.colour(token), 16, ratio))
        self.back_button.setIcon(icons.icon("chevron-up", muted))
        self.on_button.setIcon(icons.icon("chevron-down", muted))
        self.apart_button.setIcon(icons.icon("split", self._theme.colour("text"), 16))
        self.merge_button.setIcon(icons.icon("merge", self._theme.colour("on_accent"), 16))
        if self.pair is not None:
            word, ink, _, icon = words.grade(self.pair.grade)
            self.grade.tell(Due(word, ink, icon))
