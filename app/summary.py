"""A meeting's summary on paper: minutes in, PDF or plain text out.

All text is data: it reaches Typst as JSON through `sys.inputs`, where nothing reads it as markup, and Typst sees no
file outside `resources/typst`.
"""

import json
import threading
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app import wording
from app.errors import KnownError
from app.printable import bare
from app.summary_data import Summary
from app.summary_layout import Row
from app.summary_page import Paper, laid_out
from app.wording import Language

if TYPE_CHECKING:
    import typst
    from typst import PDFStandard

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
STRICT: "list[PDFStandard]" = ["a-2a", "ua-1"]  # PDF/A-2a keeps its look for decades, PDF/UA-1 can be read aloud
_RULE = "-"


def render(summary: Summary, *, paper: Paper = "a4", language: Language = "en") -> bytes:
    """Return the summary as a tagged PDF; the same summary gives the same bytes, in every process."""
    page = laid_out(summary, _wording(language), paper)
    return _press().print(page, int(summary.printed_at.timestamp()))


class Press:
    """Typst with its fonts at hand, which take longer to load than a summary takes to set. Safe to share by threads."""

    def __init__(self, resources: Path) -> None:
        self._source = resources / "typst" / "summary.typ"
        self._fonts = resources / "fonts"
        self._lock = threading.Lock()  # a compiler refuses a second call while one runs

    def print(self, page: Row, timestamp: int) -> bytes:
        """Return the PDF of a page as `laid_out` makes it; `timestamp` is in seconds since 1970.

        Archive and accessibility standards refuse a character that no font has. So the fonts at hand are tried
        first, which gives the same bytes on every machine; then the machine's fonts too; then a tagged PDF that keeps
        to no standard and shows a box for the character.
        """
        import typst  # noqa: PLC0415 - 67 MB, and only printing needs it

        inputs = {"page": json.dumps(page, ensure_ascii=False)}
        rungs: list[tuple[bool, list[PDFStandard]]] = [(False, STRICT), (True, STRICT), (True, [])]
        refusal = ""
        for system, standards in rungs:
            try:
                with self._lock:
                    made = self._compiler(system=system).compile(
                        format="pdf", sys_inputs=inputs, pdf_standards=standards, timestamp=timestamp
                    )
            except typst.TypstError as error:
                refusal = error.message
            else:
                return b"".join(made) if isinstance(made, list) else made or b""
        raise KnownError(f"The summary could not be set as a PDF ({refusal}). Save it as plain text instead.")

    def _compiler(self, *, system: bool) -> "typst.Compiler":
        return self._with_system_fonts if system else self._with_own_fonts

    @cached_property
    def _with_own_fonts(self) -> "typst.Compiler":
        return self._loaded(include_system_fonts=False)

    @cached_property
    def _with_system_fonts(self) -> "typst.Compiler":
        return self._loaded(include_system_fonts=True)

    def _loaded(self, *, include_system_fonts: bool) -> "typst.Compiler":
        import typst  # noqa: PLC0415 - as above

        fonts = typst.Fonts(include_system_fonts=include_system_fonts, font_paths=[self._fonts])
        return typst.Compiler(self._source, root=self._source.parent, font_paths=fonts)


@cache  # fonts and tables are read once a process and never change; nothing else is kept
def _press() -> Press:
    return Press(RESOURCES)


@cache
def _wording(language: Language) -> wording.Wording:
    return wording.load(language)


def render_plain(summary: Summary, language: Language = "en") -> str:
    """Return the summary as plain text, for when there is no way to print; it holds all that the paper does."""
    page = laid_out(summary, _wording(language), "a4")
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
    if page["waiting"] is not None:
        waiting = page["waiting"]
        lines += ["", _underlined(waiting), *(" | ".join(row) for row in (waiting["head"], *waiting["rows"]))]
        if not waiting["rows"]:
            lines[-1:] = [waiting["empty"]]
    if page["notes"]["rows"]:
        lines += ["", _underlined(page["notes"]), *page["notes"]["rows"]]
    lines += ["", _underlined(page["counted"]), *([page["counted"]["window"]] if page["counted"]["window"] else [])]
    lines += [f"[{place}] {note}" for place, note in enumerate(page["counted"]["rows"], 1)]
    return bare("\n".join([*lines, "", page["footer"]])) + "\n"


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
