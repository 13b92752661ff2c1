"""How files are named to their engine."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from db.places import uri


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (PureWindowsPath(r"\\server\teams\a b.tandem"), "file:////server/teams/a%20b.tandem?mode=rw"),
        (PureWindowsPath(r"S:\teams\a#b.tandem"), "file:///S:/teams/a%23b.tandem?mode=rw"),
        (PurePosixPath("/var/teams/ñ?.tandem"), "file:///var/teams/%C3%B1%3F.tandem?mode=rw"),
    ],
)
def test_a_file_is_named_wherever_it_lies(path: PureWindowsPath | PurePosixPath, told: str) -> None:
    assert uri(path, "rw") == told


def test_the_engine_takes_a_computer_in_the_path_but_not_as_a_host() -> None:
    """On a share named by its computer, nothing could be opened: the engine refused the address."""
    share = PureWindowsPath(r"\\server\teams\a.tandem")
    with pytest.raises(sqlite3.OperationalError, match="invalid uri authority"):
        sqlite3.connect(f"{share.as_uri()}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):  # there is no such file, but it is looked for
        sqlite3.connect(uri(share, "ro"), uri=True)


def test_a_name_with_signs_of_an_address_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "a#b?c%20 ñ.tandem"
    with closing(sqlite3.connect(uri(path, "rwc"), uri=True)) as made:
        made.execute("CREATE TABLE one (id INTEGER)")
    assert path.is_file()
