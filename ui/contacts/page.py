"""The contacts: the table, and the pane with the one that is chosen."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.actions import Action
from ui.around import Surroundings
from ui.contacts.details import WIDTH, Details
from ui.contacts.score_line import ListScores
from ui.contacts.source import ContactSource, columns
from ui.contacts.table import ContactDelegate
from ui.drops.hint import Under
from ui.jobs import Jobs
from ui.lists.page import ListPage
from ui.theme import Theme, font

if TYPE_CHECKING:
    from ui.contacts.new_contact import NewContact

_LOOKING = 90
"""Milliseconds that a row stays chosen before its details are read: who holds an arrow key passes many."""
_FIELDS = {"email": "emails", "phone": "phones", "name": "first_name"}
"""Columns that are edited in a field of another name."""
ROOM_FOR_BOTH = 1100
"""Width of the page from which table and details stand side by side."""


class ContactsPage(ListPage):
    """The page with the contacts."""

    sample_asked = Signal()
    import_asked = Signal()
    file_asked = Signal()  # e-mails or a card are to be chosen for the contact in sight

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(
            ("contacts", QCoreApplication.translate("ContactsPage", "Contacts"), "users", "contact"),
            jobs,
            theme,
            around,
            (ContactSource(), columns, ContactDelegate(theme, (), around, None)),
            QCoreApplication.translate("ContactsPage", "Filter contacts"),
            parent,
        )
        self._wants_details = True
        self._theme = theme
        self.newcomer: NewContact | None = None
        self.new_button = QPushButton(" " + QCoreApplication.translate("ContactsPage", "New contact"), self)
        self.new_button.setObjectName("primary")
        self.new_button.setAccessibleName(self.new_button.text().strip())
        self.new_button.clicked.connect(self.new_contact)
        self.heading.add(self.new_button)
        theme.changed.connect(self._draw)
        self._draw()
        self.model.counted.connect(self._tell_count)
        self.query, self.problem = self.filters.field, self.filters.problem
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated.connect(self._open)
        self.table.peeked.connect(self._peek)
        self.table.edit_asked.connect(self._edit)
        self.acts.open_asked.connect(self._open_current)
        self.scores = ListScores(jobs, around, self.table)
        self.details = Details(jobs, theme, around, self)
        self.details.said.connect(self.said)
        self.details.failed.connect(self.failed)
        self.details.closed.connect(self._close_details)
        self.details.step_asked.connect(self._step)
        self.details.hide()
        self._empty = _Empty(self)
        self._empty.sample.clicked.connect(self.sample_asked)
        self._empty.bring.clicked.connect(self.import_asked)
        self._look_soon = QTimer(self, singleShot=True, interval=_LOOKING)
        self._look_soon.timeout.connect(self._look)
        self._build()

    def _build(self) -> None:
        self.stack.addWidget(self._empty)
        self._list = QWidget(self)
        left = QVBoxLayout(self._list)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.act_head)
        left.addWidget(self.filters)
        left.addWidget(self.stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.details)

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self.details.around = self.scores.tip.around = around
        if self.newcomer is not None:
            self.newcomer.around = around
        self.delegate.take_around(around)
        super().take_around(around)

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with contacts."""
        return (
            Action(
                "contacts.filter",
                "edit",
                self.tr("&Filter contacts"),
                ("Ctrl+F",),
                self.filters.begin,
                place="contacts",
            ),
            Action(
                "contacts.new",
                "contact",
                self.tr("&New contact…"),
                ("Ctrl+N",),
                self.new_contact,
                icon="user-round-plus",
            ),
            Action(
                "contacts.log", "contact", self.tr("&Log a call or note…"), ("Ctrl+L",), self._log, place="contacts"
            ),
            Action(
                "contacts.task", "contact", self.tr("Add a &task…"), ("Ctrl+Shift+A",), self._add_task, place="contacts"
            ),
            Action(
                "contacts.file",
                "contact",
                self.tr("Add an e-mail or v&Card…"),
                (),
                self.file_asked.emit,
                place="contacts",
            ),
            Action(
                "contacts.score",
                "contact",
                self.tr("E&xplain the score"),
                ("Ctrl+I",),
                self.scores.explain,
                place="contacts",
            ),
            Action(
                "contacts.next",
                "contact",
                self.tr("&Next contact"),
                ("Ctrl+PgDown",),
                partial(self._step, 1),
                rule=True,
                place="contacts",
            ),
            Action(
                "contacts.previous",
                "contact",
                self.tr("&Previous contact"),
                ("Ctrl+PgUp",),
                partial(self._step, -1),
                place="contacts",
            ),
            *self.acts.table,
        )

    def new_contact(self) -> None:
        """Ask for a new contact, whichever page is in sight."""
        if self.newcomer is None:
            from ui.contacts.new_contact import NewContact  # noqa: PLC0415 - made when wanted, no part of a start

            self.newcomer = NewContact(self._jobs, self.around, self.window())
            self.newcomer.said.connect(self.said)
            self.newcomer.added.connect(self._show_new)
            self.newcomer.open_asked.connect(partial(self.record_asked.emit, "contact"))
        self.newcomer.begin()

    def _show_new(self, contact_id: int) -> None:
        if self.isVisible():
            self.open_record(contact_id)

    def _draw(self) -> None:
        self.new_button.setIcon(icons.icon("plus", self._theme.colour("on_accent"), 16))

    def _log(self) -> None:
        self._open_chosen()
        self.details.log()

    def _add_task(self) -> None:
        self._open_chosen()
        self.details.add_task()

    def panes(self) -> Sequence[QWidget]:
        """Return the list and the pane."""
        return (self._list, self.details)

    def _open_chosen(self) -> None:
        """Show the pane of the chosen contact if it is out of sight."""
        if self._chosen is not None and not self.details.isVisible():
            self._wants_details = True
            self.details.show_contact(self._chosen)
            self._show_details()

    def _step(self, places: int) -> None:
        """Choose a contact further down or up; the focus stays where it is, in the pane too."""
        row = self.table.currentIndex().row() + places
        if 0 <= row < self.model.rowCount():
            self.table.choose(row)
            if self.details.isVisible():
                self._look_soon.stop()
                self._look()

    def open_record(self, record_id: int) -> None:
        """Show a contact's details, and choose it where it is in the list."""
        self._chosen = record_id
        self._wants_details = True
        self.details.show_contact(record_id)
        self._show_details()
        place = self.model.place_of(record_id)
        if place is not None:
            self.table.choose(place)

    def contact_shown(self) -> Under | None:
        """Return the contact whose details are in sight, or else the one that is chosen in the list."""
        details = self.details
        if details.isVisible() and details.contact_id is not None and details.detail is not None:
            name = str(details.detail.values.get("name") or "")
            return Under(details.contact_id, name, QRect(details.mapToGlobal(QPoint()), details.size()))
        return self._contact_in(self.table.currentIndex())

    def contact_at(self, place: QPoint) -> Under | None:
        """Return the contact at a place of the screen: a row, or the one whose details lie there."""
        details, viewport = self.details, self.table.viewport()
        if details.isVisible() and details.rect().contains(details.mapFromGlobal(place)):
            return self.contact_shown()
        at = viewport.mapFromGlobal(place)
        if not self.table.isVisible() or not viewport.rect().contains(at):
            return None
        return self._contact_in(self.table.indexAt(at))

    def _contact_in(self, index: QModelIndex) -> Under | None:
        row = self.model.loaded(index.row()) if index.isValid() else None
        number = self.model.id_at(index.row())
        if row is None or number is None:
            return None
        viewport = self.table.viewport()
        top = QPoint(0, self.table.rowViewportPosition(index.row()))
        size = QSize(viewport.width(), self.table.rowHeight(index.row()))
        area = QRect(top, size).intersected(viewport.rect())
        return Under(number, row.name, QRect(viewport.mapToGlobal(area.topLeft()), area.size()))

    def select(self, row: int) -> None:
        """Choose a row."""
        self.table.choose(row)

    def take_focus(self) -> None:
        """Put the focus where keys go about the list."""
        self.table.setFocus()

    def stop(self) -> None:
        """End what goes on by itself."""
        self._look_soon.stop()
        if self.newcomer is not None:
            self.newcomer.stop()
        super().stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the details beside the table, or over it where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    # Inside

    def _arrange(self) -> None:
        both = self.width() >= ROOM_FOR_BOTH
        if both and self._wants_details and self.details.contact_id is not None:
            self.details.show()
        shown = self.details.isVisibleTo(self)
        self._list.setVisible(both or not shown)
        if both:
            self.details.setMinimumWidth(WIDTH)
            self.details.setMaximumWidth(WIDTH)
        else:
            self.details.setMinimumWidth(0)
            self.details.setMaximumWidth(16_777_215)

    def _choose(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        number = self.model.id_at(current.row()) if current.isValid() else None
        if number is not None and number != self._chosen:
            self._chosen = number
            if self._wants_details and self.details.isHidden():
                self._look()  # in the same frame as the rows, which stand narrower beside it
            else:
                self._look_soon.start()

    def _look(self) -> None:
        if self._chosen is None:
            return
        self.details.show_contact(self._chosen)
        if self._wants_details and self.width() >= ROOM_FOR_BOTH:
            self._show_details()

    def _open(self, index: QModelIndex) -> None:
        number = self.model.id_at(index.row())
        if number is not None:
            self._chosen = number
            self._wants_details = True
            self.details.show_contact(number)
            self._show_details()

    def _show_details(self) -> None:
        self.details.show()
        self._arrange()

    def _close_details(self) -> None:
        self._wants_details = False
        self.details.hide()
        self._arrange()
        self.table.setFocus()

    def _open_current(self) -> None:
        self._open(self.table.currentIndex())

    def _peek(self) -> None:
        """Show the current contact beside the list, or the list alone; the focus stays in the list while it is seen."""
        if self.details.isVisible():
            self._close_details()
        else:
            self._open_current()
            if self._list.isHidden():
                self.details.setFocus()

    def _edit(self, column: str) -> None:
        """Show the current contact, with the focus in the field of a column."""
        self._open_current()
        if column == "tags":
            self.details.form.tags.begin()
            return
        name = _FIELDS.get(column, column)
        fields = self.details.fields
        fields.get(name, fields["first_name"]).setFocus(Qt.FocusReason.TabFocusReason)

    def _tell_count(self, count: int) -> None:
        self.filters.complain(None)
        self.heading.tell(self.around.words.number(count))
        self._empty.tell(self.model.query)
        self.stack.setCurrentIndex(0 if count else 1)
        if not count and not self.model.query:
            self.details.hide()
            self._arrange()


class _Empty(QWidget):
    """What stands where no contact does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setFont(font(17, 600))
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFixedWidth(460)
        self.bring = QPushButton(self.tr("Bring in a list…"), self)
        self.bring.setObjectName("primary")
        self.sample = QPushButton(self.tr("Look around with a sample company"), self)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._title)
        # In a row of its own, so that the height of its lines is reckoned from its own width, not from the page's.
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._words)
        row.addStretch()
        layout.addLayout(row)
        layout.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def tell(self, query: str) -> None:
        """Say why it is empty, and what to do."""
        self.sample.setVisible(not query)
        self.bring.setVisible(not query)
        if query:
            self._title.setText(self.tr("Nobody meets this search"))
            self._words.setText(self.tr("Esc in the search field brings all contacts back."))
        else:
            self._title.setText(self.tr("All the people you talk to, in one list"))
            self._words.setText(
                self.tr("Drop a file on the window or choose one: a spreadsheet, an export of another program, cards.")
            )
