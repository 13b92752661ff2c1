"""Files read into a workspace: run one, list what was run, take one back."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.fields import to_plain
from app.importing.answer import Answer
from app.importing.options import OnExisting, Options
from db.models import Import

if TYPE_CHECKING:
    from app.workspace import Workspace


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


__all__ = ["Answer", "OnExisting", "Options", "listed", "run", "take_back"]
