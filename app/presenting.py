"""Records as people read them: references by name instead of by number."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import records, scores
from app.context import Context
from app.fields import CUSTOM, Field, Kind, kind_of
from db import rows
from db.models import Company, Consent, Contact
from db.rows import by_name

IN_CONTEXT = frozenset({"member", "campaign", "stage", "reason"})
BATCH = 500


def shown(session: Session, kind: Kind, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Return these records with their references by name, in the order of `ids`; one that is gone is left out."""
    context: Context = session.info["context"]
    table = rows.table_of(kind.table)
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(ids), BATCH):
        for row in session.execute(sa.select(table).where(table.c.id.in_(ids[start : start + BATCH]))).all():
            found[row.id] = records.plain(context, kind, dict(by_name(row)))
    names = _names(session, kind, found.values())
    consents = _consents(session, list(found)) if kind.name == "contact" else {}
    listed = []
    for number in ids:
        if number in found:
            listed.append(_named(context, kind, found[number], names))
            if kind.name == "contact":
                listed[-1]["consent"] = consents.get(number, {})
    return listed


def _named(
    context: Context, kind: Kind, values: Mapping[str, Any], names: Mapping[tuple[str, int], str]
) -> dict[str, Any]:
    result: dict[str, Any] = {}
    values = scores.shown(context, values)
    for one in kind.fields.values():
        if one.column:
            value = values.get(one.name)
            result[one.name] = value if value is None else _name(context, one, value, names)
    if kind.name == "lead":
        stage = context.stages[values["stage"]]
        result["team"], result["milestone"] = stage.team, stage.milestone
    result |= {name: value for name, value in values.items() if name.startswith(CUSTOM)}
    return result


def _name(context: Context, one: Field, value: Any, names: Mapping[tuple[str, int], str]) -> Any:
    if one.type in {"company", "contact"}:
        return names.get((one.type, int(value)), "")
    return plain_name(context, one.type, value)


def plain_name(context: Context, type_: str, value: Any) -> Any:
    """Return the name of what a plain value refers to, where the context knows it; else the value."""
    if value is None or type_ not in IN_CONTEXT:
        return value
    number = int(value)
    if type_ == "member":
        member = context.members.get(number)
        return value if member is None else member.email or member.name
    if type_ == "campaign":
        return context.campaigns.get(number, value)
    if type_ == "stage":
        stage = context.stages.get(number)
        return value if stage is None else stage.name
    reason = context.reasons.get(number)
    return value if reason is None else reason.name


def journal_fields(context: Context, kind: str, fields: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return a journal line's fields with stages, members, reasons and campaigns by name."""
    known = kind_of(kind).fields if kind in {"contact", "company", "lead"} else {}
    return {
        name: {side: plain_name(context, known[name].type, value) for side, value in both.items()}
        if name in known
        else dict(both)
        for name, both in fields.items()
    }


def _names(session: Session, kind: Kind, values: Iterable[Mapping[str, Any]]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for type_, model in (("company", Company), ("contact", Contact)):
        fields = [one.name for one in kind.fields.values() if one.type == type_]
        numbers = sorted({record[name] for record in values for name in fields if record.get(name) is not None})
        for start in range(0, len(numbers), BATCH):
            part = numbers[start : start + BATCH]
            for row in session.execute(sa.select(model.id, model.name).where(model.id.in_(part))).all():
                found[(type_, row.id)] = row.name
    return found


def _consents(session: Session, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for start in range(0, len(ids), BATCH):
        for row in session.execute(
            sa.select(Consent.contact_id, Consent.purpose, Consent.granted).where(
                Consent.contact_id.in_(ids[start : start + BATCH]), Consent.deleted_at.is_(None)
            )
        ).all():
            found.setdefault(row.contact_id, {})[row.purpose] = "yes" if row.granted else "no"
    return found
