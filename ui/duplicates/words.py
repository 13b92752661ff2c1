"""How sure Tandem is of a pair and why, and a contact's fields, in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.duplicates.merging import Facing
from app.duplicates.scoring import CERTAIN, LIKELY
from app.fields import CUSTOM
from ui.around import Surroundings
from ui.contacts.form_grid import titles

_SHOWN = 3
"""Reasons that are told of a pair; more say no more."""


def grade(name: str) -> tuple[str, str, str, str]:
    """Return how a grade is shown: its word, the colours of its ink and ground, its icon."""
    if name == CERTAIN:
        return QCoreApplication.translate("Duplicates", "Certain"), "good", "good_soft", "check"
    if name == LIKELY:
        return QCoreApplication.translate("Duplicates", "Likely"), "warn", "warn_soft", "equal-approximately"
    return QCoreApplication.translate("Duplicates", "Look"), "muted", "pill", "eye"


def reasons(why: Sequence[str], around: Surroundings) -> str:
    """Return why two contacts are taken for one: what is the same, what is alike, what is not."""
    same, close, other, told = [], [], [], []
    for reason in why:
        bare = reason.removeprefix("but ")
        own = _own(bare)
        if own:
            told.append(own)
        elif reason != bare:
            other.append(_named(bare, around))
        elif bare.startswith("close_"):
            close.append(_named(bare.removeprefix("close_"), around))
        else:
            same.append(_named(bare, around))
    if same:
        words = QCoreApplication.translate("Duplicates", "Same {fields}")
        told.insert(0, words.format(fields=_listed(same[:_SHOWN])))
    if close:
        told.append(QCoreApplication.translate("Duplicates", "close {fields}").format(fields=_listed(close[:_SHOWN])))
    if other:
        told.append(QCoreApplication.translate("Duplicates", "other {fields}").format(fields=_listed(other[:_SHOWN])))
    said = ", ".join(told)
    return said[:1].upper() + said[1:]


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    both = QCoreApplication.translate("Duplicates", "{first} and {last}")
    return both.format(first=", ".join(names[:-1]), last=names[-1])


def _own(reason: str) -> str:
    return {
        "turned_name": QCoreApplication.translate("Duplicates", "first and last name in each other's place"),
        "part_name": QCoreApplication.translate("Duplicates", "names in part the same"),
    }.get(reason, "")


def _named(reason: str, around: Surroundings) -> str:
    if reason.startswith("field:"):
        field = around.context.fields.get(int(reason.removeprefix("field:")))
        return field.name if field else QCoreApplication.translate("Duplicates", "field")
    return {
        "email": QCoreApplication.translate("Duplicates", "e-mail"),
        "shared_email": QCoreApplication.translate("Duplicates", "e-mail that others have too"),
        "mailbox": QCoreApplication.translate("Duplicates", "name of the mailbox"),
        "phone": QCoreApplication.translate("Duplicates", "phone"),
        "shared_phone": QCoreApplication.translate("Duplicates", "phone that others have too"),
        "name": QCoreApplication.translate("Duplicates", "name"),
        "first_name": QCoreApplication.translate("Duplicates", "first name"),
        "last_name": QCoreApplication.translate("Duplicates", "last name"),
        "company": QCoreApplication.translate("Duplicates", "company"),
        "street": QCoreApplication.translate("Duplicates", "street"),
        "city": QCoreApplication.translate("Duplicates", "city"),
        "postcode": QCoreApplication.translate("Duplicates", "postcode"),
        "generation": QCoreApplication.translate("Duplicates", "generation"),
    }.get(reason, reason)


def title(name: str) -> str:
    """Return the name of a field."""
    if name.startswith(CUSTOM):
        return name.removeprefix(CUSTOM)
    if name == "external_id":
        return QCoreApplication.translate("Duplicates", "Number elsewhere")
    return titles().get(name, name)


def shown(name: str, value: Any, side: Facing, around: Surroundings) -> str:
    """Return a field's value as it is read, "" where it is empty."""
    if value in (None, "", []):
        return ""
    context = around.context
    if name == "company":
        return side.company
    found: Mapping[int, Any] | None = {"owner": context.members, "campaign": context.campaigns}.get(name)
    if found is not None:
        one = found.get(int(value))
        return one.name if one is not None else ""
    if isinstance(value, list):
        return ", ".join(str(entry) for entry in value)
    if value in {True, False, "yes", "no"}:
        yes = value in {True, "yes"}
        return (
            QCoreApplication.translate("Duplicates", "yes") if yes else QCoreApplication.translate("Duplicates", "no")
        )
    return str(value)
