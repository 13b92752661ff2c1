"""Single cells that mean the same in every file: e-mails, phones, tags, yes and no, guarded text."""

import re

from app.fields import clean
from db.folding import fold

_PLAUSIBLE = re.compile(
    r"(?:[^\s@\"(),:;<>\[\]\\\x00-\x20\x7f]+|\"(?:[^\"\\\r\n]|\\.)*\")"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)*|\[[0-9A-Fa-f:.IPv]+\])",
)
_EMAIL_SPLIT = re.compile(r"\s*(?::::|[;,|\n]|\s/\s|(?<=\.[A-Za-z]{2})\s+(?=\S+@))\s*")
# What most cells hold, told at a glance; all else is looked at closely.
PLAIN_EMAIL = re.compile(
    r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+){0,8}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,40}\.){1,5}[A-Za-z]{2,20}"
)
PLAIN_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{2,30}[0-9]", re.ASCII)
_SCIENTIFIC = re.compile(r"([+-]?)(\d)(?:[.,](\d+))?[eE]\+?(\d{1,2})")
_FLOAT = re.compile(r"(\+?\d{5,})[.,]0+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
_TAG_SPLIT = re.compile(r"\s*(?::::|[;,\n])\s*")
_LONGEST_LOCAL, _LONGEST = 64, 254

YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "t",
        "1",
        "x",
        "on",
        "ja",
        "oui",
        "si",
        "sí",
        "sim",
        "tak",
        "da",
        "はい",
        "是",
        "wahr",
        "vrai",
        "verdadero",
        "vero",
        "checked",
        "subscribed",
        "opt-in",
    ]
)
NO = frozenset(
    [
        "no",
        "n",
        "false",
        "f",
        "0",
        "off",
        "nein",
        "non",
        "não",
        "nao",
        "nie",
        "нет",
        "いいえ",
        "否",
        "falsch",
        "faux",
        "falso",
        "unchecked",
    ]
)


def emails(cell: str) -> tuple[list[str], str | None]:
    """Return the e-mails of a cell and what is odd about them, None for nothing.

    A directory name of a mail server (/o=...) is no e-mail and is left out, with a remark.
    """
    text = cell.strip()
    if not text:
        return [], None
    if text[:3].lower() == "/o=":
        return [], "This is a mail server's own name, not an e-mail address; it is left out."
    if text[:7].lower() == "mailto:":
        text = text[7:]
    several = text.count("@") > 1 and '"' not in text
    found = [one for one in (_EMAIL_SPLIT.split(text) if several else [text]) if one]
    odd = next((one for one in found if not plausible(one)), None)
    if odd is None:
        return found, None
    return found, "This does not look like an e-mail address; it is kept as it stands."


def plausible(address: str) -> bool:
    """Return whether a text has the form of an e-mail address that mail can reach."""
    if len(address) > _LONGEST or not _PLAUSIBLE.fullmatch(address):
        return False
    local, _, domain = address.rpartition("@")
    if len(local) > _LONGEST_LOCAL or ".." in address:
        return False
    quoted = local.startswith('"')
    return quoted or not (local.startswith(".") or local.endswith(".") or domain.startswith("."))


def phone(cell: str) -> tuple[str, str | None]:
    """Return a phone as it is kept and what is odd about it: as typed, without what a spreadsheet put on it.

    A number in scientific notation becomes digits only when all of them are there; lost digits are never made up.
    """
    text = cell.strip().translate(_INVISIBLE).strip()
    if not text:
        return "", None
    whole = _FLOAT.fullmatch(text)
    if whole:
        return whole[1], None
    science = _SCIENTIFIC.fullmatch(text)
    if science:
        digits = science[2] + (science[3] or "")
        power = int(science[4])
        if len(digits) == power + 1:
            return science[1].replace("-", "") + digits, None
        return text, "A spreadsheet has cut this number; its last digits are lost, so it is kept as it stands."
    if not any(letter.isdigit() for letter in text):
        return text, "This is not a phone number; it is kept as it stands."
    return text, None


def e164(text: str, region: str) -> str | None:
    """Return a phone in international form (+34600111222), read as dialled from a region; None if it is none."""
    import phonenumbers  # noqa: PLC0415 - large tables, needed only when a region is chosen

    # Many write 00 for the plus sign in countries that dial another prefix.
    spellings = [text, "+" + text.lstrip()[2:]] if text.lstrip().startswith("00") else [text]
    possible = []
    for spelling in spellings:
        try:
            number = phonenumbers.parse(spelling, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            possible.append(number)
    if not possible:
        return None
    number = next((one for one in possible if phonenumbers.is_valid_number(one)), possible[0])
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def tags(cell: str) -> list[str]:
    """Return the tags of a cell, without an address book's own groups (those that begin with a star)."""
    found = []
    for one in _TAG_SPLIT.split(cell.strip()):
        if one and not one.startswith("* ") and one not in found:
            found.append(one)
    return found


def yes(cell: str) -> bool | None:
    """Return what a cell says: True, False, or None for nothing or something else."""
    text = fold(cell.strip())
    return True if text in YES else False if text in NO else None


def unguard(cell: str) -> str:
    """Return a cell of one of our own exports without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _RISKY else cell


_RISKY = frozenset("=+-@\t\r\n'＝＋－＠")


def is_clean(joined: str) -> bool:
    """Return whether cells, joined, hold nothing that must not be stored: no NUL, no half of a letter, no mark."""
    if "\0" in joined or "\ufeff" in joined:
        return False
    if joined.isascii():
        return True
    try:
        joined.encode()
    except UnicodeEncodeError:
        return False
    return True


def text(cell: str) -> str:
    """Return a cell's text as it is kept: outer white space off, no NUL."""
    return clean(cell.strip(" \t\r\n\u00a0\ufeff\0"))
