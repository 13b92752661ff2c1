"""Typst with its fonts at hand: pages in, tagged PDFs out.

All text is data: it reaches Typst as JSON through `sys.inputs`, where nothing reads it as markup, and Typst sees no
file outside `resources/typst`.
"""

import json
import threading
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import KnownError

if TYPE_CHECKING:
    import typst
    from typst import PDFStandard

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
STRICT: "list[PDFStandard]" = ["a-2a", "ua-1"]  # PDF/A-2a keeps its look for decades, PDF/UA-1 can be read aloud


class Press:
    """A compiler that keeps its fonts, which take longer to load than a page takes to set. Safe to share by threads."""

    def __init__(self, resources: Path) -> None:
        self._sources = resources / "typst"
        self._fonts = resources / "fonts"
        self._lock = threading.Lock()  # a compiler refuses a second call while one runs

    def print(self, source: str, page: dict[str, Any], timestamp: int) -> bytes:
        """Return the PDF that a source in `resources/typst` makes of a page; `timestamp` is in seconds since 1970.

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
                        self._sources / source,
                        format="pdf",
                        sys_inputs=inputs,
                        pdf_standards=standards,
                        timestamp=timestamp,
                    )
            except typst.TypstError as error:
                refusal = error.message
            else:
                return b"".join(made) if isinstance(made, list) else made or b""
        raise KnownError(
            "The paper could not be set as a PDF ({refusal}). Save it as plain text instead.", refusal=refusal
        )

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
        return typst.Compiler(root=self._sources, font_paths=fonts)


@cache  # fonts are read once a process and never change; nothing else is kept
def press() -> Press:
    """Return the one press of this process."""
    return Press(RESOURCES)
