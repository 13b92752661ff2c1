"""An import that a person goes through step by step: read, looked at, planned, looked at again, and only then written.

A draft holds the file's rows between the steps; whoever made it closes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.errors import RefusedError
from app.fields import CUSTOM, KINDS
from app.importing import running, verdicts
from app.importing.answer import Answer
from app.importing.mapping import Target
from app.importing.options import Options
from app.importing.planning import Plan
from app.importing.progress import Progress
from app.importing.running import Job, OpenQuestionsError
from app.importing.spool import Spool
from app.importing.table import Choice
from app.importing.verdicts import VERDICTS, Kept, Row, Tally
from db import watch

SAMPLES = 3
_SHORT = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: some of its values, and where they go.

    Attributes:
        name: its name in the file.
        samples: the first values that differ.
        field: kind and field as in `contact.emails`, `row.id` for what steers a row, "" where it is left out.
        is_new: whether it goes to a field of the team's own that is made by the import.
        is_empty: whether no row has anything here.
    """

    name: str
    samples: tuple[str, ...]
    field: str
    is_new: bool
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What a file is taken for. `questions` are those that the file raises by itself; a plan may raise more."""

    file: str
    form: str
    encoding: str
    delimiter: str
    header_line: int
    sheet: str
    sheets: tuple[str, ...]
    kind: str
    layout: str
    is_own: bool
    rows: int
    columns: tuple[Column, ...]
    questions: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What the import would do: its figures, and the rows behind each of them by verdict."""

    answer: Answer
    rows: dict[str, Sequence[Row]]
    tallies: Sequence[Tally]
    stages: Sequence[tuple[str, int]] = ()

    def count(self, verdict: str) -> int:
        """Return how many rows have a verdict: created, updated, unchanged, skipped or rejected."""
        if verdict == "rejected":
            return len(self.answer.rejections)
        return int(getattr(self.answer, verdict))


@dataclass(slots=True)
class Draft:
    """A file that was read, with the plan once there is one, and what the journal was like when it was made."""

    job: Job
    found: Found
    plan: Plan | None = None
    seq: int = 0
    progress: Progress = field(default_factory=Progress)

    @property
    def answer(self) -> Answer:
        """The figures; after `write`, with the number of the import."""
        return self.job.answer

    def close(self) -> None:
        """Let go of the file's rows."""
        self.drop_plan()
        self.job.profile.rows.close()

    def drop_plan(self) -> None:
        """Let go of the plan."""
        if self.plan is not None:
            self.plan.close()
            self.plan = None


def look(session: Session, path: Path, options: Options, progress: Progress) -> Draft:
    """Read a file and return what it is taken for; nothing of it is compared with the workspace yet.

    Raises:
        KnownError: it cannot be read, or an answer does not fit it.
        StoppedError: it was stopped.
    """
    context = session.info["context"]
    with running.seldom_collected():
        job = running.prepare(path, options, context, progress)
    made = Draft(job, _found(job), progress=progress)
    if progress.is_stopped:
        made.close()
    return made


def plan(session: Session, draft: Draft, options: Options, progress: Progress) -> Outline:
    """Return what the import would do; of the options, those count that need no other reading of the file.

    Raises:
        StoppedError: it was stopped; the draft can be planned again.
    """
    draft.drop_plan()
    job = draft.job
    job.options, job.progress, job.kept = options, progress, Kept()
    draft.seq = watch.latest(session)
    with running.seldom_collected():
        draft.plan = running.plan_of(session, job)
    rows: dict[str, Sequence[Row]] = {
        one: job.kept.rows(session, draft.plan, one) for one in VERDICTS if one != "rejected"
    }
    rows["rejected"] = verdicts.refused(job.kept, job.answer.rejections)
    answer = replace(job.answer)
    return Outline(answer, rows, verdicts.tallies(draft.plan), verdicts.stages(draft.plan))


def write(session: Session, draft: Draft, progress: Progress) -> None:
    """Write a planned import in one transaction; planned anew if anything has changed since the plan was looked at.

    Raises:
        RefusedError: what has changed since raises a question.
        StoppedError: it was stopped; nothing is written.
    """
    job = draft.job
    job.progress, job.kept, job.answer.import_id = progress, None, None
    held, draft.plan = draft.plan, None
    with running.seldom_collected():
        if held is None or watch.latest(session) != draft.seq:
            if held is not None:
                held.close()
            held = running.plan_of(session, job)
        try:
            running.write_plan(session, job, held)
        except OpenQuestionsError as error:
            raise RefusedError(
                "The list has changed since the plan was made, and there is something to ask now. "
                "Look at the plan again."
            ) from error


# Rows go in by COPY, which a pipelined connection does not allow.
write.in_bulk = True  # type: ignore[attr-defined]  # read by Workspace.write


def refused_lines(draft: Draft, outline: Outline) -> tuple[list[str], list[list[str]]]:
    """Return heads and rows of a table of what was refused: the file's own cells, with line and reason in front."""
    kept = draft.job.kept
    cells = kept.cells if kept is not None else {}
    names = [*draft.job.table.columns]
    rows = [[str(one.line), one.message, *(cells.get(one.line) or (one.value,))] for one in outline.answer.rejections]
    width = len(names) + 2
    return ["Line", "Reason", *names], [[*row, *[""] * (width - len(row))] for row in rows]


def _found(job: Job) -> Found:
    table, profile = job.table, job.profile
    samples = _samples(profile.rows, len(table.columns))
    columns = tuple(
        Column(name, shown, _field(target), _is_new(job, target), not filled)
        for name, shown, target, filled in zip(table.columns, samples, job.targets, profile.filled, strict=True)
    )
    layout = job.mapped.layout
    return Found(
        job.path.name,
        table.form,
        table.encoding,
        table.delimiter,
        table.header_line,
        table.sheet,
        table.sheets,
        job.mapped.kind,
        layout.name,
        layout.name == "Tandem" and layout.known is None,
        profile.count,
        columns,
        tuple(job.questions),
    )


def _samples(rows: Spool, width: int) -> list[tuple[str, ...]]:
    """Return the first values of each column that differ, out of the first rows put aside."""
    cells: list[list[str]] = next((found for _, found in rows), [[] for _ in range(width)])
    found = []
    for column in cells:
        values: dict[str, None] = {}
        for cell in column:
            text = " ".join(cell[: 2 * _SHORT].split())
            if text:
                values[text[:_SHORT]] = None
                if len(values) == SAMPLES:
                    break
        found.append(tuple(values))
    return found


def _field(target: Target | None) -> str:
    if target is None or not target.kind:
        return ""
    answer = "=no" if target.answer == "no" else ""
    return f"{target.kind}.{target.field}{answer}"


def _is_new(job: Job, target: Target | None) -> bool:
    if target is None or not target.field.startswith(CUSTOM) or target.kind not in KINDS:
        return False
    return target.field.removeprefix(CUSTOM) not in job.own_fields.get(target.kind, frozenset())
