"""The meetings: one on the screen, with its agenda, figures, and what is settled; run, presented, closed, printed."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import meetings, outcomes
from app.changes import Change
from app.errors import ConflictError, KnownError
from app.meeting_agenda import Agenda, Owed, Settled
from app.meeting_papers import MeetingRow
from app.meeting_print import printed
from app.meeting_screen import Screen, screen
from ui import icons
from ui.actions import Action
from ui.around import Surroundings
from ui.jobs import Jobs
from ui.meetings.card import Card, emptied
from ui.meetings.clock import StepClock
from ui.meetings.faces import Faces, title_of
from ui.meetings.lines import Actions, Decisions, Disc, Wins, wrapped
from ui.meetings.notes import Notes
from ui.meetings.present import Presentation
from ui.meetings.stepper import Stepper
from ui.page import Page
from ui.theme import Theme, font
from ui.widgets.charts import LineChart, Ring
from ui.widgets.goal_bar import GoalBar

SETTLING = 250
"""Milliseconds after a change before the meeting is read anew."""
_SHOWN = frozenset({"meeting", "item", "decision", "task", "win", "goal", "lead", "member", "import", "workspace"})
_MOST_FACES = 5
_LONGEST_MENU = 20
_ROOM_FOR_ALL, _ROOM_FOR_WORDS = 1180, 1000


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
        self._head()
        self._cards()
        self._lay_out()
        jobs.changed.connect(self._changed)
        theme.changed.connect(self._draw)
        self._draw()

    # Building

    def _head(self) -> None:
        self.name = QLabel(self)
        self.name.setFont(font(20, 600))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.when = QLabel(self)
        self.when.setObjectName("muted")
        self.chooser = QPushButton(self)
        self.chooser.setAccessibleName(self.tr("Other meetings"))
        self.chooser.setToolTip(self.tr("Other meetings"))
        self.chooser.clicked.connect(self._open_chooser)
        self.there = QPushButton(self)
        self.there.setObjectName("quiet")
        self.there.clicked.connect(self._open_present)
        self.faces = QHBoxLayout()
        self.faces.setSpacing(2)
        self.ring = Ring(self._theme, self.tr("Time"), 34, self)
        self.time = QLabel(self)
        self.time.setFont(font(15, 600))
        self.of = QLabel(self)
        self.of.setObjectName("muted")
        self.of.setFont(font(12))
        self.run_button = QPushButton(self)
        self.run_button.clicked.connect(self._turn_clock)
        self.present_button = QPushButton(f" {self.tr('Present')}", self)
        self.present_button.setAccessibleName(self.tr("Present"))
        self.present_button.clicked.connect(self.present)
        self.print_button = QPushButton(f" {self.tr('Print summary')}", self)
        self.print_button.setAccessibleName(self.tr("Print summary"))
        self.print_button.setObjectName("primary")
        self.print_button.clicked.connect(self.print_summary)
        self.close_button = QPushButton(self.tr("Close meeting"), self)
        self.close_button.clicked.connect(self.close_meeting)

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
        self.wins.entered.connect(self._add_win)
        self.decisions = Decisions(self._theme, self)
        self.decisions.entered.connect(self._decide)
        self.decisions.removed.connect(partial(self._write, outcomes.remove_decision, self.tr("Decision removed.")))
        self.actions_card = Actions(self._theme, self.around, self)
        self.actions_card.entered.connect(self._add_action)
        self.actions_card.ticked.connect(self._tick)
        self.actions_card.removed.connect(partial(self._write, outcomes.remove_action, self.tr("Action removed.")))
        self.notes = Notes(self)
        self.notes.save_asked.connect(self._save_notes)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.name)
        names.addWidget(self.when)
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addWidget(self.time)
        times.addWidget(self.of)
        head = QHBoxLayout()
        head.setContentsMargins(20, 12, 20, 0)
        head.setSpacing(10)
        head.addLayout(names)
        head.addWidget(self.chooser)
        head.addStretch(1)
        head.addLayout(self.faces)
        head.addWidget(self.there)
        head.addWidget(self.ring)
        head.addLayout(times)
        for button in (self.run_button, self.present_button, self.close_button, self.print_button):
            head.addWidget(button)
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
        layout.addLayout(head)
        layout.addLayout(steps)
        layout.addWidget(scroll, 1)

    def _draw(self) -> None:
        text = self._theme.colour("text")
        self.present_button.setIcon(icons.icon("presentation", text, 16))
        self.chooser.setIcon(icons.icon("calendar", text, 16))
        self.print_button.setIcon(icons.icon("printer", self._theme.colour("on_accent"), 16))
        self._tell_time()

    # What every page has

    def load(self) -> None:
        """Read the meeting that is shown, the latest to begin with, and the others' names."""
        self._again.stop()
        self._jobs.read(screen, self.meeting_id, done=self._take, failed=self.failed.emit, key="meetings.page")

    def take_around(self, around: Surroundings) -> None:
        """Take the workspace's small lists as they are now."""
        super().take_around(around)
        self.actions_card.around = around

    def take_focus(self) -> None:
        """Put the focus on the step that is on."""
        if self.stepper.buttons:
            self.stepper.buttons[min(self.step, len(self.stepper.buttons) - 1)].setFocus()
        else:
            self.chooser.setFocus()

    def actions_here(self) -> Sequence[Action]:
        """Return what can be done with a meeting."""
        here = "meetings"
        return (
            Action("meeting.new", "meeting", self.tr("&New meeting"), ("Ctrl+N",), self.new_meeting, place=here),
            Action("meeting.run", "meeting", self.tr("&Start or pause the time"), (), self._turn_clock, place=here),
            Action("meeting.next", "meeting", self.tr("Next &step"), ("Ctrl+PgDown",), self.next_step, place=here),
            Action("meeting.back", "meeting", self.tr("Step &before"), ("Ctrl+PgUp",), self.last_step, place=here),
            Action("meeting.present", "meeting", self.tr("&Present"), ("F11",), self.present, place=here),
            Action("meeting.print", "meeting", self.tr("P&rint summary…"), ("Ctrl+P",), self.print_summary, place=here),
            Action("meeting.close", "meeting", self.tr("&Close the meeting"), (), self.close_meeting, place=here),
        )

    def stop(self) -> None:
        """Save what was typed, write the time down; the window closes."""
        self.notes.save()
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
        self.name.setText(title_of(shown, words))
        self.when.setText(self._said_when(shown))
        emptied_row(self.faces)
        for member in shown.present[:_MOST_FACES]:
            self.faces.addWidget(Disc(self._theme, 26, member.name, parent=self))
        self.there.setText(self.tr("%n here", None, len(shown.present)))
        self.there.setEnabled(writable)
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
        self.notes.show_text(notes, writable=writable and bool(shown.id))
        self.run_button.setVisible(writable)
        self._fit()
        self._tell_time()
        if self.presentation is not None and self.presentation.isVisible():
            self.presentation.show_agenda(shown, self.step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out of the head what there is no room for; menus and palette have it too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        open_ = self.agenda is not None and self.agenda.closed is None
        self.close_button.setVisible(open_ and self.width() >= _ROOM_FOR_ALL)
        self.present_button.setText(f" {self.tr('Present')}" if self.width() >= _ROOM_FOR_WORDS else "")
        for widget in (self.ring, self.of):
            widget.setVisible(self.width() >= _ROOM_FOR_WORDS)

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
        running = self.clock.step is not None
        said = self.tr("Pause") if running else self.tr("Start")
        self.run_button.setText(f" {said}")
        self.run_button.setAccessibleName(said)
        self.run_button.setIcon(icons.icon("pause" if running else "play", self._theme.colour("text"), 16))
        if shown is None or not shown.steps:
            self.time.setText("")
            self.of.setText("")
            return
        step = shown.steps[self.step]
        spent = step.seconds + (self.clock.seconds if self.clock.step == step.id else 0)
        planned = step.minutes * 60
        self.time.setText(f"{spent // 60:02}:{spent % 60:02}")
        self.of.setText(self.tr("of %n minutes", None, step.minutes))
        over = planned > 0 and spent > planned
        self.ring.show_share(spent / planned if planned else 0.0, "", self.of.text(), "bad" if over else "accent")

    # Going about

    def show_meeting(self, meeting_id: int) -> None:
        """Show another meeting."""
        self.notes.forget()
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

    def next_step(self) -> None:
        """Go to the next step."""
        self.go_to_step(self.step + 1)

    def last_step(self) -> None:
        """Go to the step before."""
        self.go_to_step(self.step - 1)

    def present(self) -> None:
        """Show one step a screen."""
        if self.agenda is None:
            return
        if self.presentation is None:
            self.presentation = Presentation(self._theme, self.around, self)
            self.presentation.moved.connect(self.go_to_step)
        self.presentation.around = self.around
        self.presentation.show_agenda(self.agenda, self.step)
        self.presentation.showFullScreen()

    def print_summary(self) -> None:
        """Show the summary as it will be on paper."""
        from ui.printing.preview import PrintPreview  # noqa: PLC0415 - Qt's part for PDF is loaded when wanted

        if self.agenda is None:
            return
        self.notes.save()
        title = title_of(self.agenda, self.around.words)
        language = self.around.words.language
        dialog = PrintPreview(self._jobs, printed, (self.meeting_id,), title, language, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_chooser(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("New meeting")).triggered.connect(self.new_meeting)
        if self.agenda is not None and self.agenda.closed is None and self.meeting_id is not None:
            menu.addAction(self.tr("Close meeting")).triggered.connect(self.close_meeting)
        menu.addSeparator()
        for row in self._listed[:_LONGEST_MENU]:
            when = self.around.words.moment(row.starts_at, self.around.now)
            closed = self.tr(" · closed") if row.closed_at is not None else ""
            name = (row.title or self.around.words.paper.text("meeting"))[:60].replace("&", "&&")
            entry = menu.addAction(f"{name} · {when}{closed}")
            entry.setCheckable(True)
            entry.setChecked(row.id == self.meeting_id)
            entry.triggered.connect(partial(self.show_meeting, row.id))
        menu.popup(self.chooser.mapToGlobal(self.chooser.rect().bottomLeft()))

    def _open_present(self) -> None:
        if self.agenda is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        here = {member.id for member in self.agenda.present}
        for member in self.around.context.members.values():
            if member.active or member.id in here:
                entry = menu.addAction(member.name[:60].replace("&", "&&"))
                entry.setCheckable(True)
                entry.setChecked(member.id in here)
                entry.triggered.connect(partial(self._attend, member.id, member.id not in here))
        menu.popup(self.there.mapToGlobal(self.there.rect().bottomLeft()))

    # Doing

    def new_meeting(self) -> None:
        """Write the next meeting down, as the one before was."""
        self._jobs.write(meetings.prepare, done=self._made, failed=self.failed.emit)

    def close_meeting(self) -> None:
        """Close the meeting: figures and minutes stand from now on."""
        if self.meeting_id is None or self.agenda is None or self.agenda.closed is not None:
            return
        self.notes.save()
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
            return
        done = partial(self._settled, self.decisions, self.tr("Decision written down."))
        self._jobs.write(outcomes.decide, self.meeting_id, text, done=done, failed=self.failed.emit)

    def _add_action(self, text: str) -> None:
        if self.meeting_id is None:
            self.new_meeting()
            return
        one = outcomes.wanted(self.around.context, text)
        done = partial(self._settled, self.actions_card, self.tr("Action written down."))
        self._jobs.write(
            outcomes.add_action,
            self.meeting_id,
            one.title,
            one.owner_id,
            one.due,
            done=done,
            failed=self.failed.emit,
        )

    def _settled(self, card: Decisions | Actions, sentence: str, change: Change) -> None:
        card.taken()
        self.said.emit(sentence, change)

    def _add_win(self, text: str) -> None:
        self._jobs.write(outcomes.add_win, text, done=self._celebrated, failed=self.failed.emit)

    def _celebrated(self, change: Change) -> None:
        self.wins.field.clear()
        self.said.emit(self.tr("Well done!"), change)

    def _tick(self, action_id: int, on: bool) -> None:
        sentence = self.tr("Done.") if on else self.tr("Open again.")
        service = outcomes.finish_action if on else outcomes.reopen_action
        self._jobs.write(service, action_id, done=partial(self._said, sentence), failed=self._not_ticked)

    def _not_ticked(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.load()

    def _write(self, service: Any, sentence: str, number: int) -> None:
        self._jobs.write(service, number, done=partial(self._said, sentence), failed=self.failed.emit)

    def _said(self, sentence: str, change: Change) -> None:
        self.said.emit(sentence, change)

    def _save_notes(self, text: str, base: str) -> None:
        if self.meeting_id is not None:
            self._jobs.write(
                meetings.edit,
                self.meeting_id,
                {"notes": text},
                {"notes": base},
                done=partial(self._notes_saved, text),
                failed=partial(self._notes_met, base),
            )

    def _notes_saved(self, text: str, change: Change) -> None:
        del change
        self.notes.saved(text)

    def _notes_met(self, base: str, error: KnownError) -> None:
        found = error.fields.get("notes") if isinstance(error, ConflictError) else None
        if found is None:
            self.failed.emit(error)
        else:
            self.notes.met(str(found[2] or ""), base)

    def _changed(self, change: Change) -> None:
        if self.isVisible() and _SHOWN & change.ids.keys():
            self._again.start()


def emptied_row(row: QHBoxLayout) -> None:
    """Take everything out of a row."""
    while row.count():
        item = row.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
