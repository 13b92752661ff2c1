"""Files brought in through the window: found out, matched, asked about, planned, written, stopped, taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app import companies, contacts, finding, imports
from app.fields import COMPANY, CONTACT
from app.workspace import open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.importing.columns import GOES, MatchModel
from ui.importing.frame import CHOOSE, DONE, MATCH, PLAN
from ui.importing.rows import PlanModel
from ui.importing.said import said
from ui.importing.wizard import ImportWizard

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
LIST = (
    "First Name,Last Name,Email,Company,Seen on,Created\n"
    "Amelia,Okafor,amelia@north.example,Northwind,blue,03/04/2024\n"
    "José,Núñez,jose@nunez.example,Núñez,red,07/09/2024\n"
    ",,,,green,\n"
)


def until(qtbot: QtBot, holds: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: bool(holds()), timeout=20_000)


def file_of(folder: Path, text: str = LIST, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def real(name: str) -> Path:
    path = DATA / name
    if not path.exists():
        pytest.skip("needs the data that is shared beside the checkout")
    return path


def begin(desk: Desk, qtbot: QtBot, *paths: Path) -> ImportWizard:
    desk.window.importing.start(paths)
    wizard = desk.window.importing.wizard
    until(qtbot, lambda: wizard.step == MATCH and not wizard.course.is_busy)
    return wizard


def click(qtbot: QtBot, widget: Any) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def rested(wizard: ImportWizard, qtbot: QtBot) -> None:
    until(qtbot, lambda: not wizard.course.is_busy)


def planned(wizard: ImportWizard, qtbot: QtBot) -> None:
    until(qtbot, wizard.next.isEnabled)
    click(qtbot, wizard.next)
    until(qtbot, lambda: wizard.step == PLAN and not wizard.course.is_busy)


def written(wizard: ImportWizard, qtbot: QtBot) -> None:
    click(qtbot, wizard.next)
    until(qtbot, lambda: wizard.step == DONE)


def names(url: str, what: Any = CONTACT) -> list[str]:
    with open_workspace(url) as made, made.reading() as session:
        ids = finding.first_ids(session, what, "", "name", 100)
        if what is COMPANY:
            return [row.name for row in companies.page(session, ids)]
        return sorted(contacts.detail(session, number).values["name"] for number in ids)


def count(url: str) -> int:
    with open_workspace(url) as made, made.reading() as session:
        return finding.count(session, CONTACT, "")


def test_a_list_is_matched_asked_about_planned_written_and_taken_back(
    open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    wizard = begin(desk, qtbot, file_of(tmp_path))
    model = wizard.matching.table.model_
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [one.state for one in model.matches] == ["sure", "sure", "sure", "sure", "new", "asked"]
    assert not wizard.next.isEnabled()
    card = wizard.matching.questions["day_first"]
    assert "3" in card.buttons["true"].accessibleName()
    click(qtbot, card.buttons["true"])
    until(qtbot, lambda: wizard.next.isEnabled() and not wizard.course.is_busy)
    assert wizard.matching.questions["day_first"].buttons["true"].isChecked()
    planned(wizard, qtbot)
    assert [wizard.plan.tiles[one].figure for one in ("created", "updated", "unchanged", "rejected")] == [
        "2",
        "0",
        "0",
        "1",
    ]
    rows = wizard.plan.table.model_
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (rows.verdict, [row.line for row in rows.rows]) == ("rejected", [4])
    click(qtbot, wizard.plan.tiles["created"])
    assert [(row.line, row.name, row.beside) for row in rows.rows] == [
        (2, "Amelia Okafor", "Northwind"),
        (3, "José Núñez", "Núñez"),
    ]
    assert names(url) == []
    written(wizard, qtbot)
    assert names(url) == ["Amelia Okafor", "José Núñez"]
    assert names(url, COMPANY) == ["Northwind", "Núñez"]
    click(qtbot, wizard.result.undo)
    until(qtbot, lambda: count(url) == 0)
    until(qtbot, lambda: not wizard.result.undo.isVisible())
    desk.window.redo()
    until(qtbot, lambda: count(url) == 2)


def test_a_colleague_s_later_edit_survives_the_way_back_and_is_told(
    open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    wizard = begin(desk, qtbot, file_of(tmp_path, "Name,Email\nAna,ana@a.example\nBea,bea@b.example\n"))
    planned(wizard, qtbot)
    written(wizard, qtbot)
    with open_workspace(url) as colleague, colleague.reading() as session:
        number = finding.first_ids(session, CONTACT, "bea", "name", 1)[0]
    with open_workspace(url) as colleague:
        colleague.write(contacts.edit, number, {"city": "Porto"})
    click(qtbot, wizard.result.undo)
    until(qtbot, wizard.result.kept.isVisible)
    assert "Bea" in wizard.result.kept_words.text()
    assert names(url) == ["Bea"]


def test_a_second_time_updates_and_says_what_changes(open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(url)
    wizard = begin(desk, qtbot, file_of(tmp_path, "Name,Email,City\nAna,ana@a.example,\nBea,bea@b.example,Rome\n"))
    planned(wizard, qtbot)
    written(wizard, qtbot)
    click(qtbot, wizard.result.another)
    assert wizard.step == CHOOSE
    until(qtbot, lambda: wizard.choosing.undo_buttons)
    wizard = begin(desk, qtbot, file_of(tmp_path, "Name,Email,City\nAna,ana@a.example,Lyon\nBea,bea@b.example,Rome\n"))
    planned(wizard, qtbot)
    assert [wizard.plan.tiles[one].figure for one in ("created", "updated", "unchanged")] == ["0", "1", "1"]
    (row,) = wizard.plan.table.model_.rows
    assert [(one.field, one.before, one.after) for one in row.changes] == [("city", "", "Lyon")]
    wizard.go_back()
    wizard.course.take_existing("skip")
    planned(wizard, qtbot)
    assert wizard.plan.tiles["skipped"].figure == "2"
    assert not wizard.next.isEnabled()


def test_a_column_goes_elsewhere_by_keys_alone(open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(url)
    wizard = begin(desk, qtbot, file_of(tmp_path, "Name,Whence\nAna,Porto\n"))
    table = wizard.matching.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    choices = wizard.matching.choices
    assert choices is not None
    qtbot.keyClicks(choices.line, "city")
    qtbot.keyClick(choices.line, Qt.Key.Key_Return)
    model: MatchModel = table.model_
    until(qtbot, lambda: model.data(model.index(1, GOES)) == "City" and not wizard.course.is_busy)
    planned(wizard, qtbot)
    written(wizard, qtbot)
    with open_workspace(url) as made, made.reading() as session:
        number = finding.first_ids(session, CONTACT, "city:Porto", "name", 1)[0]
        assert contacts.detail(session, number).values["name"] == "Ana"


def test_a_matching_is_kept_and_used_for_the_next_file(open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(url)
    path = file_of(tmp_path, "Name,Whence,Rubbish\nAna,Porto,x\n")
    wizard = begin(desk, qtbot, path)
    wizard.answer("column:Whence", "contact.city")
    wizard.answer("column:Rubbish", "left out")
    until(qtbot, lambda: not wizard.course.is_busy)
    wizard.matching.keep_asked.emit("Fair in Porto")
    assert [one.name for one in imports.matchings()] == ["Fair in Porto"]
    wizard = begin(desk, qtbot, path)
    until(qtbot, lambda: wizard.course.used == "Fair in Porto" and not wizard.course.is_busy)
    assert [one.column.field for one in wizard.matching.table.model_.matches] == ["contact.name", "contact.city", ""]


def test_stopped_in_the_middle_nothing_is_written(open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(url)
    many = "Name,Email\n" + "".join(f"Person {one},p{one}@many.example\n" for one in range(30_000))
    wizard = begin(desk, qtbot, file_of(tmp_path, many))
    planned(wizard, qtbot)
    heard: list[str] = []
    wizard.said.connect(lambda words, _: heard.append(words))
    click(qtbot, wizard.next)
    wizard.busy.stop()
    until(qtbot, lambda: not wizard.course.is_writing)
    assert wizard.step == PLAN
    assert heard
    assert names(url) == []
    click(qtbot, wizard.next)
    until(qtbot, lambda: wizard.step == DONE)
    assert count(url) == 30_000


def test_refused_lines_are_written_to_a_file(open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(url)
    wizard = begin(desk, qtbot, file_of(tmp_path))
    wizard.answer("day_first", "false")
    planned(wizard, qtbot)
    place = tmp_path / "refused.csv"
    wizard.save_refused(place)
    until(qtbot, place.exists)
    lines = place.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Line,Reason,First Name,Last Name,Email,Company,Seen on,Created"
    assert lines[1].startswith("4,")
    assert lines[1].endswith(",green,")


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("empty.csv", b"", "empty"),
        ("photo.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        ("blank.csv", b"\n\n\n", "blank"),
        ("folder", None, "folder"),
        ("gone.csv", b"-", "cannot be read"),
    ],
)
def test_what_is_no_list_is_refused_in_words(
    open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path, name: str, data: bytes | None, word: str
) -> None:
    desk = open_desk(url)
    path = tmp_path / name
    if data is None:
        path.mkdir()
    elif data != b"-":
        path.write_bytes(data)
    desk.window.importing.start([path])
    wizard = desk.window.importing.wizard
    until(qtbot, wizard.choosing.problem.isVisible)
    assert word in wizard.choosing.problem_words.text()
    assert name in wizard.choosing.problem_title.text()
    assert wizard.step == CHOOSE


def test_three_files_come_one_after_another(open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(url)
    paths = [file_of(tmp_path, f"Name\nPerson {one}\n", f"{one}.csv") for one in range(3)]
    desk.window.importing.start(paths)
    wizard = desk.window.importing.wizard
    for waiting in (2, 1, 0):
        until(qtbot, lambda: wizard.step == MATCH and not wizard.course.is_busy)
        planned(wizard, qtbot)
        written(wizard, qtbot)
        assert len(wizard.course.waiting) == waiting
        if waiting:
            click(qtbot, wizard.result.another)
    assert len(names(url)) == 3


def test_real_exports_go_through_the_wizard(open_desk: Open, url: str, qtbot: QtBot) -> None:
    desk = open_desk(url)
    expected = {
        "layouts/hubspot_contacts_fr.csv": 3,
        "layouts/outlook_en_cp1252.csv": 3,
        "layouts/linkedin_Connections.csv": 2,
    }
    for name, count in expected.items():
        wizard = begin(desk, qtbot, real(name))
        for key, choice in {one.key: one for one in wizard.course.questions(of_the_plan=False)}.items():
            wizard.answer(key, choice.choices[0][0])
            rested(wizard, qtbot)
        planned(wizard, qtbot)
        for choice in wizard.course.questions(of_the_plan=True):
            wizard.answer(choice.key, choice.choices[0][0])
            rested(wizard, qtbot)
        assert wizard.course.outline is not None
        assert wizard.course.outline.answer.created == count, name
        written(wizard, qtbot)


def test_a_workbook_asks_for_its_sheet_and_another_way_of_reading_is_chosen(
    open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and wanted here only

    book = Workbook()
    for name, person in (("Old", "Ana"), ("New", "Bea")):
        sheet = book.create_sheet(name)
        sheet.append(["Name", "Email"])
        sheet.append([person, f"{person}@x.example"])
    path = tmp_path / "book.xlsx"
    book.save(path)
    book.close()
    desk = open_desk(url)
    wizard = begin(desk, qtbot, path)
    click(qtbot, wizard.matching.questions["sheet"].buttons["New"])
    until(qtbot, lambda: not wizard.course.is_busy and wizard.next.isEnabled())
    assert wizard.matching.table.model_.matches[0].column.samples == ("Bea",)
    box = wizard.matching.found_card.sheet
    click(qtbot, wizard.matching.found_card.other)
    box.setCurrentIndex(box.findData("Old"))
    box.activated.emit(box.currentIndex())
    until(qtbot, lambda: wizard.matching.table.model_.matches[0].column.samples == ("Ana",))


def test_sentences_of_the_import_are_known_by_their_pattern() -> None:
    assert said("x.csv is empty: it has 0 bytes.").startswith("x.csv is empty")
    assert said("Nobody ever said this.") == "Nobody ever said this."
    assert PlanModel.__doc__
