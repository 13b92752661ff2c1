"""What the palette puts first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.fields import fold
from ui.words import matches


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the palette; a head where nothing is to be run. What has a `key` is remembered when it was used."""

    title: str
    icon: str = ""
    beside: str = ""
    run: Callable[[], None] | None = None
    key: str = ""


def at_word(text: str, typed: str) -> bool:
    """Return whether a word of a text begins with what was typed; case and accents don't matter."""
    wanted = fold(typed).strip()
    folded = fold(text)
    return bool(wanted) and any(
        folded.startswith(wanted, place)
        for place in range(len(folded))
        if place == 0 or not folded[place - 1].isalnum()
    )


def in_order(commands: Sequence[Item], typed: str, used: Sequence[str]) -> list[Item]:
    """Return the commands in which what was typed stands.

    A word that begins so comes before letters in the middle of one; among those what was `used` (the last first) comes
    before the rest, and a title that begins so before one in which a later word does.
    """
    wanted = fold(typed).strip()
    lately = {key: place for place, key in enumerate(used)}

    def place(one: Item) -> tuple[int, int, int]:
        begins = bool(wanted) and fold(one.title).startswith(wanted)
        word = at_word(one.title, typed)
        return (0 if word else 1, lately.get(one.key, len(lately)), 0 if begins else 1)

    return sorted((one for one in commands if matches(one.title, typed) is not None), key=place)
