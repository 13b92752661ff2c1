"""How likely a decoded text is what its writers typed: the measure by which encodings are told apart."""

import unicodedata
from functools import lru_cache

WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŸŒ")
SELDOM = frozenset("ðþÐÞýÝ")  # Icelandic; more often Turkish or Czech read wrongly
TYPOGRAPHY = frozenset("’‘“”–—…•€£¥¢«»°©®™·¿¡ªº´×½¼¾¹²³§¶±„‚‹›†‰№\u00a0")
OPENERS = frozenset("„‚«‹¿¡“‘")
CURRENCY = frozenset("£¥¢")
CYRILLIC_COMMON = frozenset("оеаинтсрвлкмдпуяыьгз")
CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўј")
# The letters beyond ASCII of the languages that Windows-1252 serves; a word keeps to one of them.
ALPHABETS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "äöüßé", "àâæçèéêëîïôœùûüÿ", "áéíóúüñ", "áâãàçéêíóôõúü", "àèéìíîòóùú", "åäöæøéüèáà", "áðéíóúýþæö",
        "áéëïóöüèêàç", "àçéèíïóòúü",
    )
)  # fmt: skip
HEBREW_FINAL = frozenset("םןץףך")
VOWELS = frozenset("aeiouyáéíóúàèìòùäëïöü")
BAD = -1.0
# Scripts whose coding gives frequent characters a range of lead bytes of their own.
LEADS = {
    "cp932": ((0x81, 0x84), (0x87, 0x97)),
    "euc_jp": ((0xA1, 0xCF),),
    "gb18030": ((0xA1, 0xA3), (0xB0, 0xD7)),
    "big5": ((0xA1, 0xC6),),
    "cp949": ((0xA1, 0xA3), (0xB0, 0xC8)),
}


def plausibility(text: str, encoding: str) -> tuple[float, int]:
    """Judge the characters beyond ASCII of a text that was decoded from `encoding`.

    Returns:
        The mean over them, 1 for letters in words as people write them, down to -1 for signs in the middle of words,
        mixed scripts or letters that the encoding's languages hardly use; and how many were found out of place.
    """
    marks: list[float] = []
    word: list[str] = []
    before = " "
    for place, letter in enumerate(text):
        if letter.isalpha() or (word and _combines(letter)):
            word.append(letter)
            continue
        if word:
            marks += (
                [0.0] if len(word) == 1 and word[0] > "\x7f" and before.isdigit() else _word("".join(word), encoding)
            )
            before = word[-1]
            word = []
        if letter > "\x7f":
            marks.append(_sign(letter, before, text[place + 1 : place + 2]))
        before = letter
    if word:
        marks += _word("".join(word), encoding)
    wrong = sum(1 for mark in marks if mark < 0)
    return (sum(marks) / len(marks) if marks else 0.0), wrong


@lru_cache(maxsize=4096)
def _combines(letter: str) -> bool:
    return letter > "\x7f" and unicodedata.category(letter) in {"Mn", "Mc"}


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    if letter < "\u0250" or "\u1e00" <= letter < "\u1f00":
        return "LATIN"
    name = unicodedata.name(letter, "")
    if name.startswith(("CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA", "IDEOGRAPHIC")):
        return "HAN"
    return name.split(" ", 1)[0]


def _sign(letter: str, before: str, after: str) -> float:
    category = unicodedata.category(letter)
    if category in {"Cc", "Cn", "Co", "Cs"} or letter == "\ufffd" or "\u2500" <= letter < "\u2600":
        return BAD
    if _script(letter) == "HAN" or "\u3000" <= letter < "\u3040" or "\uff00" <= letter < "\uff61":
        return 0.9
    inside = before.isalpha() and after.isalpha()
    if letter in TYPOGRAPHY:
        if inside and letter not in "’·—–\u00a0" and letter not in CURRENCY:
            return BAD
        if letter in CURRENCY and (after.isalpha() or before.isalpha()):
            return BAD
        if letter in OPENERS and before.isalpha() and letter not in "“‘":
            return BAD
        return 0.3 if inside else 0.7
    return BAD if inside or before.isalpha() else -0.3


def _word(word: str, encoding: str) -> list[float]:
    """Return a mark for each letter of the word beyond ASCII."""
    if word.isascii():
        return []
    high = [letter for letter in word if letter > "\x7f"]
    scripts = {_script(letter) for letter in word if not _combines(letter)}
    if len(scripts) > 1:
        return [BAD] * len(high)
    script = scripts.pop()
    if script == "LATIN":
        return _latin(word, high)
    marks = [_letter(letter, script, encoding) for letter in high]
    if len(word) == 1 and script not in {"HAN", "HANGUL"}:
        return [0.4 * mark for mark in marks]
    if script == "GREEK" and word.islower() and not any(unicodedata.decomposition(letter) for letter in word):
        marks = [0.5 * mark for mark in marks]  # Greek words of more than one syllable carry an accent
    if script in {"CYRILLIC", "GREEK"}:
        if not _cased(word):
            return [BAD] * len(high)
        if word.isupper() and len(word) > 1:
            marks = [0.75 * mark for mark in marks]
    if script == "HEBREW":
        marks = [BAD if letter in HEBREW_FINAL else mark for letter, mark in zip(word[:-1], marks, strict=False)]
        marks.append(1.0)
    return marks


def _cased(word: str) -> bool:
    """Whether the word is in lower case, in upper case, or begins with its only capital."""
    return word.islower() or word.isupper() or (word[0].isupper() and (len(word) == 1 or word[1:].islower()))


def _latin(word: str, high: list[str]) -> list[float]:
    if len(high) == len(word) > 1 and not any(_combines(letter) for letter in word):
        # A word without one plain letter is most often another script read as Latin.
        return [BAD] * len(high) if len(word) > len("åé") else [0.2] * len(high)
    if all(letter in WESTERN or letter in SELDOM for letter in high) and not any(
        alphabet.issuperset(high) for alphabet in ALPHABETS
    ):
        return [BAD] * len(high)
    marks = []
    for place, letter in enumerate(word):
        if letter <= "\x7f":
            continue
        previous, following = word[place - 1 : place], word[place + 1 : place + 2]
        if (
            (letter.isupper() and previous.islower())
            or (letter.islower() and following.isupper())
            or (letter == "ñ" and following and following not in VOWELS)
        ):
            marks.append(BAD)
        elif letter in WESTERN:
            marks.append(1.0)
        elif letter in SELDOM or letter in "ªº":
            marks.append(0.5)
        else:
            marks.append(0.8 if unicodedata.decomposition(letter) or letter in "łŁđĐıœŒ" else 0.3)
    return marks


@lru_cache(maxsize=65536)
def _letter(letter: str, script: str, encoding: str) -> float:
    if script == "CYRILLIC":
        small = letter.lower()
        return 1.0 if small in CYRILLIC_COMMON else 0.6 if small in CYRILLIC else 0.1
    if script == "HAN":
        if "\u3041" <= letter < "\u3100" and encoding in {"cp932", "euc_jp"}:
            return 1.0
        if "\uff61" <= letter < "\uffa0":
            return 0.0
        return _frequent(letter, encoding)
    if script == "HANGUL":
        return _frequent(letter, encoding)
    return 1.0 if script in {"GREEK", "HEBREW", "ARABIC", "THAI"} else 0.2


def _frequent(letter: str, encoding: str) -> float:
    try:
        lead = letter.encode(encoding)[0]
    except UnicodeEncodeError:
        return 0.0
    return 0.9 if any(low <= lead <= high for low, high in LEADS.get(encoding, ())) else 0.0
