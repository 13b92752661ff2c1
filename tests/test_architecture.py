"""The house keeps its order: who may know whom, and what stands only in one place."""

import ast
import io
import re
import shutil
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("ui", "app", "db")
ENGINE_ROOMS = frozenset(
    f"db/{name}.py"
    for name in (
        *("types", "textual", "dialect", "connect", "faults", "link", "filestore", "serverstore", "engine"),
        *("search", "watch", "roles", "upgrade", "backup", "copying", "glimpse", "written"),
    )
)
# Where anything at all may be caught: work in the background, and the look at a bundle.
CATCH_ALL = frozenset({"ui/jobs.py", "app/selftest.py"})
COLOURS = "ui/theme.py"
MOST_LINES = 400
HEAVY = (
    *("pandas", "numpy", "openpyxl", "alembic", "typst", "phonenumbers", "vobject"),
    *("charset_normalizer", "keyring", "PySide6.QtPdf", "PySide6.QtNetwork"),
)
_ENGINE_WORD = re.compile(r"sqlite|postgresql|psycopg")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b|#[0-9a-fA-F]{8}\b|\brgba?\(|\bhsla?\(")
_COLOUR_NAMES = frozenset({"GlobalColor"})
# A path from the root of a disk, but for the places that every such system has.
_MACHINE = re.compile(r"(?<![\w:./~<>*-])/(?!(?:bin|dev|etc|lib|opt|proc|sbin|tmp|usr|var)/)[a-z]+/[\w.-]+")
# Files that say what is brought from where: none of them names a host.
_BRINGING = re.compile(r"https?://|(?<!-emit-)index-url")
_BRINGS = re.compile(r"\.(?:lock|toml|sh|cmd|spec|yml)$|^[^.]+$")


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def listed(found: list[str]) -> str:
    return "\n".join(["", *found])


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Yield what a module imports, wherever in it, by full name, with the line; names from a package too."""
    package = module_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield start, node.lineno
            for alias in node.names:
                yield f"{start}.{alias.name}", node.lineno


def importing(folder: str, *forbidden: str, but: frozenset[str] = frozenset()) -> list[str]:
    return [
        f"{name_of(path)}:{line} {name}"
        for path in sources(folder)
        if name_of(path) not in but
        for name, line in imports_of(path)
        if name.split(".")[0] in forbidden
    ]


def test_the_database_knows_neither_the_program_nor_the_window() -> None:
    found = importing("db", "app", "ui")
    assert not found, listed(found)


def test_the_program_does_not_know_the_window() -> None:
    # The entry is where all are put together.
    found = importing("app", "ui", but=frozenset({"app/__main__.py"}))
    assert not found, listed(found)


def test_the_window_knows_the_program_only() -> None:
    found = importing("ui", "db", "sqlalchemy", "sqlite3", "psycopg", "alembic")
    assert not found, listed(found)


@pytest.mark.parametrize("folder", ["app", "db"])
def test_no_window_toolkit_below_the_window(folder: str) -> None:
    found = importing(folder, "PySide6", "shiboken6")
    assert not found, listed(found)


def test_nobody_imports_in_a_circle() -> None:
    modules = {module_of(path): path for path in sources(*LAYERS)}
    edges = {
        module: {name for name, _ in imports_of(path) if name in modules and name != module}
        for module, path in modules.items()
    }
    # What nobody imports is in no circle: taken away again and again, only circles are left.
    while True:
        aimed = set().union(*edges.values()) if edges else set()
        ends = [module for module, out in edges.items() if module not in aimed or not out & edges.keys()]
        if not ends:
            break
        for module in ends:
            del edges[module]
    assert not edges, edges


def _docstrings(tree: ast.Module) -> set[int]:
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return found


def _words(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each token of a module that is neither comment nor docstring, with its line."""
    skipped = _docstrings(tree_of(path))
    reader = io.StringIO(path.read_text("utf-8")).readline
    for token in tokenize.generate_tokens(reader):
        if token.type != tokenize.COMMENT and token.start[0] not in skipped:
            yield token.start[0], token.string


def test_the_engines_are_named_in_their_rooms_only() -> None:
    named = [
        f"{name_of(path)}:{line} {word[:60]}"
        for path in sources(*LAYERS)
        if name_of(path) not in ENGINE_ROOMS and not name_of(path).startswith("db/migrations/")
        for line, word in _words(path)
        if _ENGINE_WORD.search(word)
    ]
    assert not named, listed(named)


def test_colours_stand_in_one_table() -> None:
    stray = [
        f"{name_of(path)}:{line} {word[:60]}"
        for path in sources("ui")
        if name_of(path) != COLOURS
        for line, word in _words(path)
        if word in _COLOUR_NAMES or (word[-1:] in "'\"" and _COLOUR.search(word))
    ]
    assert not stray, listed(stray)


def test_colours_are_made_from_the_table() -> None:
    made = [
        f"{name_of(path)}:{node.lineno} {ast.unparse(node)}"
        for path in sources("ui")
        if name_of(path) != COLOURS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] == "QColor"
        and any(isinstance(argument, ast.Constant) for argument in node.args)
    ]
    assert not made, listed(made)


def test_modules_stay_short() -> None:
    long = {
        name_of(path): lines for path in sources(*LAYERS) if (lines := path.read_text("utf-8").count("\n")) > MOST_LINES
    }
    assert not long, long


def test_errors_are_caught_by_name() -> None:
    caught = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources(*LAYERS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and _is_catch_all(node, name_of(path))
    ]
    assert not caught, listed(caught)


def _is_catch_all(handler: ast.ExceptHandler, name: str) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {ast.unparse(kind) for kind in kinds}
    # To put things in order and raise again hides nothing.
    raises_on = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
    if "BaseException" in names:
        return not raises_on
    return "Exception" in names and name not in CATCH_ALL


def test_no_global_statement() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources(*LAYERS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Global)
    ]
    assert not found, listed(found)


@pytest.mark.parametrize("module", ["app.cli", "ui.main"])
def test_a_start_loads_nothing_heavy(module: str) -> None:
    path = ROOT / f"{module.replace('.', '/')}.py"
    if not path.is_file():
        pytest.skip(f"there is no {module} in this tree")
    heavy = [*HEAVY, "PySide6", "psycopg"] if module == "app.cli" else [*HEAVY, "psycopg"]
    code = f"import sys, {module}; print(*[name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    done = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name]


@pytest.mark.parametrize(
    ("path", "told"), [(("srv", "build", "x"), True), (("home", "ana"), True), (("usr", "bin", "env"), False)]
)
def test_a_machine_s_own_places_are_told_from_a_system_s(path: tuple[str, ...], *, told: bool) -> None:
    assert bool(_MACHINE.search("open('" + "/".join(("", *path)) + "')")) == told


def test_nothing_names_one_machine() -> None:
    texts = {".py", ".md", ".toml", ".sh", ".cmd", ".spec", ".lock", ".typ", ".cfg", ".yml", ".json", ""}
    found = [
        f"{name_of(path)}:{number} {line.strip()[:80]}"
        for path in tracked()
        if path.suffix in texts and path.is_file()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if _MACHINE.search(line) or (_BRINGS.search(path.name) and _BRINGING.search(line))
    ]
    assert not found, listed(found)


def test_tests_stand_where_what_they_test_stands() -> None:
    homeless = [
        name_of(path)
        for path in sources("tests")
        if path.name.startswith("test_") and path.parent.name in LAYERS and not (ROOT / path.parent.name).is_dir()
    ]
    assert not homeless, listed(homeless)
