"""Which field of which record a name in a query means."""

import difflib
from dataclasses import dataclass

from app.context import Context
from app.fields import COMPANY, CONSENT, CONTACT, CUSTOM, LEAD, Field, Kind, fold
from app.query.done import DID
from app.query.nodes import QueryError

STAGED = ("team", "milestone", "state", "overdue")
"""What follows from the stage that a lead stands in."""
_SHORT = {"tag": "tags", "email": "emails", "phone": "phones", "customer": "company"}
_FREE = frozenset({"name", "first_name", "last_name", "job_title", "street", "note", "next_step", "domain"})
# Where a field is looked for that the record itself does not have: what it belongs to, and what belongs to it.
_AROUND = {
    LEAD.name: (("contact", CONTACT), ("company", COMPANY)),
    CONTACT.name: (("company", COMPANY), ("leads", LEAD)),
    COMPANY.name: (),
}
_CONSENT = CONSENT.rstrip(":")
_NOT_ASKED = frozenset({"rank"})


@dataclass(frozen=True, slots=True)
class Target:
    """A field of a kind of record, reached over `path` from the record in question.

    `path` is "" for the record's own field, "contact" or "company" for what it belongs to, "leads" for any of a
    contact's leads. `custom` is the id of a field that the team added. `free` says that a text is asked for by a part
    of it rather than by the whole.
    """

    kind: Kind
    name: str
    type: str
    column: str
    path: str = ""
    custom: int | None = None
    free: bool = False


def target(context: Context, kind: Kind, name: str, start: int, end: int) -> Target:
    """Return what a name means for records of a kind.

    Raises:
        QueryError: nothing; the error names what comes close.
    """
    wanted = _SHORT.get(fold(name), fold(name))
    own = _own(context, kind, wanted, "")
    if own is not None:
        return _named(kind, own)
    for path, other in _AROUND[kind.name]:
        found = _own(context, other, wanted, path)
        if found is not None:
            return found
    near = difflib.get_close_matches(fold(name), names(context, kind), n=3, cutoff=0.65)
    given = name[:40]
    if wanted == CUSTOM.rstrip(":"):
        sentence = "There is no field “{name}”; write custom:NAME:VALUE, in quotes where the name has spaces"
        raise QueryError(sentence, start, end, name=given)
    if near:
        raise QueryError("There is no field “{name}”; did you mean {near}?", start, end, name=given, near=near)
    sentence = "There is no field “{name}”; put it in quotes to search for it as a text"
    raise QueryError(sentence, start, end, name=given)


def names(context: Context, kind: Kind) -> list[str]:
    """Return the names that a query on this kind may use, shortest spelling, without repetition."""
    long = {full: short for short, full in _SHORT.items() if short != "customer"}
    found: dict[str, None] = {}
    for other in (kind, *(one for _, one in _AROUND[kind.name])):
        fields = [one.name for one in other.fields.values() if one.name not in _NOT_ASKED]
        added = [_plain(one.name) for one in context.fields.values() if one.kind == other.name]
        staged = {LEAD.name: list(STAGED), CONTACT.name: [_CONSENT]}.get(other.name, [])
        found |= dict.fromkeys(long.get(name, name) for name in (*fields, *staged, *added))
    return [*found, DID, "has"]


def _plain(name: str) -> str:
    return "_".join(fold(name).split())


def _own(context: Context, kind: Kind, wanted: str, path: str) -> Target | None:
    if kind is LEAD and wanted in STAGED:
        return Target(kind, wanted, wanted, "stage_id", path)
    if kind is CONTACT and (wanted == _CONSENT or wanted.startswith(CONSENT)):
        return Target(kind, wanted, _CONSENT, "", path)
    field = kind.fields.get(wanted)
    if field is not None and field.column and wanted not in _NOT_ASKED:
        return Target(kind, field.name, _type(field), field.column, path, free=field.name in _FREE)
    bare = wanted.removeprefix("custom.").removeprefix(CUSTOM)
    for one in context.fields.values():
        if one.kind == kind.name and bare in {_plain(one.name), fold(one.name)}:
            return Target(kind, f"{CUSTOM}{one.name}", f"custom {one.form}", "custom", path, one.id)
    return None


def _type(field: Field) -> str:
    return "text" if field.type == "choice" else field.type


def _named(kind: Kind, found: Target) -> Target:
    """Ask for what a company or contact is called where a query names the record itself."""
    if found.type in {"company", "contact"} and found.kind is kind:
        other = COMPANY if found.type == "company" else CONTACT
        return Target(other, "name", "text", "name", found.type, free=True)
    return found


def link(kind: Kind, name: str) -> Target | None:
    """Return the reference itself where a name means a record that another one belongs to."""
    field = kind.fields.get(_SHORT.get(fold(name), fold(name)))
    if field is None or field.type not in {"company", "contact"}:
        return None
    return Target(kind, field.name, field.type, field.column)
