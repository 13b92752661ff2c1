"""Files and folders that are not as they should be: each its own sentence, exit 1, nothing lost, no traceback."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app import contacts
from app import workspace as door
from app.errors import DamagedError, KnownError, NotFoundError, ReadOnlyError, RefusedError, UsageError
from db import places

ROOT = Path(__file__).resolve().parents[2]


def said(*arguments: str) -> str:
    """Run a command that must fail with one sentence, and return the sentence."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *arguments], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60
    )
    assert done.returncode == 1, done
    assert done.stdout == ""
    assert done.stderr.startswith("tandem: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_nothing_there(tmp_path: Path) -> None:
    assert "There is no workspace" in said("find", str(tmp_path / "no.tandem"), "x")
    with pytest.raises(NotFoundError):
        door.open_workspace(str(tmp_path))
    assert not (tmp_path / "no.tandem").exists()


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"PK\x03\x04" * 500])
def test_no_workspace(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.tandem"
    path.write_bytes(content)
    assert "is not a Tandem workspace" in said("find", str(path), "x")
    assert path.read_bytes() == content


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "x.tandem"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
    connection.close()
    assert "is not a Tandem workspace" in said("find", str(path), "x")


def test_damaged(file_url: str) -> None:
    path = Path(file_url)
    with door.open_workspace(file_url) as opened:
        for number in range(200):
            opened.write(contacts.create, {"first_name": f"n{number}", "city": "x" * 500})
    content = bytearray(path.read_bytes())
    content[40_000:] = os.urandom(len(content) - 40_000)
    path.write_bytes(content)
    with pytest.raises(DamagedError, match="damaged"), door.open_workspace(file_url) as opened:
        opened.read(contacts.first_page)
        opened.write(contacts.create, {"first_name": "late"})


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_read_only_file(file_url: str) -> None:
    Path(file_url).chmod(0o444)
    with door.open_workspace(file_url) as opened, pytest.raises(ReadOnlyError):
        opened.write(contacts.create, {"first_name": "n"})


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a small disk of its own")
def test_a_full_disk_loses_nothing(file_template: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        shutil.copyfile(file_template, disk / "team.tandem")
        done = []
        with door.open_workspace(str(disk / "team.tandem")) as opened:
            with pytest.raises(KnownError, match="full"):
                for number in range(200):
                    opened.write(contacts.create, {"first_name": f"n{number}", "street": "x" * 40_000})
                    done.append(number)
            with opened.reading() as session:
                driver = session.connection()
                assert driver.exec_driver_sql("SELECT count(*) FROM contacts").scalar_one() == len(done)
                assert driver.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)
            opened.write(contacts.create, {"first_name": "after"})
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_synced_folder_is_refused(tmp_path: Path, file_template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("OneDrive - Harbor", "Dropbox", "Google Drive", "CloudStorage"):
        place = tmp_path / folder / "team.tandem"
        place.parent.mkdir()
        shutil.copyfile(file_template, place)
        with pytest.raises(RefusedError, match="shared folder"):
            door.open_workspace(str(place))
    marked = tmp_path / "plain" / "team.tandem"
    marked.parent.mkdir()
    places.check(marked)
    (tmp_path / "plain" / ".stfolder").mkdir()
    with pytest.raises(RefusedError, match="stfolder"):
        places.check(marked)
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "elsewhere"))
    with pytest.raises(RefusedError, match="OneDrive"):
        places.check(tmp_path / "elsewhere" / "deep" / "team.tandem")


def test_conflict_copies_and_foreign_journals_are_refused(file_url: str) -> None:
    path = Path(file_url)
    copy = path.with_name("team (Tom's conflicted copy 2026-11-23).tandem")
    copy.write_bytes(b"")
    with pytest.raises(RefusedError, match="second copy"):
        door.open_workspace(file_url)
    copy.unlink()
    path.with_name(path.name + "-wal").write_bytes(b"")
    with pytest.raises(RefusedError, match="Another program"):
        door.open_workspace(file_url)


def test_making_one_where_something_stands(file_url: str) -> None:
    before = Path(file_url).read_bytes()
    assert "already" in said("new", file_url)
    assert Path(file_url).read_bytes() == before
    with pytest.raises(UsageError, match="time zone"):
        door.create(file_url + "2", timezone="Mars/Olympus")
    with pytest.raises(UsageError, match="currency"):
        door.create(file_url + "2", currency="EURO")
    assert not Path(file_url + "2").exists()


def test_a_server_that_is_away(tmp_path: Path) -> None:
    del tmp_path
    sentence = said("find", "postgresql://ada:secret@127.0.0.1:9/team", "x")
    assert "cannot be reached" in sentence
    assert "secret" not in sentence
