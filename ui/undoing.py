"""Undo and redo of what one did, with the names of what they would take back and do again."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from app import undo
from app.changes import Change
from app.errors import KnownError
from app.undo import Act
from ui.jobs import Jobs

_LONGEST = 60


class Undoing(QObject):
    """Takes back and does again; names the two actions after the acts that are next."""

    said = Signal(str)  # what was undone or done again
    can_undo = Signal(bool)

    def __init__(self, jobs: Jobs, undo_action: QAction, redo_action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._undo, self._redo = undo_action, redo_action
        jobs.changed.connect(self._changed)

    def undo(self) -> None:
        """Take back what was done last."""
        self._jobs.write(undo.undo, done=partial(self._turned, undo.undo, 0))

    def undo_op(self, op: str) -> None:
        """Take back one act of mine."""
        self._jobs.write(undo.undo, op, done=partial(self._turned, undo.undo, 0))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._jobs.write(undo.redo, done=partial(self._turned, undo.redo, 0))

    def serve(self, button: QAbstractButton) -> None:
        """Let a button undo, whenever there is something to be undone."""
        button.setEnabled(self._undo.isEnabled())
        self.can_undo.connect(button.setEnabled)
        button.clicked.connect(self.undo)

    def load(self) -> None:
        """Find out what could be taken back and done again."""
        self._jobs.read(_turns, done=self._tell, failed=self._ignore, key="undo.turns")

    def _changed(self, change: Change) -> None:
        if change.own:
            for action in (self._undo, self._redo):  # until it is known what they would do, keys are not left unheard
                action.setEnabled(True)
            self.load()

    def _turned(self, turn: Callable[..., None], kept: int, change: Change) -> None:
        """Go on with the next piece of an act, or say what was turned and what stays as colleagues made it."""
        result = change.result or {}
        kept += int(result.get("kept") or 0)
        if result.get("next"):
            self._jobs.write(turn, result["next"], done=partial(self._turned, turn, kept))
            return
        said = self.tr("Undone: {what}") if turn is undo.undo else self.tr("Done again: {what}")
        sentence = said.format(what=change.subject)
        if kept:
            stay = self.tr("{count} were changed by colleagues since and stay as they are.", None, kept)
            sentence = f"{sentence}. {stay.format(count=kept)}"
        self.said.emit(sentence)

    def _tell(self, turns: tuple[Act | None, Act | None]) -> None:
        for action, plain, named, act in (
            (self._undo, self.tr("&Undo"), self.tr("&Undo: {what}"), turns[0]),
            (self._redo, self.tr("&Redo"), self.tr("&Redo: {what}"), turns[1]),
        ):
            what = "" if act is None else act.subject[:_LONGEST].replace("&", "&&")
            action.setText(named.format(what=what) if what else plain)
            action.setEnabled(act is not None)
        self.can_undo.emit(turns[0] is not None)

    def _ignore(self, error: KnownError) -> None:
        """Leave the names as they are; the bar says already that the database is away."""


def _turns(session: Any) -> tuple[Act | None, Act | None]:
    return undo.next_undo(session), undo.next_redo(session)
