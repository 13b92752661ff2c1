"""The companies: the list, and one of them with its people, leads and history."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app import companies
from app.changes import Change
from app.views import View
from ui import icons
from ui.actions import Action
from ui.around import Surroundings
from ui.companies.source import CompanySource, columns
from ui.companies.table import CompanyDelegate
from ui.companies.view import CompanyView
from ui.jobs import Jobs
from ui.lists.page import ListPage
from ui.theme import Theme


class CompaniesPage(ListPage):
    """The page with the companies."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(
            ("companies", QCoreApplication.translate("CompaniesPage", "Companies"), "building-2", "company"),
            jobs,
            theme,
            around,
            (CompanySource(), columns, CompanyDelegate(theme, (), None)),
            QCoreApplication.translate("CompaniesPage", "Filter companies"),
            parent,
        )
        self._theme = theme
        self.model.counted.connect(self._tell_count)
        self.table.activated.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.table.peeked.connect(self._open_chosen)
        self.table.edit_asked.connect(self._open_chosen)
        self.acts.open_asked.connect(self._open_chosen)
        self.new_button = QPushButton(self.tr("New company"), self)
        self.new_button.setObjectName("primary")
        self.new_button.clicked.connect(self.begin)
        self.heading.add(self.new_button)
        self.entry = QLineEdit(self)
        self.entry.setMaxLength(400)
        self.entry.setPlaceholderText(self.tr("Name of the company"))
        self.entry.setAccessibleName(self.tr("Name of the company"))
        self.entry.returnPressed.connect(self._create)
        self.entry.hide()
        self._nothing = QLabel(self)
        self._nothing.setObjectName("muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self.view = CompanyView(jobs, theme, around, self._stack)
        self.view.said.connect(self.said)
        self.view.failed.connect(self.failed)
        self.view.left.connect(self.show_list)
        self.view.person_asked.connect(partial(self.record_asked.emit, "contact"))
        self.view.people_asked.connect(partial(self.list_asked.emit, "contact"))
        self.view.lead_asked.connect(partial(self.record_asked.emit, "lead"))
        self._build()
        theme.changed.connect(self._draw)
        self._draw()

    def _build(self) -> None:
        listed = QWidget(self._stack)
        left = QVBoxLayout(listed)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.act_head)
        row = QVBoxLayout()
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(self.entry)
        left.addLayout(row)
        left.addWidget(self.filters)
        self.stack.addWidget(self._nothing)
        left.addWidget(self.stack, 1)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def load(self) -> None:
        """Read the rows, and the company in sight: when the page is first shown, and anew from then on."""
        super().load()
        if self._stack.currentWidget() is self.view:
            self.view.read()

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        self.view.around = around
        super().take_around(around)

    def take_focus(self) -> None:
        """Put the focus where keys go about the list."""
        if self._stack.currentWidget() is not self.view:
            self.table.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with companies."""
        here = "companies"
        return (
            Action("companies.filter", "edit", self.tr("&Filter companies"), ("Ctrl+F",), self._filter, place=here),
            Action("companies.new", "contact", self.tr("&New company"), ("Ctrl+Shift+N",), self.begin, place=here),
            Action("companies.log", "contact", self.tr("&Log a call or note…"), ("Ctrl+L",), self._log, place=here),
            Action("companies.task", "contact", self.tr("Add a &task…"), ("Ctrl+Shift+A",), self._add_task, place=here),
            Action("companies.back", "go", self.tr("&Back to the list"), ("Ctrl+Up",), self.show_list, place=here),
            *self.acts.table,
        )

    def open_record(self, record_id: int) -> None:
        """Show one company."""
        self.show_company(record_id)

    def show_query(self, query: str) -> None:
        """Go to the list, and narrow it."""
        super().show_query(query)
        self._leave()

    def show_view(self, view: View) -> None:
        """Go to the list, and show what a saved view shows, in its columns and order."""
        super().show_view(view)
        self._leave()

    def _leave(self) -> None:
        if self._stack.currentWidget() is self.view:
            self.show_list()

    def show_company(self, company_id: int) -> None:
        """Show one company."""
        self._chosen = company_id
        self.view.show_company(company_id)
        self._stack.setCurrentWidget(self.view)
        self.view.back.setFocus()

    def show_list(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentIndex(0)
        self.table.setFocus()

    def begin(self) -> None:
        """Begin to type a new company's name."""
        self.show_list()
        self.entry.show()
        self.entry.setFocus()

    # Inside

    def _filter(self) -> None:
        self.show_list()
        self.filters.begin()

    def _log(self) -> None:
        self._open_chosen()
        if self._stack.currentWidget() is self.view:
            self.view.log()

    def _add_task(self) -> None:
        self._open_chosen()
        if self._stack.currentWidget() is self.view:
            self.view.add_task()

    def _open_chosen(self, *_: str) -> None:
        if self._stack.currentWidget() is not self.view and self.table.currentIndex().isValid():
            self._open(self.table.currentIndex())

    def _create(self) -> None:
        name = " ".join(self.entry.text().split())
        if name:
            self.entry.clear()
            self.entry.hide()
            self._jobs.write(companies.create, {"name": name}, done=self._created, failed=self.failed.emit)

    def _created(self, change: Change) -> None:
        number = next(entry.id for entry in change.entries if entry.kind == "company")
        self.said.emit(self.tr("{name} added.").format(name=change.subject), change)
        self.show_company(number)

    def _clicked(self, index: QModelIndex) -> None:
        """Open what was clicked; with a key held down, a click selects."""
        if QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        number = self.model.id_at(index.row())
        if number is not None:
            self.show_company(number)

    def _tell_count(self, count: int) -> None:
        self.filters.complain(None)
        self.heading.tell(self.around.words.number(count))
        self._nothing.setText(
            self.tr("No company meets this search")
            if self.model.query
            else self.tr("A company comes in with its people, or is made here.")
        )
        self.stack.setCurrentIndex(0 if count else 1)

    def _draw(self) -> None:
        self.new_button.setIcon(icons.icon("plus", self._theme.colour("on_accent"), 16))
