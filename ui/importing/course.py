"""The course of one import: read, corrected, planned, written, taken back. It knows no widgets.

Reading and planning go to the readers' threads, writing to the writer's. Of what was asked for only the newest counts;
what is out of date is stopped and let go of.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app import imports
from app.changes import Change
from app.errors import KnownError
from app.importing.drafts import Draft, Outline
from app.importing.table import Choice
from app.imports import Options, Progress
from ui.jobs import Jobs

READ, PLANNED, WRITTEN, UNDONE = "read", "planned", "written", "undone"
_OTHER_READING = frozenset({"encoding", "delimiter", "header_line", "sheet"})
_OF_THE_PLAN = ("stage:", "shared_email")


class Course(QObject):
    """One file after another. `came` says how far it is, `stuck` that a step was not to be had."""

    began = Signal(object)  # Progress: something goes on from here
    came = Signal(str)  # read, planned, written or undone
    stuck = Signal(str, object, bool)  # the step that was not to be had, the KnownError, whether a person stopped it
    imported = Signal(int, object)  # the number of an import that was written, and its Change

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.waiting: list[Path] = []
        self.path: Path | None = None
        self.options = Options()
        self.used = ""  # the name of the kept matching in force
        self.draft: Draft | None = None
        self.outline: Outline | None = None
        self.outcome: dict[str, Any] = {}
        self.is_writing = False
        self._asked: dict[str, Choice] = {}
        self._progress: Progress | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something goes on."""
        return self._progress is not None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written from here."""
        return self._jobs.workspace.read_only

    def begin(self, paths: Sequence[Path]) -> None:
        """Begin with files; what was under way is given up."""
        self.let_go()
        self.waiting = list(paths)
        if self.waiting:
            self.next_file()

    def next_file(self) -> None:
        """Go on to the file that waits longest."""
        self.let_go()
        self.path = self.waiting.pop(0)
        self.options, self.used = Options(), ""
        self._look()

    def let_go(self) -> None:
        """Stop what goes on and let go of the file; what is being written goes on."""
        if self.is_writing:
            return
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
        if self.draft is not None:
            self.draft.close()
            self.draft = None
        self.outline = None
        self._asked = {}

    # Questions

    def questions(self, *, of_the_plan: bool) -> list[Choice]:
        """Return what was asked so far, answered or not: of the file, or of the plan."""
        return [one for key, one in self._asked.items() if key.startswith(_OF_THE_PLAN) == of_the_plan]

    def open_questions(self) -> int:
        """Return how many questions have no answer yet."""
        return sum(key not in self.options.answers for key in self._asked)

    def answer(self, key: str, value: str) -> None:
        """Take an answer or a correction in, and read or plan anew."""
        answers = dict(self.options.answers) | {key: value}
        if key in _OTHER_READING:  # other columns may come of it, and other questions
            self._asked = {one: choice for one, choice in self._asked.items() if one == key}
            answers = {one: text for one, text in answers.items() if not one.startswith("column:")}
        if key.startswith("column:"):
            self.used = ""
        self.options = replace(self.options, answers=answers)
        if key.startswith(_OF_THE_PLAN):
            self.plan()
        else:
            self._look()

    def take_kind(self, kind: str) -> None:
        """Take the rows for contacts, companies or leads."""
        self.options = replace(self.options, kind=kind)
        self.used = ""
        self._look()

    def take_existing(self, how: str) -> None:
        """Say what becomes of records that are here already: update, fill or skip."""
        if how in ("update", "fill", "skip"):
            self.options = replace(self.options, on_existing=how)  # type: ignore[arg-type]  # one of the three

    def use_matching(self, name: str) -> None:
        """Match as it was kept under a name; "" matches as the program would."""
        kept = next((one for one in imports.matchings() if one.name == name), None)
        self.used = "" if kept is None else name
        self.options = Options() if kept is None else kept.options()
        self._asked = {}
        self._look()

    def keep_matching(self, name: str) -> None:
        """Keep how the file is matched under a name."""
        if self.draft is not None:
            imports.keep_matching(name, self.draft.found, self.options)
            self.used = name

    # Reading and planning

    def _start(self) -> Progress:
        if self._progress is not None:
            self._progress.stop()
        progress = self._progress = Progress()
        self.began.emit(progress)
        return progress

    def _look(self) -> None:
        if self.path is not None:
            progress = self._start()
            self._jobs.read(
                imports.look,
                self.path,
                self.options,
                progress,
                done=partial(self._take_draft, progress),
                failed=partial(self._fail_look, progress),
            )

    def _take_draft(self, progress: Progress, draft: Draft) -> None:
        if progress is not self._progress:
            draft.close()
            return
        self._progress = None
        first = self.draft is None
        if self.draft is not None:
            self.draft.close()
        self.draft = draft
        if first and not self.options.answers:
            kept = imports.matching_for([one.name for one in draft.found.columns])
            if kept is not None:
                self.used, self.options = kept.name, kept.options()
                self._look()
                return
        for one in draft.found.questions:
            self._asked[one.key] = one
        self.came.emit(READ)

    def _fail_look(self, progress: Progress, error: KnownError) -> None:
        if progress is not self._progress:
            return
        self._progress = None
        if self.draft is not None:  # a correction that does not fit: the file is there as it was read before
            self.options = self.draft.job.options
        self.stuck.emit(READ, error, progress.is_stopped)

    def plan(self) -> None:
        """Find out what the import would do."""
        if self.draft is not None:
            progress = self._start()
            self._jobs.read(
                imports.plan,
                self.draft,
                self.options,
                progress,
                done=partial(self._take_plan, progress),
                failed=partial(self._fail, PLANNED, progress),
            )

    def _take_plan(self, progress: Progress, outline: Outline) -> None:
        if progress is not self._progress:
            return
        self._progress = None
        self.outline = outline
        for one in outline.answer.questions:
            self._asked[one.key] = one
        self.came.emit(PLANNED)

    def _fail(self, step: str, progress: Progress, error: KnownError) -> None:
        if progress is self._progress:
            self._progress = None
            self.is_writing = False
            self.stuck.emit(step, error, progress.is_stopped)

    # Writing and taking back

    def write(self) -> None:
        """Write what was planned."""
        if self.draft is not None:
            progress = self._start()
            self.is_writing = True
            self._jobs.write(
                imports.write,
                self.draft,
                progress,
                act="import",
                done=self._written,
                failed=partial(self._fail, WRITTEN, progress),
            )

    def _written(self, change: Change) -> None:
        self.is_writing = False
        self._progress = None
        self.came.emit(WRITTEN)
        number = self.draft.answer.import_id if self.draft is not None else None
        if number is not None:
            self.imported.emit(number, change)

    def undo(self, number: int) -> None:
        """Take an import back."""
        outcome = self.outcome = {}
        self._jobs.write(imports.undo, number, outcome, act="import.undo", done=self._undone, failed=self._fail_undo)

    def _undone(self, change: Change) -> None:
        del change
        self.came.emit(UNDONE)

    def _fail_undo(self, error: KnownError) -> None:
        self.stuck.emit(UNDONE, error, False)
