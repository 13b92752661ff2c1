"""Which field each column of a file goes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.errors import UsageError, Word
from app.fields import COMPANY, CONSENT, CONTACT, CUSTOM, LEAD, Kind
from app.importing.known import LEFT_OUT
from app.importing.layouts import Layout, of_known
from app.importing.recognising import column_target, recognise
from app.importing.table import Choice, Notice
from app.importing.words import normal, target_of

ENTERED = "entered:"
LONGEST_NAME = 200
_KINDS: Mapping[str, Kind] = {"contacts": CONTACT, "companies": COMPANY, "leads": LEAD}
_PARTS = {"middle_name"}
_KEPT_BY_US = {"id", "updated", "entered", "won_at", "lost_at", "team", "milestone"}
_GIVEN = {"nome", "nombre", "navn", "namn", "naam"}
_FAMILY = {"nom"}
# Words that mean a full name but beside this one for the first name.
_FAMILY_BESIDE = {"name": "vorname", "naam": "voornaam", "navn": "fornavn", "namn": "fornamn"}


@dataclass(frozen=True, slots=True)
class Target:
    """Where a column's values go.

    Attributes:
        kind: contact, company or lead; "row" for what steers the row (kind, id, workspace), "" for left out.
        field: the field's name; custom:NAME, consent:PURPOSE and entered:STAGE included.
        form: of a custom field: date or "" to find out.
        answer: of a consent: "no" where a yes in the file means no.
        sure: whether a layout or a person said so, rather than the header's words.
    """

    kind: str
    field: str
    form: str = ""
    answer: str = "yes"
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Mapped:
    """A file's columns with their targets; None is a column that nothing is known of."""

    kind: str
    layout: Layout
    targets: tuple[Target | None, ...]
    recognised: bool


def map_columns(
    columns: Sequence[str],
    layout: Layout | None,
    kind: str | None,
    answers: Mapping[str, str],
    form: str = "csv",
    given: frozenset[str] = frozenset(),
) -> Mapped:
    """Return where the columns go; those of our own exports that are `given` by us are left out.

    Raises:
        UsageError: a layout or an answer names a column or a field that is not there.
    """
    own = layout is not None and layout.known is None
    known = layout.known if layout is not None else recognise(columns)
    tandem = layout is None and _is_tandem(columns)
    found = layout or (of_known(known) if known else Layout(""))
    if tandem:
        found, known = Layout("Tandem", kind=_tandem_kind(columns)), None
    settled = kind or found.kind or ("contacts" if form == "vcf" else _guessed(columns))
    _check_columns(found, columns)
    targets: list[Target | None] = []
    for column in columns:
        text = answers.get(f"column:{column}")
        sure = True
        if text is None and column in found.columns:
            text = found.columns[column]
        elif text is None and known is not None:
            text = column_target(known, column)
        if text is None and tandem:
            text = LEFT_OUT if column in given else _tandem_target(column)
        if text is None and not own:
            text, sure = target_of(column), False
        if text in {None, "keep"}:
            targets.append(None)
            continue
        place = f"The column “{column}”" if not own else f"{found.name}: [columns] “{column}”"
        targets.append(target(str(text), settled, place, sure=sure))
    return Mapped(settled, found, tuple(_settle_names(columns, targets)), bool(known) or tandem or own)


def _is_tandem(columns: Sequence[str]) -> bool:
    return {"workspace", "id", "external_id", "tags", "updated"} <= set(columns)


def _tandem_kind(columns: Sequence[str]) -> str:
    return "leads" if "stage" in columns else "contacts" if "emails" in columns else "companies"


def _tandem_target(column: str) -> str:
    if column == "id":
        return "row.id"
    if column == "workspace":
        return "row.workspace"
    if column == "entered":
        return "stage_changed"
    return LEFT_OUT if column in _KEPT_BY_US else column


def _guessed(columns: Sequence[str]) -> str:
    """Return leads for a file with a stage or an amount beside a person, else contacts or companies."""
    found = {target_of(column) for column in columns}
    words = {normal(column) for column in columns}
    if "lead.stage" in found and ({"lead.value", "lead.stage_changed"} & found or words & {"lead id", "deal id"}):
        return "leads"
    if any(normal(column).startswith("date entered ") for column in columns):
        return "leads"
    people = {"contact.first_name", "contact.last_name", "contact.emails", "name", "contact.phones"}
    if "company" in found and not people & found:
        return "companies"
    return "contacts"


def _check_columns(layout: Layout, columns: Sequence[str]) -> None:
    have = set(columns)
    for part, names in (("columns", layout.columns), ("values", layout.values)):
        for name in names:
            if name not in have and not (part == "values" and name in {*CONTACT.fields, *COMPANY.fields, *LEAD.fields}):
                raise UsageError(
                    "{layout}: [{part}] names a column “{name}” that the file does not have. Its columns are: {known}.",
                    layout=layout.name,
                    part=part,
                    name=name,
                    known=", ".join(columns[:40]),
                )


def target(text: str, kind: str, place: str, *, sure: bool = True) -> Target | None:
    """Return the target that a text names in a file of a kind.

    Raises:
        UsageError: there is no such field; `place` says where it was written.
    """
    if text in {LEFT_OUT, "label", "drop", ""}:
        return Target("", text or LEFT_OUT)
    if text.startswith("row"):
        return Target("row", text.replace("row_", "row.").removeprefix("row."))
    primary = _KINDS[kind].name
    prefix, dot, rest = text.partition(".")
    if dot and prefix in {"contact", "company", "lead"}:
        if not sure and not _offered(prefix, primary):
            return None
        return _field(prefix, rest, place, sure=sure)
    if text in {"company", "contact"}:
        return Target(text, "name", sure=sure)
    for name in dict.fromkeys((primary, "contact", "company", "lead")):
        if not sure and not _offered(name, primary):
            continue
        found = _known_field(name, text, sure=sure)
        if found is not None:
            return found
    if not sure:
        return None
    raise UsageError(
        "{place} names the field “{text}”, which {kind} do not have. {known}",
        place=place,
        text=text,
        kind=Word(kind),
        known=_offer(kind),
    )


def _offered(kind: str, primary: str) -> bool:
    """Return whether a header's words alone may send a column to records of `kind` in a file of `primary`."""
    return primary in {kind, "lead"} or (primary == "contact" and kind == "company")


def _offer(kind: str) -> str:
    fields = ", ".join(name for name in _KINDS[kind].fields if name not in _KEPT_BY_US)
    return f"Choose one of: {fields}, custom:NAME, consent:PURPOSE, entered:STAGE."


def _field(kind: str, text: str, place: str, *, sure: bool) -> Target:
    found = _known_field(kind, text, sure=sure)
    if found is None:
        raise UsageError(
            "{place} names “{text}”, which a {kind} does not have. {known}",
            place=place,
            text=text,
            kind=Word(kind),
            known=_offer(_plural(kind)),
        )
    return found


def _plural(kind: str) -> str:
    return next(plural for plural, one in _KINDS.items() if one.name == kind)


def _known_field(kind: str, text: str, *, sure: bool) -> Target | None:
    if text.startswith(CUSTOM):
        name, _, form = text.removeprefix(CUSTOM).partition("|")
        return Target(kind, CUSTOM + custom_name(name), form, sure=sure) if name.strip() else None
    if text.startswith(CONSENT) and kind != "company":
        purpose, _, answer = text.removeprefix(CONSENT).partition("=")
        if answer not in {"", "yes", "no"} or not purpose:
            return None
        return Target("contact", CONSENT + purpose.strip().lower(), answer=answer or "yes", sure=sure)
    if kind == "lead" and (text.startswith(ENTERED) or text == "stage_changed"):
        return Target("lead", text, sure=sure) if text != ENTERED else None
    if kind == "contact" and text in _PARTS:
        return Target("contact", text, sure=sure)
    if kind == "lead" and text == "contact":
        return Target("contact", "name", sure=sure)
    if kind != "company" and text == "company":
        return Target("company", "name", sure=sure)
    known = _KINDS[_plural(kind)].fields
    if text in known and text not in _KEPT_BY_US:
        return Target(kind, text, sure=sure)
    return None


def custom_name(header: str) -> str:
    """Return the name of the field that keeps a column nothing else is known of."""
    return " ".join(header.replace("\0", "").split())[:LONGEST_NAME]


def _settle_names(columns: Sequence[str], targets: list[Target | None]) -> list[Target | None]:
    """Tell "Nome" (first name beside "Cognome") and "Nom" (last name beside "Prénom") from a full name."""
    fields = {one.field for one in targets if one is not None and one.kind == "contact"}
    words = {normal(column) for column in columns}
    for position, one in enumerate(targets):
        if one is None or one.sure or one.field != "name" or one.kind not in {"contact", "lead"}:
            continue
        word = normal(columns[position])
        if word in _GIVEN and "last_name" in fields and "first_name" not in fields:
            targets[position] = Target("contact", "first_name", sure=False)
        elif (
            "first_name" in fields
            and "last_name" not in fields
            and (word in _FAMILY or _FAMILY_BESIDE.get(word) in words)
        ):
            targets[position] = Target("contact", "last_name", sure=False)
    return targets


def unknown_columns(
    mapped: Mapped, columns: Sequence[str], filled: Sequence[bool], answers: Mapping[str, str]
) -> tuple[tuple[Target | None, ...], list[Choice], list[Notice]]:
    """Return the targets with every unknown column settled as the layout says, and what to ask and to say."""
    primary = _KINDS[mapped.kind].name
    targets: list[Target | None] = []
    questions: list[Choice] = []
    notices: list[Notice] = []
    taken = {one.field for one in mapped.targets if one is not None}
    for column, found, full in zip(columns, mapped.targets, filled, strict=True):
        if found is not None and found.kind == "" and full:
            notices.append(_left_out(column, found.field))
        if found is not None or not full:
            targets.append(found)
            continue
        answer = answers.get(f"column:{column}", mapped.layout.unknown)
        if answer == "ask":
            questions.append(
                Choice(
                    f"column:{column}",
                    f"“{column}” is no field of ours. Keep it as a field of your own, or leave it out?",
                    (("keep", "a field of your own"), ("drop", "left out")),
                    {"column": column},
                )
            )
        if answer == "drop":
            notices.append(_left_out(column, ""))
            targets.append(None)
            continue
        name = CUSTOM + custom_name(column)
        while name in taken:
            name += " "
            name = name.strip() + "'"
        taken.add(name)
        if len(column) > LONGEST_NAME:
            notices.append(
                Notice(0, column[:LONGEST_NAME], "", "The column's name is long; the field bears its start.")
            )
        targets.append(Target(primary, name, sure=False))
    return tuple(targets), questions, notices


def _left_out(column: str, why: str) -> Notice:
    said = "Labels such as Work or Home are used for the order only." if why == "label" else "This column is left out."
    return Notice(0, column[:LONGEST_NAME], "", said)
