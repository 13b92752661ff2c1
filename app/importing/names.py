"""Whether two rows that share an e-mail can be one person.

The rule: they are, unless both have a first name (or a full name) and neither name shares a word with the other, is
the other's initial, or is one typing error away from it. A shared mailbox of two people is asked about, never merged.
"""

import re

from app.fields import fold

_WORD = re.compile(r"[^\s,.;]+")
_LONG_ENOUGH = 4


def words(name: str) -> list[str]:
    """Return a name's words, folded."""
    return _WORD.findall(fold(name))


def same_person(first: str, full: str, other_first: str, other_full: str) -> bool:
    """Return whether two names can belong to one person.

    Args:
        first: the first name, "" where only a full name is known.
        full: the full name, "" where there is none.
        other_first: the other's first name.
        other_full: the other's full name.
    """
    if first == other_first and first:
        return True
    mine, theirs = words(first or full), words(other_first or other_full)
    if not mine or not theirs:
        return True
    if first and other_first:
        return _alike(mine, theirs)
    # Where one side has only a full name, its order is unknown: the first word of each decides, wherever it stands
    # in the other ("Wei Zhang" and "Zhang Wei" are one).
    all_mine, all_theirs = {*mine, *words(full)}, {*theirs, *words(other_full)}
    if not all_mine or not all_theirs:
        return True
    return mine[0] in all_theirs or theirs[0] in all_mine or any(near(mine[0], one) for one in theirs[:1])


def _alike(mine: list[str], theirs: list[str]) -> bool:
    return bool(set(mine) & set(theirs)) or near(mine[0], theirs[0])


def near(one: str, other: str) -> bool:
    """Return whether two words are equal, one the other's initial, or one typing error apart."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short)
    if len(long) - len(short) > 1 or len(long) < _LONG_ENOUGH:
        return False
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    rest_short, rest_long = short[start:], long[start:]
    return rest_short[1:] == rest_long[1:] or (rest_short[:2] == rest_long[1::-1] and rest_short[2:] == rest_long[2:])
