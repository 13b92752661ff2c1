"""What is done to the draft on the agreement's page: every edit, signature and publishing is a save of its own."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.agreement import drafts
from app.agreement.papers import Paper
from app.agreement.terms import TEAMS
from app.changes import Change
from app.context import MemberRow
from ui.jobs import Jobs


class DraftActs(QObject):
    """The acts on the version in sight, `paper`. `said` tells what was done, `failed` what could not be."""

    said = Signal(str, object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.paper: Paper | None = None

    def begin(self) -> None:
        """Begin a draft from the version in force."""
        self._write(self.tr("A new draft is begun."), drafts.begin)

    def edit(self, kind: str, number: int, mine: object, base: object) -> None:
        """Save an edit of a clause, action or promise."""
        self._write(self.tr("The draft was changed."), drafts.edit, kind, number, mine, base)

    def add(self, kind: str, values: object) -> None:
        """Add a clause, action or promise."""
        if self.paper is not None:
            self._write(self.tr("Added to the draft."), drafts.add, self.paper.terms.id, kind, values)

    def remove(self, kind: str, number: int) -> None:
        """Take a clause, action or promise out."""
        self._write(self.tr("Taken out of the draft."), drafts.remove, kind, number)

    def term(self, mine: object, base: object) -> None:
        """Save an edit of the version's own terms."""
        if self.paper is not None:
            self._write(self.tr("The draft was changed."), drafts.change, self.paper.terms.id, mine, base)

    def sign(self, team: Any) -> None:
        """Sign for a team what stands there."""
        if self.paper is not None:
            terms = self.paper.terms
            said = self.tr("You signed version {n}.").format(n=terms.number)
            self._write(said, drafts.sign, terms.id, team, terms.digest())

    def sign_mine(self, me: MemberRow | None) -> None:
        """Sign for my team, the first of mine that has not signed."""
        if me is not None and self.paper is not None:
            held = [team for team, one in self.paper.signatures.items() if one.holds]
            team = next((one for one in TEAMS if me.team in {one, "both"} and one not in held), None)
            if team is not None:
                self.sign(team)

    def unsign(self) -> None:
        """Take my signature back."""
        if self.paper is not None:
            self._write(self.tr("Your signature is taken back."), drafts.unsign, self.paper.terms.id)

    def publish(self) -> None:
        """Put the draft in force."""
        if self.paper is not None:
            terms = self.paper.terms
            said = self.tr("Version {n} is in force.").format(n=terms.number)
            self._write(said, drafts.publish, terms.id)

    def _write(self, told: str, service: Callable[..., Any], *given: object) -> None:
        self._jobs.write(service, *given, done=partial(self._done, told), failed=self.failed.emit)

    def _done(self, told: str, change: Change) -> None:
        if change.entries:
            self.said.emit(told, None if change.act == "drafts.publish" else change)
