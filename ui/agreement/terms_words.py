"""The agreement's terms in the words of the window."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from app.agreement.difference import Changed
from app.agreement.papers import Version
from app.agreement.plain import in_words, sentence
from app.agreement.terms import ClauseTerms
from app.context import Context
from app.wording import Wording

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


def version_words(one: Version, in_force: int | None) -> str:
    """Return what a version is called in a list."""
    words = QCoreApplication.translate("Agreement", "Version {n}")
    if one.published_at is None:
        words = QCoreApplication.translate("Agreement", "Draft of version {n}")
    elif one.id == in_force:
        words = QCoreApplication.translate("Agreement", "Version {n}, in force")
    return words.format(n=one.number)


def clause_words(one: ClauseTerms, words: Wording) -> str:
    """Return a clause in the teams' own words, or else in plain ones."""
    return in_words(one.said, words)


def change_part(one: Changed) -> str:
    """Return to which part of the agreement a difference belongs."""
    if one.part == "clause":
        return part_names()[(one.after or one.before).milestone]
    if one.part == "score":
        return part_names().get(one.key.removesuffix("_points"), part_names()["mql"])
    return part_names()[one.part]


def changed_words(one: Changed, context: Context, words: Wording) -> tuple[str, str]:
    """Return what changed, and how."""
    arrow = "{before} → {after}"
    if one.part in {"score", "rule", "review"}:
        before, after = (value_words(one.key, value, context) for value in (one.before, one.after))
        return term_name(one.key), arrow.format(before=before, after=after)
    shown = one.after if one.after is not None else one.before
    if one.part == "clause":
        what = clause_words(shown, words)
    elif one.part == "play":
        what = shown.title
    else:
        what = shown.title or choices("metric")[shown.metric]
    if one.what == "added":
        added = QCoreApplication.translate("Agreement", "new")
        return what, f"{added}, {_points(shown.points)}" if one.part == "clause" else added
    if one.what == "removed":
        return what, QCoreApplication.translate("Agreement", "gone")
    if one.part == "clause":
        return what, _clause_changed(one, words)
    return what, ", ".join(
        f"{field_name(name)}: {_plain(getattr(one.before, name))} → {_plain(getattr(one.after, name))}"
        for name in one.fields
    )


def _clause_changed(one: Changed, words: Wording) -> str:
    said = []
    if "query" in one.fields:
        said.append(f"{sentence(one.before.query, words)} → {sentence(one.after.query, words)}")
    if "points" in one.fields:
        said.append(f"{_points(one.before.points)} → {_points(one.after.points)}")
    if "fades" in one.fields:
        fades = QCoreApplication.translate("Agreement", "now fades")
        said.append(fades if one.after.fades else QCoreApplication.translate("Agreement", "no longer fades"))
    if "label" in one.fields and not said:
        said.append(QCoreApplication.translate("Agreement", "said in other words"))
    return ", ".join(said) or QCoreApplication.translate("Agreement", "changed")


def field_name(name: str) -> str:
    """Return what a field of an action or a promise is called."""
    return {
        "title": QCoreApplication.translate("Agreement", "Title"),
        "within_minutes": QCoreApplication.translate("Agreement", "Working minutes"),
        "stage_id": QCoreApplication.translate("Agreement", "Stage"),
        "doer": QCoreApplication.translate("Agreement", "Who does it"),
        "query": QCoreApplication.translate("Agreement", "Condition"),
        "amount": QCoreApplication.translate("Agreement", "Amount"),
        "goal_percent": QCoreApplication.translate("Agreement", "Share in %"),
        "period": QCoreApplication.translate("Agreement", "Period"),
        "milestone": QCoreApplication.translate("Agreement", "Milestone"),
    }.get(name, name)


def _plain(value: Any) -> str:
    return QCoreApplication.translate("Agreement", "nothing") if value in (None, "") else str(value)


def _points(points: int | None) -> str:
    return QCoreApplication.translate("Agreement", "required") if points is None else f"+{points}"
