"""The pages that a window does not begin with, and how each is made: in the quiet after the start, or when wanted."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.around import Surroundings
from ui.duplicates.button import DuplicatesButton
from ui.importing.place import ImportPlace
from ui.jobs import Jobs
from ui.page import Page
from ui.rooms import Room
from ui.theme import Theme

P = TypeVar("P", bound=Page)


class _New(Protocol):
    """Makes a page; what only that page needs stands after its kind."""

    def __call__(self, kind: Callable[..., P], *more: object) -> P:
        """Return the page."""
        ...


def late(
    jobs: Jobs,
    theme: Theme,
    around: Callable[[], Surroundings],
    button: DuplicatesButton,
    importing: ImportPlace,
    home: QWidget,
) -> dict[str, Room]:
    """Return the pages that are not there yet, by place; `around` gives what holds when one is made.

    They are made at `home`: to bring a whole page there takes as long as to make it.
    """

    def new(kind: Callable[..., P], *more: object) -> P:
        return kind(jobs, theme, around(), *more, home)

    rooms = (*_lists(new, button, importing), *_agreed(new), *_shared(new))
    return {room.place: room for room in rooms}


def _lists(new: _New, button: DuplicatesButton, importing: ImportPlace) -> tuple[Room, ...]:
    """Return those over records."""

    def companies() -> Page:
        from ui.companies.page import CompaniesPage  # noqa: PLC0415 - a start that shows contacts has no time for it

        page = new(CompaniesPage)
        importing.put_into(page.heading)
        return page

    def board() -> Page:
        from ui.leads.board_page import BoardPage  # noqa: PLC0415 - brings lanes, forms and menus of cards; not for a start

        return new(BoardPage)

    def duplicates() -> Page:
        from ui.duplicates.page import DuplicatesPage  # noqa: PLC0415 - how alike texts are is reckoned by a library

        return new(DuplicatesPage, button)

    said = QCoreApplication.translate
    return (
        Room(
            "companies",
            said("CompaniesPage", "Companies"),
            "building-2",
            companies,
            kind="company",
            steps=("ui.companies.view", "ui.companies.page"),
        ),
        Room(
            "board",
            said("BoardPage", "Board"),
            "square-kanban",
            board,
            kind="lead",
            steps=("ui.leads.board_actions", "ui.leads.lane_view", "ui.leads.board_page"),
        ),
        Room(
            "duplicates",
            said("DuplicatesPage", "Duplicates"),
            "copy",
            duplicates,
            home="contacts",
            steps=("app.duplicates.scoring", "app.duplicates.pairs", "app.duplicates.merging", "ui.duplicates.page"),
        ),
    )


def _agreed(new: _New) -> tuple[Room, ...]:
    """Return those of what was agreed, and of what waits because of it."""

    def inbox() -> Page:
        from ui.inbox.page import InboxPage  # noqa: PLC0415 - shown at the start by those alone who chose it

        return new(InboxPage)

    def handoffs() -> Page:
        from ui.handoffs.page import HandoffsPage  # noqa: PLC0415 - brings clocks and what judges leads

        return new(HandoffsPage)

    def agreement() -> Page:
        from ui.agreement.agreement_page import AgreementPage  # noqa: PLC0415 - brings the replay and its charts

        return new(AgreementPage)

    def promises() -> Page:
        from ui.agreement.promises_page import PromisesPage  # noqa: PLC0415 - brings reports and charts

        return new(PromisesPage)

    said = QCoreApplication.translate
    return (
        Room(
            "inbox",
            said("InboxPage", "Inbox"),
            "inbox",
            inbox,
            steps=("app.inbox_items", "app.inbox_thread", "ui.inbox.item_list", "ui.inbox.item_view", "ui.inbox.page"),
        ),
        Room(
            "handoffs",
            said("HandoffsPage", "Handoffs"),
            "arrow-right-left",
            handoffs,
            home="inbox",
            holds="handoff",
            steps=("app.handoffs.dossier", "ui.handoffs.part", "ui.handoffs.page"),
        ),
        Room(
            "agreement",
            said("AgreementPage", "Agreement"),
            "handshake",
            agreement,
            steps=(
                "app.agreement.contract",
                "app.agreement.replay",
                "app.agreement.ledger",
                "ui.agreement.agreement_page",
            ),
        ),
        Room(
            "promises",
            said("PromisesPage", "Promises"),
            "scale",
            promises,
            home="agreement",
            steps=("app.agreement.ledger", "app.agreement.meter", "app.agreement.costs", "ui.agreement.promises_page"),
        ),
    )


def _shared(new: _New) -> tuple[Room, ...]:
    """Return those that both teams look at together."""

    def meetings() -> Page:
        from ui.meetings.page import MeetingsPage  # noqa: PLC0415 - brings papers and their words

        return new(MeetingsPage)

    def goals() -> Page:
        from ui.goals.page import GoalsPage  # noqa: PLC0415 - brings reports and papers

        return new(GoalsPage)

    def reports() -> Page:
        from ui.reports.page import ReportsPage  # noqa: PLC0415 - brings reports and charts

        return new(ReportsPage)

    said = QCoreApplication.translate
    return (
        Room(
            "meetings",
            said("MeetingsPage", "Meetings"),
            "presentation",
            meetings,
            holds="meeting",
            steps=(
                *("app.goals", "app.meeting_agenda", "app.meeting_papers", "app.meetings", "app.outcomes"),
                *("app.meeting_screen", "ui.meetings.cards", "ui.meetings.minutes", "ui.meetings.page"),
            ),
        ),
        Room(
            "goals",
            said("GoalsPage", "Goals"),
            "target",
            goals,
            steps=("app.papers", "ui.widgets.charts", "ui.goals.dialog", "ui.goals.page"),
        ),
        Room(
            "reports",
            said("ReportsPage", "Reports"),
            "chart-column",
            reports,
            steps=("app.reports", "app.reports.behind", "ui.reports.charts", "ui.reports.page"),
        ),
    )
