"""Columns as text, made by the engine itself: an export of a million rows has no time to do it in Python."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from db.types import MONEY_SCALE

# What a spreadsheet takes for the start of a formula, and the mark itself.
RISKY = "=+-@\t\r'"
GUARD = "'"


class guarded(FunctionElement[str]):  # noqa: N801 - used like a function
    """A text with an apostrophe in front where a spreadsheet would take it for a formula; '' for nothing."""

    type = Text()
    inherit_cache = True


class iso(FunctionElement[str]):  # noqa: N801 - used like a function
    """A moment as ISO 8601 text in UTC; '' for nothing."""

    type = Text()
    inherit_cache = True


class amount(FunctionElement[str]):  # noqa: N801 - used like a function
    """Money as a decimal with at least two places; '' for nothing."""

    type = Text()
    inherit_cache = True


class listed(FunctionElement[str]):  # noqa: N801 - used like a function
    """A JSON list of text: '' when empty, its one plain entry guarded, else the JSON itself."""

    type = Text()
    inherit_cache = True


class separated(FunctionElement[str]):  # noqa: N801 - used like a function
    """Cells in one text with commas between them; nothing is quoted."""

    type = Text()
    inherit_cache = True


class contains(FunctionElement[bool]):  # noqa: N801 - used like a function
    """Whether the first text contains the second, letter by letter."""

    type = Boolean()
    inherit_cache = True


class perhaps(FunctionElement[bool]):  # noqa: N801 - used like a function
    """Whether the first text, once folded, may contain the second: true of all that holds more than plain letters."""

    type = Boolean()
    inherit_cache = True


class unindexed(FunctionElement[Any]):  # noqa: N801 - used like a function
    """A value that stays what it is, for which no index of a file is taken."""

    inherit_cache = True

    def __init__(self, value: ColumnElement[Any]) -> None:
        super().__init__(value)
        self.type = value.type


def _inner(element: FunctionElement[Any], compiler: SQLCompiler, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))


# Every risky character comes before A, so most texts are let through by one comparison.
_RISKY_FILE = "[=+@''\t\r-]*"
_RISKY_SERVER = "E'^[=+@''\\t\\r-]'"


@compiles(guarded, "sqlite")
def _guarded_file(element: guarded, compiler: SQLCompiler, **options: Any) -> str:
    inner = _inner(element, compiler, **options)
    return f"CASE WHEN {inner} < 'A' AND {inner} GLOB '{_RISKY_FILE}' THEN '''' || {inner} ELSE {inner} END"


@compiles(guarded, "postgresql")
def _guarded_server(element: guarded, compiler: SQLCompiler, **options: Any) -> str:
    inner = _inner(element, compiler, **options)
    return f"CASE WHEN {inner} ~ {_RISKY_SERVER} THEN '''' || {inner} ELSE {inner} END"


@compiles(iso, "sqlite")
def _iso_file(element: iso, compiler: SQLCompiler, **options: Any) -> str:
    inner = _inner(element, compiler, **options)
    # Division rounds towards nought, so moments before 1970 are shifted into the positive first.
    seconds = f"(({inner} + 62135596800000000) / 1000000 - 62135596800)"
    rest = f"(({inner} + 62135596800000000) % 1000000)"
    fraction = f"CASE WHEN {rest} = 0 THEN 'Z' ELSE printf('.%06dZ', {rest}) END"
    return f"COALESCE(strftime('%Y-%m-%dT%H:%M:%S', {seconds}, 'unixepoch') || {fraction}, '')"


@compiles(iso, "postgresql")
def _iso_server(element: iso, compiler: SQLCompiler, **options: Any) -> str:
    inner = _inner(element, compiler, **options)
    moment = f"(timestamp '1970-01-01' + {inner} * interval '1 microsecond')"
    whole, exact = (f'\'YYYY-MM-DD"T"HH24:MI:SS{fraction}"Z"\'' for fraction in ("", ".US"))
    return f"COALESCE(to_char({moment}, CASE WHEN mod({inner}, 1000000) = 0 THEN {whole} ELSE {exact} END), '')"


@compiles(amount, "sqlite")
def _amount_file(element: amount, compiler: SQLCompiler, **options: Any) -> str:
    inner = _inner(element, compiler, **options)
    sign = f"CASE WHEN {inner} < 0 THEN '-' ELSE '' END"
    whole = f"printf('%d.%04d', abs({inner}) / {MONEY_SCALE}, abs({inner}) % {MONEY_SCALE})"
    return (
        f"CASE WHEN {inner} IS NULL THEN '' ELSE {sign} || CASE WHEN {inner} % 100 = 0 "
        f"THEN substr({whole}, 1, length({whole}) - 2) ELSE {whole} END END"
    )


@compiles(amount, "postgresql")
def _amount_server(element: amount, compiler: SQLCompiler, **options: Any) -> str:
    inner = _inner(element, compiler, **options)
    exact = f"({inner} / {MONEY_SCALE}.0)"
    return (
        f"CASE WHEN {inner} IS NULL THEN '' WHEN mod({inner}, 100) = 0 THEN round({exact}, 2)::text "
        f"ELSE round({exact}, 4)::text END"
    )


@compiles(listed, "sqlite")
def _listed_file(element: listed, compiler: SQLCompiler, **options: Any) -> str:
    inner = _inner(element, compiler, **options)
    plain = f"substr({inner}, 3, length({inner}) - 4)"
    # One plain entry is the rule: it passes few comparisons. One that begins with a quote or bracket may be a list.
    several = f"instr({inner}, ';') OR instr({inner}, char(92)) OR instr({inner}, '\", \"')"
    doubtful = f"{inner} < '[\"#' OR ({inner} >= '[\"[' AND {inner} < '[\"]')"
    return (
        f"CASE WHEN {inner} = '[]' THEN '' WHEN {several} OR {doubtful} THEN {inner} "
        f"WHEN {inner} < '[\"A' AND {inner} GLOB '[[]\"{_RISKY_FILE}' THEN '''' || {plain} ELSE {plain} END"
    )


@compiles(listed, "postgresql")
def _listed_server(element: listed, compiler: SQLCompiler, **options: Any) -> str:
    inner = f"({_inner(element, compiler, **options)})::text"
    plain = f"substr({inner}, 3, length({inner}) - 4)"
    return (
        f"CASE WHEN {inner} = '[]' THEN '' WHEN strpos({inner}, chr(92)) > 0 OR strpos({inner}, '\", \"') > 0 "
        f"OR strpos({inner}, ';') > 0 OR {plain} = '' OR left({plain}, 1) = '[' THEN {inner} "
        f"WHEN {plain} ~ {_RISKY_SERVER} THEN '''' || {plain} ELSE {plain} END"
    )


# Functions take at most a hundred arguments.
_CELLS = 90


def _separated(element: separated, compiler: SQLCompiler, function: str, options: dict[str, Any]) -> str:
    cells = [str(compiler.process(cell, **options)) for cell in element.clauses]
    groups = [cells[start : start + _CELLS] for start in range(0, len(cells), _CELLS)]
    # The driver of the server takes a percent sign for a parameter's.
    sign = "%%" if compiler.preparer._double_percents else "%"  # noqa: SLF001 - nothing public tells
    return " || ',' || ".join(
        f"{function}('{','.join([sign + 's'] * len(group))}', {', '.join(group)})" for group in groups
    )


@compiles(separated, "sqlite")
def _separated_file(element: separated, compiler: SQLCompiler, **options: Any) -> str:
    return _separated(element, compiler, "printf", options)


@compiles(separated, "postgresql")
def _separated_server(element: separated, compiler: SQLCompiler, **options: Any) -> str:
    return _separated(element, compiler, "format", options)


@compiles(contains, "sqlite")
def _contains_file(element: contains, compiler: SQLCompiler, **options: Any) -> str:
    return f"(instr({_inner(element, compiler, **options)}) > 0)"


@compiles(contains, "postgresql")
def _contains_server(element: contains, compiler: SQLCompiler, **options: Any) -> str:
    return f"(strpos({_inner(element, compiler, **options)}) > 0)"


@compiles(perhaps, "sqlite")
def _perhaps_file(element: perhaps, compiler: SQLCompiler, **options: Any) -> str:
    held, wanted = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(instr(lower({held}), {wanted}) > 0 OR length({held}) <> length(CAST({held} AS BLOB)))"


@compiles(perhaps, "postgresql")
def _perhaps_server(element: perhaps, compiler: SQLCompiler, **options: Any) -> str:
    held, wanted = (compiler.process(clause, **options) for clause in element.clauses)
    return f'(strpos(lower({held} COLLATE "C"), {wanted}) > 0 OR length({held}) <> octet_length({held}))'


@compiles(unindexed, "sqlite")
def _unindexed_file(element: unindexed, compiler: SQLCompiler, **options: Any) -> str:
    return f"+({_inner(element, compiler, **options)})"


@compiles(unindexed, "postgresql")
def _unindexed_server(element: unindexed, compiler: SQLCompiler, **options: Any) -> str:
    return f"({_inner(element, compiler, **options)})"
