"""A meeting's agenda on paper and as plain text, in a language."""

from collections.abc import Callable, Mapping
from typing import Any

from app.meeting_agenda import Agenda, Line, News, Owed, Refusal, Settled, Step, step_title
from app.press import press
from app.printable import bare, line, paragraphs
from app.summary_data import DisputeLine, GoalLine, WaitingLine, Win
from app.summary_disputes import dispute
from app.summary_figures import goal, win
from app.summary_layout import NAME, TITLE, Layout, Row, zone_of
from app.summary_page import Paper, counted, head
from app.wording import Language, Wording, load

_INDENT = "   "
_BLANK: Row = {"text": "", "mark": "", "pill": "", "tone": "calm", "detail": "", "beside": False}


def render(agenda: Agenda, *, paper: Paper = "a4", language: Language = "en") -> bytes:
    """Return the agenda as a tagged PDF; the same agenda gives the same bytes, in every process."""
    page = laid_out(agenda, load(language), paper)
    return press().print("agenda.typ", page, int(agenda.as_of.timestamp()))


def render_plain(agenda: Agenda, language: Language = "en") -> str:
    """Return the agenda as plain text; it holds all that the paper does."""
    page = laid_out(agenda, load(language), "a4")
    lines = [text for text in (page["company"], page["title"], page["when"]) if text]
    if page["present"]["people"]:
        lines.append(f"{page['present']['label']}: {', '.join(page['present']['people'])}")
    for place, step in enumerate(page["steps"], 1):
        lines += ["", f"{place}. {step['title']}{_marked(step)} ({step['minutes']})"]
        lines += [_INDENT + _written(one) for one in step["lines"]] or [_INDENT + step["empty"]] * bool(step["empty"])
        lines += [_INDENT + note for note in step["notes"]]
    notes = page["counted"]
    if notes["rows"]:
        lines += ["", notes["title"], *([notes["window"]] if notes["window"] else [])]
        lines += [f"[{place}] {note}" for place, note in enumerate(notes["rows"], 1)]
    return bare("\n".join(lines))


def _written(row: Row) -> str:
    return _parts(row["text"] + _marked(row), row["pill"], row["detail"])


def _marked(row: Row) -> str:
    return f" [{row['mark']}]" if row["mark"] else ""


def laid_out(agenda: Agenda, words: Wording, paper: Paper) -> Row:
    """Return the paper as JSON values, for `resources/typst/agenda.typ`."""
    layout = Layout(words, agenda.summary, zone_of(agenda.summary.timezone))
    page = head(layout, paper)
    page["when"] = _parts(page["when"], _minutes(words, agenda.minutes))
    page["steps"] = [_step(layout, agenda, step) for step in agenda.steps]
    page["counted"] = counted(layout, [])
    return page


def _step(layout: Layout, agenda: Agenda, step: Step) -> Row:
    words, rows = layout.words, [_row(layout, one) for one in step.lines]
    if step.topic == "waiting" and agenda.summary.more_waiting:
        rows.append(_BLANK | {"text": words.plural("more", agenda.summary.more_waiting)})
    return {
        "title": layout.line(step_title(words, step), TITLE),
        "mark": layout.mark(*agenda.counted(step)) if rows else "",
        "minutes": _minutes(words, step.minutes),
        "lines": rows,
        "empty": words.text(step.topic, section="empty") if step.topic in words.table["empty"] else "",
        "notes": paragraphs(step.notes),
    }


def _minutes(words: Wording, minutes: int) -> str:
    return str(words.table["number"]["minutes"]).format(n=words.number(minutes))


def _parts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _row(layout: Layout, one: Line) -> Row:
    return _BLANK | _ROWS[type(one)](layout, one)


def _win(layout: Layout, one: Win) -> Row:
    row = win(layout, one)
    return {"text": row["title"], "detail": row["detail"]}


def _goal(layout: Layout, one: GoalLine) -> Row:
    row = goal(layout, one)
    parts = _parts(row["marketing"], row["sales"], row["rest"], row["expected"])
    return {name: row[name] for name in ("mark", "pill", "tone")} | {
        "text": f"{row['name']}: {row['done']} {row['of']}",
        "detail": parts,
    }


def _waiting(layout: Layout, one: WaitingLine) -> Row:
    words = layout.words
    worth = "" if one.value is None else words.money(one.value, one.currency)
    owner = layout.line(one.owner, NAME) or words.text("nobody")
    return {
        "text": _parts(layout.line(one.contact, NAME), layout.line(one.company, NAME)),
        "detail": _parts(owner, worth, words.text("overdue_by", n=words.hours(one.overdue))),
        "beside": True,
    }


def _dispute(layout: Layout, one: DisputeLine) -> Row:
    row = dispute(layout, one)
    return {"text": row["title"], "pill": row["pill"], "tone": row["tone"], "detail": _parts(*row["told"])}


def _refusal(layout: Layout, one: Refusal) -> Row:
    words = layout.words
    return {"text": f"{layout.line(one.reason, TITLE) or words.text('no_reason')}: {words.number(one.leads)}"}


def _news(layout: Layout, one: News) -> Row:
    words, year = layout.words, layout.summary.date.year
    days = [words.day_short(day, year) for day in (one.starts, one.ends) if day is not None]
    when = words.range(*days) if len(days) > 1 else "".join(days)
    return {"text": layout.line(one.name, NAME), "detail": _parts(layout.line(one.channel, NAME), when)}


def _owed(layout: Layout, one: Owed) -> Row:
    words, year = layout.words, layout.summary.date.year
    if one.done is not None:
        when = words.text("done", date=words.day_short(one.done, year, weekday=True))
    elif one.due is None:
        when = words.text("no_date")
    else:
        when = words.day_short(one.due, year, weekday=True)
        when = words.text("late", date=when) if one.late else when
    age = words.plural("age", one.age) if one.done is None and one.age else ""
    who = layout.line(one.who, NAME) or words.text("nobody")
    return {"text": line(one.what), "detail": _parts(who, when, age)}


def _settled(_: Layout, one: Settled) -> Row:
    return {"text": line(one.text)}


_ROWS: Mapping[type, Callable[[Layout, Any], Row]] = {
    Win: _win,
    GoalLine: _goal,
    WaitingLine: _waiting,
    DisputeLine: _dispute,
    Refusal: _refusal,
    News: _news,
    Owed: _owed,
    Settled: _settled,
}
