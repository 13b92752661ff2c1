"""The window's pages, and how each is made when its time has come: with the window, in the quiet after, when wanted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.around import Surroundings
from ui.duplicates.button import DuplicatesButton
from ui.importing.place import ImportPlace
from ui.jobs import Jobs
from ui.page import Page
from ui.rooms import Room
from ui.theme import Theme


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
    rooms = (
        *_lists(jobs, theme, around, button, importing, home),
        *_agreed(jobs, theme, around, home),
        *_shared(jobs, theme, around, home),
    )
    return {room.place: room for room in rooms}


def _lists(
    jobs: Jobs,
    theme: Theme,
    around: Callable[[], Surroundings],
    button: DuplicatesButton,
    importing: ImportPlace,
    home: QWidget,
) -> tuple[Room, ...]:
    """Return those over records."""

    def companies() -> Page:
        from ui.companies.page import CompaniesPage  # noqa: PLC0415 - the list of contacts comes first

        page = CompaniesPage(jobs, theme, around(), home)
        importing.put_into(page.heading)
        return page

    def board() -> Page:
        from ui.leads.board_page import BoardPage  # noqa: PLC0415 - the list of contacts comes first

        return BoardPage(jobs, theme, around(), home)

    def duplicates() -> Page:
        from ui.duplicates.page import DuplicatesPage  # noqa: PLC0415 - how alike texts are is reckoned by a library

        return DuplicatesPage(jobs, theme, around(), button, home)

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


def _agreed(jobs: Jobs, theme: Theme, around: Callable[[], Surroundings], home: QWidget) -> tuple[Room, ...]:
    """Return those of what was agreed, and of what waits because of it."""

    def inbox() -> Page:
        from ui.inbox.page import InboxPage  # noqa: PLC0415 - shown at the start by those alone who chose it

        return InboxPage(jobs, theme, around(), home)

    def handoffs() -> Page:
        from ui.handoffs.page import HandoffsPage  # noqa: PLC0415 - brings clocks and what judges leads

        return HandoffsPage(jobs, theme, around(), home)

    def agreement() -> Page:
        from ui.agreement.agreement_page import AgreementPage  # noqa: PLC0415 - brings the replay and its charts

        return AgreementPage(jobs, theme, around(), home)

    def promises() -> Page:
        from ui.agreement.promises_page import PromisesPage  # noqa: PLC0415 - brings reports and charts

        return PromisesPage(jobs, theme, around(), home)

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


def _shared(jobs: Jobs, theme: Theme, around: Callable[[], Surroundings], home: QWidget) -> tuple[Room, ...]:
    """Return those that both teams look at together."""

    def meetings() -> Page:
        from ui.meetings.page import MeetingsPage  # noqa: PLC0415 - brings papers and their words

        return MeetingsPage(jobs, theme, around(), home)

    def goals() -> Page:
        from ui.goals.page import GoalsPage  # noqa: PLC0415 - brings reports and papers

        return GoalsPage(jobs, theme, around(), home)

    def reports() -> Page:
        from ui.reports.page import ReportsPage  # noqa: PLC0415 - brings reports and charts

        return ReportsPage(jobs, theme, around(), home)

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
