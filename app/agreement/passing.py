"""Moving a lead with what was typed on the way, as the agreement asked for it."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app import entering, leads
from app.fields import kind_of


def move(
    session: Session,
    lead_id: int,
    stage_id: int,
    after: int | None,
    typed: Mapping[str, Mapping[str, str]],
    override: str | None = None,
) -> None:
    """Move a lead into a stage with fields that were typed, by "lead", "contact" and "company"; see `leads.move`.

    Raises:
        UsageError: a text is no value of its field.
        RefusedError: something is still missing by the agreement in force.
    """
    fill = {}
    for name, texts in typed.items():
        kind = kind_of(name)
        found = {field: entering.value(session, kind, field, text) for field, text in texts.items() if text.strip()}
        if found:
            fill[name] = found
    leads.move(session, lead_id, stage_id, after, fill=fill, override=override or None)
