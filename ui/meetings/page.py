"""The meetings: one on the screen, with its agenda, figures, and what is settled; run, presented, closed, printed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import meetings, outcomes
from app.changes import Change
from app.errors import KnownError, NotFoundError
from app.meeting_agenda import Agenda, Owed, Settled
from app.meeting_papers import MeetingRow
from app.meeting_print import printed
from app.meeting_screen import Screen, screen
from ui.actions import Action
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.meetings.card import Card, emptied
from ui.meetings.clock import StepClock
from ui.meetings.faces import Faces, title_of
from ui.meetings.head import Head
from ui.meetings.lines import Actions, Decisions, Wins, wrapped
from ui.meetings.minutes import Minutes
from ui.meetings.notes import Notes
from ui.meetings.present import Presentation
from ui.meetings.stepper import Stepper
from ui.meetings.writing import Writing
from ui.page import Page
from ui.theme import Theme, font
from ui.widgets.charts import LineChart
from ui.widgets.goal_bar import GoalBar

SETTLING = 250
"""Milliseconds after a change before the meeting is read anew."""
_SHOWN = frozenset({"meeting", "item", "decision", "task", "win", "goal", "lead", "member", "import", "workspace"})


class MeetingsPage(Page):
    """The page with one meeting."""

    def __init__(self, jobs: Jobs, theme: Theme, around: Surroundings, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("MeetingsPage", "Meetings")
        super().__init__("meetings", title, "presentation", around, parent)
        self._jobs, self._theme = jobs, theme
        self.meeting_id: int | None = None
        self.agenda: Agenda | None = None
        self.step = 0
        self._listed: Sequence[MeetingRow] = ()
        self.presentation: Presentation | None = None
        self.clock = StepClock(self)
        self.clock.ticked.connect(self._tell_time)
        self.clock.stopped.connect(self._spend)
        self._again = QTimer(self, singleShot=True, interval=SETTLING)
        self._again.timeout.connect(self.load)
        self.head = Head(theme, self)
        for button, act in (
            (self.head.chooser, self._open_chooser),
            (self.head.there, self._open_present),
            (self.head.run_button, self._turn_clock),
            (self.head.present_button, self.present),
            (self.head.print_button, self.print_summary),
            (self.head.close_button, self.close_meeting),
        ):
            button.clicked.connect(act)
        self.head.new_asked.connect(self.new_meeting)
        self.head.close_asked.connect(self.close_meeting)
        self.head.meeting_asked.connect(self.show_meeting)
        self.head.attend_asked.connect(self._attend)
        self.writing = Writing(jobs, self)
        self._cards()
        self._lay_out()
        self.writing.said.connect(self.said)
        self.writing.failed.connect(self.failed)
        self.writing.decided.connect(self.decisions.taken)
        self.writing.owed.connect(self.actions_card.taken)
        self.writing.celebrated.connect(self.wins.field.clear)
        self.writing.not_ticked.connect(self.load)
        jobs.changed.connect(self._changed)

    # Building

    def _cards(self) -> None:
        self.stepper = Stepper(self._theme, self)
        self.stepper.chosen.connect(self.go_to_step)
        self.goals = Card(self.tr("Shared goals"), self)
        self.goals.beside.setText(self.tr("Shared goals count the work of both teams"))
        self._goal_rows = QVBoxLayout()
        self._goal_rows.setSpacing(10)
        self.goals.body.addLayout(self._goal_rows)
        self.goals.body.addStretch(1)
        self.chart = Card("", self)
        self.line = LineChart(self._theme, self.tr("Weeks"), self)
        self.counted = wrapped("", self, "faint")
        self.counted.setFont(font(11))
        self.chart.body.addWidget(self.line, 1)
        self.chart.body.addWidget(self.counted)
        self.wins = Wins(self._theme, self)
        self.wins.entered.connect(self.writing.add_win)
        self.decisions = Decisions(self._theme, self)
        self.decisions.entered.connect(self._decide)
        self.decisions.removed.connect(self.writing.remove_decision)
        self.actions_card = Actions(self._theme, self.around, self)
        self.actions_card.entered.connect(self._add_action)
        self.actions_card.ticked.connect(self.writing.tick)
        self.actions_card.removed.connect(self.writing.remove_action)
        self.notes = Notes(self)
        self.minutes = Minutes(self._jobs, self.notes, self)
        self.minutes.failed.connect(self.failed)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        inner.setObjectName("columns")
        grid = QGridLayout(inner)
        grid.setContentsMargins(20, 0, 20, 20)
        grid.setSpacing(14)
        grid.addWidget(self.goals, 0, 0, 1, 2)
        grid.addWidget(self.chart, 1, 0)
        grid.addWidget(self.wins, 1, 1)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.decisions, 3)
        right.addWidget(self.actions_card, 5)
        right.addWidget(self.notes, 3)
        grid.addLayout(right, 0, 2, 2, 1)
        for column, share in ((0, 5), (1, 4), (2, 4)):
            grid.setColumnStretch(column, share)
        grid.setRowStretch(1, 1)
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steps = QHBoxLayout()
        steps.setContentsMargins(20, 0, 20, 0)
        steps.addWidget(self.stepper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addLayout(steps)
        layout.addWidget(scroll, 1)

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
        here = "meetings"
        return (
            Action("meeting.new", "meeting", self.tr("&New meeting"), ("Ctrl+N",), self.new_meeting, place=here),
            Action("meeting.run", "meeting", self.tr("&Start or pause the time"), (), self._turn_clock, place=here),
            Action(
                "meeting.next",
                "meeting",
                self.tr("Next &step"),
                ("Ctrl+PgDown",),
                partial(self.move_step, 1),
                place=here,
            ),
            Action(
                "meeting.back",
                "meeting",
                self.tr("Step &before"),
                ("Ctrl+PgUp",),
                partial(self.move_step, -1),
                place=here,
            ),
            Action("meeting.present", "meeting", self.tr("&Present"), ("F11",), self.present, place=here),
            Action("meeting.print", "meeting", self.tr("P&rint summary…"), ("Ctrl+P",), self.print_summary, place=here),
            Action("meeting.close", "meeting", self.tr("&Close the meeting"), (), self.close_meeting, place=here),
        )

    def stop(self) -> None:
        """Save what was typed, write the time down; the window closes."""
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
        self.step = min(self.step, max(0, len(shown.steps) - 1))
        self._show_steps(faces)
        emptied(self._goal_rows)
        for one in shown.summary.goals or ():
            bar = GoalBar(self._theme, faces.goal(one), self)
            bar.setToolTip(faces.counted(one))
            self._goal_rows.addWidget(bar)
        if not shown.summary.goals:
            self._goal_rows.addWidget(wrapped(self.tr("There is no goal for this time yet."), self, "muted"))
        drawn = None if shown.summary.chart is None else faces.chart(shown.summary.chart)
        self.chart.setVisible(drawn is not None)
        if drawn is not None and shown.summary.chart is not None:
            self.chart.title.setText(drawn[0])
            self.line.show_line(drawn[1], drawn[2])
            self.counted.setText(faces.counted(shown.summary.chart))
        self.wins.show_wins([faces.win(one) for one in shown.summary.wins or ()], writable=writable)
        lines = [line for step in shown.steps for line in step.lines]
        self.decisions.show_decisions([one for one in lines if isinstance(one, Settled)], writable=writable)
        self.actions_card.show_actions([one for one in lines if isinstance(one, Owed)], writable=writable)
        self.minutes.show(self.meeting_id, notes, writable=writable)
        self._tell_time()
        if self.presentation is not None and self.presentation.isVisible():
            self.presentation.show_agenda(shown, self.step)

    def _not_read(self, error: KnownError) -> None:
        if isinstance(error, NotFoundError) and self.meeting_id is not None:
            # Its making was undone, here or by a colleague: the latest one takes its place.
            self.minutes.leave()
            self.clock.stop()
            self.meeting_id, self.step = None, 0
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
        running = self.clock.step is not None
        if step is None:
            self.head.tell_time(0, 0, running=running)
        else:
            spent = step.seconds + (self.clock.seconds if self.clock.step == step.id else 0)
            self.head.tell_time(spent, step.minutes, running=running)

    # Going about

    def show_meeting(self, meeting_id: int) -> None:
        """Show another meeting."""
        self.minutes.leave()
        self.clock.stop()
        self.meeting_id, self.step = meeting_id, 0
        self.load()

    def go_to_step(self, place: int) -> None:
        """Go to a step; its time runs if time was running."""
        if self.agenda is None or not 0 <= place < len(self.agenda.steps):
            return
        self.step = place
        if self.clock.step is not None:
            self.clock.start(self.agenda.steps[place].id)
        self._show_steps(Faces(self.agenda.summary, self.around.words))
        self._tell_time()

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
        self.presentation.setGeometry(self.screen().geometry())
        self.presentation.showFullScreen()

    def print_summary(self) -> None:
        """Show the summary as it will be on paper."""
        from ui.printing.preview import PrintPreview  # noqa: PLC0415 - Qt's part for PDF is loaded when wanted

        if self.agenda is None:
            return
        self.minutes.save()
        title = title_of(self.agenda, self.around.words)
        language = self.around.words.language
        dialog = PrintPreview(self._jobs, printed, (self.meeting_id,), title, language, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_chooser(self) -> None:
        closable = self.agenda is not None and self.agenda.closed is None and self.meeting_id is not None
        self.head.open_chooser(self._listed, self.meeting_id, self.around, closable=closable)

    def _open_present(self) -> None:
        if self.agenda is not None:
            self.head.open_present(self.around.context.members.values(), self.agenda.present)

    # Doing

    def new_meeting(self) -> None:
        """Write the next meeting down, as the one before was."""
        self._jobs.write(meetings.prepare, done=self._made, failed=self.failed.emit)

    def close_meeting(self) -> None:
        """Close the meeting: figures and minutes stand from now on."""
        if self.meeting_id is None or self.agenda is None or self.agenda.closed is not None:
            return
        self.minutes.save()
        self.clock.stop()
        said = self.tr("The meeting is closed. What is still open comes back next time.")
        self._jobs.write(meetings.close, self.meeting_id, done=partial(self._said, said), failed=self.failed.emit)

    def _made(self, change: Change) -> None:
        self.said.emit(self.tr("The next meeting is written down."), change)
        made = next(entry.id for entry in change.entries if entry.kind == "meeting")
        self.show_meeting(made)

    def _turn_clock(self) -> None:
        if self.agenda is None or self.agenda.closed is not None or not self.agenda.steps:
            return
        if self.clock.step is not None:
            self.clock.stop()
        elif self.meeting_id is not None and self.agenda.steps[self.step].id:
            self._jobs.write(meetings.start, self.meeting_id, failed=self.failed.emit)
            self.clock.start(self.agenda.steps[self.step].id)
        else:
            self.new_meeting()
        self._tell_time()

    def _spend(self, step: int, seconds: int) -> None:
        self._jobs.write(meetings.spend, step, seconds, failed=self.failed.emit)

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

    def _said(self, sentence: str, change: Change) -> None:
        self.said.emit(sentence, change)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _SHOWN & change.ids.keys():
            self._again.start()
