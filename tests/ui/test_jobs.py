"""Background work: answers on the window's thread, writes in order, the newest read wins, saves that wait."""

import gc
import threading
import time
from typing import Any

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app import contacts, records
from app.changes import Change
from app.errors import KnownError, RefusedError, UnreachableError
from app.fields import CONTACT
from app.workspace import Workspace
from ui.jobs import READERS, Jobs


def test_answers_come_back_on_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[str, Any]] = []

    def take(result: Any) -> None:
        seen.append((threading.current_thread().name, result))

    jobs.read(contacts.first_page, done=take)
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=10_000)
    jobs.write(contacts.create, {"first_name": "Ida"}, done=take)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=10_000)
    assert {name for name, _ in seen} == {threading.main_thread().name}
    assert seen[0][1] == []
    assert seen[1][1].subject == "Ida"


def test_a_read_that_stands_behind_gives_the_same_answer(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[Any] = []
    jobs.write(contacts.create, {"first_name": "Ida"})
    qtbot.waitUntil(lambda: jobs.unsaved == 0, timeout=10_000)
    for behind in (False, True):
        jobs.read(contacts.first_page, done=seen.append, behind=behind)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=10_000)
    assert seen[0] == seen[1] != []


def test_saves_keep_their_order_and_tell_everybody(jobs: Jobs, workspace: Workspace, qtbot: QtBot) -> None:
    changes: list[Change] = []
    states: list[int] = []
    jobs.changed.connect(changes.append)
    jobs.saving.connect(lambda saves, _: states.append(saves))
    for number in range(5):
        jobs.write(contacts.create, {"first_name": f"N{number}"})
    assert jobs.unsaved == 5
    qtbot.waitUntil(lambda: jobs.unsaved == 0, timeout=10_000)
    assert [change.subject for change in changes] == ["N0", "N1", "N2", "N3", "N4"]
    assert all(change.own for change in changes)
    assert states[:5] == [1, 2, 3, 4, 5]
    assert states[-1] == 0
    assert len(workspace.read(contacts.ids)) == 5


def test_of_reads_with_one_key_only_the_newest_is_answered(file_jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[int] = []

    def slow(session: Any, number: int) -> int:
        del session
        gate.wait(5)
        return number

    for number in range(20):
        file_jobs.read(slow, number, done=seen.append, key="one")
    others: list[int] = []
    file_jobs.read(slow, 99, done=others.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(seen) and bool(others), timeout=10_000)
    qtbot.wait(50)
    assert seen == [19]
    assert others == [99]


def test_what_nobody_waits_for_stands_behind_what_somebody_waits_for(file_jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    under_way = threading.Semaphore(0)
    seen: list[str] = []

    def slow(session: Any, name: str) -> str:
        del session
        under_way.release()
        gate.wait(10)
        return name

    def quick(session: Any) -> str:
        del session
        return "quick"

    for number in range(READERS + 2):
        file_jobs.read(slow, f"slow {number}", done=seen.append, behind=True)
    assert under_way.acquire(timeout=10)
    file_jobs.read(quick, done=seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert seen == ["quick"]
    assert not gate.is_set()
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == READERS + 3, timeout=10_000)
    assert set(seen[1:]) == {f"slow {number}" for number in range(READERS + 2)}
    assert file_jobs.is_idle


def test_a_long_read_that_nobody_wants_any_more_ends(file_jobs: Jobs, qtbot: QtBot) -> None:
    begun = threading.Semaphore(0)
    seen: list[Any] = []

    def endless(session: Any) -> int:
        connection = session.connection()
        # Told from within the statement: one that has not begun cannot be ended.
        connection.connection.driver_connection.create_function("begun", 0, begun.release)
        numbers = "WITH RECURSIVE n(x) AS (SELECT begun() UNION ALL SELECT x FROM n) SELECT count(*) FROM n"
        return int(connection.exec_driver_sql(numbers).scalar_one())

    def quick(session: Any) -> int:
        return len(contacts.ids(session))

    for _ in range(2):
        file_jobs.read(endless, done=seen.append, failed=seen.append, key="ids", behind=True)
        assert begun.acquire(timeout=10)
    file_jobs.read(quick, done=seen.append, key="ids", behind=True)
    qtbot.waitUntil(lambda: file_jobs.is_idle, timeout=10_000)
    assert seen == [0]
    file_jobs.read(endless, done=seen.append, failed=seen.append, key="ids", behind=True)
    assert begun.acquire(timeout=10)
    file_jobs.drop("ids")
    qtbot.waitUntil(lambda: file_jobs.is_idle, timeout=10_000)
    file_jobs.read(endless, done=seen.append, failed=seen.append, key="ids", behind=True)
    assert begun.acquire(timeout=10)
    file_jobs.close()
    assert seen == [0]


def test_a_known_error_goes_to_who_asked_or_to_all(file_jobs: Jobs, qtbot: QtBot) -> None:
    mine: list[KnownError] = []
    alls: list[KnownError] = []
    file_jobs.refused.connect(alls.append)
    file_jobs.read(contacts.detail, 7, done=pytest.fail, failed=mine.append)
    file_jobs.write(contacts.edit, 8, {"city": "Rome"})
    qtbot.waitUntil(lambda: bool(mine) and bool(alls), timeout=10_000)
    assert "contact 7" in str(mine[0])
    assert "contact 8" in str(alls[0])
    assert file_jobs.unsaved == 0


def test_an_unknown_error_is_told_to_the_hook_and_to_who_asked(file_jobs: Jobs, qtbot: QtBot) -> None:
    def broken(session: Any) -> None:
        del session
        raise ZeroDivisionError

    told: list[KnownError] = []
    with capture_exceptions() as caught:
        file_jobs.write(broken, failed=told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert [one[0] for one in caught] == [ZeroDivisionError]
    assert file_jobs.unsaved == 0


def test_a_save_waits_for_the_connection_and_is_made_once(
    file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = threading.Event()
    away.set()
    ops: list[str] = []
    real = file_workspace.write

    def write(service: Any, *args: Any, op: str, **kwargs: Any) -> Change:
        ops.append(op)
        change = real(service, *args, op=op, **kwargs)
        if away.is_set():  # the answer is what got lost, not the save
            raise UnreachableError("The server does not answer.")
        return change

    monkeypatch.setattr(file_workspace, "write", write)
    states: list[tuple[int, bool]] = []
    changes: list[Change] = []
    file_jobs.saving.connect(lambda saves, waiting: states.append((saves, waiting)))
    file_jobs.changed.connect(changes.append)
    file_jobs.write(contacts.create, {"first_name": "Ida"})
    qtbot.waitUntil(lambda: (1, True) in states, timeout=10_000)
    assert file_jobs.is_waiting
    assert not changes
    away.clear()
    file_jobs.retry()
    qtbot.waitUntil(lambda: states[-1] == (0, False), timeout=10_000)
    assert len(set(ops)) == 1 < len(ops)
    assert [change.subject for change in changes] == ["Ida"]
    assert len(file_workspace.read(contacts.ids)) == 1


def test_closing_lets_saves_end_and_gives_up_what_waits(file_jobs: Jobs, file_workspace: Workspace) -> None:
    for number in range(20):
        file_jobs.write(contacts.create, {"first_name": f"N{number}"})
    file_jobs.close()
    assert len(file_workspace.read(contacts.ids)) == 20
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("tandem-")]
    file_jobs.write(contacts.create, {"first_name": "late"})
    assert len(file_workspace.read(contacts.ids)) == 20


def test_closing_does_not_wait_for_a_server_that_is_away(
    file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*args: Any, **kwargs: Any) -> Change:
        del args, kwargs
        raise UnreachableError("The server does not answer.")

    monkeypatch.setattr(file_workspace, "write", write)
    file_jobs.write(contacts.create, {"first_name": "Ida"})
    qtbot.waitUntil(lambda: file_jobs.is_waiting, timeout=10_000)
    began = time.monotonic()
    file_jobs.close()
    assert time.monotonic() - began < 5


def test_a_refusal_leaves_the_next_save_alone(file_jobs: Jobs, file_workspace: Workspace, qtbot: QtBot) -> None:
    def refused(session: Any) -> None:
        records.create(session, CONTACT, {"first_name": "Never"})
        raise RefusedError("No.")

    errors: list[KnownError] = []
    file_jobs.write(refused, failed=errors.append)
    file_jobs.write(contacts.create, {"first_name": "Ida"})
    qtbot.waitUntil(lambda: file_jobs.unsaved == 0, timeout=10_000)
    assert [str(error) for error in errors] == ["No."]
    assert [row.name for row in file_workspace.read(contacts.first_page)] == ["Ida"]


def test_garbage_is_collected_on_the_windows_thread_alone(file_jobs: Jobs, qtbot: QtBot) -> None:
    """In another thread it would take windows apart while Qt holds a lock that the window's thread waits for."""
    seen: set[str] = set()

    def note(phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            seen.add(threading.current_thread().name)

    def litter(session: Any) -> int:
        del session
        for _ in range(20_000):
            circle: list[Any] = []
            circle.append(circle)
        return 0

    done: list[int] = []
    gc.callbacks.append(note)
    try:
        for behind in (False, True):
            file_jobs.read(litter, done=done.append, behind=behind)
        qtbot.waitUntil(lambda: len(done) == 2 and bool(seen), timeout=10_000)
    finally:
        gc.callbacks.remove(note)
    assert seen == {threading.main_thread().name}
    file_jobs.close()
    assert gc.isenabled()


def test_all_garbage_is_looked_through_when_nobody_waits(
    file_jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes long, and nothing is painted meanwhile."""
    gate = threading.Event()
    collected: list[int] = []
    monkeypatch.setattr("ui.collecting.gc.collect", collected.append)
    monkeypatch.setattr("ui.collecting.gc.get_count", lambda: (0, 99, 11))
    file_jobs.read(lambda _: gate.wait(10), done=collected.append)
    qtbot.waitUntil(lambda: len(collected) == 2, timeout=10_000)
    assert collected == [1, 1]
    gate.set()
    qtbot.waitUntil(lambda: 2 in collected, timeout=10_000)
