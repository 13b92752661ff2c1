"""Gathers the window's words for translation, and compiles what the program reads.

    python -m tools.words            gather into resources/translations/<room>_<language>.ts, then compile
    python -m tools.words compile    compile alone: tandem_<language>.qm, where a room's file is newer

Each folder of `ui` is a room with files of its own, so that two rooms never meet in one; what lies above the rooms,
and the widgets that they share, is `window`. What `app` and `db` refuse is the room `refusals`. English has files too,
for its plurals. Translate what is left in <room>_es.ts by hand or with Qt Linguist.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tools import refusals

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("en", "es")
SHARED = "window"
REFUSALS = "refusals"


def rooms(root: Path = ROOT) -> dict[str, list[str]]:
    """Return the sources of each room, by its name, as paths from the root."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "ui").rglob("*.py")):
        inner = path.relative_to(root).parts
        room = SHARED if len(inner) == 2 or inner[1] == "widgets" else inner[1]  # noqa: PLR2004 - ui/<name>.py
        found.setdefault(room, []).append("/".join(inner))
    return found | {REFUSALS: refusals.sources(root)}


def gather(sources: list[str], language: str, target: Path) -> None:
    """Bring the words of a room's sources into its file; what is translated already stays.

    Sources below the window have no `tr`: their sentences are gathered first.
    """
    if not sources[0].startswith("ui/"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "refusals.py"
            path.write_text(refusals.as_source(), "utf-8")
            _gather([str(path)], language, target)
    else:
        _gather(sources, language, target)


def _gather(sources: list[str], language: str, target: Path) -> None:
    plural = ["-pluralonly"] if language == "en" else []
    options = ["-silent", "-no-obsolete", "-locations", "none", *plural]
    languages = ["-source-language", "en", "-target-language", language]
    subprocess.run([tool("lupdate"), *options, *languages, *sources, "-ts", str(target)], cwd=ROOT, check=True)  # noqa: S603
    if "<message" not in target.read_text("utf-8"):
        target.unlink()  # a room without plurals, or without words


def compile_all(language: str, target: Path) -> None:
    """Make the one file of a language that the program reads."""
    files = sorted(str(path) for path in TRANSLATIONS.glob(f"*_{language}.ts"))
    subprocess.run([tool("lrelease"), "-silent", *files, "-qm", str(target)], cwd=ROOT, check=True)  # noqa: S603


def compiled(language: str) -> Path:
    """Return the place of the file that the program reads."""
    return TRANSLATIONS / f"tandem_{language}.qm"


def is_stale(language: str) -> bool:
    """Return whether a room's words are newer than what the program reads."""
    target = compiled(language)
    made = target.stat().st_mtime if target.exists() else 0.0
    return made < max(path.stat().st_mtime for path in TRANSLATIONS.glob(f"*_{language}.ts"))


def tool(name: str) -> str:
    """Return one of Qt's own tools."""
    return str(Path(sys.executable).with_name(f"pyside6-{name}"))


def main(arguments: list[str]) -> int:
    """Gather and compile."""
    if arguments != ["compile"]:
        for room, sources in rooms().items():
            for language in LANGUAGES:
                gather(sources, language, TRANSLATIONS / f"{room}_{language}.ts")
    for language in LANGUAGES:
        if is_stale(language):
            compile_all(language, compiled(language))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
