"""People at windows of their own: each has a screen, a pointer and a keyboard, and looks for what they want by name.

The window stands in a process (`tests.helpers.desk`); what reaches it are real events of an X server, made by xdotool.
A person waits until they see what they wait for.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.helpers.screens import Screen

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = float(os.environ.get("TANDEM_STORY_PATIENCE", "90"))
_LOOK_AGAIN = 0.05
_SIZE = "1920x1080x24"
PICTURES = "TANDEM_STORY_PICTURES"
"""Names a folder for pictures of the screens as a story goes on."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something on the screen, as a screen reader finds it; `x` and `y` are its middle."""

    role: str
    name: str
    value: str
    x: int
    y: int
    is_on: bool
    is_enabled: bool
    is_seen: bool


class Person:
    """Somebody at a window."""

    def __init__(self, name: str, home: Path, url: str, as_member: str = "") -> None:
        self.name = name
        self._screen = Screen(_SIZE)
        self._shots = 0
        home.mkdir(parents=True, exist_ok=True)
        environment = os.environ | {
            "QT_QPA_PLATFORM": "xcb",
            "DISPLAY": self._screen.name,
            "TANDEM_CONFIG": str(home / "config"),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.desk", url, *([as_member] if as_member else [])],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    # Asking the window

    def ask(self, words: str) -> Any:
        """Ask the process behind the window."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def found(self, name: str, role: str = "") -> list[Thing]:
        """Return what is in sight under a name, or a part of it, those of just that name first."""
        things = [Thing(*one) for one in self.ask(f"where {name}")]
        things = [one for one in things if one.is_seen and (not role or one.role == role)]
        exact = [one for one in things if one.name.casefold() == name.casefold()]
        return exact + [one for one in things if one not in exact]

    def until(self, holds: Callable[[], Any], what: str = "") -> Any:
        """Wait until something holds, and return it."""
        end = time.monotonic() + PATIENCE
        while not (seen := holds()):
            if time.monotonic() > end:
                self.shoot("waits in vain")
                raise AssertionError(f"{self.name} waits in vain: {what}")
            time.sleep(_LOOK_AGAIN)
        return seen

    def sees(self, name: str, role: str = "") -> Thing:
        """Wait until there is something of a name, and return it."""
        found: list[Thing] = self.until(lambda: self.found(name, role), f"for {role} {name!r}")
        return found[0]

    def sees_no(self, name: str, role: str = "") -> None:
        """Wait until there is nothing of a name."""
        self.until(lambda: not self.found(name, role), f"for {role} {name!r} to go")

    def stages(self) -> dict[str, list[str]]:
        """Return the names of the cards on the board, by stage."""
        return {stage["name"]: [card[0] for card in stage["cards"]] for stage in self.ask("board")["stages"]}

    def sees_stage(self, stage: str, *names: str) -> None:
        """Wait until just these cards stand in a stage, from the top down."""
        self.until(lambda: self.stages().get(stage) == list(names), f"for {names} in {stage}")

    # Hands

    def hand(self, *words: str) -> None:
        """Move the pointer or press keys."""
        environment = os.environ | {"DISPLAY": self._screen.name}
        subprocess.run(["xdotool", *words], check=True, timeout=PATIENCE, capture_output=True, env=environment)

    def point(self, at: Thing | tuple[int, int]) -> None:
        """Move the pointer."""
        x, y = (at.x, at.y) if isinstance(at, Thing) else at
        self.hand("mousemove", str(x), str(y))

    def click(self, name: str, role: str = "", *, keys: str = "") -> None:
        """Click what has a name, perhaps with a key held down."""
        thing = self.until(lambda: next((one for one in self.found(name, role) if one.is_enabled), None), f"for {name}")
        self.click_at(thing, keys=keys)

    def click_lowest(self, name: str, role: str = "") -> None:
        """Click what stands lowest of what has a name: a dialog's button, not the one that opened it."""
        found: list[Thing] = self.until(lambda: self.found(name, role), f"for {name}")
        self.click_at(max(found, key=lambda one: one.y))

    def click_at(self, at: Thing | tuple[int, int], *, keys: str = "", button: str = "1") -> None:
        """Click a place."""
        self.point(at)
        self.hand(*(["keydown", keys] if keys else []), "click", button, *(["keyup", keys] if keys else []))

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.hand(*self._focus(), "key", "--delay", "20", *keys)

    def types(self, words: str) -> None:
        """Type words."""
        self.hand(*self._focus(), "type", "--delay", "8", words)

    def types_into(self, name: str, words: str) -> None:
        """Type words into a line, as soon as it has the keys: a dialog may be seen a moment before it does."""

        def has_keys() -> bool:
            self.hand(*self._focus())
            focused = self.ask("focus")
            return focused is not None and name in focused[1]

        self.sees(name, "EditableText")
        self.until(has_keys, f"for {name!r} to have the keys")
        self.types(words)

    def _focus(self) -> tuple[str, ...]:
        """Do what a desktop does, of which there is none: the window on top has the keys."""
        window = str(self.ask("active"))
        return "windowfocus", "--sync", window

    def tabs_to(self, name: str) -> None:
        """Press Tab until something of a name has the focus."""
        seen = []
        for _ in range(80):
            focused = self.ask("focus")
            if focused is not None and name in focused[1]:
                return
            seen.append(focused)
            self.key("Tab")
        self.shoot("tabs in vain")
        raise AssertionError(f"{self.name} never comes to {name!r}: {seen}")

    def scrolls(self, name: str, to: str) -> Thing:
        """Turn the wheel over something until something else has come into sight, and return it."""
        self.point(self.sees(name))

        def turned() -> Thing | None:
            found = self.found(to)
            if not found:
                self.hand("click", "--repeat", "5", "--delay", "5", "5")
            return found[0] if found else None

        seen: Thing = self.until(turned, f"for {to} to come")
        return seen

    def finds(self, query: str, rows: int) -> None:
        """Narrow the contacts by a query until so many are left."""
        self.key("ctrl+f", "ctrl+a")
        self.types(query)
        self.until(lambda: self.ask("rows") == rows, f"for {rows} rows of {query!r}")

    def drags(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag from one place to another and let go."""
        self.hand("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        steps = 12
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            self.hand("mousemove", str(x), str(y))
        self.hand("mouseup", "1")

    def drags_onto(self, start: tuple[int, int], stage: str) -> None:
        """Drag a card onto a stage; where that is out of sight, wait at the edge until the board has come there."""
        left, right = self.ask("board")["edges"]
        self.hand("mousemove", str(start[0]), str(start[1]), "mousedown", "1")
        for step in range(1, 7):
            self.hand("mousemove", str(start[0] + 10 * step), str(start[1] + 5 * step))
        end = time.monotonic() + PATIENCE
        wiggle = 0
        while not left + 40 < (x := self.stage(stage)[0]) < right - 40:
            assert time.monotonic() < end, f"the board never came to {stage}"
            wiggle += 1
            self.hand("mousemove", str((right if x > right - 40 else left) - 6 - wiggle % 2), str(start[1]))
            time.sleep(_LOOK_AGAIN)
        x, y = self.stage(stage)
        for step in range(3, -1, -1):
            self.hand("mousemove", str(x - 12 * step), str(y))
        self.hand("mouseup", "1")

    def card(self, name: str) -> tuple[int, int]:
        """Return where a card is."""
        return next(
            (one[1], one[2]) for stage in self.ask("board")["stages"] for one in stage["cards"] if one[0] == name
        )

    def stage(self, name: str) -> tuple[int, int]:
        """Return the middle of a stage."""
        place = next(stage["place"] for stage in self.ask("board")["stages"] if stage["name"] == name)
        return place[0], place[1]

    # Keeping and leaving

    def shoot(self, what: str) -> None:
        """Keep a picture of the screen, where one wants any."""
        folder = os.environ.get(PICTURES)
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._shots += 1
            self.ask(f"picture {folder}/{self.name}-{self._shots:02}-{what.replace(' ', '-')}.png")

    def leaves(self) -> int:
        """Close the window; return how its process ended."""
        if self._process.poll() is None:
            self.ask("close")
        return self._process.wait(PATIENCE)

    def end(self) -> None:
        """End whatever still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()
        self._screen.close()
