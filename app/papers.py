"""Goals and reports on paper, set as a meeting's summary is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app import goals
from app.context import Context
from app.minutes import TILES, goal_line, tile_of
from app.periods import local_day
from app.press import press
from app.printable import line, paragraphs
from app.summary_data import Summary
from app.summary_layout import TITLE, Layout, zone_of
from app.summary_page import Paper, head, laid_out
from app.wording import Language, load


def _blank(context: Context, title: str) -> Summary:
    return Summary(
        company=context.info.company,
        title=title,
        date=local_day(context.now, context.zone),
        starts=context.now,
        ends=None,
        period_end=None,
        printed_at=context.now,
        timezone=context.info.timezone,
        currency=context.info.currency,
        goals=None,
        wins=None,
        decisions=None,
        actions=None,
        waiting=None,
    )


def printed_goals(
    session: Session,
    first: date | None,
    last: date | None,
    *,
    paper: Paper = "a4",
    language: Language = "en",
    parts: Collection[str] = ("tiles",),
) -> bytes:
    """Return the PDF of the goals whose period meets the days from first to last; `tiles` puts figures on top."""
    context: Context = session.info["context"]
    found = goals.goals(session, first, last)
    words = load(language)
    summary = replace(
        _blank(context, words.text("goals")),
        period_end=max((one.goal.ends for one in found), default=None),
        tiles=tuple(tile_of(context, one, place, context.now) for place, one in enumerate(found[:TILES]))
        if "tiles" in parts
        else (),
        goals=tuple(goal_line(context, one, context.now) for one in found),
    )
    page = laid_out(summary, words, paper)
    page["when"] = words.days(first, last) if first is not None and last is not None else ""
    page["goals"]["title"] = words.text("goals")
    return press().print("summary.typ", page, int(context.now.timestamp()))


@dataclass(frozen=True, slots=True)
class Bar:
    """A cohort on paper: the words above and below its bar, and how many leads its three parts are."""

    title: str
    entered: str
    rate: str
    note: str
    went_on: int
    stayed: int
    open: int
    words: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A spread of time on paper, in days; what is unknown is None."""

    title: str
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    agreed: float | None


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """A report with its texts finished in the window's language."""

    title: str
    when: str
    meaning: str
    bars: Sequence[Bar]
    stretches: Sequence[Stretch]
    axis: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    has_total: bool
    notes: Sequence[str]


_DAYS = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


def printed_report(
    session: Session,
    sheet: ReportSheet,
    *,
    paper: Paper = "a4",
    language: Language = "en",
    parts: Collection[str] = ("chart", "table"),
) -> bytes:
    """Return the PDF of a report, with its chart, its table, or both."""
    context: Context = session.info["context"]
    words = load(language)
    parts = parts or ("chart", "table")
    summary = _blank(context, sheet.title)
    layout = Layout(words, summary, zone_of(summary.timezone))
    page = head(layout, paper) | {
        "when": line(sheet.when, longest=TITLE),
        "meaning": paragraphs(sheet.meaning),
        "bars": [_bar(one) for one in sheet.bars] if "chart" in parts else [],
        "spread": _spread(sheet) if "chart" in parts and sheet.stretches else None,
        "head": [line(one, longest=TITLE) for one in sheet.heads],
        "rows": [[line(one, longest=TITLE) for one in row] for row in sheet.rows] if "table" in parts else [],
        "total": sheet.has_total,
        "notes": [line(one) for one in sheet.notes],
    }
    return press().print("report.typ", page, int(context.now.timestamp()))


def _bar(one: Bar) -> dict[str, Any]:
    whole = max(1, one.went_on + one.stayed + one.open)
    return {
        "title": line(one.title, longest=TITLE),
        "entered": line(one.entered, longest=TITLE),
        "rate": line(one.rate, longest=TITLE),
        "note": line(one.note, longest=TITLE),
        "went": one.went_on / whole,
        "stayed": one.stayed / whole,
        "open": one.open / whole,
        "words": [line(text, longest=TITLE) for text in one.words],
    }


def _spread(sheet: ReportSheet) -> dict[str, Any]:
    """Return spreads as shares of an axis that goes by roots, as on the screen."""
    known = [value for one in sheet.stretches for value in (one.p90, one.agreed) if value is not None]
    longest = max([1.0, *known])

    def share(days: float | None) -> float | None:
        return None if days is None else min(1.0, (max(0.0, days) / longest) ** 0.5)

    ticks: list[dict[str, Any]] = []
    for day in _DAYS:
        place = share(day)
        if day <= longest and place is not None and (not ticks or place - ticks[-1]["x"] > _APART):
            ticks.append({"x": place, "label": str(day)})
    return {
        "note": line(sheet.axis, longest=TITLE),
        "ticks": ticks,
        "rows": [
            {
                "title": line(one.title, longest=TITLE),
                **{name: share(getattr(one, name)) for name in ("p25", "median", "p75", "p90", "agreed")},
            }
            for one in sheet.stretches
        ],
    }


_APART = 0.05
