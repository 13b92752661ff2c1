"""The first start: starting, joining, looking around, and what is said where a place will not do."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app import settings, views
from app.agreement import papers
from app.workspace import create, open_workspace
from tests.ui.conftest import Open
from ui import main, words
from ui.desk import Desk
from ui.program import Program
from ui.theme import Theme
from ui.welcome import start as starting
from ui.welcome.bring import BringDialog
from ui.welcome.page import Welcome
from ui.welcome.plan import Plan
from ui.welcome.steps import StepsDialog
from ui.welcome.who import WhoDialog
from ui.words import Words


@pytest.fixture
def program(qapp: QApplication, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(starting, "TYPING", 1)
    translators = words.install(qapp, "en")
    made = Program(qapp, theme, Words.plain("en"))
    yield made
    for desk in list(made.desks.values()):
        desk.window.close()
    if made.welcome is not None:
        made.welcome.close()
    made.close()
    for translator in translators:
        qapp.removeTranslator(translator)


def begun(program: Program, qtbot: QtBot) -> Welcome:
    program.begin()
    assert program.welcome is not None
    qtbot.waitExposed(program.welcome)
    return program.welcome


def typed(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.clear()
    qtbot.keyClicks(field, text)


def opened(program: Program, qtbot: QtBot) -> Desk:
    qtbot.waitUntil(lambda: bool(program.desks), timeout=20_000)
    qtbot.waitUntil(lambda: program.welcome is None)
    desk = next(iter(program.desks.values()))
    qtbot.waitUntil(lambda: bool(desk.window.board.columns), timeout=20_000)
    return desk


def test_a_workspace_is_started_in_a_folder_and_its_first_steps_follow(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    welcome = begun(program, qtbot)
    qtbot.mouseClick(welcome.choices.start, Qt.MouseButton.LeftButton)
    form = welcome.start
    assert not form.go.isEnabled()
    typed(qtbot, form.company, "Harbor & Sons")
    typed(qtbot, form.me, "Priya Raman")
    typed(qtbot, form.folder, str(tmp_path))
    form.zone.setCurrentText("Europe/Madrid")
    form.currency.setCurrentText("eur")
    qtbot.waitUntil(form.go.isEnabled, timeout=10_000)
    assert "Tried just now" in form.verdict.text()
    qtbot.mouseClick(form.go, Qt.MouseButton.LeftButton)
    desk = opened(program, qtbot)
    info = desk.workspace.info
    assert (info.company, info.timezone, info.currency) == ("Harbor & Sons", "Europe/Madrid", "EUR")
    assert desk.workspace.me is not None
    assert desk.workspace.me.name == "Priya Raman"
    steps = desk.window.findChild(StepsDialog)
    assert steps is not None
    steps.options["asked"].mark.click()
    typed(qtbot, steps.tag, "price")
    steps.route.setCurrentIndex(steps.route.findData("turn"))
    steps.days.setValue(2)
    steps.leads.setValue(35)
    steps.percent.setValue(80)
    qtbot.mouseClick(steps.agree, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(one.name == "Ready for sales" for one in desk.window.views.views))
    draft = desk.workspace.read(papers.paper, desk.workspace.read(papers.draft_id) or 0).terms
    assert (draft.route, draft.route_members, draft.answer_minutes) == ("turn", (desk.workspace.me.id,), 2 * 8 * 60)
    assert "tag:price" in {one.query.replace('"', "") for one in draft.definition("mql")}
    assert draft.mql_points is None
    promised = {one.metric: one for one in draft.promises}
    assert promised["volume"].amount == 35
    assert (promised["answers"].within_minutes, promised["answers"].goal_percent) == (2 * 8 * 60, 80)
    desk.window.undo()
    qtbot.waitUntil(lambda: not any(one.name == "Ready for sales" for one in desk.window.views.views))
    assert desk.workspace.read(papers.paper, draft.id).terms.mql_points == 30  # one act, taken back whole
    assert settings.read()["recent"][0]["company"] == "Harbor & Sons"


def test_a_synced_folder_is_refused_under_the_field_with_what_works_instead(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "nas"
    office.mkdir()
    monkeypatch.setattr("app.trying.office_folders", lambda: [office])
    synced = tmp_path / "OneDrive - Harbor"
    synced.mkdir()
    welcome = begun(program, qtbot)
    welcome.choices.start.click()
    form = welcome.start
    typed(qtbot, form.company, "Harbor")
    typed(qtbot, form.folder, str(synced))
    qtbot.waitUntil(form.refusal.isVisible, timeout=10_000)
    assert "OneDrive - Harbor" in form.refusal.title.text()
    assert form.folder.property("wrong") is True
    assert not form.go.isEnabled()
    qtbot.waitUntil(form.office.isVisible)
    form.use_office.click()
    assert form.folder.text() == str(office)
    qtbot.waitUntil(form.go.isEnabled, timeout=10_000)
    assert not form.refusal.isVisible()
    assert list(synced.iterdir()) == []


def test_what_cannot_be_opened_is_said_under_the_field_and_can_be_put_right(
    program: Program, qtbot: QtBot, tmp_path: Path, file_url: str
) -> None:
    welcome = begun(program, qtbot)
    choices = welcome.choices
    qtbot.keyClick(choices.place, Qt.Key.Key_Return)
    assert choices.refusal.isVisible()
    typed(qtbot, choices.place, str(tmp_path / "nowhere.tandem"))
    assert not choices.refusal.isVisible()
    qtbot.keyClick(choices.place, Qt.Key.Key_Return)
    qtbot.waitUntil(choices.refusal.isVisible, timeout=10_000)
    assert choices.refusal.title.text() == "There is nothing at that place"
    assert "nowhere.tandem" in choices.refusal.words.text()
    assert choices.join.isEnabled()
    choices.place.setText("x" * 3_000 + "<b>\0\u202e")
    qtbot.keyClick(choices.place, Qt.Key.Key_Return)
    qtbot.waitUntil(choices.refusal.isVisible, timeout=10_000)
    typed(qtbot, choices.place, file_url)
    qtbot.mouseClick(choices.join, Qt.MouseButton.LeftButton)
    assert opened(program, qtbot).workspace.url == file_url


def test_a_workspace_in_a_synced_folder_can_at_least_be_looked_at(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    create(str(plain / "a.tandem"), "Harbor").close()
    synced = tmp_path / "Dropbox"
    plain.rename(synced)
    welcome = begun(program, qtbot)
    welcome.choices.place.setText(str(synced / "a.tandem"))
    welcome.choices.join.click()
    qtbot.waitUntil(welcome.choices.read.isVisible, timeout=10_000)
    welcome.choices.read.click()
    desk = opened(program, qtbot)
    assert desk.workspace.read_only
    assert desk.window.title.saving.words.text() == "Read only"
    assert desk.window.bar.isVisible()
    assert "look only" in desk.window.bar.words.text()


def test_a_server_asks_for_a_sign_in_and_says_why_it_refuses(program: Program, qtbot: QtBot, member_url: str) -> None:
    scheme, _, rest = member_url.partition("://")
    whole, _, place = rest.rpartition("@")
    login, _, password = map(unquote, whole.partition(":"))
    welcome = begun(program, qtbot)
    welcome.choices.place.setText(f"{scheme}://{place}")
    welcome.choices.join.click()
    form = welcome.sign_in
    assert form.isVisible()
    typed(qtbot, form.fields.login, login)
    typed(qtbot, form.fields.password, "wrong" + password)
    form.go.click()
    if password:
        qtbot.waitUntil(lambda: form.refusal.isVisible() or bool(program.desks), timeout=20_000)
    if form.refusal.isVisible():
        assert form.fields.login.text() == login
        typed(qtbot, form.fields.password, password)
        form.go.click()
    desk = opened(program, qtbot)
    assert desk.workspace.me is not None
    kept = settings.read()
    assert not password or password not in str(kept)


def test_looking_around_leaves_nothing_behind(program: Program, qtbot: QtBot) -> None:
    welcome = begun(program, qtbot)
    welcome.choices.look.click()
    desk = opened(program, qtbot)
    place = Path(desk.workspace.url)
    assert place.exists()
    desk.window.close()
    assert not place.exists()
    assert "recent" not in settings.read()


def test_the_same_workspace_is_shown_and_another_opens_beside(
    program: Program, qtbot: QtBot, file_url: str, tmp_path: Path
) -> None:
    program.open(Plan(file_url))
    opened(program, qtbot)
    program.open(Plan(file_url))
    assert len(program.desks) == 1
    other = tmp_path / "other.tandem"
    create(str(other), "Acme").close()
    program.open(Plan(str(other)))
    qtbot.waitUntil(lambda: len(program.desks) == 2, timeout=20_000)


def test_who_joins_a_file_says_who_they_are(
    open_desk: Open, qtbot: QtBot, file_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.workspace.account", lambda: "tom")
    monkeypatch.setattr("app.joining.account", lambda: "tom")
    desk = open_desk(file_url)
    assert desk.workspace.me is None
    desk.window.begin("open")
    dialog = desk.window.findChild(WhoDialog)
    assert dialog is not None
    assert not dialog.go.isEnabled()
    typed(qtbot, dialog.name, "Tom Becker")
    dialog.team.setCurrentIndex(1)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(desk.window.title.me.isVisible)
    assert desk.window.title.me.accessibleName() == "Tom Becker"
    with open_workspace(file_url) as again:
        assert again.me is not None
        assert (again.me.name, again.me.team) == ("Tom Becker", "sales")


def test_a_second_look_at_the_first_steps_says_what_was_agreed(open_desk: Open, qtbot: QtBot, file_url: str) -> None:
    desk = open_desk(file_url)
    desk.window.actions_by_id["help.first"].trigger()
    dialog = desk.window.findChild(StepsDialog)
    assert dialog is not None
    dialog.days.setValue(5)
    dialog.options["hand"].mark.click()
    dialog.agree.click()
    qtbot.waitUntil(lambda: desk.window.toast.words.text() == "Sales answers within 5 days.")
    qtbot.waitUntil(lambda: any(one.rot_days == 5 for one in desk.window.around.context.stages.values()))
    assert not [one for one in desk.workspace.read(views.views) if one.name == "Ready for sales"]


def test_the_first_steps_fit_a_small_window_and_bring_the_field_in_sight_that_has_the_focus(
    open_desk: Open, qtbot: QtBot, file_url: str
) -> None:
    window = open_desk(file_url).window
    window.resize(1024, 640)
    window.actions_by_id["help.first"].trigger()
    dialog = window.findChild(StepsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.height() < window.height()
    assert dialog.percent.visibleRegion().isEmpty()
    for widget in (dialog.skip, dialog.agree):
        assert widget.visibleRegion().boundingRect() == widget.rect()
    dialog.leads.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(dialog.leads, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.percent
    assert dialog.percent.visibleRegion().boundingRect() == dialog.percent.rect()


def test_the_last_step_brings_a_list_in_and_each_can_be_left(open_desk: Open, qtbot: QtBot, file_url: str) -> None:
    window = open_desk(file_url).window
    window.actions_by_id["help.first"].trigger()
    steps = window.findChild(StepsDialog)
    assert steps is not None
    qtbot.mouseClick(steps.skip, Qt.MouseButton.LeftButton)
    bring = window.findChild(BringDialog)
    assert bring is not None
    asked: list[bool] = []
    window.dialogs.import_asked.disconnect()
    window.dialogs.import_asked.connect(lambda: asked.append(True))
    qtbot.mouseClick(bring.bring, Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_a_list_on_the_command_line_is_brought_into_the_workspace_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))
    monkeypatch.setenv(settings.ENVIRONMENT, str(tmp_path / "team.tandem"))
    asked = main._parser().parse_args([str(tmp_path / "people.CSV")])
    plan = main.planned(asked)
    assert plan is not None
    assert plan.url == str(tmp_path / "team.tandem")
    assert plan.files == (str(tmp_path / "people.CSV"),)
    assert main.planned(main._parser().parse_args(["--welcome"])) is None
