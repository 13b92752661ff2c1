"""What belongs to whom when a merge is taken apart, by what the journal says of it and of the merges around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import derived, records
from app.fields import CONTACT
from db.models import ContactMerge, Journal

LISTS = ("emails", "phones", "tags")
Fields: TypeAlias = Mapping[str, Mapping[str, Any]]


def entries(session: Session, op: str, gone_id: int) -> list[Any]:
    """Return what the journal says of one merge; an act that merged several wrote them one after the other."""
    found = session.execute(
        sa.select(Journal.kind, Journal.record_id, Journal.fields).where(Journal.op == op).order_by(Journal.id)
    ).all()
    own: list[Any] = []
    for one in found:
        own.append(one)
        if one.kind == "merge":
            if one.fields.get("gone_id", {}).get("after") == gone_id:
                break
            own.clear()
    return own


def fields_of(found: Iterable[Any], number: int) -> Fields:
    """Return what a merge changed on a contact."""
    return next((one.fields for one in found if one.kind == "contact" and one.record_id == number), {})


@dataclass(frozen=True, slots=True)
class Other:
    """Another merge into the same contact: whether it came later and stands, its fields, and what the other one has."""

    later: bool
    stands: bool
    fields: Fields
    gone: Mapping[str, Any]


def others(session: Session, kept_id: int, merge_id: int) -> list[Other]:
    """Return the other merges into a contact, the earliest first."""
    found = session.execute(
        sa.select(ContactMerge.id, ContactMerge.op, ContactMerge.gone_id, ContactMerge.deleted_at)
        .where(ContactMerge.kept_id == kept_id, ContactMerge.id != merge_id)
        .order_by(ContactMerge.id)
    ).all()
    return [
        Other(
            one.id > merge_id,
            one.deleted_at is None,
            fields_of(entries(session, one.op, one.gone_id), kept_id),
            records.read(session, CONTACT, one.gone_id) or {},
        )
        for one in found
    ]


def parted(
    kept: Mapping[str, Any], gone: Mapping[str, Any], changed: Fields, others: Sequence[Other]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the kept one gets back and what the other takes along, by the fields that the merge changed.

    What a later merge put into a field stays there, and what one that was taken apart since had put there does not
    come back.
    """
    mine: dict[str, Any] = {}
    theirs: dict[str, Any] = {}
    for name in LISTS:
        mine[name], theirs[name] = _lists_parted(name, kept, gone, changed, others)
    for name in changed.keys() - set(LISTS):
        before, after, now = changed[name]["before"], changed[name]["after"], kept.get(name)
        for one in reversed(others):
            if not one.later and not one.stands and _is(one.fields.get(name, {}).get("after"), before):
                before = one.fields.get(name, {}).get("before", before)
        later = next((one for one in others if one.later and one.stands and name in one.fields), None)
        if later is None:
            mine[name] = before
        else:
            now = later.fields[name]["before"]
        if not _is(now, after):
            theirs[name] = now
    return (
        {name: value for name, value in mine.items() if not _is(value, kept.get(name))},
        {name: value for name, value in theirs.items() if not _is(value, gone.get(name))},
    )


def _lists_parted(
    name: str, kept: Mapping[str, Any], gone: Mapping[str, Any], changed: Fields, others: Sequence[Other]
) -> tuple[list[str], list[str]]:
    """Return the entries of both: what a merge brought goes, unless another who is still merged has it too."""

    def keys(entries: Iterable[str] | None) -> set[str]:
        return {derived.folded(derived.KEYS[name], entry) for entry in entries or ()}

    both = changed.get(name, {"before": None, "after": None})
    merges = [both, *(one.fields[name] for one in others if name in one.fields)]
    brought = {key for one in merges for key in keys(one["after"]) - keys(one["before"])}
    brought -= {key for one in others if one.stands for key in keys(one.gone.get(name))}
    leaving = brought & keys(gone.get(name))
    dropped = keys(both["after"]) - keys(kept.get(name))
    return (
        [entry for entry in kept.get(name) or () if derived.folded(derived.KEYS[name], entry) not in leaving],
        [entry for entry in gone.get(name) or () if derived.folded(derived.KEYS[name], entry) not in dropped],
    )


def _is(one: Any, other: Any) -> bool:
    return bool((one or None) == (other or None))
