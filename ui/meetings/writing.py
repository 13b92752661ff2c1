"""What is written down in a meeting, each act with its sentence and its way back."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app import outcomes
from app.changes import Change
from app.errors import KnownError
from app.outcomes import Wanted
from ui.jobs import Jobs
from ui.meetings.listing import Editable


class Writing(QObject):
    """Writes decisions, actions and wins."""

    said = Signal(str, object)  # what was done, and the Change
    failed = Signal(object)  # KnownError
    decided = Signal()
    owed = Signal()
    celebrated = Signal()
    not_ticked = Signal()  # a tick was refused: the box must show what holds

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def decide(self, meeting_id: int, text: str) -> None:
        """Write a decision down."""
        done = partial(self._done, self.tr("Decision written down."), self.decided.emit)
        self._jobs.write(outcomes.decide, meeting_id, text, done=done, failed=self.failed.emit)

    def add_action(self, meeting_id: int, one: Wanted) -> None:
        """Write an action down."""
        done = partial(self._done, self.tr("Action written down."), self.owed.emit)
        given = (meeting_id, one.title, one.owner_id, one.due)
        self._jobs.write(outcomes.add_action, *given, done=done, failed=self.failed.emit)

    def add_win(self, text: str) -> None:
        """Add something to celebrate."""
        done = partial(self._done, self.tr("Well done!"), self.celebrated.emit)
        self._jobs.write(outcomes.add_win, text, done=done, failed=self.failed.emit)

    def tick(self, action_id: int, on: bool) -> None:
        """Tick an action off, or take the tick away."""
        sentence = self.tr("Done.") if on else self.tr("Open again.")
        service = outcomes.finish_action if on else outcomes.reopen_action
        self._jobs.write(service, action_id, done=partial(self._done, sentence, None), failed=self._not_ticked)

    def remove_decision(self, decision_id: int) -> None:
        """Take a decision away."""
        done = partial(self._done, self.tr("Decision removed."), None)
        self._jobs.write(outcomes.remove_decision, decision_id, done=done, failed=self.failed.emit)

    def remove_action(self, action_id: int) -> None:
        """Take an action away."""
        done = partial(self._done, self.tr("Action removed."), None)
        self._jobs.write(outcomes.remove_action, action_id, done=done, failed=self.failed.emit)

    def edit_decision(self, number: int, mine: dict[str, str], base: dict[str, str], card: Editable) -> None:
        """Save a decision's text."""
        given = (number, mine["text"], base["text"])
        self._jobs.write(outcomes.edit_decision, *given, done=partial(self._edited, card), failed=card.refused)

    def edit_action(self, number: int, mine: dict[str, Any], base: dict[str, Any], card: Editable) -> None:
        """Save what an action says, whose it is and by when."""
        done = partial(self._edited, card)
        self._jobs.write(outcomes.edit_action, number, mine, base, done=done, failed=card.refused)

    def edit_win(self, number: int, mine: dict[str, str], base: dict[str, str], card: Editable) -> None:
        """Save a win's words."""
        done = partial(self._edited, card)
        self._jobs.write(outcomes.edit_win, number, mine, base, done=done, failed=card.refused)

    def remove_win(self, number: int) -> None:
        """Take a win away."""
        done = partial(self._done, self.tr("Win removed."), None)
        self._jobs.write(outcomes.remove_win, number, done=done, failed=self.failed.emit)

    def _edited(self, card: Editable, change: Change) -> None:
        card.leave()
        self.said.emit(self.tr("Changed."), change)

    def _done(self, sentence: str, more: Callable[[], Any] | None, change: Change) -> None:
        if more is not None:
            more()
        self.said.emit(sentence, change)

    def _not_ticked(self, error: KnownError) -> None:
        self.failed.emit(error)
        self.not_ticked.emit()
