"""What a report answers: figures with their population, clock and window, as JSON or as a plain table."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.fields import to_plain
from app.metrics import Rate, Spread
from db.types import from_units

BLANK = "(blank)"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the plain table: its heading and the path of its figure in a row, such as "cycle.median"."""

    heading: str
    path: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A report's figures.

    Attributes:
        report: its name.
        population: what was counted, in words.
        clock: how time was measured, in words.
        window: how long things were given, in words.
        as_of: the moment at which the figures stood.
        rows: one a group; a row's `key` is "" where the field is empty. Counts are whole numbers, rates fractions,
            times days, money `{"amount", "currency"}`.
        total: the same over all rows.
        open: how many leads are left out because they are not decided yet.
        columns: what the plain table shows.
    """

    report: str
    population: str
    clock: str
    window: str
    as_of: datetime
    rows: tuple[Row, ...]
    total: Row
    open: int
    columns: tuple[Column, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the document that `report --json` prints."""
        return {
            "report": self.report,
            "population": self.population,
            "clock": self.clock,
            "window": self.window,
            "as_of": to_plain(self.as_of),
            "rows": list(self.rows),
            "total": self.total,
            "open": self.open,
        }

    def to_text(self) -> str:
        """Return the figures as a table of plain text with what they mean above it."""
        heading = ["", *(column.heading for column in self.columns)]
        lines = [heading, *(self._cells(row, _key(row)) for row in self.rows)]
        if self.total:
            lines.append(self._cells(self.total, "Total"))
        widths = [max(len(line[place]) for line in lines) for place in range(len(heading))]
        table = [
            "  ".join(
                [
                    line[0].ljust(widths[0]),
                    *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
                ]
            ).rstrip()
            for line in lines
        ]
        said = [
            f"{self.report}: {self.population}",
            f"Clock: {self.clock}. Window: {self.window}. As of {to_plain(self.as_of)}.",
            "",
            *table,
        ]
        if self.open:
            said += ["", f"Still open, not counted: {self.open}"]
        return "\n".join(said) + "\n"

    def _cells(self, row: Row, key: str) -> list[str]:
        return [key, *(_shown(column, _at(row, column.path)) for column in self.columns)]


def _key(row: Row) -> str:
    parts = [str(row["key"]) or BLANK, *(str(row[name]) for name in ("stage", "currency") if name in row)]
    return " · ".join(parts)


def _at(row: Row, path: str) -> Any:
    value: Any = row
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _shown(column: Column, value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value * 100:.1f} %" if "%" in column.heading else f"{value:.2f}"
    if isinstance(value, Mapping):
        return f"{value['amount']} {value['currency']}".rstrip()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " + ".join(_shown(column, one) for one in value) or "-"
    return str(value)


RATE = (Column("rate %", "rate"), Column("low %", "low"), Column("high %", "high"))


def rate_fields(rate: Rate) -> Row:
    """Return a rate and its interval as fields of a row."""
    return {"rate": rate.rate, "low": rate.low, "high": rate.high}


def spread_fields(spread: Spread) -> Row:
    """Return a spread as a block of a row."""
    return asdict(spread)


def money(units: int, currency: str) -> dict[str, str]:
    """Return an amount given in ten-thousandths as text with its currency."""
    return {"amount": money_text(units), "currency": currency}


def money_text(units: int) -> str:
    """Return an amount given in ten-thousandths as decimal text."""
    return f"{from_units(units):f}"


def moneys(sums: Mapping[str, int]) -> list[dict[str, str]]:
    """Return sums by currency, never added up, in order of the currencies."""
    return [money(units, currency) for currency, units in sorted(sums.items())]


def decimal_text(value: Decimal | None, places: int = 2) -> str | None:
    """Return a computed amount as text rounded to cents."""
    return None if value is None else f"{value.quantize(Decimal(1).scaleb(-places)):f}"
