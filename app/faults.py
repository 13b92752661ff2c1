"""A fault of the program itself, written down for whoever mends it: what happened and where, never whose data."""

import platform
import sys
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from app import VERSION, settings

TROUBLE = "trouble.txt"
SOURCE = Path(__file__).resolve().parent.parent
_LIBRARIES = ("PySide6", "SQLAlchemy", "pandas")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        kind: the exception's name.
        report: what can be sent on: nothing that a person wrote is in it.
        whole: the particulars with what the exceptions said, which stay on this computer.
    """

    kind: str
    report: str
    whole: str


def fault_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Fault:
    """Return a fault as a report: moment, versions, and the calls that led to it.

    What an exception says can quote a person's data, so of each in the chain the kind alone is named, and the lines of
    the program's own source stand without values. Paths are cut to where the program begins.
    """
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"Tandem {VERSION} · Python {platform.python_version()} · {platform.platform()}",
        " · ".join(f"{name} {found}" for name in _LIBRARIES if (found := _version(name))),
        "",
    ]
    for one, of in _chain(error, trace):
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}")
        for frame in traceback.extract_tb(of):
            lines.append(f"  {_cut(frame.filename)}:{frame.lineno} in {frame.name}")
            if frame.line:
                lines.append(f"      {frame.line}")
        lines.append("")
    return Fault(kind.__name__, "\n".join(lines), "".join(traceback.format_exception(kind, error, trace)))


def keep(fault: Fault) -> Path | None:
    """Keep the newest fault in the folder of the settings and return its place; None where nothing can be written."""
    place = settings.folder() / TROUBLE
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{fault.report}\n{fault.whole}", "utf-8", "backslashreplace")
    except OSError:
        return None
    return place


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - not on the way to the window

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _chain(error: BaseException, trace: TracebackType | None) -> list[tuple[BaseException, TracebackType | None]]:
    found: list[tuple[BaseException, TracebackType | None]] = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        found.append((one, trace if one is error else one.__traceback__))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return found[::-1]


def _cut(path: str) -> str:
    for root in (str(SOURCE), *sorted(filter(None, sys.path), key=len, reverse=True)):
        if path.startswith(root):
            return path[len(root) :].lstrip("/\\")
    return Path(path).name
