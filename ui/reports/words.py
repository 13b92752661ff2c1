"""Reports in words: their names, what each of them says, the heads of their tables and the keys of their rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.context import Context
from app.fields import CUSTOM
from app.reports.answer import Answer, Column, Row
from ui.widgets.filter_fields import title as field_title
from ui.words import Words

REPORTS = ("conversion", "flow", "wins", "cycle", "stage-time", "speed", "pipeline")
_NOTHING = "–"
GROUPS = ("", "source", "owner", "qualified_by", "team", "campaign", "stage", "reason", "company")
_OF_COMPANY = ("company.industry", "company.size", "company.city", "company.country")
_OF_CONTACT = ("contact.job_title", "contact.city", "contact.country", "contact.language")
_UNITS = ("week", "month", "quarter", "year", "weekday")


def name(report: str) -> str:
    """Return what a report is called."""
    return {
        "conversion": QCoreApplication.translate("Reports", "Conversion"),
        "flow": QCoreApplication.translate("Reports", "Flow"),
        "wins": QCoreApplication.translate("Reports", "Wins"),
        "cycle": QCoreApplication.translate("Reports", "Sales cycle"),
        "stage-time": QCoreApplication.translate("Reports", "Time in stage"),
        "speed": QCoreApplication.translate("Reports", "Speed to lead"),
        "pipeline": QCoreApplication.translate("Reports", "Pipeline"),
    }[report]


def meaning(report: str) -> str:
    """Return what a report counts, by which clock and over how long."""
    return {
        "conversion": QCoreApplication.translate(
            "Reports",
            "Of the leads that first entered a stage of one milestone, those that entered the next within 90 days. "
            "Cohorts that have not had 90 days yet stand apart as still open. A skipped stage counts as entered.",
        ),
        "flow": QCoreApplication.translate(
            "Reports",
            "How many leads entered each milestone in the period, and how many entered the next one in it. These are "
            "not the same leads, so it is no conversion.",
        ),
        "wins": QCoreApplication.translate(
            "Reports", "Leads won and lost by the day on which they were; open leads are in neither."
        ),
        "cycle": QCoreApplication.translate(
            "Reports",
            "Days from becoming an opportunity to winning, and from being created; the lost ones stand beside them.",
        ),
        "stage-time": QCoreApplication.translate(
            "Reports",
            "Days that leads spent in a stage before they left it; stays in one stage are added up. The box goes from "
            "a quarter to three quarters of them, the line to nine tenths; the mark is the agreed days.",
        ),
        "speed": QCoreApplication.translate(
            "Reports",
            "Time from a lead's arrival to the first call, e-mail or meeting with it, nights and holidays counted. "
            "Those without an answer count as at least as long as they have waited.",
        ),
        "pipeline": QCoreApplication.translate("Reports", "Open leads by stage, their value, and weighed by stage."),
    }[report]


def group(by: str) -> str:
    """Return what a grouping is called."""
    own = {
        "": QCoreApplication.translate("Reports", "All together"),
        "team": QCoreApplication.translate("Reports", "Team"),
        "qualified_by": QCoreApplication.translate("Reports", "Qualified by"),
        "reason": QCoreApplication.translate("Reports", "Reason"),
        "milestone": QCoreApplication.translate("Reports", "Milestone"),
        "week": QCoreApplication.translate("Reports", "Week"),
        "month": QCoreApplication.translate("Reports", "Month"),
        "quarter": QCoreApplication.translate("Reports", "Quarter"),
        "year": QCoreApplication.translate("Reports", "Year"),
        "weekday": QCoreApplication.translate("Reports", "Weekday"),
    }
    kind, dot, name = by.partition(".")
    if by in own:
        return own[by]
    if not dot or by.startswith(CUSTOM):
        return field_title(by)
    of = {
        "company": QCoreApplication.translate("Reports", "Company: {field}"),
        "contact": QCoreApplication.translate("Reports", "Contact: {field}"),
    }
    return of[kind].format(field=field_title(name))


def groups(context: Context) -> list[str]:
    """Return all that a report can be grouped by, a workspace's own fields with it."""
    own = {
        "lead": [f"{CUSTOM}{one.name}" for one in context.fields.values() if one.kind == "lead"],
        "company": [f"company.{CUSTOM}{one.name}" for one in context.fields.values() if one.kind == "company"],
        "contact": [f"contact.{CUSTOM}{one.name}" for one in context.fields.values() if one.kind == "contact"],
    }
    return [*GROUPS, *own["lead"], *_OF_COMPANY, *own["company"], *_OF_CONTACT, *own["contact"], *_UNITS]


def heading(column: Column) -> str:
    """Return the head of a column."""
    said = {
        "a day": QCoreApplication.translate("Reports", "a day"),
        "agreed": QCoreApplication.translate("Reports", "agreed"),
        "at least": QCoreApplication.translate("Reports", "at least"),
        "average won": QCoreApplication.translate("Reports", "average won"),
        "calendar days": QCoreApplication.translate("Reports", "calendar days"),
        "calendar median": QCoreApplication.translate("Reports", "calendar median"),
        "converted": QCoreApplication.translate("Reports", "went on"),
        "cycle median": QCoreApplication.translate("Reports", "cycle, median"),
        "entered": QCoreApplication.translate("Reports", "entered"),
        "high %": QCoreApplication.translate("Reports", "up to %"),
        "low %": QCoreApplication.translate("Reports", "from %"),
        "leads": QCoreApplication.translate("Reports", "leads"),
        "left": QCoreApplication.translate("Reports", "left"),
        "limit": QCoreApplication.translate("Reports", "limit offered"),
        "lost": QCoreApplication.translate("Reports", "lost"),
        "lost cycle median": QCoreApplication.translate("Reports", "lost, median"),
        "median": QCoreApplication.translate("Reports", "median"),
        "median cycle": QCoreApplication.translate("Reports", "cycle, median"),
        "median days": QCoreApplication.translate("Reports", "median"),
        "open": QCoreApplication.translate("Reports", "open"),
        "over": QCoreApplication.translate("Reports", "over"),
        "p75": QCoreApplication.translate("Reports", "three quarters"),
        "p90": QCoreApplication.translate("Reports", "nine tenths"),
        "p90 days": QCoreApplication.translate("Reports", "nine tenths"),
        "rate %": QCoreApplication.translate("Reports", "rate %"),
        "ratio %": QCoreApplication.translate("Reports", "ratio %"),
        "reached": QCoreApplication.translate("Reports", "entered next"),
        "still open": QCoreApplication.translate("Reports", "still open"),
        "there": QCoreApplication.translate("Reports", "there now"),
        "to close median": QCoreApplication.translate("Reports", "to close, median"),
        "unanswered": QCoreApplication.translate("Reports", "unanswered"),
        "answered": QCoreApplication.translate("Reports", "answered"),
        "value": QCoreApplication.translate("Reports", "value"),
        "lost value": QCoreApplication.translate("Reports", "lost value"),
        "weighted": QCoreApplication.translate("Reports", "weighed"),
        "win rate %": QCoreApplication.translate("Reports", "win rate %"),
        "won": QCoreApplication.translate("Reports", "won"),
        "won value": QCoreApplication.translate("Reports", "won value"),
    }
    return said.get(column.heading, column.heading)


def key(row: Row) -> str:
    """Return the name of a row."""
    milestones = {
        "lead": QCoreApplication.translate("Reports", "Lead"),
        "mql": "MQL",
        "sal": "SAL",
        "sql": "SQL",
        "opportunity": QCoreApplication.translate("Reports", "Opportunity"),
        "customer": QCoreApplication.translate("Reports", "Customer"),
    }
    text = str(row.get("key", ""))
    first, colon, last = text.partition(":")
    if colon and first in milestones and last in milestones:
        return f"{milestones[first]} → {milestones[last]}"
    teams = {
        "marketing": QCoreApplication.translate("Reports", "Marketing"),
        "sales": QCoreApplication.translate("Reports", "Sales"),
        "both": QCoreApplication.translate("Reports", "Both teams"),
    }
    parts = [teams.get(text, text) or QCoreApplication.translate("Reports", "(none)")]
    parts += [str(row[name]) for name in ("stage", "currency") if row.get(name)]
    return " · ".join(parts)


def cell(column: Column, row: Row, words: Words) -> str:
    """Return a figure of a row."""
    value: Any = row
    for part in column.path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return _shown(column, value, words)


def _shown(column: Column, value: Any, words: Words) -> str:
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return "≥" if value else ""
    if isinstance(value, int):
        return words.number(value)
    if isinstance(value, float):
        tenth = Decimal("0.1")
        if "%" in column.heading:
            return words.paper.percent(Decimal(value * 100).quantize(tenth))
        return words.paper.amount(Decimal(value).quantize(tenth), "days", "")
    if isinstance(value, Mapping):
        return words.money(Decimal(value["amount"]).quantize(Decimal(1)), value["currency"])
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " + ".join(_shown(column, one, words) for one in value) or _NOTHING
    return str(value)


def table(answer: Answer, words: Words) -> tuple[list[str], list[list[str]]]:
    """Return a report as a table: its heads, and its rows with the total last."""
    heads = ["", *(heading(column) for column in answer.columns)]
    lines = [[key(row), *(cell(column, row, words) for column in answer.columns)] for row in answer.rows]
    if answer.total:
        cells = [cell(column, answer.total, words) for column in answer.columns]
        if any(one != _NOTHING for one in cells):
            lines.append([QCoreApplication.translate("Reports", "Total"), *cells])
    return heads, lines


def percent(share: object) -> str:
    """Return a share in whole percent."""
    return f"{round(float(str(share)) * 100)}%"


def behind(report: str, figure: str, row: str) -> str:
    """Return what the leads behind a figure did, for the title over them."""
    done = {
        "converted": QCoreApplication.translate("Reports", "went on"),
        "stayed": QCoreApplication.translate("Reports", "did not go on"),
        "entered": QCoreApplication.translate("Reports", "entered"),
        "reached": QCoreApplication.translate("Reports", "entered next"),
        "open": QCoreApplication.translate("Reports", "still open"),
        "won": QCoreApplication.translate("Reports", "won"),
        "lost": QCoreApplication.translate("Reports", "lost"),
        "left": QCoreApplication.translate("Reports", "left the stage"),
        "over": QCoreApplication.translate("Reports", "over the agreed days"),
        "answered": QCoreApplication.translate("Reports", "answered"),
        "unanswered": QCoreApplication.translate("Reports", "unanswered"),
        "leads": "",
    }[figure]
    if figure == "open" and report == "stage-time":
        done = QCoreApplication.translate("Reports", "there now")
    return ", ".join(part for part in (row, done) if part)


def moments(report: str, figure: str) -> tuple[str, str]:
    """Return the heads of the two moments between which a figure looks, "" for one that it has not."""
    created = QCoreApplication.translate("Reports", "Came in")
    entered = QCoreApplication.translate("Reports", "Entered")
    closed = QCoreApplication.translate("Reports", "Closed")
    both = {
        "conversion": (entered, QCoreApplication.translate("Reports", "Went on")),
        "flow": (entered, QCoreApplication.translate("Reports", "Went on")),
        "wins": (created, closed),
        "cycle": (QCoreApplication.translate("Reports", "Opportunity"), closed),
        "stage-time": (entered, QCoreApplication.translate("Reports", "Left")),
        "speed": (created, QCoreApplication.translate("Reports", "First answer")),
        "pipeline": (QCoreApplication.translate("Reports", "In the stage since"), ""),
    }
    began, ended = both[report]
    return (began, "") if figure in {"open", "over", "unanswered"} and report != "conversion" else (began, ended)
