"""The commands of whoever looks after a workspace, as processes."""

import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from app import contacts, leads
from app import workspace as door
from db.base import SCHEMA
from tests.helpers.commands import LIMIT, ROOT, asked, run

PASSWORD = "a long phrase of Tom's"


def person(url: str, name: str = "Ida") -> int:
    with door.open_workspace(url) as made:
        return made.write(contacts.create, {"first_name": name}).entries[0].id


def with_password(*words: str, password: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "app", *words, "--password-stdin"],
        input=password + "\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=LIMIT,
    )
    assert done.returncode == code, done
    return done


@pytest.mark.parametrize("engine", ["file", "server"])
def test_a_new_workspace_says_what_it_is_and_is_made_once(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = str(tmp_path / "team.tandem") if engine == "file" else request.getfixturevalue("empty_server_url")
    words = ("--company", "Freude GmbH", "--timezone", "Europe/Berlin", "--currency", "chf", "--member", "Ida")
    made = asked("new", url, *words)
    assert made | {"uuid": ""} == {
        "workspace": url,
        "uuid": "",
        "company": "Freude GmbH",
        "timezone": "Europe/Berlin",
        "currency": "CHF",
    }
    assert len(made["uuid"]) == 32
    (first,) = asked("members", url, "list")
    assert (first["name"], first["role"], first["team"], first["active"]) == ("Ida", "admin", "both", True)
    assert run("new", url, code=1).stderr.startswith("tandem: ")
    assert asked("check", url) == {"ok": True, "findings": []}


def test_the_sample_is_whole_and_has_what_was_promised(tmp_path: Path) -> None:
    url = tmp_path / "sample.tandem"
    asked("new", url, "--sample")
    assert asked("find", url, "", "--count")["count"] == 1200
    assert asked("find", url, "", "--count", "--what", "leads")["count"] == 300
    assert asked("check", url)["ok"]
    assert run("undo", url, code=1).stderr == "tandem: There is nothing to undo.\n"


def test_members_come_change_and_go_but_never_the_last_admin(file_url: str) -> None:
    added = asked("members", file_url, "add", "--name", "Tom", "--email", "tom@x.example", "--team", "sales")
    tom = next(one for one in added if one["name"] == "Tom")
    assert tom == {
        "id": 2,
        "name": "Tom",
        "email": "tom@x.example",
        "login": "",
        "team": "sales",
        "role": "member",
        "active": True,
        "away": [],
    }
    changed = asked("members", file_url, "change", "tom@x.example", "--role", "lead", "--name", "Tom B")
    assert [(one["name"], one["role"]) for one in changed if one["id"] == 2] == [("Tom B", "lead")]
    assert "tom@x.example" in run("members", file_url, "list").stdout
    for words in (("remove", "ada@harbor.example"), ("change", "ada@harbor.example", "--role", "member")):
        assert "admin" in run("members", file_url, *words, code=1).stderr
    gone = asked("members", file_url, "remove", "Tom B")
    assert [one["active"] for one in gone if one["id"] == 2] == [False]
    assert "admin" in run("--as", "tom@x.example", "members", file_url, "add", "--name", "Eve", code=1).stderr


def test_who_was_removed_may_look_and_change_nothing(file_url: str, tmp_path: Path) -> None:
    def journal() -> str:
        run("export", file_url, "journal", "--format", "csv", "-o", tmp_path / "journal.csv")
        return (tmp_path / "journal.csv").read_text("utf-8")

    run("members", file_url, "add", "--name", "Sue", "--email", "sue@harbor.example", "--team", "sales")
    with door.open_workspace(file_url) as made:
        lead = made.write(leads.create, {"name": "Ida"}).entries[0].id
    run("members", file_url, "remove", "sue@harbor.example")
    before = journal()
    for words in (
        ("set", file_url, "lead", lead, "name=Other"),
        ("note", file_url, "lead", lead, "Called"),
        ("handoff", file_url, lead),
        ("move", file_url, lead, "Qualified"),
        ("agreement", file_url, "draft", "--set", "mql_points=45"),
        ("members", file_url, "change", "sue@harbor.example", "--team", "both"),
        ("vote", file_url, 1, "yes"),
    ):
        refused = run(*words, "--as", "sue@harbor.example", code=1)
        assert "Sue is no active member of this workspace" in refused.stderr
        assert "Ask an admin: Ada Admin." in refused.stderr
    assert "Ida" in run("find", file_url, "", "--what", "leads", "--as", "sue@harbor.example").stdout
    assert journal() == before


def test_a_member_of_a_server_gets_a_login_that_ends_with_them(server_url: str) -> None:
    parts = urlsplit(server_url)
    login = f"tom_{parts.path.strip('/')}"
    words = ("members", server_url, "add", "--name", "Tom", "--email", "tom@x.example", "--team", "sales")
    assert "--login" in run(*words, code=1).stderr
    with_password(*words, "--login", login, password=PASSWORD)
    tom = parts._replace(netloc=f"{login}:{quote(PASSWORD)}@{parts.hostname}:{parts.port}").geturl()
    number = person(tom)
    assert asked("show", server_url, "contact", number)["timeline"][0]["who"] == "Tom"
    assert "admin" in run("members", tom, "remove", "ada@harbor.example", code=1).stderr
    run("members", server_url, "remove", "tom@x.example")
    assert run("find", tom, "", code=1).stderr.startswith("tandem: ")


def test_a_backup_is_put_back_by_other_processes(url: str, tmp_path: Path) -> None:
    kept = person(url)
    assert asked("backup", url, "-o", tmp_path / "one.tandem") == {"file": str(tmp_path / "one.tandem")}
    person(url, "Later")
    assert "already" in run("backup", url, "-o", tmp_path / "one.tandem", code=1).stderr
    target = str(tmp_path / "back.tandem")
    assert asked("restore", tmp_path / "one.tandem", target) == {"workspace": target}
    found = asked("find", target, "")
    assert [row["id"] for row in found["rows"]] == [kept]
    if not url.startswith("postgresql"):
        run("restore", tmp_path / "one.tandem", url)
        assert asked("find", url, "", "--count")["count"] == 1
    (tmp_path / "torn.tandem").write_bytes((tmp_path / "one.tandem").read_bytes()[:20_000])
    assert "restore" not in run("restore", tmp_path / "torn.tandem", target, code=1).stdout
    assert asked("check", target)["ok"]


@pytest.mark.parametrize("way", ["file to server", "server to file"])
def test_a_copy_moves_a_whole_workspace(way: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if way == "file to server":
        source, target = (request.getfixturevalue(name) for name in ("file_url", "empty_server_url"))
    else:
        source, target = request.getfixturevalue("server_url"), str(tmp_path / "copy.tandem")
    number = person(source)
    run("set", source, "contact", number, "city=Rome")
    tables = asked("copy", source, target)["tables"]
    assert (tables["contacts"], tables["journal"]) == (1, 2)
    shown = asked("show", target, "contact", number)
    assert (shown["city"], [one["what"] for one in shown["timeline"]]) == ("Rome", ["contacts.edit", "contacts.create"])
    assert asked("check", target)["ok"]
    run("copy", source, target, code=1)


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(file_url: str) -> None:
    before = Path(file_url).read_bytes()
    answer = asked("upgrade", file_url)
    assert answer["before"] == answer["after"] == SCHEMA
    assert "up to date" in run("upgrade", file_url).stdout
    assert Path(file_url).read_bytes() == before


def test_watching_ends_when_it_is_told_to(url: str) -> None:
    command = [sys.executable, "-m", "app", "watch", url, "--since", "0"]
    person(url)
    # A run in the background may have been told to ignore Ctrl+C; what it starts would inherit that.
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - no threads of ours
    ) as process:
        assert process.stdout is not None
        assert '"contacts.create"' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    assert (process.returncode, said) == (0, "")
