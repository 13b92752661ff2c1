"""The user guide: chapters of text in the order of their table of contents, found by words in them."""

import re
from dataclasses import dataclass
from pathlib import Path

from app.wording import Language
from db.folding import fold

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "guide"
CONTENTS = "README.md"
_LINK = re.compile(r"^\s*[-*]\s+\[([^\]]+)\]\(([\w-]+\.md)\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its name in links, its title, its text in Markdown."""

    name: str
    title: str
    text: str


def chapters(language: Language, folder: Path = FOLDER) -> tuple[Chapter, ...]:
    """Return the chapters in order; one that is not there in a language stands in English."""
    own = folder if language == "en" else folder / language
    contents = own / CONTENTS if (own / CONTENTS).is_file() else folder / CONTENTS
    if not contents.is_file():
        return ()
    found = []
    for title, name in _LINK.findall(contents.read_text("utf-8")):
        place = own / name if (own / name).is_file() else folder / name
        if place.is_file():
            found.append(Chapter(name, title, place.read_text("utf-8")))
    return tuple(found)


def meeting(found: tuple[Chapter, ...], words: str) -> tuple[Chapter, ...]:
    """Return the chapters in which every word stands, whatever its case and accents; all of them without words."""
    wanted = fold(words).split()
    return tuple(one for one in found if all(word in fold(f"{one.title} {one.text}") for word in wanted))
