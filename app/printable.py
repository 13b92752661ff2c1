"""Text made fit for paper. It stays what people typed; only what cannot be printed goes."""

import re
import unicodedata
from collections.abc import Iterator

# Control characters (tab and line feed apart), surrogates without their half, private use and noncharacters have no
# glyph by definition; direction embeddings, overrides and isolates of one name would turn the text after it around.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "\U000f0000-\U000fffff\U00100000-\U0010ffff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\n ]+")
_SOFT_BREAK = "\u200b"
_BREAK_EVERY = 8
# Writing without spaces between words: Typst breaks its lines by itself.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_JOINER = "\u200d"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_ELLIPSIS = "…"
_TYPESETTERS = re.compile("[\u200b\u2068\u2069]")


def line(text: str, *, longest: int | None = None, unbroken: int = 40) -> str:
    """Return text as one printable line, cut to `longest` characters with an ellipsis.

    Words longer than `unbroken` characters get places where a line may end. Right-to-left text is isolated, so that
    it does not turn what stands beside it around.
    """
    clean = _SPACES.sub(" ", _without_unprintable(_LINE_ENDS.sub(" ", text))).strip()
    if longest is not None:
        clean = shortened(clean, longest)
    return isolated(_with_soft_breaks(clean, unbroken))


def paragraphs(text: str) -> list[str]:
    """Return the printable lines of a longer text; empty lines are left out."""
    lines = (line(part) for part in _LINE_ENDS.sub("\n", text).split("\n"))
    return [part for part in lines if part]


def shortened(text: str, longest: int) -> str:
    """Return text of at most `longest` characters, the last an ellipsis where it was cut, never within a sign."""
    if len(text) <= longest:
        return text
    end = longest - 1
    while end > 0 and _continues(text, end):
        end -= 1
    return (text[:end].rstrip() or text[: longest - 1]) + _ELLIPSIS


def isolated(text: str) -> str:
    """Return text between marks of isolation if it holds anything written from right to left."""
    if text.isascii() or not any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text):
        return text
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def _without_unprintable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def _with_soft_breaks(text: str, unbroken: int) -> str:
    if len(text) <= unbroken:
        return text
    return re.sub(rf"[^\s\u200b]{{{unbroken + 1},}}", lambda found: _SOFT_BREAK.join(_pieces(found.group())), text)


def _pieces(word: str) -> Iterator[str]:
    start = run = 0
    for place in range(len(word)):
        if _UNSPACED.match(word[place]):
            run = 0
        elif run >= _BREAK_EVERY and not _continues(word, place):
            yield word[start:place]
            start, run = place, 1
        else:
            run += 1
    yield word[start:]


def _continues(text: str, place: int) -> bool:
    """Say whether the sign at `place` belongs to the one before it: an accent, a joined emoji, its skin or flag."""
    sign, before = text[place], text[place - 1]
    return (
        unicodedata.category(sign) in {"Mn", "Mc", "Me"}
        or _JOINER in {sign, before}
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or ("\U0001f1e6" <= sign <= "\U0001f1ff" and "\U0001f1e6" <= before <= "\U0001f1ff")
        or "\U000e0020" <= sign <= "\U000e007f"
    )


def bare(text: str) -> str:
    """Return a printable line without the marks that only a typesetter needs."""
    return _TYPESETTERS.sub("", text)
