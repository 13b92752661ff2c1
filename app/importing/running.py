"""An import from the file to the answer."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.context import Context
from app.errors import UsageError, Word
from app.fields import CUSTOM, KINDS, kind_of
from app.importing import applying, layouts, matching, profiling
from app.importing.answer import Answer
from app.importing.converting import Converter
from app.importing.layouts import Layout
from app.importing.lists import Lists
from app.importing.mapping import Mapped, Target, map_columns, target, unknown_columns
from app.importing.matching import Finder
from app.importing.notices import Notices
from app.importing.options import Options
from app.importing.planning import Plan, Planner, total
from app.importing.profiling import Profile
from app.importing.progress import PLANNING, READING, Progress
from app.importing.standing import Standing
from app.importing.table import Choice, FileOptions, Notice, Table
from app.importing.verdicts import Kept
from app.scores import scored_by
from app.workspace import Workspace
from db.journal import write_of
from db.types import to_micros

_ROOM = 200_000
_OURS = "tandem-contact-"
_MATCH = {
    "contact": ("external_id", "emails"),
    "company": ("external_id", "name"),
    "lead": ("external_id", "party"),
}


class OpenQuestionsError(Exception):
    """The plan met something only a person can decide; nothing is written."""


@dataclass(slots=True)
class Job:
    """One file on its way in: what was found out of it before its rows are matched."""

    path: Path
    options: Options
    table: Table
    mapped: Mapped
    targets: tuple[Target | None, ...]
    profile: Profile
    ways: tuple[dict[int, Any], dict[int, str]]
    questions: list[Choice]
    notices: list[Notice]
    progress: Progress = field(default_factory=Progress)
    own_fields: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kept: Kept | None = None
    answer: Answer = field(init=False)

    def __post_init__(self) -> None:
        """Begin the answer."""
        self.answer = Answer(
            file=self.path.name,
            kind=self.mapped.kind,
            layout=self.mapped.layout.name,
            encoding=self.table.encoding,
            delimiter=self.table.delimiter,
            header_line=self.table.header_line,
            dry_run=self.options.dry_run,
        )


def run(workspace: Workspace, path: Path, options: Options) -> Answer:
    """Import a file, or say what importing it would do; a file with an open question is not written.

    Raises:
        KnownError: the file, the layout or an answer cannot be followed; nothing is written.
    """
    with seldom_collected():
        return _run(workspace, path, options)


def _run(workspace: Workspace, path: Path, options: Options) -> Answer:
    job = prepare(path, options, workspace.context())
    try:
        if options.dry_run or job.questions:
            with workspace.reading() as session:
                plan_of(session, job).close()
            return job.answer
        try:
            workspace.write(import_file, job)
        except OpenQuestionsError:
            job.answer.import_id = None
        return job.answer
    finally:
        job.profile.rows.close()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look for garbage less often: a list makes many objects, hardly any of which refer in circles."""
    usual = gc.get_threshold()
    gc.set_threshold(max(usual[0], _ROOM) if usual[0] else 0, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def prepare(path: Path, options: Options, context: Context, progress: Progress | None = None) -> Job:
    """Read the file, recognise it and find out how its columns are to be read."""
    told = progress or Progress()
    told.begin(READING)
    from app.importing.reading import open_table  # noqa: PLC0415 - readers of workbooks and cards are heavy

    layout = layouts.find(options.layout) if options.layout else None
    table = open_table(path, _file_options(layout, options.answers))
    kind = kind_of(options.kind).plural if options.kind else None
    # What an agreement gives each lead comes back as it is given: the lead's own score is not to become that.
    given = frozenset({"score"} if scored_by(context.agreement) else ())
    mapped = map_columns(table.columns, layout, kind, options.answers, table.form, given)
    found = profiling.profile(table, mapped.targets, told)
    targets, questions, notices = unknown_columns(mapped, table.columns, found.filled, options.answers)
    ways, separators, more, said = profiling.readers(
        found, table.columns, targets, mapped.layout, options.answers, context.zone, table.numbers
    )
    if not any(one is not None and one.kind and not one.field.startswith(CUSTOM) for one in targets):
        notices.append(
            Notice(0, "", "", "No column was recognised. Name them in a layout file and give it with --layout.")
        )
    return Job(
        path,
        options,
        table,
        mapped,
        targets,
        found,
        (ways, separators),
        [*table.questions, *questions, *more],
        [*notices, *said],
        told,
        {kind: frozenset(one.name for one in context.fields.values() if one.kind == kind) for kind in KINDS},
    )


def _file_options(layout: Layout | None, answers: Mapping[str, str]) -> FileOptions:
    file = layout.file if layout else FileOptions()
    line = answers.get("header_line")
    if line is not None and not (line.isascii() and line.isdigit()):
        raise UsageError(
            "header_line is a line's number, or 0 where the first row holds a record, not “{line}”.", line=line
        )
    return FileOptions(
        encoding=answers.get("encoding", file.encoding),
        delimiter=answers.get("delimiter", file.delimiter),
        header_line=int(line) if line is not None else file.header_line,
        sheet=answers.get("sheet", file.sheet),
    )


def import_file(session: Session, job: Job) -> None:
    """Plan and write an import in one transaction.

    Raises:
        OpenQuestionsError: something must be decided first; it stands in the answer.
    """
    write_plan(session, job, plan_of(session, job))


# Rows go in by COPY, which a pipelined connection does not allow.
import_file.in_bulk = True  # type: ignore[attr-defined]  # read by Workspace.write


def write_plan(session: Session, job: Job, plan: Plan) -> None:
    """Write a plan that was made in this transaction, or before it while nothing has changed since.

    Raises:
        OpenQuestionsError: something must be decided first; it stands in the answer.
    """
    try:
        if job.answer.questions:
            raise OpenQuestionsError
        if not any(plan.counts.values()) and not any(plan.changes.values()):
            return
        source = applying.Source(job.path.name, job.mapped.layout.name, job.answer.to_json())
        job.answer.import_id = applying.write(
            session, plan, source, fill=job.options.on_existing == "fill", progress=job.progress
        )
        write_of(session).result = {"import_id": job.answer.import_id}
    finally:
        plan.close()


def plan_of(session: Session, job: Job) -> Plan:
    """Return the plan, its figures in the job's answer."""
    context: Context = session.info["context"]
    options, mapped = job.options, job.mapped
    notices = Notices()
    lists = Lists(context, options.answers)
    kind = kind_of(mapped.kind).name
    converter = Converter(
        columns=job.table.columns,
        targets=job.targets,
        kind=kind,
        layout=mapped.layout,
        ways=job.ways[0],
        separators=job.ways[1],
        truths=frozenset(job.profile.truths),
        lists=lists,
        notices=notices,
        zone=context.zone,
        region=_region(options.answers.get("region")),
        own=mapped.layout.name == "Tandem" and mapped.layout.known is None,
        own_csv=mapped.layout.name == "Tandem" and mapped.layout.known is None and job.table.form == "csv",
        uuid=context.info.uuid,
        defaults=_defaults(mapped),
        cards=_OURS if job.table.form == "vcf" else "",
    )
    plan = Plan(kind, notices, lists)
    answer = matching.answered(options.answers.get(matching.SHARED))
    for one in KINDS:
        match = mapped.layout.match if one == kind and mapped.layout.match else _MATCH[one]
        if one == "contact" and kind == "lead":
            match = (*match, "person", "anyone") if converter.own else (*match, "person")
        standing = Standing(one, custom_ids=_custom_ids(match, one, lists))
        plan.finders[one] = Finder(one, _checked(match, one, mapped.layout), standing, answer)
    now = to_micros(write_of(session).now if "write" in session.info else context.now)
    staged = any(one is not None and one.kind == "lead" and one.field == "stage" for one in job.targets)
    job.progress.begin(PLANNING, job.profile.count)
    planner = Planner(session, plan, converter, job.targets, options.on_existing, now, job.profile.feet, staged=staged)
    planner.progress = job.progress
    planner.told = None if job.kept is None else partial(job.kept.take, kind)
    planner.take(job.profile)
    _tell(job, plan)
    return plan


def _custom_ids(match: tuple[str, ...], kind: str, lists: Lists) -> dict[str, str]:
    found = {name: lists.field_id(kind, name.removeprefix(CUSTOM)) for name in match if name.startswith(CUSTOM)}
    return {name: number for name, number in found.items() if number is not None}


def _checked(match: tuple[str, ...], kind: str, layout: Layout) -> tuple[str, ...]:
    for name in match:
        known = name in KINDS[kind].fields or name.startswith(CUSTOM) or name in {"party", "person", "anyone"}
        if not known:
            names = ", ".join(KINDS[kind].fields)
            raise UsageError(
                "{layout}: match names “{name}”, which a {kind} does not have. Choose among: {names}.",
                layout=layout.name,
                name=name,
                kind=Word(kind),
                names=names,
            )
    return match


def _region(text: str | None) -> str | None:
    if text is None:
        return None
    import phonenumbers  # noqa: PLC0415 - large tables, needed only when a region is chosen

    region = text.strip().upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise UsageError("“{text}” is no country for phone numbers. Write its two letters, as in ES or US.", text=text)
    return region


def _defaults(mapped: Mapped) -> dict[tuple[str, str], str]:
    found = {}
    for name, text in mapped.layout.defaults.items():
        place = f"{mapped.layout.name}: [defaults]"
        where = target(name, mapped.kind, place)
        if where is not None and where.kind in KINDS:
            found[where.kind, where.field] = text
    return found


def _tell(job: Job, plan: Plan) -> None:
    """Put the plan's figures, remarks and questions into the answer."""
    answer, notices = job.answer, plan.notices
    for one in job.table.notices:
        notices.warn(one.line, one.column, one.value, one.message)
    answer.warnings = [*job.notices, *notices.all()]
    answer.rejections = sorted([*job.table.rejections, *notices.rejections], key=lambda one: one.line)
    answer.rows_read = plan.rows + len(job.table.rejections)
    answer.created, answer.updated = plan.created, plan.updated
    answer.unchanged, answer.skipped = plan.unchanged, plan.skipped
    answer.records = {kind: dict(counts) for kind, counts in total(plan).items()}
    shared = plan.finders["contact"].question()
    answer.questions = [*job.questions, *plan.lists.questions.values(), *([shared] if shared else [])]
    answer.columns = [
        {"column": column, "field": f"{one.kind}.{one.field}" if one is not None and one.kind else ""}
        for column, one in zip(job.table.columns, job.targets, strict=True)
    ]
