"""The lines of a text file as text: decoded, without NUL, every byte that does not belong accounted for."""

import io
import re
from collections.abc import Generator
from dataclasses import dataclass

from app.importing.charsets import Decoding
from app.importing.remarks import Remarks
from app.importing.source import Source, Survey

HINT = 64 * 1024  # small enough to stay in the processor's cache: larger ones halve the speed
_STRAY = re.compile("[\ud800-\udfff]")
_WRONG = re.compile("[\0\ud800-\udfff\ufffd]")
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file, to be read from the start as often as it takes."""

    source: Source
    seen: Survey
    decoding: Decoding

    def blocks(self, remarks: Remarks) -> Generator[list[str]]:
        """Give the lines with their ends, about `HINT` characters at a time. A line ends in CR LF, LF, CR or LF CR."""
        wide = self.decoding.encoding.startswith(("utf-16", "utf-32"))
        errors = "strict" if self.decoding.clean else "replace" if wide else "surrogateescape"
        if self._nuls_escape:
            remarks.say(0, "", "", "NUL characters stand before quotes; they were read as marks that escape a quote.")
        number = 1
        with self.source.open() as raw:
            raw.read(self.decoding.skip)
            text = io.TextIOWrapper(raw, encoding=self.decoding.encoding, errors=errors, newline="")
            while block := text.readlines(HINT):
                if self.seen.lfcr:
                    block = [line for line in block if line != "\r"]
                if (not self.decoding.clean or self.seen.nuls) and _WRONG.search("".join(block)):
                    block = [self._tidy(line, place, remarks) for place, line in enumerate(block, number)]
                number += len(block)
                yield block

    @property
    def _nuls_escape(self) -> bool:
        """Whether each NUL stands before a double quote, as the escape that some programs write."""
        narrow = not self.decoding.encoding.startswith("utf-") or self.decoding.encoding == "utf-8"
        return narrow and 0 < self.seen.nuls == self.seen.escapes

    def _tidy(self, line: str, number: int, remarks: Remarks) -> str:
        if "\0" in line:
            if self._nuls_escape:
                line = line.replace('\0"', '""')
            else:
                line = line.replace("\0", "")
                remarks.say(number, "", line.strip(), "NUL characters were taken out of this line.")
        if _LOST in line:
            remarks.say(number, "", line.strip(), "Characters of this line were lost before it came here.")
        if not _STRAY.search(line):
            return line
        if self.decoding.encoding == "utf-8":
            line = _STRAY.sub(_western, line)
            remarks.say(
                number, "", line.strip(), "This line is not UTF-8 like the others; it was read as Windows-1252."
            )
        else:
            line = _STRAY.sub(_visible, line)
            remarks.say(
                number,
                "",
                line.strip(),
                f"Bytes of this line mean nothing in {self.decoding.encoding}; they stand as \\x and two digits.",
            )
        return line


def _western(found: re.Match[str]) -> str:
    byte = bytes([ord(found.group()) & 0xFF])
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")


def _visible(found: re.Match[str]) -> str:
    return f"\\x{ord(found.group()) & 0xFF:02x}"
