"""Two windows, two processes, one workspace: what a hand does in one is seen in the other."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app import contacts, leads
from app.administration import add_member
from app.workspace import Workspace, open_workspace
from tests.helpers.workspaces import add_login

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("screen")]


class Seat:
    """Somebody at a window in a process."""

    def __init__(self, home: Path, *who: str) -> None:
        environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "TANDEM_CONFIG": str(home)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.desk", *who],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, words: str) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def board(self) -> dict[str, list[str]]:
        return {stage["name"]: [card[0] for card in stage["cards"]] for stage in self.ask("board")["stages"]}

    def counts(self) -> dict[str, int]:
        return {stage["name"]: stage["count"] for stage in self.ask("board")["stages"]}

    def waits_for(self, holds: Callable[[dict[str, list[str]]], bool]) -> dict[str, list[str]]:
        end = time.monotonic() + PATIENCE
        while not holds(seen := self.board()):
            assert time.monotonic() < end, seen
            time.sleep(0.05)
        return seen

    def comes_forward(self) -> None:
        window = str(self.ask("board")["window"])
        hand("windowraise", window, "windowfocus", "--sync", window)

    def card(self, name: str) -> tuple[int, int]:
        return next(
            (card[1], card[2]) for stage in self.ask("board")["stages"] for card in stage["cards"] if card[0] == name
        )

    def stage(self, name: str) -> tuple[int, int]:
        found = next(stage["place"] for stage in self.ask("board")["stages"] if stage["name"] == name)
        return found[0], found[1]

    def leaves(self) -> None:
        if self.process.poll() is None:
            self.ask("close")
        assert self.process.wait(PATIENCE) == 0


def hand(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=30, capture_output=True)


def drag(start: tuple[int, int], end: tuple[int, int], *, drop: bool = True) -> None:
    hand("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
    steps = 12
    for step in range(1, steps + 1):
        x = start[0] + (end[0] - start[0]) * step // steps
        y = start[1] + (end[1] - start[1]) * step // steps
        hand("mousemove", str(x), str(y))
        time.sleep(0.03)
    time.sleep(0.15)
    if drop:
        hand("mouseup", "1")


def has(stage: str, *names: str) -> Callable[[dict[str, list[str]]], bool]:
    return lambda board: board.get(stage) == list(names)


@pytest.fixture
def seats(url: str, screen: None, tmp_path: Path) -> Iterator[tuple[Seat, Seat]]:
    del screen
    with open_workspace(url) as workspace:
        for name in ("Cy", "Bo", "Al"):  # each on top of the one before
            workspace.write(leads.create, {"name": name, "value": "1000"})
        workspace.write(leads.create, {"name": "Di"}, stage=workspace.context().stage("Qualified").id)
        if workspace.store.stamps:
            colleague = [add_login(url, "Eve")]
        else:
            add_member(workspace, name="Eve", email="eve@harbor.example", team="sales", role="member")
            colleague = [url, "eve@harbor.example"]
    both = Seat(tmp_path / "one", url), Seat(tmp_path / "two", *colleague)
    try:
        for seat in both:
            seat.waits_for(has("New", "Al", "Bo", "Cy"))
        yield both
    finally:
        hand("mouseup", "1")
        for seat in both:
            if seat.process.poll() is None:
                seat.process.kill()
                seat.process.wait()
            for pipe in (seat.process.stdin, seat.process.stdout):
                assert pipe is not None
                pipe.close()


def test_a_card_dragged_in_one_window_moves_in_the_other_and_undo_puts_it_back(seats: tuple[Seat, Seat]) -> None:
    mine, theirs = seats
    mine.comes_forward()
    drag(mine.card("Bo"), mine.stage("Nurturing"))
    assert mine.waits_for(has("Nurturing", "Bo"))["New"] == ["Al", "Cy"]
    seen = theirs.waits_for(has("Nurturing", "Bo"))
    assert seen["New"] == ["Al", "Cy"]
    assert theirs.counts()["Nurturing"] == 1
    # Below another card, by the colleague's hand: between others it lands where the line was.
    theirs.comes_forward()
    x, y = theirs.card("Di")
    drag(theirs.card("Cy"), (x, y + 40))
    theirs.waits_for(has("Qualified", "Di", "Cy"))
    mine.waits_for(has("Qualified", "Di", "Cy"))
    # Ctrl+Z takes back what I did, not what the colleague did.
    mine.comes_forward()
    hand("key", "ctrl+z")
    for seat in (mine, theirs):
        board = seat.waits_for(has("New", "Al", "Bo"))
        assert board["Nurturing"] == []
        assert board["Qualified"] == ["Di", "Cy"]
    hand("key", "ctrl+shift+z")
    for seat in (mine, theirs):
        seat.waits_for(has("Nurturing", "Bo"))
    for seat in seats:
        seat.leaves()


def test_esc_puts_a_lifted_card_back(seats: tuple[Seat, Seat], url: str) -> None:
    mine, _ = seats
    mine.comes_forward()
    before = mine.board()
    drag(mine.card("Bo"), mine.stage("Qualified"), drop=False)
    hand("key", "Escape")
    time.sleep(0.2)
    hand("mouseup", "1")
    time.sleep(0.3)
    assert mine.board() == before
    with open_workspace(url) as workspace:
        assert stages_of(workspace)["Bo"] == "New"
    for seat in seats:
        seat.leaves()


def stages_of(workspace: Workspace) -> dict[str, str]:
    return {card.name: one.stage.name for one in workspace.read(leads.board).columns for card in one.cards}


def test_who_has_a_record_open_is_seen_by_the_other(seats: tuple[Seat, Seat], url: str) -> None:
    with open_workspace(url) as workspace:
        workspace.write(contacts.create, {"first_name": "Ann"})
    mine, theirs = seats
    theirs.ask("go contacts")
    for place, ends in (("contacts", "Eve has this open"), ("board", "")):
        mine.ask(f"go {place}")
        seen_by(mine, ends)
    # A card that is opened shows it as well, and is read aloud with it; what is out of sight is open no more.
    theirs.ask("go board")
    theirs.comes_forward()
    x, y = theirs.card("Bo")
    hand("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "60", "1")
    assert seen_by(mine, "Eve has this open").startswith("Bo")
    theirs.ask("go goals")
    seen_by(mine, "")
    theirs.ask("go board")
    seen_by(mine, "Eve has this open")
    theirs.leaves()
    seen_by(mine, "")


def seen_by(seat: Seat, said: str) -> str:
    """Wait until something in a window says this of who has it open, or nothing does; return what says so."""
    end = time.monotonic() + PATIENCE
    while True:
        found = [line[1] for line in seat.ask("where has this open")]
        if any(one.endswith(said) for one in found) if said else not found:
            return next(iter(found), "")
        assert time.monotonic() < end, found
        time.sleep(0.2)
