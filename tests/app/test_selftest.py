import json
import os
from pathlib import Path

import pytest

from app import selftest, settings


def _fine(folder: Path) -> object:
    (folder / "left").write_text("by the first")
    return 3


def _leans_on_the_first(folder: Path) -> object:
    return (folder / "left").read_text()


def _broken(folder: Path) -> object:
    raise OSError(f"nothing in {folder.name[:6]}")


def test_each_result_stands_under_its_name(tmp_path: Path) -> None:
    code = selftest.run({"one": _fine, "two": _leans_on_the_first}, str(tmp_path / "out.json"))
    assert code == 0
    assert json.loads((tmp_path / "out.json").read_text()) == {"one": 3, "two": "by the first"}


def test_a_failure_is_written_down_and_the_rest_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.run({"bad": _broken, "good": _fine}, None) == 1
    assert json.loads(capsys.readouterr().out) == {"bad": "FAIL OSError: nothing in tandem", "good": 3}


def test_the_persons_settings_are_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(settings.FOLDER, str(tmp_path))
    seen: list[str] = []
    selftest.run({"where": lambda _: seen.append(os.environ[settings.FOLDER])}, str(tmp_path / "out.json"))
    assert seen != [str(tmp_path)]
    assert os.environ[settings.FOLDER] == str(tmp_path)


def test_a_command_that_fails_says_so() -> None:
    with pytest.raises(selftest.SelfTestError, match="exit 1: tandem: There is no workspace"):
        selftest.command("find", "nowhere.tandem", "")
