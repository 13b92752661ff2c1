"""What can be done with a meeting, as menus, keys and the palette offer it."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui.actions import Action
from ui.meetings.disputes import KEYS, Disputes
from ui.meetings.owing import KEYS as FORGIVE_KEYS
from ui.meetings.owing import Owing

translate = QCoreApplication.translate
PLACE = "meetings"


class Deeds(Protocol):
    """What the page does."""

    disputes: Disputes
    owing: Owing

    def new_meeting(self) -> None:
        """Ask for the next meeting."""

    def edit_meeting(self) -> None:
        """Ask for this one's name and day."""

    def arrange(self) -> None:
        """Arrange its steps."""

    def arrange_standing(self) -> None:
        """Arrange those of every new one."""

    def turn_clock(self) -> None:
        """Let the time of the step run, or rest."""

    def move_step(self, by: int) -> None:
        """Go some steps on, or back."""

    def present(self) -> None:
        """Show one step a screen."""

    def print_summary(self) -> None:
        """Show the paper."""

    def save_summary(self) -> None:
        """Save the paper."""

    def close_meeting(self) -> None:
        """Let figures and minutes stand."""


def table(page: Deeds) -> Sequence[Action]:
    """Return the actions of the page."""
    new, edit = translate("MeetingsPage", "&New meeting…"), translate("MeetingsPage", "Na&me and day…")
    agenda = translate("MeetingsPage", "&Agenda of this meeting…")
    every = translate("MeetingsPage", "Agenda of &every new meeting…")
    run = translate("MeetingsPage", "&Start or pause the time")
    on, back = translate("MeetingsPage", "Next &step"), translate("MeetingsPage", "Step &before")
    stands = translate("MeetingsPage", "A disputed rejection stan&ds…")
    overturned = translate("MeetingsPage", "&Overturn a disputed rejection…")
    forgive = translate("MeetingsPage", "&Forgive an overdue promise…")
    begin = page.disputes.begin
    return (
        Action("meeting.new", "meeting", new, ("Ctrl+Shift+N",), page.new_meeting, place=PLACE),
        Action("meeting.edit", "meeting", edit, (), page.edit_meeting, place=PLACE),
        Action("meeting.agenda", "meeting", agenda, (), page.arrange, place=PLACE),
        Action("meeting.standing", "meeting", every, (), page.arrange_standing, place=PLACE),
        Action("meeting.run", "meeting", run, (), page.turn_clock, place=PLACE),
        Action("meeting.next", "meeting", on, ("Ctrl+PgDown",), partial(page.move_step, 1), place=PLACE),
        Action("meeting.back", "meeting", back, ("Ctrl+PgUp",), partial(page.move_step, -1), place=PLACE),
        Action("meeting.upheld", "meeting", stands, (KEYS["upheld"],), partial(begin, "upheld"), place=PLACE),
        Action(
            "meeting.overturn", "meeting", overturned, (KEYS["overturned"],), partial(begin, "overturned"), place=PLACE
        ),
        Action("meeting.forgive", "meeting", forgive, (FORGIVE_KEYS,), page.owing.begin, place=PLACE),
        Action(
            "meeting.present", "meeting", translate("MeetingsPage", "&Present"), ("F11",), page.present, place=PLACE
        ),
        Action(
            "meeting.print",
            "meeting",
            translate("MeetingsPage", "P&rint summary…"),
            ("Ctrl+P",),
            page.print_summary,
            place=PLACE,
        ),
        Action(
            "meeting.pdf",
            "meeting",
            translate("MeetingsPage", "Save summary as P&DF…"),
            ("Ctrl+S",),
            page.save_summary,
            place=PLACE,
        ),
        Action(
            "meeting.close",
            "meeting",
            translate("MeetingsPage", "&Close the meeting"),
            (),
            page.close_meeting,
            place=PLACE,
        ),
    )
