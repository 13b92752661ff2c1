"""Which contacts are compared at all: those that share a key. Each has several, so that one slip does not part a pair.

A key is a number of 63 bits made from a text, since only its sameness counts.
"""

from collections.abc import Iterator
from hashlib import blake2b
from itertools import combinations

from app.duplicates.profile import Profile, is_role
from app.duplicates.rarity import Rarity

CROWD = 60
"""A key that more contacts share than this says too little, and is left out."""
IDENTIFYING = 8.0
"""Bits from which on a field that a team added is a key by itself."""
_LONGEST_LOCAL = 6
_VOWELS = str.maketrans("", "", "aeiouhwy")


def keys(one: Profile, rarity: Rarity) -> set[int]:
    """Return the keys of a contact."""
    return {_number(text) for text in _texts(one, rarity)}


def reached(one: Profile) -> dict[int, str]:
    """Return the keys of a contact's own addresses and numbers, with what they are made of."""
    return {
        **{_number(f"e|{email}"): email for email in one.emails},
        **{_number(f"p|{phone}"): phone for phone in one.phones},
    }


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1


def _texts(one: Profile, rarity: Rarity) -> Iterator[str]:
    for email in one.emails:
        yield f"e|{email}"
        local = email.partition("@")[0]
        if len(local) >= _LONGEST_LOCAL and not is_role(email):
            yield f"l|{local}"
    yield from (f"p|{phone}" for phone in one.phones)
    yield from _of_name(one)
    yield from _of_place(one)
    for number, value in one.dates.items():
        yield from (f"d|{number}|{value}|{word[:1]}" for word in one.words)
    for number, value in one.others.items():
        if rarity.of_field(str(number)) >= IDENTIFYING:
            yield f"c|{number}|{value}"


def _of_name(one: Profile) -> Iterator[str]:
    words = sorted(set(one.words))
    if len(words) == 1:
        yield f"n|{words[0]}"
    for first, second in combinations(words[:4], 2):
        # Whichever of both is the last name: in the beginning, in the end, and by what is heard of it.
        yield f"b|{first[:3]}|{second[:3]}"
        yield f"t|{first[-3:]}|{second[-3:]}"
        yield f"s|{skeleton(first)}|{skeleton(second)}"
        yield f"i|{first[:1]}|{second[:6]}"
        yield f"i|{second[:1]}|{first[:6]}"


def _of_place(one: Profile) -> Iterator[str]:
    places = [place for place in (one.postcode, one.city, one.company or None) if place]
    for word in dict.fromkeys(one.words):
        yield from (f"w|{word}|{place}" for place in places)
    if one.street:
        yield f"a|{one.street[:12]}|{one.postcode or one.city}"


def skeleton(word: str) -> str:
    """Return a word's first letter and the consonants after it, doubled ones once; other scripts as they are."""
    rest = word[1:].translate(_VOWELS)
    kept = "".join(letter for place, letter in enumerate(rest) if place == 0 or rest[place - 1] != letter)
    return word[:1] + kept if kept else word
