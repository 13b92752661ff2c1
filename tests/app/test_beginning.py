"""Before a workspace is open: trying folders out, addresses, what was open before."""

import os
from pathlib import Path

import pytest

from app import beginning, settings
from app.errors import KnownError, RefusedError, UsageError
from app.trying import try_folder
from db import trying

MOUNTS = """\
23 28 0:21 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 23 0:44 / /opt/office rw,relatime shared:2 - cifs nas:teams rw
32 23 0:45 / /opt/with\\040space rw,relatime - nfs4 nas:/x rw
33 31 0:46 / /opt/office/local rw - tmpfs tmpfs rw
"""


@pytest.fixture(autouse=True)
def _config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path / "config"))


def test_a_good_folder_is_tried_and_nothing_is_left_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "good"
    folder.mkdir()
    trial = try_folder(f' "{folder}" ')
    assert trial.problem == ""
    assert trial.milliseconds > 0
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["OneDrive - Harbor", "Dropbox", "Nextcloud"])
def test_a_folder_that_is_copied_is_refused_by_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "Tandem"
    folder.mkdir(parents=True)
    trial = try_folder(str(folder))
    assert (trial.problem, trial.service) == ("synced", name)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert try_folder(str(tmp_path / "nowhere")).problem == "missing"


def test_a_folder_that_takes_no_locks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "try_lock", lambda descriptor, offset: False)  # noqa: ARG005 - stands for a bad share
    assert try_folder(str(tmp_path)).problem == "unlocked"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the root account may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert try_folder(str(tmp_path)).problem == "unwritable"


def test_folders_of_the_network_are_told_apart() -> None:
    assert trying.is_network(Path("/opt/office/Tandem"), MOUNTS)
    assert trying.is_network(Path("/opt/with space"), MOUNTS)
    assert not trying.is_network(Path("/opt/office/local/x"), MOUNTS)
    assert not trying.is_network(Path("/var/priya"), MOUNTS)


def test_a_new_file_is_called_after_its_company_and_replaces_nothing(tmp_path: Path) -> None:
    assert beginning.free_name(tmp_path, "Harbor: Coffee/Co").name == "Harbor Coffee Co.tandem"
    (tmp_path / "Harbor.tandem").touch()
    assert beginning.free_name(tmp_path, "Harbor").name == "Harbor 2.tandem"
    assert beginning.free_name(tmp_path, "\ud800 ..").name == "Tandem.tandem"
    assert len(beginning.free_name(tmp_path, "x" * 50_000).name) < 80


def test_an_address_takes_login_and_password_and_gives_the_password_back_to_nobody() -> None:
    url = beginning.signed_in("localhost:5433/tandem", "priya", "p@ss:w/rd")
    assert url == "postgresql://priya:p%40ss%3Aw%2Frd@localhost:5433/tandem"
    assert beginning.without_password(url) == "postgresql://priya@localhost:5433/tandem"
    assert beginning.login_of(url) == "priya"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("postgresql://db.example", UsageError),
        ("mysql://db.example/x", UsageError),
        ("postgresql://db.example:nought/x", UsageError),
        ("postgresql://db.example/x?sslmode=disable", RefusedError),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_in_words(address: str, kind: type[KnownError]) -> None:
    with pytest.raises(kind):
        beginning.signed_in(address, "priya", "secret")


def test_what_was_open_before_is_kept_without_passwords(tmp_path: Path) -> None:
    beginning.remember("postgresql://priya:secret@db.example/tandem", "Harbor")
    beginning.remember("/var/a.tandem", "Acme")
    assert [(one.url, one.company) for one in beginning.recent()] == [
        ("/var/a.tandem", "Acme"),
        ("postgresql://priya@db.example/tandem", "Harbor"),
    ]
    assert "secret" not in (tmp_path / "config" / "settings.json").read_text()
    beginning.forget("/var/a.tandem")
    assert len(beginning.recent()) == 1


def test_garbled_settings_are_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text('{"recent": [1, {"url": 3}, "x"], "last_workspace": 7}')
    assert list(beginning.recent()) == []


def test_what_was_typed_is_a_place() -> None:
    assert beginning.place_of(' "/var/a.tandem" ') == "/var/a.tandem"
    assert beginning.place_of("file:///var/a%20b.tandem") == "/var/a b.tandem"
    assert beginning.place_of("file://office/teams/a%20b.tandem") == "//office/teams/a b.tandem"
    assert beginning.place_of("postgresql://db/x") == "postgresql://db/x"
    assert beginning.place_of(r"C:\files\a.tandem") == r"C:\files\a.tandem"
    with pytest.raises(UsageError):
        beginning.place_of("https://example.org/x")
