"""The meetings: one on the screen, with its agenda, figures, and what is settled; run, presented, closed, printed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import meetings, outcomes
from app.changes import Change
from app.errors import KnownError, NotFoundError
from app.meeting_agenda import Agenda, Step
from app.meeting_papers import MeetingRow
from app.meeting_screen import Screen, screen
from ui.actions import Action
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.meetings import acts
from ui.meetings.cards import Cards
from ui.meetings.dialogs import Asking
from ui.meetings.faces import Faces, title_of
from ui.meetings.head import Head
from ui.meetings.listing import Editable
from ui.meetings.minutes import Minutes
from ui.meetings.paper import show_summary
from ui.meetings.present import Presentation
from ui.meetings.settling import Settling
from ui.meetings.stepper import Stepper
from ui.meetings.timing import Timing, with_time
from ui.meetings.writing import Writing
from ui.page import Page
from ui.theme import Theme

SETTLING = 250
"""Milliseconds after a change before the meeting is read anew."""
_SHOWN = frozenset(
    {
        "meeting",
        "item",
        "decision",
        "task",
        "win",
        "goal",
        "lead",
        "handoff",
        "activity",
        "forgiveness",
        "member",
        "import",
        "workspace",
    }
)


class MeetingsPage(Page):
    """The page with one meeting."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MeetingsPage", "Meetings")
        super().__init__("meetings", title, "presentation", around, parent)
        self.holds = "meeting"
        self._jobs, self._theme = jobs, theme
        self.meeting_id: int | None = None
        self.agenda: Agenda | None = None
        self.step = 0
        self._listed: Sequence[MeetingRow] = ()
        self.presentation: Presentation | None = None
        self.timing = Timing(jobs, self)
        self.timing.failed.connect(self.failed)
        self.clock = self.timing.clock
        self.clock.ticked.connect(self._tell_time)
        self._is_placed = False
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self.timing.turned.connect(self._again.start)
        self.head = Head(theme, self)
        for button, act in (
            (self.head.chooser, self._open_chooser),
            (self.head.there, self._open_present),
            (self.head.run_button, self.turn_clock),
            (self.head.present_button, self.present),
            (self.head.print_button, self.print_summary),
            (self.head.close_button, self.close_meeting),
        ):
            button.clicked.connect(act)
        self.head.new_asked.connect(self.new_meeting)
        self.head.close_asked.connect(self.close_meeting)
        self.head.edit_asked.connect(self.edit_meeting)
        self.head.agenda_asked.connect(self.arrange)
        self.head.meeting_asked.connect(self.show_meeting)
        self.head.attend_asked.connect(self._attend)
        self.writing = Writing(jobs, self)
        self.stepper = Stepper(theme, self)
        self.stepper.chosen.connect(self.go_to_step)
        self.stepper.arrange_asked.connect(self.arrange)
        self.cards = Cards(theme, around, self)
        self.wins, self.decisions, self.actions_card = self.cards.wins, self.cards.decisions, self.cards.owed
        self.notes, self.disputes, self.owing = self.cards.notes, self.cards.disputes, self.cards.owing
        self.minutes = Minutes(jobs, self.notes, self)
        self.minutes.failed.connect(self.failed)
        self.asking = Asking(jobs, theme, self)
        self.asking.made.connect(self.show_meeting)
        self.asking.said.connect(self.said)
        self.asking.failed.connect(self.failed)
        self._lay_out()
        self._connect_cards()
        jobs.changed.connect(self._changed)

    def _lay_out(self) -> None:
        steps = QHBoxLayout()
        steps.setContentsMargins(20, 0, 20, 0)
        steps.addWidget(self.stepper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addLayout(steps)
        layout.addWidget(self.cards, 1)

    def _connect_cards(self) -> None:
        writing = self.writing
        self.wins.entered.connect(writing.add_win)
        self.wins.changed.connect(partial(self._edit_line, writing.edit_win, self.wins))
        self.wins.removed.connect(writing.remove_win)
        self.decisions.entered.connect(self._decide)
        self.decisions.changed.connect(partial(self._edit_line, writing.edit_decision, self.decisions))
        self.decisions.removed.connect(writing.remove_decision)
        self.actions_card.entered.connect(self._add_action)
        self.actions_card.changed.connect(partial(self._edit_line, writing.edit_action, self.actions_card))
        self.actions_card.ticked.connect(writing.tick)
        self.actions_card.removed.connect(writing.remove_action)
        self.disputes.opened.connect(partial(self.record_asked.emit, "handoff"))
        self.owing.lead_asked.connect(partial(self.record_asked.emit, "lead"))
        self.settling = Settling(self._jobs, self.disputes, self.owing, self)
        self.settling.said.connect(self.said)
        self.settling.failed.connect(self.failed)
        self.settling.meeting_wanted.connect(self.new_meeting)
        writing.said.connect(self.said)
        writing.failed.connect(self.failed)
        writing.decided.connect(self.decisions.taken)
        writing.owed.connect(self.actions_card.taken)
        writing.celebrated.connect(self.wins.taken)
        writing.not_ticked.connect(self.load)

    # What every page has

    def load(self) -> None:
        """Read the meeting that is shown, the latest to begin with, and the others' names."""
        self._again.stop()
        self._jobs.read(screen, self.meeting_id, done=self._take, failed=self._not_read, key="meetings.page")

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        self.actions_card.around = around

    def take_focus(self) -> None:
        """Put the focus on the step that is on."""
        if self.stepper.buttons:
            self.stepper.buttons[min(self.step, len(self.stepper.buttons) - 1)].setFocus()
        else:
            self.head.chooser.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with a meeting."""
        return acts.table(self)

    def stop(self) -> None:
        """Save what was typed; the window closes. The time of a step runs on, in the workspace."""
        self.minutes.save()
        self.clock.stop()
        self._again.stop()
        if self.presentation is not None:
            self.presentation.close()

    # Showing

    def _take(self, found: Screen) -> None:
        shown, self._listed, notes = found.agenda, found.meetings, found.notes
        if self.meeting_id is not None and shown.id != self.meeting_id:
            return
        self.agenda = shown
        self.meeting_id = shown.id or None
        words, faces = self.around.words, Faces(shown.summary, self.around.words)
        writable = shown.closed is None
        self.head.show_meeting(title_of(shown, words), self._said_when(shown), shown.present, writable=writable)
        self._take_time(found)
        self._show_steps(faces)
        self.cards.show_agenda(shown, self.around)
        self.settling.show(shown, self.around)
        self.minutes.show(self.meeting_id, notes, writable=writable)
        self._tell_time()
        if self.presentation is not None and self.presentation.isVisible():
            self.presentation.show_agenda(shown, self.step)

    def _take_time(self, found: Screen) -> None:
        """Go where everybody is: to the step whose time runs, or to the one it rests at as the meeting is opened."""
        steps = [one.id for one in found.agenda.steps]
        self.step = min(self.step, max(0, len(steps) - 1))
        if not self.timing.take(found.running):
            return
        if self.clock.step in steps and (self.clock.is_running or not self._is_placed):
            self.step = steps.index(self.clock.step)
        self._is_placed = True

    def _not_read(self, error: KnownError) -> None:
        if isinstance(error, NotFoundError) and self.meeting_id is not None:
            # Its making was undone, here or by a colleague: the latest one takes its place.
            self._leave()
            self.load()
        else:
            self.failed.emit(error)

    def _said_when(self, shown: Agenda) -> str:
        words = self.around.words
        when = words.moment(shown.starts, self.around.now)
        if shown.closed is not None:
            return self.tr("{when} · closed: its figures stand as they were").format(when=when)
        end = shown.summary.period_end
        if end is None:
            return when
        year = self.around.now.year
        return self.tr("{when} · goals until {day}").format(when=when, day=words.paper.day_short(end, year))

    def _show_steps(self, faces: Faces) -> None:
        if self.agenda is not None:
            steps = self.agenda.steps
            titles = [(faces.step(step), step.minutes) for step in steps]
            done = [bool(step.seconds) and place != self.step for place, step in enumerate(steps)]
            self.stepper.show_steps(titles, done, self.step)

    def _tell_time(self) -> None:
        shown = self.agenda
        step = shown.steps[self.step] if shown is not None and shown.steps else None
        running = self.clock.is_running
        if step is None:
            self.head.tell_time(0, 0, running=running)
        else:
            spent = step.seconds + (self.clock.seconds if self.clock.step == step.id else 0)
            self.head.tell_time(spent, step.minutes, running=running, by=self.clock.by)
        if self.presentation is not None and self.presentation.isVisible():
            self.presentation.tell_time(self.head.time.text())

    # Going about

    def open_record(self, record_id: int) -> None:
        """Show a meeting; what waits for somebody may be an action of it."""
        self.show_meeting(record_id)

    def show_meeting(self, meeting_id: int) -> None:
        """Show another meeting."""
        self._leave()
        self.meeting_id = meeting_id
        self.load()

    def _leave(self) -> None:
        self.minutes.leave()
        self.clock.stop()
        for card in (self.wins, self.decisions, self.actions_card):
            card.editor = None
        self.meeting_id, self.step, self._is_placed = None, 0, False

    def go_to_step(self, place: int) -> None:
        """Go to a step; its time runs if time was running."""
        if self.agenda is None or not 0 <= place < len(self.agenda.steps):
            return
        self.step = place
        if self.clock.is_running and self.clock.step != self.agenda.steps[place].id:
            self._run(self.agenda.steps[place])
        self._show_steps(Faces(self.agenda.summary, self.around.words))
        self._tell_time()
        self.cards.reveal(self.agenda.steps[place].topic)

    def move_step(self, by: int) -> None:
        """Go some steps on, or back."""
        self.go_to_step(self.step + by)

    def present(self) -> None:
        """Show one step a screen."""
        if self.agenda is None:
            return
        if self.presentation is None:
            self.presentation = Presentation(self._theme, self.around, self)
            self.presentation.moved.connect(self.go_to_step)
        self.presentation.around = self.around
        self.presentation.show_agenda(self.agenda, self.step)
        self.presentation.tell_time(self.head.time.text())
        self.presentation.setGeometry(self.screen().geometry())
        self.presentation.showFullScreen()

    def print_summary(self) -> None:
        """Show the summary as it will be on paper."""
        self._preview(save=False)

    def save_summary(self) -> None:
        """Save the summary as a PDF."""
        self._preview(save=True)

    def _preview(self, *, save: bool) -> None:
        if self.agenda is not None:
            self.minutes.save()
            title = title_of(self.agenda, self.around.words)
            show_summary(self._jobs, self.meeting_id, title, self.around.words.language, self.window(), save=save)

    def _open_chooser(self) -> None:
        closable = self.agenda is not None and self.agenda.closed is None and self.meeting_id is not None
        self.head.open_chooser(self._listed, self.meeting_id, self.around, closable=closable)

    def _open_present(self) -> None:
        if self.agenda is not None:
            self.head.open_present(self.around.context.members.values(), self.agenda.present)

    # Doing

    def new_meeting(self) -> None:
        """Ask for the next meeting's name, day and time; they are filled in as one in a row of weeks."""
        self.asking.new_meeting(self.around)

    def edit_meeting(self) -> None:
        """Ask for this meeting's name, day and time anew."""
        if self.agenda is not None and self.agenda.id and self.agenda.closed is None:
            self.asking.edit_meeting(self.agenda, self.around)

    def arrange(self) -> None:
        """Arrange the steps of this meeting; of a closed one, or where there is none, those of every new one."""
        if self.agenda is None or not self.agenda.id or self.agenda.closed is not None:
            self.arrange_standing()
        else:
            self.asking.arrange(self.agenda.id, self.around)

    def arrange_standing(self) -> None:
        """Arrange the steps with which every new meeting begins."""
        self.asking.arrange(None, self.around)

    def close_meeting(self) -> None:
        """Close the meeting: figures and minutes stand from now on."""
        if self.meeting_id is None or self.agenda is None or self.agenda.closed is not None:
            return
        self.minutes.save()
        said = self.tr("The meeting is closed. What is still open comes back next time.")
        self._jobs.write(meetings.close, self.meeting_id, done=partial(self._said, said), failed=self.failed.emit)

    def turn_clock(self) -> None:
        """Let the time of the step run, or rest."""
        if self.agenda is None or self.agenda.closed is not None or not self.agenda.steps:
            return
        if self.meeting_id is None or not self.agenda.steps[self.step].id:
            self.new_meeting()
        elif self.clock.is_running:
            self.agenda = with_time(self.agenda, self.clock)
            self.timing.pause(self.meeting_id)
        else:
            self._run(self.agenda.steps[self.step])
        self._tell_time()

    def _run(self, step: Step) -> None:
        me = self.around.context.me
        if self.agenda is not None:
            self.agenda = with_time(self.agenda, self.clock)
        self.timing.run(step.id, me.name if me is not None else "")

    def _attend(self, member_id: int, there: bool) -> None:
        if self.meeting_id is not None:
            self._jobs.write(meetings.attend, self.meeting_id, [member_id], there=there, failed=self.failed.emit)

    def _decide(self, text: str) -> None:
        if self.meeting_id is None:
            self.new_meeting()
        else:
            self.writing.decide(self.meeting_id, text)

    def _add_action(self, text: str) -> None:
        if self.meeting_id is None:
            self.new_meeting()
        else:
            self.writing.add_action(self.meeting_id, outcomes.wanted(self.around.context, text))

    def _edit_line(self, write: Callable[..., None], card: Editable, number: int, mine: object, base: object) -> None:
        write(number, mine, base, card)

    def _said(self, sentence: str, change: Change) -> None:
        self.said.emit(sentence, change)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _SHOWN & change.ids.keys():
            self._again.start()
