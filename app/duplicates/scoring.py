"""How likely two contacts are one person, and why: evidence for and against, added up in bits.

What is certain, likely or worth a look follows from the sum and from rules that no sum outweighs: two people of one
family share a name, an address and a telephone, colleagues a switchboard, fathers and sons even their names.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from app.duplicates.profile import Profile, is_role
from app.duplicates.rarity import Rarity

CERTAIN, LIKELY, LOOK = "certain", "likely", "look"
GRADES = (CERTAIN, LIKELY, LOOK)
_CERTAIN_FROM, _LIKELY_FROM, _LOOK_FROM = 22.0, 15.0, 11.0
_MOST_OF_PLACE = 14.0
_MOST_OF_COMPANY = 8.0
_MOST_OF_FIELD = 11.0
_KNOWN_WORDS = 200_000
"""Pairs of names whose likeness is kept: the same first and last names come again and again."""
_IDENTIFYING = 8.0
_LIKE_FIRMS = 70.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What two contacts are to each other: the grade ("" for strangers), the sum of bits, and the reasons in order."""

    grade: str
    score: float
    why: tuple[str, ...]


@dataclass(slots=True)
class _Case:
    """The evidence as it is gathered."""

    bits: float = 0.0
    why: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    corroborated: float = 0.0
    given: str = ""
    family: str = ""

    def add(self, reason: str, bits: float) -> None:
        """Count a reason for or against."""
        self.bits += bits
        if bits > 0:
            self.why.append(reason)
            self.corroborated += bits
        else:
            self.against.append(reason)


_STRANGERS = Verdict("", 0.0, ())


def judge(one: Profile, other: Profile, rarity: Rarity, shared: Collection[str] = ()) -> Verdict:
    """Return what two contacts are to each other. `shared` are the addresses and numbers that three or more have."""
    case = _Case()
    email = _emails(case, one, other, shared)
    phone = _phones(case, one, other, shared)
    name_bits = _names(case, one, other, rarity)
    kept = len(one.dates.keys() & other.dates.keys()) + len(one.others.keys() & other.others.keys())
    if case.bits + _MOST_OF_COMPANY + _MOST_OF_PLACE + kept * _MOST_OF_FIELD < _LOOK_FROM + rarity.chance:
        return _STRANGERS  # whatever else they share; most pairs that share a key end here
    _company(case, one, other, rarity)
    _place(case, one, other, rarity)
    birth = _dates(case, one, other, rarity)
    known = _others(case, one, other, rarity)
    grade = _graded(
        case, one, other, email=email, phone=phone, birth=birth, known=known, named=name_bits, chance=rarity.chance
    )
    return Verdict(grade, round(case.bits, 1), (*case.why, *(f"but {one}" for one in case.against)))


# What they are called -------------------------------------------------------------------------------------------


def alike(one: str, other: str) -> str:
    """Return how two words of names stand to each other: same, close, part (an initial or a short form), other."""
    if one == other:
        return "same"
    shorter, longer = sorted((one, other), key=len)
    slips = 1 if len(longer) <= 7 else 2  # noqa: PLR2004 - long words take two slips
    if len(shorter) >= 4 and OSA.distance(one, other, score_cutoff=slips) <= slips:  # noqa: PLR2004 - Ana is not Ada
        return "close"
    if longer.startswith(shorter):
        return "part"
    if len(shorter) >= 4 and JaroWinkler.similarity(one, other) >= 0.9:  # noqa: PLR2004 - as above
        return "close"
    return "other"


_ORDER = ("same", "close", "part", "other")


@lru_cache(_KNOWN_WORDS)
def _words_alike(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """Return how first or last names of several words stand to each other; "" where one has none."""
    if not one or not other:
        return ""
    if one == other:
        return "same"
    joined = alike("".join(one), "".join(other))
    if joined in {"same", "close"}:
        return joined
    shorter, longer = sorted((one, other), key=len)
    best = [min((alike(word, each) for each in longer), key=_ORDER.index) for word in shorter]
    worst = max(best, key=_ORDER.index)
    if worst == "other":
        return "other"
    return "part" if len(shorter) < len(longer) else worst


def _names(case: _Case, one: Profile, other: Profile, rarity: Rarity) -> float:
    straight = _words_alike(one.given, other.given), _words_alike(one.family, other.family)
    turned = _words_alike(one.given, other.family), _words_alike(one.family, other.given)
    swapped = _rank(turned) < _rank(straight) and all(turned) and "other" not in turned
    case.given, case.family = turned if swapped else straight
    if not one.words or not other.words:
        return 0.0
    if not swapped and "" in straight and "other" not in straight and not any(straight):
        # One has a first name only, the other a last name only: perhaps the same word in the wrong place.
        crossed = [level for level in turned if level]
        case.given = crossed[0] if crossed else ""
    given = one.given or one.family
    family = one.family or one.given
    bits = 0.0
    for part, level, words in (("given", case.given, given), ("family", case.family, family)):
        full = min(MOST_OF_NAME[part], max((rarity.of_name(part, word) for word in words), default=0.0))
        bits += {"same": full, "close": 0.7 * full, "part": 0.3 * full, "other": -7.0, "": 0.0}[level]
    case.bits += bits
    _name_reason(case, swapped=swapped)
    if one.generation != other.generation:
        case.add("generation", -7.0)
    return bits


MOST_OF_NAME = {"given": 9.0, "family": 11.0}


def _rank(levels: tuple[str, str]) -> int:
    return sum(_ORDER.index(level) if level else 1 for level in levels)


def _name_reason(case: _Case, *, swapped: bool) -> None:
    levels = {case.given, case.family} - {""}
    if "other" in levels:
        case.against.append("name" if levels == {"other"} else ("first_name" if case.given == "other" else "last_name"))
    elif levels:
        worst = max(levels, key=_ORDER.index)
        missing = "" in {case.given, case.family}
        names = {"same": "part_name" if missing else "name", "close": "close_name", "part": "part_name"}
        case.why.append("turned_name" if swapped and worst == "same" else names[worst])


# Where they are reached -----------------------------------------------------------------------------------------


def _emails(case: _Case, one: Profile, other: Profile, shared: Collection[str]) -> bool:
    """Weigh the addresses; return whether one that is a person's own is the same."""
    both = one.emails & other.emails
    own = {email for email in both if email not in shared and not is_role(email)}
    if own:
        case.add("email", 14.0)
    elif both:
        case.add("shared_email", 3.0)
    elif one.emails and other.emails:
        _close_emails(case, one, other)
    return bool(own)


def _close_emails(case: _Case, one: Profile, other: Profile) -> None:
    for first in one.emails:
        for second in other.emails:
            local, _, domain = first.partition("@")
            local_too, _, domain_too = second.partition("@")
            if is_role(first) or is_role(second) or len(local) < 5:  # noqa: PLR2004 - short ones are anybody's
                continue
            if local == local_too:
                case.add("mailbox", 5.0)
                return
            if domain != domain_too:
                continue
            numbered = [letter for letter in local if letter.isdigit()] != [one for one in local_too if one.isdigit()]
            if not numbered and OSA.distance(local, local_too, score_cutoff=1) <= 1:
                case.add("close_email", 5.0)
                return


def _phones(case: _Case, one: Profile, other: Profile, shared: Collection[str]) -> bool:
    both = one.phones & other.phones
    own = {phone for phone in both if phone not in shared}
    if own:
        case.add("phone", 10.0)
    elif both:
        case.add("shared_phone", 2.0)
    return bool(own)


def _company(case: _Case, one: Profile, other: Profile, rarity: Rarity) -> None:
    if not one.company or not other.company:
        return
    full = min(_MOST_OF_COMPANY, rarity.of_field("company"))
    if one.company == other.company:
        case.add("company", full)
    elif _firms_alike(one.company, other.company):
        case.add("close_company", 0.7 * full)
    else:
        case.add("company", -1.0)


def _firms_alike(one: str, other: str) -> bool:
    """Return whether two names of companies may mean one: legal forms and trades, which many have, stand behind."""
    first, first_too = one.partition(" ")[0], other.partition(" ")[0]
    return alike(first, first_too) in {"same", "close"} and fuzz.token_set_ratio(one, other) >= _LIKE_FIRMS


def _place(case: _Case, one: Profile, other: Profile, rarity: Rarity) -> None:
    before, was = case.bits, case.corroborated
    for name, most, against in (("street", 10.0, -1.5), ("postcode", 8.0, -1.0), ("city", 7.0, -1.5)):
        mine, theirs = getattr(one, name), getattr(other, name)
        if not mine or not theirs:
            continue
        full = min(most, rarity.of_field(name))
        if mine == theirs:
            case.add(name, full)
        elif _spelt_alike(mine, theirs, name):
            case.add(f"close_{name}", 0.6 * full)
        else:
            case.add(name, against)
    # A street lies in one city and has one postcode: together they say no more than this.
    over = case.bits - before - _MOST_OF_PLACE
    if over > 0:
        case.bits -= over
        case.corroborated = min(case.corroborated, was + _MOST_OF_PLACE)


def _spelt_alike(mine: str, theirs: str, name: str) -> bool:
    if name == "postcode":
        return len(mine) == len(theirs) and OSA.distance(mine, theirs, score_cutoff=1) <= 1
    return fuzz.ratio(mine, theirs) >= 84.0  # noqa: PLR2004 - one letter in six


# What a team keeps of them --------------------------------------------------------------------------------------


def _dates(case: _Case, one: Profile, other: Profile, rarity: Rarity) -> str:
    """Weigh the dates; return how the days of birth stand to each other: same, close, other, or ""."""
    birth = ""
    for number in one.dates.keys() & other.dates.keys():
        mine, theirs = one.dates[number], other.dates[number]
        full = min(_MOST_OF_FIELD, rarity.of_field(str(number)))
        born = number in one.births
        level = "same" if mine == theirs else "close" if _days_alike(mine, theirs) else "other"
        birth = level if born else birth
        if not born:
            full *= 0.5
        bits = {"same": full, "close": 0.5 * full, "other": -8.0 if born else -0.5}[level]
        case.add(f"{'close_' if level == 'close' else ''}field:{number}", bits)
    return birth


def _days_alike(mine: str, theirs: str) -> bool:
    """Return whether two days differ by one digit, by two that changed places, or by day and month."""
    turned = f"{theirs[:5]}{theirs[8:10]}-{theirs[5:7]}"
    return mine == turned or (len(mine) == len(theirs) and OSA.distance(mine, theirs, score_cutoff=1) <= 1)


def _others(case: _Case, one: Profile, other: Profile, rarity: Rarity) -> bool:
    """Weigh the other fields that a team added; return whether one that tells people apart is the same."""
    known = False
    for number in one.others.keys() & other.others.keys():
        mine, theirs = one.others[number], other.others[number]
        full = min(_MOST_OF_FIELD, rarity.of_field(str(number)))
        telling = full >= _IDENTIFYING
        if mine == theirs:
            case.add(f"field:{number}", full)
            known = known or telling
        elif len(mine) >= 6 and _slip(mine, theirs):  # noqa: PLR2004 - in less, every letter counts
            case.add(f"close_field:{number}", 0.5 * full)
        else:
            case.add(f"field:{number}", -4.0 if telling and len(mine) >= 5 and mine.isdigit() else -0.5)  # noqa: PLR2004 - short numbers recur
    return known


def _slip(mine: str, theirs: str) -> bool:
    return OSA.distance(mine, theirs, score_cutoff=1) <= 1 or (not mine.isdigit() and fuzz.ratio(mine, theirs) >= 84.0)  # noqa: PLR2004 - one letter in six


# What follows ---------------------------------------------------------------------------------------------------


def _graded(
    case: _Case,
    one: Profile,
    other: Profile,
    *,
    email: bool,
    phone: bool,
    birth: str,
    known: bool,
    named: float,
    chance: float,
) -> str:
    if case.bits < _LOOK_FROM + chance:
        return ""
    differ = "other" in {case.given, case.family}
    strangers = case.given == "other" and case.family in {"other", ""}
    apart = one.generation != other.generation or birth == "other"
    if case.bits < _LIKELY_FROM + chance or apart:
        return LOOK
    if (strangers or case.given == "other") and not (known and birth in {"same", "close"}):
        # Brother and sister, husband and wife, two of one firm: a number of theirs may be the family's or the firm's.
        return LOOK
    if case.corroborated < 3.0 or (named <= 0 and not (email or known)):  # noqa: PLR2004 - more than a common city
        return LOOK
    if case.bits < _CERTAIN_FROM or differ:
        return LIKELY
    whole = case.given in {"same", "close"} and case.family in {"same", "close"}
    spelt = case.given == case.family == "same"
    # Two addresses of two people behind one telephone may be father and son.
    household = bool(one.emails and other.emails) and not one.emails & other.emails
    sure = (
        (email and (whole or {case.given, case.family} <= {"same", "close", "part"}))
        or (phone and spelt and not household)
        or (known and whole)
        or (birth == "same" and spelt and case.corroborated >= 14.0)  # noqa: PLR2004 - the day and where they live
    )
    return CERTAIN if sure else LIKELY
