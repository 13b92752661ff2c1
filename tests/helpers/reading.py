"""Files read as an import reads them, in a process of their own whose memory is bounded."""

import json
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from app.errors import KnownError
from app.importing.reading import open_table
from app.importing.table import FileOptions
from tests.helpers.commands import ended

MEMORY = 512 << 20
LIMIT = 240
KEPT = 400
MAIN = "from tests.helpers.reading import serve; serve()"


@dataclass
class Read:
    """What reading one file gave.

    Attributes:
        error: the sentence with which it was refused, "" when it was read.
        rows: the first rows below the header, and count how many there were.
        questions: what must be asked, by key.
        notices: line and sentence of what is said; rejections: the same of rows left out.
    """

    error: str = ""
    form: str = ""
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header_line: int = 0
    columns: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    count: int = 0
    numbers: list[str] = field(default_factory=list)
    questions: dict[str, list[str]] = field(default_factory=dict)
    notices: list[tuple[int, str]] = field(default_factory=list)
    rejections: list[tuple[int, str]] = field(default_factory=list)

    def column(self, name: str) -> list[str]:
        """Return the cells of a column."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


def read(path: Path, options: Mapping[str, Any] | None = None) -> Read:
    """Return what is in a file, read here."""
    found = Read()
    try:
        table = open_table(path, FileOptions(**(options or {})))
        for chunk in table.chunks():
            found.count += len(chunk.lines)
            if len(found.rows) < KEPT:
                found.lines += chunk.lines
                found.rows += [list(row) for row in zip(*chunk.cells, strict=True)]
    except KnownError as error:
        return Read(error=str(error))
    found.form, found.encoding, found.delimiter, found.sheet = table.form, table.encoding, table.delimiter, table.sheet
    found.header_line, found.columns, found.numbers = table.header_line, list(table.columns), sorted(table.numbers)
    found.questions = {one.key: [choice for choice, _ in one.choices] for one in table.questions}
    found.notices = [(one.line, one.message) for one in table.notices]
    found.rejections = [(one.line, one.message) for one in table.rejections]
    del found.rows[KEPT:], found.lines[KEPT:]
    return found


def read_apart(files: Iterable[Path | tuple[Path, Mapping[str, Any]]], memory: int = MEMORY) -> dict[Path, Read]:
    """Return what is in the files, read one after the other in one process that may hold `memory` and no more."""
    wanted = [file if isinstance(file, tuple) else (file, {}) for file in files]
    asked = json.dumps([memory, [(str(path), dict(options)) for path, options in wanted]])
    done = ended("-W", "error", "-c", MAIN, given=asked, limit=LIMIT)
    assert done.returncode == 0, done.stderr[-4000:]
    answers = [_answer(json.loads(line)) for line in done.stdout.splitlines()]
    return {path: answer for (path, _), answer in zip(wanted, answers, strict=True)}


def _answer(found: dict[str, Any]) -> Read:
    for name in ("notices", "rejections"):
        found[name] = [tuple(one) for one in found[name]]
    return Read(**found)


def serve() -> None:
    """Read the files that are named on the input, and answer line by line."""
    memory, wanted = json.load(sys.stdin)
    with suppress(ImportError):  # Windows cannot limit a process in this way
        import resource  # noqa: PLC0415 - as above

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    for name, options in wanted:
        sys.stdout.write(json.dumps(asdict(read(Path(name), options))) + "\n")
