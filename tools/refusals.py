"""The sentences of refusals, and Tandem's own words in them, as they stand in the code of `app` and `db`.

A refusal is raised with its sentence in English, as a template with its values beside it. Here the templates are read
from the code, so that `tools.words` can gather them for translation as it gathers the window's own.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from app.errors import KnownError
from app.fields import KINDS
from app.members import TEAMS
from app.things import MODELS
from ui.refusals import own_sentences

ROOT = Path(__file__).resolve().parent.parent
SENTENCES, WORDS = "Refused", "RefusedWords"
"""The contexts under which the window looks for a translation."""

_OUTCOMES = ("action", "step", "win")  # what a meeting writes down, beside the things that have tables


def sources(root: Path = ROOT) -> list[str]:
    """Return the files whose refusals a person in the window may meet, as paths from the root.

    What the command line says of its own options stays there.
    """
    found = (path.relative_to(root) for room in ("app", "db") for path in sorted((root / room).rglob("*.py")))
    return [path.as_posix() for path in found if path.parts[:2] != ("app", "commands")]


def calls(path: Path) -> Iterator[ast.Call]:
    """Return where refusals are made in a file, leaving out queries, whose sentences the window lists itself."""
    names = {one.__name__ for one in family()} - {"QueryError"}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def family(root: type[KnownError] = KnownError) -> Iterator[type[KnownError]]:
    """Return an error's class and all that are made from it, as far as they are loaded."""
    yield root
    for one in root.__subclasses__():
        yield from family(one)


def sentences(root: Path = ROOT) -> list[str]:
    """Return each sentence once: what refusals are raised with, and what is marked by `sentence`."""
    found: dict[str, None] = {}
    for name in sources(root):
        path = root / name
        for call in (*calls(path), *_marked(path, "sentence")):
            if call.args and isinstance(call.args[0], ast.Constant) and not _has_own_words(call):
                found[str(call.args[0].value)] = None
    return list(found)


def words(root: Path = ROOT) -> list[str]:
    """Return each word of Tandem's own that may stand in a sentence."""
    kinds = [name for kind in KINDS.values() for name in (kind.name, kind.plural, kind.plural.capitalize())]
    teams = [name for team in TEAMS for name in (team, team.capitalize())]
    found = dict.fromkeys([*kinds, *teams, *MODELS, *_OUTCOMES])
    for name in sources(root):
        for call in _marked(root / name, "Word"):
            if call.args and isinstance(call.args[0], ast.Constant):
                found[str(call.args[0].value)] = None
    return list(found)


def as_source(root: Path = ROOT) -> str:
    """Return all of them as a program that Qt's own tool can read."""
    lines = [f"QT_TRANSLATE_NOOP({SENTENCES!r}, {one!r})" for one in sentences(root)]
    lines += [f"QT_TRANSLATE_NOOP({WORDS!r}, {one!r})" for one in words(root)]
    return "\n".join(lines) + "\n"


def _marked(path: Path, mark: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == mark:
            yield node


def _has_own_words(call: ast.Call) -> bool:
    """Return whether the window words this refusal itself, by its code."""
    codes = {one.value.value for one in call.keywords if one.arg == "code" and isinstance(one.value, ast.Constant)}
    return not codes.isdisjoint(own_sentences())
