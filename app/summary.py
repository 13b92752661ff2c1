"""A meeting's summary on paper: minutes in, PDF or plain text out."""

from app.press import press
from app.printable import bare
from app.summary_data import Summary
from app.summary_layout import Row
from app.summary_page import Paper, laid_out
from app.wording import Language, load

_RULE = "-"


def render(summary: Summary, *, paper: Paper = "a4", language: Language = "en") -> bytes:
    """Return the summary as a tagged PDF; the same summary gives the same bytes, in every process."""
    page = laid_out(summary, load(language), paper)
    return press().print("summary.typ", page, int(summary.printed_at.timestamp()))


def render_plain(summary: Summary, language: Language = "en") -> str:
    """Return the summary as plain text, for when there is no way to print; it holds all that the paper does."""
    page = laid_out(summary, load(language), "a4")
    lines = [text for text in (page["company"], page["title"], page["when"]) if text]
    if page["present"]["people"]:
        lines.append(f"{page['present']['label']}: {', '.join(page['present']['people'])}")
    lines += ["", *(_tile(tile) for tile in page["tiles"])]
    for name, written in (("goals", _goal), ("wins", _win), ("decisions", _decision), ("actions", _action)):
        section = page[name]
        if name == "wins" and page["chart"] is not None:
            lines += ["", _underlined(page["chart"]), page["chart"]["alt"]]
        if section is not None:
            lines += ["", _underlined(section)]
            lines += [written(place, row) for place, row in enumerate(section["rows"], 1)] or [section["empty"]]
    lines += _between_teams(page)
    if page["waiting"] is not None:
        waiting = page["waiting"]
        lines += ["", _underlined(waiting), *(" | ".join(row) for row in (waiting["head"], *waiting["rows"]))]
        if not waiting["rows"]:
            lines[-1:] = [waiting["empty"]]
        lines += [waiting["more"]] if waiting["more"] else []
    if page["notes"]["rows"]:
        lines += ["", _underlined(page["notes"]), *page["notes"]["rows"]]
    lines += ["", _underlined(page["counted"]), *([page["counted"]["window"]] if page["counted"]["window"] else [])]
    lines += [f"[{place}] {note}" for place, note in enumerate(page["counted"]["rows"], 1)]
    return bare("\n".join([*lines, "", page["footer"]])) + "\n"


def _between_teams(page: Row) -> list[str]:
    """Return disputes with their rulings, and what was forgiven."""
    lines = []
    if page["disputes"] is not None:
        lines += ["", _underlined(page["disputes"])]
        for row in page["disputes"]["rows"]:
            lines += [f"- {row['title']}: {row['pill']}", *(f"  {said}" for said in row["told"])]
    if page["forgiven"] is not None:
        lines += ["", _underlined(page["forgiven"])]
        lines += [f"- {row['title']} ({row['told']})" for row in page["forgiven"]["rows"]]
    return lines


def _underlined(section: Row) -> str:
    title = section["title"] + _marked(section)
    return f"{title}\n{_RULE * len(title)}"


def _marked(row: Row) -> str:
    return f" [{row['mark']}]" if row.get("mark") else ""


def _tile(row: Row) -> str:
    delta = f" ({row['delta']})" if row["delta"] else ""
    return f"{row['label']}{_marked(row)}: {row['value']}{delta}"


def _goal(_: int, row: Row) -> str:
    reached = f"{row['done']} {row['of']}"
    told = [row[key] for key in ("pill", "marketing", "sales", "rest", "expected") if row[key]]
    return f"- {row['name']}{_marked(row)}: {' · '.join([reached, *told])}"


def _win(_: int, row: Row) -> str:
    return f"- {row['title']}" + (f" ({row['detail']})" if row["detail"] else "")


def _decision(place: int, row: str) -> str:
    return f"{place}. {row}"


def _action(_: int, row: Row) -> str:
    return f"[{'x' if row['done'] else ' '}] {row['what']} · {row['who']} · {row['when']}"
