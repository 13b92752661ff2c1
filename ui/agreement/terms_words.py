"""The agreement's terms in the words of the window."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.agreement.difference import Changed
from app.context import Context

HOUR = 60


def part_names() -> dict[str, str]:
    """Return what the parts of the agreement are called, in order."""
    say = QCoreApplication.translate
    return {
        "mql": say("Agreement", "Ready for sales (MQL)"),
        "sal": say("Agreement", "Taken by sales (SAL)"),
        "sql": say("Agreement", "Real chance (SQL)"),
        "play": say("Agreement", "What we do"),
        "rule": say("Agreement", "When it passes"),
        "promise": say("Agreement", "What we owe each other"),
        "review": say("Agreement", "When we review"),
    }


def part_hints() -> dict[str, str]:
    """Return what each part settles."""
    say = QCoreApplication.translate
    return {
        "mql": say("Agreement", "A lead that meets all of this is handed to sales."),
        "sal": say("Agreement", "A lead that sales takes into its hands meets all of this."),
        "sql": say("Agreement", "A lead that sales holds for a real chance meets all of this."),
        "play": say("Agreement", "What is done when a lead comes in or enters a stage; it appears as a task."),
        "rule": say("Agreement", "Who receives a lead that is handed over, and how long they have."),
        "promise": say("Agreement", "What each team owes the other, in numbers."),
        "review": say("Agreement", "How often both teams look at this again."),
    }


def choices(name: str) -> dict[str, str]:
    """Return what can be chosen for a term, in words by value."""
    say = QCoreApplication.translate
    marketing, sales = say("Agreement", "Marketing"), say("Agreement", "Sales")
    return {
        "team": {"marketing": marketing, "sales": sales},
        "doer": {"owner": say("Agreement", "The owner"), "marketing": marketing, "sales": sales},
        "route": {
            "pool": say("Agreement", "Whoever takes it from the pool"),
            "turn": say("Agreement", "The next one in turn"),
            "person": say("Agreement", "One person"),
        },
        "on_silence": {"pool": say("Agreement", "back to the pool"), "sender": say("Agreement", "back to the sender")},
        "period": {
            "week": say("Agreement", "each week"),
            "month": say("Agreement", "each month"),
            "quarter": say("Agreement", "each quarter"),
        },
        "metric": {
            "volume": say("Agreement", "Leads of a quality"),
            "complete": say("Agreement", "Complete when handed over"),
            "answers": say("Agreement", "Handoffs answered in time"),
            "attempts": say("Agreement", "Attempts to reach each lead"),
            "returns": say("Agreement", "Refused leads taken up again"),
            "reasons": say("Agreement", "Refusals that say why"),
        },
    }[name]


def term_name(name: str) -> str:
    """Return what a term is called."""
    say = QCoreApplication.translate
    return {
        "mql_points": say("Agreement", "Score needed (MQL)"),
        "sal_points": say("Agreement", "Score needed (SAL)"),
        "sql_points": say("Agreement", "Score needed (SQL)"),
        "halving_days": say("Agreement", "Days in which points halve"),
        "route": say("Agreement", "Who receives it"),
        "route_member_id": say("Agreement", "The person"),
        "route_members": say("Agreement", "Who takes turns"),
        "capacity": say("Agreement", "Most unanswered for one person"),
        "answer_minutes": say("Agreement", "Working hours to answer"),
        "on_silence": say("Agreement", "On silence"),
        "review_months": say("Agreement", "Months between reviews"),
        "review_on": say("Agreement", "Next review"),
    }[name]


def value_words(name: str, value: Any, context: Context) -> str:
    """Return a term's value."""
    if value in (None, (), ""):
        return QCoreApplication.translate("Agreement", "nothing")
    if name in {"route", "on_silence"}:
        return choices(name).get(str(value), str(value))
    if name == "answer_minutes":
        return f"{value / HOUR:g}"
    people = value if isinstance(value, tuple) else (value,) if name == "route_member_id" else ()
    if people:
        return ", ".join(context.members[one].name for one in people if one in context.members)
    return str(value)


def changed_words(one: Changed, context: Context) -> tuple[str, str]:
    """Return what changed, and how."""
    say = QCoreApplication.translate
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
        return what, say("Agreement", "new")
    if one.what == "removed":
        return what, say("Agreement", "gone")
    if one.part == "clause" and one.fields == ("points",):
        return what, f"{_points(one.before.points)} → {_points(one.after.points)}"
    return what, say("Agreement", "changed")


def _points(points: int | None) -> str:
    return QCoreApplication.translate("Agreement", "required") if points is None else f"+{points}"
