"""The agreement's terms in the words of the window."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.agreement.difference import Changed
from app.context import Context

HOUR = 60


def part_names() -> dict[str, str]:
    """Return what the parts of the agreement are called, in order."""
    return {
        "mql": QCoreApplication.translate("Agreement", "Ready for sales (MQL)"),
        "sal": QCoreApplication.translate("Agreement", "Taken by sales (SAL)"),
        "sql": QCoreApplication.translate("Agreement", "Real chance (SQL)"),
        "play": QCoreApplication.translate("Agreement", "What we do"),
        "rule": QCoreApplication.translate("Agreement", "When it passes"),
        "promise": QCoreApplication.translate("Agreement", "What we owe each other"),
        "review": QCoreApplication.translate("Agreement", "When we review"),
    }


def part_hints() -> dict[str, str]:
    """Return what each part settles."""
    return {
        "mql": QCoreApplication.translate("Agreement", "A lead that meets all of this is handed to sales."),
        "sal": QCoreApplication.translate("Agreement", "A lead that sales takes into its hands meets all of this."),
        "sql": QCoreApplication.translate("Agreement", "A lead that sales holds for a real chance meets all of this."),
        "play": QCoreApplication.translate(
            "Agreement", "What is done when a lead comes in or enters a stage; it appears as a task."
        ),
        "rule": QCoreApplication.translate(
            "Agreement", "Who receives a lead that is handed over, and how long they have."
        ),
        "promise": QCoreApplication.translate("Agreement", "What each team owes the other, in numbers."),
        "review": QCoreApplication.translate("Agreement", "How often both teams look at this again."),
    }


def choices(name: str) -> dict[str, str]:
    """Return what can be chosen for a term, in words by value."""
    marketing = QCoreApplication.translate("Agreement", "Marketing")
    sales = QCoreApplication.translate("Agreement", "Sales")
    return {
        "team": {"marketing": marketing, "sales": sales},
        "doer": {"owner": QCoreApplication.translate("Agreement", "The owner"), "marketing": marketing, "sales": sales},
        "route": {
            "pool": QCoreApplication.translate("Agreement", "Whoever takes it from the pool"),
            "turn": QCoreApplication.translate("Agreement", "The next one in turn"),
            "person": QCoreApplication.translate("Agreement", "One person"),
        },
        "on_silence": {
            "pool": QCoreApplication.translate("Agreement", "back to the pool"),
            "sender": QCoreApplication.translate("Agreement", "back to the sender"),
        },
        "period": {
            "week": QCoreApplication.translate("Agreement", "each week"),
            "month": QCoreApplication.translate("Agreement", "each month"),
            "quarter": QCoreApplication.translate("Agreement", "each quarter"),
        },
        "metric": {
            "volume": QCoreApplication.translate("Agreement", "Leads of a quality"),
            "complete": QCoreApplication.translate("Agreement", "Complete when handed over"),
            "answers": QCoreApplication.translate("Agreement", "Handoffs answered in time"),
            "attempts": QCoreApplication.translate("Agreement", "Attempts to reach each lead"),
            "returns": QCoreApplication.translate("Agreement", "Refused leads taken up again"),
            "reasons": QCoreApplication.translate("Agreement", "Refusals that say why"),
        },
    }[name]


def term_name(name: str) -> str:
    """Return what a term is called."""
    return {
        "mql_points": QCoreApplication.translate("Agreement", "Score needed (MQL)"),
        "sal_points": QCoreApplication.translate("Agreement", "Score needed (SAL)"),
        "sql_points": QCoreApplication.translate("Agreement", "Score needed (SQL)"),
        "halving_days": QCoreApplication.translate("Agreement", "Days in which points halve"),
        "route": QCoreApplication.translate("Agreement", "Who receives it"),
        "route_member_id": QCoreApplication.translate("Agreement", "The person"),
        "route_members": QCoreApplication.translate("Agreement", "Who takes turns"),
        "route_rules": QCoreApplication.translate("Agreement", "Before that, by rule"),
        "capacity": QCoreApplication.translate("Agreement", "Most unanswered for one person"),
        "answer_minutes": QCoreApplication.translate("Agreement", "Working hours to answer"),
        "on_silence": QCoreApplication.translate("Agreement", "On silence"),
        "review_months": QCoreApplication.translate("Agreement", "Months between reviews"),
        "review_on": QCoreApplication.translate("Agreement", "Next review"),
    }[name]


def value_words(name: str, value: Any, context: Context) -> str:
    """Return a term's value."""
    if value in (None, (), ""):
        return QCoreApplication.translate("Agreement", "nothing")
    if name in {"route", "on_silence"}:
        return choices(name).get(str(value), str(value))
    if name == "answer_minutes":
        return f"{value / HOUR:g}"
    if name == "route_rules":
        by_rule = "{query} → {member}"
        names = {number: one.name for number, one in context.members.items()}
        return "; ".join(by_rule.format(query=one.query, member=names.get(one.member_id, "")) for one in value)
    people = value if isinstance(value, tuple) else (value,) if name == "route_member_id" else ()
    if people:
        return ", ".join(context.members[one].name for one in people if one in context.members)
    return str(value)


def changed_words(one: Changed, context: Context) -> tuple[str, str]:
    """Return what changed, and how."""
    if one.part in {"score", "rule", "review"}:
        arrow = "{before} → {after}"
        words = (value_words(one.key, value, context) for value in (one.before, one.after))
        return term_name(one.key), arrow.format(before=next(words), after=next(words))
    shown = one.after if one.after is not None else one.before
    if one.part == "clause":
        what = shown.label or shown.query
    elif one.part == "play":
        what = shown.title
    else:
        what = shown.title or choices("metric")[shown.metric]
    if one.what == "added":
        return what, QCoreApplication.translate("Agreement", "new")
    if one.what == "removed":
        return what, QCoreApplication.translate("Agreement", "gone")
    if one.part == "clause" and one.fields == ("points",):
        return what, f"{_points(one.before.points)} → {_points(one.after.points)}"
    return what, QCoreApplication.translate("Agreement", "changed")


def _points(points: int | None) -> str:
    return QCoreApplication.translate("Agreement", "required") if points is None else f"+{points}"
