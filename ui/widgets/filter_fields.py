"""What a filter bar offers: the fields of each kind, what they are called, and the values that can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.context import Context
from app.fields import CUSTOM
from ui.widgets.choices import Option
from ui.words import Words


@dataclass(frozen=True, slots=True)
class FilterField:
    """A field to filter by.

    Attributes:
        name: as queries write it.
        title: for people.
        family: the names of clauses that its chip stands for.
        form: "options" for a fixed list, "values" for what is in use, "typed" where it is written by hand.
        unset: what its chip says while nothing is asked for.
    """

    name: str
    title: str
    family: tuple[str, ...]
    form: str
    unset: str = ""


SHOWN = {"contact": ("owner", "stage"), "lead": ("owner",), "company": ("owner",)}
"""Fields whose chips stand there before anything is asked for."""
OFFERED = {"contact": ("tag",), "lead": ("tag", "value"), "company": ("tag",)}
"""Fields with a button of their own; the rest is in a menu."""
_OTHERS = {
    "contact": (
        "source",
        "overdue",
        "created",
        "updated",
        "score",
        "value",
        "city",
        "country",
        "company",
        "job_title",
        "campaign",
        "language",
    ),
    "lead": ("overdue", "source", "campaign", "created", "score", "stage", "due", "city", "country", "industry"),
    "company": ("industry", "size", "city", "country", "created", "updated"),
}
_FAMILIES = {"stage": ("stage", "state"), "tag": ("tag", "tags")}
_OPTIONS = {"owner", "stage", "overdue", "created", "updated", "score", "value", "campaign", "due"}
_THOUSANDS = (1_000, 10_000, 50_000, 100_000)


def title(name: str) -> str:
    """Return what a field is called for people."""
    titles = {
        "owner": QCoreApplication.translate("FilterBar", "Owner"),
        "stage": QCoreApplication.translate("FilterBar", "Stage"),
        "state": QCoreApplication.translate("FilterBar", "Stage"),
        "tag": QCoreApplication.translate("FilterBar", "Tag"),
        "tags": QCoreApplication.translate("FilterBar", "Tag"),
        "source": QCoreApplication.translate("FilterBar", "Source"),
        "overdue": QCoreApplication.translate("FilterBar", "Reply overdue"),
        "created": QCoreApplication.translate("FilterBar", "Created"),
        "updated": QCoreApplication.translate("FilterBar", "Changed"),
        "score": QCoreApplication.translate("FilterBar", "Score"),
        "value": QCoreApplication.translate("FilterBar", "Value"),
        "city": QCoreApplication.translate("FilterBar", "City"),
        "country": QCoreApplication.translate("FilterBar", "Country"),
        "company": QCoreApplication.translate("FilterBar", "Company"),
        "job_title": QCoreApplication.translate("FilterBar", "Job title"),
        "campaign": QCoreApplication.translate("FilterBar", "Campaign"),
        "language": QCoreApplication.translate("FilterBar", "Language"),
        "industry": QCoreApplication.translate("FilterBar", "Industry"),
        "size": QCoreApplication.translate("FilterBar", "Size"),
        "due": QCoreApplication.translate("FilterBar", "Next step"),
        "has": QCoreApplication.translate("FilterBar", "Has"),
        "email": QCoreApplication.translate("FilterBar", "E-mail"),
        "phone": QCoreApplication.translate("FilterBar", "Phone"),
        "emails": QCoreApplication.translate("FilterBar", "E-mail"),
        "phones": QCoreApplication.translate("FilterBar", "Phone"),
        "name": QCoreApplication.translate("FilterBar", "Name"),
        "next_step": QCoreApplication.translate("FilterBar", "Next step"),
        "expected_close": QCoreApplication.translate("FilterBar", "Expected close"),
        "qualified_by": QCoreApplication.translate("FilterBar", "Qualified by"),
        "domain": QCoreApplication.translate("FilterBar", "Website"),
        "note": QCoreApplication.translate("FilterBar", "Note"),
        "currency": QCoreApplication.translate("FilterBar", "Currency"),
    }
    return titles.get(name, name.removeprefix(CUSTOM).replace("_", " "))


def fields(kind: str, context: Context) -> dict[str, FilterField]:
    """Return the fields to filter a kind of record by, in the order of their menu."""
    unset = {
        "owner": QCoreApplication.translate("FilterBar", "Owner: anyone"),
        "stage": QCoreApplication.translate("FilterBar", "Stage: any"),
    }
    found = {}
    for name in (*SHOWN[kind], *OFFERED[kind], *_OTHERS[kind]):
        form = "options" if name in _OPTIONS else "values"
        family = _FAMILIES.get(name, (name,))
        found[name] = FilterField(name, title(name), family, form, unset.get(name, title(name)))
    for one in context.fields.values():
        if one.kind == kind:
            name = f"{CUSTOM}{one.name}"
            form = {"text": "values", "yesno": "options"}.get(one.form, "typed")
            found[name] = FilterField(name, one.name, (name, one.name), form, one.name)
    return found


def options(field: FilterField, context: Context, words: Words) -> Sequence[Option]:
    """Return the values of a field whose list is fixed. Those with an operator are whole clauses, which stand alone."""
    if field.name == "owner":
        return _owners(context)
    if field.name == "stage":
        return _stages(context)
    if field.name == "campaign":
        return [Option(name, name) for name in sorted(context.campaigns.values(), key=str.casefold)]
    if field.name == "score":
        ranges = ((">=75", "≥ 75"), (">=50", "≥ 50"), ("<50", "< 50"))
        return [Option(said, f"score{sign}", alone=True) for sign, said in ranges]
    if field.name == "value":
        return [Option(f"≥ {words.number(amount)}", f"value>={amount}", alone=True) for amount in _THOUSANDS]
    if field.name in {"created", "updated"}:
        return _days(field.name)
    if field.name == "due":
        return _due()
    return [
        Option(QCoreApplication.translate("FilterBar", "Yes"), _written(field.name, "yes"), alone=True),
        Option(QCoreApplication.translate("FilterBar", "No"), _written(field.name, "no"), alone=True),
    ]


def _written(name: str, value: str) -> str:
    from app.query import written  # noqa: PLC0415 - a window that opens needs no grammar

    return written(name, ":", [value])


def _owners(context: Context) -> list[Option]:
    found = []
    if context.me is not None:
        found.append(Option(QCoreApplication.translate("FilterBar", "Me"), "me"))
    found.append(Option(QCoreApplication.translate("FilterBar", "Nobody"), "none"))
    names = [one.name for one in context.members.values()]
    for one in sorted(context.members.values(), key=lambda member: member.name.casefold()):
        if one.active:
            # Two of one name are told apart by their address.
            twice = names.count(one.name) > 1
            label = f"{one.name} ({one.email})" if twice else one.name
            found.append(Option(label, one.email if twice else one.name))
    return found


def _stages(context: Context) -> list[Option]:
    return [
        Option(QCoreApplication.translate("FilterBar", "Open"), "state:open", alone=True),
        *(Option(stage.name, stage.name) for stage in context.board()),
    ]


def _days(name: str) -> list[Option]:
    said = (
        (":today", QCoreApplication.translate("FilterBar", "Today")),
        (":this-week", QCoreApplication.translate("FilterBar", "This week")),
        (":last-week", QCoreApplication.translate("FilterBar", "Last week")),
        (":this-month", QCoreApplication.translate("FilterBar", "This month")),
        (":last-month", QCoreApplication.translate("FilterBar", "Last month")),
        (":this-quarter", QCoreApplication.translate("FilterBar", "This quarter")),
        (":this-year", QCoreApplication.translate("FilterBar", "This year")),
        ("<-90d", QCoreApplication.translate("FilterBar", "Over 90 days ago")),
    )
    return [Option(label, f"{name}{sign}", alone=True) for sign, label in said]


def _due() -> list[Option]:
    said = (
        ("due<now", QCoreApplication.translate("FilterBar", "Past due")),
        ("due:today", QCoreApplication.translate("FilterBar", "Today")),
        ("due:this-week", QCoreApplication.translate("FilterBar", "This week")),
        ("due:next-week", QCoreApplication.translate("FilterBar", "Next week")),
        ("-has:due", QCoreApplication.translate("FilterBar", "None set")),
    )
    return [Option(label, clause, alone=True) for clause, label in said]


def values(session: Any, kind: str, name: str) -> list[str]:
    """Return the values of a field that are in use."""
    from app import choices  # noqa: PLC0415 - a window that opens needs no grammar

    return choices.values(session, kind, name)
