"""Layout files: how a team says in TOML what the columns of its own files mean.

Every mistake in one is answered with a sentence that names the place and the remedy.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import UsageError
from app.importing.known import LAYOUTS, KnownLayout
from app.importing.recognising import by_name
from app.importing.table import FileOptions

KINDS = ("contacts", "companies", "leads")
UNKNOWN = ("keep", "drop", "ask")
_SECTIONS = {"kind", "match", "file", "columns", "values", "defaults", "unknown_columns"}
_FILE = {"encoding": str, "delimiter": str, "header_line": int, "sheet": str, "day_first": bool, "decimal": str}
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Layout:
    """What a layout file or a known layout says; see the command line's page for the meaning of each part.

    Attributes:
        name: shown in the plan.
        kind: contacts, companies, leads, or "" where the file does not say.
        match: fields that make two rows the same record, tried in order; empty for the usual ones.
        file: how to read the file.
        day_first: the order in dates, None to find out.
        decimal: the decimal sign of amounts, None to find out.
        columns: column -> target, by the column's exact name.
        values: column -> (value in the file -> ours).
        defaults: field -> value.
        unknown: keep, drop or ask.
        known: the known layout it stands for, if it is no file.
    """

    name: str
    kind: str = ""
    match: tuple[str, ...] = ()
    file: FileOptions = field(default_factory=FileOptions)
    day_first: bool | None = None
    decimal: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    unknown: str = "keep"
    known: KnownLayout | None = None


def of_known(known: KnownLayout) -> Layout:
    """Return a known layout in the form of a layout file."""
    return Layout(known.name, kind=known.kind, defaults=dict(known.defaults), known=known)


def find(name: str) -> Layout:
    """Return the layout that a person named: a known one, or a file.

    Raises:
        UsageError: there is none, or its file has a mistake.
    """
    known = by_name(name)
    if known is not None:
        return of_known(known)
    path = Path(name)
    if path.suffix.lower() == ".toml" or path.is_file():
        return load(path)
    names = ", ".join(layout.name for layout in LAYOUTS)
    raise UsageError(f"There is no layout “{name}”. Name a file that ends in .toml, or one of: {names}.")


def load(path: Path) -> Layout:
    """Return the layout that a file describes.

    Raises:
        UsageError: the file is missing, is no TOML, or says something that cannot be followed.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError(f"{path.name} is too large for a layout file; at most one megabyte is read.")
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UsageError(f"There is no layout file {path}. Check its name and folder.") from error
    except OSError as error:
        raise UsageError(f"The layout file {path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name} is not text in UTF-8; save it in that encoding.") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path.name} is no valid TOML: {error}. Correct that place and try again.") from error
    return _checked(data, path.name)


def _checked(data: Mapping[str, Any], name: str) -> Layout:
    for section in data:
        if section not in _SECTIONS:
            raise UsageError(f"{name}: there is no part “{section}”. The parts are: {', '.join(sorted(_SECTIONS))}.")
    kind = data.get("kind", "")
    if kind not in (*KINDS, ""):
        raise UsageError(f"{name}: kind is “{kind}”. Write contacts, companies or leads.")
    match = data.get("match", [])
    if not isinstance(match, list) or not all(isinstance(one, str) and one for one in match):
        raise UsageError(f'{name}: match is a list of fields, as in match = ["external_id", "emails"].')
    file = _file(_table(data, "file", name), name)
    unknown = _table(data, "unknown_columns", name)
    action = unknown.get("action", "keep")
    if set(unknown) - {"action"} or action not in UNKNOWN:
        raise UsageError(f'{name}: [unknown_columns] holds action = "keep", "drop" or "ask", nothing else.')
    return Layout(
        name=name,
        kind=kind,
        match=tuple(match),
        file=FileOptions(file.get("encoding"), file.get("delimiter"), file.get("header_line"), file.get("sheet")),
        day_first=file.get("day_first"),
        decimal=file.get("decimal"),
        columns=_texts(_table(data, "columns", name), f"{name}: [columns]"),
        values={
            column: _texts(pairs, f"{name}: [values.{column}]")
            for column, pairs in _table(data, "values", name).items()
        },
        defaults=_texts(_table(data, "defaults", name), f"{name}: [defaults]"),
        unknown=action,
    )


def _table(data: Mapping[str, Any], section: str, name: str) -> Mapping[str, Any]:
    found = data.get(section, {})
    if not isinstance(found, dict):
        raise UsageError(f"{name}: {section} is a part of its own; begin it with a line [{section}].")
    return found


def _file(part: Mapping[str, Any], name: str) -> dict[str, Any]:
    for key, value in part.items():
        if key not in _FILE:
            raise UsageError(f"{name}: [file] knows no “{key}”. It may hold: {', '.join(_FILE)}.")
        wanted = _FILE[key]
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            meant = {str: "text in quotes", int: "a whole number", bool: "true or false"}[wanted]
            raise UsageError(f"{name}: {key} in [file] is {meant}, not {value!r}.")
    if part.get("decimal") not in {None, ".", ","}:
        raise UsageError(f'{name}: decimal in [file] is "." or ",", not “{part["decimal"]}”.')
    if part.get("header_line") is not None and part["header_line"] < 0:
        raise UsageError(
            f"{name}: header_line in [file] counts from 1, so {part['header_line']} is no line. 0 is none."
        )
    return dict(part)


def _texts(part: Any, place: str) -> dict[str, str]:
    if not isinstance(part, dict):
        raise UsageError(f'{place} holds lines such as "Column" = "field".')
    for key, value in part.items():
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise UsageError(f"{place}: “{key}” wants text in quotes, not {value!r}.")
    return {key: str(value) for key, value in part.items()}
