"""A handoff to answer: what speaks for the lead on the left, the answers on the right, the time that is left above.

Whoever shows it makes it with `AnswerPane(jobs, theme, around)`, calls `show_handoff(id)`, and hears `said` and
`failed` as from a page. It reads anew by itself when the handoff, its lead or its contact changes. Without keys of the
page's own (`actions.table`) it hears the answers' keys and Alt+Down itself while the focus is in it.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from app.changes import Change
from app.errors import KnownError, NotFoundError
from app.handoffs import dossier, reading
from app.handoffs.dossier import Dossier
from app.handoffs.reading import HandoffRow
from ui.around import Surroundings
from ui.contacts.parts import details_column
from ui.handoffs import words
from ui.handoffs.answer_box import AnswerBox
from ui.handoffs.evidence import AlikeCard, NoteCard, PeopleCard, ReadyCard
from ui.handoffs.head import LAST_KEYS, NEXT_KEYS, HandoffHead
from ui.handoffs.touches import Touches
from ui.jobs import Jobs
from ui.theme import Theme, font
from ui.widgets.scrolling import scrolled
from ui.widgets.wrapping import wrapping

_MINUTE = 60_000
_TOUCHING = frozenset(
    {"handoff", "lead", "contact", "company", "activity", "task", "agreement", "absence", "workspace", "reason"}
)
_WIDE = 1_060
"""Width from which the touches stand beside the cards."""
_NARROW = 720
"""Width below which the answers stand below what speaks for the lead."""
_ANSWERS = 420
_SHARE, _SHARE_OPEN = 0.65, 0.8
"""Of the height, what the answers take at most below what speaks for the lead: as they are, and with a form open."""
_MOST = 16_777_215
_ABOVE = 8


class AnswerPane(QWidget):
    """The pane."""

    said = Signal(str, object)  # what was answered, in a sentence, and the Change that undo takes back
    failed = Signal(object)  # KnownError
    turned = Signal(int)  # another handoff is shown, by its id
    answered = Signal(int)  # the handoff that was answered here
    read_anew = Signal(object)  # the Dossier that is shown, as it stands now
    record_asked = Signal(str, int)  # kind and id of a record that stands on another page
    closed = Signal()  # Esc, with no form open
    place_asked = Signal(str)  # a page that is to be shown

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._jobs, self._theme, self._around = jobs, theme, around
        self.handoff_id: int | None = None
        self.dossier: Dossier | None = None
        self._waiting: Sequence[HandoffRow] = ()
        self._soon = QTimer(self, singleShot=True, interval=200)
        self._soon.timeout.connect(self.read)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.read)
        self._minute.start()
        self.head = HandoffHead(theme, self)
        self.note = NoteCard(theme, self)
        self.ready = ReadyCard(theme, self)
        self.people = PeopleCard(theme, self)
        self.alike = AlikeCard(theme, self)
        self.touches = Touches(theme, self)
        self.box = AnswerBox(jobs, theme, around, self)
        self.empty = wrapping(self, font(14), name="muted")
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._listen()
        self._show()

    @property
    def around(self) -> Surroundings:
        """What the words depend on."""
        return self._around

    @around.setter
    def around(self, around: Surroundings) -> None:
        self._around = self.box.around = around
        self._show()

    def show_handoff(self, handoff_id: int | None) -> None:
        """Show a handoff, or that there is none to answer."""
        if handoff_id != self.handoff_id:
            self.dossier = None
        self.handoff_id = handoff_id
        if handoff_id is None:
            self._show()
        self.read()

    def show_first(self) -> None:
        """Show the handoff that is due first of those that wait for me."""
        self._jobs.read(reading.mine, done=self._take_first, failed=self.failed.emit, key="handoffs.first")

    def read(self) -> None:
        """Read what is shown anew."""
        if self.handoff_id is not None:
            self._jobs.read(
                dossier.dossier,
                self.handoff_id,
                done=partial(self._take, self.handoff_id),
                failed=partial(self._gone, self.handoff_id),
                key=f"handoffs.dossier.{id(self)}",
            )
        self._jobs.read(reading.mine, done=self._take_waiting, failed=self.failed.emit, key=f"handoffs.mine.{id(self)}")

    def begin(self, answer: str) -> None:
        """Give one of `words.ANSWERS`: accepting is done at once, the others open their form."""
        if self.dossier is not None:
            self.box.begin(answer)

    def step(self, places: int) -> None:
        """Go to another of the handoffs that wait for me: the next one (1) or the one before (-1)."""
        ids = [one.id for one in self._waiting]
        if not ids or ids == [self.handoff_id]:
            return
        if self.handoff_id in ids:
            wanted = ids[(ids.index(self.handoff_id) + places) % len(ids)]
        else:
            wanted = ids[0 if places > 0 else -1]
        self.show_handoff(wanted)
        self.turned.emit(wanted)

    def take_focus(self) -> None:
        """Put the focus on the answers; where there is nothing to answer, on the sentence that says so."""
        if self.dossier is not None:
            self.box.take_focus()
        else:
            self.empty.setFocus()

    def panes(self) -> Sequence[QWidget]:
        """Return the head, what speaks for the lead, and the answers, which F6 goes to in turn."""
        return (self.head, self._left_area, self._right_area)

    def stop(self) -> None:
        """End what goes on by itself; the window closes."""
        self._minute.stop()
        self._soon.stop()

    # Building

    def _lay_out(self) -> None:
        self._left_area = scrolled(self._build_evidence(), self)
        self._side = self._build_side()
        self._right_area = scrolled(self._side, self)
        self._right_area.setObjectName("handside")
        for area in (self._left_area, self._right_area):
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self._left_area, 1)
        self._body.addWidget(self._right_area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(self._body, 1)
        layout.addWidget(self.empty, 1)
        self.empty.setContentsMargins(20, 20, 20, 20)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._arrange()
        self.head.installEventFilter(self)
        self._side.installEventFilter(self)

    def _build_evidence(self) -> QWidget:
        made = QWidget(self)
        made.setObjectName("columns")
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, made)
        self._parts.setContentsMargins(20, 16, 20, 16)
        self._parts.setSpacing(22)
        cards = QVBoxLayout()
        cards.setSpacing(12)
        for card in (self.note, self.ready, self.people, self.alike):
            cards.addWidget(card)
        cards.addStretch(1)
        self._parts.addLayout(cards, 5)
        self._parts.addWidget(self.touches, 3)
        return made

    def _build_side(self) -> QWidget:
        side, inner = details_column(self, (18, 14, 18, 16), 6)
        title = QLabel(self.tr("Your answer"), side)
        title.setFont(font(15, 600))
        inner.addWidget(title)
        inner.addWidget(self.box)
        inner.addStretch(1)
        return side

    def _listen(self) -> None:
        self.box.said.connect(self.said)
        self.box.failed.connect(self.failed)
        self.box.answered.connect(self._answered)
        self.box.stale.connect(self.read)
        self.box.opened.connect(self._scroll_soon)
        self.head.next_asked.connect(partial(self.step, 1))
        self.people.company_asked.connect(partial(self.record_asked.emit, "company"))
        self.ready.definition_asked.connect(partial(self.place_asked.emit, "agreement"))
        self._jobs.changed.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the parts beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(beside if self.width() >= _WIDE else below)
        narrow = self.width() < _NARROW
        self._body.setDirection(below if narrow else beside)
        self._right_area.setMinimumWidth(0 if narrow else min(_ANSWERS, self.width() // 2))
        self._right_area.setMaximumWidth(_MOST if narrow else _ANSWERS)
        self.box.fold(folded=narrow)
        self._share_height()

    def _share_height(self) -> None:
        """Below what speaks for the lead, give the answers the height that they need."""
        if self.width() >= _NARROW:
            self._right_area.setMinimumHeight(0)
            self._right_area.setMaximumHeight(_MOST)
            return
        side = self._side
        needed = side.heightForWidth(self.width()) if side.hasHeightForWidth() else side.sizeHint().height()
        share = _SHARE_OPEN if self.box.open_form else _SHARE
        self._right_area.setFixedHeight(min(needed, round(self._body.geometry().height() * share)))

    def _scroll_soon(self, form: QWidget) -> None:
        """Scroll to where a form that was opened begins, once it has its place."""
        QTimer.singleShot(0, form, partial(self._scroll_to, form))

    def _scroll_to(self, form: QWidget) -> None:
        bar, top = self._right_area.verticalScrollBar(), form.mapTo(self._side, QPoint()).y() - _ABOVE
        seen = self._right_area.viewport().height()
        if not bar.value() <= top <= bar.value() + seen - form.height() - _ABOVE:
            bar.setValue(top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height anew when the answers need another."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_height()
        return super().eventFilter(watched, event)

    # Showing

    def _take(self, asked: int, found: Dossier) -> None:
        if asked == self.handoff_id:
            self.dossier = found
            self._show()
            self.read_anew.emit(found)

    def _gone(self, asked: int, error: KnownError) -> None:
        if asked == self.handoff_id and isinstance(error, NotFoundError):
            self.handoff_id = self.dossier = None
            self._show()
        self.failed.emit(error)

    def _take_first(self, found: Sequence[HandoffRow]) -> None:
        self._waiting = found
        if self.handoff_id is None:  # else another one was asked for meanwhile
            self.show_handoff(found[0].id if found else None)

    def _take_waiting(self, found: Sequence[HandoffRow]) -> None:
        self._waiting = found
        self._tell_place()

    def _tell_place(self) -> None:
        self.head.tell_place(self._waiting, self.dossier, self._around)
        if self._waiting:
            self.empty.setText(self.tr("Choose a handoff to answer."))
        else:
            self.empty.setText(self.tr("No handoff waits for your answer. Leads that are handed to you come here."))

    def _show(self) -> None:
        found = self.dossier
        for part in (self._left_area, self._right_area, self.head):
            part.setVisible(found is not None)
        self.empty.setVisible(found is None and self.handoff_id is None)
        self._tell_place()
        if found is None:
            return
        self.head.show_dossier(found, self._around)
        self.note.show_dossier(found, self._around)
        self.ready.show_dossier(found, self._around)
        self.people.show_dossier(found)
        self.alike.show_dossier(found, self._around)
        self.touches.show_touches(found.touches, self._around)
        self.box.show_brief(found.brief)

    def _answered(self, handoff_id: int) -> None:
        self.read()
        self.answered.emit(handoff_id)

    def offer_next(self) -> None:
        """Put the focus on the way to the next handoff, where there is one."""
        if self.head.next.isVisible():
            self.head.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _TOUCHING & change.ids.keys():
            self._soon.start()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the keys of the answers, where the page has no actions of its own for them."""
        pressed = QKeySequence(event.keyCombination())
        for answer, keys in words.KEYS.items():
            if pressed == QKeySequence(keys):
                self.begin(answer)
                return
        if pressed == QKeySequence(NEXT_KEYS) or pressed == QKeySequence(LAST_KEYS):
            self.step(1 if pressed == QKeySequence(NEXT_KEYS) else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
