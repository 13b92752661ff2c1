"""Layout files: how a team says in TOML what the columns of its own files mean.

Every mistake in one is answered with a sentence that names the place and the remedy.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.errors import UsageError, Word
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
    raise UsageError(
        "There is no layout “{layout}”. Name a file that ends in .toml, or one of: {names}.", layout=name, names=names
    )


def load(path: Path) -> Layout:
    """Return the layout that a file describes.

    Raises:
        UsageError: the file is missing, is no TOML, or says something that cannot be followed.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError("{file} is too large for a layout file; at most one megabyte is read.", file=path.name)
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise UsageError("There is no layout file {path}. Check its name and folder.", path=path) from error
    except OSError as error:
        raise UsageError(
            "The layout file {path} cannot be read: {why}.", path=path, why=error.strerror or error
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError("{file} is not text in UTF-8; save it in that encoding.", file=path.name) from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            "{file} is no valid TOML: {why}. Correct that place and try again.", file=path.name, why=error
        ) from error
    return _checked(data, path.name)


def _checked(data: Mapping[str, Any], name: str) -> Layout:
    for section in data:
        if section not in _SECTIONS:
            raise UsageError(
                "{layout}: there is no part “{section}”. The parts are: {known}.",
                layout=name,
                section=section,
                known=", ".join(sorted(_SECTIONS)),
            )
    kind = data.get("kind", "")
    if kind not in (*KINDS, ""):
        raise UsageError("{layout}: kind is “{kind}”. Write contacts, companies or leads.", layout=name, kind=kind)
    match = data.get("match", [])
    if not isinstance(match, list) or not all(isinstance(one, str) and one for one in match):
        raise UsageError('{layout}: match is a list of fields, as in match = ["external_id", "emails"].', layout=name)
    file = _file(_table(data, "file", name), name)
    unknown = _table(data, "unknown_columns", name)
    action = unknown.get("action", "keep")
    if set(unknown) - {"action"} or action not in UNKNOWN:
        raise UsageError(
            '{layout}: [unknown_columns] holds action = "keep", "drop" or "ask", nothing else.', layout=name
        )
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
        raise UsageError(
            "{layout}: {section} is a part of its own; begin it with a line [{section}].", layout=name, section=section
        )
    return found


def _file(part: Mapping[str, Any], name: str) -> dict[str, Any]:
    for key, value in part.items():
        if key not in _FILE:
            raise UsageError(
                "{layout}: [file] knows no “{key}”. It may hold: {known}.", layout=name, key=key, known=", ".join(_FILE)
            )
        wanted = _FILE[key]
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            meant = {str: Word("text in quotes"), int: Word("a whole number"), bool: Word("true or false")}[wanted]
            raise UsageError(
                "{layout}: {key} in [file] is {meant}, not {value!r}.",
                layout=name,
                key=key,
                meant=meant,
                value=value,
            )
    if part.get("decimal") not in {None, ".", ","}:
        raise UsageError(
            '{layout}: decimal in [file] is "." or ",", not “{value}”.', layout=name, value=part["decimal"]
        )
    if part.get("header_line") is not None and part["header_line"] < 0:
        raise UsageError(
            "{layout}: header_line in [file] counts from 1, so {value} is no line. 0 is none.",
            layout=name,
            value=part["header_line"],
        )
    return dict(part)


def _texts(part: Any, place: str) -> dict[str, str]:
    if not isinstance(part, dict):
        raise UsageError('{place} holds lines such as "Column" = "field".', place=place)
    for key, value in part.items():
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise UsageError("{place}: “{key}” wants text in quotes, not {value!r}.", place=place, key=key, value=value)
    return {key: str(value) for key, value in part.items()}
