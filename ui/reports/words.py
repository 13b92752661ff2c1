"""Reports in words: their names, what each of them says, the heads of their tables and the keys of their rows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.reports.answer import Answer, Column, Row
from ui.words import Words

REPORTS = ("conversion", "flow", "wins", "cycle", "stage-time", "speed", "pipeline")
_NOTHING = "–"
GROUPS = ("", "source", "owner", "team", "campaign", "month")


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
    return {
        "": QCoreApplication.translate("Reports", "All together"),
        "source": QCoreApplication.translate("Reports", "By source"),
        "owner": QCoreApplication.translate("Reports", "By owner"),
        "team": QCoreApplication.translate("Reports", "By team"),
        "campaign": QCoreApplication.translate("Reports", "By campaign"),
        "month": QCoreApplication.translate("Reports", "By month"),
    }[by]


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
