"""What the parts of one printed summary share: its words, its notes on how figures are counted."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.printable import line
from app.summary_data import Summary
from app.wording import Wording

Row: TypeAlias = dict[str, Any]
Note: TypeAlias = tuple[str, str, str]  # population, clock, window

NAME, TITLE, PROSE = 80, 200, 400  # the longest names, titles and explanations; minutes themselves are never cut
CELL = 20  # the longest word that surely fits a column
UNBROKEN = 40


@dataclass(slots=True)
class Layout:
    """The words of a paper, the notes that its figures refer to, and whether a name had to be cut."""

    words: Wording
    summary: Summary
    zone: ZoneInfo | None
    counted: list[Note] = field(default_factory=list)
    cut: bool = False

    def line(self, text: str, longest: int, unbroken: int = UNBROKEN) -> str:
        """Return a printable line, and remember whether it was cut."""
        shown = line(text, longest=longest, unbroken=unbroken)
        self.cut = self.cut or (len(text) > longest and "…" in shown)
        return shown

    def local(self, at: datetime) -> datetime:
        """Return a moment in the workspace's zone, or as it is where this machine doesn't know the zone."""
        return at if self.zone is None else at.astimezone(self.zone)

    def label(self, key: str, *sections: str) -> str:
        """Return what one of these sections says for a key, or else the text itself."""
        found = (self.words.said(section, key) for section in sections)
        return self.line(next((said for said in found if said), key), TITLE)

    def mark(self, population: str, clock: str, window: str) -> str:
        """Return the number of the note that says this, "" if there is nothing to say; equal notes are one."""
        note = (
            self.line(self.words.said("population", population) or population, PROSE),
            self.line(self.words.said("clock", clock) or clock, PROSE),
            self.line(self._dates(window) or self.words.said("window", window) or window, PROSE),
        )
        if not any(note):
            return ""
        if note not in self.counted:
            self.counted.append(note)
        return str(self.counted.index(note) + 1)

    def common_window(self) -> str:
        """Return the window that most notes share, "" where no two do."""
        windows = Counter(window for *_, window in self.counted if window)
        window, times = max(windows.items(), key=lambda item: item[1], default=("", 0))
        return window if times > 1 else ""

    def notes(self) -> list[str]:
        """Return the notes as sentences; the window that most share is left for the one sentence about all."""
        common = self.common_window()
        return [
            " ".join(
                self.words.text(f"note_{name}", text=text)
                for name, text in zip(("population", "clock", "window"), note, strict=True)
                if text and not (name == "window" and text == common)
            )
            for note in self.counted
        ]

    def _dates(self, window: str) -> str | None:
        start, slash, end = window.partition("/")
        try:
            if slash:
                return self.words.days(date.fromisoformat(start), date.fromisoformat(end))
            at = datetime.fromisoformat(window)
        except ValueError:
            return None
        if at.tzinfo is None:
            return self.words.text("as_of", moment=self.words.day_short(at.date(), None))
        return self.words.text("as_of", moment=self.words.moment(self.local(at)))


def zone_of(name: str) -> ZoneInfo | None:
    """Return the zone of a name, or None if this machine doesn't know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a name that is a folder of zones
        return None
