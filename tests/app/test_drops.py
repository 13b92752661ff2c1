"""Files told apart before anything of them is taken in; what cannot be is said with its name and what to do."""

from pathlib import Path

import pytest

from app import drops
from app.drops import Sorted
from app.errors import UsageError
from app.workspace import Workspace


def test_files_are_told_apart_by_what_they_are(file_workspace: Workspace, tmp_path: Path) -> None:
    contents = {
        "list.csv": b"a,b\n1,2\n",
        "card.vcf": b"BEGIN:VCARD\nEND:VCARD\n",
        "card.txt": b"\xef\xbb\xbfBEGIN:VCARD\r\nEND:VCARD\r\n",
        "letter.EML": b"Subject: x\n\nbody",
        "letter": b"Received: from here\nSubject: x\n\nbody",
        "from.csv": b"From: a,To: b\n1,2\n",
    }
    paths = [tmp_path / name for name in contents]
    for path in paths:
        path.write_bytes(contents[path.name])
    found = file_workspace.read(drops.sort, paths)
    names = [[path.name for path in some] for some in (found.lists, found.cards, found.letters)]
    assert names == [["list.csv", "from.csv"], ["card.vcf", "card.txt"], ["letter.EML", "letter"]]
    assert found.refused == ()


def test_what_cannot_be_taken_in_is_said_one_by_one(file_workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.csv").touch()
    (tmp_path / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n....")
    (tmp_path / "film.csv").write_bytes(b"\0\0\0\x18ftypmp42....")
    names = ["folder", "empty.csv", "photo.csv", "film.csv", "gone.csv"]
    found = file_workspace.read(drops.sort, [tmp_path / name for name in names])
    codes = ["drop.folder", "drop.empty", "drop.picture", "drop.film", "drop.gone"]
    assert [one.code for one in found.refused] == codes
    assert [str(one).split()[0] for one in found.refused] == names
    assert found == Sorted(refused=found.refused)


def test_a_file_that_cannot_be_opened_is_said_to_be_held(
    file_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "in use")

    (tmp_path / "list.xlsx").write_bytes(b"PK")
    monkeypatch.setattr(Path, "open", held)
    (refused,) = file_workspace.read(drops.sort, [tmp_path / "list.xlsx"]).refused
    assert refused.code == "drop.locked"


def test_five_hundred_files_are_too_many(file_workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        file_workspace.read(drops.sort, [tmp_path / str(number) for number in range(500)])
    assert caught.value.code == "drop.many"
    assert caught.value.facts == {"count": 500, "most": drops.MOST}
