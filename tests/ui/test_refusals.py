"""What Tandem refuses, said in the window's language: nothing that is raised is left in English."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import drops, members
from app.errors import ConflictError, KnownError, RefusedError, UsageError, Word
from app.query import parse
from app.workspace import Workspace
from tests.ui.conftest import Open
from tools import refusals as gathered
from tools.words import ROOT
from ui import refusals, words
from ui.desk import Desk
from ui.importing import said as importing
from ui.leads.stage_form import StageForm

# Sentences that are written elsewhere than they are raised: each is marked by `sentence` there, or has a code.
ELSEWHERE = {
    "app/agreement/gates.py": {"_sentence(unmet[0])"},
    "app/importing/progress.py": {"self.stopped"},
    "app/workspace.py": {"READ_ONLY", "RESTORED"},
    "db/faults.py": {"_NO_WORKSPACE_FILE", "_away(detail)"},
    "db/queue.py": {"_BUSY"},
    "db/logins.py": {"words"},
    "db/watch.py": {"RESTORED"},
}
HOW = (
    'Write Error("{lead} has {what}.", lead=row.name, what=Word("no owner")) instead of Error(f"…"), then run '
    "`python -m tools.words` and fill resources/translations/refusals_es.ts."
)


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    translators = words.install(qapp, "es")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale("en"))


def codes(call: ast.Call) -> list[str]:
    return [ast.unparse(one.value).strip("'") for one in call.keywords if one.arg == "code"]


def test_every_refusal_is_raised_with_a_sentence_that_can_be_translated() -> None:
    known = refusals.own_sentences().keys()
    lost = []
    for name in gathered.sources():
        for call in gathered.calls(ROOT / name):
            said = call.args[0] if call.args else None
            if isinstance(said, ast.Constant) or (said is not None and ast.unparse(said) in ELSEWHERE.get(name, ())):
                continue
            if not any(code in known or code == "code" for code in codes(call)):
                lost.append(f"{name}:{call.lineno}")
    assert not lost, f"{HOW} In: {', '.join(lost)}"


def test_the_values_of_a_refusal_are_those_that_its_sentence_names() -> None:
    wrong = []
    for name in gathered.sources():
        for call in gathered.calls(ROOT / name):
            said = call.args[0] if call.args else None
            given = {one.arg for one in call.keywords} - {"code", "facts"}
            if not isinstance(said, ast.Constant) or not given:
                continue
            named = {hole for _, hole, _, _ in Formatter().parse(str(said.value)) if hole is not None}
            if named != given:
                wrong.append(f"{name}:{call.lineno}")
    assert wrong == []


def test_refusals_are_gathered_from_a_tree_of_sources(tmp_path: Path) -> None:
    (tmp_path / "app" / "commands").mkdir(parents=True)
    (tmp_path / "db").mkdir()
    (tmp_path / "app" / "a.py").write_text(
        'raise UsageError("No {kind} here.", kind=Word("quark"))\n'
        'raise RefusedError("Said by its code.", code="report.alone")\n'
        'raise RefusedError("Said {so}.", code="b.code", so=1)\n'
        'raise RefusedError("Acted on by its code.", code="c.code")\n'
    )
    (tmp_path / "app" / "commands" / "b.py").write_text('raise UsageError("An option.")\n')
    (tmp_path / "db" / "c.py").write_text('BUSY = sentence("Wait.")\nraise ValueError("No refusal.")\n')
    assert gathered.sentences(tmp_path) == ["No {kind} here.", "Said {so}.", "Acted on by its code.", "Wait."]
    assert "quark" in gathered.words(tmp_path)


def test_a_refusal_reads_the_same_in_english_wherever_it_is_said() -> None:
    plain = UsageError("Braces {as} they stand.")
    assert str(plain) == refusals.said(plain) == "Braces {as} they stand."
    made = RefusedError("{file} has {count:,} {kind}.", file="a{b}.csv", count=12345, kind=Word("leads"))
    assert str(made) == "a{b}.csv has 12,345 leads."
    conflict = ConflictError("{name} was changed.", {"city": ("a", "b", "c")}, name="Ann")
    assert (str(conflict), conflict.fields) == ("Ann was changed.", {"city": ("a", "b", "c")})


@pytest.mark.usefixtures("spanish")
def test_values_are_said_in_the_windows_language_and_names_as_people_wrote_them() -> None:
    signed = RefusedError("{member} has signed for {team} already.", member="sales", team=Word("sales"))
    assert refusals.said(signed) == "sales ya ha firmado por ventas."
    large = KnownError("{file} has {count:,} parts, which no workbook does. It was not read.", file="a", count=123456)
    assert refusals.said(large) == "a tiene 123.456 partes, más que ningún libro. No se ha leído."
    assert refusals.said(KnownError("As it is.")) == "As it is."


@pytest.mark.usefixtures("spanish")
def test_queries_imports_and_codes_keep_their_own_words(tmp_path: Path, file_workspace: Workspace) -> None:
    with pytest.raises(UsageError) as unfollowed:
        parse("(", "contact")
    assert refusals.said(unfollowed.value).endswith(" (en el carácter 1)")
    path = tmp_path / "leer.csv"
    path.touch()
    (refused,) = file_workspace.read(drops.sort, [path]).refused
    assert refusals.said(refused).startswith("leer.csv está vacío")
    unknown = KnownError("There is no encoding named {name!r}. Try utf-8, cp1252 or latin-1.", name="x")
    assert importing.refused(unknown) == "No hay ninguna codificación llamada 'x'. Pruebe utf-8, cp1252 o latin-1."
    folder = KnownError("{file} is a folder. Choose a file.", file="x")
    assert importing.refused(folder).startswith("x es una carpeta")


@pytest.mark.usefixtures("spanish")
def test_what_the_database_refuses_is_said_too(workspace: Workspace) -> None:
    with pytest.raises(UsageError) as taken:
        workspace.write(members.add, "Bea", None, "kitchen")
    assert refusals.said(taken.value) == "«kitchen» no es un equipo. Elija uno de: marketing, sales, both."


def stage_form(desk: Desk, qtbot: QtBot) -> StageForm:
    desk.window.go_to("board")
    desk.window.actions_by_id["stage.add"].trigger()
    qtbot.waitUntil(lambda: isinstance(desk.window.board.stage_acts.form, StageForm), timeout=15_000)
    found = desk.window.board.stage_acts.form
    assert isinstance(found, StageForm)
    return found


def test_a_stage_of_a_name_that_is_taken_is_refused_in_spanish(
    open_desk: Open, url: str, qtbot: QtBot, spanish: None
) -> None:
    del spanish
    desk = open_desk(url)
    ask = stage_form(desk, qtbot)
    ask.name.setText("Won")
    ask.save.click()
    wanted = "Ya hay una etapa llamada Won. Elija otro nombre."
    qtbot.waitUntil(lambda: ask.problem.text() == wanted, timeout=15_000)
    assert ask.name.text() == "Won"
