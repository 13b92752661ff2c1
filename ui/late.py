"""The window's pages, and how each is made when its time has come: with the window, in the quiet after, when wanted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.around import Surroundings
from ui.companies.page import CompaniesPage
from ui.duplicates.button import DuplicatesButton
from ui.importing.place import ImportPlace
from ui.jobs import Jobs
from ui.leads.board_page import BoardPage
from ui.page import Page
from ui.rooms import Room
from ui.theme import Theme


def late(
    jobs: Jobs,
    theme: Theme,
    around: Callable[[], Surroundings],
    button: DuplicatesButton,
    importing: ImportPlace,
) -> dict[str, Room]:
    """Return the pages that are not there yet, by place; `around` gives what holds when one is made."""
    rooms = (
        *_lists(jobs, theme, around, button, importing),
        *_agreed(jobs, theme, around),
        *_shared(jobs, theme, around),
    )
    return {room.place: room for room in rooms}


def _lists(
    jobs: Jobs, theme: Theme, around: Callable[[], Surroundings], button: DuplicatesButton, importing: ImportPlace
) -> tuple[Room, ...]:
    """Return those over records."""

    def companies() -> Page:
        page = CompaniesPage(jobs, theme, around())
        importing.put_into(page.heading)
        return page

    def board() -> Page:
        return BoardPage(jobs, theme, around())

    def duplicates() -> Page:
        from ui.duplicates.page import DuplicatesPage  # noqa: PLC0415 - how alike texts are is reckoned by a library

        return DuplicatesPage(jobs, theme, around(), button)

    said = QCoreApplication.translate
    return (
        Room(
            "companies",
            said("CompaniesPage", "Companies"),
            "building-2",
            companies,
            kind="company",
        ),
        Room(
            "board",
            said("BoardPage", "Board"),
            "square-kanban",
            board,
            kind="lead",
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


def _agreed(jobs: Jobs, theme: Theme, around: Callable[[], Surroundings]) -> tuple[Room, ...]:
    """Return those of what was agreed, and of what waits because of it."""

    def inbox() -> Page:
        from ui.inbox.page import InboxPage  # noqa: PLC0415 - shown at the start by those alone who chose it

        return InboxPage(jobs, theme, around())

    def handoffs() -> Page:
        from ui.handoffs.page import HandoffsPage  # noqa: PLC0415 - brings clocks and what judges leads

        return HandoffsPage(jobs, theme, around())

    def agreement() -> Page:
        from ui.agreement.agreement_page import AgreementPage  # noqa: PLC0415 - brings the replay and its charts

        return AgreementPage(jobs, theme, around())

    def promises() -> Page:
        from ui.agreement.promises_page import PromisesPage  # noqa: PLC0415 - brings reports and charts

        return PromisesPage(jobs, theme, around())

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


def _shared(jobs: Jobs, theme: Theme, around: Callable[[], Surroundings]) -> tuple[Room, ...]:
    """Return those that both teams look at together."""

    def meetings() -> Page:
        from ui.meetings.page import MeetingsPage  # noqa: PLC0415 - brings papers and their words

        return MeetingsPage(jobs, theme, around())

    def goals() -> Page:
        from ui.goals.page import GoalsPage  # noqa: PLC0415 - brings reports and papers

        return GoalsPage(jobs, theme, around())

    def reports() -> Page:
        from ui.reports.page import ReportsPage  # noqa: PLC0415 - brings reports and charts

        return ReportsPage(jobs, theme, around())

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
