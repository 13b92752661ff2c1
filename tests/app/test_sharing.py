"""Several processes on one workspace: all is seen, in order, and no accepted edit is lost."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import contacts, leads
from app.changes import Noticed
from app.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
EDITOR = """
import json, sys
from app import contacts, workspace
from app.errors import ConflictError
url, name, count, contact = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
accepted = []
with workspace.open_workspace(url) as opened:
    for number in range(count):
        tag = f"{name}-{number}"
        base = opened.read(contacts.detail, contact).values
        opened.write(contacts.edit, contact, {"tags": [*base["tags"], tag]}, {"tags": base["tags"]})
        accepted.append(tag)
        try:
            opened.write(contacts.edit, contact, {"city": tag}, {"city": base["city"]})
            accepted.append("city:" + tag)
        except ConflictError as error:
            assert len(set(error.fields["city"])) == 3
print(json.dumps(accepted))
"""


def started(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )


def tandem(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60
    )


@contextmanager
def watching(url: str) -> Iterator[tuple[subprocess.Popen[str], list[dict[str, object]]]]:
    process = started("-m", "app", "watch", url, "--since", "0")
    lines: list[dict[str, object]] = []

    def read() -> None:
        assert process.stdout is not None
        lines.extend(json.loads(line) for line in process.stdout)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield process, lines
    finally:
        process.terminate()
        reader.join()
        process.communicate()


def wait_for(condition: object, seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]  # a callable; the test names what it waits for
        assert time.monotonic() < end
        time.sleep(0.02)


def test_watch_prints_what_other_processes_do_in_order(workspace: Workspace, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("First name,Email\nAna,ana@a.example\nBea,bea@a.example\n", "utf-8")
    number = workspace.write(leads.create, {"name": "Ida"}).entries[0].id
    url = workspace.url
    with watching(url) as (_, lines):
        assert tandem("set", url, "lead", str(number), "city=x").returncode == 1
        assert tandem("set", url, "lead", str(number), "next_step=Call", "value=12.5").returncode == 0
        assert tandem("move", url, str(number), "Qualified").returncode == 0
        assert tandem("move", url, str(number), "Lost", "--reason", "Price").returncode == 0
        assert tandem("undo", url).returncode == 0
        assert tandem("import", url, str(people)).returncode == 0
        assert tandem("set", url, "lead", str(number), "next_step=Wait").returncode == 0
        wait_for(lambda: len(lines) >= 7)
    assert [line["act"] for line in lines] == [
        "leads.create",
        "leads.edit",
        "leads.move",
        "leads.move",
        "undo.undo",
        "import",
        "leads.edit",
    ]
    assert [line["seq"] for line in lines] == sorted({int(str(line["seq"])) for line in lines})
    fields = lines[1]["fields"]
    assert isinstance(fields, dict)
    assert fields["value"] == {"before": None, "after": "12.50"}
    moved = lines[2]["fields"]
    assert isinstance(moved, dict)
    assert moved["stage"] == {"before": "New", "after": "Qualified"}


def test_eight_processes_edit_one_contact_and_no_accepted_edit_is_lost(workspace: Workspace) -> None:
    contact = workspace.write(contacts.create, {"first_name": "Ida", "city": "Rome"}).entries[0].id
    seen: list[Noticed] = []
    stop = threading.Event()
    watcher = threading.Thread(target=workspace.watch, args=(0, seen.extend, stop))
    watcher.start()
    processes = [started("-c", EDITOR, workspace.url, f"p{number}", "6", str(contact)) for number in range(8)]
    accepted: list[str] = []
    for process in processes:
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        accepted += json.loads(out)
    values = workspace.read(contacts.detail, contact).values
    tags = [name for name in accepted if not name.startswith("city:")]
    cities = [name for name in accepted if name.startswith("city:")]
    assert len(tags) == 48
    assert set(values["tags"]) == set(tags)
    assert values["version"] == 1 + len(accepted)
    wait_for(lambda: len(seen) >= 1 + len(accepted))
    stop.set()
    watcher.join()
    written = [line.fields["city"]["after"] for line in seen[1:] if "city" in line.fields]
    assert sorted(f"city:{city}" for city in written) == sorted(cities)
    assert written[-1] == values["city"]
    # Each change of the city starts from what the one before it left: nothing was written over unseen.
    before = [line.fields["city"]["before"] for line in seen[1:] if "city" in line.fields]
    assert before == ["Rome", *written[:-1]]
    assert len({line.seq for line in seen}) == len(seen)


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
def test_a_process_killed_in_its_writes_leaves_whole_acts_only(file_workspace: Workspace) -> None:
    contact = file_workspace.write(contacts.create, {"first_name": "Ida"}).entries[0].id
    process = started("-c", EDITOR, file_workspace.url, "victim", "100000", str(contact))
    wait_for(lambda: file_workspace.read(contacts.detail, contact).values["version"] > 5)
    os.kill(process.pid, 9)
    process.communicate()
    file_workspace.write(contacts.edit, contact, {"job_title": "after"})
    with file_workspace.reading() as session:
        driver = session.connection()
        assert driver.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        lines = driver.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        ops = driver.exec_driver_sql("SELECT count(*) FROM ops").scalar_one()
    version = file_workspace.read(contacts.detail, contact).values["version"]
    assert version == lines == ops
