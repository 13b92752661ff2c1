"""Contacts as the judging sees them, written short."""

from typing import Any

from app.context import FieldRow
from app.duplicates import profile
from app.duplicates.profile import Profile
from app.duplicates.rarity import Rarity
from app.duplicates.scoring import Verdict, judge

FIELDS = {
    1: FieldRow(1, "contact", "Birth date", "date"),
    2: FieldRow(2, "contact", "Customer number", "text"),
    3: FieldRow(3, "contact", "Contract until", "date"),
}
RARITY = Rarity(1_000, {}, {}, {"2": 11.0})


def person(name: str = "", **values: Any) -> Profile:
    """Return a contact by first and last name, parted by a bar, and further columns."""
    first, _, last = name.partition("|")
    custom = {number: values.pop(field) for field, number in (("born", "1"), ("number", "2")) if field in values}
    row = {"first_name": first, "last_name": last, "custom": custom, **values}
    for single, several in (("email", "emails"), ("phone", "phones")):
        if single in row:
            row[several] = [row.pop(single)]
    return profile.of(row, FIELDS)


def judged(one: Profile, other: Profile, *shared: str) -> Verdict:
    """Return what two contacts are to each other, whichever comes first."""
    verdict = judge(one, other, RARITY, shared)
    turned = judge(other, one, RARITY, shared)
    assert (verdict.grade, verdict.score) == (turned.grade, turned.score)
    return verdict
