"""Files read into a workspace: run one, list what was run, take one back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import settings
from app.errors import RefusedError
from app.fields import to_plain
from app.importing.answer import Answer
from app.importing.options import OnExisting, Options
from app.importing.progress import Progress, StoppedError
from db.models import Import

if TYPE_CHECKING:
    from app.importing.drafts import Draft, Found, Outline
    from app.workspace import Workspace

MATCHINGS = "import_matchings"
_MOST_MATCHINGS = 50


def run(
    workspace: "Workspace",
    path: Path,
    *,
    kind: str | None = None,
    layout: str | None = None,
    answers: Mapping[str, str] | None = None,
    on_existing: OnExisting = "update",
    dry_run: bool = False,
) -> Answer:
    """Import a file, or say what importing it would do; a file with an open question is not written.

    Raises:
        KnownError: the file, the layout or an answer cannot be followed; nothing is written.
    """
    from app.importing import running  # noqa: PLC0415 - listing imports needs no readers

    return running.run(workspace, Path(path), Options(kind, layout, answers or {}, on_existing, dry_run))


# Step by step, for the window ---------------------------------------------------------------------------------------


def look(session: Session, path: Path, options: Options, progress: Progress) -> "Draft":
    """Read a file and return what it is taken for; whoever asks closes the draft.

    Raises:
        KnownError: it cannot be read, or an answer does not fit it.
        StoppedError: it was stopped.
    """
    from app.importing import drafts  # noqa: PLC0415 - listing imports needs no readers

    return drafts.look(session, path, options, progress)


def plan(session: Session, draft: "Draft", options: Options, progress: Progress) -> "Outline":
    """Return what importing a draft would do, with the rows behind each figure; answers may be newer.

    Raises:
        StoppedError: it was stopped; the draft can be planned again.
    """
    from app.importing import drafts  # noqa: PLC0415 - listing imports needs no readers

    return drafts.plan(session, draft, options, progress)


def write(session: Session, draft: "Draft", progress: Progress) -> None:
    """Write a draft; the number of the import is in its answer then.

    Raises:
        RefusedError: what has changed since the plan raises a question.
        StoppedError: it was stopped; nothing is written.
    """
    from app.importing import drafts  # noqa: PLC0415 - listing imports needs no readers

    drafts.write(session, draft, progress)


write.in_bulk = True  # type: ignore[attr-defined]  # read by Workspace.write: rows go in by COPY


def undo(session: Session, number: int, outcome: dict[str, Any]) -> None:
    """Take an import back as an act of its own; removed, restored and what was kept are put into `outcome`.

    Raises:
        NotFoundError: there is no such import.
        RefusedError: it was taken back already.
    """
    from app.importing import undoing  # noqa: PLC0415 - running a file needs no undo

    outcome.clear()
    undoing.take_back(session, number, outcome)


def save_refused(session: Session, draft: "Draft", outline: "Outline", path: Path) -> int:
    """Write the refused rows to a csv file, each with its line and the reason, and return how many there are.

    Raises:
        RefusedError: the file cannot be written.
    """
    from app import filing  # noqa: PLC0415 - listing imports writes no file
    from app.importing import drafts  # noqa: PLC0415 - listing imports needs no readers

    del session
    heads, rows = drafts.refused_lines(draft, outline)
    try:
        with filing.whole(path) as place:
            return filing.text_file(place, heads, iter(rows))
    except OSError as error:
        raise RefusedError(
            "{file} cannot be written there: {why}.", file=path.name, why=error.strerror or error
        ) from error


# Matchings kept for the next time ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Matching:
    """How a file was read and matched, under a name, for the next file with the same columns."""

    name: str
    columns: tuple[str, ...]
    kind: str | None
    layout: str | None
    answers: Mapping[str, str]
    on_existing: OnExisting = "update"

    def options(self) -> Options:
        """Return the options that match a file so."""
        return Options(self.kind, self.layout, dict(self.answers), self.on_existing)


def matchings() -> list[Matching]:
    """Return the matchings that were kept on this computer, by name."""
    found = settings.read().get(MATCHINGS)
    kept = []
    for name, one in found.items() if isinstance(found, dict) else ():
        try:
            kept.append(
                Matching(
                    str(name),
                    tuple(map(str, one["columns"])),
                    one["kind"],
                    one["layout"],
                    {str(key): str(text) for key, text in one["answers"].items()},
                    one["on_existing"],
                )
            )
        except (KeyError, TypeError, AttributeError):  # another version's, or written by hand: not offered
            continue
    return sorted(kept, key=lambda one: one.name.casefold())


def keep_matching(name: str, found: "Found", options: Options) -> Matching:
    """Keep how a file was matched under a name; one that bears it already is replaced.

    Every column is kept with where it goes, so that it counts also where the program would guess otherwise later.
    """
    answers = {
        key: text
        for key, text in options.answers.items()
        if key in {"encoding", "delimiter", "day_first", "decimal", "region"} or key.startswith("stage:")
    }
    answers |= {f"column:{one.name}": _target(one.field) for one in found.columns if not one.is_empty}
    made = Matching(
        name.strip(), tuple(one.name for one in found.columns), found.kind, options.layout, answers, options.on_existing
    )
    plain = {
        "columns": list(made.columns),
        "kind": made.kind,
        "layout": made.layout,
        "answers": dict(made.answers),
        "on_existing": made.on_existing,
    }
    held = settings.read().get(MATCHINGS)
    others = {key: one for key, one in held.items() if key != made.name} if isinstance(held, dict) else {}
    settings.write(**{MATCHINGS: dict(list(others.items())[-_MOST_MATCHINGS + 1 :]) | {made.name: plain}})
    return made


def matching_for(columns: Sequence[str]) -> Matching | None:
    """Return the matching that was kept of a file with the same columns."""
    return next((one for one in matchings() if set(one.columns) == set(columns)), None)


def _target(field: str) -> str:
    return field or "left out"


def listed(session: Session) -> list[dict[str, Any]]:
    """Return the imports, the newest first."""
    statement = sa.select(
        Import.id, Import.at, Import.file, Import.kind, Import.layout, Import.member_id, Import.answer, Import.undone_at
    )
    return [
        {
            "id": row.id,
            "at": to_plain(row.at),
            "file": row.file,
            "kind": row.kind,
            "layout": row.layout,
            "member": row.member_id,
            "rows_read": row.answer.get("rows_read", 0),
            "created": row.answer.get("created", 0),
            "updated": row.answer.get("updated", 0),
            "rejected": row.answer.get("rejected", 0),
            "undone": to_plain(row.undone_at),
        }
        for row in session.execute(statement.order_by(Import.id.desc())).all()
    ]


def take_back(workspace: "Workspace", number: int) -> dict[str, Any]:
    """Take an import back in full; return removed, restored, and what a colleague's later change kept.

    Raises:
        NotFoundError: there is no such import.
        RefusedError: it was taken back already.
    """
    from app.importing import undoing  # noqa: PLC0415 - running a file needs no undo

    outcome: dict[str, Any] = {}
    workspace.write(undoing.take_back, number, outcome)
    return outcome


__all__ = [
    "Answer",
    "Matching",
    "OnExisting",
    "Options",
    "Progress",
    "StoppedError",
    "keep_matching",
    "listed",
    "look",
    "matching_for",
    "matchings",
    "plan",
    "run",
    "save_refused",
    "take_back",
    "undo",
    "write",
]
