"""Amounts and numbers of a whole column: which sign parts the decimals is found out from all of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from app.fields import currency_code
from db.types import MONEY_SCALE

_SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "zł": "PLN",
    "R$": "BRL",
    "US$": "USD",
    "CHF": "CHF",
}
_AMOUNT = re.compile(
    r"(?P<minus>[-−(])?\s*(?P<before>[A-Z]{3}|[^\d\s.,+()'’−-]{1,3})?\s*(?P<sign>[-+−])?\s*"
    r"(?P<number>\d[\d.,'’\s\u00a0\u202f]*|[.,]\d+)(?P<power>[eE][+-]?\d{1,2})?\s*"
    r"(?P<after>[A-Za-z]{3}|[^\d\s.,+()]{1,3})?\s*\)?"
)
_GROUPS = re.compile(r"['’\s\u00a0\u202f]")
_LARGEST = 900_000_000_000_000  # ten-thousandths of it still fit 64 bits


@dataclass(slots=True)
class DecimalProfile:
    """What a column's cells say about its decimal sign."""

    filled: int = 0
    point: int = 0
    comma: int = 0
    ambiguous: list[str] = field(default_factory=list)

    def add(self, cells: Iterable[str]) -> None:
        """Take in some cells."""
        for cell in cells:
            text = cell.strip()
            if not text:
                continue
            self.filled += 1
            match = _AMOUNT.fullmatch(text)
            sign = _decimal_sign(_GROUPS.sub("", match["number"])) if match else ""
            if sign == ".":
                self.point += 1
            elif sign == ",":
                self.comma += 1
            elif sign == "?" and len(self.ambiguous) < 3 and text not in self.ambiguous:  # noqa: PLR2004 - samples
                self.ambiguous.append(text)

    @property
    def decimal(self) -> str | None:
        """The decimal sign, or None where the column does not tell."""
        if bool(self.point) == bool(self.comma):
            return None
        return "." if self.point else ","

    @property
    def unsettled(self) -> bool:
        """Whether the sign matters and the column does not tell."""
        return bool(self.ambiguous) and self.decimal is None


def _decimal_sign(number: str) -> str:
    """Return the decimal sign that a number shows: . or , or "" for none needed, "?" for either."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return "." if number.rindex(".") > number.rindex(",") else ","
    if points + commas == 0:
        return ""
    sign = "." if points else ","
    if points + commas > 1:
        return "," if sign == "." else "."
    whole, _, rest = number.partition(sign)
    if len(rest) != 3 or len(whole) > 3 or whole in {"", "0"} or whole.startswith("0"):  # noqa: PLR2004 - thousands
        return sign
    return "?"


def parse(text: str, decimal: str) -> tuple[Decimal, str | None] | None:
    """Return an amount and the currency that stands beside it (None where none does); None for no amount."""
    match = _AMOUNT.fullmatch(text.strip())
    if not match:
        return None
    number = _GROUPS.sub("", match["number"])
    shown = _decimal_sign(number)
    sign = shown if shown in {".", ","} else decimal
    plain = number.replace("," if sign == "." else ".", "").replace(sign, ".")
    try:
        value = Decimal(plain + (match["power"] or ""))
    except InvalidOperation:
        return None
    if abs(value) > _LARGEST:
        return None
    if match["minus"] or match["sign"] in {"-", "−"}:
        value = -value
    return value, _currency(match["before"]) or _currency(match["after"])


def _currency(text: str | None) -> str | None:
    if not text:
        return None
    return _SIGNS.get(text) or currency_code(text)


def units(value: Decimal) -> int | None:
    """Return an amount in ten-thousandths, None where it has more decimals than are kept."""
    scaled = value * MONEY_SCALE
    whole = scaled.to_integral_value()
    return int(whole) if whole == scaled else None


def choices(samples: list[str]) -> tuple[tuple[str, str], ...]:
    """Return the two answers to the question of the decimal sign, with what the samples would mean."""
    found = []
    for answer in (".", ","):
        values = [parse(one, answer) for one in samples]
        found.append((answer, "; ".join(str(value[0]) for value in values if value)))
    return tuple(found)
