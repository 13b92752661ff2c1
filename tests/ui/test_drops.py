"""Files dropped on the window: on a contact, beside one, and what cannot be taken in."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app import contacts, timeline
from app.workspace import Workspace, open_workspace
from tests.ui.conftest import Open
from ui.desk import Desk
from ui.drops.hint import Hint
from ui.importing.frame import CHOOSE, MATCH
from ui.window import Window

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Amelia Okafor\nEMAIL:amelia@lab.example\nTITLE:Head\nEND:VCARD\n"
LETTER = "From: Amelia <amelia@lab.example>\nSubject: Offer\nMessage-ID: <1@lab>\n\nPlease call.\n"
COPY = Qt.DropAction.CopyAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def people(url: str) -> dict[str, int]:
    """Amelia and Tom."""
    with open_workspace(url) as workspace:
        values: Any = {"first_name": "Amelia", "last_name": "Okafor", "emails": ["amelia@lab.example"]}
        amelia = workspace.write(contacts.create, values).entries[0].id
        tom = workspace.write(contacts.create, {"first_name": "Tom", "last_name": "Becker"}).entries[0].id
    return {"amelia": amelia, "tom": tom}


def mime(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def send(event: type[Any], target: QWidget, place: QPoint, data: QMimeData) -> Any:
    at = target.mapFromGlobal(place)
    made = event(QPointF(at) if event is QDropEvent else at, COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(target, made)
    return made


def drag(window: Window, place: QPoint, *paths: Path) -> tuple[Hint, QMimeData]:
    """Carry files over the window, to a place of the screen."""
    data = mime(*paths)
    assert send(QDragEnterEvent, window, place, data).isAccepted()
    hint = window.importing.drops.hint
    assert hint.isVisible()
    send(QDragEnterEvent, hint, place, data)
    send(QDragMoveEvent, hint, place, data)
    return hint, data


def drop(window: Window, place: QPoint, *paths: Path) -> None:
    hint, data = drag(window, place, *paths)
    send(QDropEvent, hint, place, data)
    assert not hint.isVisible()


def row_place(desk: Desk, qtbot: QtBot, number: int) -> QPoint:
    page = desk.window.contacts
    qtbot.waitUntil(lambda: page.model.place_of(number) is not None and page.model.loaded(0) is not None)
    row = page.model.place_of(number)
    assert row is not None
    viewport = page.table.viewport()
    return viewport.mapToGlobal(QPoint(200, page.table.rowViewportPosition(row) + 20))


def beside(desk: Desk) -> QPoint:
    return desk.window.mapToGlobal(QPoint(300, 100))


def told(desk: Desk, qtbot: QtBot, words: str) -> str:
    toast = desk.window.toast
    qtbot.waitUntil(lambda: toast.isVisible() and words in toast.words.text(), timeout=10_000)
    return str(toast.words.text()).replace("\u200b", "")


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def emails_of(url: str, number: int) -> list[str]:
    with open_workspace(url) as workspace:
        return [item.subject for item in workspace.read(timeline.page, "contact", number, "talks").items]


def test_a_card_on_a_row_fills_that_contact_and_undo_takes_it_back(
    open_desk: Open, url: str, people: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    place = row_place(desk, qtbot, people["amelia"])
    hint, data = drag(desk.window, place, file(tmp_path, "a.vcf", CARD))
    assert hint.title.text() == "Lay the card on Amelia Okafor"
    send(QDropEvent, hint, place, data)
    told(desk, qtbot, "Amelia Okafor is up to date with a.vcf.")
    with open_workspace(url) as workspace:
        assert workspace.read(contacts.detail, people["amelia"]).values["job_title"] == "Head"
    desk.window.toast.undo.click()
    told(desk, qtbot, "Undone")
    with open_workspace(url) as workspace:
        assert not workspace.read(contacts.detail, people["amelia"]).values["job_title"]


def test_an_e_mail_on_the_pane_goes_into_its_timeline_whoever_sent_it(
    open_desk: Open, url: str, people: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    page = desk.window.contacts
    page.open_record(people["tom"])
    qtbot.waitUntil(lambda: page.details.name.text() == "Tom Becker")
    place = page.details.mapToGlobal(page.details.rect().center())
    drop(desk.window, place, file(tmp_path, "a.eml", LETTER))
    said = told(desk, qtbot, "The e-mail “Offer” is in the timeline of Tom Becker.")
    assert said.endswith("Its address, amelia@lab.example, isn't one of theirs.")
    assert emails_of(url, people["tom"]) == ["Offer"]
    assert emails_of(url, people["amelia"]) == []
    drop(desk.window, place, tmp_path / "a.eml")
    told(desk, qtbot, "in the timeline already")
    assert desk.window.toast.undo.isHidden()


def test_an_e_mail_beside_all_contacts_finds_its_own(
    open_desk: Open, url: str, people: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    desk.window.go_to("board")
    hint, data = drag(desk.window, beside(desk), file(tmp_path, "a.eml", LETTER))
    assert hint.title.text() == "Write 1 e-mail down"
    send(QDropEvent, hint, beside(desk), data)
    told(desk, qtbot, "is in the timeline of Amelia Okafor.")
    assert desk.window.place == "contacts"
    assert desk.window.contacts.details.contact_id == people["amelia"]
    assert emails_of(url, people["amelia"]) == ["Offer"]


def test_an_e_mail_of_a_stranger_makes_a_contact_and_undo_takes_both_back(
    open_desk: Open, url: str, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    letter = file(tmp_path, "b.eml", "From: Ana Costa <ana@luz.example>\nSubject: Hi\n\nx")
    other = file(tmp_path, "c.eml", "From: Ana Costa <ana@luz.example>\nSubject: Again\n\nx")
    drop(desk.window, beside(desk), letter)
    told(desk, qtbot, "Ana Costa is a new contact, with the e-mail “Hi”.")
    drop(desk.window, beside(desk), letter, other)
    told(desk, qtbot, "2 e-mails were written down.")  # the first has no number of its own
    desk.window.undo()
    told(desk, qtbot, "Undone")
    desk.window.undo()
    qtbot.waitUntil(lambda: desk.window.contacts.model.rowCount() == 0, timeout=10_000)


def test_what_cannot_be_taken_in_is_said_in_words(
    file_workspace: Workspace, open_desk: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(file_workspace.url)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.csv").touch()
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    drop(desk.window, beside(desk), tmp_path / "folder")
    told(desk, qtbot, "folder is a folder, and files are taken in. Open it and drop the files that you want.")
    drop(desk.window, beside(desk), tmp_path / "folder", tmp_path / "empty.csv", photo)
    said = told(desk, qtbot, "3 of 3 files can't be taken in.")
    assert said.endswith("And 1 more.")
    drop(desk.window, beside(desk), *(tmp_path / f"{number}.csv" for number in range(500)))
    told(desk, qtbot, "500 files are too many at once")
    web = QMimeData()
    web.setUrls([QUrl("https://example.com/list.csv")])
    send(QDragEnterEvent, desk.window, beside(desk), web)
    assert desk.window.importing.drops.hint.title.text() == "It lies in the web"
    send(QDropEvent, desk.window, beside(desk), web)
    told(desk, qtbot, "lies in the web")


def test_the_sheet_goes_when_the_files_are_carried_away(
    file_workspace: Workspace, open_desk: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(file_workspace.url)
    hint, _ = drag(desk.window, beside(desk), tmp_path / "a.csv")
    QApplication.sendEvent(hint, QDragLeaveEvent())
    assert not hint.isVisible()
    send(QDragEnterEvent, desk.window, beside(desk), mime(tmp_path / "a.csv"))
    QApplication.sendEvent(desk.window, QDragLeaveEvent())
    qtbot.waitUntil(lambda: not hint.isVisible(), timeout=5_000)
    words = QMimeData()
    words.setText("just words")
    assert not send(QDragEnterEvent, desk.window, beside(desk), words).isAccepted()
    assert not hint.isVisible()


def test_no_field_takes_a_file_for_text(
    file_workspace: Workspace, open_desk: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(file_workspace.url)
    window, field = desk.window, desk.window.contacts.query
    place = field.mapTo(window, field.rect().center())
    (tmp_path / "folder").mkdir()
    data = mime(tmp_path / "folder")
    data.setText("a file manager says it in words, too")
    for event in (QDragEnterEvent, QDragMoveEvent, QDropEvent):
        at = QPointF(place) if event is QDropEvent else place
        QApplication.sendEvent(window.windowHandle(), event(at, COPY, data, LEFT, PLAIN))  # type: ignore[arg-type]  # it is shown
        assert window.importing.drops.hint.isVisible() == (event is not QDropEvent)
    told(desk, qtbot, "folder is a folder")
    assert field.text() == ""


def test_without_a_mouse_files_are_chosen_for_the_contact_in_sight(
    open_desk: Open, url: str, people: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    row_place(desk, qtbot, people["amelia"])
    desk.window.contacts.open_record(people["amelia"])
    qtbot.waitUntil(lambda: desk.window.contacts.details.detail is not None)
    desk.window.actions_by_id["contacts.file"].trigger()
    dialog = desk.window.findChild(QFileDialog, "contactfile")
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(file(tmp_path, "a.eml", LETTER))])
    dialog.reject()
    told(desk, qtbot, "The e-mail “Offer” is in the timeline of Amelia Okafor.")


def test_lists_and_cards_beside_a_contact_open_the_import_one_after_another(
    open_desk: Open, url: str, people: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(url)
    rows = file(tmp_path, "list.csv", "First name,Email\nIda,ida@lab.example\n")
    place = row_place(desk, qtbot, people["tom"])
    drop(desk.window, beside(desk), rows)
    qtbot.waitUntil(lambda: desk.window.place == "import", timeout=10_000)
    wizard = desk.window.importing.wizard
    qtbot.waitUntil(lambda: wizard.step == MATCH, timeout=10_000)
    desk.window.go_to("contacts")
    drop(desk.window, place, file(tmp_path, "two.vcf", CARD * 2))
    qtbot.waitUntil(lambda: desk.window.place == "import" and wizard.under.text().startswith("two.vcf"), timeout=10_000)


def test_a_file_of_two_gigabytes_stops_nobody(
    file_workspace: Workspace, open_desk: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk(file_workspace.url)
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.truncate(2 << 30)  # takes no room on the disk
    drop(desk.window, beside(desk), path)
    qtbot.waitUntil(lambda: desk.window.place == "import", timeout=10_000)
    desk.window.go_to("contacts")
    wizard = desk.window.importing.wizard
    qtbot.waitUntil(lambda: wizard.step == CHOOSE and wizard.choosing.problem.isVisibleTo(wizard), timeout=60_000)
