"""The fields that a column can go to, in the window's words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.context import Context
from app.fields import CONSENT, CUSTOM, KINDS, kind_of
from app.importing.drafts import Column
from ui.widgets.choices import Option

LEFT_OUT = "left out"
KEEP = "keep"
ENTERED = "entered:"
_EMAIL_CONSENT = "contact.consent:email"
_NOT_OFFERED = frozenset(
    {"id", "updated", "team", "milestone", "entered", "won_at", "lost_at", "contact", "note", "due"}
)


def kinds() -> dict[str, str]:
    """Return what a file's rows can be, by their names in the program."""
    return {
        "contacts": QCoreApplication.translate("Importing", "People"),
        "companies": QCoreApplication.translate("Importing", "Companies"),
        "leads": QCoreApplication.translate("Importing", "Leads"),
    }


def _names() -> dict[str, str]:
    return {
        "external_id": QCoreApplication.translate("Importing", "Id of another program"),
        "first_name": QCoreApplication.translate("Importing", "First name"),
        "middle_name": QCoreApplication.translate("Importing", "Middle name"),
        "last_name": QCoreApplication.translate("Importing", "Last name"),
        "name": QCoreApplication.translate("Importing", "Full name"),
        "emails": QCoreApplication.translate("Importing", "E-mail"),
        "phones": QCoreApplication.translate("Importing", "Phone"),
        "company": QCoreApplication.translate("Importing", "Company"),
        "job_title": QCoreApplication.translate("Importing", "Job title"),
        "street": QCoreApplication.translate("Importing", "Street"),
        "city": QCoreApplication.translate("Importing", "City"),
        "postcode": QCoreApplication.translate("Importing", "Postcode"),
        "country": QCoreApplication.translate("Importing", "Country"),
        "language": QCoreApplication.translate("Importing", "Language"),
        "source": QCoreApplication.translate("Importing", "Source"),
        "campaign": QCoreApplication.translate("Importing", "Campaign"),
        "owner": QCoreApplication.translate("Importing", "Owner"),
        "tags": QCoreApplication.translate("Importing", "Tags"),
        "created": QCoreApplication.translate("Importing", "Created"),
        "domain": QCoreApplication.translate("Importing", "Domain"),
        "industry": QCoreApplication.translate("Importing", "Industry"),
        "size": QCoreApplication.translate("Importing", "Size"),
        "stage": QCoreApplication.translate("Importing", "Stage"),
        "stage_changed": QCoreApplication.translate("Importing", "Stage changed on"),
        "qualified_by": QCoreApplication.translate("Importing", "Qualified by"),
        "value": QCoreApplication.translate("Importing", "Value"),
        "currency": QCoreApplication.translate("Importing", "Currency"),
        "expected_close": QCoreApplication.translate("Importing", "Expected close"),
        "score": QCoreApplication.translate("Importing", "Score"),
        "reason": QCoreApplication.translate("Importing", "Reason it was lost"),
        "next_step": QCoreApplication.translate("Importing", "Next step"),
        "note": QCoreApplication.translate("Importing", "Note"),
        "due": QCoreApplication.translate("Importing", "Due"),
    }


_ICONS = {
    "emails": "mail",
    "phones": "phone",
    "company": "building-2",
    "domain": "globe",
    "city": "map-pin",
    "street": "map-pin",
    "postcode": "map-pin",
    "country": "map-pin",
    "tags": "tag",
    "stage": "square-kanban",
    "stage_changed": "calendar",
    "created": "calendar",
    "expected_close": "calendar",
    "value": "coins",
    "currency": "coins",
    "source": "megaphone",
    "campaign": "megaphone",
    "external_id": "hash",
    "score": "gauge",
    "first_name": "user-round",
    "last_name": "user-round",
    "name": "user-round",
    "owner": "user-round",
}


def icon(field: str) -> str:
    """Return the drawing that stands for a target."""
    if not field:
        return "ban"
    if field.startswith("company."):
        return _ICONS.get(field.partition(".")[2], "building-2") if field != "company.name" else "building-2"
    name = field.partition(".")[2]
    if name.startswith(CUSTOM):
        return "text-cursor-input"
    if name.startswith(CONSENT):
        return "shield-check"
    return "calendar" if name.startswith(ENTERED) else _ICONS.get(name, "list")


def title(field: str, main: str = "") -> str:
    """Return a target's name; of another kind than the rows are (`main`, as in contact), with the kind in front."""
    if not field:
        return QCoreApplication.translate("Importing", "Leave out")
    kind, _, name = field.partition(".")
    if kind == "row":
        return QCoreApplication.translate("Importing", "Which record it is")
    if name.startswith(CUSTOM):
        return name.removeprefix(CUSTOM).partition("|")[0]
    if name.startswith(CONSENT):
        purpose, _, answer = name.removeprefix(CONSENT).partition("=")
        words = (
            QCoreApplication.translate("Importing", "No consent: {purpose}")
            if answer == "no"
            else QCoreApplication.translate("Importing", "Consent: {purpose}")
        )
        return words.format(purpose=purpose)
    if name.startswith(ENTERED):
        return QCoreApplication.translate("Importing", "Entered {stage}").format(stage=name.removeprefix(ENTERED))
    if kind == "company" and name == "name":
        return QCoreApplication.translate("Importing", "Company")
    known = _names().get(name, name)
    if kind == main or not main or (main == "lead" and kind == "contact" and name not in KINDS["lead"].fields):
        return known
    if kind == "contact":
        return QCoreApplication.translate("Importing", "Person: {field}").format(field=known)
    if kind == "company":
        return QCoreApplication.translate("Importing", "Company: {field}").format(field=known)
    return known


def offered(kind: str, column: Column, context: Context) -> list[Option]:
    """Return the targets for a column in a file of a kind, as what to answer for each."""
    main = kind_of(kind).name
    own = column.name
    found = [
        Option(QCoreApplication.translate("Importing", "Leave out"), LEFT_OUT, alone=True),
        Option(
            QCoreApplication.translate("Importing", "A field of our own: {name}").format(name=own[:60]),
            KEEP,
            alone=True,
        ),
    ]
    others = {"contact": ("contact", "company"), "company": ("company",), "lead": ("lead", "contact", "company")}[main]
    seen: set[str] = set()
    for one in others:
        names: Iterable[str] = (name for name in KINDS[one].fields if name not in _NOT_OFFERED)
        extra = {"contact": ("middle_name",), "lead": ("stage_changed", "note")}.get(one, ())
        for name in (*names, *extra):
            target = "company.name" if one != "company" and name == "company" else f"{one}.{name}"
            if target not in seen:
                seen.add(target)
                found.append(Option(title(target, main), target, alone=True))
        found += [
            Option(title(target, main), target, alone=True)
            for target in (f"{one}.{CUSTOM}{known.name}" for known in context.fields.values() if known.kind == one)
        ]
    if main != "company":
        found.append(Option(title(_EMAIL_CONSENT), _EMAIL_CONSENT, alone=True))
    return found
