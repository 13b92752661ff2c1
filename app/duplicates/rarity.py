"""How much it says when two contacts have the same: the rarer a value is in this list, the more.

Measured in bits. That two people have the same city says little where all live there, and that they have the same
customer number says nearly all. (The frequency-based weights of Fellegi and Sunter, 1969.)
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2
from typing import Any

from app.duplicates.profile import Profile

MOST = 12.0
COMMON = 1_000
"""How many of the most frequent names are known one by one."""
_SMALL_LIST = 1_000
_BELIEF = 500.0
"""How many pairs of a list weigh as much as what is believed of lists in general."""
_NAMES = 1 / 500
_USUAL: Mapping[str, float] = {"city": 1 / 60, "postcode": 1 / 200, "street": 1 / 1_000, "company": 1 / 200}
_USUAL_DATE = 1 / 5_000
_USUAL_OTHER = 1 / 60


@dataclass(frozen=True, slots=True)
class Rarity:
    """What is rare in a list. `bits` is by field; `given` and `family` are the shares of the common names."""

    people: int = 0
    given: Mapping[str, float] = field(default_factory=dict)
    family: Mapping[str, float] = field(default_factory=dict)
    bits: Mapping[str, float] = field(default_factory=dict)

    def of_name(self, part: str, word: str) -> float:
        """Return what it says to share a word of a name; `part` is given or family."""
        share = (self.given if part == "given" else self.family).get(word, 0.0)
        believed = (share * self.people + _BELIEF * _NAMES) / (self.people + _BELIEF)
        return min(MOST, -log2(believed))

    def of_field(self, name: str) -> float:
        """Return what it says to share a field's value; fields that a team added are called by their number."""
        found = self.bits.get(name)
        if found is not None:
            return found
        return min(MOST, -log2(_USUAL.get(name, _USUAL_OTHER)))

    @property
    def chance(self) -> float:
        """Return how many bits more it takes than in a small list: among more people more are alike by chance."""
        return max(0.0, log2(max(self.people, 1) / _SMALL_LIST))

    def to_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {
            "people": self.people,
            "given": dict(self.given),
            "family": dict(self.family),
            "bits": dict(self.bits),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Rarity":
        """Return it as it was kept."""
        return cls(kept.get("people", 0), kept.get("given", {}), kept.get("family", {}), kept.get("bits", {}))


def measured(profiles: Iterable[Profile]) -> Rarity:
    """Return what is rare among these contacts, which stand for the list."""
    people = 0
    names: dict[str, Counter[str]] = {"given": Counter(), "family": Counter()}
    values: dict[str, Counter[str]] = {}
    dated: set[str] = set()
    for one in profiles:
        people += 1
        names["given"].update(set(one.given))
        names["family"].update(set(one.family))
        for name, value in _fields(one):
            values.setdefault(name, Counter())[value] += 1
        dated |= {str(number) for number in one.dates}
    shares = {
        part: {word: count / people for word, count in counter.most_common(COMMON) if count > 1}
        for part, counter in names.items()
    }
    bits = {name: _bits(counter, _usual(name, dated)) for name, counter in values.items()}
    return Rarity(people, shares["given"], shares["family"], bits)


def _fields(one: Profile) -> Iterable[tuple[str, str]]:
    found = {"city": one.city, "postcode": one.postcode, "street": one.street, "company": one.company}
    yield from ((name, value) for name, value in found.items() if value)
    for kept in (one.dates, one.others):
        yield from ((str(number), value) for number, value in kept.items())


def _usual(name: str, dated: set[str]) -> float:
    return _USUAL.get(name, _USUAL_DATE if name in dated else _USUAL_OTHER)


def _bits(counter: Counter[str], usual: float) -> float:
    """Return what agreement says: how seldom two contacts that have the field have the same in it by chance."""
    filled = counter.total()
    pairs = filled * (filled - 1) / 2
    alike = sum(count * (count - 1) / 2 for count in counter.values())
    return min(MOST, -log2((alike + usual * _BELIEF) / (pairs + _BELIEF)))
