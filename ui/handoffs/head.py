"""The head of a handoff: whose lead it is, how long there is to answer, and the way to the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.handoffs.dossier import Dossier
from app.handoffs.reading import HandoffRow
from ui import icons
from ui.around import Surroundings
from ui.contacts.parts import Portrait
from ui.handoffs import words
from ui.handoffs.evidence import headline
from ui.handoffs.keychip import keychip
from ui.handoffs.rings import Ring
from ui.theme import Theme, font
from ui.widgets.flow import Flow
from ui.widgets.wrapping import wrapping

NEXT_KEYS, LAST_KEYS = "Alt+Down", "Alt+Up"
_LONGEST = 40


class HandoffHead(QWidget):
    """The head."""

    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handhead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.back = QPushButton(self)
        self.back.setObjectName("quiet")
        self.back.setIconSize(icons.size_of(16))
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        self.place = self._label(font(12), "muted")
        native = QKeySequence(NEXT_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.next = QPushButton(self.tr("Next"), self)
        self.next.setObjectName("quiet")
        self.next.setToolTip(native)
        self.next.clicked.connect(self.next_asked)
        self._key = keychip(NEXT_KEYS, self)
        self.portrait = Portrait(theme, self, 52)
        self._title = QWidget(self)
        self.name = self._label(font(20, 600), "")
        self.badge = self._label(font(12, 600), "handbadge")
        self.badge.setText(self.tr("Handed over"))
        self.under = wrapping(self, font(13), name="muted")
        self.ring = Ring(theme, 38, 4, self)
        self.left = self._label(font(15, 600), "")
        self.due = self._label(font(12), "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 12)
        layout.setSpacing(4)
        layout.addLayout(self._top())
        layout.addLayout(self._names())

    def _label(self, face: QFont, name: str) -> QLabel:
        label = QLabel(self)
        label.setFont(face)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.place, 1)
        row.addWidget(self.next)
        row.addWidget(self._key)
        return row

    def _names(self) -> QHBoxLayout:
        first = Flow(self._title, gap=10)
        first.addWidget(self.name)
        first.addWidget(self.badge)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self.under)
        time = QVBoxLayout()
        time.setSpacing(1)
        time.addWidget(self.left)
        time.addWidget(self.due)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 1)
        row.addSpacing(12)
        row.addWidget(self.ring)
        row.addLayout(time)
        return row

    def offer_back(self, title: str) -> None:
        """Offer the way back to the page of a title."""
        self.back.setText(" " + title)
        self.back.setAccessibleName(self.tr("Back to {page}").format(page=title))
        self.back.show()
        self._theme.changed.connect(self.repaint_icons)
        self.repaint_icons()

    def repaint_icons(self) -> None:
        """Draw the icon in the theme's colour."""
        name = "arrow-right" if self.isRightToLeft() else "arrow-left"
        self.back.setIcon(icons.icon(name, self._theme.colour("muted"), 16))

    def show_dossier(self, found: Dossier, around: Surroundings) -> None:
        """Show a handoff."""
        brief, handoff = found.brief, found.brief.handoff
        self.portrait.tell(handoff.lead)
        self.name.setText(_short(handoff.lead))
        self.name.setToolTip(handoff.lead if self.name.text() != handoff.lead else "")
        self.badge.setVisible(handoff.is_open)
        self.under.setText(headline(found, around))
        self.under.setVisible(bool(self.under.text()))
        for part in (self.ring, self.left, self.due):
            part.setVisible(handoff.is_open)
        self.ring.tell(1.0 - brief.share, words.token(brief))
        self.left.setText(words.left(brief, around))
        self.due.setText(words.due(brief, around))
        self.ring.setAccessibleName(f"{self.left.text()}, {self.due.text()}")

    def tell_place(self, waiting: Sequence[HandoffRow], shown: Dossier | None, around: Surroundings) -> None:
        """Say which of those that wait it is; once it is answered, the next one is offered by name."""
        ids = [one.id for one in waiting]
        here = None if shown is None else shown.brief.handoff
        number = around.words.number
        if here is not None and here.id in ids:
            said = self.tr("{n} of %n handoffs to answer", None, len(ids)).format(n=number(ids.index(here.id) + 1))
        else:
            said = self.tr("%n handoffs to answer", None, len(ids))
        self.place.setText(said)
        following = next((one for one in waiting if here is None or one.id != here.id), None)
        self.next.setVisible(following is not None)
        self._key.setVisible(following is not None)
        named = following is not None and here is not None and not here.is_open
        if named and following is not None:
            lead = _short(following.lead).replace("&", "&&")
            self.next.setText(self.tr("Next: {lead}").format(lead=lead))
        else:
            self.next.setText(self.tr("Next"))
        self.next.setAccessibleName(self.next.text().replace("&&", "&"))


def _short(name: str) -> str:
    flat = " ".join(name.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
