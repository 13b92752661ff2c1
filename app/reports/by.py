"""What a report can be grouped by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.context import Context
from app.errors import UsageError
from app.fields import COMPANY, CONTACT, CUSTOM, Kind
from app.periods import UNITS, WEEKDAYS, key_of_number
from app.reports.facts import Facts
from db.rows import table_of

LEAD_FIELDS = ("source", "owner", "qualified_by", "team", "campaign", "stage", "milestone", "reason", "company")
_OF_COMPANY = ("domain", "industry", "size", "city", "country", "owner")
_OF_CONTACT = ("job_title", "city", "country", "language", "owner")


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """One group of a report: where it stands among the others, its name, and the id of what it names."""

    place: tuple[int, str]
    key: str
    id: int = 0

    def fields(self) -> dict[str, Any]:
        """Return how a row begins."""
        return {"key": self.key} | ({"id": self.id} if self.id else {})


ALL = Group((0, ""), "")


@dataclass(frozen=True, slots=True)
class By:
    """A way to group.

    Attributes:
        name: as people write it; "" for no grouping at all.
        column: what the database groups by; None without a grouping and for units of time.
        unit: the unit of time, or None.
        group: from the column's value, or a local day's number, to the group.
    """

    name: str
    column: sa.ColumnElement[Any] | None
    unit: str | None
    group: Callable[[Any], Group]

    @property
    def text(self) -> str:
        """How the grouping is said in words."""
        return f", by {self.name}" if self.name else ""

    @property
    def key_column(self) -> sa.ColumnElement[Any]:
        """The column that stands for the group in a statement, whatever the grouping."""
        return sa.literal_column("0") if self.column is None else self.column


def grouping(facts: Facts, name: str | None) -> By:
    """Return the grouping called so.

    Raises:
        UsageError: there is no such field.
    """
    if name is None:
        return By("", None, None, lambda _: ALL)
    wanted = name.strip()
    if wanted in UNITS:
        return By(wanted, None, wanted, _of_day(wanted))
    custom = _custom(facts, wanted)
    if custom is not None:
        return custom
    joined = _joined(facts, wanted)
    if joined is not None:
        return joined
    if wanted not in LEAD_FIELDS:
        raise UsageError(
            f"A report cannot be grouped by “{name}”. Choose one of: {', '.join((*LEAD_FIELDS, *UNITS))}, "
            "company.industry (or another field of the company or contact), custom:NAME.",
            code="report.by",
            facts={"by": name},
        )
    return _of_lead(facts, wanted)


def _of_lead(facts: Facts, name: str) -> By:
    context, lead = facts.context, facts.lead
    column, group = {
        "source": (lead.c.source, text_group),
        "owner": (lead.c.owner_id, _member(context)),
        "qualified_by": (lead.c.qualified_by_id, _member(context)),
        "team": (lead.c.owner_id, _team(context)),
        "campaign": (lead.c.campaign_id, _named(dict(context.campaigns))),
        "stage": (lead.c.stage_id, stage_group(context)),
        "milestone": (lead.c.stage_id, _milestone(context)),
        "reason": (lead.c.reason_id, _named({one.id: one.name for one in context.reasons.values()})),
        "company": (_field_of(facts, COMPANY, "company_id", "name"), text_group),
    }[name]
    return By(name, column, None, group)


def _joined(facts: Facts, name: str) -> By | None:
    prefix, _, rest = name.partition(".")
    kind, link, allowed = {
        "company": (COMPANY, "company_id", _OF_COMPANY),
        "contact": (CONTACT, "contact_id", _OF_CONTACT),
    }.get(prefix, (None, "", ()))
    if kind is None or not rest:
        return None
    if rest.startswith(CUSTOM):
        field = facts.context.field(kind.name, rest.removeprefix(CUSTOM))
        return By(name, _field_of(facts, kind, link, "custom", str(field.id)), None, _custom_group(field.form))
    if rest not in allowed:
        raise UsageError(
            f"A report cannot be grouped by “{name}”. Of a {prefix} choose one of: {', '.join(allowed)}.",
            code="report.by",
            facts={"by": name},
        )
    column = kind.fields[rest].column
    return By(
        name, _field_of(facts, kind, link, column), None, _member(facts.context) if rest == "owner" else text_group
    )


def _field_of(facts: Facts, kind: Kind, link: str, column: str, key: str | None = None) -> sa.ColumnElement[Any]:
    table = table_of(kind.table).alias("grouped")
    value: sa.ColumnElement[Any] = table.c[column] if key is None else table.c[column][key].as_string()
    return sa.select(value).where(table.c.id == facts.lead.c[link]).scalar_subquery()


def _custom(facts: Facts, name: str) -> By | None:
    if not name.startswith(CUSTOM):
        return None
    field = facts.context.field("lead", name.removeprefix(CUSTOM))
    return By(name, facts.lead.c.custom[str(field.id)].as_string(), None, _custom_group(field.form))


def text_group(value: Any) -> Group:
    """Return the group of a text; nothing and the empty text are one."""
    return Group((0, ""), "" if value is None else str(value))


def _custom_group(form: str) -> Callable[[Any], Group]:
    words = {"1": "true", "0": "false"} if form == "yesno" else {}

    def group(value: Any) -> Group:
        key = "" if value is None else str(value).lower() if form == "yesno" else str(value)
        return Group((0, ""), words.get(key, key))

    return group


def _member(context: Context) -> Callable[[Any], Group]:
    return _named({one.id: one.name for one in context.members.values()})


def _named(names: dict[int, str]) -> Callable[[Any], Group]:
    def group(value: Any) -> Group:
        return Group((0, ""), "") if value is None else Group((0, ""), names.get(value, f"#{value}"), int(value))

    return group


def _team(context: Context) -> Callable[[Any], Group]:
    def group(value: Any) -> Group:
        owner = context.members.get(value) if value is not None else None
        return Group((0, ""), owner.team if owner else "")

    return group


def stage_group(context: Context) -> Callable[[Any], Group]:
    """Return a function from a stage's id to its group, in the order of the board."""

    def group(value: Any) -> Group:
        stage = context.stages[value]
        return Group((stage.position + 1, ""), stage.name, stage.id)

    return group


def _milestone(context: Context) -> Callable[[Any], Group]:
    def group(value: Any) -> Group:
        return text_group(context.stages[value].milestone)

    return group


def _of_day(unit: str) -> Callable[[Any], Group]:
    key = key_of_number(unit)

    def group(value: Any) -> Group:
        name = key(int(value))
        return Group((WEEKDAYS.index(name), "") if unit == "weekday" else (0, name), name)

    return group


def ordered(groups: "dict[Group, int]") -> list[Group]:
    """Return groups in order: by their place, the largest first, then by name."""
    return sorted(groups, key=lambda group: (group.place, -groups[group], group.key, group.id))
