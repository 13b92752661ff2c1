"""Backups: whole, read back, put in place while others look on; and what a check finds."""

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from app import administration, contacts, leads
from app import workspace as door
from app.errors import DamagedError, KnownError, RefusedError, RestoredError
from app.workspace import Workspace
from db import backup
from db.engine import FileStore


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A workspace with two contacts and a lead that moved."""
    for name in ("Ana", "Bea"):
        workspace.write(contacts.create, {"first_name": name, "emails": [f"{name}@harbor.example"]})
    lead = workspace.write(leads.create, {"name": "First"}).entries[0].id
    workspace.write(leads.move, lead, list(workspace.context().stages)[1])
    return workspace


def people(workspace: Workspace) -> list[str]:
    return [row.name for row in workspace.read(contacts.first_page)]


def journal(path: str) -> list[tuple[int, str, str]]:
    with door.open_workspace(path) as opened, opened.reading() as session:
        return [tuple(row) for row in session.execute(sa.text("SELECT seq, op, act FROM journal ORDER BY seq"))]


def test_a_backup_is_the_workspace_with_its_history(filled: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "kept.tandem"
    administration.backup(filled, path)
    with door.open_workspace(str(path)) as opened:
        assert people(opened) == people(filled)
        assert administration.check(opened) == []
    assert journal(str(path)) == journal(filled.url)


def test_a_backup_overwrites_nothing(filled: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "kept.tandem"
    path.write_text("mine")
    with pytest.raises(RefusedError, match="already"):
        administration.backup(filled, path)
    assert path.read_text() == "mine"
    assert list(tmp_path.glob(".*")) == []


def test_a_backup_while_others_write_is_of_one_moment(file_url: str, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with door.open_workspace(file_url) as opened:
            while not stop.is_set():
                opened.write(contacts.create, {"first_name": "n", "emails": ["n@harbor.example"]})

    thread = threading.Thread(target=write)
    thread.start()
    try:
        with door.open_workspace(file_url) as opened:
            for number in range(3):
                administration.backup(opened, tmp_path / f"{number}.tandem")
    finally:
        stop.set()
        thread.join()
    for number in range(3):
        with door.open_workspace(str(tmp_path / f"{number}.tandem")) as copy:
            assert administration.check(copy) == []
            with copy.reading() as session:
                lines, acts = session.execute(
                    sa.text("SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM contacts)")
                ).one()
            assert lines == acts


def test_restoring_takes_everybody_back(file_url: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.tandem"
    with door.open_workspace(file_url) as mine, door.open_workspace(file_url) as theirs:
        mine.write(contacts.create, {"first_name": "Ana"})
        administration.backup(mine, path)
        mine.write(contacts.create, {"first_name": "Bea"})
        heard: list[KnownError | None] = []
        stop = threading.Event()
        watcher = threading.Thread(target=theirs.watch, args=(theirs.latest(), [].append, stop, heard.append))
        watcher.start()
        try:
            stop.wait(0.5)
            administration.restore(path, file_url)
            watcher.join(30)
            assert not watcher.is_alive()
        finally:
            stop.set()
            watcher.join()
        assert isinstance(heard[-1], RestoredError)
        for opened in (mine, theirs):
            assert people(opened) == ["Ana"]
            with pytest.raises(KnownError):
                opened.write(contacts.create, {"first_name": "Lost"})
    with door.open_workspace(file_url) as again:
        again.write(contacts.create, {"first_name": "Cleo"})
        assert people(again) == ["Ana", "Cleo"]
        assert administration.check(again) == []
    # What stood there before is kept.
    (before,) = Path(file_url + ".backups").iterdir()
    with door.open_workspace(str(before)) as opened:
        assert people(opened) == ["Ana", "Bea"]


def test_restoring_where_nothing_is(file_url: str, tmp_path: Path) -> None:
    target = tmp_path / "office" / "team.tandem"
    target.parent.mkdir()
    administration.restore(Path(file_url), str(target))
    with door.open_workspace(str(target)) as opened:
        assert opened.info.company == "Harbor Coffee Co"


def test_a_damaged_or_foreign_backup_is_not_restored(file_url: str, file_template: Path, tmp_path: Path) -> None:
    before = Path(file_url).read_bytes()
    broken = tmp_path / "broken.tandem"
    broken.write_bytes(before[:200_000] + b"\x5a" * 300_000 + before[500_000:])
    with pytest.raises(DamagedError):
        administration.restore(broken, file_url)
    text = tmp_path / "text.tandem"
    text.write_text("no database at all")
    with pytest.raises(DamagedError):
        administration.restore(text, file_url)
    other = tmp_path / "other.tandem"
    door.create(str(other), "Somebody else").close()
    with pytest.raises(RefusedError, match="another workspace"):
        administration.restore(other, file_url)
    assert Path(file_url).read_bytes() == before
    del file_template


def test_a_damaged_workspace_is_replaced_by_its_backup(file_url: str, tmp_path: Path) -> None:
    path = tmp_path / "kept.tandem"
    shutil.copyfile(file_url, path)
    content = bytearray(path.read_bytes())
    content[40_000:] = b"\x5a" * (len(content) - 40_000)
    Path(file_url).write_bytes(content)
    administration.restore(path, file_url)
    with door.open_workspace(file_url) as opened:
        opened.write(contacts.create, {"first_name": "Ana"})
        assert administration.check(opened) == []


@pytest.mark.parametrize("way", ["file-server", "server-file", "server-server", "file-file"])
def test_a_copy_is_the_whole_workspace(way: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    source, _, kind = way.partition("-")
    url: str = request.getfixturevalue(f"{source}_url")
    with door.open_workspace(url) as opened:
        for name in ("Ana", "Łukasz", "木村"):
            opened.write(contacts.create, {"first_name": name, "tags": ["vip"], "city": "Faro"})
        lead = opened.write(leads.create, {"name": "First", "value": "1200.5"}).entries[0].id
        opened.write(leads.move, lead, list(opened.context().stages)[2])
    if kind == "file":
        target = str(tmp_path / "copy.tandem")
    else:
        target = request.getfixturevalue("empty_server_url")
        url = request.getfixturevalue("postgres_server").url_of(url.rpartition("/")[2]) if "://" in url else url
    counts = administration.copy(url, target)
    assert counts["contacts"] == 3
    assert counts["stays"] == 2
    with door.open_workspace(target) as copied:
        assert people(copied) == ["Ana", "Łukasz", "木村"]
        assert administration.check(copied) == []
        before = journal(url)
        assert journal(target) == before
        if copied.me is not None:
            copied.write(contacts.create, {"first_name": "New"})
            assert len(journal(target)) == len(before) + 1
            assert journal(target)[-1][0] > before[-1][0]
    with pytest.raises(RefusedError, match="already"):
        administration.copy(url, target)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ("UPDATE stays SET stage_id = 5 WHERE left_at IS NULL", "do not match the stage"),
        ("UPDATE stays SET left_at = entered_at", "no open stay"),
        ("UPDATE stays SET entered_at = left_at + 5 WHERE left_at IS NOT NULL", "end before they begin"),
        ("DELETE FROM ops", "belong to no act"),
        ("UPDATE record_keys SET record_id = 99", "lead to nothing"),
        ("DELETE FROM contacts_search_docsize WHERE id = 1", "search index"),
        ("UPDATE leads SET contact_id = 99", "belongs to something"),
    ],
)
def test_a_check_finds_what_does_not_hold_together(file_url: str, damage: str, sentence: str) -> None:
    with door.open_workspace(file_url) as opened:
        opened.write(contacts.create, {"first_name": "Ana", "emails": ["ana@harbor.example"]})
        lead = opened.write(leads.create, {"name": "First"}).entries[0].id
        opened.write(leads.move, lead, list(opened.context().stages)[1])
        assert administration.check(opened) == []
    store = FileStore(Path(file_url))
    try:
        with closing(store.connect()) as link:
            link.execute("PRAGMA foreign_keys=OFF")
            link.execute(damage)
        found = backup.check(store)
    finally:
        store.close()
    assert any(sentence in one for one in found), found


def test_old_backups_make_room(file_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "KEPT", 2)
    store = FileStore(Path(file_url))
    try:
        kept = [backup.keep(store, "daily") for _ in range(4)]
    finally:
        store.close()
    assert sorted(Path(file_url + ".backups").iterdir()) == kept[2:]


def test_a_backup_on_a_full_disk_leaves_nothing(file_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with door.open_workspace(file_url) as opened, pytest.raises(KnownError, match="full"):
        administration.backup(opened, tmp_path / "kept.tandem")
    assert list(tmp_path.glob("*kept*")) == []
    assert list(tmp_path.glob(".kept*")) == []


def test_a_kept_file_says_what_it_is(file_url: str) -> None:
    with closing(sqlite3.connect(file_url)) as link:
        assert link.execute("PRAGMA application_id").fetchone() == (0x544E444D,)
