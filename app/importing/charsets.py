"""Which encoding a text file is in: by its marks, by its bytes, by what it would read as; asked where unsure."""

import codecs
import re
from dataclasses import dataclass

from app.errors import KnownError
from app.importing.plausible import plausibility
from app.importing.source import Source, Survey
from app.importing.table import Choice

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "cp437", "cp850", "cp852",
    "mac-roman", "iso8859-2", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "cp932", "euc_jp", "gb18030",
    "big5", "cp949", "latin-1",
)  # fmt: skip
NAMES = {
    "cp1252": "Western European (Windows)", "latin-1": "Western European (Latin-1)", "cp437": "DOS, American",
    "cp850": "DOS, Western European", "cp852": "DOS, Central European", "mac-roman": "Macintosh, Western",
    "cp1250": "Central European (Windows)", "iso8859-2": "Central European (Latin-2)", "cp1251": "Cyrillic (Windows)",
    "koi8-r": "Russian (KOI8-R)", "cp866": "DOS, Cyrillic", "iso8859-5": "Cyrillic (ISO)",
    "mac-cyrillic": "Macintosh, Cyrillic", "cp1253": "Greek (Windows)", "cp1254": "Turkish (Windows)",
    "cp1255": "Hebrew (Windows)", "cp1256": "Arabic (Windows)", "cp1257": "Baltic (Windows)", "cp874": "Thai (Windows)",
    "cp932": "Japanese (Shift-JIS)", "euc_jp": "Japanese (EUC)", "gb18030": "Chinese, simplified",
    "big5": "Chinese, traditional", "cp949": "Korean",
}  # fmt: skip
SAMPLE = 64 * 1024
HIGH = bytes(range(0x80, 0x100))
SEARCHED = 64 * 1024 * 1024
ACCEPTED = 0.55
SURE = 0.8
MARGIN = 0.35
ENOUGH = 24
OFFERED = 7


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the bytes of a file become text.

    Attributes:
        encoding: the codec's name.
        skip: bytes of the byte order mark at the start.
        clean: whether every byte is known to decode.
        question: what to ask when the encoding is not certain.
    """

    encoding: str
    skip: int
    clean: bool
    question: Choice | None = None


def find_decoding(source: Source, seen: Survey, chosen: str | None) -> Decoding:
    """Return how to decode the file; KnownError when the chosen encoding is unknown."""
    head = source.head()
    mark, skip = _mark(head)
    if chosen is not None:
        name = known_encoding(chosen)
        if mark and name[: len("utf-xx")] == mark[: len("utf-xx")]:
            name = mark
        return Decoding(name, skip, clean=name == "utf-8" and seen.utf8)
    if mark:
        return Decoding(mark, skip, clean=mark == "utf-8" and seen.utf8)
    if wide := _wide(head):
        return Decoding(wide, 0, clean=False)
    if seen.ascii and b"\x1b$" in head and _decodes(head, "iso2022_jp"):
        return Decoding("iso2022_jp", 0, clean=False)
    if seen.utf8:
        return Decoding("utf-8", 0, clean=True)
    good, bad, odd = _odd_lines(source)
    if good >= bad and good:
        return Decoding("utf-8", 0, clean=False)
    name, question = guess_encoding(odd)
    return Decoding(name, 0, clean=False, question=question)


def known_encoding(name: str) -> str:
    """Return Python's name of a text encoding; KnownError when there is none of that name."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
        text = isinstance(b"".decode(found.name), str)
    except (LookupError, TypeError, ValueError) as error:
        raise KnownError("There is no encoding named {name!r}. Try utf-8, cp1252 or latin-1.", name=name) from error
    if not text:
        raise KnownError("{name!r} is no encoding of text. Try utf-8, cp1252 or latin-1.", name=name)
    return {"iso8859-1": "latin-1", "utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(
        found.name, found.name
    )


def _mark(head: bytes) -> tuple[str, int]:
    for mark, name in BOMS:
        if head.startswith(mark):
            return name, len(mark)
    return "", 0


def opening_mark(head: bytes) -> tuple[str, int]:
    """Return the Unicode encoding that the first bytes show beyond doubt, "" if none, and the length of the mark."""
    mark, skip = _mark(head)
    return (mark, skip) if mark else (_wide(head), 0)


def opening(head: bytes, size: int = 4096) -> str:
    """Return the first characters of a file for telling what kind it is, whatever its encoding."""
    mark, skip = opening_mark(head)
    return head[skip : skip + size].decode(mark or "latin-1", "ignore")


def _wide(head: bytes) -> str:
    """Return the UTF-16 or UTF-32 that a file without a mark is in, told by where its zero bytes stand."""
    part = head[: len(head) // 4 * 4]
    nuls = [part[place::4].count(0) for place in range(4)]
    quarter = len(part) // 4
    if quarter and nuls[3] == nuls[2] == quarter and nuls[0] < quarter // 2:
        return "utf-32-le"
    if quarter and nuls[0] == nuls[1] == quarter and nuls[3] < quarter // 2:
        return "utf-32-be"
    part = head[: len(head) // 2 * 2]
    even, odd = part[0::2].count(0), part[1::2].count(0)
    least = max(2, len(part) // 50)
    for name, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if many >= least and few * 20 <= many:
            text = part.decode(name, "replace")
            plain = sum(map(text.count, ",;\t\r\n:"))
            if plain and text.count("\ufffd") * 50 <= len(text):
                return name
    return ""


def _odd_lines(source: Source) -> tuple[int, int, bytes]:
    """Count the lines beyond ASCII that are valid UTF-8 and those that are not; return a sample of the latter."""
    good = bad = size = taken = 0
    sample = []
    with source.open() as stream:
        for line in stream:
            size += len(line)
            if size > SEARCHED:
                break
            if line.isascii():
                continue
            if _decodes(line, "utf-8"):
                good += 1
                continue
            bad += 1
            if taken < SAMPLE:
                sample.append(line[: SAMPLE - taken])
                taken += len(sample[-1])
    return good, bad, b"".join(sample)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def guess_encoding(odd: bytes) -> tuple[str, Choice | None]:
    """Return the likeliest encoding of bytes that are not UTF-8, and the question where it is not certain."""
    ranked: list[tuple[float, int, str, str]] = []
    for name in CANDIDATES:
        try:
            text = odd.decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(odd) - 4 or name in {"cp1252", "latin-1"}:
                continue
            text = odd[: error.start].decode(name)
        mark, wrong = plausibility(text, name)
        if any(text == other[3] for other in ranked):
            continue
        ranked.append((mark + (0.1 if name == "cp1252" else 0.0), wrong, name, text))
    hint = _statistics(odd)
    ranked = [(mark + (0.1 if name == hint else 0.0), wrong, name, text) for mark, wrong, name, text in ranked]
    ranked.sort(key=lambda entry: -entry[0])
    best = ranked[0]
    western = next((entry for entry in ranked if entry[2] == "cp1252"), None)
    if western and western[1] == 0 and western[0] >= ACCEPTED and best[0] - western[0] <= MARGIN / 2:
        return "cp1252", None
    second = ranked[1][0] if len(ranked) > 1 else -1.0
    high = len(odd) - len(odd.translate(None, HIGH))
    if high >= ENOUGH and best[0] >= SURE and best[0] - second >= MARGIN and not best[1]:
        return best[2], None
    offered = ranked[:OFFERED]
    if western and western not in offered:
        offered[-1] = western
    choices = tuple((name, f"{NAMES[name]}: {_shown(text)}") for _, _, name, text in offered)
    likely = best[2] if best[0] > 0 or western is None else "cp1252"
    return likely, Choice("encoding", "In which encoding does this file show its names right?", choices)


def _statistics(odd: bytes) -> str:
    """Return the candidate that letter statistics prefer, "" when they see none."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - heavy, and needed only for files of old encodings

    match = from_bytes(odd, cp_isolation=[codecs.lookup(name).name.replace("-", "_") for name in CANDIDATES]).best()
    if match is None:
        return ""
    found = codecs.lookup(match.encoding).name
    return next((name for name in CANDIDATES if codecs.lookup(name).name == found), "")


def _shown(text: str, size: int = 70) -> str:
    """Return what stands around the characters beyond ASCII, for a person to judge."""
    found = re.finditer(r"[^\x00-\x7f\r\n,;\t]?[^\r\n,;\t]*[^\x00-\x7f][^\r\n,;\t]*", text)
    cells = list(dict.fromkeys(match.group().strip().strip('"') for match in found))
    line = " | ".join(cells)
    return "".join(letter if letter.isprintable() else "\u25a1" for letter in line[:size])
