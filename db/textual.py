"""Columns as text, made by the engine itself: an export of a million rows has no time to do it in Python."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import BigInteger, Boolean, Numeric, Text
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
    """A JSON list of text: '' when empty, plain entries with semicolons between them, guarded, else the JSON itself."""

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

    def __init__(self, value: Any) -> None:
        super().__init__(value)
        self.type = value.type


class in_order(FunctionElement[str]):  # noqa: N801 - used like a function
    """A name as lists of names are ordered by, alike on both engines: capitals count as small letters."""

    type = Text()
    inherit_cache = True


class numeric(FunctionElement[Any]):  # noqa: N801 - used like a function
    """A text as the number that it is, nothing where it is none."""

    type = Numeric()
    inherit_cache = True


class whole(FunctionElement[int]):  # noqa: N801 - used like a function
    """A number that is not negative, without its fraction."""

    type = BigInteger()
    inherit_cache = True


# Every risky character comes before A, so most texts are let through by one comparison.
_RISKY_FILE = "[=+@''\t\r-]*"
_RISKY_SERVER = "[=+@''\\t\\r-]"


def _guarded_file(inner: str) -> str:
    return f"CASE WHEN {inner} < 'A' AND {inner} GLOB '{_RISKY_FILE}' THEN '''' || {inner} ELSE {inner} END"


def _guarded_server(inner: str) -> str:
    risky = f"({inner}) COLLATE \"C\" < 'A' AND {inner} ~ E'^{_RISKY_SERVER}'"
    return f"CASE WHEN {risky} THEN '''' || {inner} ELSE {inner} END"


def _iso_file(inner: str) -> str:
    # Division rounds towards nought, so moments before 1970 are shifted into the positive first.
    seconds = f"(({inner} + 62135596800000000) / 1000000 - 62135596800)"
    rest = f"(({inner} + 62135596800000000) % 1000000)"
    fraction = f"CASE WHEN {rest} = 0 THEN 'Z' ELSE printf('.%06dZ', {rest}) END"
    return f"COALESCE(strftime('%Y-%m-%dT%H:%M:%S', {seconds}, 'unixepoch') || {fraction}, '')"


def _iso_server(inner: str) -> str:
    moment = f"(timestamp '1970-01-01' + {inner} * interval '1 microsecond')"
    whole, exact = (f'\'YYYY-MM-DD"T"HH24:MI:SS{fraction}"Z"\'' for fraction in ("", ".US"))
    return f"COALESCE(to_char({moment}, CASE WHEN mod({inner}, 1000000) = 0 THEN {whole} ELSE {exact} END), '')"


def _amount_file(inner: str) -> str:
    sign = f"CASE WHEN {inner} < 0 THEN '-' ELSE '' END"
    whole = f"printf('%d.%04d', abs({inner}) / {MONEY_SCALE}, abs({inner}) % {MONEY_SCALE})"
    return (
        f"CASE WHEN {inner} IS NULL THEN '' ELSE {sign} || CASE WHEN {inner} % 100 = 0 "
        f"THEN substr({whole}, 1, length({whole}) - 2) ELSE {whole} END END"
    )


def _amount_server(inner: str) -> str:
    exact = f"({inner} / {MONEY_SCALE}.0)"
    return (
        f"CASE WHEN {inner} IS NULL THEN '' WHEN mod({inner}, 100) = 0 THEN round({exact}, 2)::text "
        f"ELSE round({exact}, 4)::text END"
    )


def _listed_file(inner: str) -> str:
    # What is cut out of the middle of ["one", "other"] has no quotes but those between entries, unless one is escaped.
    plain = f"substr({inner}, 3, length({inner}) - 4)"
    several = f"replace({plain}, '\", \"', '; ')"
    escaped = f"instr({inner}, ';') OR instr({inner}, char(92)) OR instr({inner}, '\"\"')"
    # Nearly all pass few comparisons. One that begins with a quote or bracket may be a list.
    doubtful = f"{inner} < '[\"#' OR ({inner} >= '[\"[' AND {inner} < '[\"]')"
    return (
        f"CASE WHEN {inner} = '[]' THEN '' WHEN {escaped} OR {doubtful} THEN {inner} "
        f"WHEN {inner} < '[\"A' AND {inner} GLOB '[[]\"{_RISKY_FILE}' THEN '''' || {several} ELSE {several} END"
    )


def _listed_server(found: str) -> str:
    # Each time that it is named, the list is made text anew: that is most of what it costs.
    inner = f"({found})::text"
    risky = f"{inner} COLLATE \"C\" < '[\"A' AND {inner} ~ E'^..{_RISKY_SERVER}'"
    several = f"replace(left(substr({inner}, 3), -2), '\", \"', '; ')"
    return (
        f"CASE WHEN {inner} = '[]' THEN '' WHEN strpos({inner}, chr(92)) > 0 OR strpos({inner}, '\"\"') > 0 "
        f"OR strpos({inner}, ';') > 0 OR left({inner}, 3) = '[\"[' THEN {inner} "
        f"WHEN {risky} THEN '''' || {several} ELSE {several} END"
    )


# Functions take at most a hundred arguments.
_CELLS = 90


def _separated(function: str, place: str, cells: Sequence[str]) -> str:
    groups = [cells[start : start + _CELLS] for start in range(0, len(cells), _CELLS)]
    return " || ',' || ".join(f"{function}('{','.join([place] * len(group))}', {', '.join(group)})" for group in groups)


def _separated_file(*cells: str) -> str:
    return _separated("printf", "%s", cells)


def _separated_server(*cells: str) -> str:
    # Its driver takes a single percent sign for a parameter's.
    return _separated("format", "%%s", cells)


def _contains_file(held: str, wanted: str) -> str:
    return f"(instr({held}, {wanted}) > 0)"


def _contains_server(held: str, wanted: str) -> str:
    return f"(strpos({held}, {wanted}) > 0)"


def _perhaps_file(held: str, wanted: str) -> str:
    return f"(instr(lower({held}), {wanted}) > 0 OR length({held}) <> length(CAST({held} AS BLOB)))"


def _perhaps_server(held: str, wanted: str) -> str:
    return f'(strpos(lower({held} COLLATE "C"), {wanted}) > 0 OR length({held}) <> octet_length({held}))'


def _unindexed_file(inner: str) -> str:
    return f"+({inner})"


def _unindexed_server(inner: str) -> str:
    return f"({inner})"


def _in_order_file(inner: str) -> str:
    return f"({inner} COLLATE NOCASE)"  # as an index does, which an upgrade can read back where it could no function's


def _in_order_server(inner: str) -> str:
    return f'lower({inner} COLLATE "C")'


def _numeric_file(inner: str) -> str:
    return f"CASE WHEN {inner} GLOB '[-0-9]*' THEN CAST({inner} AS REAL) END"


def _numeric_server(inner: str) -> str:
    # What stands there in another form would stop the whole statement.
    return f"CASE WHEN {inner} ~ '^-?[0-9]+([.][0-9]+)?$' THEN CAST({inner} AS NUMERIC) END"


def _whole_file(inner: str) -> str:
    return f"CAST({inner} AS INTEGER)"


def _whole_server(inner: str) -> str:
    return f"CAST(floor({inner}) AS BIGINT)"


def _written(kind: type[FunctionElement[Any]], engine: str, write: Callable[..., str]) -> None:
    """Let an engine write a function as `write` says, from its arguments as that engine writes them."""

    @compiles(kind, engine)
    def _(element: FunctionElement[Any], compiler: SQLCompiler, **options: Any) -> str:
        return write(*(str(compiler.process(argument, **options)) for argument in element.clauses))


for _kind, _file, _server in (
    (guarded, _guarded_file, _guarded_server),
    (iso, _iso_file, _iso_server),
    (amount, _amount_file, _amount_server),
    (listed, _listed_file, _listed_server),
    (separated, _separated_file, _separated_server),
    (contains, _contains_file, _contains_server),
    (perhaps, _perhaps_file, _perhaps_server),
    (unindexed, _unindexed_file, _unindexed_server),
    (in_order, _in_order_file, _in_order_server),
    (numeric, _numeric_file, _numeric_server),
    (whole, _whole_file, _whole_server),
):
    _written(_kind, "sqlite", _file)
    _written(_kind, "postgresql", _server)
