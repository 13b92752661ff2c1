"""What a command line means, where it has no meaning, and with which code it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import cli, faults, settings
from app.__main__ import plainly_window
from app.errors import UsageError
from tests.helpers.commands import ROOT, run


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("find w q", {"workspace": "w", "query": "q", "what": "contacts", "json": False, "as_member": None}),
        ("find q", {"workspace": None, "query": "q"}),
        ("find w --what leads q", {"workspace": "w", "query": "q", "what": "leads"}),
        ("find --what leads w q --json", {"workspace": "w", "query": "q", "what": "leads", "json": True}),
        ("find w -tag:student", {"workspace": "w", "query": "-tag:student"}),
        ("find -has:next_step", {"workspace": None, "query": "-has:next_step"}),
        ("find w --sort -created q", {"query": "q", "sort": "-created"}),
        ("find w -- --json", {"query": "--json", "json": False}),
        ("--as a@x find w q", {"as_member": "a@x", "query": "q"}),
        ("find w q --as a@x", {"as_member": "a@x", "query": "q"}),
        ("--json find w q", {"json": True}),
        ("move w 5 Lost --note -x --reason Price", {"lead": 5, "stage": "Lost", "note": "-x", "reason": "Price"}),
        ("move --reason=Price 5 Lost", {"workspace": None, "lead": 5, "stage": "Lost", "reason": "Price"}),
        ("export w -ofile.csv contacts", {"what": "contacts", "output": Path("file.csv")}),
        ("export w contacts --form xlsx -o -", {"format": "xlsx", "output": Path("-")}),
        ("set w contact 3 city=-5 --json", {"words": ["w", "contact", "3", "city=-5"], "json": True}),
        ("show w contact -5", {"id": -5}),
        ("import w f --answer a=b --answer c=d", {"answer": ["a=b", "c=d"]}),
    ],
)
def test_words_and_options_stand_in_any_order(line: str, found: dict[str, object]) -> None:
    assert cli.is_command(line.split())
    assert found.items() <= vars(cli.parsed(line.split())).items()


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", False),
        ("team.tandem", False),
        ("team.tandem --as a@x", False),
        ("--as a@x team.tandem", False),
        ("--as find", False),
        ("postgresql://u@h/d", False),
        ("find", True),
        ("--as a@x find", True),
        ("--help", True),
        ("legder team.tandem", True),
    ],
)
def test_one_word_that_is_no_command_opens_the_window(line: str, *, command: bool) -> None:
    assert cli.is_command(line.split()) is command


@pytest.mark.parametrize(
    "line",
    [
        "find",
        "find w q --bogus",
        "find w q --limit few",
        "find w q --what people",
        "show w robot 1",
        "show w contact one",
        "show w contact 99999999999999999999",
        "set w contact 99999999999999999999 city=Rome",
        "reply w 99999999999999999999 Hello",
        "inbox w --done task:99999999999999999999",
        "agreement w show --version 99999999999999999999",
        "agreement w draft --add mql:has:email --points 99999999999999999999",
        "calendar w --year 99999999999999999999",
        "inbox w --later task:1",
        "export w contacts",
        "legder w",
        "set w contact",
        "set w contact 3 city",
        "members w dance",
        "members w change",
        "meeting w summary",
        "meeting w dance",
        "report w nosuch",
        "import w f --answer x",
        "imports w extra",
    ],
)
def test_wrong_usage_is_two_and_says_so_in_one_place(
    line: str, file_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [file_url if word == "w" else word for word in line.split()]
    assert cli.run(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(("usage: tandem", "tandem: "))


@pytest.mark.parametrize(
    "line",
    [
        "find nowhere.tandem q",
        "show w contact 99",
        "set w contact 99 city=Rome",
        "move w 99 Won",
        "move w 1 Nowhere",
        "undo w",
        "redo w",
        "import w nowhere.csv",
        "import-undo w 7",
        "report w wins --from yesterday",
        "report w attribution",
        "meeting w summary --meeting 7 -o x.pdf",
        "meeting w summary -o nowhere/x.pdf",
        "export w contacts -o nowhere/x.csv",
        "export w leads --format vcf -o x.vcf",
        "export w person --format json -o x.json",
        "backup w -o nowhere/x.bak",
        "restore nowhere.bak w",
        "copy nowhere.tandem other.tandem",
        "upgrade nowhere.tandem",
        "members w remove nobody@x.example",
        "check w --as nobody@x.example",
        "new w",
        "new nowhere/x.tandem",
    ],
)
def test_a_known_error_is_one_and_one_sentence_with_what_to_do(
    line: str, file_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    words = [file_url if word == "w" else word for word in line.split()]
    assert cli.run([*words, "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("tandem: ")
    assert said.err.endswith((".\n", ".”\n", "?\n"))
    assert len(said.err.splitlines()) == 1
    assert "Error" not in said.err


def test_the_workspace_is_the_environment_s_or_the_last_one(file_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANDEM_CONFIG", str(Path(file_url).parent / "settings"))
    with pytest.raises(UsageError, match="which workspace"):
        settings.workspace(None)
    assert cli.run(["imports"]) == 2
    assert cli.run(["imports", file_url]) == 0
    assert cli.run(["imports"]) == 0
    monkeypatch.setenv("TANDEM_WORKSPACE", "other.tandem")
    assert settings.workspace(None) == "other.tandem"


def test_an_answer_in_json_stands_alone_and_in_utf_8(file_url: str) -> None:
    done = run("new", Path(file_url).with_name("ñandú.tandem"), "--company", "Łódź 🚀", "--json")
    assert json.loads(done.stdout)["company"] == "Łódź 🚀"
    assert done.stderr == ""
    assert "Łódź 🚀" in done.stdout


def test_a_reader_that_goes_away_is_no_error(file_url: str) -> None:
    command = [sys.executable, "-m", "app", "members", file_url, "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.parametrize(
    ("line", "plainly"),
    [
        ("", True),
        ("team.tandem", True),
        ("./team", True),
        ("postgresql://ann@db/team", True),
        ("find", False),
        ("import-undo", False),
        ("team", False),  # could be a command's name: whoever knows them decides
        ("--help", False),
        ("--as ann@x.example", False),
        ("find team.tandem ann", False),
    ],
)
def test_the_window_is_known_without_loading_the_commands(line: str, *, plainly: bool) -> None:
    assert plainly_window(line.split()) is plainly
    if plainly:
        assert not cli.is_command(line.split())


def test_a_fault_of_our_own_is_a_sentence_and_the_rest_is_kept(tmp_path: Path) -> None:
    code = (
        "import app.cli, app.__main__ as m\n"
        "def broken(given): raise ZeroDivisionError('secret \\ud800')\n"
        "app.cli.COMMANDS['check'] = app.cli.COMMANDS['check'].__class__('', lambda p: None, broken)\n"
        "m.main(['check'])"
    )
    for folder, kept in ((tmp_path, True), (Path("/proc/none"), False)):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
            env=os.environ | {"TANDEM_CONFIG": str(folder)},
        )
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
        assert done.stderr.startswith("tandem: Something went wrong that nobody foresaw (ZeroDivisionError).")
        assert "secret" not in done.stderr
        assert (str(folder) in done.stderr) is kept
    assert "ZeroDivisionError: secret" in (tmp_path / faults.TROUBLE).read_text("utf-8")
