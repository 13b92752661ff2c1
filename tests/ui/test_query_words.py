"""What is wrong with a query: the window says it in its own language, the command line as it stands in the code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app import finding, query
from app.errors import KnownError
from app.fields import LEAD
from app.query import QueryError
from app.workspace import Workspace
from ui import words
from ui.widgets import query_words

_TABLES = {"sentence", "_NO_DAY", "_NO_TIME", "_UNKNOWN", "_NO_CHOICE"}
"""Names under which a sentence stands that is not written where it is raised."""


def raised(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QueryError":
            yield from texts(node.args[0])
        elif isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id in _TABLES for one in node.targets
        ):
            yield from texts(node.value)


def texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Dict):
        for value in node.values:
            yield from texts(value)
    elif isinstance(node, ast.Tuple):
        for value in node.elts:
            yield from texts(value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_the_window_knows_every_sentence() -> None:
    modules = sorted(Path(query.__file__).parent.glob("*.py"))
    assert {one for path in modules for one in raised(ast.parse(path.read_text("utf-8")))} == set(query_words.SENTENCES)


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        (
            "citi:Rome",
            "There is no field “citi”; did you mean city?",
            "No hay ningún campo «citi»; ¿quisiste decir city?",
        ),
        (
            "city:",
            "“city:” needs a value after it, as in city:Rome",
            "Falta un valor después de «city:», como en city:Rome",
        ),
        ("stage:x{0}", "There is no stage “x{0}”; choose one of: ", "No hay ninguna etapa «x{0}»; elige una de: "),
        (
            "team:<b>",
            "“<b>” is no team; choose one of: ",
            "«<b>» no es un equipo; elige uno de: marketing, sales, both",
        ),
    ],
)
def test_it_is_said_in_both_languages(
    text: str, english: str, spanish: str, file_workspace: Workspace, qapp: QApplication
) -> None:
    with pytest.raises(QueryError) as caught:
        file_workspace.read(finding.ids, LEAD, text)
    error = caught.value
    place = error.start + 1
    assert str(error).startswith(english)
    assert str(error).endswith(f" (at character {place})")
    assert query_words.said(error) == str(error)
    translators = words.install(qapp, "es")
    try:
        assert query_words.said(error).startswith(spanish)
        assert query_words.said(error).endswith(f" (en el carácter {place})")
        assert query_words.said(KnownError("As it is.")) == "As it is."
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
