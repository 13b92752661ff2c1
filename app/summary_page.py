"""A summary laid out for paper: texts finished in the paper's language, lengths as shares of what they are drawn in.

`laid_out` returns plain JSON values, which `resources/typst/summary.typ` draws and `app.summary.render_plain` writes.
"""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from typing import Literal, TypeAlias, TypeVar

from app.printable import bare, line, paragraphs
from app.summary_data import ActionLine, Summary, WaitingLine
from app.summary_disputes import dispute, forgiven
from app.summary_figures import chart, goal, tile, win
from app.summary_layout import CELL, NAME, TITLE, UNBROKEN, Layout, Row, zone_of
from app.wording import Wording, clock_time

Paper: TypeAlias = Literal["a4", "letter"]
T = TypeVar("T")

PAPERS = {"a4": "a4", "letter": "us-letter"}
_FEW_PEOPLE, _FEW_WINS, _SHORT_WINS = 5, 6, 600  # what fits beside the title, and beside the chart
_BESIDE = 40
_NARROW = 24


def laid_out(summary: Summary, words: Wording, paper: Paper) -> Row:
    """Return the paper as JSON values: texts to print, shares from 0 to 1 to draw, None for a section left out."""
    layout = Layout(words, summary, zone_of(summary.timezone))
    page: Row = {
        **head(layout, paper),
        "tiles": [tile(layout, one) for one in summary.tiles],
        "goals": _goals(layout),
        "chart": chart(layout, summary.chart),
        "wins": _wins(layout),
        "decisions": _section(layout, "decisions", summary.decisions, lambda _, text: line(text)),
        "actions": _actions(layout),
        "disputes": _section(layout, "disputes", summary.disputes or None, dispute),
        "forgiven": _section(layout, "forgiven", summary.forgiven or None, forgiven),
        "waiting": _waiting(layout),
        "notes": {"title": words.text("notes"), "rows": paragraphs(summary.notes)},
    }
    asides = [words.text("hatching")] if _hatched(page["goals"]) else []
    page["counted"] = counted(layout, asides)
    return page


def head(layout: Layout, paper: Paper) -> Row:
    """Return what every paper about a meeting begins and ends with."""
    words, summary = layout.words, layout.summary
    company = layout.line(summary.company, NAME)
    title = layout.line(summary.title, TITLE) or words.text("meeting")
    return {
        "language": words.table["language"],
        "region": words.table["region"],
        "paper": PAPERS[paper],
        "company": company,
        "title": title,
        "document": bare(f"{title} – {words.day_long(summary.date)}"),
        "author": bare(company),
        "when": _when(layout),
        "page": words.text("page"),
        "footer": _footer(layout, company),
        "present": _present(layout),
    }


def _section(layout: Layout, name: str, items: tuple[T, ...] | None, row: Callable[[Layout, T], object]) -> Row | None:
    if items is None:
        return None
    return {
        "title": layout.words.text(name),
        "empty": layout.words.text(name, section="empty"),
        "rows": [row(layout, item) for item in items],
    }


def _when(layout: Layout) -> str:
    words, summary = layout.words, layout.summary
    starts = layout.local(summary.starts)
    time = clock_time(starts)
    if summary.ends is not None:
        ends = layout.local(summary.ends)
        same_day = ends.date() == starts.date()
        time = words.range(time, clock_time(ends) if same_day else words.moment(ends))
    return words.text("when", date=words.day_long(summary.date), time=time)


def _goals(layout: Layout) -> Row | None:
    section, end = _section(layout, "goals", layout.summary.goals, goal), layout.summary.period_end
    if section is not None:
        date = "" if end is None else layout.words.day_month(end, layout.summary.date.year)
        section["until"] = layout.words.text("until", date=date) if date and section["rows"] else ""
    return section


def _footer(layout: Layout, company: str) -> str:
    printed = layout.local(layout.summary.printed_at)
    zone = line(layout.summary.timezone, longest=NAME) or str(printed.tzinfo)
    words = layout.words
    said = words.text("footer", date=words.day_long(printed.date()), time=clock_time(printed), zone=zone)
    return f"{company} · {said}" if company else said


def _present(layout: Layout) -> Row:
    words = layout.words
    people = [
        words.text("person", name=layout.line(one.name, NAME), team=words.text(f"team_{one.team}"))
        for one in layout.summary.present
    ]
    return {
        "label": words.text("present"),
        "people": people,
        "beside": len(people) <= _FEW_PEOPLE and all(len(one) <= _BESIDE for one in people),
    }


def _wins(layout: Layout) -> Row | None:
    words, wins, since = layout.words, layout.summary.wins, layout.summary.since
    section = _section(layout, "wins", wins, win)
    if section is None or wins is None:
        return None
    if since is not None:
        section["title"] = words.text("wins_since", date=words.weekday_and_month(since, layout.summary.date.year))
    length = sum(len(win.title) + len(win.detail) for win in wins)
    section["beside"] = layout.summary.chart is not None and len(wins) <= _FEW_WINS and length <= _SHORT_WINS
    return section


def _actions(layout: Layout) -> Row | None:
    words = layout.words
    section = _section(layout, "actions", layout.summary.actions, _action)
    if section is not None:
        section["head"] = [words.text(key) for key in ("what", "who", "due")]
        section["narrow"] = all(len(row["who"]) <= _NARROW for row in section["rows"])
    return section


def _action(layout: Layout, action: ActionLine) -> Row:
    words, today = layout.words, layout.summary.date
    late = action.done is None and action.due is not None and action.due < today
    if action.done is not None:
        when = words.text("done", date=words.day_short(action.done, today.year, weekday=True))
    elif action.due is None:
        when = words.text("no_date")
    elif action.due == today:
        when = words.text("today")
    else:
        when = words.day_short(action.due, today.year, weekday=True)
        when = words.text("late", date=when) if late else when
    return {
        "what": line(action.what, unbroken=UNBROKEN),
        "who": layout.line(action.who, NAME, CELL) or words.text("nobody"),
        "when": when,
        "done": action.done is not None,
        "tone": "bad" if late else "warn" if action.done is None and action.due == today else "",
    }


def _waiting(layout: Layout) -> Row | None:
    words, summary = layout.words, layout.summary
    if summary.waiting is None:
        return None
    named = summary.show_overdue_names
    section = _section(layout, "waiting", summary.waiting if named else (), _waiting_line)
    if section is None:
        return None
    section["head"] = [words.text(key) for key in ("contact", "company", "owner", "value", "overdue")]
    section["mark"] = ""
    if summary.waiting:
        section["mark"] = layout.mark(summary.waiting_population, summary.waiting_clock, summary.waiting_window)
        if not named:
            section["empty"] = _how_many_wait(layout, summary.waiting, summary.more_waiting)
    section["more"] = words.plural("more", summary.more_waiting) if named and summary.more_waiting else ""
    return section


def _waiting_line(layout: Layout, one: WaitingLine) -> list[str]:
    words = layout.words
    return [
        layout.line(one.contact, NAME, CELL),
        layout.line(one.company, NAME, CELL),
        layout.line(one.owner, NAME, CELL) or words.text("nobody"),
        words.text("unknown") if one.value is None else words.money(one.value, one.currency),
        words.hours(one.overdue),
    ]


def _how_many_wait(layout: Layout, waiting: tuple[WaitingLine, ...], more: int) -> str:
    words = layout.words
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for one in waiting:
        if one.value is not None:
            sums[one.currency] += one.value
    said = [words.plural("waiting", len(waiting) + more)]
    said.append(words.text("longest", n=words.hours(max(one.overdue for one in waiting))))
    if sums and not more:
        worth = " + ".join(words.money(amount, currency) for currency, amount in sorted(sums.items()))
        said.append(words.text("worth", n=worth))
    return " ".join(said)


def _hatched(goals: Row | None) -> bool:
    return goals is not None and any(row["marketing"] or row["sales"] or row["expected"] for row in goals["rows"])


def counted(layout: Layout, asides: list[str]) -> Row:
    """Return how the figures on a paper are counted, with what else there is to say about them."""
    words, window = layout.words, layout.common_window()
    if layout.cut:
        asides = [*asides, words.text("shortened")]
    return {
        "title": words.text("counted"),
        "window": words.text("common_window", window=window) if window else "",
        "rows": layout.notes(),
        "asides": asides,
    }
